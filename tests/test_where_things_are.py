"""The page that says which file to open names files that exist, and all folders of English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "sahel_events"
PAGE = ROOT / "docs" / "explanation" / "where-things-are.md"
TEXT = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""
pytestmark = pytest.mark.skipif(not TEXT, reason="no docs beside the tests")


def rows(title: str) -> list[list[str]]:
    """The rows of the table under the head that begins with a title, as cells."""
    table = TEXT[TEXT.index(f"| {title}") :].split("\n\n")[0]
    return [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]


def test_each_of_ten_questions_has_one_file() -> None:
    asked = rows("Question")
    assert len(asked) == 10
    for question, file in asked:
        assert question.endswith("?")
        assert (PACKAGE / file.strip("`")).is_file(), file


def test_every_folder_of_english_is_told_of() -> None:
    told = {folder.strip("`/") for folder, _ in rows("Folder")}
    folders = {path.parent.name for path in (PACKAGE / "english").glob("*/__init__.py")}
    assert told == folders


def test_every_file_that_a_page_names_exists() -> None:
    pages = [ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    named = {
        file
        for page in pages
        for file in re.findall(
            r"`((?:english|registry|formats|values|views|text)/[\w/]+\.\w+)`",
            page.read_text(encoding="utf-8"),
        )
    }
    assert named
    assert not [file for file in named if not (PACKAGE / file).is_file()]


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda page: page.stem)
def test_no_part_of_a_page_stands_there_twice(page: Path) -> None:
    parts = re.findall(r"^## .+", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(parts) == len(set(parts))
