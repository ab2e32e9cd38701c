"""One grammar for the cells of infoboxes: casualties, strengths and notes, in whichever format.

A cell is read line by line, from left to right. What stands before a figure (a flag, a heading, a
date) is its context; what follows it (a noun, outcomes, a place, brackets) is its own. Line breaks
are often lost on the way from the wiki, so that a line may hold many figures and headings one behind
the other: "1 killed Civilian casualties: 100+ killed". What belongs together across figures (shared
outcomes, totals and their parts) is settled afterwards, in :mod:`sahel_events.language.settling`.
"""

from __future__ import annotations

import re

from attrs import define, evolve, field

from sahel_events.language.brackets import Bracket, closing, kind_of_bracket
from sahel_events.language.figures import CIVILIANS, Cell, CellKind, Figure, Leftover, Noun
from sahel_events.language.labels import Label, claimant_of, find_labels, read_label
from sahel_events.language.lexicon import Country, Effect, Kind
from sahel_events.language.phrases import (
    belongs_to_nobody,
    capitalised,
    read_effects,
    read_noun,
    span_text,
)
from sahel_events.language.settling import settle
from sahel_events.language.terms import Term, read_terms
from sahel_events.model import Outcome, Stance
from sahel_events.values import Basis, EventDate, Quantity

__all__ = ["read_cell"]

_ENDS_FIGURE = frozenset(
    (Kind.QUANTITY, Kind.SEPARATOR, Kind.CONJUNCTION, Kind.NEWLINE, Kind.FLAG, Kind.INCLUDING,
     Kind.OUTCOME, Kind.NOTHING, Kind.UNKNOWN, Kind.BRACKET_CLOSE, Kind.BULLET, Kind.PER)
)  # fmt: skip
_SILENT = frozenset((Kind.PUNCTUATION, Kind.SEPARATOR, Kind.COLON, Kind.NEWLINE, Kind.BULLET,
                     Kind.CONJUNCTION, Kind.BRACKET_OPEN, Kind.BRACKET_CLOSE))  # fmt: skip
#: What a collapsible list of items is titled; its items are parts of the figure above it.
_LIST_TITLE = re.compile(r"(?:full|complete|detailed)?\s?(?:list|breakdown|details)", re.IGNORECASE)


def read_cell(cell: Cell) -> tuple[list[Figure], list[Leftover]]:
    """All figures of a cell in their order, and every stretch of it that became none."""
    reader = _Reader(cell, read_terms(cell.text, cell.years))
    reader.read()
    settle(reader.figures, cell)
    return reader.figures, list(_leftovers(reader.terms, reader.figures))


@define(slots=True, eq=False)
class _Scope:
    """What headings, flags and lines before say of the figures that follow."""

    party: str | None = None
    label: str | None = None
    claimant: str | None = None
    effect: Effect | None = None
    date: EventDate | None = None
    remark: str | None = None
    #: where the evidence of the next figure begins, when its flag or label stands right before it
    mark: int | None = None
    total: bool = False


