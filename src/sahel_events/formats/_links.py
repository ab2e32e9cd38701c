"""Wiki links in running text: ``[[Page|text]]`` and ``[https://… text]``.

Taking the markup out leaves clean text and links that know where they stand in it; putting it back
is the inverse. Links that a format lists without saying where they stand are written at the end, on
a line of their own when they are bare citations.
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
_NO_LINK = re.compile(r"(?:File|Image|Category):", re.IGNORECASE)


def without_markup(text: str, offset: int) -> Passage:
    """Clean text and links of a raw stretch that begins at ``offset`` in the document."""
    if "[" not in text:
        return Passage.slice(text, 0, len(text)) if offset == 0 else Passage(text, (0,), (offset,))
    clean: list[str] = []
    pieces: list[tuple[int, int]] = []
    links: list[Link] = []
    length = position = 0

    def keep(start: int, end: int) -> None:
        nonlocal length
        if end > start:
            pieces.append((length, offset + start))
            clean.append(text[start:end])
            length += end - start

    listed = _trailing_citations(text)
    for match in _LINK.finditer(text, 0, listed):
        if match["page"] and _NO_LINK.match(match["page"]):
            continue
        keep(position, match.start())
        shown = "label" if match["label"] is not None else "page" if match["page"] else "text"
        links.append(Link(match[shown] or "", match["page"], match["site"], length))
        keep(match.start(shown), match.end(shown))
        position = match.end()
    keep(position, listed)
    links += (
        Link(m["text"] or "", None, m["site"]) for m in _LINK.finditer(text, listed) if m["site"]
    )
    return Passage.of("".join(clean), pieces, links)


def _trailing_citations(text: str) -> int:
    """Where a last line that holds nothing but citations begins; the end, when there is none."""
    start = text.rstrip().rfind("\n") + 1
    last = text[start:].strip()
    only = start > 0 and last and not _LINK.sub("", last).strip() and "[[" not in last
    return start if only else len(text)


def with_markup(passage: Passage) -> str:
    """The passage's text with its links written into it."""
    text = passage.text
    written: list[tuple[int, int, Link]] = []
    listed: list[Link] = []
    cursor: dict[str, int] = {}
    for link in passage.links:
        shown = link.text or (link.page or "")
        if link.at is not None:
            written.append((link.at, link.at + len(link.text), link))
            continue
        at = text.find(shown, cursor.get(shown, 0)) if shown and link.page else -1
        if at < 0 or _overlaps(at, at + len(shown), written):
            if link.site:
                listed.append(link)
            continue
        cursor[shown] = at + len(shown)
        written.append((at, at + len(shown), link))
    return _insert(text, sorted(written, key=lambda entry: entry[:2])) + _list(listed)


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
