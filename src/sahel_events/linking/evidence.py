"""What speaks for two engagements being one event, and what forbids it.

A link is only worth having when a reader can check it, so every part of the score carries the words
that explain it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from attrs import field, frozen

from sahel_events.kinds import EngagementKind
from sahel_events.linking.places import Chain, Nearness, chain, nearness
from sahel_events.model import Engagement
from sahel_events.values import EventDate

__all__ = ["CERTAIN", "SUGGESTED", "Evidence", "Fought", "weigh"]

#: From this score on, two engagements of different documents are one event; from the lower one on,
#: that is suggested. Day and place alone make a link, place and parties alone a suggestion.
CERTAIN, SUGGESTED = 0.70, 0.55

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

    Their dates must share a day and their places must be the same or lie in each other, as far as
    both are known.
    """
    when = _when(one, other)
    where = _where(one, other)
    if when is None or where is None:
        return None
    found = (when, where, _who(one, other), _what(one, other), _how_many(one, other))
    return Evidence(tuple(part for part in found if part[0]))


def _when(one: Fought, other: Fought) -> tuple[float, str] | None:
    first, second = one.record.date, other.record.date
    if first is None or second is None:
        return 0.0, ""
    if not _overlap(first, second):
        return None
    longest = max((length for f in (one, other) if (length := f.length) is not None), default=None)
    if one.length is None or other.length is None or longest is None:
        return 0.0, ""
    if first.edtf == second.edtf and not longest:
        return 0.40, f"both on {first}"
    said = f"{first} and {second}" if first.edtf != second.edtf else f"both {first}"
    if longest <= _SHORT:
        return 0.35, said
    return (0.15, said) if longest <= _MONTH else (0.05, said)


def _overlap(one: EventDate, other: EventDate) -> bool:
    """Whether two dates share a day; what is open goes on for ever."""
    begins = [date.earliest for date in (one, other)]
    ends = [date.latest for date in (one, other)]
    return all(begin is None or end is None or begin <= end for begin in begins for end in ends)


_WHERE = {
    Nearness.SAME: (0.35, "the same place"),
    Nearness.REGION: (0.15, "one in the region of the other"),
    Nearness.COUNTRY: (0.05, "one in the country of the other"),
    Nearness.UNKNOWN: (0.0, ""),
}


def _where(one: Fought, other: Fought) -> tuple[float, str] | None:
    near = nearness(one.chain, other.chain)
    if near is Nearness.APART:
        return None
    weight, words = _WHERE[near]
    return weight, f"{words}: {_both(one.record.place, other.record.place)}"


def _who(one: Fought, other: Fought) -> tuple[float, str]:
    shared = sorted(one.parties & other.parties)
    if shared:
        return (0.20 if len(shared) > 1 else 0.10), f"both with {', '.join(shared)}"
    if one.two_sides and other.two_sides:
        return -0.15, "no party in common"
    return 0.0, ""


def _what(one: Fought, other: Fought) -> tuple[float, str]:
    first, second = one.record.kind, other.record.kind
    if EngagementKind.OTHER in (first, second):
        return 0.0, ""
    if first is second:
        return 0.10, f"both {_article(first)}"
    if any(first in group and second in group for group in _ALIKE):
        return 0.05, f"{_article(first)} and {_article(second)}"
    return -0.10, f"{_article(first)} and {_article(second)}"


def _how_many(one: Fought, other: Fought) -> tuple[float, str]:
    shared = sorted(one.figures & other.figures)
    if not shared:
        return 0.0, ""
    outcome, low, high = shared[-1]
    figure = f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return (0.20 if low >= _TELLING else 0.10), f"both with {figure} {outcome}"


def _both(one: str | None, other: str | None) -> str:
    names: Sequence[str] = sorted({name for name in (one, other) if name is not None})
    return " and ".join(names)


def _article(kind: EngagementKind) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
