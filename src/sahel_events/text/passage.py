"""Stretches of clean text that remember where in the document they stand.

Folding, indentation, flags and markup come and go between the file and the text that the grammar
reads. A passage keeps, for every unbroken piece of its text, the offset of that piece in the
document, so that evidence can always be given in characters of ``document.text``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from attrs import field, frozen

__all__ = ["Link", "Passage"]


@frozen
class Link:
    """A hyperlink of a passage: to a wiki page (``page``) or to the web (``site``).

    ``text`` is what the reader sees; wiki exports leave it out where it equals the page's name, and
    leave it empty for a bare citation.
    """

    text: str
    page: str | None = None
    site: str | None = None
    #: Where the link stands in the passage's text; ``None`` when the format does not say.
    at: int | None = None


@frozen
class Passage:
    """``text`` as the grammar reads it, and the way back from its characters to the document's.

    ``starts[i]`` is where the ``i``-th unbroken piece begins in ``text``, ``offsets[i]`` where it
    begins in the document. ``starts`` is sorted.
    """

    text: str
    starts: tuple[int, ...] = (0,)
    offsets: tuple[int, ...] = (0,)
    links: tuple[Link, ...] = field(default=(), repr=False)

    @classmethod
    def slice(cls, text: str, start: int, end: int) -> Passage:
        """The characters ``text[start:end]`` as they stand."""
        return cls(text[start:end], (0,), (start,))

    @classmethod
    def of(
        cls, text: str, pieces: Iterable[tuple[int, int]], links: Iterable[Link] = ()
    ) -> Passage:
        """A passage from pairs of (offset in ``text``, offset in the document)."""
        starts, offsets = [], []
        for start, offset in pieces:
            starts.append(start)
            offsets.append(offset)
        return cls(text, tuple(starts) or (0,), tuple(offsets) or (0,), tuple(links))

    def keep(self, ranges: Iterable[tuple[int, int]], links: Iterable[Link] = ()) -> Passage:
        """The characters of the ranges alone, one range behind the other."""
        parts: list[str] = []
        pieces: list[tuple[int, int]] = []
        length = 0
        for start, end in ranges:
            if start < end:
                inner = self.starts[
                    bisect_right(self.starts, start) : bisect_left(self.starts, end)
                ]
                pieces += [(length + cut - start, self.offset(cut)) for cut in (start, *inner)]
                parts.append(self.text[start:end])
                length += end - start
        return Passage.of("".join(parts), pieces, links)

    def offset(self, index: int) -> int:
        """Where in the document the character ``text[index]`` stands."""
        piece = max(0, bisect_right(self.starts, index) - 1)
        return self.offsets[piece] + index - self.starts[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the document ``text[start:end]`` stands, without the white space at its ends."""
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            here = self.offset(start)
            return here, here
        return self.offset(start), self.offset(end - 1) + 1

    def lines(self) -> Iterator[tuple[int, int]]:
        """Where each line of ``text`` begins and ends, its line break left out."""
        start = 0
        for line in self.text.split("\n"):
            yield start, start + len(line)
            start += len(line) + 1
