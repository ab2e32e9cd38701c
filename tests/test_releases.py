"""What a release wrote is read for ever, or refused by name: files of each are kept here.

``datasets/release_0.1`` holds the files that release 0.1 wrote, and the records in them as JSON.
They are never written again. A release that adds columns raises the second number of
``SCHEMA_VERSION``, and keeps files of its own.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

import sahel_events as se
from sahel_events.errors import DatasetError
from sahel_events.model import TABLES
from sahel_events.storage import arrow
from sahel_events.storage.schema import SCHEMA_VERSION

RELEASES = sorted(path for path in Path(__file__).parent.joinpath("datasets").iterdir())


def holds(found: Any, said: Any) -> bool:
    """Whether all that was said is found; a later release may say more."""
    if isinstance(said, dict):
        return all(key in found and holds(found[key], value) for key, value in said.items())
    return bool(found == said)


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.name)
def test_every_record_is_read(release: Path) -> None:
    dataset = se.load_dataset(release / "dataset")
    lines = release.joinpath("records.jsonl").read_text(encoding="utf-8").splitlines()
    records = [(name, record) for name, table in dataset.tables().items() for record in table]
    assert len(records) == len(lines) > 30
    for (table, record), line in zip(records, lines, strict=True):
        said_table, said = json.loads(line)
        assert table == said_table
        assert holds(json.loads(se.to_json(record)), said)


@pytest.mark.parametrize("table", TABLES)
def test_the_version_goes_up_when_columns_change(table: str) -> None:
    newest = pq.ParquetFile(RELEASES[-1] / "dataset" / f"{table}.parquet").schema_arrow
    version = newest.metadata[b"schema_version"].decode()
    columns = {field.name: (field.type, field.nullable) for field in newest}
    now = {field.name: (field.type, field.nullable) for field in arrow.schema(table)}
    assert columns == now or version != SCHEMA_VERSION
    if version.partition(".")[0] == SCHEMA_VERSION.partition(".")[0]:
        assert columns.keys() <= now.keys(), "a column is gone: raise the first number"


def test_a_version_before_the_first_release_is_refused_by_name(tmp_path: Path) -> None:
    shutil.copytree(RELEASES[0] / "dataset", tmp_path / "old")
    manifest = tmp_path / "old" / "manifest.json"
    text = manifest.read_text()
    manifest.write_text(text.replace('"schema_version": "2.0"', '"schema_version": 1'))
    with pytest.raises(DatasetError, match=r"schema version 1; this library reads version \d\.\d"):
        se.load_dataset(tmp_path / "old")


WRITE = "import sys, sahel_events as se; se.build([sys.argv[1]]).write(sys.argv[2])"
READ = "import sys, sahel_events as se; print(len(se.load_dataset(sys.argv[1]).casualty_claims))"


@pytest.mark.parametrize(("writer", "reader"), [("-OO", "-B"), ("-B", "-OO")])
def test_without_docstrings_the_same_is_written_and_read(
    tmp_path: Path, writer: str, reader: str
) -> None:
    (tmp_path / "report.txt").write_text("Nine soldiers were killed in Ogossa on 9 June 2031.")
    run = [sys.executable, writer, "-c", WRITE, tmp_path / "report.txt", tmp_path / "out"]
    subprocess.run(run, check=True, env=os.environ)
    run = [sys.executable, reader, "-c", READ, tmp_path / "out"]
    assert subprocess.run(run, check=True, capture_output=True, text=True).stdout == "1\n"
    se.build([tmp_path / "report.txt"]).write(tmp_path / "plain")
    for file in (tmp_path / "out").iterdir():
        assert file.read_bytes() == (tmp_path / "plain" / file.name).read_bytes()


def test_processes_that_have_read_a_dataset_end_well() -> None:
    command = [sys.executable, "-c", READ, RELEASES[0] / "dataset"]
    started = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(6)]
    assert [process.wait(timeout=120) for process in started] == [0] * 6
