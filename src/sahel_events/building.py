"""Files and folders → one dataset: the same in any order, with any number of jobs."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import signal
import sys
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from datetime import date
from functools import partial
from os import PathLike
from pathlib import Path

from attrs import evolve, frozen

from sahel_events.assembling.records import Records
from sahel_events.dataset import Dataset
from sahel_events.errors import ParseError, SahelEventsError
from sahel_events.kinds import Severity
from sahel_events.model import Problem, Record, Source
from sahel_events.reading import parse
from sahel_events.text.document import Document, decode

__all__ = ["build", "find_documents"]

#: The endings of documents: files with another one are read only when they are named themselves.
_ENDINGS = frozenset({".txt", ".md", ".wiki", ".wikitext"})
#: How the names of files about the documents begin, in lower case.
_ABOUT = ("readme", "license", "licence")

Tables = Mapping[str, Sequence[Record]]


def build(
    paths: Iterable[str | PathLike[str]],
    *,
    published: date | str | None = None,
    jobs: int = 1,
    strict: bool = False,
    on_progress: Callable[[int, int], None] | None = None,
    on_refused: Callable[[ParseError], None] | None = None,
) -> Dataset:
    """Read files, and the documents in folders, as one dataset.

    A document's id is the stem of its file's name; files with one stem and different content are
    told apart by the first eight digits of their SHA-256. Content that is there twice is read once.
    ``published`` is the publication date of all the documents, ``jobs`` the number of processes.

    A document that cannot be read is listed with format "refused" and a problem that says why, and
    ``on_refused`` is called with the error. With ``strict`` the first such error is raised, and so
    is the first problem of severity error. ``on_progress`` is called with the number of documents
    that are done and the number of all.

    Raises :class:`OSError` when a file cannot be read, :class:`ParseError` only with ``strict``.
    """
    files = _name(find_documents(paths))
    parts = []
    read = partial(_read, published=None if published is None else str(published), strict=strict)
    with closing(_each(read, files, jobs)) as results:
        for tables, refused in results:
            if refused is not None and strict:
                raise refused
            if refused is not None and on_refused is not None:
                on_refused(refused)
            parts.append(tables)
            if on_progress is not None:
                on_progress(len(parts), len(files))
    return Dataset.of(*parts)


def find_documents(paths: Iterable[str | PathLike[str]]) -> Iterator[Path]:
    """The files themselves, and the documents in folders and in folders within them, sorted.

    In folders, files of other kinds, hidden files and those about the documents (README, LICENSE)
    are left out. Raises :class:`OSError` when a path does not exist or a folder cannot be read.
    """
    for path in map(Path, paths):
        path.stat()  # a path that does not exist is an error and not an empty folder
        if path.is_dir():
            yield from _documents_in(path)
        else:
            yield path


@frozen
class _File:
    """A file and the name under which it is read."""

    path: Path
    name: str


def _documents_in(folder: Path) -> Iterator[Path]:
    def fail(error: OSError) -> None:
        raise error

    for parent, folders, names in os.walk(folder, onerror=fail):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if Path(name).suffix.lower() in _ENDINGS and not _is_aside(name):
                yield Path(parent, name)


def _is_aside(name: str) -> bool:
    return name.startswith(".") or name.lower().startswith(_ABOUT)


def _name(paths: Iterable[Path]) -> list[_File]:
    """Every content once, each under a name of its own, sorted by that name."""
    by_digest: dict[str, Path] = {}
    for path in paths:
        digest = _sha256(path)
        by_digest[digest] = min(path, by_digest.get(digest, path), key=lambda p: (p.name, p))
    by_stem = defaultdict(list)
    for digest, path in by_digest.items():
        by_stem[path.stem].append((digest, path))
    files = []
    for stem, found in by_stem.items():
        for digest, path in found:
            own = f"{stem}-{digest[:8]}{path.suffix}" if len(found) > 1 else path.name
            files.append(_File(path, own))
    return sorted(files, key=lambda file: file.name)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read(file: _File, published: str | None, strict: bool) -> tuple[Tables, ParseError | None]:
    """The tables of one document, and the error when it is refused."""
    data = file.path.read_bytes()
    try:
        reading = parse(data, name=file.name, published=published)
    except ParseError as error:
        return _refusal(data, file.name, error), _at_path(error, file.path)
    wrong = [problem for problem in reading.problems if problem.severity is Severity.ERROR]
    if strict and wrong:
        refused = reading.document.error(wrong[0].message, wrong[0].start, wrong[0].end)
        return reading.tables(), _at_path(refused, file.path)
    return reading.tables(), None


def _at_path(error: ParseError, path: Path) -> ParseError:
    """The error with the path that the caller knows."""
    return ParseError(error.message, evolve(error.location, name=str(path)))


def _refusal(data: bytes, name: str, error: ParseError) -> Tables:
    """A document that could not be read: that it was there, and why it is not here."""
    digest = hashlib.sha256(data).hexdigest()
    try:
        document = decode(data, name)
    except ParseError:
        document = Document(name, "", digest)
    source = Source(
        id=document.stem,
        document=document.stem,
        start=0,
        end=len(document.text),
        field="document",
        name=name,
        sha256=digest,
        format="refused",
        repairs=len(document.repairs),
    )
    start, end = _place(document, error)
    problem = Problem(
        id=Records(document, document.stem).identify("problem", "document", error.message),
        document=document.stem,
        start=start,
        end=end,
        field="document",
        severity=Severity.ERROR,
        message=error.message,
        hint="Nothing of this document was read.",
        line=error.line,
        column=error.column,
        passage=document.text[start:end],
    )
    return {"documents": [source], "problems": [problem]}


def _place(document: Document, error: ParseError) -> tuple[int, int]:
    """Where an error is in the text; (0, 0) when there is no text."""
    lines = document.text.split("\n")[: error.line]
    if len(lines) < error.line or not document.text:
        return 0, 0
    start = sum(len(line) + 1 for line in lines[:-1]) + error.column - 1
    return start, min(start + error.location.width, len(document.text))


def _each(
    read: Callable[[_File], tuple[Tables, ParseError | None]], files: Sequence[_File], jobs: int
) -> Generator[tuple[Tables, ParseError | None]]:
    """What was read from each file, in their order."""
    if jobs < 2 or len(files) < 2:
        yield from map(read, files)
        return
    # Forking needs no guard around the caller's script; workers run Python code of ours alone.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    workers = min(jobs, len(files))
    with ProcessPoolExecutor(workers, context, initializer=_ignore_interrupts) as pool:
        try:
            yield from pool.map(read, files, chunksize=max(1, len(files) // (workers * 8)))
        except BrokenProcessPool:
            raise SahelEventsError(
                "a process that was reading documents has died; with one job it can be seen where"
            ) from None
        finally:
            pool.shutdown(cancel_futures=True)


def _ignore_interrupts() -> None:
    """The process that started the others hears the interrupt, and ends them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
