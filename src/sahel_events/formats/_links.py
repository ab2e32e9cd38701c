"""Wiki links in running text: ``[[Page|text]]`` and ``[https://… text]``.

Taking the markup out leaves clean text and links that know where they stand in it; putting it back
is the inverse. Formats may also list links without saying where they stand: where their words are
found in the text they are written there, and bare citations at the end, on a line of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sahel_events.text.passage import Link, Passage

__all__ = ["with_markup", "without_markup"]

_LINK = re.compile(
    r"\[\[(?P<page>[^\[\]|\n]+)(?:\|(?P<label>[^\[\]\n]*))?\]\]"
    r"|\[(?P<site>https?://[^\s\[\]]+)(?:[ ](?P<text>[^\[\]\n]*))?\]"
)
_CITATION = re.compile(r"\[https?://[^\s\[\]]+\]")
_NO_LINK = re.compile(r"(?:File|Image|Category):", re.IGNORECASE)


def without_markup(passage: Passage) -> Passage:
    """The passage without link markup; its links know where they stand in the clean text."""
    text = passage.text
    if "[" not in text:
        return passage
    kept: list[tuple[int, int]] = []
    links: list[Link] = []
    length = position = 0
    listed = _trailing_citations(text)
    for match in _LINK.finditer(text, 0, listed):
        if match["page"] and _NO_LINK.match(match["page"]):
            continue
        shown = "label" if match["label"] is not None else "page" if match["page"] else "text"
        kept += ((position, match.start()), match.span(shown))
        length += match.start() - position
        links.append(Link(match[shown] or "", match["page"], match["site"], length))
        length += len(match[shown] or "")
        position = match.end()
    kept.append((position, listed))
    links += (Link("", None, match["site"]) for match in _LINK.finditer(text, listed))
    return passage.keep(kept, (*links, *passage.links))


def _trailing_citations(text: str) -> int:
    """Where a last line that holds nothing but citations begins; the end, when there is none."""
    start = text.rstrip().rfind("\n") + 1
    last = text[start:].strip()
    only = start > 0 and last and not _CITATION.sub("", last).strip()
    return start - 1 if only else len(text)


def with_markup(passage: Passage, *, listed: bool = True) -> str:
    """The passage's text with its links written into it.

    Without ``listed``, only those links are written that know where they stand.
    """
    text = passage.text
    written: list[tuple[int, int, Link]] = [
        (link.at, link.at + len(link.text), link) for link in passage.links if link.at is not None
    ]
    if not listed:
        return _insert(text, sorted(written, key=lambda entry: entry[:2]))
    bare: list[Link] = []
    cursor: dict[str, int] = {}
    for link in passage.links:
        if link.at is not None:
            continue
        at = text.find(link.text, cursor.get(link.text, 0)) if link.text else -1
        if at < 0 or _overlaps(at, at + len(link.text), written):
            bare += [link] if link.site else []
            continue
        cursor[link.text] = at + len(link.text)
        written.append((at, at + len(link.text), link))
    return _insert(text, sorted(written, key=lambda entry: entry[:2])) + _list(bare)


def _overlaps(start: int, end: int, written: Iterable[tuple[int, int, Link]]) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end, _ in written)


def _insert(text: str, written: list[tuple[int, int, Link]]) -> str:
    parts, position = [], 0
    for start, end, link in written:
        shown = text[start:end]
        parts.append(text[position:start])
        if link.site:
            parts.append(f"[{link.site} {shown}]" if shown else f"[{link.site}]")
        else:
            parts.append(f"[[{link.page}]]" if shown == link.page else f"[[{link.page}|{shown}]]")
        position = end
    return "".join(parts) + text[position:]


def _list(listed: list[Link]) -> str:
    return "\n" + " ".join(f"[{link.site}]" for link in listed) if listed else ""
