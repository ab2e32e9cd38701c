"""Which names mean one party: those that a document binds together, and those of the registry."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from attrs import field, frozen

from sahel_events.language.lexicon import country_named
from sahel_events.language.names import fold
from sahel_events.model import Belligerent
from sahel_events.registry.belligerents import party_named

__all__ = ["Identities"]


@frozen
class Identities:
    """The parties of a dataset by document and name.

    A document's own names come first: what it calls "the Movement" is what it bound that name to.
    """

    _bound: dict[tuple[str, str], str] = field(factory=dict)
    _parties: frozenset[str] = frozenset()

    @classmethod
    def of(cls, belligerents: Iterable[Belligerent]) -> Identities:
        """The names that the documents bind to their belligerents."""
        bound: dict[tuple[str, str], str] = {}
        for party in belligerents:
            for name in (party.name, *party.aliases):
                bound.setdefault((party.document, fold(name)), party.name)
        return cls(bound, frozenset(_identity(name) for name in bound.values()))

    def of_name(self, document: str, name: str) -> str:
        """What stands for the party that a document calls so; equal for one and the same party.

        Armed forces are those of their state, since sources name now the one and now the other:
        "25 Malian soldiers" and "25 killed" on the side of Mali are one figure.
        """
        return _identity(self._bound.get((document, fold(name)), name))

    def fights(self, identity: str) -> bool:
        """Whether what stands for a party is one of the belligerents."""
        return identity in self._parties


@lru_cache(maxsize=16_384)
def _identity(name: str) -> str:
    country = country_named(name)
    if country is not None:
        return fold(country.name)
    party = party_named(name)
    if party is None:
        return fold(name)
    if party.kind == "state force" and len(party.countries) == 1:
        return party.countries[0]
    return fold(party.name)
