"""Figures less an exception: "nine hostages were taken; all but two were freed" frees seven."""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.language.lexicon import Effect
from sahel_events.prose.losses import Loss
from sahel_events.prose.phrases import Sentence
from sahel_events.values import Quantity

__all__ = ["all_but", "all_but_behind", "is_excepted"]


def is_excepted(sentence: Sentence, last: int) -> bool:
    """As in "all but three": the phrase at ``last`` is what remains."""
    return (
        sentence.kind(last - 1) == "B"
        and sentence.kind(last - 2) == "N"
        and sentence.text(last - 2).lower() == "all"
    )


def all_but_behind(sentence: Sentence, verb: int, effect: Effect, before: Loss) -> Iterator[Loss]:
    """As in "executed all but one of them"."""
    every = verb + 1
    excepts = sentence.kinds[every : every + 3] == "NBN"
    if excepts and sentence.text(every).lower() in ("all", "the"):
        yield from all_but(sentence, every, verb, effect, before)


def all_but(
    sentence: Sentence, every: int, verb: int, effect: Effect, before: Loss
) -> Iterator[Loss]:
    """The loss of all but some, where the one told before says how many there were.

    ``every`` is the phrase "all"; what remains stands two phrases behind it.
    """
    rest = sentence.noun(every + 2)
    left, whole = rest.quantity, rest.total or before.quantity
    if left is None or left.low is None or whole.low is None or whole.low <= left.low:
        return
    outcomes = effect.things if before.thing else effect.people
    if outcomes:
        first = min(sentence.phrases[verb].first, sentence.phrases[every].first)
        after = max(sentence.phrases[verb].after, sentence.phrases[every + 2].after)
        yield Loss(
            sentence, "all but", Quantity.exactly(whole.low - left.low), tuple(sorted(outcomes)),
            before.thing, first, after, every, verb, kin=before, parent=before,
        )  # fmt: skip
