"""Engagements that running text tells of: invented sentences, and what must be read of them.

    cases/engagements.jsonl                 one way to tell of an engagement each; and what tells of
                                            none, whose ``engagements`` are empty
    cases/engagements_known_failures.jsonl  what is read wrongly, and ``why``; once one is read
                                            rightly, it belongs to the former

``engagements`` lists all that must come out, in any order. ``date`` and ``place`` are always
compared; ``kind``, ``attackers``, ``defenders`` and ``result`` only where a row says them.
``claims``, where a case has it, lists the day and the place of every claim.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import sahel_events as se

CASES = Path(__file__).parent / "cases"


def load(kind: str) -> list[dict[str, Any]]:
    lines = (CASES / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def cases(kind: str) -> list[Any]:
    """The cases of a file as parameters, each under its own name."""
    marks = [pytest.mark.xfail(strict=True)] if kind.endswith("known_failures") else []
    return [pytest.param(case, id=case["id"], marks=marks) for case in load(kind)]


def read(case: dict[str, Any]) -> se.Reading:
    return se.parse(
        case["text"], name="report.txt", format="prose", published=case.get("published")
    )


def told(event: se.Engagement) -> dict[str, Any]:
    """An engagement written as the row of a case is."""
    return {
        "date": event.date.edtf if event.date else None,
        "place": event.place,
        "kind": event.kind.value,
        "attackers": list(event.attackers),
        "defenders": list(event.defenders),
        "result": event.result,
    }


def check(case: dict[str, Any]) -> None:
    reading = read(case)
    expected = case["engagements"]
    found = [told(event) for event in reading.engagements]
    key = ("date", "place")
    assert sorted(repr([row[name] for name in key]) for row in found) == sorted(
        repr([row[name] for name in key]) for row in expected
    )
    for row in expected:
        same = [event for event in found if all(event[name] == row[name] for name in key)]
        assert any({name: event[name] for name in row} == row for event in same), same
    if "claims" in case:
        lines = se.claim_lines(reading)
        assert [[line["date"], line["place"]] for line in lines] == case["claims"]


@pytest.mark.parametrize("case", cases("engagements"))
def test_engagement(case: dict[str, Any]) -> None:
    check(case)


@pytest.mark.parametrize("case", cases("engagements_known_failures"))
def test_known_failure(case: dict[str, Any]) -> None:
    check(case)


@pytest.mark.parametrize("case", cases("engagements"))
def test_an_engagement_stands_where_its_words_do(case: dict[str, Any]) -> None:
    reading = read(case)
    for event in reading.engagements:
        assert 0 <= event.start < event.end <= len(case["text"])
        assert " ".join(case["text"][event.start : event.end].split()) == event.name


def test_ids_are_unique() -> None:
    kinds = ("engagements", "engagements_known_failures")
    names = [case["id"] for kind in kinds for case in load(kind)]
    assert len(names) == len(set(names))


ARTICLE = """\
= Battle of Ogossa =

Infobox
- Conflict: Battle of Ogossa
- Date: 10 December 2031
- Place: Ogossa, Mali
- Combatant1: Mali
- Combatant2: JNIM
- Casualties1: 71 killed

== Aftermath ==
The ministry said on 11 December that 71 soldiers had died. {}
"""


@pytest.mark.parametrize(
    ("told", "is_of_battle"),
    [
        ("JNIM claimed to have killed more than 100 soldiers.", True),
        ("JNIM claimed to have killed nine soldiers in Konna.", False),
        ("A nurse said in May 2033 that nine soldiers had died.", False),
    ],
)
def test_what_is_told_later_of_the_battle_of_an_article(told: str, is_of_battle: bool) -> None:
    reading = se.parse(ARTICLE.format(told), name="battle.txt")
    (battle,) = (event for event in reading.engagements if event.name == "Battle of Ogossa")
    cell, ministry, other = reading.claims
    assert cell.engagement == ministry.engagement == battle.id
    assert (other.engagement == battle.id) is is_of_battle
