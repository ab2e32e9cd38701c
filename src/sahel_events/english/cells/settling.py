"""The last step of reading a cell: each figure gets its kind, outcomes, whole and party."""

from __future__ import annotations

import re

from sahel_events.english.cells.cell_phrases import belongs_to_nobody
from sahel_events.english.cells.figure import Cell, CellKind, Figure, Noun
from sahel_events.english.cells.shared_outcomes import share
from sahel_events.english.cells.subtotals import find_parts
from sahel_events.english.cells.terms import Term
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.lexicon.words import Effect
from sahel_events.kinds import CIVILIANS, Outcome
from sahel_events.values import Quantity

__all__ = ["leave_survivors", "settle"]

#: Words for people that are aircraft as well.
_AMBIGUOUS = re.compile(r"\bfighters?\b", re.IGNORECASE)


def leave_survivors(figures: list[Figure], terms: list[Term]) -> list[Figure]:
    """The figures without those of people who got away; their words are left over, and reported."""
    kept = []
    for figure in figures:
        if not _got_away(figure):
            kept.append(figure)
            continue
        for term in terms:
            if figure.start <= term.start < figure.end:
                term.used = False
    return kept


def _got_away(figure: Figure) -> bool:
    """Whether the noun or the words behind it say so, and no word of harm says otherwise."""
    if figure.effects:
        return False
    noun = figure.noun.text.lower().split() if figure.noun else []
    told = (figure.circumstances or "").lower().split()[:1]
    return any(word in word_list("words of getting away") for word in (*noun, *told))


def settle(figures: list[Figure], cell: Cell) -> None:
    """Complete the figures of a cell from one another."""
    counts_losses = cell.kind is not CellKind.STRENGTH
    if counts_losses:
        share(figures)
    for figure in figures:
        _decide_kind(figure)
        if counts_losses:
            _decide_outcomes(figure, cell)
    find_parts(figures)
    # where flags or headings tell the parties apart, a figure without one is nobody's for certain
    flagged = any(f.party not in (None, cell.side.party, CIVILIANS) for f in figures)
    before: Figure | None = None
    for figure in figures:
        _decide_party(figure, before, cell, flagged)
        before = figure


def _decide_kind(figure: Figure) -> None:
    """People or things: the noun says so; where it is unknown, what became of them does."""
    noun, effects = figure.noun, figure.effects
    only_things = bool(effects) and not any(effect.people for effect in effects)
    if noun is None:
        figure.thing = only_things
    elif noun.thing is None:
        figure.thing = only_things or (noun.party is None and _told_of_things(noun, effects))
    else:
        figure.thing = noun.thing or (only_things and _AMBIGUOUS.search(noun.text) is not None)


def _told_of_things(noun: Noun, effects: list[Effect]) -> bool:
    """Whether an unknown noun must be a thing: who is "lost" or "burnt" is mostly one.

    Words for people are known better than words for things; but "captured" is said of both.
    """
    destroyed = (Outcome.DESTROYED,)
    return not noun.others and any(effect.things == destroyed for effect in effects)


def _decide_outcomes(figure: Figure, cell: Cell) -> None:
    """What became of them, said of people or of things; a casualty where nothing is said."""
    noun = figure.noun
    effects = figure.effects or ([noun.implied] if noun and noun.implied else [])
    outcomes = {
        outcome
        for effect in effects
        for outcome in ((effect.things or effect.people) if figure.thing else effect.people)
    }
    if not outcomes:
        outcomes = {_untold(figure, cell)}
    if figure.thing and len(outcomes) > 1:
        outcomes.discard(Outcome.CASUALTY)  # "abandoned and captured"
    figure.outcomes = tuple(sorted(outcomes))
    if effects and all(effect.nobody for effect in effects):
        figure.quantity = Quantity.exactly(0)  # "9 unhurt"


def _untold(figure: Figure, cell: Cell) -> Outcome:
    """What a figure tells without a word for it: "3 pickups" of losses are three less."""
    if figure.thing:
        return Outcome.DESTROYED if cell.kind is CellKind.CASUALTIES else Outcome.CASUALTY
    return Outcome.DISPLACED if cell.kind is CellKind.NOTES else Outcome.CASUALTY


def _decide_party(figure: Figure, before: Figure | None, cell: Cell, flagged: bool) -> None:
    """The noun's party; the flag's or heading's; or the side's, where nothing tells them apart."""
    noun = figure.noun
    strength = cell.kind is CellKind.STRENGTH
    if _serves(figure, cell):
        pass  # "🇳🇪 1 interpreter killed": of those whose flag it is
    elif noun is not None and noun.party is not None and not (strength and noun.party == CIVILIANS):
        figure.party = noun.party
    elif noun is not None and noun.others and before is not None and _siblings(before, figure):
        figure.party = before.party
    elif figure.party is None and cell.kind is CellKind.CASUALTIES:
        if figure.outcomes == (Outcome.DISPLACED,):
            figure.party = CIVILIANS
        elif not flagged:
            figure.party = cell.side.party
    if figure.party != CIVILIANS and belongs_to_nobody(noun):
        figure.party = None
    if Outcome.FREED in figure.outcomes and figure.parent is None and figure.party == CIVILIANS:
        figure.party = None  # whom a side lost by their being freed, is no party's loss


def _serves(figure: Figure, cell: Cell) -> bool:
    """Whether somebody with a civil profession stands under the flag or name of a force."""
    noun = figure.noun
    flagged = figure.party not in (None, CIVILIANS) and figure.label is not None
    return flagged and noun is not None and noun.singular in word_list("professions in forces")


def _siblings(before: Figure, figure: Figure) -> bool:
    """Whether two figures are parts of one whole on one line: "859 fighters … and 169 others"."""
    return before.parent is figure.parent and before.line == figure.line
