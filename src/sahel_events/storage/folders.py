"""Folders that are replaced as a whole or not at all.

The new content is written into a hidden folder beside the target and brought to disk; then the old
folder is renamed aside and the new one renamed in. Whatever fails before the second rename leaves
the old content whole, and whoever reads between the two finds it aside. What a killed writer left
behind is put right by the next one.

A folder that cannot be renamed, such as a container's volume, is written from within
(:mod:`sahel_events.storage.in_place`).
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from sahel_events.errors import DatasetError
from sahel_events.storage import in_place
from sahel_events.storage.in_place import OF_THE_SYSTEM
from sahel_events.storage.writing import exclusive, refuse_foreign, save, sync

__all__ = ["OF_THE_SYSTEM", "check", "places", "replacing", "save"]


@contextmanager
def replacing(target: Path, ours: Collection[str]) -> Iterator[Path]:
    """A new folder to be filled, which takes the place of ``target`` when the block ends well.

    ``ours`` are the names of files that may be replaced. Raises :class:`DatasetError` when the
    target is no folder or holds anything else, :class:`BusyError` when another writer is at work,
    and :class:`OSError` when the disk refuses; the target is then as it was.
    """
    target = _resolved(target)
    if in_place.is_fixed(target):
        with in_place.replacing(target, ours) as new:
            yield new
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with exclusive(_beside(target, "lock"), target):
        _recover(target)
        refuse_foreign(target, ours)
        new = _beside(target, "new")
        try:
            new.mkdir()
            yield new
            sync(new)
            _swap(new, target)
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise


def check(target: Path, ours: Collection[str]) -> None:
    """Raise now what :func:`replacing` would raise at once, and write nothing."""
    target = _resolved(target)
    fixed = in_place.is_fixed(target)
    refuse_foreign(target, {*ours, *in_place.BESIDES} if fixed else ours)
    place = target if fixed else next(p for p in target.parents if p.exists())
    if not place.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(place))
    if not os.access(place, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
    lock = in_place.lock_of(target) if fixed else _beside(target, "lock")
    if lock.exists():
        with exclusive(lock, target):
            pass


def places(target: Path) -> tuple[Path, ...]:
    """The folders that hold the content of ``target`` now: what a later one holds counts.

    While a writer is between its renames, the content stands aside.
    """
    target = Path(os.path.realpath(target))
    aside = _beside(target, "old")
    if target.name and not target.exists() and aside.is_dir():
        return (aside,)
    return in_place.places(target)


def _resolved(target: Path) -> Path:
    target = Path(os.path.realpath(target))
    if not target.name:
        raise DatasetError(f"{target} cannot be replaced: give the name of a folder")
    for place in (target, *target.parents):
        if place.is_symlink():  # what is left of links when all are followed leads in a circle
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(place))
    return target


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
    sync(target.parent)
    shutil.rmtree(old, ignore_errors=True)
