"""Losses of verbs of costing and leaving: "cost the insurgents 17 men", "left 23 behind"."""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.lexicon.words import Effect
from sahel_events.english.losses.construction import Construction, Found, at_verbs
from sahel_events.english.losses.loss import Loss, make_loss
from sahel_events.english.losses.verbs.shared_verbs import listed_losses
from sahel_events.english.syntax.chunks import Sentence
from sahel_events.english.syntax.clauses import subject
from sahel_events.english.syntax.coordination import list_from, objects
from sahel_events.kinds import Outcome

__all__ = ["COSTING", "COSTS"]

_INHABITANTS = word_list("inhabitants")
_LIVES = word_list("lives")
_COSTING = word_list("cost")
_LEAVING = word_list("left")
#: Verbs that tell of losses together with what was lost or left.
COSTING = _COSTING | _LEAVING
_LOST = Effect((Outcome.KILLED,), (Outcome.DESTROYED,))
_KILLED = Effect((Outcome.KILLED,), ())
_DISPLACED = Effect((Outcome.DISPLACED,), ())


def _left_behind(found: Found, index: int) -> Iterator[Loss]:
    """As in "left 23 of their own on the ground"."""
    sentence = found.sentence
    if not sentence.is_noun(index + 1):
        return
    noun = sentence.noun(index + 1)
    own = sentence.tokens.word(noun.after - 1) == "own"
    if noun.quantity is not None and noun.partitive and own:
        made = make_loss(sentence, index + 1, _KILLED, "left behind", index)
        if made is not None:
            made.owner = made.named = subject(sentence, index)
            yield made


def _left_home(found: Found, index: int) -> Iterator[Loss]:
    """As in "1,400 people left the town"."""
    sentence = found.sentence
    town = index + 1 + (sentence.word_at(index + 1) in ("for", "into"))
    if not sentence.is_noun(town) or sentence.noun(town).quantity is not None:
        return
    last = subject(sentence, index)
    if last is not None and _are_inhabitants(sentence, last):
        yield from listed_losses(sentence, [last], index, _DISPLACED, "left home")


def _are_inhabitants(sentence: Sentence, index: int) -> bool:
    """As in "1,400 people"; soldiers who leave a town are not displaced."""
    noun = sentence.noun(index)
    if noun.quantity is None or noun.head_at < 0:
        return False
    return sentence.tokens.word(noun.head_at) in _INHABITANTS


def _cost_men(found: Found, index: int) -> Iterator[Loss]:
    """As in "cost the insurgents 17 men"."""
    sentence = found.sentence
    nouns = objects(sentence, index)
    first = nouns[-1] + 1 if nouns else -1
    if sentence.is_noun(first) and _is_toll(sentence, first):
        tolls = [noun for noun in list_from(sentence, first) if _is_toll(sentence, noun)]
        for made in listed_losses(sentence, tolls, index, _LOST, "lost"):
            made.owner = nouns[-1]
            yield made


def _cost_lives(found: Found, index: int) -> Iterator[Loss]:
    """As in "cost nine traders their lives"."""
    sentence = found.sentence
    nouns = objects(sentence, index)
    if not nouns or not sentence.is_noun(nouns[-1] + 1):
        return
    life = sentence.noun(nouns[-1] + 1)
    if life.head_at >= 0 and sentence.tokens.word(life.head_at) in _LIVES:
        yield from listed_losses(sentence, nouns, index, _KILLED, "cost lives")


def _is_toll(sentence: Sentence, index: int) -> bool:
    """Whether a phrase counts what somebody lost: "17 men", and not "$17 million"."""
    noun = sentence.noun(index)
    counted = noun.quantity is not None and noun.quantity.low is not None
    return counted and noun.head is not None and noun.head.noun is not None


_LEFT_BEHIND = Construction(
    name="left behind",
    example={"The rebels left 23 of their own on the ground.": "23 killed: rebels"},
    not_=("The rebels left 23 of their trucks on the road.",),
    opens=at_verbs(_LEAVING, "a verb of leaving"),
    make=_left_behind,
)


_LEFT_HOME = Construction(
    name="left home",
    example={
        "At least 1,400 people left the town.": "1,400+ displaced: people",
        "Some 900 residents have left for Ber.": "~900 displaced: residents",
    },
    not_=("Some 40 soldiers left the town after the raid.",),
    opens=at_verbs(_LEAVING, "a verb of leaving"),
    make=_left_home,
)


_COST_MEN = Construction(
    name="cost men",
    rule="lost",
    example={"The battle cost the insurgents 17 men.": "17 killed: men"},
    not_=("The battle cost the insurgents $17 million.",),
    opens=at_verbs(_COSTING, "a verb of costing"),
    make=_cost_men,
)


_COST_LIVES = Construction(
    name="cost lives",
    example={"The raid cost nine traders their lives.": "9 killed: traders"},
    not_=("The raid cost nine traders their savings.",),
    opens=at_verbs(_COSTING, "a verb of costing"),
    make=_cost_lives,
)


#: In the order in which they are tried.
COSTS = (_LEFT_BEHIND, _LEFT_HOME, _COST_MEN, _COST_LIVES)
