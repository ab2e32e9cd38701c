"""How a report tells: its main event, where it leaves it and comes back, and what it learns."""

from __future__ import annotations

import pytest

from sahel_events.english.attaching.entries import Entry, is_digest, read_entry
from sahel_events.english.discourse.report import Move

from .sentences import read_report

LEAD = "Gunmen killed nine traders near Boni on Monday."
ASIDE = "On 3 May, gunmen killed six people in Ber."
BACK = "Thirty people were wounded."
MAIN = ("2031-06-09", "Boni")


def where(text: str) -> list[tuple[str | None, str | None]]:
    """Day and place of each claim of a report."""
    _, section = read_report(text)
    return [(claim.date.edtf if claim.date else None, claim.place) for claim in section.claims]


def moves(text: str) -> list[str]:
    """What the story of a report does."""
    return [move.name.lower() for _, move in read_report(text)[0].moves]


@pytest.mark.parametrize(
    ("paragraphs", "places"),
    [
        ([LEAD, BACK], [MAIN, MAIN]),
        ([LEAD, ASIDE, BACK], [MAIN, ("2031-05-03", "Ber"), MAIN]),
        ([LEAD, "In a separate attack on Tuesday, gunmen killed three guides at Ber.", BACK],
         [MAIN, ("2031-06-10", "Ber"), MAIN]),
        ([LEAD, "It was the deadliest attack since May 2030, when a bomb killed 40 at Bama.", BACK],
         [MAIN, ("2030-05", "Bama"), MAIN]),
        ([LEAD, "The army said on Wednesday that two of the attackers were killed."], [MAIN, MAIN]),
        ([LEAD, "The wounded were flown to Niamey, where one of them died."], [MAIN, MAIN]),
        # what is told later goes back to what was told before
        (["Nine soldiers died in an attack near Ogossa.", "The attack took place on Friday."],
         [("2031-06-13", "Ogossa")]),
        (["Nine soldiers died in an ambush in Mali on Friday.",
          "The convoy was attacked near Ogossa."], [("2031-06-13", "Ogossa")]),
    ],
)  # fmt: skip
def test_everything_belongs_to_the_main_event_unless_the_text_leaves_it(
    paragraphs: list[str], places: list[tuple[str, str]]
) -> None:
    assert where("\n\n".join(paragraphs)) == places


@pytest.mark.parametrize(
    ("paragraphs", "found"),
    [
        ([LEAD, BACK], ["entry"]),
        ([LEAD, ASIDE, BACK], ["entry", "leave", "return"]),
        ([LEAD, ASIDE], ["entry", "leave"]),
        ([LEAD, ASIDE, "In a separate attack on Tuesday, gunmen killed three at Sebba.", BACK],
         ["entry", "leave", "return", "leave", "return"]),
    ],
)  # fmt: skip
def test_a_report_leaves_and_comes_back(paragraphs: list[str], found: list[str]) -> None:
    assert moves("\n\n".join(paragraphs)) == found
    assert all(move.value for move in Move)


def test_the_main_event_is_that_of_the_lead_and_not_one_of_the_past() -> None:
    report, _ = read_report(f"In 2028, gunmen killed 30 people in Ber.\n\n{LEAD}")
    assert report.main is not None
    assert report.main.place == "Boni"
    report, _ = read_report(f"Traders fear the road.\n\n{LEAD}\n\n{ASIDE}")
    assert report.main is not None
    assert report.main.place == "Boni"


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("02 Jan: Sebba. An ambush on a patrol.", Entry("Sebba", dated=True)),
        ("Toumour, 28 Oct: nine gave up.", Entry("Toumour", dated=True)),
        ("Gao: nine were killed.", Entry("Gao")),
        ("1. Night of 4 May – Gao. Nine were killed.", Entry("Gao", dated=True)),
        ("Gunmen killed nine traders in Boni. The army said so.", None),
        ("The army said: nine were killed.", None),
    ],
)
def test_an_entry_has_a_head(text: str, entry: Entry | None) -> None:
    assert read_entry(text) == entry


@pytest.mark.parametrize(
    ("paragraphs", "digest"),
    [
        (["02 June: Sebba. Nine died.", "03 June: Boni. Two died."], True),
        (["02 June: Sebba. Nine died.", "Nothing else was told."], False),
        (["Gao: nine died.", "Boni: two died."], False),
        (["Gao: nine died.", "Boni: two died.", "Kidal: three died."], True),
        ([LEAD, ASIDE, BACK], False),
    ],
)
def test_a_digest_has_entries(paragraphs: list[str], digest: bool) -> None:
    assert is_digest(paragraphs) is digest


def test_each_entry_of_a_digest_is_a_report_of_its_own() -> None:
    text = (
        "02 June: Sebba. Nine soldiers were killed.\n\n"
        "03 June: Boni. Two traders were abducted.\n\n"
        "04 June: Ber. A mine killed two."
    )
    assert where(text) == [
        ("2031-06-02", "Sebba"),
        ("2031-06-03", "Boni"),
        ("2031-06-04", "Ber"),
    ]
    assert moves(text) == ["entry"] * 3
