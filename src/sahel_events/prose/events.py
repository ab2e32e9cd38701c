"""Engagements that words tell of: what was attacked, by whom and where."""

from __future__ import annotations

from attrs import define, field

from sahel_events.model import EngagementKind
from sahel_events.prose.attacking import mention_by_verb
from sahel_events.prose.mentions import Mention
from sahel_events.prose.onslaughts import mention_by_noun
from sahel_events.prose.phrases import Sentence
from sahel_events.prose.where import Spot
from sahel_events.prose.whose import Sides
from sahel_events.values import EventDate

__all__ = ["Event", "read_mentions"]


@define(slots=True, eq=False)
class Event:
    """An engagement while it is being read; ``start`` and ``end`` are the document's characters."""

    start: int
    end: int
    kind: EngagementKind
    name: str
    date: EventDate | None = None
    spot: Spot | None = None
    place: str | None = None
    attackers: list[str] = field(factory=list)
    defenders: list[str] = field(factory=list)
    result: str | None = None
    #: "attacks": several, told of together
    plural: bool = False
    #: the weekday or month that is all the document says of its day
    day_word: str = ""
    paragraph: int = -1
    told: int = 0


def read_mentions(sentence: Sentence, sides: Sides) -> list[Mention]:
    """The engagements that a sentence names, in its order."""
    found: list[Mention] = []
    for index, kind in enumerate(sentence.kinds):
        made = None
        if kind == "V":
            attack = sentence.verb(index).sense.attack
            if attack is not None and attack.frame != "noun":
                made = mention_by_verb(sentence, index, attack, sides)
        elif kind == "N":
            head = sentence.noun(index).head
            if head is not None and head.attack is not None and head.attack.frame == "noun":
                made = mention_by_noun(sentence, index, head.attack, sides)
        if made is not None:
            found.append(made)
    return found
