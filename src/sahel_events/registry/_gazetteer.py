"""The table of places, as it stands in ``data/places.csv``."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from sahel_events.csv_tables import rows, several
from sahel_events.values import Precision

__all__ = ["Place", "gazetteer"]


@frozen
class Place:
    """A place: ``kind`` is town, village, region, district, area or site.

    ``countries`` holds ISO 3166-1 codes, several for an area across borders. ``admin1`` is the name
    of the region it lies in and ``within`` the id of the town. Coordinates are decimal degrees
    (WGS84); where there are any, ``source`` says whose they are: a key of ``place_sources.csv``.
    ``ids`` are its names in other gazetteers ("geonames:2457163").
    """

    id: str
    name: str
    spellings: tuple[str, ...]
    kind: str
    admin1: str | None
    countries: tuple[str, ...]
    within: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: Precision | None = None
    source: str | None = None
    ids: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name by which it is known, its own first."""
        return (self.name, *self.spellings)


@cache
def gazetteer() -> tuple[Place, ...]:
    """Every place, in the order of the file: by country and name."""
    return tuple(map(_place, rows(__package__, "places.csv")))


def _place(row: dict[str, str]) -> Place:
    return Place(
        id=row["id"],
        name=row["name"],
        spellings=several(row["spellings"]),
        kind=row["kind"],
        admin1=row["admin1"] or None,
        countries=several(row["country"]),
        within=row["within"] or None,
        latitude=float(row["latitude"]) if row["latitude"] else None,
        longitude=float(row["longitude"]) if row["longitude"] else None,
        precision=Precision(row["precision"]) if row["precision"] else None,
        source=row["source"] or None,
        ids=several(row["ids"]),
    )
