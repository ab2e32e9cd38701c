"""Which engagement a sentence tells of: one that is known, or a new one."""

from __future__ import annotations

from attrs import define, evolve, field

from sahel_events.english.attaching.annotated_sentence import Telling
from sahel_events.english.attaching.listed_places import places_listed, town_within
from sahel_events.english.discourse.context import Memory
from sahel_events.english.discourse.coreference import LEAD, NEAR, add, agrees, is_general, may_be
from sahel_events.english.engagements.engagement import Event
from sahel_events.english.engagements.index import Known
from sahel_events.english.engagements.mention import Mention
from sahel_events.english.places.find_places import Spot, in_town
from sahel_events.english.places.overlap import alike, is_day, is_locality, is_wide
from sahel_events.kinds import EngagementKind
from sahel_events.registry.countries import country_named
from sahel_events.values import Basis, EventDate

__all__ = ["Chronicle", "Mentioned"]

#: A mention and the engagement that it tells of.
Mentioned = tuple[Mention, Event]

#: How many paragraphs later a sentence may still tell of an engagement in news.
_NEAR_IN_NEWS = 40
#: How many days after an engagement what somebody says is most likely of it.
_TOLD_WITHIN = 31


@define(slots=True)
class Chronicle:
    """The engagements of a document, in the order in which they are told."""

    memory: Memory
    known: Known = field(factory=Known)
    #: the engagement that the story stands at, and the first one of all
    current: Event | None = None
    first: Event | None = None
    #: the engagement that the section's heading names, until the text tells of it
    heading: Event | None = None

    def enter_section(self, heading: Event | None) -> None:
        """A new section: its heading may name an engagement."""
        self.current, self.heading = None, heading

    def tell(self, telling: Telling, mentions: list[Mention]) -> list[Mentioned]:
        """The engagements that the mentions of a sentence tell of."""
        found: list[Mentioned] = []
        for mention in mentions:
            date = telling.date_of(mention.index)
            if mention.aside and not telling.is_own(date, mention.index):
                date = None
            if date is not None and mention.over and "/" not in date.edtf:
                date = evolve(date, edtf=f"../{date.edtf}")
            spot = telling.spot_of(mention.index)
            near = spot.name if spot is not None and spot.weight > 0 else None
            listed = places_listed(telling, spot) if mention.verb and near is not None else []
            if mention.known_place and near is None:
                near = self._place_before(telling)
            places: list[str | None] = [*(mention.places or listed)] or [near]
            lead = self.memory.news and telling.paragraph <= LEAD
            if (mention.aside or not lead) and is_general(mention, date, places[0]):
                continue
            for named in places:
                place = in_town(named, telling.spots) if named is not None else None
                event = self._event(telling, mention, date, place, [event for _, event in found])
                if event is None:
                    continue
                if event.place is None and spot is not None:
                    event.place = spot.name  # no more than a country
                    self.known.note(event)
                found.append((mention, event))
        return found

    def stand_at(self, event: Event) -> None:
        """Let the story stand at an engagement: its sides are those that "the attackers" means."""
        self.current = event
        sides = self.memory.sides
        sides.attackers, sides.defenders = event.attackers, event.defenders

    # -- known engagements ------------------------------------------------------------------------

    def _event(
        self, telling: Telling, mention: Mention, date: EventDate | None, place: str | None,
        here: list[Event],
    ) -> Event | None:  # fmt: skip
        """The engagement that a mention tells of: a known one, or a new one.

        No new one is "the raid" of which nothing is told: "he died in the raid, it was said".
        """
        anywhere = mention.definite or date is not None or place is not None
        candidates = self._candidates(telling, mention, here, anywhere, date, place)
        if date is not None:
            candidates.sort(key=lambda event: not self._is_of(event, date))
        left_for = self._day_before(telling) if date is None else None
        for event in candidates:
            settled = mention.definite and (place is None or event.place is not None)
            if not settled and event not in here and _is_of_other_day(event, left_for):
                continue
            heads = event is self.heading and mention.definite and not mention.places
            where = None if heads else place  # under "Siege of Djibo" it is that of Djibo
            same = may_be(event, telling, mention, date, event in here) and agrees(
                event, telling, mention, date, where, self.memory.news
            )
            if same or (event in here and telling.unfolds(mention.index)):
                if event is self.heading:
                    event.date = date or self._carried(telling, mention)
                    self._tell_heading(telling, mention)
                add(event, mention, date, where)
                self.known.note(event)
                if date is not None or place is not None or not self.looks_back(event, telling):
                    event.paragraph = telling.paragraph
                    self.stand_at(event)
                return event
        named = self._named_elsewhere(telling, mention)
        if named is not None:
            return named  # looked back at: the story goes on without it
        found = self._told_elsewhere(date, place) or self._new(telling, mention, date, place)
        if found is None:
            return None
        found.paragraph = telling.paragraph
        self.stand_at(found)
        return found

    def _place_before(self, telling: Telling) -> str | None:
        """The place that "the town" means: that of the engagement that was just told."""
        event = self.current
        if event is None or event.place is None or telling.paragraph - event.paragraph > NEAR:
            return None
        return event.place if is_locality(event.place) else None

    def _day_before(self, telling: Telling) -> EventDate | None:
        """The day of the sentence before, in the same paragraph."""
        return self.memory.clock.day if telling.paragraph == self.memory.paragraph else None

    def _candidates(
        self, telling: Telling, mention: Mention, here: list[Event], anywhere: bool,
        date: EventDate | None, place: str | None,
    ) -> list[Event]:  # fmt: skip
        """Known engagements that a mention may tell of again, the nearest first.

        One without day and place, and not "the attack", tells of none outside its paragraph.
        """
        near = list(reversed(here))
        current = self.current
        reaches = anywhere or self.memory.news
        if current is not None and current not in near:
            near += [current] if reaches or telling.paragraph == current.paragraph else []
        if not reaches:
            return near
        found = near + [e for e in self._of_section(date, place) if e not in near]
        found += [e for e in self.known.given if e.start == e.end == 0 and e not in near]
        if self.heading is not None and mention.definite:
            told = (event.place for event in self._of_section(None, self.heading.place))
            if any(alike(name, self.heading.place or "") for name in told if name):
                self.heading = None  # told already under another name
            else:
                found.insert(0, self.heading)
        return found

    def _is_of(self, event: Event, date: EventDate) -> bool:
        """Whether "Tuesday's attack" is rather this one than a nearer one whose day is unknown."""
        return event is self.heading or event.date == date

    def _of_section(self, date: EventDate | None, place: str | None) -> list[Event]:
        """The engagements of this section that may be those of a day and a place."""
        like = self.known.like(date, place)
        return [event for event in like if event.told == self.memory.section]

    def _told_elsewhere(self, date: EventDate | None, place: str | None) -> Event | None:
        """The one engagement of that very day in another section, where this one names no place."""
        if date is None or not is_day(date) or not (place is None or country_named(place)):
            return None
        same = [
            event
            for event in self.known.like(date, None)
            if event.date is not None
            and event.date.edtf == date.edtf
            and event.told != self.memory.section
        ]
        return same[0] if len(same) == 1 else None

    def _named_elsewhere(self, telling: Telling, mention: Mention) -> Event | None:
        """The one engagement of another section that "the In Amenas hostage crisis" means."""
        known = not mention.verb and telling.sentence.noun(mention.index).definite
        place = mention.places[0] if known and mention.places else None
        if place is None:
            return None
        same = [
            event
            for event in self.known.like(None, place)
            if event.told != self.memory.section
            and event.kind is mention.kind
            and event.place is not None
            and alike(event.place, place)
        ]
        return same[0] if len(same) == 1 else None

    def goes_on(self, telling: Telling, date: EventDate | None, spot: Spot | None) -> bool:
        """Whether a sentence still tells of the engagement before it."""
        event = self.current
        reach = _NEAR_IN_NEWS if self.memory.news else NEAR
        if event is None or telling.paragraph - event.paragraph > reach:
            return False
        if date is not None and event.date is not None and not date.overlaps(event.date):
            return False
        if spot is not None and event.place is not None and spot.weight > 1:
            same_paragraph = self.memory.news or telling.paragraph == event.paragraph
            return alike(spot.name, event.place) or (date is None and same_paragraph)
        return True

    def about(self, telling: Telling, date: EventDate | None, spot: Spot | None) -> Event | None:
        """The one engagement of an article, where somebody tells of it within weeks.

        As in "The ministry said on 11 December that 71 soldiers had died", of a battle the day
        before.
        """
        if self.memory.news or len(self.known.given) != 1:
            return None
        event, day = self.known.given[0], date or telling.day or self.memory.clock.day
        if event.date is None or day is None or day.earliest is None or event.date.latest is None:
            return None
        if date is not None and not date.overlaps(event.date):
            return None
        elsewhere = spot is not None and spot.weight > 1 and event.place is not None
        if elsewhere and spot is not None and not alike(spot.name, event.place or ""):
            return None
        return event if 0 <= (day.earliest - event.date.latest).days <= _TOLD_WITHIN else None

    def looks_back(self, event: Event, telling: Telling) -> bool:
        """Whether an engagement was told before that of this paragraph, which the story is at."""
        told_here = self.current is not None and self.current.paragraph == telling.paragraph
        earlier = 0 <= event.paragraph < telling.paragraph
        return told_here and event is not self.current and earlier

    def learn(self, telling: Telling, told: list[Event]) -> None:
        """Take day and town of what a report is about from a sentence that only goes on with it.

        As in "Eighteen died in the attack. … They entered Ogossa at dawn on Monday".
        """
        event = self.current
        if event is None or event is not self.first:
            return
        if not self.memory.news or telling.paragraph > LEAD:
            return
        if event.date is None and is_day(telling.day) and not telling.speaks:
            event.date = telling.day
        if event.place is not None and is_wide(event.place) and not event.plural:
            event.place = town_within(telling, event.place) or event.place
        self.known.note(event)

    # -- new engagements --------------------------------------------------------------------------

    def _new(
        self, telling: Telling, mention: Mention, date: EventDate | None, place: str | None
    ) -> Event | None:
        tokens = telling.sentence.tokens
        date = date or self._carried(telling, mention)
        known = date is not None or place is not None or telling.day_word or telling.spots
        told = known or mention.verb or mention.attackers or mention.defenders
        if mention.definite and not told and not self.memory.news:
            return None
        event = Event(
            *telling.place_of(mention.first, mention.after),
            mention.kind,
            tokens.words(mention.first, mention.after),
            date,
            place=place or mention.landmark or self._place_carried(telling),
            attackers=list(mention.attackers),
            defenders=list(mention.defenders),
            result=mention.result,
            plural=mention.plural,
            day_word=telling.day_word,
            paragraph=telling.paragraph,
            told=self.memory.section,
        )
        self.first = self.first or event
        self.known.add(event)
        return event

    def _place_carried(self, telling: Telling) -> str | None:
        """The town of the sentence before, in the same paragraph, where this one names no place."""
        spot = self.memory.spot if telling.paragraph == self.memory.spot_paragraph else None
        known = spot is not None and not telling.spots and is_locality(spot.name)
        return spot.name if spot is not None and known else None

    def _carried(self, telling: Telling, mention: Mention) -> EventDate | None:
        """The day that a new engagement takes from the sentence before, as far as it can."""
        day = self._day_before(telling)
        if day is None:
            return None
        if not mention.definite and "/" not in day.edtf:
            if self.memory.reported and telling.attributions:
                return evolve(day, edtf=f"../{day.edtf}", basis=Basis.SENTENCE)
            if telling.is_sequel and len(day.edtf) == 7:  # a month, of which "then" may lead out
                return evolve(day, edtf=day.edtf[:4], basis=Basis.SENTENCE)
        return day.within(Basis.SENTENCE)

    def _tell_heading(self, telling: Telling, mention: Mention) -> None:
        """Give the engagement of a heading its first words in the text."""
        event = self.heading
        assert event is not None
        event.start, event.end = telling.place_of(mention.first, mention.after)
        event.name = telling.sentence.tokens.words(mention.first, mention.after)
        event.told = self.memory.section
        self.known.add(event)
        self.heading = None

    def imply(
        self, telling: Telling, start: int, end: int, date: EventDate | None, spot: Spot | None
    ) -> Event:
        """An engagement that only its losses tell of: "five were killed by a mine"."""
        for event in reversed(self._of_section(date, spot.name if spot else None)):
            if event.date == date and spot is not None and event.place == spot.name:
                return event
        event = Event(
            start,
            end,
            EngagementKind.OTHER,
            telling.text[start - telling.start : end - telling.start],
            date,
            place=spot.name if spot else None,
            paragraph=telling.paragraph,
            told=self.memory.section,
        )
        self.known.add(event)
        if self.first is None and self.memory.news:
            self.first = event
        return event


def _is_of_other_day(event: Event, day: EventDate | None) -> bool:
    """Whether the story stands at another day since: "on 13 May … air strikes hit the camp"."""
    return day is not None and event.date is not None and not day.overlaps(event.date)
