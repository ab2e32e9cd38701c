"""The records of one document while they are being made: identifiers, evidence, problems."""

from __future__ import annotations

from hashlib import blake2b
from typing import Any, TypeVar

from attrs import define, field

from sahel_events.kinds import Severity
from sahel_events.model import TABLES, Figure, Problem, Record
from sahel_events.text.document import Document
from sahel_events.text.passage import Passage

__all__ = ["Records"]

RecordT = TypeVar("RecordT", bound=Record)
_TABLE_OF = {cls: table for table, cls in TABLES.items()}


@define(slots=True)
class Records:
    """Collects the records of a document by table.

    An identifier is a hash of the document's id, the kind of record, its field and what it says,
    with a count for what is said twice. It does not depend on where in the file the record stands,
    so that the same document in another layout gives the same identifiers.
    """

    document: Document
    id: str
    tables: dict[str, list[Record]] = field(factory=lambda: {table: [] for table in TABLES})
    #: how far in the document the reading has come: where to look when it fails
    reached: int = 0
    _seen: dict[str, int] = field(factory=dict)

    def identify(self, kind: str, field_name: str, *content: object) -> str:
        """A new identifier for a record that says this."""
        key = "\x1f".join((self.id, kind, field_name, *map(str, content)))
        count = self._seen[key] = self._seen.get(key, 0) + 1
        return f"{kind[:2]}-{blake2b(f'{key}{count}'.encode(), digest_size=8).hexdigest()}"

    def add(
        self, cls: type[RecordT], id: str, passage: Passage, start: int, end: int, field_name: str,
        **values: Any,
    ) -> RecordT:  # fmt: skip
        """Make a record that rests on ``passage.text[start:end]``, and keep it."""
        first, last = passage.span(start, end)
        if issubclass(cls, Figure):
            line, column = self.document.position(first)
            values |= {"quote": self.document.text[first:last], "line": line, "column": column}
        record = cls(id=id, document=self.id, start=first, end=last, field=field_name, **values)
        self.tables[_TABLE_OF[cls]].append(record)
        return record

    def problem(
        self, severity: Severity, message: str, first: int, last: int, field_name: str,
        hint: str | None = None,
    ) -> None:  # fmt: skip
        """Report the characters ``document.text[first:last]``."""
        text = self.document.text
        line, column = self.document.position(first)
        passage = text[first:last]
        self.tables["problems"].append(
            Problem(
                id=self.identify("problem", field_name, message, passage),
                document=self.id,
                start=first,
                end=last,
                field=field_name,
                severity=severity,
                message=message,
                hint=hint,
                line=line,
                column=column,
                passage=passage,
            )
        )
