"""Figures that stand apart from what they count: "the toll rose to 14", "fatalities: nine guards".

A sentence names a topic and gives its figures elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.english.lexicon.senses import AND, GOVERNORS, PREPOSITION, RELATIVE, TO
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.lexicon.words import Effect
from sahel_events.english.losses.construction import At, Construction, Found, Opens
from sahel_events.english.losses.loss import Loss, counted_losses
from sahel_events.english.syntax.appositions import without_appositions
from sahel_events.english.syntax.chunks import NOUN, VERB, Sentence
from sahel_events.english.syntax.clauses import subject
from sahel_events.english.syntax.coordination import list_from
from sahel_events.english.syntax.factuality import is_supposed
from sahel_events.english.syntax.quantifiers import is_bare, is_known
from sahel_events.english.totals.bare_figures import (
    bare_figures,
    is_bare_figure,
    leads_to_figure,
    nouns_of,
)
from sahel_events.english.totals.toll_topics import TOLL_WORDS, Topic, topic_of
from sahel_events.kinds import Outcome
from sahel_events.values import Quantity

__all__ = ["TOLLS"]

_AMOUNT = frozenset(("amount", "amounted", "amounts", "put", "included", "include"))
_NUMBERING = word_list("numbering")
_LOSSES = frozenset(("losses", "casualties"))
_KILLED = Effect((Outcome.KILLED,), ())
_CASUALTIES = Effect((Outcome.CASUALTY,), (Outcome.DESTROYED,))
_LOST = Effect((Outcome.KILLED,), (Outcome.DESTROYED,))
#: How far behind "losses" its verb may stand, in phrases.
_REACH = 5
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
    mark = index + 1
    if sentence.is_verb(mark) and sentence.kind(mark + 1) == ":":
        mark += 1  # "Abductions continue: …"
    first = mark + 1
    if sentence.kind(mark) not in (":", "-") or not sentence.is_noun(first):
        return
    topic = topic_of(sentence, index)
    if topic is None or is_bare(sentence.noun(first)):
        return
    for made in counted_losses(sentence, _entries(sentence, mark), topic.effect, "list"):
        made.first = topic.first
        yield made


def _entries(sentence: Sentence, mark: int) -> Iterator[int]:
    """The entries of a list behind a colon: "a mayor on the 8th, a boat of 22 passengers"."""
    for index in range(mark + 1, len(sentence.kinds)):
        if sentence.kind(index) in ".;" or (sentence.is_verb(index) and index > mark + 1):
            return
        if not sentence.is_noun(index) or sentence.kind(index - 1) not in (":", "-", ",", AND):
            continue
        of, head = sentence.noun(index).of, sentence.noun(index).head
        aboard = of is not None and head is not None and head.noun is not None and head.noun.thing
        yield of if of is not None and aboard and sentence.noun(of).quantity else index


def _topics(sentence: Sentence) -> list[Topic]:
    topics = ((index, topic_of(sentence, index)) for index in nouns_of(sentence))
    return [topic for at, topic in topics if topic is not None and not is_supposed(sentence, at)]


def _numbered(found: Found, _: int) -> Iterator[Loss]:
    """As in "the wounded, who numbered eleven"."""
    sentence = found.sentence
    for index in nouns_of(sentence):
        harm, figure = sentence.noun(index).harm, index + 4
        if harm is None or not sentence.reads(index + 1, ",", RELATIVE, VERB, NOUN):
            continue
        numbered = sentence.tokens.word(sentence.verb(index + 3).main) in _NUMBERING
        if numbered and harm.effect.people and is_bare_figure(sentence, figure):
            yield _of_topic(
                sentence, figure, Topic(
                    harm.effect, sentence.phrases[index].first, sentence.phrases[index].after,
                    None, index, figure,
                ),
            )  # fmt: skip


def _toll_of(found: Found, _: int) -> Iterator[Loss]:
    """As in "a toll of four traders plus the bomber"."""
    sentence = found.sentence
    for index in nouns_of(sentence):
        noun = sentence.noun(index)
        toll = noun.head_at >= 0 and sentence.tokens.word(noun.head_at) in TOLL_WORDS
        counted = sentence.noun(noun.of) if toll and noun.of is not None else None
        if counted is not None and counted.quantity is not None and not is_bare(counted):
            yield from _all_of(sentence, index, noun.of or 0, _KILLED, "toll of")


def _losses_are(found: Found, _: int) -> Iterator[Loss]:
    """As in "the army's losses amounted to nine men and two trucks"."""
    sentence = found.sentence
    for index in nouns_of(sentence):
        first = _amount_behind(sentence, index)
        if first is not None and sentence.noun(first).quantity is not None:
            casualties = sentence.tokens.word(sentence.noun(index).head_at) == "casualties"
            effect = _CASUALTIES if casualties else _LOST
            for made in _all_of(sentence, index, first, effect, "losses are"):
                made.topic = index
                yield made


def _amount_behind(sentence: Sentence, index: int) -> int | None:
    """What "losses" are said to amount to: the phrase behind "are", "amounted to", "are put at"."""
    noun = sentence.noun(index)
    word = sentence.tokens.word(noun.head_at) if noun.head_at >= 0 else ""
    if word not in _LOSSES or noun.quantity is not None:
        return None
    verb = sentence.kinds.find(VERB, index, index + _REACH)
    if verb < 0 or "." in sentence.kinds[index:verb] or "," in sentence.kinds[index:verb]:
        return None
    if (
        not leads_to_figure(sentence, verb)
        and sentence.tokens.word(sentence.verb(verb).main) not in _AMOUNT
    ):
        return None
    first = verb + 1 + (sentence.kind(verb + 1) in (PREPOSITION, TO))
    return first if sentence.is_noun(first) and not is_bare(sentence.noun(first)) else None


def _all_of(
    sentence: Sentence, index: int, first: int, effect: Effect, rule: str
) -> Iterator[Loss]:
    """The losses of the list that begins at ``first``, with the words from ``index`` on."""
    listed = list_from(sentence, first, own_verb=True)
    members = [
        at for at in without_appositions(sentence, listed) if is_known(sentence.noun(at), sentence)
    ]
    for made in counted_losses(sentence, members, effect, rule):
        made.widen(index)
        yield made


# -- figures of a topic ---------------------------------------------------------------------------


def _nearest(topics: list[Topic], index: int) -> Topic | None:
    """The last topic before a figure, or the one right behind it: "revised to 14 the number"."""
    before = [topic for topic in topics if topic.index < index]
    behind = [topic for topic in topics if topic.index == index + 1]
    return before[-1] if before else behind[0] if behind else None


def _gives_figure(sentence: Sentence, index: int, topic: Topic) -> bool:
    """Whether the figure is one of the topic: "rose to 14", "put at 26", "was 9"."""
    if sentence.is_verb(index + 1) and sentence.verb(index + 1).sense.harm is not None:
        return False
    if topic.index == index + 1:
        return True
    before = sentence.kind(index - 1)
    if before in GOVERNORS or (before == VERB and sentence.word(index - 1) == "to"):
        word = sentence.word(index - 1)
        return word in _BEFORE_FIGURE or word.endswith((" at", " to"))
    if before == VERB:
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
    if sentence.is_verb(index - 1) and sentence.verb(index - 1).sense.speech is not None:
        made.speaker = subject(sentence, index - 1)
    return made


# -- as values ------------------------------------------------------------------------------------

_LIST = Construction(
    name="list",
    example={
        "Fatalities: 211 soldiers, 84 guides.": "211 killed: soldiers; 84 killed: guides",
        "Abductions continue: a mayor on the 8th, a boat of 22 pupils on the 26th.": (
            "1 hostage: mayor; 22 hostage: pupils"
        ),
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
_TOLL_OF = Construction(
    name="toll of",
    example={
        "The prefect confirmed a toll of four traders plus the bomber.": (
            "4 killed: traders; 1 killed: bomber"
        )
    },
    not_=("Drivers paid the toll of the bridge and two francs more.",),
    opens=Opens(At.SENTENCE, "victims behind “toll of”"),
    make=_toll_of,
)
_LOSSES_ARE = Construction(
    name="losses are",
    example={
        "Losses amounted to nine men and two trucks.": "9 killed: men; 2 destroyed: truck",
        "Losses on the rebel side are put at 12 fighters.": "12 killed: fighters",
    },
    not_=("The bank's profits amounted to nine million francs.",),
    opens=Opens(At.SENTENCE, "victims whom “losses” or “casualties” amount to"),
    make=_losses_are,
)
_NUMBERED = Construction(
    name="numbered",
    rule="toll",
    example={"The wounded, who numbered eleven, were flown out.": "11 wounded: people"},
    not_=("The guests, who numbered eleven, were flown out.",),
    opens=Opens(At.SENTENCE, "“who numbered …” behind people who are named by their fate"),
    make=_numbered,
)
TOLLS = (_LIST, _TOLL, _TOLL_OF, _LOSSES_ARE, _NUMBERED)
