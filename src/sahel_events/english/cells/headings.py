"""What stands before figures: flags, headings, labels, dates, sources."""

from __future__ import annotations

import re

from attrs import evolve

from sahel_events.english.cells.cell_phrases import read_noun
from sahel_events.english.cells.figure import Figure, Noun
from sahel_events.english.cells.labels import Label, claimant_of, read_label
from sahel_events.english.cells.state import SILENT, CellState, Scope
from sahel_events.english.cells.terms import Term
from sahel_events.english.lexicon.word_lists import any_of
from sahel_events.english.lexicon.words import Effect, Kind, Word
from sahel_events.kinds import CIVILIANS
from sahel_events.registry.countries import Country, country_named
from sahel_events.values import Basis, EventDate

__all__ = [
    "begin_line",
    "end_line",
    "read_date",
    "read_flag",
    "read_heading",
    "read_labelled",
    "read_source",
    "read_speaker",
    "read_total",
]

#: A name before a verb of saying and a figure; a role may stand before it, brackets behind it.
_SPEAKER = re.compile(
    r"(?:[Tt]he )?(?:[a-z]{1,20} ){0,3}"
    r"(?P<name>[A-Z][\w'’.-]{0,30}(?: (?:(?:of|the|de|al|and|&) )?[A-Z][\w'’.-]{0,30}){0,6})"
    rf"(?: ?\([^()\n]{{0,200}}\))?,? (?:also |later |once )?{any_of('verbs before a claim')}"
    r"(?:[ ,]+that|[ ,]+(?:it|they) at)? (?=[^.\n]{0,80}?\d)"
)
_OFFICE = re.compile(rf"(?P<name>\w+) {any_of('verbs before a claim')} (?=[^.\n]{{0,80}}?\d)")
#: What a collapsible list of items is titled; its items are parts of the figure above it.
_LIST_TITLE = re.compile(r"(?:full|complete|detailed)?\s?(?:list|breakdown|details)", re.IGNORECASE)
#: A line with one of these says something itself, and is no heading.
_STATES = frozenset((Kind.QUANTITY, Kind.NOTHING, Kind.UNKNOWN, Kind.DEGREE, Kind.DATE))
#: What a line may begin with that goes on with the party of the line before.
_GOES_ON = frozenset((Kind.TOTAL, Kind.BULLET, Kind.BRACKET_OPEN, Kind.INCLUDING))


def begin_line(state: CellState, first: int, last: int) -> None:
    """Decide what of the lines before still holds on this one.

    A flag holds for its own line, and for the next when the line ends with a comma or the next one
    sums up; a heading on a line of its own holds until the next one.
    """
    before = _last_of_line_before(state, first)
    awaited = state.scope.total and before is Kind.COLON
    goes_on = bool(state.figures) and first < last and (
        before is Kind.SEPARATOR or state.kind(first) in _GOES_ON
    )  # fmt: skip
    section = state.section
    if first < last and _sums_all(state, first):
        section = state.section = evolve(section, party=None, label=None, remark=None)
        goes_on = False
    if state.awaits_parts and not (first < last and state.kind(first) in _PART_OPENERS):
        state.listed, state.awaits_parts = None, False
    kept = state.scope if awaited or goes_on else section
    state.scope = Scope(
        kept.party, kept.label, section.claimant, section.effects, section.date, section.remark,
        total=awaited, noun=section.noun,
    )  # fmt: skip
    state.depth = 0
    if first < last and state.kind(first) is Kind.BULLET:
        marks = state.terms[first].text
        state.depth = len(marks) * 2 + (marks[0] != ":")  # a star under a colon is deeper


#: What a line begins with that is part of the figures above it, when those end with a colon.
_PART_OPENERS = frozenset((Kind.FLAG, Kind.BULLET, Kind.COUNTRY))


def _sums_all(state: CellState, first: int) -> bool:
    """Whether a line's total is that of the side: of several parties, or behind an empty line."""
    if state.kind(first) is not Kind.TOTAL or not first:
        return False
    parties = {figure.party for figure in state.figures if figure.party is not None}
    of_last = [figure for figure in state.figures if figure.group == state.group]
    apart = state.terms[first - 1].text.count("\n") > 1
    return len(parties) > 1 and (apart or len(of_last) < 2)


