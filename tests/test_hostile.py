"""Texts that once broke the reader, each as small as it can be: whatever comes in, it is read."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

import sahel_events as se
from sahel_events.formats import formats
from sahel_events.storage.arrow import to_table

CASES = [
    json.loads(line)
    for line in Path(__file__).parent.joinpath("cases", "hostile.jsonl").read_text().splitlines()
]
#: How deep calls go while a plain text is read, and no text makes them go much deeper.
DEEP = 130


def text_of(case: dict[str, Any]) -> str:
    return str(case["text"]) * int(case.get("times", 1))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
@pytest.mark.parametrize("start", ["", "Infobox\n- Conflict: Clash\n- Casualties1: "])
def test_it_is_read_and_can_be_written(case: dict[str, Any], start: str) -> None:
    reading = se.parse(start + text_of(case))
    assert len(list(se.claim_lines(reading))) == len(reading.claims)
    for table, records in reading.tables().items():
        to_table(table, records)
    for format in formats():
        se.render(reading, format.name)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_no_text_makes_calls_go_deep(case: dict[str, Any]) -> None:
    reading = se.parse(text_of(case))  # patterns and tables are made once
    limit = sys.getrecursionlimit()
    depth = len([1 for _ in frames()])
    sys.setrecursionlimit(depth + DEEP)
    try:
        assert se.parse(text_of(case)) == reading
    finally:
        sys.setrecursionlimit(limit)


def frames() -> Any:
    frame = sys._getframe()
    while frame:
        yield frame
        frame = frame.f_back  # type: ignore[assignment]


def test_a_fault_of_ours_is_a_refusal_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    from sahel_events.english.discourse import reader

    def fail(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    text = "= Title =\n\nA market opened.\n\n== Losses ==\nIt rained. Nine soldiers were killed.\n"
    monkeypatch.setattr(reader, "read_mentions", fail)
    with pytest.raises(se.ParseError) as caught:
        se.parse(text, name="report.txt")
    assert "ZeroDivisionError: division by zero" in caught.value.message
    assert (caught.value.name, caught.value.line, caught.value.column) == ("report.txt", 6, 1)
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


def test_a_fault_under_a_deep_caller_is_a_refusal_too() -> None:
    def deep(times: int) -> Any:
        return deep(times - 1) if times else se.parse("Nine soldiers were killed in Gao.")

    deepest = sys.getrecursionlimit() - len(list(frames()))
    assert deep(deepest - 150).claims
    with pytest.raises(se.ParseError, match="RecursionError"):
        deep(deepest - 20)


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "\u200b\u00a0\n"])
def test_an_empty_document_is_warned_of(text: str) -> None:
    (problem,) = se.parse(text).problems
    assert (problem.severity, problem.line, problem.column) == (se.Severity.WARNING, 1, 1)
    assert "the document is empty" in problem.message


@pytest.mark.parametrize(
    ("name", "written"), [("caf\udce9.txt", "caf\\xe9.txt"), ("\ud800.txt", "\\ud800.txt")]
)
def test_a_name_that_cannot_be_written_is_changed_and_said_so(name: str, written: str) -> None:
    reading = se.parse("Nine soldiers were killed.", name=name)
    assert reading.source.name == written
    assert [problem.message for problem in reading.problems] == [
        f"expected a file name in UTF-8; the document is called {written} instead"
    ]
    to_table("documents", [reading.source])
