"""Where: localities, districts, regions and theatres, by name.

``data/places.csv`` can be edited: a row a place. In running text names are found as they are
written, with or without their accents (:func:`places`); a name by itself is also found in another
case and with other hyphens and apostrophes (:func:`places_named`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterable
from functools import cache, lru_cache

from attrs import frozen

from sahel_events.csv_tables import rows
from sahel_events.registry._gazetteer import Place, gazetteer

__all__ = [
    "Place",
    "PlaceSource",
    "name_key",
    "place_named",
    "place_source",
    "place_with_id",
    "places",
    "places_in",
    "places_meant",
    "places_named",
    "similar_places",
]


@frozen
class PlaceSource:
    """Whose coordinates these are: title, publisher, licence and address."""

    title: str
    publisher: str
    licence: str
    url: str


#: Which place a name means that several have: the town before the district named after it.
_KINDS = ("town", "village", "site", "region", "district", "area")


def _rank(place: Place) -> int:
    return _KINDS.index(place.kind)


@cache
def places() -> dict[str, Place]:
    """A place for every spelling of a name: of several that have it, the first by kind."""
    found: dict[str, Place] = {}
    for place in sorted(gazetteer(), key=_rank):
        for spelling in place.names:
            found.setdefault(spelling, place)
            if not spelling.isascii():
                found.setdefault(_plain(spelling), place)
    return found


@lru_cache(maxsize=16_384)
def places_named(name: str) -> tuple[Place, ...]:
    """Every place with this name, whatever its case, accents, hyphens and apostrophes.

    >>> [place.kind for place in places_named("menaka")]
    ['town', 'region', 'district']
    >>> [place.id for place in places_named("Tin-Zaouatène")]
    ['dz-tin-zaouatine', 'ml-tinzaouaten']
    """
    return _by_key().get(name_key(name), ())


def places_meant(
    name: str, country: str | None = None, kinds: Container[str] = _KINDS
) -> tuple[Place, ...]:
    """The places that a name can mean, in a country (ISO 3166-1) where one is given.

    A town goes before the district and the region that are called after it. What is left when there
    are several is ambiguous, and the order says nothing of which one is meant.

    >>> [place.id for place in places_meant("Gao")], [place.id for place in places_meant("Léré")]
    (['ml-gao'], ['ml-lere', 'td-lere'])
    >>> [place.id for place in places_meant("Léré", country="ML")]
    ['ml-lere']
    """
    named = [
        place
        for place in places_named(name)
        if place.kind in kinds and (country is None or country in place.countries)
    ]
    return tuple(place for place in named if not _is_overshadowed(place, named))


def place_named(name: str, country: str | None = None) -> Place | None:
    """The place that a name means; ``None`` when there is none, or more than one."""
    meant = places_meant(name, country)
    return meant[0] if len(meant) == 1 else None


@cache
def _ids() -> dict[str, Place]:
    return {place.id: place for place in gazetteer()}


def place_with_id(id: str) -> Place | None:
    """The place with this id; ``None`` when there is none."""
    return _ids().get(id)


@cache
def _sources() -> dict[str, PlaceSource]:
    return {
        row["key"]: PlaceSource(row["title"], row["publisher"], row["licence"], row["url"])
        for row in rows(__package__, "place_sources.csv")
    }


@cache
def places_in(country: str) -> int:
    """How many places of a country (ISO 3166-1) there are."""
    return sum(country in place.countries for place in gazetteer())


def place_source(key: str) -> PlaceSource:
    """What a place's ``source`` stands for; raises :class:`KeyError` when there is none."""
    return _sources()[key]


def similar_places(name: str) -> tuple[Place, ...]:
    """The places whose name differs from this one by a single letter.

    >>> [place.id for place in similar_places("Kidall")]
    ['ml-kidal', 'ml-kidal-region', 'ml-kidal-district']
    """
    key = name_key(name)
    if len(key) not in _COMPARED:
        return ()
    close = {near for short in _shortened(key) for near in _by_shortened().get(short, ())} - {key}
    found = (place for near in sorted(close) for place in _by_key()[near])
    return tuple(dict.fromkeys(found))


#: How many letters a name has: shorter ones resemble each other by chance, longer ones are none.
_COMPARED = range(5, 61)


def _is_overshadowed(place: Place, named: Iterable[Place]) -> bool:
    """Whether another place of this name is meant first: "Gao" is the town, not its region."""
    return any(
        _rank(other) < _rank(place)
        and set(other.countries) == set(place.countries)
        and other.admin1 in (place.admin1, place.name)
        for other in named
    )


@cache
def _by_key() -> dict[str, tuple[Place, ...]]:
    found: dict[str, dict[Place, None]] = {}
    for place in sorted(gazetteer(), key=_rank):
        for name in place.names:
            found.setdefault(name_key(name), {})[place] = None
    return {key: tuple(named) for key, named in found.items()}


@cache
def _by_shortened() -> dict[str, list[str]]:
    """The keys of names by what is left of them without one of their letters."""
    found: dict[str, list[str]] = {}
    for key in _by_key():
        for short in _shortened(key) if len(key) in _COMPARED else ():
            found.setdefault(short, []).append(key)
    return found


def _shortened(key: str) -> set[str]:
    return {key} | {key[:index] + key[index + 1 :] for index in range(len(key))}


def name_key(name: str) -> str:
    """What is equal in all ways of writing a name: "In-Khalil" and "in khalil" are "inkhalil"."""
    return "".join(filter(str.isalnum, _plain(name).casefold())).replace("ı", "i")


def _plain(name: str) -> str:
    """A name without its accents: "Menaka" for "Ménaka"."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(character for character in decomposed if not unicodedata.combining(character))
