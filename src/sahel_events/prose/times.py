"""When: the dates of a sentence, and what the reader remembers from those before it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from attrs import define, evolve

from sahel_events.values import Basis, EventDate
from sahel_events.values.dates import Years
from sahel_events.values.english_dates import DATE

__all__ = ["Clock", "Moment", "find_dates"]

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
#: Expressions that mean a day only to somebody who knows another one.
_RELATIVE = re.compile(
    rf"""
    \b(?:
        (?P<span>(?:on\s|between\s|overnight\s|from\s)?(?:{_DAY})(?:\snight|\sevening)?
          \s(?:and|to)\s(?:{_DAY}))
      | (?P<weekday>(?:last\s|on\s|this\s|next\s)?(?:{_DAY}))(?!-)
      | (?P<before>the\s(?:previous|preceding)\s{_PART}|the\s{_PART}\sbefore
          |a\sday\searlier|the\seve)
      | (?P<after>the\s(?:next|following)\s{_PART}|a\sday\slater|the\s{_PART}\safter)
      | (?P<same>(?:on\s)?(?:the|that)\s(?:same\s|very\s)?{_PART}(?!\s(?:between|of|from))
          |later\sin\sthe\sday)
      | (?P<later>(?P<many>{_COUNT})\s(?P<unit>days?|weeks?|months?|years?)
          \s(?P<way>later|earlier|after|before|ago|on))
      | (?P<nights>the\s(?P<one>\d{{1,2}}){_TH}\s(?:and|to)\s(?:the\s)?(?P<two>\d{{1,2}}){_TH})
      | (?P<days>days\s(?:after|before|earlier|later))
      | (?P<week>(?P<which>last|this|previous)\s(?P<what>week|month|year|weekend)(?!['’]s\b))
      | (?P<weekend>(?:over\s|at\s)?the\s(?:past\s|last\s)?weekend)
      | (?P<yesterday>yesterday|today|last\snight)
      | (?P<nextyear>the\s(?:next|following)\syear|the\ssame\s(?:month|year))
    )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AHEAD = re.compile(r"\b(?:will|would)\b[^,.;]{0,30}\Z")
_HINT = re.compile(r"day|week|month|year|night|morning|evening|the \d+(?:st|nd|rd|th)")


@define(slots=True)
class Moment:
    """A date in a sentence, at ``start`` to ``end``; ``None`` where nothing resolves it.

    ``moves`` says that the words after it may rely on it.
    """

    start: int
    end: int
    date: EventDate | None
    kind: str


@define(slots=True)
class Clock:
    """What is known of the time: from headings, the sentences before, and the publication date."""

    published: datetime.date | None = None
    #: the year that a date without one falls in, and how that is known
    year: int | None = None
    basis: Basis = Basis.HEADING
    #: the day on which the story stands
    day: EventDate | None = None
    #: the day of the engagement that the whole document is about
    main: EventDate | None = None

    def set_year(self, year: int, basis: Basis) -> None:
        """Let dates without a year fall in this one."""
        self.year, self.basis = year, basis

    def read(self, match: re.Match[str]) -> EventDate | None:
        """The date of a match, its year taken from what is known."""
        years = Years(self.year, self.year) if self.year is not None else None
        date = EventDate.from_match(match, years)
        if date is not None and date.basis is not Basis.EXPLICIT:
            return date.within(self.basis)
        if date is None and self.published is not None and years is None:
            return self._latest(match)
        return date

    def _latest(self, match: re.Match[str]) -> EventDate | None:
        """The last such date that is not after the publication."""
        assert self.published is not None
        for year in (self.published.year, self.published.year - 1):
            date = EventDate.from_match(match, Years(year, year))
            if date is not None and date.earliest is not None and date.earliest <= self.published:
                return date.within(Basis.PUBLICATION)
        return None

    def relative(self, match: re.Match[str]) -> EventDate | None:
        """The date that a relative expression means."""
        if match["weekday"]:
            return self._weekday(match["weekday"].split()[-1].lower())
        if match["span"]:
            days = re.findall(_DAY, match["span"].lower())
            first, last = self._weekday(days[0]), self._weekday(days[1])
            return _between(first, last)
        if match["before"] or match["after"] or match["same"]:
            step = -1 if match["before"] else 1 if match["after"] else 0
            return self._from_day(step)
        if match["later"]:
            return self._stepped(match)
        if match["nights"]:
            return self._nights(int(match["one"]), int(match["two"]))
        if match["days"]:
            anchor = self.day or self.main
            return (
                EventDate(anchor.edtf[:7], Basis.SENTENCE)
                if anchor and len(anchor.edtf) == 10
                else None
            )
        if match["nextyear"]:
            return self._next_year(match["nextyear"].lower())
        return self._from_publication(match)

    def _weekday(self, name: str) -> EventDate | None:
        if self.published is None:
            return None
        back = (self.published.weekday() - _WEEKDAYS.index(name)) % 7
        return _day(self.published - datetime.timedelta(days=back), Basis.PUBLICATION)

    def _from_day(self, step: int) -> EventDate | None:
        if self.day is None or step == 0:
            return self.day.within(Basis.SENTENCE) if self.day else None
        anchor = self.day.latest if step > 0 else self.day.earliest
        if anchor is None or (self.day.earliest != self.day.latest):
            return None
        basis = self.day.basis if self.day.basis is Basis.PUBLICATION else Basis.SENTENCE
        return _day(anchor + datetime.timedelta(days=step), basis)

    def _nights(self, first: int, last: int) -> EventDate | None:
        """As in "the night between the 11th and the 12th", in the month of the story."""
        anchor = self.day or self.main
        if anchor is None or len(anchor.edtf) < 10 or not 0 < first < last <= 31:
            return None
        month = anchor.edtf[:7]
        try:
            ends = [datetime.date.fromisoformat(f"{month}-{day:02}") for day in (first, last)]
        except ValueError:
            return None
        return EventDate(f"{ends[0]}/{ends[1]}", Basis.SENTENCE)

    def _stepped(self, match: re.Match[str]) -> EventDate | None:
        many = match["many"].lower()
        count = int(many) if many.isdigit() else _NUMBERS[many]
        days = count * (7 if match["unit"].startswith("week") else 1)
        if not match["unit"].startswith(("day", "week")) or days > 400:
            return None
        if match["way"] == "ago":
            base = self.published
            return _day(base - datetime.timedelta(days=days), Basis.PUBLICATION) if base else None
        anchor = self.day or self.main
        if anchor is None or anchor.earliest is None or anchor.earliest != anchor.latest:
            return None
        sign = -1 if match["way"] in ("earlier", "before") else 1
        return _day(anchor.earliest + datetime.timedelta(days=sign * days), Basis.SENTENCE)

    def _next_year(self, words: str) -> EventDate | None:
        if self.day is None:
            return None
        if words == "the same month":
            return EventDate(self.day.edtf[:7], Basis.SENTENCE) if len(self.day.edtf) >= 7 else None
        step = 0 if words == "the same year" else 1
        return EventDate(str(int(self.day.edtf[:4]) + step), Basis.SENTENCE)

    def _from_publication(self, match: re.Match[str]) -> EventDate | None:
        base = self.published
        if base is None:
            return None
        if match["yesterday"]:
            step = 0 if match["yesterday"].lower() == "today" else 1
            return _day(base - datetime.timedelta(days=step), Basis.PUBLICATION)
        if match["weekend"] or match["what"].lower() == "weekend":
            sunday = base - datetime.timedelta(days=(base.weekday() - 6) % 7)
            return _between(
                _day(sunday - datetime.timedelta(days=1), Basis.PUBLICATION),
                _day(sunday, Basis.PUBLICATION),
            )
        what = match["what"].lower()
        back = 0 if match["which"].lower() == "this" else 1
        if what == "week":
            monday = base - datetime.timedelta(days=base.weekday() + 7 * back)
            last = monday + datetime.timedelta(days=6)
            return _between(_day(monday, Basis.PUBLICATION), _day(last, Basis.PUBLICATION))
        if what == "month":
            month = base.year * 12 + base.month - 1 - back
            return EventDate(f"{month // 12}-{month % 12 + 1:02}", Basis.PUBLICATION)
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


def find_dates(text: str, clock: Clock) -> list[Moment]:
    """The dates of a sentence, in order; the clock goes on to the last explicit one."""
    found = [*_explicit(text, clock)]
    spans = [(moment.start, moment.end) for moment in found]
    position = 0
    for hint in _HINT.finditer(text):
        begin = max(position, hint.start() - 30)
        for match in _RELATIVE.finditer(text, begin, hint.end() + 30):
            start, end = match.span()
            position = max(position, end)
            if not any(first < end and start < last for first, last in spans):
                kind = "weekday" if match["weekday"] or match["span"] else "relative"
                if _AHEAD.search(text[max(0, start - 30) : start]):
                    continue  # "will happen the next day"
                found.append(Moment(start, end, None, kind))
                found[-1].date = _resolve(match, found, clock)
    found.sort(key=lambda moment: moment.start)
    return found


def _resolve(match: re.Match[str], found: list[Moment], clock: Clock) -> EventDate | None:
    """A relative date, resolved by a day before it in the sentence, or by the clock's."""
    before = [
        m.date
        for m in found
        if m.date is not None and m.end <= match.start() and m.kind != "relative"
    ]
    if before and not match["weekday"]:
        return evolve(clock, day=before[-1]).relative(match)
    return clock.relative(match)


def _explicit(text: str, clock: Clock) -> Iterator[Moment]:
    position = 0
    for hint in _DATED.finditer(text):
        if hint.start() < position:
            continue
        begin = text.rfind(" ", 0, max(position, hint.start() - _BEFORE)) + 1
        for match in DATE.finditer(text, begin):
            position = match.end()
            if match.start() > hint.start():
                position = hint.end()
                break
            if _is_date(match, text):
                yield _moment(match, clock)
            if position > hint.start():
                break
        else:
            return


#: What no date is without: a month or a year; and how far before it a date may begin.
_DATED = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|(?:19|20)\d\d)")
_BEFORE = 26


def _moment(match: re.Match[str], clock: Clock) -> Moment:
    date = clock.read(match)
    if date is not None and date.basis is Basis.EXPLICIT and "/.." not in date.edtf:
        leads = match.start() < 16 or any(match[group] for group in _MONTH_GROUPS)
        if leads:  # a bare year within the sentence is hardly that of the story
            clock.set_year(date.last_year, Basis.SENTENCE)
    return Moment(match.start(), match.end(), date, "date")


_MONTH_GROUPS = ("m1", "mm1", "only1", "m2", "mm2", "only2")


#: What stands before a year; anything else makes it part of a name ("Mirage 2000").
_YEAR_BEFORE = re.compile(
    r"(?:^|[(,;:–—]|\b(?:in|of|since|from|until|till|by|during|to|and|early|late|mid|the|between|before|after|"
    r"throughout|year|for|around|about|circa|through|spring|summer|autumn|winter))[\s-]*\Z",
    re.IGNORECASE,
)


def _is_date(match: re.Match[str], text: str) -> bool:
    """Whether a match is one in running text: months have a capital, years stand apart."""
    months = [match[group] for group in _MONTH_GROUPS if match[group]]
    if months:
        alone = match["only1"] or ""
        if (
            alone.lower() in ("may", "march", "mar", "sept", "dec", "jan", "sun")
            and not match["oy1"]
        ):
            return (
                alone[0].isupper()
                and re.search(
                    r"\b(?:in|of|since|until|by|early|late|mid|last|during|from|between|to|and)[\s-]+\Z",
                    text[: match.start("only1")],
                )
                is not None
            )
        return all(month[0].isupper() for month in months)
    if match["iso1"] or match["season1"]:
        return True
    year = match["year1"]
    if year is not None and not _YEAR_BEFORE.search(text, 0, match.start("year1")):
        return False
    return (
        year is not None
        and 1900 <= int(year) <= 2099
        and not (match["year2"] and int(match["year2"]) < 1900)
    )
