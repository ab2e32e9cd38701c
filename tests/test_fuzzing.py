"""A small run of the fuzz session: always the same texts. ``nox -s fuzz`` tries others."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

import sahel_events as se

from .fuzzing import trial
from .fuzzing.__main__ import made
from .fuzzing.from_tables import text
from .fuzzing.shrinking import shrunk, signature
from .fuzzing.trial import HangsError, SlowError, WrongError, try_text


@pytest.mark.parametrize("batch", range(8))
def test_texts_that_nobody_would_write(batch: int) -> None:
    for number in range(batch * 40, batch * 40 + 40):
        try_text(made(number, "the suite"))


def test_a_text_follows_from_its_number() -> None:
    assert made(7, "a") == made(7, "a") != made(8, "a")
    assert text(Random(3)) == text(Random(3))


def breaking(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    parse = se.parse

    def broken(data: bytes, **options: str) -> se.Reading:
        if b"bad" in data:
            act()
        return parse(data, **options)

    monkeypatch.setattr(trial.se, "parse", broken)


def test_a_fault_is_told_with_the_smallest_text(monkeypatch: pytest.MonkeyPatch) -> None:
    breaking(monkeypatch, lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError) as caught:
        try_text(b"some bad text")
    assert signature(caught.value).startswith("ZeroDivisionError in ")
    assert shrunk(b"There is some bad text in here.", try_text) == b"bad"


def test_a_text_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    def forever() -> None:
        total = 0
        while True:
            total += 1

    breaking(monkeypatch, forever)
    monkeypatch.setattr(trial, "_HANGS", 0.2)
    with pytest.raises(HangsError):
        try_text(b"bad")


def test_a_text_that_is_slow_for_its_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "_SECONDS", -1)
    with pytest.raises(SlowError):
        try_text(b"Nine soldiers were killed.")


def test_evidence_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    from attrs import evolve

    parse = se.parse

    def misplaced(data: bytes, **options: str) -> se.Reading:
        reading = parse(data, **options)
        return evolve(reading, claims=tuple(evolve(claim, start=0) for claim in reading.claims))

    monkeypatch.setattr(trial.se, "parse", misplaced)
    with pytest.raises(WrongError, match="the quote is not what stands there"):
        try_text(b"In Ogossa, nine soldiers were killed.")
