"""Engagements that words tell of: what was attacked, by whom and where."""

from __future__ import annotations

from attrs import define, field

from sahel_events.model import EngagementKind
from sahel_events.prose.clauses import subject
from sahel_events.prose.finite import is_finite
from sahel_events.prose.lists import list_before, list_from, objects
from sahel_events.prose.phrases import NounPhrase, Sentence
from sahel_events.prose.reality import is_supposed
from sahel_events.prose.remarks import is_definite, is_over, is_plural, is_remark, is_spate
from sahel_events.prose.responsibility import claimants
from sahel_events.prose.targets import head_word, is_target, landmark, parties_of, places_of
from sahel_events.prose.vocabulary import Attack, Form
from sahel_events.prose.where import Spot
from sahel_events.prose.whose import Sides, party_of_phrase
from sahel_events.prose.wordlists import word_list
from sahel_events.values import EventDate

__all__ = ["Event", "Mention", "read_mentions"]

_LAUNCHED = word_list("launched")
_PROJECTILES = word_list("projectiles")
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
    #: where it was; ``None`` for the first of several when only the others are named
    places: list[str | None] = field(factory=list)
    #: the building that was struck, where no place is told: "the presidential palace"
    landmark: str | None = None
    verb: bool = False
    #: "attacks", "fighting": no engagement unless a day or a place is told
    plural: bool = False
    #: "a surge of attacks": none by itself
    spate: bool = False
    #: "after the capture of the town, on 5 April …": over by that day
    over: bool = False
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
    mention.definite = _is_of_known(sentence, index)
    if attack.frame == "defend":
        mention.result = "repelled"
    struck = _struck(sentence, index, attack.frame)
    mention.places = _places_struck(sentence, index, struck)
    mention.landmark = landmark(sentence, struck)
    known = bool(mention.places) or any(is_target(sentence, at) for at in struck)
    if attack.frame in _NEED_PLACE and not known:
        return None  # "captured twenty men" is a loss, and no capture of a place
    if struck and not verb.passive:
        mention.after = max(mention.after, sentence.phrases[struck[-1]].after)
    return mention


def _is_of_known(sentence: Sentence, index: int) -> bool:
    """As in "the attacks hit a block of flats": the verb tells more of what is known."""
    by = subject(sentence, index)
    head = sentence.noun(by).head if by is not None else None
    named = by is not None and head is not None and head.attack is not None
    return named and by is not None and is_definite(sentence, by)


#: Frames that tell of no engagement without a place.
_NEED_PLACE = ("capture", "fall", "expel")


def _struck(sentence: Sentence, index: int, frame: str) -> list[int]:
    """The phrases for what was attacked, taken or left behind."""
    last = subject(sentence, index)
    before = list_before(sentence, last) if last is not None else []
    if frame == "fall":
        return before[-1:]
    if frame == "expel":
        return list_from(sentence, index + 1)
    return before if sentence.verb(index).passive else objects(sentence, index)


def _places_struck(sentence: Sentence, index: int, struck: list[int]) -> list[str | None]:
    """The places that a verb names; a name behind "captured" may be that of a person."""
    harm = sentence.verb(index).sense.harm
    people = harm is not None and bool(harm.effect.people)
    return [*places_of(sentence, struck, known=people)]


def _is_told(sentence: Sentence, index: int, attack: Attack) -> bool:
    """Whether the attack took place, and is no mere attribute: "the town bombed in May"."""
    verb = sentence.verb(index)
    if verb.modal or verb.negated or (verb.infinitive and not verb.perfect):
        return False
    if attack.frame == "missile" and not _flies(sentence, index):
        return False
    if attack.form is Form.BASE and sentence.kind(index - 1) != "N" and not verb.perfect:
        return False  # "to oppose the rebels, battle the army"
    if _is_attribute(sentence, index):
        return False
    if attack.form is Form.ING and not is_finite(sentence, index):
        aimed = sentence.kind(index - 1) in ("i", "f") and sentence.word(index - 1) in _AIMED
        return attack.frame in ("attack", "capture", "defend") and not aimed
    return attack.frame in ("attack", "capture") or is_finite(sentence, index)


def _is_attribute(sentence: Sentence, index: int) -> bool:
    """As in "in recently recaptured Timbuktu"."""
    bare = not (sentence.verb(index).passive or sentence.verb(index).perfect)
    attack = sentence.verb(index).sense.attack
    participle = attack is not None and attack.form is not None and attack.form.is_participle
    return bare and participle and sentence.kind(index - 1) in ("i", "f")


#: Prepositions before what somebody only meant to do: "the aim of taking the town".
_AIMED = frozenset(("of", "for", "from", "without", "against", "about", "at"))


