"""The reader of prose: sentence by sentence, it knows what was told before.

A :class:`Story` remembers the year, the day, the place, the engagement, the speaker and the sides
from one sentence to the next; :meth:`Story.read` gives the claims and engagements of a section.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from attrs import define, evolve, field

from sahel_events.language.figures import CIVILIANS
from sahel_events.language.lexicon import country_named, lexicon
from sahel_events.language.names import fold
from sahel_events.model import EngagementKind, Outcome, Stance
from sahel_events.prose.blocks import Block, is_apparatus, read_blocks
from sahel_events.prose.clauses import subject
from sahel_events.prose.counting import victims_of
from sahel_events.prose.events import Event, Mention, read_mentions
from sahel_events.prose.grammar import read_losses
from sahel_events.prose.losses import Loss
from sahel_events.prose.phrases import Sentence, read_sentence
from sahel_events.prose.sentences import split_sentences
from sahel_events.prose.sources import Attribution, Speaker, attribution_of, read_attributions
from sahel_events.prose.times import Clock, Moment, find_dates
from sahel_events.prose.vocabulary import vocabulary
from sahel_events.prose.where import Spot, place_near, read_spots
from sahel_events.prose.whose import Sides, party_of_loss, party_of_phrase
from sahel_events.prose.words import Names, read_words
from sahel_events.registry.belligerents import party_named
from sahel_events.registry.places import place_named
from sahel_events.registry.sources import reporter_named
from sahel_events.values import Basis, EventDate, Quantity

__all__ = ["Story", "Told"]

_WORDS = re.compile(r"[a-z]+")


def _TRIGGERS() -> frozenset[str]:
    return vocabulary().triggers


@define(slots=True, eq=False)
class Told:
    """A claim while it is being made: ``start`` and ``end`` are characters of the section."""

    start: int
    end: int
    sentence: tuple[int, int]
    quantity: Quantity
    outcomes: tuple[Outcome, ...]
    what: str
    rule: str
    victims: str | None = None
    category: str | None = None
    party: str | None = None
    perpetrator: str | None = None
    claimant: str | None = None
    stance: Stance = Stance.STATED
    date: EventDate | None = None
    place: str | None = None
    event: Event | None = None
    parent: Told | None = None
    #: how claimant, party, date, place and engagement were found, in words
    reasons: dict[str, str] = field(factory=dict)


@define(slots=True)
class Story:
    """What the reader knows where it stands."""

    names: Names
    clock: Clock = field(factory=Clock)
    sides: Sides = field(factory=Sides)
    news: bool = False
    speaker: str | None = None
    event: Event | None = None
    spot: Spot | None = None
    events: list[Event] = field(factory=list)
    #: where a report is from: the first place that it names, and its first engagement
    home: str | None = None
    first_event: Event | None = None
    #: the engagement that the section's heading names
    heading_event: Event | None = None
    #: the person named last, for "he" and "she"
    person: str | None = None
    #: who spoke, the last one last
    speakers: list[str] = field(factory=list)
    #: the party for which a speaker spoke
    spoke_for: dict[str, str] = field(factory=dict)
    _years: list[tuple[int, int]] = field(factory=list)
    #: sentences of the paragraph that were passed over
    _skipped: list[str] = field(factory=list)
    _last: tuple[Loss, Told] | None = None
    _paragraph: int = 0
    _sections: int = 0

    def read(
        self, text: str, heading: str | None = None, level: int = 0
    ) -> tuple[list[Told], list[Event]]:  # fmt: skip
        """The claims and the engagements of one section, by their places in its text."""
        if is_apparatus(heading):
            return [], []
        self._enter(heading, level)
        told: list[Told] = []
        known = len(self.events)
        for block in read_blocks(text, self.news):
            for start, end in split_sentences(text, block.start, block.end):
                self._sentence(text, start, end, block, told)
        return told, self.events[known:]

    def _enter(self, heading: str | None, level: int) -> None:
        """Forget what only held for the section before; its headings give the year."""
        self._sections += 1
        self.event = self.heading_event = None
        self._last = None
        self._paragraph = -1
        self._skipped.clear()
        self.spot = None
        self.clock.day = None
        self.speaker = None
        self.speakers.clear()
        self.sides.attackers, self.sides.defenders = [], []
        self.sides.mission = None
        if heading is None:
            return
        self._years = [known for known in self._years if known[0] < level]
        years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", heading)
        if years:
            self._years.append((level, int(years[0])))
        if self._years:
            self.clock.set_year(self._years[-1][1], Basis.HEADING)
        self.heading_event = self._event_of(heading)

    def _event_of(self, heading: str) -> Event | None:
        """The engagement that a heading names, which "the battle" below it means."""
        dates = find_dates(heading, self.clock)
        spans: dict[int, tuple[int, object]] = {
            m.start: (m.end, m) for m in dates if m.kind == "date"
        }
        sentence = read_sentence(read_words(heading, spans, self.names))
        mentions = read_mentions(sentence, self.sides)
        if not mentions:
            return None
        spots = read_spots(sentence)
        place = mentions[0].places[0] if mentions[0].places else spots[0].name if spots else None
        return Event(0, 0, mentions[0].kind, "", None, place=place) if place else None

    def _sentence(self, text: str, start: int, end: int, block: Block, told: list[Told]) -> None:
        words = text[start:end].replace("\n", " ")
        if block.paragraph != self._paragraph:
            self._skipped.clear()
            if not self.news:
                self._last = None
        moments = find_dates(words, self.clock)
        if self._last is None and _TRIGGERS().isdisjoint(_WORDS.findall(words.lower())):
            self._skipped.append(
                words
            )  # no harm, no attack: looked at only if a pronoun asks for it
            self._pass_over(moments, words, block)
            return
        dates: dict[int, tuple[int, object]] = {
            moment.start: (moment.end, moment) for moment in moments if moment.kind == "date"
        }
        sentence = read_sentence(read_words(words, dates, self.names))
        spots = read_spots(sentence)
        self._locate(sentence, spots)
        attributions = read_attributions(sentence)
        mentions = read_mentions(sentence, self.sides)
        losses = read_losses(sentence, self._last[0] if self._last else None)
        whole = _Sentence(start, sentence, moments, spots, attributions, block.paragraph)
        events = self._engagements(whole, mentions)
        self._claims(whole, losses, events, told, (start, end))
        self._remember(whole, attributions)

    def _pass_over(self, moments: list[Moment], words: str, block: Block) -> None:
        """Take from a sentence that tells of no harm only the day on which it leaves the story."""
        days = [moment.date for moment in moments if moment.date is not None]
        if days:
            self.clock.day = days[0]
        self._paragraph = block.paragraph

    def _recall(self) -> None:
        """Read the sentences that were passed over: a pronoun may mean somebody whom they name."""
        skipped, self._skipped = self._skipped, []
        for words in skipped:
            dates: dict[int, tuple[int, object]] = {
                moment.start: (moment.end, moment)
                for moment in find_dates(words, evolve(self.clock))
                if moment.kind == "date"
            }
            sentence = read_sentence(read_words(words, dates, self.names))
            spots = read_spots(sentence)
            whole = _Sentence(0, sentence, [], spots, read_attributions(sentence), self._paragraph)
            self._remember(whole, whole.attributions)

    # -- places and parties -----------------------------------------------------------------------

    def _locate(self, sentence: Sentence, spots: list[Spot]) -> None:
        """The country whose soldiers are meant, and the mission whose peacekeepers."""
        for sense in sentence.tokens.senses:
            if sense.party is not None and sense.party.kind == "international mission":
                self.sides.mission = sense.name
        countries = [
            spot.place.countries for spot in spots if spot.place is not None and spot.weight > 0
        ]
        countries += [(spot.country,) for spot in spots if spot.country is not None]
        single = [codes[0] for codes in countries if len(codes) == 1]
        if single:
            self._set_state(single[0])
            return
        if self.sides.state is not None and self.news:
            return
        for at, sense in enumerate(sentence.tokens.senses):
            if sense.country is not None and sense.country.iso:
                after = sentence.tokens.senses[at + 1 : at + 3]
                if self.sides.state is None or any(
                    next_.noun is not None and next_.noun.category == "soldiers" for next_ in after
                ):
                    self._set_state(sense.country.iso)
                    return
            if sense.place is not None and len(sense.place.countries) == 1:
                self._set_state(sense.place.countries[0])
                return

    def _set_state(self, iso: str) -> None:
        country = lexicon().flags.get(iso)
        if country is not None:
            self.sides.state = country.name

    # -- engagements ------------------------------------------------------------------------------

    def _engagements(
        self, whole: _Sentence, mentions: list[Mention]
    ) -> list[tuple[Mention, Event]]:
        found: list[tuple[Mention, Event]] = []
        for mention in mentions:
            date = whole.date_of(mention.index, self)
            spot = place_near(whole.spots, mention.index, whole.sentence)
            near = spot.name if spot is not None and spot.weight > 0 else None
            places: list[str | None] = [*mention.places] or [near]
            for place in places:
                event = self._event(whole, mention, date, place, found)
                if event.place is None and spot is not None:
                    event.place = spot.name  # no more than a country
                found.append((mention, event))
        return found

    def _event(
        self, whole: _Sentence, mention: Mention, date: EventDate | None, place: str | None,
        here: list[tuple[Mention, Event]],
    ) -> Event:  # fmt: skip
        """The engagement that a mention tells of: a known one, or a new one."""
        known = [event for _, event in here]
        for event in self._candidates(whole, mention, known):
            if event.day_word and (date is not None or whole.day_word not in ("", event.day_word)):
                continue
            if (
                not mention.verb
                and not mention.definite
                and event not in known
                and event.kind is not mention.kind
            ):
                continue  # "an ambush" is none of the attacks before
            if _same(event, mention, date, place):
                if event is self.heading_event:
                    self._found_heading_event(event, whole, mention)
                self._add(event, mention, date, place)
                event.paragraph = whole.paragraph
                self._set_event(event)
                return event
        elsewhere = self._told_elsewhere(date, place)
        if elsewhere is not None:
            self._set_event(elsewhere)
            return elsewhere
        tokens = whole.sentence.tokens
        event = Event(
            whole.start + tokens.starts[mention.first],
            whole.start + tokens.ends[mention.after - 1],
            mention.kind,
            tokens.words(mention.first, mention.after),
            date if date is not None else self._carried(whole),
            place=place if place is not None else None,
            attackers=list(mention.attackers),
            defenders=list(mention.defenders),
            result=mention.result,
            paragraph=whole.paragraph,
            told=self._sections,
        )
        event.plural = mention.plural
        event.day_word = whole.day_word
        self.first_event = self.first_event or event
        self.events.append(event)
        self._set_event(event)
        return event

    def _found_heading_event(self, event: Event, whole: _Sentence, mention: Mention) -> None:
        """Give the engagement of a heading its first words in the text."""
        tokens = whole.sentence.tokens
        event.start = whole.start + tokens.starts[mention.first]
        event.end = whole.start + tokens.ends[mention.after - 1]
        event.name, event.told = tokens.words(mention.first, mention.after), self._sections
        self.events.append(event)
        self.heading_event = None

    def _carried(self, whole: _Sentence) -> EventDate | None:
        near = self.clock.day is not None and whole.paragraph == self._paragraph
        return self.clock.day.within(Basis.SENTENCE) if near and self.clock.day else None

    def _candidates(self, whole: _Sentence, mention: Mention, here: list[Event]) -> list[Event]:
        """Known engagements that a mention may tell of again, the nearest first."""
        near = list(reversed(here))
        if self.event is not None and self.event not in near:
            near.append(self.event)
        others = [
            event
            for event in reversed(self.events)
            if event.told == self._sections and event not in near
        ]
        first = [
            event for event in self.events if event.start == event.end == 0 and event not in near
        ]
        if self.heading_event is not None and mention.definite:
            known = [
                event.place for event in self.events if event.told == self._sections and event.place
            ]
            if any(_alike(place, self.heading_event.place or "") for place in known):
                self.heading_event = None  # told already under another name
            else:
                near.insert(0, self.heading_event)
        return near + others + first

    def _told_elsewhere(self, date: EventDate | None, place: str | None) -> Event | None:
        """The one engagement of that very day in another section, where this one names no place."""
        if date is None or not _is_day(date) or not (place is None or country_named(place)):
            return None
        same = [
            e
            for e in self.events
            if e.date is not None and e.date.edtf == date.edtf and e.told != self._sections
        ]
        return same[0] if len(same) == 1 else None

    def _add(
        self, event: Event, mention: Mention, date: EventDate | None, place: str | None
    ) -> None:
        for name in mention.attackers:
            if (
                name not in event.attackers
                and name not in event.defenders
                and len(event.attackers) < 4
            ):
                event.attackers.append(name)
        for name in mention.defenders:
            if (
                name not in event.attackers
                and name not in event.defenders
                and len(event.defenders) < 4
            ):
                event.defenders.append(name)
        event.date = event.date or date
        event.place = event.place or place
        event.result = event.result or mention.result
        if (
            event.kind in (EngagementKind.OTHER, EngagementKind.ATTACK)
            and mention.kind is not EngagementKind.OTHER
        ):
            event.kind = mention.kind if event.kind is EngagementKind.OTHER else event.kind

    def _set_event(self, event: Event) -> None:
        self.event = event
        self.sides.attackers, self.sides.defenders = event.attackers, event.defenders

    # -- claims -----------------------------------------------------------------------------------

    def _claims(
        self, whole: _Sentence, losses: list[Loss], events: list[tuple[Mention, Event]],
        told: list[Told], span: tuple[int, int],
    ) -> None:  # fmt: skip
        made: dict[int, Told] = {}
        parties: dict[int, str | None] = {}
        if self._last is not None:
            parties[id(self._last[0])] = self._last[1].party
            made[id(self._last[0])] = self._last[1]
        for loss in losses:
            claim = self._claim(whole, loss, events, made, parties, span)
            made[id(loss)] = claim
            told.append(claim)
            self._last = (loss, claim)

    def _claim(
        self, whole: _Sentence, loss: Loss, events: list[tuple[Mention, Event]],
        made: dict[int, Told], parties: dict[int, str | None], span: tuple[int, int],
    ) -> Told:  # fmt: skip
        sentence, tokens = whole.sentence, whole.sentence.tokens
        claim = Told(
            whole.start + tokens.starts[loss.first],
            whole.start + tokens.ends[loss.after - 1],
            span,
            loss.quantity,
            loss.outcomes,
            "people",
            loss.rule,
        )
        claim.parent = made.get(id(loss.parent)) if loss.parent is not None else None
        if claim.parent is None:
            claim.parent = _whole_before(loss, made)
        self._attribute(whole, loss, claim, made)
        self._name_victims(whole, loss, claim, made)
        at = loss.verb if loss.verb is not None else loss.noun or 0
        self._place_in_event(whole, loss, claim, events, at)
        loss.claimed = claim.claimant is not None
        parties[id(loss)] = claim.party = party_of_loss(loss, self.sides, parties)
        self.sides.last = claim.party or self.sides.last
        if claim.party is None and claim.parent is not None and claim.category is None:
            claim.party = claim.parent.party
        if loss.perpetrator is not None:
            claim.perpetrator = party_of_phrase(sentence, loss.perpetrator, self.sides)
        return claim

    def _name_victims(
        self, whole: _Sentence, loss: Loss, claim: Told, made: dict[int, Told]
    ) -> None:
        sentence = whole.sentence
        kin = made.get(id(loss.kin)) if loss.kin is not None else claim.parent
        phrase = loss.named if loss.named is not None else loss.noun
        noun = sentence.noun(phrase) if phrase is not None else None
        bare = noun is None or (noun.head is None and noun.head_at < 0 and noun.name is None)
        if loss.thing:
            claim.what = _thing(sentence, loss, kin)
            return
        if loss.rule in ("counted noun", "toll", "lives", "possessed"):
            claim.victims = (
                victims_of(noun, sentence) if noun is not None and loss.named is not None else None
            )
        elif bare:
            claim.victims = kin.victims if kin is not None else None
            claim.category = kin.category if kin is not None else None
        elif noun is not None:
            claim.victims = victims_of(noun, sentence)
            if noun.head is not None and noun.head.noun is not None:
                claim.category = noun.head.noun.category

    # -- who says so ------------------------------------------------------------------------------

    def _attribute(self, whole: _Sentence, loss: Loss, claim: Told, made: dict[int, Told]) -> None:
        at = loss.noun if loss.noun is not None else loss.verb or 0
        found = attribution_of(whole.attributions, at)
        if loss.reportedly:
            claim.stance, claim.reasons["claimant"] = Stance.ALLEGED, "“reportedly”"
        if found is None:
            return
        claim.reasons["claimant"] = found.rule
        if found.speaker is None:
            claim.stance = Stance.ALLEGED
            return
        name = self._resolve(found, whole)
        if name is not None:
            claim.claimant, claim.stance = name, found.stance
            self._set_subject(found.speaker, name, whole)

    def _resolve(self, found: Attribution, whole: _Sentence) -> str | None:
        """Who speaks: a pronoun is whoever spoke last, "the official" one named before."""
        assert found.speaker is not None
        if found.speaker.pronoun or found.speaker.definite:
            self._recall()
        if found.speaker.pronoun:
            before = [
                made.speaker.text
                for made in whole.attributions
                if made.at < found.at and made.speaker is not None and not made.speaker.pronoun
            ]
            if before:
                return before[-1]
            if found.speaker.text in ("he", "she") and self.person is not None:
                return self.person
            return self.speaker
        text = found.speaker.text
        if found.speaker.definite:
            last = text.split()[-1].lower()
            for earlier in reversed(self.speakers):
                if earlier != text and earlier.lower().endswith(last) and " " in earlier:
                    return earlier
            if last in _GROUPS:
                return self._last_group() or text
        return text

    def _last_group(self) -> str | None:
        """The armed group that was named last."""
        for name in reversed(self.speakers):
            if name[:1].isupper() and country_named(name) is None and reporter_named(name) is None:
                return name
        return self.sides.group

    def _set_subject(self, speaker: Speaker, name: str, whole: _Sentence) -> None:
        """Let "they" and "its" mean the party that speaks."""
        if (
            speaker.phrase is not None
            and not speaker.pronoun
            and whole.sentence.kind(speaker.phrase) == "N"
        ):
            party = party_of_phrase(whole.sentence, speaker.phrase, Sides(state=self.sides.state))
            if party is not None and party != CIVILIANS:
                self.sides.subject = party
                return
        if name in self.spoke_for:
            self.sides.subject = self.spoke_for[name]
        elif party_named(name) is not None:
            self.sides.subject = name

    # -- when and where ---------------------------------------------------------------------------

    def _place_in_event(
        self,
        whole: _Sentence,
        loss: Loss,
        claim: Told,
        events: list[tuple[Mention, Event]],
        at: int,
    ) -> None:
        date = whole.date_of(at, self)
        spot = place_near(whole.spots, at, whole.sentence)
        if (
            spot is not None
            and spot.first < at
            and loss.kin is not None
            and loss.kin.sentence is whole.sentence
        ):
            kin_at = loss.kin.verb if loss.kin.verb is not None else loss.kin.noun or 0
            if spot.first > kin_at:  # what was named behind the loss before goes with it
                spot = place_near(whole.spots, kin_at, whole.sentence)
        event = _nearest(events, at)
        aggregate = date is not None and _is_long(date)
        if (
            aggregate
            and event is not None
            and (event.plural or event.date is None or event.date.edtf != getattr(date, "edtf", ""))
        ):
            event = None
        if (
            event is None
            and not aggregate
            and Outcome.DESERTED not in loss.outcomes
            and self._goes_on(whole, date, spot)
        ):
            event = self.event
        accident = _ACCIDENT.search(whole.sentence.tokens.text) is not None
        alone = self._stands_alone(whole, loss, claim, accident)
        if alone and not events:
            event = None
        if event is None and not aggregate and _is_violent(loss) and _is_day(date) and not accident:
            if (
                loss.perpetrator is not None
                or " by " in whole.sentence.tokens.text
                or _WEAPON.search(whole.sentence.tokens.text)
            ):
                event = self._implied(whole, claim, date, spot)
        if accident and not events:
            event = None
        claim.event = event
        far = event is not None and event.told != self._sections
        near = spot is not None and (spot.weight > 0 or far)
        claim.date, claim.place = date, spot.name if spot is not None and near else None
        if event is not None:
            unknown = alone or (Outcome.FREED in loss.outcomes and loss.quantity.low is None)
            claim.date = claim.date or (
                None if unknown else self._day_within(event, whole) or event.date
            )
            claim.place = claim.place or event.place
        if (
            not aggregate and whole.paragraph == self._paragraph and not alone
        ):  # what the sentence before said
            if event is None:
                claim.date = claim.date or (
                    self.clock.day.within(Basis.SENTENCE) if self.clock.day else None
                )
            claim.place = claim.place or (spot.name if spot is not None and spot.place else None)
            if claim.place is None:
                self._recall()
            if date is None or self.clock.day is None or date.edtf == self.clock.day.edtf:
                claim.place = claim.place or (self.spot.name if self.spot else None)
        if claim.place is None and self.news and event is not None and event is self.first_event:
            claim.place = self.home
        if event is not None:
            self._set_event(event)
            event.paragraph = max(event.paragraph, whole.paragraph)
        self._date_report(whole, loss, claim, date, bool(events))

    def _day_within(self, event: Event, whole: _Sentence) -> EventDate | None:
        """The day that the sentence before names, where it is one of the engagement's."""
        day = self.clock.day
        if day is None or event.date is None or whole.paragraph != self._paragraph:
            return None
        return day.within(Basis.SENTENCE) if _is_day(day) and _overlaps(day, event.date) else None

    def _stands_alone(self, whole: _Sentence, loss: Loss, claim: Told, accident: bool) -> bool:
        """Whether a loss takes nothing from the sentence before: it is told in general."""
        if accident or Outcome.DESERTED in loss.outcomes:
            return True
        vague = loss.quantity.low is None and (
            claim.claimant is not None or claim.stance is Stance.ALLEGED
        )
        if loss.verb is not None and whole.sentence.kind(loss.verb) == "V":
            first = whole.sentence.word(loss.verb)
            vague = vague or (first in ("have", "has") and claim.claimant is not None)
        return vague and not self.news

    def _date_report(
        self, whole: _Sentence, loss: Loss, claim: Told, date: EventDate | None, events: bool
    ) -> None:
        """A death that was announced on a day happened on that day or before."""
        reported = claim.claimant is not None or claim.stance is Stance.ALLEGED
        if date is None or date is not claim.date or not reported or len(date.edtf) not in (7, 10):
            return
        leads = whole.moments and whole.moments[0].date is date and whole.moments[0].start < 16
        noun = whole.sentence.noun(loss.noun) if loss.noun is not None else None
        named = noun is not None and noun.name is not None and noun.quantity is None
        nominal = (
            loss.rule in ("noun of", "counted noun", "possessed") and loss.quantity.low is None
        )
        if (
            leads and (named or nominal) and "the attack" not in whole.sentence.tokens.text
        ) or whole.reported:
            claim.date = evolve(date, edtf=f"../{date.edtf}")
            claim.event = claim.event if events else None
            whole.reported = True

    def _goes_on(self, whole: _Sentence, date: EventDate | None, spot: Spot | None) -> bool:
        """Whether the sentence still tells of the engagement before it."""
        event = self.event
        if event is None or whole.paragraph - event.paragraph > (40 if self.news else 1):
            return False
        if date is not None and event.date is not None and not _overlaps(date, event.date):
            return False
        if spot is not None and event.place is not None and spot.weight > 1:
            return _alike(spot.name, event.place) or not date
        return True

    def _implied(
        self, whole: _Sentence, claim: Told, date: EventDate | None, spot: Spot | None
    ) -> Event:
        """An engagement that only its losses tell of: "five were killed by a mine"."""
        for event in self.events:
            if (
                event.told == self._sections
                and event.date == date
                and spot
                and event.place == spot.name
            ):
                return event
        event = Event(
            claim.start, claim.end, EngagementKind.OTHER, "", date,
            place=spot.name if spot else None, paragraph=whole.paragraph, told=self._sections,
        )  # fmt: skip
        tokens = whole.sentence.tokens
        event.name = tokens.text[claim.start - whole.start : claim.end - whole.start]
        self.events.append(event)
        return event

    def _remember(self, whole: _Sentence, attributions: list[Attribution]) -> None:
        """What the next sentence can rely on."""
        for attribution in attributions:
            speaker = attribution.speaker
            if speaker is not None and not speaker.pronoun:
                self.speaker = self._resolve(attribution, whole) or speaker.text
                self.speakers.append(self.speaker)
                if speaker.phrase is not None and whole.sentence.kind(speaker.phrase) == "N":
                    party = party_of_phrase(
                        whole.sentence, speaker.phrase, Sides(state=self.sides.state)
                    )
                    if party is not None and party != CIVILIANS:
                        self.spoke_for[self.speaker] = party
        if not attributions and whole.sentence.kinds:
            named = _first_party(whole.sentence, self.sides)
            if named is not None:
                self.speaker = named
                self.speakers.append(named)
        self.person = _person(whole.sentence) or self.person
        day = whole.day
        if day is not None:
            self.clock.day = day
        if self.home is None and self.news:
            self.home = next((spot.name for spot in whole.spots if spot.weight > 2), None)
        strong = [spot for spot in whole.spots if spot.weight > 1] or [
            spot
            for spot in whole.spots
            if spot.place is not None and spot.place.kind in ("town", "village")
        ]
        if strong:
            self.spot = strong[0]
        if whole.sentence.kinds:
            self._paragraph = whole.paragraph


