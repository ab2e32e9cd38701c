"""Who attacked whom: the first sentence of an article that says it.

"On 4 March 2031, fighters of the CMA raided the Malian camp of Tin Zaba": the party named last
before the verb attacked, the one named first behind it was attacked.
"""

from __future__ import annotations

import re

from attrs import frozen

from sahel_events.english.cells.terms import Term, read_terms
from sahel_events.english.lexicon.party_names import Names, is_acronym
from sahel_events.english.lexicon.words import Kind
from sahel_events.registry.countries import Country

__all__ = ["Opposed", "read_lead"]

_ATTACKED = re.compile(
    r"\b(?:attack|ambush|raid|assault|storm|bomb|shell|besiege|captur|strik|struck|fought|clash|overran"
    r"|engag)\w*\b"
)
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
    verb = _ATTACKED.search(sentence)
    if verb is None:
        return None
    terms = read_terms(sentence)
    passive = re.search(r"\b(?:was|were|been)\s+\Z", sentence[: verb.start()]) is not None
    before = [p for t in terms if t.end <= verb.start() and (p := _party(t, names))]
    after = [p for t in terms if t.start >= verb.end() and (p := _party(t, names))]
    if not before or not after or before[-1] == after[0]:
        return None
    return Opposed(after[0], before[-1]) if passive else Opposed(before[-1], after[0])


def _party(term: Term, names: Names) -> str | None:
    if term.kind is Kind.COUNTRY and isinstance(term.value, Country):
        return names.resolve(term.value.name) if term.text in term.value.demonyms else None
    if term.kind in (Kind.WORD, Kind.PERSON) and is_acronym(term.text):
        return names.resolve(term.text) or term.text
    return None
