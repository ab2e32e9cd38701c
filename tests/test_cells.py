"""Cells of infoboxes: cases as data, in four kinds.

    cases/wild.jsonl            cells written for this project by others, as real editors write
    cases/synthetic.jsonl       one construction of the grammar each, of our own
    cases/negative.jsonl        numbers that count nobody: no claim may come out
    cases/known_failures.jsonl  cells that are read wrongly; a lucky improvement is noticed

A case is one line: ``text`` is the cell, ``field`` its name, ``party`` and ``other`` the parties of
its own side and of the opposing one, ``date`` that of the infobox. ``claims`` or ``strengths`` list
what must come out, in order; what a row does not say is false, null, "people", or for ``high`` the
same as ``low``. ``part_of`` is the row, from 0, of the whole; ``quote`` is evidence, which may be
told more narrowly or more widely. A known failure says ``why``; once it is read rightly it belongs
to the synthetic cases.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import sahel_events as se
from sahel_events.formats._yaml import dump
from sahel_events.registry.names import fold

CASES = Path(__file__).parent / "cases"
#: Every file, and the least number of cases that it is known to hold.
KINDS = {"wild": 60, "synthetic": 60, "negative": 20, "known_failures": 1}
#: The cases of sentences and of hostile texts, which other modules run.
OTHERS = {"prose", "prose_known_failures", "engagements", "engagements_known_failures", "hostile"}
NOTHING = {
    "term": None,
    "at_least": False,
    "at_most": False,
    "approximate": False,
    "what": "people",
    "party": None,
    "claimant": None,
    "date": None,
    "part_of": None,
}


def cases(kind: str) -> list[Any]:
    """The cases of a file as parameters, each under its own name."""
    lines = (CASES / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    marks = [pytest.mark.xfail(strict=True)] if kind == "known_failures" else []
    return [pytest.param(case, id=case["id"], marks=marks) for case in found]


def page(case: dict[str, Any]) -> str:
    """A small article in front matter, around the cell."""
    number = case["field"][-1] if case["field"][-1].isdigit() else "1"
    box = {"conflict": {"text": "Battle of Tindaba"}}
    if "date" in case:
        box["date"] = {"text": case["date"]}
    for side in "123":
        party = case.get("party") if side == number else case.get("other") if side < "3" else None
        if party:
            box[f"combatant{side}"] = {"text": party}
    box[case["field"]] = {"text": case["text"]}
    return f"---\n{dump({'infoboxes': [box]})}---\n"


def expected(rows: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    """The rows of a case with all that they leave out."""
    nothing = NOTHING | ({"outcomes": []} if kind == "claims" else {})
    whole = [nothing | {"low": None, "high": row.get("low")} | row for row in rows]
    return [{key: value for key, value in row.items() if key != "quote"} for row in whole]


def found(reading: se.Reading, rows: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    """What was read, written as the rows of a case are."""
    if kind == "strengths":
        return [_strength(strength, reading) for strength in reading.strengths]
    lines = list(se.claim_lines(reading))
    order = {line["id"]: index for index, line in enumerate(lines)}
    told = []
    for index, line in enumerate(lines):
        row = rows[index] if index < len(rows) else {}
        names = {"party": line["victim_party"], "claimant": line["claimant"]}
        told.append(
            {key: line[key] for key in ("low", "high", "outcomes", *NOTHING) if key in line}
            | {key: _one_of(known, row.get(key)) for key, known in names.items()}
            | {"part_of": order.get(line["part_of"])}
        )
    return told


def _one_of(known: list[str], name: str | None) -> str | None:
    """The expected name, where the party is known by it; else the party's own."""
    if name is not None and fold(name) in map(fold, known):
        return name
    return known[0] if known else None


def _strength(strength: se.Strength, reading: se.Reading) -> dict[str, Any]:
    order = {other.id: index for index, other in enumerate(reading.strengths)}
    quantity = strength.quantity
    return NOTHING | {
        "low": quantity.low,
        "high": quantity.high,
        "term": quantity.term,
        "at_least": quantity.at_least,
        "at_most": quantity.at_most,
        "approximate": quantity.approximate,
        "what": strength.what,
        "party": strength.party,
        "date": strength.as_of.edtf if strength.as_of else None,
        "part_of": order.get(strength.part_of or ""),
    }


def check(case: dict[str, Any]) -> None:
    """Read the cell in its page, and compare everything that its case says."""
    reading = se.parse(page(case), name="case.md")
    for kind in case.keys() & {"claims", "strengths"}:
        rows = expected(case[kind], kind)
        assert found(reading, rows, kind) == rows
    for line, row in zip(se.claim_lines(reading), case.get("claims", ()), strict="claims" in case):
        quote, evidence = (" ".join(text.split()) for text in (row["quote"], line["quote"]))
        assert quote in evidence or evidence in quote


@pytest.mark.parametrize(("kind", "least"), KINDS.items())
def test_no_file_of_cases_has_gone_missing(kind: str, least: int) -> None:
    assert len(cases(kind)) >= least
    assert {path.stem for path in CASES.glob("*.jsonl")} == {*KINDS, *OTHERS}


def test_every_case_has_a_name_of_its_own() -> None:
    names = [case.id for kind in KINDS for case in cases(kind)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("case", cases("wild"))
def test_in_the_wild(case: dict[str, Any]) -> None:
    check(case)


@pytest.mark.parametrize("case", cases("synthetic"))
def test_synthetic(case: dict[str, Any]) -> None:
    check(case)


@pytest.mark.parametrize("case", cases("negative"))
def test_no_claim_comes_out(case: dict[str, Any]) -> None:
    assert not se.parse(page(case), name="case.md").claims


@pytest.mark.parametrize("case", cases("known_failures"))
def test_known_failure(case: dict[str, Any]) -> None:
    check(case)
