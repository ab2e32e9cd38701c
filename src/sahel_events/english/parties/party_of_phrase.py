"""To whom people belong: the party that the words of a noun phrase name, or imply.

A party is given by the name that the document uses; civilians are a party of their own.
"""

from __future__ import annotations

from attrs import frozen

from sahel_events.english.lexicon.senses import COUNTRY, LOSSES, ORGAN, PARTY, Sense
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.lexicon.words import Word
from sahel_events.english.parties.sides import Sides
from sahel_events.english.syntax.chunks import NounPhrase, Sentence
from sahel_events.english.syntax.clauses import subject
from sahel_events.kinds import CIVIL_CATEGORIES, CIVILIANS

__all__ = ["Named", "named_party", "party_of_phrase", "word_of"]

#: Categories of people who belong to no fighting party, to the state, and to armed groups.
_STATE = frozenset(("soldiers", "police", "officials"))
_REBELS = frozenset(("militants", "militia"))
#: Categories of people who can be somebody's own: "its men", "their fighters".
_OWN = frozenset(("soldiers", "militants", "militia", "people"))
_HOSTILE = word_list("people who fight a state")
_ASSAILANTS = word_list("people who attack")
_ATTACKED = word_list("people who are attacked")


#: Pronouns that mean whoever acts or speaks, and not whom he acts upon.
_ACT = frozenset(("it", "they", "he", "she", "we"))
#: Whose the "volunteers" of a country are, where they fight beside its army.
_VOLUNTEERS = {"Burkina Faso": "VDP"}


@frozen
class Named:
    """What a phrase names: a country, or a group that fights."""

    name: str
    is_country: bool


def party_of_phrase(sentence: Sentence, index: int, sides: Sides) -> str | None:
    """The party that the words of a phrase name, or that its people belong to."""
    noun = sentence.noun(index)
    word = word_of(noun)
    named = named_party(sentence, noun)
    if word is not None and word.thing and word.singular != "bomber":
        return named.name if named is not None else None
    if word is not None and _are_civilians(word, named):
        return CIVILIANS
    if named is None:
        named = _from_whom(sentence, index)
    if named is not None:
        return _of_named(noun, word, named, sides)
    if noun.pronoun is not None:
        return _acting(sentence, index, sides) if noun.pronoun in _ACT else sides.subject
    theirs = word is None or (word.category in _OWN and word.singular not in _ASSAILANTS)
    losses = noun.head is not None and noun.head.code == LOSSES  # "its own losses"
    if noun.possessive and (theirs or losses):  # not "their captors"
        owner = _acting(sentence, index, sides)
        if owner is not None:
            return owner
    if word is not None and not noun.indefinite and not noun.others and word.singular in sides.told:
        return sides.told[word.singular]
    return _of_kind(sentence, noun, sides)


def _acting(sentence: Sentence, index: int, sides: Sides) -> str | None:
    """Whom a pronoun means: the party that acts before it in its sentence, or else before that.

    As in "The army, backed by French troops, claimed it had regained the town".
    """
    for verb in range(index - 1, -1, -1):
        who = subject(sentence, verb) if sentence.is_verb(verb) else None
        if who is None or who >= index or sentence.noun(who).pronoun is not None:
            continue
        party = party_of_phrase(sentence, who, sides)
        if party not in (None, CIVILIANS):
            return party
        word = word_of(sentence.noun(who))
        if word is not None and word.category in _REBELS:
            return None  # "the assailants withdrew with their own dead"
    return sides.subject


def _from_whom(sentence: Sentence, index: int) -> Named | None:
    """As in "eight prisoners from JNIM": a party, and no place, stands behind "from"."""
    if sentence.word_at(index + 1) != "from" or not sentence.is_noun(index + 2):
        return None
    noun = sentence.noun(index + 2)
    codes = sentence.tokens.codes[noun.noun_from : noun.after]
    return named_party(sentence, noun) if codes and set(codes) == {PARTY} else None


def word_of(noun: NounPhrase) -> Word | None:
    """What the lexicon says of the people or things that a phrase counts."""
    return noun.head.noun if noun.head is not None else None


def named_party(sentence: Sentence, noun: NounPhrase) -> Named | None:
    """The party or country in the words of a phrase: "JNIM fighters", "soldiers of Mali"."""
    tokens = sentence.tokens
    country = group = None
    for at in range(noun.first, noun.after):
        sense = tokens.senses[at]
        if sense.code == PARTY and group is None:
            group = at
        if sense.country is not None and country is None:
            country = sense.country.name
    if group is not None and not (country and _is_mission(tokens.senses[group])):
        return Named(tokens.words(group, group + 1), is_country=False)
    if country is not None:
        return Named(country, is_country=True)
    if noun.of is not None:
        whole = sentence.noun(noun.of)
        if whole.head is None and whole.name is not None:
            first, after = whole.name
            if set(tokens.codes[first:after]) <= {PARTY, COUNTRY}:
                return named_party(sentence, whole)
    return None


def _is_mission(sense: Sense) -> bool:
    """A peacekeeper of a mission belongs to the country that sent him."""
    return sense.party is not None and sense.party.kind == "international mission"


def _are_civilians(word: Word, named: Named | None) -> bool:
    """Whether people fight for nobody; "MNLA officials" do, "Malian officials" do not."""
    if word.category == "children":
        return True
    return word.category in CIVIL_CATEGORIES and (named is None or named.is_country)


def _of_named(noun: NounPhrase, word: Word | None, named: Named, sides: Sides) -> str | None:
    """Of people with a name; they are remembered, for "the soldiers" in a later sentence."""
    category = word.category if word is not None else None
    if word is not None and (not named.is_country or category in _STATE):
        sides.told[word.singular] = named.name
    if not named.is_country:
        return named.name
    if category in _REBELS:
        return None  # "Malian militants" are not Mali's
    troops = word is not None and word.singular in ("troop", "force", "soldier")
    if category in (None, "people") and not troops and _counts(noun):
        return CIVILIANS  # "three Malians"
    return named.name


def _counts(noun: NounPhrase) -> bool:
    """Whether a phrase tells how many: "three Malians", "a Malian"; not "the Malians"."""
    return noun.quantity is not None or noun.indefinite


def _of_kind(sentence: Sentence, noun: NounPhrase, sides: Sides) -> str | None:
    """Of people without a name, by what they are: "the soldiers", "assailants"."""
    word = word_of(noun)
    if word is None:
        is_organ = noun.head is not None and noun.head.code == ORGAN
        return sides.state if is_organ else None
    if word.category == "peacekeepers":
        return sides.mission or sides.told.get("peacekeeper")
    if word.singular in _ATTACKED:
        return sides.attacked
    if word.singular == "volunteer" and sides.state in _VOLUNTEERS:
        return _VOLUNTEERS[sides.state]
    if word.category in _STATE:
        return sides.group if _are_rebels(sentence, noun) else sides.state
    if word.singular in _ASSAILANTS:
        known = sides.assailants
    elif word.singular in _HOSTILE or word.category in _REBELS:
        known = sides.group
    else:
        return None
    told = noun.definite or (noun.quantity is not None and word.singular in _ASSAILANTS)
    return known or (sides.only if told else None)


def _are_rebels(sentence: Sentence, noun: NounPhrase) -> bool:
    """As in "rebel forces", "Islamist troops"."""
    senses = sentence.tokens.senses[noun.first : max(noun.head_at, noun.first)]
    return any(sense.noun is not None and sense.noun.category in _REBELS for sense in senses)