def _last_of_line_before(state: CellState, first: int) -> Kind | None:
    while first > 0:
        first -= 1
        if state.kind(first) is not Kind.NEWLINE:
            return state.kind(first)
    return None


def read_heading(state: CellState, position: int, end: int) -> bool:
    """Whether the line only names a party, an outcome or a list, for the lines below it."""
    line = state.terms[position:end]
    if len(line) == 1 and isinstance(date := line[0].value, EventDate) and end < len(state.terms):
        state.section = Scope(date=date.within(Basis.HEADING))  # a year above its figures
        state.use(position, end)
        return True
    if not line or line[0].kind is Kind.BRACKET_OPEN or any(t.kind in _STATES for t in line):
        return False
    parts = [term for term in line if term.kind not in SILENT]
    if not parts or any(index in state.labels for index in range(position, end)):
        return False
    if _LIST_TITLE.fullmatch(" ".join(part.text for part in parts)) and state.figures:
        state.listed = state.figures[-1]
        state.use(position, end)
        return True
    opened = _section(state, parts)
    if opened is None:
        return False
    state.group += 1
    state.section, state.scope = opened, evolve(opened)
    state.use(position, end)
    return True


def _section(state: CellState, parts: list[Term]) -> Scope | None:
    """What a heading line opens; ``None`` when it is no heading."""
    effects = [part.value for part in parts if isinstance(part.value, Effect)]
    verbs = any(not effect.weak and not effect.noun for effect in effects)
    if verbs or (effects and len(parts) > len(effects) + 2):
        return None
    text = state.cell.text[parts[0].start : parts[-1].end]
    party = _named_party(state, parts, " ".join(text.split()))
    if party is None and not effects:
        return None
    told = [effect for effect in effects if not effect.weak]
    return Scope(party, " ".join(text.split()), effects=told)


def _named_party(state: CellState, parts: list[Term], name: str) -> str | None:
    names = state.cell.names
    for part in parts:
        if part.kind is Kind.FLAG and isinstance(part.value, Country):
            return names.resolve(part.value.name)
        if isinstance(part.value, Word) and part.value.category == CIVILIANS:
            return CIVILIANS
    return names.resolve(name)


def read_flag(state: CellState, position: int, end: int) -> int:
    """A flag, with the country's name behind it: whose figures follow."""
    term = state.terms[position]
    country = term.value if isinstance(term.value, Country) else None
    section = state.section
    state.group += 1
    state.scope = Scope(
        state.cell.names.resolve(country.name) if country else None,
        country.name if country else None,
        section.claimant, section.effects, section.date, section.remark, term.start,
        noun=section.noun,
    )  # fmt: skip
    after = position + 1
    while (
        after < end
        and after not in state.labels
        and state.kind(after) is Kind.COUNTRY
        and state.terms[after].value == country
    ):
        after += 1
    state.use(position, after)
    return after


def read_labelled(state: CellState, position: int, end: int, parent: Figure | None) -> int:
    """A label: what it says holds for its line, or for a section when it ends the line."""
    cell, colon = state.cell, state.labels[position]
    label = read_label(state.terms, position, colon, cell.text, cell.names, cell.side.party)
    state.use(position, colon + 1)
    _settle_label(label, state, state.kind(position) is Kind.FLAG)
    if label.total and not (label.effects or label.named or label.date):
        state.scope.total, state.scope.mark = True, label.start
        return colon + 1
    if parent is not None and label.named and not _outcome_follows(state, colon + 1, end):
        # "38 killed (JNIM: 61)": in brackets, a name before a bare figure is whoever gives it
        label.claimant, label.party, label.named = label.party or label.named, None, None
    elif label.party in cell.side.opponents:
        label.claimant, label.party, label.named = label.named, None, None
        label.claims = True
    elif state.attributed and label.party is not None and label.party == cell.side.party:
        label.claimant = label.named  # "Russian claim: 500+ killed; Ukraine: 40 POWs"
    state.attributed = state.attributed or (label.claims and not label.unknown)
    if parent is None and label.party is not None and not label.claims:
        state.group += 1
    state.scope = _scope_of(label, state)
    ends_line = all(state.kind(index) in SILENT for index in range(colon + 1, end))
    if ends_line and not label.total:
        state.section = evolve(state.scope, mark=None)
        state.group += 1
    return colon + 1


