"""What a terminal shows: claims and counts as aligned tables, problems with a caret.

Documents come from elsewhere, so nothing of them reaches a terminal before :func:`harmless` has
seen it.
"""

from __future__ import annotations

import shutil
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TextIO

import click

from sahel_events.dataset import Dataset
from sahel_events.errors import Location
from sahel_events.kinds import Severity
from sahel_events.model import Problem
from sahel_events.values import Quantity

__all__ = [
    "Progress",
    "aligned",
    "claims",
    "counts",
    "cut",
    "harmless",
    "problem",
    "seen_width",
    "severities",
]

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_CLAIM_HEADS = ("where", "figure", "outcome", "victims", "claimed by", "date", "place")
#: No cell of the table of claims is wider than this.
_WIDEST = 32


def claims(lines: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The claims, one a line, cut to the width of the terminal."""
    width = shutil.get_terminal_size().columns
    rows = [_CLAIM_HEADS, *(_claim(line) for line in lines)]
    return (cut(line, width) for line in aligned(rows))


def problem(found: Problem, location: Location, *, colour: bool) -> str:
    """A problem as compilers show them: place and message, the line with a caret, the hint."""
    severity = str(found.severity)
    if colour:
        severity = click.style(severity, fg=_COLOURS[found.severity], bold=True)
    shown = [f"{harmless(str(location))}: {severity}: {harmless(found.message)}"]
    if location.excerpt:
        shown.append(harmless(location.pointed()))
    if found.hint:
        shown.append(f"    hint: {harmless(found.hint)}")
    return "\n".join(shown)


def counts(dataset: Dataset) -> Iterator[str]:
    """How many records each table has, and how severe the problems are."""
    by_severity = severities(Counter(problem.severity for problem in dataset.problems))
    rows = [
        (name.replace("_", " "), f"{len(table):,}", by_severity if name == "problems" else "")
        for name, table in dataset.tables().items()
    ]
    return aligned(rows)


def severities(counted: Mapping[Severity, int]) -> str:
    """How many problems there are of each severity: "1 error, 2 warnings, 0 notes"."""
    return ", ".join(
        f"{number:,} {severity}" + ("" if number == 1 else "s")
        for severity in Severity
        for number in [counted.get(severity, 0)]
    )


def harmless(text: str) -> str:
    """The text without characters that steer a terminal; line breaks stay."""
    return "".join(
        character
        if character == "\n" or unicodedata.category(character) not in ("Cc", "Cf", "Zl", "Zp")
        else "\N{REPLACEMENT CHARACTER}"
        for character in text
    )


def seen_width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(map(_columns, text))


class Progress:
    """A line that counts documents, from the second second on; shown on terminals only."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shows = stream.isatty()
        self._next = time.monotonic() + 1
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if self._shows and now >= self._next:
            self._stream.write(f"\r{done:,} of {total:,} documents")
            self._stream.flush()
            self._next, self._shown = now + 0.1, True

    def clear(self) -> None:
        """Make room for something else on the line."""
        if self._shown:
            self._stream.write("\r" + " " * 40 + "\r")
            self._stream.flush()
            self._shown = False


def _claim(line: Mapping[str, Any]) -> tuple[str, ...]:
    ends = (line["low"], line["high"], line["at_least"], line["at_most"], line["approximate"])
    figure = str(Quantity(*ends, line["term"]))
    thing = [] if line["what"] == "people" else [line["what"]]
    cells = (
        f"{line['doc']}:{line['line']}",
        " ".join([figure, *thing]),
        "/".join(line["outcomes"]),
        line["victims"] or "",
        next(iter(line["claimant"]), ""),
        line["date"] or "",
        line["place"] or "",
    )
    return tuple(cut(" ".join(harmless(cell).split()), _WIDEST) for cell in cells)


def aligned(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """The rows as lines whose cells begin below each other."""
    widths = [max(map(seen_width, cells)) for cells in zip(*rows, strict=True)]
    for row in rows:
        cells = zip(row, widths, strict=True)
        yield "  ".join(cell + " " * (width - seen_width(cell)) for cell, width in cells).rstrip()


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cut(text: str, width: int) -> str:
    """The text, ending in "…" where it is wider than so many columns."""
    if seen_width(text) <= width:
        return text
    kept, used = "", 0
    for character in text:
        used += _columns(character)
        if used > width - 1:
            break
        kept += character
    return kept + "…"
