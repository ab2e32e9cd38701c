"""The front door: which bytes are a document, and where a refusal points to."""

from __future__ import annotations

import codecs
import gzip
import hashlib
import io
import pickle
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sahel_events as se
from sahel_events.errors import Location, ParseError
from sahel_events.text.document import MAX_BYTES, Document, decode
from sahel_events.text.mojibake import damage

texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))


def refusal(data: bytes | str, **options: int) -> ParseError:
    with pytest.raises(ParseError) as caught:
        decode(data, "folder/report.txt", **options)
    return caught.value


def zipped() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("report.txt", "3 killed")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (gzip.compress(b"3 killed", mtime=0), "gzip data; decompress it first"),
        (zipped(), "a zip archive"),
        ("3 killed".encode("utf-16"), "UTF-16 text; save it as UTF-8"),
        (codecs.BOM_UTF16_BE + "3 killed".encode("utf-16-be"), "UTF-16 text"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF file"),
        (b"PAR1\x15\x04", "a Parquet file; datasets are opened by load_dataset"),
    ],
)
def test_files_of_other_kinds_are_named(data: bytes, what: str) -> None:
    error = refusal(data)
    assert what in error.message
    assert (error.name, error.line, error.column) == ("folder/report.txt", 1, 1)


@pytest.mark.parametrize(
    ("data", "line", "column", "byte"),
    [
        (b"\xe9t\xe9", 1, 1, "0xE9"),
        (b"one\ntwo \xff three\nfour", 2, 5, "0xFF"),
        ("é 🇲🇱 ".encode() + b"\x80", 1, 6, "0x80"),
        (b"one\r\ntwo\xc3", 2, 4, "0xC3"),
        (codecs.BOM_UTF8 + b"ab\xff", 1, 3, "0xFF"),
        (b"\xed\xa0\x80", 1, 1, "0xED"),
    ],
)
def test_bytes_that_are_no_utf_8_are_found(data: bytes, line: int, column: int, byte: str) -> None:
    error = refusal(data)
    assert (error.line, error.column) == (line, column)
    assert byte in error.message
    assert error.location.pointed().endswith("^")


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [(b"\0", 1, 1), (b"one\ntw\0o", 2, 3), ("é\0".encode(), 1, 2), ("a\r\n\0", 2, 1)],
)
def test_a_nul_is_found(data: bytes | str, line: int, column: int) -> None:
    error = refusal(data)
    assert (error.line, error.column) == (line, column)
    assert "NUL" in error.message


def test_a_lone_surrogate_is_refused_as_bytes_are() -> None:
    error = refusal("one\n\ud83c")
    assert (error.line, error.column) == (2, 1)


def test_a_file_may_have_as_many_bytes_and_no_more() -> None:
    assert decode(b"x" * 10, max_bytes=10).text == "x" * 10
    assert "expected at most 10 bytes, found 11" in refusal(b"x" * 11, max_bytes=10).message
    assert "found 11" in refusal("é" * 5 + "x", max_bytes=10).message
    assert MAX_BYTES == 32 * 2**20
    with pytest.raises(se.ParseError, match="at most 33,554,432 bytes"):
        se.parse(bytes(MAX_BYTES + 1))


@given(texts)
def test_text_and_its_bytes_are_one_document(text: str) -> None:
    data = text.encode()
    if data[:2] in (b"PK", b"PA", b"%P"):
        return
    document = decode(data)
    assert document == decode(text)
    assert document.sha256 == hashlib.sha256(data).hexdigest()


@given(texts)
def test_a_byte_order_mark_is_left_out(text: str) -> None:
    plain = decode("x" + text)
    marked = decode(codecs.BOM_UTF8 + b"x" + text.encode())
    assert marked.text == plain.text
    assert marked.sha256 != plain.sha256


@pytest.mark.parametrize("text", ["one\r\ntwo\r\n", "one\ntwo", "one\rtwo", "\r\n\r\n", ""])
def test_newlines_stay_as_they_are(text: str) -> None:
    assert decode(text).text == text


def test_mojibake_is_repaired_and_the_lines_are_told() -> None:
    document = decode(damage("clean\n🇲🇱 Élan\nplain\nGoïta", {2, 4}))
    assert document.text == "clean\n🇲🇱 Élan\nplain\nGoïta"
    assert document.repairs == (2, 4)
    assert "<2 lines>" in repr(document)


@pytest.mark.parametrize(
    ("name", "stem"),
    [("a/b/report.txt", "report"), ("report", "report"), ("report.v2.md", "report.v2")],
)
def test_the_stem_is_the_identifier(name: str, stem: str) -> None:
    assert decode("x", name).stem == stem


@given(st.lists(st.text(st.characters(exclude_characters="\0\r\n", exclude_categories=["Cs"]))))
def test_every_character_is_located_in_its_line(lines: list[str]) -> None:
    document = Document("r", "\n".join(lines), "")
    offset = 0
    for number, line in enumerate(lines, start=1):
        for column in range(len(line)):
            found = document.locate(offset + column)
            assert (found.line, found.column, found.excerpt) == (number, column + 1, line)
        offset += len(line) + 1


def test_the_excerpt_is_the_line_without_its_end() -> None:
    document = Document("r", "one\r\ntwo three\r\nfour", "")
    found = document.locate(9, 14)
    assert (found.line, found.column, found.width) == (2, 5, 5)
    assert found.excerpt == "two three"
    assert str(found) == "r:2:5"
    assert document.locate(len(document.text)).excerpt == "four"


def test_carets_stand_under_the_passage() -> None:
    excerpt, carets = Location("r", 2, 5, "two three", width=5).pointed().split("\n")
    assert excerpt == "    two three"
    assert carets == "        ^^^^^"


@given(st.integers(1, 500), st.integers(1, 300), st.integers(0, 500))
def test_carets_stay_under_what_is_shown(column: int, width: int, length: int) -> None:
    excerpt = "".join(chr(ord("a") + index % 26) for index in range(max(length, column)))
    shown, carets = Location("r", 1, column, excerpt, width).pointed().split("\n")
    assert len(shown) <= 104
    assert len(carets) <= len(shown)
    assert shown[carets.index("^")] == excerpt[column - 1]
    assert set(carets.lstrip()) == {"^"}


def test_a_tab_is_as_wide_as_its_column() -> None:
    shown, carets = Location("r", 1, 3, "\t\tx").pointed().split("\n")
    assert carets.index("^") == shown.index("x")


def test_an_error_says_where_and_shows_it() -> None:
    error = Document("r.txt", "one\ntwo", "").error("expected three", 4, 7)
    assert str(error) == "r.txt:2:1: expected three\n    two\n    ^^^"
    assert str(ParseError("too large", Location("r.txt", 1, 1))) == "r.txt:1:1: too large"


def test_an_error_crosses_process_borders_with_its_place() -> None:
    error = Document("r.txt", "one\ntwo", "").error("expected three", 4, 7)
    copy = pickle.loads(pickle.dumps(error))
    assert str(copy) == str(error)
    assert copy.location == error.location
