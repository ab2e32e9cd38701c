"""Which engagements are worth comparing: those that share a day and a place, never all pairs.

Each engagement gets a few keys, and only those with a key in common are compared. One with a day
and a place has a key for every day and what the place lies in; one without a place is found by day
and party; one without a day by its place alone. A key that very many share says nothing, so what
only such a key brings together is not compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations

from sahel_events.linking.evidence import Fought
from sahel_events.linking.places import spelling

__all__ = ["pairs"]

#: Dates that cover more days than this are compared by year.
_MOST_DAYS = 14
#: How many may share a vague key: a year and a town, or a town alone.
_MOST_SHARING = 40

Key = tuple[str, ...]


def pairs(engagements: Iterable[Fought]) -> Iterator[tuple[Fought, Fought]]:
    """The pairs to compare, each once, by id."""
    blocks: dict[Key, tuple[list[Fought], list[Fought]]] = {}
    for fought in engagements:
        for key in _keys(fought, fought.chain[:1]):
            blocks.setdefault(key, ([], []))[0].append(fought)
        for key in _keys(fought, fought.chain[1:]):
            blocks.setdefault(key, ([], []))[1].append(fought)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        for one, other in _within(key, *blocks[key]):
            first, second = sorted((one, other), key=lambda fought: fought.record.id)
            ids = (first.record.id, second.record.id)
            if ids not in seen:
                seen.add(ids)
                yield first, second


def _within(key: Key, at: list[Fought], inside: list[Fought]) -> Iterator[tuple[Fought, Fought]]:
    """The pairs of a block: all that are at its place, and each of those with each inside it."""
    if key[0] != "day" and len(at) + len(inside) > _MOST_SHARING:
        return
    yield from combinations(at, 2)
    for one in at:
        for other in inside:
            yield one, other


def _keys(fought: Fought, places: tuple[str, ...]) -> Iterator[Key]:
    """The keys of an engagement for places; without any, those by party."""
    days, years = _days(fought), _years(fought)
    narrow = [place for place in places if not place.isupper()]  # a country is no place to meet
    spelt = [f"~{kept}" for place in narrow if (kept := spelling(place)) and len(kept) > 2]
    for place in (*narrow, *spelt):
        for day in days:
            yield "day", day.isoformat(), place
        for year in years:
            yield "year", str(year), place
        yield "place", place
    if places == fought.chain[:1]:
        for party in sorted(fought.parties):
            for day in days:
                yield "day", day.isoformat(), "party", party


def _days(fought: Fought) -> list[date]:
    length = fought.length
    if length is None or length.days > _MOST_DAYS:
        return []
    first = fought.record.date.earliest if fought.record.date else None
    more = 2 if first is not None and first < date.max else 1  # what happened the next day is near
    return [first + timedelta(days=n) for n in range(length.days + more)] if first else []


def _years(fought: Fought) -> list[int]:
    known = fought.record.date
    if known is None or known.earliest is None or known.latest is None:
        return []
    return [*range(known.earliest.year, min(known.latest.year, known.earliest.year + 1) + 1)]
