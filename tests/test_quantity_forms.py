"""The table of every form of a quantity: each example is read, and each form with any number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_events.values import Quantity
from sahel_events.values.quantity_grammar import FORMS, Form
from tests.test_numbers import in_words

ROLES = {"before", "verb", "behind", "range", "share", "proportion", "number", "word"}
FILLED = [form for form in FORMS if form.role in ("before", "behind", "range")]
#: Numbers as reports write them.
WRITINGS = [str, "{:,}".format, in_words]


def at(text: str, start: int = 0) -> tuple[str, str] | None:
    """The quantity that begins at a place, as it is printed, and the words that state it."""
    found = Quantity.at(text, start)
    return (str(found[0]), text[start : found[1]]) if found else None


def start_of(form: Form) -> int:
    """Where the quantity of an example begins: behind the verb, for verbs."""
    return form.example.rindex(" ") + 1 if form.role == "verb" else 0


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.role}: {form.example}")
def test_each_example_states_what_its_row_says(form: Form) -> None:
    found = at(form.example, start_of(form))
    assert found is not None
    assert found[0] == form.stated
    if form.role != "proportion":  # the words behind it belong to the noun
        assert form.example.endswith(found[1])


def test_the_table_knows_no_other_roles() -> None:
    assert {form.role for form in FORMS} == ROLES


@given(
    st.sampled_from(FILLED),
    st.lists(st.integers(2, 99_999), min_size=2, max_size=2, unique=True).map(sorted),
    st.sampled_from(WRITINGS),
)
def test_every_form_holds_every_number(form: Form, ends: list[int], write: object) -> None:
    assert callable(write)
    low, high = ends
    if write is in_words and ("-" in form.form or "–" in form.form or "[2]" in form.form):
        write = str
    text = form.form.format(n=write(high), m=write(low))
    expected = Quantity(
        low if "{m}" in form.form else high,
        high,
        at_least="at_least" in form.says,
        at_most="at_most" in form.says,
        approximate="approximate" in form.says,
    )
    assert at(text) == (str(expected), text)


@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from(["thousand", "million"]))
def test_a_decimal_in_words_is_the_one_in_digits(whole: int, tenth: int, scale: str) -> None:
    words = f"{in_words(whole)} point {in_words(tenth)} {scale}"
    assert Quantity.parse(words) == Quantity.parse(f"{whole}.{tenth} {scale}")
    assert at(f"{words} people") == (str(Quantity.parse(words)), words)


@given(st.integers(1, 90), st.sampled_from(["hundred", "thousand", "million", "dozen"]))
def test_a_half_of_a_scale(whole: int, scale: str) -> None:
    words = f"{in_words(whole)} and a half {scale}"
    doubled = Quantity.parse(f"{2 * whole + 1} {scale}")
    assert doubled.low is not None
    assert Quantity.parse(words) == Quantity.exactly(doubled.low // 2)


@given(
    st.integers(2, 9),
    st.integers(1, 5_000),
    st.sampled_from(["third quarter fifth sixth seventh eighth ninth tenth".split()]),
)
def test_a_share_of_a_whole_is_no_claim_of_the_whole(
    parts: int, unit: int, names: list[str]
) -> None:
    for size, name in zip([3, 4, 5, 6, 7, 8, 9, 10], names, strict=True):
        text = f"{in_words(parts)} {name}s of the {unit * size:,}"
        found = at(text)
        assert found == ((str(Quantity.exactly(parts * unit)), text) if parts <= size else None)


@pytest.mark.parametrize(
    "text",
    [
        "3–4%", "two and a half", "1.5", "2 and a half", "30 km", "three point five",
        "12 million km", "1 point 5", "eleven thirds of the 90",
    ],
)  # fmt: skip
def test_no_number_is_cut_in_two(text: str) -> None:
    assert at(text) is None


@pytest.mark.parametrize(
    ("text", "stated", "words"),
    [
        ("130 to 96", "130", "130"),
        ("nine out of the 40", "9", "nine out of the 40"),
        ("three in five attacks", "3", "three"),
        ("ten in two of the raids", "10", "ten"),
        ("40 and some were hurt", "40", "40"),
    ],
)
def test_what_only_looks_like_a_range_or_a_proportion(text: str, stated: str, words: str) -> None:
    assert at(text) == (stated, words)