@define(slots=True)
class _Sentence:
    """A sentence with its dates, places and sources."""

    start: int
    sentence: Sentence
    moments: list[Moment]
    spots: list[Spot]
    attributions: list[Attribution]
    paragraph: int
    #: whether it tells when something was reported, not when it happened
    reported: bool = False

    @property
    def has_moment(self) -> bool:
        return bool(self.moments)

    @property
    def day_word(self) -> str:
        """The day or month that the sentence names and nothing resolves: "tuesday"."""
        for moment in self.moments:
            if moment.date is None and moment.kind != "relative":
                words = self.sentence.tokens.text[moment.start : moment.end].lower().split()
                return words[-1]
        return ""

    @property
    def day(self) -> EventDate | None:
        """The day on which the sentence leaves the story."""
        days = [m.date for m in self.moments if m.date is not None and not self._of_speech(m)]
        if not days:  # "reports came out on 19 January … On the same day"
            days = [m.date for m in self.moments if m.date is not None and m.kind == "date"]
        return days[0] if days else None

    def date_of(self, phrase: int, story: Story) -> EventDate | None:
        """The date that goes with a phrase: the nearest that is not the date of a statement."""
        place = self._character(phrase)
        best, best_score = None, -10_000.0
        for moment in self.moments:
            if self._of_speech(moment) or self._leads_speech(moment, phrase):
                continue
            distance = max(-_FAR, min(_FAR, moment.start - place))
            between = self.sentence.tokens.text[min(place, moment.end) : max(place, moment.start)]
            before = self.sentence.tokens.text[max(0, moment.start - 70) : moment.start]
            score = -abs(distance) * (0.7 if distance > 0 else 1.0)
            if ";" in between or _RELATIVE.search(between):  # in another clause
                score -= 300
            if distance > 0 and re.search(
                r"\b(?:attack|raid|ambush|bombing|clash|battle|massacre)\b[^,;]* of \Z", between
            ):
                score -= 300
            if distance > 0 and _CLAUSE.search(between):
                score -= 120
            if sum(between.count(dash) for dash in "–—") % 2 or _ASIDE.search(before):
                score -= 200
            if score > best_score:
                best, best_score = moment, score
        return best.date if best is not None and best_score > -290 else None

    def _leads_speech(self, moment: Moment, phrase: int) -> bool:
        """As in "In February, the group documented that … in January": the date of the statement."""
        if moment.start > 4 or len(self.moments) < 2 or not self.attributions:
            return False
        others = [
            m
            for m in self.moments
            if m is not moment
            and m.date is not None
            and not self._of_speech(m)
            and not _ASIDE.search(self.sentence.tokens.text[max(0, m.start - 70) : m.start])
        ]
        first = self.attributions[0]
        at = self.sentence.tokens.starts[self.sentence.phrases[first.at].first]
        return (
            bool(others)
            and first.first == first.at + 1
            and others[0].start > at
            and first.at < phrase
        )

    def _character(self, phrase: int) -> int:
        return self.sentence.tokens.starts[self.sentence.phrases[phrase].first]

    def _of_speech(self, moment: Moment) -> bool:
        """Whether a date says when something was stated: "the ministry said on Monday"."""
        before = self.sentence.tokens.text[max(0, moment.start - 60) : moment.start]
        return _SAID.search(before) is not None


