"""Bodies: prose under headings, in the notation of a wiki (``== Section ==``) or of Markdown."""

from __future__ import annotations

import re

from sahel_events.text.layout import Section
from sahel_events.text.passage import Passage

__all__ = ["MARKDOWN", "WIKI", "read_sections", "write_sections"]

#: A heading line: its marks, then its text. The number of marks is its level.
MARKDOWN = re.compile(r"^(?P<marks>\#{1,6})[ \t]+(?P<text>[^\r\n]*?)[ \t]*\r?$", re.MULTILINE)
WIKI = re.compile(
    r"^(?P<marks>={2,6})[ \t]*(?P<text>[^\r\n=][^\r\n]*?)[ \t]*(?P=marks)[ \t]*\r?$", re.MULTILINE
)


def read_sections(text: str, start: int, notation: re.Pattern[str]) -> tuple[Section, ...]:
    """The sections of ``text[start:]``; what stands before the first heading has none."""
    sections = []
    heading, level, begin = None, 0, start
    for match in notation.finditer(text, start):
        sections.append(Section(heading, level, Passage.slice(text, begin, match.start())))
        heading = Passage.slice(text, match.start("text"), match.end("text"))
        level, begin = len(match["marks"]), min(match.end() + 1, len(text))
    sections.append(Section(heading, level, Passage.slice(text, begin, len(text))))
    return tuple(s for s in sections if s.heading is not None or s.body.text.strip())


def write_sections(sections: tuple[Section, ...], mark: str, *, closed: bool) -> str:
    """Sections as text; ``closed`` headings have their marks on both sides, as wikis do."""
    parts = []
    for section in sections:
        if section.heading is not None:
            marks = mark * max(section.level, 2 if closed else 1)
            parts.append(f"{marks} {section.heading.text}{' ' + marks if closed else ''}\n")
        body = section.body.text.replace("\r\n", "\n").strip("\n")
        parts.append(f"{body}\n\n" if body.strip() else "\n")
    return "".join(parts).rstrip("\n") + "\n" if parts else ""