@define(slots=True, eq=False)
class _Reader:
    cell: Cell
    terms: list[Term]
    figures: list[Figure] = field(factory=list)
    scope: _Scope = field(factory=_Scope)
    #: the scope that a heading on a line of its own opened
    section: _Scope = field(factory=_Scope)
    labels: dict[int, int] = field(factory=dict)
    #: the figure whose parts a list below it holds
    listed: Figure | None = None
    line: int = 0
    depth: int = 0
    group: int = 0
    bracketed: int = 0

    def read(self) -> None:
        self.labels = find_labels(self.terms)
        has_flags = any(term.kind is Kind.FLAG for term in self.terms)
        start = 0
        for first, last in _lines(self.terms):
            self._begin_line(first, last, has_flags)
            self._read_sequence(first, last, None)
            self.line += 1
            start = last
        assert start <= len(self.terms)

    def _begin_line(self, first: int, last: int, has_flags: bool) -> None:
        """Decide what of the lines before still holds on this one."""
        awaited = self.scope.total and self._before(first) is Kind.COLON
        kept = self.scope if awaited or self._carries(first, last) else self.section
        self.scope = evolve(
            self.section, party=kept.party, label=kept.label, mark=None, total=awaited
        )
        self.depth = 0
        if first < last and self.terms[first].kind is Kind.BULLET:
            bullet = self.terms[first].text
            self.depth = len(bullet) * 2 + (bullet[0] != ":")
        if not has_flags and self.section.party is None:
            self.scope.label = None

    def _carries(self, first: int, last: int) -> bool:
        """Whether the flag of the line before also stands for this one."""
        if first >= last or not self.figures:
            return False
        return self._before(first) is Kind.SEPARATOR or self.terms[first].kind in (
            Kind.TOTAL, Kind.BULLET, Kind.BRACKET_OPEN, Kind.INCLUDING
        )  # fmt: skip

    def _before(self, first: int) -> Kind | None:
        """What the line before ended with."""
        return next(
            (term.kind for term in reversed(self.terms[:first]) if term.kind is not Kind.NEWLINE),
            None,
        )

    def _read_sequence(self, position: int, end: int, parent: Figure | None) -> None:
        """Read the terms up to ``end``; figures found are parts of ``parent``, if there is one."""
        owner, joined, first_figure = parent, "\n" if parent is None else "(", len(self.figures)
        if parent is None and (heading := self._read_heading(position, end)):
            position = heading
        while position < end:
            term = self.terms[position]
            if position in self.labels and self.labels[position] < end:
                position = self._read_label(position, end, parent)
                joined = ":"
            elif term.kind is Kind.QUANTITY:
                position = self._read_figure(position, end, joined, owner)
                joined = ""
            elif term.kind is Kind.FLAG:
                position = self._read_flag(position, end)
            elif term.kind is Kind.BRACKET_OPEN:
                position = self._read_bracket(position, end, self.figures[-1] if self.figures else None)
            elif term.kind is Kind.INCLUDING:
                term.used = True
                position += 1
                if len(self.figures) > first_figure:
                    owner = self.figures[-1]
            elif term.kind is Kind.TOTAL:
                term.used = self.scope.total = True
                self.scope.mark = term.start if self.scope.mark is None else self.scope.mark
                position += 1
            elif term.kind is Kind.DATE and isinstance(term.value, EventDate):
                position = self._read_date(position, term.value, first_figure)
            elif term.kind is Kind.PER:
                position = self._read_source(position, end)
            elif term.kind in (Kind.SEPARATOR, Kind.CONJUNCTION):
                joined = term.text.lower()
                position += 1
            else:
                position, found = self._read_unnumbered(position, end, joined, owner)
                joined = "" if found else joined

    # -- what stands before figures ---------------------------------------------------------------

    def _read_heading(self, position: int, end: int) -> int | None:
        """A line that only names a party or an outcome, for the lines below it."""
        parts = [term for term in self.terms[position:end] if term.kind not in _SILENT]
        if position < end and self.terms[position].kind is Kind.BRACKET_OPEN:
            return None
        if _LIST_TITLE.fullmatch(" ".join(part.text for part in parts)) and self.figures:
            for part in parts:
                part.used = True
            self.listed = self.figures[-1]
            return end
        effects = [part.value for part in parts if isinstance(part.value, Effect)]
        if not parts or any(
            part.kind in (Kind.QUANTITY, Kind.NOTHING, Kind.UNKNOWN, Kind.DEGREE, Kind.DATE)
            for part in parts
        ) or any(index in self.labels for index in range(position, end)):  # fmt: skip
            return None
        civil = any(part.kind is Kind.PERSON and part.value == CIVILIANS for part in parts)
        flag = next((part.value for part in parts if part.kind is Kind.FLAG), None)
        name = span_text(self.terms, *self._between(position, end), self.cell.text)
        party = CIVILIANS if civil else self.cell.names.resolve(name)
        if isinstance(flag, Country):
            party = self.cell.names.resolve(flag.name)
        strong = [effect for effect in effects if not effect.weak and not effect.noun]
        if strong or (party is None and not effects) or (effects and len(parts) > len(effects) + 2):
            return None
        for part in parts:
            part.used = True
        self._new_group()
        self.section = self.scope = _Scope(party=party, label=name)
        if effects:
            self.section.effect = self.scope.effect = None if effects[0].weak else effects[0]
        return end

    def _between(self, position: int, end: int) -> tuple[int, int]:
        """First and last term of a line that are words."""
        words = [i for i in range(position, end) if self.terms[i].kind not in _SILENT]
        return words[0], words[-1]

    def _read_label(self, position: int, end: int, parent: Figure | None) -> int:
        colon = self.labels[position]
        label = read_label(
            self.terms, position, colon, self.cell.text, self.cell.names, self.cell.side.party
        )
        for index in range(position, colon + 1):
            self.terms[index].used = True
        if label.total:
            self.scope.total = True
            self.scope.mark = label.start
            if label.effect is None and not label.named and label.date is None:
                return self._after_label(colon, end)
        elif parent is None and label.party is not None:
            self._new_group()
        if parent is not None and label.named and not self._follows_with_outcome(colon + 1, end):
            label.claimant, label.party, label.named = label.party or label.named, None, None
        self.scope = self._scope_of(label)
        return self._after_label(colon, end)

    def _scope_of(self, label: Label) -> _Scope:
        outer = self.section if label.party or label.claims else self.scope
        return _Scope(
            party=label.party or outer.party,
            label=label.named or (outer.label if not label.party else label.text),
            claimant=label.claimant or outer.claimant,
            effect=label.effect if label.effect and not label.effect.weak else outer.effect,
            date=label.date or outer.date,
            remark=label.remark or outer.remark,
            mark=label.start,
            total=label.total,
        )

    def _after_label(self, colon: int, end: int) -> int:
        """A label at the end of its line opens a section; any other holds for its line."""
        ends_line = all(self.terms[index].kind in _SILENT for index in range(colon + 1, end))
        if ends_line and not self.scope.total:
            self.section = evolve(self.scope, mark=None)
        return colon + 1

    def _follows_with_outcome(self, position: int, end: int) -> bool:
        return any(term.kind is Kind.OUTCOME for term in self.terms[position:end])

    def _read_flag(self, position: int, end: int) -> int:
        term = self.terms[position]
        term.used = True
        country = term.value if isinstance(term.value, Country) else None
        self._new_group()
        self.scope = evolve(
            self.section,
            party=self.cell.names.resolve(country.name) if country else None,
            label=country.name if country else None,
            mark=term.start,
            total=False,
        )
        position += 1
        while (
            position < end
            and position not in self.labels
            and self.terms[position].kind is Kind.COUNTRY
            and self.terms[position].value == country
        ):
            self.terms[position].used = True
            position += 1
        return position

    def _read_date(self, position: int, date: EventDate, first_figure: int) -> int:
        """A date in the line: of the figure before it, or of those that follow."""
        self.terms[position].used = True
        last = self.figures[-1] if len(self.figures) > first_figure else None
        if last is not None and last.date is None:
            last.date = date
            last.end = self.terms[position].end
        else:
            self.scope.date = date.within(Basis.HEADING)
        return position + 1

    def _read_source(self, position: int, end: int) -> int:
        """ "According to …," before the figures that are somebody's."""
        stop = position + 1
        while stop < end and self.terms[stop].kind not in (Kind.SEPARATOR, Kind.COLON, Kind.QUANTITY):
            stop += 1
        text = span_text(self.terms, position, stop - 1, self.cell.text)
        self.scope.claimant = claimant_of(text, self.cell.names, self.cell.side.party)
        for index in range(position, stop):
            self.terms[index].used = True
        return stop

    def _new_group(self) -> None:
        self.group += 1

    # -- figures ----------------------------------------------------------------------------------

    def _start_figure(self, quantity: Quantity, position: int, joined: str, parent: Figure | None) -> Figure:
        scope, start = self.scope, self.terms[position].start
        figure = Figure(
            quantity,
            start if scope.mark is None else scope.mark,
            self.terms[position].end,
            line=self.line,
            depth=self.depth,
            joined=joined,
            headed=scope.effect,
            party=scope.party,
            label=scope.label,
            date=scope.date,
            circumstances=scope.remark,
            parent=parent,
            bracketed=self.bracketed > 0,
            listed=self.listed,
            total=scope.total,
            group=self.group,
        )
        if scope.claimant is not None:
            figure.claimant, figure.stance = scope.claimant, Stance.CLAIMED
            figure.alternative = parent is not None
        scope.mark, scope.total = None, False
        self.terms[position].used = True
        self.figures.append(figure)
        return figure

    def _read_figure(self, position: int, end: int, joined: str, parent: Figure | None) -> int:
        quantity = self.terms[position].value
        assert isinstance(quantity, Quantity)
        before = self._outcome_before(position)
        figure = self._start_figure(quantity, position, joined, parent)
        position = self._skip_link(position + 1, end)
        figure.noun, position = self._read_noun(position, end, figure)
        position = self._read_outcomes(figure, position, end)
        if not figure.effects and before is not None:
            figure.effects, figure.told_at = [before[1]], before[0].start
            figure.start = min(figure.start, before[0].start)
            before[0].used = True
        return self._read_tail(figure, position, end)

    def _outcome_before(self, position: int) -> tuple[Term, Effect] | None:
        """ "lost 42,000 soldiers": an outcome that stands before its figure and is nobody else's."""
        if position == 0:
            return None
        term = self.terms[position - 1]
        free = term.kind is Kind.OUTCOME and not term.used and isinstance(term.value, Effect)
        return (term, term.value) if free and not term.value.noun else None  # type: ignore[union-attr,return-value]

    def _skip_link(self, position: int, end: int) -> int:
        """Step over "of", "of the", and the hyphen of "10-man"."""
        while position < end and (
            self.terms[position].text.lower() in ("of", "the", "its", "their")
            or (self.terms[position].text == "-" and self.terms[position].start == self.terms[position - 1].end)
        ):
            self.terms[position].used = True
            position += 1
        return position

    def _read_noun(self, position: int, end: int, figure: Figure) -> tuple[Noun | None, int]:
        noun, after = read_noun(
            self.terms, position, end, self.cell.text, self.labels, self.cell.names
        )
        self._consume(figure, position, after)
        return noun, after

    def _read_outcomes(self, figure: Figure, position: int, end: int) -> int:
        position = self._skip_auxiliaries(figure, position, end)
        while True:
            effects, after = read_effects(self.terms, position, end, self.labels)
            if not effects:
                return position
            if figure.effects and not all(effect.victims or effect.noun for effect in figure.effects):
                if figure.noun is None:
                    return position
            figure.effects, figure.told_at = effects, self.terms[position].start
            self._consume(figure, position, after)
            position = after
            if figure.noun is None:  # "200 imprisoned sailors killed"
                noun, behind = read_noun(
                    self.terms, position, end, self.cell.text, self.labels, self.cell.names
                )
                if noun is None or noun.thing is None or noun.implied is not None:
                    return position
                figure.noun = noun
                self._consume(figure, position, behind)
                position = self._skip_auxiliaries(figure, behind, end)

    def _skip_auxiliaries(self, figure: Figure, position: int, end: int) -> int:
        """Step over "were", "later", "reported", "seriously" when an outcome follows them."""
        after = position
        while after < end and after not in self.labels and self.terms[after].kind in (
            Kind.AUXILIARY, Kind.REPORTED, Kind.ADVERB
        ):  # fmt: skip
            after += 1
        if after == position:
            return position
        if after < end and self.terms[after].kind is Kind.OUTCOME:
            if any(self.terms[index].kind is Kind.REPORTED for index in range(position, after)):
                figure.stance = Stance.ALLEGED
            self._consume(figure, position, after)
            return after
        return position

    def _consume(self, figure: Figure, first: int, after: int) -> None:
        """Make the terms part of the figure's evidence."""
        for index in range(first, after):
            self.terms[index].used = True
        if after > first:
            figure.end = max(figure.end, self.terms[after - 1].end)

    def _read_tail(self, figure: Figure, position: int, end: int) -> int:
        """What follows the outcome: by whom, where, when, and brackets."""
        remark = position
        while position < end and position not in self.labels:
            term = self.terms[position]
            if term.kind is Kind.BRACKET_OPEN:
                self._remark(figure, remark, position)
                position = remark = self._read_bracket(position, end, figure)
            elif term.kind is Kind.TOTAL:
                figure.total = True
                self._consume(figure, position, position + 1)
                position = remark = self._read_outcomes(figure, position + 1, end)
            elif term.kind is Kind.DATE and isinstance(term.value, EventDate):
                if position > remark and capitalised(self.terms[remark]):
                    break
                if position + 1 < end and self.terms[position + 1].kind is Kind.COLON:
                    break
                figure.date = term.value
                self._consume(figure, position, position + 1)
                position = remark = position + 1
            elif term.kind is Kind.BY and (after := self._name_end(position + 1, end)) > position + 1:
                name = span_text(self.terms, position + 1, after - 1, self.cell.text)
                figure.perpetrator = self.cell.names.resolve(name) or name
                self._consume(figure, position, after)
                position = remark = after
            elif term.kind is Kind.OF_PLACE and (after := self._name_end(position + 1, end)) > position + 1:
                figure.place = span_text(self.terms, position + 1, after - 1, self.cell.text)
                self._consume(figure, position, after)
                position = remark = after
            elif term.kind in _ENDS_FIGURE or (term.kind is Kind.PUNCTUATION and term.text not in "-–—'’\"“”"):
                break
            elif term.kind in (Kind.WORD, Kind.COUNTRY) and capitalised(term) and position == remark:
                break  # a name right behind a figure begins something new
            else:
                position += 1
        self._remark(figure, remark, position)
        return position

    def _name_end(self, position: int, end: int) -> int:
        """Where the run of names from ``position`` on ends."""
        while position < end and position not in self.labels and (
            self.terms[position].kind in (Kind.WORD, Kind.COUNTRY, Kind.UNIT, Kind.REMARK, Kind.CLAIMANT)
        ) and capitalised(self.terms[position]):  # fmt: skip
            position += 1
        return position

    def _remark(self, figure: Figure, first: int, after: int) -> None:
        """Keep words that are neither place nor date as the figure's circumstances."""
        if after <= first:
            return
        self._consume(figure, first, after)
        text = span_text(self.terms, first, after - 1, self.cell.text)
        kinds = {term.kind for term in self.terms[first:after]}
        if kinds <= {Kind.ADVERB, Kind.AUXILIARY, Kind.PUNCTUATION}:
            return
        figure.circumstances = f"{figure.circumstances}; {text}" if figure.circumstances else text

    def _read_bracket(self, opening: int, end: int, figure: Figure | None) -> int:
        close = closing(self.terms, opening, end)
        inner = self.terms[opening + 1 : close]
        after = min(close + 1, end)
        kind = kind_of_bracket(inner, figure, self.cell.names)
        if figure is None:
            self._read_sequence(opening + 1, close, None)
            return after
        if kind is Bracket.PARTS:
            self._read_parts(opening, close, figure)
            return after
        text = span_text(self.terms, opening + 1, close - 1, self.cell.text) if inner else ""
        if kind is Bracket.ESTIMATED:
            figure.quantity = evolve(figure.quantity, approximate=True)
        elif kind is Bracket.OUTCOMES:
            self._read_bracketed_outcomes(figure, inner, text)
        elif kind is Bracket.CLAIMANT:
            self._claim(figure, text)
        elif kind is Bracket.PLACE:
            figure.place = span_text(self.terms, opening + 2, close - 1, self.cell.text)
        if kind in (Bracket.DATE, Bracket.REMARK):
            self._read_remark(figure, inner, text)
        for term in inner:
            term.used = True
        if self.terms[opening].start >= figure.end:
            figure.end = self.terms[min(close, len(self.terms) - 1)].end if close < end else inner[-1].end if inner else figure.end
        return after

    def _read_bracketed_outcomes(self, figure: Figure, inner: list[Term], text: str) -> None:
        effects = [term.value for term in inner if isinstance(term.value, Effect)]
        if not figure.effects or all(effect.weak for effect in figure.effects):
            figure.effects = effects
        if any(term.kind is Kind.WORD for term in inner):
            figure.circumstances = text

    def _read_remark(self, figure: Figure, inner: list[Term], text: str) -> None:
        dates = [term.value for term in inner if isinstance(term.value, EventDate)]
        for told in self._told_together(figure):
            if dates and told.date is None:
                told.date = dates[0]
            if len(inner) > len(dates):
                told.circumstances = told.circumstances or text

    def _told_together(self, figure: Figure) -> list[Figure]:
        """The figure, and where it ends a list of parts, their whole and the other parts."""
        whole = figure.parent
        if whole is None or whole.line != figure.line or figure.joined == "(":
            return [figure]
        return [other for other in self.figures if other is whole or other.parent is whole]

    def _claim(self, figure: Figure, text: str) -> None:
        """Give the claimant to the figure and to those before it on its line that have none."""
        names, own = self.cell.names, self.cell.side.party
        if self.cell.kind is CellKind.STRENGTH:
            if figure.party is None:
                figure.party = names.resolve(text) or names.begins(text) or text
            else:
                figure.circumstances = figure.circumstances or text
            return
        claimant = claimant_of(text, names, own)
        own_line = self.line != figure.line
        for earlier in reversed(self.figures):
            if earlier.claimant is not None or (earlier.line != figure.line and not own_line):
                break
            if earlier.parent is not figure:
                earlier.claimant, earlier.stance = claimant, Stance.CLAIMED

    def _read_parts(self, opening: int, close: int, figure: Figure) -> None:
        """Figures in brackets: parts of the figure before, or what somebody else says."""
        outer, self.scope = self.scope, evolve(
            self.scope, party=figure.party, label=None, mark=None, total=False, claimant=None,
            effect=None, date=figure.date, remark=None,
        )  # fmt: skip
        group, self.bracketed = self.group, self.bracketed + 1
        self._read_sequence(opening + 1, close, figure)
        self.group, self.bracketed = group, self.bracketed - 1
        self.scope = evolve(outer, mark=None)

    # -- figures without a number -----------------------------------------------------------------

    def _read_unnumbered(
        self, position: int, end: int, joined: str, parent: Figure | None
    ) -> tuple[int, bool]:
        """ "None", "No deaths", "Heavy losses", "both later freed", "Garrison annihilated"."""
        term = self.terms[position]
        following = self.terms[position + 1] if position + 1 < end else None
        opens = joined != "" or parent is not None
        if term.kind is Kind.NOTHING and self.cell.kind is CellKind.CASUALTIES:
            return self._read_nothing(position, end, joined, parent)
        if term.kind is Kind.DEGREE and opens and _stands_alone(following):
            if position and self.terms[position - 1].kind is Kind.REPORTED:
                return position + 1, False
            figure = self._start_figure(Quantity(term=term.text.lower()), position, joined, parent)
            position = self._read_outcomes(figure, position + 1, end)
            return self._read_tail(figure, position, end), True
        if term.text.lower() == "both" and parent is not None:
            figure = self._start_figure(Quantity.exactly(2), position, joined, parent)
            position = self._read_outcomes(figure, position + 1, end)
            return self._read_tail(figure, position, end), True
        if term.text.lower() == "all" and following and following.kind is Kind.QUANTITY:
            self.scope.mark = term.start if self.scope.mark is None else self.scope.mark
            term.used = True
            return position + 1, False
        if joined == "\n" and term.kind in (Kind.WORD, Kind.PERSON, Kind.UNIT):
            return self._read_uncounted(position, end, joined, parent)
        if term.kind is Kind.OUTCOME and parent is None and following and following.kind is Kind.QUANTITY:
            return position + 1, False  # the figure looks back for it
        return position + 1, False

    def _read_nothing(
        self, position: int, end: int, joined: str, parent: Figure | None
    ) -> tuple[int, bool]:
        after = position + 1
        noun, behind = read_noun(self.terms, after, end, self.cell.text, self.labels, self.cell.names)
        stop = behind
        while stop < end and self.terms[stop].kind in (Kind.AUXILIARY, Kind.ADVERB):
            stop += 1
        effects, last = read_effects(self.terms, stop, end, self.labels)
        alone = after >= end or self.terms[after].kind in (Kind.SEPARATOR, Kind.NEWLINE, Kind.BRACKET_OPEN)
        if not effects and not alone and not (noun and noun.implied):
            return after, False
        figure = self._start_figure(Quantity.exactly(0), position, joined, parent)
        if effects or noun:
            figure.noun, figure.effects = noun, effects
            self._consume(figure, after, last if effects else behind)
            after = last if effects else behind
        return self._read_tail(figure, after, end), True

    def _read_uncounted(
        self, position: int, end: int, joined: str, parent: Figure | None
    ) -> tuple[int, bool]:
        """ "Garrison annihilated": who met an outcome, without a number, on a line of its own."""
        noun, after = read_noun(self.terms, position, end, self.cell.text, self.labels, self.cell.names)
        effects, last = read_effects(self.terms, after, end, self.labels)
        told = effects and not any(effect.weak or effect.noun or effect.victims for effect in effects)
        ends = last >= end or self.terms[last].kind in (Kind.SEPARATOR, Kind.BRACKET_OPEN)
        if noun is None or not told or not ends or self.cell.kind is not CellKind.CASUALTIES:
            return position + 1, False
        figure = self._start_figure(Quantity(), position, joined, parent)
        figure.noun, figure.effects = noun, effects
        self._consume(figure, position, last)
        return self._read_tail(figure, last, end), True


