"""Lists of noun phrases: which phrases belong together, and where a list ends."""

from __future__ import annotations

import pytest

from sahel_events.english.syntax.clauses import subjects
from sahel_events.english.syntax.coordination import list_from

from .sentences import phrase, sentence, texts

#: A sentence, how the verb begins whose subject is asked for, and the subjects.
BEFORE = [
    ("Three soldiers and a guide were killed.", "were", ["Three soldiers", "a guide"]),
    (
        "Three soldiers, two guides and a boy were killed.",
        "were",
        ["Three soldiers", "two guides", "a boy"],
    ),
    ("In Gao, nine men were killed.", "were", ["nine men"]),
    ("The army left, and nine men were killed.", "were", ["nine men"]),
    ("Two militiamen, one rebel killed.", "killed", ["Two militiamen", "one rebel"]),
    (
        "Members of the army and two guides were killed.",
        "were",
        ["Members", "two guides"],
    ),
    ("Nine men from Gao and two guides were killed.", "were", ["Nine men", "two guides"]),
    ("One pilot, Lieutenant Sidibe, was killed.", "was", ["One pilot"]),
]

#: A sentence, how the first phrase of a list begins, and the list.
FROM = [
    ("Gunmen killed nine men and two boys.", "nine", ["nine men", "two boys"]),
    ("Gunmen killed nine men, and the army withdrew.", "nine", ["nine men"]),
    ("Gunmen killed nine men, two boys and a nurse.", "nine", ["nine men", "two boys", "a nurse"]),
    ("Gunmen killed nine men in Gao and two boys.", "nine", ["nine men", "two boys"]),
    (
        "Gunmen killed a chief in Gao, one of his sons and a guard.",
        "a chief",
        ["a chief", "one of his sons", "a guard"],
    ),
    ("Gunmen killed a chief on Friday, a market day, and fled.", "a chief", ["a chief"]),
    ("A strike killed eight farmers, residents and local media said.", "eight", ["eight farmers"]),
    ("A strike killed eight farmers, residents said.", "eight", ["eight farmers"]),
    ("It left nine dead and six wounded.", "nine", ["nine"]),
    (
        "They killed a captain, who commanded the post, and nine men.",
        "a captain",
        ["a captain", "nine men"],
    ),
    ("They took three guns (two of them broken) and a truck.", "three", ["three guns", "a truck"]),
]


@pytest.mark.parametrize(("text", "verb", "expected"), BEFORE)
def test_a_list_before_its_verb(text: str, verb: str, expected: list[str]) -> None:
    read = sentence(text)
    assert texts(read, subjects(read, phrase(read, verb))) == expected


@pytest.mark.parametrize(("text", "first", "expected"), FROM)
def test_a_list_behind_its_verb(text: str, first: str, expected: list[str]) -> None:
    read = sentence(text)
    assert texts(read, list_from(read, phrase(read, first))) == expected
