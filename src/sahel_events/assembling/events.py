"""What was fought: a conflict of many engagements, or one engagement."""

from __future__ import annotations

import re

from sahel_events.assembling.box import BoxState
from sahel_events.assembling.sides import own_name
from sahel_events.english import is_large_operation, kind_of_named, names_conflict
from sahel_events.kinds import EngagementKind, Severity
from sahel_events.model import Conflict, Engagement
from sahel_events.text.passage import Passage
from sahel_events.values import Basis, EventDate
from sahel_events.values.dates import Years
from sahel_events.values.english_dates import DATE

__all__ = ["is_conflict", "read_event"]


def is_conflict(name: str, date: EventDate | None) -> bool:
    """Whether an infobox of this name and date is one of a conflict.

    It goes on, or is called one, or is an operation or offensive of more than two months.
    """
    if date is not None and date.edtf.endswith("/.."):
        return True
    if is_large_operation(name):
        return _months(date) > 2
    return kind_of_named(name) is EngagementKind.OTHER and names_conflict(name)


def _months(date: EventDate | None) -> int:
    """How many months lie between the ends of a date."""
    ends = re.findall(r"(\d{4})-(\d{2})", date.edtf) if date else []
    if len(ends) < 2:
        return 0
    (year, month), (last_year, last_month) = ends[0], ends[-1]
    return 12 * (int(last_year) - int(year)) + int(last_month) - int(month)


#: The fields in which infoboxes of battles, attacks and other events have the event's name.
_NAMES = ("conflict", "title", "event", "name")


def read_event(state: BoxState) -> None:
    """Add the conflict or the engagement that the box is about."""
    boxed = (state.box.get(name) for name in _NAMES)
    named = next(filter(None, boxed), None) or state.layout.title or state.box.get("partof")
    if named is None:
        return
    name, date = " ".join(named.text.split()), _read_date(state)
    state.fought.years = _years(date)
    if is_conflict(name, date):
        _add_conflict(state, named, name, date)
    else:
        _add_engagement(state, named, name, date)


def _add_conflict(state: BoxState, named: Passage, name: str, date: EventDate | None) -> None:
    status, results = _statements(state)
    if date is not None and not date.edtf.endswith("/.."):
        state.fought.date = date.within(Basis.CONTEXT)
    state.fought.conflict = state.records.identify("conflict", "conflict", name)
    state.records.add(
        Conflict,
        state.fought.conflict,
        named,
        0,
        len(named.text),
        "conflict",
        name=name,
        part_of=_part_of(state),
        date=date,
        place=_place(state),
        status=status,
        results=results,
        sides=tuple(
            own_name(names[0], state.parties)
            for _, names in sorted(state.combatants.items())
            if names
        ),
    )


def _add_engagement(state: BoxState, named: Passage, name: str, date: EventDate | None) -> None:
    fought, opposed = state.fought, state.opposed
    fought.conflict = _containing_conflict(state)
    fought.engagement = state.records.identify("engagement", "conflict", name)
    fought.date = date.within(Basis.CONTEXT) if date else None
    fought.place = _place(state)
    result, results = _statements(state)
    state.records.add(
        Engagement,
        fought.engagement,
        named,
        0,
        len(named.text),
        "conflict",
        kind=kind_of_named(name),
        name=name,
        date=date,
        place=fought.place,
        attackers=(opposed.attacker,) if opposed else (),
        defenders=(opposed.defender,) if opposed else (),
        result=result,
        results=results,
        conflict=fought.conflict,
    )


def _containing_conflict(state: BoxState) -> str | None:
    """The conflict that the box says its engagement is part of."""
    passage = state.box.get("partof")
    if passage is None:
        return None
    name = _part_of(state)[0]
    id = state.records.identify("conflict", "partof", name)
    state.records.add(Conflict, id, passage, 0, len(passage.text), "partof", name=name)
    return id


def _part_of(state: BoxState) -> tuple[str, ...]:
    """The larger conflicts: the pages that the field links to, or else its text."""
    passage = state.box.get("partof")
    if passage is None:
        return ()
    pages = dict.fromkeys(link.page for link in passage.links if link.page)
    return tuple(pages) or (" ".join(passage.text.split()),)


def _place(state: BoxState) -> str | None:
    passage = state.box.get("place")
    return " ".join(passage.text.split()) if passage else None


def _read_date(state: BoxState) -> EventDate | None:
    """The date of the box; two dates of one battle are the time from the first to the last."""
    passage = state.box.get("date")
    if passage is None:
        return None
    read = (EventDate.from_match(match) for match in DATE.finditer(passage.text))
    dates = [date for date in read if date is not None]
    if not dates:
        state.report(
            passage, 0, len(passage.text), "date", Severity.WARNING,
            "expected a date, found none that can be read",
        )  # fmt: skip
        return None
    days = sorted(end for date in dates for end in date.edtf.split("/"))
    if len(set(days)) > 1 < len(dates) and all(len(day) == 10 for day in days):
        return EventDate(f"{days[0]}/{days[-1]}")
    return dates[0]


def _years(date: EventDate | None) -> Years | None:
    """First and last year of the box's date, for dates that are written without one."""
    if date is None or ".." in date.edtf:
        return None
    years = [int(year) for year in re.findall(r"\d{4}", date.edtf)]
    month = re.match(r"\d{4}-(\d\d)", date.edtf)
    return Years(years[0], years[-1], int(month[1]) if month else 1)


def _statements(state: BoxState) -> tuple[str | None, tuple[str, ...]]:
    """The lines of the result without their bullets: the first, and the others."""
    passage = state.box.get("result") or state.box.get("status")
    lines = passage.text.split("\n") if passage else ()
    found = [text for line in lines if (text := " ".join(line.strip(" *:#•-\t\r").split()))]
    return (found[0], tuple(found[1:])) if found else (None, ())
