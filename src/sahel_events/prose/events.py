"""Engagements: what was attacked, by whom, where and when, and which sentences tell of the same one."""

from __future__ import annotations

from attrs import define, field

from sahel_events.model import EngagementKind
from sahel_events.prose.clauses import is_finite, list_before, objects, subject
from sahel_events.prose.phrases import Sentence
from sahel_events.prose.vocabulary import Attack
from sahel_events.prose.where import Spot
from sahel_events.prose.whose import Sides, party_of_phrase
from sahel_events.values import EventDate

__all__ = ["Event", "Mention", "read_mentions"]


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
    """An engagement while the document is being read; ``start`` and ``end`` are characters of it."""

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


_RESULTS = {
    "repel": "repelled",
    "repuls": "repulsed",
    "fight back": "fought back",
    "fought": "fought off",
    "beat": "beaten off",
}
_WITH = frozenset(("with", "against", "and"))
_VAGUE_NOUNS = frozenset(
    "operation operations offensive combat fighting strike strikes killing execution executions fall sweep".split()
)


def read_mentions(sentence: Sentence, sides: Sides) -> list[Mention]:
    """The engagements that a sentence names, in its order."""
    found: list[Mention] = []
    for index, kind in enumerate(sentence.kinds):
        if kind == "V":
            attack = sentence.verb(index).sense.attack
            if attack is not None and attack.frame != "noun":
                made = _of_verb(sentence, index, attack, sides)
                if made is not None:
                    found.append(made)
        elif kind == "N":
            head = sentence.noun(index).head
            if head is not None and head.attack is not None and head.attack.frame == "noun":
                made = _of_noun(sentence, index, head.attack, sides)
                if made is not None:
                    found.append(made)
    return found


def _of_verb(sentence: Sentence, index: int, attack: Attack, sides: Sides) -> Mention | None:
    verb = sentence.verb(index)
    if verb.modal or verb.negated or (verb.infinitive and not verb.perfect):
        return None
    if not is_finite(sentence, index) and attack.frame not in ("attack", "capture"):
        return None
    phrase = sentence.phrases[index]
    mention = Mention(index, phrase.first, phrase.after, attack.kind, verb=True)
    before = _parties(sentence, subject(sentence, index), sides)
    behind_index = objects(sentence, index)
    behind = [name for at in behind_index for name in _parties(sentence, at, sides)]
    if verb.passive:
        mention.defenders = before
        mention.attackers = _agents(sentence, index, sides)
        last = subject(sentence, index)
        behind_index = list_before(sentence, last) if last is not None else []
    elif attack.frame == "clash":
        mention.attackers = before[:1]
        mention.defenders = before[1:] + _agents(sentence, index, sides, _WITH)
    elif attack.frame in ("victim", "fall"):
        mention.defenders = before
    elif attack.frame == "defend":
        mention.defenders, mention.attackers = before, behind
        mention.result = "repelled"
    elif attack.frame == "blast":
        mention.attackers = _agents(sentence, index, sides)
    else:
        mention.attackers, mention.defenders = before, behind
    personal = verb.sense.harm is not None and bool(verb.sense.harm.effect.people)
    mention.places = [] if personal else _objects_as_places(sentence, behind_index)
    taken = any(_is_target(sentence, at) for at in behind_index)
    if attack.frame == "capture" and not mention.places and not taken:
        return None  # "captured twenty men" is a loss, and no capture of a place
    if attack.frame == "fall":
        last = subject(sentence, index)
        mention.places = _objects_as_places(sentence, [last]) if last is not None else []
        if not mention.places:
            return None
    if behind_index and not verb.passive:
        mention.after = max(mention.after, sentence.phrases[behind_index[-1]].after)
    return mention


_TARGETS = frozenset(
    "town city village camp base post positions position airport airfield garrison area locality hamlet bridge capital barracks detachment outpost prison market quarter region district localities towns villages bases camps".split()
)


def _is_target(sentence: Sentence, index: int) -> bool:
    noun = sentence.noun(index)
    return (
        noun.head_at >= 0
        and sentence.tokens.word(noun.head_at) in _TARGETS
        and noun.quantity is None
    )


