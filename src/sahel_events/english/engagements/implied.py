"""Which losses are those of an engagement although none is named, and which are those of a war."""

from __future__ import annotations

import re

from sahel_events.english.lexicon.senses import AND
from sahel_events.english.lexicon.word_lists import any_of
from sahel_events.english.losses.loss import Loss
from sahel_events.english.syntax.chunks import VERB, Sentence
from sahel_events.kinds import FIGHTING_CATEGORIES, Outcome
from sahel_events.values import EventDate

__all__ = ["is_accident", "is_by_one", "is_of_war", "is_violent"]

_ACCIDENT = re.compile(
    r"\b(?:accident|helicopter-crash|collision|crash(?:ed)?(?!\s(?:his|her|their|an?)\s[\w-]+\sinto))\b",
    re.IGNORECASE,
)
#: What makes losses those of an engagement, although none is named.
_VIOLENCE = re.compile(
    r" by (?!the (?:road|side|end|time)|\d|[A-Z]\w+day\b)"
    rf"|\b{any_of('weapons and violence')}\b"
)
_VIOLENT = frozenset(
    (
        Outcome.KILLED,
        Outcome.WOUNDED,
        Outcome.DESTROYED,
        Outcome.DAMAGED,
        Outcome.HOSTAGE,
        Outcome.CAPTURED,
        Outcome.SEIZED,
    )
)
#: What goes on for years, and has a toll of its own.
_WAR = re.compile(rf"\b{any_of('what has a toll of years')}\b", re.IGNORECASE)


def is_accident(text: str) -> bool:
    """As in "a helicopter crashed", but not "bombers crashed their car into the gate"."""
    lower = text.lower()
    may_be = any(word in lower for word in ("accident", "collision", "crash"))
    return may_be and _ACCIDENT.search(text) is not None


def is_violent(sentence: Sentence, loss: Loss, category: str | None) -> bool:
    """Whether a loss is that of an engagement although none is named."""
    if loss.rule == "bodies of" or not _VIOLENT.intersection(loss.outcomes):
        return False
    buried = loss.verb is not None and "buried" in sentence.text(loss.verb)
    beside = loss.kin is not None and (loss.kin.sentence is sentence or not _names(loss))
    own = not beside and loss.named is None and not buried
    if own and category in FIGHTING_CATEGORIES and Outcome.KILLED in loss.outcomes:
        return True
    return loss.perpetrator is not None or _VIOLENCE.search(sentence.tokens.text) is not None


def _names(loss: Loss) -> bool:
    """Whether a loss has a noun of its own: not so "seventeen were killed"."""
    return loss.noun is not None and loss.sentence.noun(loss.noun).head is not None


def is_by_one(sentence: Sentence, loss: Loss, date: EventDate) -> bool:
    """As in "in 2019 a bomber killed forty": one act, though its day is not told."""
    if loss.perpetrator is None or "/" in date.edtf:
        return False
    agent = sentence.noun(loss.perpetrator)
    return agent.indefinite and agent.quantity is None


def is_of_war(sentence: Sentence, loss: Loss) -> bool:
    """As in "the insurgency has killed 4,300 people": the toll of all the years of a war."""
    verb = loss.verb
    if verb is None or not sentence.is_verb(verb):
        return False
    before = sentence.kinds.rfind(VERB, 0, verb)
    joined = before >= 0 and AND in sentence.kinds[before:verb]  # "has killed and displaced"
    perfect = sentence.word(verb) in _HAVE or (joined and sentence.word(before) in _HAVE)
    return perfect and _WAR.search(sentence.tokens.text) is not None


_HAVE = ("have", "has")
