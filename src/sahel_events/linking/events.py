"""Which engagements are one event.

Engagements are joined from the best evidence down, and only where every one of the one event may be
every one of the other: no day and no place is bridged over, and what a document keeps apart stays
apart. The result depends neither on the order of the records nor on how often they are given.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from attrs import frozen

from sahel_events.kinds import CIVIL_CATEGORIES, CIVILIANS, EngagementKind, Outcome, Stance
from sahel_events.linking.blocks import pairs
from sahel_events.linking.evidence import Evidence, Fought, weigh
from sahel_events.linking.parties import Identities
from sahel_events.linking.weights import CERTAIN, SUGGESTED
from sahel_events.model import CasualtyClaim, Engagement, Participation
from sahel_events.registry.belligerents import party_with_id

__all__ = ["Link", "Linked", "link_engagements"]

#: Two accounts of one event in one document stand at least so many characters apart.
_TOLD_APART = 1_200


@frozen
class Link:
    """That two engagements are one event, or may be, and why."""

    engagement: str
    other: str
    evidence: Evidence
    certain: bool


@frozen
class Linked:
    """The events: the id of its event by engagement, and the links that they rest on.

    The id of an event is that of its engagement whose id comes first.
    """

    events: Mapping[str, str]
    links: tuple[Link, ...]


def link_engagements(
    engagements: Iterable[Engagement],
    claims: Iterable[CasualtyClaim],
    participations: Iterable[Participation],
    identities: Identities,
) -> Linked:
    """Find the engagements that are one event."""
    fought = _prepared(engagements, claims, _sides(participations, identities), identities)
    weighed = []
    for one, other in pairs(fought.values()):
        evidence = _weighed(one, other)
        if evidence is not None and evidence.score >= SUGGESTED:
            weighed.append((one, other, evidence))
    weighed.sort(key=lambda pair: (-pair[2].score, pair[0].record.id, pair[1].record.id))
    events = {id: [one] for id, one in fought.items()}
    links = []
    for one, other, evidence in weighed:
        first, second = events[one.record.id], events[other.record.id]
        certain = evidence.score >= CERTAIN and (first is second or _may_join(first, second))
        if certain and first is not second:
            first += second
            events.update((joined.record.id, first) for joined in second)
        links.append(Link(one.record.id, other.record.id, evidence, certain))
    names = {id: min(one.record.id for one in event) for id, event in events.items()}
    told = [link for link in links if link.certain or names[link.engagement] != names[link.other]]
    return Linked(names, tuple(told))


def _prepared(
    engagements: Iterable[Engagement],
    claims: Iterable[CasualtyClaim],
    sides: Mapping[str, Mapping[int, set[str]]],
    identities: Identities,
) -> dict[str, Fought]:
    """The engagements by id, with what they, their claims and their infobox tell."""
    told: dict[str, list[CasualtyClaim]] = {}
    for claim in claims:
        if claim.engagement is not None:
            told.setdefault(claim.engagement, []).append(claim)
    found = {}
    for record in sorted(engagements, key=lambda record: record.id):
        attackers, defenders = (
            {identities.of_name(record.document, name) for name in names}
            for names in (record.attackers, record.defenders)
        )
        listed = sides.get(record.id, {})
        parties = frozenset(attackers | defenders).union(*listed.values())
        two_sides = (bool(attackers) and bool(defenders)) or len(listed) > 1
        losses = told.get(record.id, [])
        attackers |= {
            identities.of_name(claim.document, claim.perpetrator)
            for claim in losses
            if claim.perpetrator and _is_killed(claim)
        }
        parties |= {
            identities.of_name(claim.document, claim.victim_party)
            for claim in losses
            if claim.victim_party and claim.victim_party != CIVILIANS and _is_killed(claim)
        }
        known = frozenset(name for name in attackers if party_with_id(name) is not None)
        found[record.id] = Fought(
            record,
            parties,
            two_sides,
            _figures(losses),
            perpetrators=known,
            targets=_targets(losses),
            killed=_killed(losses),
        )
    return found


def _figures(claims: Iterable[CasualtyClaim]) -> frozenset[tuple[str, int, int]]:
    """The figures of the losses of an engagement, but for those of one: they are everywhere."""
    return frozenset(
        (" or ".join(claim.outcomes), low, high)
        for claim in claims
        if (low := claim.quantity.low) is not None
        and (high := claim.quantity.high) is not None
        and low > 1
    )


def _is_killed(claim: CasualtyClaim) -> bool:
    return claim.what == "people" and Outcome.KILLED in claim.outcomes


#: Whom an attack hit, by the category of the victims.
_TARGETS = {
    **dict.fromkeys(CIVIL_CATEGORIES, "civilians"),
    "soldiers": "forces",
    "police": "forces",
    "militia": "militia",
    "peacekeepers": "peacekeepers",
}


def _targets(claims: Iterable[CasualtyClaim]) -> frozenset[str]:
    """What kinds of people were killed; nothing where some of them may be anybody."""
    categories = [claim.victim_category or "" for claim in claims if _is_killed(claim)]
    kinds = {_TARGETS.get(category, "") for category in categories if category != "militants"}
    return frozenset() if "" in kinds else frozenset(kinds)


def _killed(claims: Iterable[CasualtyClaim]) -> tuple[float, float] | None:
    """How many were killed at least, and at most if nobody was counted twice."""
    known = [claim for claim in claims if _is_killed(claim) and claim.stance is not Stance.DENIED]
    ids = {claim.id for claim in known}
    figures = {(claim.start, claim.quantity) for claim in known if claim.part_of not in ids}
    lows = [quantity.low for _, quantity in figures if quantity.low is not None]
    if not lows or len(lows) < len(figures):
        return None
    open_end = any(quantity.at_least for _, quantity in figures)
    return max(lows), math.inf if open_end else sum(quantity.high or 0 for _, quantity in figures)


def _sides(
    participations: Iterable[Participation], identities: Identities
) -> dict[str, dict[int, set[str]]]:
    """The parties that an infobox lists, by engagement and side."""
    found: dict[str, dict[int, set[str]]] = {}
    for record in participations:
        if record.engagement is not None:
            sides = found.setdefault(record.engagement, {})
            party = identities.of_name(record.document, record.name)
            sides.setdefault(record.side, set()).add(party)
    return found


def _weighed(one: Fought, other: Fought) -> Evidence | None:
    """The evidence for two engagements, of which one document may tell."""
    if one.record.document == other.record.document and not _told_twice(one, other):
        return None
    return weigh(one, other)


def _told_twice(one: Fought, other: Fought) -> bool:
    """Whether a document may tell of one event twice: far apart, and of the same day and place.

    Two attacks on one town on one day that it tells of side by side are two.
    """
    first, second = one.record, other.record
    if first.date is None or second.date is None or one.length is None or one.length.days:
        return False
    captures = [record.kind is EngagementKind.CAPTURE for record in (first, second)]
    return (
        first.date.edtf == second.date.edtf
        and bool(one.chain)
        and one.chain == other.chain
        and captures[0] == captures[1]
        and abs(first.start - second.start) >= _TOLD_APART
    )


def _may_join(first: list[Fought], second: list[Fought]) -> bool:
    """Whether every engagement of one event may be every one of the other."""
    return all(_weighed(one, other) is not None for one in first for other in second)
