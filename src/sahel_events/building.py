"""Files and folders → one dataset: the same in any order, with any number of jobs."""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import date
from functools import partial
from os import PathLike
from pathlib import Path

from sahel_events.dataset import Dataset
from sahel_events.document_tables import File, read_tables, tables_of_death
from sahel_events.errors import ParseError
from sahel_events.processes import each
from sahel_events.registry.geonames import Gazetteer
from sahel_events.text.document import written
from sahel_events.text.files import find_documents, read_bytes

__all__ = ["build"]


def build(
    paths: Iterable[str | PathLike[str]],
    *,
    published: date | str | None = None,
    jobs: int = 1,
    strict: bool = False,
    gazetteer: Gazetteer | None = None,
    on_progress: Callable[[int, int], None] | None = None,
    on_refused: Callable[[ParseError], None] | None = None,
) -> Dataset:
    """Read files, and the documents in folders, as one dataset.

    A document's id is the stem of its file's name; files with one stem and different content are
    told apart by the first eight digits of their SHA-256. Content that is there twice is read once.
    Only regular files are opened.
    ``published`` is the publication date of all the documents, ``jobs`` the number of processes,
    ``gazetteer`` what :func:`read_gazetteer` gave; the table of documents has its checksum.

    A document that cannot be read, for whatever reason, is listed with format "refused" and a
    problem that says why, and ``on_refused`` is called with the error; so are files that cannot be
    opened, and folders that cannot be listed. With ``strict`` the first such error is raised, and
    so is the first problem of severity error. ``on_progress`` is called with the number of
    documents that are done and the number of all.

    Raises :class:`OSError` when a path does not exist, :class:`ValueError` when ``published`` is no
    date, :class:`ParseError` only with ``strict``.
    """
    day = None if published is None else date.fromisoformat(str(published)).isoformat()
    files = _name(find_documents(paths))
    parts = []
    read = partial(read_tables, published=day, strict=strict, gazetteer=gazetteer)
    with closing(each(read, files, jobs, tables_of_death)) as results:
        for tables, refused in results:
            if refused is not None and strict:
                raise refused
            if refused is not None and on_refused is not None:
                on_refused(refused)
            parts.append(tables)
            if on_progress is not None:
                on_progress(len(parts), len(files))
    return Dataset.of(*parts)


def _name(paths: Iterable[Path]) -> list[File]:
    """Every content once, each under a name of its own, sorted by that name."""
    by_digest: dict[str, Path] = {}
    for path in paths:
        digest = _digest(path)
        by_digest[digest] = min(path, by_digest.get(digest, path), key=lambda p: (p.name, p))
    by_stem = defaultdict(list)
    for digest, path in by_digest.items():
        by_stem[written(Path(_called(path)).stem)].append((digest, path))
    return sorted(_told_apart(by_stem), key=lambda file: file.name)


def _told_apart(by_stem: dict[str, list[tuple[str, Path]]]) -> Iterator[File]:
    """The files under names of which no two have one stem, whatever other files are called."""
    taken = {stem for stem, found in by_stem.items() if len(found) == 1}
    for stem, found in sorted(by_stem.items()):
        for digest, path in sorted(found):
            name = _called(path)
            if len(found) > 1:
                own = digest[:8]
                while f"{stem}-{own}" in taken:
                    own += digest[8:]
                taken.add(f"{stem}-{own}")
                name = f"{Path(name).stem}-{own}{Path(name).suffix}"
            yield File(path, name)


def _called(path: Path) -> str:
    return path.name or path.resolve().name


def _digest(path: Path) -> str:
    """What tells a file from others: its bytes, or its path when they cannot be read."""
    try:
        return hashlib.sha256(read_bytes(path)).hexdigest()
    except (OSError, ParseError):
        return hashlib.sha256(b"path " + os.fsencode(path)).hexdigest()
