"""Figures that stand apart from what they count: "the toll rose to 14", "others speak of 500".

A sentence may name a topic ("the death toll", "the number of soldiers killed", "the dead") and give
its figures elsewhere; a bare figure that somebody states takes the loss told before for its topic.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from sahel_events.language.lexicon import Effect
from sahel_events.model import Outcome
from sahel_events.prose.clauses import is_finite, list_from, subject
from sahel_events.prose.losses import Loss, is_bare, make_loss
from sahel_events.prose.phrases import NounPhrase, Sentence
from sahel_events.values import Quantity

__all__ = ["Topic", "read_tolls", "topic_of"]

_KILLED = Effect((Outcome.KILLED,), ())
_TOLLS = frozenset(("toll", "tolls", "death toll"))
_NUMBERS = frozenset(("number", "figure", "count", "estimates", "estimate", "total", "tally"))
_BEFORE_FIGURE = frozenset(("to", "at", "from", "as", "of", "below", "above", "than", "for"))
_TO_FIGURE = frozenset(
    "reached reach reaches was is were stood hit totalled totaled put now stands exceeded ranged ranges ranging varied".split()
)


@frozen
class Topic:
    """What figures without a noun count, and where that is said."""

    effect: Effect
    first: int
    after: int
    #: the phrase of the victims, when the sentence names them
    victims: int | None
    index: int
    end: int


def topic_of(sentence: Sentence, index: int) -> Topic | None:
    """The topic that a noun phrase opens: "the death toll", "the number of people displaced"."""
    noun = sentence.noun(index)
    phrase = sentence.phrases[index]
    if (
        noun.head is None
        and noun.harm is not None
        and noun.quantity is None
        and noun.harm.effect.people
    ):
        if sentence.kind(index + 1) in ("V", "i"):  # "the dead ranged from 30 to 70"
            return Topic(noun.harm.effect, phrase.first, phrase.after, None, index, index + 1)
    harm = noun.head.harm if noun.head is not None else None
    if (
        harm is not None
        and harm.frame == "noun"
        and noun.quantity is None
        and not noun.zero
        and _is_many(sentence, noun)
    ):
        return Topic(harm.effect, phrase.first, phrase.after, None, index, index + 1)
    if noun.head_at < 0:
        return None
    word = sentence.tokens.word(noun.head_at)
    if word in _TOLLS:
        return Topic(_KILLED, phrase.first, phrase.after, None, index, index + 1)
    if word in _NUMBERS and sentence.kind(index + 1) == "f" and sentence.kind(index + 2) == "N":
        return _number_of(sentence, index, index + 2)
    if word in _NUMBERS and sentence.kind(index + 1) == "f" and sentence.kind(index + 2) == "V":
        harm = sentence.verb(index + 2).sense.harm  # "the number of dead"
        if harm is not None and harm.effect.people:
            return Topic(
                harm.effect, phrase.first, sentence.phrases[index + 2].after, None, index, index + 3
            )
    return None


_MANY = frozenset("deaths casualties fatalities losses injuries arrests dead".split())


def _is_many(sentence: Sentence, noun: NounPhrase) -> bool:
    return sentence.tokens.word(noun.head_at) in _MANY


def _number_of(sentence: Sentence, index: int, of: int) -> Topic | None:
    """As in "the number of soldiers killed", "the number of deaths"."""
    counted = sentence.noun(of)
    if (
        counted.of is not None
        and counted.head_at >= 0
        and sentence.tokens.word(counted.head_at) in _NUMBERS
    ):
        return _number_of(sentence, index, counted.of)  # "estimates of the number of dead"
    if sentence.kind(of + 1) == "f" and sentence.kind(of + 2) == "V":
        inner = topic_of(sentence, of)
        if inner is not None:
            return inner
    first = sentence.phrases[index].first
    harm = counted.head.harm if counted.head is not None else counted.harm
    if harm is not None and harm.effect.people and counted.quantity is None:
        victims = of if harm.frame == "victims" else None
        return Topic(harm.effect, first, sentence.phrases[of].after, victims, index, of + 1)
    verb = of + 1
    if sentence.kind(verb) == "R":
        verb += 1
    while sentence.kind(verb) == "y":
        verb += 1
    if sentence.kind(verb) == "V":
        told = sentence.verb(verb).sense.harm
        if told is not None and told.effect.people and counted.quantity is None:
            return Topic(told.effect, first, sentence.phrases[verb].after, of, index, verb + 1)
    return None


def read_tolls(sentence: Sentence, found: list[Loss], earlier: Loss | None) -> Iterator[Loss]:
    """Losses whose figures stand apart from what they count."""
    taken = {loss.noun for loss in found}
    if ":" in sentence.kinds or "-" in sentence.kinds:
        yield from _listed(sentence, taken)
    figures = [
        index
        for index, kind in enumerate(sentence.kinds)
        if kind == "N" and index not in taken and _is_figure(sentence, index)
    ]
    if not figures:
        return
    topics = [
        topic
        for index, kind in enumerate(sentence.kinds)
        if kind == "N"
        and (topic := topic_of(sentence, index)) is not None
        and not _is_unreal(sentence, index)
    ]
    for index in figures:
        noun = sentence.noun(index)
        topic = _nearest(topics, index, sentence)
        if topic is not None and _gives_figure(sentence, index, topic):
            yield _of_topic(sentence, index, noun, topic)
        elif (told := _told_before(found, index) or earlier) is not None and _is_stated(
            sentence, index
        ):
            made = _like(sentence, index, noun, told)
            if made is not None:
                yield made


def _listed(sentence: Sentence, taken: set[int | None]) -> Iterator[Loss]:
    """As in "2030 fatalities: 211 soldiers, 84 volunteers"."""
    for index, kind in enumerate(sentence.kinds):
        if kind != "N" or index in taken or sentence.kind(index + 1) not in (":", "-"):
            continue
        topic = topic_of(sentence, index)
        if topic is None or sentence.kind(index + 2) != "N" or is_bare(sentence.noun(index + 2)):
            continue
        before: Loss | None = None
        for member in list_from(sentence, index + 2, own_verb=True):
            made = make_loss(sentence, member, topic.effect, "list", None, before)
            if made is not None and made.quantity.low is not None:
                made.first = topic.first
                before = made
                yield made


def _is_figure(sentence: Sentence, index: int) -> bool:
    phrase = sentence.phrases[index]
    if "q" not in sentence.tokens.codes[phrase.first : phrase.after]:
        return False
    noun = sentence.noun(index)
    return (
        is_bare(noun)
        and noun.quantity is not None
        and noun.quantity.low is not None
        and not noun.others
        and not noun.both
    )


def _is_unreal(sentence: Sentence, index: int) -> bool:
    """As in "might result in the deaths of hundreds"."""
    verb = sentence.kinds.rfind("V", sentence.clause_start(index), index)
    return verb >= 0 and (sentence.verb(verb).modal or sentence.verb(verb).infinitive)


def _nearest(topics: list[Topic], index: int, sentence: Sentence) -> Topic | None:
    before = [topic for topic in topics if topic.index < index]
    if before:
        return before[-1]
    behind = [
        topic for topic in topics if index < topic.index <= index + 1
    ]  # "revised to 14 the number"
    return behind[0] if behind else None


def _gives_figure(sentence: Sentence, index: int, topic: Topic) -> bool:
    """Whether the figure is one of the topic: "rose to 14", "put at 26", "was 9"."""
    if sentence.kind(index + 1) == "V" and sentence.verb(index + 1).sense.harm is not None:
        return False
    before = sentence.kind(index - 1)
    if topic.index == index + 1:
        return True
    if before in ("i", ">", "f") or (before == "V" and sentence.word(index - 1) in ("to",)):
        word = sentence.word(index - 1)
        return word in _BEFORE_FIGURE or word.endswith(" at") or word.endswith(" to")
    if before == "V":
        verb = sentence.verb(index - 1)
        word = sentence.tokens.word(verb.main)
        if word.endswith((" to", " at")):
            return not verb.modal
        return not verb.modal and (
            verb.sense.speech is not None
            or sentence.tokens.word(verb.main) in _TO_FIGURE
            or verb.copula
        )
    return index == topic.end or (before in (":", "-") and index == topic.end + 1)


def _of_topic(sentence: Sentence, index: int, noun: NounPhrase, topic: Topic) -> Loss:
    phrase = sentence.phrases[index]
    thing = not topic.effect.people
    made = Loss(
        sentence, "toll", noun.quantity or Quantity(),
        tuple(sorted(topic.effect.people or topic.effect.things)), thing,
        min(topic.first, phrase.first), max(topic.after, phrase.after), index,
    )  # fmt: skip
    made.named = topic.victims
    if topic.victims is None:
        made.remarks.append("nobody named")
    if sentence.kind(index - 1) == "V" and sentence.verb(index - 1).sense.speech is not None:
        made.speaker = subject(sentence, index - 1)
    return made


def _told_before(found: list[Loss], index: int) -> Loss | None:
    before = [loss for loss in found if loss.noun is not None and loss.noun < index]
    return before[-1] if before else None


def _is_stated(sentence: Sentence, index: int) -> bool:
    """Whether somebody gives the figure as his own: "the association says eleven"."""
    if sentence.kind(index + 1) == "i" and sentence.word(index + 1) == "according to":
        return True
    verb = index - 1
    while sentence.kind(verb) == "y":
        verb -= 1
    if sentence.kind(verb) in ("i", "f", ">") and sentence.word(verb) in ("at", "to"):
        return _is_known_number(sentence, verb - 1)
    if sentence.kind(verb) != "V":
        return False
    group = sentence.verb(verb)
    speech = group.sense.speech
    if speech is None or group.modal or not is_finite(sentence, verb):
        return False
    if sentence.kind(index + 1) == "V" and is_finite(sentence, index + 1):
        return False  # "said nine were hurt"
    return sentence.kind(index + 1) not in ("f", "#")


def _is_known_number(sentence: Sentence, index: int) -> bool:
    """As in "raised the number to 22", "the figure stood at 21"."""
    if sentence.kind(index) == "V":
        if sentence.tokens.word(sentence.verb(index).main) not in (
            "stood",
            "stands",
            "rose",
            "rises",
            "climbed",
            "risen",
        ):
            return False
        index = subject(sentence, index) or -1
    if index < 0 or sentence.kind(index) != "N":
        return False
    noun = sentence.noun(index)
    word = sentence.tokens.word(noun.head_at) if noun.head_at >= 0 else ""
    return noun.definite and word in _NUMBERS and noun.of is None


def _like(sentence: Sentence, index: int, noun: NounPhrase, told: Loss) -> Loss | None:
    """A figure for the same loss as one told before."""
    effect = Effect(() if told.thing else told.outcomes, told.outcomes if told.thing else ())
    made = make_loss(sentence, index, effect, "another figure", None, told)
    if made is not None:
        made.speaker = subject(sentence, index - 1) if sentence.kind(index - 1) == "V" else None
        if told.sentence is sentence:
            made.first = min(made.first, told.after - 1)
    return made


_ = list_from
