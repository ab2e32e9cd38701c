"""Figures without a noun, which may count what stands elsewhere: "the toll rose to 14"."""

from __future__ import annotations

from sahel_events.english.lexicon.senses import QUANTITY
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.losses.construction import Found
from sahel_events.english.syntax.chunks import NOUN, Sentence
from sahel_events.english.syntax.quantifiers import is_bare

__all__ = ["bare_figures", "is_bare_figure", "leads_to_figure", "nouns_of"]

_TO_FIGURE = word_list("to figure")


def bare_figures(found: Found) -> list[int]:
    """The phrases that are a number by itself and count nothing yet."""
    sentence = found.sentence
    taken = {loss.noun for loss in found.losses}
    counted = (at for at, code in enumerate(sentence.tokens.codes) if code == QUANTITY)
    return [
        index
        for index, kind in sentence.phrases_of(counted)
        if kind == NOUN and index not in taken and is_bare_figure(sentence, index)
    ]


def is_bare_figure(sentence: Sentence, index: int) -> bool:
    """Whether a phrase is a number by itself."""
    noun = sentence.noun(index)
    numbered = noun.quantity is not None and noun.quantity.low is not None
    return numbered and is_bare(noun) and not noun.others and not noun.both


def nouns_of(sentence: Sentence) -> list[int]:
    """The noun phrases of a sentence."""
    return [index for index, kind in enumerate(sentence.kinds) if kind == NOUN]


def leads_to_figure(sentence: Sentence, verb: int) -> bool:
    """As in "the toll reached 14", "is 14", "ministers say 14"."""
    group = sentence.verb(verb)
    word = sentence.tokens.word(group.main)
    leads = word in _TO_FIGURE or word.endswith((" to", " at"))
    return not group.modal and (leads or group.copula or group.sense.speech is not None)
