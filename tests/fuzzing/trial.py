"""What is asked of every text: a reading that holds together, or a ParseError with its place."""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import sahel_events as se
from sahel_events.dataset import Dataset, check_references
from sahel_events.escaping import json_line
from sahel_events.formats import formats
from sahel_events.model import Figure
from sahel_events.storage.arrow import to_table

__all__ = ["HangsError", "SlowError", "WrongError", "try_text"]

#: Reading may take this many seconds of the processor, and so many more a megabyte.
_SECONDS, _A_MEGABYTE = 2.0, 10.0
#: After this many seconds it is said to hang.
_HANGS = 60


class WrongError(AssertionError):
    """Something that was read does not hold together."""


class SlowError(WrongError):
    """A text took far longer than others of its length."""


class HangsError(WrongError):
    """A text took so long that it was given up."""


def try_text(data: bytes) -> bool:
    """Whether the text was read; raises what should never be raised."""
    with _limit(_HANGS):
        start = time.process_time()
        try:
            reading = se.parse(data, name="fuzz.txt", published="2031-06-12")
        except se.ParseError as error:
            _check_refusal(error)
            return False
        seconds = time.process_time() - start
        if seconds > _SECONDS + _A_MEGABYTE * len(data) / 1e6:
            raise SlowError(f"{len(data)} bytes took {seconds:.1f} s")
        _check_evidence(reading)
        _check_outputs(reading)
    return True


def _check_refusal(error: se.ParseError) -> None:
    if error.__cause__ is not None:
        raise error.__cause__  # a fault of ours
    if (error.name, error.line > 0, error.column > 0) != ("fuzz.txt", True, True):
        raise WrongError(f"a refusal without its place: {error!r}")


def _check_evidence(reading: se.Reading) -> None:
    text = reading.document.text
    for table, records in reading.tables().items():
        if len({record.id for record in records}) < len(records):
            raise WrongError(f"{table}: an id occurs twice")
        for record in records:
            if not 0 <= record.start <= record.end <= len(text):
                raise WrongError(f"{table}: evidence at {record.start}–{record.end} of {len(text)}")
            if isinstance(record, Figure) and record.quote != text[record.start : record.end]:
                raise WrongError(f"{table}: the quote is not what stands there")


def _check_outputs(reading: se.Reading) -> None:
    """Whatever can be made of a reading can be made of this one."""
    for line in se.claim_lines(reading):
        json.loads(json_line(line))
    dataset = Dataset.of(reading.tables())
    for table, records in dataset.tables().items():
        to_table(table, records[:])  # type: ignore[arg-type]
    faults = check_references(dataset)
    if faults:
        raise WrongError(faults[0])
    se.estimate(dataset, policy=se.UCDP)
    se.audit(dataset)
    for format in formats():
        se.parse(se.render(reading, format.name), format=format.name)


@contextmanager
def _limit(seconds: int) -> Iterator[None]:
    def give_up(_: int, __: FrameType | None) -> None:
        raise HangsError(f"it took more than {seconds} s")

    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
