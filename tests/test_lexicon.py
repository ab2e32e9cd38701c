"""The tables of words: sorted, without doubles, and each list with its meaning."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import sahel_events
from sahel_events.english.lexicon.word_lists import word_list

DATA = Path(sahel_events.__file__).parent / "english" / "lexicon" / "data"
TABLES = sorted(file.name for file in DATA.glob("*.csv"))


def rows(name: str) -> list[list[str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return list(csv.reader(line for line in lines if not line.startswith("#")))[1:]


def order(row: list[str]) -> tuple[tuple[str, str], ...]:
    """Alphabetical, whatever the case; of equal words, as the next column says."""
    return tuple((cell.casefold(), cell) for cell in row)


def test_all_tables_are_here() -> None:
    assert "harm.csv" in TABLES
    assert len(TABLES) > 8


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_sorted_and_stand_once(name: str) -> None:
    found = rows(name)
    assert found == sorted(found, key=order)
    assert len(found) == len({tuple(row) for row in found})


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_at_its_top_what_it_holds(name: str) -> None:
    assert (DATA / name).read_text(encoding="utf-8").startswith("# ")


def test_each_list_of_words_says_what_it_is_for() -> None:
    named = {row[0] for row in rows("word_lists.csv")}
    assert named == {row[0] for row in rows("word_list_meanings.csv")}
    assert all(word_list(name) for name in named)
