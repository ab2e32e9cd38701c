"""Sources that stand beside what they state: before a colon, in brackets, behind "given by".

As in "MoD: 12 soldiers killed", "two bodyguards killed (military media)", "the toll given by the
governor: ten killed". Digests and news in brief tell their sources so.
"""

from __future__ import annotations

import re

from sahel_events.english.attribution.speaker_names import name_of
from sahel_events.english.attribution.speakers import Attribution, Speaker, speaker_at
from sahel_events.english.lexicon.senses import ORGAN, PARTY, QUANTITY
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.syntax.chunks import NOUN, VERB, Sentence
from sahel_events.kinds import Stance

__all__ = ["sources_beside"]

#: A label that heads what it states: "MoD:", "ISSP (Amaq, 17 Jan):".
_SOURCE_LABEL = re.compile(rf"{NOUN}(?:\([^()]{{1,6}}\))?:")
#: A source in brackets, at the end.
_BRACKET = re.compile(rf"\(({NOUN})\)\.?\Z")
_GIVEN = word_list("participles of figures that are given")
_FIGURES = word_list("nouns for a figure that is given")
_SPEAKING = word_list("nouns for those who publish figures")


def sources_beside(sentence: Sentence) -> Attribution | None:
    """The attribution that a sentence gives without a verb of saying, if it does."""
    if QUANTITY not in sentence.tokens.codes:
        return None
    return _of_label(sentence) or _of_giver(sentence) or _of_bracket(sentence)


def _of_label(sentence: Sentence) -> Attribution | None:
    """As in "Army: eight killed", also behind what an entry tells first: "…; army: eight".

    A party by itself is no source: "GATIA: three killed" counts its own losses.
    """
    for label in _SOURCE_LABEL.finditer(sentence.kinds):
        at, behind = label.start(), label.end()
        if at > 0 and sentence.kind(at - 1) not in (".", ";"):
            continue
        bracketed = sentence.kind(at + 1) == "("
        if _speaks(sentence, at, party=bracketed) and NOUN in sentence.kinds[behind:]:
            speaker = Speaker(name_of(sentence, at, at + 1) or sentence.text(at), at)
            stops = [found for mark in ".;" if (found := sentence.kinds.find(mark, behind)) > 0]
            after = min(stops, default=len(sentence.kinds))
            return Attribution(behind, after, at, speaker, Stance.CLAIMED, "before a colon")
    return None


def _of_giver(sentence: Sentence) -> Attribution | None:
    """As in "provisional toll given by the governor: ten soldiers killed"."""
    for at, kind in enumerate(sentence.kinds):
        if kind != VERB or sentence.tokens.word(sentence.verb(at).main) not in _GIVEN:
            continue
        by = sentence.word_at(at + 1) == "by" and sentence.is_noun(at + 2)
        if by and _tells_figure(sentence, at):
            speaker = speaker_at(sentence, at + 2, len(sentence.kinds))
            end = len(sentence.kinds)
            return Attribution(0, end, at, speaker, Stance.CLAIMED, "“given by”")
    return None


def _tells_figure(sentence: Sentence, verb: int) -> bool:
    """Whether what is given is a figure: "a first toll", "initial reports of 44 dead"."""
    before = (sentence.noun(at) for at in range(verb) if sentence.is_noun(at))
    words = (sentence.tokens.word(at) for noun in before for at in range(noun.first, noun.after))
    return any(word in _FIGURES for word in words)


def _of_bracket(sentence: Sentence) -> Attribution | None:
    """As in "airstrike kills a commander and two bodyguards (military media)."."""
    bracket = _BRACKET.search(sentence.kinds)
    if bracket is None or not _speaks(sentence, bracket.start(1)):
        return None
    at = bracket.start(1)
    speaker = Speaker(name_of(sentence, at, at + 1) or sentence.text(at), at)
    return Attribution(0, at, at, speaker, Stance.CLAIMED, "in brackets behind")


def _speaks(sentence: Sentence, index: int, *, party: bool = True) -> bool:
    """Whether a phrase is of somebody who publishes figures: an organ, a party, a medium."""
    noun, tokens = sentence.noun(index), sentence.tokens
    if noun.quantity is not None or noun.zero:
        return False
    last = tokens.word(noun.after - 1)
    senses = tokens.senses[noun.first : noun.after]
    organ = noun.head is not None and noun.head.code == ORGAN
    known = any(sense.role in ("reporter", "voice") for sense in senses)
    known = known or (party and any(sense.code == PARTY for sense in senses))
    return organ or known or last in _SPEAKING
