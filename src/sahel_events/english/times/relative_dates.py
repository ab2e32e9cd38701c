"""Expressions that mean a day only to somebody who knows another one: "two days later"."""

from __future__ import annotations

import datetime
import re

from attrs import evolve

from sahel_events.english.times.reference_time import Clock
from sahel_events.values import Basis, EventDate

__all__ = ["RELATIVE", "resolve"]

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = "|".join(_WEEKDAYS)
_NUMBERS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
}
_NUMBERS |= {"a": 1, "an": 1}
_COUNT = r"(?:\d{1,3}|" + "|".join(_NUMBERS) + ")"
_PART = "(?:day|morning|evening|night)"
_TH = "(?:st|nd|rd|th)"
#: What may stand between "overnight" and the day that says which night it was.
_BEFORE_DAY = r"(?:on|of|from|between|to|into)\s(?:the\s)?"
_MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]{0,7}"
RELATIVE = re.compile(
    rf"""
    \b(?=[abdeflmnopstwyz\d])(?:  # what any of them begins with: a quick refusal
        (?P<span>(?:overnight\s)?(?:on\s|between\s|from\s)?(?:{_DAY})(?:\snight|\sevening)?
          \s(?:and|to|into)\s(?:{_DAY}))
      | (?P<weekday>(?:overnight\s)?(?:last\s|on\s|this\s|next\s)?(?:{_DAY}))(?!-)
      | (?P<before>the\s(?:previous|preceding)\s{_PART}|the\s{_PART}\sbefore
          |a\sday\searlier|the\seve)
      | (?P<after>the\s(?:next|following)\s{_PART}|a\sday\slater|the\s{_PART}\safter)
      | (?P<same>(?:on\s)?(?:the|that)\s(?:same\s|very\s)?{_PART}(?!\s(?:between|of|from))
          |later\sin\sthe\sday)
      | (?P<later>(?P<many>{_COUNT})\s(?P<unit>days?|weeks?|months?|years?)
          \s(?P<way>later|earlier|after|before|ago|on))
      | (?P<nights>the\s(?P<one>\d{{1,2}}){_TH}\s(?:and|to)\s(?:the\s)?(?P<two>\d{{1,2}}){_TH})
      | (?P<ordinal>on\sthe\s(?P<nth>\d{{1,2}}){_TH}
          |the\s(?P<bare>\d{{1,2}}){_TH}(?=\s?[,.;:()]|\s(?:under|and|of\sthe\smonth)\b))
      | (?P<ofyear>since\sthe\s(?:start|beginning)\sof\s(?:the|this)\syear)
      | (?P<days>days\s(?:after|before|earlier|later))
      | (?P<week>(?P<which>last|this|previous)\s(?P<what>week|month|year|weekend))
      | (?P<weekend>(?:(?:over|at)\s)?(?:the\s(?:past\s|last\s)?)?weekend)
      | (?P<yesterday>yesterday|today|last\snight|this\s(?:morning|afternoon|evening)|tonight)
      | (?P<overnight>overnight(?!\s(?:{_BEFORE_DAY})?(?:{_MONTH}|\d)))
      | (?P<nextyear>the\s(?:next|following)\syear|the\ssame\s(?:month|year))
    )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def resolve(match: re.Match[str], clock: Clock) -> EventDate | None:
    """The date that an expression means; ``None`` where what is known is not enough."""
    if match["weekday"]:
        return _weekday(clock, match["weekday"].split()[-1].lower())
    if match["span"]:
        days = re.findall(_DAY, match["span"].lower())
        return _between(_weekday(clock, days[0]), _weekday(clock, days[1]))
    if match["before"] or match["after"] or match["same"]:
        step = -1 if match["before"] else 1 if match["after"] else 0
        return _from_day(clock, step)
    if match["later"]:
        return _stepped(clock, match)
    if match["nights"]:
        return _nights(clock, int(match["one"]), int(match["two"]))
    if match["ordinal"]:
        return _of_month(clock, int(match["nth"] or match["bare"]))
    if match["ofyear"]:
        return _of_year(clock)
    if match["days"]:
        anchor = clock.day or clock.main
        day = anchor is not None and len(anchor.edtf) == 10
        return EventDate(anchor.edtf[:7], Basis.SENTENCE) if anchor and day else None
    if match["nextyear"]:
        return _next_year(clock, match["nextyear"].lower())
    return _from_publication(clock.published, match) if clock.published else None


# -- from the day of the story --------------------------------------------------------------------


def _from_day(clock: Clock, step: int) -> EventDate | None:
    day = clock.day
    if day is None or step == 0:
        return day.within(Basis.SENTENCE) if day else None
    anchor = day.latest if step > 0 else day.earliest
    if anchor is None or (day.earliest != day.latest):
        return None
    basis = day.basis if day.basis is Basis.PUBLICATION else Basis.SENTENCE
    return _day(anchor + datetime.timedelta(days=step), basis)


def _nights(clock: Clock, first: int, last: int) -> EventDate | None:
    """As in "the night between the 11th and the 12th", in the month of the story."""
    anchor = clock.day or clock.main
    if anchor is None or len(anchor.edtf) < 10 or not 0 < first < last <= 31:
        return None
    month = anchor.edtf[:7]
    try:
        ends = [datetime.date.fromisoformat(f"{month}-{day:02}") for day in (first, last)]
    except ValueError:
        return None
    return EventDate(f"{ends[0]}/{ends[1]}", Basis.SENTENCE)


def _of_month(clock: Clock, number: int) -> EventDate | None:
    """As in "on the 25th": of the month in which the story stands, or the last one that is past."""
    anchor = clock.day.latest if clock.day is not None else None
    day = anchor or clock.published
    if day is None:
        return None
    basis = Basis.SENTENCE if anchor is not None else Basis.PUBLICATION
    if anchor is None and number > day.day:
        day = day.replace(day=1) - datetime.timedelta(days=1)
    try:
        return _day(day.replace(day=number), basis)
    except ValueError:
        return None


def _of_year(clock: Clock) -> EventDate | None:
    """As in "since the start of the year": up to the publication."""
    if clock.published is None:
        return None
    return EventDate(f"{clock.published.year}-01-01/{clock.published}", Basis.PUBLICATION)


def _stepped(clock: Clock, match: re.Match[str]) -> EventDate | None:
    """As in "three days later", "two months ago"."""
    many = match["many"].lower()
    count = int(many) if many.isdigit() else _NUMBERS[many]
    back = match["way"].lower() in ("earlier", "before", "ago")
    anchor = clock.published if match["way"].lower() == "ago" else _only_day(clock)
    if anchor is None:
        return None
    basis = Basis.PUBLICATION if match["way"].lower() == "ago" else Basis.SENTENCE
    return _step(anchor, -count if back else count, match["unit"].lower().rstrip("s"), basis)


def _only_day(clock: Clock) -> datetime.date | None:
    anchor = clock.day or clock.main
    return anchor.earliest if anchor and anchor.earliest == anchor.latest else None


#: The longest time that is counted in days.
_MOST_DAYS = 400


def _step(anchor: datetime.date, count: int, unit: str, basis: Basis) -> EventDate | None:
    """So many days, weeks or months from a day, no more exact than what is counted."""
    if unit in ("day", "week"):
        days = count * (7 if unit == "week" else 1)
        if abs(days) > _MOST_DAYS:
            return None
        return _day(anchor + datetime.timedelta(days=days), basis)
    if unit == "month":
        month = anchor.year * 12 + anchor.month - 1 + count
        return EventDate(f"{month // 12}-{month % 12 + 1:02}", basis)
    return None  # "nine years ago" hardly ever means one year


def _next_year(clock: Clock, words: str) -> EventDate | None:
    if clock.day is None:
        return None
    if words == "the same month":
        day = clock.day.edtf
        return EventDate(day[:7], Basis.SENTENCE) if len(day) >= 7 else None
    year = int(clock.day.edtf.removeprefix("../")[:4]) + (words != "the same year")
    return EventDate(f"{year:04}", Basis.SENTENCE) if year < 10_000 else None


# -- from the day of publication ------------------------------------------------------------------


def _weekday(clock: Clock, name: str) -> EventDate | None:
    """The last such day up to the publication."""
    if clock.published is None:
        return None
    back = (clock.published.weekday() - _WEEKDAYS.index(name)) % 7
    return _day(clock.published - datetime.timedelta(days=back), Basis.PUBLICATION)


def _from_publication(base: datetime.date, match: re.Match[str]) -> EventDate | None:
    before = base - datetime.timedelta(days=1)
    if match["yesterday"]:
        return _day(
            before if match["yesterday"].lower() in ("yesterday", "last night") else base,
            Basis.PUBLICATION,
        )
    if match["overnight"]:
        return _between(_day(before, Basis.PUBLICATION), _day(base, Basis.PUBLICATION))
    if match["weekend"] or match["what"].lower() == "weekend":
        sunday = base - datetime.timedelta(days=(base.weekday() - 6) % 7)
        saturday = sunday - datetime.timedelta(days=1)
        return _between(_day(saturday, Basis.PUBLICATION), _day(sunday, Basis.PUBLICATION))
    back = 0 if match["which"].lower() == "this" else 1
    if match["what"].lower() == "week":
        monday = base - datetime.timedelta(days=base.weekday() + 7 * back)
        last = monday + datetime.timedelta(days=6)
        return _between(_day(monday, Basis.PUBLICATION), _day(last, Basis.PUBLICATION))
    if match["what"].lower() == "month":
        return _step(base, -back, "month", Basis.PUBLICATION)
    return EventDate(str(base.year - back), Basis.PUBLICATION)


def _day(day: datetime.date, basis: Basis) -> EventDate:
    return EventDate(day.isoformat(), basis)


def _between(first: EventDate | None, last: EventDate | None) -> EventDate | None:
    if first is None or last is None:
        return None
    if first.edtf > last.edtf:
        start = datetime.date.fromisoformat(first.edtf) - datetime.timedelta(days=7)
        first = evolve(first, edtf=start.isoformat())
    return evolve(first, edtf=f"{first.edtf}/{last.edtf}")
