"""What a word of attack says of an engagement, before it is known which one is meant."""

from __future__ import annotations

from attrs import define, field

from sahel_events.kinds import EngagementKind

__all__ = ["Mention"]


@define(slots=True)
class Mention:
    """A word that tells of an engagement, and what stands around it."""

    index: int
    first: int
    after: int
    kind: EngagementKind
    attackers: list[str] = field(factory=list)
    defenders: list[str] = field(factory=list)
    #: "the attack": an engagement that the reader knows
    definite: bool = False
    #: "another attack", "a second mine"
    other: bool = False
    #: where it was; ``None`` for the first of several when only the others are named
    places: list[str | None] = field(factory=list)
    #: the building that was struck, where no place is told: "the presidential palace"
    landmark: str | None = None
    #: "retook the city", "captured it": the place that was told last
    known_place: bool = False
    verb: bool = False
    #: "attacks", "fighting": no engagement unless a day or a place is told
    plural: bool = False
    #: "a surge of attacks": none by itself
    spate: bool = False
    #: "who had been kidnapped", "have been abducted": none unless the time or the place is told
    aside: bool = False
    ever: bool = False
    #: "after the capture of the town, on 5 April …": over by that day
    over: bool = False
    result: str | None = None
