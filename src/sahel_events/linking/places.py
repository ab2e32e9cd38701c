"""How the places of two engagements stand to each other."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from sahel_events.registry.countries import country_named
from sahel_events.registry.geography import same_or_contained, surroundings
from sahel_events.registry.locating import locate, steps
from sahel_events.registry.names import fold
from sahel_events.registry.places import Place, place_with_id

__all__ = ["Chain", "Nearness", "chain", "nearness", "spelling"]

#: A place and what it lies in, from the narrowest to the country: identifiers of the register, ISO
#: codes of countries, and the plain name of what the register lacks.
Chain = tuple[str, ...]


class Nearness(IntEnum):
    """How close two named places are, from not at all to the same."""

    APART = 0
    UNKNOWN = 1  #: one of them is not named, or the register cannot tell whether it is in the other
    COUNTRY = 2  #: one is the country in which the other lies
    REGION = 3  #: one is the region in which the other lies
    SPELLING = 4  #: two names that the register lacks, and that differ by a vowel
    SAME = 5


@lru_cache(maxsize=65_536)
def chain(name: str, id: str | None = None) -> Chain:
    """A place, by its identifier where the register has it, and what it lies in.

    >>> chain("Bamba", "ml-bamba")
    ('ml-bamba', 'ml-gao-region', 'ML')
    >>> chain("Ogossa, Mali"), chain("Mali")
    (('ogossa', 'ML'), ('ML',))
    """
    place = place_with_id(id) if id is not None else None
    if place is not None:
        return _registered(place)
    if _VAGUE.search(name):
        return ()
    narrow, *wide = steps(name)
    return (*_named(narrow), *(known for step in wide for known in _named(step)))


def _registered(place: Place) -> Chain:
    wider = (whole.id for whole in surroundings(place))
    return (place.id, *wider, *(place.countries if len(place.countries) == 1 else ()))


def _named(name: str) -> Chain:
    country = country_named(name)
    if country is not None and country.iso:
        return (country.iso,)
    place = locate(name).place
    return _registered(place) if place is not None else (fold(name),)


def nearness(one: Chain, other: Chain) -> Nearness:
    """How two places stand to each other, as far as the register knows them.

    >>> nearness(chain("Bamba", "ml-bamba"), chain("Gao Region", "ml-gao-region")).name
    'REGION'
    """
    if not one or not other:
        return Nearness.UNKNOWN
    if one[0] == other[0]:
        return Nearness.SAME
    if one[0] not in other and other[0] not in one:
        if _are_spellings(one, other):
            return Nearness.SPELLING
        return Nearness.UNKNOWN if _may_be_one(one[0], other[0]) else Nearness.APART
    wider = one[0] if one[0] in other else other[0]
    if wider.isupper():
        return Nearness.COUNTRY
    place = place_with_id(wider)
    return Nearness.REGION if place is not None and place.kind == "region" else Nearness.SAME


#: What may be anywhere in its country, or in the next one.
_VAGUE = re.compile(
    r"\b(?:border|borders|borderlands?|frontier|tri-border|three borders|liptako)\b"
    r"|^(?:the )?(?:far )?(?:north|south|east|west|cent(?:re|er)|central|northern|southern|eastern"
    r"|western)\b[\w-]*(?: (?:of|part|region|area)\b.*)?$",
    re.IGNORECASE,
)
_VOWELS = re.compile(r"[aeiouy]+|(.)(?=\1)|\W")
#: Names of so few consonants are too many.
_CONSONANTS = 3


def spelling(name: str) -> str:
    """What stays of a name in all its spellings: "Fambita" and "Fombitta" are "fmbt".

    >>> spelling("fambita"), spelling("fombitta")
    ('fmbt', 'fmbt')
    """
    return _VOWELS.sub("", fold(name))


def _are_spellings(one: Chain, other: Chain) -> bool:
    """Whether two plain names may be one, in one country as far as it is known."""
    names = [chain_[0] for chain_ in (one, other)]
    if any(place_with_id(name) is not None or name.isupper() for name in names):
        return False
    countries = [{part for part in chain_[1:] if part.isupper()} for chain_ in (one, other)]
    kept = [spelling(name) for name in names]
    near = abs(len(names[0]) - len(names[1])) < 2 and names[0][:1] == names[1][:1]
    same_country = not all(countries) or countries[0] == countries[1]
    return near and kept[0] == kept[1] and len(kept[0]) >= _CONSONANTS and same_country


def _may_be_one(one: str, other: str) -> bool:
    """Whether the register leaves open that one of two places lies in the other."""
    first, second = place_with_id(one), place_with_id(other)
    return first is not None and second is not None and same_or_contained(first, second) is None
