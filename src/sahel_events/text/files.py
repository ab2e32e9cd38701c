"""The one front door for files: which of them are documents, and how they are opened.

A folder may hold anything: pipes that nobody writes to, devices that never end, links that lead
nowhere or round in circles, files of a hundred gigabytes. Nothing of it may hang or end the reading
of the others, and nothing may be passed over in silence: what looks like a document and cannot be
one is found like any other, and refused when it is opened.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path

from sahel_events.errors import Location, ParseError
from sahel_events.text.document import MAX_BYTES

__all__ = ["find_documents", "read_bytes", "read_or_refuse"]

#: The endings of documents: files with another one are read only when they are named themselves.
_ENDINGS = frozenset({".txt", ".md", ".wiki", ".wikitext"})
#: How the names of files about the documents begin, in lower case.
_ABOUT = ("readme", "license", "licence")
#: What is no regular file, and what it is called.
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe; standard input is read as “-”"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
#: A pipe without a writer, or a terminal, must not make the one who opens it wait.
_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


def find_documents(paths: Iterable[str | PathLike[str]]) -> Iterator[Path]:
    """The files themselves, and the documents in folders and in folders within them, sorted.

    In folders, files of other kinds, hidden files and those about the documents (README, LICENSE)
    are left out. A folder that cannot be listed, and a link to a folder, which might lead anywhere,
    are found as if they were documents, and refused when they are opened. Raises :class:`OSError`
    when a path does not exist.
    """
    for path in map(Path, paths):
        path.lstat()  # a path that does not exist is an error and not an empty folder
        if _leads_to_folder(path):
            yield from _documents_in(path)
        else:
            yield path


def _documents_in(folder: Path) -> Iterator[Path]:
    """The documents of a folder, then those of each folder in it; no depth is too deep."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError:
            yield here
            continue
        inner = []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if _is_folder(entry, follow_symlinks=False):
                inner.append(here / entry.name)
            elif _is_folder(entry, follow_symlinks=True) or _is_document(entry.name):
                yield here / entry.name
        waiting += reversed(inner)


def _is_folder(entry: os.DirEntry[str], *, follow_symlinks: bool) -> bool:
    """Whether it is a folder; a link that leads round in circles leads nowhere."""
    try:
        return entry.is_dir(follow_symlinks=follow_symlinks)
    except OSError:
        return False


def _leads_to_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_document(name: str) -> bool:
    return Path(name).suffix.lower() in _ENDINGS and not name.lower().startswith(_ABOUT)


def read_bytes(path: str | PathLike[str], max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file; no more than one beyond the most that a document may have.

    Raises :class:`ParseError` when it is larger, or no regular file: a pipe or a device is not
    even opened. Raises :class:`OSError` as ``open`` does.
    """
    _refuse_other(path, Path(path).stat(), max_bytes)
    with open(path, "rb", opener=_open_at_once) as file:
        _refuse_other(path, os.fstat(file.fileno()), max_bytes)  # it may be another one by now
        return file.read(max_bytes + 1)


def read_or_refuse(path: str | PathLike[str]) -> bytes:
    """The bytes of a file as :func:`read_bytes` has them; raises :class:`ParseError` alone."""
    try:
        return read_bytes(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ParseError(f"the file cannot be read: {reason}", _top(path)) from error


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | _AT_ONCE)


def _refuse_other(path: str | PathLike[str], status: os.stat_result, max_bytes: int) -> None:
    for is_kind, kind in _KINDS:
        if is_kind(status.st_mode):
            found = _folder(path) if is_kind is stat.S_ISDIR else kind
            raise ParseError(f"expected a file, found {found}", _top(path))
    if status.st_size > max_bytes:
        raise ParseError(
            f"expected at most {max_bytes:,} bytes, found {status.st_size:,}", _top(path)
        )


def _folder(path: str | PathLike[str]) -> str:
    """What a folder is called that was not looked into; :class:`OSError` where it cannot be."""
    os.scandir(path).close()
    if Path(path).is_symlink():
        return "a link to a folder, which is not followed: name the folder itself"
    return "a folder"


def _top(path: str | PathLike[str]) -> Location:
    return Location(os.fspath(path), 1, 1)
