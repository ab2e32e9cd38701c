"""Datasets in folders that cannot be renamed, and what is looked at before anything is read."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from sahel_events import cli
from sahel_events.dataset import load_dataset
from sahel_events.errors import BusyError, DatasetError
from sahel_events.storage import folders, in_place
from sahel_events.storage import tables as storage
from sahel_events.storage.writing import exclusive

from .test_storage import break_at, dataset, names


@pytest.fixture
def volume(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is said to be a mount point."""
    folder = tmp_path / "volume"
    folder.mkdir()
    monkeypatch.setattr(in_place, "is_fixed", lambda target: target == folder)
    return folder


def test_a_volume_is_filled_and_filled_again(volume: Path) -> None:
    before = volume.stat().st_ino
    (volume / "lost+found").mkdir()
    for name in ("old", "new"):
        dataset(name).write(volume)
        assert load_dataset(volume) == dataset(name)
        assert set(names(volume)) == {*storage.FILES, "lost+found"}
    assert volume.stat().st_ino == before
    assert names(volume.parent) == ["volume"]


def test_foreign_files_stay(volume: Path) -> None:
    (volume / "notes.txt").write_text("mine")
    with pytest.raises(DatasetError, match="notes"):
        dataset("new").write(volume)
    assert names(volume) == ["notes.txt"]


@pytest.mark.parametrize("exists", [True, False])
def test_a_failure_at_any_step_leaves_one_dataset_whole(
    volume: Path, exists: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = 0
    for step in range(1, 100):
        if exists:
            dataset("old").write(volume)
        with pytest.MonkeyPatch.context() as breaking:
            broken = break_at(breaking, step)
            breaking.setattr(in_place, "sync", folders.sync)
            try:
                dataset("new").write(volume)
            except OSError:
                steps += 1
        if not broken():
            break
        if set(names(volume)) & {storage.MANIFEST, ".next"}:
            found = load_dataset(volume)
            assert found == dataset("new") or (exists and found == dataset("old"))
        else:
            assert not exists
            assert names(volume) == []
        dataset("next").write(volume)
        assert load_dataset(volume) == dataset("next")
        assert set(names(volume)) == storage.FILES
        for path in volume.iterdir():
            path.unlink()
    assert steps > 20


KILLED = """
import os, sys
from pathlib import Path
from sahel_events.storage import folders, in_place
from sahel_events.dataset import load_dataset
from_folder, to_folder, what, which = sys.argv[1:]
in_place.is_fixed = lambda target: target == Path(to_folder)
owner = {"save": folders, "sync": in_place}.get(what, Path)
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
        ("rename", 1, "old"),
        ("sync", 2, "new"),
        ("replace", 1, "new"),
        ("replace", 5, "new"),
        ("replace", 11, "new"),
        ("rmdir", 1, "new"),
    ],
)
def test_a_killed_writer(volume: Path, what: str, which: int, survivor: str) -> None:
    both = {"old": dataset("old"), "new": dataset("new")}
    both["new"].write(volume.parent / "new")
    both["old"].write(volume)
    arguments = [str(volume.parent / "new"), str(volume), what, str(which)]
    ended = subprocess.run([sys.executable, "-c", KILLED, *arguments], check=False)
    assert ended.returncode == 9
    assert load_dataset(volume) == both[survivor]
    dataset("next").write(volume)
    assert load_dataset(volume) == dataset("next")
    assert set(names(volume)) == storage.FILES


def test_readers_see_one_dataset_or_the_other(volume: Path) -> None:
    both = [dataset("a", claims=10), dataset("b", claims=20)]
    both[0].write(volume)
    ended = threading.Event()

    def write() -> None:
        for number in range(40):
            both[number % 2].write(volume)
        ended.set()

    writer = threading.Thread(target=write)
    writer.start()
    seen = []
    while not ended.is_set():
        seen.append(both.index(load_dataset(volume)))
    writer.join()
    assert set(seen) <= {0, 1}


def test_a_second_writer_is_told_so(volume: Path) -> None:
    with exclusive(in_place.lock_of(volume), volume):
        with pytest.raises(BusyError):
            storage.check(volume)
        with pytest.raises(BusyError):
            dataset("new").write(volume)
    storage.check(volume)


def test_a_mount_point(tmp_path: Path) -> None:
    folder = tmp_path / "a mount"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "none", folder], check=False).returncode == 0
    if not mounted:
        pytest.skip("this system mounts nothing here")
    try:
        subprocess.run(["mount", "--bind", folder, folder], check=True)
        assert in_place.is_fixed(folder)
        dataset("old").write(folder)
        dataset("new").write(folder)
        assert load_dataset(folder) == dataset("new")
        subprocess.run(["umount", folder], check=True)
    finally:
        subprocess.run(["umount", folder], check=True)
    assert names(folder) == []
    assert not in_place.is_fixed(folder)


class TestBeforeAnythingIsRead:
    @pytest.fixture(autouse=True)
    def no_reading(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object, **__: object) -> None:
            raise AssertionError("something was read")

        monkeypatch.setattr("sahel_events.building.build", fail)

    def run(self, out: Path) -> tuple[int, str]:
        from click.testing import CliRunner

        result = CliRunner().invoke(cli.main, ["build", ".", "--out", str(out)])
        return result.exit_code, result.stderr

    def test_foreign_files(self, tmp_path: Path) -> None:
        (tmp_path / "notes.txt").write_text("mine")
        status, message = self.run(tmp_path)
        assert (status, "notes.txt" in message) == (1, True)

    def test_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "out").write_text("mine")
        assert self.run(tmp_path / "out")[0] == 1
        assert self.run(tmp_path / "out" / "deeper")[0] == 74

    def test_a_parent_that_is_not_to_be_written(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(os, "access", lambda path, _: path != tmp_path)
        status, message = self.run(tmp_path / "out" / "deeper")
        assert (status, message) == (74, f"{tmp_path}: Permission denied\n")
        assert names(tmp_path) == []

    def test_another_writer(self, tmp_path: Path) -> None:
        with exclusive(tmp_path / ".out.lock", tmp_path / "out"):
            assert self.run(tmp_path / "out")[0] == 75

    def test_a_link_in_a_circle(self, tmp_path: Path) -> None:
        (tmp_path / "out").symlink_to("out")
        status, _ = self.run(tmp_path / "out" / "deeper")
        assert status == 74

    def test_a_lock_that_nobody_holds(self, tmp_path: Path) -> None:
        (tmp_path / ".out.lock").touch()
        storage.check(tmp_path / "out")
        assert names(tmp_path) == []
