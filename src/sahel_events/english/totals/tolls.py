"""Figures that stand apart from what they count: "the toll rose to 14", "fatalities: nine guards".

A sentence names a topic and gives its figures elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.losses.construction import At, Construction, Found, Opens
from sahel_events.english.losses.loss import Loss, counted_losses
from sahel_events.english.syntax.chunks import Sentence
from sahel_events.english.syntax.clauses import subject
from sahel_events.english.syntax.coordination import list_from
from sahel_events.english.syntax.factuality import is_supposed
from sahel_events.english.syntax.quantifiers import is_bare
from sahel_events.english.totals.bare_figures import bare_figures, leads_to_figure, nouns_of
from sahel_events.english.totals.toll_topics import Topic, topic_of
from sahel_events.values import Quantity

__all__ = ["TOLLS"]

_BEFORE_FIGURE = word_list("before figure")


def _lists(found: Found, index: int) -> Iterator[Loss]:
    """As in "2030 fatalities: 211 soldiers, 84 volunteers"."""
    sentence = found.sentence
    if ":" in sentence.kinds or "-" in sentence.kinds:
        taken = {loss.noun for loss in found.losses}
        for at in nouns_of(sentence):
            if at not in taken:
                yield from _listed(sentence, at)


def _of_topics(found: Found, _: int) -> Iterator[Loss]:
    """Figures of a topic of the sentence: "the toll rose to 14"."""
    sentence = found.sentence
    figures = bare_figures(found)
    topics = _topics(sentence) if figures else []
    for index in figures:
        topic = _nearest(topics, index)
        if topic is not None and _gives_figure(sentence, index, topic):
            yield _of_topic(sentence, index, topic)


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


def _topics(sentence: Sentence) -> list[Topic]:
    topics = ((index, topic_of(sentence, index)) for index in nouns_of(sentence))
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
        return leads_to_figure(sentence, index - 1)
    return index == topic.end or (before in (":", "-") and index == topic.end + 1)


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
TOLLS = (_LIST, _TOLL)
