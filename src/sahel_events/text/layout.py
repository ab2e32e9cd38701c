"""What a format finds in a document: title, infoboxes and sections, as passages.

A layout is all that a reading knows of the document's form, and all that is needed to write the
document again, in its own format or in another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import field, frozen

from sahel_events.text.passage import Passage

__all__ = ["Box", "Fault", "Layout", "Section"]


@frozen
class Box:
    """An infobox: its fields by name, in lower case and in the order of the document."""

    fields: Mapping[str, Passage]

    def get(self, name: str) -> Passage | None:
        """The field of this name; ``None`` when it is missing or empty."""
        passage = self.fields.get(name)
        return passage if passage is not None and passage.text.strip() else None

    def numbered(self, prefix: str) -> list[tuple[int | None, str, Passage]]:
        """The fields "casualties1", "casualties2" … as (number, name, passage), in order.

        A field without a number ("casualties"), or with one that numbers no side, has ``None``.
        """
        found = []
        for name, passage in self.fields.items():
            key = re.sub(r"[\s_-]+", "", name)  # "casualties 1", "casualties1\t"
            number = key.removeprefix(prefix)
            numbered = key.startswith(prefix) and (number.isdigit() or not number)
            if numbered and passage.text.strip():
                found.append((_side(number), name, passage))
        return found


def _side(number: str) -> int | None:
    """The number of a side; ``None`` for "²" and for numbers that no infobox has."""
    return int(number) if number.isdecimal() and len(number) < 10 else None


@frozen
class Section:
    """A stretch of the body under its heading; ``heading`` is ``None`` before the first one."""

    heading: Passage | None
    level: int
    body: Passage


@frozen
class Fault:
    """Something in the document's form that had to be left out; ``start`` and ``end`` are its
    place.
    """

    message: str
    start: int
    end: int


@frozen
class Layout:
    """A document's form; ``meta`` is what it says of itself ("title", "description", "author")."""

    boxes: tuple[Box, ...] = ()
    sections: tuple[Section, ...] = ()
    meta: Mapping[str, Passage] = field(factory=dict)
    faults: tuple[Fault, ...] = ()

    @property
    def title(self) -> Passage | None:
        """The document's own title."""
        return self.meta.get("title")
