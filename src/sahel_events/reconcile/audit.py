"""What a careful reader would query: failed sums, contradictions, claims that are told as fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Protocol

from attrs import frozen

from sahel_events.kinds import RelationKind
from sahel_events.linking.parties import Identities
from sahel_events.model import Belligerent, CasualtyClaim, Figure, Relation, Strength
from sahel_events.reconcile.credence import Certainty, certainty, subject
from sahel_events.reconcile.relations import claimed_by
from sahel_events.reconcile.sums import Sum, sums

__all__ = ["Finding", "FindingKind", "audit"]


class FindingKind(StrEnum):
    """What is queried, the gravest first."""

    SUM = "sum"  #: a total is not what its parts come to
    CONTRADICTION = "contradiction"  #: no number fits both figures
    ATTRIBUTION = "attribution"  #: stated as fact in one place, as a party's claim in another
    DIFFERENCE = "difference"  #: two figures for one loss, though one number fits both


@frozen
class Finding:
    """Something to query, with the figures that it is about: for a sum, the total and its parts.

    ``subject`` says what is counted, of whom and of which event, and ``certainty`` how sure it is
    that the figures are of one thing.
    """

    kind: FindingKind
    message: str
    figures: tuple[Figure, ...]
    certainty: Certainty = Certainty.SURE
    subject: str = ""


class _Records(Protocol):
    """The tables of a dataset that an audit reads."""

    @property
    def belligerents(self) -> Iterable[Belligerent]: ...
    @property
    def casualty_claims(self) -> Iterable[CasualtyClaim]: ...
    @property
    def strengths(self) -> Iterable[Strength]: ...
    @property
    def relations(self) -> Iterable[Relation]: ...


_OF_RELATIONS = {
    RelationKind.CONTRADICTS: FindingKind.CONTRADICTION,
    RelationKind.DIFFERS: FindingKind.DIFFERENCE,
}


def audit(dataset: _Records) -> tuple[Finding, ...]:
    """Everything that is queried: the sure before the likely, by kind, in the documents' order.

    A sum that holds is not reported, nor is a figure that is merely repeated, nor are figures that
    may be of different people.
    """
    claims = {claim.id: claim for claim in dataset.casualty_claims}
    identities = Identities.of(dataset.belligerents)
    found = [*_failed(sums(claims.values())), *_failed(sums(dataset.strengths))]
    for relation in dataset.relations:
        if relation.kind.is_of_engagements or relation.record not in claims:
            continue
        pair = (claims[relation.record], claims[relation.other])
        sure = certainty(*pair, identities)
        if relation.kind in _OF_RELATIONS and sure is not None:
            kind = _OF_RELATIONS[relation.kind]
            found.append(Finding(kind, relation.reason, pair, sure, subject(pair)))
        elif relation.kind is RelationKind.REPEATS:
            found += _told_as_fact(*pair, identities)
    return tuple(sorted(found, key=_order))


def _failed(found: Iterable[Sum]) -> Iterator[Finding]:
    for sum_ in found:
        if not sum_.holds:
            about = subject([sum_.whole]) if isinstance(sum_.whole, CasualtyClaim) else "strength"
            figures = (sum_.whole, *sum_.parts)
            yield Finding(FindingKind.SUM, str(sum_), figures, Certainty.SURE, about)


def _told_as_fact(
    one: CasualtyClaim, other: CasualtyClaim, identities: Identities
) -> Iterator[Finding]:
    """A cell that states as fact what the same document's text says that a party claims."""
    cell, told = (one, other) if other.field == "body" else (other, one)
    one_document = one.document == other.document
    if not one_document or cell.field == "body" or cell.claimant is not None:
        return
    if told.field == "body" and told.claimant is not None:
        speaker = identities.of_name(told.document, told.claimant)
        loser = identities.of_name(told.document, told.victim_party or "")
        whose = "its own side" if speaker == loser else "its enemy"
        about = f" about {whose}" if identities.fights(speaker) and loser else ""
        message = (
            f"{cell.field} states {told.quantity} as fact; in the text it is what "
            f"{claimed_by(told)} says{about}"
        )
        sure = Certainty.SURE if about else Certainty.LIKELY
        yield Finding(FindingKind.ATTRIBUTION, message, (cell, told), sure, subject((cell, told)))


def _order(finding: Finding) -> tuple[int, int, list[tuple[str, int, str]]]:
    places = [(figure.document, figure.start, figure.id) for figure in finding.figures]
    sure = list(Certainty).index(finding.certainty)
    return sure, list(FindingKind).index(finding.kind), places
