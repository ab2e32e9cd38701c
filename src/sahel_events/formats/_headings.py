"""Bodies: prose under headings, in the notation of a wiki (``== Section ==``) or of Markdown."""

from __future__ import annotations

import re

from attrs import frozen

from sahel_events.text.layout import Section
from sahel_events.text.passage import Passage

__all__ = ["MARKDOWN", "TITLE", "WIKI", "Notation", "read_sections", "write_sections"]


@frozen
class Notation:
    """How headings are written: the pattern of a heading line, and its mark.

    The number of marks is the heading's level; ``closed`` headings have them on both sides.
    """

    pattern: re.Pattern[str]
    mark: str
    closed: bool

    def heading(self, section: Section) -> str:
        """The heading line of a section; the smallest level of closed headings is two."""
        if section.heading is None:
            return ""
        marks = self.mark * max(section.level, 2 if self.closed else 1)
        return f"{marks} {section.heading.text}{' ' + marks if self.closed else ''}\n"


MARKDOWN = Notation(
    re.compile(
        r"^(?P<marks>\#{1,6})[ \t]++(?P<text>(?:[^ \t\r\n]++|[ \t]++(?=[^ \t\r\n]))*+)"
        r"[ \t]*+\r?$",
        re.MULTILINE,
    ),
    "#",
    closed=False,
)
WIKI = Notation(
    re.compile(
        r"^(?P<marks>={2,6}+)[ \t]*+(?P<text>[^ \t\r\n=](?:[^\r\n]*[^ \t\r\n])?)"
        r"[ \t]*+(?P=marks)[ \t]*+\r?$",
        re.MULTILINE,
    ),
    "=",
    closed=True,
)

#: The title of a wiki article, on its first line.
TITLE = re.compile(
    r"\s*+=[ \t]*+(?P<title>[^ \t\r\n=](?:[^\r\n]*[^ \t\r\n])?)[ \t]*+=[ \t]*+(?:\r?\n|\Z)"
)


def read_sections(text: str, start: int, notation: Notation) -> tuple[Section, ...]:
    """The sections of ``text[start:]``; what stands before the first heading has none."""
    sections = []
    heading, level, begin = None, 0, start
    for match in notation.pattern.finditer(text, start):
        sections.append(Section(heading, level, Passage.slice(text, begin, match.start())))
        heading = Passage.slice(text, match.start("text"), match.end("text"))
        level, begin = len(match["marks"]), min(match.end() + 1, len(text))
    sections.append(Section(heading, level, Passage.slice(text, begin, len(text))))
    return tuple(s for s in sections if s.heading is not None or s.body.text.strip())


def write_sections(sections: tuple[Section, ...], notation: Notation) -> str:
    """Sections as text.

    A line of a body that is a heading in this notation becomes one, so that writing what was read
    from the text gives the text again.
    """
    parts = []
    for section in sections:
        body = _without_blank_ends(section.body.text.replace("\r\n", "\n"))
        parts.append(notation.heading(section) + (f"{body}\n\n" if body else "\n"))
    text = "".join(parts).rstrip("\n") + "\n" if parts else ""
    found = read_sections(text, 0, notation)
    return text if len(found) == len(sections) else write_sections(found, notation)


def _without_blank_ends(body: str) -> str:
    """The body without blank lines before and behind it; its first line keeps its indentation."""
    start = len(body) - len(body.lstrip())
    return body[body.rfind("\n", 0, start) + 1 :].rstrip()
