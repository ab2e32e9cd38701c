"""How the data files of the registry are read."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files

__all__ = ["rows", "several"]


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a data file, its ``#`` lines left out."""
    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return iter(csv.DictReader(lines))


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several."""
    return tuple(part for part in cell.split("|") if part)
