"""When: the dates of a sentence, written out or told from another day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, evolve

from sahel_events.english.times.reference_time import Clock
from sahel_events.english.times.relative_dates import RELATIVE, resolve
from sahel_events.values import Basis, EventDate
from sahel_events.values.english_dates import DATE

__all__ = ["Moment", "find_dates", "may_hold_dates"]

_AHEAD = re.compile(r"\b(?:will|would)\b[^,.;]{0,30}\Z")
_HINTS = (
    "start of|beginning of|day|Day|week|Week|month|Month|year|Year|night|Night|morning|Morning"
    "|evening|Evening"
)
#: What no relative date is without. Each way begins with a letter of its own, not with a class of
#: letters, since a pattern of such ways is found much faster.
_HINT = re.compile(rf"{_HINTS}|the \d+(?:st|nd|rd|th)|The \d+(?:st|nd|rd|th)")


@define(slots=True)
class Moment:
    """A date in a sentence, at ``start`` to ``end``; ``None`` where nothing resolves it."""

    start: int
    end: int
    date: EventDate | None
    kind: str
    #: where the clause begins since which something goes on: "since rebels took it in May"
    since: int | None = None


def find_dates(text: str, clock: Clock) -> list[Moment]:
    """The dates of a sentence, in order; the clock goes on to the last explicit one."""
    found = [*_explicit(text, clock)] if _may_be_explicit(text) else []
    _add_relative(found, text, clock)
    found.sort(key=lambda moment: moment.start)
    return found


def may_hold_dates(text: str) -> bool:
    """Whether a text may hold a date: a quick refusal, by letters that no date is without."""
    return _may_be_explicit(text) or _HINT.search(text) is not None


def _may_be_explicit(text: str) -> bool:
    return _LETTERS_OF_DATE.search(text) is not None


def _add_relative(found: list[Moment], text: str, clock: Clock) -> None:
    """Add the dates that are told from other days, where no explicit one stands."""
    spans = [(moment.start, moment.end) for moment in found]
    position = 0
    for hint in _HINT.finditer(text):
        begin = max(position, hint.start() - 30)
        for match in RELATIVE.finditer(text, begin, hint.end() + 30):
            start, end = match.span()
            position = max(position, end)
            if _says_again(match, spans):
                continue
            if not any(first < end and start < last for first, last in spans):
                kind = "weekday" if match["weekday"] or match["span"] else "relative"
                if _AHEAD.search(text[max(0, start - 30) : start]):
                    continue  # "will happen the next day"
                date = _resolved(match, found, clock)
                if date is not None or not (match["overnight"] or match["same"]):
                    found.append(Moment(start, end, date, kind))


def _says_again(match: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    """Whether an explicit date stands beside it, and it only says which day that was.

    As in "On 14 June, the day before the massacre, …", "overnight between 14 and 15 June".
    """
    start, end = match.span()
    behind = any(0 <= first - end <= _BESIDE for first, _ in spans)
    apposed = any(match.string[last:start] == ", " for _, last in spans)
    return bool((match["overnight"] and behind) or (match["before"] and apposed))


#: How far behind "overnight" its date may begin.
_BESIDE = 12


def _resolved(match: re.Match[str], found: list[Moment], clock: Clock) -> EventDate | None:
    """A relative date, resolved by a day before it in the sentence, or by the clock's."""
    before = [m.date for m in found if m.date is not None and m.end <= match.start()]
    days = [
        m.date
        for m in found
        if m.date is not None and m.end <= match.start() and m.kind != "relative"
    ]
    if match["later"] and match["way"].lower() == "after" and _opens_clause(match):
        # "raided the village on Saturday, two days after nine men were killed"
        now = clock.published
        told = (
            before[-1] if before else EventDate(now.isoformat(), Basis.PUBLICATION) if now else None
        )
        turned = RELATIVE.match(f"{match['many']} {match['unit']} before")
        assert turned is not None
        return resolve(turned, evolve(clock, day=told)) if told else None
    if days and not match["weekday"]:
        return resolve(match, evolve(clock, day=days[-1]))
    return resolve(match, clock)


def _opens_clause(match: re.Match[str]) -> bool:
    """Whether a clause follows, with a verb of its own: "two days after nine men were killed"."""
    return _CLAUSE.match(match.string, match.end()) is not None


_CLAUSE = re.compile(r"[^,.;:]{3,60}?\b(?:was|were|had)\s")


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
                yield _moment(match, text, clock)
            if position > hint.start():
                break
        else:
            return


#: What no date is without: a month or a year; and how far before it a date may begin.
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DATED = re.compile(rf"\b(?:{_MONTHS}|(?:19|20)\d\d)")
_LETTERS_OF_DATE = re.compile(f"{_MONTHS}|19|20")
_BEFORE = 26


#: What gives the year of a month: "March last year", "September of the same year".
_OF_YEAR = re.compile(
    r",?\s(?:of\s)?(?P<which>(?:the\s)?(?:same|previous|preceding|following|next)|that|last|this)"
    r"\syear\b"
)
_LAST = re.compile(r"(?<!\w)[Ll]ast\s\Z")
#: What the time since which something goes on may be told by: "since rebels took power in 2021".
_SINCE = re.compile(r"\bsince\s[^,.;:]{3,70}\s\Z")
#: A date that only tells one thing from others of its kind: "since the 2014 bombing".
_ATTRIBUTE = re.compile(r"\s(?!and\b|to\b|or\b|at\b|in\b|on\b|when\b|after\b)[\w-]+")


def _moment(match: re.Match[str], text: str, clock: Clock) -> Moment:
    end = match.end()
    date = clock.read(match)
    if date is None or date.basis is not Basis.EXPLICIT:
        of_year = _OF_YEAR.match(text, end)
        if of_year is not None:
            date, end = clock.read_in(match, of_year["which"].lower()), of_year.end()
        elif clock.published is not None and _LAST.search(text[: match.start()]):
            date = clock.latest(match)  # "last December"
    elif "/.." not in date.edtf and _sets_year(match):
        clock.set_year(date.last_year, Basis.SENTENCE)
    since = _SINCE.search(text[max(0, match.start() - 80) : match.start()])
    if since is not None and date is not None and "/" not in date.edtf:
        opened = max(0, match.start() - 80) + since.start()
        return Moment(match.start(), end, evolve(date, edtf=f"{date.edtf}/.."), "date", opened)
    if date is not None and date.edtf.endswith("/..") and _tells_apart(match, text):
        date = evolve(date, edtf=date.edtf.removesuffix("/.."))
    return Moment(match.start(), end, date, "date")


def _sets_year(match: re.Match[str]) -> bool:
    """Whether the story stands in its year: a bare year within the sentence hardly tells so."""
    return match.start() < 16 or any(match[group] for group in _MONTH_GROUPS)


def _tells_apart(match: re.Match[str], text: str) -> bool:
    """Whether a date stands before a noun: "since the 2014 bombing", not "since 2014"."""
    before = match.group().lower().startswith("since the ")
    return before and _ATTRIBUTE.match(text, match.end()) is not None


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
                    re.IGNORECASE,
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
