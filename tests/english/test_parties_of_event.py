"""Whose the victims are, where only the event says so."""

from __future__ import annotations

import pytest

from .sentences import read_report


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        # the attackers are of whoever attacked, also where that is told later
        ("JNIM attacked a camp near Ogossa on Friday. Two attackers were killed.", ["JNIM"]),
        ("Gunmen attacked a camp near Ogossa on Friday. Two attackers were killed.\n\n"
         "The attack was claimed by JNIM.", ["JNIM"]),
        # who died where civilians were attacked is a civilian
        ("Gunmen attacked a market in Boni on Friday, killing nine people.", ["civilians"]),
        ("Gunmen attacked a market in Boni on Friday. Thirty were wounded.", ["civilians"]),
        # words that name a party come first
        ("Gunmen attacked a market in Boni on Friday, killing nine Malian soldiers.", ["Mali"]),
        # and where nobody is named, nobody is
        ("Gunmen attacked a camp near Ogossa on Friday. Two attackers were killed.", [None]),
        ("A bomb killed 12 people near Ogossa on Friday.", [None]),
    ],
)  # fmt: skip
def test_an_event_gives_a_party(text: str, parties: list[str | None]) -> None:
    _, section = read_report(text)
    assert [claim.party for claim in section.claims] == parties


def test_the_party_that_an_event_gives_has_its_reason() -> None:
    _, section = read_report("JNIM attacked a camp on Friday. Two attackers were killed.")
    (claim,) = section.claims
    assert claim.reasons["party"]
