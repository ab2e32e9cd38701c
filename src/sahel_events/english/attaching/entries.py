"""The entries of a digest or timeline, and what heads them: "02 Jan: Sebba.", "Toumour, 28 Oct:".

A digest tells of many events, each in an entry of its own, and an entry says at its head when or
where it plays. What stands there holds for the whole entry, and for nothing outside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from sahel_events.english.places.overlap import is_wide
from sahel_events.registry.locating import locate
from sahel_events.values.english_dates import DATE

__all__ = ["Entry", "is_digest", "read_entry"]

#: So many entries make a digest, fewer with a day and a place, and so great a share of the
#: paragraphs.
_FEWEST, _FEWEST_FULL, _SHARE = 3, 2, 0.3
#: A name as it stands at the head of an entry.
_WORD = r"[A-ZÀ-Þ][\w'’-]*+"
_SMALL = "(?:and |of |la |le |de |du )?"
_NAME = rf"{_WORD}(?:[ /–-]{{1,3}}{_SMALL}{_WORD}){{0,4}}(?: area| axis| region)?"

#: What stands at the head of an entry, up to the mark that closes it.
_HEAD = re.compile(r"\W{0,6}(?:\d{1,3}[.)]\s)?(?P<head>[^.:\n]{2,60}?)\s?(?P<mark>[.:]|\s–)(?=\s)")
_PLACE = re.compile(_NAME)
#: What parts the pieces of a head.
_PARTS = re.compile(r"[,–](?=\s)|[()]")
_NIGHT = re.compile(r"(?:[Tt]he\s)?(?:[Nn]ight|[Oo]vernight|[Ee]vening)(?:\sof|\sfrom|\s)\s?")


@frozen
class Entry:
    """The head of an entry: the place that it names, and whether it has a date."""

    place: str | None = None
    dated: bool = False


def read_entry(text: str) -> Entry | None:
    """What heads a paragraph, if it has such a head: a date, a place, or both.

    >>> read_entry("02 Jan: Sebba. An ambush on a patrol.")
    Entry(place='Sebba', dated=True)
    >>> read_entry("Toumour, 28 Oct: nine gave up.")
    Entry(place='Toumour', dated=True)
    >>> read_entry("Gunmen killed nine traders in Boni. The army said so.")
    """
    head = _HEAD.match(text)
    if head is None:
        return None
    found = _of_pieces(_PARTS.split(head["head"]))
    if found is None or (not found.dated and not _is_known(found.place)):
        return None
    if found.dated and found.place is None:
        behind = _HEAD.match(text, head.end())
        more = _of_pieces(_PARTS.split(behind["head"])) if behind is not None else None
        if more is not None and not more.dated:
            return Entry(more.place, dated=True)
    return found


def _of_pieces(pieces: Sequence[str]) -> Entry | None:
    """The pieces of a head, each a date or the name of a place; ``None`` if one is neither."""
    place, dated = None, False
    for piece in filter(None, map(str.strip, pieces)):
        words = _NIGHT.sub("", piece)
        if DATE.fullmatch(words) is not None:
            dated = True
        elif _PLACE.fullmatch(piece) is None or len(piece.split()) > 6:
            return None
        elif place is None or is_wide(place):
            place = piece
    return Entry(place, dated) if dated or place else None


def _is_known(place: str | None) -> bool:
    return place is not None and any(
        locate(part.strip()).meant for part in re.split(r" and |[(,/]", place)
    )


def is_digest(paragraphs: Sequence[str]) -> bool:
    """Whether paragraphs are entries that have little to do with each other."""
    entries = [entry for text in paragraphs if (entry := read_entry(text)) is not None]
    full = sum(entry.dated and entry.place is not None for entry in entries)
    enough = full >= _FEWEST_FULL or len(entries) >= _FEWEST
    return enough and len(entries) >= _SHARE * len(paragraphs)
