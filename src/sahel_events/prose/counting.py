"""How many a noun phrase counts, and whether it can have come to harm."""

from __future__ import annotations

from sahel_events.language.lexicon import Effect
from sahel_events.model import Outcome
from sahel_events.prose.phrases import NounPhrase, Sentence
from sahel_events.values import Quantity

__all__ = ["fits", "is_person", "is_singular", "is_thing", "quantity_of", "victims_of"]

#: Places are captured and left; that is no loss of things.
_PLACES = frozenset(("building",))
_DISPLACED = frozenset(("civilians", "children", "people", "officials"))
_TAKEN = frozenset((Outcome.SEIZED,))
_COLLECTIVE = frozenset(
    "army military police garrison militia family group force column crew patrol unit platoon "
    "gendarmerie population battalion company brigade crowd contingent team government".split()
)
_COUPLES = {"couple": 2, "pair": 2, "trio": 3, "twins": 2}
_SINGULAR_PRONOUNS = frozenset("he she him her himself herself i me".split())
#: The outcomes that may befall people of whom the lexicon knows nothing.
_CERTAIN = frozenset((Outcome.KILLED, Outcome.WOUNDED, Outcome.DISPLACED, Outcome.MISSING))
#: Nouns of which "captured" and "destroyed" are said in another sense.
_ABSTRACT = frozenset(
    "control town city village region area territory power part way position positions airport "
    "time place neighbourhood district capital province world attention hopes talks deal plan "
    "statement video report figure number toll".split()
)


def is_thing(noun: NounPhrase) -> bool | None:
    """Whether the phrase names things; ``None`` where nothing tells."""
    head = noun.head
    if head is None or head.noun is None:
        return None
    return head.noun.thing


def is_person(noun: NounPhrase, sentence: Sentence) -> bool:
    """Whether the phrase names people: by its noun, a name with a title, or a people's name."""
    if noun.head is not None and noun.head.noun is not None:
        return not noun.head.noun.thing
    return False


def is_singular(noun: NounPhrase, sentence: Sentence) -> bool:
    """Whether one person or thing is meant."""
    head = noun.head
    if head is not None and head.noun is not None:
        if head.code == "u" or head.noun.singular in _COLLECTIVE:
            return False
        return not head.noun.plural
    if noun.name is not None:
        return True
    if noun.head_at >= 0:
        word = sentence.tokens.word(noun.head_at)
        return not word.endswith("s") or word.endswith("ss")
    return False


def fits(noun: NounPhrase, effect: Effect, sentence: Sentence) -> bool | None:
    """Whether this can be said of the phrase: True of things, False of people, else ``None``."""
    if noun.head is not None and noun.head.code in "ke" and noun.head.harm is None:
        return None
    thing = is_thing(noun)
    if thing is None and noun.head is not None and noun.head.code in "ke":
        return None
    codes = sentence.tokens.codes[noun.noun_from : noun.after]
    if thing is None and noun.head is None and noun.head_at >= 0:
        return _unknown(noun, effect, sentence)
    if (
        noun.partitive
        and noun.head_at >= 0
        and sentence.tokens.word(noun.head_at) in ("number", "own", "ranks")
    ):
        return False if effect.people else None  # "eleven of their number"
    if (
        effect.people == (Outcome.DISPLACED,)
        and noun.head is not None
        and noun.head.noun is not None
    ):
        if noun.head.noun.category not in _DISPLACED:
            return None  # soldiers and militants who flee are not displaced
    if thing and noun.head is not None and noun.head.noun is not None:
        if (
            effect.things == (Outcome.DAMAGED,)
            and noun.head.noun.category == "weapon"
            and not effect.people
        ):
            return None  # "hit two mines"
        word = noun.head.noun.singular
        if word in _ABSTRACT and _TAKEN.intersection(effect.things):
            return None
        if word == "bomber" and not effect.things:
            return False  # who carried the bomb
    if thing:
        return True if effect.things and not _is_place_taken(noun, effect, sentence) else None
    if codes and set(codes) <= {"l"}:
        return None
    if (
        codes == "g"
        and noun.quantity is None
        and not noun.indefinite
        and not _CERTAIN.intersection(effect.people)
    ):
        return None
    if thing is None and noun.name is None and noun.pronoun is None and not noun.harm:
        if noun.quantity is None and not noun.zero and not noun.others and not noun.ordinal:
            return None  # an article alone
        return False if effect.people else True  # a bare figure
    if (
        thing is None
        and noun.name is not None
        and not _CERTAIN.intersection(effect.people)
        and not (noun.quantity or noun.indefinite or noun.name[1] - noun.name[0] > 1)
    ):
        return None  # "the town, which had been held"
    if (
        thing is None
        and noun.pronoun is None
        and set(codes) <= set("gP")
        and not (noun.quantity or noun.indefinite or noun.zero)
    ):
        return None  # a state or a group, not its people
    return False if effect.people else None


def _unknown(noun: NounPhrase, effect: Effect, sentence: Sentence) -> bool | None:
    word = sentence.tokens.word(noun.head_at)
    if word in _ABSTRACT:
        return None
    if effect.things and not effect.people:
        return True
    counted = noun.quantity is not None or noun.indefinite or noun.possessive
    if effect.people and counted and _CERTAIN.intersection(effect.people):
        return False
    return True if effect.things and noun.quantity is not None else None


def _is_place_taken(noun: NounPhrase, effect: Effect, sentence: Sentence) -> bool:
    """As in "captured the town", which is a loss of no thing that is counted."""
    head = noun.head
    if head is None or head.noun is None or not _TAKEN.intersection(effect.things):
        return False
    return head.noun.category in _PLACES and noun.quantity is None


def quantity_of(noun: NounPhrase, sentence: Sentence) -> Quantity | None:
    """How many the phrase counts; a quantity without a figure where it counts some.

    ``None`` when it counts nobody: a pronoun that may stand for any number.
    """
    if noun.zero:
        return Quantity.exactly(0)
    if noun.quantity is not None:
        head = noun.head_at if noun.head_at >= 0 else -1
        if noun.head_at >= 0 and sentence.tokens.word(head) in ("couple",):
            return Quantity.exactly(2)
        return noun.quantity
    if noun.head_at >= 0 and (many := _COUPLES.get(sentence.tokens.word(noun.head_at))):
        return Quantity.exactly(many)
    if noun.pronoun is not None:
        return Quantity.exactly(1) if noun.pronoun in _SINGULAR_PRONOUNS else None
    if is_singular(noun, sentence):
        return Quantity.exactly(1)
    if noun.head is None and noun.head_at < 0 and noun.name is None:
        if noun.ordinal or (
            noun.others and noun.after - noun.first == 1 and _word(noun, sentence) == "another"
        ):
            return Quantity.exactly(1)
        return Quantity()
    return Quantity()


def _word(noun: NounPhrase, sentence: Sentence) -> str:
    return sentence.tokens.word(noun.first)


def victims_of(noun: NounPhrase, sentence: Sentence) -> str | None:
    """The people or things as written, without figure and article."""
    first, after = noun.noun_from, noun.after
    tokens = sentence.tokens
    if (
        noun.name is not None
        and noun.head is not None
        and noun.head.noun
        and not noun.head.noun.thing
    ) or (noun.name is not None and noun.head is None):
        first, after = noun.name
    own = tokens.codes.rfind("$", first, after)
    if own >= 0:
        first = own + 1
    while first < after and tokens.codes[first] in "yTh" and first + 1 < after:
        first += 1
    if first >= after:
        return None
    return tokens.words(first, after)
