"""Figures that stand apart from what they count: "the toll rose to 14", "others speak of 500".

A sentence may name a topic and give its figures elsewhere; a bare figure that somebody states takes
the loss told before for its topic.
"""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.losses.construction import At, Construction, Found, Opens
from sahel_events.english.losses.loss import Loss, counted_losses, make_loss
from sahel_events.english.syntax.chunks import Sentence
from sahel_events.english.syntax.clauses import subject
from sahel_events.english.syntax.coordination import list_from
from sahel_events.english.syntax.factuality import is_supposed
from sahel_events.english.syntax.finite_verbs import is_finite
from sahel_events.english.syntax.quantifiers import is_bare
from sahel_events.english.totals.toll_topics import NUMBERS, Topic, topic_of
from sahel_events.values import Quantity

__all__ = ["TOLLS"]

_BEFORE_FIGURE = word_list("before figure")
_TO_FIGURE = word_list("to figure")
_STANDING_AT = word_list("standing at")


def _lists(found: Found, index: int) -> Iterator[Loss]:
    """As in "2030 fatalities: 211 soldiers, 84 volunteers"."""
    sentence = found.sentence
    if ":" in sentence.kinds or "-" in sentence.kinds:
        taken = {loss.noun for loss in found.losses}
        for at in _nouns(sentence):
            if at not in taken:
                yield from _listed(sentence, at)


def _figures(sentence: Sentence, found: Found) -> list[int]:
    """The phrases that are bare figures and count nothing yet."""
    taken = {loss.noun for loss in found.losses}
    counted = (at for at, code in enumerate(sentence.tokens.codes) if code == "q")
    return [
        index
        for index, kind in sentence.phrases_of(counted)
        if kind == "N" and index not in taken and _is_figure(sentence, index)
    ]


def _of_topics(found: Found, _: int) -> Iterator[Loss]:
    """Figures of a topic of the sentence: "the toll rose to 14"."""
    sentence = found.sentence
    figures = _figures(sentence, found)
    topics = _topics(sentence) if figures else []
    for index in figures:
        topic = _nearest(topics, index)
        if topic is not None and _gives_figure(sentence, index, topic):
            yield _of_topic(sentence, index, topic)


def _of_told(found: Found, _: int) -> Iterator[Loss]:
    """Figures for what was told before: "others speak of 500"."""
    sentence = found.sentence
    for index in _figures(sentence, found):
        told = _told_before(found.losses, index) or found.earlier
        made = _like(sentence, index, told) if told and _is_stated(sentence, index) else None
        if made is not None:
            yield made


def _listed(sentence: Sentence, index: int) -> Iterator[Loss]:
    """The losses of the list that a phrase heads, if it is a topic."""
    first = index + 2
    if sentence.kind(index + 1) not in (":", "-") or sentence.kind(first) != "N":
        return
    topic = topic_of(sentence, index)
    if topic is None or is_bare(sentence.noun(first)):
        return
    members = list_from(sentence, first, own_verb=True)
    for made in counted_losses(sentence, members, topic.effect, "list"):
        made.first = topic.first
        yield made


def _is_figure(sentence: Sentence, index: int) -> bool:
    """Whether a phrase is a number by itself."""
    noun = sentence.noun(index)
    numbered = noun.quantity is not None and noun.quantity.low is not None
    return numbered and is_bare(noun) and not noun.others and not noun.both


def _nouns(sentence: Sentence) -> list[int]:
    return [index for index, kind in enumerate(sentence.kinds) if kind == "N"]


def _topics(sentence: Sentence) -> list[Topic]:
    topics = ((index, topic_of(sentence, index)) for index in _nouns(sentence))
    return [topic for at, topic in topics if topic is not None and not is_supposed(sentence, at)]


# -- figures of a topic ---------------------------------------------------------------------------


def _nearest(topics: list[Topic], index: int) -> Topic | None:
    """The last topic before a figure, or the one right behind it: "revised to 14 the number"."""
    before = [topic for topic in topics if topic.index < index]
    behind = [topic for topic in topics if topic.index == index + 1]
    return before[-1] if before else behind[0] if behind else None


def _gives_figure(sentence: Sentence, index: int, topic: Topic) -> bool:
    """Whether the figure is one of the topic: "rose to 14", "put at 26", "was 9"."""
    if sentence.kind(index + 1) == "V" and sentence.verb(index + 1).sense.harm is not None:
        return False
    if topic.index == index + 1:
        return True
    before = sentence.kind(index - 1)
    if before in ("i", ">", "f") or (before == "V" and sentence.word(index - 1) == "to"):
        word = sentence.word(index - 1)
        return word in _BEFORE_FIGURE or word.endswith((" at", " to"))
    if before == "V":
        return _leads_to_figure(sentence, index - 1)
    return index == topic.end or (before in (":", "-") and index == topic.end + 1)


