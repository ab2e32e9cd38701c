"""What a stated quantity means as bounds: a decision, therefore a named value.

A quantity never turns itself into a number. A policy does, when somebody asks for bounds, and says
which convention it follows.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from sahel_events.values.quantity import Quantity

__all__ = ["ACLED", "STRICT", "UCDP", "Bounds", "Policy", "bounds"]


@frozen
class Bounds:
    """The least and the most that a figure allows; ``None`` where it sets no limit."""

    low: int | None
    high: int | None


@frozen
class Policy:
    """How hedges and words become bounds.

    ``words`` gives the number for a word that stands for one; words that are not in it keep what
    they can mean at least. ``open_ended`` says whether "at least 25" leaves the upper bound open
    and "up to 25" the lower one; when false the stated figure is taken for both. ``take_low`` takes
    the lower end of every range for both bounds.
    """

    name: str
    words: Mapping[str, int] = field(factory=dict)
    open_ended: bool = True
    take_low: bool = False


#: Only what is stated: "181+" has no upper bound, "up to 30" starts at 0, "heavy" has no bounds.
STRICT = Policy("STRICT")
#: The Georeferenced Event Dataset's low and high: both ends of a range are kept, a hedged figure
#: stands for itself (UCDP GED codebook, fields ``low`` and ``high``).
UCDP = Policy("UCDP", open_ended=False)
#: One conservative number: the lower end of a range; tens are 10, dozens 12, hundreds 100 (ACLED,
#: "How does ACLED code fatalities?").
ACLED = Policy(
    "ACLED",
    words={
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
)


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
