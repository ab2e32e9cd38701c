"""No pattern takes longer than in proportion to its text, whatever the text.

Every compiled pattern of the package is searched for in texts that are hard for patterns like it.
Twice the text may take about twice the time, not four times; the times themselves do not matter.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

import pytest

import sahel_events

#: What patterns of quantities, dates, names, links and YAML begin with and wait for.
PUMPS = [
    "1", "1,", "1 ", "1.", "a", "A", "a ", "A ", " ", "\t", "\n", " \n", "1,000", "1,000,", "one ",
    "twenty-", "a hundred and ", "between 1 and ", "at least ", "up to about ", "~", "+", "–", "1–",
    "1 to ", "May ", "3 May ", "2031-", "2031–", "from May 2031 to ", "(", "((", "()", "(a", "[", "[[",
    "[[a", "[[a|", "[https://a", "[https://a b", "*", "* ", "=", "= ", "== a ", "- ", "- a", "- a:",
    "- a ", "#", "# ", ":", "'", "''", '"', "\\", "\\x", "🇲🇱", "🇲", "File:a", "a.", "a, ", "Aa-",
    "(A", "(AB", "https://a/2031/01/", "1-a", "-three-", "Government of ", "according to ", "the ",
    "x" * 50 + " ", "no ", "Infobox", "Infobox\n", "---", "---\n", "was ", "attack ", ".svg", "a.svg",
]  # fmt: skip
TAILS = ["", "!", "\n", "x", "1"]
LENGTH = 3_000
#: Below this many seconds a time says nothing.
NOISE = 0.002
#: Twice the text takes twice the time, and a slow moment of the machine is forgiven.
LIMIT = 3.0
ATTEMPTS = 4


def modules() -> Iterator[ModuleType]:
    yield sahel_events
    for found in walk_packages(sahel_events.__path__, f"{sahel_events.__name__}."):
        if not found.name.endswith("__main__"):
            yield import_module(found.name)


def patterns() -> dict[str, re.Pattern[str]]:
    """Every compiled pattern by its name, those in dictionaries, lists and tuples too."""
    found: dict[str, re.Pattern[str]] = {}
    for module in modules():
        for name, value in vars(module).items():
            inner = value.values() if isinstance(value, dict) else value
            several = inner if isinstance(value, dict | list | tuple | frozenset) else [value]
            for index, pattern in enumerate(several):
                if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str):
                    place = f"{module.__name__}.{name}" + (f"[{index}]" if index else "")
                    if pattern not in found.values():
                        found[place] = pattern
    return found


PATTERNS = patterns()


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """How long it takes to find all matches, at best."""
    start = time.perf_counter()
    for _ in pattern.finditer(text):
        pass
    return time.perf_counter() - start


def grows_too_fast(pattern: re.Pattern[str], pump: str, tail: str) -> bool:
    """Whether twice the text takes more than in proportion, each time that it is tried."""
    text = pump * (LENGTH // len(pump))
    for _ in range(ATTEMPTS):
        twice = seconds(pattern, text * 2 + tail)
        if twice < NOISE or twice < LIMIT * seconds(pattern, text + tail):
            return False
    return True


def test_the_patterns_are_found() -> None:
    names = {name.rpartition(".")[2] for name in PATTERNS}
    assert len(PATTERNS) >= 30
    assert {"PATTERN", "DATE"} <= names


@pytest.mark.parametrize("name", PATTERNS)
def test_linear(name: str) -> None:
    pattern = PATTERNS[name]
    slow = [
        (pump, tail) for pump in PUMPS for tail in TAILS if grows_too_fast(pattern, pump, tail)
    ]
    assert slow == []
