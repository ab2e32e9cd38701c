"""YAML as text with places: what is refused, and where every word of a scalar stands."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

import sahel_events as se
from sahel_events.errors import ParseError
from sahel_events.formats._yaml import MAX_DEPTH, Mapping, Scalar, dump, load
from sahel_events.text.document import Document

#: What YAML 1.1 takes for a line break, and gives back as "\\n".
NEXT_LINE = "\x85"
words = (
    st.text(st.sampled_from("abé–'\"\\:#-|>&*!%@`{}[],?0N~=🇲🇱\uf8ff"), min_size=1, max_size=6)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=4)
    | st.sampled_from(
        ["NO", "12:30", "1_000", "''", '""', "---", "...", "\\n", "null", "0x1F", "\u2028"]
    )
)
gaps = st.sampled_from([" ", " ", " ", "  ", "\n", "\n\n", "\n ", "\t", "\r\n"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Words and white space of all kinds, with what YAML has a meaning for."""
    parts = [draw(st.sampled_from(["", "", " ", "\n"]))]
    for word in draw(st.lists(words, max_size=20)):
        parts += [word, draw(gaps)]
    return "".join(parts[:-1] if draw(st.booleans()) else parts)


def loaded(text: str) -> tuple[Document, Mapping]:
    document = Document("report.txt", text, "")
    node = load(document, 0, len(text))
    assert isinstance(node, Mapping)
    return document, node


def scalar(text: str, key: str = "a") -> tuple[Document, Scalar]:
    document, node = loaded(text)
    found = node.entries[key]
    assert isinstance(found, Scalar)
    return document, found


def assert_traced(value: str, text: str) -> None:
    """Assert that the text holds this value, and every character of it where it is said to be."""
    document, found = scalar(text)
    assert found.value == value
    passage = found.passage(document)
    for index, character in enumerate(value):
        place = passage.offset(index)
        escaped = found.style == '"' and text[place] == "\\" and not is_plain(character)
        if character.isspace() or escaped:
            continue
        assert text[place] == character, (index, character, text[place])


def is_plain(character: str) -> bool:
    """Whether nobody escapes it."""
    return character.isascii() and character.isalnum()


# -- evidence -------------------------------------------------------------------------------------


@given(texts())
def test_what_we_dump_is_loaded_and_traced(value: str) -> None:
    assert_traced(value, dump({"a": value}))


@given(texts(), st.sampled_from([None, "'", '"', "|", ">"]), st.integers(20, 90), st.booleans())
def test_what_others_dump_is_loaded_and_traced(
    value: str, style: str | None, width: int, as_it_is: bool
) -> None:
    assume(NEXT_LINE not in value)
    text = yaml.dump({"a": value}, default_style=style, width=width, allow_unicode=as_it_is)
    assume("!!" not in text)
    assert_traced(value, text)


def test_a_blank_before_an_escaped_line_break() -> None:
    assert_traced("3 killed \n4 wounded", 'a: "3 killed \\n4 wounded"\n')


def test_a_next_line_is_dumped_and_loaded() -> None:
    assert_traced("one\x85two", dump({"a": "one\x85two"}))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 3 killed\n  and 4\n  wounded\n", "3 killed and 4 wounded"),
        ("a: |-\n  3 killed\n    4 wounded\n", "3 killed\n  4 wounded"),
        ("a: >-\n  3 killed\n  and 4\n\n  wounded\n", "3 killed and 4\nwounded"),
        ("a: >-\n  3 killed\n\n    * 4 wounded\n\n  5\n", "3 killed\n\n  * 4 wounded\n\n5"),
        ("a: '3 killed\n  in ''Ber'''\n", "3 killed in 'Ber'"),
        ('a: "3 killed\n  in \\"Ber\\" \\u00e9t\\xe9"\n', '3 killed in "Ber" été'),
        ('a: "3 kil\\\n  led"\n', "3 killed"),
        ('a: "\\U0001F1F2\\U0001F1F1 3"\n', "🇲🇱 3"),
        ("a: ~50 killed # as said\n", "~50 killed"),
        ("a: 3 killed\n", "3 killed"),
    ],
)
def test_folding_quotes_and_escapes(text: str, value: str) -> None:
    assert_traced(value, text)


def test_words_that_occur_twice_keep_their_order() -> None:
    document, found = scalar("a: 3 killed, 3\n  killed, 3 killed\n")
    passage = found.passage(document)
    places = [passage.offset(match.start()) for match in re.finditer("3", found.value)]
    assert places == [3, 13, 25]


def test_the_header_of_a_block_is_not_part_of_its_value() -> None:
    document, found = scalar("a: |2-\n    2 killed\n  3\n")
    assert found.value == "  2 killed\n3"
    assert found.passage(document).offset(2) == 11


def test_a_part_of_a_document_is_traced_in_the_document() -> None:
    text = "---\na: 3 killed\n---\n"
    document = Document("report.txt", text, "")
    node = load(document, 4, 16)
    assert isinstance(node, Mapping)
    found = node.text("a")
    assert found is not None
    assert text[found.passage(document).offset(0)] == "3"
    with pytest.raises(ParseError) as caught:
        load(Document("report.txt", "---\na: 1\na: 2\n---\n", ""), 4, 14)
    assert (caught.value.line, caught.value.column) == (3, 1)


