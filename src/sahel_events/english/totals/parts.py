"""What the constructions of parts share: "five people, including two women"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sahel_events.english.lexicon.senses import AND
from sahel_events.english.losses.construction import At, Construction, Found, Opens
from sahel_events.english.losses.loss import Loss, make_loss
from sahel_events.english.syntax.chunks import Sentence

__all__ = [
    "behind",
    "end_of",
    "losses_before",
    "members_behind",
    "part_of",
    "parts_by",
    "parts_of",
]


def part_of(sentence: Sentence, member: int, whole: Loss, kin: Loss | None = None) -> Loss | None:
    """The loss of a phrase that counts some of a whole, and no more than it."""
    part = make_loss(sentence, member, whole.effect, "part", None, kin)
    if part is None or part.quantity.low is None:
        return None
    if part.quantity.low > (whole.quantity.high or part.quantity.low):
        return None
    if whole.sentence is sentence:
        part.first = min(part.first, max(whole.first, sentence.phrases[whole.noun or 0].first))
    part.parent = whole
    return part


def behind(
    sentence: Sentence, loss: Loss, noun: int, reach: int, ends: str = ".;"
) -> Iterator[int]:
    """The phrases behind a loss in which its parts may be told."""
    for at in range(noun + 1, min(end_of(loss, noun) + reach, len(sentence.kinds))):
        if sentence.kinds[at] in ends:
            return
        yield at


def end_of(loss: Loss, noun: int) -> int:
    """The phrase that ends a loss: its verb, or its noun."""
    return max(noun, loss.verb if loss.verb is not None else noun)


def losses_before(found: list[Loss], at: int) -> Iterator[Loss]:
    """The losses that are told before a phrase."""
    return (loss for loss in found if loss.noun is not None and loss.noun < at)


def members_behind(sentence: Sentence, mark: int) -> Iterator[int]:
    """The noun phrases that follow a mark, and commas and conjunctions behind it."""
    joints = (sentence.kind(mark), ",", AND)
    for index in range(mark + 1, len(sentence.kinds)):
        if sentence.is_noun(index) and sentence.kind(index - 1) in joints:
            yield index


def parts_of(
    sentence: Sentence, members: Iterable[int], whole: Loss, kin: Loss | None = None
) -> Iterator[Loss]:
    for member in members:
        part = part_of(sentence, member, whole, kin)
        if part is not None:
            yield part


def parts_by(
    name: str, words: str, make: Callable[[Found, int], Iterable[Loss]], example: dict[str, str],
    *not_: str,
) -> Construction:  # fmt: skip
    """A construction that tells parts: all of these give their claims one name."""
    return Construction(name, example, not_, Opens(At.PARTS, words), make, rule="part")
