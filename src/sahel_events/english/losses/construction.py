"""What a construction is: a way in which English tells a loss, as a value.

A construction says at which phrases it is tried, makes the losses that it tells there, and brings
sentences along: examples with the claims that they give, and others that look alike and give none.
A test reads them all, and the docs list them, so no construction is without one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum

from attrs import define, field, frozen

from sahel_events.english.lexicon.senses import SUBORDINATOR
from sahel_events.english.losses.loss import Loss
from sahel_events.english.losses.verbs.voices import Voice, voice_of
from sahel_events.english.syntax.chunks import Sentence
from sahel_events.kinds import Outcome

__all__ = [
    "At",
    "Construction",
    "Found",
    "Opens",
    "at_head",
    "at_nouns",
    "at_verbs",
    "at_voice",
]


_WEAK = (Outcome.CASUALTY,)


class At(Enum):
    """Where in a sentence a construction is tried; of those at one phrase, the first that tells."""

    VERB = "at a verb"
    NOUN = "at a noun phrase"
    BEHIND = "behind a verb that told of a loss"
    SENTENCE = "once a sentence, behind those at its phrases"
    PARTS = "once a sentence, last of all"


@define(slots=True)
class Found:
    """The losses of a sentence as far as they are known; ``earlier`` is the last one before it."""

    sentence: Sentence
    earlier: Loss | None
    losses: list[Loss] = field(factory=list)
    #: by phrase, and whether it counts things: the losses that were told of it
    _taken: dict[tuple[int, bool], list[Loss]] = field(factory=dict)
    _voices: dict[int, Voice | None] = field(factory=dict)

    @property
    def before(self) -> Loss | None:
        """The loss told last, in the sentence or before it."""
        return self.losses[-1] if self.losses else self.earlier

    def voice(self, index: int) -> Voice | None:
        """The voice of a verb, found once."""
        if index not in self._voices:
            self._voices[index] = voice_of(self.sentence, index)
        return self._voices[index]

    def of_verb(self, index: int) -> Iterator[Loss]:
        """The losses that one verb told."""
        return (loss for loss in self.losses if loss.verb == index)

    def told_before(self, index: int) -> Iterator[Loss]:
        """The counted losses that the sentence tells before a phrase, the last of them first."""
        for loss in reversed(self.losses):
            if loss.noun is not None and loss.noun < index and loss.quantity.low is not None:
                yield loss

    def keep(self, losses: Iterable[Loss], index: int = 0) -> bool:
        """Keep those that are new, and say whether there were any at all.

        A phrase is counted once for one outcome, so "killed and summarily executed 17" is one loss;
        ``index`` stands for the phrase of a loss without one.
        """
        told = False
        for loss in losses:
            told = True
            if loss.noun is not None and _is_asked(loss, loss.noun):
                continue
            phrase = loss.noun if loss.noun is not None else -index - 1
            same = self._taken.setdefault((phrase, loss.thing), [])
            known = next((one for one in same if _is_same_harm(one, loss)), None)
            if known is None:
                same.append(loss)
                self.losses.append(loss)
            elif set(known.outcomes) < set(loss.outcomes) or known.outcomes == _WEAK:
                known.outcomes = loss.outcomes
        return told

    def keep_parts(self, parts: Iterable[Loss]) -> None:
        """Keep parts; of one that was told already, only that it is a part."""
        for part in parts:
            for other in self.losses:
                if other.noun == part.noun and other.outcomes == part.outcomes:
                    other.parent = other.parent or part.parent
                    break
            else:
                self.losses.append(part)


def _is_same_harm(one: Loss, other: Loss) -> bool:
    """Whether two losses of one phrase tell the same; "casualties" says no more than any harm."""
    weak = _WEAK in (one.outcomes, other.outcomes)
    return weak or not set(one.outcomes).isdisjoint(other.outcomes)


def _is_asked(loss: Loss, noun: int) -> bool:
    """As in "did not say how many soldiers had died"."""
    before = noun - 1
    return loss.sentence.kind(before) == SUBORDINATOR and loss.sentence.word(before) == "how"


def _always(found: Found, index: int) -> bool:
    return True


@frozen
class Opens:
    """At which phrases a construction is tried; ``words`` say it to people."""

    at: At
    words: str
    when: Callable[[Found, int], bool] = _always


def at_voice(voice: Voice) -> Opens:
    """At verbs of harm in one voice."""
    return Opens(
        At.VERB, f"a verb of harm, {voice.value}", lambda found, index: found.voice(index) is voice
    )


@frozen
class Construction:
    """A way in which a sentence tells a loss.

    ``example`` gives for each text what is claimed, as ``claims --explain`` heads it; texts in
    ``not_`` look alike and claim nothing. ``rule`` is the word by which claims name the
    construction, where several share one.
    """

    name: str
    example: Mapping[str, str]
    not_: tuple[str, ...]
    opens: Opens
    make: Callable[[Found, int], Iterable[Loss]]
    rule: str = field()
    #: whether no other is tried where it opens, also where it tells nothing
    closes: bool = False

    @rule.default
    def _named(self) -> str:
        return self.name


def at_nouns(words: str, of: Callable[[Found, int], object | None]) -> Opens:
    """At noun phrases that say something of harm, as ``of`` reads it."""
    return Opens(At.NOUN, words, lambda found, index: of(found, index) is not None)


def at_head(heads: frozenset[str], words: str) -> Opens:
    """At noun phrases whose last noun is one of these."""

    def when(found: Found, index: int) -> bool:
        at = found.sentence.noun(index).head_at
        return at >= 0 and found.sentence.tokens.word(at) in heads

    return Opens(At.NOUN, words, when)


def at_verbs(verbs: frozenset[str], words: str, *, of_harm: bool = False) -> Opens:
    """At some verbs of other meaning; also, or not, where they tell of harm by themselves."""

    def when(found: Found, index: int) -> bool:
        verb = found.sentence.verb(index)
        alone = verb.sense.harm is None or verb.sense.harm.frame in ("noun", "victims")
        return found.sentence.tokens.word(verb.main) in verbs and (of_harm or alone)

    return Opens(At.VERB, words, when)
