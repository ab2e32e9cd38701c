"""JSON: what is written is read back equal, and what is wrong is all told at once."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sahel_events.converting import from_json, to_json
from sahel_events.errors import ConversionError
from sahel_events.kinds import Outcome
from sahel_events.model import TABLES, CasualtyClaim
from sahel_events.values import EventDate, Quantity

from .strategies import event_dates, quantities, records

CLAIM = CasualtyClaim(
    id="c1",
    document="report",
    start=10,
    end=18,
    field="body",
    quantity=Quantity(20, 25, at_least=True),
    outcomes=(Outcome.KILLED, Outcome.WOUNDED),
    victims="élèves",
    date=EventDate("2031-06"),
)

anything = st.one_of(*map(records, TABLES.values()), quantities(), event_dates())


@given(anything)
def test_read_back_equal(record: Any) -> None:
    assert from_json(to_json(record), type(record)) == record


@given(anything)
def test_one_line_in_the_order_of_the_fields(record: Any) -> None:
    line = to_json(record)
    assert "\n" not in line
    assert list(json.loads(line)) == [field.name for field in attrs.fields(type(record))]


def test_values_are_objects_and_letters_stay() -> None:
    found = json.loads(to_json(CLAIM))
    assert found["quantity"]["low"] == 20
    assert found["date"] == {"edtf": "2031-06", "basis": "explicit"}
    assert found["outcomes"] == ["killed", "wounded"]
    assert '"élèves"' in to_json(CLAIM)


@given(anything, st.text())
def test_unknown_keys_are_refused(record: Any, key: str) -> None:
    found = json.loads(to_json(record))
    assume(key not in found)
    with pytest.raises(ConversionError) as caught:
        from_json(json.dumps(found | {key: 1}), type(record))
    assert caught.value.faults == (f"{key}: unknown key",)


def test_every_fault_at_once() -> None:
    found = json.loads(to_json(CLAIM))
    del found["id"]
    found["start"] = "10"
    found["end"] = True
    found["quantity"]["low"] = 30
    found["outcomes"] = ["killed", "eaten"]
    found["date"] = {"basis": "guess", "year": 2031}
    found["cites"] = "https://example.org"
    found["colour"] = "red"
    with pytest.raises(ConversionError) as caught:
        from_json(json.dumps(found), CasualtyClaim)
    faults = caught.value.faults
    assert {fault.partition(": ")[0] for fault in faults} == {
        "id",
        "start",
        "end",
        "quantity",
        "outcomes[1]",
        "date.edtf",
        "date.basis",
        "date.year",
        "cites",
        "colour",
    }
    assert 'start: expected a whole number, found "10"' in faults
    assert "quantity: expected 0 <= low <= high < 2**63, found 30 and 25" in faults
    assert "date.year: unknown key" in faults
    assert all(fault in str(caught.value) for fault in faults)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "expected JSON"),
        ("[", "expected JSON"),
        ("[" * 100_000, "expected JSON"),
        ('{"low": ' + "9" * 5_000 + "}", "expected JSON"),
        ("7", "expected an object, found 7"),
        ("[1]", "expected an object, found [1]"),
        ('{"low": 1, "low": 2}', "'low' stands twice"),
        ('{"low": NaN, "high": 1}', "low: expected a whole number, found NaN"),
        ('{"low": 1.0, "high": 1}', "low: expected a whole number, found 1.0"),
        ('{"low": true, "high": 1}', "low: expected a whole number, found true"),
        ('{"at_least": 1}', "at_least: expected true or false, found 1"),
        ('{"at_least": null}', "at_least: expected true or false, found null"),
        ('{"term": 24}', "term: expected a string, found 24"),
    ],
)
def test_what_is_no_quantity(text: str, reason: str) -> None:
    with pytest.raises(ConversionError) as caught:
        from_json(text, Quantity)
    assert reason in str(caught.value)
    assert "Quantity" in str(caught.value)
