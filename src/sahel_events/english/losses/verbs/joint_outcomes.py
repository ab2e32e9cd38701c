"""Outcomes that are told together: "nine were killed or wounded" is one figure, not two."""

from __future__ import annotations

from collections.abc import Iterable

from sahel_events.english.lexicon.senses import AND
from sahel_events.english.lexicon.vocabulary import Harm
from sahel_events.english.lexicon.words import Effect
from sahel_events.english.syntax.chunks import VERB, Sentence
from sahel_events.kinds import Outcome

__all__ = ["joint_effect"]

#: The shapes of three verbs in a row, with and without a comma before "or".
_TRIPLES = (f",{VERB}{AND}{VERB}", f",{VERB},{AND}{VERB}")
#: Outcomes that are told as one figure by "and": "nine killed and wounded", "31 dead and missing".
_TOLD_AS_ONE = (
    {Outcome.KILLED, Outcome.WOUNDED},
    {Outcome.KILLED, Outcome.MISSING},
    {Outcome.WOUNDED, Outcome.MISSING},
    {Outcome.CAPTURED, Outcome.MISSING},
)
#: The frames of verbs whose participles can be said of the same people.
_SAID_OF_ALL = ("object", "state", "either")


def joint_effect(sentence: Sentence, index: int, harm: Harm) -> Effect | None:
    """What a verb says with those that are joined to it; ``None`` for all but the first of them."""
    if _is_second(sentence, index) or _is_in_triple(sentence, index):
        return None
    joined = _triple(sentence, index)
    if joined is None and sentence.reads(index + 1, AND, VERB):
        joined = _pair(sentence, index, index + 2)
    return joined if joined is not None else harm.effect


def _is_second(sentence: Sentence, index: int) -> bool:
    """Whether the verb is the "wounded" of "killed or wounded"."""
    first = index - 2
    return sentence.reads(first, VERB, AND) and _pair(sentence, first, index) is not None


def _pair(sentence: Sentence, first: int, second: int) -> Effect | None:
    """What two verbs say of the same people: "killed or wounded", "nine killed and hurt"."""
    harms = _harms(sentence, first, second)
    if any(harm.frame not in _SAID_OF_ALL for harm in harms) or len(harms) < 2:
        return None
    effect = _together(harms)
    if sentence.word(first + 1) == "or":
        return effect
    bare = sentence.phrases[second].after - sentence.phrases[second].first == 1
    hurt = set(effect.people) in _TOLD_AS_ONE
    return effect if bare and hurt and not sentence.verb(first).passive else None


def _triple(sentence: Sentence, index: int) -> Effect | None:
    """What "killed, wounded or captured" says together, if the verb is its first."""
    for shape in _TRIPLES:
        last = index + len(shape)
        if sentence.kinds[index + 1 : last + 1] == shape and sentence.word(last - 1) == "or":
            harms = _harms(sentence, index, index + 2, last)
            return _together(harms) if len(harms) == 3 else None
    return None


def _is_in_triple(sentence: Sentence, index: int) -> bool:
    """Whether the verb is the second or third of "killed, wounded or captured"."""
    starts = (index - 2, index - 4, index - 5)
    return any(
        start >= 0 and sentence.is_verb(start) and _triple(sentence, start) is not None
        for start in starts
    )


def _harms(sentence: Sentence, *verbs: int) -> list[Harm]:
    """What the verbs say of harm; fewer than the verbs where some say nothing of it."""
    harms = (sentence.verb(at).sense.harm for at in verbs)
    return [harm for harm in harms if harm is not None]


def _together(harms: Iterable[Harm]) -> Effect:
    effects = [harm.effect for harm in harms]
    return Effect(
        tuple(sorted({outcome for effect in effects for outcome in effect.people})),
        tuple(sorted({outcome for effect in effects for outcome in effect.things})),
    )
