"""Phrases of a list that add nobody: "One French pilot, Lieutenant Damien Boiteux," is one man."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sahel_events.english.lexicon.senses import AND
from sahel_events.english.syntax.chunks import Sentence
from sahel_events.english.syntax.quantifiers import ONE, is_bare, quantity_of

__all__ = ["without_appositions"]


def without_appositions(sentence: Sentence, nouns: Iterable[int]) -> Iterator[int]:
    """The phrases of a list, less those that only say more of the one before.

    "A guard, a driver and a cook" are three. A name that explains a phrase becomes its name.
    """
    listed = list(nouns)
    kept: list[int] = []
    for position, noun in enumerate(listed):
        if kept and (_explains(sentence, listed, position) or _describes(sentence, kept[-1], noun)):
            phrase, before = sentence.noun(noun), sentence.noun(kept[-1])
            if phrase.name is not None and before.name is None:
                before.name = phrase.name
        elif not kept or not _is_age(sentence, noun):
            kept.append(noun)
    yield from kept


def _explains(sentence: Sentence, nouns: list[int], position: int) -> bool:
    """As in "a pilot, Damien Boiteux", "the mayor, a teacher": one person, said twice."""
    noun, before = sentence.noun(nouns[position]), sentence.noun(nouns[position - 1])
    between = sentence.kinds[nouns[position - 1] + 1 : nouns[position]]
    if AND in between or "," not in between:
        return False
    if quantity_of(before, sentence) != ONE or not _is_one_person(sentence, nouns[position]):
        return False
    if noun.name is not None and before.name is None:
        return True
    joined_later = AND in sentence.kinds[nouns[position] : nouns[-1]]
    return not joined_later and not noun.definite


def _describes(sentence: Sentence, before: int, noun: int) -> bool:
    """As in "Aliou Toure, a leader and the commissioner of the town": all say who he was."""
    person = sentence.noun(before)
    if person.name is None or person.head is not None or "," not in sentence.kinds[before:noun]:
        return False
    one = _is_one_person(sentence, noun) or _is_one_of(sentence, noun)
    return sentence.noun(noun).name is None and one


def _is_one_of(sentence: Sentence, index: int) -> bool:
    """As in "Abou Salla, one of the group's three emirs,"."""
    noun = sentence.noun(index)
    return noun.quantity == ONE and sentence.text(index).lower().startswith("one of ")


def _is_one_person(sentence: Sentence, index: int) -> bool:
    """Whether a phrase means one, without a figure; "his brother" is always somebody else."""
    noun = sentence.noun(index)
    return quantity_of(noun, sentence) == ONE and noun.quantity is None and not noun.possessive


def _is_age(sentence: Sentence, noun: int) -> bool:
    """As in "a farmer, Issoufou Harouna, 54,"."""
    alone = sentence.kind(noun - 1) == "," and not sentence.is_verb(noun + 1)
    return alone and is_bare(sentence.noun(noun))
