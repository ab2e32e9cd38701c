"""How many a noun phrase counts, and whether what a verb says can have become of them."""

from __future__ import annotations

from sahel_events.english.lexicon.senses import (
    ADVERB,
    AND,
    CAPITAL,
    COUNTRY,
    HAPPENINGS,
    HARM,
    NUMBER,
    ORGAN,
    OWN,
    PARTY,
    PLACE,
    QUANTITY,
    TITLE,
)
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.lexicon.words import Effect, Word
from sahel_events.english.syntax.chunks import NounPhrase, Sentence
from sahel_events.kinds import Outcome
from sahel_events.values import Quantity

__all__ = [
    "ONE",
    "ZERO",
    "fits",
    "is_bare",
    "is_known",
    "is_label",
    "is_meant",
    "is_share",
    "is_singular",
    "quantity_of",
    "victims_of",
]

ZERO, ONE = Quantity.exactly(0), Quantity.exactly(1)

#: The categories of people who are displaced; soldiers and militants who flee are not.
_CAN_BE_DISPLACED = frozenset(("civilians", "children", "people", "officials"))
#: The outcomes that may befall people of whom the lexicon knows nothing.
_CERTAIN = frozenset((Outcome.KILLED, Outcome.WOUNDED, Outcome.DISPLACED, Outcome.MISSING))
_HOW_MANY = {"couple": 2, "pair": 2, "trio": 3, "twins": 2}
_ABSTRACT = word_list("abstract")
_AMOUNTS = word_list("amounts")
_COLLECTIVE = word_list("collective")
_NUMBERED = word_list("numbered")
_SHARES = word_list("shares")
_EVERY = frozenset(("every", "each", "everyone", "everybody"))
_FRACTIONS = word_list("fractions")
_LIVES = word_list("lives")
_SINGULAR_PRONOUNS = word_list("singular pronouns")


# -- what can have become of it -------------------------------------------------------------------


def fits(noun: NounPhrase, effect: Effect, sentence: Sentence) -> bool | None:
    """Whether this can be said of the phrase: True of things, False of people, else ``None``."""
    head = noun.head
    if head is None and noun.head_at >= 0:
        return _fits_unknown(noun, effect, sentence)
    if head is None or (head.noun is None and head.code not in HAPPENINGS):
        return _fits_name(noun, effect, sentence)
    if head.noun is None or (head.code in HAPPENINGS and head.harm is None):
        return None  # "an attack", "the arrests": no victims
    if effect.people == (Outcome.DISPLACED,) and head.noun.category not in _CAN_BE_DISPLACED:
        return None
    return _fits_thing(noun, head.noun, effect) if head.noun.thing else _of_people(effect)


_THEIR_OWN = frozenset(("number", "own", "ranks"))


def _of_people(effect: Effect) -> bool | None:
    """False, for people, if the effect can be one on people."""
    return False if effect.people else None


def _fits_unknown(noun: NounPhrase, effect: Effect, sentence: Sentence) -> bool | None:
    """Of nouns that the lexicon does not have, people if counted people can be meant."""
    if noun.partitive and sentence.tokens.word(noun.head_at) in _THEIR_OWN:
        return _of_people(effect)  # "eleven of their number"
    if sentence.tokens.word(noun.head_at) in _ABSTRACT:
        return None
    if sentence.tokens.word(noun.head_at) in _LIVES:
        return _of_people(effect)
    if effect.things and not effect.people:
        return True
    counted = noun.quantity is not None or noun.indefinite or noun.possessive
    if counted and not _CERTAIN.isdisjoint(effect.people):
        # "lost six airbases": words for people are known better than words for things
        return effect.things == (Outcome.DESTROYED,)
    return True if effect.things and noun.quantity is not None else None


def _fits_thing(noun: NounPhrase, word: Word, effect: Effect) -> bool | None:
    if word.singular == "bomber" and not effect.things:
        return False  # who carried the bomb
    if not effect.things:
        return None
    if effect.things == (Outcome.DAMAGED,) and not effect.people and word.category == "weapon":
        return None  # "hit two mines"
    if Outcome.SEIZED in effect.things and _is_no_booty(noun, word):
        return None
    return True


