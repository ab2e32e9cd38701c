"""Datasets: the records of many documents, as ten tables that refer to each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import Any

import attrs
from attrs import frozen

from sahel_events.errors import DatasetError
from sahel_events.model import (
    TABLES,
    Belligerent,
    CasualtyClaim,
    Commander,
    Conflict,
    Engagement,
    Participation,
    Problem,
    Record,
    Relation,
    Source,
    Strength,
)
from sahel_events.relating import relate
from sahel_events.storage import tables as storage
from sahel_events.table import Table

__all__ = ["Dataset", "check_references", "load_dataset"]

#: The fields that name a record of another table, in whichever class they stand.
_REFERENCES = {
    "document": "documents",
    "conflict": "conflicts",
    "engagement": "engagements",
    "event": "engagements",
    "belligerent": "belligerents",
}


@frozen(repr=False)
class Dataset:
    """What one or more documents state: a field for each of their tables."""

    documents: Table[Source]
    conflicts: Table[Conflict]
    engagements: Table[Engagement]
    belligerents: Table[Belligerent]
    participations: Table[Participation]
    strengths: Table[Strength]
    commanders: Table[Commander]
    casualty_claims: Table[CasualtyClaim]
    relations: Table[Relation]
    problems: Table[Problem]

    @classmethod
    def of(cls, *parts: Mapping[str, Iterable[Record]]) -> Dataset:
        """The dataset of all the records of the parts, each of which maps tables to records.

        The parts may be in any order and overlap. Engagements that are one event are linked, and
        the relations between claims found, anew: both depend on the records alone. Raises
        :class:`DatasetError` when the parts hold different documents, or different readings of one
        document, under one id: their records do not go together.
        """
        tables: dict[str, Table[Any]] = {
            name: Table.of(name, (record for part in parts for record in part.get(name, ())))
            for name in TABLES
        }
        _refuse_two_readings(parts, tables["documents"])
        return cls(**tables | relate(tables))

    def tables(self) -> Mapping[str, Table[Any]]:
        """The tables by name, in the order in which they refer to each other."""
        return {name: getattr(self, name) for name in TABLES}

    def merge(self, *others: Dataset) -> Dataset:
        """One dataset of this one and the others.

        Neither the order nor the number of times that a dataset is given matters. Raises
        :class:`DatasetError` as :meth:`of` does.
        """
        return Dataset.of(*(dataset.tables() for dataset in (self, *others)))

    def write(self, folder: str | PathLike[str]) -> None:
        """Write a folder with one Parquet file a table and a manifest.

        Equal datasets give equal bytes. An older dataset in the folder is replaced as a whole, or
        stays as it was when anything fails. Raises :class:`DatasetError` when the folder holds
        anything but a dataset, :class:`~sahel_events.errors.BusyError` when another process is
        writing it, :class:`OSError` when the disk refuses.
        """
        storage.write(Path(folder), {name: t.to_arrow() for name, t in self.tables().items()})

    def __repr__(self) -> str:
        counts = ", ".join(f"{name}={len(table)}" for name, table in self.tables().items())
        return f"Dataset({counts})"


def load_dataset(folder: str | PathLike[str]) -> Dataset:
    """Read a folder that :meth:`Dataset.write` has written.

    Every byte is checked. Raises :class:`DatasetError` when the folder is missing, incomplete,
    damaged or of another version, :class:`OSError` when it cannot be read.
    """
    tables = storage.read(Path(folder))
    return Dataset(**{name: Table(name, table) for name, table in tables.items()})


def check_references(dataset: Dataset) -> list[str]:
    """What is wrong with the ids of a dataset, a line for each fault; empty when nothing is.

    Ids occur once in a table, and every document, conflict, engagement, belligerent or claim that a
    record names is in the dataset.
    """
    tables = dataset.tables()
    ids = {name: {record.id for record in table} for name, table in tables.items()}
    faults = [
        f"{name}: {len(table) - len(ids[name])} ids occur more than once"
        for name, table in tables.items()
        if len(ids[name]) < len(table)
    ]
    for name, table in tables.items():
        for attribute, target in _references(TABLES[name]).items():
            for record in table:
                named = getattr(record, attribute)
                if named is not None and named not in ids[target]:
                    faults.append(f"{name}: {record.id}: {attribute} {named!r} is not in {target}")
    for relation in dataset.relations:
        target = "engagements" if relation.kind.is_of_engagements else "casualty_claims"
        faults += [
            f"relations: {relation.id}: {attribute} {named!r} is not in {target}"
            for attribute, named in (("record", relation.record), ("other", relation.other))
            if named not in ids[target]
        ]
    return faults


def _references(record_class: type[Record]) -> dict[str, str]:
    """The attributes of a class that name records, and the tables that these are in."""
    own = {"part_of": "casualty_claims"} if record_class is CasualtyClaim else {}
    names = {attribute.name for attribute in attrs.fields(record_class)}
    return own | {name: table for name, table in _REFERENCES.items() if name in names}


def _refuse_two_readings(
    parts: Iterable[Mapping[str, Iterable[Record]]], kept: Iterable[Record]
) -> None:
    sources = {source.id: source for source in kept}
    for part in parts:
        for source in part.get("documents", ()):
            if source != sources[source.id]:
                raise DatasetError(
                    f"two different documents, or two readings of one, have the id {source.id!r}: "
                    "build them together"
                )
