"""Policies: what a stated quantity means as bounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_events.values import ACLED, STRICT, UCDP, Bounds, Policy, Quantity, bounds
from sahel_events.values.quantity_grammar import VAGUE

from .strategies import quantities

policies = st.sampled_from([STRICT, UCDP, ACLED])


def least(quantity: Quantity, policy: Policy) -> float:
    """The lower bound, minus infinity where there is none."""
    low = bounds(quantity, policy).low
    return float("-inf") if low is None else low


def most(quantity: Quantity, policy: Policy) -> float:
    """The upper bound, infinity where there is none."""
    high = bounds(quantity, policy).high
    return float("inf") if high is None else high


@given(quantities(), policies)
def test_the_least_is_no_more_than_the_most(quantity: Quantity, policy: Policy) -> None:
    assert least(quantity, policy) <= most(quantity, policy)


@given(quantities(), policies)
def test_a_lower_bound_is_never_below_zero(quantity: Quantity, policy: Policy) -> None:
    low = bounds(quantity, policy).low
    assert low is None or low >= 0


@given(quantities())
def test_strict_allows_all_that_is_stated(quantity: Quantity) -> None:
    if quantity.low is not None and quantity.high is not None:
        assert least(quantity, STRICT) <= quantity.low
        assert quantity.high <= most(quantity, STRICT)


@given(quantities())
def test_strict_allows_all_that_another_policy_allows(quantity: Quantity) -> None:
    assert least(quantity, STRICT) <= least(quantity, UCDP)
    assert most(quantity, UCDP) <= most(quantity, STRICT)


@given(quantities())
def test_figures_without_hedges_mean_the_same_to_strict_and_ucdp(quantity: Quantity) -> None:
    if not (quantity.at_least or quantity.at_most):
        assert bounds(quantity, STRICT) == bounds(quantity, UCDP)


@given(quantities())
def test_acled_gives_one_number_or_none(quantity: Quantity) -> None:
    found = bounds(quantity, ACLED)
    assert found.low == found.high


@given(policies, st.booleans(), st.booleans(), st.none() | st.text(max_size=5))
def test_no_figure_has_no_bounds_and_is_not_zero(
    policy: Policy, at_most: bool, approximate: bool, term: str | None
) -> None:
    quantity = Quantity(at_most=at_most, approximate=approximate, term=term)
    assert bounds(quantity, policy) == Bounds(None, None)


@pytest.mark.parametrize(
    ("text", "strict", "ucdp", "acled"),
    [
        ("25", (25, 25), (25, 25), (25, 25)),
        ("181+", (181, None), (181, 181), (181, 181)),
        ("up to 30", (0, 30), (30, 30), (30, 30)),
        ("up to 30+", (0, None), (30, 30), (30, 30)),
        ("30–40", (30, 40), (30, 40), (30, 30)),
        ("~50", (50, 50), (50, 50), (50, 50)),
        ("dozens", (24, None), (24, 24), (12, 12)),
        ("several hundred", (300, None), (300, 300), (100, 100)),
        ("thousands", (2_000, None), (2_000, 2_000), (1_000, 1_000)),
        ("scores", (40, None), (40, 40), (40, 40)),
        ("0", (0, 0), (0, 0), (0, 0)),
        ("heavy", (None, None), (None, None), (None, None)),
        ("a number", (None, None), (None, None), (None, None)),
    ],
)
def test_examples(text: str, strict: object, ucdp: object, acled: object) -> None:
    quantity = Quantity.parse(text)
    found = [bounds(quantity, policy) for policy in (STRICT, UCDP, ACLED)]
    assert [(found.low, found.high) for found in found] == [strict, ucdp, acled]


def test_strict_is_the_policy_when_none_is_given() -> None:
    quantity = Quantity.parse("181+")
    assert bounds(quantity) == bounds(quantity, STRICT)


def test_a_policy_of_ones_own() -> None:
    mine = Policy("mine", words={"dozens": 36}, take_low=True, open_ended=False)
    assert bounds(Quantity.parse("dozens"), mine) == Bounds(36, 36)
    assert bounds(Quantity.parse("30–40"), mine) == Bounds(30, 30)


def test_every_word_of_acled_is_a_word_that_the_grammar_reads() -> None:
    assert set(ACLED.words) <= set(VAGUE)
