"""Totals and their parts in other sentences: "two soldiers died, and a driver. Fatalities: 3."."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sahel_events.english.attaching.annotated_sentence import Telling
from sahel_events.english.discourse.claim_draft import Told
from sahel_events.english.losses.loss import OF_HARM
from sahel_events.english.syntax.chunks import VERB

__all__ = ["bind_parts", "find_wholes"]

_TOTAL = re.compile(r"\b(?:in total|in all|all told|altogether|overall|total)\b", re.IGNORECASE)
#: How many claims back the whole may stand of which some are told.
_REACH = 12
#: What says no more of people than that they are some.
_ANYBODY = frozenset((None, "people", "persons", "person", "dead", "victims"))


def bind_parts(before: Iterable[Told], made: list[Told], telling: Telling) -> None:
    """Make the losses that were told of an engagement parts of the total that follows them.

    ``made`` are the claims of the sentence, ``before`` those of the section above it.
    """
    known = list(before)
    for claim in made:
        if _is_total(claim, telling):
            parts = [part for part in known if _counts_towards(part, claim)]
            if parts and _fit(parts, claim):
                for part in parts:
                    part.parent = claim
        known.append(claim)


def _is_total(claim: Told, telling: Telling) -> bool:
    """Whether a figure is given as that of all: "in all", or by itself as "4 fatalities."."""
    if claim.what != "people" or claim.victims not in _ANYBODY or claim.quantity.low is None:
        return False
    alone = claim.rule in OF_HARM and VERB not in telling.sentence.kinds
    return claim.event is not None and (alone or _TOTAL.search(telling.text) is not None)


def _counts_towards(part: Told, whole: Told) -> bool:
    same = part.event is whole.event and part.claimant == whole.claimant
    return same and part.what == "people" and part.outcomes == whole.outcomes and not part.parent


def _fit(parts: list[Told], whole: Told) -> bool:
    least = sum(part.quantity.low or 0 for part in parts)
    most = whole.quantity.high
    return most is not None and (least <= most or whole.quantity.at_least)


def find_wholes(before: list[Told], made: Iterable[Told]) -> None:
    """Find the total of which some are told: "14 died. … Two of the dead were nuns"."""
    for part in made:
        if part.rule == "some of them" and part.parent is None:
            wholes = (claim for claim in reversed(before[-_REACH:]) if _may_hold(claim, part))
            part.parent = next(wholes, None)


def _may_hold(claim: Told, part: Told) -> bool:
    alike = claim.outcomes == part.outcomes and claim.what == part.what and claim.parent is None
    return alike and (claim.quantity.low or 0) >= (part.quantity.low or 0)
