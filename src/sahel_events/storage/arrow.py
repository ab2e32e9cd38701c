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
        "schema_version": SCHEMA_VERSION,
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


def from_parquet(table: str, data: bytes, version: str = SCHEMA_VERSION) -> ArrowTable:
    """The table in the bytes of a Parquet file, with the columns of :func:`schema`.

    ``version`` is the schema version that the file is known to have. One of another version with
    the same first number may have columns that this one does not know, may be without some that can
    be empty, and may have other types for the same values. Raises :class:`DatasetError` when the
    bytes are damaged or hold other columns.
    """
    found = _read(table, data)
    if version != SCHEMA_VERSION and version != _version(found.schema):
        raise DatasetError(
            f"{table}.parquet is damaged, or of another dataset: expected the schema version "
            f"{version}, found {_version(found.schema)}"
        )
    expected = schema(table)
    if found.schema.equals(expected, check_metadata=True):
        return found
    if version != SCHEMA_VERSION:
        return _adapted(table, found)
    differences = "; ".join(_differences(expected, found.schema))
    raise DatasetError(f"{table}.parquet has another schema than this version: {differences}")


def _read(table: str, data: bytes) -> ArrowTable:
    # One thread: a process that has read with several may abort at its exit, "terminate called
    # without an active exception" (apache/arrow#34314), or hang there (apache/arrow#50482).
    try:
        file = pq.ParquetFile(pa.BufferReader(data), page_checksum_verification=True)
        found = file.read(use_threads=False)
        found.validate(full=True)
    except (pa.ArrowException, OSError) as error:
        reason = str(error).strip().partition("\n")[0]
        raise DatasetError(f"{table}.parquet is damaged or no Parquet file: {reason}") from None
    return found


def _version(found: pa.Schema) -> str:
    said: bytes = (found.metadata or {}).get(b"schema_version", b"none")
    return said.decode("utf-8", "replace")


def _adapted(table: str, found: ArrowTable) -> ArrowTable:
    """The table of another version with the columns of this one."""
    expected = schema(table)
    arrays = [
        _adapt(table, column, field, found)
        for column, field in zip(columns(table), expected, strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=expected)


def _adapt(table: str, column: Column, field: pa.Field, found: ArrowTable) -> Any:
    version = _version(found.schema)
    of = f"{table}.parquet is of schema version {version}, this library reads {SCHEMA_VERSION}"
    if column.name not in found.column_names:
        if not column.may_be_missing:
            raise DatasetError(f"{of}: it is without {column.name}")
        return pa.array([None if column.nullable else []] * found.num_rows, field.type)
    values = found.column(column.name)
    try:
        cast = values.cast(field.type)
    except pa.ArrowException as error:
        raise DatasetError(
            f"{of}: expected {column.name} as {field.type}, found {values.type}: {error}"
        ) from None
    if cast.null_count and not column.nullable:
        raise DatasetError(f"{of}: expected a value in every row of {column.name}, found null")
    return cast


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
    if len(set(found.names)) < len(found.names):
        yield "with a column of the same name twice"
        return
    for field in expected:
        if field.name in found.names:
            yield from _differences_of(field, found.field(field.name))
    if not missing and not unknown and expected.names != found.names:
        yield "with its columns in another order"
    said, known = found.metadata or {}, expected.metadata
    for key in sorted({*said, *known}):
        if said.get(key) != known.get(key):
            known_as, found_as = _shown(known.get(key)), _shown(said.get(key))
            yield f"expected {_shown(key)} as {known_as}, found {found_as}"


def _differences_of(expected: pa.Field, found: pa.Field) -> Iterable[str]:
    name = expected.name
    if expected.type != found.type:
        yield f"expected {name} as {expected.type}, found {found.type}"
    elif not expected.type.equals(found.type, check_metadata=True):
        yield f"expected {name} with elements that say nothing more of themselves"
    if expected.nullable != found.nullable:
        allowed = "may be null" if found.nullable else "may not be null"
        yield f"{name} {allowed} there"
    if (expected.metadata or {}) != (found.metadata or {}):
        yield f"{name} is described differently"


def _shown(value: bytes | None) -> str:
    return "nothing" if value is None else repr(value.decode("utf-8", "replace"))
