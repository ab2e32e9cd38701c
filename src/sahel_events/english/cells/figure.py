"""Drafts of what a cell states: figures with places in the cell's text, before they are records."""

from __future__ import annotations

from enum import Enum

from attrs import define, field, frozen

from sahel_events.english.lexicon.party_names import Names
from sahel_events.english.lexicon.words import Effect
from sahel_events.kinds import Outcome, Stance
from sahel_events.registry.countries import Country
from sahel_events.values import EventDate, Quantity
from sahel_events.values.dates import Years

__all__ = ["Cell", "CellKind", "Figure", "Leftover", "Noun", "Side"]


class CellKind(Enum):
    """What the figures of a cell count."""

    CASUALTIES = "casualties"
    STRENGTH = "strength"
    NOTES = "notes"


@frozen
class Side:
    """What the infobox says of the side a cell belongs to.

    ``party`` is the one party of the side, ``None`` when it has several or none; ``number`` counts
    from 1 and is ``None`` for a field of no side.
    """

    number: int | None = None
    party: str | None = None
    #: the parties of the other sides: what they say of this side's losses is their claim
    opponents: frozenset[str] = frozenset()
    #: the parties of this side, where several are known
    members: frozenset[str] = frozenset()
    #: whether nobody is known to stand on it, as in a field for civilians
    nobodys: bool = False


@frozen
class Cell:
    """A cell to be read: its text and what its surroundings say."""

    text: str
    kind: CellKind = CellKind.CASUALTIES
    side: Side = field(factory=Side)
    names: Names = field(factory=Names)
    years: Years | None = None
    #: what the name of the field says became of all that it counts: "injuries"
    told: Effect | None = None


@define(slots=True, eq=False)
class Noun:
    """Who or what is counted, as written."""

    text: str
    thing: bool | None = None
    category: str | None = None
    country: Country | None = None
    party: str | None = None
    implied: Effect | None = None
    others: bool = False
    #: the singular of its last word, where the lexicon knows it
    singular: str | None = None
    plural: bool = False

    def modifies(self, quantity: Quantity) -> bool:
        """Whether it is no noun here: several are counted, and its last word is a singular."""
        several = quantity.low is not None and quantity.low > 1
        return several and self.singular is not None and not self.plural and not self.thing

    @property
    def name(self) -> str:
        """The things in the document's words, in the singular where that is known."""
        if self.singular is None:
            last = self.text.split()[-1]
            model = last[:1].isupper() or any(character.isdigit() for character in last)
            return self.text.removesuffix("s") if model else self.text
        words = self.singular.count(" ") + 1
        return " ".join([*self.text.split()[:-words], self.singular])


@define(slots=True, eq=False)
class Figure:
    """One figure of a cell while it is being read; ``start`` and ``end`` are places in its text."""

    quantity: Quantity
    start: int
    end: int
    #: number of the line that it stands on, and how deep that line's bullet is
    line: int = 0
    depth: int = 0
    #: what stands between it and the figure before: "", ",", "and", "(", ":" or a new line
    joined: str = ""
    noun: Noun | None = None
    effects: list[Effect] = field(factory=list)
    #: the outcomes that a heading gives it
    headed: list[Effect] = field(factory=list)
    party: str | None = None
    label: str | None = None
    outcomes: tuple[Outcome, ...] = ()
    thing: bool = False
    claimant: str | None = None
    stance: Stance = Stance.STATED
    date: EventDate | None = None
    place: str | None = None
    circumstances: str | None = None
    perpetrator: str | None = None
    parent: Figure | None = None
    #: whether it stands in brackets behind another figure
    bracketed: bool = False
    #: where the words begin that say what became of them
    told_at: int | None = None
    #: the figure above the list that it stands in
    listed: Figure | None = None
    total: bool = False
    #: figures that stand together: a new flag or heading begins a new group
    group: int = 0
    #: another figure for the same, in brackets behind it: by another claimant, of another time
    alternative: bool = False

    @property
    def victims(self) -> str | None:
        """Who or what, as written."""
        return self.noun.text if self.noun else self.label


@frozen
class Leftover:
    """A stretch of a cell that became no figure; ``context`` when it was read as a heading."""

    start: int
    end: int
    context: bool = False