def _objects_as_places(sentence: Sentence, nouns: list[int]) -> list[str]:
    """The places among what was attacked or taken: "Bourem, Léré and Dioura", "the town of Ber"."""
    found = []
    for index in nouns:
        noun = sentence.noun(index)
        tokens = sentence.tokens
        codes = tokens.codes[noun.noun_from : noun.after]
        word = tokens.word(noun.head_at) if noun.head_at >= 0 else ""
        if noun.of is not None and word in _TARGETS:
            inner = sentence.noun(noun.of)
            if inner.name is not None and inner.head is None:
                found.append(tokens.words(*inner.name))
                continue
        if noun.name is not None and noun.head is None:
            name = tokens.codes[noun.name[0] : noun.name[1]]
            if "P" not in name and "g" not in name and ("l" in name or "c" in name):
                found.append(tokens.words(*noun.name))
        elif word in _TARGETS:
            if "l" in codes or "c" in codes:
                found.append(tokens.words(noun.noun_from, noun.after))
            elif sentence.kind(index + 1) == "i" and sentence.kind(index + 2) == "N":
                continue
    return found


def _agents(
    sentence: Sentence, index: int, sides: Sides, words: frozenset[str] = frozenset(("by",))
) -> list[str]:
    for at in range(index + 1, min(index + 9, len(sentence.kinds))):
        if sentence.kind(at) == "i" and sentence.word(at) in words and sentence.kind(at + 1) == "N":
            return _parties(sentence, at + 1, sides)
        if sentence.kind(at) in ";.":
            break
    return []


def _parties(sentence: Sentence, index: int | None, sides: Sides) -> list[str]:
    """The parties of a phrase and of those in one list with it, as the document calls them."""
    if index is None:
        return []
    found: list[str] = []
    for member in list_before(sentence, index):
        name = party_of_phrase(sentence, member, sides)
        if name is None:
            noun = sentence.noun(member)
            thing = noun.head is not None and noun.head.noun is not None and noun.head.noun.thing
            if (
                noun.head is not None
                and noun.head.noun is not None
                and not thing
                and noun.pronoun is None
            ):
                name = sentence.tokens.words(noun.head_at, noun.head_at + 1)
        if name is not None and name not in found:
            found.append(name)
    return found


def _of_noun(sentence: Sentence, index: int, attack: Attack, sides: Sides) -> Mention | None:
    noun = sentence.noun(index)
    tokens = sentence.tokens
    if noun.zero or _is_hypothetical(sentence, index):
        return None
    phrase = sentence.phrases[index]
    mention = Mention(index, phrase.first, phrase.after, attack.kind)
    mention.definite = noun.definite and not any(
        code in "lc" for code in tokens.codes[noun.noun_from : noun.head_at]
    )
    if sentence.kind(index - 1) == "&" and sentence.kind(index - 2) == "N":  # "the shooting and siege"
        mention.definite = mention.definite or sentence.noun(index - 2).definite
    if sentence.kind(index - 1) == "V":
        main = sentence.verb(index - 1).main
        if tokens.word(main) in _LAUNCHED:
            mention.attackers = _parties(sentence, subject(sentence, index - 1), sides)
    mention.other = noun.others or noun.ordinal
    mention.plural = tokens.word(noun.head_at).endswith("s") and not noun.definite
    doer = party_of_phrase(sentence, index, sides)
    if doer is not None:
        mention.attackers = [doer]
    named = [
        tokens.words(at, at + 1)
        for at in range(noun.noun_from, noun.after)
        if tokens.codes[at] in "l"
        or (tokens.codes[at] == "c" and noun.quantity is None and at > noun.first)
    ]
    at = index + 1
    while sentence.kind(at) in ("i", "f") and sentence.kind(at + 1) == "N" and at < index + 8:
        word = sentence.word(at)
        if word in ("on", "against", "of", "targeting"):
            mention.defenders += _parties(sentence, at + 1, sides)
            named += _objects_as_places(sentence, [at + 1])
        elif word in ("by", "of") or word == "between":
            mention.attackers += _parties(sentence, at + 1, sides)
        elif word == "in":
            named += [name for name in _objects_as_places(sentence, [at + 1])]
        at += 2
    mention.places = list(dict.fromkeys(named))
    word = tokens.word(noun.head_at)
    located = sentence.kind(index - 1) == "i" or sentence.word_at(index + 1) in ("in", "near", "at")
    if word in _VAGUE_NOUNS and not (mention.places or mention.definite or located):
        return None
    return mention


_LAUNCHED = frozenset(
    "launched launch launching carried conducted staged mounted led waged perpetrated committed".split()
)


def _is_hypothetical(sentence: Sentence, index: int) -> bool:
    clause = sentence.clause_start(index)
    verbs = [at for at in range(clause, index) if sentence.kind(at) == "V"]
    return bool(verbs) and (sentence.verb(verbs[-1]).modal or sentence.verb(verbs[-1]).infinitive)