def _settle_label(label: Label, state: CellState, flagged: bool) -> None:
    """Decide what a name in a label is by the labels beside it, and by the side of the cell."""
    if label.unknown and state.parted:  # beside "Army:", another name is a party as well
        label.party, label.claimant, label.claims = label.named, None, False
    states = label.party is not None and country_named(label.party) is not None
    if state.cell.side.nobodys and states and not flagged:
        label.party = None  # "Mali: 3,100+ killed", of civilians: where they were killed


def _outcome_follows(state: CellState, position: int, end: int) -> bool:
    return any(state.kind(index) is Kind.OUTCOME for index in range(position, end))


def _scope_of(label: Label, state: CellState) -> Scope:
    outer = state.section if label.party or label.claims or label.named else state.scope
    told = [effect for effect in label.effects if not effect.weak]
    return Scope(
        party=label.party or outer.party,
        label=label.named or (label.text if label.party else outer.label),
        claimant=label.claimant if label.claims else label.claimant or outer.claimant,
        effects=told or outer.effects,
        date=label.date or outer.date,
        remark=label.remark or outer.remark,
        mark=label.start,
        total=label.total,
        noun=_noun_of(label, state) or outer.noun,
    )


def _noun_of(label: Label, state: CellState) -> Noun | None:
    """What a label counts, where it names things: "Helicopters destroyed:"."""
    cell, things = state.cell, label.things
    if not things:
        return None
    return read_noun(things, 0, len(things), cell.text, (), cell.names)[0]


def end_line(state: CellState, first: int, last: int, figures: list[Figure]) -> None:
    """A colon behind figures opens a list of their parts on the lines below: "9 killed:"."""
    colon = last - 1
    if figures and state.kind(colon) is Kind.COLON and colon not in state.labels.values():
        state.listed, state.awaits_parts = figures[-1], True


def read_speaker(state: CellState, first: int, last: int) -> int:
    """Whose figures a sentence gives: "The historian Ada Brunel (Lagos 2014) holds that 30 died".

    What stands between the name and the verb is where she says so; returns the position behind the
    verb, or the same one.
    """
    if first >= last:
        return first
    text, begin = state.cell.text, state.terms[first].start
    end = state.terms[last - 1].end
    match = _SPEAKER.match(text, begin, end)
    if match is None and state.kind(first) is Kind.CLAIMANT:
        match = _OFFICE.match(text, begin, end)
    if match is None or state.kind(first) in (Kind.QUANTITY, Kind.FLAG):
        return first
    after = first
    while after < last and state.terms[after].start < match.end():
        after += 1
    names, own = state.cell.names, state.cell.side.party
    state.scope.claimant = claimant_of(match["name"], names, own)
    state.use(first, after)
    return after


def read_date(state: CellState, position: int, last: Figure | None) -> int:
    """A date in the line: of the figure before it, or else of those that follow."""
    date = state.terms[position].value
    state.use(position, position + 1)
    if isinstance(date, EventDate):
        if last is not None and last.date is None:
            last.date, last.end = date, state.terms[position].end
        else:
            state.scope.date = date.within(Basis.HEADING)
    return position + 1


def read_total(state: CellState, position: int) -> int:
    """The word "total" before the figure that is one."""
    if state.scope.mark is None:
        state.scope.mark = state.terms[position].start
    state.scope.total = True
    state.use(position, position + 1)
    return position + 1


def read_source(state: CellState, position: int, end: int) -> int:
    """A source that is named before its figures: "According to …, …"."""
    after = position + 1
    while after < end and state.kind(after) not in (Kind.SEPARATOR, Kind.COLON, Kind.QUANTITY):
        after += 1
    cell = state.cell
    state.scope.claimant = claimant_of(state.words(position, after), cell.names, cell.side.party)
    state.use(position, after)
    return after
