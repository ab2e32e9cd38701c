"""How the claims of one slot stand to each other: they repeat, differ, contradict, supersede.

Two figures contradict each other when no number fits both ("11" and "at least 33"). They differ
when one does, but they are not the same statement ("25" and "at least 23"). A later report's figure
supersedes the one that the same source gave before. Of equal figures only the first is compared
with the others, so that a figure told ten times gives no ten contradictions.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import combinations

from sahel_events.kinds import RelationKind
from sahel_events.linking.places import Nearness, chain, nearness
from sahel_events.model import CasualtyClaim, Record, Relation
from sahel_events.reconcile.slots import Slot, stand_together
from sahel_events.values import Quantity

__all__ = ["claimed_by", "fits", "relate", "relation"]

#: What "about" and "nearly" allow a figure to be off by.
_ABOUT = 0.1


def relate(
    slots: Mapping[Slot, Sequence[CasualtyClaim]], published: Mapping[str, str | None]
) -> Iterator[Relation]:
    """The relations between the claims of each slot; ``published`` dates the documents."""
    for claims in slots.values():
        if len(claims) > 1:
            yield from _within(claims, published)


def fits(one: Quantity, other: Quantity) -> bool:
    """Whether one number fits both figures; what has no figure is at least one.

    >>> fits(Quantity.parse("at least 33"), Quantity.parse("11"))
    False
    >>> fits(Quantity.parse("dozens"), Quantity.parse("more than 100"))
    True
    """
    (low, high), (least, most) = _range(one), _range(other)
    return low <= most and least <= high


def relation(
    kind: RelationKind, one: Record, other: Record, reason: str, score: float | None = None
) -> Relation:
    """A relation between two records, which stands where the first of them does."""
    digest = blake2b(f"{kind}\x1f{one.id}\x1f{other.id}".encode(), digest_size=8).hexdigest()
    return Relation(
        id=f"re-{digest}",
        document=one.document,
        start=one.start,
        end=one.end,
        field=one.field,
        kind=kind,
        record=one.id,
        other=other.id,
        reason=reason,
        score=score,
    )


def claimed_by(claim: CasualtyClaim, beside: CasualtyClaim | None = None) -> str:
    """Who states a figure, in words: "JNIM", "the infobox"; with the document where two differ."""
    said = claim.claimant or ("the text" if claim.field == "body" else "the infobox")
    if beside is None or beside.document == claim.document:
        return said
    return f"{said} in {claim.document}"


def _within(
    claims: Sequence[CasualtyClaim], published: Mapping[str, str | None]
) -> Iterator[Relation]:
    figures: dict[Quantity, list[CasualtyClaim]] = {}
    for claim in claims:
        figures.setdefault(claim.quantity, []).append(claim)
    for same in figures.values():
        for claim in same[1:]:
            if _is_figure(claim.quantity) and _answer_one_question(same[0], claim):
                yield _repeats(same[0], claim)
    for some, others in combinations(figures.values(), 2):
        pair = _compared(some, others)
        if pair is not None:
            yield _disagreement(*pair, published)


def _compared(
    some: Iterable[CasualtyClaim], others: Iterable[CasualtyClaim]
) -> tuple[CasualtyClaim, CasualtyClaim] | None:
    """The first two claims of different figures of which neither is part of what the other says."""
    for one in some:
        for other in others:
            both_known = _is_figure(one.quantity) and _is_figure(other.quantity)
            if (both_known or not fits(one.quantity, other.quantity)) and _answer_one_question(
                one, other
            ):
                return one, other
    return None


def _answer_one_question(one: CasualtyClaim, other: CasualtyClaim) -> bool:
    part = one.part_of == other.id or other.part_of == one.id
    siblings = one.part_of is not None and one.part_of == other.part_of
    timed = _of_two_days(one, other) or _of_one_day(one, other) or _of_one_day(other, one)
    scoped = one.circumstances != other.circumstances  # "by April 2012", "for the final assault"
    other_question = part or siblings or timed or scoped or _of_two_places(one, other)
    return not (other_question or _may_be_part(one, other) or stand_together(one, other))


def _of_two_places(one: CasualtyClaim, other: CasualtyClaim) -> bool:
    """Whether each counts the losses at a place of its own, in an engagement at several."""
    if not one.place or not other.place:
        return False
    return nearness(chain(one.place, one.place_id), chain(other.place, other.place_id)) is (
        Nearness.APART
    )


def _may_be_part(one: CasualtyClaim, other: CasualtyClaim) -> bool:
    """Whether the smaller of two figures may count but some of the losses of the larger one.

    An account tells of this ship and that village on its way to the total. So in one text's own
    voice only figures of one size contradict each other; what a cell or somebody else gives is no
    such part.
    """
    if one.document != other.document or one.claimant is not None or other.claimant is not None:
        return False
    smaller, larger = sorted((one, other), key=lambda claim: _range(claim.quantity)[1])
    (_, most), (least, _) = _range(smaller.quantity), _range(larger.quantity)
    return smaller.field == "body" and 0 < most < least * _SIZE


#: From this share of a larger figure on, a smaller one is taken for another count of the same.
_SIZE = 0.5


def _of_two_days(one: CasualtyClaim, other: CasualtyClaim) -> bool:
    """Whether each counts the losses of a day of its own, in an engagement of several."""
    days = [claim.date for claim in (one, other) if claim.date and claim.date.is_day]
    return len(days) == 2 and days[0].edtf != days[1].edtf


def _of_one_day(one: CasualtyClaim, whole: CasualtyClaim) -> bool:
    """Whether a claim counts the losses of one of the days whose losses the other one counts."""
    if one.date is None or whole.date is None or not one.date.is_day or whole.date.is_day:
        return False
    first, day, last = whole.date.earliest, one.date.earliest, whole.date.latest
    if first is None or day is None or last is None:
        return False
    return first <= day <= last and _range(one.quantity)[0] <= _range(whole.quantity)[1]


def _is_figure(quantity: Quantity) -> bool:
    """Whether it says how many, and not only that there were some."""
    return quantity.low is not None


def _repeats(one: CasualtyClaim, other: CasualtyClaim) -> Relation:
    first, second = claimed_by(one, other), claimed_by(other, one)
    reason = f"{first} and {second} both give {one.quantity}"
    if first == second:
        reason = f"{first} gives {one.quantity} twice"
    return relation(RelationKind.REPEATS, other, one, reason)


def _disagreement(
    one: CasualtyClaim, other: CasualtyClaim, published: Mapping[str, str | None]
) -> Relation:
    first, second = claimed_by(one, other), claimed_by(other, one)
    said = f"{first} gives {one.quantity}, {second} {other.quantity}"
    if first == second:
        said = f"{first} gives {one.quantity} and {other.quantity}"
    if _is_later(one, other, published):
        one, other = other, one
    if _is_later(other, one, published) and one.claimant == other.claimant:
        reason = f"{said}; the report of {published[other.document]} is the later one"
        return relation(RelationKind.SUPERSEDES, other, one, reason)
    if fits(one.quantity, other.quantity):
        reason = f"{said}: not the same, though both can be true"
        return relation(RelationKind.DIFFERS, one, other, reason)
    return relation(RelationKind.CONTRADICTS, one, other, f"{said}: both cannot be true")


def _is_later(
    one: CasualtyClaim, other: CasualtyClaim, published: Mapping[str, str | None]
) -> bool:
    first, second = published.get(one.document), published.get(other.document)
    return first is not None and second is not None and first > second


def _range(quantity: Quantity) -> tuple[float, float]:
    """The numbers that a figure allows."""
    if quantity.low is None or quantity.high is None:
        return 1, math.inf
    low: float = quantity.low
    high: float = quantity.high
    if quantity.approximate:
        low, high = math.floor(low * (1 - _ABOUT)), math.ceil(high * (1 + _ABOUT))
    return (0 if quantity.at_most else low), (math.inf if quantity.at_least else high)
