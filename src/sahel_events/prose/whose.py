"""Whose they are: the party that a noun phrase belongs to.

A party is given by the name that the document uses; civilians are a party of their own.
"""

from __future__ import annotations

from attrs import define, field

from sahel_events.language.figures import CIVILIANS
from sahel_events.language.lexicon import country_named
from sahel_events.model import Outcome
from sahel_events.prose.clauses import subject
from sahel_events.prose.losses import Loss
from sahel_events.prose.phrases import NounPhrase, Sentence
from sahel_events.prose.vocabulary import Sense

__all__ = ["Sides", "party_of_loss", "party_of_phrase"]

_CIVIL = frozenset(("civilians", "children", "aid workers", "journalists", "officials"))
_STATE = frozenset(("soldiers", "police", "officials"))
_REBELS = frozenset(("militants", "militia"))
_HOSTILE = frozenset(
    "assailant attacker militant terrorist jihadist jihadi insurgent gunman fighter bomber aggressor "
    "raider extremist islamist combatant bandit captor guerrilla".split()
)
_NO_PARTY = frozenset(
    "people person man men individual victim passenger hostage prisoner captive suspect detainee "
    "body corpse casualty fighter miner captor other".split()
)
_CIVIL_WORDS = frozenset(
    "man woman passenger miner worker refugee driver relative guest victim hostage couple girl boy".split()
)


#: Words that name a kind of fighters, and no party.
_LOOSE = frozenset(("Islamists", "Islamist", "Tuaregs", "Tuareg", "Arabs", "Jihadists", "Rebels"))


@define(slots=True)
class Sides:
    """What is known of the parties where a sentence stands."""

    #: the country whose soldiers are meant when none is named
    state: str | None = None
    attackers: list[str] = field(factory=list)
    defenders: list[str] = field(factory=list)
    #: the peacekeeping mission that the document names
    mission: str | None = None
    #: the party that spoke or acted last, for "they" and "its"
    subject: str | None = None
    #: the party of those who came to harm last
    last: str | None = None
    #: the people whom the document has told of, by singular noun, with their party
    told: dict[str, str] = field(factory=dict)

    @property
    def group(self) -> str | None:
        """The one side of the engagement that is no state."""
        groups = _groups(self.attackers) + _groups(self.defenders)
        others = [name for name in groups if name not in (self.subject, self.last)]
        if len(groups) > 1:
            return others[0] if len(others) == 1 else None
        return groups[0] if groups else None

    @property
    def assailants(self) -> str | None:
        """The group that attacked."""
        groups = _groups(self.attackers)
        return groups[0] if groups else None

    @property
    def enemy(self) -> str | None:
        """Whoever stands against the party that speaks or acts."""
        against: list[str] = []
        if self.subject in self.attackers:
            against = self.defenders
        elif self.subject in self.defenders:
            against = self.attackers
        named = [name for name in against if name[:1].isupper()]
        if named:
            return named[0]
        if self.subject is not None and country_named(self.subject) is None:
            return self.state
        return None


def _groups(names: list[str]) -> list[str]:
    """The armed groups among the names of parties."""
    return [
        name
        for name in names
        if name[:1].isupper() and country_named(name) is None and name not in _LOOSE
    ]


def party_of_phrase(sentence: Sentence, index: int, sides: Sides) -> str | None:
    """The party that the words of a phrase name, or that its people belong to."""
    noun = sentence.noun(index)
    named = _named(sentence, noun)
    category = (
        noun.head.noun.category if noun.head is not None and noun.head.noun is not None else None
    )
    singular = (
        noun.head.noun.singular if noun.head is not None and noun.head.noun is not None else ""
    )
    thing = noun.head is not None and noun.head.noun is not None and noun.head.noun.thing
    if thing and singular != "bomber":
        return named[0] if named else None
    if category in _CIVIL and not (named and named[1] == "group" and category != "children"):
        return CIVILIANS
    if named is not None:
        name, kind = named
        if singular and (kind == "group" or category in _STATE):
            sides.told[singular] = name
        if (
            kind == "country"
            and category in (None, "people")
            and singular not in ("troop", "force", "soldier")
        ):
            return CIVILIANS if noun.quantity is not None or noun.indefinite else name
        if kind == "country" and category in _REBELS:
            return None
        return name
    if noun.pronoun is not None:
        return sides.subject
    if (
        noun.possessive
        and sides.subject is not None
        and category in ("soldiers", "militants", "militia", "people", None)
    ):
        return sides.subject
    if singular in sides.told and not noun.indefinite and not noun.others:
        return sides.told[singular]
    if category == "peacekeepers":
        return sides.mission or sides.told.get("peacekeeper")
    if singular in _ATTACKED:
        return sides.defenders[0] if sides.defenders else sides.state
    if category in _STATE and _are_rebels(sentence, noun):
        return sides.group
    if category in _STATE or (noun.head is not None and noun.head.code == "u"):
        return sides.state
    if singular in _ASSAILANTS:
        return sides.assailants
    if singular in _HOSTILE or category in _REBELS:
        return sides.group
    return None


