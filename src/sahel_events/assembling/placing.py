"""Where the records are on the map: their places, looked up in the register.

One country after the other has a Léré. A document is about one of them, and shows which by the
places that it names besides: the country that most of these lie in settles what a name means.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import evolve

from sahel_events.assembling.position import Position, dissected, spots_of
from sahel_events.assembling.records import Records
from sahel_events.kinds import Severity
from sahel_events.model import CasualtyClaim, Engagement, Record
from sahel_events.registry.countries import country_with_iso
from sahel_events.registry.finding import named_countries
from sahel_events.registry.geonames import Gazetteer
from sahel_events.registry.hierarchy import stated_units
from sahel_events.registry.locating import Located, locate
from sahel_events.registry.places import similar_places
from sahel_events.values import PlacedBy, prio_grid

__all__ = ["place_records"]


def place_records(records: Records, gazetteer: Gazetteer | None = None) -> None:
    """Give the claims and engagements the ids of their places, and engagements coordinates."""
    placed: list[Engagement | CasualtyClaim] = [
        record
        for table in ("engagements", "casualty_claims")
        for record in records.tables[table]
        if isinstance(record, Engagement | CasualtyClaim) and record.place
    ]
    text = records.document.text
    found, home = _located((record.place for record in placed if record.place), text)
    spots = {name: _spot_of(place) for name, place in found.items()}
    if gazetteer is not None and placed:
        spots |= spots_of(found, spots, gazetteer, text, home)
    for table in ("engagements", "casualty_claims"):
        records.tables[table] = [_placed(record, spots) for record in records.tables[table]]
    unknown = {name: located for name, located in found.items() if spots[name] is None}
    _ask_for_spellings(records, placed, unknown)


def _located(names: Iterable[str], text: str) -> tuple[dict[str, Located], str | None]:
    """What each name means in this document, and the country of most of its places."""
    stated = {name: stated_units(dissected(name), text) for name in names}
    found = {name: locate(", ".join((name, *units))) for name, units in stated.items()}
    clear = [located.place for located in found.values() if located.place is not None]
    countries = Counter(place.countries[0] for place in clear if len(place.countries) == 1)
    home = _most_common(countries)
    settled = {name: _settled(name, located, home) for name, located in found.items()}
    named = named_countries(text)
    if named:
        named |= {iso for iso, number in countries.items() if number > 1}
    return {name: _on_this_side(located, named) for name, located in settled.items()}, home


def _on_this_side(located: Located, named: frozenset[str]) -> Located:
    """Nothing where the only village of that name lies in a country that the text does not name.

    Towns are known beyond their country; a village of that name is likelier one of the country
    that the text is about, and which the register does not have.
    """
    place = located.place
    if place is None or place.kind not in ("village", "site") or not named:
        return located
    return located if named & set(place.countries) else Located()


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


def _spot_of(located: Located) -> Position | None:
    """Where the register has the one place that a phrase means."""
    place = located.place
    if place is None:
        return None
    precision = place.precision
    return Position(
        place.id,
        PlacedBy.REGISTER,
        place.countries[0] if len(place.countries) == 1 else None,
        place.admin1,
        None,
        place.latitude,
        place.longitude,
        precision.loosened() if precision and located.near else precision,
    )


def _placed(record: Record, found: Mapping[str, Position | None]) -> Record:
    assert isinstance(record, Engagement | CasualtyClaim)
    at = found.get(record.place or "")
    if at is None:
        return record
    if isinstance(record, CasualtyClaim):
        return evolve(record, place_id=at.id)
    known = at.latitude is not None and at.longitude is not None
    country = country_with_iso(at.country or "")
    return evolve(
        record,
        place_id=at.id,
        placed_by=at.how,
        country=country.iso3 if country is not None else None,
        admin1=at.admin1,
        admin2=at.admin2,
        latitude=at.latitude,
        longitude=at.longitude,
        coordinates_precision=at.precision,
        precision_ucdp=at.precision.ucdp if at.precision and known else None,
        precision_acled=at.precision.acled if at.precision and known else None,
        prio_grid=prio_grid(at.latitude or 0, at.longitude or 0) if known else None,
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
        similar = (
            similar_places(name)
            if name in found and not found[name].meant and name not in asked
            else ()
        )
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
