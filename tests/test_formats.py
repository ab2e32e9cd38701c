"""Formats: what is written is read back as the same records, and is written the same again."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sahel_events as se
from sahel_events.formats import format_named, format_of, formats
from sahel_events.text.document import decode

from .pages import Page, pages

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("0*.txt"))
#: Real documents, where they are: they are no part of the project.
REAL = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
CORPUS = sorted((ROOT.parent / "shared" / "corpus" / "front_matter").glob("*.txt"))
NAME = "page.txt"
slowly = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)


def said(reading: se.Reading) -> dict[str, list[dict[str, Any]]]:
    """All that the records say, the places of their evidence aside.

    A document's own record is left out, and of a problem what quotes the file.
    """
    aside = {"problems": {"id", "line", "column", "passage"}}
    return {
        table: [
            _fields(record, {"start", "end", "quote", "line", "column", *aside.get(table, ())})
            for record in records
        ]
        for table, records in reading.tables().items()
        if table != "documents"
    }


def _fields(record: Any, aside: set[str]) -> dict[str, Any]:
    return {
        name: value for name, value in attrs.asdict(record, recurse=False).items()
        if name not in aside
    }  # fmt: skip


def assert_round_trip(reading: se.Reading, *through: str) -> None:
    """Assert that the reading survives being written in these formats, one after the other."""
    name = reading.document.name
    again = reading
    for format in through:
        again = se.parse(se.render(again, format), name=name)
        assert again.format == format
        assert said(again) == said(reading)
    text = se.render(again, through[-1])
    assert se.render(se.parse(text, name=name), through[-1]) == text


# -- invented pages -------------------------------------------------------------------------------


@slowly
@given(pages(), st.sampled_from([None, "'", '"', "|", ">"]), st.sampled_from([40, 80, 999]))
def test_front_matter(page: Page, style: str | None, width: int) -> None:
    reading = se.parse(page.front_matter(style, width), name=NAME)
    assert_round_trip(reading, "front-matter")


@slowly
@given(pages(), st.sampled_from(["  ", "    ", "\t"]))
def test_infobox(page: Page, indent: str) -> None:
    assert_round_trip(se.parse(page.infobox(indent), name=NAME), "infobox")


@slowly
@given(pages())
def test_front_matter_to_infobox_and_back(page: Page) -> None:
    reading = se.parse(page.front_matter(), name=NAME)
    assert_round_trip(reading, "infobox", "front-matter")


@slowly
@given(pages(citations=False))
def test_infobox_to_front_matter_and_back(page: Page) -> None:
    """Without bare citations: front matter cannot say where in a cell they stand."""
    assert_round_trip(se.parse(page.infobox(), name=NAME), "front-matter", "infobox")


@slowly
@given(pages(citations=False))
def test_both_formats_say_the_same(page: Page) -> None:
    one = se.parse(page.front_matter(), name=NAME)
    other = se.parse(page.infobox(), name=NAME)
    assert said(one) == said(other)


@slowly
@given(pages(), st.sampled_from(["front_matter", "infobox"]))
def test_windows_line_ends_change_nothing(page: Page, written: str) -> None:
    text = getattr(page, written)()
    reading = se.parse(text.replace("\n", "\r\n"), name=NAME)
    assert said(reading) == said(se.parse(text, name=NAME))


@slowly
@given(pages(), st.sampled_from(["front_matter", "infobox"]))
def test_evidence_holds_the_figure(page: Page, written: str) -> None:
    reading = se.parse(getattr(page, written)(), name=NAME)
    for record in (*reading.claims, *reading.strengths):
        evidence = reading.document.text[record.start : record.end]
        low = record.quantity.low
        if low is not None and record.quantity.term is None and low > 12:
            assert str(low) in re.sub(r"[,.]", "", evidence)


@slowly
@given(pages(), st.sampled_from(["front_matter", "infobox"]))
def test_no_number_is_dropped(page: Page, written: str) -> None:
    assert numbers_outside(se.parse(getattr(page, written)(), name=NAME)) == []


def numbers_outside(reading: se.Reading) -> list[tuple[str, str]]:
    """The numbers of casualties and strength fields that are in no record's evidence."""
    records = [record for table in reading.tables().values() for record in table]
    found = []
    for box in reading.layout.boxes:
        for name, passage in box.fields.items():
            spans = [(record.start, record.end) for record in records if record.field == name]
            if name.startswith(("casualties", "strength")):
                for match in re.finditer(r"\d+", passage.text):
                    place = passage.offset(match.start())
                    if not any(start <= place < end for start, end in spans):
                        found.append((name, passage.text[match.start() - 9 : match.end() + 9]))
    return found


@pytest.mark.parametrize(
    ("text", "aliases"),
    [
        ("- Combatant1: [[Movement]] of the North (MN)", ("MN",)),
        ("- Place: Mali\n- Combatant1: North (MN)", ("MN",)),
    ],
)
def test_a_full_name_ends_where_its_passage_does(text: str, aliases: tuple[str, ...]) -> None:
    (party,) = se.parse(f"Infobox\n- Conflict: Mali War\n{text}\n").belligerents
    assert party.aliases == aliases


