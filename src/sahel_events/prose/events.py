"""Engagements that words tell of: what was attacked, by whom and where."""

from __future__ import annotations

from attrs import define, field

from sahel_events.model import EngagementKind
from sahel_events.prose.clauses import subject
from sahel_events.prose.finite import is_finite
from sahel_events.prose.lists import list_before, objects
from sahel_events.prose.phrases import NounPhrase, Sentence
from sahel_events.prose.reality import is_supposed
from sahel_events.prose.vocabulary import Attack
from sahel_events.prose.where import Spot
from sahel_events.prose.whose import Sides, party_of_phrase
from sahel_events.prose.wordlists import word_list
from sahel_events.values import EventDate

__all__ = ["Event", "Mention", "read_mentions"]

_LAUNCHED = word_list("launched")
_TARGETS = word_list("targets")
_VAGUE = word_list("vague attacks")

#: The prepositions before whom a verb clashed with, and before the sides and the place of a noun.
_WITH = ("with", "against", "and")
_ON = ("on", "against", "of", "targeting")
_BY = ("by", "between")
#: How far behind a verb its agent may stand, and behind a noun its complements, in phrases.
_REACH_OF_AGENT, _REACH_OF_NOUN = 9, 8


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
    places: list[str] = field(factory=list)
    verb: bool = False
    plural: bool = False
    result: str | None = None


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
                made = _of_verb(sentence, index, attack, sides)
        elif kind == "N":
            head = sentence.noun(index).head
            if head is not None and head.attack is not None and head.attack.frame == "noun":
                made = _of_noun(sentence, index, head.attack, sides)
        if made is not None:
            found.append(made)
    return found


# -- verbs ----------------------------------------------------------------------------------------


def _of_verb(sentence: Sentence, index: int, attack: Attack, sides: Sides) -> Mention | None:
    """As in "they attacked the town", "the convoy hit a mine", "the town fell"."""
    verb = sentence.verb(index)
    if not _is_told(sentence, index, attack):
        return None
    phrase = sentence.phrases[index]
    mention = Mention(index, phrase.first, phrase.after, attack.kind, verb=True)
    mention.attackers, mention.defenders = _fighters(sentence, index, attack.frame, sides)
    if attack.frame == "defend" and not verb.passive:
        mention.result = "repelled"
    last = subject(sentence, index)
    before = list_before(sentence, last) if last is not None else []
    struck = before if verb.passive else objects(sentence, index)
    if verb.sense.harm is None or not verb.sense.harm.effect.people:
        mention.places = _places(sentence, struck)
    if attack.frame == "fall":
        mention.places = _places(sentence, before[-1:])
        if not mention.places:
            return None
    struck_place = mention.places or any(_is_target(sentence, at) for at in struck)
    if attack.frame == "capture" and not struck_place:
        return None  # "captured twenty men" is a loss, and no capture of a place
    if struck and not verb.passive:
        mention.after = max(mention.after, sentence.phrases[struck[-1]].after)
    return mention


def _is_told(sentence: Sentence, index: int, attack: Attack) -> bool:
    """Whether the attack took place, and is no mere attribute: "the town bombed in May"."""
    verb = sentence.verb(index)
    if verb.modal or verb.negated or (verb.infinitive and not verb.perfect):
        return False
    return attack.frame in ("attack", "capture") or is_finite(sentence, index)


def _fighters(
    sentence: Sentence, index: int, frame: str, sides: Sides
) -> tuple[list[str], list[str]]:
    """The attackers and the defenders by the verb's frame.

    All parties are read, also those that are none of both: ``sides`` learns from each.
    """
    before = _parties(sentence, subject(sentence, index), sides)
    behind = [name for at in objects(sentence, index) for name in _parties(sentence, at, sides)]
    if sentence.verb(index).passive:
        return _agents(sentence, index, sides), before
    if frame == "clash":
        return before[:1], before[1:] + _agents(sentence, index, sides, _WITH)
    if frame in ("victim", "fall"):
        return [], before
    if frame == "blast":
        return _agents(sentence, index, sides), []
    return (behind, before) if frame == "defend" else (before, behind)


def _agents(
    sentence: Sentence, index: int, sides: Sides, words: tuple[str, ...] = ("by",)
) -> list[str]:
    """The parties behind "by" or, of a clash, behind "with"."""
    for at in range(index + 1, min(index + _REACH_OF_AGENT, len(sentence.kinds))):
        if sentence.kind(at) == "i" and sentence.word(at) in words and sentence.kind(at + 1) == "N":
            return _parties(sentence, at + 1, sides)
        if sentence.kind(at) in ";.":
            break
    return []


# -- nouns ----------------------------------------------------------------------------------------


def _of_noun(sentence: Sentence, index: int, attack: Attack, sides: Sides) -> Mention | None:
    """As in "the attack by militants on a post in Gao", "another mine"."""
    noun = sentence.noun(index)
    if noun.zero or is_supposed(sentence, index):
        return None
    phrase = sentence.phrases[index]
    mention = Mention(index, phrase.first, phrase.after, attack.kind)
    mention.definite = _is_definite(sentence, index)
    mention.other = noun.others or noun.ordinal
    mention.plural = sentence.tokens.word(noun.head_at).endswith("s") and not noun.definite
    mention.attackers = _doers(sentence, index, sides)
    mention.places = _names_within(sentence, noun)
    _read_complements(sentence, mention, sides)
    mention.places = list(dict.fromkeys(mention.places))
    return None if _is_vague(sentence, mention) else mention


