"""Which engagements are one event.

Engagements are joined from the best evidence down, and only where every one of the one event may be
every one of the other: no day and no place is bridged over, and what a document keeps apart stays
apart. The result depends neither on the order of the records nor on how often they are given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from sahel_events.kinds import EngagementKind
from sahel_events.linking.blocks import pairs
from sahel_events.linking.evidence import CERTAIN, SUGGESTED, Evidence, Fought, weigh
from sahel_events.linking.parties import Identities
from sahel_events.model import CasualtyClaim, Engagement, Participation

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
    fought = _prepared(
        engagements, _figures(claims), _sides(participations, identities), identities
    )
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
    figures: Mapping[str, frozenset[tuple[str, int, int]]],
    sides: Mapping[str, Mapping[int, set[str]]],
    identities: Identities,
) -> dict[str, Fought]:
    """The engagements by id, with the parties that they and their infobox name."""
    found = {}
    for record in sorted(engagements, key=lambda record: record.id):
        attackers, defenders = (
            {identities.of_name(record.document, name) for name in names}
            for names in (record.attackers, record.defenders)
        )
        listed = sides.get(record.id, {})
        parties = frozenset(attackers | defenders).union(*listed.values())
        two_sides = (bool(attackers) and bool(defenders)) or len(listed) > 1
        found[record.id] = Fought(record, parties, two_sides, figures.get(record.id, frozenset()))
    return found


def _figures(claims: Iterable[CasualtyClaim]) -> dict[str, frozenset[tuple[str, int, int]]]:
    """The figures of the losses of each engagement, but for those of one: they are everywhere."""
    found: dict[str, set[tuple[str, int, int]]] = {}
    for claim in claims:
        low, high = claim.quantity.low, claim.quantity.high
        if claim.engagement is not None and low is not None and high is not None and low > 1:
            figure = (" or ".join(claim.outcomes), low, high)
            found.setdefault(claim.engagement, set()).add(figure)
    return {engagement: frozenset(figures) for engagement, figures in found.items()}


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
