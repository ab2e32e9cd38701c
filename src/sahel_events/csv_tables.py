"""Tables that people edit: CSV files beside the code, with ``#`` lines that say what is in them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files

__all__ = ["rows", "several"]


def rows(package: str, name: str) -> Iterator[dict[str, str]]:
    """The rows of the file ``data/NAME`` of a package, its ``#`` lines left out."""
    text = files(package).joinpath("data", name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return iter(csv.DictReader(lines))


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, which ``|`` separates."""
    return tuple(part for part in cell.split("|") if part)