# -- scalars stay text ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    ["NO", "yes", "12:30", "2012-01-16", "1_000", "0x1F", "0o17", "1e3", ".5", ".inf", "null",
     "~", "true", "=", "<<", "1.500", "+1", "-0"],
)  # fmt: skip
def test_scalars_stay_text(value: str) -> None:
    assert scalar(f"a: {value}\n")[1].value == value
    assert scalar(dump({"a": value}))[1].value == value
    assert yaml.safe_load(dump({"a": value})) == {"a": value}, "other loaders see text, too"


def test_keys_stay_text_and_in_their_order() -> None:
    _, node = loaded("NO: 1\n12: 2\n~: 3\n? b\n: 4\n")
    assert list(node.entries) == ["NO", "12", "~", "b"]


def test_an_empty_document_is_nothing() -> None:
    for text in ("", "\n", "# nothing\n"):
        assert load(Document("r", text, ""), 0, len(text)) is None


def test_what_is_not_there() -> None:
    _, node = loaded("a: [1, 2]\nb: {c: 1}\nd: 1\n")
    assert len(node.items("a")) == 2
    assert (node.items("b"), node.items("d"), node.items("e")) == ((), (), ())
    assert (node.text("a"), node.text("e")) == (None, None)


names = st.text(st.sampled_from("abNO1~é"), min_size=1, max_size=4)
trees = st.recursive(
    texts(),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(names, inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(names, trees, min_size=1, max_size=4))
def test_trees_are_dumped_and_loaded(tree: dict[str, object]) -> None:
    _, node = loaded(dump(tree))
    assert plain(node) == tree


def plain(node: object) -> object:
    """A node as text, lists and dictionaries."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.entries.items()}
    return node.value if isinstance(node, Scalar) else [plain(item) for item in node.items]  # type: ignore[attr-defined]


# -- what is refused ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: &b 1\n", 1, 4, "no anchors or aliases"),
        ("a: 1\nb: *a\n", 2, 4, "no anchors or aliases"),
        ("a: &b [1]\n", 1, 4, "no anchors or aliases"),
        ("a: &b {c: 1}\n", 1, 4, "no anchors or aliases"),
        ("&k a: 1\n", 1, 1, "no anchors or aliases"),
        ("a: !!int 1\n", 1, 4, "no tags"),
        ("a: !!python/object/apply:os.system [ls]\n", 1, 4, "no tags"),
        ("a: !x {b: 1}\n", 1, 4, "no tags"),
        ("a: 1\nb: 2\na: 3\n", 3, 1, "each key once, found 'a' again"),
        ("a:\n  - b: 1\n    c: 2\n    'b': 3\n", 4, 5, "each key once, found 'b' again"),
        ("? [a]\n: 1\n", 1, 3, "a key that is text"),
        ("? {a: 1}\n: 1\n", 1, 3, "a key that is text"),
        ("a: 1\n---\nb: 2\n", 2, 1, "one YAML document"),
        ("a: [1, 2\nb: 3\n", 2, 2, "found a fault"),
        ("a: 'open\n", 2, 1, "found a fault"),
        ("a: b: c\n", 1, 5, "found a fault"),
        ("a:\n\tb: 1\n", 2, 1, "found a fault"),
        ("a: @b\n", 1, 4, "found a fault"),
        ("a: %b\n", 1, 4, "found a fault"),
        ('a: "\\q"\n', 1, 5, "found a fault"),
        ("%YAML 9\n---\na: 1\n", 1, None, "found a fault"),
    ],
)
def test_refused_with_its_place(text: str, line: int, column: int | None, message: str) -> None:
    with pytest.raises(ParseError) as caught:
        load(Document("report.txt", text, ""), 0, len(text))
    assert message in str(caught.value)
    assert caught.value.line == line
    assert column is None or caught.value.column == column


@pytest.mark.parametrize("character", ["\x07", "\x1b", "\x7f", "\ufffe"])
def test_control_characters_are_refused_where_they_stand(character: str) -> None:
    text = f"a: 1\nb: x{character}y\n"
    with pytest.raises(ParseError) as caught:
        load(Document("report.txt", text, ""), 0, len(text))
    assert (caught.value.line, caught.value.column) == (2, 5)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_refused(opening: str) -> None:
    text = opening * (MAX_DEPTH + 1)
    with pytest.raises(ParseError, match=f"at most {MAX_DEPTH} levels|a key that is text"):
        load(Document("report.txt", text, ""), 0, len(text))


def test_nesting_may_be_as_deep_as_said() -> None:
    text = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert load(Document("report.txt", text, ""), 0, len(text)) is not None


@pytest.mark.parametrize("text", ["[" * 200_000, "{" * 200_000, "- " * 100_000, "a: " * 70_000])
def test_hostile_documents_are_refused_and_kill_nobody(text: str) -> None:
    with pytest.raises(ParseError):
        se.parse(f"---\n{text}\n---\n")


def test_many_keys_are_no_trouble() -> None:
    _, node = loaded("".join(f"k{number}: 1\n" for number in range(20_000)))
    assert len(node.entries) == 20_000


@given(st.lists(st.sampled_from([*"ab:-?,[]{}'\"|>&*!#%@\n\t\\é", "---", "🇲🇱"]), max_size=30))
def test_any_text_is_loaded_or_refused(parts: list[str]) -> None:
    text = " ".join(parts)
    try:
        load(Document("report.txt", text, ""), 0, len(text))
    except ParseError as error:
        place = error
    else:
        return
    assert 1 <= place.line <= text.count("\n") + 1
    assert place.column >= 1
