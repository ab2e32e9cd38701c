"""Losses that other noun phrases tell: "46 bodies", "one dead fighter", "the 14 wounded"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sahel_events.english.lexicon.vocabulary import Form, Harm
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.lexicon.words import Effect
from sahel_events.english.losses.harm_nouns import (
    complement,
    losses_of_gerund,
    losses_of_nominal,
    losses_of_whose,
)
from sahel_events.english.losses.loss import Loss, make_loss
from sahel_events.english.syntax.appositions import without_appositions
from sahel_events.english.syntax.chunks import NounPhrase, Sentence
from sahel_events.english.syntax.coordination import list_from
from sahel_events.english.syntax.factuality import is_possible
from sahel_events.english.syntax.quantifiers import is_singular
from sahel_events.kinds import Outcome

__all__ = ["COSTING_LIVES", "losses_of_noun"]

_KILLED = Effect((Outcome.KILLED,), ())
#: The outcomes of which people's names tell as news: "deserters", "bodies"; not "prisoners".
_TOLD_BY_NAME = frozenset((Outcome.KILLED, Outcome.DESERTED))
_BODIES = word_list("bodies")
#: How words end that tell in which state a body was: "burnt", "bloodied", "headless".
_AS_BODIES_ARE = ("less", "ied", "ed", "nt", "ing", "naked", "human", "civilian", "young")
_COSTS = word_list("costs")
_LIVES = word_list("lives")
_TAKING_LIVES = word_list("taking lives")
#: Nouns that tell of losses together with a verb or preposition: "lives", "cost".
COSTING_LIVES = _LIVES | _COSTS


def losses_of_noun(sentence: Sentence, index: int) -> Iterable[Loss]:
    """The losses that the noun phrase at ``index`` tells."""
    noun = sentence.noun(index)
    fate = noun.head.harm if noun.head is not None else None
    if fate is not None and fate.frame == "noun":
        return losses_of_nominal(sentence, index, fate)
    if fate is not None and fate.frame == "victims":
        return _named_by_fate(sentence, index, fate)
    if noun.harm is not None:
        told = _by_participle(sentence, index, noun, noun.harm)
        if told is not None:
            return told
    return _lives(sentence, index, noun) if noun.head_at >= 0 else ()


def _by_participle(
    sentence: Sentence, index: int, noun: NounPhrase, harm: Harm
) -> Iterable[Loss] | None:
    """The losses that a participle within a noun phrase tells; ``None`` if it tells none."""
    if harm.form is Form.ING and sentence.kind(index + 1) == "f":
        return losses_of_gerund(sentence, index, harm)
    if harm.form is Form.ING and sentence.word(index) == "whose":
        return losses_of_whose(sentence, index, harm)
    if noun.head is None and noun.head_at < 0 and noun.name is None:
        return _the_wounded(sentence, index, noun, harm)
    if noun.head is not None and noun.quantity is not None:
        return _by_adjective(sentence, index, harm)
    return None


def _the_wounded(sentence: Sentence, index: int, noun: NounPhrase, harm: Harm) -> Iterator[Loss]:
    """As in "the 14 wounded", "nine of the eleven injured"; "the stolen" are things."""
    quantity = noun.total if noun.partitive else noun.quantity
    if quantity is not None and (not harm.effect.things or harm.frame == "state"):
        phrase = sentence.phrases[index]
        yield Loss(
            sentence, "the wounded", quantity, tuple(sorted(harm.effect.people)), False,
            phrase.first, phrase.after, index,
        )  # fmt: skip


def _by_adjective(sentence: Sentence, index: int, harm: Harm) -> Iterator[Loss]:
    """As in "one dead fighter", "three captured vehicles and two guns"."""
    made = make_loss(sentence, index, harm.effect, "adjective")
    if made is None:
        return
    yield made
    other = index + 2
    if not made.thing or sentence.kinds[index + 1 : other + 1] != "&N":
        return
    if sentence.noun(other).quantity is not None and sentence.kind(other + 1) != "V":
        more = make_loss(sentence, other, harm.effect, "adjective", None, made)
        if more is not None:
            more.first = made.first
            yield more


# -- people named by their fate -------------------------------------------------------------------


def _named_by_fate(sentence: Sentence, index: int, harm: Harm) -> Iterator[Loss]:
    """As in "46 bodies", "the bodies of six men", "four deserters", "his body"."""
    if _TOLD_BY_NAME.isdisjoint(harm.effect.people) or is_possible(sentence, index):
        return
    noun = sentence.noun(index)
    body = sentence.tokens.word(noun.head_at) in _BODIES
    if body and _is_organ(sentence, noun):
        return
    of = complement(sentence, index) if body else None
    made = _bodies_of(sentence, index, harm, of) if of is not None else None
    if made is None and _counts(noun, sentence, body):
        made = make_loss(sentence, index, harm.effect, "named by fate")
    if made is not None:
        yield made


def _is_organ(sentence: Sentence, noun: NounPhrase) -> bool:
    """As in "a regional body", "two opposition bodies": no dead, unless charred, headless …."""
    before = noun.head_at - 1
    if before < noun.noun_from or sentence.tokens.codes[before] not in "wj":
        return False
    return not sentence.tokens.word(before).endswith(_AS_BODIES_ARE)


def _counts(noun: NounPhrase, sentence: Sentence, body: bool) -> bool:
    """Whether it tells how many, as "her body" does, too."""
    one = noun.possessive and body and is_singular(noun, sentence)
    return noun.quantity is not None or noun.indefinite or one


def _bodies_of(sentence: Sentence, index: int, harm: Harm, of: int) -> Loss | None:
    """As in "the bodies of six men"; "six bodies of men" are six, too."""
    for member in list_from(sentence, of, own_verb=True):
        made = make_loss(sentence, member, harm.effect, "bodies of")
        if made is not None:
            made.quantity = sentence.noun(index).quantity or made.quantity
            made.widen(index)
            return made
    return None


# -- lives ----------------------------------------------------------------------------------------


def _lives(sentence: Sentence, index: int, noun: NounPhrase) -> Iterator[Loss]:
    word = sentence.tokens.word(noun.head_at)
    if word in _COSTS:
        yield from _at_the_cost(sentence, index)
    elif word in _LIVES:
        yield from _taken_lives(sentence, index, noun)


def _names_somebody(sentence: Sentence, noun: NounPhrase) -> bool:
    """Whether a phrase has a noun or a name of letters: no sum is "P3.2 billion"."""
    if noun.head is not None or noun.name is None:
        return noun.head is not None
    return not any(map(str.isdigit, sentence.tokens.words(*noun.name)))


def _at_the_cost(sentence: Sentence, index: int) -> Iterator[Loss]:
    """As in "at the cost of three volunteers and one soldier", not "of 18 million francs"."""
    if sentence.kind(index - 1) != "i" or sentence.kind(index + 1) != "f":
        return
    before: Loss | None = None
    for member in without_appositions(sentence, list_from(sentence, index + 2)):
        known = sentence.noun(member)
        if not (_names_somebody(sentence, known) or known.partitive or before):
            continue
        made = make_loss(sentence, member, _KILLED, "at the cost of", None, before)
        if made is not None and made.quantity.low is not None:
            made.widen(index - 1)
            before = made
            yield made


def _taken_lives(sentence: Sentence, index: int, noun: NounPhrase) -> Iterator[Loss]:
    """As in "claimed upwards of 6,000 lives"."""
    if sentence.kind(index - 1) != "V" or noun.quantity is None:
        return
    verb = sentence.verb(index - 1)
    if verb.modal or sentence.tokens.word(verb.main) not in _TAKING_LIVES:
        return
    first, after = sentence.phrases[index - 1].first, sentence.phrases[index].after
    made = Loss(
        sentence, "lives", noun.quantity, (Outcome.KILLED,), False, first, after, index, index - 1
    )
    made.remarks.append("nobody named")
    made.reportedly = verb.reportedly
    yield made
