"""Records of every class, derived from the classes, as Hypothesis strategies.

A field that is added to a class, or a class to the tables, is tried without a change here.
"""

from __future__ import annotations

import datetime
import enum
import types
from collections.abc import Mapping
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

import attrs
from hypothesis import strategies as st

from sahel_events.dataset import Dataset
from sahel_events.model import TABLES, Record
from sahel_events.values import Basis, EventDate, Quantity

#: Whatever a UTF-8 document can hold.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
#: Offsets, lines, sides, repairs.
numbers = st.integers(0, 2**40)

_days = st.dates(datetime.date(1000, 1, 1), datetime.date(2099, 12, 31)).map(str)
_points = _days | _days.map(lambda day: day[:7]) | _days.map(lambda day: day[:4])


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Quantities of every kind: figures, ranges, words with and without a least number."""
    low, high = sorted(draw(st.tuples(st.integers(0, 2**63 - 1), st.integers(0, 2**63 - 1))))
    ends = draw(st.sampled_from([(None, None), (low, low), (low, high)]))
    flags = draw(st.tuples(st.booleans(), st.booleans(), st.booleans()))
    return Quantity(*ends, *flags, draw(st.none() | texts))


@st.composite
def event_dates(draw: st.DrawFn) -> EventDate:
    """Days, months, years, approximate or not, and intervals of them, open or closed."""
    first, last = sorted(draw(st.tuples(_points, _points)))
    edtf = draw(
        st.sampled_from([first, f"{first}~", f"{first}/{last}", f"{first}/..", f"../{last}"])
    )
    return EventDate(edtf, draw(st.sampled_from(Basis)))


def records(record_class: type[Record]) -> st.SearchStrategy[Any]:
    """Records of one class, with any id."""
    hints = get_type_hints(record_class)
    fields = {field.name: _of(hints[field.name]) for field in attrs.fields(record_class)}
    return st.builds(record_class, **fields)


def tables(name: str, max_size: int = 5) -> st.SearchStrategy[list[Any]]:
    """Lists of records for one table; no two have the same id."""
    return st.lists(records(TABLES[name]), max_size=max_size, unique_by=lambda record: record.id)


@cache
def datasets(max_size: int = 2) -> st.SearchStrategy[Dataset]:
    """Datasets with up to ``max_size`` records in each table, whose references lead nowhere."""
    return st.fixed_dictionaries({name: tables(name, max_size) for name in TABLES}).map(Dataset.of)


@st.composite
def parts(draw: st.DrawFn, number: int) -> list[Dataset]:
    """Datasets that overlap and agree where they do: parts of one dataset."""
    whole = draw(datasets()).tables()
    return [
        Dataset.of({name: _some(draw, table) for name, table in whole.items()})
        for _ in range(number)
    ]


def _some(draw: st.DrawFn, table: Any) -> list[Record]:
    return [record for record in table if draw(st.booleans())]


def _of(annotation: Any) -> st.SearchStrategy[Any]:
    if get_origin(annotation) is types.UnionType:
        return st.one_of(*map(_of, get_args(annotation)))
    if get_origin(annotation) is tuple:
        return st.lists(_of(get_args(annotation)[0]), max_size=3).map(tuple)
    if isinstance(annotation, type) and issubclass(annotation, enum.Enum):
        return st.sampled_from(annotation)
    return _SIMPLE[annotation]


_SIMPLE: Mapping[type, st.SearchStrategy[Any]] = {
    str: texts,
    int: numbers,
    float: st.floats(-180, 180),
    bool: st.booleans(),
    types.NoneType: st.none(),
    Quantity: quantities(),
    EventDate: event_dates(),
}
