"""Claims as JSON lines: one flat object a claim, with its place in the file and its quote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sahel_events.english import ranks
from sahel_events.model import Belligerent
from sahel_events.reading import Reading
from sahel_events.registry.belligerents import party_with_id
from sahel_events.registry.names import fold
from sahel_events.registry.resolving import resolve
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
            "claimant": _names_of_claimant(claim.claimant, known),
            "stance": str(claim.stance),
            "date": claim.date.edtf if claim.date else None,
            "place": claim.place,
            "engagement": claim.engagement,
            "part_of": claim.part_of,
            "cites": list(claim.cites),
        }


def _known(belligerents: tuple[Belligerent, ...]) -> dict[str, Belligerent]:
    known: dict[str, Belligerent] = {}
    for party in belligerents:
        for name in (party.name, *party.aliases):
            known.setdefault(fold(name), party)
    return known


#: What tells an official or an office from others, and may be left out: "in Bamako", "of Ségou".
_COMPLEMENT = re.compile(r"\s(?:in|of|from|at|for)\s(?:the\s)?[A-ZÀ-Þ]")
_OWNER = re.compile(r"\A(?:[A-ZÀ-Þ][\w'-]*\s){0,3}[A-ZÀ-Þ][\w-]*['’]s\s(?=[a-z])")


def _names_of_claimant(name: str | None, known: dict[str, Belligerent]) -> list[str]:
    """Every name of whoever states a figure, and his name without rank, seat or owner.

    "Colonel Ali Sow" is "Ali Sow", "the general staff in Bamako" is "the general staff".
    """
    names = _names(name, known)
    if name is None or len(names) > 1:
        return names
    first, _, rest = name.partition(" ")
    untitled = rest if rest and first.lower().rstrip(".") in ranks() else name
    seat = _COMPLEMENT.search(untitled)
    short = _OWNER.sub("", untitled[: seat.start()] if seat is not None else untitled)
    return list(dict.fromkeys((name, untitled, short)))


def _names(name: str | None, known: dict[str, Belligerent]) -> list[str]:
    if name is None:
        return []
    belligerent = known.get(fold(name))
    own = (belligerent.name, *belligerent.aliases) if belligerent else ()
    party = party_with_id(belligerent.party) if belligerent and belligerent.party else resolve(name)
    registered = party or reporter_named(name)
    return list(dict.fromkeys((name, *own, *(registered.names if registered else ()))))
