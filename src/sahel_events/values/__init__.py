"""Quantities and dates: parse, print, bounds; how precise coordinates are."""

from __future__ import annotations

from sahel_events.values.dates import Basis, EventDate
from sahel_events.values.policy import (
    ACLED,
    CLAIMANT_AWARE,
    STRICT,
    UCDP,
    Best,
    Bounds,
    Policy,
    bounds,
    policy_named,
)
from sahel_events.values.precision import PlacedBy, Precision, prio_grid
from sahel_events.values.quantity import Quantity

__all__ = [
    "ACLED",
    "CLAIMANT_AWARE",
    "STRICT",
    "UCDP",
    "Basis",
    "Best",
    "Bounds",
    "EventDate",
    "PlacedBy",
    "Policy",
    "Precision",
    "Quantity",
    "bounds",
    "policy_named",
    "prio_grid",
]
