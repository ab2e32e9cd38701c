"""Who fought, and what was struck: the parties and the places among the phrases of a sentence."""

from __future__ import annotations

from sahel_events.english.lexicon.senses import AND, CAPITAL, COUNTRY, PARTY, PLACE, PREPOSITION
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.parties.party_of_loss import Sides, party_of_phrase
from sahel_events.english.syntax.chunks import NOUN, NounPhrase, Sentence
from sahel_events.english.syntax.coordination import list_before, list_from
from sahel_events.kinds import CIVILIANS, FIGHTING_CATEGORIES

__all__ = [
    "bears_arms",
    "head_word",
    "is_known_place",
    "is_target",
    "landmark",
    "parties_of",
    "places_of",
]

_TARGETS = word_list("targets")
_LANDMARKS = word_list("landmarks")
_CIVIL_TARGETS = word_list("civilian targets")
_SOLDIERLY = word_list("words for soldiers")


def parties_of(sentence: Sentence, index: int | None, sides: Sides) -> list[str]:
    """The parties of a phrase and of those in one list with it, as the document calls them."""
    if index is None:
        return []
    names = (_party(sentence, member, sides) for member in list_before(sentence, index))
    return list(dict.fromkeys(name for name in names if name is not None))


def _party(sentence: Sentence, index: int, sides: Sides) -> str | None:
    """A phrase's party; where it is of none, the noun for its people: "gunmen"."""
    name = party_of_phrase(sentence, index, sides)
    noun = sentence.noun(index)
    if name is None and _holds_civilians(sentence, noun):
        return CIVILIANS
    if name is not None or noun.head is None or noun.head.noun is None:
        return name
    people = not noun.head.noun.thing and noun.pronoun is None
    return sentence.tokens.words(noun.head_at, noun.head_at + 1) if people else None


def _holds_civilians(sentence: Sentence, noun: NounPhrase) -> bool:
    """As in "raided the weekly market of Boni"; not "attacked the army camp at the market"."""
    if head_word(sentence, noun) not in _CIVIL_TARGETS:
        return False
    words = (sentence.tokens.word(at) for at in range(noun.first, noun.after))
    return not any(word in _SOLDIERLY for word in words)


def bears_arms(sentence: Sentence, index: int | None, sides: Sides) -> bool:
    """Whether a phrase is that of fighters or of a party: "Wagner forces", not "refugees"."""
    if index is None:
        return False
    noun = sentence.noun(index)
    word = noun.head.noun if noun.head is not None else None
    if word is not None and (word.category in _FIGHTERS or head_word(sentence, noun) == "men"):
        return True
    return party_of_phrase(sentence, index, sides) not in (None, CIVILIANS)


_FIGHTERS = FIGHTING_CATEGORIES | {"police"}


def is_target(sentence: Sentence, index: int) -> bool:
    """Whether it is something that is attacked or taken as a place: "the barracks"."""
    noun = sentence.noun(index)
    return noun.quantity is None and head_word(sentence, noun) in _TARGETS


def is_known_place(sentence: Sentence, struck: list[int], capture: bool) -> bool:
    """Whether what was attacked is the place told of before: "the town", or "it" if taken."""
    if len(struck) != 1:
        return False
    noun = sentence.noun(struck[0])
    if noun.pronoun == "it":
        return capture
    bare = noun.definite and not noun.possessive and noun.after - noun.first == 2
    return bare and noun.of is None and head_word(sentence, noun) in _LOCALITIES


_LOCALITIES = word_list("settlements")
_AREAS = word_list("areas that others lie in")


def head_word(sentence: Sentence, noun: NounPhrase) -> str:
    """The word for what a phrase names, in lower case; "" for a name or a bare figure."""
    return sentence.tokens.word(noun.head_at) if noun.head_at >= 0 else ""


def places_of(sentence: Sentence, nouns: list[int], *, known: bool = False) -> list[str]:
    """The places among what was attacked or taken: "Bourem, Léré and Dioura", "the town of Ber".

    ``known`` says that a name that nobody knows may be that of a person.
    """
    found: list[str] = []
    for index in nouns:
        noun = sentence.noun(index)
        target = head_word(sentence, noun) in _TARGETS
        apposed = target and noun.quantity is not None and sentence.reads(index + 1, ",", NOUN)
        of = noun.of if target else None
        at = index + 2 if apposed else of  # "three towns, Ber, Léré and Gao"
        named = _named(sentence, at) if at is not None else []
        place = None if named else _place(sentence, noun, known)
        found += named or ([place] if place is not None else [])
    return found


def _named(sentence: Sentence, of: int) -> list[str]:
    """The names behind a target: "the towns of Tessalit and Khalil"."""
    members = list_from(sentence, of)
    end = members[-1] + 1 if members else of
    if sentence.reads(end, AND, PREPOSITION, NOUN):
        members.append(end + 2)  # "and in Khalil"
    nouns = [sentence.noun(at) for at in members]
    codes = sentence.tokens.codes
    return [
        sentence.tokens.words(*noun.name)
        for noun in nouns
        if noun.name is not None
        and noun.head is None
        and _can_be_place(codes[noun.name[0] : noun.name[1]])
    ]


def _place(sentence: Sentence, noun: NounPhrase, known: bool) -> str | None:
    """The place that a phrase names, by its name or as a target with one: "the Gao barracks"."""
    tokens = sentence.tokens
    target = head_word(sentence, noun) in _TARGETS
    if noun.name is not None and noun.head is None:
        codes = tokens.codes[noun.name[0] : noun.name[1]]
        person = known and PLACE not in codes and len(codes) > 1
        return tokens.words(*noun.name) if _can_be_place(codes) and not person else None
    codes = tokens.codes[noun.noun_from : noun.after]
    if target and codes.count(PLACE) == 1:  # "the Gao barracks", but "the Gao region"
        at = noun.noun_from + codes.index(PLACE)
        return tokens.words(at, noun.after if head_word(sentence, noun) in _AREAS else at + 1)
    named = target and (PLACE in codes or CAPITAL in codes)
    return tokens.words(noun.noun_from, noun.after) if named else None


def landmark(sentence: Sentence, nouns: list[int]) -> str | None:
    """A building of which a place has one, by its words: "the presidential palace"."""
    for noun in map(sentence.noun, nouns):
        told_apart = noun.definite and noun.head_at > noun.noun_from
        if told_apart and head_word(sentence, noun) in _LANDMARKS:
            return sentence.tokens.words(noun.noun_from, noun.after)
    return None


def _can_be_place(codes: str) -> bool:
    """Whether a name of words of these classes can be that of a place, and not of a party."""
    return PARTY not in codes and COUNTRY not in codes and (PLACE in codes or CAPITAL in codes)
