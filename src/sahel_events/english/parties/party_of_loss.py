"""Whose they are: the party of the people and things that a loss counts."""

from __future__ import annotations

from sahel_events.english.lexicon.senses import (
    ADVERB,
    AND,
    BE,
    HAVE,
    LOSSES,
    MODAL,
    PARTY,
    PREPOSITION,
)
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.losses.loss import Loss
from sahel_events.english.parties.own_side import is_own_side, people_behind, side_behind
from sahel_events.english.parties.party_of_phrase import named_party, party_of_phrase, word_of
from sahel_events.english.parties.sides import Sides
from sahel_events.english.syntax.chunks import NOUN, VERB, NounPhrase, Sentence
from sahel_events.english.syntax.clauses import subject
from sahel_events.kinds import CIVILIANS, Outcome

__all__ = ["Sides", "party_of_loss", "party_of_phrase"]

#: Constructions that count losses, and name the victims only besides.
_COUNTS = frozenset(("counted noun", "toll", "possessed", "another figure"))
_SUFFER = frozenset(
    "suffer suffered suffers suffering sustained sustain had lost lose reported recorded bore "
    "endured".split()
)
#: Verbs that are said so of losses, and of prisoners otherwise: "took losses".
_TAKE = frozenset(("took", "taken", "taking", "take"))
#: People of the same party as those of whom the sentence before told.
_ALIKE = frozenset("companion colleague comrade compatriot accomplice".split())
#: People who, with "his" or "its", belong to the party that acts.
_OWN = frozenset(("man", "troop", "comrade", "soldier"))
#: People who are civilians where nothing says otherwise.
_CIVIL = frozenset(
    "man woman passenger miner worker refugee driver relative guest victim hostage couple girl "
    "boy citizen family families".split()
)
#: What somebody is in a group: "one of the leaders of AQIM".
_IN_A_GROUP = word_list("ranks in a group")
#: How far behind a name the comma may stand, in tokens: "Abdel Krim, nicknamed 'Kojak',".
_LONGEST_NICKNAME = 6
#: Things that are civilians'.
_HOMES = frozenset("home house shop village granary hamlet quarter cart field".split())
#: Words of things that are the state's.
_MILITARY = ("military", " camp", "army", "police", "armoured", "armored")


def party_of_loss(loss: Loss, sides: Sides, parties: dict[int, str | None]) -> str | None:
    """The party of whoever came to harm; ``parties`` has those of earlier losses, by identity."""
    sentence = loss.sentence
    phrase = loss.named if loss.named is not None else loss.noun
    if phrase is None:
        return None
    headed = _heading_party(sentence, phrase)
    if headed is not None:
        return headed
    sufferer = _sufferer(sentence, loss.noun) if loss.noun is not None else None
    told = named_party(sentence, sentence.noun(phrase))
    if sufferer is not None and (told is None or told.is_country):
        found = party_of_phrase(sentence, sufferer, sides)
        if found is not None:
            return found
    if loss.owner is not None:
        owner = party_of_phrase(sentence, loss.owner, sides)
        own = None if loss.thing else party_of_phrase(sentence, phrase, sides)
        return owner or own
    if loss.rule in _COUNTS or loss.remarks:
        return _of_count(loss, phrase, sides, parties)
    if loss.thing:
        return _of_things(loss, sentence.noun(phrase), sides)
    return _of_people(loss, phrase, sides, parties)


def _heading_party(sentence: Sentence, phrase: int) -> str | None:
    """The party that heads a list of losses: "GATIA: two dead, five wounded; ISGS: 16 dead"."""
    colon = sentence.kinds.rfind(":", 0, phrase)
    if colon < 1 or not sentence.is_noun(colon - 1) or "." in sentence.kinds[colon:phrase]:
        return None
    stretch = sentence.kinds[colon + 1 : phrase + 1]
    heads = sentence.kind(colon - 2) in ("", ".", ";")
    if not heads or ";" in stretch or not stretch.startswith(NOUN):
        return None
    noun = sentence.noun(colon - 1)
    named = named_party(sentence, noun)
    alone = noun.head is None and noun.quantity is None
    return named.name if named is not None and alone else None


