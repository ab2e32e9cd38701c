"""Of whom a verb is said, who did it, and which phrases are listed together."""

from __future__ import annotations

import pytest

from sahel_events.english.syntax.clauses import agent, antecedent, object_before, subjects
from sahel_events.english.syntax.coordination import has_object, list_from, objects

from .sentences import phrase, sentence, texts


@pytest.mark.parametrize(
    ("text", "verb", "found"),
    [
        ("Gunmen killed nine soldiers.", "killed", ["Gunmen"]),
        ("In Gao, nine soldiers died.", "died", ["nine soldiers"]),
        ("Three soldiers, two guides and a boy were killed.", "were killed",
         ["Three soldiers", "two guides", "a boy"]),
        ("Three herders, who had left the town in March, were abducted.", "were abducted",
         ["Three herders"]),
        ("Three herders, who had left the town in March, were abducted.", "had left",
         ["Three herders"]),
        ("A peacekeeper from Egypt, who died, was buried.", "died", ["A peacekeeper"]),
        ("Gunmen who had entered the town killed nine.", "killed", ["Gunmen"]),
        ("Rebels that entered Ber killed nine.", "entered", ["Rebels"]),
        ("Rebels attacked the town and killed nine.", "killed", ["Rebels"]),
        ("Rebels attacked the town, killing nine.", "killing", ["Rebels"]),
        ("Women drawing water were shot.", "were shot", ["Women"]),
        ("Aid workers – two of them Canadians – were freed.", "were freed", ["Aid workers"]),
        ("The convoy (which carried grain) was ambushed.", "was ambushed", ["The convoy"]),
        ("Members of the army were killed.", "were killed", ["Members"]),
        ("Nine men from Gao and two guides were killed.", "were killed",
         ["Nine men", "two guides"]),
        ("The claim that nine had died was denied.", "was denied", ["The claim"]),
        ("After rebels attacked the post, the army withdrew.", "withdrew", ["the army"]),
        ("Rebels attacked the post, and two guards were wounded.", "were wounded",
         ["two guards"]),
    ],
)  # fmt: skip
def test_a_verb_has_its_subjects(text: str, verb: str, found: list[str]) -> None:
    read = sentence(text)
    assert texts(read, subjects(read, phrase(read, verb))) == found


@pytest.mark.parametrize(
    ("text", "verb", "found"),
    [
        ("Nine traders were killed by gunmen near Ber.", "were killed", "gunmen"),
        ("Nine traders were killed near Ber by gunmen.", "were killed", "gunmen"),
        ("Nine traders were killed near Ber.", "were killed", None),
        ("Nine were killed; a shop owned by gunmen burned.", "were killed", None),
    ],
)
def test_who_did_it_stands_behind_by(text: str, verb: str, found: str | None) -> None:
    read = sentence(text)
    at = agent(read, phrase(read, verb))
    assert (read.text(at) if at is not None else None) == found


@pytest.mark.parametrize(
    ("text", "verb", "found"),
    [
        ("Gunmen killed nine soldiers.", "killed", ["nine soldiers"]),
        ("Gunmen killed three soldiers, two guides and a boy in Ber.", "killed",
         ["three soldiers", "two guides", "a boy"]),
        ("Gunmen killed nine, and the army withdrew.", "killed", ["nine"]),
        ("Gunmen killed on Monday nine soldiers.", "killed", ["nine soldiers"]),
        ("Gunmen abducted and later freed nine men.", "abducted", ["nine men"]),
        ("Nine soldiers died.", "died", []),
    ],
)  # fmt: skip
def test_a_verb_has_its_objects(text: str, verb: str, found: list[str]) -> None:
    read = sentence(text)
    at = phrase(read, verb)
    assert texts(read, objects(read, at)) == found


@pytest.mark.parametrize(
    ("text", "verb", "has"),
    [
        ("Gunmen killed nine soldiers.", "killed", True),
        ("Gunmen abducted and later freed nine men.", "abducted", True),
        ("Nine soldiers killed the night before were buried.", "killed", False),
        ("Nine soldiers died.", "died", False),
    ],
)
def test_a_time_is_no_object(text: str, verb: str, has: bool) -> None:
    read = sentence(text)
    assert has_object(read, phrase(read, verb)) is has


@pytest.mark.parametrize(
    ("text", "verb", "found"),
    [
        ("The trucks that the rebels had seized were burned.", "had seized", "The trucks"),
        ("The men whom they shot were herders.", "shot", "The men"),
        ("Three trucks they seized were burned.", "seized", "Three trucks"),
        ("The army said that rebels had fled.", "had fled", None),
        ("In the capital soldiers killed nine.", "killed", None),
    ],
)
def test_an_object_may_stand_before_its_verb(text: str, verb: str, found: str | None) -> None:
    read = sentence(text)
    at = object_before(read, phrase(read, verb))
    assert (read.text(at) if at is not None else None) == found


@pytest.mark.parametrize(
    ("text", "first", "found"),
    [
        ("Rebels entered Bourem, Léré and Dioura.", "Bourem", ["Bourem", "Léré", "Dioura"]),
        ("Rebels entered Bourem.", "Bourem", ["Bourem"]),
        ("Rebels killed nine, then they left.", "nine", ["nine"]),
    ],
)
def test_a_list_goes_on_behind_its_first_member(text: str, first: str, found: list[str]) -> None:
    read = sentence(text)
    assert texts(read, list_from(read, phrase(read, first))) == found


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("Nine men, two of whom died, were freed.", "whom", "two"),
        ("A man from Gao who fled died.", "who", "A man"),
        ("The town of Ber, which fell, was burned.", "which", "Ber"),
        ("The convoy (nine trucks), which left, was burned.", "which", "The convoy"),
    ],
)
def test_a_relative_stands_for_the_noun_before_it(text: str, word: str, found: str | None) -> None:
    read = sentence(text)
    at = antecedent(read, phrase(read, word))
    assert (read.text(at) if at is not None else None) == found
