"""Which engagement a sentence tells of: one that is known, or a new one."""

from __future__ import annotations

from attrs import define, evolve, field

from sahel_events.language.lexicon import country_named
from sahel_events.model import EngagementKind
from sahel_events.prose.clauses import list_from
from sahel_events.prose.events import Event, Mention
from sahel_events.prose.memory import Memory
from sahel_events.prose.spans import alike, is_day, is_long, overlap
from sahel_events.prose.telling import Telling
from sahel_events.prose.where import Spot, place_near
from sahel_events.values import Basis, EventDate

__all__ = ["Chronicle", "Mentioned"]

#: A mention and the engagement that it tells of.
Mentioned = tuple[Mention, Event]

#: More parties on one side are hardly ever told of one engagement.
_MOST_PARTIES = 4
#: How many paragraphs later a sentence may still tell of an engagement, in an article and in news.
_NEAR, _NEAR_IN_NEWS = 1, 40


#: Engagements that go on for days: what follows at no other place still belongs to them.
_LASTING = frozenset((EngagementKind.SIEGE, EngagementKind.HOSTAGE_TAKING))


@define(slots=True)
class Chronicle:
    """The engagements of a document, in the order in which they are told."""

    memory: Memory
    events: list[Event] = field(factory=list)
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
            spot = place_near(telling.spots, mention.index, telling.sentence)
            near = spot.name if spot is not None and spot.weight > 0 else None
            listed = _listed(telling, spot) if mention.verb and near is not None else []
            places: list[str | None] = [*(mention.places or listed)] or [near]
            for place in places:
                event = self._event(telling, mention, date, place, [event for _, event in found])
                if event.place is None and spot is not None:
                    event.place = spot.name  # no more than a country
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
    ) -> Event:  # fmt: skip
        """The engagement that a mention tells of: a known one, or a new one."""
        anywhere = mention.definite or date is not None or place is not None
        for event in self._candidates(telling, mention, here, anywhere):
            if _may_be(event, telling, mention, date, event in here) and _agrees(
                event, telling, mention, date, place
            ):
                if event is self.heading:
                    event.date = date or self._carried(telling)
                    self._tell_heading(telling, mention)
                _add(event, mention, date, place)
                event.paragraph = telling.paragraph
                self.stand_at(event)
                return event
        named = self._named_elsewhere(telling, mention)
        if named is not None:
            return named  # looked back at: the story goes on without it
        found = self._told_elsewhere(date, place) or self._new(telling, mention, date, place)
        found.paragraph = telling.paragraph
        self.stand_at(found)
        return found

    def _candidates(
        self, telling: Telling, mention: Mention, here: list[Event], anywhere: bool
    ) -> list[Event]:
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
        section = self._of_section()
        given = [event for event in self.events if event.start == event.end == 0]
        found = near + [e for e in reversed(section) if e not in near]
        found += [event for event in given if event not in near]
        if self.heading is not None and mention.definite:
            places = [event.place for event in section if event.place]
            if any(alike(place, self.heading.place or "") for place in places):
                self.heading = None  # told already under another name
            else:
                found.insert(0, self.heading)
        return found

    def _of_section(self) -> list[Event]:
        return [event for event in self.events if event.told == self.memory.section]

    def _told_elsewhere(self, date: EventDate | None, place: str | None) -> Event | None:
        """The one engagement of that very day in another section, where this one names no place."""
        if date is None or not is_day(date) or not (place is None or country_named(place)):
            return None
        same = [
            event
            for event in self.events
            if event.date is not None
            and event.date.edtf == date.edtf
            and event.told != self.memory.section
        ]
        return same[0] if len(same) == 1 else None

    def _named_elsewhere(self, telling: Telling, mention: Mention) -> Event | None:
        """The one engagement of another section that "the In Amenas hostage crisis" means."""
        known = not mention.verb and telling.sentence.noun(mention.index).definite
        if not known or not mention.places:
            return None
        same = [
            event
            for event in self.events
            if event.told != self.memory.section
            and event.kind is mention.kind
            and event.place is not None
            and alike(event.place, mention.places[0])
        ]
        return same[0] if len(same) == 1 else None

    def goes_on(self, telling: Telling, date: EventDate | None, spot: Spot | None) -> bool:
        """Whether a sentence still tells of the engagement before it."""
        event = self.current
        reach = _NEAR_IN_NEWS if self.memory.news else _NEAR
        if event is None or telling.paragraph - event.paragraph > reach:
            return False
        if date is not None and event.date is not None and not overlap(date, event.date):
            return False
        if spot is not None and event.place is not None and spot.weight > 1:
            same_paragraph = self.memory.news or telling.paragraph == event.paragraph
            return alike(spot.name, event.place) or (date is None and same_paragraph)
        return True

    # -- new engagements --------------------------------------------------------------------------

    def _new(
        self, telling: Telling, mention: Mention, date: EventDate | None, place: str | None
    ) -> Event:
        tokens = telling.sentence.tokens
        event = Event(
            *telling.place_of(mention.first, mention.after),
            mention.kind,
            tokens.words(mention.first, mention.after),
            date if date is not None else self._carried(telling),
            place=place,
            attackers=list(mention.attackers),
            defenders=list(mention.defenders),
            result=mention.result,
            plural=mention.plural,
            day_word=telling.day_word,
            paragraph=telling.paragraph,
            told=self.memory.section,
        )
        self.first = self.first or event
        self.events.append(event)
        return event

    def _carried(self, telling: Telling) -> EventDate | None:
        """The day of the sentence before, in the same paragraph."""
        day = self.memory.clock.day
        if day is None or telling.paragraph != self.memory.paragraph:
            return None
        return day.within(Basis.SENTENCE)

    def _tell_heading(self, telling: Telling, mention: Mention) -> None:
        """Give the engagement of a heading its first words in the text."""
        event = self.heading
        assert event is not None
        event.start, event.end = telling.place_of(mention.first, mention.after)
        event.name = telling.sentence.tokens.words(mention.first, mention.after)
        event.told = self.memory.section
        self.events.append(event)
        self.heading = None

    def imply(
        self, telling: Telling, start: int, end: int, date: EventDate | None, spot: Spot | None
    ) -> Event:
        """An engagement that only its losses tell of: "five were killed by a mine"."""
        for event in self._of_section():
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
        self.events.append(event)
        return event


