"""Where a phrase is on the map: by the register, or by a gazetteer that somebody brought.

The register is asked first, since its places are those that reports on these wars name. The
gazetteer adds coordinates to its places, and knows most of what it lacks.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, frozen

from sahel_events.registry.finding import About, Found, find, home_country
from sahel_events.registry.geography import kilometres
from sahel_events.registry.geonames import Gazetteer
from sahel_events.registry.hierarchy import is_unit, stated_units
from sahel_events.registry.locating import Located, dissect
from sahel_events.registry.places import Place
from sahel_events.values import PlacedBy, Precision

__all__ = ["Position", "dissected", "spots_of"]

#: A place of the gazetteer that lies so close to one of the register of that name is that one.
_SAME_KM = 15


@frozen
class Position:
    """A place: its identifier, how it was found, what it lies in, and its coordinates."""

    id: str
    how: PlacedBy
    country: str | None
    admin1: str | None
    admin2: str | None
    latitude: float | None
    longitude: float | None
    precision: Precision | None


def spots_of(
    found: Mapping[str, Located],
    known: Mapping[str, Position | None],
    gazetteer: Gazetteer,
    text: str,
    home: str | None,
) -> dict[str, Position | None]:
    """The positions of the names that the register does not settle, by name.

    Those that are clear are settled first; the others may lie near them.
    """
    country = home or home_country(text)
    settled = [_coordinates(position) for position in known.values()]
    open_ = {name: located for name, located in found.items() if _is_open(known[name])}
    positions: dict[str, Position | None] = {}
    for _ in range(2):
        about = About(text, country, tuple(point for point in settled if point is not None))
        for name in [name for name in open_ if name not in positions]:
            position = _position(name, open_[name], known[name], gazetteer, about)
            if position is not None:
                positions[name] = position
                settled.append(_coordinates(position))
    return positions


def _is_open(position: Position | None) -> bool:
    return position is None or position.latitude is None


def _coordinates(position: Position | None) -> tuple[float, float] | None:
    if position is None or position.latitude is None or position.longitude is None:
        return None
    return position.latitude, position.longitude


def _position(
    name: str, located: Located, known: Position | None, gazetteer: Gazetteer, about: About
) -> Position | None:
    """The position of a name by the gazetteer, with the register's identifier if it has one."""
    own = known.country if known is not None else None
    units = stated_units(dissected(name), about.text, lambda unit: _is_unit(unit, gazetteer))
    phrase = ", ".join((name, *units))
    spot = find(phrase, gazetteer, evolve(about, country=own or about.country))
    if spot is None:
        return None
    position = _of_gazetteer(spot)
    if known is not None:
        return evolve(position, id=known.id, admin1=known.admin1 or position.admin1)
    same = [place for place in located.meant if _is_same(place, position)]
    return evolve(position, id=same[0].id) if len(same) == 1 else position


def _is_unit(name: str, gazetteer: Gazetteer) -> bool:
    return is_unit(name) or any(spot.is_unit or spot.is_seat for spot in gazetteer.named(name))


def dissected(name: str) -> str:
    """The name of the place in a phrase."""
    phrase = dissect(name)
    return phrase.name if phrase is not None else name


def _of_gazetteer(found: Found) -> Position:
    spot = found.spot
    precision = Precision.LOCALITY
    if spot.is_unit:
        precision = Precision.REGION if spot.code == "ADM1" else Precision.DISTRICT
    return Position(
        f"geonames:{spot.id}",
        found.how,
        spot.country,
        spot.admin1,
        spot.admin2,
        spot.latitude,
        spot.longitude,
        precision.loosened() if found.near else precision,
    )


def _is_same(place: Place, position: Position) -> bool:
    if place.latitude is None or place.longitude is None:
        return False
    there = (position.latitude or 0, position.longitude or 0)
    return kilometres(place.latitude, place.longitude, *there) < _SAME_KM
