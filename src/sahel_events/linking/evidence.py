"""What speaks for two engagements being one event, and what forbids it.

A link is only worth having when a reader can check it, so every part of the score carries the words
that explain it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from attrs import field, frozen

from sahel_events.kinds import EngagementKind
from sahel_events.linking.parties import are_related
from sahel_events.linking.places import Chain, Nearness, chain, nearness
from sahel_events.linking.weights import Ground
from sahel_events.model import Engagement

__all__ = ["Evidence", "Fought", "weigh"]

#: Longer times than these are no date of an event: "2015", "July 2020".
_SHORT, _MONTH = timedelta(days=14), timedelta(days=31)
#: A figure so high is hardly in two reports by chance.
_TELLING = 10
#: Kinds that no two reports of one event give it: a siege is not told as a kidnapping.
_ALIKE = (
    frozenset("attack ambush battle clash raid shooting massacre bombing other".split()),
    frozenset("airstrike bombing attack raid other".split()),
    frozenset("battle siege capture clash attack other".split()),
    frozenset("hostage-taking raid attack shooting other".split()),
)


@frozen
class Fought:
    """An engagement with what comparing needs, found out once."""

    record: Engagement
    #: all who fought, and whether both sides are known
    parties: frozenset[str] = frozenset()
    two_sides: bool = False
    #: the figures of its losses: outcome, low, high
    figures: frozenset[tuple[str, int, int]] = frozenset()
    #: who did it, as far as the registry has them; who was hit; how many were killed
    perpetrators: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    killed: tuple[float, float] | None = None
    chain: Chain = field(init=False)

    def __attrs_post_init__(self) -> None:
        place, id = self.record.place, self.record.place_id
        object.__setattr__(self, "chain", chain(place, id) if place is not None else ())

    @property
    def length(self) -> timedelta | None:
        """How long it may have lasted; ``None`` without a date or with an open one."""
        date = self.record.date
        if date is None or date.earliest is None or date.latest is None:
            return None
        return date.latest - date.earliest


@frozen
class Evidence:
    """What two engagements have in common: parts of a score between 0 and 1, each with words."""

    parts: tuple[tuple[float, str], ...]

    @property
    def score(self) -> float:
        return min(1.0, max(0.0, round(sum(weight for weight, _ in self.parts), 2)))

    def __str__(self) -> str:
        return "; ".join(f"{words} ({weight:+.2f})" for weight, words in self.parts)


def weigh(one: Fought, other: Fought) -> Evidence | None:
    """The evidence for two engagements being one; ``None`` when they cannot be.

    Their dates must share a day, and their places must be the same or lie in each other, as far as
    both are known. A day between them is let pass where parties, place and toll agree.
    """
    when, where = _when(one, other), _where(one, other)
    if when is None or where is None:
        return None
    found = (when, where, _who(one, other), _by_whom(one, other), _whom(one, other))
    more = (_what(one, other), _how_many(one, other))
    return Evidence(tuple(part for part in (*found, *more) if part[0]))


_NOTHING = (0.0, "")


def _when(one: Fought, other: Fought) -> tuple[float, str] | None:
    first, second = one.record.date, other.record.date
    if first is None or second is None:
        return _NOTHING
    said = f"{first} and {second}" if first.edtf != second.edtf else f"both {first}"
    if not first.overlaps(second):
        return Ground.NEXT_DAY.said(said) if _are_alike_a_day_apart(one, other) else None
    longest = max((length for f in (one, other) if (length := f.length) is not None), default=None)
    if one.length is None or other.length is None or longest is None:
        return _NOTHING
    if first.edtf == second.edtf and not longest:
        return Ground.SAME_DAY.said(str(first))
    if longest <= _SHORT:
        return Ground.SHORT_TIME.said(said)
    return (Ground.SAME_MONTH if longest <= _MONTH else Ground.LONG_TIME).said(said)


def _are_alike_a_day_apart(one: Fought, other: Fought) -> bool:
    """Whether two dates differ by a day, as they do between an event and the news of it."""
    if one.length is None or other.length is None or one.length.days or other.length.days:
        return False
    days = [f.record.date.earliest for f in (one, other) if f.record.date is not None]
    return (
        len(days) == 2
        and days[0] is not None
        and days[1] is not None
        and abs((days[0] - days[1]).days) == 1
        and nearness(one.chain, other.chain) is Nearness.SAME
        and bool(one.parties & other.parties)
        and bool(one.figures & other.figures)
    )


def _where(one: Fought, other: Fought) -> tuple[float, str] | None:
    near = nearness(one.chain, other.chain)
    named = _both(one.record.place, other.record.place)
    if near is Nearness.APART:
        return None
    if near is Nearness.SAME:
        return Ground.SAME_PLACE.said(named)
    return Ground.SAME_SPELLING.said(named) if near is Nearness.SPELLING else _NOTHING


def _who(one: Fought, other: Fought) -> tuple[float, str]:
    shared = sorted(one.parties & other.parties)
    if shared:
        ground = Ground.BOTH_PARTIES if len(shared) > 1 else Ground.ONE_PARTY
        return ground.said(", ".join(shared))
    told = one.two_sides and other.two_sides and not _by_whom(one, other)[0]
    return Ground.NO_PARTY.said() if told else _NOTHING


def _by_whom(one: Fought, other: Fought) -> tuple[float, str]:
    """Perpetrators of whom none belongs to any of the others, and none is an ally of one."""
    if not one.perpetrators or not other.perpetrators:
        return _NOTHING
    if any(are_related(a, b) for a in one.perpetrators for b in other.perpetrators):
        return _NOTHING
    named = (", ".join(sorted(f.perpetrators)) for f in (one, other))
    return Ground.OTHER_PERPETRATOR.said(" and ".join(named))


def _whom(one: Fought, other: Fought) -> tuple[float, str]:
    if not one.targets or not other.targets or one.targets & other.targets:
        return _NOTHING
    named = (", ".join(sorted(f.targets)) for f in (one, other))
    return Ground.OTHER_TARGET.said(" and ".join(named))


def _what(one: Fought, other: Fought) -> tuple[float, str]:
    first, second = one.record.kind, other.record.kind
    if EngagementKind.OTHER in (first, second):
        return _NOTHING
    if first is second:
        return Ground.SAME_KIND.said(_article(first))
    alike = any(first in group and second in group for group in _ALIKE)
    both = f"{_article(first)} and {_article(second)}"
    return (Ground.LIKE_KIND if alike else Ground.OTHER_KIND).said(both)


def _how_many(one: Fought, other: Fought) -> tuple[float, str]:
    shared = sorted(one.figures & other.figures)
    if shared:
        outcome, low, high = shared[-1]
        figure = f"{low:,}" if low == high else f"{low:,}–{high:,}"
        ground = Ground.HIGH_TOLL if low >= _TELLING else Ground.LOW_TOLL
        return ground.said(f"{figure} {outcome}")
    if one.killed is not None and other.killed is not None:
        fewer, more = sorted((one.killed, other.killed))
        if more[0] > _EXCLUDED * fewer[1]:
            return Ground.OTHER_TOLL.said(f"{fewer[1]:,.0f} and {more[0]:,.0f} killed")
    return _NOTHING


#: Tolls rise and are disputed: one excludes another that is more than so many times as high.
_EXCLUDED = 2.5


def _both(one: str | None, other: str | None) -> str:
    names: Sequence[str] = sorted({name for name in (one, other) if name is not None})
    return " and ".join(names)


def _article(kind: EngagementKind) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
