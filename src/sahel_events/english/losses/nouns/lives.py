"""Losses of lives: "at the cost of three guards", "claimed 6,000 lives"."""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.english.lexicon.senses import OF, PREPOSITION
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.lexicon.words import Effect
from sahel_events.english.losses.construction import Construction, Found, at_head
from sahel_events.english.losses.loss import Loss, make_loss
from sahel_events.english.syntax.appositions import without_appositions
from sahel_events.english.syntax.chunks import NounPhrase, Sentence
from sahel_events.english.syntax.coordination import list_from
from sahel_events.english.syntax.factuality import is_alleged
from sahel_events.kinds import Outcome

__all__ = ["COSTING_LIVES", "LIVES"]

_KILLED = Effect((Outcome.KILLED,), ())
_COSTS = word_list("costs")
_LIVES = word_list("lives")
_TAKING_LIVES = word_list("taking lives")


#: Nouns that tell of losses together with a verb or preposition: "lives", "cost".
COSTING_LIVES = _LIVES | _COSTS


def _names_somebody(sentence: Sentence, noun: NounPhrase) -> bool:
    """Whether a phrase has a noun or a name of letters: no sum is "P3.2 billion"."""
    if noun.head is not None or noun.name is None:
        return noun.head is not None
    return not any(map(str.isdigit, sentence.tokens.words(*noun.name)))


def _at_the_cost(found: Found, index: int) -> Iterator[Loss]:
    """As in "at the cost of three volunteers and one soldier", not "of 18 million francs"."""
    sentence = found.sentence
    if sentence.kind(index - 1) != PREPOSITION or sentence.kind(index + 1) != OF:
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


def _taken_lives(found: Found, index: int) -> Iterator[Loss]:
    """As in "claimed upwards of 6,000 lives"."""
    sentence = found.sentence
    noun = sentence.noun(index)
    if not sentence.is_verb(index - 1) or noun.quantity is None:
        return
    verb = sentence.verb(index - 1)
    if verb.modal or sentence.tokens.word(verb.main) not in _TAKING_LIVES:
        return
    first, after = sentence.phrases[index - 1].first, sentence.phrases[index].after
    made = Loss(
        sentence, "lives", noun.quantity, (Outcome.KILLED,), False, first, after, index, index - 1
    )
    made.remarks.append("nobody named")
    made.reportedly = is_alleged(sentence, index - 1)
    yield made


_AT_THE_COST_OF = Construction(
    name="at the cost of",
    example={
        "The town was retaken at the cost of three volunteers and one soldier.": (
            "3 killed: volunteers; 1 killed: soldier"
        )
    },
    not_=("The road was mended at the cost of 18 million francs.",),
    opens=at_head(_COSTS, "“cost”"),
    make=_at_the_cost,
)


_LIVES_TAKEN = Construction(
    name="lives",
    example={"The war has claimed upwards of 6,000 lives.": "6,000+ killed: people"},
    not_=("The war has changed 6,000 lives.",),
    opens=at_head(_LIVES, "“lives”"),
    make=_taken_lives,
)


#: In the order in which they are tried.
LIVES = (_AT_THE_COST_OF, _LIVES_TAKEN)
