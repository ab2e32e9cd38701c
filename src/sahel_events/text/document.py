"""The one front door for bytes: what is a document, and what is not."""

from __future__ import annotations

import codecs
import hashlib
import re
from array import array
from bisect import bisect_right
from pathlib import PurePath

from attrs import field, frozen

from sahel_events.errors import Location, ParseError
from sahel_events.text import mojibake

__all__ = ["MAX_BYTES", "Document", "decode", "written"]

#: A larger file is refused: the largest wiki articles have about 2 MB of text.
MAX_BYTES = 32 * 2**20

_BREAK = re.compile("\n")
#: How files that are not text begin, and what they are.
_NOT_TEXT = (
    (b"\x1f\x8b", "gzip data; decompress it first"),
    (b"PK\x03\x04", "a zip archive (or an office document); extract its text first"),
    (b"\xff\xfe", "UTF-16 text; save it as UTF-8"),
    (b"\xfe\xff", "UTF-16 text; save it as UTF-8"),
    (b"%PDF-", "a PDF file; extract its text first"),
    (b"PAR1", "a Parquet file; datasets are opened by load_dataset"),
)


@frozen
class Document:
    """Decoded text, to which every offset in every record refers.

    ``text`` is the file as UTF-8 without a byte order mark, its Mac Roman mojibake repaired and its
    newlines as they were. ``repairs`` holds the numbers (from 1) of the lines that were repaired,
    ``sha256`` the digest of the file's own bytes.
    """

    name: str
    text: str = field(repr=False)
    sha256: str
    repairs: tuple[int, ...] = field(default=(), repr=lambda lines: f"<{len(lines)} lines>")
    #: where each line begins: a large document has places by the thousand to be told
    _line_starts: array[int] = field(init=False, repr=False, eq=False)

    @_line_starts.default
    def _find_lines(self) -> array[int]:
        starts = array("Q", (0,))
        starts.extend(match.end() for match in _BREAK.finditer(self.text))
        return starts

    @property
    def stem(self) -> str:
        """The name without folder and ending: the document's id."""
        return PurePath(self.name).stem

    def position(self, start: int) -> tuple[int, int]:
        """Line and column, from 1, of the character ``text[start]``."""
        line = bisect_right(self._line_starts, start)
        return line, start - self._line_starts[line - 1] + 1

    def locate(self, start: int, end: int | None = None) -> Location:
        """Line, column and excerpt of the characters ``text[start:end]``."""
        line, column = self.position(start)
        following = self._line_starts[line : line + 1]
        excerpt = self.text[start - column + 1 : following[0] if following else None]
        return Location(
            name=self.name,
            line=line,
            column=column,
            excerpt=excerpt.removesuffix("\n").removesuffix("\r") if following else excerpt,
            width=max(1, (end or start + 1) - start),
        )

    def error(self, message: str, start: int, end: int | None = None) -> ParseError:
        """A :class:`ParseError` that points at ``text[start:end]``."""
        return ParseError(message, self.locate(start, end))


def written(name: str) -> str:
    r"""A file's name as text: bytes that are not UTF-8 are written out.

    >>> written("caf\udce9.txt")
    'caf\\xe9.txt'
    """
    try:
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # half of a surrogate pair, which no file's name holds
        return name.encode("utf-8", "backslashreplace").decode()


def decode(data: bytes | str, name: str = "<text>", *, max_bytes: int = MAX_BYTES) -> Document:
    """Turn a file's bytes (or text that was decoded elsewhere) into a :class:`Document`.

    Raises :class:`ParseError` when the data is too large, is not text, or is not UTF-8.
    """
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    name = written(name)
    if len(raw) > max_bytes:
        raise ParseError(
            f"expected at most {max_bytes:,} bytes, found {len(raw):,}", Location(name, 1, 1)
        )
    for beginning, description in _NOT_TEXT:
        if raw.startswith(beginning):
            raise ParseError(f"expected UTF-8 text, found {description}", Location(name, 1, 1))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _undecodable(raw, error, name) from None
    nul = text.find("\0")
    if nul >= 0:
        found = Document(name, text, "").locate(nul)
        raise ParseError("expected text, found a NUL character: is this a binary file?", found)
    repaired, lines = mojibake.repair(text)
    return Document(name, repaired, hashlib.sha256(raw).hexdigest(), lines)


def _undecodable(raw: bytes, error: UnicodeDecodeError, name: str) -> ParseError:
    raw = raw.removeprefix(codecs.BOM_UTF8)  # places are counted behind the mark
    before = raw[: error.start].decode("utf-8", "replace")
    line = raw[: error.start].count(b"\n")
    rest = raw[error.start :].split(b"\n", 1)[0].decode("utf-8", "replace")
    start = before.rfind("\n") + 1
    location = Location(name, line + 1, len(before) - start + 1, before[start:] + rest)
    return ParseError(
        f"expected UTF-8, found the byte 0x{raw[error.start]:02X} ({error.reason}): "
        "save the file as UTF-8",
        location,
    )
