"""Which figures of a cell are parts of which: brackets, "including", lists, bullets, totals."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import islice, takewhile

from sahel_events.english.cells.figure import Figure
from sahel_events.kinds import Outcome
from sahel_events.values import EventDate
from sahel_events.values.dates import hull

__all__ = ["find_parts"]

#: How far before a bracket a figure may stand that the bracket splits.
_NEAR = 12
_FREED_FROM = frozenset((Outcome.CAPTURED, Outcome.HOSTAGE, Outcome.ARRESTED))


def find_parts(figures: list[Figure]) -> None:
    """Give every part its whole; wholes without a date span the dates of their parts."""
    _leave_including(figures)
    _lists(figures)
    _itemise(figures)
    _bullets(figures)
    _totals(figures)
    _date_totals(figures)


def _leave_including(figures: list[Figure]) -> None:
    """A figure with an outcome that its whole lacks is no part of it, unless in brackets."""
    for index, figure in enumerate(figures):
        whole = figure.parent
        if whole is None:
            if index and _were_freed(figure, figures[index - 1]):
                figure.parent = figures[index - 1]
        elif figure.alternative or (figure.bracketed and not _at_most(figure, whole)):
            figure.parent = None
            figure.alternative = True  # "7,000 (pre-war: 12,150)": no part exceeds its whole
        elif not _may_be_part(figure, whole):
            other = _whole_beside(figure, whole, (figures[at] for at in range(index - 1, -1, -1)))
            if other is not None or not figure.bracketed:
                figure.parent = other


def _were_freed(figure: Figure, before: Figure) -> bool:
    """As in "45 prisoners, 18 since released": the second figure counts some of the first."""
    return (
        Outcome.FREED in figure.outcomes
        and before.line == figure.line
        and bool(_FREED_FROM & set(before.outcomes))
        and (figure.noun is None or figure.noun is before.noun)
    )


def _whole_beside(figure: Figure, whole: Figure, before: Iterable[Figure]) -> Figure | None:
    """As in "825 killed, 1,067 captured (US Army: 24 killed …)": the bracket splits both."""
    if not figure.bracketed:
        return None
    for other in islice(before, _NEAR):
        if (other.line, other.group) != (whole.line, whole.group):
            return None
        if other.parent is whole.parent and _may_be_part(figure, other):
            return other
    return None


def _may_be_part(figure: Figure, whole: Figure) -> bool:
    """Whether what became of the part can have become of the whole."""
    if figure.thing != whole.thing:
        return False
    if Outcome.CASUALTY in whole.outcomes or Outcome.CASUALTY in figure.outcomes:
        return True
    return set(figure.outcomes) - {Outcome.EXECUTED} <= set(whole.outcomes)


def _lists(figures: list[Figure]) -> None:
    """What a list titled "Full list" holds, are parts of the figure above it."""
    for figure in figures:
        whole = figure.listed
        named_otherwise = figure.party is not None and figure.label is None
        if whole is not None and figure.parent is None and not named_otherwise:
            above = [whole, *(other for other in figures if other.line == whole.line)]
            figure.parent = next((one for one in above if _sums(figure, one)), None)


def _itemise(figures: list[Figure]) -> None:
    """As in "428+ killed 63 killed (2013), 52 killed (2014)": dated items of an undated figure."""
    for index, whole in enumerate(figures):
        if whole.date is not None or whole.parent is not None or whole.total:
            continue
        after = (figures[at] for at in range(index + 1, len(figures)))
        items = list(takewhile(partial(_is_item, whole), after))
        if len(items) > 1 and items[0].joined == "":
            for item in items:
                item.parent = item.parent or whole


def _is_item(whole: Figure, item: Figure) -> bool:
    return (
        (item.line, item.group) == (whole.line, whole.group)
        and (item.outcomes, item.thing) == (whole.outcomes, whole.thing)
        and item.date is not None
        and not item.total
    )


def _bullets(figures: list[Figure]) -> None:
    """Figures with deeper bullets are parts of the figure above them."""
    stack: list[Figure] = []
    for figure in figures:
        if figure.parent is not None or figure.total:
            continue
        while stack and (stack[-1].depth >= figure.depth or figure.group != stack[-1].group):
            stack.pop()
        above = stack[-1] if stack else None
        if above is None or figure.line > above.line:
            stack.append(figure)
        if above is not None and above.line < figure.line and _sums(figure, above):
            figure.parent = above


def _at_most(part: Figure, whole: Figure) -> bool:
    """Whether the part is no larger than its whole."""
    low, high = part.quantity.low, whole.quantity.high
    return low is None or high is None or low <= high or whole.quantity.at_least


def _totals(figures: list[Figure]) -> None:
    """A total sums the figures of its group before it; where it comes first, those after it."""
    wholes = {id(figure.parent) for figure in figures if figure.parent}
    for index, total in enumerate(figures):
        if not total.total or total.parent is not None:
            continue
        parts = _group_of(total, (figures[at] for at in range(index - 1, -1, -1)))
        wider = _since_last_total(figures[at] for at in range(index - 1, -1, -1))
        if len(wider) > len(parts) and (len(parts) < 2 or _sum_fits(wider, parts, total)):
            parts = wider
            total.party = total.label = None
        after = (figures[at] for at in range(index + 1, len(figures)))
        for part in parts or _group_of(total, after):
            counted = part.parent is not None or part.alternative or id(part) in wholes
            if not counted and _sums(part, total):
                part.parent = total
                wholes.add(id(total))


def _sum_fits(wider: list[Figure], parts: list[Figure], total: Figure) -> bool:
    """Whether a total is rather that of all flags than of the last: the figures add up to it."""
    high, low = total.quantity.high, total.quantity.low
    if high is None or low is None:
        return False
    every = sum(part.quantity.low or 0 for part in wider if _sums(part, total))
    last = sum(part.quantity.high or 0 for part in parts if _sums(part, total))
    return last < low and 0 < every <= high * 1.05


def _group_of(total: Figure, candidates: Iterable[Figure]) -> list[Figure]:
    """The figures under the same flag or heading, up to another total."""
    same = partial(_stands_with, total)
    return list(takewhile(same, candidates))


def _stands_with(total: Figure, figure: Figure) -> bool:
    return figure.group == total.group and not figure.total


def _since_last_total(before: Iterable[Figure]) -> list[Figure]:
    """The figures of all flags and headings since the last total."""
    return list(takewhile(lambda figure: not figure.total, before))


def _sums(part: Figure, total: Figure) -> bool:
    return part.thing == total.thing and _may_be_part(part, total) and _at_most(part, total)


def _date_totals(figures: list[Figure]) -> None:
    dates: dict[int, list[EventDate | None]] = {}
    for part in figures:
        if part.parent is not None:
            dates.setdefault(id(part.parent), []).append(part.date)
    for whole in figures:
        known = [date for date in dates.get(id(whole), ()) if date is not None]
        if whole.date is None and len(known) == len(dates.get(id(whole), ())) > 1:
            whole.date = hull(known)
