"""How a quantity is written: one pattern, of the table of forms and of numbers.

``data/quantity_forms.csv`` holds every form with an example. The words before and behind a number,
and those that stand for one, are taken from there; ranges, shares of a whole and proportions are
patterns, since they hold numbers of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

from sahel_events.csv_tables import rows
from sahel_events.values.numbers import NUMBER, SCALE, SMALL

__all__ = [
    "AFTER_VERB", "BEHIND", "FORMS", "HEDGED", "PATTERN", "STARTERS", "UNCOUNTED", "VAGUE", "Form",
    "kinds_of_hedges",
]  # fmt: skip


@frozen
class Form:
    """A form in which a quantity is stated, as in a row of the table."""

    form: str
    role: str
    says: str
    least: int | None
    example: str
    stated: str

    @property
    def words(self) -> str:
        """The form without its number."""
        return self.form.replace("{n}", "").strip()


FORMS = tuple(
    Form(
        row["form"], row["role"], row["says"], int(row["least"]) if row["least"] else None,
        row["example"], row["stated"],
    )
    for row in rows(__package__, "quantity_forms.csv")
)  # fmt: skip


def _says(role: str) -> dict[str, str]:
    return {form.words: form.says for form in FORMS if form.role == role}


_HEDGES, BEHIND, _VERBS = _says("before"), _says("behind"), _says("verb")
#: Words that stand for a number without saying it, and the least that they can mean.
VAGUE = {form.form: form.least for form in FORMS if form.least is not None}
#: Words that say that there were some, and nothing about how many.
UNCOUNTED = tuple(form.form for form in FORMS if form.role == "word" and form.least is None)
#: A number of these is no count of people or things: "155 mm howitzers", "60 km south".
_UNITS = (
    r"mm|cm|km|kg|metres?|meters?|kilomet\w+|miles?|knots?|hp|GRT|(?:tons?|tonnes)(?!\s+of)"
    r"|hours?|days?|weeks?|years?|bn|CFA|francs?|dollars?|euros?"
)


def _any(words: Iterable[str]) -> str:
    """One pattern for all the words, the longest first; a word ends where its letters end."""
    longest = sorted(words, key=len, reverse=True)
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s+") + (r"\b" if word[-1].isalpha() else "")
        for word in longest
    )


_BEHIND = _any(word for word in BEHIND if word[0].isalpha())
_TIED = _any(word for word in BEHIND if not word[0].isalpha() and word != "+")
_MAYBE = r"(?:possibly|perhaps|maybe|probably|potentially|conceivably)"
_UPPER = r"(?:as\s+many\s+as|up\s+to|at\s+most|no\s+more\s+than|fewer\s+than|less\s+than|under)"
_LOWER = r"(?:at\s+least|more\s+than|over|no\s+fewer\s+than|no\s+less\s+than|a\s+minimum\s+of)"
#: A comma that closes what was put in: "at least 10, and possibly 14, soldiers".
_CLOSES = r"(?:,(?=\s+[a-z]))?"
#: "at least 10 and up to 14"; "10, possibly 14".
_OPEN_RANGE = (
    rf"{_LOWER}\s+{NUMBER('floor')}\s*,?\s+(?:and|but|or)\s+"
    rf"(?:(?P<perhaps>{_MAYBE})\s+)?(?P<limit>{_UPPER}\s+)?(?(perhaps)|(?(limit)|(?!)))"
    rf"{NUMBER('ceiling')}{_CLOSES}"
)
_MORE = rf"(?:,?\s+(?:or\s+)?{_MAYBE}\s+(?:{_UPPER}\s+)?|,?\s+if\s+not\s+)"
#: A part of a whole that is told: "a third of the 90", "40% of the 90", "half the 90".
_PARTS = "half|halve|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_PART = (
    rf"(?:(?:(?:an?|{SMALL})[ -])?(?:{_PARTS})s?\b"
    rf"|(?:\d{{1,3}}(?:\.\d+)?|{SMALL})(?:%|\s?per\s?cent\b))"
)
_SHARE = (
    rf"(?P<share>{_PART})\s+(?:of\s+(?:(?:the|its|their|his|those|these|all)\s+){{0,2}}"
    r"|(?:all\s+)?(?:the|its|their|those|these)\s+)"
    rf"(?:(?:some|about|around|roughly|nearly)\s+)?{NUMBER('whole')}"
)
#: A part of a whole without a number: "two thirds of the villagers", "half the garrison".
_UNKNOWN_SHARE = rf"(?P<unknown>{_PART})(?=\s+of\s+\w|\s+(?:the|its|their|those)\s)"
#: People of whom a proportion is told without "of": "one in three villagers".
_OF_PEOPLE = (
    r"(?:people|civilians|villagers|residents|inhabitants|households|families|children|women|men"
    r"|soldiers|fighters|refugees|passengers|prisoners|hostages|victims)"
)
#: Of how many a proportion is told: "nine out of twelve" are nine.
_OF_HOW_MANY = "(?:two|three|four|five|six|eight|ten|2|3|4|5|6|8|10|100|1,?000)"
#: A part of a whole that nobody counts: "three in five", "two out of three of the wounded".
_PROPORTION = (
    rf"(?P<proportion>(?P<some>{SMALL})\s+(?:in|out\s+of)\s+(?P<every>every\s+)?"
    rf"(?P<all>{_OF_HOW_MANY})\b"
    rf"(?(every)|(?=\s+(?:of\s+(?:the|its|their|those|these|all)\b|{_OF_PEOPLE}\b))))"
)

#: What makes a number a part of another one: it is not cut in two.
_GOES_ON = (
    rf"[\s-]{SCALE}(?!-)|\spoint\s{SMALL}\b|\sand\sa\s(?:half|quarter)\b(?!-)"
    rf"|[\s-](?:{_PARTS})s\b"
)

#: A quantity, to be tried where one may begin. Linear: no two parts compete for one character.
PATTERN = re.compile(
    rf"""
    (?:{_OPEN_RANGE}|{_PROPORTION}|(?P<hedges>(?:(?:{_any(_HEDGES)})\s*){{0,3}})
    (?:
        (?:(?:any(?:where|thing)\s+)?(?:between|from))\s+{NUMBER("first")}\s+(?:and|to)\s+{NUMBER("last")}
      | {_SHARE}
      | (?P<before>\+)?{NUMBER("low")}(?P<middle>\+)?
        (?:(?:\[\w{{1,3}}\])?(?:\s*(?:[–—‒−-]|&[nm]dash;)\s*|\s+(?:to|or)\s+)[~≈]?{NUMBER("high")}
          |{_MORE}{NUMBER("more")}{_CLOSES}
          |\s+out\s+of\s+(?:the\s+|a\s+total\s+of\s+)?{NUMBER("out_of")})?
        (?P<after>\s?\+(?!\s?\d)|{_TIED}|\s+(?:{_BEHIND}))?
      | {_UNKNOWN_SHARE}
      | ["“”'‘]?(?P<vague>{_any(VAGUE)})["”'’]?
      | ["“”'‘]?(?P<uncounted>{_any(UNCOUNTED)})["”'’]?
    ))
    (?!\w|[/%°′]|[:.,]\d|[–-]\d|\s?(?:{_UNITS})\b|{_GOES_ON})
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: A verb of more or less that ends right before a number: "the toll exceeded".
AFTER_VERB = re.compile(rf"\b(?P<verb>{_any(_VERBS)})\s*\Z", re.IGNORECASE)

#: The words that a quantity can begin with, lower case: where none stands, none is looked for.
STARTERS = frozenset(
    word.split()[0].rstrip(".")
    for word in (*_HEDGES, *VAGUE, *UNCOUNTED, "between", "from", "anywhere", "anything")
) | frozenset(
    "a an half one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
    "ninety zero".split()
)

_HEDGE = re.compile(_any(_HEDGES), re.IGNORECASE)
#: Hedges before a word for a degree of losses: "about heavy".
HEDGED = re.compile(rf"(?P<hedges>(?:(?:{_any(_HEDGES)})\s*){{0,3}})(?P<word>.*)", re.IGNORECASE)


def kinds_of_hedges(hedges: str | None) -> frozenset[str]:
    """What the hedges before a figure say of it; nearly always nothing."""
    if not hedges:
        return frozenset()
    return frozenset(
        _HEDGES[" ".join(hedge.group().lower().split())] for hedge in _HEDGE.finditer(hedges)
    )


def said_by_verb(text: str, start: int) -> str:
    """What a verb right before a number says of it: "the toll exceeded 150" is at least 150."""
    found = AFTER_VERB.search(text, max(0, start - 24), start)
    return _VERBS[" ".join(found["verb"].lower().split())] if found else ""
