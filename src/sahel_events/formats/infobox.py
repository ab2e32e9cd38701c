"""The plain wiki article: ``= Title =``, an infobox of bullets, sections of prose.

    = 2023 Bamba attack =

    Infobox
    - Conflict: 2023 Bamba attack
    - Casualties1: 25 killed, 6 POWs, 3 VP11s captured

    On October 1, 2023, …

    == Background ==
    …

A field's value goes on over indented lines. Links in it are written as in a wiki:
``[[Page|text]]``, ``[https://… text]``. Field names are read in lower case.
"""

from __future__ import annotations

import re

from attrs import evolve

from sahel_events.formats._format import Format
from sahel_events.formats._headings import WIKI, read_sections, write_sections
from sahel_events.formats._links import with_markup, without_markup
from sahel_events.text.document import Document
from sahel_events.text.layout import Box, Fault, Layout
from sahel_events.text.passage import Passage

__all__ = ["FORMAT"]

_TITLE = re.compile(r"\s*=[ \t]*(?P<title>[^=\r\n][^\r\n]*?)[ \t]*=[ \t]*(?:\r?\n|\Z)")
_INFOBOX = re.compile(r"^Infobox\b[^\r\n]*(?:\r?\n|\Z)", re.MULTILINE)
_BULLET = re.compile(
    r"-[ \t]+(?P<key>[A-Za-z][\w \t/()-]*?)[ \t]*:[ \t]*(?P<value>[^\r\n]*)(?:\r?\n|\Z)"
)
_CONTINUED = re.compile(r"(?:[ \t]+\S[^\r\n]*|[^\s=-][^\r\n]*)(?:\r?\n|\Z)")
_INDENT = re.compile(r"\s*\n\s*")


def _recognises(document: Document) -> bool:
    text = document.text
    return not text.startswith("---") and _INFOBOX.search(text, 0, 4096) is not None


def _parse(document: Document) -> Layout:
    text = document.text
    meta: dict[str, Passage] = {}
    position = 0
    if title := _TITLE.match(text):
        meta["title"] = Passage.slice(text, title.start("title"), title.end("title"))
        position = title.end()
    boxes: list[Box] = []
    faults: list[Fault] = []
    while infobox := _next_infobox(text, position):
        box, position = _read_box(text, infobox.end(), faults)
        if box.fields:
            boxes.append(box)
    return Layout(tuple(boxes), read_sections(text, position, WIKI), meta, tuple(faults))


def _next_infobox(text: str, position: int) -> re.Match[str] | None:
    """The next infobox, when nothing but blank lines stands before it."""
    match = _INFOBOX.search(text, position)
    return match if match and not text[position : match.start()].strip() else None


def _read_box(text: str, position: int, faults: list[Fault]) -> tuple[Box, int]:
    fields: dict[str, Passage] = {}
    while bullet := _BULLET.match(text, position):
        end = bullet.end()
        while continued := _CONTINUED.match(text, end):
            end = continued.end()
        key = " ".join(bullet["key"].lower().split())
        value = text[bullet.start("value") : end].rstrip()
        if key in fields:
            message = f"expected each field once, found {key!r} again; the first one is kept"
            faults.append(Fault(message, position, bullet.start("value") + len(value)))
        else:
            fields[key] = _cell(value, bullet.start("value"))
        position = end
    return Box(fields), position


def _cell(raw: str, offset: int) -> Passage:
    """The value without the indentation of its further lines, and without link markup."""
    marked = without_markup(raw, offset)
    if "\n" not in marked.text:
        return marked
    pieces, clean, length = [], [], 0
    for start, end in marked.lines():
        line = marked.text[start:end]
        bare = line.strip() if start else line.rstrip()
        if bare:
            begin = start + line.index(bare)
            cuts = [begin, *(s for s in marked.starts if begin < s < begin + len(bare))]
            pieces += [(length + cut - begin, marked.offset(cut)) for cut in cuts]
        clean.append(bare)
        length += len(bare) + 1
    moved = dict(_moves(marked, clean))
    links = [
        link if link.at is None else evolve(link, at=moved.get(link.at, 0)) for link in marked.links
    ]
    return Passage.of("\n".join(clean), pieces, links)


def _moves(marked: Passage, clean: list[str]) -> list[tuple[int, int]]:
    """Where every character of the marked text comes to stand once its lines are stripped."""
    moves, length = [], 0
    for (start, end), bare in zip(marked.lines(), clean, strict=True):
        line = marked.text[start:end]
        begin = start + (line.index(bare) if bare else 0)
        moves += [
            (index, length + max(0, min(index - begin, len(bare))))
            for index in range(start, end + 1)
        ]
        length += len(bare) + 1
    return moves


def _render(layout: Layout) -> str:
    parts = [f"= {layout.title.text} =\n\n"] if layout.title else []
    for box in layout.boxes or (Box({}),):
        parts.append("Infobox\n")
        for name, passage in box.fields.items():
            parts.append(f"- {name[:1].upper()}{name[1:]}: {_value(passage)}".rstrip() + "\n")
        parts.append("\n")
    return "".join(parts) + write_sections(layout.sections, "=", closed=True)


def _value(passage: Passage) -> str:
    return _INDENT.sub("\n  ", with_markup(passage).strip())


FORMAT = Format("infobox", _recognises, _parse, _render, rank=20)
