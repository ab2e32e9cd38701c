"""What belongs together among the figures of a cell.

"8 soldiers and 2 gendarmes killed" shares its outcome forwards, "1 tank destroyed, 2 damaged" its
noun backwards; "Total:" sums what stands before it, bullets and dated items are parts of the figure
above. Then every figure gets its outcomes, its kind and its party.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from itertools import pairwise, takewhile

from sahel_events.language.figures import CIVILIANS, Cell, CellKind, Figure, Noun
from sahel_events.language.lexicon import Effect
from sahel_events.language.phrases import belongs_to_nobody
from sahel_events.model import Outcome
from sahel_events.values.dates import hull

__all__ = ["settle"]

_AND = frozenset(("and", "&", "plus", "+"))
_TOGETHER = _AND | {",", "or"}
_FREED_FROM = frozenset((Outcome.CAPTURED, Outcome.HOSTAGE, Outcome.ARRESTED))
#: Words for people that are aircraft as well.
_AMBIGUOUS = re.compile(r"\bfighters?\b", re.IGNORECASE)


def settle(figures: list[Figure], cell: Cell) -> None:
    """Complete the figures of a cell from one another."""
    counts_losses = cell.kind is not CellKind.STRENGTH
    if counts_losses:
        _share_nouns(figures)
        _share_outcomes(figures)
        _inherit_outcomes(figures)
    for figure in figures:
        _decide_kind(figure)
    if counts_losses:
        for figure in figures:
            _decide_outcomes(figure, cell)
        _leave_including(figures)
    _find_parts(figures)
    # where flags or headings tell the parties apart, a figure without one is nobody's for certain
    flagged = any(f.party not in (None, cell.side.party) for f in figures)
    for figure in figures:
        _decide_party(figure, figures, cell, flagged)
    _date_totals(figures)


def _share_nouns(figures: list[Figure]) -> None:
    """As in "1 border guard killed, 2 kidnapped": the second figure counts the same kind of
    people.
    """
    for before, figure in pairwise(figures):
        if (
            figure.noun is None
            and figure.effects
            and _goes_on(before, figure)
            and _fits(before, figure)
        ):
            figure.noun = before.noun
        elif figure.noun is None and figure.effects and figure.parent and figure.joined == "(":
            figure.noun = figure.parent.noun
        elif figure.noun is not None and figure.noun.others and figure.noun.thing is None:
            # "3 helicopters shot down, 5 others damaged"
            figure.noun.thing = (
                _goes_on(before, figure) and before.noun is not None and bool(before.noun.thing)
            )


def _goes_on(before: Figure, figure: Figure) -> bool:
    """Whether a figure stands in one enumeration with the one before it."""
    return (
        figure.joined in _TOGETHER
        and figure.line == before.line
        and bool(before.effects)
        and not any(effect.noun for effect in figure.effects)
    )


def _fits(before: Figure, figure: Figure) -> bool:
    """Whether what became of the second can be said of what the first counts."""
    noun = before.noun
    if noun is None or noun.others:
        return False
    if noun.thing or (noun.thing is None and not any(effect.people for effect in before.effects)):
        return all(effect.things for effect in figure.effects)
    return figure.parent is before.parent and all(effect.people for effect in figure.effects)


def _share_outcomes(figures: list[Figure]) -> None:
    """As in "8 soldiers and 2 gendarmes killed": the first figure takes the outcome of the next."""
    ends_in_and = shared = False  # a list ends with "and": "88 tanks, 25 guns destroyed" is none
    for figure, after in zip(reversed(figures[:-1]), reversed(figures[1:]), strict=True):
        ends_in_and = after.joined in _AND or (ends_in_and and after.joined == "," and shared)
        tied = ends_in_and and figure.line == after.line and after.parent is figure.parent
        shared = tied and not figure.effects and bool(after.effects) and _same_kind(figure, after)
        if shared:
            figure.effects = after.effects
            figure.end = max(figure.end, after.end)
            figure.date = figure.date or after.date
            figure.place = figure.place or after.place


def _same_kind(figure: Figure, after: Figure) -> bool:
    """Whether both count people, or both things, as far as their nouns tell."""
    noun, other = figure.noun, after.noun
    if noun is None or other is None or noun.implied is not None:
        return False
    if noun.modifies(figure.quantity):  # "61 individual and 14 crew-served weapons"
        noun.thing, noun.category = other.thing, other.category
    either = all(effect.people and effect.things for effect in after.effects)  # "lost"
    return either or noun.thing is None or other.thing is None or noun.thing == other.thing


def _inherit_outcomes(figures: list[Figure]) -> None:
    """Give bare figures the outcome of their heading, of their whole, or of the figure they
    answer.
    """
    last: Figure | None = None
    for figure in figures:
        if figure.headed and not figure.effects and not _named_by_outcome(figure):
            figure.effects = figure.headed
        if figure.effects or _named_by_outcome(figure):
            last = figure
            continue
        source = figure.parent
        if source is None and last is not None and _hangs_below(figure, last):
            source = last
        elif source is None and last is not None and _answers(figure, last):
            source = last
            if figure.date is not None and last.date is None and figure.claimant is None:
                figure.parent = last.parent or last
        if source is not None and not (figure.noun and figure.noun.thing):
            _take_outcome(figure, source)
            if figure.effects and figure.parent is None and not _hangs_below(figure, last):
                last = figure


def _hangs_below(figure: Figure, last: Figure | None) -> bool:
    """Whether a bare figure with a deeper bullet itemises the one above: "34 killed", "* 6
    officers".
    """
    return (
        last is not None
        and figure.depth > last.depth
        and figure.line > last.line
        and figure.noun is not None
        and not figure.noun.thing
    )


def _named_by_outcome(figure: Figure) -> bool:
    """Whether the noun tells the outcome: "45 prisoners"."""
    return figure.noun is not None and figure.noun.implied is not None


def _take_outcome(figure: Figure, source: Figure) -> None:
    noun = source.noun
    figure.effects = source.effects or ([noun.implied] if noun and noun.implied else [])
    if figure.noun is None and (source is figure.parent or figure.claimant):
        figure.noun = source.noun
    if source.line == figure.line and source.told_at is not None:
        figure.start = min(figure.start, source.told_at)  # the evidence holds number and outcome


def _answers(figure: Figure, last: Figure) -> bool:
    """Whether a figure without outcome repeats the last one: by another claimant, date or party."""
    if figure.noun is not None or figure.total:
        return False
    bare_list = bool(last.headed) and figure.date is not None
    by_another = (figure.circumstances or "").startswith("by ")
    told_apart = figure.place or figure.perpetrator or figure.date or by_another
    if figure.joined in _TOGETHER and figure.line == last.line and told_apart:
        return True  # "51 killed at Gao and 20 at Kidal"
    return (
        (figure.claimant is not None and last.claimant is not None)
        or bare_list
        or (
            figure.joined == ":"
            and figure.label is not None
            and last.label is not None
            and last.joined == ":"
        )
    )


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
    effects: Iterable[Effect] = figure.effects
    if not figure.effects and figure.noun is not None and figure.noun.implied is not None:
        effects = (figure.noun.implied,)
    outcomes = {
        outcome
        for effect in effects
        for outcome in (
            (effect.things or effect.people) if figure.thing else (effect.people or effect.things)
        )
    }
    if not outcomes:
        outcomes = {Outcome.DISPLACED} if _of_displaced(figure, cell) else {Outcome.CASUALTY}
    if figure.thing and len(outcomes) > 1:
        outcomes.discard(Outcome.CASUALTY)  # "abandoned and captured"
    figure.outcomes = tuple(sorted(outcomes))


def _of_displaced(figure: Figure, cell: Cell) -> bool:
    return cell.kind is CellKind.NOTES and not figure.thing


def _leave_including(figures: list[Figure]) -> None:
    """A figure with an outcome that its whole lacks is no part of it, unless in brackets."""
    before: Figure | None = None
    for figure in figures:
        whole = figure.parent
        if whole is None:
            if before is not None and _were_freed(figure, before):
                figure.parent = before
        elif figure.alternative:
            figure.parent = None
        elif not _may_be_part(figure, whole):
            other = _whole_beside(figure, whole, figures)
            if other is not None or not figure.bracketed:
                figure.parent = other
        before = figure


def _were_freed(figure: Figure, before: Figure) -> bool:
    """As in "45 prisoners, 18 since released": the second figure counts some of the first."""
    return (
        Outcome.FREED in figure.outcomes
        and before.line == figure.line
        and bool(_FREED_FROM & set(before.outcomes))
        and (figure.noun is None or figure.noun is before.noun)
    )


def _whole_beside(figure: Figure, parent: Figure, figures: list[Figure]) -> Figure | None:
    """As in "825 killed, 1,067 captured (US Army: 24 killed …)": the bracket splits both."""
    if not figure.bracketed:
        return None
    beside = [
        other
        for other in figures[: figures.index(parent)]
        if other.line == parent.line
        and other.group == parent.group
        and other.parent is parent.parent
    ]
    return next((other for other in reversed(beside) if _may_be_part(figure, other)), None)


def _may_be_part(figure: Figure, whole: Figure) -> bool:
    if figure.thing != whole.thing:
        return False
    if Outcome.CASUALTY in whole.outcomes or Outcome.CASUALTY in figure.outcomes:
        return True
    return set(figure.outcomes) - {Outcome.EXECUTED} <= set(whole.outcomes)


def _find_parts(figures: list[Figure]) -> None:
    _lists(figures)
    _itemise(figures)
    _bullets(figures)
    _totals(figures)


def _lists(figures: list[Figure]) -> None:
    """What a list titled "Full list" holds, are parts of the figure above it."""
    for figure in figures:
        whole = figure.listed
        named_otherwise = figure.party is not None and figure.label is None
        if whole is not None and figure.parent is None and not named_otherwise:
            figure.parent = whole if _sums(figure, whole) else None


def _itemise(figures: list[Figure]) -> None:
    """As in "428+ killed 63 killed (2013), 52 killed (2014)": dated items of an undated figure."""
    for index, whole in enumerate(figures):
        if whole.date is not None or whole.parent is not None or whole.total:
            continue
        items = list(takewhile(partial(_is_item, whole), figures[index + 1 :]))
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
    low, high = part.quantity.low, whole.quantity.high
    return low is None or high is None or low <= high or whole.quantity.at_least


def _totals(figures: list[Figure]) -> None:
    """A total sums the figures of its group before it; where it comes first, those after it."""
    for index, total in enumerate(figures):
        if not total.total or total.parent is not None:
            continue
        wholes = {id(figure.parent) for figure in figures if figure.parent}
        parts = _group_of(total, figures[:index][::-1])
        wider = _since_last_total(figures[:index])
        if len(wider) > len(parts) and (len(parts) < 2 or _sum_fits(wider, parts, total)):
            parts = wider
            total.party = total.label = None
        for part in parts or _group_of(total, figures[index + 1 :]):
            if part.parent is None and id(part) not in wholes and _sums(part, total):
                part.parent = total


def _sum_fits(wider: list[Figure], parts: list[Figure], total: Figure) -> bool:
    """Whether a total is rather that of all flags than of the last: the figures add up to it."""
    high, low = total.quantity.high, total.quantity.low
    if high is None or low is None:
        return False
    every = sum(part.quantity.low or 0 for part in wider if _sums(part, total))
    last = sum(part.quantity.high or 0 for part in parts if _sums(part, total))
    return last < low and 0 < every <= high * 1.05


def _group_of(total: Figure, candidates: list[Figure]) -> list[Figure]:
    found = []
    for figure in candidates:
        if figure.group != total.group or figure.total:
            break
        found.append(figure)
    return found


def _since_last_total(before: list[Figure]) -> list[Figure]:
    """The figures of all flags and headings since the last total."""
    found: list[Figure] = []
    for figure in reversed(before):
        if figure.total:
            break
        found.append(figure)
    return found


def _sums(part: Figure, total: Figure) -> bool:
    return part.thing == total.thing and _may_be_part(part, total) and _at_most(part, total)


def _decide_party(figure: Figure, figures: list[Figure], cell: Cell, flagged: bool) -> None:
    noun = figure.noun
    strength = cell.kind is CellKind.STRENGTH
    if noun is not None and noun.party is not None and not (strength and noun.party == CIVILIANS):
        figure.party = noun.party
    elif noun is not None and noun.others and (sibling := _sibling(figure, figures)) is not None:
        figure.party = sibling.party
    elif figure.party is None and cell.kind is CellKind.CASUALTIES:
        if figure.outcomes == (Outcome.DISPLACED,):
            figure.party = CIVILIANS
        elif not flagged:
            figure.party = cell.side.party
    if figure.party != CIVILIANS and belongs_to_nobody(noun):
        figure.party = None
    if Outcome.FREED in figure.outcomes and figure.parent is None and figure.party == CIVILIANS:
        figure.party = None  # whom a side lost by their being freed, is no party's loss


def _sibling(figure: Figure, figures: list[Figure]) -> Figure | None:
    index = figures.index(figure)
    before = figures[index - 1] if index else None
    return (
        before if before and before.parent is figure.parent and before.line == figure.line else None
    )


def _date_totals(figures: list[Figure]) -> None:
    """A whole without a date of its own spans its parts, when every one of them has a date."""
    for whole in figures:
        if whole.date is not None:
            continue
        dates = [figure.date for figure in figures if figure.parent is whole]
        if len(dates) > 1 and all(dates):
            whole.date = hull([date for date in dates if date is not None])
