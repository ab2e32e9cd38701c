"""Engagements that verbs tell of: "they attacked the town", "the convoy hit a mine"."""

from __future__ import annotations

from sahel_events.english.engagements.generic_mentions import is_aside, is_ever, is_plural
from sahel_events.english.engagements.mention import Mention
from sahel_events.english.engagements.targets import (
    bears_arms,
    head_word,
    is_known_place,
    is_target,
    landmark,
    parties_of,
    places_of,
)
from sahel_events.english.lexicon.senses import (
    ADVERB,
    AND,
    BUT,
    PREPOSITION,
    PREPOSITIONS,
    SUBORDINATOR,
)
from sahel_events.english.lexicon.vocabulary import Attack, Form
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.parties.party_of_loss import Sides
from sahel_events.english.syntax.chunks import VERB, Sentence
from sahel_events.english.syntax.clauses import subject
from sahel_events.english.syntax.coordination import list_before, list_from, objects
from sahel_events.english.syntax.factuality import is_achieved
from sahel_events.english.syntax.finite_verbs import is_finite
from sahel_events.kinds import EngagementKind

__all__ = ["EXPELLED", "mention_by_verb"]

_AIRCRAFT = word_list("aircraft")
EXPELLED = word_list("verbs of expelling")
_NATURAL = word_list("natural disasters")
_PROJECTILES = word_list("projectiles")
_TAKE = word_list("forms of take")

#: The prepositions before whom a verb clashed with.
_WITH = ("with", "against", "and")
#: How far behind a verb its agent may stand, in phrases.
_REACH_OF_AGENT = 9


def mention_by_verb(sentence: Sentence, index: int, sides: Sides) -> Mention | None:
    """As in "they attacked the town", "the convoy hit a mine", "the town fell"."""
    verb = sentence.verb(index)
    attack = verb.sense.attack
    if attack is None or attack.frame == "noun":
        return _of_expulsion(sentence, index, sides)
    if not _is_told(sentence, index, attack):
        return None
    phrase = sentence.phrases[index]
    kind = _kind(sentence, index, attack)
    mention = Mention(index, phrase.first, phrase.after, kind, verb=True)
    mention.aside, mention.ever = is_aside(sentence, index), is_ever(sentence, index)
    mention.attackers, mention.defenders = _fighters(sentence, index, attack.frame, sides)
    if attack.frame == "defend":
        mention.result = "repelled"
    struck = _struck(sentence, index, attack.frame)
    mention.places = _places_struck(sentence, index, struck)
    mention.landmark = landmark(sentence, struck)
    bare = bool(struck) and all(is_plural(sentence, sentence.noun(at)) for at in struck)
    if attack.form is Form.ING and bare and not mention.places:
        return None  # "when rebels start overrunning bases"
    capture = attack.frame in _NEED_PLACE
    mention.known_place = not mention.places and is_known_place(sentence, struck, capture)
    known = mention.places or mention.known_place
    known = known or any(is_target(sentence, at) for at in struck)
    if capture and not known:
        return None  # "captured twenty men" is a loss, and no capture of a place
    if attack.frame == "enter" and not bears_arms(sentence, subject(sentence, index), sides):
        return None  # "refugees entered the town"
    if struck and not verb.passive:
        mention.after = max(mention.after, sentence.phrases[struck[-1]].after)
    return mention


def _of_expulsion(sentence: Sentence, index: int, sides: Sides) -> Mention | None:
    """As in "the army drove the rebels out of the town"; not "drove tourists from Gao to Ber"."""
    verb = sentence.verb(index)
    away = index + 2 + (sentence.kind(index + 2) == ADVERB)
    if sentence.tokens.word(verb.main) not in EXPELLED or sentence.word_at(away) not in _AWAY:
        return None
    told = not (verb.modal or verb.negated or verb.infinitive or verb.passive)
    if not told or not bears_arms(sentence, index + 1, sides):
        return None
    mention = Mention(
        index,
        sentence.phrases[index].first,
        sentence.phrases[away].after,
        EngagementKind.CAPTURE,
        verb=True,
    )
    mention.places = [*places_of(sentence, list_from(sentence, away + 1))]
    mention.attackers = parties_of(sentence, subject(sentence, index), sides)
    mention.defenders = parties_of(sentence, index + 1, sides)
    return mention if mention.places else None


