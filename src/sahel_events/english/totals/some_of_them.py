"""Parts of totals as some of them: "of whom six were miners", "four of them critically"."""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.english.lexicon.senses import ADVERB, AND, OF, PRONOUN, RELATIVE
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.losses.construction import Found
from sahel_events.english.losses.loss import Loss
from sahel_events.english.syntax.chunks import NOUN, Sentence
from sahel_events.english.syntax.quantifiers import is_bare
from sahel_events.english.totals.parts import (
    behind,
    losses_before,
    part_of,
    parts_by,
)
from sahel_events.kinds import Outcome

__all__ = ["SOME_OF_THEM"]

#: How far behind a loss its parts may be told, in phrases: as "of them", and as "of whom".
_REACH, _REACH_OF_WHOM = 14, 8
_BADLY = word_list("badly")
#: Words for those told of last: "of these, nine were guards".
_THESE = ("these", "those", "them", "this number", "that number")


def _of_whom(found: Found, _: int) -> Iterator[Loss]:
    """As in "eight civilians killed, of whom six were miners", "29 of whom were civilians"."""
    for loss in list(found.losses):
        if loss.noun is not None:
            yield from _some_of_whom(found.sentence, loss, loss.noun)


def _some_of_whom(sentence: Sentence, loss: Loss, noun: int) -> Iterator[Loss]:
    """Those of one loss whom "of whom" tells."""
    if OF + RELATIVE not in sentence.kinds:
        return
    for at in behind(sentence, loss, noun, _REACH_OF_WHOM):
        shape = sentence.kinds[at : at + 3]
        if shape == OF + RELATIVE + NOUN and not _has_own_harm(sentence, at + 2):
            member = at + 2
        elif (
            shape == NOUN + OF + RELATIVE
            and is_bare(sentence.noun(at))
            and not _has_own_harm(sentence, at + 2)
        ):
            member = at
        else:
            continue
        part = part_of(sentence, member, loss)
        if part is not None:
            of_whom = sentence.reads(member + 1, OF, RELATIVE)
            verb = member + 3 if of_whom else member + 1
            part.named = _named_behind(sentence, verb) or part.named
            yield part


def _has_own_harm(sentence: Sentence, member: int) -> bool:
    """As in "of whom six died": told by its own verb, and no part."""
    verb = member + 1 + (sentence.kind(member + 1) == ADVERB)
    return sentence.is_verb(verb) and sentence.verb(verb).sense.harm is not None


def _named_behind(sentence: Sentence, verb: int) -> int | None:
    """As in "were civilians": the phrase that names those of whom it is said."""
    is_said = sentence.is_verb(verb) and sentence.verb(verb).copula
    return verb + 1 if is_said and sentence.is_noun(verb + 1) else None


def _of_them(found: Found, _: int) -> Iterator[Loss]:
    """As in "four of them critically", "seven of them women": parts of the loss before them."""
    sentence = found.sentence
    if PRONOUN not in sentence.tokens.codes:
        return
    taken: set[int] = set()
    for loss in reversed(list(found.losses)):
        if loss.noun is None or loss.parent is not None:
            continue
        for member in behind(sentence, loss, loss.noun, _REACH, ends="."):
            if member in taken or not _is_of_them(sentence, member):
                continue
            taken.add(member)
            yield from _of_them_and_others(sentence, member, loss)


def _how_badly(found: Found, _: int) -> Iterator[Loss]:
    """As in "12 people were injured, three critically"."""
    sentence = found.sentence
    for index, kind in enumerate(sentence.kinds):
        if kind != NOUN or sentence.kinds[index - 1 : index + 2 : 2] not in (
            "," + ADVERB,
            "-" + ADVERB,
            "(" + ADVERB,
        ):
            continue
        badly = sentence.word(index + 1) in _BADLY and is_bare(sentence.noun(index))
        hurt = (loss for loss in found.told_before(index) if Outcome.WOUNDED in loss.outcomes)
        whole = next(hurt, None) if badly else None
        part = part_of(sentence, index, whole) if whole is not None else None
        if part is not None:
            part.after = sentence.phrases[index + 1].after
            yield part


def _of_them_and_others(sentence: Sentence, member: int, whole: Loss) -> Iterator[Loss]:
    """As in "three of them Nigerien and two Chadian": more parts may be joined to the first."""
    part = part_of(sentence, member, whole)
    if part is None:
        return
    named = sentence.is_noun(member + 1)
    if named:
        part.named = member + 1
    yield part
    other = member + 2 + named
    if sentence.reads(other - 1, AND, NOUN) and sentence.kind(other + 1) in (",", "-", ")"):
        more = (
            part_of(sentence, other, whole) if sentence.noun(other).quantity is not None else None
        )
        if more is not None:
            yield more


def _is_of_them(sentence: Sentence, index: int) -> bool:
    """Whether a phrase such as "four of them" is set apart from what stands before it."""
    if not sentence.is_noun(index) or sentence.kind(index - 1) not in (",", "-", "(", ";", AND):
        return False
    noun = sentence.noun(index)
    return noun.quantity is not None and noun.partitive and noun.pronoun is not None


def _of_the_dead(found: Found, _: int) -> Iterator[Loss]:
    """As in "of the 22 people killed, 15 were children", "of these, nine were guards"."""
    sentence = found.sentence
    comma = sentence.kinds.find(",")
    whole = next(losses_before(found.losses, comma), None)
    if whole is None and comma == 2 and sentence.text(1).lower() in _THESE:
        whole = found.earlier
    if whole is None or sentence.word_at(0) != "of" or not sentence.is_noun(comma + 1):
        return
    named = _named_behind(sentence, comma + 2)
    part = part_of(sentence, comma + 1, whole) if named is not None else None
    if part is not None:
        part.named = named
        yield part


SOME_OF_THEM = (
    parts_by(
        "of whom",
        "“of whom” behind a loss",
        _of_whom,
        {"Gunmen killed nine men, of whom six were miners.": "9 killed: men; 6 killed: miners"},
        "Nine civilians spoke, of whom six were miners.",
    ),
    parts_by(
        "of them",
        "a figure before “of them” behind a loss",
        _of_them,
        {"A mine wounded nine men, four of them critically.": "9 wounded: men; 4 wounded: men"},
        "Nine farmers came, four of them by bus.",
    ),
    parts_by(
        "how badly",
        "a bare figure before “critically”, “seriously” …, behind the wounded",
        _how_badly,
        {"A mine wounded twelve men, three critically.": "12 wounded: men; 3 wounded: men"},
        "Twelve men came, three late.",
    ),
    parts_by(
        "of the dead",
        "“of the … killed” at the head of a sentence",
        _of_the_dead,
        {"Of the 22 people killed, 15 were children.": "22 killed: people; 15 killed: children"},
        "Of the 22 people present, 15 were children.",
    ),
)
