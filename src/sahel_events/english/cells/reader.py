"""One grammar for the cells of infoboxes: casualties, strengths and notes, in whichever format.

A cell is read line by line, from left to right. What stands before a figure (a flag, a heading, a
date) is its context; what follows it (a noun, outcomes, a place, brackets) is its own. Line breaks
are often lost on the way from the wiki, so that a line may hold many figures and headings one
behind the other: "1 killed Civilian casualties: 100+ killed". What belongs together across figures
(shared outcomes, totals and their parts) is settled afterwards.
"""

from __future__ import annotations

from sahel_events.english.cells.brackets import read_bracket
from sahel_events.english.cells.figure import Cell, Figure, Leftover
from sahel_events.english.cells.figure_reader import read_figure
from sahel_events.english.cells.figures_in_words import read_unnumbered
from sahel_events.english.cells.headings import (
    begin_line,
    end_line,
    read_date,
    read_flag,
    read_heading,
    read_labelled,
    read_source,
    read_speaker,
    read_total,
)
from sahel_events.english.cells.labels import find_labels, is_force
from sahel_events.english.cells.settling import leave_survivors, settle
from sahel_events.english.cells.state import SILENT, CellState, Scope
from sahel_events.english.cells.terms import Term, read_terms
from sahel_events.english.lexicon.words import Kind

__all__ = ["read_cell"]


def read_cell(cell: Cell) -> tuple[list[Figure], list[Leftover]]:
    """All figures of a cell in their order, and every stretch of it that became none."""
    terms = read_terms(cell.text, cell.years)
    state = CellState(cell, terms, find_labels(terms), _read_sequence)
    state.attributed, state.parted = _is_contested(state), _names_parties(state)
    if cell.told is not None:
        state.section = Scope(effects=[cell.told])
    for first, last in _lines(terms):
        begin_line(state, first, last)
        before = len(state.figures)
        if not read_heading(state, first, last):
            _read_sequence(state, first, last, None)
        end_line(state, first, last, state.figures[before:])
        state.line += 1
    state.figures = leave_survivors(state.figures, terms)
    settle(state.figures, cell)
    return state.figures, _leftovers(terms, state.figures)


def _names_parties(state: CellState) -> bool:
    """Whether a label names a party of this side, or a force: then the labels are of parties."""
    names, side = state.cell.names, state.cell.side
    called = [state.words(first, colon) for first, colon in state.labels.items()]
    return any(
        (known := names.resolve(name)) is not None and known not in side.opponents
        for name in called
    ) or any(is_force(name) for name in called)


def _is_contested(state: CellState) -> bool:
    """Whether a label names the enemy: then the labels of this cell say who claims what."""
    names, opponents = state.cell.names, state.cell.side.opponents
    return bool(opponents) and any(
        names.resolve(state.words(first, colon)) in opponents
        for first, colon in state.labels.items()
    )


def _lines(terms: list[Term]) -> list[tuple[int, int]]:
    """First term of each line and the term behind its last; brackets hold lines together."""
    lines, start, depth = [], 0, 0
    for index, term in enumerate(terms):
        depth += (term.kind is Kind.BRACKET_OPEN) - (term.kind is Kind.BRACKET_CLOSE)
        if term.kind is Kind.NEWLINE and depth <= 0:
            lines.append((start, index))
            start, depth = index + 1, 0
    lines.append((start, len(terms)))
    return lines


