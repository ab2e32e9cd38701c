"""Shares of a loss that a verb tells: "civilians made up nine of them", "ascribes 19 to rebels"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sahel_events.english.lexicon.senses import AND, OF, TO
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.losses.construction import At, Construction, Found, Opens
from sahel_events.english.losses.loss import Loss, make_loss
from sahel_events.english.syntax.chunks import NOUN, VERB, Sentence
from sahel_events.english.syntax.clauses import subject
from sahel_events.english.totals.bare_figures import is_bare_figure

__all__ = ["SHARES"]

_ASCRIBING = word_list("ascribing")
_MAKING_UP = word_list("making up")
#: Figures and those to whom they are ascribed: "1,190 to the rebels and 960 to the army".
_ASCRIBED = re.compile(rf"(?:,?{AND}?{NOUN}{TO}{NOUN}(?:{OF}{NOUN})?)+")


def _ascribed(found: Found, _: int) -> Iterator[Loss]:
    """As in "of the dead, the union ascribes 1,190 to the rebels and 960 to the army"."""
    sentence = found.sentence
    for verb in _verbs(sentence, _ASCRIBING):
        behind = _ASCRIBED.match(sentence.kinds, verb + 1)
        told = _told(found, verb)
        if behind is None or told is None:
            continue
        for index in range(verb + 1, behind.end() - 2):
            if sentence.reads(index, NOUN, TO, NOUN) and is_bare_figure(sentence, index):
                made = _share(sentence, index, told, "ascribed")
                if made is not None:
                    made.perpetrator = index + 2
                    yield made


def _made_up(found: Found, _: int) -> Iterator[Loss]:
    """As in "civilians made up 2,310 of them"."""
    sentence = found.sentence
    for verb in _verbs(sentence, _MAKING_UP):
        index, who, told = verb + 1, subject(sentence, verb), _told(found, verb)
        noun = sentence.noun(index) if sentence.is_noun(index) else None
        if noun is None or who is None or told is None or not noun.partitive:
            continue
        made = _share(sentence, index, told, "made up")
        if made is not None:
            made.named = who
            made.widen(who)
            yield made


def _verbs(sentence: Sentence, words: frozenset[str]) -> Iterator[int]:
    for index, kind in enumerate(sentence.kinds):
        if kind == VERB and sentence.tokens.word(sentence.verb(index).main) in words:
            yield index


def _told(found: Found, verb: int) -> Loss | None:
    """What was told last before a verb: with a figure, in the sentence or before it."""
    within = [loss for loss in found.losses if loss.noun is not None and loss.noun < verb]
    return within[-1] if within else found.earlier


def _share(sentence: Sentence, index: int, told: Loss, rule: str) -> Loss | None:
    """The loss that a figure tells as a part of one told before, and that is no more than it."""
    made = make_loss(sentence, index, told.effect, rule, None, told)
    if made is None or made.quantity.low is None:
        return None
    whole = told.quantity.high
    if whole is not None and made.quantity.low > whole:
        return None
    made.parent = told if told.quantity.low is not None else told.parent
    return made


SHARES = (
    Construction(
        name="ascribed",
        example={
            "Of the 30 villagers killed, the union ascribes 19 to the rebels and 11 to the army.": (
                "30 killed: villagers; 19 killed: villagers; 11 killed: villagers"
            )
        },
        not_=("Of the 30 songs, the union ascribes 19 to the singer and 11 to his son.",),
        opens=Opens(At.PARTS, "bare figures behind a verb of ascribing, each with “to …”"),
        make=_ascribed,
    ),
    Construction(
        name="made up",
        example={
            "The raids killed 79 people; civilians made up 23 of them.": (
                "79 killed: people; 23 killed: civilians"
            )
        },
        not_=("The union has 79 members; women make up 23 of them.",),
        opens=Opens(At.PARTS, "“of them” behind a verb such as “made up”"),
        make=_made_up,
    ),
)