def _is_definite(sentence: Sentence, index: int) -> bool:
    """Whether the reader knows the engagement: "the attack", "the shooting and siege"."""
    noun, codes = sentence.noun(index), sentence.tokens.codes
    named = any(code in "lc" for code in codes[noun.noun_from : noun.head_at])
    if noun.definite and not named:
        return True
    joined = sentence.kind(index - 1) == "&" and sentence.kind(index - 2) == "N"
    return joined and sentence.noun(index - 2).definite


def _doers(sentence: Sentence, index: int, sides: Sides) -> list[str]:
    """As in "the JNIM attack", "militants launched an attack"."""
    verb = index - 1
    launched = (
        sentence.kind(verb) == "V" and sentence.tokens.word(sentence.verb(verb).main) in _LAUNCHED
    )
    launchers = _parties(sentence, subject(sentence, verb), sides) if launched else []
    doer = party_of_phrase(sentence, index, sides)
    return [doer] if doer is not None else launchers


def _names_within(sentence: Sentence, noun: NounPhrase) -> list[str]:
    """The places in a phrase itself: "the Gao attack", "the Radisson siege"."""
    tokens = sentence.tokens
    return [
        tokens.words(at, at + 1)
        for at in range(noun.noun_from, noun.after)
        if tokens.codes[at] == "l"
        or (tokens.codes[at] == "c" and noun.quantity is None and at > noun.first)
    ]


def _read_complements(sentence: Sentence, mention: Mention, sides: Sides) -> None:
    """What stands behind the noun: "on" whom or what, "by" whom, "in" which place."""
    at = mention.index + 1
    stop = mention.index + _REACH_OF_NOUN
    while at < stop and sentence.kind(at) in ("i", "f") and sentence.kind(at + 1) == "N":
        word = sentence.word(at)
        if word in _ON:
            mention.defenders += _parties(sentence, at + 1, sides)
        elif word in _BY:
            mention.attackers += _parties(sentence, at + 1, sides)
        if word == "in" or word in _ON:
            mention.places += _places(sentence, [at + 1])
        at += 2


def _is_vague(sentence: Sentence, mention: Mention) -> bool:
    """Whether it is no engagement by itself: "military operations", without a place."""
    index = mention.index
    word = sentence.tokens.word(sentence.noun(index).head_at)
    if word not in _VAGUE:
        return False
    if sentence.word_at(index - 1) == "for":
        return True  # "important for further operations"
    before, behind = sentence.kind(index - 1), sentence.word_at(index + 1)
    located = before in ("i", "f") or behind in ("in", "near", "at")
    return not (mention.places or mention.definite or located)


# -- parties and places ---------------------------------------------------------------------------


def _parties(sentence: Sentence, index: int | None, sides: Sides) -> list[str]:
    """The parties of a phrase and of those in one list with it, as the document calls them."""
    if index is None:
        return []
    names = (_party(sentence, member, sides) for member in list_before(sentence, index))
    return list(dict.fromkeys(name for name in names if name is not None))


def _party(sentence: Sentence, index: int, sides: Sides) -> str | None:
    """A phrase's party; where it is of none, the noun for its people: "gunmen"."""
    name = party_of_phrase(sentence, index, sides)
    noun = sentence.noun(index)
    if name is not None or noun.head is None or noun.head.noun is None:
        return name
    people = not noun.head.noun.thing and noun.pronoun is None
    return sentence.tokens.words(noun.head_at, noun.head_at + 1) if people else None


def _is_target(sentence: Sentence, index: int) -> bool:
    """Whether it is something that is attacked or taken as a place: "the barracks"."""
    noun = sentence.noun(index)
    return noun.quantity is None and _head(sentence, noun) in _TARGETS


def _head(sentence: Sentence, noun: NounPhrase) -> str:
    return sentence.tokens.word(noun.head_at) if noun.head_at >= 0 else ""


def _places(sentence: Sentence, nouns: list[int]) -> list[str]:
    """The places among what was attacked or taken: "Bourem, Léré and Dioura", "the town of Ber"."""
    places = (_place(sentence, sentence.noun(index)) for index in nouns)
    return [place for place in places if place is not None]


def _place(sentence: Sentence, noun: NounPhrase) -> str | None:
    """The place that a phrase names, by its name or as a target with one: "the Gao barracks"."""
    tokens = sentence.tokens
    target = _head(sentence, noun) in _TARGETS
    if target and noun.of is not None:
        inner = sentence.noun(noun.of)
        if inner.name is not None and inner.head is None:
            return tokens.words(*inner.name)
    if noun.name is not None and noun.head is None:
        codes = tokens.codes[noun.name[0] : noun.name[1]]
        return tokens.words(*noun.name) if _can_be_place(codes) else None
    codes = tokens.codes[noun.noun_from : noun.after]
    named = target and ("l" in codes or "c" in codes)
    return tokens.words(noun.noun_from, noun.after) if named else None


def _can_be_place(codes: str) -> bool:
    """Whether a name of words of these classes can be that of a place, and not of a party."""
    return "P" not in codes and "g" not in codes and ("l" in codes or "c" in codes)
