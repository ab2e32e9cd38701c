"""Quantities: what is stated, printed and read back."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from sahel_events.values import Quantity
from sahel_events.values.quantity_grammar import UNCOUNTED, VAGUE

DEGREES = "heavy light high low minimal minor moderate severe significant".split()
AT_LEAST = ["at least", "more than", "over", "no fewer than", "upwards of", ">", "a minimum of"]
AT_MOST = ["up to", "as many as", "fewer than", "no more than", "<", "at most", "under"]
ABOUT = ["about", "around", "approximately", "some", "nearly", "~", "c.", "an estimated", "est."]


@st.composite
def stated(draw: st.DrawFn) -> Quantity:
    """Every quantity that a text can state: figures, ranges, words, degrees, no number at all."""
    low, high = sorted(draw(st.tuples(st.integers(0, 2**63 - 1), st.integers(0, 2**63 - 1))))
    flags = draw(st.tuples(st.booleans(), st.booleans(), st.booleans()))
    figures = st.sampled_from([Quantity(low, low, *flags), Quantity(low, high, *flags)])
    vague = st.sampled_from(list(VAGUE)).map(
        lambda word: Quantity(VAGUE[word], VAGUE[word], True, *flags[1:], term=word)
    )
    uncounted = st.sampled_from(UNCOUNTED).map(
        lambda word: Quantity(at_most=flags[1], approximate=flags[2], term=word)
    )
    degrees = st.sampled_from(DEGREES).map(
        lambda word: Quantity(at_most=flags[1], approximate=flags[2], term=word)
    )
    return draw(figures | vague | uncounted | degrees | st.just(Quantity()))


@given(stated())
def test_a_printed_quantity_is_read_back_equal(quantity: Quantity) -> None:
    assert Quantity.parse(str(quantity)) == quantity


@given(stated(), st.sampled_from(["{}", " {} ", "\t{}\n"]))
def test_white_space_around_it_says_nothing(quantity: Quantity, around: str) -> None:
    assert Quantity.parse(around.format(quantity)) == quantity


@given(stated())
def test_the_case_of_a_word_says_nothing(quantity: Quantity) -> None:
    assume(quantity != Quantity())
    assert Quantity.parse(str(quantity).upper()) == quantity


@pytest.mark.parametrize("quantity", [Quantity(1, 1_000), Quantity(3, 15_000)])
def test_a_range_whose_upper_end_is_in_thousands(quantity: Quantity) -> None:
    assert Quantity.parse(str(quantity)) == quantity


@pytest.mark.parametrize(
    "quantity", [Quantity(approximate=True), Quantity(term="heavy", approximate=True)]
)
def test_a_hedged_word_without_figures(quantity: Quantity) -> None:
    assert Quantity.parse(str(quantity)) == quantity


@pytest.mark.parametrize("word", "substantial considerable huge massive negligible".split())
def test_a_degree_that_cells_know(word: str) -> None:
    assert Quantity.parse(word) == Quantity(term=word)


@given(st.integers(0, 10**9), st.sampled_from(AT_LEAST), st.sampled_from(["", " "]))
def test_words_for_at_least(number: int, hedge: str, gap: str) -> None:
    text = f"{hedge}{gap if hedge in '<>' else ' '}{number:,}"
    assert Quantity.parse(text) == Quantity(number, number, at_least=True)


@given(st.integers(0, 10**9), st.sampled_from(AT_MOST))
def test_words_for_at_most(number: int, hedge: str) -> None:
    assert Quantity.parse(f"{hedge} {number:,}") == Quantity(number, number, at_most=True)


@given(st.integers(0, 10**9), st.sampled_from(ABOUT))
def test_words_for_about(number: int, hedge: str) -> None:
    assert Quantity.parse(f"{hedge} {number:,}") == Quantity(number, number, approximate=True)


@given(
    st.integers(0, 999),
    st.integers(0, 999),
    st.sampled_from(
        ["{}–{}", "{} – {}", "{}-{}", "{} to {}", "between {} and {}", "from {} to {}"]
    ),
)
def test_ranges(one: int, other: int, written: str) -> None:
    low, high = sorted((one, other))
    assert Quantity.parse(written.format(low, high)) == Quantity(low, high)


@given(stated(), st.sampled_from(["{}+", "+{}", "{} or more", "at least {}"]))
def test_a_plus_is_at_least(quantity: Quantity, written: str) -> None:
    number = quantity.low or 0
    assert Quantity.parse(written.format(number)) == Quantity(number, number, at_least=True)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("30–32,000", Quantity(30_000, 32_000)),
        ("1,000–1,500+", Quantity(1_000, 1_500, at_least=True)),
        ("1,000+–1,500", Quantity(1_000, 1_500, at_least=True)),
        ("~1,200–1,300", Quantity(1_200, 1_300, approximate=True)),
        ("at least about 60", Quantity(60, 60, at_least=True, approximate=True)),
        ("half a dozen", Quantity(6, 6)),
        ("over two hundred", Quantity(200, 200, at_least=True)),
        ("several  dozen", Quantity(36, 36, at_least=True, term="several dozen")),
        ("“dozens”", Quantity(24, 24, at_least=True, term="dozens")),
        ("a large number", Quantity(term="a large number")),
        ("Heavy", Quantity(term="heavy")),
        ("an unstated number", Quantity()),
    ],
)
def test_examples(text: str, quantity: Quantity) -> None:
    assert Quantity.parse(text) == quantity


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "soldiers", "12 soldiers", "12:30", "12.5", "40%", "155 mm", "30 km", "16°",
        "12 13", "30–20", "a", "hundred thousands of", "1,00", "--", "none", "25 or", "up to",
    ],
)  # fmt: skip
def test_what_is_no_quantity(text: str) -> None:
    with pytest.raises(ValueError, match="expected a quantity"):
        Quantity.parse(text)


@pytest.mark.parametrize(("low", "high"), [(1, None), (None, 1), (2, 1), (-1, 1), (0, 2**63)])
def test_ends_that_cannot_be(low: int | None, high: int | None) -> None:
    with pytest.raises(ValueError, match="expected"):
        Quantity(low, high)


def test_a_changed_quantity_is_checked_too() -> None:
    assert evolve(Quantity.exactly(7), high=9) == Quantity(7, 9)
    with pytest.raises(ValueError, match="0 <= low <= high"):
        evolve(Quantity.exactly(7), low=9)


@given(st.integers(0, 2**63 - 1))
def test_exactly_is_a_figure_without_hedges(number: int) -> None:
    assert Quantity.exactly(number) == Quantity(number, number)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        quantity = Quantity.parse(text)
    except ValueError:
        return
    assert Quantity.parse(str(quantity)) == quantity
