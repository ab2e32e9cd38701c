"""When and where a loss was, and in which engagement: told beside it, or known from before."""

from __future__ import annotations

from attrs import define, evolve

from sahel_events.english.attaching.annotated_sentence import Telling
from sahel_events.english.attaching.place_of_loss import spot_of_loss
from sahel_events.english.discourse.chronicle import Chronicle, Mentioned
from sahel_events.english.discourse.claim_draft import Told
from sahel_events.english.discourse.context import Memory
from sahel_events.english.discourse.coreference import LEAD
from sahel_events.english.engagements.engagement import Event
from sahel_events.english.engagements.implied import is_accident, is_by_one, is_of_war, is_violent
from sahel_events.english.lexicon.senses import BUT
from sahel_events.english.losses.loss import OF_HARM, ONE, Loss
from sahel_events.english.places.find_places import Spot, is_hospital
from sahel_events.english.places.overlap import alike, is_day, is_long, narrows
from sahel_events.english.syntax.chunks import Sentence
from sahel_events.kinds import Outcome, Stance
from sahel_events.registry.locating import locate
from sahel_events.values import Basis, EventDate

__all__ = ["Scene"]


@define(slots=True)
class Scene:
    """The sentence in which losses are told, with what was told before it."""

    memory: Memory
    chronicle: Chronicle
    telling: Telling
    events: list[Mentioned]

    @property
    def sentence(self) -> Sentence:
        """The sentence's phrases."""
        return self.telling.sentence

    def give(self, loss: Loss, claim: Told) -> None:
        """Give a claim its engagement, its date and its place."""
        gapped = loss.rule == "gapped" and loss.noun is not None
        at = loss.verb if loss.verb is not None and not gapped else loss.noun or 0
        date, spot = self._date(loss, at), spot_of_loss(self.telling, loss, at)
        if is_of_war(self.sentence, loss):
            claim.date, claim.place = _since(date), spot.name if spot and spot.weight > 0 else None
            return
        accident = is_accident(self.telling.text)
        alone = self._stands_alone(loss, claim, accident)
        aggregate = date is not None and is_long(date)
        event = self._event(loss, claim, at, date, spot, alone, accident)
        claim.event, claim.date = event, date
        if date is not None:
            claim.reasons["date"] = "in the sentence"
        self._take_place(claim, event, spot)
        if event is not None:
            self._take_from_event(loss, claim, event, alone)
        if not aggregate and not alone and self.telling.paragraph == self.memory.paragraph:
            self._take_from_before(claim, date, spot)
        first = event is not None and event is self.chronicle.first
        if claim.place is None and self.memory.news and first:
            home = self.memory.home or self.memory.dateline
            claim.place = home
            if home is not None:
                claim.reasons["place"] = "where the report is from"
        if event is not None and self._goes_on_with(event):
            self.chronicle.stand_at(event)
            event.paragraph = max(event.paragraph, self.telling.paragraph)
        self._date_report(loss, claim, date)

    def _goes_on_with(self, event: Event) -> bool:
        """Whether the story stands at the engagement of a loss from here on."""
        here = event.told == self.memory.section or event is self.chronicle.current
        return here and not self.chronicle.looks_back(event, self.telling)

    def _date(self, loss: Loss, at: int) -> EventDate | None:
        """The date beside a loss: that of the attack, where a toll "rose to nine on Tuesday"."""
        attack = _nearest(self.events, at) if loss.rule == "toll" else None
        named = attack.date if attack is not None else None
        return named if named is not None else self.telling.date_of(at)

    def _event(
        self, loss: Loss, claim: Told, at: int, date: EventDate | None, spot: Spot | None,
        alone: bool, accident: bool,
    ) -> Event | None:  # fmt: skip
        """The engagement of a loss: named in the sentence, or told of before, or implied."""
        aggregate = date is not None and is_long(date) and not is_by_one(self.sentence, loss, date)
        elsewhere = spot is not None and _is_in_clause(spot, at, self.sentence)
        near = [pair for pair in self.events if not elsewhere or _may_be_at(pair[1], spot)]
        event = _nearest(near, at)
        if event is not None:
            claim.reasons["engagement"] = "named in the sentence"
            several = event.plural or event.date is None or date is None
            return None if aggregate and (several or event.date != date) else event
        if aggregate or alone or accident:
            return None
        deserted = Outcome.DESERTED in loss.outcomes
        told_here = any(found is self.chronicle.current for _, found in self.events)  # elsewhere
        if not (deserted or told_here) and self.chronicle.goes_on(self.telling, date, spot):
            claim.reasons["engagement"] = "that of the sentence before"
            return self.chronicle.current
        about = self.chronicle.about(self.telling, date, spot) if claim.claimant else None
        if about is not None:
            claim.reasons["engagement"] = "that of the article, told of later"
            return about
        precise = date is not None and (
            is_day(date)
            or (spot is not None and spot.weight > 1)
            or is_by_one(self.sentence, loss, date)
        )
        entry = self.telling.is_entry and Outcome.KILLED in loss.outcomes
        violent = entry or is_violent(self.sentence, loss, claim.category)
        if not violent or not (precise or self._leads_report(loss)):
            return None
        claim.reasons["engagement"] = "implied by the loss"
        return self.chronicle.imply(self.telling, claim.start, claim.end, date, spot)

    def _leads_report(self, loss: Loss) -> bool:
        """Whether it is the first thing that a report tells, which is what it is about."""
        lead = self.memory.news and self.chronicle.first is None and self.telling.paragraph <= LEAD
        return lead and Outcome.KILLED in loss.outcomes and loss.rule in ("active", "passive")

    def _take_place(self, claim: Told, event: Event | None, spot: Spot | None) -> None:
        """The place that the sentence names; a mere country where the story is told elsewhere."""
        elsewhere = event is not None and event.told != self.memory.section
        if spot is not None and event is not None and event.place and is_hospital(spot.name):
            return  # where somebody was treated, and not where he was hurt
        if spot is not None and (spot.weight > 0 or elsewhere):
            claim.place, claim.reasons["place"] = spot.name, "in the sentence"

    def _take_from_event(self, loss: Loss, claim: Told, event: Event, alone: bool) -> None:
        released = Outcome.FREED in loss.outcomes and loss.quantity.low is None
        unknown = released or (alone and not self.events) or self._in_perfect(loss, claim)
        if claim.date is None and not unknown:
            claim.date = self._day_within(event) or event.date
            claim.because("date", claim.date)
            vague = self.memory.news and claim.date is not None and not is_day(claim.date)
            claim.undated = claim.date is None or vague
        if claim.place is None:
            claim.place = event.place
            claim.because("place", claim.place)
            claim.unplaced = claim.place is None

    def _take_from_before(self, claim: Told, date: EventDate | None, spot: Spot | None) -> None:
        """Day and place of the sentence before, in the same paragraph."""
        day = self.memory.clock.day
        reported = self.memory.reported and claim.claimant is not None
        if claim.event is None and claim.date is None and day is not None and not reported:
            claim.date = day.within(Basis.SENTENCE)
            claim.reasons["date"] = "from the sentence before"
        if claim.place is None and spot is not None and spot.place is not None:
            claim.place, claim.reasons["place"] = spot.name, "in the sentence"
        if claim.place is None:
            self.memory.recall()
            known = self.memory.spot
            if known is not None and (date is None or day is None or date.edtf == day.edtf):
                claim.place, claim.reasons["place"] = known.name, "from the sentence before"

    def _day_within(self, event: Event) -> EventDate | None:
        """The day that the sentence before names, where it is one of the engagement's."""
        day = self.memory.clock.day
        if day is None or event.date is None or self.telling.paragraph != self.memory.paragraph:
            return None
        return day.within(Basis.SENTENCE) if narrows(day, event.date) else None

    def _stands_alone(self, loss: Loss, claim: Told, accident: bool) -> bool:
        """Whether a loss takes nothing from the sentence before: it is told in general."""
        if accident or Outcome.DESERTED in loss.outcomes:
            return True
        attributed = claim.claimant is not None
        vague = loss.quantity.low is None and (attributed or claim.stance is Stance.ALLEGED)
        return (vague or self._in_perfect(loss, claim)) and not self.memory.news

    def _in_perfect(self, loss: Loss, claim: Told) -> bool:
        """As in "women have been abducted", which somebody says: at no time in particular."""
        if claim.claimant is None or loss.verb is None or not self.sentence.is_verb(loss.verb):
            return False
        return self.sentence.word(loss.verb) in ("have", "has") and not self.memory.news

    def _date_report(self, loss: Loss, claim: Told, date: EventDate | None) -> None:
        """A death that was announced on a day happened on that day or before."""
        reported = claim.claimant is not None or claim.stance is Stance.ALLEGED
        if date is None or date is not claim.date or not reported or len(date.edtf) not in (7, 10):
            return
        noun = self.sentence.noun(loss.noun) if loss.noun is not None else None
        named = noun is not None and noun.name is not None and noun.quantity is None
        nominal = loss.rule in ("noun of", *OF_HARM) and loss.quantity.low is None
        verb = self.sentence.verb(loss.verb) if loss.verb is not None else None
        alone = (
            verb is not None and verb.infinitive and loss.quantity == ONE
        )  # "to have shot a man"
        told = self.telling.leads(date) and (named or nominal or alone)
        if (told and "the attack" not in self.telling.text) or self.telling.reported:
            claim.date = evolve(date, edtf=f"../{date.edtf}")
            claim.reasons["date"] = "the day on which it was reported, or before"
            if claim.event is not None and claim.event.date is date and self.events:
                claim.event.date = claim.date
            claim.event = claim.event if self.events else None
            self.telling.reported = True


def _since(date: EventDate | None) -> EventDate | None:
    """Since when a war goes on: its first day or year is all that a report tells."""
    if date is None or "/" in date.edtf:
        return date
    return evolve(date, edtf=f"{date.edtf}/..")


def _is_in_clause(spot: Spot, at: int, sentence: Sentence) -> bool:
    """Whether a place stands in the clause of a phrase, so that it is surely where that was."""
    between = sentence.kinds[min(spot.first, at) : max(spot.first, at)]
    return not any(joint in between for joint in (";", ":", BUT))


def _may_be_at(event: Event, spot: Spot | None) -> bool:
    """Whether nothing says that an engagement was elsewhere than a loss."""
    if spot is None or spot.weight < 3 or spot.relative or event.place is None:
        return True
    return alike(spot.name, event.place) or locate(event.place).place is None


def _nearest(events: list[Mentioned], at: int) -> Event | None:
    """The engagement whose mention stands nearest to a phrase."""
    return min(events, key=lambda pair: abs(pair[0].index - at))[1] if events else None
