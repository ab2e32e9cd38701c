"""The organs of a state: who fights and speaks for it, from ``data/organs.csv``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from attrs import frozen

from sahel_events.csv_tables import rows

__all__ = ["Organ", "is_organ", "organs"]


@frozen
class Organ:
    """An organ; the columns of its table say what ``acts_for`` and ``alone`` mean."""

    name: str
    acts_for: str
    alone: bool

    @property
    def is_army(self) -> bool:
        """Whether it is the state's armed forces, and does not speak for the state as a whole."""
        return self.acts_for == "armed forces"


@cache
def organs() -> Mapping[str, Organ]:
    """Every organ of a state by its name, the longer names first."""
    found = (
        Organ(row["organ"], row["acts_for"], row["alone"] == "yes")
        for row in rows(__package__, "organs.csv")
    )
    return {organ.name: organ for organ in sorted(found, key=lambda organ: -len(organ.name))}


def is_organ(name: str) -> bool:
    """Whether a name is that of a state's organ, without the state: "Army", "Security forces"."""
    organ = organs().get(name.lower())
    return organ is not None and organ.acts_for != "several states"
