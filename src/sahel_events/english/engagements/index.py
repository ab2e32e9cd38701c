"""The engagements that a document has told of, found again by when and where they were.

A sentence may come back to an engagement far above it, if it names its place or its day. Of each
place and each month only the latest are kept in view, and of all others the last few: nobody
remembers more, and time stays in proportion to the text, however long.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from attrs import define, field

from sahel_events.english.engagements.engagement import Event
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.places.overlap import regions_of
from sahel_events.english.places.place_phrases import BEARINGS
from sahel_events.registry.names import fold
from sahel_events.values import EventDate

__all__ = ["Known"]

#: How many engagements are looked at because they were told last, and how many of one place or day.
_RECENT, _OF_ONE = 30, 12
#: Words of places that tell none from another.
_EVERYWHERE = BEARINGS | word_list("words of many places")


@define(slots=True)
class Known:
    """The engagements in the order in which they were told."""

    events: list[Event] = field(factory=list)
    #: those that are known before the text is read: from an infobox
    given: list[Event] = field(factory=list)
    _found: dict[str, deque[Event]] = field(factory=dict, init=False)

    def add(self, event: Event) -> None:
        """Keep one that was not known before."""
        event.number = len(self.events)
        self.events.append(event)
        self.note(event)

    def give(self, event: Event) -> None:
        """Keep one that no words of the text tell of yet."""
        self.given.append(event)
        self.add(event)

    def note(self, event: Event) -> None:
        """Let an engagement be found by the day and the place that it has by now."""
        for key in _keys(event.date, event.place):
            latest = self._found.setdefault(key, deque(maxlen=_OF_ONE))
            if event not in latest:
                latest.append(event)

    def like(self, date: EventDate | None, place: str | None) -> list[Event]:
        """Those of about this time or place, and the last few of all: the latest first."""
        behind = len(self.events) - _RECENT
        earlier = {
            event.number: event
            for key in (*_keys(date, place), *_wider_keys(date, place))
            for event in self._found.get(key, ())
            if event.number < behind
        }
        latest = self.events[: -_RECENT - 1 : -1]
        return latest + [earlier[number] for number in sorted(earlier, reverse=True)]


def _keys(date: EventDate | None, place: str | None) -> Iterator[str]:
    """What an engagement is found by: its day, its month, words of its place and its region."""
    if date is not None:
        yield from (date.edtf, *(day[:7] for day in date.edtf.split("/") if day[:4].isdigit()))
    if place is not None:
        yield from (f"at {word}" for word in fold(place).split() if word not in _EVERYWHERE)
        yield from (f"in {region}" for region in regions_of(place))


def _wider_keys(date: EventDate | None, place: str | None) -> Iterator[str]:
    """What else may be of that time or place: the year, the region, the places in a region."""
    if date is not None:
        yield date.edtf[:4]
    if place is not None:
        yield f"in {fold(place).removesuffix(' region').removesuffix(' city')}"
        yield from (f"at {word}" for region in regions_of(place) for word in region.split())
