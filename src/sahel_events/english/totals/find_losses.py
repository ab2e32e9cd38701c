"""All losses that a sentence tells, by every construction that there is."""

from __future__ import annotations

import re

from sahel_events.english.lexicon.vocabulary import vocabulary
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.losses.construction import At, Construction, Found
from sahel_events.english.losses.loss import Loss
from sahel_events.english.losses.nouns.body_parts import BODY_PART, tells_of_limbs
from sahel_events.english.losses.nouns.harm_nouns import HARM_NOUNS
from sahel_events.english.losses.nouns.incidents import INCIDENTS
from sahel_events.english.losses.nouns.lives import COSTING_LIVES
from sahel_events.english.losses.nouns.victim_nouns import VICTIM_NOUNS, VICTIMS
from sahel_events.english.losses.nouns.wounds import WITH_WOUNDS
from sahel_events.english.losses.verbs.active_voice import ACTIVE, INTRANSITIVE, LOST, NTH_TO_DIE
from sahel_events.english.losses.verbs.all_but import ALL_BUT
from sahel_events.english.losses.verbs.captives import IN_HANDS
from sahel_events.english.losses.verbs.elided_verbs import ELIDED
from sahel_events.english.losses.verbs.idioms import IDIOMATIC, TELLING_VERBS
from sahel_events.english.losses.verbs.missing import MISSING
from sahel_events.english.losses.verbs.passive_voice import (
    INVERTED,
    LIVES_LOST,
    PARTICIPLE,
    PASSIVE,
)
from sahel_events.english.losses.verbs.shared_verbs import SHARED
from sahel_events.english.syntax.chunks import NOUN, VERB, Sentence
from sahel_events.english.syntax.factuality import is_no_conflict, is_unreal
from sahel_events.english.totals.among_victims import AMONG_VICTIMS
from sahel_events.english.totals.comparisons import COMPARISONS
from sahel_events.english.totals.shares import SHARES
from sahel_events.english.totals.some_of_them import SOME_OF_THEM
from sahel_events.english.totals.stated_figures import STATED_FIGURES
from sahel_events.english.totals.subtotals import SUBTOTALS
from sahel_events.english.totals.tolls import TOLLS

__all__ = ["CONSTRUCTIONS", "read_losses"]

#: Every construction; those that are tried at one place in the order in which they are.
CONSTRUCTIONS: tuple[Construction, ...] = (
    *IDIOMATIC, ALL_BUT, LIVES_LOST, PARTICIPLE, PASSIVE, INVERTED, ACTIVE, LOST, INTRANSITIVE,
    *HARM_NOUNS, *VICTIM_NOUNS, BODY_PART, SHARED, ELIDED,
    NTH_TO_DIE, INCIDENTS, IN_HANDS, *MISSING, WITH_WOUNDS,
    *COMPARISONS, *TOLLS, *STATED_FIGURES, *SUBTOTALS, *SOME_OF_THEM, *SHARES, *AMONG_VICTIMS,
)  # fmt: skip
_AT = {at: tuple(one for one in CONSTRUCTIONS if one.opens.at is at) for at in At}

_TRIGGERS = word_list("triggers")
_WORDS = re.compile(r"[a-z]+")


def read_losses(sentence: Sentence, earlier: Loss | None = None) -> list[Loss]:
    """The losses of a sentence, in its order; ``earlier`` is the last one told before it."""
    if earlier is None and not _may_tell(sentence):
        return []
    found = Found(sentence, earlier)
    for index, kind in sentence.phrases_of(_words_of_harm(sentence)):
        if kind == VERB and not is_unreal(sentence, index):
            _try_at(At.VERB, found, index)
            if any(found.of_verb(index)):
                _try_at(At.BEHIND, found, index)
        elif kind == NOUN:
            _try_at(At.NOUN, found, index)
    for construction in _AT[At.SENTENCE]:
        found.keep(construction.make(found, 0))
    found.losses = _without_named(found.losses)
    for construction in _AT[At.PARTS]:
        found.keep_parts(construction.make(found, 0))
    if found.losses and is_no_conflict(sentence):
        return []
    return sorted(found.losses, key=_place)


def _try_at(at: At, found: Found, index: int) -> None:
    """Try the constructions that open at such a phrase, until one tells something."""
    for construction in _AT[at]:
        if construction.opens.when(found, index):
            told = found.keep(construction.make(found, index), index)
            if told or construction.closes:
                return


def _may_tell(sentence: Sentence) -> bool:
    """Whether any word tells of harm, by itself or with others: a quick refusal."""
    if any(sense.harm for sense in sentence.tokens.senses):
        return True
    words, splits = set(_WORDS.findall(sentence.tokens.text)), vocabulary().splits
    if not _TRIGGERS.isdisjoint(words):
        return True
    return any(
        rest in sentence.tokens.text for verb in words & splits.keys() for rest, _ in splits[verb]
    )


def _words_of_harm(sentence: Sentence) -> range | list[int]:
    """The words without which no phrase tells of a loss by itself or with those behind it."""
    tokens, splits = sentence.tokens, vocabulary().splits
    if tells_of_limbs(sentence):
        return range(len(tokens.senses))
    return [
        at
        for at, (sense, word) in enumerate(zip(tokens.senses, tokens.lower, strict=True))
        if sense.harm is not None
        or word in TELLING_VERBS
        or word in splits
        or word in COSTING_LIVES
        or word in VICTIMS
    ]


def _without_named(losses: list[Loss]) -> list[Loss]:
    """Less those of whom a toll gives the figure: "the number of soldiers killed rose to 14"."""
    tolls = [loss for loss in losses if loss.rule == "toll"]
    named = {loss.named for loss in tolls}
    topics = {toll.sentence.phrases[toll.topic].first for toll in tolls if toll.topic is not None}
    return [
        loss
        for loss in losses
        if loss.quantity.low is not None
        or loss.rule == "toll"
        or (loss.noun not in named and loss.first not in topics)
    ]


def _place(loss: Loss) -> int:
    """Where in its sentence a loss stands."""
    return loss.sentence.phrases[loss.noun].first if loss.noun is not None else loss.first
