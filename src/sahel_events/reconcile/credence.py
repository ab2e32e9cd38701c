"""Whether two figures that differ are worth asking about, and how surely they are of one thing.

Most pairs of figures that a program could set against each other are of different people: a part
and a whole, those whom a hospital took in and all who were hurt, two ships of one battle. A finding
is believed only if nearly all of them are real, so what may be such a pair is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from sahel_events.linking.parties import Identities
from sahel_events.model import CasualtyClaim

__all__ = ["Certainty", "certainty", "subject"]


class Certainty(StrEnum):
    """How surely the figures of a finding are of one thing, the surest first."""

    SURE = "sure"  #: the document itself says of what, and whose, they are
    LIKELY = "likely"  #: a part of that was concluded


#: Words of those who count what reached them, and not all: "we have buried 43".
_PARTIAL = re.compile(
    r"\b(?:bur(?:y|ied|ying|ial)|bod(?:y|ies)|corpses?|coffins?|graves?|tombs?|morgue|mortuary"
    r"|hospitals?|clinic|admitted|received|treated|recovered|identified|found|so far|among"
    r"|including)\b",
    re.IGNORECASE,
)
#: An account tells of a few here and a few there; from so many on it means a toll.
_TOLL = 10


def certainty(one: CasualtyClaim, other: CasualtyClaim, identities: Identities) -> Certainty | None:
    """How surely two claims of one slot are rival figures; ``None`` if they may well be none."""
    pair = (one, other)
    known = {whose for claim in pair if (whose := _whose(claim, identities))}
    if any(_is_no_figure(claim) for claim in pair) or len(known) > 1:
        return None
    if _is_partial(one) != _is_partial(other):
        return None
    both = all(_whose(claim, identities) for claim in pair)
    if one.what != "people" and (not both or _is_in_text(pair)):
        return None
    toll = max(claim.quantity.low or 0 for claim in pair) >= _TOLL
    if _is_one_voice(pair) and not (toll and known):
        return None
    if not known and not toll:
        return None
    return Certainty.SURE if both else Certainty.LIKELY


def subject(claims: Sequence[CasualtyClaim]) -> str:
    """What the claims count, of whom, and of which event: "killed of Mali, Bamba, 12 June 2031"."""
    first = claims[0]
    outcomes = " or ".join(first.outcomes)
    what = outcomes if first.what == "people" else f"{first.what} {outcomes}"
    whose = next((claim.victim_party for claim in claims if claim.victim_party), None)
    place = next((claim.place for claim in claims if claim.place), None)
    date = next((str(claim.date) for claim in claims if claim.date is not None), None)
    return ", ".join(filter(None, (f"{what} of {whose}" if whose else what, place, date)))


def _is_no_figure(claim: CasualtyClaim) -> bool:
    """Whether it gives a word, or a share of them."""
    return (
        claim.quantity.term is not None or claim.quantity.low is None or "%" in (claim.quote or "")
    )


def _is_partial(claim: CasualtyClaim) -> bool:
    """Whether it counts those who reached somebody, and not all."""
    return claim.field == "body" and _PARTIAL.search(claim.quote or "") is not None


def _whose(claim: CasualtyClaim, identities: Identities) -> str:
    """What stands for whose losses they are."""
    if claim.victim_party:
        return identities.of_name(claim.document, claim.victim_party)
    return ""


def _is_in_text(pair: Iterable[CasualtyClaim]) -> bool:
    return all(claim.field == "body" for claim in pair)


def _is_one_voice(pair: Sequence[CasualtyClaim]) -> bool:
    """Whether both stand in one text, in its own voice."""
    one, other = pair
    told = all(claim.claimant is None for claim in pair)
    return one.document == other.document and told and _is_in_text(pair)
