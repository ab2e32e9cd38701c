"""A sentence with its dates, places and sources: which of them goes with which words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from attrs import define, evolve, field

from sahel_events.english.attaching.attach import Attached, Candidate, attach
from sahel_events.english.attaching.date_roles import ENGAGEMENT, STATEMENT, heads, refusal
from sahel_events.english.attaching.place_roles import refusal as place_refusal
from sahel_events.english.attaching.place_roles import spoke_there
from sahel_events.english.attribution.attributions import Attribution
from sahel_events.english.places.find_places import Spot, is_hospital
from sahel_events.english.syntax.chunks import VERB, Sentence
from sahel_events.english.syntax.clause_tree import Clause, read_clauses
from sahel_events.english.syntax.clauses import subject
from sahel_events.english.times.find_dates import Moment
from sahel_events.registry.countries import capitals
from sahel_events.values import EventDate

__all__ = ["Telling"]

#: What stands between a day and what it owns: "Thursday evening's attack".
_OWNED = re.compile(r"(?:\s(?:morning|afternoon|evening|night))?['’]s\s")
#: What stands between an engagement and the day that tells it from others: "the attack of 4 May".
_DATED_BY = re.compile(r"\sof\s")
#: A date before a dash or colon is that of the whole line: "12 March – three gendarmes killed".
_LINE = re.compile(r"\s?[–—:-]\s")
#: Words of speech right before a date: "the ministry said in a statement on Monday".
_SAID = re.compile(
    r"\b(?:said|says|announced|stated|told|confirmed|reported|added|acknowledged|admitted|denied"
    r"|warned|accused|retracted|declared|claimed|insisted|maintained|wrote|came out|emerged"
    r"|surfaced|circulated|statement|interview|communiqué|accused [\w ]{1,40}|told [\w ]{1,30}"
    r"|parliament|testified|updated|(?:posted|wrote) (?:on|to) \w+"
    r"|still (?:being )?(?:missing|unaccounted for|held|captive|in hospital))"
    r"(?:\s(?:in a statement|by telephone|by phone|late|early|reporters|journalists"
    r"|the [\w ]{1,20}|local time|again)){0,3}\s*(?:on\s|late\s|early\s|in\s)?\Z",
    re.IGNORECASE,
)
#: What tells of a thing that followed the one before.
_SEQUEL = re.compile(
    r"\A(?:later|then|afterwards?|subsequently|hours|minutes|shortly after)\b|\bthen [a-z]+ed\b",
    re.IGNORECASE,
)
#: What tells that an engagement took place, before how it did.
_CAME_TO_PASS = re.compile(
    r"\b(?:took place|happened|occurred|came|broke out|erupted|began)\b[^.;]{0,80}\bwhen\b"
)
#: A date that begins before this character leads its sentence.
_FIRST = 16


@define(slots=True)
class Telling:
    """A sentence of the section, which begins at ``start``, in a paragraph."""

    start: int
    end: int
    sentence: Sentence
    moments: list[Moment]
    spots: list[Spot]
    attributions: list[Attribution]
    paragraph: int
    #: whether its date tells when something was reported, not when it happened
    reported: bool = False
    #: by where a date stands: whether it says when something was stated
    _stating: dict[int, bool] = field(factory=dict, init=False, repr=False)
    _clauses: list[Clause] | None = field(default=None, init=False, repr=False)
    _dated: dict[int, Attached[Moment]] = field(factory=dict, init=False, repr=False)

    @property
    def text(self) -> str:
        """Its words."""
        return self.sentence.tokens.text

    def place_of(self, first: int, after: int) -> tuple[int, int]:
        """Where the words from ``first`` to before ``after`` stand in the section."""
        tokens = self.sentence.tokens
        return self.start + tokens.starts[first], self.start + tokens.ends[after - 1]

    @property
    def day_word(self) -> str:
        """The day or month that the sentence names and nothing resolves: "tuesday"."""
        for moment in self.moments:
            if moment.date is None and moment.kind != "relative":
                return self.text[moment.start : moment.end].lower().split()[-1]
        return ""

    @property
    def day(self) -> EventDate | None:
        """The day on which the sentence leaves the story."""
        days = [m.date for m in self.moments if m.date is not None and not self._of_speech(m)]
        if not days:  # "reports came out on 19 January … On the same day"
            days = [m.date for m in self.moments if m.date is not None and m.kind == "date"]
        return days[0] if days else None

    @property
    def is_sequel(self) -> bool:
        """Whether it tells what came next: "later that day", "the rebels then attacked"."""
        return _SEQUEL.search(self.text) is not None

    @property
    def is_entry(self) -> bool:
        """Whether it is a line of a chronicle: "12 March – three gendarmes killed"."""
        first = self.moments[0] if self.moments else None
        led = first is not None and first.date is not None and first.start < _FIRST
        return first is not None and led and _LINE.match(self.text, first.end) is not None

    def unfolds(self, phrase: int) -> bool:
        """Whether a phrase tells how what was named before it came to pass.

        As in "the massacre took place on 2 May, when rebels fired on the church".
        """
        return _CAME_TO_PASS.search(self.text, 0, self._character(phrase)) is not None

    @property
    def speaks(self) -> bool:
        """Whether its only days are those of statements."""
        return all(self._of_speech(moment) for moment in self.moments)

    def leads(self, date: EventDate) -> bool:
        """Whether the sentence begins with this date."""
        return (
            bool(self.moments) and self.moments[0].date is date and self.moments[0].start < _FIRST
        )

    @property
    def clauses(self) -> list[Clause]:
        """For each phrase, its clause."""
        if self._clauses is None:
            self._clauses = read_clauses(self.sentence)
        return self._clauses

    def date_of(self, phrase: int) -> EventDate | None:
        """The date that goes with a phrase: its own, or the one that its clause gives it."""
        moment = self.moment_of(phrase)
        if moment is None:
            return None
        date = _seen_from(moment, self._character(phrase))
        opener = self.clauses[phrase].opener
        then = self.sentence.word(opener) in ("when", "where")
        if date is not None and then and self._character(opener) > moment.start:
            return _closed(date)  # "the most since March 2028, when 52 died"
        return date

    def moment_of(self, phrase: int) -> Moment | None:
        """The date that goes with a phrase, where it stands."""
        own = self._within(phrase)
        if own is not None:
            return own
        return self.date_at(phrase).value

    def date_at(self, phrase: int) -> Attached[Moment]:
        """The date that its clause gives a phrase, why, and those that were refused."""
        found = self._dated.get(phrase)
        if found is None:
            found = attach(self.sentence, self.clauses, phrase, self._dates(phrase))
            self._dated[phrase] = found
        return found

    def is_nearer(self, other: int, phrase: int) -> bool:
        """Whether a phrase stands between another and the date behind that: it is its own date."""
        moment = self.moment_of(phrase)
        if moment is None or moment.start < self._character(phrase):
            return False
        return self._character(phrase) < self._character(other) < moment.start

    def _dates(self, phrase: int) -> Iterator[Candidate[Moment]]:
        """The dates of the sentence, as they stand to a phrase."""
        place = self._character(phrase)
        for moment in self.moments:
            if moment.date is None:
                continue
            at = self._phrase_at(moment.start)
            refused = refusal(self.sentence, self.clauses, moment, at)
            distance = abs(moment.start - place) * (0.7 if moment.start > place else 1.0)
            words = self.text[moment.start : moment.end]
            head = refused in ("", STATEMENT) and heads(self.sentence, moment, at)
            yield Candidate(moment, words, at, refused, -distance, head, refused == ENGAGEMENT)

    def spot_of(self, phrase: int, spots: list[Spot] | None = None) -> Spot | None:
        """The place that goes with a phrase: right behind it, or the one that its clause gives."""
        spots = self.spots if spots is None else spots
        for beside in self._things_told_of(phrase):
            for spot in spots:
                if spot.first == beside + 1 and spot.weight > 1:
                    return spot
        return self.place_at(phrase, spots).value

    def place_at(self, phrase: int, spots: list[Spot] | None = None) -> Attached[Spot]:
        """The place that its clause gives a phrase, why, and those that were refused."""
        spots = self.spots if spots is None else spots
        return attach(self.sentence, self.clauses, phrase, self._places(phrase, spots))

    def _things_told_of(self, phrase: int) -> list[int]:
        """A noun itself; of a passive verb, its subject: "the post at Ber … was overrun"."""
        if self.sentence.is_noun(phrase):
            return [phrase]
        if not self.sentence.is_verb(phrase) or not self.sentence.verb(phrase).passive:
            return []
        of = subject(self.sentence, phrase)
        return [of] if of is not None and self.sentence.noun(of).quantity is None else []

    def open_date(self) -> EventDate | None:
        """The first date of the sentence that may be one of harm, whatever clause it stands in."""
        return next((c.value.date for c in self._dates(0) if not c.refused), None)

    def open_spot(self) -> Spot | None:
        """The first town of the sentence that may be where harm was done."""
        spots = [s for s in self.spots if s.weight > 1 and not is_hospital(s.name)]
        return next((c.value for c in self._places(0, spots) if not c.refused), None)

    def speakers_town(self) -> str | None:
        """The town in which, or from which, somebody speaks; no capital, where ministries are."""
        for spot in self.spots:
            at = self.clauses[spot.first]
            known = spot.place is not None and spot.place.kind in ("town", "village")
            if known and spot.name not in capitals() and spoke_there(self.sentence, at, spot):
                return spot.name
        return None

    def _places(self, phrase: int, spots: list[Spot]) -> Iterator[Candidate[Spot]]:
        """The places of the sentence, as they stand to a phrase.

        "At Ber, in the Gao region": the second stands in the clause of the first.
        """
        before: Spot | None = None
        for spot in spots:
            at = (
                before.first
                if before is not None and spot.first == before.after + 1
                else spot.first
            )
            refused = place_refusal(self.sentence, self.clauses[at], spot)
            before = spot
            far = spot.first - phrase
            score = spot.weight * 3.0 - abs(far) * (0.25 if far >= 0 else 0.4) - spot.relative
            yield Candidate(spot, spot.name, at, refused, score, not spot.first)

    def _phrase_at(self, character: int) -> int:
        """The phrase in which a character stands."""
        starts, phrases = self.sentence.tokens.starts, self.sentence.phrases
        return bisect_right(phrases, character, key=lambda phrase: starts[phrase.first]) - 1

    def is_own(self, date: EventDate | None, verb: int) -> bool:
        """Whether no other verb stands between a verb and its date: "who had died in May"."""
        for moment in self.moments:
            if moment.date is date and moment.start > self._character(verb):
                following = self.sentence.kinds.find(VERB, verb + 1)
                return following < 0 or self._character(following) > moment.start
        return False

    def _within(self, phrase: int) -> Moment | None:
        """The date that a phrase itself has: "Thursday's attack", "the 1998 embassy bombing"."""
        tokens, words = self.sentence.tokens, self.sentence.phrases[phrase]
        first, last = tokens.starts[words.first], tokens.ends[words.after - 1]
        for moment in self.moments:
            owns = _OWNED.fullmatch(self.text[moment.end : first]) if moment.end <= first else None
            owns = owns or _DATED_BY.fullmatch(self.text[last : moment.start])
            if moment.date is not None and (owns or first < moment.end < last):
                return moment
        return None

    def _character(self, phrase: int) -> int:
        return self.sentence.tokens.starts[self.sentence.phrases[phrase].first]

    def _of_speech(self, moment: Moment) -> bool:
        """Whether a date says when something was stated: "the ministry said on Monday"."""
        known = self._stating.get(moment.start)
        if known is None:
            before = self.text[max(0, moment.start - 60) : moment.start]
            known = self._stating[moment.start] = _SAID.search(before) is not None
        return known


def _closed(date: EventDate) -> EventDate:
    """A date without its open end."""
    return evolve(date, edtf=date.edtf.removesuffix("/.."))


def _seen_from(moment: Moment, place: int) -> EventDate | None:
    """A date as it goes with a character: "since rebels took Gao in May" dates their taking it."""
    date = moment.date
    within = moment.since is not None and moment.since < place < moment.start
    if date is None or not within:
        return date
    return _closed(date)
