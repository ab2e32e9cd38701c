"""Engagements that words tell of: what was attacked, by whom and where."""

from __future__ import annotations

from attrs import define, field

from sahel_events.english.engagements.attack_nouns import mention_by_noun
from sahel_events.english.engagements.attack_verbs import EXPELLED, mention_by_verb
from sahel_events.english.engagements.mention import Mention
from sahel_events.english.parties.party_of_loss import Sides
from sahel_events.english.syntax.chunks import NOUN, VERB, Sentence
from sahel_events.english.syntax.clauses import subject
from sahel_events.kinds import EngagementKind
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
    #: its place among the engagements of the document
    number: int = -1


def read_mentions(sentence: Sentence, sides: Sides) -> list[Mention]:
    """The engagements that a sentence names, in its order."""
    found: list[Mention] = []
    for index, kind in sentence.phrases_of(_words_of_attack(sentence)):
        made = None
        if kind == VERB:
            made = mention_by_verb(sentence, index, sides)
        elif kind == NOUN:
            made = mention_by_noun(sentence, index, sides)
        if made is not None and not _says_whom(sentence, found, made):
            found.append(made)
    return found


def _words_of_attack(sentence: Sentence) -> list[int]:
    """The words without which no phrase tells of an engagement."""
    tokens = sentence.tokens
    words = enumerate(zip(tokens.senses, tokens.lower, strict=True))
    return [at for at, (sense, word) in words if sense.attack is not None or word in EXPELLED]


def _says_whom(sentence: Sentence, found: list[Mention], made: Mention) -> bool:
    """Whether a verb only says what an attack struck: "air strikes hit three towns"."""
    noun = subject(sentence, made.index) if made.verb and found else None
    if noun is None or found[-1].index != noun or sentence.verb(made.index).passive:
        return False
    found[-1].places = found[-1].places or made.places
    found[-1].defenders += made.defenders
    found[-1].known_place = made.known_place
    return True
