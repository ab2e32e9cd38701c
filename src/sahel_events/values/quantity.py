"""How many: a figure as it is stated, with its bounds, its hedges and its word.

The grammar of a quantity is here and nowhere else: the language layer tries ``PATTERN`` where a
quantity may begin and reads the match with :meth:`Quantity.from_match`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

from sahel_events.describing import described
from sahel_events.values.numbers import NUMBER, share_thousands, to_int

__all__ = ["PATTERN", "STARTERS", "UNCOUNTED", "VAGUE", "Quantity"]

#: Words that stand for a number without saying it, and the least that they can mean.
VAGUE = {
    "dozens": 24,
    "several dozen": 36,
    "several dozens": 36,
    "scores": 40,
    "several hundred": 300,
    "hundreds": 200,
    "several thousand": 3_000,
    "several thousands": 3_000,
    "thousands": 2_000,
    "tens of thousands": 20_000,
    "hundreds of thousands": 200_000,
    "several": 3,
}
#: Words that say that there were some, and nothing about how many.
UNCOUNTED = (
    "a large number",
    "large numbers",
    "a small number",
    "a number",
    "a handful",
    "a few",
    "an undetermined number",
    "an unspecified number",
    "an unknown number",
    "most",
    "countless",
    "untold numbers",
    "many",
    "numerous",
    "few",
    "some",
)
#: How a figure is hedged, and what the hedge says of it.
_HEDGES = {
    **dict.fromkeys(
        (
            "at least",
            "at the least",
            "at the very least",
            "no fewer than",
            "no less than",
            "not fewer than",
            "not less than",
            "more than",
            "higher than",
            "greater than",
            "slightly more than",
            "a little more than",
            "over",
            "just over",
            "above",
            "well above",
            "upward of",
            "upwards of",
            "well over",
            "in excess of",
            "a minimum of",
            "minimum",
            "min.",
            ">",
            "≥",
        ),
        "at_least",
    ),
    **dict.fromkeys(("a total of", "a combined"), "total"),
    **dict.fromkeys(
        (
            "up to",
            "as many as",
            "at most",
            "at the most",
            "fewer than",
            "less than",
            "lower than",
            "under",
            "just under",
            "below",
            "no more than",
            "not more than",
            "a maximum of",
            "maximum",
            "max.",
            "<",
            "≤",
        ),
        "at_most",
    ),
    **dict.fromkeys(
        (
            "about",
            "around",
            "approximately",
            "approx.",
            "approx",
            "roughly",
            "nearly",
            "almost",
            "some",
            "perhaps",
            "close to",
            "an estimated",
            "estimated at",
            "estimated",
            "est.",
            "est",
            "circa",
            "ca.",
            "ca",
            "c.",
            "~",
            "≈",
            "±",
        ),
        "approximate",
    ),
}
#: A number of these is no count of people or things: "155 mm howitzers", "60 km south".
_UNITS = (
    r"mm|cm|km|kg|metres?|meters?|kilomet\w+|miles?|knots?|hp|GRT|(?:tons?|tonnes)(?!\s+of)"
    r"|hours?|days?|weeks?|years?|bn|billion|CFA|francs?|dollars?|euros?"
)


def _any(words: Iterable[str]) -> str:
    """One pattern for all the words, the longest first; a word ends where its letters end."""
    longest = sorted(words, key=len, reverse=True)
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s+") + (r"\b" if word[-1].isalpha() else "")
        for word in longest
    )


#: A quantity, to be tried where one may begin. Linear: no two parts compete for one character.
PATTERN = re.compile(
    rf"""
    (?P<hedges>(?:(?:{_any(_HEDGES)})\s*){{0,3}})
    (?:
        (?:between|from)\s+{NUMBER("first")}\s+(?:and|to)\s+{NUMBER("last")}
      | (?P<before>\+)?{NUMBER("low")}(?P<middle>\+)?
        (?:(?:\s*(?:[–—‒−-]|&[nm]dash;)\s*|\s+(?:to|or)\s+)[~≈]?{NUMBER("high")})?
        (?P<after>\s?\+(?!\s?\d)|\s+or\s+more\b)?(?P<about>-odd\b|\ or\ so\b)?
      | ["“”'‘]?(?P<vague>{_any(VAGUE)})["”'’]?
      | ["“”'‘]?(?P<uncounted>{_any(UNCOUNTED)})["”'’]?
    )
    (?!\w|[/%°′]|[:.,]\d|\s?(?:{_UNITS})\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)

#: The words that a quantity can begin with, lower case: where none stands, none is looked for.
STARTERS = frozenset(
    word.split()[0].rstrip(".") for word in (*_HEDGES, *VAGUE, *UNCOUNTED, "between", "from")
) | frozenset(
    "a an half one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
    "ninety zero".split()
)


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
        hedged = _HEDGED.fullmatch(stripped.lower())
        word = hedged["word"] if hedged else ""
        if hedged and (word in _DEGREES or word == _UNSTATED):
            return cls._from_word(word, _kinds(hedged["hedges"]))
        raise ValueError(f'expected a quantity such as "25", "181+" or "dozens", found {text!r}')

    @classmethod
    def from_match(cls, match: re.Match[str]) -> Quantity | None:
        """Read a match of ``PATTERN``; ``None`` when its digits are no whole number."""
        hedges = _kinds(match["hedges"])
        if word := match["vague"] or match["uncounted"]:
            return cls._from_word(" ".join(word.lower().split()), hedges)
        low = high = to_int(match["first"] or match["low"])
        if last := match["last"] or match["high"]:
            high = to_int(last)
        if low is None or high is None:
            return None
        if match["high"]:  # "between 1 and 1,000" says both ends in full
            low = share_thousands(low, high, match["high"])
        if not low <= high <= _MOST:
            return None
        plus = match["before"] or match["middle"] or match["after"]
        return cls(
            low,
            high,
            at_least=bool(plus) or "at_least" in hedges,
            at_most="at_most" in hedges,
            approximate="approximate" in hedges or bool(match["about"]),
        )

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


def _kinds(hedges: str) -> frozenset[str]:
    """What the hedges before a figure say of it; nearly always nothing."""
    if not hedges:
        return frozenset()
    return frozenset(
        _HEDGES[" ".join(hedge.group().lower().split())] for hedge in _HEDGE.finditer(hedges)
    )


#: The largest number that a column of 64 bits holds.
_MOST = 2**63 - 1
_UNSTATED = "an unstated number"
#: How heavy losses were, where nothing else is said; a cell may hold no more than this word.
_DEGREES = frozenset(
    "heavy light high low minimal minor moderate severe significant substantial considerable huge "
    "massive negligible".split()
)
_HEDGED = re.compile(rf"(?P<hedges>(?:(?:{_any(_HEDGES)})\s*){{0,3}})(?P<word>.*)", re.IGNORECASE)
_HEDGE = re.compile(_any(_HEDGES), re.IGNORECASE)
