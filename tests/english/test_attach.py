"""Which date and place a verb is given, why, and what it is refused."""

from __future__ import annotations

import pytest

from sahel_events.english.attaching.attach import Refused

from .sentences import phrase, telling

JOINED, OWN, WHEN = "in a clause joined to it", "in its clause", "in the clause that tells when"
PART, HEAD = "in the part of the sentence before", "at the head of the sentence"
STATEMENT, APART, FAR = "the day of a statement", "in another clause", "farther off"

DATES = [
    ("A bomb killed 12 and injured 30 in Ber on Monday.", "killed", "on Monday", JOINED, []),
    ("A bomb killed 12 and injured 30 in Ber on Monday.", "injured", "on Monday", OWN, []),
    ("Gunmen killed nine on Monday, the army said on Tuesday.", "killed", "on Monday", OWN,
     [("on Tuesday", STATEMENT)]),
    ("The army said on Saturday that nine were killed on Friday.", "were killed", "on Friday",
     OWN, [("on Saturday", STATEMENT)]),
    ("The ministry said in a statement issued on Wednesday that nine died.", "died", None, "",
     [("on Wednesday", STATEMENT)]),
    ("On Friday, the army said nine had been killed.", "had been killed", "On Friday", HEAD, []),
    ("By Sunday 40 villagers had been killed.", "had been killed", None, "",
     [("Sunday", "the day of a count")]),
    ("Nine soldiers died, the most since March 2029.", "died", None, "",
     [("since March 2029", "what others are compared with")]),
    ("Nine men who had been kidnapped in 2028 were killed on Friday.", "were killed",
     "on Friday", OWN, [("in 2028", APART)]),
    ("Nine men who had been kidnapped in 2028 were killed on Friday.", "had been kidnapped",
     "in 2028", OWN, [("on Friday", APART)]),
    ("Before rebels took Ber in May, gunmen killed nine.", "killed", None, "",
     [("in May", APART)]),
    ("When gunmen attacked a camp on Friday, nine were killed.", "were killed", "on Friday",
     WHEN, []),
    ("On 8 May 2031, gunmen killed nine; two others were wounded.", "were wounded",
     "8 May 2031", PART, []),
]  # fmt: skip

PLACES = [
    ("A bomb killed 12 and injured 30 in Ber on Monday.", "killed", "Ber", JOINED, []),
    ("In Ber, gunmen killed nine traders and abducted two.", "abducted", "Ber", JOINED, []),
    ("Gunmen killed nine in Boni, and rebels abducted two in Ber.", "killed", "Boni", OWN,
     [("Ber", FAR)]),
    ("Gunmen killed nine in Boni, and rebels abducted two in Ber.", "abducted", "Ber", OWN,
     [("Boni", FAR)]),
    ("Nine were killed in Ber; two died in Gao.", "were killed", "Ber", OWN, [("Gao", APART)]),
    ("The trucks were bound for the town of Djibo when gunmen killed two near Dori.", "killed",
     "Dori", OWN, [("Djibo", "where a way leads")]),
    ("Two were killed in Ber and the wounded were flown to Niamey.", "were killed", "Ber", OWN,
     [("Niamey", "where the wounded or the dead were brought")]),
    ("Nine traders from Dosso were killed in Boni.", "were killed", "Boni", OWN,
     [("Dosso", "where somebody is from")]),
    ("A resident of Téra said nine people were killed.", "were killed", None, "",
     [("Téra", "where somebody spoke")]),
    ("The mayor told reporters in Gao that nine people were killed near Ber.", "were killed",
     "Ber", OWN, [("Gao", "where somebody spoke")]),
    ("He died 60 km north of Gao on 4 May.", "died", "60 km north of Gao", OWN, []),
    ("When gunmen attacked a camp near Ogossa, nine were killed.", "were killed", "Ogossa",
     WHEN, []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verb", "date", "reason", "refused"), DATES)
def test_a_verb_is_given_its_date(
    text: str, verb: str, date: str | None, reason: str, refused: list[tuple[str, str]]
) -> None:
    told = telling(text)
    found = told.date_at(phrase(told.sentence, verb))
    moment = found.value
    words = told.text[moment.start : moment.end] if moment is not None else None
    assert (words, found.reason) == (date, reason)
    assert found.refused == tuple(Refused(*pair) for pair in refused)


@pytest.mark.parametrize(("text", "verb", "place", "reason", "refused"), PLACES)
def test_a_verb_is_given_its_place(
    text: str, verb: str, place: str | None, reason: str, refused: list[tuple[str, str]]
) -> None:
    told = telling(text)
    found = told.place_at(phrase(told.sentence, verb))
    assert (found.value.name if found.value is not None else None, found.reason) == (place, reason)
    assert found.refused == tuple(Refused(*pair) for pair in refused)


@pytest.mark.parametrize("text", [row[0] for row in DATES + PLACES])
def test_nothing_is_given_without_a_reason_or_both_given_and_refused(text: str) -> None:
    told = telling(text)
    for at, kind in enumerate(told.sentence.kinds):
        if kind == "V":
            for found in (told.date_at(at), told.place_at(at)):
                assert (found.value is None) == (found.reason == "")
                assert all(other.rule for other in found.refused)
