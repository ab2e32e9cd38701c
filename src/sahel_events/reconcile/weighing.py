"""Statements of one loss → low, best and high.

Best is what the statements of most independent sources allow; among several numbers of which that
is true, the more specific, the later, and the one closer to the rest. What one party alone says of
its enemy leaves the best to others, if there are any.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median_high

from attrs import frozen

from sahel_events.model import CasualtyClaim
from sahel_events.reconcile.independence import Sources
from sahel_events.reconcile.statements import Statement
from sahel_events.values.policy import Best, Policy

__all__ = ["Weighed", "weigh"]


@frozen
class Weighed:
    """Bounds and best of one loss, each with the statements that it rests on.

    ``only_from`` is the party whose word alone it is, ``by_enemy`` whether that is an enemy.
    """

    low: int | None = None
    best: int | None = None
    high: int | None = None
    lowest: tuple[Statement, ...] = ()
    likeliest: tuple[Statement, ...] = ()
    highest: tuple[Statement, ...] = ()
    sources: frozenset[str] = frozenset()
    only_from: str | None = None
    by_enemy: bool = False


def weigh(told: Sequence[Statement], party: str, policy: Policy, sources: Sources) -> Weighed:
    """What statements of the losses of a party come to under a policy."""
    lasting = [one for one in told if not one.superseded] or list(told)
    known = [one for one in lasting if not _may_be_part(one, lasting)]
    if not known:
        return Weighed()
    weighed = _credible(known, party, sources) if policy.weighs_claimants else known
    low = min(one.low for one in weighed)
    high = low if policy.lowest_only else _highest(known)
    alone = _only_from(known, sources)
    by_enemy = alone is not None and alone != party and bool(party)
    others = [one for one in weighed if _rank(one.claims[0], party, sources) < _ENEMY] or weighed
    best = _best(others, low, high, policy.best)
    if by_enemy and policy.weighs_claimants:
        best = None
    lowest = tuple(one for one in weighed if one.low == low)
    return Weighed(
        low,
        best,
        high,
        lowest,
        tuple(one for one in others if best is not None and one.allows(best)),
        lowest if policy.lowest_only else tuple(one for one in known if one.high == high),
        frozenset(one.source for one in known),
        next((one.claims[0].claimant for one in known), None) if alone is not None else None,
        by_enemy,
    )


#: An account tells of this ship and that village on its way to a total of which they are less than
#: this share.
_SHARE = 0.5


def _may_be_part(one: Statement, told: Iterable[Statement]) -> bool:
    """Whether a figure that a text gives in its own voice may count but some of a larger one."""
    claim = one.claims[0]
    return (
        claim.claimant is None
        and claim.field == "body"
        and one.high is not None
        and any(
            other.claims[0].document == claim.document and 0 < one.high < other.low * _SHARE
            for other in told
        )
    )


def _highest(known: Sequence[Statement]) -> int | None:
    """The highest bound; ``None`` where one is open, or where only a word is known."""
    highs = [one.high for one in known if one.high is not None]
    if len(highs) < len(known) or all(one.vague for one in known):
        return None
    return max(highs)


#: How far what is said of a party's losses is to be believed: by others, by itself, by its enemy.
_OTHERS, _OWN, _ENEMY = 0, 1, 2


def _rank(claim: CasualtyClaim, party: str, sources: Sources) -> int:
    speaker = sources.speaker(claim)
    if not speaker or not sources.is_party(speaker):
        return _OTHERS
    return _OWN if speaker == party else _ENEMY


def _credible(known: list[Statement], party: str, sources: Sources) -> list[Statement]:
    """The statements of the most credible rank."""
    ranks = [_rank(one.claims[0], party, sources) for one in known]
    return [one for one, rank in zip(known, ranks, strict=True) if rank == min(ranks)]


def _only_from(known: Iterable[Statement], sources: Sources) -> str | None:
    """The party that alone states all of it."""
    speakers = {sources.speaker(one.claims[0]) for one in known}
    alone = next(iter(speakers)) if len(speakers) == 1 else ""
    return alone if alone and sources.is_party(alone) else None


def _best(known: Sequence[Statement], low: int, high: int | None, choice: Best) -> int | None:
    if choice is Best.LOWEST:
        return low
    if choice is Best.AGREED:
        least = max(one.low for one in known)
        most = min((one.high for one in known if one.high is not None), default=None)
        return least if least == most else None
    counted = [one for one in known if not one.vague]
    fair = {one.low for one in counted if low <= one.low and (high is None or one.low <= high)}
    middle = median_high(sorted(fair)) if fair else 0
    return min(fair, key=lambda number: _order(number, known, counted, middle), default=None)


def _order(
    number: int, known: Sequence[Statement], counted: Iterable[Statement], middle: int
) -> tuple[int, int, tuple[int, ...], int, int]:
    """Where a number comes among those that may be the best: the smallest is the best."""
    giving = [one for one in counted if one.low == number]
    votes = {one.source for one in known if one.holds(number)}
    latest = max(one.day for one in giving)
    later = tuple(-ord(letter) for letter in latest) or (1,)
    return -len(votes), min(one.rank for one in giving), later, abs(number - middle), -number
