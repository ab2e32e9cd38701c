"""What a speaker is called: the words of a sentence that say who somebody is.

As in "the governor of Ségou", "a JNIM statement", "a local elected official".
"""

from __future__ import annotations

import re

from sahel_events.english.lexicon.senses import (
    ADJECTIVE,
    ADVERB,
    ARTICLE,
    ARTICLES,
    CAPITAL,
    COUNTRY,
    DETERMINER,
    NAMES,
    NO,
    NOBODY,
    NUMBER,
    OF,
    ORDINAL,
    ORGAN,
    OTHER,
    OWN,
    PARTY,
    PEOPLE,
    PLACE,
    POSSESSIVE,
    PREPOSITION,
    PREPOSITIONS,
    PRONOUN,
    QUANTITY,
    SUBORDINATOR,
    TITLE,
    VERBAL,
    WORD,
)
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.syntax.chunks import NOUN, VERB, NounPhrase, Sentence

__all__ = [
    "SCENES",
    "STATING",
    "apposed_name",
    "behind_codes",
    "first_phrase",
    "last_phrase",
    "name_of",
]

#: Plural people who speak for themselves: where they come from is no part of who they are.
_PUBLIC = frozenset(
    "residents villagers witnesses survivors locals inhabitants people demonstrators relatives "
    "shepherds".split()
)
#: What is said to state something instead of whoever published it.
_PAPERS = frozenset("statement statements communiqué communique bulletin release".split())
#: Prepositions of what still belongs to a speaker's office or name.
_COMPLEMENTS = frozenset(("in", "at", "for", "close to", "to", "from", "with"))
#: Adjectives that say where or how old somebody is, and not who.
_SEATED = re.compile(r"-(?:based|backed|led|linked|allied|aligned|run|old)\Z")
#: Nouns for places, which say nothing, and whose ministry or police it is goes without saying.
SCENES = word_list("targets") | {"country", "world", "province", "state", "territory", "continent"}
#: Offices that are told before a name, and are no part of it as ranks are.
_OFFICES = word_list("offices before names")
#: Classes of words before a name that are no part of it: articles, figures, adverbs.
_BARE = (DETERMINER, ARTICLE, QUANTITY, POSSESSIVE, OTHER, NO, ADVERB, ORDINAL)
#: Classes of words before which nothing of a speaker's name stands.
_BEGINNING = (*ARTICLES, POSSESSIVE, QUANTITY, PRONOUN, NO, OTHER, NOBODY)
#: Classes of words that can say who states something: people, organs, parties, countries, names.
STATING = frozenset((PEOPLE, ORGAN, COUNTRY, PARTY, CAPITAL))
#: What may stand among the words of a speaker, and what they begin behind.
_OF_SPEAKER = NAMES | {TITLE, WORD, ADJECTIVE, PEOPLE, ORGAN, NUMBER, VERBAL}
_BOUNDARIES = (",", ";", SUBORDINATOR, "", "-")


def name_of(sentence: Sentence, index: int, stop: int) -> str | None:
    """The words that say who it is, without article or figure; ``None`` if there are none."""
    noun, tokens = sentence.noun(index), sentence.tokens
    if noun.name is not None and _names(noun) and not _is_title(sentence, noun):
        first, after = noun.name
        if noun.definite and noun.head is None:  # "the Human Rights Commission of Pakistan"
            after = _behind_names(sentence, index, stop)
        while first < after - 1 and tokens.word(first) in _OFFICES:
            first += 1  # "spokesman Ali Sow", but "Colonel Ali Sow"
        return tokens.words(first, after)
    begins = sentence.phrases[first_phrase(sentence, index)].first
    first = behind_codes(tokens.codes, _BARE, begins, noun.after)
    while first < noun.after - 1 and _SEATED.search(tokens.word(first)):
        first += 1  # "the Britain-based observatory", "a 38-year-old woman"
    if tokens.codes.startswith(OWN, first + 1) and tokens.word(first) in SCENES:
        first += 2  # "the territory's health ministry"
    if first == noun.after:
        return None
    if tokens.word(noun.after - 1) in _PAPERS:
        return _publisher(sentence, index, first, stop)
    if _goes_on(sentence, index, stop):
        return tokens.words(first, sentence.phrases[stop].first)
    office = noun.name is not None or noun.head_at >= 0
    if office and tokens.word(noun.after - 1) not in _PUBLIC:
        return tokens.words(first, _behind_complements(sentence, index, stop)[1])
    return tokens.words(first, noun.after)


def first_phrase(sentence: Sentence, index: int) -> int:
    """The phrase in which the words of a speaker begin: "a local | elected | official"."""
    at = index
    while at > 0 and _is_within(sentence, at):
        at -= 1
    whole = (
        sentence.tokens.codes[sentence.phrases[at].first] in ARTICLES
        or sentence.kind(at - 1) == OWN
    )
    if whole or (sentence.kind(at - 1) in _BOUNDARIES and VERB not in sentence.kinds[at:index]):
        return at
    return index


def last_phrase(sentence: Sentence, index: int) -> int:
    """The phrase in which the words of a speaker end: "according to the state | aid agency"."""
    while sentence.is_noun(index + 1) and _is_within(sentence, index + 1):
        index += 1
    return index


