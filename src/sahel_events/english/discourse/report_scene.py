"""Where, when and in which event a loss of a report stands: its clause first, then its event."""

from __future__ import annotations

from attrs import define, evolve

from sahel_events.english.attaching.annotated_sentence import Telling
from sahel_events.english.attaching.attach import Refused, distance
from sahel_events.english.attaching.date_roles import STATEMENT
from sahel_events.english.attaching.place_of_loss import spot_of_loss
from sahel_events.english.discourse.claim_draft import Told
from sahel_events.english.discourse.context import Memory
from sahel_events.english.discourse.coreference import LEAD
from sahel_events.english.discourse.report import Report
from sahel_events.english.engagements.engagement import Event
from sahel_events.english.engagements.implied import is_accident, is_by_one, is_of_war, is_violent
from sahel_events.english.engagements.mention import Mention
from sahel_events.english.losses.loss import Loss
from sahel_events.english.places.find_places import Spot, is_hospital
from sahel_events.english.places.overlap import is_day, is_long
from sahel_events.english.syntax.clause_tree import Clause, Tie
from sahel_events.kinds import Outcome
from sahel_events.values import EventDate

__all__ = ["ReportScene"]

#: For so many days behind an engagement a day on which something is said is no day of harm.
_TOLD_WITHIN = 60


