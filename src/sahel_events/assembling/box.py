"""What the readers of an infobox share."""

from __future__ import annotations

from attrs import define, field

from sahel_events.assembling.parties import Parties
from sahel_events.assembling.records import Records
from sahel_events.english import Named, Opposed
from sahel_events.kinds import Severity
from sahel_events.text.layout import Box, Layout
from sahel_events.text.passage import Passage
from sahel_events.values import EventDate
from sahel_events.values.dates import Years

__all__ = ["BoxState", "Fought"]


@define(slots=True)
class Fought:
    """The conflict or engagement that a box is about, and what its figures take from it."""

    conflict: str | None = None
    engagement: str | None = None
    date: EventDate | None = None
    place: str | None = None
    years: Years | None = None

    @property
    def ids(self) -> dict[str, str | None]:
        """The two identifiers as fields of a record."""
        return {"conflict": self.conflict, "engagement": self.engagement}


@define(slots=True)
class BoxState:
    """An infobox while it is read: the names in its cells by side, and what was fought."""

    records: Records
    parties: Parties
    layout: Layout
    box: Box
    fought: Fought = field(factory=Fought)
    combatants: dict[int, list[Named]] = field(factory=dict)
    #: sides that had a name which a converter lost
    incomplete: set[int] = field(factory=set)
    commanders: dict[int, list[Named]] = field(factory=dict)
    #: who attacked whom, as the article's first sentences say
    opposed: Opposed | None = None

    def enter(self) -> None:
        """Note that the reading has come to this box."""
        self.records.reached = min((p.offset(0) for p in self.box.fields.values()), default=0)

    @property
    def lead(self) -> str:
        """The text before the first heading."""
        bodies = (section.body.text for section in self.layout.sections)
        return next((body for body in bodies if body.strip()), "")

    def report(
        self, passage: Passage, start: int, end: int, field_name: str, severity: Severity,
        message: str,
    ) -> None:  # fmt: skip
        """Report ``passage.text[start:end]`` as a problem."""
        first, last = passage.span(start, end)
        self.records.problem(severity, message, first, last, field_name)
