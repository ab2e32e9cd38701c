"""A loss, as a sentence tells it: who came to which harm, and how many.

The constructions of English stand in :mod:`~sahel_events.english.losses.verbs` ("nine were
killed") and :mod:`~sahel_events.english.losses.nouns` ("the deaths of nine"); tolls ("the toll rose
to nine") and parts ("among them two women") in :mod:`~sahel_events.english.totals`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import define, field

from sahel_events.english.lexicon.senses import OF
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.lexicon.words import Effect
from sahel_events.english.syntax.chunks import NounPhrase, Sentence
from sahel_events.english.syntax.quantifiers import ONE, fits, is_bare, is_share, quantity_of
from sahel_events.kinds import Outcome
from sahel_events.values import Quantity

__all__ = ["OF_HARM", "ONE", "Loss", "counted_losses", "make_loss"]

#: Rules whose noun names the harm, and not those who came to it.
OF_HARM = frozenset(
    ("coffins", "counted noun", "counted victims", "lives", "names on a list", "possessed", "toll"),
)

#: The outcomes of people who are in somebody's hands.
_HELD = frozenset((Outcome.ARRESTED, Outcome.CAPTURED, Outcome.HOSTAGE))
_MEASURES = word_list("measures")
_MEMBERS = word_list("members")


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
    #: the phrase that says what a figure is of, where it stands apart ("the Malian losses")
    topic: int | None = None
    #: whether somebody is said to state it
    claimed: bool = False
    remarks: list[str] = field(factory=list)

    @property
    def effect(self) -> Effect:
        """What became of these victims, for others of whom the same is told."""
        return Effect((), self.outcomes) if self.thing else Effect(self.outcomes, ())

    def widen(self, phrase: int) -> None:
        """Let the evidence begin no later than a phrase of the sentence."""
        self.first = min(self.first, self.sentence.phrases[phrase].first)


def make_loss(
    sentence: Sentence, noun: int, effect: Effect, rule: str, verb: int | None = None,
    before: Loss | None = None,
) -> Loss | None:  # fmt: skip
    """The loss that a noun phrase counts; ``None`` when it can have come to no such harm."""
    phrase = sentence.noun(noun)
    named = phrase.of if _only_measures(sentence, phrase) else None
    thing = _is_thing(sentence, phrase, named, effect)
    if thing is None:
        return None
    if is_bare(phrase) and not phrase.zero and before is not None and _can_be(before, effect):
        thing = before.thing
    outcomes = effect.things if thing else effect.people
    if is_share(phrase, sentence) and phrase.of is None and named is None:
        return None  # "by 12 percent", "some 30 % more"
    quantity = _how_many(sentence, noun, effect, before)
    if quantity is None or not outcomes:
        return None
    first = sentence.phrases[noun].first
    after = max(sentence.phrases[at].after for at in (noun, verb, named) if at is not None)
    if verb is not None:
        first = min(first, sentence.phrases[verb].first)
    return Loss(
        sentence, rule, quantity, tuple(sorted(outcomes)), thing, first, after, noun, verb,
        kin=before, named=named,
    )  # fmt: skip


def counted_losses(
    sentence: Sentence, nouns: Iterable[int], effect: Effect, rule: str
) -> Iterator[Loss]:
    """The losses of a list that have a figure; each may take its noun from the one before it."""
    before: Loss | None = None
    for noun in nouns:
        made = make_loss(sentence, noun, effect, rule, None, before)
        if made is not None and made.quantity.low is not None:
            before = made
            yield made


def _only_measures(sentence: Sentence, phrase: NounPhrase) -> bool:
    """As in "two pieces of artillery", "nine members of Ganda Iso"."""
    return phrase.head_at >= 0 and sentence.tokens.word(phrase.head_at) in _MEASURES


def _is_thing(
    sentence: Sentence, phrase: NounPhrase, named: int | None, effect: Effect
) -> bool | None:
    """Whether the effect is one on things, on people or, ``None``, not one on this phrase."""
    if named is None:
        return fits(phrase, effect, sentence)
    thing = fits(sentence.noun(named), effect, sentence)
    if thing is None and effect.people and sentence.tokens.word(phrase.head_at) in _MEMBERS:
        return False  # "three members of one family"
    return thing


def _can_be(before: Loss, effect: Effect) -> bool:
    """Whether the effect can be one on what the loss before it counts."""
    return bool(effect.things if before.thing else effect.people)


def _how_many(
    sentence: Sentence, noun: int, effect: Effect, before: Loss | None
) -> Quantity | None:
    """How many are lost; where the phrase has no figure, one that stands behind it may tell."""
    phrase = sentence.noun(noun)
    quantity = quantity_of(phrase, sentence)
    if quantity is None and phrase.pronoun in ("they", "them") and before is not None:
        quantity = before.quantity if _are_held(before, effect) else None
    if before is not None and sentence.tokens.word(phrase.first) == "as many":
        return before.quantity  # "and as many militiamen"
    if quantity is None or quantity.low is not None:
        return quantity
    if phrase.of is not None and is_bare(sentence.noun(phrase.of)):
        quantity = sentence.noun(phrase.of).quantity or quantity  # "the crew of four"
    return quantity if quantity.low is not None else _strength(sentence, noun) or quantity


def _are_held(before: Loss, effect: Effect) -> bool:
    """As in "five men were abducted; they were killed": those in somebody's hands, and no others.

    Who "they" are in "as they fled" or "they died" only the context says.
    """
    held = not _HELD.isdisjoint(before.outcomes) and before.quantity.low is not None
    return held and _HELD.isdisjoint(effect.people) and Outcome.DISPLACED not in effect.people


def _strength(sentence: Sentence, noun: int) -> Quantity | None:
    """As in "the garrison, 84 strong," and "the prisoners, 28 in number,"."""
    at = noun + 1
    while sentence.kind(at) == OF and sentence.is_noun(at + 1):
        at += 2
    if sentence.kind(at) != "," or not sentence.is_noun(at + 1):
        return None
    figure = sentence.noun(at + 1)
    tokens = sentence.tokens
    words = [tokens.word(i) for i in range(figure.first, min(figure.after + 2, len(tokens.starts)))]
    return figure.quantity if "strong" in words or "number" in words else None
