"""Documents with something changed: a character, a span, a field, an indentation, an encoding."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random

__all__ = ["documents", "mutant"]

_HERE = Path(__file__).parent.parent
#: What is put in somewhere: marks of every format, figures and characters that are seldom seen.
_TOKENS = (
    "\n|\n\n|\t|\u00a0|\u200b|\ufeff|\r\n|\r|\u2028|\x85|\x1b[31m|\x07|🇲🇱|🇲|e\u0301|\u202e|ß|İ|ﬁ|²|١|"
    "---\n|- |* |# |== |==|= |[[|]]|[https://a.org |]|{{|}}|&nbsp;|&ndash;|<ref>|</ref>|'|\"|“|”"
    "|(|)|:||,|;|.|–|—|~|+|/|%|0|1|99999999999999999999|1–1,000|-1|1e9|killed|and|of|in|the|’s|was|no"
    "|including|Infobox\n|- Casualties1: 5 killed\n|Total: |&a |*a |!!int 1|<<: |? |%YAML 1.1\n"
    "|{a: b}|[a, b]"
).split("|")


def documents(folders: Iterable[Path] = ()) -> list[str]:
    """Every document at hand: the seeds, the cases of the tests, and those of other folders."""
    found = [path.read_text(encoding="utf-8") for path in sorted(_HERE.parent.glob("seeds/0*.txt"))]
    for path in sorted(_HERE.glob("cases/*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            text = case.get("text") or case.get("cell")
            if text:
                kind = case.get("field", "")
                found.append(f"Infobox\n- Conflict: A\n- {kind}: {text}\n" if kind else text)
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".txt", ".md", ".wikitext", ".wiki"):
                found.append(path.read_bytes().decode("utf-8", "replace"))
    return found


def mutant(texts: list[str], random: Random) -> bytes:
    """One of the documents, with a few things changed, as bytes."""
    text = random.choice(texts)
    if len(text) > 30_000:  # a part of a long one tells as much
        start = random.randint(0, len(text) - 30_000)
        text = text[start : start + 30_000]
    for _ in range(random.choice((1, 1, 1, 2, 3, 8))):
        text = random.choice(_CHANGES)(text, random)
    data = text.encode("utf-8", "replace")
    return _damaged(data, random) if random.random() < 0.1 else data


def _span(text: str, random: Random, most: int = 200) -> tuple[int, int]:
    start = random.randint(0, len(text))
    return start, min(len(text), start + random.randint(0, random.choice((1, 5, 30, most))))


def _delete(text: str, random: Random) -> str:
    start, end = _span(text, random)
    return text[:start] + text[end:]


def _repeat(text: str, random: Random) -> str:
    start, end = _span(text, random, 60)
    return text[:end] + text[start:end] * random.choice((1, 2, 10, 100)) + text[end:]


def _move(text: str, random: Random) -> str:
    start, end = _span(text, random)
    rest = text[:start] + text[end:]
    at = random.randint(0, len(rest))
    return rest[:at] + text[start:end] + rest[at:]


def _insert(text: str, random: Random) -> str:
    at = random.randint(0, len(text))
    token = random.choice(_TOKENS) * random.choice((1, 1, 1, 3, 50))
    return text[:at] + token + text[at:]


def _replace(text: str, random: Random) -> str:
    start, end = _span(text, random, 10)
    return text[:start] + random.choice(_TOKENS) + text[end:]


def _character(text: str, random: Random) -> str:
    at = random.randint(0, len(text))
    found = chr(random.choice((random.randint(1, 0x7F), random.randint(1, 0xD7FF), 0x1F600)))
    return text[:at] + found + text[at + 1 :]


def _cut(text: str, random: Random) -> str:
    at = random.randint(0, len(text))
    return random.choice((text[:at], text[at:]))


def _figure(text: str, random: Random) -> str:
    figures = list(re.finditer(r"\d+", text))
    if not figures:
        return text
    found = random.choice(figures)
    new = random.choice(("0", "1", "9" * 30, "007", "1,000", "12–5", "", "½", "2031", "31"))
    return text[: found.start()] + new + text[found.end() :]


def _lines(text: str, random: Random) -> str:
    """Lines in another order, indented otherwise, or twice: fields of infoboxes and of YAML."""
    lines = text.split("\n")
    at, other = random.randrange(len(lines)), random.randrange(len(lines))
    kind = random.randrange(6)
    if kind == 0:
        lines[at], lines[other] = lines[other], lines[at]
    elif kind == 1:
        lines[at] = " " * random.randint(0, 9) + lines[at].lstrip()
    elif kind == 2:
        lines.insert(other, lines[at])
    elif kind == 3:
        lines[at] = lines[at].replace(
            ":", random.choice(("", "::", " :", ": |", ": >-", ": '", ": &a"))
        )
    elif kind == 4:
        lines[at] = re.sub(r"\d", random.choice("0129²"), lines[at], count=1)
    else:
        del lines[at]
    return "\n".join(lines)


def _whole(text: str, random: Random) -> str:
    ways: tuple[Callable[[str], str], ...] = (
        str.upper, str.lower, str.title, str.swapcase,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", " "),
        lambda text: text.replace(" ", "\n"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.encode().decode("mac_roman"),
        lambda text: "\ufeff" + text,
    )  # fmt: skip
    return random.choice(ways)(text)


def _damaged(data: bytes, random: Random) -> bytes:
    """Bytes that may be no UTF-8 any more."""
    at = random.randint(0, len(data))
    return (
        data[:at]
        + random.choice((b"\xff", b"\xc3", b"\x00", b"\xed\xa0\x80", b""))
        + data[at + 1 :]
    )


_CHANGES = (
    _delete, _repeat, _move, _insert, _insert, _replace, _character, _cut, _figure, _lines, _lines,
    _whole,
)  # fmt: skip
