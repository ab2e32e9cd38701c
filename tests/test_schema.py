"""Columns are derived from the classes, and records come back from them equal."""

from __future__ import annotations

import datetime
from typing import Any

import attrs
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_events.errors import DatasetError
from sahel_events.kinds import Outcome, Stance
from sahel_events.model import TABLES, CasualtyClaim, Record
from sahel_events.storage import arrow
from sahel_events.storage.schema import SCHEMA_VERSION, ColumnType, columns
from sahel_events.values import EventDate, Quantity

from .strategies import tables

CLAIM = CasualtyClaim(
    id="c1",
    document="report",
    start=10,
    end=18,
    field="body",
    quantity=Quantity(20, 25, at_least=True),
    outcomes=(Outcome.KILLED,),
    date=EventDate("1356-09/.."),
)

named_tables = st.sampled_from(list(TABLES)).flatmap(
    lambda name: st.tuples(st.just(name), tables(name))
)


@pytest.mark.parametrize("name", TABLES)
def test_every_field_has_columns_with_a_description_of_their_own(name: str) -> None:
    found = columns(name)
    fields = attrs.fields(TABLES[name])
    assert list(dict.fromkeys(column.attribute for column in found)) == [f.name for f in fields]
    assert len({column.name for column in found}) == len(found)
    assert len({column.description for column in found}) == len(found)
    assert all(column.description for column in found)


def test_columns_of_values() -> None:
    found = {column.name: (column.kind, column.nullable) for column in columns("casualty_claims")}
    assert found["quantity_low"] == (ColumnType.INTEGER, True)
    assert found["quantity_at_least"] == (ColumnType.BOOLEAN, False)
    assert found["date_edtf"] == (ColumnType.STRING, True)
    assert found["date_earliest"] == (ColumnType.DATE, True)
    assert found["outcomes"] == (ColumnType.STRINGS, False)
    assert found["stance"] == (ColumnType.STRING, False)
    assert found["side"] == (ColumnType.INTEGER, True)


def test_a_field_that_no_column_can_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    @attrs.frozen(kw_only=True)
    class Weighed(Record):
        weight: complex

    monkeypatch.setitem(TABLES, "weights", Weighed)
    with pytest.raises(TypeError, match="weight: no column can hold"):
        columns("weights")


def test_a_row() -> None:
    (row,) = arrow.to_table("casualty_claims", [CLAIM]).to_pylist()
    assert row["quantity_high"] == 25
    assert row["quantity_at_least"] is True
    assert row["date_edtf"] == "1356-09/.."
    assert row["date_earliest"] == datetime.date(1356, 9, 1)
    assert row["date_latest"] is None
    assert row["outcomes"] == ["killed"]
    assert row["cites"] == []
    assert row["stance"] == "stated"


@given(named_tables)
def test_records_come_back_equal(table: tuple[str, list[Any]]) -> None:
    name, records = table
    found = arrow.to_table(name, records)
    assert found.schema.equals(arrow.schema(name), check_metadata=True)
    found.validate(full=True)
    assert arrow.to_records(name, found) == tuple(records)


@given(named_tables)
def test_parquet_comes_back_equal_and_is_the_same_every_time(table: tuple[str, list[Any]]) -> None:
    name, records = table
    data = arrow.to_parquet(arrow.to_table(name, records))
    assert data == arrow.to_parquet(arrow.to_table(name, records))
    assert arrow.to_records(name, arrow.from_parquet(name, data)) == tuple(records)


def test_enumerations_come_back_as_members() -> None:
    (found,) = arrow.to_records("casualty_claims", arrow.to_table("casualty_claims", [CLAIM]))
    assert isinstance(found, CasualtyClaim)
    assert type(found.stance) is Stance
    assert [type(outcome) for outcome in found.outcomes] == [Outcome]


@pytest.mark.parametrize("name", TABLES)
def test_the_file_describes_itself(name: str) -> None:
    found = arrow.from_parquet(name, arrow.to_parquet(arrow.to_table(name, []))).schema
    assert found.metadata[b"table"].decode() == name
    assert found.metadata[b"schema_version"].decode() == SCHEMA_VERSION
    assert found.metadata[b"description"].decode() == TABLES[name].SUMMARY
    for field, column in zip(found, columns(name), strict=True):
        assert field.metadata[b"description"].decode() == column.description
        assert field.nullable == column.nullable


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"side": 2**63}, "casualty_claims: side cannot hold"),
        ({"victims": "\ud800"}, "casualty_claims: victims cannot hold"),
        ({"document": None}, "casualty_claims: document cannot be null"),
    ],
)
def test_what_no_column_can_hold(change: dict[str, Any], message: str) -> None:
    with pytest.raises(DatasetError, match=message):
        arrow.to_table("casualty_claims", [attrs.evolve(CLAIM, **change)])


