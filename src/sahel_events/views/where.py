"""What the register knows of a place, for people and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sahel_events.registry._gazetteer import gazetteer
from sahel_events.registry.countries import Country, country_with_iso
from sahel_events.registry.geography import contents, surroundings
from sahel_events.registry.places import Place, place_source, places_named

__all__ = ["card", "country_card", "country_entry", "entry", "titled"]

#: A region may hold hundreds of places: so many are named, the others counted.
_NAMED = 12


def titled(place: Place) -> str:
    """A place in a few words: "Gao, town in Gao, Mali (ml-gao)"."""
    within = f" in {place.admin1}" if place.admin1 else ""
    return f"{place.name}, {place.kind}{within}, {_countries(place)} ({place.id})"


def card(place: Place) -> Iterator[str]:
    """All that is known of a place, a line each, under its title."""
    yield titled(place)
    facts = [(label, value) for label, value in _facts(place) if value]
    widest = max(len(label) for label, _ in facts)
    for label, value in facts:
        yield f"    {label:<{widest}}  {value}"


def entry(place: Place) -> dict[str, Any]:
    """All that is known of a place, as an object of plain values."""
    source = place_source(place.source) if place.source else None
    return {
        "id": place.id,
        "name": place.name,
        "spellings": list(place.spellings),
        "kind": place.kind,
        "admin1": place.admin1,
        "countries": list(place.countries),
        "latitude": place.latitude,
        "longitude": place.longitude,
        "precision": place.precision,
        "source": place.source,
        "source_url": source.url if source else None,
        "source_licence": source.licence if source else None,
        "ids": list(place.ids),
        "lies_in": [whole.id for whole in surroundings(place)],
        "contains": [part.id for part in contents(place)],
    }


def country_card(country: Country) -> Iterator[str]:
    """All that is known of a country, a line each, under its name."""
    entry = country_entry(country)
    yield f"{country.name}, {country.kind}"
    for label in ("codes", "places"):
        listed = ", ".join(f"{name} {value}" for name, value in entry[label].items())
        if listed:
            yield f"    {label:<8}  {listed}"
    if entry["regions"]:
        yield f"    {'regions':<8}  {', '.join(entry['regions'])}"


def country_entry(country: Country) -> dict[str, Any]:
    """All that is known of a country, as an object of plain values."""
    inside = [place for place in gazetteer() if place.countries == (country.iso,)]
    codes = {
        "ISO 3166-1": country.iso,
        "alpha-3": country.iso3,
        "Gleditsch-Ward": country.gw,
        "COW": country.cow,
    }
    return {
        "name": country.name,
        "kind": country.kind,
        "codes": {name: code for name, code in codes.items() if code is not None},
        "places": dict(sorted(Counter(place.kind for place in inside).items())),
        "regions": [place.id for place in inside if place.kind == "region"],
    }


def _facts(place: Place) -> Iterator[tuple[str, str]]:
    yield "also written", ", ".join(place.spellings)
    yield "coordinates", _coordinates(place)
    if place.source:
        source = place_source(place.source)
        yield "source", f"{source.title}; {source.publisher}, {source.licence}, {source.url}"
    yield "elsewhere", ", ".join(place.ids)
    yield "lies in", _listed(surroundings(place))
    yield "contains", _listed(contents(place))
    namesakes = tuple(other for other in places_named(place.name) if other.id != place.id)
    yield "same name", _listed(namesakes)


def _coordinates(place: Place) -> str:
    if place.latitude is None or place.longitude is None:
        return "not known"
    north = f"{abs(place.latitude):g}° {'N' if place.latitude >= 0 else 'S'}"
    east = f"{abs(place.longitude):g}° {'E' if place.longitude >= 0 else 'W'}"
    return f"{north}, {east} ({place.precision})"


def _countries(place: Place) -> str:
    known = {iso: country_with_iso(iso) for iso in place.countries}
    return "/".join(country.name if country else iso for iso, country in known.items())


def _listed(places: tuple[Place, ...]) -> str:
    """Places by id; when they are many, the first of them and how many more there are."""
    shown = ", ".join(place.id for place in places[:_NAMED])
    left = Counter(place.kind for place in places[_NAMED:])
    more = ", ".join(f"{number} of kind {kind}" for kind, number in sorted(left.items()))
    return f"{shown}, and {more}" if more else shown
