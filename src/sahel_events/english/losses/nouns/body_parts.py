"""Harm told by what was done to a part of the body: "had his hand cut off", "with throats slit".

Whose hand or throat it is stands behind "of", before "had", or as its owner.
"""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.english.lexicon.senses import ADVERB, PREPOSITION
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.lexicon.words import Effect
from sahel_events.english.losses.construction import At, Construction, Found, Opens
from sahel_events.english.losses.loss import Loss, make_loss
from sahel_events.english.losses.verbs.shared_verbs import listed_losses
from sahel_events.english.syntax.chunks import Sentence
from sahel_events.english.syntax.clauses import subject
from sahel_events.english.syntax.coordination import list_before
from sahel_events.english.syntax.factuality import is_unreal
from sahel_events.kinds import Outcome

__all__ = ["BODY_PART", "hints_of_limbs", "tells_of_limbs"]

_LIMBS = word_list("limbs")
_THROATS = word_list("throats")
_SEVERING = word_list("severing")
_WOUNDED = Effect((Outcome.WOUNDED,), ())
_KILLED = Effect((Outcome.KILLED,), ())
#: How far behind its noun a verb may stand, in phrases: "the hand of a boy accused of theft was".
_REACH = 9


def hints_of_limbs() -> Iterator[str]:
    """Pairs of words without which no sentence tells of such harm: "hand cut"."""
    yield from (f"{part} {verb}" for part in _LIMBS | _THROATS for verb in _SEVERING)


def tells_of_limbs(sentence: Sentence) -> bool:
    """Whether any word tells of cutting: a quick refusal."""
    return not _SEVERING.isdisjoint(sentence.tokens.lower)


def _of_body_part(found: Found, index: int) -> Iterator[Loss]:
    """The losses that a phrase such as "their hands" tells with the verb beside it."""
    sentence = found.sentence
    effect = _effect(sentence, index)
    if effect is None:
        return
    verb = _verb_of(sentence, index)
    if verb is None or is_unreal(sentence, verb):
        return
    of = sentence.noun(index).of
    if of is not None:
        yield from _of_owners(sentence, index, of, verb, effect)
    elif _is_had(sentence, index) or sentence.word_at(index - 1) == "with":
        last = subject(sentence, index - 1) if _is_had(sentence, index) else _found(sentence, index)
        nouns = list_before(sentence, last) if last is not None else []
        yield from listed_losses(sentence, nouns, verb, effect, "limb")


def _effect(sentence: Sentence, index: int) -> Effect | None:
    """What it means that a part of the body is cut, if a phrase names one."""
    phrase = sentence.phrases[index]
    words = {sentence.tokens.word(at) for at in range(phrase.first, phrase.after)}
    if not _THROATS.isdisjoint(words):
        return _KILLED
    return None if _LIMBS.isdisjoint(words) else _WOUNDED


def _verb_of(sentence: Sentence, index: int) -> int | None:
    """The phrase that holds the verb of cutting: itself, one behind, or the one before."""
    if _severs(sentence, index):
        return index  # "had their throats slit"
    behind = range(index + 1, min(index + _REACH, len(sentence.kinds)))
    for at in behind:
        if sentence.kind(at) in ".;:,":
            break
        if sentence.is_verb(at) and _severs(sentence, at):
            return at
    before = index - 2 if sentence.kind(index - 1) in (PREPOSITION, ADVERB) else index - 1
    return before if sentence.is_verb(before) and _severs(sentence, before) else None


def _severs(sentence: Sentence, index: int) -> bool:
    return sentence.tokens.word(sentence.phrases[index].after - 1) in _SEVERING


def _of_owners(
    sentence: Sentence, index: int, of: int, verb: int, effect: Effect
) -> Iterator[Loss]:
    """As in "cut off the hands of five men", "the hand of a boy was cut off"."""
    made = make_loss(sentence, of, effect, "limb", verb)
    if made is not None:
        made.widen(index)
        if verb < index:
            made.perpetrator = subject(sentence, verb)
        yield made


def _is_had(sentence: Sentence, index: int) -> bool:
    """As in "two men had their hands amputated"."""
    before = sentence.is_verb(index - 1)
    return before and sentence.word(index - 1) in ("had", "have", "having", "has")


def _found(sentence: Sentence, index: int) -> int | None:
    """As in "nine men were found with their throats slit"; bodies are counted as such."""
    if not sentence.is_verb(index - 2):
        return None
    last = subject(sentence, index - 2)
    head = sentence.noun(last).head if last is not None else None
    return None if head is not None and head.harm is not None else last


BODY_PART = Construction(
    name="limb",
    example={
        "Two men had their hands amputated in Ber.": "2 wounded: men",
        "Nine men were found with their throats slit near Ber.": "9 killed: men",
        "The militants cut off the hands of five men.": "5 wounded: men",
    },
    not_=("Two men had their hair cut in Ber.", "The army cut off both arms of the river."),
    opens=Opens(
        At.NOUN,
        "a part of the body, beside a verb of cutting",
        lambda found, index: _effect(found.sentence, index) is not None,
    ),
    make=_of_body_part,
)
