"""Losses become claims: who says so, whose they are, when, where, in which engagement."""

from __future__ import annotations

from typing import Protocol

from attrs import define, field

from sahel_events.english.attaching.annotated_sentence import Telling
from sahel_events.english.attaching.attach import Refused
from sahel_events.english.attribution.attributions import attribution_of
from sahel_events.english.discourse.claim_draft import Told
from sahel_events.english.discourse.context import Memory
from sahel_events.english.discourse.parties_of_event import take_responsibility
from sahel_events.english.lexicon.senses import ADVERB, COUNTRY, HARM, OWN, PARTY, PEOPLE, QUANTITY
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.losses.loss import OF_HARM, Loss
from sahel_events.english.parties.own_side import is_own_side, people_behind, side_behind
from sahel_events.english.parties.party_of_loss import party_of_loss, party_of_phrase
from sahel_events.english.syntax.chunks import NounPhrase, Sentence
from sahel_events.english.syntax.quantifiers import victims_of
from sahel_events.kinds import Outcome, Stance
from sahel_events.registry.countries import country_with_iso
from sahel_events.registry.resolving import resolve

__all__ = ["read_claims"]

#: Words for fighters that name no party.
_KINDS_OF_FIGHTERS = word_list("people who attack") | {"gunmen", "militants", "fighters", "bandits"}
#: What stands before the words that say who the victims are: "the army's three elite soldiers".
_BEFORE_VICTIMS = (OWN, COUNTRY, PARTY, HARM, PEOPLE, ADVERB, QUANTITY)
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


class Scene(Protocol):
    """What gives a claim its engagement, its date and its place."""

    def give(self, loss: Loss, claim: Told) -> None:
        """Give them to the claim that a loss of the sentence becomes."""


@define(slots=True)
class _Maker:
    """Makes the claims of one sentence."""

    memory: Memory
    telling: Telling
    scene: Scene
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
        self.scene.give(loss, claim)
        self._give_party(loss, claim)
        if loss.perpetrator is not None:
            claim.perpetrator = party_of_phrase(self.sentence, loss.perpetrator, self.memory.sides)
        if self.memory.news:
            take_responsibility(claim)
        return claim

    def _of(self, loss: Loss | None) -> Told | None:
        return self.made.get(id(loss)) if loss is not None else None

    # -- who says so, and whose they are ----------------------------------------------------------

    def _attribute(self, loss: Loss, claim: Told) -> None:
        at = loss.noun if loss.noun is not None else loss.verb or 0
        found = attribution_of(self.telling.attributions, at)
        claim.refused["claimant"] = tuple(
            Refused(other.speaker.text, "speaks of other words")
            for other in self.telling.attributions
            if other is not found and other.speaker is not None
        )
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
        claim.party = self._admitted(loss, claim) or party_of_loss(loss, sides, self.parties)
        claim.party = _told_party(claim.party)
        claim.refused["party"] = tuple(
            Refused(name, "named, but not as theirs") for name in self._parties_named(claim.party)
        )
        self.parties[id(loss)] = claim.party
        sides.last = claim.party or sides.last
        if claim.party is None and claim.parent is not None and claim.category is None:
            claim.party = claim.parent.party
            if claim.party is not None:
                claim.reasons["party"] = "that of the whole"
        elif claim.party is not None:
            words = claim.victims or claim.what
            named = claim.party.lower() in words.lower()
            claim.reasons["party"] = "named with them" if named else f"“{words}” in this story"

    def _parties_named(self, taken: str | None) -> list[str]:
        """The parties and countries that the sentence names besides the one that was taken."""
        names = [
            sense.name or (sense.country.name if sense.country is not None else None)
            for sense in self.sentence.tokens.senses
            if sense.party is not None or sense.country is not None
        ]
        return [name for name in dict.fromkeys(names) if name is not None and name != taken]

    def _admitted(self, loss: Loss, claim: Told) -> str | None:
        """The party of whoever concedes losses without a word for whose they are.

        As in "The army acknowledged six dead".
        """
        if claim.stance is not Stance.CONFIRMED or claim.victims is not None or loss.thing:
            return None
        speaks = self.memory.sides.subject
        known = claim.claimant is not None and speaks is not None
        return speaks if known and self.memory.news else None

    def _name_victims(self, loss: Loss, claim: Told) -> None:
        kin = self._elder(loss, self._of(loss.kin) or claim.parent)
        phrase = loss.named if loss.named is not None else loss.noun
        noun = self.sentence.noun(phrase) if phrase is not None else None
        if loss.thing:
            claim.what = _thing(self.sentence, loss, noun, kin)
        elif loss.rule in OF_HARM:
            if noun is not None and loss.named is not None:
                claim.victims = victims_of(noun, self.sentence)
        elif noun is not None and not _is_figure(noun):
            self._describe(claim, noun)
        elif phrase is not None and (side := people_behind(self.sentence, phrase)) is not None:
            self._describe(claim, self.sentence.noun(side))
        elif kin is not None and not _is_of_other_side(self.sentence, phrase):
            claim.victims, claim.category = kin.victims, kin.category

    def _elder(self, loss: Loss, kin: Told | None) -> Told | None:
        """Whom a bare figure counts too: those of the claim before, or of its whole."""
        apart = loss.kin is not None and loss.kin.sentence is not loss.sentence
        return kin.parent if kin is not None and apart and kin.parent is not None else kin

    def _describe(self, claim: Told, noun: NounPhrase) -> None:
        claim.victims = victims_of(noun, self.sentence)
        if noun.head is not None and noun.head.noun is not None:
            claim.category = noun.head.noun.category


