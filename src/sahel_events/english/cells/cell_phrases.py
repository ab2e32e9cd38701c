"""The phrases around a figure: who is counted, and what became of them.

Each reader takes terms and a position, and gives what it found and the position behind it.
"""

from __future__ import annotations

import re
from collections.abc import Container

from sahel_events.english.cells.figure import Noun
from sahel_events.english.cells.terms import Term
from sahel_events.english.lexicon.party_names import Names, is_acronym
from sahel_events.english.lexicon.words import Effect, Kind, Word
from sahel_events.kinds import CIVIL_CATEGORIES, CIVILIANS
from sahel_events.registry.countries import Country

__all__ = ["belongs_to_nobody", "capitalised", "read_effects", "read_noun"]

#: Models of vehicles, aircraft and guns: "VP11s", "Su-25", "BRDM-2", "SM.82", "52s"; no ordinals.
_DESIGNATION = re.compile(r"(?=.*\d)(?!\d+(?:st|nd|rd|th)\b)[\w.-]+(?: \d+\w*)?")
#: What stands in front of a model's number: "Bf 109", "Ju 52s".
_MODEL_PREFIX = re.compile(r"[A-Z][A-Za-z]{0,3}")
_IN_NOUN = frozenset(
    (Kind.WORD, Kind.PERSON, Kind.THING, Kind.COUNTRY, Kind.UNIT, Kind.OTHERS, Kind.CLAIMANT)
)
#: Words that stand before a noun in other uses: "1 heavy cruiser", "2 land mines".
_ADJECTIVES = frozenset((Kind.DEGREE, Kind.REMARK, Kind.OTHERS))
#: What follows the number of a model: "30 Bf 110 fighters", "1 Su 25 lost".
_BEHIND_MODEL = frozenset((Kind.CONJUNCTION, Kind.DEGREE, Kind.OUTCOME, Kind.PERSON, Kind.THING))
_STOP = frozenset(
    "for from with to of at by during after before because due while when where who which that and "
    "aboard near into onto under since until "
    "per as against between among than but if not only all most had did".split()
)
_ARTICLES = frozenset(("a", "an", "the", "another"))
_THINGS_OF_NO_PARTY = frozenset(("building", "animal", "supply"))


def capitalised(term: Term) -> bool:
    """Whether a term is written as a name is, or begins with an ordinal ("29th")."""
    return term.text[:1].isupper() or term.text[:1].isdigit()


def read_noun(
    terms: list[Term], start: int, end: int, text: str, labels: Container[int], names: Names
) -> tuple[Noun | None, int]:
    """The noun phrase that begins at ``start``: "BIR soldiers", "guns and mortars", "VP11s"."""
    position = start
    while position < end and position not in labels and _continues(terms, position, start, end):
        position += 1
        if _joins_another(terms, position, end, labels):
            position += 1
    position = _without_verbs(terms, start, position)
    if position == start:
        return None, start
    return _noun(terms[start:position], text, names), position


def _continues(terms: list[Term], position: int, start: int, end: int) -> bool:
    term = terms[position]
    if term.kind is Kind.OUTCOME:
        return (
            isinstance(term.value, Effect)
            and term.value.victims
            and not _has_head(terms, start, position)
        )
    if term.kind is Kind.QUANTITY:  # "30 Bf 110 fighters": part of a model's name
        before = terms[position - 1]
        return (
            position > start
            and before.kind is Kind.WORD
            and _MODEL_PREFIX.fullmatch(before.text) is not None
            and before.end + 1 == term.start
            and term.text.isdigit()
            and position + 1 < end
            and terms[position + 1].kind in _BEHIND_MODEL
        )
    if term.kind is Kind.COUNTRY and position > start and position + 1 < len(terms):
        return terms[position + 1].kind is not Kind.QUANTITY  # "18 invalid U.S. 27 killed"
    if term.kind is Kind.WORD:
        return term.text.lower() not in _STOP or term.text == "AT"
    if term.kind in _ADJECTIVES:
        return True
    if term.kind is Kind.ADVERB:
        return False
    return term.kind in _IN_NOUN


