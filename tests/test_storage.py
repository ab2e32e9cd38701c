"""The dataset folder: whole or not at all, and every byte of it checked."""

from __future__ import annotations

import errno
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from sahel_events.dataset import Dataset, load_dataset
from sahel_events.errors import BusyError, DatasetError
from sahel_events.kinds import Outcome
from sahel_events.model import CasualtyClaim, Source
from sahel_events.storage import arrow, folders, writing
from sahel_events.storage import tables as storage
from sahel_events.values import EventDate, Quantity

from .strategies import datasets


def dataset(name: str, claims: int = 3) -> Dataset:
    """A small dataset of one document, with as many claims."""
    source = Source(
        id=name, document=name, start=0, end=99, field="document", name=name, sha256="", format="x"
    )
    found = [
        CasualtyClaim(
            id=f"{name}-{number}",
            document=name,
            start=number,
            end=number + 1,
            field="body",
            quantity=Quantity.exactly(number),
            outcomes=(Outcome.KILLED,),
            date=EventDate("2031-06-12"),
        )
        for number in range(claims)
    ]
    return Dataset.of({"documents": [source], "casualty_claims": found})


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=datasets())
def test_read_back_equal_and_equal_bytes(found: Dataset, tmp_path: Path) -> None:
    found.write(tmp_path / "one")
    found.write(tmp_path / "two")
    assert load_dataset(tmp_path / "one") == found
    assert content(tmp_path / "one") == content(tmp_path / "two")
    load_dataset(tmp_path / "one").write(tmp_path / "two")
    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_the_files_and_nothing_beside_them(tmp_path: Path) -> None:
    dataset("a").write(tmp_path / "deep" / "er" / "out")
    assert set(names(tmp_path / "deep" / "er" / "out")) == storage.FILES
    assert names(tmp_path / "deep" / "er") == ["out"]


def test_an_older_dataset_is_replaced(tmp_path: Path) -> None:
    dataset("a").write(tmp_path / "out")
    dataset("b").write(tmp_path / "out")
    assert load_dataset(tmp_path / "out") == dataset("b")
    assert names(tmp_path) == ["out"]


