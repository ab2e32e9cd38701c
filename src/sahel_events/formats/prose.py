"""News reports and plain text: paragraphs, without structure of their own."""

from __future__ import annotations

from sahel_events.formats._format import Format
from sahel_events.formats._headings import WIKI, read_sections, write_sections
from sahel_events.text.document import Document
from sahel_events.text.layout import Layout

__all__ = ["FORMAT"]


def _recognises(document: Document) -> bool:
    return True


def _parse(document: Document) -> Layout:
    return Layout(sections=read_sections(document.text, 0, WIKI))


def _render(layout: Layout) -> str:
    return write_sections(layout.sections, WIKI)


FORMAT = Format("prose", _recognises, _parse, _render, rank=99)
