"""How a word tells of an engagement: as a new one, a known one, several, or only in passing."""

from __future__ import annotations

import re

from sahel_events.english.engagements.targets import head_word
from sahel_events.english.lexicon.senses import (
    ADVERB,
    AND,
    CAPITAL,
    DATE,
    OF,
    PLACE,
    PREPOSITION,
    PREPOSITIONS,
    RELATIVE,
    WORD,
)
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.syntax.chunks import NOUN, VERB, NounPhrase, Sentence

__all__ = [
    "is_aside",
    "is_definite",
    "is_ever",
    "is_other",
    "is_over",
    "is_plural",
    "is_remark",
    "is_spate",
]

_PERCEIVED = word_list("verbs of perceiving")
_SPATES = word_list("nouns for many attacks")
_IDEAS = word_list("what is attacked with words")
_UNREAL = word_list("no conflict") | word_list("words for other attacks and strikes")
_VAGUE = word_list("nouns for attacks and other things")


def is_aside(sentence: Sentence, verb: int) -> bool:
    """As in "freed a nurse who had been kidnapped": at an earlier time than what is told."""
    return sentence.kind(verb - 1) == RELATIVE and sentence.word(verb) == "had"


def is_ever(sentence: Sentence, verb: int) -> bool:
    """As in "women have been abducted": at some time until now."""
    return sentence.word(verb) in ("have", "has")


def is_plural(sentence: Sentence, noun: NounPhrase) -> bool:
    """Whether it is told of several together, or of none in particular: "clashes", "fighting"."""
    word = sentence.tokens.word(noun.head_at)
    bare = not (noun.definite or noun.indefinite or noun.quantity is not None)
    return (word.endswith("s") and not noun.definite) or (bare and word in _MASS)


def is_other(sentence: Sentence, noun: NounPhrase) -> bool:
    """As in "another attack", "a second mine", "the last attack in the city": none told before."""
    words = sentence.tokens.words(noun.first, noun.after).lower().split()
    return noun.others or noun.ordinal or not _EARLIER.isdisjoint(words)


_EARLIER = word_list("adjectives of others")


def is_spate(sentence: Sentence, index: int) -> bool:
    """As in "a surge of attacks", "an increase in attacks", "attacks there are rare"."""
    before = sentence.kind(index - 1) in PREPOSITIONS and sentence.is_noun(index - 2)
    if before and head_word(sentence, sentence.noun(index - 2)) in _SPATES:
        return True
    return _is_frequent(sentence, index)


def _is_frequent(sentence: Sentence, index: int) -> bool:
    """As in "attacks in the region have become more frequent"."""
    said = _SAID_OF.match(sentence.kinds, index + 1)
    if said is None:
        return False
    phrases = sentence.phrases[said.start("verb") : said.end()]
    return any(sentence.tokens.word(phrase.after - 1) in _MOSTLY for phrase in phrases)


#: The complements of a noun, its verb, and the words behind that.
_SAID_OF = re.compile(
    rf"(?:[{PREPOSITION}{OF}{WORD}{AND}]{{1,4}}{NOUN}){{0,4}}(?P<verb>{VERB})"
    rf"[{WORD}{ADVERB}{NOUN}]{{0,3}}"
)
_MOSTLY = word_list("adjectives of frequency")
_MASS = word_list("attacks that go on")
#: What compares an engagement with others: "the worst attack in years", "the second such raid".
_COMPARING = re.compile(r"\b(?:\w+est|worst|such)\b")


#: "the first clashes between them since 2015"
_SINCE = re.compile(r"[^,;.]{0,80}\bsince\b")


def is_remark(sentence: Sentence, index: int) -> bool:
    """Whether it only says more of an engagement: "it was the deadliest attack in years"."""
    noun, tokens = sentence.noun(index), sentence.tokens
    words = tokens.words(noun.first, noun.after).lower()
    if not _UNREAL.isdisjoint(words.split()) or _is_perceived(sentence, index):
        return True
    if _is_figure_of_speech(sentence, index):
        return True
    after = noun.after
    compound = after < len(tokens.codes) and tokens.codes[after] == WORD
    if compound and tokens.word(noun.head_at) in _VAGUE:
        return True  # "the operations centre"
    if not noun.definite:
        return False
    apposed = sentence.kind(index - 1) in (VERB, ",") or sentence.word_at(index - 1) == "in"
    first = noun.ordinal and _SINCE.match(tokens.text, tokens.ends[after - 1]) is not None
    return apposed and (first or _COMPARING.search(words) is not None)


def _is_figure_of_speech(sentence: Sentence, index: int) -> bool:
    """As in "an attack on the press", "teachers are on strike"."""
    if sentence.word_at(index - 1) == "on" and sentence.text(index).lower() == "strike":
        return True
    upon = sentence.word_at(index + 1) in ("on", "against") and sentence.is_noun(index + 2)
    return upon and head_word(sentence, sentence.noun(index + 2)) in _IDEAS


def _is_perceived(sentence: Sentence, index: int) -> bool:
    """As in "residents heard gunfire and explosions": the attack is told of elsewhere."""
    verb = sentence.kinds.rfind(VERB, 0, index)
    heard = verb >= 0 and sentence.tokens.word(sentence.verb(verb).main) in _PERCEIVED
    return heard and set(sentence.kinds[verb + 1 : index]) <= {NOUN, WORD, AND, ","}


def is_definite(sentence: Sentence, index: int) -> bool:
    """Whether the reader knows the engagement: "the attack", "the shooting and siege"."""
    noun, codes = sentence.noun(index), sentence.tokens.codes
    named = any(code in (PLACE, CAPITAL) for code in codes[noun.noun_from : noun.head_at])
    if (noun.definite and not named) or _is_dated(sentence, noun):
        return True
    joined = sentence.kind(index - 1) == AND and sentence.is_noun(index - 2)
    return joined and sentence.noun(index - 2).definite


def is_over(sentence: Sentence, index: int) -> bool:
    """As in "on 5 April, after the fall of the town, the rebels …": not later than that day."""
    opened = sentence.word_at(index - 1) in ("after", "following")
    return opened and _BEHIND_DAY.fullmatch(sentence.kinds, 0, index - 1) is not None


#: What opens a sentence with a day, or goes on with it: "on 5 April,", ", on Friday,".
_BEHIND_DAY = re.compile(rf"(?:{PREPOSITION}?{DATE})?,[{PREPOSITION}{DATE},]*")


def _is_dated(sentence: Sentence, noun: NounPhrase) -> bool:
    """As in "Thursday evening's attacks"."""
    before = sentence.tokens.text[: sentence.tokens.starts[noun.first]]
    return _DATED.search(before[-24:]) is not None


#: A day that owns what follows it.
_DATED = re.compile(r"(?:day|morning|evening|night|weekend|week|month)(?:\s\w+)?['’]s\s\Z")
