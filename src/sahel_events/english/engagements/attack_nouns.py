"""Engagements that nouns tell of: "the attack by militants on a post in Gao", "another mine"."""

from __future__ import annotations

from sahel_events.english.engagements.generic_mentions import (
    is_definite,
    is_other,
    is_over,
    is_plural,
    is_remark,
    is_spate,
)
from sahel_events.english.engagements.mention import Mention
from sahel_events.english.engagements.targets import is_target, parties_of, places_of
from sahel_events.english.lexicon.senses import (
    ADVERB,
    AND,
    CAPITAL,
    PLACE,
    PREPOSITION,
    PREPOSITIONS,
    WORD,
)
from sahel_events.english.lexicon.vocabulary import Attack
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.parties.party_of_loss import Sides, party_of_phrase
from sahel_events.english.syntax.chunks import NOUN, VERB, NounPhrase, Sentence
from sahel_events.english.syntax.clauses import subject
from sahel_events.english.syntax.factuality import is_supposed
from sahel_events.kinds import EngagementKind

__all__ = ["claimants", "mention_by_noun"]

_LAUNCHED = word_list("verbs of launching")
_VAGUE = word_list("nouns for attacks and other things")

#: The prepositions before the sides and the place of a noun.
_ON = ("on", "against", "of", "targeting")
_BY = ("by", "between")
#: How far behind a noun its complements may stand, in phrases.
_REACH_OF_NOUN = 8


def mention_by_noun(sentence: Sentence, index: int, sides: Sides) -> Mention | None:
    """As in "the attack by militants on a post in Gao", "another mine"."""
    noun = sentence.noun(index)
    attack = _attack_named(sentence, noun)
    if attack is None or noun.zero or is_supposed(sentence, index) or is_remark(sentence, index):
        return None
    phrase = sentence.phrases[index]
    mention = Mention(index, phrase.first, phrase.after, attack.kind)
    mention.definite = is_definite(sentence, index)
    mention.other = is_other(sentence, noun)
    mention.plural = is_plural(sentence, noun)
    mention.spate = is_spate(sentence, index)
    mention.attackers = _doers(sentence, index, sides)
    mention.places = [*_names_within(sentence, noun)]
    _read_complements(sentence, mention, sides)
    mention.over = mention.definite and is_over(sentence, index)
    mention.places = list(dict.fromkeys(mention.places))
    falls = mention.plural and attack.kind is EngagementKind.CAPTURE and not mention.places
    return None if falls or _is_vague(sentence, mention) else mention


def _attack_named(sentence: Sentence, noun: NounPhrase) -> Attack | None:
    """What the last word of a phrase names: "an attack", "the kidnapping of two nuns"."""
    if noun.head is not None:
        attack = noun.head.attack
        return attack if attack is not None and attack.frame == "noun" else None
    sense = sentence.tokens.senses[noun.after - 1]
    gerund = sense.harm is not None and sense.harm.is_gerund
    told = noun.definite or noun.indefinite
    return sense.attack if gerund and told and noun.of is not None else None


def _doers(sentence: Sentence, index: int, sides: Sides) -> list[str]:
    """As in "the JNIM attack", "militants launched an attack", "JNIM claimed the attack"."""
    verb = index - 1
    if sentence.kind(verb) == ADVERB:
        verb -= 1  # "carried out the attack"
    launched = sentence.is_verb(verb) and _launches(sentence, verb)
    launchers = parties_of(sentence, subject(sentence, verb), sides) if launched else []
    doer = party_of_phrase(sentence, index, sides)
    return [doer] if doer is not None else launchers or claimants(sentence, index, sides)


def _launches(sentence: Sentence, verb: int) -> bool:
    group = sentence.verb(verb)
    known = sentence.tokens.word(group.main) in _LAUNCHED
    return known and not group.negated and not group.modal


def _names_within(sentence: Sentence, noun: NounPhrase) -> list[str]:
    """The places in a phrase itself: "the Gao attack"; not what follows, "Operation Dove"."""
    tokens = sentence.tokens
    after = noun.head_at if noun.head_at >= 0 else noun.after
    return [
        tokens.words(at, at + 1)
        for at in range(noun.noun_from, after)
        if tokens.codes[at] == PLACE
        or (tokens.codes[at] == CAPITAL and noun.quantity is None and at > noun.first)
    ]