_RELATIVE = re.compile(r"\b(?:whose|which|who)\b[^,–—]*\Z")
_ASIDE = re.compile(r"\b(?:since|who had|which had|that had|formerly|previously)\b[^,–—]{0,60}\Z")
_ACCIDENT = re.compile(r"\b(?:accident|crash(?:ed)?|helicopter-crash|collision)\b", re.IGNORECASE)
_WEAPON = re.compile(
    r"\b(?:mines?|land ?mines?|IEDs?|bombs?|bombers?|rockets?|shells?|mortars?|grenades?|drones?|missiles?|"
    r"explosi(?:on|ves?)|blast|gunmen|gunfire|snipers?|shot|stray bullets?|executed|massacred|slaughtered)\b"
)
#: Beyond this many characters all dates of a sentence are equally far.
_FAR = 160
_CLAUSE = re.compile(r", (?:and|but|while|when|after|which|who)\b|\b(?:while|after|when)\b")
_SAID = re.compile(
    r"\b(?:said|says|announced|stated|told|confirmed|reported|added|acknowledged|admitted|denied|warned|accused|"
    r"retracted|declared|claimed|insisted|maintained|wrote|came out|emerged|surfaced|circulated|statement|interview|communiqué|accused [\w ]+|told [\w ]{1,30}|"
    r"said in a statement|parliament|testified|updated)"
    r"(?:\s(?:in a statement|by telephone|by phone|late|early|reporters|journalists|the [\w ]{1,20}|local time|again))*\s*(?:on\s|late\s|early\s|in\s)?\Z",
    re.IGNORECASE,
)


