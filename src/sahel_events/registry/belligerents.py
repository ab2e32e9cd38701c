"""Who fights: armed groups, militias, armies, missions, coalitions and states, by every name.

``data/belligerents.csv`` can be edited: a row a party. Each has an identifier that stays, so that
"JNIM" and "Jama'at Nasr al-Islam wal Muslimin" are one party in all documents. States and unions
come from ``data/countries.csv`` and are parties too.
"""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from sahel_events.csv_tables import rows, several
from sahel_events.registry.countries import Country, countries
from sahel_events.registry.names import plain

__all__ = [
    "Party",
    "listed",
    "parties",
    "party_named",
    "party_of_country",
    "party_with_id",
    "register",
]


@frozen
class Party:
    """A party: the name that documents use most, and the others.

    ``kind`` is state, state force, armed group, militia, coalition, private military company,
    international mission or organisation; ``countries`` holds ISO 3166-1 codes, ``period`` is when
    it existed, as EDTF. ``shared`` are the forms of its name that others have too. The sources are
    keys of rows in ``references.csv``: for what it is, its period, and its identifier in Wikidata.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    countries: tuple[str, ...]
    shared: tuple[str, ...] = ()
    period: str | None = None
    wikidata: str | None = None
    sources: tuple[str, ...] = ()
    period_sources: tuple[str, ...] = ()
    wikidata_sources: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name by which it is known, its own first."""
        return (self.name, *self.aliases)


@cache
def listed() -> tuple[Party, ...]:
    """Every party that is no state, in the order of the file."""
    return tuple(
        Party(
            row["id"],
            row["name"],
            several(row["aliases"]),
            row["kind"],
            several(row["country"]),
            several(row["shared"]),
            row["period"] or None,
            row["wikidata"] or None,
            several(row["source"]),
            several(row["period_source"]),
            several(row["wikidata_source"]),
        )
        for row in rows(__package__, "belligerents.csv")
    )


@cache
def parties() -> dict[str, Party]:
    """Every party that is no state, by every form of its name."""
    found: dict[str, Party] = {}
    for party in listed():
        for name in party.names:
            found.setdefault(name, party)
    return found


def party_named(name: str) -> Party | None:
    """The party, other than a state, with this name, whichever apostrophe it has.

    ``None`` when the registry has none.
    """
    return parties().get(name.replace("’", "'"))


@cache
def party_of_country(country: Country) -> Party:
    """The state, or union of states, as a party."""
    id = re.sub(r"[^a-z0-9]+", "-", plain(country.name).replace("'", "").lower()).strip("-")
    codes = (country.iso,) if country.iso and country.kind == "state" else ()
    return Party(id, country.name, country.aliases, country.kind, codes)


@cache
def register() -> dict[str, Party]:
    """Every party by its identifier, the states among them."""
    states = map(party_of_country, countries())
    return {party.id: party for party in (*listed(), *states)}


def party_with_id(id: str) -> Party | None:
    """The party with this identifier ("jnim", "fama", "mali"), or ``None``."""
    return register().get(id)
