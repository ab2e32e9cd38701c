"""Whether an event may be the one that a mention or a loss tells of, and what speaks against it."""

from __future__ import annotations

import datetime

from sahel_events.english.attaching.annotated_sentence import Telling
from sahel_events.english.engagements.engagement import Event
from sahel_events.english.engagements.mention import Mention
from sahel_events.english.places.overlap import (
    alike,
    is_day,
    is_locality,
    is_long,
    is_loose,
    is_vague,
    is_wide,
    may_lie_in,
    narrows,
)
from sahel_events.english.syntax.clauses import subject
from sahel_events.kinds import EngagementKind
from sahel_events.registry.countries import country_named
from sahel_events.registry.names import fold
from sahel_events.values import EventDate

__all__ = [
    "ANOTHER_DAY",
    "LASTING",
    "is_closer_day",
    "is_closer_place",
    "is_recent",
    "objection_to_loss",
    "objection_to_mention",
]

ANOTHER_DAY, ANOTHER_PLACE = "on another day", "at another place"
#: So long before its publication a report does not look for its main event.
_RECENT = datetime.timedelta(days=60)
#: Engagements that go on for days, and for how many without being named again.
LASTING, _LONGEST = (EngagementKind.SIEGE, EngagementKind.HOSTAGE_TAKING), 30


def objection_to_mention(
    event: Event, telling: Telling, mention: Mention, date: EventDate | None, place: str | None,
    published: datetime.date | None, *, central: bool,
) -> str:  # fmt: skip
    """What speaks against a mention's telling of an event again; "" for nothing.

    ``central`` says that it is what the report is about, or where the story stands: of others, day
    or place have to be told.
    """
    if mention.other and not (date is not None and event.date == date):
        return "another one is told of"
    if mention.landmark is not None and telling.is_sequel:
        return "what came later"  # "later they stormed the presidential palace"
    if not _may_be_on(event, date, published, central=central):
        return ANOTHER_DAY
    if not _may_be_at(event, mention, place, telling):
        return ANOTHER_PLACE
    if central or (date is not None and event.date is not None):
        return ""
    told = place is not None and event.place is not None and alike(place, event.place)
    return "" if told else "not named again"


def objection_to_loss(
    event: Event, date: EventDate | None, place: str | None, published: datetime.date | None,
    *, central: bool,
) -> str:  # fmt: skip
    """What speaks against a loss's being one of an event; "" for nothing."""
    if not central and (date is None or event.date != date):
        return "left behind"
    if not _may_be_on(event, date, published, central=central):
        return ANOTHER_DAY
    return "" if _holds(event, place) else ANOTHER_PLACE


def _may_be_on(
    event: Event, date: EventDate | None, published: datetime.date | None, *, central: bool
) -> bool:
    """Whether an engagement may have been on a date."""
    if date is None:
        return True
    if event.date is None:
        return central and is_recent(date, published)
    return date.overlaps(event.date) or _lasts_until(event, date)


def is_recent(date: EventDate, published: datetime.date | None) -> bool:
    """Whether a report that was published on a day may be about a date."""
    if published is None or date.latest is None:
        return not is_long(date)
    return published - date.latest < _RECENT


def _lasts_until(event: Event, date: EventDate) -> bool:
    """Whether a siege or a hostage-taking may have gone on until a day."""
    if event.kind not in LASTING or event.date is None:
        return False
    if date.earliest is None or event.date.latest is None:
        return False
    return 0 <= (date.earliest - event.date.latest).days <= _LONGEST


def is_closer_day(known: EventDate | None, date: EventDate) -> bool:
    """Whether a date is a day where so far none, or only a longer time around it, is known."""
    return is_day(date) if known is None else not is_day(known) and narrows(date, known)


# -- where ----------------------------------------------------------------------------------------


def _may_be_at(event: Event, mention: Mention, place: str | None, telling: Telling) -> bool:
    """Whether an engagement may have been at a place."""
    if place is None or event.place is None or alike(place, event.place):
        return True
    if is_loose(event.place) or is_wide(event.place):
        return may_lie_in(place, event.place)
    if is_loose(place) or is_wide(place):
        return may_lie_in(event.place, place)
    same = mention.definite or mention.plural or _goes_on(telling, mention)
    return not is_locality(place) and (same or _shares_name(place, event.place))


def _holds(event: Event, place: str | None) -> bool:
    """Whether a loss at a place may be one of an engagement: in it, beside it, or around it."""
    if place is None or event.place is None or alike(place, event.place):
        return True
    if is_wide(event.place) or is_wide(place):
        return may_lie_in(place, event.place) or may_lie_in(event.place, place)
    return not is_locality(place)


def is_closer_place(known: str | None, place: str | None) -> bool:
    """Whether a place tells more than the one that is known of an engagement."""
    if place is None or known is None:
        return True
    if is_vague(known):
        return not is_vague(place) and country_named(place) is None
    wide = is_wide(known) or is_loose(known)
    return wide and not is_wide(place) and not is_loose(place)


def _shares_name(place: str, other: str) -> bool:
    """Whether one name stands in two places: "Bamako's airport", "Bamako city"."""
    names = {word for word in fold(place).split() if len(word) > 2}
    return not names.isdisjoint(fold(other).split())


def _goes_on(telling: Telling, mention: Mention) -> bool:
    """Whether somebody acts who was told of before: "the men entered the village"."""
    if not mention.verb:
        return False
    of = subject(telling.sentence, mention.index)
    if of is None:
        return False
    noun = telling.sentence.noun(of)
    return noun.pronoun is not None or (noun.definite and noun.name is None)
