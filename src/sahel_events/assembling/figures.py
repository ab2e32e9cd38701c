"""Casualties, strengths and notes: every figure becomes a record, and everything else a problem."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from sahel_events.assembling.box import BoxState
from sahel_events.assembling.sides import side_of
from sahel_events.english import (
    Cell,
    CellKind,
    Figure,
    Leftover,
    Side,
    bind_citations,
    losses_by_field,
    read_cell,
)
from sahel_events.kinds import Severity
from sahel_events.model import CasualtyClaim, Strength
from sahel_events.text.passage import Passage

__all__ = ["read_figures"]

#: The fields that hold figures, by the beginning of their names.
_KINDS = {
    "casualties": CellKind.CASUALTIES,
    "strength": CellKind.STRENGTH,
    "notes": CellKind.NOTES,
    **dict.fromkeys(losses_by_field(), CellKind.CASUALTIES),
}
#: Fields of other infoboxes whose name sounds of losses, and that are not read.
_SOUNDS_OF_LOSSES = re.compile(
    r"casualt|fatal|death|killed|dead|injur|wounded|missing|arrest|victim|hostage|loss", re.I
)
_UNKNOWN = re.compile(
    r"\W*(?:(?:unknown|unclear|classified|undisclosed|unspecified|n/a|see)\b|no[tr]?\s(?:known|available"
    r"|disclosed|data|reliable|figures)|under\sinvestigation|\?)",
    re.IGNORECASE,
)


def read_figures(state: BoxState) -> None:
    """Add the claims and strengths of all cells, and report what is left of them."""
    for prefix, kind in _KINDS.items():
        for number, field_name, passage in state.box.numbered(prefix):
            side = Side() if kind is CellKind.NOTES else side_of(state, number)
            names, years = state.parties.names, state.fought.years
            told = losses_by_field().get(prefix)
            figures, leftovers = read_cell(Cell(passage.text, kind, side, names, years, told))
            if kind is CellKind.STRENGTH:
                _add_strengths(state, figures, passage, field_name, number)
            else:
                _add_claims(state, figures, passage, field_name, number)
            _report(state, leftovers, passage, field_name)
    _report_others(state)


def _report_others(state: BoxState) -> None:
    """Report figures in fields that sound of losses and have a name that is not known."""
    read = {name for prefix in _KINDS for _, name, _ in state.box.numbered(prefix)}
    for name, passage in state.box.fields.items():
        sounds = name not in read and _SOUNDS_OF_LOSSES.search(name)
        if sounds and any(character.isdigit() for character in passage.text):
            message = "a field that is not read, whose name sounds of losses"
            state.report(passage, 0, len(passage.text), name, Severity.NOTE, message)


def _add_claims(
    state: BoxState, figures: list[Figure], passage: Passage, field_name: str, side: int | None
) -> None:
    cites, unbound = bind_citations(passage.text, passage.links, figures)
    if unbound:
        state.report(
            passage, 0, len(passage.text), field_name, Severity.NOTE,
            f"{unbound} citations go with no figure in particular",
        )  # fmt: skip
    ids = _identify(state, "claim", figures, field_name)
    for index, figure in enumerate(figures):
        category = figure.noun.category if figure.noun and not figure.thing else None
        state.records.add(
            CasualtyClaim,
            ids[id(figure)],
            passage,
            figure.start,
            figure.end,
            field_name,
            outcomes=figure.outcomes,
            victims=figure.victims,
            victim_party=figure.party,
            victim_category=category,
            perpetrator=figure.perpetrator,
            claimant=figure.claimant,
            stance=figure.stance,
            date=figure.date or state.fought.date,
            place=figure.place or state.fought.place,
            cites=tuple(cites.get(index, ())),
            **_shared(state, figure, ids, passage, field_name, side),
        )


def _add_strengths(
    state: BoxState, figures: list[Figure], passage: Passage, field_name: str, side: int | None
) -> None:
    ids = _identify(state, "strength", figures, field_name)
    for figure in figures:
        state.records.add(
            Strength,
            ids[id(figure)],
            passage,
            figure.start,
            figure.end,
            field_name,
            troops=figure.noun.text if figure.noun and not figure.thing else None,
            party=figure.party,
            as_of=figure.date,
            total=figure.total,
            **_shared(state, figure, ids, passage, field_name, side),
        )


def _identify(state: BoxState, kind: str, figures: list[Figure], field_name: str) -> dict[int, str]:
    """Identifiers of all figures of a cell, before any refers to another."""
    return {
        id(figure): state.records.identify(
            kind, field_name, figure.quantity, *figure.outcomes, figure.victims, figure.date
        )
        for figure in figures
    }


def _shared(
    state: BoxState, figure: Figure, ids: dict[int, str], passage: Passage, field_name: str,
    side: int | None,
) -> dict[str, Any]:  # fmt: skip
    """What claims and strengths have in common; the party becomes a belligerent."""
    if figure.party:
        state.parties.belligerent(figure.party, passage, figure.start, figure.end, field_name)
    things = figure.noun.name if figure.noun else "materiel"
    return {
        "quantity": figure.quantity,
        "what": things if figure.thing else "people",
        "circumstances": figure.circumstances,
        "side": side,
        "part_of": ids[id(figure.parent)] if figure.parent else None,
        **state.fought.ids,
    }


def _report(
    state: BoxState, leftovers: Iterable[Leftover], passage: Passage, field_name: str
) -> None:
    """Report what became no figure; headings only where they hold numbers."""
    for left in leftovers:
        text = passage.text[left.start : left.end]
        if left.context and not any(character.isdigit() for character in text):
            continue
        severity, message = Severity.WARNING, "expected a figure, found words that state none"
        if left.context:
            severity, message = Severity.NOTE, "read as a heading, not as a figure"
        elif _UNKNOWN.match(text):
            severity, message = Severity.NOTE, "says that nothing is known: no figure"
        state.report(passage, left.start, left.end, field_name, severity, message)