_HELD = frozenset(
    (
        Outcome.HOSTAGE,
        Outcome.ARRESTED,
        Outcome.CAPTURED,
        Outcome.WOUNDED,
        Outcome.MISSING,
        Outcome.SURRENDERED,
    )
)


def _whole_before(loss: Loss, made: dict[int, Told]) -> Told | None:
    """The total told before, of which "six of them" are a part, or "seventeen", who were freed."""
    kin = made.get(id(loss.kin)) if loss.kin is not None else None
    if kin is None or loss.noun is None or loss.thing:
        return None
    noun = loss.sentence.noun(loss.noun)
    low, whole = loss.quantity.low, kin.quantity.low
    if low is None or whole is None or low > whole or noun.others:
        return None
    if noun.partitive and noun.pronoun is not None:
        return kin
    bare = noun.head is None and noun.head_at < 0 and noun.name is None
    apart = loss.kin is not None and loss.kin.sentence is not loss.sentence
    if bare and apart and _HELD.intersection(kin.outcomes) and kin.outcomes != loss.outcomes:
        return kin
    return None


def _nearest(events: list[tuple[Mention, Event]], at: int) -> Event | None:
    if not events:
        return None
    return min(events, key=lambda pair: abs(pair[0].index - at))[1]


def _same(event: Event, mention: Mention, date: EventDate | None, place: str | None) -> bool:
    """Whether a mention tells of this engagement: nothing that it says speaks against it."""
    if mention.other:
        return False
    if date is not None and event.date is not None and not _overlaps(date, event.date):
        return False
    if place is not None and event.place is not None and not _alike(place, event.place):
        return False
    if date is not None and event.date is None and not mention.definite and place is None:
        return False
    return True


