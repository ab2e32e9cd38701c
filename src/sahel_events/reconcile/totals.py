"""The total of an event: its groups added up, and set against the figures for all.

"26 people were killed", "among the dead are 11 soldiers, six volunteers and nine drivers" and "the
attackers lost three" come to 29: what is said of all is of all who were attacked, the groups are
parts of it, and the dead of the other side come on top unless they are counted in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from attrs import evolve, field, frozen

from sahel_events.linking.parties import Identities
from sahel_events.model import CasualtyClaim, Engagement, Participation
from sahel_events.reconcile.slots import Slot
from sahel_events.reconcile.statements import Context, statements
from sahel_events.reconcile.weighing import Weighed, weigh
from sahel_events.registry.belligerents import party_with_id
from sahel_events.values import Best, Policy

__all__ = ["Attack", "parties_by_side", "weigh_claims", "whole"]


@frozen
class Attack:
    """Who attacked in an event, and who stands on the sides of infoboxes, as far as it is told."""

    attackers: frozenset[str] = field(factory=frozenset)
    #: what stands for the parties of each side, by the field in which its losses stand
    sides: Mapping[str, frozenset[str]] = field(factory=dict)

    @classmethod
    def of_events(
        cls, engagements: Iterable[Engagement], events: Mapping[str, str], identities: Identities
    ) -> dict[str, Attack]:
        """The attackers of each event, as its engagements name them."""
        found: dict[str, set[str]] = {}
        for record in engagements:
            known = found.setdefault(events[record.id], set())
            known |= {identities.of_name(record.document, name) for name in record.attackers}
        return {event: cls(frozenset(parties)) for event, parties in found.items()}

    def other_side(self, groups: Iterable[Slot]) -> list[Slot]:
        """Those of the groups that are no victims: the rebels, or else the attackers.

        When all of them are, both sides of a battle, what is said of all is said of both.
        """
        known = list(groups)
        rebels = [slot for slot in known if _is_of_rebels(slot)]
        found = rebels or [slot for slot in known if slot.party and slot.party in self.attackers]
        return [] if len(found) > 1 and len(found) == len(known) else found


def parties_by_side(
    participations: Iterable[Participation], identities: Identities
) -> dict[str, frozenset[str]]:
    """What stands for the parties of each side of an infobox, by the field of its losses."""
    found: dict[str, set[str]] = {}
    for record in participations:
        side = f"{record.document} casualties{record.side}"
        found.setdefault(side, set()).add(identities.of_name(record.document, record.name))
    return {side: frozenset(parties) for side, parties in found.items()}


def whole(
    found: Mapping[Slot, Sequence[CasualtyClaim]], attack: Attack, context: Context
) -> Weighed:
    """What all the claims of one event and outcome come to."""
    general = {slot for slot in found if _is_general(slot)}
    home = {claim.id: slot for slot, claims in found.items() for claim in claims}
    groups: dict[Slot, Weighed] = {}
    covered = set()
    for slot in found.keys() - general:
        wholes = [home.get(claim.part_of or "") for claim in found[slot]]
        pairs = list(zip(found[slot], wholes, strict=True))
        own = [claim for claim, within in pairs if within is None or within in general]
        groups[slot] = weigh_claims(slot, own, context)
        if any(within in general for within in wholes):
            covered.add(slot)
    groups = _in_sides(groups, attack)
    others = [slot for slot in attack.other_side(sorted(groups)) if slot not in covered]
    unsplit = [
        claim
        for slot in general
        for claim in found[slot]
        if home.get(claim.part_of or "") in (None, slot)
    ]
    everyone = Slot("", "", "", "", (), "")
    victims = [groups[slot] for slot in sorted(groups) if slot not in others]
    agreed = _reconciled(weigh_claims(everyone, unsplit, context), victims, context)
    return _added([agreed, *(groups[slot] for slot in others)])


def weigh_claims(slot: Slot, claims: Sequence[CasualtyClaim], context: Context) -> Weighed:
    """What the claims of one slot come to; parts do not stand beside their whole."""
    ids = {claim.id for claim in claims}
    wholes = [claim for claim in claims if claim.part_of not in ids]
    return weigh(statements(wholes, context), slot.party, context.policy, context.sources)


def _in_sides(groups: Mapping[Slot, Weighed], attack: Attack) -> dict[Slot, Weighed]:
    """The groups, those of the parties of a side set against what a cell gives for that side."""
    found = dict(groups)
    for side in [slot for slot in groups if slot.side]:
        parties = attack.sides.get(side.side, frozenset())
        members = [slot for slot in found if slot.party and slot.party in parties]
        if members:
            told = [found.pop(member) for member in members]
            found[side] = _larger_account(found[side], told)
    return found


def _larger_account(stated: Weighed, parts: Sequence[Weighed]) -> Weighed:
    """The cell of a side, or its parties added up, whichever tells of more."""
    counted = _added(parts)
    more = counted if (counted.low or 0) > (stated.low or 0) else stated
    return evolve(more, sources=stated.sources | counted.sources)


def _is_of_rebels(slot: Slot) -> bool:
    if slot.group == "militants":
        return True
    party = party_with_id(slot.party) if slot.party else None
    return party is not None and party.kind == "armed group"


def _is_general(slot: Slot) -> bool:
    """Whether a slot says nothing of who they were, so that they may be all."""
    return not (slot.party or slot.side or slot.group)


def _added(parts: Iterable[Weighed]) -> Weighed:
    """The sum; what sets no bound adds nothing, a bound that one leaves open is open."""
    known = [one for one in parts if one.low is not None]
    if len(known) < 2:
        return known[0] if known else Weighed()
    speakers = {one.only_from for one in known}
    return Weighed(
        low=_sum(one.low for one in known),
        best=_sum(one.best for one in known),
        high=_sum(one.high for one in known),
        lowest=sum((one.lowest for one in known), ()),
        likeliest=sum((one.likeliest for one in known), ()),
        highest=sum((one.highest for one in known), ()),
        sources=frozenset().union(*map(attrgetter("sources"), known)),
        only_from=next(iter(speakers)) if len(speakers) == 1 else None,
        by_enemy=all(one.by_enemy for one in known),
    )


def _sum(numbers: Iterable[int | None]) -> int | None:
    found = list(numbers)
    known = [number for number in found if number is not None]
    return sum(known) if len(known) == len(found) else None


def _reconciled(stated: Weighed, parts: Sequence[Weighed], context: Context) -> Weighed:
    """What is stated of all, against the groups: their sum is one more account of the whole.

    A figure that is smaller than a single group is of some nobody named, and not of all. A sum that
    is larger than what is stated stands where that is only a least figure.
    """
    counted = _added(parts)
    largest = max((part.low or 0 for part in parts), default=0)
    if counted.low is None:
        return stated
    if stated.low is None or max(stated.best or 0, stated.low) < largest:
        return counted
    fuller = counted if _completes(stated, counted, context.policy) else stated
    open_ended = stated.high is None or (counted.high or 0) <= stated.high
    most = stated if open_ended or context.policy.lowest_only else counted
    best = fuller.best
    if best is not None and most.high is not None and best > most.high:
        best = None
    return Weighed(
        low=stated.low,
        best=best,
        high=most.high,
        lowest=stated.lowest,
        likeliest=fuller.likeliest if best is not None else (),
        highest=most.highest,
        sources=stated.sources | counted.sources,
        only_from=stated.only_from if stated.only_from == counted.only_from else None,
        by_enemy=stated.by_enemy and counted.by_enemy,
    )


def _completes(stated: Weighed, counted: Weighed, policy: Policy) -> bool:
    """Whether the sum of the groups says more than what is stated of all."""
    if counted.best is None or policy.best is Best.LOWEST:
        return False
    if stated.best is None:
        return stated.low is not None and counted.best >= stated.low
    least = all(one.rank > 0 and one.least < counted.best for one in stated.likeliest)
    return counted.best > stated.best and least
