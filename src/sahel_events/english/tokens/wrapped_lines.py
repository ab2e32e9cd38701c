"""Lines that were broken at a width are put together: a paragraph may stand on several.

Most texts hold a paragraph a line. Mail, agency wires and hand-written Markdown are often wrapped:
no line is longer than the page is wide, and each line is full, so that the first word of the next
would not have fitted.
"""

from __future__ import annotations

import re

__all__ = ["paragraph_lines"]

#: No page is wider or narrower than this, in characters.
_WIDEST, _NARROWEST = 100, 40
#: What begins a line of its own, however full the one before it is; and what never goes on.
_OWN = re.compile(r"\s*(?:[*•·#=>|]|[-–]\s|\d{1,2}[.)]\s|\Z)")
_WHOLE = re.compile(r"\s*(?:[#=>|]|\Z)")
_SMALL = re.compile(r"\s*[a-zß-ÿ]")


def paragraph_lines(text: str) -> list[str]:
    r"""The lines of a text, each with those that go on where a full line was broken.

    >>> paragraph_lines("Nine soldiers were killed near Ogossa and\ntwo wounded.\n\nA headline")
    ['Nine soldiers were killed near Ogossa and\ntwo wounded.', '', 'A headline']

    Joined by line breaks, they are the text again.
    """
    lines = text.split("\n")
    width = max(map(len, lines))
    if not _NARROWEST <= width <= _WIDEST:
        return lines
    breaks = {at for at in range(1, len(lines)) if _goes_on(lines[at - 1], lines[at], width)}
    if not any(_SMALL.match(lines[at]) for at in breaks):
        return lines
    joined = [lines[0]]
    for at, line in enumerate(lines[1:], start=1):
        if at in breaks:
            joined[-1] += f"\n{line}"
        else:
            joined.append(line)
    return joined


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether a line is so full that the first word of the following one did not fit."""
    if _WHOLE.match(line) or _OWN.match(following):
        return False
    word = following.split(maxsplit=1)[0]
    return len(line.rstrip()) + 1 + len(word) > width
