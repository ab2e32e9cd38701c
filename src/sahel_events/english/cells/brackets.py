"""What stands in brackets behind a figure: a date, a claimant, a place, parts, or a remark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum, auto

from attrs import evolve

from sahel_events.english.cells.cell_phrases import capitalised
from sahel_events.english.cells.figure import CellKind, Figure
from sahel_events.english.cells.labels import claimant_of
from sahel_events.english.cells.state import CellState
from sahel_events.english.cells.terms import Term
from sahel_events.english.lexicon.party_names import Names, is_acronym
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.lexicon.words import Effect, Kind
from sahel_events.kinds import Outcome
from sahel_events.values import EventDate

__all__ = ["Bracket", "kind_of_bracket", "read_bracket"]

#: Brackets nested deeper than people nest them are not read.
_DEEPEST = 8
_NAMES = frozenset(
    (Kind.CLAIMANT, Kind.CONJUNCTION, Kind.COUNTRY, Kind.PERSON, Kind.UNIT, Kind.WORD)
)
#: How adjectives begin that say whose media or officials are meant: "pro-government media".
_ALIGNED = tuple(word_list("how media are aligned"))
_APPROXIMATE = word_list("words for estimated")


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


def kind_of_bracket(inner: list[Term], figure: Figure | None, names: Names) -> Bracket:
    """What the terms between the brackets are."""
    kinds = [term.kind for term in inner]
    if not inner:
        return Bracket.EMPTY
    if all(term.text.lower() in _APPROXIMATE or term.kind is Kind.SEPARATOR for term in inner):
        return Bracket.ESTIMATED
    if _counts(inner, kinds):
        return Bracket.PARTS
    if Kind.CLAIM in kinds or _says_by_whom(inner) or _names_someone(inner, names, figure):
        return Bracket.CLAIMANT
    if _tells_outcomes(kinds, figure):
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


def _tells_outcomes(kinds: list[Kind], figure: Figure | None) -> bool:
    """As in "(Killed, Wounded and Captured)", or "(later surrendered)" where no outcome is."""
    if all(kind in (Kind.OUTCOME, Kind.SEPARATOR, Kind.CONJUNCTION) for kind in kinds):
        return True
    told = next((kind for kind in kinds if kind not in (Kind.AUXILIARY, Kind.ADVERB)), None)
    return told is Kind.OUTCOME and figure is not None and not figure.effects


def _says_by_whom(inner: list[Term]) -> bool:
    """As in "(per ORTM)", "(by the army)"; but not "(by aircraft)"."""
    if inner[0].kind is Kind.BY:
        return any(term.kind is Kind.CLAIMANT or capitalised(term) for term in inner[1:])
    return inner[0].kind is Kind.PER


def _names_someone(inner: list[Term], names: Names, figure: Figure | None) -> bool:
    """Whether the bracket is nothing but the name of a party or of an office."""
    if figure is not None and _abbreviates(inner, figure):
        return False
    if any(term.kind not in _NAMES for term in inner) or inner[-1].kind is Kind.PERSON:
        return False
    lower = [term.text for term in inner if term.kind is Kind.WORD and not capitalised(term)]
    if lower and (inner[-1].kind is not Kind.CLAIMANT or not lower[0].startswith(_ALIGNED)):
        return False
    text = " ".join(term.text for term in inner)
    if names.resolve(text) or names.begins(text) or inner[-1].kind is Kind.CLAIMANT:
        return True
    return len(inner) == 1 and is_acronym(inner[0].text)


def _abbreviates(inner: list[Term], figure: Figure) -> bool:
    """As in "1 Armoured Patrol Vehicle (APV)": the letters stand for the things before them."""
    if len(inner) != 1 or figure.noun is None:
        return False
    words = figure.noun.text.replace("-", " ").split()
    return inner[0].text.removesuffix("s").upper() == "".join(word[0] for word in words).upper()


def read_bracket(state: CellState, opening: int, end: int, figure: Figure | None) -> int:
    """Read the bracket into the figure before it; returns the position behind the bracket."""
    close = _closing(state.terms, opening, end)
    inner = state.terms[opening + 1 : close]
    kind = kind_of_bracket(inner, figure, state.cell.names)
    after = min(close + 1, end)
    if state.open_brackets >= _DEEPEST:
        return after  # left over, and so reported
    state.open_brackets += 1
    if figure is None:
        state.read_sequence(state, opening + 1, close, None)
    elif kind is Bracket.PARTS:
        _read_parts(state, opening, close, figure)
    elif inner:
        for first, last in _segments(state.terms, opening + 1, close, kind):
            part = state.terms[first:last]
            told = kind_of_bracket(part, figure, state.cell.names)
            _READ[told](state, figure, part, state.words(first, last))
        state.use(opening + 1, close)
        if state.terms[opening].start >= figure.end:
            figure.end = state.terms[after - 1].end
    state.open_brackets -= 1
    return after


def _segments(
    terms: list[Term], first: int, close: int, kind: Bracket
) -> Iterator[tuple[int, int]]:
    """The parts of a bracket that say different things: "(UN, by January 2030)"."""
    if kind is not Bracket.REMARK or not any(
        terms[i].kind is Kind.DATE for i in range(first, close)
    ):
        yield first, close
        return
    start = first
    for index in range(first, close):
        if terms[index].kind is Kind.SEPARATOR:
            if index > start:
                yield start, index
            start = index + 1
    if close > start:
        yield start, close


def _closing(terms: list[Term], opening: int, end: int) -> int:
    """The term that closes the bracket; the end of its line, where none does."""
    depth = 0
    for index in range(opening, end):
        kind = terms[index].kind
        depth += (kind is Kind.BRACKET_OPEN) - (kind is Kind.BRACKET_CLOSE)
        if depth == 0:
            return index
    lines = (index for index in range(opening + 1, end) if terms[index].kind is Kind.NEWLINE)
    return next(lines, end)


def _read_parts(state: CellState, opening: int, close: int, figure: Figure) -> None:
    """Figures in brackets: parts of the figure before, or what somebody else says."""
    outer, group = state.scope, state.group
    state.scope = evolve(
        outer, party=figure.party, label=None, mark=None, total=False, claimant=None, effects=[],
        date=figure.date, remark=None,
    )  # fmt: skip
    state.bracketed += 1
    state.read_sequence(state, opening + 1, close, figure)
    state.bracketed -= 1
    state.scope, state.group = evolve(outer, mark=None), group


def _read_outcomes(state: CellState, figure: Figure, inner: list[Term], text: str) -> None:
    told = [term.value for term in inner if isinstance(term.value, Effect)]
    if any(Outcome.KILLED in effect.people for effect in told) and _captives(figure):
        figure.effects = [*_captives(figure), *told]  # "15 prisoners (executed)"
    elif all(effect.weak for effect in figure.effects):
        figure.effects = told
    if any(term.kind is Kind.WORD for term in inner):
        figure.circumstances = text


def _captives(figure: Figure) -> list[Effect]:
    """What a figure of people tells who are named by what became of them before: "prisoners"."""
    implied = figure.noun.implied if figure.noun else None
    if implied is not None:
        return [implied]
    return figure.effects if all(effect.victims for effect in figure.effects) else []


def _read_estimated(state: CellState, figure: Figure, inner: list[Term], text: str) -> None:
    figure.quantity = evolve(figure.quantity, approximate=True)


def _read_place(state: CellState, figure: Figure, inner: list[Term], text: str) -> None:
    figure.place = text.partition(" ")[2]


def _read_remark(state: CellState, figure: Figure, inner: list[Term], text: str) -> None:
    dates = [term.value for term in inner if isinstance(term.value, EventDate)]
    for told in _told_together(state, figure):
        if dates and told.date is None:
            told.date = dates[0]
        if len(inner) > len(dates):
            told.circumstances = told.circumstances or text


def _told_together(state: CellState, figure: Figure) -> list[Figure]:
    """The figure, and where it ends a list of parts, their whole and the other parts."""
    whole = figure.parent
    if whole is None or whole.line != figure.line or figure.joined == "(":
        return [figure]
    return [other for other in state.figures if other is whole or other.parent is whole]


def _read_claimant(state: CellState, figure: Figure, inner: list[Term], text: str) -> None:
    """Give the claimant to the figure and to those before it on its line that have none."""
    names = state.cell.names
    if state.cell.kind is CellKind.STRENGTH:
        claims = any(term.kind in (Kind.CLAIM, Kind.PER) for term in inner)
        if figure.party is None and not claims:
            figure.party = names.resolve(text) or names.begins(text) or text
        else:
            figure.circumstances = figure.circumstances or text
        return
    party = names.resolve(text)
    if party is not None and party in state.cell.side.members and party != state.cell.side.party:
        figure.party = party  # "232 killed (Niger)": one of several on this side
        return
    claimant = claimant_of(text, names, state.cell.side.party)
    on_own_line = state.line != figure.line
    for earlier in reversed(state.figures):
        if earlier.claimant is not None or (earlier.line != figure.line and not on_own_line):
            break
        if earlier.parent is not figure:
            state.claim(earlier, claimant)


def _read_nothing(state: CellState, figure: Figure, inner: list[Term], text: str) -> None:
    """An empty bracket, or figures in a part of one that are read elsewhere."""


_READ: dict[Bracket, Callable[[CellState, Figure, list[Term], str], None]] = {
    Bracket.EMPTY: _read_nothing,
    Bracket.PARTS: _read_nothing,
    Bracket.CLAIMANT: _read_claimant,
    Bracket.DATE: _read_remark,
    Bracket.ESTIMATED: _read_estimated,
    Bracket.OUTCOMES: _read_outcomes,
    Bracket.PLACE: _read_place,
    Bracket.REMARK: _read_remark,
}