@define(slots=True)
class ReportScene:
    """A sentence of a report in which losses are told."""

    memory: Memory
    report: Report
    telling: Telling
    events: list[tuple[Mention, Event]]

    def give(self, loss: Loss, claim: Told) -> None:
        """Give a claim its engagement, its date and its place."""
        at = _place_in_sentence(loss)
        date, spot = self.telling.date_of(at), self._spot(loss, at)
        claim.refused["date"] = self.telling.date_at(at).refused
        claim.refused["place"] = self.telling.place_at(at).refused
        if is_of_war(self.telling.sentence, loss):
            self._take_own(claim, at, _since(date), spot)
            return
        if date is not None and self._is_of_statement(at, date):
            claim.refused["date"] += (Refused(str(date), STATEMENT),)
            date = None
        claim.event = self._event(loss, claim, at, date, spot)
        self._take_own(claim, at, date, spot)
        if claim.event is not None:
            self._take_from_event(claim, claim.event)
        else:
            self._take_from_entry(claim, at)
            self._take_from_before(claim)

    def _spot(self, loss: Loss, at: int) -> Spot | None:
        spot = spot_of_loss(self.telling, loss, at)
        if spot is not None and is_hospital(spot.name) and self.report.main is not None:
            return None  # where somebody was treated, and not where he was hurt
        return spot if spot is not None and spot.weight > 0 else None

    def _is_of_statement(self, at: int, date: EventDate | None) -> bool:
        """Whether a day, told with who says so, is only that on which it was said.

        As in "The minister announced 98 dead on 27 February", of a battle two days before.
        """
        event = self.report.current
        if date is None or event is None or event.date is None or not self._is_said(at):
            return False
        first, known = date.earliest, event.date.latest
        if not is_day(date) or first is None or known is None:
            return False
        return 0 < (first - known).days <= _TOLD_WITHIN

    def _is_said(self, at: int) -> bool:
        """Whether a phrase stands in what somebody is said to state."""
        clause: Clause | None = self.telling.clauses[at]
        while clause is not None:
            if clause.tie is Tie.CONTENT or clause.speaks(self.telling.sentence):
                return True
            clause = clause.above
        return False

    def _take_own(self, claim: Told, at: int, date: EventDate | None, spot: Spot | None) -> None:
        """What the sentence itself says of when and where."""
        if date is not None:
            claim.date = date
            claim.reasons["date"] = self.telling.date_at(at).reason or "in the sentence"
        if spot is not None:
            claim.place = spot.name
            claim.reasons["place"] = self.telling.place_at(at).reason or "in the sentence"

    def _take_from_event(self, claim: Told, event: Event) -> None:
        """Day and place of the engagement, also when they are told only later."""
        if claim.date is None:
            claim.date, claim.undated = event.date, True
        if claim.place is None:
            claim.place, claim.unplaced = event.place, True

    def _take_from_before(self, claim: Told) -> None:
        """Day and place of the sentence before, in the same paragraph, for what has no event."""
        day, place = self.report.before(self.telling)
        if claim.date is None and day is not None:
            claim.date, claim.reasons["date"] = day, "from the sentence before"
        if claim.place is None and place is not None:
            claim.place, claim.reasons["place"] = place, "from the sentence before"

    def _take_from_entry(self, claim: Told, at: int) -> None:
        """What heads the entry of a digest, or the country of which a toll is told."""
        entry, spot = self.report.entry, self.telling.spot_of(at)
        if claim.date is None and self.report.entry_date is not None:
            claim.date, claim.reasons["date"] = self.report.entry_date, "at the head of the entry"
        if claim.place is None and entry is not None and entry.place is not None:
            claim.place, claim.reasons["place"] = entry.place, "at the head of the entry"
        elif claim.place is None and spot is not None and spot.country is not None:
            claim.place, claim.reasons["place"] = spot.name, "in the sentence"
        elif claim.place is None and (town := self.telling.speakers_town()) is not None:
            claim.place, claim.reasons["place"] = town, "where they speak"

    # -- the engagement ---------------------------------------------------------------------------

    def _event(
        self, loss: Loss, claim: Told, at: int, date: EventDate | None, spot: Spot | None
    ) -> Event | None:
        """The engagement of a loss: named in its clause, or where the story stands."""
        sentence = self.telling.sentence
        aggregate = date is not None and is_long(date) and not is_by_one(sentence, loss, date)
        named = self._named(at)
        if aggregate and (named is None or named.plural or named.date != date):
            return None
        if named is not None and _may_be_on(named, date):
            claim.reasons["engagement"] = "named in the sentence"
            self.report.stand_at(named)
            return named
        if is_accident(self.telling.text) or Outcome.DESERTED in loss.outcomes:
            return None
        precise = date is not None or spot is not None
        lead = self.report.main is None and self.telling.paragraph <= LEAD
        leads = lead and Outcome.KILLED in loss.outcomes and loss.rule in ("active", "passive")
        entry = self.report.entry is not None and Outcome.KILLED in loss.outcomes
        violent = is_violent(sentence, loss, claim.category) or entry
        found = self.report.event_of_loss(
            self.telling, (claim.start, claim.end), date, spot, violent and (precise or leads)
        )
        claim.refused["engagement"] = tuple(self.report.refused)
        if found is not None:
            claim.reasons["engagement"] = "where the report stands"
        return found

    def _named(self, at: int) -> Event | None:
        """The engagement whose mention stands nearest in a clause that has to do with the loss."""
        clauses, sentence = self.telling.clauses, self.telling.sentence
        ranked = [
            (steps, abs(mention.index - at), event)
            for mention, event in self.events
            if (steps := distance(sentence, clauses[at], clauses[mention.index])) is not None
        ]
        return min(ranked, key=lambda found: found[:2])[2] if ranked else None


def _place_in_sentence(loss: Loss) -> int:
    """The phrase of which day and place are asked: the verb, or a figure that shares one."""
    gapped = loss.rule == "gapped" and loss.noun is not None
    return loss.verb if loss.verb is not None and not gapped else loss.noun or 0


def _may_be_on(event: Event, date: EventDate | None) -> bool:
    """Whether a loss on a date may be one of an engagement, or of what came of it within days."""
    return date is None or event.date is None or date.overlaps(event.date) or is_day(date)


def _since(date: EventDate | None) -> EventDate | None:
    """Since when a war goes on: its first day or year is all that a report tells."""
    if date is None or "/" in date.edtf:
        return date
    return evolve(date, edtf=f"{date.edtf}/..")
