"""Texts that a compiled pattern matches: a walk through what the pattern was parsed to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from random import Random
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

__all__ = ["example", "patterns"]

#: What the classes of characters are tried with.
_CLASSES = {
    kinds.CATEGORY_DIGIT: "1920",
    kinds.CATEGORY_NOT_DIGIT: "a-",
    kinds.CATEGORY_SPACE: " \t\u00a0",
    kinds.CATEGORY_NOT_SPACE: "aA1.,",
    kinds.CATEGORY_WORD: "aAé1",
    kinds.CATEGORY_NOT_WORD: " .,-(",
}
_ANY = "a A1.,-"


def example(pattern: re.Pattern[str], random: Random) -> str:
    """A text that the pattern matches, or nearly: what it looks for ahead or behind is not made."""
    return "".join(_items(_parsed(pattern.pattern, pattern.flags), random, {}))


@cache
def _parsed(pattern: str, flags: int) -> Any:
    return _parser.parse(pattern, flags)


def _items(tree: Any, random: Random, groups: dict[int, str]) -> Iterator[str]:
    for kind, value in tree:
        yield _text(kind, value, random, groups)


def _text(kind: Any, value: Any, random: Random, groups: dict[int, str]) -> str:
    if kind in _CHARACTERS:
        return _character(kind, value, random)
    if kind is kinds.BRANCH:
        return "".join(_items(random.choice(value[1]), random, groups))
    if kind in _REPEATS:
        least, most, inner = value
        times = random.randint(least, max(least, min(most, least + 2)))
        return "".join("".join(_items(inner, random, groups)) for _ in range(times))
    if kind is kinds.SUBPATTERN:
        groups[value[0]] = made = "".join(_items(value[3], random, groups))
        return made
    if kind is kinds.ATOMIC_GROUP:
        return "".join(_items(value, random, groups))
    return groups.get(value, "") if kind is kinds.GROUPREF else ""  # places, and what is around


_CHARACTERS = (kinds.LITERAL, kinds.NOT_LITERAL, kinds.ANY, kinds.IN)
_REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT)


def _character(kind: Any, value: Any, random: Random) -> str:
    if kind is kinds.LITERAL:
        return chr(value)
    if kind is kinds.IN:
        return _member(value, random)
    return random.choice([c for c in _ANY if kind is kinds.ANY or ord(c) != value])


def _member(items: Any, random: Random) -> str:
    """A character of a class in brackets."""
    if items[0][0] is kinds.NEGATE:
        return random.choice([c for c in f"{_ANY}é—5“" if not _holds(items[1:], c)] or ["\x01"])
    kind, value = random.choice(items)
    if kind is kinds.RANGE:
        return chr(random.randint(value[0], value[1]))
    return chr(value) if kind is kinds.LITERAL else random.choice(_CLASSES[value])


def _holds(items: Any, character: str) -> bool:
    return any(
        (kind is kinds.LITERAL and ord(character) == value)
        or (kind is kinds.RANGE and value[0] <= ord(character) <= value[1])
        or (kind is kinds.CATEGORY and character in _CLASSES[value])
        for kind, value in items
    )


def patterns(modules: Iterator[Any]) -> dict[str, re.Pattern[str]]:
    """Every compiled pattern of the modules by its name, those in dictionaries and objects too."""
    found: dict[re.Pattern[str], str] = {}
    for module in modules:
        for name, value in vars(module).items():
            several = list(value.values()) if isinstance(value, dict) else [value]
            if isinstance(value, tuple | list):
                several = [part for item in value for part in _parts(item)]
            for index, item in enumerate(several):
                pattern = item if isinstance(item, re.Pattern) else getattr(item, "pattern", None)
                if isinstance(pattern, re.Pattern):
                    place = f"{module.__name__}.{name}" + (f"[{index}]" if index else "")
                    found.setdefault(pattern, place)
    return {name: pattern for pattern, name in found.items()}


def _parts(item: Any) -> tuple[Any, ...]:
    return item if isinstance(item, tuple) else (item,)
