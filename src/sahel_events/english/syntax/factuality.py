"""What is told as a fact, and what only may be, will be, or did not come to pass.

Most of it is said by a word that makes it so, as far as that reaches: the scopes of
:mod:`~sahel_events.english.syntax.scopes`.
"""

from __future__ import annotations

from sahel_events.english.lexicon.senses import ATTACK, TO
from sahel_events.english.lexicon.vocabulary import Form
from sahel_events.english.syntax.chunks import Sentence
from sahel_events.english.syntax.scopes import Category, Over, is_covered, scope_applies

__all__ = [
    "befalls_nobody",
    "is_achieved",
    "is_alleged",
    "is_no_conflict",
    "is_possible",
    "is_supposed",
    "is_unreal",
]


def is_unreal(sentence: Sentence, index: int) -> bool:
    """Whether a verb tells of what may or will happen, or did not: "would kill", "if they die"."""
    if is_covered(sentence, index, Over.VERB):
        return True
    verb = sentence.verb(index)
    if verb.passive or verb.perfect or verb.infinitive:
        return False
    gerund = sentence.tokens.word(verb.main).endswith("ing")
    return _is_bare_present(sentence, index) or (
        gerund and is_covered(sentence, index, Over.GERUND)
    )


def is_achieved(sentence: Sentence, index: int) -> bool:
    """As in "managed to kill": the infinitive is a fact."""
    return scope_applies("achieved", sentence, index)


def _is_bare_present(sentence: Sentence, index: int) -> bool:
    """Whether it is a present or base form that is no report: "desert", "soldiers kill"."""
    form = sentence.verb(index).form
    if form not in (Form.BASE, Form.THIRD):
        return False
    if not sentence.is_noun(index - 1):
        return True
    if sentence.is_noun(index + 1):  # "the army kills a chief", "the rebels hold 15 people"
        headline = not sentence.kinds.endswith(".")  # the story below says it in full
        return form is Form.BASE and (headline or not _is_counted(sentence, index + 1))
    return sentence.noun(index - 1).quantity is None


def _is_counted(sentence: Sentence, index: int) -> bool:
    quantity = sentence.noun(index).quantity
    return quantity is not None and quantity.low is not None


def is_supposed(sentence: Sentence, noun: int) -> bool:
    """Whether an attack or toll that a noun phrase names is no fact: "fears of an attack"."""
    if sentence.kind(noun - 1) == TO:
        return _is_infinitive(sentence, noun)
    return is_covered(sentence, noun, Over.ATTACK)


def _is_infinitive(sentence: Sentence, noun: int) -> bool:
    """Whether a word behind "to" is a verb that looks like a noun: "to attack the town"."""
    achieved = sentence.is_verb(noun - 2) and is_achieved(sentence, noun - 1)
    return sentence.tokens.codes[sentence.phrases[noun].first] == ATTACK and not achieved


def is_possible(sentence: Sentence, noun: int) -> bool:
    """Whether a noun of harm stands behind a verb that makes it no fact: "could cause deaths".

    What is only said in such a way is one all the same: "can confirm nine deaths".
    """
    return is_covered(sentence, noun, Over.HARM)


def is_alleged(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is told as hearsay: "reportedly killed"."""
    return is_covered(sentence, verb, Over.VERB, Category.ALLEGED)


def befalls_nobody(sentence: Sentence, index: int, over: Over) -> bool:
    """As in "without harming civilians", "without losses"."""
    return is_covered(sentence, index, over, Category.NOBODY)


def is_no_conflict(sentence: Sentence) -> bool:
    """Whether the harm of a sentence is played, natural or an accident: "40 mock casualties"."""
    return is_covered(sentence, 0, Over.SENTENCE, Category.NO_CONFLICT)
