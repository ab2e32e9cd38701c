"""The table of harm means one thing, whether a cell or a sentence says it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest

import sahel_events as se
from sahel_events.csv_tables import rows
from sahel_events.english import Cell, Side, read_cell
from sahel_events.english.lexicon.verb_forms import Form, forms

ROWS = [*rows("sahel_events.english.lexicon", "harm.csv")]


class Reading(NamedTuple):
    """What is read of one figure."""

    low: int | None
    of_things: bool
    outcomes: tuple[str, ...]


class Phrase(NamedTuple):
    """A row as a cell writes it and as sentences do, and what each of them must mean."""

    cell: str
    sentences: tuple[str, ...]
    means: Reading


def phrases(*, only_in: str = "") -> Iterator[Phrase]:
    """Each row, said of villagers and of trucks as far as it can be said of them."""
    for row in ROWS:
        named_by_harm = row["frame"] in ("noun", "victims")
        people, things = row["people"], "" if named_by_harm and row["people"] else row["things"]
        for outcomes, who in ((people, "5 villagers"), (things, "5 trucks")):
            if outcomes and row["only_in"] == only_in:
                cell, sentences = written(row, who)
                low = 0 if row["counted"] == "nobody" else 5
                means = Reading(low, who == "5 trucks", tuple(sorted(outcomes.split("|"))))
                yield Phrase(spelled(cell), tuple(map(spelled, sentences)), means)


def spelled(text: str) -> str:
    return text.replace("POSS", "their").replace("SELF", "themselves")


def written(row: dict[str, str], who: str) -> tuple[str, tuple[str, ...]]:
    """A row in a cell and in sentences."""
    base, plural = row["base"], row["plural"] or row["base"]
    if row["frame"] == "state":
        return f"{who} {base}", (f"{who} were {base}.",)
    if row["frame"] == "noun":
        counted = row["counted"] != "no"  # "two executions" may be of nine
        told = () if base == "loss" else (f"The army reported the {base} of {who}.",)
        return f"5 {plural}" if counted else "", told  # "the loss of five": five were killed
    if row["frame"] == "victims":
        return f"5 {plural}", of_victims(row, plural)
    form = {kind: word for word, kind in forms(base)}
    past = form.get(Form.PAST) or form[Form.PAST_OR_PARTICIPLE]
    participle = form.get(Form.PARTICIPLE) or past
    return of_verb(row, who, past, participle)


def of_victims(row: dict[str, str], plural: str) -> tuple[str, ...]:
    """Who was displaced or taken long ago is no news, and needs a verb to be."""
    if row["people"] == "displaced":
        return ()
    if row["people"] in ("captured", "hostage"):
        return (f"Gunmen took 5 {plural}.", f"Gunmen were holding 5 {plural}.")
    of = " of 5 villagers" if plural == "remains" else ""
    return (f"The {plural}{of} were found.",) if of else (f"5 {plural} were found.",)


def of_verb(
    row: dict[str, str], who: str, past: str, participle: str
) -> tuple[str, tuple[str, ...]]:
    """Who came to harm stands where the frame says."""
    active, itself, passive = (
        f"Gunmen {past} {who}.", f"{who} {past}.", f"{who} were {participle}.",
    )  # fmt: skip
    if row["frame"] == "subject":
        return f"{who} {past}", (itself,)
    said = {
        "object": (active, passive),
        "either": (active, itself),
        "passive": (passive,),
        "owner": (active, passive),
    }[row["frame"]]
    if row["base"] == "take" and who == "5 villagers":
        said = (passive,)  # "took 5 villagers" on board, perhaps
    if row["base"] == "surrender" and who == "5 trucks":
        said = (active, passive)  # "the port surrendered": nobody lost a thing by it
    return f"{who} {participle}", said


def of_cell(text: str) -> list[Reading]:
    figures, left_over = read_cell(Cell(text, side=Side(1, "Mali")))
    assert not left_over
    return [
        Reading(figure.quantity.low, figure.thing, tuple(sorted(figure.outcomes)))
        for figure in figures
    ]


def of_sentence(text: str) -> list[Reading]:
    lines = se.claim_lines(se.parse(text, name="said.txt", format="prose", published="2031-05-01"))
    return [
        Reading(line["low"], line["what"] != "people", tuple(sorted(line["outcomes"])))
        for line in lines
    ]


PHRASES = [*phrases()]


def test_every_row_is_tried() -> None:
    tried = {row["base"] for row in ROWS if row["people"] or row["things"]}
    assert len(PHRASES) > len(tried) > 350


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.cell or phrase.sentences[0])
def test_a_cell_and_a_sentence_say_the_same(phrase: Phrase) -> None:
    if phrase.cell:
        assert of_cell(phrase.cell) == [phrase.means]
    for sentence in phrase.sentences:
        assert of_sentence(sentence) == [phrase.means]


@pytest.mark.parametrize("phrase", [*phrases(only_in="cells")], ids=lambda phrase: phrase.cell)
def test_what_only_cells_say(phrase: Phrase) -> None:
    assert of_cell(phrase.cell) == [phrase.means]