def _stands_alone(following: Term | None) -> bool:
    return following is None or following.kind in (
        Kind.OUTCOME, Kind.SEPARATOR, Kind.NEWLINE, Kind.BRACKET_OPEN, Kind.QUANTITY, Kind.CONJUNCTION
    )  # fmt: skip


def _lines(terms: list[Term]) -> list[tuple[int, int]]:
    """First term of each line, and the term behind its last; a bracket left open holds lines together."""
    lines, start, depth = [], 0, 0
    for index, term in enumerate(terms):
        depth += (term.kind is Kind.BRACKET_OPEN) - (term.kind is Kind.BRACKET_CLOSE)
        if term.kind is Kind.NEWLINE and depth <= 0:
            lines.append((start, index))
            start, depth = index + 1, 0
    lines.append((start, len(terms)))
    return lines


def _leftovers(terms: list[Term], figures: list[Figure]) -> list[Leftover]:
    """Runs of terms that no figure holds: unread, or read as a heading."""
    spans = sorted((figure.start, figure.end) for figure in figures)
    found: list[Leftover] = []
    run: list[Term] = []
    for term in terms:
        if term.kind is Kind.NEWLINE or _held(term, spans):
            _close(run, found)
        elif not run or run[-1].used == term.used or term.kind in _SILENT:
            run.append(term)
        else:
            _close(run, found)
            run.append(term)
    _close(run, found)
    return found


def _close(run: list[Term], found: list[Leftover]) -> None:
    words = [term for term in run if term.kind not in _SILENT]
    if words:
        found.append(Leftover(words[0].start, words[-1].end, all(term.used for term in words)))
    run.clear()


def _held(term: Term, spans: list[tuple[int, int]]) -> bool:
    return any(start <= term.start and term.end <= end for start, end in spans)
