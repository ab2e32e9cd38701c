"""What stands in brackets behind a figure: a date, a claimant, a place, parts, or a remark."""

from __future__ import annotations

from enum import Enum, auto

from sahel_events.language.figures import Figure
from sahel_events.language.lexicon import Effect, Kind
from sahel_events.language.names import Names, is_acronym
from sahel_events.language.phrases import capitalised
from sahel_events.language.terms import Term

__all__ = ["Bracket", "closing", "kind_of_bracket"]

_WORDS = frozenset((Kind.WORD, Kind.COUNTRY, Kind.CLAIMANT, Kind.UNIT, Kind.PERSON, Kind.CONJUNCTION))
_APPROXIMATE = frozenset(("estimated", "estimate", "estimates", "est", "approx", "approximately"))


class Bracket(Enum):
    """What a bracket is to the figure before it."""

    EMPTY = auto()
    DATE = auto()
    CLAIMANT = auto()
    ESTIMATED = auto()
    OUTCOMES = auto()
    PARTS = auto()
    PLACE = auto()
    REMARK = auto()


def closing(terms: list[Term], opening: int, end: int) -> int:
    """The term that closes the bracket; the end of its line, where none does."""
    depth = 0
    for index in range(opening, end):
        kind = terms[index].kind
        depth += (kind is Kind.BRACKET_OPEN) - (kind is Kind.BRACKET_CLOSE)
        if depth == 0:
            return index
    for index in range(opening + 1, end):
        if terms[index].kind is Kind.NEWLINE:
            return index
    return end


def kind_of_bracket(inner: list[Term], figure: Figure | None, names: Names) -> Bracket:
    """What the terms between the brackets are."""
    kinds = [term.kind for term in inner]
    if not inner:
        return Bracket.EMPTY
    if all(term.text.lower() in _APPROXIMATE or term.kind is Kind.SEPARATOR for term in inner):
        return Bracket.ESTIMATED
    if _counts(inner, kinds):
        return Bracket.PARTS
    if Kind.CLAIM in kinds or kinds[0] in (Kind.PER, Kind.BY) or _names_someone(inner, names):
        return Bracket.CLAIMANT
    if all(kind in (Kind.OUTCOME, Kind.SEPARATOR, Kind.CONJUNCTION) for kind in kinds):
        return Bracket.OUTCOMES
    told = next((kind for kind in kinds if kind not in (Kind.AUXILIARY, Kind.ADVERB)), None)
    if told is Kind.OUTCOME and figure is not None and not figure.effects:
        return Bracket.OUTCOMES
    if kinds == [Kind.DATE]:
        return Bracket.DATE
    if kinds[0] is Kind.OF_PLACE and len(inner) > 1 and capitalised(inner[1]):
        return Bracket.PLACE
    return Bracket.REMARK


def _counts(inner: list[Term], kinds: list[Kind]) -> bool:
    """Whether figures are counted inside."""
    if Kind.QUANTITY in kinds or (Kind.NOTHING in kinds and Kind.OUTCOME in kinds):
        return True
    both = inner[0].text.lower() == "both"
    return both and any(isinstance(term.value, Effect) for term in inner)


def _names_someone(inner: list[Term], names: Names) -> bool:
    """Whether the bracket is nothing but the name of a party or of an office."""
    if any(term.kind not in _WORDS for term in inner):
        return False
    if any(term.kind is Kind.WORD and not capitalised(term) for term in inner):
        return False
    text = " ".join(term.text for term in inner)
    if names.resolve(text) or names.begins(text) or inner[-1].kind is Kind.CLAIMANT:
        return inner[-1].kind is not Kind.PERSON
    return len(inner) == 1 and is_acronym(inner[0].text)
