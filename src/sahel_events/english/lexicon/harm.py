"""What became of people and things, from ``data/harm.csv``: one table for cells and sentences.

A sentence asks of a verb who came to harm by it, and in which form it stands. A cell has only what
stands beside a figure: nouns, states, and of verbs what is said of those who came to harm, "9
abducted", "9 fled".
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from sahel_events.csv_tables import rows, several
from sahel_events.english.lexicon.verb_forms import Form, forms
from sahel_events.kinds import Outcome

__all__ = ["Effect", "Harm", "HarmWord", "harm_words", "words_of_cells", "words_of_sentences"]


@frozen
class Effect:
    """What an outcome word means when it is said of people, and when it is said of things."""

    people: tuple[Outcome, ...]
    things: tuple[Outcome, ...]
    #: "deaths", "losses": the outcome itself, not what is said of its subject
    noun: bool = False
    #: "prisoners", "deserters": people, named by what became of them
    victims: bool = False
    #: "unhurt": said of those who came to no harm
    nobody: bool = False

    @property
    def weak(self) -> bool:
        """Whether it only says that there were losses, not which."""
        return self.people == (Outcome.CASUALTY,)


@frozen
class Harm:
    """What a word says of harm; ``frame`` is that of ``data/harm.csv``."""

    effect: Effect
    frame: str
    form: Form | None = None
    #: whether a figure before the noun counts victims
    counted: bool = True

    @property
    def is_gerund(self) -> bool:
        """Whether it is a form such as "killing", which is a verb more often than a noun."""
        return self.form is Form.ING and bool(self.effect.people) and self.frame != "owner"

    @property
    def is_told_of_victims(self) -> bool:
        """Whether it can stand behind the victims: "9 killed", "9 fled"; not "9 kill"."""
        if self.form is None:
            return self.counted
        of_subject = self.frame in ("subject", "either") and self.form.is_past
        return of_subject or self.form.is_participle


@frozen
class HarmWord:
    """A form of a row: how it is written, what it says, and where."""

    phrase: str
    harm: Harm
    plural: bool = False
    only_in: str = ""


def words_of_sentences() -> Iterator[HarmWord]:
    """The words of harm that sentences are read with."""
    return (word for word in harm_words() if word.only_in != "cells")


def words_of_cells() -> Iterator[HarmWord]:
    """The words of harm that may stand beside a figure of a cell."""
    return (
        word
        for word in harm_words()
        if word.harm.is_told_of_victims and (word.harm.effect.people or word.harm.effect.things)
    )


def harm_words() -> Iterator[HarmWord]:
    """Every form of every row."""
    for row in rows(__package__, "harm.csv"):
        effect, frame, only_in = _effect(row), row["frame"], row["only_in"]
        if frame in ("noun", "victims"):
            harm = Harm(effect, frame, counted=row["counted"] != "no")
            for noun in dict.fromkeys((row["base"], row["plural"])):
                if noun:
                    yield HarmWord(noun, harm, noun == row["plural"], only_in)
        elif frame == "state":
            harm = Harm(effect, frame, Form.PARTICIPLE)
            yield HarmWord(row["base"], harm, only_in=only_in)
        else:
            for phrase, form in forms(row["base"]):
                for spelled in _spelled_out(phrase):
                    yield HarmWord(spelled, Harm(effect, frame, form), only_in=only_in)


def _effect(row: dict[str, str]) -> Effect:
    people, things = (
        tuple(Outcome(name) for name in several(row[column])) for column in ("people", "things")
    )
    return Effect(
        people,
        things,
        noun=row["frame"] == "noun",
        victims=row["frame"] == "victims",
        nobody=row["counted"] == "nobody",
    )


#: The pronouns that a placeholder in a verb's phrase stands for.
_PLACEHOLDERS = {
    "POSS": ("his", "her", "its", "their"),
    "SELF": ("himself", "herself", "itself", "themselves"),
}


def _spelled_out(phrase: str) -> Iterator[str]:
    """The phrase with each pronoun for its placeholder: "lost his life", "lost her life"."""
    for mark, pronouns in _PLACEHOLDERS.items():
        if mark in phrase:
            yield from (phrase.replace(mark, pronoun) for pronoun in pronouns)
            return
    yield phrase
