"""Nothing takes longer than in proportion to the text, whatever the text.

Every compiled pattern of the package is tried on texts that are hard for patterns like it, and
whole documents are made of the same texts. Twice the text may take about twice the time, not four
times; the times themselves do not matter.
"""

from __future__ import annotations

import re
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from random import Random
from types import ModuleType

import pytest

import sahel_events
from sahel_events.formats import formats

from .fuzzing.from_patterns import example, patterns

#: What patterns of quantities, dates, names, links and YAML begin with and wait for.
PUMPS = [
    "1", "1,", "1 ", "1.", "a", "A", "a ", "A ", " ", "\t", "\n", " \n", "1,000", "1,000,", "one ",
    "twenty-", "a hundred and ", "between 1 and ", "at least ", "up to about ", "~", "+", "1–",
    "1 to ", "May ", "3 May ", "2031-", "2031–", "from May 2031 to ", "(", "()", "(a", "[", "[[a",
    "[[a|", "[https://a", "[https://a b", "*", "* ", "=", "= ", "== a ", "- ", "- a", "- a:",
    "#", "# ", ":", "'", "''", '"', "\\", "\\x", "🇲🇱", "🇲", "File:a", "a.", "a, ", "Aa-",
    "(A", "(AB", "https://a/2031/01/", "1-a", "-three-", "Government of ", "according to ", "the ",
    "no ", "Infobox", "Infobox\n", "---", "---\n", "was ", "attack ", "a.svg",
]  # fmt: skip
#: Places in a document where such a text may stand.
PLACES = {
    "text": "{}",
    "body": "Infobox\n- Conflict: Clash\n\n{}",
    "front matter": "---\n{}\n---\n",
    **{
        field: f"Infobox\n- Conflict: Clash\n- Combatant2: Mali\n- {field}: {{}}\n"
        for field in ("Combatant1", "Commander1", "Casualties1", "Strength1", "Result", "Place")
    },
    "Date": "Infobox\n- Conflict: Clash\n- Date: {}\n",
}
FEWER_PUMPS = [
    "1 ", "1,000 ", "a ", "A ", " ", "\n", "between 1 and ", "3 May ", "2031–", "(", "(A",
    "[[a|", "[https://a b", "* ", "== a ", "- a:", ": ", "'", '"', "🇲🇱", "a.svg ", "1 killed (",
    "including 1 killed, ", "1 and ", "Total: 1 ", "A: 1 killed ",
]  # fmt: skip
#: What may stand in any number between two other things.
RUNS = (" ", "\t", "\u00a0", "\n", ".", ",", "-", "–", "(", "'", '"', "=", "#", ":", "a", "1")
#: What opens a line, a cell or a sentence; a run of something may follow each.
STARTS = (
    "BAMAKO, Mali", "BAMAKO", "Gao, May 3", "Bamako (AP)", "== a", "# a", "= a", "Summary", "By A",
    "Infobox\n- a", "Infobox\n- Place: a", "Infobox\n- Casualties1: 5 killed",
    "Infobox\n- Combatant1: Mali", "Infobox\n- Commander1: A", "Infobox\n- Date: 3 May",
    "5 soldiers were killed", "Killed", "On 5 May", "The army said", "More than", "Between 5", "5",
    "May", "a.", "[[a", "[https://a", "---\na: b", "---\na: '",
)  # fmt: skip
#: How many texts are tried of each pattern; the fuzz session tries other ones.
EXAMPLES = 30
#: No sentence is longer, and within one time need not be in proportion.
SENTENCE = 2_500
#: Below this many seconds a time says nothing of a pattern, and nothing of a document.
NOISE = 0.003
NOISE_OF_A_DOCUMENT = 0.05
#: Twice the text takes twice the time, and a slow moment of the machine is forgiven.
LIMIT = 3.0
ATTEMPTS = 4
#: Offenders: they fail, but a time is no thing to be strict about.
KNOWN: set[str] = set()


def modules() -> Iterator[ModuleType]:
    yield sahel_events
    for found in walk_packages(sahel_events.__path__, f"{sahel_events.__name__}."):
        if not found.name.endswith("__main__"):
            yield import_module(found.name)


PATTERNS = patterns(modules())
SOURCES = "\n".join(
    path.read_text(encoding="utf-8") for path in Path(sahel_events.__path__[0]).rglob("*.py")
)


