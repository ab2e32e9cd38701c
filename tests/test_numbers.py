"""Numbers in digits and in words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_events.values.numbers import NUMBER, share_thousands, to_int

WHOLE = re.compile(NUMBER("n"), re.VERBOSE | re.IGNORECASE)
UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int, hyphen: str = "-", conjunction: str = " and ") -> str:
    """A number below a million as English writes it."""
    if number >= 1000:
        rest = number % 1000
        joint = (conjunction if rest < 100 else " ") if rest else ""
        thousands = in_words(number // 1000, hyphen, conjunction)
        return f"{thousands} thousand{joint}{in_words(rest, hyphen, conjunction) if rest else ''}"
    if number >= 100:
        rest = number % 100
        tail = conjunction + in_words(rest, hyphen) if rest else ""
        return f"{UNITS[number // 100]} hundred{tail}"
    if number >= 20:
        return TENS[number // 10 - 2] + (hyphen + UNITS[number % 10] if number % 10 else "")
    return UNITS[number]


@given(st.integers(0, 999_999), st.sampled_from(["-", " "]), st.sampled_from([" and ", " "]))
def test_a_number_in_words_is_that_number(number: int, hyphen: str, conjunction: str) -> None:
    assert to_int(in_words(number, hyphen, conjunction)) == number


@given(st.integers(0, 999_999))
def test_a_number_in_words_is_found_whole(number: int) -> None:
    assert WHOLE.fullmatch(in_words(number))


@given(st.integers(0, 10**12), st.sampled_from(",.'’ \u00a0\u2009\u202f"))
def test_every_separator_of_thousands(number: int, separator: str) -> None:
    text = f"{number:,}".replace(",", separator)
    assert WHOLE.fullmatch(text)
    assert to_int(text) == number


@given(st.integers(0, 10**12))
def test_digits_without_separators(number: int) -> None:
    assert to_int(str(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("half a dozen", 6),
        ("a dozen", 12),
        ("two dozen", 24),
        ("a couple", 2),
        ("a couple of", 2),
        ("a hundred", 100),
        ("a thousand", 1_000),
        ("Twenty-five", 25),
        ("1.5 thousand", 1_500),
        ("1.2 million", 1_200_000),
        ("3 hundred", 300),
        ("4 dozen", 48),
        ("2 million", 2_000_000),
        (" 12 ", 12),
    ],
)
def test_collectives_and_scales(text: str, number: int) -> None:
    assert to_int(text) == number


@pytest.mark.parametrize("text", ["1.5", "12.75", "hundreds", "dozens", "no one", "many", ""])
def test_what_is_no_whole_number(text: str) -> None:
    assert to_int(text) is None


@pytest.mark.parametrize("text", ["9" * 4_301, "9" * 310 + ".5 million"])
def test_figures_of_absurd_length_are_no_numbers(text: str) -> None:
    assert to_int(text) is None


@pytest.mark.parametrize(
    ("low", "high", "written", "expected"),
    [
        (30, 32_000, "32,000", 30_000),
        (2, 3_000, "3 thousand", 2_000),
        (26, 123, "123", 26),
        (900, 1_100, "1,100", 900),
        (400, 5_000, "5,000", 400),
        (1_200, 4_000, "4,000", 1_200),
    ],
)
def test_thousands_that_are_written_once(low: int, high: int, written: str, expected: int) -> None:
    assert share_thousands(low, high, written) == expected
