"""How places lie to each other: which one holds which, and how far apart they are.

What the register does not say is not known: whether a forest lies in a region, say, or a village in
a district. The answer is then ``None``, which is neither yes nor no.
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from sahel_events.registry._gazetteer import Place, gazetteer

__all__ = ["contains", "contents", "distance_km", "kilometres", "same_or_contained", "surroundings"]

#: The mean radius of the Earth, in kilometres.
_RADIUS = 6371.0088


def contains(whole: Place | str, part: Place) -> bool | None:
    """Whether a place lies in another one, or in a country (its ISO 3166-1 code).

    A region holds the places that have it as their region, a town the quarters and sites that have
    it as their town, a district the town that it is called after. No place holds itself. ``None``
    where the register does not tell: an area across borders lies in no single country, and what
    else an area or a district holds is not recorded.

    >>> from sahel_events.registry.places import place_with_id as place
    >>> contains("ML", place("ml-gao")), contains(place("ml-gao-region"), place("ml-bamba"))
    (True, True)
    >>> contains(place("ml-gao-region"), place("ml-konna"))
    False
    >>> contains(place("ml-adrar-des-ifoghas"), place("ml-aguelhok")) is None
    True
    """
    if isinstance(whole, str):
        return _in_country(whole, part)
    if whole.id == part.id or set(whole.countries).isdisjoint(part.countries):
        return False
    if whole.id == part.within or _is_seat(part, whole):
        return True
    if whole.kind == "region":
        return _in_region(whole, part)
    if whole.kind == "district" and whole.admin1 and part.admin1 and whole.admin1 != part.admin1:
        return False
    if whole.kind in ("area", "district") and part.kind != "region":
        return None
    return None if part.kind == "site" and part.within is None else False


def _in_country(iso: str, part: Place) -> bool | None:
    if iso not in part.countries:
        return False
    return True if len(part.countries) == 1 else None


def _in_region(region: Place, part: Place) -> bool | None:
    """Places are known by one region, and may since lie in a newer one that was cut out of it."""
    if part.admin1 == region.name:
        return True
    if part.admin1 is None:
        return False if part.kind == "region" else None
    return None if part.admin1 == region.admin1 and part.kind != "region" else False


def _is_seat(town: Place, district: Place) -> bool:
    return (
        district.kind == "district"
        and town.kind in ("town", "village")
        and (town.name, town.admin1) == (district.name, district.admin1)
    )


def surroundings(place: Place) -> tuple[Place, ...]:
    """The places that a place is known to lie in.

    >>> from sahel_events.registry.places import place_with_id
    >>> [whole.id for whole in surroundings(place_with_id("ml-gao"))]
    ['ml-gao-region', 'ml-gao-district']
    """
    return tuple(whole for whole in gazetteer() if contains(whole, place))


def contents(place: Place) -> tuple[Place, ...]:
    """The places that are known to lie in a place."""
    return tuple(part for part in gazetteer() if contains(place, part))


def same_or_contained(one: Place, other: Place) -> bool | None:
    """Whether two places are one, or one of them lies in the other; ``None`` where not known."""
    if one.id == other.id:
        return True
    ways = (contains(one, other), contains(other, one))
    return True if True in ways else None if None in ways else False


def distance_km(one: Place, other: Place) -> float | None:
    """The distance as the crow flies; ``None`` where one of them has no coordinates.

    >>> from sahel_events.registry.places import place_with_id as place
    >>> round(distance_km(place("ml-gao"), place("ml-kidal")))
    287
    """
    if one.latitude is None or other.latitude is None:
        return None
    if one.longitude is None or other.longitude is None:
        return None
    return kilometres(one.latitude, one.longitude, other.latitude, other.longitude)


def kilometres(
    latitude: float, longitude: float, other_latitude: float, other_longitude: float
) -> float:
    """The distance of two points as the crow flies."""
    north, south = radians(latitude), radians(other_latitude)
    half_lat, half_lon = (north - south) / 2, radians(longitude - other_longitude) / 2
    chord = sin(half_lat) ** 2 + cos(north) * cos(south) * sin(half_lon) ** 2
    return 2 * _RADIUS * asin(sqrt(min(1.0, chord)))
