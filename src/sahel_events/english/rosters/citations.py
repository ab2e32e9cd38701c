"""Which web links belong to which figures.

Wiki exports list the citations of a cell in their order, without their places. Where they go with
the items of a list, one or more to each, they are aligned in order; the addresses themselves tell
where an item has two ("…/2018/01/…", "63-mali-soldiers-…").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from attrs import frozen

from sahel_events.english.cells.figure import Figure
from sahel_events.text.passage import Link
from sahel_events.values.numbers import to_int

__all__ = ["bind_citations"]

_YEAR_MONTH = re.compile(r"(?<!\d)(20[0-3]\d|19\d\d)[/-]?(0[1-9]|1[0-2])(?!\d{3,})")
_NUMBER = re.compile(
    r"(?<![\da-z])(\d{1,4})-[a-z]|[/-](three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|[a-z]+teen|twenty|thirty|forty|fifty)-"
)
_FORBIDDEN = float("-inf")
#: Citations times figures: beyond this, no cell has been read by anybody who put them together.
_MOST = 250_000


def bind_citations(
    text: str, links: Sequence[Link], figures: list[Figure]
) -> tuple[dict[int, list[str]], int]:
    """Addresses by index of the figure that they cite, and how many could be bound to none.

    A link whose words stand in the cell's text cites the figure that stands there.
    """
    bound: dict[int, list[str]] = {}
    loose: list[str] = []
    before = _Before(figures)
    position = 0
    for link in links:
        if not link.site:
            continue
        at = link.at
        if at is None and link.text and (found := text.find(link.text, position)) >= 0:
            at = position = found + len(link.text)
        index = before.find(at) if at is not None else None
        if index is not None:
            bound.setdefault(index, []).append(link.site)
        else:
            loose.append(link.site)
    items = _items(figures, len(loose)) if loose else []
    if not items:
        return bound, len(loose)
    for site, item in zip(loose, _align(loose, [figures[item] for item in items]), strict=True):
        bound.setdefault(items[item], []).append(site)
    return bound, 0


class _Before:
    """The figure that a citation follows, for any number of both."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        order = range(len(figures))

        def end(index: int) -> tuple[int, int]:
            return figures[index].end, -index

        def later(one: int, other: int) -> int:
            return max(one, other, key=end)

        self._by_start = sorted(order, key=lambda index: figures[index].start)
        self._by_end = sorted(order, key=end)
        self._starts = [figures[index].start for index in self._by_start]
        self._ends = [figures[index].end for index in self._by_end]
        #: of the figures up to each in the order of their starts, the one that ends last
        self._last = list(accumulate(self._by_start, later))

    def find(self, at: int) -> int | None:
        """The last figure that ends before the place, else the last that begins before it."""
        ended = bisect_right(self._ends, at)
        if ended:
            return self._by_end[ended - 1]
        begun = bisect_left(self._starts, at)
        return self._last[begun - 1] if begun else None


def _items(figures: list[Figure], count: int) -> list[int]:
    """The figures that the citations go with: a list of parts, or all figures of the cell."""
    groups: dict[int, list[int]] = {}
    for index, figure in enumerate(figures):
        if figure.parent is not None:
            groups.setdefault(id(figure.parent), []).append(index)
    every = list(range(len(figures)))
    fitting = [
        group
        for group in (*groups.values(), every)
        if len(group) <= count < 2 * len(group)
        and (count == len(group) or count * len(group) <= _MOST)
    ]
    if len(figures) == 1:
        fitting.append(every)
    return min(fitting, key=lambda group: count - len(group), default=[])


def _align(sites: list[str], items: list[Figure]) -> list[int]:
    """For every address the item it goes with: in order, each item at least once, best in sum."""
    addresses = [_Address.read(site) for site in sites]
    spare = len(sites) - len(items)
    if not spare:
        return list(range(len(items)))
    best = [[_FORBIDDEN] * len(items) for _ in sites]
    moved = [[True] * len(items) for _ in sites]
    best[0][0] = addresses[0].agreement(items[0], shared=False)
    for row in range(1, len(sites)):
        for column in range(max(0, row - spare), min(row + 1, len(items))):
            stay = best[row - 1][column]
            if stay > _FORBIDDEN:
                stay += addresses[row].agreement(items[column], shared=True)
            move = best[row - 1][column - 1] if column else _FORBIDDEN
            if move > _FORBIDDEN:
                move += addresses[row].agreement(items[column], shared=False)
            best[row][column], moved[row][column] = max(stay, move), move >= stay
    path, column = [], len(items) - 1
    for row in range(len(sites) - 1, -1, -1):
        path.append(column)
        column -= moved[row][column] and row > 0
    return path[::-1]


@frozen
class _Address:
    """What a web address says of the news behind it: a month, and numbers."""

    month: str | None
    numbers: frozenset[int]

    @classmethod
    def read(cls, site: str) -> _Address:
        found = _YEAR_MONTH.search(site)
        numbers = (to_int(digits or word) for digits, word in _NUMBER.findall(site))
        return cls(
            f"{found[1]}-{found[2]}" if found else None,
            frozenset(number for number in numbers if number is not None),
        )

    def agreement(self, item: Figure, *, shared: bool) -> float:
        """How well the address fits a figure, by its month and its numbers."""
        score = -0.5 if shared else 0.0  # most items have one source
        if self.month and item.date:
            date = item.date.edtf
            same_year = date[:4] == self.month[:4]
            score += 2.0 if date.startswith(self.month) else 0.0 if same_year else -2.0
        low, high = item.quantity.low, item.quantity.high
        if self.numbers and low is not None and high is not None:
            if any(low <= number <= high for number in self.numbers):
                return score + 2.0
            if min(self.numbers) > high:
                return score - 1.0
            return score - (0.25 if shared else 0.5)
        return score
