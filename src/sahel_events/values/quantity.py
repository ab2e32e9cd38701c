"""How many: a figure as it is stated, with its bounds, its hedges and its word.

How a quantity is written stands in ``quantity_grammar``; what a match says is read here. The
language layer asks :meth:`Quantity.at` wherever one may begin.
"""

from __future__ import annotations

import re
from fractions import Fraction

from attrs import evolve, frozen

from sahel_events.describing import described
from sahel_events.values.numbers import share_scale, share_thousands, to_int
from sahel_events.values.quantity_grammar import (
    BEHIND,
    HEDGED,
    PATTERN,
    VAGUE,
    kinds_of_hedges,
    said_by_verb,
)

__all__ = ["Quantity"]


@frozen
class Quantity:
    """A number of people or things, as stated.

    ``low`` and ``high`` are the stated ends, equal for a single figure and both ``None`` when no
    figure is given. "181+" and "at least 181" are (181, 181, ``at_least``), "up to 30" is (30, 30,
    ``at_most``), "1,000–1,500+" is (1000, 1500, ``at_least``). ``term`` keeps the word where a word
    stands for the number: "dozens" is (24, 24, ``at_least``, "dozens"), "heavy" has no figure at
    all.
    """

    low: int | None = described("Lower end as stated; null when no figure is given.", default=None)
    high: int | None = described("Upper end as stated; null when no figure is given.", default=None)
    at_least: bool = described("Whether the figure is stated as a minimum.", default=False)
    at_most: bool = described("Whether the figure is stated as a maximum.", default=False)
    approximate: bool = described("Whether the figure is stated as approximate.", default=False)
    term: str | None = described(
        'The word that stands for the number, such as "dozens".', default=None
    )

    @low.validator
    def _ends_agree(self, _: object, low: int | None) -> None:
        if (low is None) != (self.high is None):
            raise ValueError(f"expected both ends or none, found {low} and {self.high}")
        if low is not None and self.high is not None and not 0 <= low <= self.high <= _MOST:
            raise ValueError(f"expected 0 <= low <= high < 2**63, found {low} and {self.high}")

    @classmethod
    def exactly(cls, number: int) -> Quantity:
        """A single figure without hedges."""
        return cls(number, number)

    @classmethod
    def parse(cls, text: str) -> Quantity:
        """The quantity that the whole text states.

        Raises :class:`ValueError` when the text states none, or more.

        >>> Quantity.parse("1,000–1,500+")
        Quantity(low=1000, high=1500, at_least=True, at_most=False, approximate=False, term=None)
        >>> str(Quantity.parse("at least two dozen")), str(Quantity.parse("several  hundred"))
        ('24+', 'several hundred')
        """
        stripped = text.strip()
        match = PATTERN.fullmatch(stripped)
        quantity = cls.from_match(match) if match else None
        if quantity is not None:
            return quantity
        hedged = HEDGED.fullmatch(stripped.lower())
        word = hedged["word"] if hedged else ""
        if hedged and (word in _DEGREES or word == _UNSTATED):
            return cls._from_word(word, kinds_of_hedges(hedged["hedges"]))
        raise ValueError(f'expected a quantity such as "25", "181+" or "dozens", found {text!r}')

    @classmethod
    def at(cls, text: str, start: int) -> tuple[Quantity, int] | None:
        """The quantity that begins at a place of a text, and where it ends; ``None`` without one.

        A verb right before it counts: "the toll exceeded 150" is at least 150. Where two numbers
        make no range ("from 130 to 96"), the first of them is the quantity.

        >>> str(Quantity.at("the toll exceeded 150", 18)[0]), Quantity.at("three in ten", 6)
        ('150+', None)
        """
        match = PATTERN.match(text, start)
        quantity = cls.from_match(match) if match else None
        if match is not None and quantity is None and (match["high"] or match["some"]):
            match = PATTERN.fullmatch(text, *match.span("low" if match["high"] else "some"))
            quantity = cls.from_match(match) if match else None
        if match is None or quantity is None:
            return None
        said = said_by_verb(text, start)
        if said and quantity.low is not None:
            quantity = evolve(
                quantity,
                at_least=quantity.at_least or said == "at_least",
                at_most=quantity.at_most or said == "at_most",
            )
        return quantity, match.end()

    @classmethod
    def from_match(cls, match: re.Match[str]) -> Quantity | None:
        """Read a match of ``PATTERN``; ``None`` when its digits are no whole number."""
        hedges = kinds_of_hedges(match["hedges"])
        if word := match["vague"] or match["uncounted"]:
            return cls._from_word(" ".join(word.lower().split()), hedges)
        if match["proportion"]:
            return _proportion(match)
        if match["unknown"]:
            return cls()
        if match["share"]:
            return _share(match, hedges)
        low, high = _ends(match)
        if low is None or high is None or not low <= high <= _MOST:
            return None
        behind = (match["after"] or "").strip().lower()
        said = {BEHIND.get(" ".join(behind.split()), ""), *hedges, *_open_ends(match)}
        if match["before"] or match["middle"]:
            said.add("at_least")
        return cls(low, high, "at_least" in said, "at_most" in said, "approximate" in said)

    @classmethod
    def _from_word(cls, word: str, hedges: frozenset[str]) -> Quantity:
        least = VAGUE.get(word)
        return cls(
            least,
            least,
            at_least=least is not None,
            at_most="at_most" in hedges,
            approximate="approximate" in hedges,
            term=None if word == _UNSTATED else word,
        )

    def __str__(self) -> str:
        """The quantity in the shortest form that :meth:`parse` reads back equal."""
        hedges = ("up to " if self.at_most else "") + ("~" if self.approximate else "")
        if self.term is not None:
            return hedges + self.term
        if self.low is None or self.high is None:
            return hedges + _UNSTATED
        high = f"{self.high:,}"
        if share_thousands(self.low, self.high, high) != self.low:  # "1–1,000" would be 1,000
            least = "at least " if self.at_least else ""
            return f"{hedges}{least}between {self.low:,} and {high}"
        figure = high if self.low == self.high else f"{self.low:,}–{high}"
        return f"{hedges}{figure}{'+' if self.at_least else ''}"


