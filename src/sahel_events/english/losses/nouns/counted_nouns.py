"""Losses that a noun of harm counts: "nine arrests", "no casualties", "heavy losses"."""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.english.lexicon.senses import AND, OF, OWN
from sahel_events.english.lexicon.vocabulary import Harm
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.losses.construction import Construction, Found, at_nouns
from sahel_events.english.losses.loss import Loss
from sahel_events.english.syntax.chunks import NOUN, NounPhrase, Sentence
from sahel_events.english.syntax.factuality import befalls_nobody, is_possible
from sahel_events.english.syntax.quantifiers import ZERO
from sahel_events.english.syntax.scopes import Over
from sahel_events.kinds import Outcome
from sahel_events.values import Quantity

__all__ = ["COUNTED_NOUN", "are_of_both", "harm_of_noun", "owner_of", "told_by_noun"]

_MATERIAL = word_list("material")
_MEN = word_list("men")
_DEGREES = word_list("degrees")
_TELLING = word_list("telling")
_TOLD_BY_VERB = word_list("told by verb")
_TOLD_BY_THEMSELVES = word_list("told by themselves")


def harm_of_noun(found: Found, index: int) -> Harm | None:
    """What a noun of harm says, unless it is only spoken of: "could cause deaths"."""
    noun = found.sentence.noun(index)
    harm = noun.head.harm if noun.head is not None else None
    if harm is None or harm.frame != "noun":
        return None
    return None if is_possible(found.sentence, index) else harm


def owner_of(sentence: Sentence, noun: NounPhrase) -> int | None:
    """The last word before "'s": whose death it is."""
    own = sentence.tokens.codes.rfind(OWN, noun.first, noun.after)
    return own - 1 if own > noun.first else None


def are_of_both(sentence: Sentence, index: int) -> bool:
    """As in "human and material losses", "losses in men and equipment"."""
    if {"human", "material"} <= _words(sentence, index):
        return True
    at = index + 1
    at += sentence.kind(at) == ","
    if sentence.word_at(at) not in ("in", "of"):
        return False
    named = [behind for behind in range(at + 1, at + 5) if sentence.is_noun(behind)]
    joined = AND in sentence.kinds[at + 1 : at + 5]
    last = {sentence.tokens.word(sentence.phrases[noun].after - 1) for noun in named}
    return joined and not last.isdisjoint(_MEN) and not last.isdisjoint(_MATERIAL)


def told_by_noun(
    sentence: Sentence, rule: str, index: int, quantity: Quantity, outcomes: tuple[Outcome, ...],
    remark: str | None = None,
) -> Loss:  # fmt: skip
    """A loss of people that the noun phrase tells by itself."""
    phrase = sentence.phrases[index]
    made = Loss(
        sentence, rule, quantity, tuple(sorted(outcomes)), False, phrase.first, phrase.after, index
    )
    if remark is not None:
        made.remarks.append(remark)
    return made


def _counted_noun(found: Found, index: int) -> Iterator[Loss]:
    """As in "nine arrests", "no casualties", "suffered losses"."""
    sentence, harm = found.sentence, harm_of_noun(found, index)
    noun = sentence.noun(index)
    owned = noun.quantity is None and owner_of(sentence, noun) is not None
    if harm is None or owned or sentence.word(index) == "whose":
        return
    if noun.zero and harm.counted:
        yield from _counted(sentence, index, harm, ZERO)
    elif noun.quantity is not None and harm.counted:
        yield from _counted(sentence, index, harm, noun.quantity)
    elif _is_told(sentence, index):
        yield from _counted(sentence, index, harm, _zero_or_some(sentence, index))


def _counted(sentence: Sentence, index: int, harm: Harm, quantity: Quantity) -> Iterator[Loss]:
    """As in "nine arrests"; "human and material losses" are losses of both."""
    effect = harm.effect
    made = told_by_noun(sentence, "counted noun", index, quantity, effect.people or effect.things)
    made.thing = not effect.people
    if quantity == ZERO and _is_without(sentence, index):
        made.first = max(made.first - 1, 0)
    yield made
    if effect.things and are_of_both(sentence, index):
        made = told_by_noun(
            sentence, "counted noun", index, quantity, effect.things, remark="material"
        )
        made.thing = True
        yield made


def _words(sentence: Sentence, index: int) -> set[str]:
    noun = sentence.noun(index)
    return {sentence.tokens.word(at) for at in range(noun.first, noun.after)}


def _is_told(sentence: Sentence, index: int) -> bool:
    """Whether losses without a figure are told of, not merely spoken of: "heavy losses"."""
    word = sentence.tokens.word(sentence.noun(index).head_at)
    if word in _TOLD_BY_VERB:
        return False  # "sustained light injuries"
    if not _DEGREES.isdisjoint(_words(sentence, index)) or _is_heavy(sentence, index):
        return True
    if _is_without(sentence, index):
        return True
    at = _head_of_list(sentence, index) - 1
    at -= sentence.kind(at) == OF  # "told of deaths and damage"
    if sentence.is_verb(at):
        verb = sentence.verb(at)
        speech = verb.sense.speech
        spoken = speech and speech.frame == "says" and sentence.text(at + 1) == "of"
        if spoken or sentence.tokens.word(verb.main) in _TELLING:
            return not verb.negated
    known = sentence.noun(index).definite  # "the killings", which were told of before
    return word in _TOLD_BY_THEMSELVES and not sentence.is_verb(index + 1) and not known


def _head_of_list(sentence: Sentence, index: int) -> int:
    """The first phrase of a list: "recorded rapes, executions outside the law and thefts"."""
    while sentence.is_noun(index - 2) and sentence.kind(index - 1) in (",", AND):
        index -= 2
    return index


def _is_heavy(sentence: Sentence, index: int) -> bool:
    """As in "losses were very heavy"."""
    if not sentence.is_verb(index + 1) or not sentence.verb(index + 1).copula:
        return False
    tokens, start = sentence.tokens, sentence.phrases[index + 1].after
    stop = min(start + 3, len(tokens.starts))
    return any(tokens.word(at) in _DEGREES for at in range(start, stop))


def _zero_or_some(sentence: Sentence, index: int) -> Quantity:
    """Zero for "without losses" and "neither camp suffered losses"; else without a figure."""
    none = _is_without(sentence, index) or _has_zero_subject(sentence, index)
    return ZERO if none else Quantity()


def _is_without(sentence: Sentence, index: int) -> bool:
    """As in "without casualties", "without causing casualties"."""
    behind = index - 1 if sentence.is_verb(index - 1) else index
    return befalls_nobody(sentence, behind, Over.HARM)


def _has_zero_subject(sentence: Sentence, index: int) -> bool:
    """As in "neither camp suffered any loss of life"."""
    if not sentence.is_verb(index - 1):
        return False
    first = sentence.kinds.find(NOUN, sentence.clause_start(index), index - 1)
    return first >= 0 and sentence.noun(first).zero


COUNTED_NOUN = Construction(
    name="counted noun",
    example={
        "Police made nine arrests.": "9 arrested: people",
        "The army suffered heavy losses.": "an unstated number casualty: people",
        "The raid ended without casualties.": "0 casualty: people",
    },
    not_=(
        "There are no details of casualties.",
        "The storm could cause nine deaths.",
    ),
    opens=at_nouns("a noun of harm", harm_of_noun),
    make=_counted_noun,
)
