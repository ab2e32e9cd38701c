"""Which names mean one party: those that a document binds together, and those of the registry."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from attrs import field, frozen

from sahel_events.model import Belligerent
from sahel_events.registry.belligerents import Party, party_of_country, party_with_id
from sahel_events.registry.countries import countries
from sahel_events.registry.names import fold
from sahel_events.registry.relations import is_within, relations_of, relations_to
from sahel_events.registry.resolving import resolve

__all__ = ["Identities", "are_related"]


@frozen
class Identities:
    """The parties of a dataset by document and name.

    A document's own names come first: what it calls "the Movement" is what it bound that name to.
    """

    _bound: dict[tuple[str, str], str] = field(factory=dict)
    #: the countries that each document has parties of; they settle names that several parties share
    _context: dict[str, frozenset[str]] = field(factory=dict)
    _parties: frozenset[str] = frozenset()

    @classmethod
    def of(cls, belligerents: Iterable[Belligerent]) -> Identities:
        """The names that the documents bind to their belligerents."""
        bound: dict[tuple[str, str], str] = {}
        context: dict[str, frozenset[str]] = {}
        for record in belligerents:
            party = party_with_id(record.party) if record.party else None
            identity = _identity(party) if party is not None else fold(record.name)
            for name in (record.name, *record.aliases):
                bound.setdefault((record.document, fold(name)), identity)
            if record.country is not None:
                known = context.get(record.document, frozenset())
                context[record.document] = known | {record.country}
        return cls(bound, context, frozenset(bound.values()))

    def of_name(self, document: str, name: str) -> str:
        """What stands for the party that a document calls so; equal for one and the same party.

        It is the party's identifier in the registry, or its name where that lacks it. Armed forces
        are those of their state, since sources name now the one and now the other: "25 Malian
        soldiers" and "25 killed" on the side of Mali are one figure.
        """
        own = self._bound.get((document, fold(name)))
        return own if own is not None else _named(name, self._context.get(document, frozenset()))

    def fights(self, identity: str) -> bool:
        """Whether what stands for a party is one of the belligerents."""
        return identity in self._parties


@lru_cache(maxsize=16_384)
def _named(name: str, context: frozenset[str]) -> str:
    party = resolve(name, context)
    return _identity(party) if party is not None else fold(name)


def _identity(party: Party) -> str:
    if party.kind == "state force" and len(party.countries) == 1:
        return _states().get(party.countries[0], party).id
    return party.id


@cache
def _states() -> dict[str, Party]:
    """The states as parties, by their ISO codes."""
    states = (country for country in countries() if country.iso and country.kind == "state")
    return {state.iso: party_of_country(state) for state in states if state.iso}


@lru_cache(maxsize=4_096)
def are_related(one: str, other: str) -> bool:
    """Whether two parties of the registry are one, allied, or in each other or in one whole."""
    first, second = party_with_id(one), party_with_id(other)
    if one == other or first is None or second is None:
        return True
    if {second.id, *_circle(first)} & {first.id, *_circle(second)}:
        return True
    return is_within(first, second) or is_within(second, first)


def _circle(party: Party) -> set[str]:
    """The parties that it belongs to, became, came from, or is allied with; no states."""
    near = [r.other for r in relations_of(party)] + [r.party for r in relations_to(party)]
    return {other.id for other in near if other.kind not in ("state", "organisation")}
