"""Where the records are on the map: their places, looked up in the register.

One country after the other has a Léré. A document is about one of them, and shows which by the
places that it names besides: the country that most of these lie in settles what a name means.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from attrs import evolve

from sahel_events.assembling.records import Records
from sahel_events.kinds import Severity
from sahel_events.model import CasualtyClaim, Engagement, Record
from sahel_events.registry.locating import Located, locate
from sahel_events.registry.places import similar_places

__all__ = ["place_records"]


def place_records(records: Records) -> None:
    """Give the claims and engagements the ids of their places, and engagements coordinates."""
    placed: list[Engagement | CasualtyClaim] = [
        record
        for table in ("engagements", "casualty_claims")
        for record in records.tables[table]
        if isinstance(record, Engagement | CasualtyClaim) and record.place
    ]
    found = _located(record.place for record in placed if record.place)
    for table in ("engagements", "casualty_claims"):
        records.tables[table] = [_placed(record, found) for record in records.tables[table]]
    _ask_for_spellings(records, placed, found)


def _located(names: Iterable[str]) -> dict[str, Located]:
    """What each name means in this document."""
    found = {name: locate(name) for name in names}
    clear = [located.place for located in found.values() if located.place is not None]
    countries = Counter(place.countries[0] for place in clear if len(place.countries) == 1)
    home = _most_common(countries)
    return {name: _settled(name, located, home) for name, located in found.items()}


def _settled(name: str, located: Located, home: str | None) -> Located:
    """Of several places the one in this country; all of them when there is none."""
    if home is None or len(located.meant) < 2:
        return located
    at_home = locate(name, home)
    return at_home if at_home.meant else located


def _most_common(countries: Counter[str]) -> str | None:
    """The country of most places; ``None`` when there are none, or as many in another one."""
    first, second = (*countries.most_common(2), (None, 0), (None, 0))[:2]
    return first[0] if first[1] > second[1] else None


def _placed(record: Record, found: dict[str, Located]) -> Record:
    assert isinstance(record, Engagement | CasualtyClaim)
    located = found.get(record.place or "")
    place = located.place if located is not None else None
    if located is None or place is None:
        return record
    if isinstance(record, CasualtyClaim):
        return evolve(record, place_id=place.id)
    precision = place.precision
    return evolve(
        record,
        place_id=place.id,
        latitude=place.latitude,
        longitude=place.longitude,
        coordinates_precision=precision.loosened() if precision and located.near else precision,
    )


def _ask_for_spellings(
    records: Records, placed: list[Engagement | CasualtyClaim], found: dict[str, Located]
) -> None:
    """Note each unknown name that differs from a known one by a letter: nobody but a reader knows
    whether it is the same place.
    """
    asked = set()
    for record in placed:
        name = record.place or ""
        similar = similar_places(name) if not found[name].meant and name not in asked else ()
        asked.add(name)
        if similar:
            known = ", ".join(dict.fromkeys(f"“{place.name}” ({place.id})" for place in similar))
            records.problem(
                Severity.NOTE,
                f"the register knows no place “{name}”",
                record.start,
                record.end,
                record.field,
                f"it knows {known}; a spelling or a row in places.csv would tell which it is",
            )
