"""News reports and plain text: paragraphs, perhaps under ``= Title =`` and ``== Section ==``."""

from __future__ import annotations

from sahel_events.formats._format import Format
from sahel_events.formats._headings import TITLE, WIKI, read_sections, write_sections
from sahel_events.text.document import Document
from sahel_events.text.layout import Layout
from sahel_events.text.passage import Passage

__all__ = ["FORMAT"]


def _recognises(document: Document) -> bool:
    return True


def _parse(document: Document) -> Layout:
    text = document.text
    title = TITLE.match(text)
    if title is None:
        return Layout(sections=read_sections(text, 0, WIKI))
    meta = {"title": Passage.slice(text, title.start("title"), title.end("title"))}
    return Layout(sections=read_sections(text, title.end(), WIKI), meta=meta)


def _render(layout: Layout) -> str:
    title = f"= {layout.title.text} =\n\n" if layout.title else ""
    return title + write_sections(layout.sections, WIKI)


FORMAT = Format("prose", _recognises, _parse, _render, rank=99)
