"""Losses that an adjective or participle tells: "the 14 wounded", "one dead fighter"."""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.english.lexicon.senses import AND, PREPOSITIONS
from sahel_events.english.lexicon.vocabulary import Form, Harm
from sahel_events.english.losses.construction import Construction, Found, at_nouns
from sahel_events.english.losses.loss import Loss, make_loss
from sahel_events.english.syntax.chunks import NOUN, VERB, NounPhrase, Sentence
from sahel_events.english.syntax.clauses import subject

__all__ = ["ADJECTIVES"]

#: How far behind its subject a verb may stand, in phrases.
_REACH = 12


def _participle_in(found: Found, index: int) -> Harm | None:
    """What a participle or adjective within a noun phrase says of harm."""
    noun = found.sentence.noun(index)
    fated = noun.head is not None and noun.head.harm is not None
    return None if fated and _frame(noun) in ("noun", "victims") else noun.harm


def _frame(noun: NounPhrase) -> str:
    return noun.head.harm.frame if noun.head is not None and noun.head.harm is not None else ""


def _the_wounded(found: Found, index: int) -> Iterator[Loss]:
    """As in "the 14 wounded", "nine of the eleven injured"; "the stolen" are things."""
    sentence, harm = found.sentence, _participle_in(found, index)
    noun = sentence.noun(index)
    if harm is None or noun.head is not None or noun.head_at >= 0 or noun.name is not None:
        return
    if harm.form is Form.PAST:  # "24 of the 98 fell"
        quantity = noun.quantity
    else:
        quantity = noun.total or noun.quantity if noun.partitive else noun.quantity
    if noun.partitive and noun.total is None and _is_told_by_verb(sentence, index):
        return
    if quantity is not None and (not harm.effect.things or harm.frame == "state"):
        phrase = sentence.phrases[index]
        yield Loss(
            sentence, "the wounded", quantity, tuple(sorted(harm.effect.people)), False,
            phrase.first, phrase.after, index,
        )  # fmt: skip


def _is_news(sentence: Sentence, index: int) -> bool:
    """As in "an injured woman was flown out"; "the diary of a dead general" is about the diary."""
    return sentence.noun(index).indefinite and sentence.kind(index - 1) not in PREPOSITIONS


def _is_told_by_verb(sentence: Sentence, index: int) -> bool:
    """As in "two of the injured died", "three of the dead were nuns"."""
    if sentence.reads(index + 1, VERB, NOUN) and sentence.verb(index + 1).copula:
        return True
    behind = range(index + 1, min(index + _REACH, len(sentence.kinds)))
    verbs = [at for at in behind if sentence.is_verb(at) and sentence.verb(at).sense.harm]
    return any(subject(sentence, at) == index for at in verbs)


def _by_adjective(found: Found, index: int) -> Iterator[Loss]:
    """As in "one dead fighter", "three captured vehicles and two guns"."""
    sentence, harm = found.sentence, _participle_in(found, index)
    noun = sentence.noun(index)
    if harm is None or noun.head is None:
        return
    if noun.quantity is None and not (harm.effect.people and _is_news(sentence, index)):
        return
    if noun.partitive and noun.total is None and _is_told_by_verb(sentence, index):
        return  # "two of the kidnapped men were freed"
    made = make_loss(sentence, index, harm.effect, "adjective")
    if made is None:
        return
    made.quantity = noun.total or made.quantity  # "nine of the 13 missing fishermen"
    yield made
    other = index + 2
    if not made.thing or not sentence.reads(index + 1, AND, NOUN):
        return
    if sentence.noun(other).quantity is not None and not sentence.is_verb(other + 1):
        more = make_loss(sentence, other, harm.effect, "adjective", None, made)
        if more is not None:
            more.first = made.first
            yield more


_THE_WOUNDED = Construction(
    name="the wounded",
    example={
        "A helicopter flew out the 14 wounded.": "14 wounded: people",
        "Six of the wounded, she said, were in a bad way.": "6 wounded: people",
    },
    not_=("A helicopter flew out the wounded.",),
    opens=at_nouns("a participle or adjective that stands for people", _participle_in),
    make=_the_wounded,
)


_ADJECTIVE = Construction(
    name="adjective",
    example={
        "The video shows one dead fighter.": "1 killed: fighter",
        "An injured woman was flown to Ber.": "1 wounded: woman",
        "The video shows three captured vehicles and two guns.": (
            "3 seized: vehicle; 2 seized: gun"
        ),
    },
    not_=("The video shows the dead river.",),
    opens=at_nouns("a participle or adjective of harm before a counted noun", _participle_in),
    make=_by_adjective,
)


#: In the order in which they are tried.
ADJECTIVES = (_THE_WOUNDED, _ADJECTIVE)
