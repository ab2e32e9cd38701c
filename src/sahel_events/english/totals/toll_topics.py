"""What figures count that stand apart from it: "the toll", "the number of soldiers killed"."""

from __future__ import annotations

from attrs import frozen

from sahel_events.english.lexicon.senses import ADVERB, DATE, OF, PREPOSITION, RELATIVE, WEEKDAY
from sahel_events.english.lexicon.vocabulary import Harm
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.lexicon.words import Effect
from sahel_events.english.syntax.chunks import NOUN, VERB, Sentence
from sahel_events.kinds import Outcome

__all__ = ["NUMBERS", "TOLL_WORDS", "Topic", "topic_of"]

#: Nouns for the figure itself: "the number of …", "the figure".
NUMBERS = word_list("numbers")
_KILLED = Effect((Outcome.KILLED,), ())
_MANY = word_list("many")
TOLL_WORDS = word_list("tolls")


@frozen
class Topic:
    """What figures without a noun count, and where that is said."""

    effect: Effect
    first: int
    after: int
    #: the phrase of the victims, when the sentence names them
    victims: int | None
    #: the phrase that opens the topic, and the one behind its last
    index: int
    end: int


def topic_of(sentence: Sentence, index: int) -> Topic | None:
    """The topic that a noun phrase opens: "the death toll", "the number of people displaced"."""
    effect = _fate_of(sentence, index) or _toll_of(sentence, index)
    if effect is not None:
        return _topic(sentence, effect, index, index)
    if _is_put(sentence, index):
        return _of_clause(sentence, index)
    if sentence.reads(index + 1, VERB, ":", NOUN) and sentence.noun(index).quantity is None:
        harm = _harm_of_verb(sentence, index + 1)  # "civilians killed: 12"
        return _topic(sentence, harm.effect, index, index + 1, index) if harm else None
    if not _is_number(sentence, index) or sentence.kind(index + 1) != OF:
        return None
    if sentence.is_noun(index + 2):
        return _number_of(sentence, index, index + 2)
    harm = _harm_of_verb(sentence, index + 2)  # "the number of dead"
    return _topic(sentence, harm.effect, index, index + 2) if harm is not None else None


def _topic(
    sentence: Sentence, effect: Effect, index: int, last: int, victims: int | None = None
) -> Topic:
    first, after = sentence.phrases[index].first, sentence.phrases[last].after
    return Topic(effect, first, after, victims, index, last + 1)


def _fate_of(sentence: Sentence, index: int) -> Effect | None:
    """As in "the dead ranged from 30 to 70"."""
    noun = sentence.noun(index)
    if noun.head is not None or noun.harm is None or noun.quantity is not None:
        return None
    followed = sentence.kind(index + 1) in (VERB, PREPOSITION, ":")
    return noun.harm.effect if followed and noun.harm.effect.people else None


def _toll_of(sentence: Sentence, index: int) -> Effect | None:
    """As in "casualties stood at 30", "the death toll"."""
    noun = sentence.noun(index)
    word = sentence.tokens.word(noun.head_at) if noun.head_at >= 0 else ""
    harm = noun.head.harm if noun.head is not None else None
    uncounted = noun.quantity is None and not noun.zero
    if harm is not None and harm.frame == "noun" and uncounted and word in _MANY:
        return harm.effect
    return _KILLED if word in TOLL_WORDS else None


def _is_put(sentence: Sentence, index: int) -> bool:
    """Whether somebody gives the figure of people whom a phrase names: "put the villagers …"."""
    noun = sentence.noun(index)
    counts = sentence.is_verb(index - 1) and sentence.verb(index - 1).sense.speech is not None
    return counts and noun.definite and noun.quantity is None and noun.head is not None


def _of_clause(sentence: Sentence, index: int) -> Topic | None:
    """As in "puts the villagers who died there at 60", "the soldiers killed at nine"."""
    verb = index + 1 + (sentence.kind(index + 1) == RELATIVE)
    harm = _harm_of_verb(sentence, verb)
    end = verb + 1
    while sentence.kind(end) in (ADVERB, DATE, WEEKDAY):
        end += 1
    given = sentence.reads(end, PREPOSITION, NOUN) and sentence.word(end) == "at"
    return _topic(sentence, harm.effect, index, verb, index) if harm is not None and given else None


def _is_number(sentence: Sentence, index: int) -> bool:
    noun = sentence.noun(index)
    return noun.head_at >= 0 and sentence.tokens.word(noun.head_at) in NUMBERS


def _number_of(sentence: Sentence, index: int, of: int) -> Topic | None:
    """As in "the number of soldiers killed", "the number of deaths"."""
    counted = sentence.noun(of)
    if counted.of is not None and _is_number(sentence, of):
        return _number_of(sentence, index, counted.of)  # "estimates of the number of dead"
    if sentence.reads(of + 1, OF, VERB):
        inner = topic_of(sentence, of)
        if inner is not None:
            return inner
    if counted.quantity is not None:
        return None
    harm = counted.head.harm if counted.head is not None else counted.harm
    if harm is not None and harm.effect.people:
        victims = of if harm.frame == "victims" else None
        return _topic(sentence, harm.effect, index, of, victims)
    verb = of + 1
    if sentence.kind(verb) == RELATIVE:
        verb += 1
    while sentence.kind(verb) == ADVERB:
        verb += 1
    harm = _harm_of_verb(sentence, verb)
    return _topic(sentence, harm.effect, index, verb, of) if harm is not None else None


def _harm_of_verb(sentence: Sentence, index: int) -> Harm | None:
    """What a verb says of harm to people, if there is one."""
    harm = sentence.verb(index).sense.harm if sentence.is_verb(index) else None
    return harm if harm is not None and harm.effect.people else None