def _flies(sentence: Sentence, index: int) -> bool:
    """Whether what came down was fired: "rockets landed in the town", not "landed in Paris"."""
    at = subject(sentence, index)
    return at is not None and head_word(sentence, sentence.noun(at)) in _PROJECTILES


def _fighters(
    sentence: Sentence, index: int, frame: str, sides: Sides
) -> tuple[list[str], list[str]]:
    """The attackers and the defenders by the verb's frame.

    All parties are read, also those that are none of both: ``sides`` learns from each.
    """
    before = parties_of(sentence, subject(sentence, index), sides)
    behind = [name for at in objects(sentence, index) for name in parties_of(sentence, at, sides)]
    if sentence.verb(index).passive:
        agents = _agents(sentence, index, sides)
        return (before, agents) if frame == "defend" else (agents, before)
    if frame == "expel":
        return before, []
    if frame == "clash":
        return before[:1], before[1:] + _agents(sentence, index, sides, _WITH)
    if frame in ("victim", "fall"):
        return [], before
    if frame in ("blast", "missile"):
        return _agents(sentence, index, sides), []
    return (behind, before) if frame == "defend" else (before, behind)


def _agents(
    sentence: Sentence, index: int, sides: Sides, words: tuple[str, ...] = ("by",)
) -> list[str]:
    """The parties behind "by" or, of a clash, behind "with"."""
    for at in range(index + 1, min(index + _REACH_OF_AGENT, len(sentence.kinds))):
        if sentence.kind(at) == "i" and sentence.word(at) in words and sentence.kind(at + 1) == "N":
            return parties_of(sentence, at + 1, sides)
        if sentence.kind(at) in ";.":
            break
    return []


# -- nouns ----------------------------------------------------------------------------------------


def _of_noun(sentence: Sentence, index: int, attack: Attack, sides: Sides) -> Mention | None:
    """As in "the attack by militants on a post in Gao", "another mine"."""
    noun = sentence.noun(index)
    if noun.zero or is_supposed(sentence, index) or is_remark(sentence, index):
        return None
    phrase = sentence.phrases[index]
    mention = Mention(index, phrase.first, phrase.after, attack.kind)
    mention.definite = is_definite(sentence, index)
    mention.other = noun.others or noun.ordinal
    mention.plural = is_plural(sentence, noun)
    mention.spate = is_spate(sentence, index)
    mention.attackers = _doers(sentence, index, sides)
    mention.places = [*_names_within(sentence, noun)]
    _read_complements(sentence, mention, sides)
    mention.over = mention.definite and is_over(sentence, index)
    mention.places = list(dict.fromkeys(mention.places))
    return None if _is_vague(sentence, mention) else mention


def _doers(sentence: Sentence, index: int, sides: Sides) -> list[str]:
    """As in "the JNIM attack", "militants launched an attack", "JNIM claimed the attack"."""
    verb = index - 1
    launched = (
        sentence.kind(verb) == "V" and sentence.tokens.word(sentence.verb(verb).main) in _LAUNCHED
    )
    launchers = parties_of(sentence, subject(sentence, verb), sides) if launched else []
    doer = party_of_phrase(sentence, index, sides)
    return [doer] if doer is not None else launchers or claimants(sentence, index, sides)


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
    if sentence.kind(at) == "V" and sentence.verb(at).passive and sentence.word_at(at + 1) == "on":
        at += 1  # "the strikes were concentrated on"
    while at < stop and sentence.kind(at) in ("i", "f") and sentence.kind(at + 1) == "N":
        word = sentence.word(at)
        if word in _ON and _can_be_struck(sentence, at + 1):
            mention.defenders += parties_of(sentence, at + 1, sides)
        elif word in _BY:
            mention.attackers += parties_of(sentence, at + 1, sides)
        if word == "in" or word in _ON:
            mention.places += places_of(sentence, [at + 1])
        at += 2
    if sentence.kind(at) == "&" and not mention.places:
        mention.places = _places_of_others(sentence, at + 1)


def _can_be_struck(sentence: Sentence, index: int) -> bool:
    """Whether it is somebody or a target, and not "the attack, on its website, …"."""
    noun = sentence.noun(index)
    return not noun.possessive or noun.head is not None or is_target(sentence, index)


def _places_of_others(sentence: Sentence, at: int) -> list[str | None]:
    """As in "an attack on the camp and a ship in Gao": the second one has a place of its own."""
    where = sentence.kinds.startswith("NiN", at) and sentence.word(at + 1) in ("in", "at", "near")
    if where and sentence.noun(at).indefinite:
        return [None, *places_of(sentence, [at + 2])]
    return []


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
