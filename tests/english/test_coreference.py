"""Which engagement of an article is told of again, and when another one begins."""

from __future__ import annotations

import pytest

from .sentences import read_article

#: A section, and the engagement (kind, day, place) of each of its claims.
STORIES = {
    "On 4 May, gunmen attacked a post at Ber. The attack killed nine soldiers.": [
        ("attack", "2031-05-04", "Ber")
    ],
    "On 4 May, gunmen attacked a post at Ber. On 6 May, gunmen attacked a post at Boni, killing "
    "two.": [("attack", "2031-05-06", "Boni")],
    "On 4 May, rebels attacked Ber. On 5 May, rebels attacked Boni. On 6 May, rebels attacked "
    "Sebba. The attack on Ber killed nine soldiers.": [("attack", "2031-05-04", "Ber")],
    "On 4 May, rebels attacked Ber. On 5 May, rebels attacked Boni. The attack of 4 May killed "
    "nine soldiers.": [("attack", "2031-05-04", "Ber")],
    "On 4 May, rebels attacked Ber and Boni. Nine died in Boni.": [
        ("attack", "2031-05-04", "Boni")
    ],
    "On 4 May, rebels besieged Ber. On 9 May, a final assault killed nine soldiers.": [
        ("siege", "2031-05-04/2031-05-09", "Ber")
    ],
    "On 4 May, gunmen attacked Ber. They killed nine soldiers. Two were wounded.": [
        ("attack", "2031-05-04", "Ber"),
        ("attack", "2031-05-04", "Ber"),
    ],
    "On 4 May, gunmen attacked Ber.\n\nIn June, nine herders were shot dead near Sebba.": [
        ("shooting", "2031-06", "Sebba")
    ],
}


@pytest.mark.parametrize("text", STORIES)
def test_a_loss_belongs_to_its_engagement(text: str) -> None:
    events = [claim.event for claim in read_article(text).claims]
    found = [
        (event.kind.value, event.date.edtf, event.place)
        for event in events
        if event is not None and event.date is not None
    ]
    assert found == STORIES[text]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # "an attack" of the same day and place is no other one
        ("On 4 May, rebels attacked Ber. On 4 May, in Ber, an attack killed nine.", ["Ber"]),
        # airstrikes are not how a town is taken
        ("On 4 May, airstrikes hit Ber. On 5 May, the army captured Ber.", ["Ber", "Ber"]),
        ("On 4 May, rebels attacked Ber. On 5 May, rebels attacked Boni.", ["Ber", "Boni"]),
        ("On 4 May, rebels attacked Ber. Later that day, rebels attacked Boni.", ["Ber", "Boni"]),
        # no engagement in particular
        ("Attacks are frequent in the region. Gunmen attack villages.", []),
        ("Rebels have fought the army since 2028.", []),
    ],
)
def test_an_article_tells_of_so_many_engagements(text: str, places: list[str]) -> None:
    assert [event.place for event in read_article(text).engagements] == places


@pytest.mark.parametrize(
    ("text", "attackers"),
    [
        ("The attack was claimed by JNIM.", ["JNIM"]),
        ("The attack was carried out by JNIM.", ["JNIM"]),
        ("JNIM carried out the attack.", ["JNIM"]),
        ("The attack was not carried out by JNIM.", []),
        ("The attack went on for hours.", []),
    ],
)
def test_a_further_mention_adds_who_attacked(text: str, attackers: list[str]) -> None:
    section = read_article(f"On 4 May, an attack at Ber killed nine soldiers. {text}")
    (event,) = section.engagements
    assert event.attackers == attackers
