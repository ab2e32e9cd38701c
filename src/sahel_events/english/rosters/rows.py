"""The rows of a cell that lists names: lines, and the parts of a line that hold one name each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from attrs import define, evolve

from sahel_events.english.lexicon.words import ranks
from sahel_events.registry.countries import country_named
from sahel_events.registry.resolving import resolve

__all__ = ["FLAG", "QUOTES", "Line", "people_by_links", "pieces", "read_lines"]

#: A flag emoji: two regional indicator letters.
FLAG = re.compile(r"[\U0001F1E6-\U0001F1FF]{2}")
_FLAGS = "".join(chr(0x1F1E6 + letter) for letter in range(26)) + " "
_BULLET = re.compile(r"[ \t]*(?P<marks>[*:#•]+)[ \t]*")
#: A bracket or what may part names, and the character that follows it.
_MARK = re.compile(r"(?P<mark>[(),;])(?=\s*+(?P<following>\S?))")
#: What may stand around a name and is no part of it.
QUOTES = "'’\"“” \t\r\u00a0†‡#^*"


@define(slots=True)
class Line:
    """A line of a cell, or the part of one that holds one name."""

    text: str
    start: int
    depth: int = 0
    has_children: bool = False


def read_lines(text: str) -> list[Line]:
    """The lines of a cell that hold something, without their bullets."""
    lines: list[Line] = []
    start = 0
    for raw in text.split("\n"):
        bullet = _BULLET.match(raw)
        depth = len(bullet["marks"]) if bullet else 0
        begin = bullet.end() if bullet else 0
        if raw.strip():
            if depth and lines:
                lines[-1].has_children = lines[-1].has_children or lines[-1].depth < depth
            lines.append(Line(raw[begin:], start + begin, depth))
        start += len(raw) + 1
    return lines


def pieces(line: Line) -> Iterator[Line]:
    """The parts of a line that hold one name each: at flags, and at commas between names."""
    if known := _known_names(line.text):
        for start, end in pairwise([*known, len(line.text)]):
            yield evolve(line, text=line.text[start:end].rstrip(), start=line.start + start)
        return
    cuts = [] if line.text.isascii() else [m.start() for m in FLAG.finditer(line.text)]
    if len(cuts) > 1 or (cuts and line.text[: cuts[0]].strip(QUOTES)):
        bounds = [0, *(cut for cut in cuts if cut), len(line.text)]
    else:
        bounds = [0, *_commas(line.text), len(line.text)]
    if len(bounds) == 2:
        yield line
        return
    for start, end in pairwise(bounds):
        part = line.text[start:end]
        lead = len(part) - len(part.lstrip(" \t,;"))
        if part.strip(" \t,;"):
            yield evolve(line, text=part[lead:].rstrip(" \t,;"), start=line.start + start + lead)


#: Lines of more words are no row of names.
_MOST_WORDS = 12


def _known_names(text: str) -> list[int]:
    """Where names begin in a line that is nothing but known names: "Mali Burkina Faso"."""
    words = list(re.finditer(r"\S+", text))
    if not 1 < len(words) <= _MOST_WORDS or "(" in text or _is_party(text.strip(QUOTES)):
        return []
    starts, at = [], 0
    while at < len(words):
        ends = range(len(words), at, -1)
        names = (text[words[at].start() : words[end - 1].end()].strip(QUOTES) for end in ends)
        length = next(
            (end - at for end, name in zip(ends, names, strict=True) if _is_party(name)), 0
        )
        if not length:
            return []
        starts.append(words[at].start())
        at += length
    return starts if len(starts) > 1 else []


def _is_party(name: str) -> bool:
    """Whether the registry or the table of countries has the name."""
    return name[:1].isupper() and (country_named(name) is not None or resolve(name) is not None)


def _commas(text: str) -> list[int]:
    """Commas and semicolons between names, outside brackets."""
    if "," not in text and ";" not in text:
        return []
    depth, cuts = 0, []
    for match in _MARK.finditer(text):
        mark, following = match["mark"], match["following"]
        depth += (mark == "(") - (mark == ")")
        if mark in ",;" and depth <= 0 and (following.isupper() or following == "'"):
            cuts.append(match.start())
    return cuts


def people_by_links(line: Line, people: Mapping[str, None]) -> Iterator[Line]:
    """People whose line breaks were lost: "Dai Anlan Liao Yaoxiang" are two, by their links."""
    before, _, bracket = line.text.partition("(")
    if before.lstrip(_FLAGS).strip() in people and "(" not in bracket:
        yield line
        return
    starts, position = [], 0
    for shown in people:
        if shown in line.text and (at := line.text.find(shown, position)) >= 0:
            starts.append(at)
            position = at + len(shown)
    if len(starts) < 2 and not (starts and starts[0]):
        yield line
        return
    first = FLAG.match(line.text)
    inner = [at for at in starts if at > (first.end() + 1 if first else 0)]
    cuts = [
        cut
        for cut in (_rank_start(line.text, at) for at in inner)
        if cut > 0 and _splits(line.text, cut)
    ]
    bounds = [0, *cuts, len(line.text)]
    for start, end in pairwise(bounds):
        part = line.text[start:end]
        if part.strip():
            lead = len(part) - len(part.lstrip())
            yield evolve(line, text=part.strip(), start=line.start + start + lead)


def _splits(text: str, at: int) -> bool:
    """Whether a name may begin here: nothing but whole names stand before it."""
    before = text[:at].rstrip()
    words = FLAG.sub("", before).split()
    return text[at - 1].isspace() and before.count("(") == before.count(")") and bool(words)


def _rank_start(text: str, at: int) -> int:
    """Where the ranks before a name begin."""
    words = list(re.finditer(r"\S+", text[:at]))
    while words:
        for length in (3, 2, 1):
            title = " ".join(word.group().lower() for word in words[-length:])
            if len(words) >= length and title in ranks():
                at = words[-length].start()
                del words[-length:]
                break
        else:
            break
    return at
