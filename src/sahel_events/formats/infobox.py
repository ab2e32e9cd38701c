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

from sahel_events.formats._format import Format
from sahel_events.formats._headings import TITLE, WIKI, read_sections, write_sections
from sahel_events.formats._links import with_markup, without_markup
from sahel_events.text.document import Document
from sahel_events.text.layout import Box, Fault, Layout
from sahel_events.text.passage import Passage

__all__ = ["FORMAT"]

_INFOBOX = re.compile(r"^Infobox\b[^\r\n]*(?:\r?\n|\Z)", re.MULTILINE)
_BULLET = re.compile(
    r"[-*][ \t]++(?P<key>[^\W\d_](?:[\w/()-]++|[ \t]++(?=[\w/()-]))*+)[ \t]*+:[ \t]*+"
    r"(?P<value>[^\r\n]*)(?:\r?\n|\Z)"
)
#: A line that begins as a bullet does, and is none.
_DASH = re.compile(r"(?P<line>-[^\r\n]*)(?:\r?\n|\Z)")
_CONTINUED = re.compile(r"(?:[ \t]+\S[^\r\n]*|[^\s=-][^\r\n]*)(?:\r?\n|\Z)")
#: Blank lines between two bullets.
_GAP = re.compile(r"(?:[ \t]*\r?\n)+")
#: "Casualties 1" is the field "casualties1".
_NUMBERED = re.compile(r" (\d+)\Z")
_NO_KEY = re.compile(r"[^\w /()-]+")


def _recognises(document: Document) -> bool:
    text = document.text
    return not text.startswith("---") and _INFOBOX.search(text, 0, 4096) is not None


def _parse(document: Document) -> Layout:
    text = document.text
    meta: dict[str, Passage] = {}
    position = 0
    if title := TITLE.match(text):
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
    while line := _BULLET.match(text, position) or _DASH.match(text, position):
        if line.re is _DASH:
            faults.append(Fault("expected '- Key: value'", *line.span("line")))
            position = line.end()
            continue
        bullet, end = line, line.end()
        while not _BULLET.match(text, end) and (continued := _CONTINUED.match(text, end)):
            end = continued.end()
        key = _NUMBERED.sub(r"\1", " ".join(bullet["key"].lower().split()))
        start = bullet.start("value")
        stop = start + len(text[start:end].rstrip())
        if key in fields:
            message = f"expected each field once, found {key!r} again; the first one is kept"
            faults.append(Fault(message, position, stop))
        else:
            fields[key] = _cell(text, start, stop)
        position = end
        if (gap := _GAP.match(text, position)) and _BULLET.match(text, gap.end()):
            position = gap.end()
    return Box(fields), position


def _cell(text: str, start: int, end: int) -> Passage:
    """The value without the indentation of its further lines, and without link markup."""
    raw = Passage.slice(text, start, end)
    kept: list[tuple[int, int]] = []
    for begin, stop in raw.lines():
        line = raw.text[begin:stop]
        indent = len(line) - len(line.lstrip()) if begin else 0
        kept += [(begin - 1, begin)] if begin else []  # the line break
        kept.append((begin + indent, begin + len(line.rstrip())))
    return without_markup(raw.keep(kept))


def _render(layout: Layout) -> str:
    parts = [f"= {layout.title.text} =\n\n"] if layout.title else []
    for box in layout.boxes or (Box({}),):
        parts.append("Infobox\n")
        for name, passage in box.fields.items():
            parts.append(f"- {_key(name)}: {_value(passage)}".rstrip() + "\n")
        parts.append("\n")
    return "".join(parts) + write_sections(layout.sections, WIKI)


def _key(name: str) -> str:
    """A field's name as a bullet has it, without characters that no bullet can hold."""
    key = " ".join(_NO_KEY.sub(" ", name).split()).lstrip("0123456789_ /()-") or "field"
    return f"{key[:1].upper()}{key[1:]}"


def _value(passage: Passage) -> str:
    lines = (line.strip() for line in with_markup(passage).split("\n"))
    return "\n  ".join(line for line in lines if line)


FORMAT = Format("infobox", _recognises, _parse, _render, rank=20)