def _read_complements(sentence: Sentence, mention: Mention, sides: Sides) -> None:
    """What stands behind the noun: "on" whom or what, "by" whom, "in" which place."""
    at = mention.index + 1
    stop = mention.index + _REACH_OF_NOUN
    if sentence.is_verb(at) and sentence.verb(at).passive and sentence.word_at(at + 1) == "on":
        at += 1  # "the strikes were concentrated on"
    while at < stop and sentence.kind(at) in PREPOSITIONS and sentence.is_noun(at + 1):
        word = sentence.word(at)
        if word in _ON and _can_be_struck(sentence, at + 1):
            mention.defenders += parties_of(sentence, at + 1, sides)
        elif word in _BY:
            mention.attackers += parties_of(sentence, at + 1, sides)
        if word == "in" or word in _ON:
            mention.places += places_of(sentence, [at + 1])
        at += 2
    if sentence.kind(at) == AND and not mention.places:
        mention.places = _places_of_others(sentence, at + 1)


def _can_be_struck(sentence: Sentence, index: int) -> bool:
    """Whether it is somebody or a target, and not "the attack, on its website, …"."""
    noun = sentence.noun(index)
    return not noun.possessive or noun.head is not None or is_target(sentence, index)


def _places_of_others(sentence: Sentence, at: int) -> list[str | None]:
    """As in "an attack on the camp and a ship in Gao": the second one has a place of its own."""
    where = sentence.reads(at, NOUN, PREPOSITION, NOUN) and sentence.word(at + 1) in (
        "in",
        "at",
        "near",
    )
    if where and sentence.noun(at).indefinite:
        return [None, *places_of(sentence, [at + 2])]
    return []


def _is_vague(sentence: Sentence, mention: Mention) -> bool:
    """Whether it is no engagement by itself: "military operations", without a place."""
    index = mention.index
    word = sentence.tokens.word(sentence.noun(index).head_at)
    if word not in _VAGUE:
        return False
    if sentence.word_at(index - 1) == "for":
        return True  # "important for further operations"
    before, behind = sentence.kind(index - 1), sentence.word_at(index + 1)
    located = before in PREPOSITIONS or behind in ("in", "near", "at")
    return not (mention.places or mention.definite or located)


# -- who says of himself that he attacked: "JNIM claimed responsibility" ---------------------------


_CLAIMED = word_list("verbs of claiming an attack")
_ASSUMED = word_list("verbs of taking responsibility")
#: How far behind the attack the verb of "was claimed by" may stand, in phrases.
_REACH = 5


def claimants(sentence: Sentence, index: int, sides: Sides) -> list[str]:
    """The parties that claim the attack at ``index`` as theirs."""
    responsible = _is_responsibility(sentence, index - 2) and sentence.word(index - 1) == "for"
    verb = index - 3 if responsible else index - 1
    if _claims(sentence, verb, responsible) and not sentence.verb(verb).passive:
        by = subject(sentence, verb)
        return [] if by is None or sentence.noun(by).zero else parties_of(sentence, by, sides)
    return _by(sentence, index, sides)


def _is_responsibility(sentence: Sentence, at: int) -> bool:
    if sentence.kind(at) not in (NOUN, WORD):
        return False
    return sentence.tokens.word(sentence.phrases[at].after - 1) == "responsibility"


def _claims(sentence: Sentence, at: int, responsible: bool) -> bool:
    """Whether a verb claims; "took" and "admitted" do so only of responsibility."""
    if not sentence.is_verb(at):
        return False
    verb = sentence.verb(at)
    word = sentence.tokens.word(verb.main)
    known = word in _CLAIMED or (responsible and word in _ASSUMED)
    return known and not verb.negated and not verb.modal


def _by(sentence: Sentence, index: int, sides: Sides) -> list[str]:
    """As in "the attack was claimed by JNIM", "the attack, carried out by JNIM, …"."""
    verb = sentence.kinds.find(VERB, index + 1, index + 1 + _REACH)
    if verb < 0 or not _is_done(sentence, verb, _is_responsibility(sentence, index - 2)):
        return []
    by = verb + 1 + (sentence.kind(verb + 1) == ADVERB)
    told = sentence.word_at(by) == "by" and sentence.is_noun(by + 1)
    return parties_of(sentence, by + 1, sides) if told else []


def _is_done(sentence: Sentence, verb: int, responsible: bool) -> bool:
    """Whether a verb, with "by" behind it, says who claims an attack or carried it out."""
    return _launches(sentence, verb) or _claims(sentence, verb, responsible)
