"""Whom the parties of the annotated documents are: by hand, name by name, against the registry.

The documents and their gold are no part of the project; without them these tests are skipped.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import pytest

import sahel_events as se
from sahel_events.registry.belligerents import party_with_id
from sahel_events.registry.names import fold
from sahel_events.registry.resolving import resolve

from .test_gold import pytestmark as pytestmark
from .test_gold import readings, rows

#: Whom a name means. States are not listed: they mean themselves. None: the registry has no such
#: party, and it is one of the document alone.
MEANT: dict[str, str | None] = {
    "Al-Mourabitoun": "al-mourabitoun",
    "Al-Qaeda": "al-qaeda",
    "Al-Qaeda in the Islamic Maghreb": "aqim",
    "al Qaeda": "al-qaeda",
    "al-Qaeda": "al-qaeda",
    "al-Qaida": "al-qaeda",
    "Ansar Dine": "ansar-dine",
    "Ansar al-Sharia": "ansar-al-sharia-mali",
    "Ansaru": "ansaru",
    "AQIM": "aqim",
    "Boko Haram": "boko-haram",
    "Coordination of Azawad Movements": "cma",
    "Coordination of Movements of Azawad": "cma",
    "CSP-PSD": "csp",
    "ECOWAS": "ecowas",
    "European Union": "european-union",
    "FLNA": "maa",  # the document links it to the Arab Movement of Azawad, its later name
    "Front for the Liberation of the Azawad": "fpa",
    "Ganda Iso": "ganda-iso",
    "GATIA": "gatia",
    "GATIA (al-Mahmoud faction)": "gatia",
    "Government of Mali": "mali",
    "HCUA": "hcua",
    "ISIL": "islamic-state",
    "Islamic Movement for Azawad": "mia",
    "Islamic Movement of Azawad": "mia",
    "Islamic State": "islamic-state",
    "Islamic State in the Greater Sahara": "isgs",
    "Jama'at Nasr al-Islam wal Muslimin": "jnim",
    "Jama’at Nusrat al-Islam wal-Muslimin": "jnim",
    "JNIM": "jnim",
    "MAA": "maa",
    "Macina": "katiba-macina",
    "Macina Liberation Front": "katiba-macina",
    "MIA": "mia",
    "Military of Mali": "fama",
    "MINUSMA": "minusma",
    "MNLA": "mnla",
    "MOJWA": "mujao",
    "Movement for Oneness and Jihad in West Africa": "mujao",
    "MSA": "msa",
    "National Committee for the Restoration of Democracy and State": "cnrdr",
    "National Liberation Front of Azawad": "fnla",
    "National Movement for the Liberation of Azawad": "mnla",
    "Nigerian jihadist volunteers": None,
    "NLFA": "fnla",
    "People's Movement for the Liberation of Azawad": "mpla-azawad",
    "Platform militias": "plateforme",
    "Wagner": "wagner",
    "Wagner Group": "wagner",
}


def meant_by_hand(name: str) -> str | None:
    """Whom the name means; a state is itself, under its own name."""
    return MEANT[name] if name in MEANT else name.lower().replace(" ", "-")


@cache
def by_name(doc: str) -> dict[str, se.Belligerent]:
    """The belligerents of a document by every name that it has for them."""
    reading = readings()[doc]
    found: dict[str, se.Belligerent] = {}
    for party in reading.belligerents:
        for name in (party.name, *party.aliases):
            found.setdefault(fold(name), party)
    parties = {party.id: party for party in reading.belligerents}
    for taken in reading.participations:
        found.setdefault(fold(taken.name), parties[taken.belligerent])
    return found


def read_as(doc: str, name: str) -> str | None:
    """Whom the reading, or for a party without a record the registry, takes the name for."""
    if (party := by_name(doc).get(fold(name))) is not None:
        return party.party
    spoken_of = {party.country for party in readings()[doc].belligerents if party.country}
    found = resolve(name, spoken_of)
    return found.id if found else None


def names() -> list[tuple[str, str]]:
    """Document and name of every party in the gold: its own, and that of each commander."""
    gold = rows("parties.jsonl")
    assert len(gold) == 186
    named = [(row["doc"], _named(row)) for row in gold]
    return [(doc, name) for doc, name in named if name is not None]


def _named(row: dict[str, Any]) -> str | None:
    party: str | None = row["party"] if row["role"] == "commander" else row["name"]
    return party


def test_every_party_is_the_right_one_or_an_honest_new_one() -> None:
    wrong = {
        (doc, name): read_as(doc, name)
        for doc, name in names()
        if read_as(doc, name) not in (meant_by_hand(name), None)
    }
    assert wrong == {}


def test_every_party_is_known() -> None:
    counted = Counter(
        "right" if read_as(doc, name) == meant_by_hand(name) else "missed" for doc, name in names()
    )
    assert counted["missed"] == 0
    assert counted["right"] == len(names())


def test_what_was_annotated_by_hand_is_there() -> None:
    ids = {meant_by_hand(name) for _, name in names()} | set(MEANT.values())
    assert [id for id in ids if id is not None and party_with_id(id) is None] == []


def test_one_group_has_one_identifier_in_all_documents() -> None:
    assert read_as("003", "Jama’at Nusrat al-Islam wal-Muslimin") == read_as("004", "JNIM")
    assert read_as("000", "MNLA") == read_as("001", "MNLA")


@pytest.mark.parametrize("doc", ["000", "001", "002", "003", "004"])
def test_a_belligerent_agrees_with_the_registry(doc: str) -> None:
    for found in readings()[doc].belligerents:
        party = party_with_id(found.party) if found.party else None
        if party is None:
            assert found.kind in (se.BelligerentKind.CIVILIANS, se.BelligerentKind.UNKNOWN)
        else:
            assert (found.kind, found.wikidata) == (party.kind, party.wikidata)
            assert (found.period.edtf if found.period else None) == party.period
