"""The forms of English verbs: "shoot dead", "shoots dead", "shot dead", "shooting dead".

The tables give a verb's base, with the words that belong to it. Its forms are made by rule; those
that no rule makes stand in ``data/irregular_verbs.csv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache

from attrs import frozen

from sahel_events.csv_tables import rows

__all__ = ["Form", "forms", "plural"]


class Form(Enum):
    """The form of a verb."""

    BASE = "base"
    THIRD = "third person"
    PAST = "past"
    PARTICIPLE = "participle"
    #: past and participle alike, as nearly all verbs have it
    PAST_OR_PARTICIPLE = "past or participle"
    ING = "-ing"

    @property
    def is_participle(self) -> bool:
        """Whether it can follow "was", or stand behind a noun without it."""
        return self in (Form.PARTICIPLE, Form.PAST_OR_PARTICIPLE)

    @property
    def is_past(self) -> bool:
        """Whether it tells of the past without an auxiliary: "killed", "fell"."""
        return self in (Form.PAST, Form.PAST_OR_PARTICIPLE)


@frozen
class _Paradigm:
    """What one verb looks like in each form."""

    base: str
    third: str
    past: str
    participle: str
    ing: str

    def forms(self) -> Iterator[tuple[str, Form]]:
        yield self.base, Form.BASE
        yield self.third, Form.THIRD
        yield self.ing, Form.ING
        if self.past == self.participle:
            yield self.past, Form.PAST_OR_PARTICIPLE
        else:
            yield self.past, Form.PAST
            yield self.participle, Form.PARTICIPLE


def forms(phrase: str) -> Iterator[tuple[str, Form]]:
    """Every form of a verb with the words that belong to it.

    It is not always the first word that changes, nor one word alone.

    >>> [form for form, _ in forms("fatally shoot")]
    ['fatally shoot', 'fatally shoots', 'fatally shooting', 'fatally shot']
    >>> [form for form, _ in forms("shoot and kill")]
    ['shoot and kill', 'shoots and kills', 'shooting and killing', 'shot and killed']
    """
    words = phrase.split(" ")
    verb = next(at for at, word in enumerate(words) if not word.endswith("ly"))
    before, behind = words[:verb], words[verb + 1 :]
    found: dict[tuple[str, Form], None] = {}
    for paradigm in _paradigms(words[verb]):
        for form, kind in paradigm.forms():
            made = " ".join((*before, form, *_agreeing(behind, kind)))
            found[made, kind] = None
    yield from found


def _agreeing(words: list[str], kind: Form) -> list[str]:
    """The words behind a verb, with the verb behind "and" in the same form: "shot and killed"."""
    if len(words) < 2 or words[0] != "and":
        return words
    second = {form: word for word, form in _paradigms(words[1])[0].forms()}
    either = second.get(Form.PAST_OR_PARTICIPLE, words[1])
    return ["and", second.get(kind, either), *words[2:]]


# -- by table, and by rule ------------------------------------------------------------------------


@cache
def _irregular() -> dict[str, tuple[_Paradigm, ...]]:
    """The verbs of the table; a verb that has several rows has several paradigms."""
    found: dict[str, tuple[_Paradigm, ...]] = {}
    for row in rows(__package__, "irregular_verbs.csv"):
        base = row["base"]
        ing = row["ing"] or _with_ing(base)
        made = _Paradigm(base, third_person(base), row["past"], row["participle"], ing)
        found[base] = (*found.get(base, ()), made)
    return found


def _paradigms(verb: str) -> tuple[_Paradigm, ...]:
    regular = _with_ed(verb)
    made = _Paradigm(verb, third_person(verb), regular, regular, _with_ing(verb))
    return _irregular().get(verb, (made,))


def third_person(verb: str) -> str:
    """As in "carries", "clashes", "goes"."""
    return "has" if verb == "have" else _with_s(verb)


def plural(noun: str) -> str:
    """The regular plural of a noun, of which the word before "of" changes: "exchanges of fire"."""
    head, of, rest = noun.partition(" of ")
    if head.endswith("sis"):
        return f"{head[:-2]}es{of}{rest}"  # "crises"
    return f"{_with_s(head)}{of}{rest}"


def _with_s(word: str) -> str:
    if word.endswith(("s", "sh", "ch", "x", "z", "o")):
        return word + "es"
    if _ends_in_consonant_and_y(word):
        return word[:-1] + "ies"
    return word + "s"


def _with_ed(verb: str) -> str:
    """As in "wounded", "captured", "buried", "stabbed"."""
    if verb.endswith("e"):
        return verb + "d"
    if _ends_in_consonant_and_y(verb):
        return verb[:-1] + "ied"
    return _doubled(verb) + "ed"


def _with_ing(verb: str) -> str:
    """As in "wounding", "capturing", "dying", "freeing", "cutting"."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


#: One syllable that ends in a single vowel and a consonant, "stab"; or any that end in a vowel and
#: l, "expel".
_DOUBLES = re.compile(r"(?:[^aeiou]*|qu)[aeiouy][bdfgklmnprstvz]|[a-z-]*[^aeiou][aeiou]l")


def _doubled(verb: str) -> str:
    """The verb with its last letter twice, where it is before "-ed" and "-ing"."""
    return verb + verb[-1] if _DOUBLES.fullmatch(verb) else verb


def _ends_in_consonant_and_y(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in ("a", "e", "i", "o", "u")
