"""Passages: clean text that knows where in the document it stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sahel_events.text.passage import Link, Passage


@st.composite
def cut(draw: st.DrawFn) -> tuple[str, Passage]:
    """A document, and a passage that is made of some stretches of it, in order."""
    document = draw(st.text(st.sampled_from("ab \n"), max_size=40))
    ends = sorted(draw(st.lists(st.integers(0, len(document)), max_size=8, unique=True)))
    pieces, text = [], ""
    for start, end in zip(ends[::2], ends[1::2], strict=False):
        pieces.append((len(text), start))
        text += document[start:end]
    return document, Passage.of(text, pieces)


@given(cut())
def test_every_character_stands_in_the_document(found: tuple[str, Passage]) -> None:
    document, passage = found
    for index, character in enumerate(passage.text):
        assert document[passage.offset(index)] == character


@given(cut(), st.data())
def test_a_span_begins_and_ends_with_what_is_no_white_space(
    found: tuple[str, Passage], data: st.DataObject
) -> None:
    document, passage = found
    start, end = sorted(
        data.draw(st.tuples(*[st.integers(0, len(passage.text))] * 2), label="span")
    )
    first, last = passage.span(start, end)
    inner = passage.text[start:end].strip()
    if inner:
        assert document[first] == inner[0]
        assert document[last - 1] == inner[-1]
        assert last - first >= len(inner)
    else:
        assert first == last


@given(st.text(max_size=30), st.data())
def test_a_slice_is_the_document_itself(text: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    passage = Passage.slice(text, start, end)
    assert passage.text == text[start:end]
    assert [passage.offset(index) for index in range(end - start)] == list(range(start, end))


@given(cut())
def test_lines_are_those_of_the_text(found: tuple[str, Passage]) -> None:
    passage = found[1]
    assert [passage.text[start:end] for start, end in passage.lines()] == passage.text.split("\n")


def test_white_space_alone_has_a_place_and_no_length() -> None:
    passage = Passage.slice("ab   cd", 2, 5)
    assert passage.span(0, 3) == (5, 5)


def test_a_passage_without_pieces_begins_at_the_beginning() -> None:
    assert Passage.of("", []) == Passage("")
    assert Passage("").offset(0) == 0


def test_links_are_kept_in_their_order() -> None:
    links = [Link("AQIM", page="Al-Qaeda"), Link("", site="https://example.org/1")]
    assert Passage.of("AQIM", [(0, 7)], links).links == tuple(links)
    assert Passage.of("AQIM", [(0, 7)]).links == ()
