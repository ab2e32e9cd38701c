"""What a type checker must understand of the public interface. Checked by mypy, never run."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any, assert_type

import sahel_events as se

reading = se.parse(b"", name="report.txt", format=None, published=datetime.date(2031, 6, 12))
assert_type(se.read(Path("report.txt")).claims, tuple[se.CasualtyClaim, ...])
assert_type(reading.problems, tuple[se.Problem, ...])
assert_type(reading.document.text, str)

lines: Iterator[dict[str, Any]] = se.claim_lines(reading)
text: str = se.render(reading, format="infobox")

dataset: se.Dataset = se.build(["report.txt"], jobs=2)
first: se.CasualtyClaim = dataset.casualty_claims[0]
assert_type(first.quantity, se.Quantity)
assert_type(first.date, se.EventDate | None)
assert_type(first.outcomes, tuple[se.Outcome, ...])
assert_type(se.from_json(se.to_json(first), se.CasualtyClaim), se.CasualtyClaim)
