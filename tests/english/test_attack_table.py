"""Sentences, names of events and lead sentences read one table of attacks."""

from __future__ import annotations

import pytest

from sahel_events.csv_tables import rows
from sahel_events.english import (
    Names,
    Opposed,
    is_large_operation,
    kind_of_named,
    names_conflict,
    read_lead,
)

ROWS = [*rows("sahel_events.english.lexicon", "attacks.csv")]
IN_NAMES = {row["base"] for row in ROWS if row["frame"] == "name"}
#: "fall of" is read in names, and "fall" is not: it may be a season.
NOUNS = [row for row in ROWS if row["frame"] == "noun" and row["base"] not in (*IN_NAMES, "fall")]


@pytest.mark.parametrize("row", NOUNS, ids=lambda row: row["base"])
def test_a_noun_means_the_same_in_a_name(row: dict[str, str]) -> None:
    assert kind_of_named(f"2031 Ogossa {row['base']}") == row["kind"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Battle of Ogossa", "battle"),
        ("Fall of Ogossa", "capture"),
        ("2031 Ogossa Fall Offensive", "battle"),
        ("Operation Tin Zaba", "battle"),
        ("Action of 27 March 2031", "clash"),
        ("Liberation of Ogossa", "capture"),
        ("Ogossa ambush and clashes", "ambush"),
        ("Battle of the Ogossa Raid", "raid"),
        ("Attack on Ogossa", "attack"),
        ("Mali War", "other"),
    ],
)
def test_a_name_tells_the_kind_of_event(name: str, kind: str) -> None:
    assert kind_of_named(name) == kind


def test_a_name_tells_whether_it_may_be_that_of_a_conflict() -> None:
    assert names_conflict("Tuareg rebellion")
    assert names_conflict("Mali War")
    assert not names_conflict("2031 Ogossa attack")
    assert is_large_operation("Ogossa Offensive")
    assert not is_large_operation("Battle of Ogossa")


@pytest.mark.parametrize(
    ("sentence", "attacker", "defender"),
    [
        ("On 4 March, fighters of the CMA raided the Malian camp.", "CMA", "Mali"),
        ("The JNIM launched an attack on Malian soldiers.", "JNIM", "Mali"),
        ("The Malian camp was first attacked by the JNIM on Monday.", "JNIM", "Mali"),
        ("The battle took place in May. The CMA overran the Malian post.", "CMA", "Mali"),
        ("The battle of Ogossa began when the CMA attacked Malian troops.", "CMA", "Mali"),
    ],
)
def test_a_lead_sentence_tells_who_attacked_whom(
    sentence: str, attacker: str, defender: str
) -> None:
    assert read_lead(sentence, Names()) == Opposed(attacker, defender)


@pytest.mark.parametrize(
    "sentence",
    [
        "It was a battle of World War II on the Malian coast.",
        "The siege took place between Malian and Nigerien forces.",
        "The CMA said that it was a battle.",
    ],
)
def test_a_lead_sentence_may_tell_of_no_attack(sentence: str) -> None:
    assert read_lead(sentence, Names()) is None
