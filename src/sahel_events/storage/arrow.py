"""Records as Arrow tables and Parquet bytes, both ways: the only module that knows pyarrow.

It is imported where it is needed and not before, because pyarrow is slow to import and whoever
parses a document does not need it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq

from sahel_events.errors import DatasetError
from sahel_events.model import Record
from sahel_events.storage.schema import (
    SCHEMA_VERSION,
    Column,
    ColumnType,
    assemble,
    columns,
    flatten,
    summary,
)

__all__ = ["ArrowTable", "from_parquet", "schema", "to_parquet", "to_records", "to_table"]

#: For those who name the type without importing pyarrow.
ArrowTable: TypeAlias = pa.Table

_TYPES = {
    ColumnType.STRING: pa.string(),
    ColumnType.INTEGER: pa.int64(),
    ColumnType.FLOAT: pa.float64(),
    ColumnType.BOOLEAN: pa.bool_(),
    ColumnType.DATE: pa.date32(),
    ColumnType.STRINGS: pa.list_(pa.field("element", pa.string(), nullable=False)),
}
#: Everything that could differ between two writers of equal tables is fixed here.
_WRITER: dict[str, Any] = {
    "version": "2.6",
    "data_page_version": "1.0",
    "compression": "zstd",
    "compression_level": 3,
    "use_dictionary": True,
    "write_statistics": True,
    "row_group_size": 64 * 1024,
    "data_page_size": 1024 * 1024,
    "write_page_checksum": True,
    "store_schema": True,
}


@cache
def schema(table: str) -> pa.Schema:
    """The Arrow schema of a table: names, types, nullability, descriptions and version."""
    metadata = {
        "table": table,
        "description": summary(table),
        "schema_version": str(SCHEMA_VERSION),
    }
    return pa.schema(map(_field, columns(table)), metadata=metadata)


def to_table(table: str, records: Sequence[Record]) -> ArrowTable:
    """Records as an Arrow table of :func:`schema`, in their order.

    Raises :class:`DatasetError` when a value does not fit its column, such as a number of more than
    64 bits or half of a surrogate pair.
    """
    arrays = [_array(table, column, values) for column, values in flatten(table, records)]
    return pa.Table.from_arrays(arrays, schema=schema(table))


def to_records(table: str, data: ArrowTable) -> tuple[Record, ...]:
    """The records of an Arrow table of :func:`schema`.

    Raises :class:`DatasetError` when a value cannot be part of a record.
    """
    kept = [column.name for column in columns(table) if not column.derived]
    try:
        return tuple(assemble(table, {name: data.column(name).to_pylist() for name in kept}))
    except (TypeError, ValueError) as error:
        raise DatasetError(f"{table}: a row is no record: {error}") from None


def to_parquet(data: ArrowTable) -> bytes:
    """The bytes of a Parquet file; equal tables give equal bytes."""
    sink = pa.BufferOutputStream()
    pq.write_table(data, sink, **_WRITER)
    return bytes(sink.getvalue())


def from_parquet(table: str, data: bytes) -> ArrowTable:
    """The table in the bytes of a Parquet file.

    Raises :class:`DatasetError` when they are damaged or hold other columns than :func:`schema`.
    """
    try:
        found = pq.read_table(pa.BufferReader(data), page_checksum_verification=True)
        found.validate(full=True)
    except (pa.ArrowException, OSError) as error:
        reason = str(error).strip().partition("\n")[0]
        raise DatasetError(f"{table}.parquet is damaged or no Parquet file: {reason}") from None
    if not found.schema.equals(schema(table), check_metadata=True):
        differences = "; ".join(_differences(schema(table), found.schema))
        raise DatasetError(f"{table}.parquet has another schema than this version: {differences}")
    return found


def _field(column: Column) -> pa.Field:
    return pa.field(
        column.name,
        _TYPES[column.kind],
        nullable=column.nullable,
        metadata={"description": column.description},
    )


def _array(table: str, column: Column, values: Sequence[Any]) -> pa.Array:
    try:
        array = pa.array(values, _TYPES[column.kind])
    except (pa.ArrowException, OverflowError, UnicodeError) as error:
        raise DatasetError(f"{table}: {column.name} cannot hold a value: {error}") from None
    if array.null_count and not column.nullable:
        raise DatasetError(f"{table}: {column.name} cannot be null")
    return array


def _differences(expected: pa.Schema, found: pa.Schema) -> Iterable[str]:
    """What is different between two schemas, for people."""
    missing = [name for name in expected.names if name not in found.names]
    unknown = [name for name in found.names if name not in expected.names]
    if missing:
        yield f"without {', '.join(missing)}"
    if unknown:
        yield f"with the unknown {', '.join(unknown)}"
    for field in expected:
        if field.name in found.names and not field.equals(found.field(field.name)):
            yield f"expected {field.name} as {field.type}, found {found.field(field.name).type}"
    if not missing and not unknown and expected.equals(found):
        yield "its descriptions or its version"
