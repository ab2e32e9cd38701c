"""Folders that cannot be renamed: mount points, and folders in a folder that is not to be written.

The new content is written into a hidden folder within the target and brought to disk. One rename
of that folder, to ``.next``, makes it the content: from then on a file in ``.next`` counts, and one
beside it counts only where ``.next`` has none of its name. Then the files are moved out, one by
one, which changes nothing of this. A killed writer leaves the old content or the new one; the next
writer goes on where it stopped.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from sahel_events.storage.writing import exclusive, refuse_foreign, sync

__all__ = ["BESIDES", "OF_THE_SYSTEM", "is_fixed", "lock_of", "places", "replacing"]

_LOCK, _NEW, _NEXT = ".lock", ".new", ".next"
#: What the system puts at the root of a volume.
OF_THE_SYSTEM = "lost+found"
#: What may stand in such a folder besides its content.
BESIDES = frozenset({_LOCK, _NEW, _NEXT, OF_THE_SYSTEM})
#: Where Linux lists its mounts; the fifth word of a line is the mount point.
_MOUNTS = Path("/proc/self/mountinfo")


def is_fixed(target: Path) -> bool:
    """Whether a folder exists, and cannot be renamed."""
    if not target.is_dir():
        return False
    return target.is_mount() or _is_listed(target) or not os.access(target.parent, os.W_OK)


def _is_listed(target: Path) -> bool:
    """Whether Linux lists the folder as a mount point, though it is on the device of its parent."""
    try:
        lines = _MOUNTS.read_bytes().splitlines()
    except OSError:
        return False
    written = b"".join(
        b"\\%03o" % byte if byte in b" \t\n\\" else bytes([byte]) for byte in os.fsencode(target)
    )
    return any(line.split()[4:5] == [written] for line in lines)


def lock_of(target: Path) -> Path:
    """The file that a writer holds."""
    return target / _LOCK


def places(target: Path) -> tuple[Path, ...]:
    """The folders that hold the content of ``target``: what a later one holds counts."""
    following = target / _NEXT
    return (target, following) if following.is_dir() else (target,)


@contextmanager
def replacing(target: Path, ours: Collection[str]) -> Iterator[Path]:
    """As :func:`sahel_events.storage.folders.replacing`, with everything in the target itself."""
    with exclusive(lock_of(target), target):
        _move_out(target)
        new = target / _NEW
        shutil.rmtree(new, ignore_errors=True)
        refuse_foreign(target, {*ours, *BESIDES})
        try:
            new.mkdir()
            yield new
            sync(new)
            new.rename(target / _NEXT)
            sync(target)
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise
        _move_out(target)


def _move_out(target: Path) -> None:
    """Move what counts to where it belongs."""
    following = target / _NEXT
    if not following.is_dir():
        return
    for file in sorted(following.iterdir()):
        file.replace(target / file.name)
    sync(target)
    following.rmdir()
