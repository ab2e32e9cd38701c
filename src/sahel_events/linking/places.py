"""How the places of two engagements stand to each other."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from sahel_events.language.lexicon import country_named
from sahel_events.language.names import fold
from sahel_events.registry.places import place_named

__all__ = ["Nearness", "chain", "nearness"]


class Nearness(IntEnum):
    """How close two named places are, from not at all to the same."""

    APART = 0
    UNKNOWN = 1  #: one of them is not named
    COUNTRY = 2  #: one is the country in which the other lies
    REGION = 3  #: one is the region in which the other lies
    SAME = 4


@lru_cache(maxsize=65_536)
def chain(name: str) -> tuple[str, ...]:
    """A place and what it lies in, from the narrowest to the country.

    >>> chain("Bamba")
    ('bamba', 'gao region', 'ML')
    """
    country = country_named(name)
    if country is not None and country.iso:
        return (country.iso,)
    place = place_named(name)
    if place is None:
        return (fold(name),)
    wider = [] if place.admin1 is None or place.kind == "region" else [_region(place.admin1)]
    own = _region(place.name) if place.kind == "region" else fold(place.name)
    nations = place.countries if len(place.countries) == 1 else ()
    return (own, *wider, *nations)


def _region(name: str) -> str:
    """Regions share their names with towns, so they are always called regions here."""
    return f"{fold(name).removesuffix(' region')} region"


def nearness(one: str | None, other: str | None) -> Nearness:
    """How two places stand to each other, as far as the registry knows them."""
    if one is None or other is None:
        return Nearness.UNKNOWN
    first, second = chain(one), chain(other)
    if first[0] == second[0]:
        return Nearness.SAME
    if first[0] in second or second[0] in first:
        wider = first[0] if first[0] in second else second[0]
        if wider.isupper():
            return Nearness.COUNTRY
        return Nearness.REGION if wider.endswith(" region") else Nearness.SAME
    return Nearness.APART
