"""Estimates as a table: who lost how many, by how many claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from sahel_events.model import Engagement
from sahel_events.reconcile.estimates import Estimate
from sahel_events.views.terminal import aligned, cut, harmless

__all__ = ["as_lines", "as_table"]

_HEADS = ("event", "date", "party", "group", "outcome", "low", "best", "high", "sources")
#: No cell is wider than this.
_WIDEST = 36


def as_table(found: Iterable[Estimate], engagements: Iterable[Engagement]) -> Iterator[str]:
    """The estimates, one a line; "?" is a bound or a best that nobody can tell."""
    return aligned([_HEADS, *(_row(one, event) for one, event in _by_day(found, engagements))])


def as_lines(
    found: Iterable[Estimate], engagements: Iterable[Engagement]
) -> Iterator[dict[str, Any]]:
    """The estimates as plain dictionaries, with the date and place of their events."""
    for one, event in _by_day(found, engagements):
        line = attrs.asdict(one) | {"outcomes": [str(outcome) for outcome in one.outcomes]}
        line["date"] = event.date.edtf if event and event.date else None
        line["place"] = event.place if event else None
        yield line


def _by_day(
    found: Iterable[Estimate], engagements: Iterable[Engagement]
) -> list[tuple[Estimate, Engagement | None]]:
    """The estimates with their events, by date; those without one are the last."""
    known = {record.id: record for record in engagements}
    pairs = [(one, known.get(one.event)) for one in found]
    return sorted(pairs, key=lambda pair: _day(pair[1]))


def _day(event: Engagement | None) -> str:
    return event.date.edtf.lstrip("./") if event is not None and event.date else "~"


def _row(one: Estimate, event: Engagement | None) -> tuple[str, ...]:
    thing = [] if one.what == "people" else [one.what]
    whose = one.party or (f"side {one.side}" if one.side is not None else "")
    alone = f", by {one.only_from} alone" if one.only_from else ""
    return (
        _cell(event.place or event.name if event else one.event),
        str(event.date or "") if event else "",
        _cell("all" if one.total else whose),
        _cell(one.group),
        " ".join(["/".join(one.outcomes), *thing]),
        *("?" if bound is None else f"{bound:,}" for bound in (one.low, one.best, one.high)),
        _cell(f"{one.sources}{alone}"),
    )


def _cell(text: str) -> str:
    return cut(" ".join(harmless(text).split()), _WIDEST)