def _sufferer(sentence: Sentence, phrase: int) -> int | None:
    """Who suffered the loss: "they suffered only one dead and 13 wounded"."""
    at = phrase - 1
    while at > 0 and sentence.kind(at) in (ADVERB, NOUN, AND, VERB, ","):
        if sentence.is_verb(at):
            verb = sentence.verb(at)
            if verb.copula or sentence.tokens.word(verb.main) in _SUFFER | _TAKE:
                break
            if verb.sense.harm is None:
                return None
        at -= 1
    if not sentence.is_verb(at):
        return None
    before = subject(sentence, at)
    word, head = sentence.tokens.word(sentence.verb(at).main), sentence.noun(phrase).head
    if word in _SUFFER or (word in _TAKE and head is not None and head.code == LOSSES):
        return before
    if sentence.verb(at).copula and before is not None:  # "Malian casualties were 12 dead"
        head = sentence.noun(before).head
        return before if head is not None and head.code == LOSSES else None
    return None


def _of_count(loss: Loss, phrase: int, sides: Sides, parties: dict[int, str | None]) -> str | None:
    """Of a figure that stands for itself: "12 deaths", "heavy losses for the army"."""
    sentence = loss.sentence
    told = phrase if loss.topic is None else loss.topic
    named = named_party(sentence, sentence.noun(phrase)) or named_party(
        sentence, sentence.noun(told)
    )
    if named is not None:
        return named.name
    if loss.named is not None:
        return party_of_phrase(sentence, loss.named, sides)
    if " own " in f" {sentence.text(told).lower()} ":
        return party_of_phrase(sentence, told, sides)  # "put its own losses at 15"
    if loss.kin is not None:
        return _known(loss.kin, parties)
    if "civilian" in sentence.text(told).lower():
        return CIVILIANS
    lost = loss.verb is not None and loss.verb == phrase + 1  # "lives were lost on their side"
    organ = _organ_behind(sentence, phrase + lost)
    if organ is not None:
        return party_of_phrase(sentence, organ, sides) or sides.state
    return sides.enemy if _is_inflicted(loss) else None


def _known(loss: Loss | None, parties: dict[int, str | None]) -> str | None:
    """The party of an earlier loss."""
    return parties.get(id(loss)) if loss is not None else None


def _organ_behind(sentence: Sentence, phrase: int) -> int | None:
    """As in "losses on the army's side", "heavy losses for the army"."""
    if not sentence.reads(phrase + 1, PREPOSITION, NOUN):
        return None
    return phrase + 2 if sentence.word(phrase + 1) in ("on", "for", "among", "to") else None


def _is_inflicted(loss: Loss) -> bool:
    """As in "they claimed heavy casualties": without a figure, it is the enemy's."""
    return (
        loss.quantity.low is None
        and loss.rule == "counted noun"
        and loss.claimed
        and Outcome.CASUALTY in loss.outcomes
    )


def _of_things(loss: Loss, noun: NounPhrase, sides: Sides) -> str | None:
    """Of things: named with them, or the other side of whoever took them."""
    named = named_party(loss.sentence, noun)
    if named is not None:
        return named.name
    word = word_of(noun)
    if word is not None and (word.category == "animal" or word.singular in _HOMES):
        return CIVILIANS
    if loss.perpetrator is not None:
        doer = party_of_phrase(loss.sentence, loss.perpetrator, sides)
        robbed = sides.opponent(doer)
        if robbed is not None:
            return robbed
    else:
        doer = None
    together = loss.kin is not None and loss.kin.sentence is loss.sentence
    if together and sides.last not in (None, CIVILIANS, sides.subject, doer):
        return sides.last  # "killed 35 soldiers and seized seven vehicles"
    if loss.perpetrator is None and sides.subject in sides.attackers and sides.defenders:
        return sides.defenders[0]
    words = loss.sentence.text(loss.noun or 0).lower()
    military = any(sign in words for sign in _MILITARY)
    if not military:
        return None
    return sides.attacked if sides.attacked != doer else sides.state


