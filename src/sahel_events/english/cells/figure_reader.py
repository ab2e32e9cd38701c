"""One figure with what follows it: who is counted, what became of them, where, when, by whom."""

from __future__ import annotations

from sahel_events.english.cells.brackets import read_bracket
from sahel_events.english.cells.cell_phrases import capitalised
from sahel_events.english.cells.figure import Figure
from sahel_events.english.cells.labels import claimant_of
from sahel_events.english.cells.state import CellState
from sahel_events.english.cells.terms import Term
from sahel_events.english.lexicon.words import Effect, Kind
from sahel_events.kinds import Stance
from sahel_events.values import EventDate, Quantity

__all__ = ["read_figure", "read_outcomes", "read_tail"]

#: What ends a figure: something new begins.
_ENDS = frozenset(
    (
        Kind.BRACKET_CLOSE,
        Kind.BULLET,
        Kind.COLON,
        Kind.CONJUNCTION,
        Kind.FLAG,
        Kind.INCLUDING,
        Kind.NEWLINE,
        Kind.NOTHING,
        Kind.OUTCOME,
        Kind.QUANTITY,
        Kind.SEPARATOR,
        Kind.UNKNOWN,
    )
)
_BEFORE_OUTCOME = frozenset((Kind.ADVERB, Kind.AUXILIARY, Kind.REPORTED))
_IN_NAME = frozenset((Kind.CLAIMANT, Kind.COUNTRY, Kind.REMARK, Kind.UNIT, Kind.WORD))
_BETWEEN_WORD_AND_FIGURE = frozenset((",", "-", "–", "—"))
#: What a word of harm stands behind that tells of the figure after it: "Dead, 81; wounded, 26".
_OPENS_LIST = frozenset((Kind.BULLET, Kind.NEWLINE, Kind.SEPARATOR, Kind.BRACKET_OPEN))
_INSIDE_REMARK = frozenset("-–—'’\"“”")


def read_figure(
    state: CellState, position: int, end: int, joined: str, parent: Figure | None
) -> int:
    """The figure at the position; returns the position behind all that belongs to it."""
    quantity = state.terms[position].value
    assert isinstance(quantity, Quantity)
    before = _outcome_before(state, position)
    figure = state.start_figure(quantity, position, joined, parent)
    position = _skip_link(state, position + 1, end)
    if position < end and state.kind(position) is Kind.INCLUDING and len(state.figures) > 1:
        figure.parent, figure.joined = state.figures[-2], "("  # "dead, 2 of them commanders"
        state.use(position, position + 1)
        position += 1
    elif position < end and state.kind(position) is Kind.INCLUDING:  # "12 of them killed"
        state.use(position, position + 1)
        position += 1
    figure.noun, after = state.noun(position, end)
    state.consume(figure, position, after)
    _take_heading(state, figure)
    position = read_outcomes(state, figure, after, end)
    if before is not None and not figure.effects:
        assert isinstance(before.value, Effect)
        figure.effects = [before.value]
        figure.start = figure.told_at = before.start
        before.used = True
    return read_tail(state, figure, position, end)


def _take_heading(state: CellState, figure: Figure) -> None:
    """As in "Helicopters destroyed: 16, 3 non-combat": what the heading counts."""
    heading, noun = state.scope.noun, figure.noun
    if heading is None or (noun is not None and (noun.thing is not None or noun.implied)):
        return
    if noun is not None:
        figure.circumstances = noun.text
    figure.noun = heading


def _outcome_before(state: CellState, position: int) -> Term | None:
    """As in "lost 42,000 soldiers", "Dead, 81": an outcome before its figure, and free."""
    term = state.terms[position - 1] if position else None
    if term is not None and term.text in _BETWEEN_WORD_AND_FIGURE and position > 1:
        term = state.terms[position - 2]
        opens = position == 2 or state.kind(position - 3) in _OPENS_LIST
        if not opens or term.used or not isinstance(term.value, Effect):
            return None
        return term
    if term is None or term.used or not isinstance(term.value, Effect) or term.value.noun:
        return None
    return term


def _skip_link(state: CellState, position: int, end: int) -> int:
    """Step over "of", "of the", and the hyphen of "10-man"."""
    first = position
    while position < end and (
        state.terms[position].text.lower() in ("of", "the", "its", "their", "×", "x")
        or (
            state.terms[position].text == "-"
            and state.terms[position].start == state.terms[position - 1].end
        )
    ):
        position += 1
    state.use(first, position)
    return position


def read_outcomes(state: CellState, figure: Figure, position: int, end: int) -> int:
    """What became of them: the last of several ("200 imprisoned sailors killed")."""
    position = _skip_before_outcome(state, figure, position, end)
    told_until = -1
    while True:
        effects, after = state.effects(position, end)
        named = all(effect.victims or effect.noun for effect in figure.effects)
        if not effects or (figure.noun is None and not named):
            return position
        if position == told_until:
            state.consume(figure, position, after)  # "165 prisoners died in captivity"
            return after
        figure.effects, figure.told_at = effects, state.terms[position].start
        state.consume(figure, position, after)
        position = told_until = after
        if figure.noun is None:
            noun, behind = state.noun(position, end)
            if noun is None or noun.thing is None or noun.implied is not None:
                return position
            if noun.thing and not any(effect.things for effect in effects):
                return position  # "9,800 fled the town"
            figure.noun = noun
            state.consume(figure, position, behind)
            position = _skip_before_outcome(state, figure, behind, end)


