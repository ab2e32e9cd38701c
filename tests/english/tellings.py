"""Losses as reports and articles tell them: "killed N and wounded M in PLACE on DAY".

Whoever draws one gets the words, and what every claim of them has to be.
"""

from __future__ import annotations

from attrs import frozen
from hypothesis import strategies as st

#: Figures as they are written.
_FIGURES = {"two": 2, "five": 5, "nine": 9, "12": 12, "30": 30, "114": 114}
_VICTIMS = {
    "Malian soldiers": "Mali",
    "Nigerien gendarmes": "Niger",
    "villagers": "civilians",
    "traders": "civilians",
    "CSP-PSD fighters": "CSP-PSD",
    "members of JNIM": "JNIM",
    "people": None,
}
_PLACES = {
    "in Ogossa": "Ogossa",
    "near Tin Zaba": "Tin Zaba",
    "in the village of Boni": "Boni",
    "at Ber, in Mali's Timbuktu region": "Ber",
    "in Maiduguri": "Maiduguri",
}
#: Days, as they are told in any text, and those that only the day of publication tells.
_DAYS = {"on 12 June": "2031-06-12", "on 3 May 2031": "2031-05-03"}
_NEWS_DAYS = {
    "on Monday": "2031-06-09",
    "late on Thursday": "2031-06-12",
    "overnight on Friday": "2031-06-13",
    "overnight on 11 June": "2031-06-11",
    "overnight Thursday into Friday": "2031-06-12/2031-06-13",
}
_DOERS = ("Gunmen", "Armed men on motorbikes")

#: Who (A; within a sentence a) killed how many (n), wounded (m) and captured (k), of whom (V),
#: where (P) and when (D); N and M begin a sentence.
_ONE_SENTENCE = (
    "{A} killed {n} {V} and wounded {m} {P} {D}.",
    "{D}, {a} killed {n} {V} and injured {m} {P}.",
    "{P}, {a} killed {n} {V} and injured {m} {D}.",
    "{A} killed {n} {V}, wounded {m} and captured {k} {P} {D}.",
    "{A} attacked a camp {P} {D}, killing {n} {V} and wounding {m}.",
    "{A} attacked a camp {P} {D}, killing {n} {V}, wounding {m} and capturing {k}.",
    "{N} {V} were killed and {m} wounded {P} {D}.",
    "{N} {V} were killed and {m} others were injured {P} {D}.",
    "{N} {V} were killed, {m} wounded and {k} captured {P} {D}.",
    "{N} {V} were killed and {m} wounded by gunmen {P} {D}.",
    "{N} {V} were killed and {m} wounded when {a} attacked a camp {P} {D}.",
    "{N} {V} were killed and {m} wounded {P} {D}, the mayor said.",
    "The mayor said that {n} {V} were killed and {m} wounded {P} {D}.",
    "An attack {P} {D} left {n} {V} dead and {m} wounded.",
    "Clashes {P} {D} killed {n} {V} and wounded {m}.",
)
_TWO_SENTENCES = (
    "{A} attacked a camp {P} {D}. {N} {V} were killed and {m} wounded.",
    "{A} attacked a camp {P} {D}. {N} {V} were killed, {m} wounded and {k} captured.",
    "{A} attacked a camp {P} {D}. They killed {n} {V} and wounded {m}.",
    "{A} killed {n} {V} {P} {D}. {M} were wounded.",
    "{N} {V} were killed {P} {D}. {M} others were wounded.",
    "{N} {V} were killed {P} {D}. {M} were wounded and {k} captured.",
)


@frozen
class Loss:
    """What a claim has to be."""

    outcome: str
    count: int
    party: str | None
    date: str
    place: str


@frozen
class Told:
    """A text, and its claims in the order in which they are told."""

    text: str
    losses: list[Loss]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


@st.composite
def tellings(draw: st.DrawFn, news: bool, sentences: int) -> Told:
    """A text of one sentence or two; ``news`` also tells days by the day of publication."""
    shape = draw(st.sampled_from(_ONE_SENTENCE if sentences == 1 else _TWO_SENTENCES))
    day, date = draw(st.sampled_from([*{**_DAYS, **(_NEWS_DAYS if news else {})}.items()]))
    where, place = draw(st.sampled_from([*_PLACES.items()]))
    victims, party = draw(st.sampled_from([*_VICTIMS.items()]))
    doer = draw(st.sampled_from(_DOERS))
    killed, wounded, captured = draw(st.permutations([*_FIGURES]))[:3]
    begins = {"{D}": _capital(day), "{P}": _capital(where)}
    first = begins.get(shape[:3], "")
    text = (first + shape[3:] if first else shape).format(
        A=doer, a=doer[0].lower() + doer[1:], V=victims, P=where, D=day,
        n=killed, N=_capital(killed), m=wounded, M=_capital(wounded), k=captured,
    )  # fmt: skip
    figures = {"killed": killed, "wounded": wounded}
    if "{k}" in shape:
        figures["captured"] = captured
    return Told(
        text,
        [Loss(outcome, _FIGURES[words], party, date, place) for outcome, words in figures.items()],
    )