#: What stands before the place that somebody was driven from.
_AWAY = frozenset(("from", "out of"))
#: What parts a verb from the one before it.
_PARTED = (",", ";", ":", VERB, AND, BUT, SUBORDINATOR)


def _kind(sentence: Sentence, index: int, attack: Attack) -> EngagementKind:
    """What kind of attack it is: one by aircraft is an air strike, whatever the verb."""
    at = None if sentence.verb(index).passive else subject(sentence, index)
    by_air = at is not None and head_word(sentence, sentence.noun(at)) in _AIRCRAFT
    open_kind = attack.kind is EngagementKind.ATTACK and attack.frame == "attack"
    return EngagementKind.AIRSTRIKE if by_air and open_kind else attack.kind


#: Frames that tell of no engagement without a place.
_NEED_PLACE = ("capture", "enter", "fall", "expel")


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
    verb = sentence.verb(index)
    effect = verb.sense.harm.effect if verb.sense.harm is not None else None
    people = effect is not None and bool(effect.people) and not effect.weak
    taken = sentence.tokens.word(verb.main) in _TAKE
    return [*places_of(sentence, struck, known=people and not taken)]


def _is_told(sentence: Sentence, index: int, attack: Attack) -> bool:
    """Whether the attack took place, and is no mere attribute: "the town bombed in May"."""
    verb = sentence.verb(index)
    if verb.modal or verb.negated or _is_intended(sentence, index):
        return False
    if _is_natural(sentence, index):
        return False
    if attack.frame in ("missile", "fire") and not _flies(sentence, index, attack.frame):
        return False
    finite = verb.perfect or verb.passive  # "was overrun", "has overrun"
    if attack.form is Form.BASE and not sentence.is_noun(index - 1) and not finite:
        return False  # "to oppose the rebels, battle the army"
    if _is_attribute(sentence, index):
        return False
    if attack.form is Form.ING and not is_finite(sentence, index):
        aimed = sentence.kind(index - 1) in PREPOSITIONS and sentence.word(index - 1) in _AIMED
        return attack.frame in ("attack", "capture", "defend") and not aimed
    return attack.frame in ("attack", "capture") or is_finite(sentence, index)


def _is_intended(sentence: Sentence, index: int) -> bool:
    """As in "plans to take the town"; not in "managed to take the town"."""
    verb = sentence.verb(index)
    return verb.infinitive and not verb.perfect and not is_achieved(sentence, index)


def _is_natural(sentence: Sentence, index: int) -> bool:
    """As in "floods hit the town", "an outbreak of measles struck the town"."""
    if sentence.verb(index).passive:
        return False
    opened = 1 + max(sentence.kinds.rfind(mark, 0, index) for mark in _PARTED)
    first, after = sentence.phrases[opened].first, sentence.phrases[index].first
    return any(sentence.tokens.word(at) in _NATURAL for at in range(first, after))


def _is_attribute(sentence: Sentence, index: int) -> bool:
    """As in "in recently recaptured Timbuktu"."""
    bare = not (sentence.verb(index).passive or sentence.verb(index).perfect)
    attack = sentence.verb(index).sense.attack
    participle = attack is not None and attack.form is not None and attack.form.is_participle
    return bare and participle and sentence.kind(index - 1) in PREPOSITIONS


#: Prepositions before what somebody only meant to do: "the aim of taking the town".
_AIMED = frozenset(("of", "for", "from", "without", "against", "about", "at"))


def _flies(sentence: Sentence, index: int, frame: str) -> bool:
    """Whether it is said of what is fired: "rockets landed in the town", not "landed in Paris"."""
    if frame == "fire" and not sentence.verb(index).passive:
        flying = objects(sentence, index)
    else:
        last = subject(sentence, index)
        flying = [last] if last is not None else []
    return any(head_word(sentence, sentence.noun(at)) in _PROJECTILES for at in flying)


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
        if (
            sentence.kind(at) == PREPOSITION
            and sentence.word(at) in words
            and sentence.is_noun(at + 1)
        ):
            return parties_of(sentence, at + 1, sides)
        if sentence.kind(at) in ";.":
            break
    return []
