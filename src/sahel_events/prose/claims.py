"""Losses become claims: who says so, whose they are, when, where, in which engagement."""

from __future__ import annotations

import re

from attrs import define, evolve, field

from sahel_events.model import Outcome, Stance
from sahel_events.prose.chronicle import Chronicle, Mentioned
from sahel_events.prose.counting import victims_of
from sahel_events.prose.events import Event
from sahel_events.prose.losses import ONE, Loss
from sahel_events.prose.memory import Memory
from sahel_events.prose.phrases import NounPhrase, Sentence
from sahel_events.prose.sources import attribution_of
from sahel_events.prose.spans import is_day, is_long, overlap
from sahel_events.prose.telling import Telling
from sahel_events.prose.where import Spot, place_near
from sahel_events.prose.whose import party_of_loss, party_of_phrase
from sahel_events.values import Basis, EventDate, Quantity

__all__ = ["Told", "read_claims"]

_ACCIDENT = re.compile(r"\b(?:accident|crash(?:ed)?|helicopter-crash|collision)\b", re.IGNORECASE)
#: What makes losses those of an engagement, although none is named.
_VIOLENCE = re.compile(
    r" by |\b(?:mines?|land ?mines?|IEDs?|bombs?|bombers?|rockets?|shells?|mortars?|grenades?"
    r"|drones?|missiles?|explosi(?:on|ves?)|blast|gunmen|gunfire|snipers?|shot|stray bullets?"
    r"|executed|massacred|slaughtered)\b"
)
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
#: What people suffer before they are freed or killed.
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
#: Rules whose noun names the harm, and not those who came to it.
_OF_HARM = frozenset(("counted noun", "toll", "lives", "possessed"))


