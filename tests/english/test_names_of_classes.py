"""Outside the modules that own them, classes of words and kinds of phrases have names.

``lexicon/senses.py`` gives each class of words a letter, and ``syntax/chunks.py`` makes phrases by
patterns over those letters. Whoever reads them elsewhere would have to know the letters by heart.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import sahel_events.english as english
from sahel_events.english.lexicon import senses
from sahel_events.english.syntax import chunks

ROOT = Path(english.__file__).parent
OWNERS = {ROOT / "lexicon" / "senses.py", ROOT / "syntax" / "chunks.py"}
MODULES = sorted(set(ROOT.rglob("*.py")) - OWNERS)
#: The letters and signs that stand for classes and kinds.
CODES = {
    value
    for module in (senses, chunks)
    for name in module.__all__
    if isinstance(value := getattr(module, name), str)
}
#: What yields the shape of a sentence, or a letter of it.
SHAPE = re.compile(r"\.kinds\b|\.codes\b|\.code\b|\.kind\(|(?<![.\w])(?:kinds?|codes?)\b")
#: What else a pattern may hold: the names of its groups, escapes, and how often something stands.
NO_LETTERS = re.compile(r"\?P<\w+>|\\[A-Za-z]|\{\d*,?\d*\}")


def letters(source: str) -> list[str]:
    """Each line of a module in which a letter stands for a class."""
    tree = ast.parse(source)
    tables = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    found = {
        f"{node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(tree)
        for value in _asked_of_shape(node, tables)
        if _has_letter(value)
    }
    return sorted(found)


def _asked_of_shape(node: ast.AST, tables: dict[str, ast.expr]) -> Iterator[ast.expr]:
    """What is compared with classes, or looked for among them."""
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
        for side in sides:
            others = (ast.unparse(other) for other in sides if other is not side)
            if any(SHAPE.search(other) for other in others):
                yield from (side, tables.get(side.id, side) if isinstance(side, ast.Name) else side)
    if isinstance(node, ast.Call):
        asked = ast.unparse(node.func)
        given = [ast.unparse(argument) for argument in node.args]
        if asked == "Sense" and node.args:
            yield node.args[0]
        elif SHAPE.search(asked) or asked.endswith((".reads", ".isdisjoint", ".issuperset")):
            yield from node.args if not asked.endswith(".kind") else ()
        if any(SHAPE.search(argument) for argument in given):
            table = tables.get(asked.rpartition(".")[0])
            if table is not None:
                yield table


def _has_letter(value: ast.expr) -> bool:
    """Whether a text of nothing but classes and marks stands in an expression."""
    texts = (
        NO_LETTERS.sub("", part.value)
        for part in ast.walk(value)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    )
    return any(
        any(character in CODES for character in text)
        and all(character in CODES or not character.isalpha() for character in text)
        for text in texts
    )


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_letter_stands_for_a_class(path: Path) -> None:
    if path.is_relative_to(ROOT / "cells") or path.is_relative_to(ROOT / "rosters"):
        pytest.skip("cells have terms of their own, which are no letters")
    assert letters(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        'sentence.kind(at) == "N"',
        'sentence.kind(at) in ("i", "f")',
        'sentence.kinds.startswith(",N", at)',
        'sentence.reads(at, "f", "N")',
        'noun.head.code in "nu"',
        'Sense("n")',
        '_FRONT = re.compile(r"(?:,?i[NDW])*,?V\\Z")\n_FRONT.match(sentence.kinds, at)',
        '_ENDS = ("", ",", "W")\nsentence.kind(at) in _ENDS',
    ],
)
def test_a_letter_is_seen(line: str) -> None:
    assert letters(line) != []


@pytest.mark.parametrize(
    "line",
    [
        "sentence.kind(at) == NOUN",
        'sentence.kind(at) in (",", ";")',
        'sentence.is_noun(at) and sentence.word(at) == "a"',
        'moment.kind == "date"',
        '_FRONT = re.compile(rf"(?P<verb>{VERB})\\Z")\n_FRONT.match(sentence.kinds, at)',
    ],
)
def test_names_and_marks_are_none(line: str) -> None:
    assert letters(line) == []


def test_no_two_classes_share_a_letter() -> None:
    named = [name for name in senses.__all__ if isinstance(getattr(senses, name), str)]
    assert len({getattr(senses, name) for name in named}) == len(named)
