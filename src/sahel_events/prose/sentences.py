"""Where sentences begin and end, safe with abbreviations, initials, figures and quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sahel_events.prose.vocabulary import vocabulary

__all__ = ["split_sentences"]

#: A mark that may end a sentence, with the quotes and brackets that close behind it.
_END = re.compile(r"(?:[.!?…]+[\"”’»')\]]*|[\"”»])(?=\s+[\"“‘«'(\[]*[A-Z0-9À-Þ]|\s*\n|\s*\Z)|\n")
#: How far back the word before a full stop may begin.
_LONGEST = 24


#: No sentence is longer: a text without full stops is cut between words, so that time stays in
#: proportion to the text.
_MOST = 2_000


def split_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the sentences of ``text[start:end]`` stand."""
    for begin, stop in _split(text, start, end):
        while stop - begin > _MOST:
            cut = text.rfind(" ", begin + 1, begin + _MOST)
            cut = cut if cut > begin else begin + _MOST
            yield begin, cut
            begin = cut
        yield begin, stop


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _END.finditer(text, start, end):
        stop = match.end()
        if match.group() != "\n" and not _ends(text, begin, match):
            continue
        if text[begin:stop].strip():
            yield begin, stop
        begin = stop
    if text[begin:end].strip():
        yield begin, end


def _ends(text: str, begin: int, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark[0] != ".":
        return mark[0] in "!?…"
    before = text[max(begin, match.start() - _LONGEST) : match.start()]
    last = before.split()[-1].lstrip("\"“‘'«([") if before.strip() else ""
    if not last:
        return True
    following = text[match.end() : match.end() + 12].lstrip()
    if len(last) == 1 and last.isupper():
        return False  # an initial
    if last.lower() in vocabulary().abbreviations:
        upper_next = following[:1].isupper()
        return (
            last.lower() in ("a.m", "p.m", "etc", "u.s", "u.n", "u.k", "co", "inc", "ltd")
            and upper_next
            and _opens(following)
        )
    return True


def _opens(following: str) -> bool:
    """Whether the next word begins a sentence: "The", "In"; not "Army" as in "U.S. Army"."""
    word = re.match(r"[\"“(]*([A-Za-z]+)", following)
    return word is not None and word.group(1) in (
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "It",
        "He",
        "She",
        "They",
        "But",
        "However",
        "No",
        "This",
        "That",
    )
