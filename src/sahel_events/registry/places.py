"""Where: localities, districts, regions and theatres, by name.

``data/places.csv`` can be edited: a row a place. Names are found as they are written, with or
without their accents.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from attrs import frozen

from sahel_events.registry._tables import rows, several

__all__ = ["Place", "place_named", "places"]


@frozen
class Place:
    """A place: ``kind`` is town, village, region, district, area or site.

    ``countries`` holds ISO 3166-1 codes, several for an area across borders.
    """

    name: str
    kind: str
    admin1: str | None
    countries: tuple[str, ...]


@cache
def places() -> dict[str, Place]:
    """Every place by every spelling of its name; towns before the districts named after them."""
    found: dict[str, Place] = {}
    for row in sorted(rows("places.csv"), key=lambda row: _ORDER.get(row["kind"], 9)):
        place = Place(row["name"], row["kind"], row["admin1"] or None, several(row["country"]))
        for spelling in (row["name"], *several(row["spellings"])):
            found.setdefault(spelling, place)
            if not spelling.isascii():
                found.setdefault(_plain(spelling), place)
    return found


_ORDER = {
    kind: rank
    for rank, kind in enumerate(("town", "village", "site", "region", "district", "area"))
}


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def place_named(name: str) -> Place | None:
    """The place with this name; ``None`` when the registry has none."""
    return places().get(name)