def _without_verbs(terms: list[Term], start: int, end: int) -> int:
    """Leave out what trails the head: the verb of "troops caught in an encirclement"."""
    heads = [
        i
        for i in range(start, end)
        if terms[i].kind in (Kind.PERSON, Kind.THING, Kind.OUTCOME)
        or _DESIGNATION.fullmatch(terms[i].text)
    ]
    trailing = (Kind.DEGREE, Kind.REMARK)
    while end > start and (
        terms[end - 1].kind in trailing
        or (heads and heads[-1] < end - 1 and _is_verb(terms[end - 1]))
    ):
        end -= 1
    return end


def _is_verb(term: Term) -> bool:
    return term.kind is Kind.WORD and term.text.isalpha() and term.text.islower()


def _has_head(terms: list[Term], start: int, position: int) -> bool:
    return any(term.kind in (Kind.PERSON, Kind.THING) for term in terms[start:position])


def _joins_another(terms: list[Term], position: int, end: int, labels: Container[int]) -> bool:
    """Whether "and" ties a second noun to the phrase, as in "guns and mortars"."""
    return (
        position + 1 < end
        and terms[position].kind is Kind.CONJUNCTION
        and terms[position + 1].kind in (Kind.PERSON, Kind.THING, Kind.WORD, Kind.COUNTRY)
        and terms[position + 1].text.lower() not in _STOP
        and terms[position + 1].text.lower() not in _ARTICLES
        and not any(index in labels for index in (position, position + 1))
    )


def _noun(terms: list[Term], text: str, names: Names) -> Noun:
    noun = Noun(" ".join(text[terms[0].start : terms[-1].end].split()))
    designated = any(_DESIGNATION.fullmatch(term.text) for term in terms)
    for term in terms:  # the last word that is known decides: "2 tank crewmen" are people
        if isinstance(term.value, Word):
            word = term.value
            noun.thing = designated or term.kind is Kind.THING
            noun.category, noun.implied = word.category, None
            last = term is terms[-1]
            noun.singular, noun.plural = (word.singular, word.plural) if last else (None, False)
        elif term.kind is Kind.OUTCOME and isinstance(term.value, Effect):
            noun.thing, noun.category, noun.implied = False, "prisoners", term.value
        elif term.kind is Kind.COUNTRY and isinstance(term.value, Country):
            noun.country = term.value
        elif term.kind is Kind.OTHERS:
            noun.others = True
        elif term.kind is Kind.UNIT:
            noun.thing = True if noun.thing is None else noun.thing
    if noun.thing is None and designated:
        noun.thing = True
    noun.party = _party(noun, terms, names)
    return noun


def _party(noun: Noun, terms: list[Term], names: Names) -> str | None:
    if noun.category in CIVIL_CATEGORIES:
        return CIVILIANS
    for term in terms:
        if term.kind in (Kind.WORD, Kind.PERSON) and is_acronym(term.text):
            if (known := names.resolve(term.text)) is not None:
                return known
            if noun.category == "militia" and term.kind is Kind.PERSON:
                return term.text
        elif term.kind is Kind.WORD and capitalised(term) and (known := names.begins(term.text)):
            return known
    if noun.country is not None:
        return names.resolve(noun.country.name)
    return names.resolve(noun.text)


def belongs_to_nobody(noun: Noun | None) -> bool:
    """Whether the things are of a kind that a party does not own for being on its side."""
    return noun is not None and bool(noun.thing) and noun.category in _THINGS_OF_NO_PARTY


def read_effects(
    terms: list[Term], start: int, end: int, labels: Container[int]
) -> tuple[list[Effect], int]:
    """The outcomes listed from ``start`` on: "killed", "killed, wounded or captured", "KIA/MIA"."""
    effects: list[Effect] = []
    position = start
    while position < end and position not in labels:
        term = terms[position]
        if term.kind is not Kind.OUTCOME or not isinstance(term.value, Effect):
            break
        effects.append(term.value)
        position += 1
        following = _next_listed(terms, position, end, labels)
        if following is None:
            break
        position = following
    return effects, position


def _next_listed(terms: list[Term], position: int, end: int, labels: Container[int]) -> int | None:
    """Where the next outcome of a list stands, behind ", or", "and", "/" …; else ``None``."""
    index = position
    while index < end and terms[index].kind in (Kind.SEPARATOR, Kind.CONJUNCTION, Kind.ADVERB):
        if terms[index].text in ";.":
            return None
        index += 1
    listed = (
        position < index < end
        and index not in labels
        and terms[index].kind is Kind.OUTCOME
        and any(terms[i].kind is not Kind.ADVERB for i in range(position, index))
    )
    return index if listed else None
