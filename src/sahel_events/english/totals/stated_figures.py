"""Figures that somebody states for what was told before: "others speak of 500".

Such a figure has no noun. Who gives it, or that it is the number spoken of, shows that it counts
the loss told last; and so do the names on a list of victims, and coffins that somebody counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sahel_events.english.lexicon.senses import (
    ADVERB,
    AND,
    DATE,
    GOVERNORS,
    MARK,
    OF,
    PREPOSITION,
    WEEKDAY,
    WORD,
)
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.losses.construction import At, Construction, Found, Opens
from sahel_events.english.losses.loss import Loss, make_loss
from sahel_events.english.syntax.chunks import NOUN, VERB, Sentence
from sahel_events.english.syntax.clauses import subject
from sahel_events.english.syntax.finite_verbs import is_finite
from sahel_events.english.totals.bare_figures import bare_figures, leads_to_figure, nouns_of
from sahel_events.english.totals.toll_topics import NUMBERS
from sahel_events.kinds import Outcome

__all__ = ["STATED_FIGURES"]

_JUDGED = word_list("judged")
_SETTLED = word_list("settled on")
_STANDING_AT = word_list("standing at")
#: What can be done with a figure only if it is one: "could confirm fewer than 90".
_CONFIRM = frozenset(("confirm", "count", "document", "verify"))
_TELL = frozenset(("tell", "telling", "tells", "told"))
#: Between a figure and the later one of whoever gave it: "31 deaths and, on 17 April, 73".
_LATER = re.compile(rf",?{AND},?{PREPOSITION}?[{DATE}{WEEKDAY}],?{NOUN}")


def _of_told(found: Found, _: int) -> Iterator[Loss]:
    """Figures for what was told before: "others speak of 500"."""
    sentence = found.sentence
    for index in bare_figures(found):
        told = _told_before(found.losses, index) or found.earlier
        made = _like(sentence, index, told) if told and _is_stated(sentence, index) else None
        if made is not None:
            yield made


def _told_before(found: list[Loss], index: int) -> Loss | None:
    """The last loss that the sentence tells before a phrase."""
    before = [loss for loss in found if loss.noun is not None and loss.noun < index]
    return before[-1] if before else None


def _is_stated(sentence: Sentence, index: int) -> bool:
    """Whether somebody gives the figure as his own: "the association says eleven"."""
    if sentence.kind(index + 1) == PREPOSITION and sentence.word(index + 1) == "according to":
        return True
    before = index - 1
    while sentence.kind(before) == ADVERB:
        before -= 1
    if sentence.kind(before) == WORD and sentence.word_at(before - 1) in _TELL:
        before -= 1  # "told parliament 39"
    if sentence.kind(before) in GOVERNORS:
        return _is_settled_on(sentence, before)
    if not sentence.is_verb(before):
        return False
    stands = leads_to_figure(sentence, before) and _is_known_number(
        sentence, _whose_figure(sentence, before)
    )
    return stands or _is_own_figure(sentence, before, index)


def _is_settled_on(sentence: Sentence, before: int) -> bool:
    """As in "the number was closer to 50", "we are at 318", "has settled on 61"."""
    word, governor = sentence.word(before), sentence.kind(before - 1)
    if word == "on":
        return governor == VERB and sentence.tokens.word(sentence.verb(before - 1).main) in _SETTLED
    if word not in ("at", "to"):
        return False
    if sentence.reads(before - 2, NOUN, VERB) and sentence.verb(before - 1).copula:
        return sentence.word(before - 2) == "we"
    return _is_known_number(sentence, _whose_figure(sentence, before - 1))


def _whose_figure(sentence: Sentence, index: int) -> int:
    """The phrase whose figure is given, before the verb and what goes with it."""
    while sentence.kind(index) in (WORD, ADVERB, VERB):
        index -= 1
    return index


def _is_own_figure(sentence: Sentence, verb: int, index: int) -> bool:
    """Whether a verb of saying has the figure for its object, and not "said nine were hurt"."""
    group = sentence.verb(verb)
    asserts = not group.modal or sentence.tokens.word(group.main) in _CONFIRM
    if group.sense.speech is None or not asserts or not is_finite(sentence, verb):
        return False
    behind = sentence.kind(index + 1)
    if behind == VERB and is_finite(sentence, index + 1):
        return sentence.verb(index + 1).copula and sentence.word_at(index + 2) in _JUDGED
    return behind not in (OF, MARK)


def _is_known_number(sentence: Sentence, index: int) -> bool:
    """As in "raised the number to 22", "the figure stood at 21"."""
    if sentence.is_verb(index):
        if sentence.tokens.word(sentence.verb(index).main) not in _STANDING_AT:
            return False
        before = subject(sentence, index)
        if before is None:
            return False
        index = before
    if not sentence.is_noun(index):
        return False
    noun = sentence.noun(index)
    word = sentence.tokens.word(noun.head_at) if noun.head_at >= 0 else ""
    return noun.definite and word in NUMBERS and noun.of is None


def _like(sentence: Sentence, index: int, told: Loss, rule: str = "another figure") -> Loss | None:
    """A figure for the same loss as one told before."""
    made = make_loss(sentence, index, told.effect, rule, None, told)
    if made is not None:
        made.speaker = subject(sentence, index - 1) if sentence.is_verb(index - 1) else None
        if told.sentence is sentence:
            made.first = min(made.first, told.after - 1)
    return made


def _of_later(found: Found, _: int) -> Iterator[Loss]:
    """As in "the government reported 31 deaths and, on 17 April, 73"."""
    sentence, figures = found.sentence, bare_figures(found)
    for told in list(found.losses):
        later = _LATER.match(sentence.kinds, told.noun + 1) if told.noun is not None else None
        ends = later is not None and sentence.kind(later.end()) in (".", ";", "")
        if later is not None and ends and later.end() - 1 in figures and told.quantity.low:
            made = _like(sentence, later.end() - 1, told, "later figure")
            if made is not None:
                yield made


# -- names and coffins ----------------------------------------------------------------------------

_NAMES = frozenset(("names", "victims"))
_COFFINS = word_list("coffins")


def _of_names(found: Found, _: int) -> Iterator[Loss]:
    """As in "published a list of 140 names", "has 57 names on it", of those told of before."""
    told, sentence = found.earlier, found.sentence
    if told is None or told.thing or "list" not in sentence.tokens.lower:
        return
    for index in nouns_of(sentence):
        noun = sentence.noun(index)
        named = noun.head_at >= 0 and sentence.tokens.word(noun.head_at) in _NAMES
        if named and noun.quantity is not None and noun.quantity.low is not None:
            yield _counted(sentence, index, told.outcomes, "names on a list")


def _of_coffins(found: Found, _: int) -> Iterator[Loss]:
    """As in "counted 38 coffins"."""
    sentence = found.sentence
    if _COFFINS.isdisjoint(sentence.tokens.lower):
        return
    for index in nouns_of(sentence):
        noun = sentence.noun(index)
        word = sentence.tokens.word(noun.head_at) if noun.head_at >= 0 else ""
        mass = "mass" in sentence.tokens.lower[noun.first : noun.after]  # "two mass graves"
        counted = noun.quantity is not None and noun.quantity.low is not None
        if word in _COFFINS and counted and not mass:
            yield _counted(sentence, index, (Outcome.KILLED,), "coffins")


def _counted(sentence: Sentence, index: int, outcomes: tuple[Outcome, ...], rule: str) -> Loss:
    """The loss of as many as a phrase counts, whose noun does not name them."""
    phrase, noun = sentence.phrases[index], sentence.noun(index)
    assert noun.quantity is not None
    made = Loss(sentence, rule, noun.quantity, outcomes, False, phrase.first, phrase.after, index)
    made.remarks.append("nobody named")
    return made


# -- as values ------------------------------------------------------------------------------------

_TWELVE = "Twelve men were killed near Ber."

STATED_FIGURES = (
    Construction(
        name="another figure",
        example={
            f"{_TWELVE} The association says eleven.": "12 killed: men; 11 killed: men",
            f"{_TWELVE} By noon the count stood at 63.": "12 killed: men; 63 killed: men",
            f"{_TWELVE} Local sources give a number of 31.": "12 killed: men; 31 killed: men",
            f"{_TWELVE} We are at 18 now.": "12 killed: men; 18 killed: men",
        },
        not_=("The association says eleven.", "The price stood at 63."),
        opens=Opens(At.SENTENCE, "a figure without a noun that somebody states"),
        make=_of_told,
    ),
    Construction(
        name="later figure",
        example={
            "The governor reported 31 deaths and, on 17 April, 73.": (
                "31 killed: people; 73 killed: people"
            )
        },
        not_=("The governor reported 31 meetings and, on 17 April, 73.",),
        opens=Opens(At.SENTENCE, "a bare figure behind a loss, “and” and a day"),
        make=_of_later,
    ),
    Construction(
        name="names on a list",
        example={
            f"{_TWELVE} The union published a list of 14 names.": (
                "12 killed: men; 14 killed: people"
            )
        },
        not_=("The union published a list of 14 names.",),
        opens=Opens(At.SENTENCE, "counted names on a list, where somebody was told of before"),
        make=_of_names,
    ),
    Construction(
        name="coffins",
        example={"A nurse counted 38 coffins in Ber.": "38 killed: people"},
        not_=("A joiner in Ber makes coffins.", "A nurse saw two mass graves in Ber."),
        opens=Opens(At.SENTENCE, "counted coffins or graves"),
        make=_of_coffins,
    ),
)
