"""Our own seed documents: how much is in them, and that it can be traced to its characters."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import sahel_events as se
from sahel_events.values.numbers import to_int

SEEDS = Path(__file__).parent.parent / "seeds"
READINGS = {path.name[:3]: se.read(path) for path in sorted(SEEDS.glob("0*.txt"))}
ATTACK, WAR = READINGS["000"], READINGS["001"]


def infobox_fields(records: tuple[se.CasualtyClaim, ...] | tuple[se.Strength, ...]) -> Counter[str]:
    return Counter(record.field for record in records if record.field != "body")


def test_their_formats() -> None:
    formats = ["infobox", "front-matter", "prose", "prose", "prose"]
    assert [reading.format for reading in READINGS.values()] == formats


def test_claims_of_the_infoboxes() -> None:
    assert infobox_fields(ATTACK.claims) == {"casualties1": 3, "casualties2": 2}
    assert infobox_fields(WAR.claims) == {
        "casualties1": 48,
        "casualties2": 4,
        "casualties3": 6,
        "notes": 3,
    }


def test_strengths_and_parties() -> None:
    assert infobox_fields(WAR.strengths) == {"strength1": 48, "strength2": 1, "strength3": 3}
    assert Counter(party.field for party in WAR.participations) == {
        "combatant1": 72,
        "combatant2": 2,
        "combatant3": 13,
    }
    assert len(WAR.commanders) == 66
    assert [party.name for party in ATTACK.participations] == [
        "MNLA",
        "HCUA",
        "MAA",
        "GATIA (al-Mahmoud faction)",
    ]


@pytest.mark.parametrize("reading", READINGS.values(), ids=READINGS)
def test_evidence_holds_the_figure(reading: se.Reading) -> None:
    figures = 0
    for record in (*reading.claims, *reading.strengths):
        quote = reading.document.text[record.start : record.end]
        low = record.quantity.low
        if low is not None and record.quantity.term is None and record.field != "body":
            written = re.findall(r"\d+(?:[,.]\d{3})*", quote)
            assert low in map(to_int, written), quote
            figures += 1
    assert figures >= {"infobox": 5, "front-matter": 100, "prose": 0}[reading.format]


@pytest.mark.parametrize("reading", READINGS.values(), ids=READINGS)
def test_every_record_has_its_place_and_an_id_of_its_own(reading: se.Reading) -> None:
    length = len(reading.document.text)
    for table, records in reading.tables().items():
        assert len({record.id for record in records}) == len(records), table
        assert all(0 <= record.start <= record.end <= length for record in records)


@pytest.mark.parametrize("reading", READINGS.values(), ids=READINGS)
def test_parts_refer_to_claims_of_the_same_document(reading: se.Reading) -> None:
    for records in (reading.claims, reading.strengths):
        ids = {record.id for record in records}
        assert {record.part_of for record in records} - {None} <= ids


def test_the_side_without_combatants_comes_from_the_prose() -> None:
    claims = [claim for claim in ATTACK.claims if claim.field != "body"]
    parties = {claim.field: claim.victim_party for claim in claims}
    assert parties == {"casualties1": "Mali", "casualties2": "CSP-PSD"}
    (engagement,) = (found for found in ATTACK.engagements if found.field != "body")
    assert (engagement.attackers, engagement.defenders) == (("CSP-PSD",), ("Mali",))
    assert {claim.engagement for claim in claims} == {engagement.id}
    assert {claim.date.edtf for claim in claims if claim.date} == {"2023-10-01"}
    (conflict,) = ATTACK.conflicts
    assert (conflict.name, engagement.conflict) == ("Mali War", conflict.id)


def test_materiel_is_not_people() -> None:
    boxed = [claim for claim in ATTACK.claims if claim.field != "body"]
    (vehicles,) = [claim for claim in boxed if claim.what != "people"]
    assert (vehicles.what, vehicles.outcomes) == ("VP11", (se.Outcome.SEIZED,))


def test_the_war_is_a_conflict_that_goes_on() -> None:
    (conflict,) = WAR.conflicts
    assert (conflict.name, conflict.status) == ("Mali War", "Ongoing")
    assert conflict.date == se.EventDate("2012-01-16/..")
    assert conflict.part_of == ("Islamist insurgency in the Sahel", "War on terror")
    assert len(conflict.sides) == 3


def test_citations_go_with_the_items_of_the_list() -> None:
    cited = [claim for claim in WAR.claims if claim.field == "casualties1" and claim.cites]
    counts = [len(claim.cites) for claim in cited]
    assert (len(cited), sum(counts), max(counts)) == (22, 23, 2)
    (twice,) = [claim for claim in cited if len(claim.cites) == 2]
    assert twice.quantity == se.Quantity.exactly(77)
    assert twice.date is not None
    assert twice.date.edtf == "2019-11"
    assert cited.index(twice) == 14
    assert len({claim.part_of for claim in cited}) == 1, "they are parts of one figure"


def test_flags_tell_whose_figures_they_are() -> None:
    parties = {strength.party for strength in WAR.strengths}
    assert {"Mali", "France", "Germany", "European Union"} <= parties


def test_aliases_come_from_links_and_brackets() -> None:
    names = {name: party for party in WAR.belligerents for name in (party.name, *party.aliases)}
    assert names["Government of Mali"] is names["Mali"]
    assert names["AQIM"] is names["Al-Qaeda in the Islamic Maghreb"]


def test_repairs_are_told() -> None:
    assert len(WAR.document.repairs) == 313
    assert WAR.source.repairs == 313
    assert [reading.source.repairs for name, reading in READINGS.items() if name != "001"] == [
        0
    ] * 4


def test_line_ends_and_repairs_of_the_whole_document() -> None:
    """The file that was never damaged says the same."""
    clean = se.parse(WAR.document.text, name=WAR.document.name)
    assert clean.document.repairs == ()
    assert clean.claims == WAR.claims
    assert clean.strengths == WAR.strengths


def test_the_same_file_under_the_same_name_gives_the_same_records() -> None:
    again = se.read(SEEDS / WAR.document.name)
    assert again.tables() == WAR.tables()
