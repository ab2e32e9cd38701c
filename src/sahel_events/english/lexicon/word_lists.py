"""Words that one construction or another asks for: ``data/word_lists.csv``.

What a word means stands in the vocabulary. Here stand words that only matter in one place: with
which verbs "nine prisoners" is told as a capture, which nouns measure what stands behind "of".
What each list is for stands in ``data/word_list_meanings.csv``.
"""

from __future__ import annotations

import re
from functools import cache

from sahel_events.csv_tables import rows

__all__ = ["any_of", "word_list"]


def word_list(name: str) -> frozenset[str]:
    """The words of a list; ``KeyError`` for a name that the file does not have."""
    return _lists()[name]


def any_of(name: str) -> str:
    """A pattern for any word of a list, the longer ones first: to stand in a larger one."""
    longest = sorted(word_list(name), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest))})"


@cache
def _lists() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows(__package__, "word_lists.csv"):
        found.setdefault(row["list"], set()).add(row["word"])
    return {name: frozenset(words) for name, words in found.items()}
