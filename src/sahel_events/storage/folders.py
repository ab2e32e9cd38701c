"""Folders that are replaced as a whole or not at all.

The new content is written into a hidden folder beside the target and brought to disk; then the old
folder is renamed aside and the new one renamed in. Whatever fails before the second rename leaves
the old content whole, and whoever reads between the two finds it aside. What a killed writer left
behind is put right by the next one.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sahel_events.errors import BusyError, DatasetError

__all__ = ["current", "replacing", "save"]


@contextmanager
def replacing(target: Path, ours: Collection[str]) -> Iterator[Path]:
    """A new folder to be filled, which takes the place of ``target`` when the block ends well.

    ``ours`` are the names of files that may be replaced. Raises :class:`DatasetError` when the
    target is no folder or holds anything else, :class:`BusyError` when another writer is at work,
    and :class:`OSError` when the disk refuses; the target is then as it was.
    """
    target = target.resolve()
    if not target.name:
        raise DatasetError(f"{target} cannot be replaced: give the name of a folder")
    target.parent.mkdir(parents=True, exist_ok=True)
    with _exclusive(_beside(target, "lock"), target):
        _recover(target)
        _refuse_foreign(target, ours)
        new = _beside(target, "new")
        try:
            new.mkdir()
            yield new
            _sync(new)
            _swap(new, target)
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise


def current(target: Path) -> Path:
    """Where the content of ``target`` stands now: aside, while a writer is between its renames."""
    target = target.resolve()
    if not target.name or target.exists():
        return target
    aside = _beside(target, "old")
    return aside if aside.is_dir() else target


def save(path: Path, data: bytes) -> None:
    """Write a file and wait until it is on disk."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _beside(target: Path, what: str) -> Path:
    """Our own hidden neighbours of the target: its lock, its next content, its former content."""
    return target.with_name(f".{target.name}.{what}")


def _recover(target: Path) -> None:
    """Finish or undo what a killed writer began."""
    old, new = _beside(target, "old"), _beside(target, "new")
    if old.exists() and not target.exists():
        old.rename(target)
    for leftover in (old, new):
        if leftover.exists():
            shutil.rmtree(leftover)


def _refuse_foreign(target: Path, ours: Collection[str]) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise DatasetError(f"{target} is a file: give the name of a folder")
    foreign = sorted(path.name for path in target.iterdir() if path.name not in ours)
    if foreign:
        named = ", ".join(foreign[:3]) + (" …" if len(foreign) > 3 else "")
        raise DatasetError(
            f"{target} holds other files than a dataset's, and stays as it is: {named}"
        )


def _swap(new: Path, target: Path) -> None:
    old = _beside(target, "old")
    try:
        if target.exists():
            target.rename(old)
        new.rename(target)
    except BaseException:
        if old.exists() and not target.exists():
            old.rename(target)
        raise
    _sync(target.parent)
    shutil.rmtree(old, ignore_errors=True)


def _sync(folder: Path) -> None:
    """Bring the names in a folder to disk, where the system can."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _exclusive(lock: Path, target: Path) -> Iterator[None]:
    """Hold a lock file, which the system lets go of when the process dies."""
    while True:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _lock(descriptor)
        except BlockingIOError:
            os.close(descriptor)
            raise BusyError(f"another process is writing {target}: try again later") from None
        except BaseException:
            os.close(descriptor)
            raise
        if _is_open_at(descriptor, lock):
            break
        os.close(descriptor)  # its last holder has just removed it
    try:
        yield
    finally:
        with suppress(OSError):
            lock.unlink()
        os.close(descriptor)


def _is_open_at(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError from error

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
