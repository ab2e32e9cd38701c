"""A report is about something: its main event, those to which it leaves, and the way back.

Headline and lead set the main event, and all that follows belongs to it unless the text leaves it:
for another day, another place, "another attack". Behind such a paragraph it comes back. What is
told later (the hamlet, the weekday) fills what the lead left open. A digest has no main event:
each of its entries is a report of its own.
"""

from __future__ import annotations

from enum import Enum

from attrs import define, field

from sahel_events.english.attaching.annotated_sentence import Telling
from sahel_events.english.attaching.attach import Refused
from sahel_events.english.attaching.entries import Entry
from sahel_events.english.attaching.listed_places import places_listed
from sahel_events.english.discourse.context import Memory
from sahel_events.english.discourse.coreference import LEAD, add, is_general
from sahel_events.english.discourse.event_fits import (
    LASTING,
    is_closer_day,
    is_closer_place,
    is_recent,
    objection_to_loss,
    objection_to_mention,
)
from sahel_events.english.engagements.engagement import Event
from sahel_events.english.engagements.index import Known
from sahel_events.english.engagements.mention import Mention
from sahel_events.english.places.find_places import Spot, in_town, is_hospital
from sahel_events.english.places.overlap import (
    is_day,
    is_locality,
    is_long,
    is_loose,
    may_lie_in,
)
from sahel_events.english.syntax.chunks import NOUN, VERB
from sahel_events.kinds import EngagementKind
from sahel_events.values import Basis, EventDate

__all__ = ["Move", "Report"]

#: What stands before an engagement that another is only compared with.
_COMPARING = ("since", "than", "like", "unlike")
#: So many engagements back a mention may mean one that is neither the main nor the current one.
_REACH = 12


class Move(Enum):
    """What a sentence does with the story."""

    STAY = "goes on with the event"
    DETAIL = "tells more closely of the main event"
    LEAVE = "leaves for another event"
    RETURN = "comes back to the main event"
    ENTRY = "opens an entry"