def _of_people(loss: Loss, phrase: int, sides: Sides, parties: dict[int, str | None]) -> str | None:
    """Of people: those of their name or kind, or of the figures that they belong to."""
    sentence = loss.sentence
    noun = sentence.noun(phrase)
    if _is_bare(noun):
        return _of_figure(sentence, phrase, sides, _known(_elder(loss), parties))
    word = word_of(noun)
    singular = word.singular if word is not None else _head_word(sentence, noun)
    if singular in _ALIKE and loss.kin is None:
        return sides.last
    if noun.possessive and singular in _OWN:
        return _known(loss.kin, parties) or sides.subject
    own = party_of_phrase(sentence, phrase, sides)
    if noun.pronoun == "them" and loss.perpetrator is not None:
        own = _of_others(sentence, loss.perpetrator, own, sides)
    if noun.name is not None and own in (None, CIVILIANS):
        own = _of_person(sentence, noun.name, sides) or own
    if noun.head is None and loss.parent is not None and own in (None, CIVILIANS):
        whole = _known(loss.parent, parties)
        named = named_party(sentence, noun) if own and whole not in (None, CIVILIANS) else None
        return named.name if named is not None else whole  # "12 soldiers, among them two Malians"
    return own or sides.told.get(singular) or (CIVILIANS if singular in _CIVIL else None)


def _elder(loss: Loss) -> Loss | None:
    """The loss before that a bare figure goes on with: of some of a whole, the whole.

    As in "Among the dead are nine soldiers and four guides. Fourteen others were hurt".
    """
    kin = loss.kin
    if kin is not None and kin.sentence is not loss.sentence and kin.parent is not None:
        return kin.parent
    return kin or loss.parent


def _of_others(sentence: Sentence, doer: int, own: str | None, sides: Sides) -> str | None:
    """As in "troops fought off the rebels, killing 18 of them": not those who killed."""
    party = party_of_phrase(sentence, doer, sides)
    against = sides.opponent(party)
    if against is not None or party is None or own not in (None, party):
        return against or own
    return sides.group or sides.only


def _of_figure(sentence: Sentence, phrase: int, sides: Sides, before: str | None) -> str | None:
    """Of a bare figure whose side may be told: "one dead among the rebels", "nine of its own".

    ``before`` is the party of the figure before it.
    """
    side = side_behind(sentence, phrase)
    if side is None:  # "stoned a couple to death"
        return CIVILIANS if sentence.text(phrase).lower().endswith("couple") else before
    if is_own_side(sentence, side):
        return sides.subject or before
    noun = sentence.noun(side)
    if noun.head is None:
        return (party_of_phrase(sentence, side, sides) if noun.head_at < 0 else None) or before
    if people_behind(sentence, phrase) is None:
        return before
    return party_of_phrase(sentence, side, sides) or sides.opponent(before)


def _head_word(sentence: Sentence, noun: NounPhrase) -> str:
    return sentence.tokens.word(noun.head_at) if noun.head_at >= 0 else ""


def _is_bare(noun: NounPhrase) -> bool:
    """Whether a phrase is a figure and nothing else."""
    return noun.head is None and noun.head_at < 0 and noun.name is None and noun.pronoun is None


def _of_person(sentence: Sentence, name: tuple[int, int], sides: Sides) -> str | None:
    """The party that the words behind a name give: "Abou Zeid, one of the leaders of AQIM,"."""
    tokens = sentence.tokens
    text = tokens.words(*name)
    behind = tokens.codes.find(",", name[1], name[1] + _LONGEST_NICKNAME)
    ranked = False
    for at in range(behind + 1, min(behind + 14, len(tokens.codes))) if behind > 0 else ():
        if tokens.codes[at] in (BE, HAVE, MODAL, ".", ";"):
            break
        ranked = ranked or tokens.word(at) in _IN_A_GROUP
        if tokens.codes[at] == PARTY and ranked:
            sides.introduce(text, tokens.words(at, at + 1))
            break
    return sides.person(text)