def _ends(match: re.Match[str]) -> tuple[int | None, int | None]:
    """The lower and the upper number of a match, which may share their scale."""
    low_text = match["floor"] or match["first"] or match["low"]
    high_text = match["ceiling"] or match["last"] or match["high"] or match["more"]
    if not high_text:
        number = to_int(low_text)
        return number, number
    low, high = share_scale(low_text, high_text), to_int(high_text)
    if match["high"] and low is not None and high is not None:
        low = share_thousands(low, high, high_text)  # "between 1 and 1,000" says both ends in full
    return low, high


def _open_ends(match: re.Match[str]) -> set[str]:
    """Whether a range leaves its lower end open: "at least 10, and possibly as many as 14"."""
    if not match["floor"]:
        return set()
    limit = " ".join((match["limit"] or "").lower().split())
    closed = limit not in ("", "as many as", "up to") and not match["perhaps"]
    return set() if closed else {"at_least"}


_DENOMINATORS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_PERCENT = re.compile(r"(?P<number>[\d.]+|[a-z]+)(?:%| ?per ?cent)", re.IGNORECASE)


def _share(match: re.Match[str], hedges: frozenset[str]) -> Quantity | None:
    """As in "a third of the 90": 30 of them; about as many, where the share is no whole number."""
    whole, share = to_int(match["whole"]), _fraction(" ".join(match["share"].lower().split()))
    if whole is None or share is None or share > 1:
        return None
    exact = share * whole
    number = round(exact)
    rounded = number != exact
    return Quantity(
        number,
        number,
        "at_least" in hedges,
        "at_most" in hedges,
        "approximate" in hedges or rounded,
    )


def _fraction(text: str) -> Fraction | None:
    if percent := _PERCENT.fullmatch(text):
        number = percent["number"]
        value = Fraction(number) if number[0].isdigit() else Fraction(to_int(number) or 0)
        return value / 100
    *before, part = text.replace("-", " ").split()
    parts = 1 if not before or before[0] in ("a", "an") else to_int(before[0])
    denominator = _DENOMINATORS.get(part.removesuffix("s").replace("halve", "half"))
    return Fraction(parts, denominator) if parts and denominator else None


def _proportion(match: re.Match[str]) -> Quantity | None:
    """As in "three in five": nobody says how many that are."""
    some, every = to_int(match["some"]), to_int(match["all"])
    return Quantity() if some is not None and every is not None and some < every else None


#: The largest number that a column of 64 bits holds.
_MOST = 2**63 - 1
_UNSTATED = "an unstated number"
#: How heavy losses were, where nothing else is said; a cell may hold no more than this word.
_DEGREES = frozenset(
    "heavy light high low minimal minor moderate severe significant substantial considerable huge "
    "massive negligible".split()
)
