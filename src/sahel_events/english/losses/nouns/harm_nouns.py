"""Losses that nouns of harm tell: "the deaths of nine", "nine arrests", "heavy losses"."""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.english.lexicon.senses import DATE, OF, PEOPLE, PREPOSITION, PREPOSITIONS, WEEKDAY
from sahel_events.english.lexicon.vocabulary import Form, Harm
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.lexicon.words import Effect
from sahel_events.english.losses.construction import Construction, Found, at_nouns
from sahel_events.english.losses.loss import Loss, make_loss
from sahel_events.english.losses.nouns.counted_nouns import (
    COUNTED_NOUN,
    are_of_both,
    harm_of_noun,
    owner_of,
    told_by_noun,
)
from sahel_events.english.syntax.appositions import without_appositions
from sahel_events.english.syntax.chunks import NOUN, Sentence
from sahel_events.english.syntax.coordination import list_from
from sahel_events.english.syntax.quantifiers import ONE, is_known
from sahel_events.kinds import Outcome

__all__ = ["HARM_NOUNS", "complement"]

_BURIALS = frozenset(("burial", "burials", "funeral", "funerals"))
_LOSS_OF = Effect((Outcome.KILLED,), (Outcome.DESTROYED,))
_MATERIAL = word_list("material")
_MEN = word_list("men")
_POSSESSED = word_list("possessed")


def _gerund(found: Found, index: int) -> Harm | None:
    """What a gerund of harm says that is a noun here: "the killing of", "whose killing"."""
    noun = found.sentence.noun(index)
    is_one = noun.harm is not None and noun.harm.form is Form.ING
    other = noun.head is not None and noun.head.harm is not None
    return noun.harm if is_one and not other else None


def complement(sentence: Sentence, index: int) -> int | None:
    """The phrase behind "of", also where a day or a place stands between."""
    at = index + 1
    for _ in range(2):
        if sentence.kind(at) == OF and sentence.is_noun(at + 1):
            return at + 1
        if sentence.kind(at) == PREPOSITION and sentence.kind(at + 1) in (NOUN, WEEKDAY, DATE):
            at += 2
        elif sentence.kind(at) in (WEEKDAY, DATE):
            at += 1
    return None


def _noun_of(found: Found, index: int) -> Iterator[Loss]:
    """The losses of those behind "of"; of "loss", "casualties", "funeral", those with a figure.

    "The casualties of both sides" and "the loss of control" tell of nobody.
    """
    sentence, harm = found.sentence, harm_of_noun(found, index)
    noun, of = sentence.noun(index), complement(sentence, index)
    if harm is None or of is None or noun.zero or are_of_both(sentence, index):
        return
    word = sentence.tokens.word(noun.head_at)
    loss_of, buried = word == "loss", word in _BURIALS
    effect = _LOSS_OF if loss_of else harm.effect
    before: Loss | None = None
    for member in without_appositions(sentence, _members(sentence, index, of)):
        made = make_loss(sentence, member, effect, "noun of", None, before)
        if made is None or (loss_of and not is_known(sentence.noun(member), sentence)):
            continue  # "the loss of Kos", "the loss of 13 Ju 52s"
        figure_alone = loss_of or buried or Outcome.CASUALTY in made.outcomes
        if made.quantity.low is None and figure_alone:
            continue
        if made.quantity.low is None and noun.quantity is not None:
            made.quantity = noun.quantity
        made.widen(index)
        before = made
        yield made


def _gerund_of(found: Found, index: int) -> Iterator[Loss]:
    """As in "the killing of a journalist"."""
    sentence, harm = found.sentence, _gerund(found, index)
    if harm is None or sentence.kind(index + 1) != OF:
        return
    before: Loss | None = None
    for member in without_appositions(sentence, _members(sentence, index, index + 2)):
        made = make_loss(sentence, member, harm.effect, "noun of", None, before)
        if made is not None:
            made.widen(index)
            before = made
            yield made


