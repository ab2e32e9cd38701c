"""Who a party is: what the registry knows of it, and from where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sahel_events.errors import SahelEventsError
from sahel_events.registry.belligerents import Party, party_with_id
from sahel_events.registry.codings import codings
from sahel_events.registry.countries import country_with_iso
from sahel_events.registry.names import fold
from sahel_events.registry.references import references
from sahel_events.registry.relations import Relation, Standing, relations_of, relations_to
from sahel_events.registry.resolving import candidates, resolve, suggestions

__all__ = ["as_json", "find", "shown"]

#: How a relation reads from its other end.
_SEEN_FROM_THERE = {
    Standing.MEMBER_OF: "has as member",
    Standing.PART_OF: "has as part",
    Standing.ARMED_FORCES_OF: "has as armed forces",
    Standing.MERGED_INTO: "took in",
    Standing.RENAMED_TO: "was before",
    Standing.SPLIT_FROM: "was left by",
    Standing.SUCCESSOR_OF: "was followed by",
    Standing.ALLIED_WITH: "allied with",
}
_UNCHECKED = "none: compiled from general knowledge, and checked against nothing"


def find(name: str) -> Party:
    """The party with this name or identifier.

    Raises :class:`SahelEventsError` when several share the name, and when nobody has it; the
    message then says who may be meant.
    """
    party = party_with_id(name.lower()) or resolve(name)
    if party is not None:
        return party
    if sharing := candidates(name):
        who = ", ".join(f"{party.id} ({party.name})" for party in sharing)
        raise SahelEventsError(f"“{name}” is not one party alone; ask for it by identifier: {who}")
    alike = ", ".join(f"“{party.name}” ({party.id})" for party in suggestions(name))
    question = f"; did you mean {alike}?" if alike else ""
    raise SahelEventsError(f"no party of the registry is called “{name}”{question}")


def shown(party: Party) -> Iterator[str]:
    """What is known of a party, line by line; numbers in brackets are the sources below."""
    keys = list(dict.fromkeys(_keys(party)))
    numbers = {key: f"[{number}]" for number, key in enumerate(keys, 1)}

    def cited(sources: tuple[str, ...]) -> str:
        return "".join(numbers[key] for key in sources)

    yield f"{party.name} ({party.id})"
    facts = [
        ("kind", party.kind, party.sources),
        ("countries", ", ".join(party.countries), ()),
        ("period", party.period, party.period_sources),
        ("wikidata", party.wikidata, party.wikidata_sources),
        ("names", "; ".join(_distinct(party)), ()),
        ("shared", "; ".join(party.shared), ()),
        ("coded as", "; ".join(f"{name} ({dataset})" for name, dataset in _coded(party)), ()),
        ("codes", ", ".join(f"{list_} {code}" for list_, code in _codes(party).items()), ()),
    ]
    for head, value, sources in facts:
        if value:
            yield f"  {head:<10} {value} {cited(sources)}".rstrip()
    for standing, other, relation in _standings(party):
        when = f", {relation.period}" if relation.period else ""
        yield f"  {standing} {other.name} ({other.id}{when}) {cited(relation.sources)}".rstrip()
    yield "  sources" if keys else f"  sources    {_UNCHECKED}"
    for key, number in numbers.items():
        yield f"    {number} {references()[key]}"


def as_json(party: Party) -> dict[str, Any]:
    """The same as plain values."""
    return {
        "id": party.id,
        "name": party.name,
        "aliases": list(party.aliases),
        "shared": list(party.shared),
        "coded_as": [{"name": name, "dataset": dataset} for name, dataset in _coded(party)],
        "codes": _codes(party),
        "kind": party.kind,
        "countries": list(party.countries),
        "period": party.period,
        "wikidata": party.wikidata,
        "relations": [
            {
                "relation": standing,
                "id": other.id,
                "name": other.name,
                "period": relation.period,
                "sources": list(relation.sources),
            }
            for standing, other, relation in _standings(party)
        ],
        "sources": list(party.sources),
        "period_sources": list(party.period_sources),
        "wikidata_sources": list(party.wikidata_sources),
        "references": {key: str(references()[key]) for key in sorted(set(_keys(party)))},
    }


def _distinct(party: Party) -> list[str]:
    """The other names, without those that differ in accents, hyphens or capitals alone."""
    names: dict[str, str] = {}
    for name in party.names:
        names.setdefault(fold(name), name)
    return [name for name in names.values() if name != party.name]


def _coded(party: Party) -> list[tuple[str, str]]:
    """The names that event datasets give the party, with the dataset."""
    return [(coding.name, coding.dataset) for coding in codings() if coding.party == party.id]


def _codes(party: Party) -> dict[str, str | int]:
    """The codes of a state, by the list that they are from."""
    state = (
        country_with_iso(party.countries[0]) if party.kind == "state" and party.countries else None
    )
    if state is None:
        return {}
    codes = {"ISO 3166-1": state.iso3, "Gleditsch-Ward": state.gw, "COW": state.cow}
    return {list_: code for list_, code in codes.items() if code is not None}


def _standings(party: Party) -> Iterator[tuple[str, Party, Relation]]:
    """How the party stands to others, and others to it."""
    for relation in relations_of(party):
        yield str(relation.standing), relation.other, relation
    for relation in relations_to(party):
        yield _SEEN_FROM_THERE[relation.standing], relation.party, relation


def _keys(party: Party) -> Iterator[str]:
    """The references of all that is known of a party, in the order in which it is shown."""
    yield from (*party.sources, *party.period_sources, *party.wikidata_sources)
    for _, _, relation in _standings(party):
        yield from relation.sources
