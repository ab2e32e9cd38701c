"""Where the reader of a cell stands: its terms, the figures so far, and what holds for the next."""

from __future__ import annotations

from collections.abc import Callable

from attrs import define, field

from sahel_events.english.cells.cell_phrases import read_effects, read_noun
from sahel_events.english.cells.figure import Cell, Figure, Noun
from sahel_events.english.cells.terms import Term
from sahel_events.english.lexicon.words import Effect, Kind
from sahel_events.kinds import Stance
from sahel_events.values import EventDate, Quantity

__all__ = ["SILENT", "CellState", "Scope"]

#: Terms that say nothing by themselves.
SILENT = frozenset(
    (
        Kind.BRACKET_CLOSE,
        Kind.BRACKET_OPEN,
        Kind.BULLET,
        Kind.COLON,
        Kind.CONJUNCTION,
        Kind.NEWLINE,
        Kind.PUNCTUATION,
        Kind.SEPARATOR,
    )
)


@define(slots=True)
class Scope:
    """What headings, flags and earlier lines say of the figures that follow."""

    party: str | None = None
    #: who the figures are of, as the flag or heading has it
    label: str | None = None
    claimant: str | None = None
    effects: list[Effect] = field(factory=list)
    date: EventDate | None = None
    remark: str | None = None
    #: where the evidence of the next figure begins, when its flag or label stands right before it
    mark: int | None = None
    total: bool = False
    #: what a heading counts: "Helicopters destroyed:"
    noun: Noun | None = None


@define(slots=True, eq=False)
class CellState:
    """The state of reading one cell; ``labels`` maps the first term of a label to its colon."""

    cell: Cell
    terms: list[Term]
    labels: dict[int, int]
    #: reads terms up to a position; brackets hold sequences of their own
    read_sequence: Callable[[CellState, int, int, Figure | None], None]
    figures: list[Figure] = field(factory=list)
    #: what holds on this line
    scope: Scope = field(factory=Scope)
    #: what a heading on a line of its own opened, until the next one
    section: Scope = field(factory=Scope)
    #: the figure whose parts a list below it holds
    listed: Figure | None = None
    line: int = 0
    #: how deep the bullet of the line is
    depth: int = 0
    #: figures that stand together: each flag or heading begins a new group
    group: int = 0
    #: how many brackets are open, and how many of them behind a figure
    open_brackets: int = 0
    bracketed: int = 0
    #: whether labels of this cell say whose figures follow: "Russian claim:", the enemy's name
    attributed: bool = False
    #: whether labels of this cell name parties of their own
    parted: bool = False
    #: whether the lines below hold the parts of figures that ended with a colon
    awaits_parts: bool = False

    def kind(self, position: int) -> Kind:
        """The kind of the term at the position."""
        return self.terms[position].kind

    def words(self, first: int, after: int) -> str:
        """The text of the terms from ``first`` to before ``after``, white space folded."""
        begin, end = self.terms[first].start, self.terms[after - 1].end
        return " ".join(self.cell.text[begin:end].split())

    def noun(self, position: int, end: int) -> tuple[Noun | None, int]:
        """The noun phrase that begins here, and the position behind it."""
        return read_noun(self.terms, position, end, self.cell.text, self.labels, self.cell.names)

    def effects(self, position: int, end: int) -> tuple[list[Effect], int]:
        """The outcomes that are listed from here on, and the position behind them."""
        return read_effects(self.terms, position, end, self.labels)

    def use(self, first: int, after: int) -> None:
        """Mark terms as read."""
        for index in range(first, after):
            self.terms[index].used = True

    def consume(self, figure: Figure, first: int, after: int) -> None:
        """Make terms part of a figure's evidence."""
        if after > first:
            self.use(first, after)
            figure.end = max(figure.end, self.terms[after - 1].end)

    def claim(self, figure: Figure, claimant: str | None) -> None:
        """Say that a figure is somebody's."""
        figure.claimant, figure.stance = claimant, Stance.CLAIMED

    def start_figure(
        self, quantity: Quantity, position: int, joined: str, parent: Figure | None
    ) -> Figure:
        """A new figure at the position, with all that its scope says of it."""
        scope, term = self.scope, self.terms[position]
        figure = Figure(
            quantity,
            term.start if scope.mark is None else scope.mark,
            term.end,
            line=self.line,
            depth=self.depth,
            joined=joined,
            headed=scope.effects,
            party=scope.party,
            label=scope.label,
            date=scope.date,
            circumstances=scope.remark,
            parent=parent,
            total=scope.total,
            group=self.group,
            bracketed=self.bracketed > 0,
            listed=self.listed,
        )
        if scope.claimant is not None:
            self.claim(figure, scope.claimant)
            figure.alternative = parent is not None
        scope.mark, scope.total = None, False
        term.used = True
        self.figures.append(figure)
        return figure
