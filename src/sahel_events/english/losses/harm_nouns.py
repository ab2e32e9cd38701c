"""Losses that nouns of harm tell: "the deaths of nine", "nine arrests", "heavy losses"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sahel_events.english.lexicon.vocabulary import Form, Harm
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.lexicon.words import Effect
from sahel_events.english.losses.construction import At, Construction, Found, Opens
from sahel_events.english.losses.loss import Loss, make_loss
from sahel_events.english.syntax.appositions import without_appositions
from sahel_events.english.syntax.chunks import NounPhrase, Sentence
from sahel_events.english.syntax.coordination import list_from
from sahel_events.english.syntax.factuality import is_possible
from sahel_events.english.syntax.quantifiers import ONE, ZERO
from sahel_events.kinds import Outcome
from sahel_events.values import Quantity

__all__ = ["HARM_NOUNS", "complement"]

_LOSS_OF = Effect((Outcome.KILLED,), (Outcome.DESTROYED,))
_DEGREES = word_list("degrees")
_MATERIAL = word_list("material")
_MEN = word_list("men")
_MENTIONED = word_list("mentioned")
_POSSESSED = word_list("possessed")
_TELLING = word_list("telling")
_TOLD_BY_VERB = word_list("told by verb")
_TOLD_BY_THEMSELVES = word_list("told by themselves")


def _harm(found: Found, index: int) -> Harm | None:
    """What a noun of harm says, unless it is only spoken of: "could cause deaths"."""
    noun = found.sentence.noun(index)
    harm = noun.head.harm if noun.head is not None else None
    if harm is None or harm.frame != "noun":
        return None
    spoken_of = is_possible(found.sentence, index) or _is_only_mentioned(found.sentence, index)
    return None if spoken_of else harm


def _gerund(found: Found, index: int) -> Harm | None:
    """What a gerund of harm says that is a noun here: "the killing of", "whose killing"."""
    noun = found.sentence.noun(index)
    is_one = noun.harm is not None and noun.harm.form is Form.ING
    other = noun.head is not None and noun.head.harm is not None
    return noun.harm if is_one and not other else None


# -- whose deaths ---------------------------------------------------------------------------------


def complement(sentence: Sentence, index: int) -> int | None:
    """The phrase behind "of", also where a day or a place stands between."""
    at = index + 1
    for _ in range(2):
        if sentence.kind(at) == "f" and sentence.kind(at + 1) == "N":
            return at + 1
        if sentence.kind(at) == "i" and sentence.kind(at + 1) in ("N", "W", "D"):
            at += 2
        elif sentence.kind(at) in ("W", "D"):
            at += 1
    return None


def _noun_of(found: Found, index: int) -> Iterator[Loss]:
    """The losses of those behind "of"; of "loss" and "casualties", only those with a figure.

    "The casualties of both sides" and "the loss of control" tell of nobody.
    """
    sentence, harm = found.sentence, _harm(found, index)
    noun, of = sentence.noun(index), complement(sentence, index)
    if harm is None or of is None or noun.zero or _are_of_both(sentence, index):
        return
    loss_of = sentence.tokens.word(noun.head_at) == "loss"
    effect = _LOSS_OF if loss_of else harm.effect
    before: Loss | None = None
    for member in without_appositions(sentence, _members(sentence, index, of)):
        made = make_loss(sentence, member, effect, "noun of", None, before)
        if made is None:
            continue
        if made.quantity.low is None and (loss_of or Outcome.CASUALTY in made.outcomes):
            continue
        if made.quantity.low is None and noun.quantity is not None:
            made.quantity = noun.quantity
        made.widen(index)
        before = made
        yield made


def _gerund_of(found: Found, index: int) -> Iterator[Loss]:
    """As in "the killing of a journalist"."""
    sentence, harm = found.sentence, _gerund(found, index)
    if harm is None or sentence.kind(index + 1) != "f":
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
    return list_from(sentence, of, own_verb=sentence.kind(index - 1) != "V")


def _owner(sentence: Sentence, noun: NounPhrase) -> int | None:
    """The last word before "'s": whose death it is."""
    own = sentence.tokens.codes.rfind("$", noun.first, noun.after)
    return own - 1 if own > noun.first else None


def _possessed(found: Found, index: int) -> Iterator[Loss]:
    """As in "the commander's death"."""
    sentence, harm = found.sentence, _harm(found, index)
    owner = _owner(sentence, sentence.noun(index))
    if harm is None or owner is None or sentence.noun(index).quantity is not None:
        return
    head = sentence.tokens.senses[owner]
    person = (
        head.code == "n" and head.noun is not None and not head.noun.thing and not head.noun.plural
    )
    if person and sentence.tokens.word(sentence.noun(index).head_at) in _POSSESSED:
        yield _loss(sentence, "possessed", index, ONE, harm.effect.people, remark="owner")


def _whose(found: Found, index: int) -> Iterator[Loss]:
    """As in "a hostage whose abduction dated from 2029"."""
    sentence, harm = found.sentence, _noun_or_gerund(found, index)
    if harm is None or sentence.word(index) != "whose":
        return
    of = index - 1 - (sentence.kind(index - 1) == ",")
    while sentence.kind(of - 1) in ("i", "f") and sentence.kind(of - 2) == "N":
        of -= 2
    told = sentence.tokens.word(sentence.phrases[index].after - 1) in _POSSESSED
    made = make_loss(sentence, of, harm.effect, "noun of") if sentence.kind(of) == "N" else None
    if made is not None and told and not harm.effect.things:
        made.after = sentence.phrases[index].after
        yield made


# -- counted deaths, and those of which only their degree is told ---------------------------------


def _counted_noun(found: Found, index: int) -> Iterator[Loss]:
    """As in "nine arrests", "no casualties", "suffered losses"."""
    sentence, harm = found.sentence, _harm(found, index)
    noun = sentence.noun(index)
    owned = noun.quantity is None and _owner(sentence, noun) is not None
    if harm is None or owned or sentence.word(index) == "whose":
        return
    if noun.zero and harm.counted:
        yield from _counted(sentence, index, harm, ZERO)
    elif noun.quantity is not None and harm.counted:
        yield from _counted(sentence, index, harm, noun.quantity)
    elif _is_told(sentence, index):
        yield from _counted(sentence, index, harm, _zero_or_some(sentence, index))


def _counted(sentence: Sentence, index: int, harm: Harm, quantity: Quantity) -> Iterator[Loss]:
    """As in "nine arrests"; "human and material losses" are losses of both."""
    effect = harm.effect
    made = _loss(sentence, "counted noun", index, quantity, effect.people or effect.things)
    made.thing = not effect.people
    if quantity == ZERO and _is_without(sentence, index):
        made.first = max(made.first - 1, 0)
    yield made
    if effect.things and _are_of_both(sentence, index):
        made = _loss(sentence, "counted noun", index, quantity, effect.things, remark="material")
        made.thing = True
        yield made


def _are_of_both(sentence: Sentence, index: int) -> bool:
    """As in "human and material losses", "losses in men and equipment"."""
    if {"human", "material"} <= _words(sentence, index):
        return True
    at = index + 1
    at += sentence.kind(at) == ","
    if sentence.word_at(at) not in ("in", "of"):
        return False
    named = [behind for behind in range(at + 1, at + 5) if sentence.kind(behind) == "N"]
    joined = set(sentence.kinds[at + 1 : at + 5]) & {"&"}
    last = {sentence.tokens.word(sentence.phrases[noun].after - 1) for noun in named}
    return bool(joined) and not last.isdisjoint(_MEN) and not last.isdisjoint(_MATERIAL)


def _loss(
    sentence: Sentence, rule: str, index: int, quantity: Quantity, outcomes: tuple[Outcome, ...],
    remark: str | None = None,
) -> Loss:  # fmt: skip
    """A loss of people that the noun phrase tells by itself."""
    phrase = sentence.phrases[index]
    made = Loss(
        sentence, rule, quantity, tuple(sorted(outcomes)), False, phrase.first, phrase.after, index
    )
    if remark is not None:
        made.remarks.append(remark)
    return made


def _words(sentence: Sentence, index: int) -> set[str]:
    noun = sentence.noun(index)
    return {sentence.tokens.word(at) for at in range(noun.first, noun.after)}


def _is_only_mentioned(sentence: Sentence, index: int) -> bool:
    """As in "no details of casualties", "no word on human casualties"."""
    if sentence.kind(index - 1) not in ("f", "i") or sentence.kind(index - 2) != "N":
        return False
    return sentence.tokens.word(sentence.phrases[index - 2].after - 1) in _MENTIONED


def _is_told(sentence: Sentence, index: int) -> bool:
    """Whether losses without a figure are told of, not merely spoken of: "heavy losses"."""
    word = sentence.tokens.word(sentence.noun(index).head_at)
    if word in _TOLD_BY_VERB:
        return False  # "sustained light injuries"
    if not _DEGREES.isdisjoint(_words(sentence, index)) or _is_heavy(sentence, index):
        return True
    if _is_without(sentence, index):
        return True
    at = _head_of_list(sentence, index) - 1
    at -= sentence.kind(at) == "f"  # "told of deaths and damage"
    if sentence.kind(at) == "V":
        verb = sentence.verb(at)
        speech = verb.sense.speech
        spoken = speech and speech.frame == "says" and sentence.text(at + 1) == "of"
        if spoken or sentence.tokens.word(verb.main) in _TELLING:
            return not verb.negated
    return word in _TOLD_BY_THEMSELVES and sentence.kind(index + 1) != "V"


def _head_of_list(sentence: Sentence, index: int) -> int:
    """The first phrase of a list: "recorded rapes, executions outside the law and thefts"."""
    while sentence.kinds[max(0, index - 2) : index] in ("N,", "N&"):
        index -= 2
    return index


def _is_heavy(sentence: Sentence, index: int) -> bool:
    """As in "losses were very heavy"."""
    if sentence.kind(index + 1) != "V" or not sentence.verb(index + 1).copula:
        return False
    tokens, start = sentence.tokens, sentence.phrases[index + 1].after
    stop = min(start + 3, len(tokens.starts))
    return any(tokens.word(at) in _DEGREES for at in range(start, stop))


def _zero_or_some(sentence: Sentence, index: int) -> Quantity:
    """Zero for "without losses" and "neither camp suffered losses"; else without a figure."""
    none = _is_without(sentence, index) or _has_zero_subject(sentence, index)
    return ZERO if none else Quantity()


def _is_without(sentence: Sentence, index: int) -> bool:
    """As in "without casualties", "without causing casualties"."""
    at = index - 1
    if sentence.kind(at) == "V":
        at -= 1
    return sentence.kind(at) == "i" and sentence.word(at) == "without"


def _has_zero_subject(sentence: Sentence, index: int) -> bool:
    """As in "neither camp suffered any loss of life"."""
    if sentence.kind(index - 1) != "V":
        return False
    first = sentence.kinds.find("N", sentence.clause_start(index), index - 1)
    return first >= 0 and sentence.noun(first).zero


# -- as values ------------------------------------------------------------------------------------


def _noun_or_gerund(found: Found, index: int) -> Harm | None:
    return _harm(found, index) or _gerund(found, index)


def _nouns(named: str, of: Callable[[Found, int], Harm | None]) -> Opens:
    return Opens(At.NOUN, named, lambda found, index: of(found, index) is not None)


_NOUN_OF = Construction(
    name="noun of",
    example={
        "The clash led to the deaths of nine soldiers and a guide.": (
            "9 killed: soldiers; 1 killed: guide"
        ),
        "The army announced the release on Tuesday of 43 villagers.": "43 freed: villagers",
    },
    not_=("The loss of control over nine towns worried the army.",),
    opens=_nouns("a noun of harm before “of”", _harm),
    make=_noun_of,
)
_POSSESSED_NOUN = Construction(
    name="possessed",
    example={"The commander's death was announced on Friday.": "1 killed: people"},
    not_=("The commander's losses were discussed on Friday.",),
    opens=_nouns("a noun of harm behind “’s”", _harm),
    make=_possessed,
)
_WHOSE = Construction(
    name="whose",
    rule="noun of",
    example={"A hostage, whose abduction dated from 2019, is well.": "1 hostage: hostage"},
    not_=("A trader, whose losses dated from 2019, closed his shop.",),
    opens=_nouns("a noun or gerund of harm behind “whose”", _noun_or_gerund),
    make=_whose,
)
_COUNTED_NOUN = Construction(
    name="counted noun",
    example={
        "Police made nine arrests.": "9 arrested: people",
        "The army suffered heavy losses.": "an unstated number casualty: people",
        "The raid ended without casualties.": "0 casualty: people",
    },
    not_=(
        "There are no details of casualties.",
        "The storm could cause nine deaths.",
    ),
    opens=_nouns("a noun of harm", _harm),
    make=_counted_noun,
)
_GERUND_OF = Construction(
    name="gerund of",
    rule="noun of",
    example={"The union condemned the killing of two journalists.": "2 killed: journalists"},
    not_=("The union condemned the killing of the plan.",),
    opens=_nouns("a gerund of harm before “of”", _gerund),
    make=_gerund_of,
)
#: In the order in which they are tried.
HARM_NOUNS = (_NOUN_OF, _POSSESSED_NOUN, _WHOSE, _COUNTED_NOUN, _GERUND_OF)
