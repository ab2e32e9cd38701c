"""What a reader knows of the time: from headings, from what was told, from the publication."""

from __future__ import annotations

import datetime
import re

from attrs import define, field

from sahel_events.values import Basis, EventDate
from sahel_events.values.dates import Years

__all__ = ["Clock"]


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
    #: the year that no sentence gave
    _given: tuple[int | None, Basis] = field(default=(None, Basis.HEADING), init=False)

    def set_year(self, year: int, basis: Basis) -> None:
        """Let dates without a year fall in this one."""
        self.year, self.basis = year, basis
        if basis is not Basis.SENTENCE:
            self._given = year, basis

    def forget_sentences(self) -> None:
        """Go back to the year that no sentence gave: each paragraph of a report looks back anew."""
        self.year, self.basis = self._given

    def read(self, match: re.Match[str]) -> EventDate | None:
        """The date of a match, its year taken from what is known."""
        years = Years(self.year, self.year) if self.year is not None else None
        date = EventDate.from_match(match, years)
        if date is not None and date.basis is not Basis.EXPLICIT:
            return date.within(self.basis)
        if date is None and years is None:
            return self.latest(match)
        return date

    def latest(self, match: re.Match[str]) -> EventDate | None:
        """The last such date that is not after the publication."""
        if self.published is None:
            return None
        for year in (self.published.year, self.published.year - 1):
            date = EventDate.from_match(match, Years(year, year))
            if date is not None and date.earliest is not None and date.earliest <= self.published:
                return date.within(Basis.PUBLICATION)
        return None

    def read_in(self, match: re.Match[str], which: str) -> EventDate | None:
        """The date of a match in "last year", "the same year", "the following year"."""
        if which in _FROM_PUBLICATION:
            base = self.published.year if self.published else None
            basis = Basis.PUBLICATION
        else:
            told = self.day or self.main
            base, basis = (self.year or (told.last_year if told else None)), Basis.SENTENCE
        if base is None:
            return None
        year = base + _YEARS_ON[which.removeprefix("the ")]
        date = EventDate.from_match(match, Years(year, year))
        return date.within(basis) if date is not None else None


_FROM_PUBLICATION = ("last", "this")
_YEARS_ON = {
    "last": -1, "this": 0, "that": 0, "same": 0, "previous": -1, "preceding": -1, "following": 1,
    "next": 1,
}  # fmt: skip