_ASSAILANTS = frozenset("assailant attacker bomber aggressor raider gunman".split())


_HOMES = frozenset("home house shop village granary hamlet quarter cart field".split())
_ATTACKED = frozenset(("defender", "garrison", "guard", "sentry", "crew", "occupant"))
_ALIKE = frozenset("companion colleague comrade compatriot accomplice".split())


def _are_rebels(sentence: Sentence, noun: NounPhrase) -> bool:
    """As in "rebel forces", "Islamist troops"."""
    senses = sentence.tokens.senses[noun.first : max(noun.head_at, noun.first)]
    return any(sense.noun is not None and sense.noun.category in _REBELS for sense in senses)


def _named(sentence: Sentence, noun: NounPhrase) -> tuple[str, str] | None:
    """The party or country that the phrase names, and which of them it is."""
    tokens = sentence.tokens
    country = group = None
    for at in range(noun.first, noun.after):
        sense = tokens.senses[at]
        if sense.code == "P" and group is None:
            group = at
        if sense.country is not None and country is None:
            country = sense.country.name
    if group is not None and not (country and _is_mission(tokens.senses[group])):
        return tokens.words(group, group + 1), "group"
    if country is not None:
        return country, "country"
    if noun.of is not None:
        of = sentence.noun(noun.of)
        if of.head is None and of.name is not None:
            return (
                _named(sentence, of)
                if set(tokens.codes[of.name[0] : of.name[1]]) <= set("Pg")
                else None
            )
    return None


def _is_mission(sense: Sense) -> bool:
    """A peacekeeper of a mission belongs to the country that sent him."""
    return sense.party is not None and sense.party.kind == "international mission"


def party_of_loss(loss: Loss, sides: Sides, parties: dict[int, str | None]) -> str | None:
    """The party of whoever came to harm."""
    sentence = loss.sentence
    phrase = loss.named if loss.named is not None else loss.noun
    if phrase is None:
        return None
    noun = sentence.noun(phrase)
    sufferer = _sufferer(sentence, loss.noun) if loss.noun is not None else None
    if sufferer is not None:
        found = party_of_phrase(sentence, sufferer, sides)
        if found is not None:
            return found
    if loss.owner is not None:
        owner = party_of_phrase(sentence, loss.owner, sides)
        own = party_of_phrase(sentence, phrase, sides) if not loss.thing else None
        return owner or own
    if loss.rule in ("counted noun", "toll", "possessed", "another figure") or loss.remarks:
        named = _named(sentence, noun)
        if named is not None:
            return named[0]
        if loss.named is not None:
            return party_of_phrase(sentence, loss.named, sides)
        if loss.kin is not None:
            return parties.get(id(loss.kin))
        words = sentence.text(phrase).lower()
        if "civilian" in words:
            return CIVILIANS
        organ = _organ_behind(sentence, phrase)
        if organ is not None:
            return party_of_phrase(sentence, organ, sides) or sides.state
        inflicted = loss.quantity.low is None and loss.rule == "counted noun" and loss.claimed and Outcome.CASUALTY in loss.outcomes
        return sides.enemy if inflicted else None
    if loss.thing:
        return _owner_of_things(loss, noun, sides)
    if _is_anonymous(noun):
        kin = loss.kin or loss.parent
        return parties.get(id(kin)) if kin is not None else None
    if (
        noun.head is not None
        and noun.head.noun is not None
        and noun.head.noun.singular in _ALIKE
        and loss.kin is None
    ):
        return sides.last
    if (
        noun.possessive
        and noun.head is not None
        and noun.head.noun is not None
        and noun.head.noun.singular in ("man", "troop", "comrade", "soldier")
    ):
        kin_party = parties.get(id(loss.kin)) if loss.kin is not None else None
        return kin_party or sides.subject
    own = party_of_phrase(sentence, phrase, sides)
    if noun.name is not None and own in (None, CIVILIANS):
        own = _of_person(sentence, noun, sides) or own
    if noun.head is None and loss.parent is not None and own == CIVILIANS:
        whole = parties.get(id(loss.parent))
        named = _named(sentence, noun)
        return whole if whole in (None, CIVILIANS) else named[0] if named else whole
    if own is None and loss.parent is not None and not _is_person(noun):
        return parties.get(id(loss.parent))
    return own or _of_unnamed(noun, loss, sides, parties)