def test_a_damaged_dataset_may_be_replaced(tmp_path: Path) -> None:
    dataset("a").write(tmp_path / "out")
    (tmp_path / "out" / "manifest.json").write_bytes(b"{")
    dataset("b").write(tmp_path / "out")
    assert load_dataset(tmp_path / "out") == dataset("b")


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    dataset("a").write(tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert load_dataset(tmp_path / "real") == load_dataset(tmp_path / "link") == dataset("a")


@pytest.mark.parametrize("name", ["notes.txt", ".git"])
def test_folders_with_other_files_stay_as_they_are(tmp_path: Path, name: str) -> None:
    dataset("a").write(tmp_path / "out")
    (tmp_path / "out" / name).write_text("mine")
    before = content(tmp_path / "out")
    with pytest.raises(DatasetError, match=name):
        dataset("b").write(tmp_path / "out")
    assert content(tmp_path / "out") == before
    assert names(tmp_path) == ["out"]


def test_files_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(DatasetError, match="is a file"):
        dataset("b").write(tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"


def test_the_root_is_no_target() -> None:
    with pytest.raises(DatasetError, match="cannot be replaced"):
        dataset("a").write("/")


@pytest.mark.parametrize("name", sorted(storage.FILES))
def test_every_flipped_byte_is_noticed(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "out"
    dataset("a").write(folder)
    whole = (folder / name).read_bytes()
    for place in range(0, len(whole), max(1, len(whole) // 40)):
        for bit in (0x01, 0x20, 0x80):
            damaged = bytearray(whole)
            damaged[place] ^= bit
            (folder / name).write_bytes(damaged)
            with pytest.raises(DatasetError):
                load_dataset(folder)
    for damaged_file in (whole[:-1], whole + b"\n", b""):
        (folder / name).write_bytes(damaged_file)
        with pytest.raises(DatasetError):
            load_dataset(folder)
    (folder / name).write_bytes(whole)
    assert load_dataset(folder) == dataset("a")


@pytest.mark.parametrize("name", sorted(storage.FILES))
def test_missing_files_are_named(tmp_path: Path, name: str) -> None:
    dataset("a").write(tmp_path / "out")
    (tmp_path / "out" / name).unlink()
    with pytest.raises(DatasetError, match=name):
        load_dataset(tmp_path / "out")


def test_foreign_files_are_named_and_hidden_ones_left_alone(tmp_path: Path) -> None:
    dataset("a").write(tmp_path / "out")
    (tmp_path / "out" / ".DS_Store").write_bytes(b"")
    assert load_dataset(tmp_path / "out") == dataset("a")
    (tmp_path / "out" / "more.parquet").write_bytes(b"")
    with pytest.raises(DatasetError, match=r"more\.parquet"):
        load_dataset(tmp_path / "out")


def test_what_is_no_dataset(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="there is no dataset"):
        load_dataset(tmp_path / "nothing")
    with pytest.raises(DatasetError, match=r"no manifest\.json"):
        load_dataset(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(DatasetError, match="is a file"):
        load_dataset(tmp_path / "file")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"schema_version": "2.', '"schema_version": "3.', r"of schema version 3\.\d; .* reads"),
        ('"schema_version": "2.', '"schema_version": "2.9', "expected the schema version 2.9"),
        ('"schema_version": "2.', '"schema_version": 1, "x": "', "of schema version 1; "),
        ('"rows": 3', '"rows": 4', "expected 4 rows, found 3"),
        ('"kind": "sahel_events dataset"', '"kind": "another"', "no dataset's manifest"),
        ('"rows": 3,', '"rows": 3, "more": 1,', "no dataset's manifest"),
        ('"rows": 3,', "", "no dataset's manifest"),
    ],
)
def test_what_the_manifest_says_must_be_so(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    dataset("a").write(tmp_path / "out")
    manifest = tmp_path / "out" / "manifest.json"
    text = manifest.read_text()
    assert old in text
    manifest.write_text(text.replace(old, new, 1))
    with pytest.raises(DatasetError, match=message):
        load_dataset(tmp_path / "out")


def test_files_of_another_write_are_noticed(tmp_path: Path) -> None:
    dataset("a", claims=3).write(tmp_path / "one")
    dataset("a", claims=4).write(tmp_path / "two")
    claims = "casualty_claims.parquet"
    shutil.copy(tmp_path / "two" / claims, tmp_path / "one" / claims)
    with pytest.raises(DatasetError, match=r"casualty_claims\.parquet is damaged"):
        load_dataset(tmp_path / "one")


def break_at(monkeypatch: pytest.MonkeyPatch, step: int) -> Callable[[], bool]:
    """Let the ``step``-th act of a writer fail; the result tells whether it came to that."""
    done = [0]

    def breaking(act: Callable[..., Any]) -> Callable[..., Any]:
        def acting(*args: Any, **options: Any) -> Any:
            done[0] += 1
            if done[0] == step:
                raise OSError(errno.ENOSPC, "No space left on device")
            return act(*args, **options)

        return acting

    monkeypatch.setattr(folders, "save", breaking(folders.save))
    monkeypatch.setattr(folders, "sync", breaking(folders.sync))
    monkeypatch.setattr(arrow, "to_parquet", breaking(arrow.to_parquet))
    for method in ("rename", "mkdir"):
        monkeypatch.setattr(Path, method, breaking(getattr(Path, method)))
    return lambda: done[0] >= step


@pytest.mark.parametrize("exists", [True, False])
def test_a_failure_at_any_step_leaves_the_old_dataset_whole(tmp_path: Path, exists: bool) -> None:
    old, new = dataset("old"), dataset("new")
    steps = 0
    for step in range(1, 100):
        folder = tmp_path / str(step) / "out"
        folder.parent.mkdir()
        if exists:
            old.write(folder)
        with pytest.MonkeyPatch.context() as monkeypatch:
            broken = break_at(monkeypatch, step)
            try:
                new.write(folder)
            except OSError:
                failed = True
            else:
                failed = False
        if not broken():
            break
        steps += 1
        assert failed
        leftovers = set(names(folder.parent)) - {"out"}
        if folder.exists() and load_dataset(folder) == new:
            assert leftovers <= {".out.old"}  # the swap was made; bringing it to disk has failed
        elif exists:
            assert load_dataset(folder) == old
            assert not leftovers
        else:
            assert not names(folder.parent)
        new.write(folder)
        assert load_dataset(folder) == new
        assert names(folder.parent) == ["out"]
    assert steps > 20


KILLED = """
import os, shutil, sys
from pathlib import Path
from sahel_events.storage import folders
from sahel_events.dataset import load_dataset
from_folder, to_folder, what, which = sys.argv[1:]
owner = {"save": folders, "sync": folders, "rename": Path, "rmtree": shutil}[what]
act, done = getattr(owner, what), [0]
def acting(*args, **options):
    done[0] += 1
    if done[0] == int(which):
        os._exit(9)
    return act(*args, **options)
new = load_dataset(from_folder)
setattr(owner, what, acting)
new.write(to_folder)
"""


@pytest.mark.parametrize(
    ("what", "which", "survivor"),
    [
        ("save", 1, "old"),
        ("save", 11, "old"),
        ("sync", 1, "old"),
        ("rename", 1, "old"),
        ("rename", 2, "old"),
        ("sync", 2, "new"),
        ("rmtree", 1, "new"),
    ],
)
def test_a_killed_writer(tmp_path: Path, what: str, which: int, survivor: str) -> None:
    both = {"old": dataset("old"), "new": dataset("new")}
    both["new"].write(tmp_path / "new")
    folder = tmp_path / "here" / "out"
    both["old"].write(folder)
    arguments = [str(tmp_path / "new"), str(folder), what, str(which)]
    ended = subprocess.run([sys.executable, "-c", KILLED, *arguments], check=False)
    assert ended.returncode == 9
    assert load_dataset(folder) == both[survivor]
    dataset("next").write(folder)
    assert load_dataset(folder) == dataset("next")
    assert names(folder.parent) == ["out"]


def test_a_killed_writer_is_undone_when_the_next_one_fails(tmp_path: Path) -> None:
    dataset("old").write(tmp_path / "out")
    (tmp_path / "out").rename(tmp_path / ".out.old")
    (tmp_path / ".out.new").mkdir()
    assert load_dataset(tmp_path / "out") == dataset("old")
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(arrow, "to_parquet", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            dataset("new").write(tmp_path / "out")
    assert load_dataset(tmp_path / "out") == dataset("old")
    assert names(tmp_path) == ["out"]


def test_readers_see_one_dataset_or_the_other(tmp_path: Path) -> None:
    both = [dataset("a", claims=10), dataset("b", claims=20)]
    both[0].write(tmp_path / "out")
    ended = threading.Event()

    def write() -> None:
        for number in range(40):
            both[number % 2].write(tmp_path / "out")
        ended.set()

    writer = threading.Thread(target=write)
    writer.start()
    seen = []
    while not ended.is_set():
        seen.append(both.index(load_dataset(tmp_path / "out")))
    writer.join()
    assert set(seen) == {0, 1}


@pytest.mark.parametrize("reads", [1, 5])
def test_a_reader_that_is_overtaken_reads_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reads: int
) -> None:
    dataset("old").write(tmp_path / "out")
    read_bytes, done = Path.read_bytes, [0]

    def overtaken(path: Path) -> bytes:
        done[0] += 1
        if done[0] == reads:
            dataset("new").write(tmp_path / "out")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", overtaken)
    assert load_dataset(tmp_path / "out") == dataset("new")
    assert done[0] >= len(storage.FILES) + reads


def test_a_reader_gives_up_when_it_is_always_overtaken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset("old").write(tmp_path / "out")
    seen = iter(range(1000))
    monkeypatch.setattr(storage, "_identity", lambda _: (0, 0, next(seen)))
    monkeypatch.setattr(storage, "_PAUSE", 0)
    with pytest.raises(DatasetError, match="again and again"):
        load_dataset(tmp_path / "out")


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
def test_a_lock_file_that_its_last_holder_removes_is_no_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, calls = writing._lock, [0]

    def late(descriptor: int) -> None:
        calls[0] += 1
        if calls[0] == 1:
            (tmp_path / ".out.lock").unlink()
        lock(descriptor)

    monkeypatch.setattr(writing, "_lock", late)
    with writing.exclusive(tmp_path / ".out.lock", tmp_path / "out"):
        assert names(tmp_path) == [".out.lock"]
        with pytest.raises(BusyError):
            dataset("second").write(tmp_path / "out")
    assert names(tmp_path) == []


def test_a_second_writer_is_told_so(tmp_path: Path) -> None:
    dataset("old").write(tmp_path / "out")
    with folders.replacing(tmp_path / "out", storage.FILES) as new:
        with pytest.raises(BusyError, match="another process is writing"):
            dataset("second").write(tmp_path / "out")
        assert load_dataset(tmp_path / "out") == dataset("old")
        for path in (tmp_path / "out").iterdir():
            shutil.copy(path, new)
    assert load_dataset(tmp_path / "out") == dataset("old")
    dataset("second").write(tmp_path / "out")
    assert load_dataset(tmp_path / "out") == dataset("second")
    assert names(tmp_path) == ["out"]


def test_many_writers_leave_one_whole_dataset(tmp_path: Path) -> None:
    offered = [dataset(f"d{number}") for number in range(4)]
    results: list[str] = []

    def write(found: Dataset) -> None:
        for _ in range(10):
            try:
                found.write(tmp_path / "out")
            except BusyError:
                results.append("busy")
            else:
                results.append("written")

    writers = [threading.Thread(target=write, args=(found,)) for found in offered]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(results) == 40  # nothing else was raised
    assert "written" in results
    assert load_dataset(tmp_path / "out") in offered
    assert names(tmp_path) == ["out"]
