"""Every scope is tried on the sentences of its row."""

from __future__ import annotations

import pytest

import sahel_events as se
from sahel_events.english.syntax.scopes import Category, Scope, scopes

#: What a sentence must be like in a scope of each category.
FACTS = [scope for scope in scopes().values() if scope.category is Category.FACT]
HEARSAY = [scope for scope in scopes().values() if scope.category is Category.ALLEGED]
NOBODY = [scope for scope in scopes().values() if scope.category is Category.NOBODY]
NO_FACTS = [
    scope
    for scope in scopes().values()
    if scope.category in (Category.UNREAL, Category.NO_CONFLICT)
]


def claims(text: str) -> list[se.CasualtyClaim]:
    return list(se.parse(text, name="report.txt", format="prose").claims)


def named(scope: Scope) -> str:
    return scope.name


@pytest.mark.parametrize("scope", NO_FACTS, ids=named)
def test_what_stands_in_it_claims_nothing(scope: Scope) -> None:
    assert claims(scope.example) == []
    assert claims(scope.not_) != []


@pytest.mark.parametrize("scope", FACTS, ids=named)
def test_a_fact_claims_something_all_the_same(scope: Scope) -> None:
    assert claims(scope.example) != []
    assert claims(scope.not_) == []


@pytest.mark.parametrize("scope", HEARSAY, ids=named)
def test_hearsay_is_told_as_such(scope: Scope) -> None:
    assert {claim.stance for claim in claims(scope.example)} == {se.Stance.ALLEGED}
    assert {claim.stance for claim in claims(scope.not_)} == {se.Stance.STATED}


@pytest.mark.parametrize("scope", NOBODY, ids=named)
def test_nobody_comes_to_harm(scope: Scope) -> None:
    assert {claim.quantity.high for claim in claims(scope.example)} == {0}
    assert {claim.quantity.high for claim in claims(scope.not_)} != {0}


def test_what_lifts_a_scope_is_a_fact() -> None:
    facts = {scope.name for scope in FACTS}
    assert {name for scope in scopes().values() for name in scope.unless} <= facts
