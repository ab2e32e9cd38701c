"""Datasets and their tables: sequences of records that are Arrow at the same time."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path
from typing import Any

import attrs
import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sahel_events.dataset import Dataset, check_references, load_dataset
from sahel_events.errors import DatasetError, SahelEventsError
from sahel_events.kinds import Outcome
from sahel_events.model import TABLES, CasualtyClaim, Conflict, Engagement, Source
from sahel_events.storage import arrow
from sahel_events.table import Table, position
from sahel_events.values import EventDate, Quantity

from .strategies import datasets, parts, tables

CLAIMS = [
    CasualtyClaim(
        id=f"c{number}",
        document="report",
        start=number * 10,
        end=number * 10 + 8,
        field="body",
        quantity=quantity,
        outcomes=(Outcome.KILLED, Outcome.WOUNDED),
        victims="<b>élèves</b> & others",
        date=EventDate("2031-06-12"),
        cites=("https://example.org/1",),
    )
    for number, quantity in enumerate(
        [Quantity.exactly(7), Quantity(20, 25, at_least=True), Quantity(term="heavy")]
    )
]
REPORT = Source(
    id="report",
    document="report",
    start=0,
    end=99,
    field="document",
    name="report.txt",
    sha256="ab" * 32,
    format="prose",
)
DATASET = Dataset.of({"documents": [REPORT], "casualty_claims": CLAIMS})


def test_a_field_for_every_table() -> None:
    assert [field.name for field in attrs.fields(Dataset)] == list(TABLES)
    assert list(Dataset.of().tables()) == list(TABLES)
    assert repr(DATASET).startswith("Dataset(documents=1, conflicts=0, ")


def test_a_table_is_a_sequence() -> None:
    table = DATASET.casualty_claims
    assert len(table) == 3
    assert table[0] == CLAIMS[0]
    assert table[-1] == CLAIMS[2]
    assert list(table) == CLAIMS
    assert CLAIMS[1] in table
    assert list(reversed(table)) == CLAIMS[::-1]
    assert table[1:] == Table("casualty_claims", tuple(CLAIMS[1:]))
    assert len(table[1:].to_arrow()) == 2
    assert table != DATASET.documents
    assert hash(table) == hash(Table.of("casualty_claims", CLAIMS))
    with pytest.raises(IndexError):
        table[3]


@given(st.sampled_from(list(TABLES)).flatmap(lambda n: st.tuples(st.just(n), tables(n))))
def test_any_order_any_number_of_times(named: tuple[str, list[Any]]) -> None:
    name, records = named
    table = Table.of(name, records)
    assert table == Table.of(name, reversed(records)) == Table.of(name, records + records)
    assert list(table) == sorted(records, key=position)


def test_of_two_records_with_one_id_the_order_does_not_matter() -> None:
    other = attrs.evolve(CLAIMS[0], victims="others")
    one = Table.of("casualty_claims", [CLAIMS[0], other])
    assert len(one) == 1
    assert one == Table.of("casualty_claims", [other, CLAIMS[0]])


def test_records_are_made_when_first_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    DATASET.write(tmp_path / "out")
    made: list[int] = []
    to_records = arrow.to_records

    def counting(name: str, data: Any) -> Any:
        made.append(data.num_rows)
        return to_records(name, data)

    monkeypatch.setattr(arrow, "to_records", counting)
    claims = load_dataset(tmp_path / "out").casualty_claims
    assert len(claims) == claims.to_arrow().num_rows == 3
    assert made == []
    assert [claims[0], claims[1]] == CLAIMS[:2]
    assert made == [3]


def test_frames_have_arrow_types_and_missing_numbers_stay_missing() -> None:
    table = DATASET.casualty_claims
    frame = table.to_pandas()
    assert str(frame["quantity_low"].dtype) == "int64[pyarrow]"
    assert frame["quantity_low"].isna().tolist() == [False, False, True]
    assert table.to_polars()["quantity_low"].to_list() == [7, 20, None]
    assert table.to_polars()["outcomes"].to_list()[0] == ["killed", "wounded"]


def test_libraries_take_a_table_as_it_is() -> None:
    claims = DATASET.casualty_claims
    assert pa.table(claims).equals(claims.to_arrow())
    assert pl.DataFrame(claims).equals(claims.to_polars())
    query = "SELECT sum(quantity_low), min(date_earliest)::VARCHAR FROM claims"
    relation = duckdb.sql(query)
    assert relation is not None
    assert relation.fetchall() == [(27, "2031-06-12")]


@pytest.mark.parametrize("name", ["pandas", "polars"])
def test_a_missing_library_is_named_with_its_extra(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(SahelEventsError, match=rf'pip install "sahel-events\[{name}\]"'):
        getattr(DATASET.casualty_claims, f"to_{name}")()


def test_notebooks_get_escaped_rows(tmp_path: Path) -> None:
    DATASET.write(tmp_path / "out")
    for dataset in (DATASET, load_dataset(tmp_path / "out")):
        shown = dataset.casualty_claims._repr_html_()
        assert "&lt;b&gt;élèves&lt;/b&gt; &amp; others" in shown
        assert "<b>" not in shown
        assert shown.count("<tr>") == 4
        assert "casualty_claims: 3 rows" in shown
    many = Table.of("casualty_claims", [attrs.evolve(CLAIMS[0], id=str(n)) for n in range(50)])
    assert many._repr_html_().count("<tr>") == 11
    assert repr(many) == "<Table casualty_claims: 50 rows>"


def test_a_dataset_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(DATASET)) == DATASET


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(parts(3))
def test_merging(three: list[Dataset]) -> None:
    a, b, c = three
    assert a.merge(b).merge(c) == a.merge(b.merge(c)) == a.merge(b, c)
    assert a.merge(b) == b.merge(a)
    assert a.merge(a) == a == a.merge() == a.merge(Dataset.of())
    tables = a.merge(b, c).tables()
    del tables["relations"]  # they are found anew, also between what was apart
    for name, table in tables.items():
        assert {r.id for r in table} == {r.id for one in three for r in one.tables()[name]}


def test_two_documents_with_one_id_do_not_merge() -> None:
    other = Dataset.of({"documents": [attrs.evolve(REPORT, sha256="cd" * 32)]})
    for left, right in ((DATASET, other), (other, DATASET)):
        with pytest.raises(DatasetError, match="'report'"):
            left.merge(right)


def test_references_that_are_kept() -> None:
    conflict = Conflict(id="w", document="report", start=0, end=1, field="body", name="W")
    engagement = Engagement(
        id="e", document="report", start=0, end=1, field="body", name="E", conflict="w"
    )
    claims = [attrs.evolve(CLAIMS[0], engagement="e", conflict="w", part_of="c1"), CLAIMS[1]]
    found: dict[str, list[Any]] = {
        "documents": [REPORT],
        "conflicts": [attrs.evolve(conflict, part_of=("a name, and no id",))],
        "engagements": [engagement],
        "casualty_claims": claims,
    }
    assert check_references(Dataset.of(found)) == []


@pytest.mark.parametrize("attribute", ["document", "conflict", "engagement", "part_of"])
def test_references_that_lead_nowhere_are_told(attribute: str) -> None:
    change: dict[str, Any] = {attribute: "nobody"}
    broken = attrs.evolve(CLAIMS[0], **change)
    (fault,) = check_references(Dataset.of({"documents": [REPORT], "casualty_claims": [broken]}))
    assert fault.startswith(f"casualty_claims: c0: {attribute} 'nobody' is not in ")


def test_ids_that_occur_twice_are_told() -> None:
    twice: Table[CasualtyClaim] = Table("casualty_claims", (CLAIMS[0], CLAIMS[0]))
    faults = check_references(attrs.evolve(DATASET, casualty_claims=twice))
    assert faults == ["casualty_claims: 1 ids occur more than once"]


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=datasets())
def test_everybody_reads_the_same_from_the_files(found: Dataset, tmp_path: Path) -> None:
    found.write(tmp_path / "out")
    for name, table in found.tables().items():
        path = str(tmp_path / "out" / f"{name}.parquet")
        expected = table.to_arrow()
        rows = expected.to_pylist()
        assert pq.read_table(path).equals(expected)
        frame = pl.read_parquet(path)
        assert frame.rows(named=True) == rows
        assert frame.schema == pl.DataFrame(table).schema
        pandas = pd.read_parquet(path, dtype_backend="pyarrow")
        assert list(pandas.columns) == expected.column_names
        assert pa.Table.from_pandas(pandas, expected.schema).equals(expected)
        relation = duckdb.read_parquet(path)
        assert [dict(zip(relation.columns, r, strict=True)) for r in relation.fetchall()] == rows
        assert [str(kind) for kind in relation.types] == list(map(_in_sql, expected.schema.types))


def _in_sql(kind: pa.DataType) -> str:
    return {
        "string": "VARCHAR",
        "int64": "BIGINT",
        "double": "DOUBLE",
        "bool": "BOOLEAN",
        "date32[day]": "DATE",
    }.get(str(kind), "VARCHAR[]")
