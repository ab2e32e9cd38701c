"""Claims as JSON lines: one flat object a claim, with its place in the file and its quote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sahel_events.language.lexicon import lexicon
from sahel_events.language.names import fold
from sahel_events.model import Belligerent
from sahel_events.reading import Reading
from sahel_events.registry.belligerents import party_named
from sahel_events.registry.sources import reporter_named

__all__ = ["claim_lines"]


def claim_lines(reading: Reading) -> Iterator[dict[str, Any]]:
    """The claims of a reading as dictionaries of plain values, in the order of the document.

    ``victim_party`` and ``claimant`` list every name by which the party is known, its own first.
    """
    known = _known(reading.belligerents)
    for claim in reading.claims:
        quantity = claim.quantity
        yield {
            "id": claim.id,
            "doc": claim.document,
            "field": claim.field,
            "start": claim.start,
            "end": claim.end,
            "line": claim.line,
            "column": claim.column,
            "quote": claim.quote,
            "low": quantity.low,
            "high": quantity.high,
            "at_least": quantity.at_least,
            "at_most": quantity.at_most,
            "approximate": quantity.approximate,
            "term": quantity.term,
            "outcomes": [str(outcome) for outcome in claim.outcomes],
            "what": claim.what,
            "victims": claim.victims,
            "victim_party": _names(claim.victim_party, known),
            "claimant": _names(claim.claimant, known),
            "stance": str(claim.stance),
            "date": claim.date.edtf if claim.date else None,
            "place": claim.place,
            "engagement": claim.engagement,
            "part_of": claim.part_of,
            "cites": list(claim.cites),
        }


def _known(belligerents: tuple[Belligerent, ...]) -> dict[str, tuple[str, ...]]:
    known: dict[str, tuple[str, ...]] = {}
    for party in belligerents:
        names = (party.name, *party.aliases)
        for name in names:
            known.setdefault(fold(name), names)
    return known


def _names(name: str | None, known: dict[str, tuple[str, ...]]) -> list[str]:
    if name is None:
        return []
    country = lexicon().country(name)
    party = party_named(name)
    reporter = reporter_named(name)
    registered = (party or country or reporter).names if party or country or reporter else ()  # type: ignore[union-attr]
    return list(dict.fromkeys((name, *known.get(fold(name), ()), *registered)))