@define(slots=True, eq=False)
class Told:
    """A claim while it is being made: ``start`` and ``end`` are characters of the section."""

    start: int
    end: int
    sentence: tuple[int, int]
    quantity: Quantity
    outcomes: tuple[Outcome, ...]
    rule: str
    what: str = "people"
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
class _Maker:
    """Makes the claims of one sentence."""

    memory: Memory
    chronicle: Chronicle
    telling: Telling
    events: list[Mentioned]
    made: dict[int, Told] = field(factory=dict)
    parties: dict[int, str | None] = field(factory=dict)

    @property
    def sentence(self) -> Sentence:
        return self.telling.sentence

    def claim(self, loss: Loss) -> Told:
        """The claim that a loss becomes."""
        start, end = self.telling.place_of(loss.first, loss.after)
        span = (self.telling.start, self.telling.end)
        claim = Told(start, end, span, loss.quantity, loss.outcomes, loss.rule)
        self.made[id(loss)] = claim
        claim.parent = self._of(loss.parent) or _whole_before(loss, self._of(loss.kin))
        self._attribute(loss, claim)
        self._name_victims(loss, claim)
        self._set_scene(loss, claim)
        self._give_party(loss, claim)
        if loss.perpetrator is not None:
            claim.perpetrator = party_of_phrase(self.sentence, loss.perpetrator, self.memory.sides)
        return claim

    def _of(self, loss: Loss | None) -> Told | None:
        return self.made.get(id(loss)) if loss is not None else None

    # -- who says so, and whose they are ----------------------------------------------------------

    def _attribute(self, loss: Loss, claim: Told) -> None:
        at = loss.noun if loss.noun is not None else loss.verb or 0
        found = attribution_of(self.telling.attributions, at)
        if loss.reportedly:
            claim.stance, claim.reasons["claimant"] = Stance.ALLEGED, "“reportedly”"
        if found is None:
            return
        claim.reasons["claimant"] = found.rule
        if found.speaker is None:
            claim.stance = Stance.ALLEGED
            return
        name = self.memory.resolve(found, self.telling)
        if name is not None:
            if found.speaker.pronoun:
                claim.reasons["claimant"] += f", “{found.speaker.text}” from the sentence before"
            claim.claimant, claim.stance = name, found.stance
            self.memory.hear(found.speaker, name, self.telling)

    def _give_party(self, loss: Loss, claim: Told) -> None:
        loss.claimed = claim.claimant is not None
        sides = self.memory.sides
        claim.party = party_of_loss(loss, sides, self.parties)
        self.parties[id(loss)] = claim.party
        sides.last = claim.party or sides.last
        if claim.party is None and claim.parent is not None and claim.category is None:
            claim.party = claim.parent.party
            claim.reasons["party"] = "that of the whole"
        elif claim.party is not None:
            words = claim.victims or claim.what
            named = claim.party.lower() in words.lower()
            claim.reasons["party"] = "named with them" if named else f"“{words}” in this story"

    def _name_victims(self, loss: Loss, claim: Told) -> None:
        kin = self._of(loss.kin) or claim.parent
        phrase = loss.named if loss.named is not None else loss.noun
        noun = self.sentence.noun(phrase) if phrase is not None else None
        if loss.thing:
            claim.what = _thing(self.sentence, loss, noun, kin)
        elif loss.rule in _OF_HARM:
            if noun is not None and loss.named is not None:
                claim.victims = victims_of(noun, self.sentence)
        elif noun is None or _is_figure(noun):
            if kin is not None:
                claim.victims, claim.category = kin.victims, kin.category
        else:
            claim.victims = victims_of(noun, self.sentence)
            if noun.head is not None and noun.head.noun is not None:
                claim.category = noun.head.noun.category

    # -- when, where, in which engagement ---------------------------------------------------------

    def _set_scene(self, loss: Loss, claim: Told) -> None:
        at = loss.verb if loss.verb is not None else loss.noun or 0
        date, spot = self.telling.date_of(at), self._spot(loss, at)
        accident = _ACCIDENT.search(self.telling.text) is not None
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
            claim.place, claim.reasons["place"] = self.memory.home, "where the report is from"
        if event is not None and (
            event.told == self.memory.section or event is self.chronicle.current
        ):
            self.chronicle.stand_at(event)
            event.paragraph = max(event.paragraph, self.telling.paragraph)
        self._date_report(loss, claim, date)

    def _spot(self, loss: Loss, at: int) -> Spot | None:
        """The place that goes with a loss; what stands behind the loss before it goes with that."""
        spot = place_near(self.telling.spots, at, self.sentence)
        kin = loss.kin
        if spot is None or spot.first >= at or kin is None or kin.sentence is not self.sentence:
            return spot
        kin_at = kin.verb if kin.verb is not None else kin.noun or 0
        return (
            place_near(self.telling.spots, kin_at, self.sentence) if spot.first > kin_at else spot
        )

    def _event(
        self, loss: Loss, claim: Told, at: int, date: EventDate | None, spot: Spot | None,
        alone: bool, accident: bool,
    ) -> Event | None:  # fmt: skip
        """The engagement of a loss: named in the sentence, or told of before, or implied."""
        aggregate = date is not None and is_long(date)
        event = _nearest(self.events, at)
        if event is not None:
            claim.reasons["engagement"] = "named in the sentence"
            several = event.plural or event.date is None or date is None
            return None if aggregate and (several or event.date != date) else event
        if aggregate or alone or accident:
            return None
        deserted = Outcome.DESERTED in loss.outcomes
        if not deserted and self.chronicle.goes_on(self.telling, date, spot):
            claim.reasons["engagement"] = "that of the sentence before"
            return self.chronicle.current
        precise = is_day(date) or (date is not None and spot is not None and spot.weight > 1)
        violent = _VIOLENT.intersection(loss.outcomes) and (
            loss.perpetrator is not None or _VIOLENCE.search(self.telling.text)
        )
        if not precise or not violent:
            return None
        claim.reasons["engagement"] = "implied by the loss"
        return self.chronicle.imply(self.telling, claim.start, claim.end, date, spot)

    def _take_place(self, claim: Told, event: Event | None, spot: Spot | None) -> None:
        """The place that the sentence names; a mere country where the story is told elsewhere."""
        elsewhere = event is not None and event.told != self.memory.section
        if spot is not None and (spot.weight > 0 or elsewhere):
            claim.place, claim.reasons["place"] = spot.name, "in the sentence"

    def _take_from_event(self, loss: Loss, claim: Told, event: Event, alone: bool) -> None:
        released = Outcome.FREED in loss.outcomes and loss.quantity.low is None
        unknown = released or (alone and not self.events) or self._in_perfect(loss, claim)
        if claim.date is None and not unknown:
            claim.date = self._day_within(event) or event.date
            claim.reasons["date"] = "that of the engagement"
        if claim.place is None:
            claim.place, claim.reasons["place"] = event.place, "that of the engagement"

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
        return day.within(Basis.SENTENCE) if is_day(day) and overlap(day, event.date) else None

    def _stands_alone(self, loss: Loss, claim: Told, accident: bool) -> bool:
        """Whether a loss takes nothing from the sentence before: it is told in general."""
        if accident or Outcome.DESERTED in loss.outcomes:
            return True
        attributed = claim.claimant is not None
        vague = loss.quantity.low is None and (attributed or claim.stance is Stance.ALLEGED)
        return (vague or self._in_perfect(loss, claim)) and not self.memory.news

    def _in_perfect(self, loss: Loss, claim: Told) -> bool:
        """As in "women have been abducted", which somebody says: at no time in particular."""
        if claim.claimant is None or loss.verb is None or self.sentence.kind(loss.verb) != "V":
            return False
        return self.sentence.word(loss.verb) in ("have", "has") and not self.memory.news

    def _date_report(self, loss: Loss, claim: Told, date: EventDate | None) -> None:
        """A death that was announced on a day happened on that day or before."""
        reported = claim.claimant is not None or claim.stance is Stance.ALLEGED
        if date is None or date is not claim.date or not reported or len(date.edtf) not in (7, 10):
            return
        noun = self.sentence.noun(loss.noun) if loss.noun is not None else None
        named = noun is not None and noun.name is not None and noun.quantity is None
        nominal = loss.rule in ("noun of", *_OF_HARM) and loss.quantity.low is None
        verb = self.sentence.verb(loss.verb) if loss.verb is not None else None
        alone = (
            verb is not None and verb.infinitive and loss.quantity == ONE
        )  # "to have shot a man"
        told = self.telling.leads(date) and (named or nominal or alone)
        if (told and "the attack" not in self.telling.text) or self.telling.reported:
            claim.date = evolve(date, edtf=f"../{date.edtf}")
            claim.reasons["date"] = "the day on which it was reported, or before"
            claim.event = claim.event if self.events else None
            self.telling.reported = True


