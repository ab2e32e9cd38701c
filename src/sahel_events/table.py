"""A table of a dataset: a sequence of records and an Arrow table, whichever is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from attrs import frozen

from sahel_events.errors import SahelEventsError
from sahel_events.escaping import shown_as_html
from sahel_events.model import Record
from sahel_events.storage.schema import columns, flatten, summary

if TYPE_CHECKING:
    from sahel_events.storage.arrow import ArrowTable

__all__ = ["Table", "position"]

RecordT = TypeVar("RecordT", bound=Record, covariant=True)
OneT = TypeVar("OneT", bound=Record)

#: A notebook shows this many rows, and this many characters of each cell.
_SHOWN_ROWS, _SHOWN_CHARACTERS = 10, 60


def position(record: Record) -> tuple[str, int, int, str]:
    """Where a record belongs in its table: by document, place in it, and id."""
    return record.document, record.start, record.end, record.id


@frozen(eq=False, repr=False)
class Table(Generic[RecordT]):
    """The records of one table, in the order of document, start, end and id, none of them twice.

    It has the length, the items, the slices and the iterator of a sequence of records, and whatever
    takes Arrow data (pyarrow, polars, DuckDB, pandas) takes it as it is. Records are made from
    Arrow data, and Arrow data from records, when first asked for. ``name`` is a key of
    the tables of the model.

    :class:`collections.abc.Sequence` is no base of it: polars would take the records for objects.
    """

    name: str
    _content: tuple[RecordT, ...] | ArrowTable

    @classmethod
    def of(cls, name: str, records: Iterable[OneT]) -> Table[OneT]:
        """A table of the records, in any order and any number of times.

        Of different records with one id, the one whose ``repr`` comes first is kept, so that the
        order in which they are given does not matter.
        """
        found: dict[str, OneT] = {}
        for record in records:
            known = found.setdefault(record.id, record)
            if known is not record and known != record:
                found[record.id] = min(known, record, key=repr)
        return Table(name, tuple(sorted(found.values(), key=position)))

    @cached_property
    def _records(self) -> tuple[RecordT, ...]:
        if isinstance(self._content, tuple):
            return self._content
        from sahel_events.storage.arrow import to_records

        records: tuple[Any, ...] = to_records(self.name, self._content)
        return records

    @cached_property
    def _arrow(self) -> ArrowTable:
        from sahel_events.storage.arrow import to_table

        return (
            to_table(self.name, self._content)
            if isinstance(self._content, tuple)
            else self._content
        )

    def __len__(self) -> int:
        return len(self._content)

    def __iter__(self) -> Iterator[RecordT]:
        return iter(self._records)

    @overload
    def __getitem__(self, index: int) -> RecordT: ...

    @overload
    def __getitem__(self, index: slice) -> Table[RecordT]: ...

    def __getitem__(self, index: int | slice) -> RecordT | Table[RecordT]:
        if isinstance(index, slice):
            return Table(self.name, self._records[index])
        return self._records[index]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Table):
            return NotImplemented
        return self.name == other.name and self._records == other._records

    def __hash__(self) -> int:
        return hash((self.name, self._records))

    def to_arrow(self) -> ArrowTable:
        """A ``pyarrow.Table``: flat columns, described in the schema's metadata."""
        return self._arrow

    def to_pandas(self) -> Any:
        """A ``pandas.DataFrame`` with Arrow types, so that a missing number stays missing.

        Raises :class:`SahelEventsError` when pandas is not installed.
        """
        pandas = _library("pandas")
        return self._arrow.to_pandas(types_mapper=pandas.ArrowDtype)

    def to_polars(self) -> Any:
        """A ``polars.DataFrame``. Raises :class:`SahelEventsError` when polars is not installed."""
        return _library("polars").from_arrow(self._arrow)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The Arrow PyCapsule interface: data frames and databases take a table as it is."""
        return self._arrow.__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        return f"<Table {self.name}: {_rows(len(self))}>"

    def _repr_html_(self) -> str:
        """The first rows for a notebook, everything in them escaped."""
        head = "".join(
            f'<th title="{shown_as_html(column.description)}">{shown_as_html(column.name)}</th>'
            for column in columns(self.name)
        )
        values = [values for _, values in flatten(self.name, self._first(_SHOWN_ROWS))]
        body = "".join(
            "<tr>" + "".join(f"<td>{_cell(value)}</td>" for value in row) + "</tr>"
            for row in zip(*values, strict=True)
        )
        caption = f"{self.name}: {_rows(len(self))}. {summary(self.name)}"
        return (
            f"<table><caption>{shown_as_html(caption)}</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )

    def _first(self, number: int) -> Sequence[Record]:
        """The first records, without making the others."""
        if isinstance(self._content, tuple):
            return self._content[:number]
        from sahel_events.storage.arrow import to_records

        return to_records(self.name, self._content.slice(0, number))


def _rows(number: int) -> str:
    return f"{number:,} row" if number == 1 else f"{number:,} rows"


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = ", ".join(value) if isinstance(value, tuple) else str(value)
    if len(text) > _SHOWN_CHARACTERS:
        text = text[: _SHOWN_CHARACTERS - 1] + "…"
    return shown_as_html(text)


def _library(name: str) -> Any:
    """An optional library, or an error that says how to get it."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise SahelEventsError(
            f'{name} is not installed: pip install "sahel-events[{name}]"'
        ) from None