def _told_party(name: str | None) -> str | None:
    """A party as claims name it: a state for its forces; nothing for a mere kind of fighters.

    "FAMa" are Mali's; "gunmen" are nobody's as long as nobody says whose.
    """
    known = resolve(name) if name is not None else None
    if known is not None and known.kind == "state force" and len(known.countries) == 1:
        country = country_with_iso(known.countries[0])
        return country.name if country is not None else name
    return None if name is not None and name.lower() in _KINDS_OF_FIGHTERS else name


def read_claims(
    memory: Memory, scene: Scene, telling: Telling, losses: list[Loss],
    last: tuple[Loss, Told] | None,
) -> list[tuple[Loss, Told]]:  # fmt: skip
    """The claims of a sentence; ``last`` is the loss told before it, with its claim."""
    maker = _Maker(memory, telling, scene)
    if last is not None:
        maker.made[id(last[0])], maker.parties[id(last[0])] = last[1], last[1].party
    return [(loss, maker.claim(loss)) for loss in losses if not _is_told_again(loss, telling)]


def _is_told_again(loss: Loss, telling: Telling) -> bool:
    """Whether it only says how those died who were told of before: "they were shot at dawn"."""
    kin = loss.kin
    if kin is None or kin.sentence is loss.sentence or loss.noun is None:
        return False
    if attribution_of(telling.attributions, loss.noun) is not None:
        return False  # "JNIM denied that he was dead"
    pronoun = loss.sentence.noun(loss.noun).pronoun is not None
    return pronoun and loss.quantity == kin.quantity and set(loss.outcomes) <= set(kin.outcomes)


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


def _is_of_other_side(sentence: Sentence, phrase: int | None) -> bool:
    """As in "killed 30 soldiers, against four dead of its own": those four are others."""
    side = side_behind(sentence, phrase) if phrase is not None else None
    return side is not None and is_own_side(sentence, side)


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
    owner = max(tokens.codes.rfind(code, noun.first, head) for code in _BEFORE_VICTIMS) + 1
    words = tokens.words(max(noun.noun_from, noun.first, owner), head + 1)
    last = tokens.words(head, head + 1)
    return (words[: len(words) - len(last)] + noun.head.noun.singular).strip()
