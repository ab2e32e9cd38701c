"""Infoboxes as a whole: fields named by what they count, dates, and what a converter left."""

from __future__ import annotations

import pytest

import sahel_events as se
from sahel_events.formats._yaml import dump


def read(box: dict[str, str], body: str = "") -> se.Reading:
    """The reading of a page with this infobox."""
    cells = {name: {"text": text} for name, text in box.items()}
    return se.parse(f"---\n{dump({'infoboxes': [cells]})}---\n{body}", name="box.md")


BATTLE = {
    "conflict": "Battle of Tindaba",
    "date": "4–6 March 2031",
    "combatant1": "Mali",
    "combatant2": "JNIM",
}


@pytest.mark.parametrize("conflict", ["Invasion of Tindaba", "Tindaba offensive", "Tindaba war"])
def test_every_claim_of_a_dated_box_has_a_date(conflict: str) -> None:
    reading = read(BATTLE | {"conflict": conflict, "casualties1": "16 killed\n3 wounded"})
    assert {claim.date.edtf for claim in reading.claims if claim.date} == {"2031-03-04/2031-03-06"}
    assert len(reading.claims) == 2


def test_a_war_that_goes_on_dates_nothing() -> None:
    reading = read(BATTLE | {"conflict": "Tindaba war", "date": "4 March 2031 – present"})
    assert all(claim.date is None for claim in reading.claims)


@pytest.mark.parametrize(
    ("field", "outcome"),
    [
        ("fatalities", "killed"),
        ("deaths", "killed"),
        ("injuries", "wounded"),
        ("injured", "wounded"),
        ("arrests", "arrested"),
        ("missing", "missing"),
        ("losses1", "casualty"),
        ("casualties1\t", "casualty"),
        ("casualties 1", "casualty"),
        ("Deaths", "killed"),
    ],
)
def test_a_field_that_is_named_by_what_it_counts(field: str, outcome: str) -> None:
    reading = read({"title": "2031 Tindaba bombing", "date": "4 March 2031", field.lower(): "14"})
    [claim] = reading.claims
    assert (claim.quantity.low, [*map(str, claim.outcomes)]) == (14, [outcome])
    assert claim.date is not None


def test_a_field_that_sounds_of_losses_is_reported() -> None:
    reading = read(BATTLE | {"total_fatalities": "14", "motive_of_deaths": "unknown"})
    assert not reading.claims
    assert [problem.field for problem in reading.problems] == ["total_fatalities"]


def test_sides_that_were_lost_are_not_guessed() -> None:
    lead = "On 4 March 2031, Nigerien troops attacked a Malian post at Tindaba.\n"
    box = {"conflict": "Battle of Tindaba", "casualties1": "18 killed", "casualties2": "4 killed"}
    claims = [claim for claim in read(box, lead).claims if claim.field != "body"]
    assert [claim.victim_party for claim in claims] == [None, None]
