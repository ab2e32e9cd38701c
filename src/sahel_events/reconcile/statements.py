"""What one source states of one loss: a claim, or several of one breath that add up.

"Seven fighters and the bomber" is eight, and "another 20" adds to what was told before. A figure
that its own source replaces ("a toll of 95, which it raised to 116") sets no bound any more.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from sahel_events.kinds import Stance
from sahel_events.model import CasualtyClaim
from sahel_events.reconcile.independence import Sources
from sahel_events.values.policy import Policy, bounds

__all__ = ["Statement", "statements"]

_MORE = re.compile(
    r"\b(?:another|a further|further|an additional|additional|an?other \w+)\b"
    r"|\b(?:more|others?)(?: \w+)?$",
    re.IGNORECASE,
)
_RAISED = re.compile(
    r"\b(?:rais|ris(?:e|en|ing)\b|rose|revis|increas|climb|updat|grew|correct|now)", re.IGNORECASE
)
_FORMER = re.compile(
    r"\b(?:initial|initially|earlier|previous|previously|provisional|preliminary|up from"
    r"|instead of|first (?:reported|announced|put|said|given))\b",
    re.IGNORECASE,
)
_AMONG = re.compile(r"\b(?:among|amongst|including|included|of (?:them|whom|these|which|the))\b")
#: "Another" adds to what the same source told no further before than this.
_NEAR = 400
#: A figure stands so close before the one that replaces it.
_REPLACED = 120
#: What "about" allows a figure to be off by.
_ABOUT = 0.1


@frozen
class Statement:
    """A figure of one source: its claims, their bounds under a policy, and what it allows.

    ``least`` and ``most`` are the numbers that can be true if the source is right: "at least 25"
    allows 60, and "dozens" is no count at all. ``rank`` is 0 for an exact figure and grows with
    what is left open; ``vague`` is told by a word. ``day`` is when it was published.
    """

    claims: tuple[CasualtyClaim, ...]
    low: int
    high: int | None
    least: float
    most: float
    rank: int
    vague: bool
    source: str
    day: str
    superseded: bool

    def holds(self, number: int) -> bool:
        """Whether the number can be true if the source is right."""
        return self.least <= number <= self.most

    def allows(self, number: int) -> bool:
        """Whether the number lies within the bounds."""
        return self.low <= number and (self.high is None or number <= self.high)


@frozen
class Context:
    """What is known of claims besides what they say."""

    policy: Policy
    sources: Sources
    published: Mapping[str, str | None]
    replaced: frozenset[str]


def statements(claims: Sequence[CasualtyClaim], context: Context) -> list[Statement]:
    """The statements of the claims of one slot; those that set no bound make none."""
    known = [
        claim
        for claim in claims
        if claim.stance is not Stance.DENIED
        and bounds(claim.quantity, context.policy).low is not None
    ]
    former = context.replaced | _replaced(known)
    return [_statement(breath, context, former) for breath in _breaths(known)]


def _statement(
    claims: tuple[CasualtyClaim, ...], context: Context, former: frozenset[str]
) -> Statement:
    found = [bounds(claim.quantity, context.policy) for claim in _once(claims)]
    highs = [one.high for one in found if one.high is not None]
    ranges = [_range(claim) for claim in _once(claims)]
    by_word = any(
        claim.quantity.term is not None and claim.quantity.term not in context.policy.words
        for claim in claims
    )
    return Statement(
        claims,
        low=sum(one.low or 0 for one in found),
        high=sum(highs) if len(highs) == len(found) else None,
        least=sum(least for least, _ in ranges),
        most=sum(most for _, most in ranges),
        rank=max(_openness(claim) for claim in claims),
        vague=by_word,
        source=context.sources.of_claim(claims[0]),
        day=context.published.get(claims[0].document) or "",
        superseded=any(claim.id in former for claim in claims),
    )


def _range(claim: CasualtyClaim) -> tuple[float, float]:
    """The numbers that can be true if a claim is."""
    quantity = claim.quantity
    low, high = quantity.low or 0, quantity.high or 0
    if quantity.approximate:
        low, high = math.floor(low * (1 - _ABOUT)), math.ceil(high * (1 + _ABOUT))
    return (0 if quantity.at_most else low), (math.inf if quantity.at_least else high)


def _openness(claim: CasualtyClaim) -> int:
    """How much a figure leaves open, from an exact one to a word."""
    quantity = claim.quantity
    if quantity.term is not None:
        return 4
    if quantity.at_least or quantity.at_most:
        return 3
    return 2 if quantity.low != quantity.high else int(quantity.approximate)


def _breaths(claims: Iterable[CasualtyClaim]) -> Iterator[tuple[CasualtyClaim, ...]]:
    """The claims, those together that add up, each of them in one statement."""
    open_: list[list[CasualtyClaim]] = []
    for claim in claims:
        breath = next((b for b in reversed(open_) if any(_adds(one, claim) for one in b)), None)
        if breath is None:
            open_.append([claim])
        else:
            breath.append(claim)
    for breath in open_:
        yield tuple(breath)


def _once(claims: Iterable[CasualtyClaim]) -> list[CasualtyClaim]:
    """The claims without those that are there twice, so that no figure is added to itself."""
    return list({_words(claim): claim for claim in claims}.values())


def _words(claim: CasualtyClaim) -> tuple[object, ...]:
    return claim.document, claim.field, claim.start, claim.end, claim.quantity, claim.victims


def _adds(one: CasualtyClaim, other: CasualtyClaim) -> bool:
    """Whether two claims of one source are of different people who are told of together."""
    if (one.document, one.field, one.claimant) != (other.document, other.field, other.claimant):
        return False
    if one.field != "body" or one.part_of != other.part_of:
        return False
    if _words(one) == _words(other):  # the same claim once more
        return True
    if _MORE.search(other.quote or "") and 0 <= other.start - one.start < _NEAR:
        return True
    return _are_coordinated(one, other)


def _are_coordinated(one: CasualtyClaim, other: CasualtyClaim) -> bool:
    """Whether two figures stand in one list of a sentence: their evidence overlaps."""
    told = f"{one.quote} {other.quote}"
    overlap = max(one.start, other.start) < min(one.end, other.end)
    if not overlap or not one.victims or not other.victims or _RAISED.search(told):
        return False
    return one.part_of is not None or _AMONG.search(told) is None


def _replaced(claims: Sequence[CasualtyClaim]) -> frozenset[str]:
    """The claims that their own text replaces by another one of the slot."""
    found: set[str] = set()
    for claim in claims:
        beside = [one for one in claims if one is not claim and one.document == claim.document]
        others = [one for one in beside if one.quantity != claim.quantity]
        if others and _FORMER.search(claim.quote or "") and not _RAISED.search(claim.quote or ""):
            found.add(claim.id)
        elif _RAISED.search(claim.quote or ""):
            found |= {one.id for one in others if _stands_before(one, claim)}
    return frozenset(found)


def _stands_before(one: CasualtyClaim, raised: CasualtyClaim) -> bool:
    """Whether a figure stands with the one to which it was raised, and is the smaller one."""
    smaller = (one.quantity.low or 0) < (raised.quantity.low or 0)
    near = one.start < raised.end and raised.start - one.end < _REPLACED
    return smaller and near and one.claimant == raised.claimant
