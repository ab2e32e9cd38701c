"""Which place of a gazetteer a phrase means, in a text about some country.

The hierarchy that the text states decides: "Bamba (Koro, Mopti)" is the Bamba of that cercle. A
name of several bearers needs such a hint, and means none of them without. What the text is not
about is not looked at, so that nothing is put across a border.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from attrs import frozen

from sahel_events.registry.countries import Country, country_named, names_of_countries
from sahel_events.registry.geography import kilometres
from sahel_events.registry.geonames import Gazetteer, Spot
from sahel_events.registry.locating import Phrase, dissect
from sahel_events.registry.places import name_key, places_in
from sahel_events.values import PlacedBy

__all__ = ["About", "Found", "find", "home_country", "named_countries"]


@frozen
class About:
    """What a text tells that settles names: its words, its country, and places settled before."""

    text: str
    country: str | None
    settled: tuple[tuple[float, float], ...] = ()


@frozen
class Found:
    """A place, whether the phrase says that it was only near it, and how it was found."""

    spot: Spot
    near: bool
    how: PlacedBy


#: Bearers so close to each other are one place that is listed twice.
_ONE_PLACE_KM = 8
#: A village lies so close to the seat of the unit that it is said to be in.
_IN_UNIT_KM = 60
#: Units are cut anew: the only bearer of a name may lie in one that is newer than the gazetteer.
_IN_REGION_KM = 200
#: Places of one report lie so close to each other.
_NEIGHBOURS_KM = 75
#: So many characters before and behind a name are words beside it.
_BEFORE, _BEHIND = 60, 120
_CAPITALISED = re.compile(r"[^\W\d_][\w'’-]*")
_UNIT_NOUN = re.compile(
    r"\b(?:region|région|cercle|circle|province|department|département|state|district|commune"
    r"|prefecture|préfecture|of|du|de|des|d|la|le|the|l)\b",
    re.IGNORECASE,
)


def home_country(text: str) -> str | None:
    """The country (ISO 3166-1) that a text speaks of most; ``None`` when two come out even.

    >>> home_country("Gunmen attacked a village in Burkina Faso. Burkinabe soldiers came.")
    'BF'
    """
    counted = Counter(country.iso for _, country in _mentioned(text))
    first, second = (*counted.most_common(2), (None, 0), (None, 0))[:2]
    return first[0] if first[1] > second[1] else None


#: States on whose wars the register has the places.
_COVERED = 40


def named_countries(text: str) -> frozenset[str]:
    """The countries with many places in the register that a text calls by their names.

    Soldiers of a country ("Chadian troops") may be anywhere.
    """
    named = {country.iso for name, country in _mentioned(text) if name in country.names}
    return frozenset(iso for iso in named if iso and places_in(iso) > _COVERED)


def _mentioned(text: str) -> Iterator[tuple[str, Country]]:
    """The states that a text mentions, by name or demonym, each as often as it does."""
    words = [match.group() for match in _CAPITALISED.finditer(text) if match.group()[0].isupper()]
    plain = [word.removesuffix("'s").removesuffix("’s") for word in words]
    known = names_of_countries()
    for name in (*plain, *map(" ".join, pairwise(plain))):
        country = known.get(name)
        if country is not None and country.iso and country.kind == "state":
            yield name, country


def find(text: str, gazetteer: Gazetteer, about: About) -> Found | None:
    """The one place of the gazetteer that a phrase means, if there is just one."""
    phrase = dissect(text)
    if phrase is None:
        return None
    named = _of_kind(gazetteer.named(phrase.name), phrase.kinds)
    stated, around = _stated_country(phrase)
    country = stated or about.country
    if country is None or not named:
        return None
    bearers = _distinct([spot for spot in named if spot.country == country])
    settled = _settled(phrase, bearers, around, gazetteer, about)
    return Found(settled[0], phrase.near, settled[1]) if settled is not None else None


def _settled(
    phrase: Phrase, bearers: list[Spot], around: list[str], gazetteer: Gazetteer, about: About
) -> tuple[Spot, PlacedBy] | None:
    """The bearer that is meant, by the strongest hint there is."""
    if around:
        within = [spot for spot in bearers if _lies_in(spot, around, gazetteer, _IN_UNIT_KM)]
        if len(within) == 1:
            return within[0], PlacedBy.HIERARCHY
        alone = len(bearers) == 1 and _lies_in(bearers[0], around, gazetteer, _IN_REGION_KM)
        return (bearers[0], PlacedBy.NAME) if alone else None
    beside = _words_beside(phrase.name, about.text)
    hinted = [spot for spot in bearers if _units_of(spot) & beside]
    if len(bearers) > 1 and len(hinted) == 1:
        return hinted[0], PlacedBy.HIERARCHY
    if len(bearers) == 1:
        return bearers[0], PlacedBy.NAME
    seats = [spot for spot in bearers if spot.is_seat]
    if len(seats) == 1:
        return seats[0], PlacedBy.SEAT
    near = [spot for spot in bearers if _is_near(spot, about.settled)]
    return (near[0], PlacedBy.CONTEXT) if len(near) == 1 else None


_SETTLED = frozenset(("town", "village", "site"))


def _of_kind(named: Iterable[Spot], kinds: Collection[str] | None) -> list[Spot]:
    """The units where the phrase calls it a region or district, else settlements before units."""
    spots = list(named)
    units = [spot for spot in spots if spot.is_unit]
    settlements = [spot for spot in spots if not spot.is_unit]
    if kinds is not None and not _SETTLED & set(kinds):
        return units if {"region", "district"} & set(kinds) else []
    own = [spot for spot in settlements if spot.own]
    return own or settlements or units


def _stated_country(phrase: Phrase) -> tuple[str | None, list[str]]:
    """The country that the phrase names, and the smaller units."""
    states = [country for step in phrase.around if (country := country_named(step)) is not None]
    around = [step for step in phrase.around if country_named(step) is None]
    return (states[0].iso if states else None), around


def _distinct(spots: list[Spot]) -> list[Spot]:
    """The spots without those that lie beside another one: the largest of them stands for all."""
    found: list[Spot] = []
    for spot in sorted(spots, key=lambda spot: (not spot.is_seat, -spot.population, spot.id)):
        if all(_apart(spot, other) > _ONE_PLACE_KM for other in found):
            found.append(spot)
    return found


def _lies_in(spot: Spot, around: Iterable[str], gazetteer: Gazetteer, reach: float) -> bool:
    """Whether a place lies in each of the units that are named, or so near to their seats."""
    return all(_lies_in_unit(spot, step, gazetteer, reach) for step in around)


def _lies_in_unit(spot: Spot, step: str, gazetteer: Gazetteer, reach: float) -> bool:
    if _unit_key(step) in _units_of(spot):
        return True
    named = [other for other in gazetteer.named(step) if other.country == spot.country]
    units = {other.name for other in named if other.is_unit}
    if {spot.admin1, spot.admin2} & units:
        return True
    return any(_apart(spot, seat) < reach for seat in named if seat.is_seat or seat.is_unit)


def _units_of(spot: Spot) -> set[str]:
    return {key for unit in (spot.admin1, spot.admin2) if unit and (key := _unit_key(unit))}


def _unit_key(name: str) -> str:
    """A unit by its name alone: "Mopti Region" and "region of Mopti" are "mopti"."""
    return name_key(_UNIT_NOUN.sub(" ", name))


def _words_beside(name: str, text: str) -> set[str]:
    """The keys of the names that stand beside a name in a text, of up to three words."""
    keys: set[str] = set()
    at = text.find(name)
    while at >= 0:
        beside = text[max(0, at - _BEFORE) : at] + " . " + text[at + len(name) :][:_BEHIND]
        words = [m.group() for m in _CAPITALISED.finditer(beside) if m.group()[0].isupper()]
        for length in (1, 2, 3):
            runs = zip(*(words[skip:] for skip in range(length)), strict=False)
            keys |= {_unit_key(" ".join(run)) for run in runs}
        at = text.find(name, at + len(name))
    return keys - {"", name_key(name)}


def _is_near(spot: Spot, settled: Iterable[tuple[float, float]]) -> bool:
    here = (spot.latitude, spot.longitude)
    return any(kilometres(*here, *other) < _NEIGHBOURS_KM for other in settled)


def _apart(one: Spot, other: Spot) -> float:
    return kilometres(one.latitude, one.longitude, other.latitude, other.longitude)
