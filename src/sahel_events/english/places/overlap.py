"""How dates and places of different sentences stand to each other."""

from __future__ import annotations

from functools import lru_cache

from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.registry.countries import country_named
from sahel_events.registry.geography import contains
from sahel_events.registry.locating import locate
from sahel_events.registry.names import fold
from sahel_events.registry.places import places_named
from sahel_events.values import EventDate

__all__ = [
    "alike",
    "is_day",
    "is_locality",
    "is_long",
    "is_loose",
    "is_vague",
    "is_wide",
    "may_lie_in",
    "narrows",
    "regions_of",
]

#: Last words of names of what other places lie in.
_AREAS = word_list("areas that others lie in")
#: Kinds of places in the register that others lie in.
_WIDE = frozenset(("region", "district", "area"))


@lru_cache(maxsize=16_384)
def alike(one: str, other: str) -> bool:
    """Whether two names may be of one place: equal, or one lies in the other.

    >>> alike("Konna", "the town of Konna"), alike("Konna", "Gao")
    (True, False)
    """
    first, second = fold(one), fold(other)
    if first in second or second in first:
        return True
    return _is_region_of(first, other) or _is_region_of(second, one)


@lru_cache(maxsize=16_384)
def regions_of(town: str) -> frozenset[str]:
    """The folded names of the regions in which places of this name lie."""
    return frozenset(fold(place.admin1) for place in places_named(town) if place.admin1)


def _is_region_of(name: str, town: str) -> bool:
    """Whether a folded name is that of the region, or of the city, in which a place lies.

    A region that is called after its town needs the word: "Kidal" is the town, and not Tessalit.
    """
    regions = regions_of(town)
    if name in regions:
        return not any(place.kind in ("town", "village") for place in places_named(name))
    return any(name in (f"{region} region", f"{region} city") for region in regions)


def is_wide(place: str) -> bool:
    """Whether others lie in a place: it is a country or a region.

    >>> is_wide("Tillabéri region"), is_wide("northern Mali"), is_wide("Konna")
    (True, True, False)
    """
    first, _, rest = place.partition(" ")
    part = first.lower().endswith("ern") or first.lower() == "central"
    if place.split()[-1].lower() in _AREAS or country_named(rest if part else place) is not None:
        return True
    named = places_named(place)
    return bool(named) and all(known.kind in _WIDE for known in named)


def is_vague(place: str) -> bool:
    """Whether a place is hardly one: a border, a part of a country.

    >>> is_vague("northern border"), is_vague("northern Mali"), is_vague("Konna")
    (True, True, False)
    """
    first, last = place.split()[0].lower(), place.split()[-1].lower()
    part = first.endswith("ern") or first in ("central", "the")
    return last in _VAGUE or (part and country_named(place.partition(" ")[2]) is not None)


#: Last words of what is told of as a place, and is none that could be found.
_VAGUE = ("border", "frontier", "zone", "borders", "area")


def is_loose(place: str) -> bool:
    """Whether a place is only told from others: "between Gao and Ber", "35 km north of Djibo"."""
    return place.startswith("between ") or " of " in place or place[:1].isdigit()


def may_lie_in(place: str, area: str) -> bool:
    """Whether nothing that is known of two places tells that the first is not in the second."""
    inner, outer = locate(place).meant, locate(area).place
    if outer is not None:
        return not inner or any(contains(outer, known) for known in inner)
    country = country_named(area)
    isos = {iso for known in inner for iso in known.countries}
    return country is None or not isos or country.iso in isos


def is_locality(name: str) -> bool:
    """Whether a name may be that of a town, and not of a building or a stretch of road.

    >>> is_locality("Tongo Tongo"), is_locality("the Radisson hotel")
    (True, False)
    """
    return " " not in name or bool(places_named(name))


def _days(date: EventDate) -> int | None:
    if date.earliest is None or date.latest is None:
        return None
    return (date.latest - date.earliest).days


def is_long(date: EventDate) -> bool:
    """Whether a date covers more than a month and a half: what is told of it is an aggregate."""
    days = _days(date)
    return days is None or days > 45


def is_day(date: EventDate | None) -> bool:
    """Whether a date is that of one event: a few days at most."""
    days = _days(date) if date is not None else None
    return days is not None and days < 4


def narrows(day: EventDate | None, date: EventDate | None) -> bool:
    """Whether a day may be the one that a date means: an open one says nothing of its day.

    >>> week, since = EventDate.parse("9–15 May 2031"), EventDate.parse("2030 – present")
    >>> day = EventDate.parse("12 May 2031")
    >>> narrows(day, week), narrows(day, since)
    (True, False)
    """
    if day is None or date is None or not is_day(day) or _days(date) is None:
        return False
    return day.overlaps(date)