def _is_no_booty(noun: NounPhrase, word: Word) -> bool:
    """As in "took control", "captured the town", which lose nobody a thing that is counted."""
    return word.singular in _ABSTRACT or (word.category == "building" and noun.quantity is None)


def _fits_name(noun: NounPhrase, effect: Effect, sentence: Sentence) -> bool | None:
    """Of a name, a pronoun or a bare figure: people, if it does not stand for a place or state."""
    codes = sentence.tokens.codes[noun.noun_from : noun.after]
    if is_label(sentence, noun.first):
        return None  # "Hill 917", "Divisions 45 and 46"
    if effect.people == (Outcome.DISPLACED,) and noun.name is not None and CAPITAL in codes:
        return None
    counted = noun.quantity is not None or noun.indefinite
    certain = not _CERTAIN.isdisjoint(effect.people)
    if codes and set(codes) == {PLACE}:
        return None  # a place
    if codes == COUNTRY and not counted and not certain:
        return None  # a state
    if noun.pronoun in _SINGULAR_PRONOUNS and effect.people == (Outcome.DISPLACED,):
        return None  # "he had to flee"
    if noun.name is None and noun.pronoun is None and noun.harm is None:
        return _fits_figure(noun, effect)
    if noun.name is not None and not (certain or counted or _is_long(noun.name)):
        return None  # "the town, which had been held"
    if noun.pronoun is None and set(codes) <= {COUNTRY, PARTY} and not (counted or noun.zero):
        return None  # a state or a group, not its people
    return _of_people(effect)


def is_label(sentence: Sentence, at: int) -> bool:
    """Whether a word is the number by which something is called: "Hill 917", "Section 17"."""
    tokens = sentence.tokens
    if at < 1 or tokens.codes[at] not in (QUANTITY, NUMBER):
        return False
    if tokens.codes[at - 1] in (AND, ",") and at > 1:
        return tokens.codes[at - 2] in (QUANTITY, NUMBER) and is_label(sentence, at - 2)
    return tokens.lower[at - 1] in _NUMBERED


def _fits_figure(noun: NounPhrase, effect: Effect) -> bool | None:
    """Of "nine", "no others", "the first"; an article alone counts nothing."""
    counts = noun.quantity is not None or noun.zero or noun.others or noun.ordinal
    return not effect.people if counts else None


def _is_long(name: tuple[int, int]) -> bool:
    """Whether it has several words, as persons' names have."""
    return name[1] - name[0] > 1


# -- how many -------------------------------------------------------------------------------------


def is_bare(noun: NounPhrase) -> bool:
    """Whether it is a figure without a noun."""
    return noun.head is None and noun.head_at < 0 and noun.name is None and noun.pronoun is None


def is_known(noun: NounPhrase, sentence: Sentence) -> bool:
    """Whether it counts by a known noun, by a nationality, or by none: not "24 Ju 88s"."""
    if noun.head is not None or is_bare(noun) or noun.partitive:
        return True
    return set(sentence.tokens.codes[noun.noun_from : noun.after]) == {COUNTRY}


def is_singular(noun: NounPhrase, sentence: Sentence) -> bool:
    """Whether one person or thing is meant."""
    head = noun.head
    if head is not None and head.noun is not None:
        counts_many = head.code == ORGAN or head.noun.singular in _COLLECTIVE
        counts_many = counts_many or head.noun.singular.endswith("people")
        return not counts_many and not head.noun.plural
    if noun.name is not None:
        return True
    if noun.head_at >= 0:
        word = sentence.tokens.word(noun.head_at)
        return not word.endswith("s") or word.endswith("ss")
    return False