def _is_within(sentence: Sentence, at: int) -> bool:
    """Whether what stands before a phrase belongs to the same speaker as the phrase."""
    codes, before, phrase = sentence.tokens.codes, sentence.phrases[at - 1], sentence.phrases[at]
    if codes[phrase.first] in _BEGINNING:
        return False
    first = before.first + (before.kind == NOUN and codes[before.first] in ARTICLES)
    return first < before.after and set(codes[first : before.after]) <= _OF_SPEAKER


def _goes_on(sentence: Sentence, index: int, stop: int) -> bool:
    """As in "a police spokeswoman said": nouns that no list has stand before the verb."""
    between = sentence.kinds[index + 1 : stop]
    return between in (WORD, WORD + WORD) and sentence.is_verb(stop)


def _names(noun: NounPhrase) -> bool:
    """Whether the name of a phrase says all: "governor Ali Sow", "the rebel alliance CMA"."""
    if noun.head is None:
        return True
    word = noun.head.noun
    return not word.thing if word is not None else noun.head.role == "voice"


def _is_title(sentence: Sentence, noun: NounPhrase) -> bool:
    """As in "a spokesman for the army": an office, and nobody's name."""
    assert noun.name is not None
    return set(sentence.tokens.codes[slice(*noun.name)]) == {TITLE}


def behind_codes(codes: str, skipped: tuple[str, ...], first: int, stop: int) -> int:
    """The first word from ``first`` that is of none of the classes, or ``stop``."""
    while first < stop and codes[first] in skipped:
        first += 1
    return first


def _publisher(sentence: Sentence, index: int, first: int, stop: int) -> str:
    """Whose statement it is: "a JNIM statement", "a communiqué of the armed forces"."""
    tokens, noun = sentence.tokens, sentence.noun(index)
    after = noun.after - 1
    while after > first and tokens.codes[after - 1] == OWN:
        after -= 1
    owner = tokens.codes.rfind(OWN, first, after)
    if owner > first and tokens.codes[owner - 1] in (*STATING, PLACE):
        return tokens.words(first, owner)  # "the FLA's final bulletin"
    if after > first and tokens.codes[after - 1] in STATING:
        return tokens.words(first, after)
    if (
        sentence.kind(index + 1) in PREPOSITIONS
        and sentence.word(index + 1) in ("of", "from", "by")
        and sentence.is_noun(index + 2)
        and index + 2 < stop
    ):
        named = name_of(sentence, index + 2, stop)
        if named is not None:
            return named
    return tokens.words(first, noun.after)


def _behind_complements(sentence: Sentence, index: int, stop: int) -> tuple[int, int]:
    """Where the words end that say which official it is: "of Ségou", "close to the talks".

    The last phrase of them, and the word behind them.
    """
    at = index
    while (
        at + 2 < stop and sentence.kind(at + 2) in (NOUN, WORD) and _complements(sentence, at + 1)
    ):
        at += 2
    return at, sentence.phrases[at].after


def _complements(sentence: Sentence, joint: int) -> bool:
    """Whether a preposition opens what belongs to an office: not so "after" and "during"."""
    kind = sentence.kind(joint)
    if sentence.kind(joint + 1) == WORD:
        return kind == OF  # "the ministry of defence"
    if kind == PREPOSITION and sentence.word(joint) == "in":  # not "a doctor in the capital"
        noun = sentence.noun(joint + 1)
        return not NAMES.isdisjoint(sentence.tokens.codes[noun.first : noun.after])
    return kind == OF or (kind == PREPOSITION and sentence.word(joint) in _COMPLEMENTS)


def _behind_names(sentence: Sentence, index: int, stop: int) -> int:
    """Behind what "of" adds to a name: "the Archbishop of Gao"."""
    named = sentence.reads(index + 1, OF, NOUN) and index + 2 < stop
    if named and sentence.noun(index + 2).name is not None:
        return sentence.phrases[index + 2].after
    return sentence.phrases[index].after


def apposed_name(sentence: Sentence, index: int, stop: int) -> int | None:
    """The phrase with the name of a person: "a spokesman for the hospital, Oumar Sall, said"."""
    if not _is_one_person(sentence, index):
        return None
    last, _ = _behind_complements(sentence, index, stop)
    if not sentence.reads(last + 1, ",", NOUN, ",") or last + 2 >= stop:
        return None
    noun, codes = sentence.noun(last + 2), sentence.tokens.codes
    if noun.name is None or noun.head is not None or noun.definite:
        return None
    return last + 2 if set(codes[noun.first : noun.after]) <= {CAPITAL, TITLE} else None


def _is_one_person(sentence: Sentence, index: int) -> bool:
    """Whether a phrase tells of one man by his office: "a doctor", "the Gao State Governor"."""
    noun = sentence.noun(index)
    if noun.head is None:
        unknown = noun.head_at >= 0 and not sentence.tokens.word(noun.head_at).endswith("s")
        return unknown or sentence.tokens.codes[noun.after - 1] == TITLE
    word = noun.head.noun
    return word is not None and not (word.thing or word.plural)