def is_searched(name: str) -> bool:
    """Whether the pattern is tried everywhere in a text, not only where somebody stands."""
    bare = name.rpartition(".")[2]
    only_matched = re.search(rf"\b{re.escape(bare)}\.(?:full)?match\(", SOURCES)
    searched = re.search(rf"\b{re.escape(bare)}\.(?:search|finditer|findall|sub|split)\(", SOURCES)
    return searched is not None or only_matched is None


def seconds(do: Callable[[str], object], text: str) -> float:
    """Of this process alone: what else the machine does is no fault of a pattern."""
    start = time.process_time()
    do(text)
    return time.process_time() - start


def grows_too_fast(
    do: Callable[[str], object], write: Callable[[int], str], most: int, noise: float = NOISE
) -> bool:
    """Whether twice the text takes more than in proportion, each time that it is tried."""
    length = most // 8 if noise == NOISE else SENTENCE
    while length < most and seconds(do, write(length)) < noise:
        length *= 2
    for _ in range(ATTEMPTS):
        twice = seconds(do, write(2 * length))
        if twice < noise or twice < LIMIT * seconds(do, write(length)):
            return False
    return True


def marked(names: list[str]) -> list[object]:
    fails = pytest.mark.xfail(reason="quadratic", strict=False)
    return [pytest.param(name, marks=[fails] if name in KNOWN else []) for name in names]


def test_the_patterns_are_found() -> None:
    names = {name.rpartition(".")[2] for name in PATTERNS}
    assert len(PATTERNS) >= 30
    assert {"PATTERN", "DATE"} <= names


@pytest.mark.parametrize("name", marked(list(PATTERNS)))
def test_a_pattern_is_linear(name: str) -> None:
    pattern = PATTERNS[name]
    find: Callable[[str], object] = pattern.findall if is_searched(name) else pattern.match

    def grows(pump: str, tail: str) -> bool:
        def write(length: int) -> str:
            return pump * (length // len(pump)) + tail

        return grows_too_fast(find, write, 2_000)

    assert [(pump, tail) for pump in PUMPS for tail in ("", "!", "\n") if grows(pump, tail)] == []


@pytest.mark.parametrize("name", marked(list(PATTERNS)))
def test_a_run_within_what_a_pattern_matches_takes_time_in_proportion(name: str) -> None:
    pattern = PATTERNS[name]
    find: Callable[[str], object] = pattern.findall if is_searched(name) else pattern.match
    random = Random(zlib.crc32(name.encode()))

    def grows(start: str, run: str, tail: str) -> bool:
        return grows_too_fast(find, lambda length: start + run * length + tail, 2_000)

    tried = []
    for _ in range(EXAMPLES):
        text = example(pattern, random)
        cut = random.randint(0, min(len(text), 300))
        tried.append((text[max(0, cut - 200) : cut], random.choice(RUNS), text[cut : cut + 200]))
        tried.append((*tried[-1][:2], random.choice("b!\n)")))
    assert [texts for texts in tried if grows(*texts)] == []


@pytest.mark.parametrize("start", STARTS)
def test_a_run_behind_what_opens_a_line_takes_time_in_proportion(start: str) -> None:
    def read(text: str) -> None:
        with suppress(sahel_events.ParseError):
            sahel_events.parse(text)

    def grows(run: str, tail: str) -> bool:
        def write(length: int) -> str:
            return start + run * length + tail

        return grows_too_fast(read, write, 6_400, NOISE_OF_A_DOCUMENT)

    assert [(run, tail) for run in RUNS for tail in ("b", "\n") if grows(run, tail)] == []


@pytest.mark.parametrize("place", marked(list(PLACES)))
def test_a_document_is_read_and_written_in_proportion(place: str) -> None:
    def read(text: str) -> None:
        try:
            reading = sahel_events.parse(PLACES[place].format(text))
        except sahel_events.ParseError:
            return
        for format in formats():
            sahel_events.render(reading, format.name)

    def grows(pump: str) -> bool:
        def write(length: int) -> str:
            return pump * (length // len(pump)) + "!"

        return grows_too_fast(read, write, 6_400, NOISE_OF_A_DOCUMENT)

    assert [pump for pump in FEWER_PUMPS if grows(pump)] == []
