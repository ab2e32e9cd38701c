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


#: Which place a name means that several have: the town before the district named after it.
_KINDS = ("town", "village", "site", "region", "district", "area")


@cache
def places() -> dict[str, Place]:
    """Every place by every spelling of its name."""
    found: dict[str, Place] = {}
    for row in sorted(rows("places.csv"), key=lambda row: _KINDS.index(row["kind"])):
        place = Place(row["name"], row["kind"], row["admin1"] or None, several(row["country"]))
        for spelling in (row["name"], *several(row["spellings"])):
            found.setdefault(spelling, place)
            if not spelling.isascii():
                found.setdefault(_plain(spelling), place)
    return found


def _plain(name: str) -> str:
    """A name without its accents: "Menaka" for "Ménaka"."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def place_named(name: str) -> Place | None:
    """The place with this name; ``None`` when the registry has none."""
    return places().get(name)
