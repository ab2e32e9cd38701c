"""Armed conflict in the Sahel: every figure of a document as a typed claim.

    import sahel_events as se

    reading = se.read("seeds/000_bamba_attack.txt")
    reading.claims[0].quantity, reading.claims[0].outcomes

    dataset = se.build(["seeds/"])
    dataset.write("dataset")

Importing the package is cheap: what reads YAML or writes Parquet is imported when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from sahel_events.errors import (
    BusyError,
    ConversionError,
    DatasetError,
    ParseError,
    SahelEventsError,
)
from sahel_events.kinds import (
    BelligerentKind,
    EngagementKind,
    Outcome,
    ParticipationRole,
    RelationKind,
    Severity,
    Stance,
)
from sahel_events.model import (
    Belligerent,
    CasualtyClaim,
    Commander,
    Conflict,
    Engagement,
    Figure,
    Participation,
    Problem,
    Relation,
    Source,
    Strength,
)
from sahel_events.values import (
    ACLED,
    CLAIMANT_AWARE,
    STRICT,
    UCDP,
    Basis,
    Best,
    Bounds,
    EventDate,
    PlacedBy,
    Policy,
    Precision,
    Quantity,
    bounds,
)

if TYPE_CHECKING:
    from sahel_events.assembling import Explanation
    from sahel_events.building import build
    from sahel_events.converting import from_json, to_json
    from sahel_events.dataset import Dataset, load_dataset
    from sahel_events.lines import claim_lines
    from sahel_events.reading import Reading, parse, read, render
    from sahel_events.reconcile.audit import Finding, FindingKind, audit
    from sahel_events.reconcile.credence import Certainty
    from sahel_events.reconcile.estimates import Estimate, estimate
    from sahel_events.registry.belligerents import Party
    from sahel_events.registry.geography import contains, distance_km, same_or_contained
    from sahel_events.registry.geonames import Gazetteer, read_gazetteer
    from sahel_events.registry.locating import Located, locate
    from sahel_events.registry.places import Place, place_named, place_with_id
    from sahel_events.registry.resolving import resolve
    from sahel_events.table import Table
    from sahel_events.text.document import Document

__version__ = "0.1.0"

__all__ = [
    "ACLED",
    "CLAIMANT_AWARE",
    "STRICT",
    "UCDP",
    "Basis",
    "Belligerent",
    "BelligerentKind",
    "Best",
    "Bounds",
    "BusyError",
    "CasualtyClaim",
    "Certainty",
    "Commander",
    "Conflict",
    "ConversionError",
    "Dataset",
    "DatasetError",
    "Document",
    "Engagement",
    "EngagementKind",
    "Estimate",
    "EventDate",
    "Explanation",
    "Figure",
    "Finding",
    "FindingKind",
    "Gazetteer",
    "Located",
    "Outcome",
    "ParseError",
    "Participation",
    "ParticipationRole",
    "Party",
    "Place",
    "PlacedBy",
    "Policy",
    "Precision",
    "Problem",
    "Quantity",
    "Reading",
    "Relation",
    "RelationKind",
    "SahelEventsError",
    "Severity",
    "Source",
    "Stance",
    "Strength",
    "Table",
    "__version__",
    "audit",
    "bounds",
    "build",
    "claim_lines",
    "contains",
    "distance_km",
    "estimate",
    "from_json",
    "load_dataset",
    "locate",
    "parse",
    "place_named",
    "place_with_id",
    "read",
    "read_gazetteer",
    "render",
    "resolve",
    "same_or_contained",
    "to_json",
]

#: Where the names live that are imported when they are first asked for.
_LATER = {
    "Certainty": "reconcile.credence",
    "Dataset": "dataset",
    "Document": "text.document",
    "Estimate": "reconcile.estimates",
    "Explanation": "assembling",
    "Finding": "reconcile.audit",
    "FindingKind": "reconcile.audit",
    "Party": "registry.belligerents",
    "Gazetteer": "registry.geonames",
    "Located": "registry.locating",
    "Place": "registry.places",
    "Reading": "reading",
    "Table": "table",
    "audit": "reconcile.audit",
    "build": "building",
    "claim_lines": "lines",
    "contains": "registry.geography",
    "distance_km": "registry.geography",
    "estimate": "reconcile.estimates",
    "from_json": "converting",
    "load_dataset": "dataset",
    "locate": "registry.locating",
    "parse": "reading",
    "place_named": "registry.places",
    "place_with_id": "registry.places",
    "read": "reading",
    "read_gazetteer": "registry.geonames",
    "render": "reading",
    "resolve": "registry.resolving",
    "same_or_contained": "registry.geography",
    "to_json": "converting",
}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
