"""What a sentence tells of losses: who came to which harm, and how many.

The constructions of English stand in :mod:`~sahel_events.prose.verbs` ("nine were killed"),
:mod:`~sahel_events.prose.nominals` ("the deaths of nine"), :mod:`~sahel_events.prose.tolls` ("the
toll rose to nine") and :mod:`~sahel_events.prose.parts` ("among them two women").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import define, field

from sahel_events.language.lexicon import Effect
from sahel_events.model import Outcome
from sahel_events.prose.counting import fits, quantity_of
from sahel_events.prose.phrases import NounPhrase, Sentence
from sahel_events.values import Quantity

__all__ = ["ONE", "ZERO", "Loss", "is_bare", "make_loss", "without_appositions"]

ZERO, ONE = Quantity.exactly(0), Quantity.exactly(1)


@define(slots=True, eq=False)
class Loss:
    """A loss while it is being read; ``first`` and ``after`` are words of its sentence."""

    sentence: Sentence
    #: the construction that told it
    rule: str
    quantity: Quantity
    outcomes: tuple[Outcome, ...]
    thing: bool
    first: int
    after: int
    #: the phrase that counts the victims, and the verb that tells of them
    noun: int | None = None
    verb: int | None = None
    #: who lost them, where the sentence says so ("the army lost nine men")
    owner: int | None = None
    perpetrator: int | None = None
    #: "reportedly", "allegedly"
    reportedly: bool = False
    #: who says so, where the construction says it ("the army put the dead at nine")
    speaker: int | None = None
    parent: Loss | None = None
    #: the loss from which a bare figure takes its noun ("killed five and wounded nine")
    kin: Loss | None = None
    #: the phrase that names the victims, where it is not the one that counts them
    named: int | None = None
    #: whether somebody is said to state it
    claimed: bool = False
    remarks: list[str] = field(factory=list)


def make_loss(
    sentence: Sentence, noun: int, effect: Effect, rule: str, verb: int | None = None,
    before: Loss | None = None,
) -> Loss | None:  # fmt: skip
    """The loss that a noun phrase counts; ``None`` when it can have come to no such harm."""
    phrase = sentence.noun(noun)
    counted = phrase
    named: int | None = None
    if phrase.of is not None and _only_measures(sentence, phrase):
        named = phrase.of
        counted = sentence.noun(named)
    thing = fits(counted, effect, sentence)
    if thing is None and named is not None and effect.people:
        if sentence.tokens.word(phrase.head_at) in ("members", "member", "elements"):
            thing = False  # "three members of one family"
    if thing is None:
        return None
    if is_bare(phrase) and before is not None and not phrase.zero:
        thing = before.thing if (effect.things if before.thing else effect.people) else thing
    quantity = quantity_of(phrase, sentence)
    if quantity is None and phrase.pronoun in ("they", "them") and before is not None:
        quantity = (
            before.quantity if before.outcomes != effect.people and before.quantity.low else None
        )
    outcomes = effect.things if thing else effect.people
    if quantity is None or not outcomes:
        return None
    if quantity.low is None and phrase.of is not None and is_bare(sentence.noun(phrase.of)):
        quantity = sentence.noun(phrase.of).quantity or quantity  # "the crew of four"
    if quantity.low is None:
        quantity = _strength_of(sentence, noun) or quantity
    first, after = sentence.phrases[noun].first, sentence.phrases[noun].after
    if verb is not None:
        first = min(first, sentence.phrases[verb].first)
        after = max(after, sentence.phrases[verb].after)
    if named is not None:
        after = max(after, sentence.phrases[named].after)
    return Loss(
        sentence, rule, quantity, tuple(sorted(outcomes)), thing, first, after, noun, verb,
        kin=before, named=named,
    )  # fmt: skip


def _strength_of(sentence: Sentence, noun: int) -> Quantity | None:
    """As in "the garrison, 84 strong," and "the prisoners, 28 in number,"."""
    at = noun + 1
    while sentence.kind(at) == "f" and sentence.kind(at + 1) == "N":
        at += 2
    if sentence.kind(at) != "," or sentence.kind(at + 1) != "N":
        return None
    figure = sentence.noun(at + 1)
    tokens = sentence.tokens
    words = [tokens.word(i) for i in range(figure.first, min(figure.after + 2, len(tokens.starts)))]
    return figure.quantity if "strong" in words or "number" in words else None


_MEASURES = frozenset(
    "piece pieces ton tons tonne tonnes box boxes head member members crate crates round rounds sack "
    "sacks barrel barrels litre litres member element elements group groups number numbers "
    "majority hundred hundreds kind kinds pair sort sorts set sets stock stocks quantity "
    "quantities truckload truckloads cache caches".split()
)


def _only_measures(sentence: Sentence, phrase: NounPhrase) -> bool:
    """As in "two pieces of artillery", "nine members of Ganda Iso"."""
    return phrase.head_at >= 0 and sentence.tokens.word(phrase.head_at) in _MEASURES


def is_bare(noun: NounPhrase) -> bool:
    """Whether it is a figure without a noun."""
    return noun.head is None and noun.head_at < 0 and noun.name is None and noun.pronoun is None


def without_appositions(sentence: Sentence, nouns: Iterable[int]) -> Iterator[int]:
    """The phrases of a list, less those that only say more of the one before.

    "One French pilot, Lieutenant Damien Boiteux," is one man; "a guard, a driver and a cook" three.
    """
    listed = list(nouns)
    kept: list[int] = []
    for position, noun in enumerate(listed):
        if kept and (_explains(sentence, listed, position) or _describes(sentence, kept[-1], noun)):
            phrase, before = sentence.noun(noun), sentence.noun(kept[-1])
            if phrase.name is not None and before.name is None:
                before.name = phrase.name
            continue
        if kept and _is_age(sentence, noun):
            continue
        kept.append(noun)
    yield from kept


def _describes(sentence: Sentence, before: int, noun: int) -> bool:
    """As in "Aliou Toure, a leader and the commissioner of the town": all say who he was."""
    person, phrase = sentence.noun(before), sentence.noun(noun)
    if person.name is None or person.head is not None or "," not in sentence.kinds[before:noun]:
        return False
    single = quantity_of(phrase, sentence) == ONE
    return single and phrase.name is None and phrase.quantity is None and not phrase.possessive


def _is_age(sentence: Sentence, noun: int) -> bool:
    """As in "a farmer, Issoufou Harouna, 54,"."""
    phrase = sentence.noun(noun)
    return is_bare(phrase) and sentence.kind(noun - 1) == "," and sentence.kind(noun + 1) != "V"


def _explains(sentence: Sentence, nouns: list[int], position: int) -> bool:
    noun, before = sentence.noun(nouns[position]), sentence.noun(nouns[position - 1])
    between = sentence.kinds[nouns[position - 1] + 1 : nouns[position]]
    if "&" in between or "," not in between:
        return False
    joined_later = "&" in sentence.kinds[nouns[position] : nouns[-1]]
    single = quantity_of(before, sentence) == ONE and quantity_of(noun, sentence) == ONE
    if not single or noun.quantity is not None or noun.possessive:
        return False
    if noun.name is not None and before.name is None:
        return True
    return not joined_later and not noun.definite