def _skip_before_outcome(state: CellState, figure: Figure, position: int, end: int) -> int:
    """Step over "were", "later", "reported", "seriously" when an outcome follows them."""
    after = position
    while after < end and after not in state.labels and state.kind(after) in _BEFORE_OUTCOME:
        after += 1
    if after in (position, end) or state.kind(after) is not Kind.OUTCOME:
        return position
    if any(state.kind(index) is Kind.REPORTED for index in range(position, after)):
        figure.stance = Stance.ALLEGED
    state.consume(figure, position, after)
    return after


# -- behind the outcome ---------------------------------------------------------------------------


def read_tail(state: CellState, figure: Figure, position: int, end: int) -> int:
    """What follows the outcome: by whom, where, when, brackets; other words are a remark."""
    remark = position
    while position < end and position not in state.labels:
        kind = state.kind(position)
        after = position
        if kind is Kind.BRACKET_OPEN:
            _remark(state, figure, remark, position)
            remark = position = read_bracket(state, position, end, figure)
            continue
        if kind is Kind.DATE and _dates_what_follows(state, remark, position, end):
            break
        if kind in _TOLD_BEHIND:
            after = _read_told(state, figure, position, end)
        if after == position and _begins_anew(state, position, remark):
            break
        if after > position:
            _remark(state, figure, remark, position)
            state.consume(figure, position, after)
            remark = position = after
        else:
            position += 1
    _remark(state, figure, remark, position)
    return position


#: What the terms behind an outcome may begin that is more than a remark.
_TOLD_BEHIND = frozenset((Kind.BY, Kind.DATE, Kind.OF_PLACE, Kind.OUTCOME, Kind.PER, Kind.TOTAL))


def _read_told(state: CellState, figure: Figure, position: int, end: int) -> int:
    """A date, a name, a source or a late outcome; the same position when it is none of them."""
    term = state.terms[position]
    if term.kind is Kind.TOTAL:
        figure.total = True
        return read_outcomes(state, figure, position + 1, end)
    if term.kind is Kind.DATE:
        figure.date = term.value if isinstance(term.value, EventDate) else figure.date
        return position + 1
    if term.kind is Kind.OUTCOME:
        return position if figure.effects else read_outcomes(state, figure, position, end)
    if term.kind is Kind.PER:
        return position if capitalised(term) else _read_source(state, figure, position, end)
    return _read_name(state, figure, position, end)


def _dates_what_follows(state: CellState, remark: int, position: int, end: int) -> bool:
    """Whether a date opens what comes next: "137,000 men 24 December–15 February: 114,000 men"."""
    heads_label = position + 1 < end and state.kind(position + 1) is Kind.COLON
    return heads_label or (position > remark and capitalised(state.terms[remark]))


def _begins_anew(state: CellState, position: int, remark: int) -> bool:
    term = state.terms[position]
    following = state.kind(position + 1) if position + 1 < len(state.terms) else None
    if term.kind is Kind.COUNTRY and following is Kind.QUANTITY:
        return True  # "27 killed in the gorge Nigerien 3 killed"
    if term.kind in _ENDS or (term.kind is Kind.PUNCTUATION and term.text not in _INSIDE_REMARK):
        return True
    # a name right behind a figure belongs to what comes next
    names = (Kind.WORD, Kind.COUNTRY, Kind.PER)
    return position == remark and term.kind in names and capitalised(term)


def _read_source(state: CellState, figure: Figure, position: int, end: int) -> int:
    """As in "15 killed per JNIM, 4 wounded": the source of this figure alone."""
    after = position + 1
    while after < end and state.kind(after) not in _ENDS and state.kind(after) is not Kind.DATE:
        after += 1
    names, own = state.cell.names, state.cell.side.party
    state.claim(figure, claimant_of(state.words(position, after), names, own))
    return after


def _read_name(state: CellState, figure: Figure, position: int, end: int) -> int:
    """As in "by JNIM", "at Kangarwa": the position behind the name, or the same one when none
    follows.
    """
    after = position + 1
    while (
        after < end
        and after not in state.labels
        and state.kind(after) in _IN_NAME
        and capitalised(state.terms[after])
    ):
        after += 1
    if after == position + 1:
        return position
    name = state.words(position + 1, after)
    if state.kind(position) is Kind.BY:
        figure.perpetrator = state.cell.names.resolve(name) or name
    else:
        figure.place = name
    return after


def _remark(state: CellState, figure: Figure, first: int, after: int) -> None:
    """Keep words that are neither place nor date as the figure's circumstances."""
    if after <= first:
        return
    state.consume(figure, first, after)
    kinds = {state.kind(index) for index in range(first, after)}
    if not kinds <= {Kind.ADVERB, Kind.AUXILIARY, Kind.PUNCTUATION}:
        text = state.words(first, after)
        figure.circumstances = f"{figure.circumstances}; {text}" if figure.circumstances else text