def _read_sequence(state: CellState, position: int, end: int, parent: Figure | None) -> None:
    """Read the terms up to ``end``; the figures found are parts of ``parent``, if there is one."""
    owner, first_figure = parent, len(state.figures)
    position = first = _behind_bullet(state, position, end)
    joined = "\n" if parent is None else "("  # what stands between a figure and the one before it
    while position < end:
        kind, figures = state.kind(position), len(state.figures)
        last = state.figures[-1] if figures > first_figure else None
        opens = position == first or (joined in _AND_SAYS and last is not None)
        if opens and (spoken := read_speaker(state, position, end)) > position:
            position, joined = spoken, "\n"
        elif state.labels.get(position, end) < end:
            position = read_labelled(state, position, end, parent)
            joined = ":"
        elif kind is Kind.QUANTITY and not _numbers_a_unit(state.terms, position, end):
            position = read_figure(state, position, end, joined, owner)
        elif kind in _CONTEXT or _heads_figure(state, position, end):
            position = _read_context(state, position, end, last)
        elif kind in (Kind.SEPARATOR, Kind.CONJUNCTION):
            joined = state.terms[position].text.lower()
            owner = parent if joined == ";" else owner
            position += 1
        elif kind is Kind.INCLUDING or _itemises(state, position, last):
            owner = last or owner
            state.use(position, position + 1)
            position += 1
        else:
            position = read_unnumbered(state, position, end, joined, owner) or position + 1
        if len(state.figures) > figures:
            joined = ""


def _behind_bullet(state: CellState, position: int, end: int) -> int:
    """The first term of a line that is no bullet."""
    while position < end and state.kind(position) is Kind.BULLET:
        position += 1
    return position


def _heads_figure(state: CellState, position: int, end: int) -> bool:
    """As in "Chadian 97 killed U.S. 27 killed": a nation right before a figure is whose it is."""
    followed = position + 1 < end and state.kind(position + 1) is Kind.QUANTITY
    return followed and state.kind(position) is Kind.COUNTRY


def _itemises(state: CellState, position: int, last: Figure | None) -> bool:
    """Whether a colon opens the items of the figure before it: "17 killed: 9 soldiers, …"."""
    if last is None or state.kind(position) is not Kind.COLON:
        return False
    return bool(last.effects) and last.end <= state.terms[position].start


#: What may stand between what two people say: "JNIM says 40 died, army says 12".
_AND_SAYS = frozenset((",", ";", "and"))
_CONTEXT = frozenset((Kind.BRACKET_OPEN, Kind.DATE, Kind.FLAG, Kind.PER, Kind.TOTAL))


def _read_context(state: CellState, position: int, end: int, last: Figure | None) -> int:
    """What tells of the figures around it; ``last`` is the figure before it in the sequence."""
    match state.kind(position):
        case Kind.FLAG | Kind.COUNTRY:
            return read_flag(state, position, end)
        case Kind.BRACKET_OPEN:  # on a line of its own it belongs to the figure above
            return read_bracket(state, position, end, state.figures[-1] if state.figures else None)
        case Kind.DATE:
            return read_date(state, position, last)
        case Kind.PER:
            return read_source(state, position, end)
        case _:
            return read_total(state, position)


def _numbers_a_unit(terms: list[Term], position: int, end: int) -> bool:
    """Whether the number is a unit's name: "38 Squadron", "62 Brigade"."""
    number = terms[position].text
    unit = terms[position + 1] if position + 1 < end else None
    return (
        unit is not None
        and unit.kind is Kind.UNIT
        and unit.text[0].isupper()
        and not unit.text.endswith("s")
        and number.isdigit()
        and number != "1"
    )


def _leftovers(terms: list[Term], figures: list[Figure]) -> list[Leftover]:
    """Runs of terms that no figure holds: unread, or read as a heading."""
    spans = sorted((figure.start, figure.end) for figure in figures)
    found: list[Leftover] = []
    run: list[Term] = []
    held = following = 0  # how far the figures reach that begin before the term
    for term in terms:
        while following < len(spans) and spans[following][0] <= term.start:
            held = max(held, spans[following][1])
            following += 1
        if term.kind is Kind.NEWLINE or term.end <= held:
            _close(run, found)
            continue
        if run and run[-1].used != term.used and term.kind not in SILENT:
            _close(run, found)
        run.append(term)
    _close(run, found)
    return found


def _close(run: list[Term], found: list[Leftover]) -> None:
    words = [term for term in run if term.kind not in SILENT]
    if words:
        context = all(term.used for term in words)
        found.append(Leftover(words[0].start, words[-1].end, context))
    run.clear()
