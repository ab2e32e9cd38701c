"""Words that one construction or another asks for: ``data/wordlists.csv``.

What a word means stands in the vocabulary. Here stand words that only matter in one place: with
which verbs "nine prisoners" is told as a capture, which nouns measure what stands behind "of".
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

__all__ = ["word_list"]


def word_list(name: str) -> frozenset[str]:
    """The words of a list; ``KeyError`` for a name that the file does not have."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    text = files(__package__).joinpath("data", "wordlists.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {row["list"]: frozenset(row["words"].split("|")) for row in rows}