def _alike(one: str, other: str) -> bool:
    first, second = fold(one), fold(other)
    if first in second or second in first:
        return True
    known = [place_named(name) for name in (one, other)]
    regions = [
        place.admin1.lower() if place is not None and place.admin1 else "" for place in known
    ]
    return (regions[0] != "" and regions[0] in second) or (regions[1] != "" and regions[1] in first)


def _overlaps(one: EventDate, other: EventDate) -> bool:
    if one.edtf == other.edtf:
        return True
    first, second = (one.earliest, one.latest), (other.earliest, other.latest)
    if None in first or None in second:
        return one.edtf[:7] == other.edtf[:7]
    return first[0] <= second[1] and second[0] <= first[1]  # type: ignore[operator]


def _is_long(date: EventDate) -> bool:
    """Whether a date covers more than a month: what is told of it is an aggregate."""
    earliest, latest = date.earliest, date.latest
    if earliest is None or latest is None:
        return True
    return (latest - earliest).days > 45


def _is_day(date: EventDate | None) -> bool:
    if date is None:
        return False
    earliest, latest = date.earliest, date.latest
    return earliest is not None and latest is not None and (latest - earliest).days < 4


_VIOLENT = frozenset(
    (
        Outcome.KILLED,
        Outcome.WOUNDED,
        Outcome.DESTROYED,
        Outcome.HOSTAGE,
        Outcome.CAPTURED,
        Outcome.SEIZED,
    )
)


