"""Who attacked whom: the first sentence of an article that says it.

"On 4 March 2031, fighters of the CMA raided the Malian camp of Tin Zaba": the party named last
before the verb attacked, the one named first behind it was attacked.
"""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from sahel_events.english.cells.terms import Term, read_terms
from sahel_events.english.lexicon.attacks import attacks_in_text
from sahel_events.english.lexicon.party_names import Names, is_acronym
from sahel_events.english.lexicon.verb_forms import Form
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.lexicon.words import Kind
from sahel_events.kinds import EngagementKind
from sahel_events.registry.countries import Country

__all__ = ["Opposed", "read_lead"]

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|\Z)[^.!?\n]*)*")


@frozen
class Opposed:
    """The two parties of an engagement, by name."""

    attacker: str
    defender: str


def read_lead(text: str, names: Names, sentences: int = 3) -> Opposed | None:
    """The two parties that one of the first sentences opposes; ``None`` when none does."""
    for match in list(_SENTENCE.finditer(text))[:sentences]:
        found = _opposed(match.group(), names)
        if found is not None:
            return found
    return None


def _opposed(sentence: str, names: Names) -> Opposed | None:
    """The parties beside the first word of attack that has one on either side."""
    parties = [(term, name) for term in read_terms(sentence) if (name := _party(term, names))]
    for word in _pattern().finditer(sentence):
        before = [name for term, name in parties if term.end <= word.start()]
        after = [name for term, name in parties if term.start >= word.end()]
        if before and after:
            if before[-1] == after[0]:
                return None
            pair = (before[-1], after[0])
            return Opposed(*(reversed(pair) if _is_passive(sentence, word) else pair))
    return None


def _is_passive(sentence: str, word: re.Match[str]) -> bool:
    """As in "the camp was first attacked": who stands before the verb was attacked."""
    return re.search(r"\b(?:was|were|been)\s+(?:\w+\s+)?\Z", sentence[: word.start()]) is not None


#: Frames of the verbs that stand between who attacked and who was attacked.
_BETWEEN = ("attack", "capture", "clash")


@cache
def _pattern() -> re.Pattern[str]:
    """Verbs of attack, and with them nouns such as "raid"; "battle" is what all of this is."""
    words = (
        word
        for word, attack in attacks_in_text()
        if attack.frame in _BETWEEN
        and word not in word_list("forms of take")  # "took place"
        and (attack.form not in (Form.BASE, Form.THIRD) or attack.kind is not EngagementKind.BATTLE)
    )
    longest = sorted(dict.fromkeys(words), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")


def _party(term: Term, names: Names) -> str | None:
    if term.kind is Kind.COUNTRY and isinstance(term.value, Country):
        return names.resolve(term.value.name) if term.text in term.value.demonyms else None
    if term.kind in (Kind.WORD, Kind.PERSON) and is_acronym(term.text):
        return names.resolve(term.text) or term.text
    return None
