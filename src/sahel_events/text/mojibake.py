"""UTF-8 that was read as Mac Roman, put right line by line.

A line is changed only when its characters are Mac Roman bytes *and* those bytes are strict UTF-8,
so that text which is already right stays as it is. "d’état", which happens to be both, is changed
only in a document with other broken lines. The repair is the exact inverse of the damage:
``damage(repair(text)[0], repair(text)[1]) == text``.

U+F8FF (byte F0, the first of every flag emoji) is part of Mac Roman: nothing may strip private-use
characters before this runs.
"""

from __future__ import annotations

import re
from collections.abc import Collection

__all__ = ["damage", "repair"]


#: Marks that clean text sets before a letter ("d’état", "«État") and that begin broken letters of
#: the Cyrillic and Armenian scripts: alone, such a pair proves nothing.
_DOUBTFUL = re.compile("[«»…–—“”‘’][\u0080-\U0010ffff]")


def repair(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the text with every broken line mended, and the numbers (from 1) of those lines."""
    if text.isascii():
        return text, ()
    lines = text.split("\n")
    mended: dict[int, str] = {}
    doubtful: dict[int, str] = {}
    for number, line in enumerate(lines):
        if line.isascii():
            continue
        try:
            clean = line.encode("mac_roman").decode("utf-8")
        except UnicodeError:
            continue
        (mended if _is_certain(line) else doubtful)[number] = clean
    if mended:  # a document that is broken elsewhere is broken here, too
        mended |= doubtful
    for number, clean in mended.items():
        lines[number] = clean
    return ("\n".join(lines), tuple(sorted(n + 1 for n in mended))) if mended else (text, ())


def _is_certain(line: str) -> bool:
    """Whether a line has other marks of breakage than typographic ones before a letter."""
    return not _DOUBTFUL.sub("", line).isascii() or len(_DOUBTFUL.findall(line)) > 3


def damage(text: str, lines: Collection[int] | None = None) -> str:
    """Break the given lines (from 1; all of them when ``None``) as reading UTF-8 as Mac Roman
    does.
    """
    chosen = None if lines is None else frozenset(lines)
    return "\n".join(
        line.encode("utf-8").decode("mac_roman") if chosen is None or number in chosen else line
        for number, line in enumerate(text.split("\n"), start=1)
    )
