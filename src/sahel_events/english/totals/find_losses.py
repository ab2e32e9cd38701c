"""All losses that a sentence tells, by every construction that there is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import define, field

from sahel_events.english.lexicon.vocabulary import vocabulary
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.losses.body_parts import losses_of_limb, tells_of_limbs
from sahel_events.english.losses.elided_verbs import gapped_losses
from sahel_events.english.losses.loss import Loss
from sahel_events.english.losses.verb_idioms import IDIOMS
from sahel_events.english.losses.verbs import losses_of_verb
from sahel_events.english.losses.victim_nouns import COSTING_LIVES, losses_of_noun
from sahel_events.english.syntax.chunks import Sentence
from sahel_events.english.totals.subtotals import add_parts
from sahel_events.english.totals.tolls import read_tolls
from sahel_events.kinds import Outcome

__all__ = ["read_losses"]

_TRIGGERS = word_list("triggers")
_WORDS = re.compile(r"[a-z]+")
#: What is played or natural: "a simulated attack with 40 mock casualties", "a cholera outbreak".
_NO_HARMS = "|".join(map(re.escape, sorted(word_list("no conflict"))))
_NO_HARM = re.compile(rf"\b(?:{_NO_HARMS}|(?<![\"“'])(?:road|traffic) accident)\b", re.IGNORECASE)
_LETTERS_OF_NO_HARM = re.compile(f"{_NO_HARMS}|accident")


def read_losses(sentence: Sentence, earlier: Loss | None = None) -> list[Loss]:
    """The losses of a sentence, in its order; ``earlier`` is the last one told before it."""
    if earlier is None and not _may_tell(sentence):
        return []
    told, severs = _Told(), tells_of_limbs(sentence)
    words = range(len(sentence.tokens.senses)) if severs else _words_of_harm(sentence)
    for index, kind in sentence.phrases_of(words):
        if kind == "V":
            told.keep(losses_of_verb(sentence, index, told.last or earlier), index)
        elif kind == "N":
            told.keep(losses_of_noun(sentence, index), index)
            if severs:
                told.keep(losses_of_limb(sentence, index), index)
    told.keep(gapped_losses(sentence, told.losses))
    told.keep(read_tolls(sentence, told.losses, earlier))
    found = _without_named(told.losses)
    add_parts(sentence, found, earlier)
    if found and _is_no_harm(sentence.tokens.text):
        return []
    found.sort(key=_place)
    return found


def _is_no_harm(text: str) -> bool:
    """Whether the harm of a sentence is played or natural: literal words are looked for first."""
    return bool(_LETTERS_OF_NO_HARM.search(text.lower()) and _NO_HARM.search(text))


def _may_tell(sentence: Sentence) -> bool:
    """Whether any word tells of harm, by itself or with others: a quick refusal."""
    if any(sense.harm for sense in sentence.tokens.senses):
        return True
    words, splits = set(_WORDS.findall(sentence.tokens.text)), vocabulary().splits
    if not _TRIGGERS.isdisjoint(words):
        return True
    return any(
        rest in sentence.tokens.text for verb in words & splits.keys() for rest, _ in splits[verb]
    )


def _words_of_harm(sentence: Sentence) -> list[int]:
    """The words without which no phrase tells of a loss by itself or with those behind it."""
    tokens, splits = sentence.tokens, vocabulary().splits
    return [
        at
        for at, (sense, word) in enumerate(zip(tokens.senses, tokens.lower, strict=True))
        if sense.harm is not None or word in IDIOMS or word in splits or word in COSTING_LIVES
    ]


@define(slots=True)
class _Told:
    """The losses found so far; a phrase is counted once for one outcome."""

    losses: list[Loss] = field(factory=list)
    _taken: set[tuple[int, tuple[Outcome, ...], bool]] = field(factory=set)

    @property
    def last(self) -> Loss | None:
        return self.losses[-1] if self.losses else None

    def keep(self, losses: Iterable[Loss], index: int = 0) -> None:
        """Keep those that are new; ``index`` stands for the phrase of a loss that has none."""
        for loss in losses:
            if loss.noun is not None and _is_asked(loss, loss.noun):
                continue
            key = (loss.noun if loss.noun is not None else -index - 1, loss.outcomes, loss.thing)
            if key not in self._taken:
                self._taken.add(key)
                self.losses.append(loss)


def _is_asked(loss: Loss, noun: int) -> bool:
    """As in "did not say how many soldiers had died"."""
    before = noun - 1
    return loss.sentence.kind(before) == "S" and loss.sentence.word(before) == "how"


def _without_named(losses: list[Loss]) -> list[Loss]:
    """Less those of whom a toll gives the figure: "the number of soldiers killed rose to 14"."""
    counted = {loss.named for loss in losses if loss.rule == "toll"}
    return [loss for loss in losses if loss.noun not in counted or loss.quantity.low is not None]


def _place(loss: Loss) -> int:
    """Where in its sentence a loss stands."""
    return loss.sentence.phrases[loss.noun].first if loss.noun is not None else loss.first
