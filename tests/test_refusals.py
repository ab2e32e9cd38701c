"""Quick refusals: what is looked at first, so that most text need not be read closely.

They are there for speed alone. Without them every text has to be read as it is with them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

import sahel_events as se
from sahel_events.english.discourse import reader
from sahel_events.english.discourse.context import parse_sentence
from sahel_events.english.places import place_phrases
from sahel_events.english.syntax.chunks import Sentence
from sahel_events.english.times import find_dates
from sahel_events.english.tokens.lookup import Names

CASES = Path(__file__).parent / "cases"
TEXTS = [
    case["text"]
    for kind in ("prose", "prose_known_failures", "negative")
    for line in (CASES / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
    if "text" in (case := json.loads(line))
]
QUIET = (
    "Traders met on 3 May 2031, the day after the feast, to talk about the price of millet.",
    "Two days later the school opened its doors in the town of Konna.",
    "Next year’s harvest may be larger, as the rains of last month were.",
)


def told(texts: Iterable[str]) -> list[Any]:
    """What a document of all the texts states, a paragraph each."""
    reading = se.parse(
        "\n\n".join(texts), name="report.txt", format="prose", published="2031-05-06"
    )
    return [reading.claims, reading.engagements, reading.problems, reading.explanations]


def mixed() -> Iterator[str]:
    """Every text, with one between that tells of no harm and leads to another day."""
    for number, text in enumerate(TEXTS):
        yield QUIET[number % len(QUIET)]
        yield text


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be refused at first sight."""

    def every_phrase(sentence: Sentence, words: Iterable[int]) -> Iterator[tuple[int, str]]:
        return enumerate(sentence.kinds)

    monkeypatch.setattr(Sentence, "phrases_of", every_phrase)
    monkeypatch.setattr(find_dates, "_may_be_explicit", lambda text: True)
    monkeypatch.setattr(reader, "may_hold_dates", lambda text: True)
    monkeypatch.setattr(place_phrases, "_UNIT", place_phrases._DISTANCE)
    monkeypatch.setattr(place_phrases, "_LONGEST_UNIT", place_phrases._LONGEST_DISTANCE)


def test_nothing_is_refused_that_tells_something(request: pytest.FixtureRequest) -> None:
    at_first_sight = told(mixed())
    request.getfixturevalue("unhurried")
    assert told(mixed()) == at_first_sight


@pytest.mark.parametrize("text", [*TEXTS, *QUIET])
def test_nor_in_a_text_of_its_own(text: str, request: pytest.FixtureRequest) -> None:
    at_first_sight = told([text])
    request.getfixturevalue("unhurried")
    assert told([text]) == at_first_sight


def test_every_phrase_of_some_words_is_found_once() -> None:
    text = "On Monday rebels attacked the town of Konna and killed nine soldiers."
    sentence = parse_sentence(text, [], Names())
    everything = range(len(sentence.tokens.codes))
    assert list(sentence.phrases_of(everything)) == list(enumerate(sentence.kinds))
    assert list(sentence.phrases_of([])) == []
    for index, phrase in enumerate(sentence.phrases):
        inside = range(phrase.first, phrase.after)
        assert list(sentence.phrases_of(inside)) == [(index, sentence.kinds[index])]
