"""Whom the names of a document mean: the registry's party, or one of the document alone."""

from __future__ import annotations

import json

import pytest

import sahel_events as se

KIND = se.BelligerentKind


def article(*combatants: str, body: str = "", links: dict[str, str] | None = None) -> se.Reading:
    """An article in front matter with these parties on its sides, and wiki links."""
    box: dict[str, object] = {"conflict": {"text": "Clash at Ogossa"}}
    for side, names in enumerate(combatants, 1):
        pages = [
            {"text": shown, "type": "internal", "page": page}
            for shown, page in (links or {}).items()
            if shown in names
        ]
        box[f"combatant{side}"] = {"text": names, "links": pages}
    matter = json.dumps({"infoboxes": [box]}, ensure_ascii=False)
    return se.parse(f"---\n{matter}\n---\n{body}\n", "clash.md", "front-matter")


def parties(reading: se.Reading) -> dict[str, str | None]:
    return {party.name: party.party for party in reading.belligerents}


def test_acronym_and_full_name_are_one_party_in_all_documents() -> None:
    first = article("Mali", "JNIM")
    second = article("Mali", "Jama'at Nasr al-Islam wal Muslimin")
    assert parties(first) == {"Mali": "mali", "JNIM": "jnim"}
    assert parties(second)["Jama'at Nasr al-Islam wal Muslimin"] == "jnim"


def test_two_names_of_one_party_are_one_belligerent() -> None:
    reading = article("Mali", "MOJWA", body="The MUJAO killed four soldiers.")
    (party,) = [party for party in reading.belligerents if party.party == "mujao"]
    assert party.name == "MOJWA"


def test_what_the_registry_knows_stands_in_the_record() -> None:
    (party,) = [p for p in article("Mali", "Ansar Dine").belligerents if p.name != "Mali"]
    assert (party.kind, party.country, party.wikidata) == (KIND.ARMED_GROUP, "ML", "Q568900")
    assert party.parents == ("jnim",)
    assert party.period is not None
    assert party.period.edtf == "2011-12/2017-03-02"


def test_an_unknown_party_is_a_new_one() -> None:
    reading = article("Mali", "Wadi Defence League")
    (party,) = [p for p in reading.belligerents if p.name != "Mali"]
    assert (party.party, party.kind, party.period) == (None, KIND.UNKNOWN, None)
    assert reading.problems == ()


def test_a_likely_party_is_asked_about_and_not_taken() -> None:
    reading = article("Mali", "Boko Harem")
    assert parties(reading)["Boko Harem"] is None
    (problem,) = reading.problems
    assert problem.severity is se.Severity.NOTE
    assert problem.passage == "Boko Harem"
    assert problem.hint == "did you mean “Boko Haram” (boko-haram)?"


def test_an_acronym_that_the_document_binds_counts_in_its_country() -> None:
    body = "The Joint Northern Islamic Movement (JNIM) fled."
    name = "Joint Northern Islamic Movement"
    assert parties(article("Mali", name, body=body))[name] == "jnim"
    assert parties(article("Chile", name, body=body))[name] is None


def test_a_wiki_link_says_which_of_several() -> None:
    linked = {"Ansar al-Sharia": "Ansar al-Sharia (Mali)"}
    reading = article("France", "Ansar al-Sharia", links=linked)
    assert parties(reading)["Ansar al-Sharia"] == "ansar-al-sharia-mali"


@pytest.mark.parametrize(
    ("state", "id"), [("Burkina Faso", "bir-burkina-faso"), ("Cameroon", "bir-cameroon")]
)
def test_the_country_of_the_document_says_which_of_several(state: str, id: str) -> None:
    assert parties(article(f"{state}\n* BIR", "Boko Haram"))["BIR"] == id


def test_without_a_country_a_shared_name_is_nobodys() -> None:
    assert parties(article("BIR", "Boko Haram"))["BIR"] is None


def test_states_and_unions_are_parties_too() -> None:
    reading = article("🇲🇱 Government of Mali\nECOWAS", "JNIM")
    found = {party.name: (party.party, party.kind, party.country) for party in reading.belligerents}
    assert found["Mali"] == ("mali", KIND.STATE, "ML")
    assert found["ECOWAS"] == ("ecowas", KIND.ORGANISATION, None)


def test_lines_list_every_name_its_own_first() -> None:
    reading = se.parse("Four JNIM fighters were killed, Mali's army said.", "note.txt", "prose")
    (line,) = se.claim_lines(reading)
    assert line["victim_party"][0] == "JNIM"
    assert "Groupe de soutien à l'islam et aux musulmans" in line["victim_party"]