def read_claims(
    memory: Memory, chronicle: Chronicle, telling: Telling, events: list[Mentioned],
    losses: list[Loss], last: tuple[Loss, Told] | None,
) -> list[tuple[Loss, Told]]:  # fmt: skip
    """The claims of a sentence; ``last`` is the loss told before it, with its claim."""
    maker = _Maker(memory, chronicle, telling, events)
    if last is not None:
        maker.made[id(last[0])], maker.parties[id(last[0])] = last[1], last[1].party
    return [(loss, maker.claim(loss)) for loss in losses]


def _nearest(events: list[Mentioned], at: int) -> Event | None:
    """The engagement whose mention stands nearest to a phrase."""
    return min(events, key=lambda pair: abs(pair[0].index - at))[1] if events else None


def _whole_before(loss: Loss, kin: Told | None) -> Told | None:
    """The total told before, of which "six of them" are a part, or "seventeen", who were freed."""
    if kin is None or loss.noun is None or loss.thing:
        return None
    noun = loss.sentence.noun(loss.noun)
    low, whole = loss.quantity.low, kin.quantity.low
    if low is None or whole is None or low > whole or noun.others:
        return None
    if noun.partitive and noun.pronoun is not None:
        return kin
    apart = loss.kin is not None and loss.kin.sentence is not loss.sentence
    held = bool(_HELD.intersection(kin.outcomes)) and kin.outcomes != loss.outcomes
    return kin if _is_figure(noun) and apart and held else None


def _is_figure(noun: NounPhrase) -> bool:
    """Whether it is a figure, and names nobody."""
    return noun.head is None and noun.head_at < 0 and noun.name is None


def _thing(sentence: Sentence, loss: Loss, noun: NounPhrase | None, kin: Told | None) -> str:
    """The things in the document's words, in the singular."""
    if loss.remarks == ["material"]:
        return "material"
    if noun is None or _is_figure(noun):
        return kin.what if kin is not None and kin.what != "people" else "materiel"
    if noun.head is None or noun.head.noun is None:
        return victims_of(noun, sentence) or "materiel"
    tokens, head = sentence.tokens, noun.head_at
    owner = max(tokens.codes.rfind(code, noun.first, head) for code in "$gPhny") + 1
    words = tokens.words(max(noun.noun_from, noun.first, owner), head + 1)
    last = tokens.words(head, head + 1)
    return (words[: len(words) - len(last)] + noun.head.noun.singular).strip()
