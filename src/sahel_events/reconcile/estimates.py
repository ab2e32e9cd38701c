"""Claims → estimates: low, best and high under a policy, each with the claims that it rests on.

What a report splits ("12 soldiers and three gendarmes") stays split, a row each; and for each event
and outcome one row is ``total``: it stands for all who were harmed. An estimate depends neither on
the order of its claims nor on how often one is repeated, and names every claim that it looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from attrs import evolve, frozen

from sahel_events.kinds import Outcome, RelationKind
from sahel_events.linking.parties import Identities
from sahel_events.model import (
    Belligerent,
    CasualtyClaim,
    Engagement,
    Participation,
    Relation,
    Source,
)
from sahel_events.reconcile.independence import Sources
from sahel_events.reconcile.slots import Slot, slots
from sahel_events.reconcile.statements import Context, Statement
from sahel_events.reconcile.totals import Attack, parties_by_side, weigh_claims, whole
from sahel_events.reconcile.weighing import Weighed
from sahel_events.values import STRICT, Policy, policy_named

__all__ = ["Estimate", "estimate"]


class _Records(Protocol):
    """The tables of a dataset that estimates are made from."""

    @property
    def documents(self) -> Iterable[Source]: ...
    @property
    def engagements(self) -> Iterable[Engagement]: ...
    @property
    def belligerents(self) -> Iterable[Belligerent]: ...
    @property
    def participations(self) -> Iterable[Participation]: ...
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

    ``total`` is true in the one row that stands for the whole event with these outcomes: a row of
    its own, without a party, where the losses are split, else the only row. ``sources`` says how
    many independent sources give a figure, ``claimants`` who they are as far as they have names,
    and ``only_from`` is the party whose word alone it is.
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
    total: bool = False
    sources: int = 0
    only_from: str | None = None
    claimants: tuple[str, ...] = ()


def estimate(dataset: _Records, policy: Policy | str = STRICT) -> tuple[Estimate, ...]:
    """One estimate for each event, party, group and outcome that has claims, in that order.

    ``policy`` is a policy or the name of one ("UCDP"). The row of a whole event comes first among
    its rows. Claims without a figure ("trainees were killed") and those that their source denies
    are looked at, but set no bound.

    Raises :class:`ValueError` when no policy has that name.
    """
    chosen = policy_named(policy) if isinstance(policy, str) else policy
    identities = Identities.of(dataset.belligerents)
    events = {record.id: record.event or record.id for record in dataset.engagements}
    found = slots(dataset.casualty_claims, events, identities)
    context = Context(
        chosen,
        Sources.of(dataset.casualty_claims, identities),
        {source.id: source.published for source in dataset.documents},
        frozenset(r.other for r in dataset.relations if r.kind is RelationKind.SUPERSEDES),
    )
    attacks = Attack.of_events(dataset.engagements, events, identities)
    sides = parties_by_side(dataset.participations, identities)
    rows: list[Estimate] = []
    for group in _by_event(found):
        attack = evolve(attacks.get(group[0].event, Attack()), sides=sides)
        rows += _rows({slot: found[slot] for slot in group}, attack, context)
    return tuple(rows)


def _by_event(found: Iterable[Slot]) -> list[list[Slot]]:
    """The slots by what the total of an event adds up: event, outcomes and thing."""
    groups: dict[tuple[object, ...], list[Slot]] = {}
    for slot in sorted(found):
        groups.setdefault((slot.event, slot.outcomes, slot.what), []).append(slot)
    return list(groups.values())


def _rows(
    found: Mapping[Slot, Sequence[CasualtyClaim]], attack: Attack, context: Context
) -> list[Estimate]:
    """The rows of one event and outcome: that of the whole, and one for each group."""
    weighed = {slot: weigh_claims(slot, claims, context) for slot, claims in found.items()}
    rows = [_row(slot, found[slot], weighed[slot], context.policy) for slot in found]
    if len(rows) == 1:
        return [_row(slot, found[slot], weighed[slot], context.policy, True) for slot in found]
    (first, *_) = found
    everyone = Slot(first.event, "", "", "", first.outcomes, first.what)
    claims = [claim for slot in found for claim in found[slot]]
    total = whole(found, attack, context)
    return [_row(everyone, claims, total, context.policy, True), *rows]


def _row(
    slot: Slot, claims: Sequence[CasualtyClaim], found: Weighed, policy: Policy, total: bool = False
) -> Estimate:
    split = len({(claim.victim_party, claim.side) for claim in claims}) > 1 and not slot.party
    named = () if total and split else claims
    return Estimate(
        event=slot.event,
        party=next((claim.victim_party for claim in named if claim.victim_party), None),
        side=next((claim.side for claim in named if claim.side is not None), None),
        group=slot.group,
        outcomes=slot.outcomes,
        what=claims[0].what,
        policy=policy.name,
        low=found.low,
        best=found.best,
        high=found.high,
        low_claims=_ids(found.lowest),
        best_claims=_ids(found.likeliest),
        high_claims=_ids(found.highest),
        claims=tuple(sorted({claim.id for claim in claims})),
        total=total,
        sources=len(found.sources),
        only_from=found.only_from,
        claimants=tuple(sorted({claim.claimant for claim in claims if claim.claimant})),
    )


def _ids(found: Iterable[Statement]) -> tuple[str, ...]:
    """The ids of the claims of statements, sorted."""
    return tuple(sorted({claim.id for one in found for claim in one.claims}))