_SUFFER = frozenset(
    "suffer suffered suffers suffering sustained sustain had lost lose reported recorded".split()
)


def _sufferer(sentence: Sentence, phrase: int) -> int | None:
    """Who suffered the loss: "they suffered only one dead and 13 wounded"."""
    at = phrase - 1
    while (
        at > 0
        and sentence.kind(at) in "yN&V,"
        and not (
            sentence.kind(at) == "V"
            and (
                sentence.verb(at).copula or sentence.tokens.word(sentence.verb(at).main) in _SUFFER
            )
        )
    ):
        if sentence.kind(at) == "V" and sentence.verb(at).sense.harm is None:
            return None
        at -= 1
    if sentence.kind(at) != "V":
        return None
    before = subject(sentence, at)
    if sentence.tokens.word(sentence.verb(at).main) in _SUFFER:
        return before
    if sentence.verb(at).copula and before is not None:  # "Malian casualties were 12 dead"
        head = sentence.noun(before).head
        return before if head is not None and head.code == "e" else None
    return None


def _of_person(sentence: Sentence, noun: NounPhrase, sides: Sides) -> str | None:
    """The party that the words behind a name give: "Abou Zeid, one of the leaders of AQIM,"."""
    tokens = sentence.tokens
    assert noun.name is not None
    name = tokens.words(*noun.name)
    if tokens.codes[noun.after : noun.after + 1] == ",":
        for at in range(noun.after + 1, min(noun.after + 14, len(tokens.codes))):
            if tokens.codes[at] in "bHM.;":
                break
            if tokens.codes[at] == "P":
                sides.told[name] = sides.told[name.split()[-1]] = tokens.words(at, at + 1)
                break
    return sides.told.get(name) if " " in name else sides.told.get(name.split()[-1])


def _organ_behind(sentence: Sentence, phrase: int) -> int | None:
    """As in "losses on the army's side", "heavy losses for the army"."""
    if sentence.kind(phrase + 1) != "i" or sentence.kind(phrase + 2) != "N":
        return None
    return phrase + 2 if sentence.word(phrase + 1) in ("on", "for", "among", "to") else None


def _is_anonymous(noun: NounPhrase) -> bool:
    return noun.head is None and noun.head_at < 0 and noun.name is None and noun.pronoun is None


def _is_person(noun: NounPhrase) -> bool:
    return noun.head is not None


def _of_unnamed(
    noun: NounPhrase, loss: Loss, sides: Sides, parties: dict[int, str | None]
) -> str | None:
    singular = (
        noun.head.noun.singular if noun.head is not None and noun.head.noun is not None else None
    )
    if singular is not None and singular in sides.told:
        return sides.told[singular]
    return CIVILIANS if singular in _CIVIL_WORDS else None


def _owner_of_things(loss: Loss, noun: NounPhrase, sides: Sides) -> str | None:
    """Whose things they were: named in the phrase, or the other side of whoever took them."""
    named = _named(loss.sentence, noun)
    if named is not None:
        return named[0]
    if noun.head is not None and noun.head.noun is not None:
        word = noun.head.noun.singular
        if noun.head.noun.category == "animal" or word in _HOMES:
            return CIVILIANS
    if loss.perpetrator is not None:
        doer = party_of_phrase(loss.sentence, loss.perpetrator, sides)
        if doer is not None:
            if doer in sides.attackers and sides.defenders:
                return sides.defenders[0]
            if doer in sides.defenders and sides.attackers:
                return sides.attackers[0]
    if (
        loss.kin is not None
        and loss.kin.sentence is loss.sentence
        and sides.last not in (None, CIVILIANS, sides.subject)
    ):
        return sides.last  # "killed 35 soldiers and seized seven vehicles"
    if sides.subject in sides.attackers and sides.defenders and loss.perpetrator is None:
        return sides.defenders[0]
    words = loss.sentence.text(loss.noun or 0).lower()
    if "military" in words or " camp" in words or "army" in words:
        return sides.defenders[0] if sides.defenders else sides.state
    return None