def test_rows_that_are_no_records() -> None:
    table = arrow.to_table("casualty_claims", [CLAIM])
    stance = table.schema.get_field_index("stance")
    foreign = table.set_column(stance, table.schema.field(stance), pa.array(["shouted"]))
    with pytest.raises(DatasetError, match="shouted"):
        arrow.to_records("casualty_claims", foreign)


def described_anew(table: pa.Table, key: bytes, value: bytes) -> pa.Table:
    return table.replace_schema_metadata({**table.schema.metadata, key: value})


def changed(table: pa.Table, name: str, **options: Any) -> pa.Table:
    """The table with another field of this name."""
    index = table.schema.get_field_index(name)
    field = table.schema.field(index)
    if "nullable" in options:
        field = field.with_nullable(options["nullable"])
    if "metadata" in options:
        field = field.with_metadata(options["metadata"])
    values = table.column(name)
    if "type" in options:
        field, values = field.with_type(options["type"]), values.cast(options["type"])
    if "values" in options:
        values = pa.array(options["values"], field.type)
    return table.set_column(index, field, values)


def later(table: pa.Table) -> pa.Table:
    return described_anew(table, b"schema_version", b"2.99")


@pytest.mark.parametrize(
    "change",
    [
        lambda table: table.append_column("more", pa.array([1])),
        lambda table: table.select(reversed(table.column_names)),
        lambda table: table.drop_columns(["victims", "cites", "date_earliest"]),
        lambda table: changed(table, "victims", type=pa.large_string()),
        lambda table: changed(table, "quantity_low", type=pa.float64()),
        lambda table: changed(table, "stance", type=pa.dictionary(pa.int8(), pa.string())),
        lambda table: changed(table, "stance", metadata={b"description": b"in other words"}),
        lambda table: changed(table, "stance", nullable=True),
    ],
)
def test_another_version_with_the_same_first_number_is_read(change: Any) -> None:
    data = arrow.to_parquet(later(change(arrow.to_table("casualty_claims", [CLAIM]))))
    found = arrow.from_parquet("casualty_claims", data, "2.99")
    assert found.schema.equals(arrow.schema("casualty_claims"), check_metadata=True)
    assert arrow.to_records("casualty_claims", found) == (CLAIM,)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda table: table.drop_columns(["what"]), "it is without what"),
        (
            lambda table: changed(changed(table, "side", type=pa.float64()), "side", values=[1.5]),
            "expected side as int64, found double",
        ),
        (
            lambda table: changed(changed(table, "id", nullable=True), "id", values=[None]),
            "expected a value in every row of id, found null",
        ),
    ],
)
def test_what_cannot_be_read_of_another_version(change: Any, message: str) -> None:
    data = arrow.to_parquet(later(change(arrow.to_table("casualty_claims", [CLAIM]))))
    with pytest.raises(DatasetError, match=f"schema version 2.99, this library reads.*{message}"):
        arrow.from_parquet("casualty_claims", data, "2.99")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda table: table.drop_columns(["what"]), "without what"),
        (lambda table: table.append_column("more", pa.array([1])), "with the unknown more"),
        (lambda table: table.set_column(2, "start", pa.array(["10"])), "expected start as int64"),
        (lambda table: table.select(reversed(table.column_names)), "in another order"),
        (lambda table: table.append_column("id", pa.array(["c1"])), "the same name twice"),
        (
            lambda table: table.replace_schema_metadata({}),
            "'schema_version' as '.*', found nothing",
        ),
        (lambda table: described_anew(table, b"table", b"claims"), "'table' as .*, found 'claims'"),
        (lambda table: changed(table, "date_edtf", nullable=False), "date_edtf may not be null"),
        (lambda table: changed(table, "id", metadata={}), "id is described differently"),
    ],
)
def test_other_schemas_are_named(change: Any, message: str) -> None:
    data = arrow.to_parquet(change(arrow.to_table("casualty_claims", [CLAIM])))
    with pytest.raises(DatasetError, match=message):
        arrow.from_parquet("casualty_claims", data)


def test_damaged_pages_are_never_read_as_something_else() -> None:
    records = [attrs.evolve(CLAIM, id=f"c{n}", start=n, victims=f"v{n * n}") for n in range(300)]
    table = arrow.to_table("casualty_claims", records)
    data = arrow.to_parquet(table)
    footer = len(data) - 8 - int.from_bytes(data[-8:-4], "little")
    noticed = 0
    for place in range(4, footer, max(1, footer // 300)):
        damaged = bytearray(data)
        damaged[place] ^= 0x10
        try:
            found = arrow.from_parquet("casualty_claims", bytes(damaged))
        except DatasetError:
            noticed += 1
        else:
            assert found.equals(table), f"byte {place} was changed, and nobody noticed"
    assert noticed > 200