def quantity_of(noun: NounPhrase, sentence: Sentence) -> Quantity | None:
    """How many the phrase counts; a quantity without a figure where it counts some.

    ``None`` when it counts nobody: a pronoun that may stand for any number.
    """
    head = sentence.tokens.word(noun.head_at) if noun.head_at >= 0 else ""
    if noun.zero:
        return ZERO
    if sentence.tokens.word(noun.first) == "any" and not noun.partitive:
        return None  # "denied that any soldier had been killed"
    if noun.fraction or is_share(noun, sentence):
        return Quantity()  # "30 percent of the villagers", "a third of them"
    if noun.quantity is not None:
        return noun.quantity if head != "couple" else Quantity.exactly(2)  # "a couple of men"
    first = sentence.tokens.word(noun.first)
    if first in _EVERY or head in _FRACTIONS or first in _FRACTIONS:
        return Quantity()  # "every man", "the greater part of the camp"
    if noun.ordinal and noun.partitive:
        return Quantity()  # "a third of the fleet"
    if head in _AMOUNTS:
        return Quantity()  # "a large quantity of weapons"
    if head in _HOW_MANY:
        return Quantity.exactly(_HOW_MANY[head])
    if noun.pronoun is not None:
        return ONE if noun.pronoun in _SINGULAR_PRONOUNS else None
    single = is_singular(noun, sentence) or (is_bare(noun) and _is_one_more(noun, sentence))
    return ONE if single else Quantity()


def is_share(noun: NounPhrase, sentence: Sentence) -> bool:
    """Whether its figure is one of a share: "30 percent", "12 %", "10 per cent", "two thirds"."""
    lower = sentence.tokens.lower
    if noun.head_at >= 0 and lower[noun.head_at] in _SHARES:
        return noun.quantity is not None
    behind = lower[noun.after : noun.after + 2]
    return noun.quantity is not None and (behind[:1] == ["%"] or behind == ["per", "cent"])


def _is_one_more(noun: NounPhrase, sentence: Sentence) -> bool:
    """As in "a third was wounded", "another died"."""
    alone = noun.after - noun.first == 1
    return noun.ordinal or (noun.others and alone and sentence.tokens.word(noun.first) == "another")


# -- who ------------------------------------------------------------------------------------------


def victims_of(noun: NounPhrase, sentence: Sentence) -> str | None:
    """The people or things as written, without figure and article."""
    tokens = sentence.tokens
    first, after = _victims_within(noun)
    own = tokens.codes.rfind(OWN, first, after)
    if own >= 0:
        first = own + 1
    while first + 1 < after and tokens.codes[first] in (ADVERB, TITLE, HARM, QUANTITY):
        first += 1
    if first + 1 < after and _is_predicate(noun, sentence):
        after -= 1
    if after - first == 1 and tokens.word(first) in _THEIR_OWN:
        return None  # "13 of its own"
    return tokens.words(first, after) if first < after else None


def _is_predicate(noun: NounPhrase, sentence: Sentence) -> bool:
    """Whether its last noun says what became of the one before: "took nine men hostage"."""
    head, before = noun.head, sentence.tokens.senses[noun.head_at - 1].noun
    fate = head is not None and head.harm is not None and head.harm.frame == "victims"
    alone = fate and head is not None and head.noun is not None and not head.noun.plural
    return bool(alone and before is not None and before.plural)


def _victims_within(noun: NounPhrase) -> tuple[int, int]:
    """Where the victims stand: the name of a person, or everything behind the figure."""
    if noun.name is None:
        return noun.noun_from, noun.after
    known = noun.head.noun if noun.head is not None else None
    if noun.head is None or (known is not None and not known.thing):
        return noun.name
    return noun.noun_from, noun.after


# -- verbs of wide meaning: "took two trucks", not "took part" -------------------------------------


def is_meant(noun: NounPhrase, *, counted: bool, wide: bool) -> bool:
    """Whether a verb is said of a phrase in its meaning of harm.

    ``counted`` says that it is so with figures only: "hit two trucks", not "hit the town";
    ``wide`` that it is so with things only: "two trucks were taken", not "a vote was taken".
    """
    if counted:
        return noun.quantity is not None
    return not wide or _is_booty(noun)


def _is_booty(noun: NounPhrase) -> bool:
    """Whether it is something that can be carried off: "two trucks", "nine head of cattle"."""
    if noun.of is not None and noun.quantity is not None:
        return True
    word = noun.head.noun if noun.head is not None else None
    return word is not None and word.thing and word.category != "building"