def _leads_to_figure(sentence: Sentence, verb: int) -> bool:
    """As in "the toll reached 14", "is 14", "ministers say 14"."""
    group = sentence.verb(verb)
    word = sentence.tokens.word(group.main)
    leads = word in _TO_FIGURE or word.endswith((" to", " at"))
    return not group.modal and (leads or group.copula or group.sense.speech is not None)


def _of_topic(sentence: Sentence, index: int, topic: Topic) -> Loss:
    phrase = sentence.phrases[index]
    people, things = topic.effect.people, topic.effect.things
    made = Loss(
        sentence, "toll", sentence.noun(index).quantity or Quantity(),
        tuple(sorted(people or things)), not people,
        min(topic.first, phrase.first), max(topic.after, phrase.after), index,
    )  # fmt: skip
    made.named, made.topic = topic.victims, topic.index
    if topic.victims is None:
        made.remarks.append("nobody named")
    if sentence.kind(index - 1) == "V" and sentence.verb(index - 1).sense.speech is not None:
        made.speaker = subject(sentence, index - 1)
    return made


# -- figures for what was told before -------------------------------------------------------------


def _told_before(found: list[Loss], index: int) -> Loss | None:
    """The last loss that the sentence tells before a phrase."""
    before = [loss for loss in found if loss.noun is not None and loss.noun < index]
    return before[-1] if before else None


def _is_stated(sentence: Sentence, index: int) -> bool:
    """Whether somebody gives the figure as his own: "the association says eleven"."""
    if sentence.kind(index + 1) == "i" and sentence.word(index + 1) == "according to":
        return True
    before = index - 1
    while sentence.kind(before) == "y":
        before -= 1
    if sentence.kind(before) in ("i", "f", ">") and sentence.word(before) in ("at", "to"):
        return _is_known_number(sentence, before - 1)
    return sentence.kind(before) == "V" and _is_own_figure(sentence, before, index)


def _is_own_figure(sentence: Sentence, verb: int, index: int) -> bool:
    """Whether a verb of saying has the figure for its object, and not "said nine were hurt"."""
    group = sentence.verb(verb)
    if group.sense.speech is None or group.modal or not is_finite(sentence, verb):
        return False
    behind = sentence.kind(index + 1)
    return behind not in ("f", "#") and not (behind == "V" and is_finite(sentence, index + 1))


def _is_known_number(sentence: Sentence, index: int) -> bool:
    """As in "raised the number to 22", "the figure stood at 21"."""
    if sentence.kind(index) == "V":
        if sentence.tokens.word(sentence.verb(index).main) not in _STANDING_AT:
            return False
        before = subject(sentence, index)
        if before is None:
            return False
        index = before
    if sentence.kind(index) != "N":
        return False
    noun = sentence.noun(index)
    word = sentence.tokens.word(noun.head_at) if noun.head_at >= 0 else ""
    return noun.definite and word in NUMBERS and noun.of is None


def _like(sentence: Sentence, index: int, told: Loss) -> Loss | None:
    """A figure for the same loss as one told before."""
    made = make_loss(sentence, index, told.effect, "another figure", None, told)
    if made is not None:
        made.speaker = subject(sentence, index - 1) if sentence.kind(index - 1) == "V" else None
        if told.sentence is sentence:
            made.first = min(made.first, told.after - 1)
    return made


# -- as values ------------------------------------------------------------------------------------

_LIST = Construction(
    name="list",
    example={
        "Fatalities: 211 soldiers, 84 guides.": "211 killed: soldiers; 84 killed: guides",
    },
    not_=("Members in March: 211 soldiers, 84 volunteers.",),
    opens=Opens(At.SENTENCE, "a list behind a topic and a colon or dash"),
    make=_lists,
)
_TOLL = Construction(
    name="toll",
    example={
        "The death toll rose to 14.": "14 killed: people",
        "The number of soldiers killed was put at 26.": "26 killed: soldiers",
    },
    not_=("The number of villages rose to 14.", "The death toll could rise to 14."),
    opens=Opens(At.SENTENCE, "a figure without a noun, behind a topic"),
    make=_of_topics,
)
_ANOTHER_FIGURE = Construction(
    name="another figure",
    example={
        "Nine people were killed near Ber. The association says eleven.": (
            "9 killed: people; 11 killed: people"
        )
    },
    not_=("The association says eleven.",),
    opens=Opens(At.SENTENCE, "a figure without a noun that somebody states"),
    make=_of_told,
)
TOLLS = (_LIST, _TOLL, _ANOTHER_FIGURE)
