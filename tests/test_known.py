"""Which engagements a sentence may come back to: those of its place, its day, and the last few."""

from __future__ import annotations

import pytest

from sahel_events.english.engagements.engagement import Event
from sahel_events.english.engagements.index import Known
from sahel_events.english.places.overlap import alike
from sahel_events.kinds import EngagementKind
from sahel_events.values import Basis, EventDate

#: More than are remembered without a reason.
MANY = 500


def event(place: str | None, date: str | None = None) -> Event:
    day = EventDate(date, Basis.EXPLICIT) if date is not None else None
    return Event(1, 2, EngagementKind.ATTACK, "attack", day, place=place)


def known(*events: Event) -> Known:
    """A document that tells of these, and then of many others."""
    found = Known()
    for number, told in enumerate([*events, *(event(f"Village{n}") for n in range(MANY))]):
        found.add(told)
        assert told.number == number
    return found


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("Tessalit", "Tessalit"),
        ("Gao", "the town of Gao"),
        ("60 km north of Gao", "Gao"),
        ("Bourem", "Gao region"),
        ("Gao Region", "Bourem"),
    ],
)
def test_one_far_above_is_found_by_its_place(told: str, asked: str) -> None:
    first = event(told)
    assert first in known(first).like(None, asked)


@pytest.mark.parametrize("asked", ["2031-05-03", "2031-05", "2031-05-01/2031-06-02"])
def test_one_far_above_is_found_by_its_day(asked: str) -> None:
    first = event(None, "2031-05-03")
    assert first in known(first).like(EventDate(asked, Basis.EXPLICIT), None)


def test_one_far_above_is_not_found_by_nothing() -> None:
    first = event("Gao", "2031-05-03")
    assert first not in known(first).like(None, None)


def test_one_is_found_by_what_was_told_of_it_later() -> None:
    first = event(None)
    found = known(first)
    first.place = "Gao"
    found.note(first)
    assert first in found.like(None, "Gao")


def test_no_more_are_looked_at_in_a_longer_document() -> None:
    several = known(*(event("Gao", f"2031-05-{day:02}") for day in range(1, 29)))
    like = several.like(EventDate("2031-05-03", Basis.EXPLICIT), "Gao")
    assert len(like) < 80
    assert [one.number for one in like] == sorted((one.number for one in like), reverse=True)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Konna", "the town of Konna", True),
        ("Gao region", "Bourem", True),
        ("Kidal", "Tessalit", False),
        ("Gao", "Bourem", False),
    ],
)
def test_a_town_is_not_the_region_that_is_called_after_it(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is alike(other, one) is same
