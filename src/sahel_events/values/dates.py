"""When: dates as ISO 8601-2 (EDTF) strings, read from English.

English → EDTF is ours, because the readers that exist invent days or drop ends; what an EDTF string
means (its earliest and latest day, whether it is valid) is the ``edtf`` library's, asked only when
somebody wants to know.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import ClassVar, NamedTuple

from attrs import evolve, frozen

from sahel_events.describing import described
from sahel_events.values.english_dates import DATE, MONTHS, SEASONS

__all__ = ["Basis", "EventDate", "Years", "hull"]

_PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")
#: What EDTF strings are made of; whether one is valid the library says.
_EDTF = re.compile(r"[\d.][\d.~?%/X-]*")


class Years(NamedTuple):
    """The years of a context, for dates that are written without one.

    ``month`` is the month in which the first year of two is entered.
    """

    first: int
    last: int
    month: int = 7


class Basis(StrEnum):
    """How the year, month or day of a date was known."""

    EXPLICIT = "explicit"  #: all of it is written where the figure stands
    HEADING = "heading"  #: it comes from a heading above the figure
    SENTENCE = "sentence before"  #: it comes from the sentences before
    CONTEXT = "context"  #: it comes from the infobox's own date
    PARTS = "parts"  #: it is the span of the figure's dated parts
    PUBLICATION = "publication date"  #: it is relative to the publication date


@frozen
class EventDate:
    """A date, month, year or stretch of time as an EDTF string (ISO 8601-2, level 1).

    ``basis`` says how it was known.
    """

    edtf: str = described("As an EDTF string (ISO 8601-2); null when unknown.")
    basis: Basis = described("How the date was known.", default=Basis.EXPLICIT)
    #: Properties that a table shows beside the fields, for those who read it.
    DERIVED: ClassVar[Mapping[str, str]] = {
        "earliest": "First day that it can mean; null when open or unknown.",
        "latest": "Last day that it can mean; null when open or unknown.",
    }

    @classmethod
    def parse(cls, text: str) -> EventDate:
        """The date that the whole text states, in English or already as EDTF.

        Raises :class:`ValueError` when it states none, or one without a year.

        >>> EventDate.parse("Jan.-March 2013").edtf, EventDate.parse("2012–17").edtf
        ('2013-01/2013-03', '2012/2017')
        >>> EventDate.parse("16 January 2012 – present").edtf
        '2012-01-16/..'
        >>> EventDate.parse("until March 2012").edtf
        '../2012-03'
        """
        stripped = text.strip()
        if _EDTF.fullmatch(stripped) and _edges(stripped) is not None:
            return cls(stripped)
        match = DATE.fullmatch(stripped)
        found = cls.from_match(match) if match else None
        if found is None:
            raise ValueError(f'expected a date such as "17 March 2021", found {text!r}')
        return found

    @classmethod
    def from_match(cls, match: re.Match[str], years: Years | None = None) -> EventDate | None:
        """Read a match of ``DATE``.

        ``years`` are the first and last year of the context, for dates that are written without
        one; ``None`` is returned for such a date when the context has none either.
        """
        groups = match.groupdict()
        ranges = _has(groups, "2")
        last = _points(groups, "2", None) if ranges else None
        if last is not None:  # "Jan.-March 2013", "30 December – 2 January 1942"
            first = _points(groups, "1", Years(last.year, last.year))
            if first is not None and not first.said and first.edge > last.edge:
                first = _points(groups, "1", Years(last.year - 1, last.year - 1))
        else:
            first = _points(groups, "1", years)
            if first is not None and ranges:
                last = _points(
                    groups, "2", years if not first.said else Years(first.year, first.year)
                )
        if first is None or (last is None and ranges):
            return None
        if groups["short"] and groups["short"] < first.first[2:4]:
            return None
        basis = Basis.EXPLICIT if first.said or (last is not None and last.said) else Basis.CONTEXT
        return cls(_interval(first, last, groups), basis) if _real(first, last) else None

    @property
    def earliest(self) -> datetime.date | None:
        """The first day that the date can mean; ``None`` when its beginning is open."""
        edges = _edges(self.edtf)
        return edges[0] if edges else None

    @property
    def latest(self) -> datetime.date | None:
        """The last day that the date can mean; ``None`` when its end is open."""
        edges = _edges(self.edtf)
        return edges[1] if edges else None

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def last_year(self) -> int:
        """The last year that is named in it."""
        return int(next(end for end in reversed(self.edtf.split("/")) if end != "..")[:4])

    def overlaps(self, other: EventDate) -> bool:
        """Whether two dates may share a day; what is open goes on for ever.

        >>> EventDate.parse("May 2020").overlaps(EventDate.parse("12 May 2020"))
        True
        >>> EventDate.parse("2019 – present").overlaps(EventDate.parse("12 May 2020"))
        True
        """
        begins, ends = (self.earliest, other.earliest), (other.latest, self.latest)
        return all(
            begin is None or end is None or begin <= end
            for begin, end in zip(begins, ends, strict=True)
        )

    def within(self, basis: Basis) -> EventDate:
        """The same date, known in another way."""
        return evolve(self, basis=basis)

    def __str__(self) -> str:
        return self.edtf


@frozen
class _Point:
    """One end of a date: its EDTF from first to last day, and whether its year is written."""

    first: str
    last: str
    said: bool

    @property
    def year(self) -> int:
        return int(self.first[:4])

    @property
    def edge(self) -> str:
        return self.first.rstrip("~")


#: The groups of which one matches where there is a point.
_POINTS = {
    tag: [kind + tag for kind in ("iso", "d", "mm", "only", "season", "year")] for tag in "12"
}


def _has(groups: dict[str, str | None], tag: str) -> bool:
    return any(map(groups.get, _POINTS[tag]))


def _points(groups: dict[str, str | None], tag: str, years: Years | None) -> _Point | None:
    """The point whose groups carry ``tag``, its year taken from the context when it has none."""
    about = "~" if groups["about" + tag] else ""
    if iso := groups["iso" + tag]:
        return _iso(iso, about)
    if year := groups["year" + tag]:
        return _Point(year + about, year + about, True)
    if season := groups["season" + tag]:
        edtf = f"{groups['sy' + tag]}-{SEASONS[season.lower()]}"
        return _Point(edtf, edtf, True)
    name = groups["m" + tag] or groups["mm" + tag] or groups["only" + tag]
    if name is None:
        return None
    month = MONTHS[name.rstrip(".").lower()]
    said = groups["y" + tag] or groups["my" + tag] or groups["oy" + tag]
    year = said or _year_within(years, month)
    if year is None:
        return None
    stem = f"{year}-{month:02}"
    day, last_day = (
        groups["d" + tag] or groups["md" + tag],
        groups["dd" + tag] or groups["mdd" + tag],
    )
    if day is None:
        return _Point(stem + about, stem + about, bool(said))
    first = f"{stem}-{_number(day):02}"
    last = f"{stem}-{_number(last_day):02}" if last_day else first
    return _Point(first + about, last + about, bool(said))


def _iso(text: str, about: str) -> _Point:
    """A month, as "2012-04" is; but "2011-12", in English, is two years."""
    year, rest = text[:4], text[5:]
    if len(rest) == 2 and int(rest) > int(year[2:]):
        return _Point(year, year[:2] + rest, True)
    return _Point(text + about, text + about, True)


def _number(day: str) -> int:
    return int(day.rstrip("sthndr"))


def _year_within(years: Years | None, month: int) -> str | None:
    """The year of a month in a context of one year, or of two that follow each other.

    A battle from June 2030 to January 2031 puts September in the first, January in the second.
    """
    if years is None or years.last - years.first > 1:
        return None
    return str(years.first if month >= years.month or years.first == years.last else years.last)


def _real(first: _Point, last: _Point | None) -> bool:
    """Whether every day exists and the ends are in order."""
    ends = [first.first, first.last] + ([last.first, last.last] if last else [])
    return all(_exists(end.rstrip("~")) for end in ends) and _ordered(first.first, ends[-1])


def _ordered(first: str, last: str) -> bool:
    shortest = min(len(first.rstrip("~")), len(last.rstrip("~")))
    return first[:shortest] <= last[:shortest]


def _exists(point: str) -> bool:
    year, _, rest = point.partition("-")
    month, _, day = rest.partition("-")
    if month and int(month) > 12:
        return 21 <= int(month) <= 24
    try:
        datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True


def _interval(first: _Point, last: _Point | None, groups: dict[str, str | None]) -> str:
    if groups["short"] and len(first.first) == 4:
        return f"{first.first}/{first.first[:2]}{groups['short']}"
    if groups["now"]:
        return f"{first.first}/.."
    end = last.last if last else first.last
    if groups["until"] and last is None:
        return f"../{end}"
    if groups["since"] and last is None and first.first == first.last:
        return f"{first.first}/.."
    return first.first if first.first == end else f"{first.first}/{end}"


def hull(dates: list[EventDate]) -> EventDate | None:
    """The stretch of time that covers all the dates, in months (in years when one has no month).

    >>> hull([EventDate("2030-05-02"), EventDate("2030-05-11")]).edtf
    '2030-05'
    """
    ends = [end for date in dates for end in date.edtf.replace("~", "").split("/") if end != ".."]
    if not ends:
        return None
    length = 4 if any(len(end) == 4 for end in ends) else 7
    first, last = min(ends)[:length], max(ends)[:length]
    return EventDate(first if first == last else f"{first}/{last}", Basis.PARTS)


@lru_cache(maxsize=4096)
def _edges(edtf: str) -> tuple[datetime.date | None, datetime.date | None] | None:
    """First and last day of an EDTF string; ``None`` when it is not valid EDTF."""
    first, _, last = edtf.partition("/")
    plain = _plain(first), _plain(last or first)
    if plain[0] and plain[1]:
        ordered = plain[0][0] <= plain[1][1]
        return (plain[0][0], plain[1][1]) if ordered else None
    from edtf import parse_edtf  # slow to import, and seldom needed

    try:
        parsed = parse_edtf(edtf)
        ends = parsed.lower_strict(), parsed.upper_strict()
    except Exception:  # the library raises many kinds for text that is no EDTF
        return None
    earliest, latest = (None if isinstance(end, float) else datetime.date(*end[:3]) for end in ends)
    ordered = earliest is None or latest is None or earliest <= latest
    return (earliest, latest) if ordered else None


def _plain(text: str) -> tuple[datetime.date, datetime.date] | None:
    """First and last day of a plain year, month or day; ``None`` for any other EDTF.

    The library takes milliseconds for each string, and nearly all dates of a large dataset are
    plain days. It is asked for all others, and a test holds both answers against each other.
    """
    match = _PLAIN.fullmatch(text)
    if match is None or int(match[1]) < 1:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    days = calendar.monthrange(year, month or 12)[1]
    if day > days or match[3] == "00":
        return None
    return (
        datetime.date(year, month or 1, day or 1),
        datetime.date(year, month or 12, day or days),
    )
