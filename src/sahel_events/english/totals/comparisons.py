"""Figures that a loss is held against: "140 were abducted, compared to 96 in 2030".

They count the same harm at another time, by another count, or on the other side, and leave out noun
and verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sahel_events.english.lexicon.senses import AND, DATE, GOVERNORS, OF, PREPOSITION, WEEKDAY
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.losses.construction import At, Construction, Found, Opens
from sahel_events.english.losses.loss import Loss, make_loss
from sahel_events.english.syntax.chunks import NOUN, Sentence
from sahel_events.english.syntax.coordination import is_time
from sahel_events.english.totals.bare_figures import is_bare_figure
from sahel_events.kinds import Outcome

__all__ = ["COMPARISONS"]

_COMPARED = word_list("compared")
_COUNTS = word_list("numbers") | word_list("counts")
#: How far behind a loss a figure may stand that it is held against, in phrases.
_REACH = 9
#: A day or a period behind a figure, with its preposition: "in 2030", "the year before".
_WHEN = re.compile(rf"{PREPOSITION}?[{DATE}{WEEKDAY}{NOUN}]")


def _compared(found: Found, _: int) -> Iterator[Loss]:
    """As in "killed 41 rather than the 17 it had announced", "down from 19 in May"."""
    sentence = found.sentence
    for index in _figures(sentence):
        told = _told_before(found, index)
        if told is None or not _is_held_against(sentence, index):
            continue
        made = make_loss(sentence, index, told.effect, "compared", None, told)
        if made is not None:
            yield made


def _figures(sentence: Sentence) -> Iterator[int]:
    """The phrases that are a number by itself, behind a preposition."""
    for index, kind in enumerate(sentence.kinds):
        if (
            kind == NOUN
            and sentence.kind(index - 1) in GOVERNORS
            and is_bare_figure(sentence, index)
        ):
            yield index


def _told_before(found: Found, index: int) -> Loss | None:
    """The counted loss with which a figure behind it is compared."""
    near = [
        loss
        for loss in found.losses
        if loss.noun is not None
        and loss.quantity.low is not None
        and max(loss.noun, loss.verb or 0) < index <= max(loss.noun, loss.verb or 0) + _REACH
        and ";" not in found.sentence.kinds[loss.noun : index]
    ]
    return near[-1] if near else None


def _is_held_against(sentence: Sentence, index: int) -> bool:
    """Whether a bare figure is one of another time or count, by the words on both its sides."""
    tokens, first = sentence.tokens, sentence.phrases[index].first
    before = " ".join(tokens.lower[max(0, first - 6) : first])
    if sentence.kind(index - 1) == OF:  # "from an earlier count of 19"
        before = before.rsplit(" from ", 1)[0] + " from" if _is_count(sentence, index - 2) else ""
    if not before.endswith(tuple(_COMPARED)):
        return False
    return _is_of_other_time(sentence, index + 1) or sentence.kind(index - 1) == OF


def _is_count(sentence: Sentence, index: int) -> bool:
    noun = sentence.noun(index) if sentence.is_noun(index) else None
    return noun is not None and noun.head_at >= 0 and sentence.tokens.word(noun.head_at) in _COUNTS


def _is_of_other_time(sentence: Sentence, behind: int) -> bool:
    """Whether what stands behind a figure says when, or who had stated it."""
    when = _WHEN.match(sentence.kinds, behind)
    if when is None:
        return False
    last = when.end() - 1
    if not sentence.is_noun(last):
        return True
    stated = sentence.is_verb(last + 1) and sentence.verb(last + 1).sense.speech is not None
    word = sentence.tokens.word(sentence.phrases[last].after - 1)
    return stated or is_time(sentence, last) or word in _PERIODS


_PERIODS = frozenset(("period", "quarter", "before", "earlier", "previously", "ago"))


# -- against those of the other side --------------------------------------------------------------


def _against(found: Found, _: int) -> Iterator[Loss]:
    """As in "ten soldiers killed, against 22 on the side of the assailants"."""
    sentence = found.sentence
    for index, kind in enumerate(sentence.kinds):
        if (
            kind != PREPOSITION
            or sentence.word(index) != "against"
            or not sentence.is_noun(index + 1)
        ):
            continue
        told = _worst(found, index)
        if told is not None and _is_other_side(sentence, index, told):
            made = make_loss(sentence, index + 1, told.effect, "against", None, told)
            if made is not None and made.quantity.low is not None:
                made.kin, made.named = None, _side(sentence, index + 2)
                yield made


def _worst(found: Found, index: int) -> Loss | None:
    """Of the losses before a figure, the dead, else the last: those against whom it stands."""
    told = list(found.told_before(index))
    return next((loss for loss in told if Outcome.KILLED in loss.outcomes), next(iter(told), None))


def _is_other_side(sentence: Sentence, index: int, told: Loss) -> bool:
    """Whether "against" opens a figure of the other side: "eleven rebels died against one"."""
    if is_bare_figure(sentence, index + 1):
        return _side(sentence, index + 2) is not None
    return told.verb == index - 1 and sentence.noun(index + 1).quantity is not None


def _side(sentence: Sentence, index: int) -> int | None:
    """As in "on the side of the assailants", "among the rebels": the phrase that names them."""
    if not sentence.reads(index, PREPOSITION, NOUN) or sentence.word(index) not in (
        "on",
        "among",
        "for",
    ):
        return None
    return index + 3 if sentence.reads(index + 2, OF, NOUN) else index + 1


# -- by another count -----------------------------------------------------------------------------


def _by_other_count(found: Found, _: int) -> Iterator[Loss]:
    """As in "28 men by its own admission and 73 by the count of its adversaries"."""
    sentence = found.sentence
    for index in range(len(sentence.kinds) - 3):
        if not sentence.reads(index, AND, NOUN, PREPOSITION, NOUN) or not is_bare_figure(
            sentence, index + 1
        ):
            continue
        told = next(found.told_before(index), None)
        if told is not None and sentence.word(index + 2) == "by" and _is_count(sentence, index + 3):
            made = make_loss(sentence, index + 1, told.effect, "by another count", None, told)
            if made is not None:
                yield made


COMPARISONS = (
    Construction(
        name="compared",
        example={
            "In 2011, 140 people were abducted in Ber, compared to 96 in 2010.": (
                "140 hostage: people; 96 hostage: people"
            ),
            "The ministry said 41 soldiers had died rather than the 17 it had announced.": (
                "41 killed: soldiers; 17 killed: soldiers"
            ),
            "Some 16 men were killed, down from an earlier count of 19.": (
                "~16 killed: men; 19 killed: men"
            ),
        },
        not_=("In 2011, 140 people met in Ber, compared to 96 in 2010.",),
        opens=Opens(At.SENTENCE, "a bare figure behind “compared to”, “after”, “rather than” …"),
        make=_compared,
    ),
    Construction(
        name="against",
        example={
            "Ten soldiers died, against 22 on the side of the assailants.": (
                "10 killed: soldiers; 22 killed: assailants"
            ),
            "Eleven rebels died against one soldier.": "11 killed: rebels; 1 killed: soldier",
        },
        not_=("Ten soldiers fought against 22 rebels.",),
        opens=Opens(At.SENTENCE, "a figure of the other side behind “against”"),
        make=_against,
    ),
    Construction(
        name="by another count",
        example={
            "The raid cost the army 28 men by its own account and 73 by the count of its foes.": (
                "28 killed: men; 73 killed: men"
            )
        },
        not_=("The raid took 28 hours by its own account and 73 by the count of its foes.",),
        opens=Opens(At.SENTENCE, "a bare figure before “by the count of”"),
        make=_by_other_count,
    ),
)
