"""The columns of a table, derived from its class.

A record is a tree of at most two levels (a claim has a quantity, a quantity has ends); a column is
flat. What stands here is the way between the two, in plain Python: the module ``arrow`` turns
columns into Arrow, and whoever describes a dataset (data dictionary, JSON Schema, Croissant) reads
the same :class:`Column` objects.
"""

from __future__ import annotations

import datetime
import enum
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

from sahel_events.model import TABLES, Record

__all__ = [
    "SCHEMA_VERSION",
    "Column",
    "ColumnType",
    "assemble",
    "columns",
    "flatten",
    "is_other_minor",
    "summary",
]

#: The first number goes up when a table or column is renamed, removed or gets another meaning:
#: files of other first numbers are not read. The second goes up when one is added or holds more.
SCHEMA_VERSION = "2.1"

RecordT = TypeVar("RecordT", bound=Record)


class ColumnType(enum.StrEnum):
    """The types that a column can have, by their Arrow names."""

    STRING = "string"
    INTEGER = "int64"
    FLOAT = "double"
    BOOLEAN = "bool"
    DATE = "date32"
    STRINGS = "list<string>"


@frozen
class Column:
    """A flat column: ``quantity_low`` holds ``record.quantity.low``.

    ``attribute`` is the record's attribute and ``part`` the value's, ``None`` where the column
    holds the attribute itself. ``choices`` is the enumeration whose values the strings are. A
    ``derived`` column is computed from its value for those who read the table, and not read back.
    """

    name: str
    kind: ColumnType
    nullable: bool
    description: str
    attribute: str
    part: str | None = None
    choices: type[enum.StrEnum] | None = None
    derived: bool = False

    @property
    def may_be_missing(self) -> bool:
        """Whether a file of an earlier version may be without it: then it is empty."""
        return self.nullable or self.kind is ColumnType.STRINGS


_SCALARS = {
    str: ColumnType.STRING,
    int: ColumnType.INTEGER,
    float: ColumnType.FLOAT,
    bool: ColumnType.BOOLEAN,
    datetime.date: ColumnType.DATE,
}


@cache
def columns(table: str) -> tuple[Column, ...]:
    """The columns of a table, in the order of its class's fields.

    Raises :class:`KeyError` when there is no such table and :class:`TypeError` when a field of its
    class has a type that no column can hold.
    """
    return tuple(_columns(TABLES[table]))


def summary(table: str) -> str:
    """What a record of the table is, in a sentence."""
    return TABLES[table].SUMMARY


def is_other_minor(version: object) -> bool:
    """Whether files of another version may be read: its first number is the same."""
    if version == SCHEMA_VERSION or not isinstance(version, str):
        return False
    major, _, minor = version.partition(".")
    return major == SCHEMA_VERSION.partition(".")[0] and minor.isdecimal()


def flatten(table: str, records: Sequence[Record]) -> Iterator[tuple[Column, list[Any]]]:
    """Every column of the table with its values, one for each record."""
    attribute, values = "", []
    for column in columns(table):
        if column.attribute != attribute:
            attribute = column.attribute
            values = [getattr(record, attribute) for record in records]
        yield column, values if column.part is None else _parts(values, column.part)


def assemble(table: str, values: Mapping[str, Sequence[Any]]) -> Iterator[Record]:
    """The records whose columns have these values: the inverse of :func:`flatten`.

    ``values`` maps the names of the columns to their values; derived columns may be left out.
    Raises :class:`ValueError` when a value is not among a column's choices or cannot be part of a
    record.
    """
    kept = [column for column in columns(table) if not column.derived]
    read = {column.name: _restore(column, values[column.name]) for column in kept}
    names, sequences = [], []
    for name, value_class in _attributes(TABLES[table]):
        names.append(name)
        parts = {column.part: read[column.name] for column in kept if column.attribute == name}
        sequences.append(parts[None] if value_class is None else _values(value_class, parts))
    record_class = TABLES[table]
    for row in zip(*sequences, strict=True):
        yield record_class(**dict(zip(names, row, strict=True)))


def _parts(values: Sequence[Any], part: str) -> list[Any]:
    """One part of each value, worked out once for values that are equal; ``None`` of ``None``."""
    found = {value: getattr(value, part) for value in set(values) if value is not None}
    return [found.get(value) for value in values]


def _columns(record_class: type[Record]) -> Iterator[Column]:
    for name, annotation, doc in _described(record_class):
        inner, nullable = _unwrap(annotation)
        if not attrs.has(inner):
            yield _column(name, annotation, doc, attribute=name)
            continue
        for part, part_annotation, part_doc in _described(inner):
            column = _column(f"{name}_{part}", part_annotation, f"{doc} {part_doc}", name, part)
            yield attrs.evolve(column, nullable=column.nullable or nullable)
        for part, part_doc in getattr(inner, "DERIVED", {}).items():
            annotation = get_type_hints(getattr(inner, part).fget)["return"]
            column = _column(f"{name}_{part}", annotation, f"{doc} {part_doc}", name, part)
            yield attrs.evolve(column, nullable=True, derived=True)


def _column(
    name: str, annotation: Any, doc: str, attribute: str, part: str | None = None
) -> Column:
    inner, nullable = _unwrap(annotation)
    is_list = get_origin(inner) is tuple
    member = get_args(inner)[0] if is_list else inner
    choices = member if isinstance(member, type) and issubclass(member, enum.StrEnum) else None
    kind = ColumnType.STRING if choices else _SCALARS.get(member)
    if kind is None or (is_list and kind is not ColumnType.STRING):
        raise TypeError(f"{name}: no column can hold {annotation}")
    kind = ColumnType.STRINGS if is_list else kind
    return Column(name, kind, nullable, doc, attribute, part, choices)


def _described(owner: type) -> Iterator[tuple[str, Any, str]]:
    """Name, type and description of each field of an attrs class."""
    hints = get_type_hints(owner)
    for attribute in attrs.fields(owner):
        yield attribute.name, hints[attribute.name], attribute.metadata.get("doc", "")


def _attributes(record_class: type[Record]) -> Iterator[tuple[str, type | None]]:
    """Each field, with the class of its value where the value has columns of its own."""
    for name, annotation, _ in _described(record_class):
        inner, _ = _unwrap(annotation)
        yield name, inner if attrs.has(inner) else None


def _unwrap(annotation: Any) -> tuple[Any, bool]:
    """The type without ``None``, and whether ``None`` was allowed."""
    if get_origin(annotation) is not types.UnionType:
        return annotation, False
    members = [member for member in get_args(annotation) if member is not type(None)]
    if len(members) != 1:
        raise TypeError(f"no column can hold {annotation}")
    return members[0], True


def _restore(column: Column, values: Sequence[Any]) -> Sequence[Any]:
    """The stored values as records hold them: lists as tuples, enumerations as their members."""
    member: Callable[[str], str] = cache(column.choices) if column.choices else str
    if column.kind is ColumnType.STRINGS:
        return [tuple(map(member, value)) for value in values]
    if column.choices:
        return [None if value is None else member(value) for value in values]
    return values


def _values(value_class: type, parts: Mapping[str | None, Sequence[Any]]) -> Iterator[Any]:
    """Values from their parts; ``None`` where the parts that every value has are missing."""
    names = [str(part) for part in parts]
    hints = get_type_hints(value_class)
    certain = next(index for index, name in enumerate(names) if not _unwrap(hints[name])[1])
    for row in zip(*parts.values(), strict=True):
        yield None if row[certain] is None else value_class(**dict(zip(names, row, strict=True)))