def _listed(telling: Telling, spot: Spot | None) -> list[str]:
    """The places of a list: "attacked troops in Bourem, Léré and Dioura"."""
    if spot is None or telling.sentence.kind(spot.first) != "i":
        return []
    members = [telling.sentence.noun(at) for at in list_from(telling.sentence, spot.first + 1)]
    names = [noun.name for noun in members if noun.name is not None and noun.head is None]
    if len(members) < 2 or len(names) < len(members):
        return []
    return [telling.sentence.tokens.words(*name) for name in names]


def _may_be(
    event: Event, telling: Telling, mention: Mention, date: EventDate | None, here: bool
) -> bool:
    """Whether nothing in the wording says that another engagement is meant."""
    if mention.other:
        return False
    if event.day_word and (date is not None or telling.day_word not in ("", event.day_word)):
        return False
    named_anew = not mention.verb and not mention.definite and not here
    if event.kind in _LASTING and _follows(event, telling, date):
        return True  # "a final assault" ends the siege
    captured = (event.kind is EngagementKind.CAPTURE) != (mention.kind is EngagementKind.CAPTURE)
    if captured and mention.verb and not here and event.place is None:
        return False
    return not (named_anew and event.kind is not mention.kind)  # "an ambush" is no attack before


def _follows(event: Event, telling: Telling, date: EventDate | None) -> bool:
    """Whether a sentence may tell how a siege or a hostage-taking went on."""
    if telling.paragraph - event.paragraph > _NEAR or event.date is None:
        return False
    if date is None or date.earliest is None or event.date.latest is None:
        return date is None
    return 0 <= (date.earliest - event.date.latest).days <= _LONGEST


#: How many days later a siege or hostage-taking may still go on without being named again.
_LONGEST = 30


def _agrees(
    event: Event, telling: Telling, mention: Mention, date: EventDate | None, place: str | None
) -> bool:
    """Whether day and place of a mention are those of the engagement, as far as they are known."""
    if date is not None and event.date is not None and not overlap(date, event.date):
        goes_on = event.kind in _LASTING and place is None and _follows(event, telling, date)
        if not goes_on:
            return False
    if place is not None and event.place is not None and not alike(place, event.place):
        return False
    return date is None or event.date is not None or mention.definite or place is not None


def _until(known: EventDate | None, date: EventDate | None) -> EventDate | None:
    """The time from the first day to the last: "on 16 January …; on 19 January …"."""
    if known is None or date is None or overlap(known, date) or ".." in known.edtf + date.edtf:
        return known or date
    return evolve(known, edtf=f"{known.edtf.split('/')[0]}/{date.edtf.split('/')[-1]}")


def _add(event: Event, mention: Mention, date: EventDate | None, place: str | None) -> None:
    """Add to an engagement what a further mention tells of it."""
    for names, side in ((mention.attackers, event.attackers), (mention.defenders, event.defenders)):
        for name in names:
            known = name in event.attackers or name in event.defenders
            if not known and len(side) < _MOST_PARTIES:
                side.append(name)
    if date is not None and not is_long(date):
        event.date = _until(event.date, date) if event.kind in _LASTING else event.date or date
    event.place = event.place or place
    event.result = event.result or mention.result
    if event.kind is EngagementKind.OTHER:
        event.kind = mention.kind