def _is_violent(loss: Loss) -> bool:
    return bool(_VIOLENT.intersection(loss.outcomes))


def _thing(sentence: Sentence, loss: Loss, kin: Told | None) -> str:
    """The things in the document's words, in the singular."""
    if loss.remarks == ["material"]:
        return "material"
    phrase = loss.named if loss.named is not None else loss.noun
    noun = sentence.noun(phrase) if phrase is not None else None
    if noun is None or (noun.head is None and noun.head_at < 0 and noun.name is None):
        return kin.what if kin is not None and kin.what != "people" else "materiel"
    if noun.head is not None and noun.head.noun is not None:
        words = sentence.tokens.words(
            max(noun.noun_from, _behind_owner(sentence, noun.first, noun.head_at)), noun.head_at + 1
        )
        last = sentence.tokens.words(noun.head_at, noun.head_at + 1)
        return (words[: len(words) - len(last)] + noun.head.noun.singular).strip()
    return victims_of(noun, sentence) or "materiel"


def _behind_owner(sentence: Sentence, first: int, head: int) -> int:
    codes = sentence.tokens.codes
    start = (
        max(codes.rfind("$", first, head), *(codes.rfind(code, first, head) for code in "gPhny"))
        + 1
    )
    return max(first, start)


def _person(sentence: Sentence) -> str | None:
    """The first person whom a sentence names."""
    for index, kind in enumerate(sentence.kinds):
        if kind == "N":
            noun = sentence.noun(index)
            if noun.name is not None and (noun.name[1] - noun.name[0] > 1 or noun.head is not None):
                codes = sentence.tokens.codes[noun.name[0] : noun.name[1]].lstrip("T")
                people = noun.head is None or (
                    noun.head.noun is not None and not noun.head.noun.thing
                )
                if (
                    codes
                    and set(codes) == {"c"}
                    and people
                    and sentence.kind(index - 1) not in ("i", "f")
                ):
                    return sentence.tokens.words(*noun.name)
    subject_ = sentence.kinds.find("N")
    if subject_ >= 0 and sentence.kind(subject_ - 1) not in ("i", "f"):
        noun = sentence.noun(subject_)
        if (
            noun.definite
            and noun.head is not None
            and noun.head.code == "n"
            and noun.head.noun
            and not noun.head.noun.plural
        ):
            return sentence.tokens.words(noun.noun_from, noun.after)
    return None


def _first_party(sentence: Sentence, sides: Sides) -> str | None:
    at = sentence.kinds.find("N")
    if at < 0:
        return None
    name = party_of_phrase(sentence, at, sides)
    return name if name != CIVILIANS else None


#: Words that stand for the armed group named before.
_GROUPS = frozenset("group movement organisation organization militia".split())
_ = (Mapping, datetime, subject)
