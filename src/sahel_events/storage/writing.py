"""What all writers of folders do: wait for the disk, hold a lock, leave foreign files alone."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sahel_events.errors import BusyError, DatasetError

__all__ = ["exclusive", "refuse_foreign", "save", "sync"]


def save(path: Path, data: bytes) -> None:
    """Write a file and wait until it is on disk."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def refuse_foreign(target: Path, ours: Collection[str]) -> None:
    """Raise :class:`DatasetError` when the target is a file, or holds files that are not ours."""
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


def sync(folder: Path) -> None:
    """Bring the names in a folder to disk, where the system can."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def exclusive(lock: Path, target: Path) -> Iterator[None]:
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
