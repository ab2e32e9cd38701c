"""What stated quantities mean as bounds and estimates: a decision, therefore a named value.

A quantity never turns itself into a number. A policy does, when somebody asks for bounds, and says
which convention it follows. The same policy says which of several figures for one loss is the best.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen

from sahel_events.values.quantity import Quantity

__all__ = [
    "ACLED",
    "CLAIMANT_AWARE",
    "STRICT",
    "UCDP",
    "Best",
    "Bounds",
    "Policy",
    "bounds",
    "policy_named",
]


@frozen
class Bounds:
    """The least and the most that a figure allows; ``None`` where it sets no limit."""

    low: int | None
    high: int | None


class Best(StrEnum):
    """Which of several figures for one loss is the best estimate."""

    AGREED = "agreed"  #: the only number that fits all of them; none where there are several
    MOST_TOLD = "most told"  #: what most independent sources allow; then the more specific
    LOWEST = "lowest"  #: the lowest


@frozen
class Policy:
    """How hedges and words become bounds, and how several figures become an estimate.

    ``words`` gives the number for a word that stands for one; words that are not in it keep what
    they can mean at least. ``open_ended`` says whether "at least 25" leaves the upper bound open
    and "up to 25" the lower one; when false the stated figure is taken for both. ``take_low`` takes
    the lower end of every range for both bounds.

    ``best`` chooses among figures. ``lowest_only`` makes the lowest figure all three of low, best
    and high. ``weighs_claimants`` lets what an enemy says of a party's losses raise the high bound
    only, as long as anybody else says something, and prefers those who are no party at all.

    A policy of one's own is a value like these: ``evolve(UCDP, name="mine", best=Best.LOWEST)``.
    """

    name: str
    words: Mapping[str, int] = field(factory=dict)
    open_ended: bool = True
    take_low: bool = False
    best: Best = Best.AGREED
    lowest_only: bool = False
    weighs_claimants: bool = False


#: Only what is stated: "181+" has no upper bound, "up to 30" starts at 0, "heavy" has no bounds.
STRICT = Policy("STRICT")
#: The Georeferenced Event Dataset's low and high: both ends of a range are kept, a hedged figure
#: stands for itself; low is the lowest reliable estimate, high the highest, best the most likely
#: (UCDP GED codebook, fields ``low``, ``high`` and ``best``). Which is most likely a coder judges;
#: here it is the figure that most independent sources allow, then the more specific and the later.
UCDP = Policy("UCDP", open_ended=False, best=Best.MOST_TOLD)
#: One conservative number: the lower end of a range, and the lowest of several figures; tens are
#: 10, dozens 12, hundreds 100 (ACLED, "How does ACLED code fatalities?").
ACLED = Policy(
    "ACLED",
    words={
        "tens": 10,
        "dozens": 12,
        "several dozen": 12,
        "hundreds": 100,
        "several hundred": 100,
        "thousands": 1_000,
        "several thousand": 1_000,
        "several thousands": 1_000,
        "tens of thousands": 10_000,
        "hundreds of thousands": 100_000,
    },
    open_ended=False,
    take_low=True,
    best=Best.LOWEST,
    lowest_only=True,
)
#: Like UCDP, but a side's figure for its enemy's losses counts less than its figure for its own,
#: and both less than what others say: belligerents hide their own dead and inflate the enemy's.
CLAIMANT_AWARE = Policy(
    "CLAIMANT_AWARE", open_ended=False, best=Best.MOST_TOLD, weighs_claimants=True
)


def policy_named(name: str) -> Policy:
    """A policy by its name.

    Raises :class:`ValueError` when none is called so.

    >>> policy_named("UCDP") is UCDP
    True
    """
    known = {policy.name: policy for policy in (STRICT, UCDP, ACLED, CLAIMANT_AWARE)}
    if name not in known:
        raise ValueError(f"expected one of {', '.join(known)}, found {name!r}")
    return known[name]


def bounds(quantity: Quantity, policy: Policy = STRICT) -> Bounds:
    """The bounds of a quantity under a policy.

    >>> bounds(Quantity.parse("181+"))
    Bounds(low=181, high=None)
    >>> bounds(Quantity.parse("dozens"), ACLED)
    Bounds(low=12, high=12)
    >>> bounds(Quantity.parse("30–40"), UCDP)
    Bounds(low=30, high=40)
    """
    low, high = quantity.low, quantity.high
    if quantity.term is not None and quantity.term in policy.words:
        low = high = policy.words[quantity.term]
    if low is None or high is None:
        return Bounds(None, None)
    if policy.open_ended:
        return Bounds(0 if quantity.at_most else low, None if quantity.at_least else high)
    return Bounds(low, low if policy.take_low else high)
