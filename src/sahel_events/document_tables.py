"""A file → the tables of one document, or of its refusal: whatever goes wrong, the others go on."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from attrs import evolve, frozen

from sahel_events.assembling.records import Records
from sahel_events.errors import DatasetError, Location, ParseError
from sahel_events.kinds import Severity
from sahel_events.model import Problem, Record, Source
from sahel_events.reading import Reading, parse
from sahel_events.registry.geonames import Gazetteer
from sahel_events.text.document import Document, decode, written
from sahel_events.text.files import read_or_refuse

__all__ = ["File", "Tables", "read_tables", "tables_of_death"]

Tables = Mapping[str, Sequence[Record]]


@frozen
class File:
    """A file and the name under which it is read."""

    path: Path
    name: str


def read_tables(
    file: File, published: str | None, strict: bool, gazetteer: Gazetteer | None = None
) -> tuple[Tables, ParseError | None]:
    """The tables of one document, and the error when it is refused.

    With ``strict`` a document with a problem of severity error is refused, too.
    """
    data = None
    try:
        data = read_or_refuse(file.path)
        reading = parse(data, name=file.name, published=published, gazetteer=gazetteer)
        _try_writing(reading)
    except ParseError as error:
        return _refusal(data, file.name, error), _at_path(error, file.path)
    wrong = [problem for problem in reading.problems if problem.severity is Severity.ERROR]
    if strict and wrong:
        refused = reading.document.error(wrong[0].message, wrong[0].start, wrong[0].end)
        return reading.tables(), _at_path(refused, file.path)
    return reading.tables(), None


def tables_of_death(file: File) -> tuple[Tables, ParseError | None]:
    """The refusal of a document whose reading ended the process that read it."""
    message = "the process that read it has died, perhaps for want of memory"
    error = ParseError(message, Location(file.name, 1, 1))
    return _refusal(None, file.name, error), _at_path(error, file.path)


def _try_writing(reading: Reading) -> None:
    """Raise :class:`ParseError` at a record that no dataset can hold."""
    from sahel_events.storage.arrow import to_table

    for table, records in reading.tables().items():
        try:
            if records:
                to_table(table, records)
        except DatasetError as error:
            raise reading.document.error(
                f"what was read cannot be written ({error}): please report it",
                _first_unwritable(table, records),
            ) from error


def _first_unwritable(table: str, records: Sequence[Record]) -> int:
    from sahel_events.storage.arrow import to_table

    for record in records:
        try:
            to_table(table, (record,))
        except DatasetError:
            return record.start
    return 0


def _at_path(error: ParseError, path: Path) -> ParseError:
    """The error with the path that the caller knows."""
    return ParseError(error.message, evolve(error.location, name=str(path)))


def _refusal(data: bytes | None, name: str, error: ParseError) -> Tables:
    """A document that could not be read: that it was there, and why it is not here."""
    document = _as_far_as_known(data, name)
    source = Source(
        id=document.stem,
        document=document.stem,
        start=0,
        end=len(document.text),
        field="document",
        name=document.name,
        sha256=document.sha256,
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


def _as_far_as_known(data: bytes | None, name: str) -> Document:
    """The document; without its text where that cannot be decoded, and without a digest where its
    bytes could not be read.
    """
    try:
        return decode(data, name) if data is not None else Document(written(name), "", "")
    except ParseError:
        return Document(written(name), "", hashlib.sha256(data or b"").hexdigest())


def _place(document: Document, error: ParseError) -> tuple[int, int]:
    """Where an error is in the text; (0, 0) when there is no text."""
    lines = document.text.split("\n")[: error.line]
    if len(lines) < error.line or not document.text:
        return 0, 0
    start = sum(len(line) + 1 for line in lines[:-1]) + error.column - 1
    return start, min(start + error.location.width, len(document.text))