def _members(sentence: Sentence, index: int, of: int) -> list[int]:
    """The list behind "of"; the verb behind it may be that of the noun itself."""
    listed = list_from(sentence, of, own_verb=not sentence.is_verb(index - 1))
    return [member for member in listed if member == of or not _is_harm(sentence, member)]


def _is_harm(sentence: Sentence, index: int) -> bool:
    """As in "the death of a captain and the wounding of five men": harm of its own."""
    noun = sentence.noun(index)
    named = noun.head is not None and noun.head.harm is not None and noun.head.harm.frame == "noun"
    gerund = noun.harm is not None and noun.harm.form is Form.ING and noun.head is None
    return named or gerund


def _possessed(found: Found, index: int) -> Iterator[Loss]:
    """As in "the commander's death"."""
    sentence, harm = found.sentence, harm_of_noun(found, index)
    owner = owner_of(sentence, sentence.noun(index))
    if harm is None or owner is None or sentence.noun(index).quantity is not None:
        return
    head = sentence.tokens.senses[owner]
    person = (
        head.code == PEOPLE
        and head.noun is not None
        and not head.noun.thing
        and not head.noun.plural
    )
    if person and sentence.tokens.word(sentence.noun(index).head_at) in _POSSESSED:
        yield told_by_noun(sentence, "possessed", index, ONE, harm.effect.people, remark="owner")


def _whose(found: Found, index: int) -> Iterator[Loss]:
    """As in "a hostage whose abduction dated from 2029"."""
    sentence, harm = found.sentence, _noun_or_gerund(found, index)
    if harm is None or sentence.word(index) != "whose":
        return
    of = index - 1 - (sentence.kind(index - 1) == ",")
    while sentence.kind(of - 1) in PREPOSITIONS and sentence.is_noun(of - 2):
        of -= 2
    told = sentence.tokens.word(sentence.phrases[index].after - 1) in _POSSESSED
    made = make_loss(sentence, of, harm.effect, "noun of") if sentence.is_noun(of) else None
    if made is not None and told and not harm.effect.things:
        made.after = sentence.phrases[index].after
        yield made


def _noun_or_gerund(found: Found, index: int) -> Harm | None:
    return harm_of_noun(found, index) or _gerund(found, index)


_NOUN_OF = Construction(
    name="noun of",
    example={
        "The clash led to the deaths of nine soldiers and a guide.": (
            "9 killed: soldiers; 1 killed: guide"
        ),
        "The army announced the release on Tuesday of 43 villagers.": "43 freed: villagers",
    },
    not_=("The loss of control over nine towns worried the army.",),
    opens=at_nouns("a noun of harm before “of”", harm_of_noun),
    make=_noun_of,
)


_POSSESSED_NOUN = Construction(
    name="possessed",
    example={"The commander's death was announced on Friday.": "1 killed: people"},
    not_=("The commander's losses were discussed on Friday.",),
    opens=at_nouns("a noun of harm behind “’s”", harm_of_noun),
    make=_possessed,
)


_WHOSE = Construction(
    name="whose",
    rule="noun of",
    example={"A hostage, whose abduction dated from 2019, is well.": "1 hostage: hostage"},
    not_=("A trader, whose losses dated from 2019, closed his shop.",),
    opens=at_nouns("a noun or gerund of harm behind “whose”", _noun_or_gerund),
    make=_whose,
)


_GERUND_OF = Construction(
    name="gerund of",
    rule="noun of",
    example={"The union condemned the killing of two journalists.": "2 killed: journalists"},
    not_=("The union condemned the killing of the plan.",),
    opens=at_nouns("a gerund of harm before “of”", _gerund),
    make=_gerund_of,
)


#: In the order in which they are tried.
HARM_NOUNS = (_NOUN_OF, _POSSESSED_NOUN, _WHOSE, COUNTED_NOUN, _GERUND_OF)
