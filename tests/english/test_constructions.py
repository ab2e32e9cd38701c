"""Every construction is tried on the sentences that it brings along."""

from __future__ import annotations

from typing import Any

import pytest

import sahel_events as se
from sahel_events.english.losses.construction import Construction
from sahel_events.english.totals.find_losses import CONSTRUCTIONS


def claimed(reading: se.Reading) -> str:
    """The claims of a reading as ``claims --explain`` heads them, in one line."""
    return "; ".join(
        f"{claim.quantity} {'/'.join(claim.outcomes)}: {claim.victims or claim.what}"
        for claim in reading.claims
    )


def read(text: str) -> se.Reading:
    return se.parse(text, name="report.txt", format="prose")


EXAMPLES = [
    pytest.param(one, text, claims, id=f"{one.name}: {text}")
    for one in CONSTRUCTIONS
    for text, claims in one.example.items()
]
ALIKE = [pytest.param(text, id=f"{one.name}: {text}") for one in CONSTRUCTIONS for text in one.not_]


@pytest.mark.parametrize(("construction", "text", "claims"), EXAMPLES)
def test_an_example_gives_its_claims(construction: Construction, text: str, claims: str) -> None:
    reading = read(text)
    assert claimed(reading) == claims
    assert construction.rule in {found.rule for found in reading.explanations}


@pytest.mark.parametrize("text", ALIKE)
def test_what_looks_alike_claims_nothing(text: str) -> None:
    assert claimed(read(text)) == ""


def test_every_construction_has_a_name_of_its_own_an_example_and_a_sentence_that_is_none() -> None:
    names: dict[str, Any] = {one.name: one for one in CONSTRUCTIONS}
    assert len(names) == len(CONSTRUCTIONS)
    assert not [one.name for one in CONSTRUCTIONS if not (one.example and one.not_)]