@define(slots=True)
class Report:
    """The events of a report while it is read."""

    memory: Memory
    known: Known = field(factory=Known)
    #: what the report is about, and where the story stands
    main: Event | None = None
    current: Event | None = None
    #: whether each paragraph is an entry of its own
    digest: bool = False
    #: what heads the entry, and the date that stands there
    entry: Entry | None = None
    entry_date: EventDate | None = None
    #: the engagement that a heading names, until the text tells of it
    heading: Event | None = None
    #: the town of the people who speak in the lead
    heard_at: str | None = None
    moves: list[tuple[Event, Move]] = field(factory=list)
    #: the events that the last loss was not put to, and why
    refused: list[Refused] = field(factory=list)

    # -- where the story stands -------------------------------------------------------------------

    def enter_section(self, heading: Event | None) -> None:
        """A new section: its heading may name an engagement."""
        self.heading = heading

    def enter_paragraph(self, entry: Entry | None = None) -> None:
        """A new paragraph: the next entry of a digest, or back to what the report is about."""
        self.entry = entry if self.digest else None
        if self.digest:
            self.main = self.current = None
        elif self.main is not None and self.current is not self.main:
            self.stand_at(self.main, Move.RETURN)

    def _fix_year(self) -> None:
        """Let the year of the main event, where it is written out, be that of the whole report."""
        date = self.main.date if self.main is not None else None
        if date is not None and date.basis is Basis.EXPLICIT and is_day(date):
            self.memory.clock.set_year(date.last_year, Basis.CONTEXT)

    def stand_at(self, event: Event, move: Move = Move.STAY) -> None:
        """Let the story stand at an engagement: its sides are those that "the attackers" means."""
        if event is not self.current:
            self.moves.append((event, move))
        self.current = event
        sides = self.memory.sides
        sides.attackers, sides.defenders = event.attackers, event.defenders

    # -- mentions ---------------------------------------------------------------------------------

    def tell(self, telling: Telling, mentions: list[Mention]) -> list[tuple[Mention, Event]]:
        """The engagements that the mentions of a sentence tell of."""
        found: list[tuple[Mention, Event]] = []
        for mention in mentions:
            if telling.sentence.word_at(mention.index - 1) in _COMPARING:
                continue  # "the costliest day since the attack of March 2020"
            date = telling.date_of(mention.index)
            if _is_of_next(telling, mention, mentions):
                date = None
            spot = telling.spot_of(mention.index)
            for place in self._places(telling, mention, spot):
                told = self.main is not None or mention.aside
                if told and self._is_passed_over(mention, date, place):
                    continue
                here = [event for _, event in found]
                event = self._event(telling, mention, date, place, spot, here)
                if event is not None:
                    found.append((mention, event))
        return found

    def _places(self, telling: Telling, mention: Mention, spot: Spot | None) -> list[str | None]:
        """Where a mention says that it was: several places of a list, one, or nowhere."""
        near = spot.name if spot is not None and spot.weight > 0 else None
        if mention.known_place and near is None and self.current is not None:
            place = self.current.place
            near = place if place is not None and is_locality(place) else None
        listed = places_listed(telling, spot) if mention.verb and near is not None else []
        named: list[str | None] = [*(mention.places or listed)] or [near]
        return [in_town(place, telling.spots) if place else None for place in named]

    def _is_passed_over(self, mention: Mention, date: EventDate | None, place: str | None) -> bool:
        """Whether no engagement in particular is meant: "attacks are frequent there"."""
        since = date is not None and "/" in date.edtf and is_long(date)
        return since or is_general(mention, date, place)

    def _event(
        self, telling: Telling, mention: Mention, date: EventDate | None, place: str | None,
        spot: Spot | None, here: list[Event],
    ) -> Event | None:  # fmt: skip
        published = self.memory.clock.published
        for event in self._candidates(here):
            central = event in (self.main, self.current, *here)
            if event is self.main and self._is_of_other_day(telling, here):
                continue
            if not objection_to_mention(
                event, telling, mention, date, place, published, central=central
            ):
                add(event, mention, date, place if is_closer_place(event.place, place) else None)
                self.known.note(event)
                event.paragraph = telling.paragraph
                self.stand_at(event, Move.DETAIL if event is self.main else Move.STAY)
                return event
        words = mention.other or self._is_of_other_day(telling, here)
        if self.main is not None and date is None and place is None and not words:
            return None if mention.plural else self.main
        return self._new(telling, mention, date, place, spot)

    def _candidates(self, here: list[Event]) -> list[Event]:
        """Known engagements that a mention may tell of, the likeliest first."""
        found: list[Event] = []
        latest = self.known.events[: -_REACH - 1 : -1]
        for event in (*reversed(here), self.current, self.main, *(() if self.digest else latest)):
            if event is not None and event not in found:
                found.append(event)
        return found

    def _is_of_other_day(self, telling: Telling, here: list[Event]) -> bool:
        """As in "Tuesday's attack … In July, an ambush", of which nothing tells the dates."""
        known = self.main.day_word if self.main is not None and self.main not in here else ""
        return known != "" and telling.day_word not in ("", known)

    def _new(
        self, telling: Telling, mention: Mention, date: EventDate | None, place: str | None,
        spot: Spot | None,
    ) -> Event:  # fmt: skip
        event = Event(
            *telling.place_of(mention.first, mention.after),
            mention.kind,
            telling.sentence.tokens.words(mention.first, mention.after),
            date,
            place=self._place_told(place)
            if place
            else mention.landmark or (spot.name if spot else None),
            attackers=list(mention.attackers),
            defenders=list(mention.defenders),
            result=mention.result,
            plural=mention.plural,
            day_word=telling.day_word,
            paragraph=telling.paragraph,
            told=self.memory.section,
        )
        return self._open(event)

    def _place_told(self, place: str | None) -> str | None:
        """The place of an engagement: where it is only measured from a town, the place just named.

        As in "How many men died at Boni? Seven weeks after the battle north of Douentza, …".
        """
        measured = place is not None and is_loose(place) and not place.startswith("between ")
        named = self._place_of_paragraph() if measured else None
        return named if named is not None and is_locality(named) else place

    def _open(self, event: Event) -> Event:
        """Add an engagement; the first recent one is what the report is about."""
        if self.entry is not None:
            event.place = event.place or self.entry.place
        event.date = event.date or self.entry_date or self._day_before(event)
        event.place = event.place or self._place_before(event)
        self.known.add(event)
        lead = (
            event.paragraph <= LEAD
            or event.date is None
            or is_recent(event.date, self.memory.clock.published)
        )
        if self.main is None and lead:
            self.main = event
            self._fix_year()
            self.stand_at(event, Move.ENTRY)
        else:
            self.stand_at(event, Move.LEAVE)
        return event

    def _day_before(self, event: Event) -> EventDate | None:
        """The day of the sentence before: "In May rebels came to Boni. They killed nine"."""
        near = event.paragraph == self.memory.paragraph or self.main is None
        if not near or self.memory.reported or self.memory.clock.day is None:
            return None
        return self.memory.clock.day.within(Basis.SENTENCE)

    def _place_before(self, event: Event) -> str | None:
        """The town of the sentence before, in the same paragraph."""
        place = self._place_of_paragraph() if event.paragraph == self.memory.paragraph else None
        return place if place is not None and is_locality(place) else None

    # -- losses -----------------------------------------------------------------------------------

    def event_of_loss(
        self, telling: Telling, span: tuple[int, int], date: EventDate | None, spot: Spot | None,
        violent: bool,
    ) -> Event | None:  # fmt: skip
        """The engagement of a loss beside which none is named: the current one, or another."""
        place = spot.name if spot is not None and spot.weight > 1 else None
        if date is None and place is None and self._has_left(telling):
            date, place = self.memory.clock.day, self._place_of_paragraph()
        self.refused = []
        for event in self._candidates([]):
            central = event in (self.current, self.main)
            objection = objection_to_loss(
                event, date, place, self.memory.clock.published, central=central
            )
            if not objection:
                self.stand_at(event)
                return event
            self.refused.append(Refused(event.name, objection))
        if not violent:
            return None
        if date is not None and is_long(date):
            return None
        start, end = span
        words = telling.text[start - telling.start : end - telling.start]
        return self._open(
            Event(
                start,
                end,
                EngagementKind.OTHER,
                words,
                date,
                place=spot.name if spot is not None else place,
                paragraph=telling.paragraph,
                told=self.memory.section,
            )
        )

    def _has_left(self, telling: Telling) -> bool:
        """Whether the paragraph has left the current event for another day without naming harm."""
        day, current = self.memory.clock.day, self.current
        if day is None or telling.paragraph != self.memory.paragraph or self.memory.reported:
            return False
        place = self._place_of_paragraph()
        if place is None or is_long(day):
            return False
        if current is None:
            return True
        if current.paragraph == telling.paragraph:
            return False
        return current.date is not None and not day.overlaps(current.date)

    def _place_of_paragraph(self) -> str | None:
        self.memory.recall()
        spot = self.memory.spot
        here = spot is not None and self.memory.spot_paragraph == self.memory.paragraph
        return spot.name if spot is not None and here else None

    def before(self, telling: Telling) -> tuple[EventDate | None, str | None]:
        """Day and place of the sentence before in the paragraph, if it told of no event."""
        memory, day = self.memory, self.memory.clock.day
        if telling.paragraph != memory.paragraph or self.current is not None or memory.reported:
            return None, None
        return day.within(Basis.SENTENCE) if day is not None else None, self._place_of_paragraph()

    # -- what is learnt later ---------------------------------------------------------------------

    def close(self) -> None:
        """At the end: a main event of which no place was told was where people spoke, or wrote."""
        event, memory = self.main, self.memory
        if event is not None and event.place is None:
            homes = (self.heard_at, memory.home, memory.dateline)
            event.place = next((home for home in homes if home and not is_hospital(home)), None)
            self.known.note(event)

    def _listen(self, telling: Telling) -> None:
        """Keep the town of those who tell of it: "residents of Djibo said", of the lead alone."""
        if self.heard_at is None and telling.paragraph <= LEAD:
            self.heard_at = telling.speakers_town()

    def learn(self, telling: Telling, told: list[Event]) -> None:
        """Take day and town of the main event from a sentence that goes on with it."""
        self._listen(telling)
        event = self.main
        if event is None or any(other is not event for other in told):
            return
        if not told and not _goes_on_with(telling):
            return
        date = telling.open_date()
        lasts = event.kind in LASTING
        if date is not None and is_closer_day(event.date, date) and not lasts:
            event.date = date
        spot = telling.open_spot() if telling.paragraph <= LEAD + 1 else None
        if spot is not None and event.place is not None and is_closer_place(event.place, spot.name):
            if may_lie_in(spot.name, event.place):
                event.place = spot.name
        elif spot is not None and event.place is None:
            event.place = spot.name
        self.known.note(event)
        self._fix_year()


def _is_of_next(telling: Telling, mention: Mention, mentions: list[Mention]) -> bool:
    """As in "the killings came after an assault on 4 May": that is the day of the assault."""
    return mention.definite and any(
        not (other.verb or other.definite) and telling.is_nearer(other.index, mention.index)
        for other in mentions
    )


def _goes_on_with(telling: Telling) -> bool:
    """Whether a sentence of the lead goes on with those who acted: "They came on Sunday"."""
    sentence = telling.sentence
    first = sentence.kinds.find(NOUN)
    if telling.paragraph > LEAD or first < 0 or VERB in sentence.kinds[:first]:
        return False
    return sentence.noun(first).pronoun == "they"