# -- real documents -------------------------------------------------------------------------------


def test_the_seeds_are_there() -> None:
    assert len(SEEDS) == 5


@pytest.mark.parametrize("path", SEEDS + REAL, ids=lambda path: path.stem)
def test_seeds_survive(path: Path) -> None:
    reading = se.read(path)
    assert_round_trip(reading, reading.format)
    if reading.format == "front-matter":
        assert_round_trip(reading, "infobox", "front-matter")
    assert numbers_outside(reading) == []


@pytest.mark.skipif(not CORPUS, reason="the real pages are not here")
def test_real_pages_survive_and_lose_no_number() -> None:
    assert len(CORPUS) == 90
    for path in CORPUS:
        reading = se.read(path)
        assert reading.format == "front-matter"
        assert numbers_outside(reading) == [], path.name
        assert_round_trip(reading, "front-matter")
        again = se.parse(se.render(reading, "infobox"), name=path.name)
        assert said(again) == said(reading), path.name


# -- which format it is ---------------------------------------------------------------------------


def test_formats_are_found_in_their_order() -> None:
    assert [format.name for format in formats()] == ["front-matter", "infobox", "prose"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("---\ntitle: T\n---\n", "front-matter"),
        ("---\r\ntitle: T\r\n---\r\n", "front-matter"),
        ("= T =\n\nInfobox\n- Place: Ber\n", "infobox"),
        ("Infobox\n- Place: Ber\n", "infobox"),
        ("= T =\n\nText.\n", "prose"),
        ("An Infobox is a box.\n", "prose"),
        ("--- and so on\n", "prose"),
        ("", "prose"),
    ],
)
def test_a_document_is_recognised(text: str, name: str) -> None:
    assert format_of(decode(text)).name == name
    assert se.parse(text).format == name


def test_a_format_may_be_asked_for() -> None:
    assert se.parse("Infobox\n- Place: Ber\n", format="prose").layout.boxes == ()
    with pytest.raises(ValueError, match=r"expected a format \(front-matter, infobox, prose\)"):
        format_named("word")


@pytest.mark.parametrize("text", ["", "Text.\n", "= T =\n\nInfobox\n- Place: Ber\n"])
def test_a_document_that_is_not_of_the_format_that_is_asked_for(text: str) -> None:
    with pytest.raises(se.ParseError):
        se.parse(text, format="front-matter")


def test_front_matter_that_does_not_end() -> None:
    with pytest.raises(se.ParseError, match="closes the front matter") as caught:
        se.parse("---\ntitle: T\n", name="a.md")
    assert (caught.value.name, caught.value.line, caught.value.column) == ("a.md", 1, 1)


def test_front_matter_that_is_no_mapping() -> None:
    with pytest.raises(se.ParseError, match="expected keys and values"):
        se.parse("---\n- one\n- two\n---\n")


def test_front_matter_that_holds_nothing() -> None:
    reading = se.parse("---\n---\nText.\n")
    assert reading.layout.boxes == ()
    assert reading.layout.sections[0].body.text == "Text.\n"


def test_what_is_left_out_of_a_box_is_a_problem() -> None:
    text = "---\ninfoboxes:\n- one\n- place:\n    links: []\n  date: 2031\n  image: {a: 1}\n---\n"
    reading = se.parse(text)
    found = [(problem.line, problem.message) for problem in reading.problems]
    assert [line for line, _ in found[:2]] == [3, 5]
    assert reading.layout.boxes[0].fields["date"].text == "2031"


def test_a_field_that_stands_twice_in_an_infobox() -> None:
    text = "Infobox\n- Place: Ber\n- place: Konna\n- Date: 2031\n"
    reading = se.parse(text)
    assert reading.layout.boxes[0].fields["place"].text == "Ber"
    (problem,) = [problem for problem in reading.problems if "again" in problem.message]
    assert (problem.line, problem.passage) == (3, "- place: Konna")


@pytest.mark.parametrize("line", ["* Casualties1: 3 killed", "- Casualties 1: 3 killed"])
def test_a_figure_of_a_field_that_is_written_otherwise_is_not_lost(line: str) -> None:
    reading = se.parse(f"Infobox\n- Conflict: Clash\n{line}\n")
    assert reading.claims or reading.problems


def test_two_boxes() -> None:
    text = "Infobox\n- Conflict: One\n- Casualties1: 3 killed\n\nInfobox\n- Casualties1: 4 killed\n"
    reading = se.parse(text)
    assert [claim.quantity.low for claim in reading.claims] == [3, 4]
    assert_round_trip(reading, "infobox")
    assert_round_trip(reading, "front-matter", "infobox")


@given(st.text(max_size=60), st.sampled_from(["", "---\n", "Infobox\n- Casualties1: ", "= T =\n"]))
def test_any_text_is_read_or_refused(text: str, before: str) -> None:
    try:
        reading = se.parse(before + text)
    except se.ParseError:
        return
    assert len(list(se.claim_lines(reading))) == len(reading.claims)
    length = len(reading.document.text)
    for records in reading.tables().values():
        for record in records:
            assert 0 <= record.start <= record.end <= length
    for format in formats():
        se.render(reading, format.name)
