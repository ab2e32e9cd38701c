"""Totals against their parts: whether what is itemised adds up to what is stated.

Parts may be fewer than the whole ("17, among them two women"), so falling short is a fault only of
a list that means to be complete: three or more items of a cell that speak of all that the whole
does. In running text parts overlap ("ten women and twelve
children"), so there only what adds up is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from sahel_events.model import CasualtyClaim, Figure, Strength

__all__ = ["Sum", "sums"]

#: By how much rounded figures may miss their total.
_ABOUT = 0.02
_LATER = re.compile(r"\b(?:later|subsequently|eventually)\b", re.IGNORECASE)
#: A list of so many items is meant to be complete.
_LIST = 3


@frozen
class Sum:
    """A whole with its parts, and what these come to: from ``low`` to ``high``."""

    whole: Figure
    parts: tuple[Figure, ...]
    low: int
    high: int
    holds: bool

    def __str__(self) -> str:
        total = f"{self.low:,}" if self.low == self.high else f"{self.low:,}–{self.high:,}"
        return f"{len(self.parts)} parts come to {total}, the total says {self.whole.quantity}"


def sums(figures: Iterable[Figure]) -> Iterator[Sum]:
    """Every whole that has parts, and again where it is stated in other words of the same cell."""
    known = sorted(
        figures, key=lambda figure: (figure.document, figure.start, figure.end, figure.id)
    )
    by_id = {figure.id: figure for figure in known}
    parts: dict[str, list[Figure]] = {}
    for figure in known:
        whole = by_id.get(_whole_of(figure) or "")
        if whole is not None and _counts_towards(figure, whole):
            parts.setdefault(whole.id, []).append(figure)
    restated = _restated([by_id[id] for id in parts], known)
    for id, found in parts.items():
        for whole in (by_id[id], *restated.get(id, ())):
            sum_ = _add(whole, found)
            if sum_ is not None:
                yield sum_


def _whole_of(figure: Figure) -> str | None:
    part_of: str | None = figure.part_of if isinstance(figure, CasualtyClaim | Strength) else None
    return part_of


def _counts_towards(part: Figure, whole: Figure) -> bool:
    """Whether a part has a figure of what the whole counts: freed hostages are no captured ones.

    Those who "later died" are of the wounded or captured, and were never counted among the killed.
    """
    if part.quantity.low is None or _LATER.search(part.quote or "") is not None:
        return False
    if isinstance(part, CasualtyClaim) and isinstance(whole, CasualtyClaim):
        return set(part.outcomes) <= set(whole.outcomes)
    return True


def _restated(wholes: Sequence[Figure], known: Iterable[Figure]) -> dict[str, list[Figure]]:
    """Figures that give a whole once more: "428+ killed: …; total of 428 reported killed"."""
    by_figure: dict[tuple[object, ...], list[Figure]] = {}
    for figure in known:
        if _whole_of(figure) is None and figure.field != "body":
            by_figure.setdefault(_same(figure), []).append(figure)
    return {
        whole.id: [other for other in by_figure.get(_same(whole), ()) if other.id != whole.id]
        for whole in wholes
        if whole.field != "body"
    }


def _same(figure: Figure) -> tuple[object, ...]:
    outcomes = figure.outcomes if isinstance(figure, CasualtyClaim) else ()
    party = figure.victim_party if isinstance(figure, CasualtyClaim) else None
    quantity = figure.quantity
    return figure.document, figure.field, party, outcomes, quantity.low, quantity.high


def _add(whole: Figure, parts: Sequence[Figure]) -> Sum | None:
    """The sum; ``None`` where parts may overlap, or are not all."""
    stated = whole.quantity
    if stated.low is None or stated.high is None or len(parts) < 2:
        return None
    low = sum(part.quantity.low or 0 for part in parts)
    high = sum(part.quantity.high or 0 for part in parts)
    about = stated.approximate or any(part.quantity.approximate for part in parts)
    slack = _ABOUT * stated.high if about else 0
    over = low - stated.high > slack and not stated.at_least
    under = stated.low - high > slack
    if not over and not under:
        return Sum(whole, tuple(parts), low, high, True)
    open_end = stated.at_most or any(part.quantity.at_least for part in parts)
    fails = over or (not open_end and _is_complete(whole, parts))
    return Sum(whole, tuple(parts), low, high, False) if fails and whole.field != "body" else None


def _is_complete(whole: Figure, parts: Sequence[Figure]) -> bool:
    if len(parts) < _LIST:
        return False
    if isinstance(whole, CasualtyClaim):
        told = {
            outcome
            for part in parts
            if isinstance(part, CasualtyClaim)
            for outcome in part.outcomes
        }
        return told == set(whole.outcomes)
    return True
