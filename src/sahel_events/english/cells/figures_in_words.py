"""Figures without a number: "None", "No deaths", "Heavy", "both later freed", "another sunk"."""

from __future__ import annotations

from sahel_events.english.cells.cell_phrases import capitalised
from sahel_events.english.cells.figure import CellKind, Figure
from sahel_events.english.cells.figure_reader import read_outcomes, read_tail
from sahel_events.english.cells.state import CellState
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.lexicon.words import Kind
from sahel_events.values import Quantity

__all__ = ["read_unnumbered"]

#: What may stand before a statement without a number.
_OPENS = frozenset(("\n", ",", ";", "."))
#: A figure may stand alone before one of these: "Heavy, …", "None (…)".
_STANDS_BEFORE = frozenset((Kind.BRACKET_OPEN, Kind.NEWLINE, Kind.SEPARATOR))
#: How a statement without a number begins, and behind what.
_BEGINS = frozenset((Kind.WORD, Kind.PERSON, Kind.UNIT))
_BOUNDARIES = frozenset((Kind.BRACKET_OPEN, Kind.BULLET, Kind.NEWLINE, Kind.SEPARATOR))


def _opens(state: CellState, position: int, joined: str) -> bool:
    """Whether a statement may begin here: nothing stands before it on its line or in its list."""
    return joined in _OPENS and (position == 0 or state.kind(position - 1) in _BOUNDARIES)


def read_unnumbered(
    state: CellState, position: int, end: int, joined: str, parent: Figure | None
) -> int | None:
    """A figure that is a word at this position; ``None`` when there is none."""
    term = state.terms[position]
    following = state.kind(position + 1) if position + 1 < end else None
    losses = state.cell.kind is CellKind.CASUALTIES
    word = term.text.lower()
    if term.kind is Kind.NOTHING and losses:
        return _read_nothing(state, position, end, joined, parent)
    if (
        term.kind is Kind.DEGREE
        and (joined or parent)
        and _degree_stands(state, position, following)
    ):
        return _read_word(state, position, end, joined, parent, Quantity(term=word))
    if word == "both" and parent is not None:
        return _read_word(state, position, end, joined, parent, Quantity.exactly(2))
    if word == "all" and following is Kind.QUANTITY:
        state.scope.mark = term.start if state.scope.mark is None else state.scope.mark
        term.used = True
        return None
    if losses and position and state.kind(position - 1) is Kind.INCLUDING and parent is not None:
        return _read_single(state, position, end, "(", parent)
    if losses and joined in ("and", ",", "(") and word in ("a", "an", "another") and state.figures:
        return _read_single(state, position, end, joined, parent)
    if losses and word in ("a", "an") and _opens(state, position, joined):
        return _read_single(state, position, end, joined, parent, told=True)
    if losses and term.kind is Kind.OUTCOME and joined in (",", "and"):
        return _read_late_outcome(state, position, end)
    if losses and _opens(state, position, joined) and term.kind in _BEGINS:
        return _read_uncounted(state, position, end, joined, parent)
    return None


def _degree_stands(state: CellState, position: int, following: Kind | None) -> bool:
    """Whether "heavy" is the figure itself, not an adjective ("heavy cruiser") or a guess."""
    guessed = position > 0 and state.kind(position - 1) is Kind.REPORTED
    return not guessed and (
        following is None
        or following in _STANDS_BEFORE
        or following in (Kind.OUTCOME, Kind.QUANTITY, Kind.CONJUNCTION)
    )


def _read_word(
    state: CellState, position: int, end: int, joined: str, parent: Figure | None,
    quantity: Quantity,
) -> int:  # fmt: skip
    figure = state.start_figure(quantity, position, joined, parent)
    return read_tail(state, figure, read_outcomes(state, figure, position + 1, end), end)


def _read_nothing(
    state: CellState, position: int, end: int, joined: str, parent: Figure | None
) -> int | None:
    """As in "None", "No deaths", "no soldiers were hurt": nobody met this outcome."""
    after = position + 1
    noun, behind = state.noun(after, end)
    told = behind
    while told < end and state.kind(told) in (Kind.AUXILIARY, Kind.ADVERB):
        told += 1
    effects, last = state.effects(told, end)
    if after < end and state.kind(after) is Kind.REPORTED:  # "None reported"
        after, behind = after + 1, max(behind, after + 1)
    alone = after >= end or state.kind(after) in _STANDS_BEFORE
    if not effects and not alone and not (noun and noun.implied):
        return None
    figure = state.start_figure(Quantity.exactly(0), position, joined, parent)
    if effects or noun:
        figure.noun, figure.effects = noun, effects
        last = last if effects else behind
        state.consume(figure, after, last)
        after = last
    return read_tail(state, figure, after, end)


def _read_uncounted(
    state: CellState, position: int, end: int, joined: str, parent: Figure | None
) -> int | None:
    """As in "Garrison annihilated": who met an outcome, without a number, on a line of its own."""
    noun, after = state.noun(position, end)
    effects, last = state.effects(after, end)
    told = effects and not any(e.weak or e.noun or e.victims for e in effects)
    ends = last >= end or state.kind(last) in _STANDS_BEFORE
    if noun is None or not told or not ends:
        return None
    words = state.terms[position:after]
    named = all(term.kind in (Kind.WORD, Kind.COUNTRY) and capitalised(term) for term in words)
    counted = Quantity.exactly(1) if named and len(words) > 1 else Quantity()
    figure = state.start_figure(counted, position, joined, parent)
    figure.noun, figure.effects, figure.told_at = noun, effects, state.terms[after].start
    if named:
        noun.thing = False
    state.consume(figure, position, last)
    return read_tail(state, figure, last, end)


def _read_single(
    state: CellState,
    position: int,
    end: int,
    joined: str,
    whole: Figure | None,
    *,
    told: bool = False,
) -> int | None:
    """As in "among them the village chief", "and a customs officer", "another sunk": one."""
    article = state.terms[position].text.lower() in ("the", "a", "an", "its", "their", "another")
    first = position + article
    if first < end and article and state.terms[first].text.lower() in word_list("ordinals"):
        first += 1  # "a third Mi 17"
    noun, after = state.noun(first, end)
    outcome = first < end and state.kind(first) is Kind.OUTCOME
    one = noun is not None and not noun.plural and (noun.singular is not None or noun.thing)
    if not outcome and not one:
        return None
    if told and not state.effects(after, end)[0]:
        return None
    figure = state.start_figure(Quantity.exactly(1), position, joined, whole)
    figure.noun = noun
    state.consume(figure, position, after)
    return read_tail(state, figure, read_outcomes(state, figure, after, end), end)


def _read_late_outcome(state: CellState, position: int, end: int) -> int | None:
    """As in "63 officers and 906 soldiers, dead and wounded": the outcome behind a comma."""
    last = state.figures[-1] if state.figures else None
    if last is None or last.effects or last.noun is None or last.line != state.line:
        return None
    after = read_outcomes(state, last, position, end)
    return read_tail(state, last, after, end) if after > position else None
