"""Claims → estimates: low, best and high under a policy, each with the claims that it rests on.

An estimate never leaves the hull of its claims, depends neither on their order nor on how often one
is repeated, and names every claim that it looked at. Figures are never added up: what a report
splits ("12 soldiers and three gendarmes") stays split, a row each; and of several figures that one
speaker gives in one breath ("seven fighters and the bomber") the largest speaks for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from attrs import frozen

from sahel_events.kinds import Outcome, RelationKind, Stance
from sahel_events.linking.parties import Identities
from sahel_events.model import Belligerent, CasualtyClaim, Engagement, Relation
from sahel_events.reconcile.slots import Slot, slots, stand_together
from sahel_events.values.policy import STRICT, Best, Bounds, Policy, bounds

__all__ = ["Estimate", "estimate"]


class _Records(Protocol):
    """The tables of a dataset that estimates are made from."""

    @property
    def engagements(self) -> Iterable[Engagement]: ...
    @property
    def belligerents(self) -> Iterable[Belligerent]: ...
    @property
    def casualty_claims(self) -> Iterable[CasualtyClaim]: ...
    @property
    def relations(self) -> Iterable[Relation]: ...


@frozen
class Estimate:
    """What the claims on one loss come to under a policy.

    ``event`` is the id of an event, or day and place where the claims belong to no engagement.
    ``party`` is the name of the party as the first claim gives it, ``side`` its number in an
    infobox; both are ``None`` when unknown. ``group`` is "civilians", "peacekeepers", a narrower
    category or a person's name, and "" for all others.
    ``low``, ``best`` and ``high`` count people or things; ``None`` is an open bound, or a best that
    cannot be told. ``low_claims``, ``best_claims`` and ``high_claims`` are the ids of the claims
    that each rests on, ``claims`` of all that were looked at.
    """

    event: str
    party: str | None
    side: int | None
    group: str
    outcomes: tuple[Outcome, ...]
    what: str
    policy: str
    low: int | None
    best: int | None
    high: int | None
    low_claims: tuple[str, ...]
    best_claims: tuple[str, ...]
    high_claims: tuple[str, ...]
    claims: tuple[str, ...]


def estimate(dataset: _Records, policy: Policy = STRICT) -> tuple[Estimate, ...]:
    """One estimate for each event, party, group and outcome that has claims, in that order.

    Claims without a figure ("trainees were killed") and those that their source denies are looked
    at, but set no bound.
    """
    identities = Identities.of(dataset.belligerents)
    events = {record.id: record.event or record.id for record in dataset.engagements}
    replaced = {
        relation.other for relation in dataset.relations if relation.kind is RelationKind.SUPERSEDES
    }
    found = slots(dataset.casualty_claims, events, identities)
    return tuple(
        _estimate(slot, found[slot], policy, identities, replaced) for slot in sorted(found)
    )


@frozen
class _Bounded:
    """A claim with its bounds under the policy."""

    claim: CasualtyClaim
    low: int
    high: int | None

    @classmethod
    def of(cls, claim: CasualtyClaim, policy: Policy) -> _Bounded | None:
        """``None`` for a claim that sets no bound."""
        found: Bounds = bounds(claim.quantity, policy)
        if found.low is None or claim.stance is Stance.DENIED:
            return None
        return cls(claim, found.low, found.high)


def _estimate(
    slot: Slot,
    claims: Sequence[CasualtyClaim],
    policy: Policy,
    identities: Identities,
    replaced: set[str],
) -> Estimate:
    ids = {claim.id for claim in claims}
    wholes = [claim for claim in claims if claim.part_of not in ids]
    bounded = [found for claim in wholes if (found := _Bounded.of(claim, policy)) is not None]
    known = [found for found in bounded if not _is_outspoken(found, bounded)]
    weighed = _credible(known, slot, policy, identities)
    low = min((claim.low for claim in weighed), default=None)
    high = _highest(known)
    if policy.lowest_only:
        high = low
    lasting = [found for found in weighed if found.claim.id not in replaced] or weighed
    best = _best(lasting, low, high, policy.best)
    lowest = [found for found in weighed if found.low == low]
    return Estimate(
        event=slot.event,
        party=next((claim.victim_party for claim in claims if claim.victim_party), None),
        side=next((claim.side for claim in claims if claim.side is not None), None),
        group=slot.group,
        outcomes=slot.outcomes,
        what=claims[0].what,
        policy=policy.name,
        low=low,
        best=best,
        high=high,
        low_claims=_ids(lowest),
        best_claims=_ids(found for found in lasting if best is not None and _allows(found, best)),
        high_claims=_ids(
            lowest if policy.lowest_only else (found for found in known if found.high == high)
        ),
        claims=tuple(sorted(ids)),
    )


def _is_outspoken(found: _Bounded, bounded: Iterable[_Bounded]) -> bool:
    """Whether the same speaker gives a larger figure in the same breath."""
    return any(
        other.low > found.low and stand_together(found.claim, other.claim) for other in bounded
    )


def _highest(known: Iterable[_Bounded]) -> int | None:
    """The highest bound; ``None`` where one is open, or where there is none."""
    highs = [claim.high for claim in known]
    closed = [high for high in highs if high is not None]
    return max(closed) if highs and len(closed) == len(highs) else None


def _credible(
    known: list[_Bounded], slot: Slot, policy: Policy, identities: Identities
) -> list[_Bounded]:
    """The claims that the low bound and the best rest on: of the most credible rank, if asked."""
    if not policy.weighs_claimants or not known:
        return known
    ranks = [_rank(found.claim, slot, identities) for found in known]
    return [found for found, rank in zip(known, ranks, strict=True) if rank == min(ranks)]


def _rank(claim: CasualtyClaim, slot: Slot, identities: Identities) -> int:
    """Others before the side that lost, the side that lost before its enemy."""
    if claim.claimant is None:
        return 0
    speaker = identities.of_name(claim.document, claim.claimant)
    if speaker == slot.party:
        return 1
    return 2 if identities.fights(speaker) else 0


def _best(known: list[_Bounded], low: int | None, high: int | None, choice: Best) -> int | None:
    if low is None or not known:
        return None
    if choice is Best.LOWEST:
        return low
    if choice is Best.AGREED:
        least = max(claim.low for claim in known)
        most = min((claim.high for claim in known if claim.high is not None), default=None)
        return least if least == most else None
    told: dict[int, set[tuple[str, str | None]]] = {}
    for found in known:
        told.setdefault(found.low, set()).add((found.claim.document, found.claim.claimant))
    best = max(sorted(told), key=lambda figure: len(told[figure]))
    return best if high is None or best <= high else None


def _allows(claim: _Bounded, number: int) -> bool:
    return claim.low <= number and (claim.high is None or number <= claim.high)


def _ids(found: Iterable[_Bounded]) -> tuple[str, ...]:
    """The ids of the claims, sorted."""
    return tuple(sorted(one.claim.id for one in found))
