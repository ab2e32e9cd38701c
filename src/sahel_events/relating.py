"""What comparing the records of a dataset finds: events, and how claims stand to each other.

All of it is a function of the records, so it is found anew whenever datasets are merged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve

from sahel_events.kinds import RelationKind
from sahel_events.linking import Identities, Linked, link_engagements
from sahel_events.model import CasualtyClaim, Engagement, Record, Relation
from sahel_events.reconcile.relations import relate as relate_claims
from sahel_events.reconcile.relations import relation
from sahel_events.reconcile.slots import slots
from sahel_events.reconcile.sums import Sum, sums
from sahel_events.table import Table

__all__ = ["relate"]


def relate(tables: Mapping[str, Table[Any]]) -> dict[str, Table[Any]]:
    """The engagements with their events, and the relations, of the tables of a dataset."""
    claims = tables["casualty_claims"]
    identities = Identities.of(tables["belligerents"])
    linked = link_engagements(tables["engagements"], claims, tables["participations"], identities)
    engagements = [_in_event(record, linked) for record in tables["engagements"]]
    published = {source.id: source.published for source in tables["documents"]}
    found: list[Record] = [*_links(linked, tables["engagements"])]
    found += relate_claims(slots(claims, linked.events, identities), published)
    found += _parts(claims)
    for sum_ in sums(claims):
        found += _sums_to(sum_)
    return {
        "engagements": Table.of("engagements", engagements),
        "relations": Table.of("relations", found),
    }


def _in_event(record: Engagement, linked: Linked) -> Engagement:
    event = linked.events[record.id]
    return record if record.event == event else evolve(record, event=event)


def _links(linked: Linked, engagements: Table[Engagement]) -> Iterator[Relation]:
    by_id = {record.id: record for record in engagements}
    for link in linked.links:
        kind = RelationKind.SAME_EVENT if link.certain else RelationKind.MAY_BE_SAME_EVENT
        yield relation(
            kind, by_id[link.engagement], by_id[link.other], str(link.evidence), link.evidence.score
        )


def _parts(claims: Table[CasualtyClaim]) -> Iterator[Relation]:
    by_id = {claim.id: claim for claim in claims}
    for part in claims:
        whole = by_id.get(part.part_of) if part.part_of is not None else None
        if whole is not None and whole is not part:
            reason = f"{part.quantity} of {whole.quantity}, as the document puts them"
            yield relation(RelationKind.PART_OF, part, whole, reason)


def _sums_to(sum_: Sum) -> Iterator[Relation]:
    if sum_.holds:
        for part in sum_.parts:
            yield relation(RelationKind.SUMS_TO, part, sum_.whole, str(sum_))
