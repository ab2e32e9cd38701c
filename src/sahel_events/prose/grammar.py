"""All losses that a sentence tells, by every construction that there is."""

from __future__ import annotations

import re

from sahel_events.model import Outcome
from sahel_events.prose.losses import Loss
from sahel_events.prose.nominals import losses_of_noun
from sahel_events.prose.parts import add_parts
from sahel_events.prose.phrases import Sentence
from sahel_events.prose.tolls import read_tolls
from sahel_events.prose.verbs import losses_of_verb

__all__ = ["read_losses"]


def read_losses(sentence: Sentence, earlier: Loss | None = None) -> list[Loss]:
    """The losses of a sentence, in its order; ``earlier`` is the last one told before it."""
    found: list[Loss] = []
    if earlier is None and not any(sense.harm for sense in sentence.tokens.senses):
        if _CONTEXT.isdisjoint(_WORDS.findall(sentence.tokens.text)):
            return found
    taken: set[tuple[int, tuple[Outcome, ...], bool]] = set()
    for index, kind in enumerate(sentence.kinds):
        if kind == "V":
            made = losses_of_verb(sentence, index, found[-1] if found else earlier)
        elif kind == "N":
            made = losses_of_noun(sentence, index, found[-1] if found else earlier)
        else:
            continue
        for loss in made:
            _keep(found, loss, taken, index)
    if _is_exercise(sentence):
        return []
    for loss in read_tolls(sentence, found, earlier):
        _keep(found, loss, taken, loss.noun or 0)
    counted = {loss.named for loss in found if loss.rule == "toll"}
    found = [loss for loss in found if loss.noun not in counted or loss.quantity.low is not None]
    add_parts(sentence, found)
    found.sort(key=_place)
    return found


#: Words that tell of losses without being verbs or nouns of harm.
_CONTEXT = frozenset(
    "toll lives cost costing wounds burns left leaving injuries took taking abandoned "
    "estimates number figure".split()
)
_WORDS = re.compile(r"[a-z]+")
_EXERCISE = re.compile(
    r"\b(?:simulated|mock|drill|malaria|cholera|measles|natural causes|(?<![\"“'])(?:road|traffic) accident)\b",
    re.IGNORECASE,
)


def _is_exercise(sentence: Sentence) -> bool:
    """Whether the harm is played or natural: "a simulated attack with 40 mock casualties"."""
    return _EXERCISE.search(sentence.tokens.text) is not None


def _keep(
    found: list[Loss], loss: Loss, taken: set[tuple[int, tuple[Outcome, ...], bool]], index: int
) -> None:
    """Keep a loss, unless the same phrase was already counted for the same outcome."""
    if loss.noun is not None and _is_asked(loss):
        return
    key = (loss.noun if loss.noun is not None else -index - 1, loss.outcomes, loss.thing)
    if key not in taken:
        taken.add(key)
        found.append(loss)


def _is_asked(loss: Loss) -> bool:
    """As in "did not say how many soldiers had died"."""
    assert loss.noun is not None
    before = loss.noun - 1
    return loss.sentence.kind(before) == "S" and loss.sentence.word(before) == "how"


def _place(loss: Loss) -> int:
    return loss.sentence.phrases[loss.noun].first if loss.noun is not None else loss.first
