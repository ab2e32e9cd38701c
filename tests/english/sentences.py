"""A sentence as the reader of English takes it apart, for tables of sentences."""

from __future__ import annotations

from sahel_events.english.discourse.context import parse_sentence
from sahel_events.english.syntax.chunks import Sentence
from sahel_events.english.times.find_dates import find_dates
from sahel_events.english.times.reference_time import Clock
from sahel_events.english.tokens.lookup import Names


def parsed(text: str) -> Sentence:
    """The phrases of a sentence."""
    return parse_sentence(text, find_dates(text, Clock(None)), Names.of(()))


def phrase(sentence: Sentence, text: str) -> int:
    """Where a phrase stands, by how its words begin."""
    for index in range(len(sentence.kinds)):
        if sentence.text(index).startswith(text):
            return index
    raise LookupError(f"no phrase begins with {text!r}: {shown(sentence)}")


def shown(sentence: Sentence) -> str:
    """A sentence with its phrases parted."""
    return " | ".join(sentence.text(index) for index in range(len(sentence.kinds)))


def texts(sentence: Sentence, phrases: list[int]) -> list[str]:
    """The words of some phrases."""
    return [sentence.text(index) for index in phrases]
