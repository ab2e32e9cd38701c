"""Accuracy on annotated documents, with a floor under every score.

The documents and their gold are no part of the project; without them these tests are skipped.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import sahel_events as se
from sahel_events.registry.names import fold

from .test_cells import page

SHARED = Path(__file__).parent.parent.parent / "shared"
GOLD = SHARED / "gold"
pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the gold annotations are not here")

#: The least that every score may be.
FLOORS = {
    "precision": 0.98,
    "recall": 0.98,
    "qualifier": 0.98,
    "victim_party": 0.95,
    "claimant": 0.95,
    "date": 0.95,
    "part_of": 0.95,
    "cites": 1.0,
}


#: The same for what the bodies tell, and for invented notes, reports and articles.
BODY_FLOORS = {
    "f1": 0.94,
    "qualifier": 0.97,
    "claimant": 0.92,
    "victim_party": 0.85,
    "date": 0.90,
    "place": 0.82,
    "engagement": 0.80,
    "part_of": 0.95,
}
STYLE_FLOORS = {"note": 0.96, "wire": 0.93, "wiki": 0.93}


def rows(name: str) -> list[dict[str, Any]]:
    text = (GOLD / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


@cache
def readings() -> dict[str, se.Reading]:
    """The five annotated documents by the beginning of their names, which is their id."""
    paths = sorted((SHARED / "seeds").glob("*.txt"))
    assert len(paths) == 5
    return {path.name[:3]: se.read(path) for path in paths}


def scores(
    gold: str, lines: list[dict[str, Any]], folder: Path, where: str = "infobox"
) -> dict[str, float]:
    """What the scoring program says of the lines."""
    predicted = folder / "predicted.jsonl"
    text = "".join(json.dumps(line) + "\n" for line in lines)
    predicted.write_text(text, encoding="utf-8")
    program = [sys.executable, GOLD / "score.py", GOLD / gold, predicted]
    done = subprocess.run(
        [*program, "--where", where, "--json"], capture_output=True, text=True, check=True
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def test_claims_of_the_infoboxes(tmp_path: Path) -> None:
    lines = [line for reading in readings().values() for line in se.claim_lines(reading)]
    found = scores("claims.jsonl", lines, tmp_path)
    assert found["gold"] == 66
    assert {name: found[name] for name in FLOORS if found[name] < FLOORS[name]} == {}


def test_claims_of_the_bodies(tmp_path: Path) -> None:
    lines = [line for reading in readings().values() for line in se.claim_lines(reading)]
    found = scores("claims.jsonl", lines, tmp_path, "body")
    assert found["gold"] == 176
    assert {name: found[name] for name in BODY_FLOORS if found[name] < BODY_FLOORS[name]} == {}


@pytest.mark.parametrize("style", STYLE_FLOORS)
def test_invented_prose(style: str, tmp_path: Path) -> None:
    documents = [row for row in rows("dev_documents.jsonl") if row["style"] == style]
    ids = {document["doc"] for document in documents}
    gold = [row for row in rows("dev_claims.jsonl") if row["doc"] in ids]
    (tmp_path / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in gold))
    lines = [line for document in documents for line in _prose_lines(document)]
    found = scores(str(tmp_path / "gold.jsonl"), lines, tmp_path, "body")
    assert found["f1"] >= STYLE_FLOORS[style]
    false = {line["doc"] for line in lines} - {row["doc"] for row in gold}
    assert false <= {"d055", "d194"}


def _prose_lines(document: dict[str, Any]) -> list[dict[str, Any]]:
    """The claims of a text that is read below its headings, with offsets into the text."""
    context = document["context"]
    above = [f"== {context['year']} =="] if "year" in context else []
    above += [f"=== {context['heading']} ==="] if "heading" in context else []
    head = "".join(f"{line}\n" for line in above)
    reading = se.parse(
        head + document["text"], f"{document['doc']}.txt", "prose", document["published"]
    )
    moved = -len(head)
    return [
        line | {"start": line["start"] + moved, "end": line["end"] + moved}
        for line in se.claim_lines(reading)
    ]


def test_engagements() -> None:
    gold = rows("events.jsonl")
    assert len(gold) == 114
    assert sum(map(_is_told, gold)) >= 0.7 * len(gold)


def _is_told(row: dict[str, Any]) -> bool:
    """Whether an engagement with this date overlaps the words, or was at this place."""
    return any(
        (found.date.edtf if found.date else None) in _answers(row, "date")
        and (
            min(found.end, row["end"]) > max(found.start, row["start"])
            or (row["place"] and found.place and fold(row["place"]) in fold(found.place))
        )
        for found in readings()[row["doc"]].engagements
    )


def test_invented_cells(tmp_path: Path) -> None:
    cells = [row for row in rows("dev_documents.jsonl") if row["style"] == "infobox"]
    assert len(cells) == 60
    lines = [line for cell in cells for line in _cell_lines(cell)]
    found = scores("dev_claims.jsonl", lines, tmp_path)
    assert found["f1"] >= 0.95
    assert found["qualifier"] >= 0.98
    assert min(found[name] for name in ("victim_party", "claimant", "date", "part_of")) >= 0.95


def _cell_lines(cell: dict[str, Any]) -> list[dict[str, Any]]:
    """The claims of a cell that is read in a page, with offsets into the cell."""
    context = cell["context"]
    case = {"text": cell["text"], "field": context["field"], "party": context.get("side_party")}
    if "year" in context:
        case["date"] = str(context["year"])
    text = page(case)
    reading = se.parse(text, name=f"{cell['doc']}.md")
    (box,) = reading.layout.boxes
    passage = box.fields[case["field"]]
    back = {passage.offset(index): index for index in range(len(passage.text))}
    ends = {place + 1: index + 1 for place, index in back.items()}
    return [
        line | {"start": back[line["start"]], "end": ends[line["end"]]}
        for line in se.claim_lines(reading)
    ]


def test_every_strength_is_found() -> None:
    gold = rows("strengths.jsonl")
    assert len(gold) == 52
    assert [row["quote"] for row in gold if not any(map(_agrees(row), _strengths(row)))] == []
    assert sum(len(reading.strengths) for reading in readings().values()) == 52


def _strengths(row: dict[str, Any]) -> list[se.Strength]:
    return [
        strength
        for strength in readings()[row["doc"]].strengths
        if strength.field == row["where"]
        and min(strength.end, row["end"]) > max(strength.start, row["start"])
    ]


def _agrees(row: dict[str, Any]) -> Any:
    def agrees(strength: se.Strength) -> bool:
        quantity = strength.quantity
        said = [quantity.low, quantity.high]
        said += [quantity.at_least, quantity.at_most, quantity.approximate]
        as_of = strength.as_of.edtf if strength.as_of else None
        expected = [row[key] for key in ("low", "high", "at_least", "at_most", "approx")]
        return [*said, strength.party, as_of] == [*expected, row["party"], row["as_of"]]

    return agrees


@pytest.mark.parametrize("cell", ["combatant", "commander"])
def test_parties_and_commanders(cell: str) -> None:
    gold = [row for row in rows("parties.jsonl") if re.fullmatch(rf"{cell}\d", row["where"])]
    assert len(gold) == {"combatant": 91, "commander": 66}[cell]
    missed = [row["name"] for row in gold if not _is_named(row, cell)]
    assert len(missed) <= 0.05 * len(gold), missed


def _is_named(row: dict[str, Any], cell: str) -> bool:
    reading = readings()[row["doc"]]
    named: tuple[Any, ...] = reading.participations if cell == "combatant" else reading.commanders
    keys = ("role", "parent") if cell == "combatant" else ("party",)
    return any(
        found.field == row["where"]
        and fold(found.name) in map(fold, _answers(row, "name"))
        and found.side in _answers(row, "side")
        and (found.period.edtf if found.period else None) in _answers(row, "period")
        and all(getattr(found, key) in _answers(row, key) for key in keys)
        for found in named
    )


def _answers(row: dict[str, Any], key: str) -> list[Any]:
    """The right answers: where the annotators differed, there are two."""
    alternatives = row.get("alt", {})
    return [row[key], *([alternatives[key]] if key in alternatives else [])]
