"""Running text: sentences as data, sentences built with their gold, and pages with furniture.

    cases/prose.jsonl                 one construction of English each, of our own; and numbers
                                      that count nobody, whose ``claims`` are empty
    cases/prose_known_failures.jsonl  sentences that are read wrongly; once one is read rightly,
                                      it belongs to the former

A case is one line: ``text`` is the document, ``published`` its publication date, ``about`` the
construction. ``claims`` lists what must come out and nothing else may. ``low``, ``high``, the
hedges, ``outcomes`` and ``what`` are always compared, and a hedge that a row does not say is false;
``term``, ``victims``, ``party``, ``claimant``, ``stance``, ``date``, ``place`` and ``part_of`` (the
row, from 0, of the whole) only where the row says them.
"""

from __future__ import annotations

import datetime
import json
import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

import sahel_events as se
from sahel_events.registry.names import fold

CASES = Path(__file__).parent / "cases"
KINDS = ("prose", "prose_known_failures")
HEDGES = ("at_least", "at_most", "approximate")
CORE = ("low", "high", *HEDGES, "outcomes", "what")
#: Fields of which the document may know several names.
NAMES = {"party": "victim_party", "claimant": "claimant"}
#: Figures that no day of a month and no written-out number can be mistaken for.
PLAIN = 32


def load(kind: str) -> list[dict[str, Any]]:
    lines = (CASES / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def cases(kind: str) -> list[Any]:
    """The cases of a file as parameters, each under its own name."""
    marks = [pytest.mark.xfail(strict=True)] if kind == "prose_known_failures" else []
    return [pytest.param(case, id=case["id"], marks=marks) for case in load(kind)]


def parse(text: str, published: str | None = None) -> se.Reading:
    return se.parse(text, name="report.txt", format="prose", published=published)


def core(row: dict[str, Any]) -> dict[str, Any]:
    return {name: row.get(name, False) if name in HEDGES else row[name] for name in CORE}


def in_order(rows: list[dict[str, Any]]) -> list[int]:
    """The rows by their core: which of two claims in one clause comes first is no matter."""
    return sorted(range(len(rows)), key=lambda at: repr(core(rows[at])))


def told(line: dict[str, Any], row: dict[str, Any], whole: int | None) -> dict[str, Any]:
    """What was read, written as the row of a case is, as far as the row says anything."""
    found = core(line)
    for name in row.keys() - found.keys():
        if name in NAMES:
            found[name] = _one_of(line[NAMES[name]], row[name])
        elif name == "part_of":
            found[name] = whole
        elif name == "place":
            found[name] = _containing(line[name], row[name])
        elif name == "victims" and fold(line[name] or "") == fold(row[name] or ""):
            found[name] = row[name]
        else:
            found[name] = line[name]
    return found


def _one_of(known: list[str], name: str | None) -> str | None:
    """The expected name, where the party is known by it; else the party's own."""
    if name is not None and fold(name) in map(fold, known):
        return name
    return known[0] if known else None


def _containing(place: str | None, name: str | None) -> str | None:
    """The expected place, where the one read holds it: "the village of Konna" is Konna."""
    return name if place and name and fold(name) in fold(place) else place


def compare(reading: se.Reading, rows: list[dict[str, Any]]) -> tuple[list[Any], list[Any]]:
    """What was read, and what should have been, in the same order and the same words."""
    lines = list(se.claim_lines(reading))
    order, wanted = in_order(lines), in_order(rows)
    row_of = {lines[at]["id"]: row for at, row in zip(order, wanted, strict=False)}
    found = []
    for position, at in enumerate(order):
        line = lines[at]
        row = rows[wanted[position]] if position < len(wanted) else {}
        found.append(told(line, row, row_of.get(line["part_of"])))
    return found, [row | core(row) for row in (rows[at] for at in wanted)]


def check(case: dict[str, Any]) -> None:
    """Read the text, and compare everything that its case says."""
    found, wanted = compare(parse(case["text"], case["published"]), case["claims"])
    assert found == wanted


def test_every_case_has_a_name_and_a_text_of_its_own() -> None:
    known = [case for kind in KINDS for case in load(kind)]
    assert len({case["id"] for case in known}) == len(known)
    assert len({case["text"] for case in known}) == len(known)
    assert sum(bool(case["claims"]) for case in known) >= 160
    assert sum(not case["claims"] for case in known) >= 60


@pytest.mark.parametrize("case", cases("prose"))
def test_sentence(case: dict[str, Any]) -> None:
    check(case)


@pytest.mark.parametrize("case", cases("prose_known_failures"))
def test_known_failure(case: dict[str, Any]) -> None:
    check(case)


# --------------------------------------------------------------------------------------- evidence

ALL_TEXTS = [(case["text"], case["published"]) for kind in KINDS for case in load(kind)]


def check_evidence(reading: se.Reading) -> None:
    """Every span lies in the text and is no more than words, and every reference leads somewhere.

    A reader of the dataset goes from the figure to its sentence by these offsets and no other way.
    """
    text = reading.document.text
    for record in (*reading.claims, *reading.engagements):
        assert 0 <= record.start < record.end <= len(text)
        quote = text[record.start : record.end]
        assert quote == quote.strip()
    claims = {claim.id for claim in reading.claims}
    assert len(claims) == len(reading.claims)
    engagements = {engagement.id for engagement in reading.engagements}
    assert len(engagements) == len(reading.engagements)
    for claim, line in zip(reading.claims, se.claim_lines(reading), strict=True):
        assert line["quote"] == text[claim.start : claim.end]
        assert claim.engagement is None or claim.engagement in engagements
        assert claim.part_of is None or (claim.part_of in claims and claim.part_of != claim.id)


def check_figures(reading: se.Reading) -> None:
    """A figure in digits is in the evidence of its claim: without it a quote proves nothing."""
    for line in se.claim_lines(reading):
        for figure in {line["low"], line["high"]} if line["term"] is None else ():
            if figure is not None and figure >= PLAIN and _in_digits(figure, reading.document.text):
                assert _in_digits(figure, line["quote"])


def _in_digits(figure: int, text: str) -> bool:
    return re.search(rf"(?<![\d.,])(?:{figure:,}|{figure})(?![\d])", text) is not None


@pytest.mark.parametrize(("text", "published"), ALL_TEXTS)
def test_evidence(text: str, published: str | None) -> None:
    reading = parse(text, published)
    check_evidence(reading)
    check_figures(reading)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_evidence_in_a_long_document(newline: str) -> None:
    """Offsets do not drift over paragraphs, accents, line ends and a mark of byte order."""
    text = "\ufeff" + f"{newline}{newline}".join(text for text, _ in ALL_TEXTS)
    reading = parse(text, "2031-05-06")
    assert len(reading.claims) > len(ALL_TEXTS) / 2
    check_evidence(reading)


def test_the_same_text_gives_the_same_records() -> None:
    """Identifiers are part of the records: a dataset that is built again does not change."""
    for text, published in ALL_TEXTS:
        assert parse(text, published) == parse(text, published)
    whole = "\n\n".join(text for text, _ in ALL_TEXTS)
    assert list(se.claim_lines(parse(whole))) == list(se.claim_lines(parse(whole)))


def test_another_process_gives_the_same_records(tmp_path: Path) -> None:
    """Nothing depends on the order in which a set happens to be walked."""
    document = tmp_path / "report.txt"
    document.write_text("\n\n".join(text for text, _ in ALL_TEXTS), encoding="utf-8")
    script = (
        "import sys, sahel_events as se\n"
        "reading = se.read(sys.argv[1], format='prose')\n"
        "print(ascii((reading.claims, reading.engagements, reading.belligerents)))\n"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", script, str(document)],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


# -------------------------------------------------------------------------------------- furniture

STORY = """\
Gunmen killed 41 villagers in Ouro-Feto on 4 May 2031, a local official said.

The attackers arrived at dawn and stayed for three hours.
"""
GOLD = {"low": 41, "high": 41, "outcomes": ["killed"], "what": "people", "date": "2031-05-04"}
#: What stands above a story, on lines of its own.
ABOVE = {
    "headline": "Gunmen kill 41 in raid on Sahel village",
    "headline with a colon": "Ouro-Feto: 41 killed, dozens hurt in village raid",
    "headline and byline": "At least 41 villagers killed in raid\n\nBy Mariam Kolado",
    "byline with a place": "By Mariam Kolado and Jean Sirat in Bamako",
    "time stamp": "Published 12:41, 5 May 2031\nUpdated 18:05, 5 May 2031",
    "image": "![Soldiers carry 41 coffins](https://example.org/coffins.jpg)",
    "photo credit": "Photo: relatives bury the 41 killed in Ouro-Feto / Mariam Kolado",
    "image caption": "Image: Residents look at 12 burned houses. [File photo]",
    "key points": "Key Points\n\n- Gunmen killed 41 villagers\n- Another 20 people were wounded",
    "numbered key points": (
        "Key Points:\n1. Gunmen killed 41 villagers\n2. Another 20 people were wounded"
    ),
}
#: What stands between its paragraphs or behind it.
BELOW = {
    "also read": "Also Read: Militants kill 17 soldiers in Tolé ambush",
    "also read, as a sentence": "ALSO READ | Mine kills nine traders near Tolé.",
    "read more": "Read more: Seven aid workers abducted in Fada",
    "related": "Related: 60 rebels killed in air strike",
    "copyright": "© 2031 The Sahel Courier. All rights reserved.",
    "copyright in words": "Copyright 2031 Sahel Courier. Two people may print this page.",
    "newsletter": "Sign up for our newsletter: 400 readers were captured last week",
    "reporting": "Reporting by Mariam Kolado; editing by Jean Sirat",
    "tags": "Tags: Mali, 41 killed, attack",
    "rule": "-----",
    "image": "[[File:Ouro-Feto.jpg|thumb|Villagers bury 41 killed in the raid]]",
    "bibliography": (
        "== Bibliography ==\n\n"
        '* Kolado, M. (2031). "Gunmen kill 41 villagers in Ouro-Feto". Sahel Courier, pp. 3–9.\n'
        '* "Twelve soldiers were killed near Tolé." Bulletin 14, 2030.\n'
    ),
    "references": '== References ==\n\n1. "Attack leaves 17 dead", Sahel Courier, 4 May 2031.\n',
    "external links": "== External links ==\n\n* Video: 41 people killed in Ouro-Feto.\n",
}


def is_the_story(text: str, published: str | None = "2031-05-05") -> None:
    reading = parse(text, published)
    found, wanted = compare(reading, [GOLD])
    assert found == wanted
    (claim,) = reading.claims
    assert reading.document.text.find("killed 41 villagers in") in range(claim.start, claim.end)


def test_the_story_alone() -> None:
    is_the_story(STORY)


@pytest.mark.parametrize("line", ABOVE.values(), ids=ABOVE.keys())
def test_furniture_above_a_story(line: str) -> None:
    is_the_story(f"{line}\n\n{STORY}")


@pytest.mark.parametrize("line", BELOW.values(), ids=BELOW.keys())
def test_furniture_below_a_story(line: str) -> None:
    is_the_story(f"{STORY}\n{line}\n")


@pytest.mark.parametrize(
    "line",
    [line for name, line in BELOW.items() if not line.startswith("==")],
    ids=[name for name, line in BELOW.items() if not line.startswith("==")],
)
def test_furniture_within_a_story(line: str) -> None:
    """Adverts and pointers stand between two paragraphs and end neither."""
    first, second = STORY.strip().split("\n\n")
    is_the_story(f"{second}\n\n{line}\n\n{first}\n")


@pytest.mark.parametrize(
    "dateline",
    [
        "BAMAKO (Newswire) – ",
        "BAMAKO, May 5 (Newswire) - ",
        "Bamako (Newswire) — ",
        "BAMAKO, Mali -- ",
        "OUAGADOUGOU — ",
    ],
)
def test_a_dateline_is_where_the_reporter_sits(dateline: str) -> None:
    """Neither its place nor its day is that of the harm."""
    text = f"{dateline}Gunmen killed 41 villagers in a raid, a local official said."
    (line,) = se.claim_lines(parse(text, "2031-05-05"))
    assert (line["low"], line["place"], line["date"]) == (41, None, None)


def test_a_story_in_all_its_furniture() -> None:
    above = [line for name, line in ABOVE.items() if "headline" not in name]
    within = [line for line in BELOW.values() if not line.startswith("==")]
    sections = [line for line in BELOW.values() if line.startswith("==")]
    is_the_story("\n\n".join([ABOVE["headline"], *above, STORY, *within, *sections]))


# ------------------------------------------------------------------- sentences that know their gold


@frozen
class Count:
    """A quantity in words, and what it says."""

    words: str
    low: int | None
    high: int | None
    hedges: frozenset[str] = frozenset()
    term: str | None = None

    @property
    def row(self) -> dict[str, Any]:
        return {
            "low": self.low,
            "high": self.high,
            "term": self.term,
            **{name: name in self.hedges for name in HEDGES},
        }


@frozen
class Built:
    """A sentence, and the claims that it states."""

    text: str
    rows: list[dict[str, Any]] = field(factory=list)
    published: str | None = None


AT_LEAST = ["at least", "more than", "over", "no fewer than"]
AT_MOST = ["up to", "fewer than", "as many as"]
ABOUT = ["about", "around", "nearly", "some", "approximately", "roughly"]
WRITTEN = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "nineteen": 19, "twenty": 20,
    "twenty-six": 26, "forty-one": 41, "a dozen": 12, "half a dozen": 6, "two dozen": 24,
}  # fmt: skip
VAGUE = {
    "dozens of": ("dozens", 24),
    "scores of": ("scores", 40),
    "hundreds of": ("hundreds", 200),
    "several": ("several", 3),
    "several dozen": ("several dozen", 36),
    "a number of": ("a number", None),
    "many": ("many", None),
}
#: Who came to harm, and by which name their party is known.
PEOPLE = {
    "Malian soldiers": "Mali",
    "Nigerien gendarmes": "Niger",
    "Burkinabe soldiers": "Burkina Faso",
    "Chadian peacekeepers": "Chad",
    "French soldiers": "France",
    "JNIM fighters": "JNIM",
    "MINUSMA peacekeepers": "MINUSMA",
    "civilians": "civilians",
    "villagers": "civilians",
    "farmers": "civilians",
    "traders": "civilians",
    "women": "civilians",
    "schoolchildren": "civilians",
}
#: Verbs in the past, as participles and with "-ing", and what they mean.
VERBS = {
    "killed": ("killed", "killing", ["killed"]),
    "shot dead": ("shot dead", "shooting dead", ["killed"]),
    "wounded": ("wounded", "wounding", ["wounded"]),
    "injured": ("injured", "injuring", ["wounded"]),
    "abducted": ("abducted", "abducting", ["hostage"]),
    "captured": ("captured", "capturing", ["captured"]),
    "executed": ("executed", "executing", ["executed", "killed"]),
}
ACTORS = ["gunmen", "armed men", "unidentified attackers", "suspected militants", "bandits"]
PLACES = [
    "Gao", "Ménaka", "Djibo", "Diffa", "Tessalit", "Ouro-Feto", "Tamba-Koro", "Bilgo", "Tin-Adar",
    "Sarakala", "Dioumara",
]  # fmt: skip
MONTHS = (
    "January February March April May June July August September October November December".split()
)
SPEAKERS = {
    "the army": "army",
    "a local official": "local official",
    "residents": "residents",
    "the defence ministry": "defence ministry",
    "a security source": "security source",
    "the regional governor": "regional governor",
    "Human Rights Watch": "Human Rights Watch",
}


def capital(text: str) -> str:
    return text[0].upper() + text[1:]


@st.composite
def counts(draw: st.DrawFn) -> Count:
    """Quantities in all the ways in which a report writes them; always a plural."""
    shape = draw(st.sampled_from(["digits", "word", "hedged", "range", "vague"]))
    number = draw(st.integers(2, 999) | st.sampled_from([1_200, 4_650, 12_000]))
    if shape == "digits":
        return Count(f"{number:,}", number, number)
    if shape == "word":
        words = draw(st.sampled_from(sorted(WRITTEN)))
        return Count(words, WRITTEN[words], WRITTEN[words])
    if shape == "range":
        high = number + draw(st.integers(1, 300))
        form = draw(st.sampled_from(["between {} and {}", "{} to {}", "{}–{}"]))
        return Count(form.format(f"{number:,}", f"{high:,}"), number, high)
    if shape == "vague":
        words = draw(st.sampled_from(sorted(VAGUE)))
        term, least = VAGUE[words]
        hedges = frozenset(["at_least"] if least is not None else [])
        return Count(words, least, least, hedges, term)
    kind, words = draw(
        st.sampled_from(
            [("at_least", word) for word in AT_LEAST]
            + [("at_most", word) for word in AT_MOST]
            + [("approximate", word) for word in ABOUT]
        )
    )
    return Count(f"{words} {number:,}", number, number, frozenset([kind]))


@st.composite
def places(draw: st.DrawFn) -> tuple[str, str | None]:
    """Where: its words, led by a space, and the place; or nothing."""
    place = draw(st.none() | st.sampled_from(PLACES))
    return (f" {draw(st.sampled_from(['in', 'near', 'at']))} {place}" if place else "", place)


@st.composite
def dates(draw: st.DrawFn) -> tuple[str, str | None]:
    """When: its words, and the day, month or year; or nothing."""
    year = draw(st.integers(2026, 2049))
    month, day = draw(st.integers(1, 12)), draw(st.integers(1, 28))
    name = MONTHS[month - 1]
    return draw(
        st.sampled_from(
            [
                ("", None),
                (f"on {day} {name} {year}", f"{year}-{month:02}-{day:02}"),
                (f"on {name} {day}, {year}", f"{year}-{month:02}-{day:02}"),
                (f"in {name} {year}", f"{year}-{month:02}"),
            ]
        )
    )


@st.composite
def speakers(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """Who says so: their words, and the fields of a claim; or the document's own voice."""
    words = draw(st.none() | st.sampled_from(sorted(SPEAKERS)))
    if words is None:
        return "", {"claimant": None, "stance": "stated"}
    return words, {"claimant": SPEAKERS[words], "stance": "claimed"}


@st.composite
def losses(draw: st.DrawFn, people: bool = True) -> tuple[str, dict[str, Any]]:
    """A quantity of people, and what a claim says of them; without people, the quantity alone."""
    count = draw(counts().filter(lambda count: people or not count.words.endswith(" of")))
    if not people:
        return count.words, count.row
    victims = draw(st.sampled_from(sorted(PEOPLE)))
    return f"{count.words} {victims}", count.row | {"victims": victims, "party": PEOPLE[victims]}


def row(loss: dict[str, Any], outcomes: list[str], **fields: Any) -> dict[str, Any]:
    return loss | {"outcomes": outcomes, "what": "people"} | fields


def ended(text: str, speaker: str, trailing: bool) -> str:
    """A sentence with its speaker behind it, or before it."""
    if not speaker:
        return f"{capital(text)}."
    if trailing:
        return f"{capital(text)}, {speaker} said."
    return f"According to {speaker}, {text}."


@st.composite
def active(draw: st.DrawFn) -> Built:
    """On 3 May 2031, gunmen killed 12 traders near Gao, residents said."""
    actor, verb = draw(st.sampled_from(ACTORS)), draw(st.sampled_from(sorted(VERBS)))
    (who, loss), (where, place), (when, date) = draw(losses()), draw(places()), draw(dates())
    speaker, voice = draw(speakers())
    behind = draw(st.booleans()) or not when
    body = f"{actor} {verb} {who}{where}"
    text = f"{body} {when}".rstrip() if behind else f"{when}, {body}"
    rows = [row(loss, VERBS[verb][2], date=date, place=place, **voice)]
    return Built(ended(text, speaker, trailing=True), rows)


@st.composite
def passive(draw: st.DrawFn) -> Built:
    """According to residents, 12 traders were killed near Gao on 3 May 2031."""
    verb = draw(st.sampled_from(sorted(VERBS)))
    (who, loss), (where, place), (when, date) = draw(losses()), draw(places()), draw(dates())
    speaker, voice = draw(speakers())
    tense = draw(st.sampled_from(["were", "have been", "had been"]))
    text = f"{who} {tense} {VERBS[verb][0]}{where} {when}".rstrip()
    rows = [row(loss, VERBS[verb][2], date=date, place=place, **voice)]
    return Built(ended(text, speaker, draw(st.booleans())), rows)


@st.composite
def reported(draw: st.DrawFn) -> Built:
    """Residents said that 12 traders had been killed near Gao on 3 May 2031."""
    verb = draw(st.sampled_from(sorted(VERBS)))
    (who, loss), (where, place), (when, date) = draw(losses()), draw(places()), draw(dates())
    words = draw(st.sampled_from(sorted(SPEAKERS)))
    said = draw(st.sampled_from(["said", "reported", "announced", "told reporters"]))
    joint = draw(st.sampled_from(["that ", ""])) if said == "said" else "that "
    text = f"{words} {said} {joint}{who} had been {VERBS[verb][0]}{where} {when}".rstrip()
    fields = {"claimant": SPEAKERS[words], "stance": "claimed", "date": date, "place": place}
    return Built(f"{capital(text)}.", [row(loss, VERBS[verb][2], **fields)])


@st.composite
def nominal(draw: st.DrawFn) -> Built:
    """On 3 May 2031, an attack near Gao claimed the lives of 12 traders."""
    (who, loss), (where, place), (when, date) = draw(losses()), draw(places()), draw(dates())
    frame = draw(
        st.sampled_from(
            [
                "claimed the lives of {}",
                "led to the deaths of {}",
                "resulted in the death of {}",
                "left {} dead",
                "cost the lives of {}",
            ]
        )
    )
    event = draw(st.sampled_from(["an attack", "an ambush", "a raid", "a bombing", "a clash"]))
    body = f"{event}{where} {frame.format(who)}"
    text = f"{when}, {body}" if when else body
    return Built(f"{capital(text)}.", [row(loss, ["killed"], date=date, place=place)])


@st.composite
def participles(draw: st.DrawFn) -> Built:
    """Gunmen attacked Gao on 3 May 2031, killing 12 traders and wounding three others."""
    actor, place = draw(st.sampled_from(ACTORS)), draw(st.sampled_from(PLACES))
    (who, loss), (when, date) = draw(losses()), draw(dates())
    first, second = draw(
        st.sampled_from([("killed", "wounded"), ("shot dead", "injured"), ("killed", "abducted")])
    )
    more, other = draw(losses(people=False))
    word = draw(st.sampled_from([" others", "", " more"]))
    head = f"{actor} attacked {place} {when}".rstrip()
    text = f"{head}, {VERBS[first][1]} {who} and {VERBS[second][1]} {more}{word}"
    rows = [row(loss, VERBS[first][2]), row(other, VERBS[second][2])]
    return Built(f"{capital(text)}.", [one | {"date": date, "place": place} for one in rows])


@st.composite
def two_subjects(draw: st.DrawFn) -> Built:
    """Ten soldiers and 12 traders were killed near Gao, residents said."""
    (one, loss), (two, other) = draw(losses()), draw(losses())
    (where, place), (when, date) = draw(places()), draw(dates())
    speaker, voice = draw(speakers())
    verb = draw(st.sampled_from(sorted(VERBS)))
    text = f"{one} and {two} were {VERBS[verb][0]}{where} {when}".rstrip()
    fields = {"date": date, "place": place} | voice
    rows = [row(each, VERBS[verb][2], **fields) for each in (loss, other)]
    return Built(ended(text, speaker, draw(st.booleans())), rows)


@st.composite
def two_verbs(draw: st.DrawFn) -> Built:
    """Ten soldiers were killed and 12 wounded near Gao on 3 May 2031."""
    (one, loss), (two, other) = draw(losses()), draw(losses(people=False))
    (where, place), (when, date) = draw(places()), draw(dates())
    again = draw(st.sampled_from(["", "were ", "others were "]))
    text = f"{one} were killed and {two} {again}wounded{where} {when}".rstrip()
    fields = {"date": date, "place": place}
    return Built(f"{capital(text)}.", [row(loss, ["killed"]), row(other, ["wounded"], **fields)])


@st.composite
def two_places(draw: st.DrawFn, joints: list[str]) -> Built:
    """In Gao, ten soldiers were killed; in Djibo, gunmen abducted three traders."""
    (one, loss), (two, other) = draw(losses()), draw(losses())
    here, there = draw(st.lists(st.sampled_from(PLACES), min_size=2, max_size=2, unique=True))
    actor = draw(st.sampled_from(ACTORS))
    first, second = draw(st.sampled_from(sorted(VERBS))), draw(st.sampled_from(sorted(VERBS)))
    joint = draw(st.sampled_from(joints))
    then = "in" if joint != ". " else "In"
    text = f"In {here}, {one} were {VERBS[first][0]}{joint}{then} {there}, {actor} {second} {two}."
    rows = [
        row(loss, VERBS[first][2], place=here),
        row(other, VERBS[second][2], place=there),
    ]
    return Built(text, rows)


@st.composite
def inclusion(draw: st.DrawFn) -> Built:
    """At least 12 people, including three women, were killed near Gao on 3 May 2031."""
    number, few = draw(st.integers(10, 900)), draw(st.integers(2, 9))
    part = draw(st.sampled_from(["women", "schoolchildren", "traders", "Malian soldiers"]))
    joint = draw(st.sampled_from(["including", "among them"]))
    (where, place), (when, date) = draw(places()), draw(dates())
    verb = draw(st.sampled_from(sorted(VERBS)))
    words = {value: word for word, value in WRITTEN.items() if " " not in word}
    shown = words.get(few, str(few)) if draw(st.booleans()) else str(few)
    text = f"At least {number} people, {joint} {shown} {part}, were {VERBS[verb][0]}{where} {when}"
    fields = {"outcomes": VERBS[verb][2], "what": "people", "date": date, "place": place}
    whole = {"low": number, "high": number, "at_least": True, "victims": "people"}
    piece = {"low": few, "high": few, "victims": part, "party": PEOPLE[part], "part_of": 0}
    return Built(f"{text.rstrip()}.", [whole | fields, piece | fields])


@st.composite
def intransitive(draw: st.DrawFn) -> Built:
    """Twelve traders died near Gao on 3 May 2031."""
    (who, loss), (where, place), (when, date) = draw(losses()), draw(places()), draw(dates())
    speaker, voice = draw(speakers())
    verb = draw(
        st.sampled_from(
            [
                "died",
                "have died",
                "lost their lives",
                "perished",
                "were found dead",
                "were gunned down",
                "were burned to death",
                "were massacred",
                "were hacked to death",
            ]
        )
    )
    text = f"{who} {verb}{where} {when}".rstrip()
    rows = [row(loss, ["killed"], date=date, place=place, **voice)]
    return Built(ended(text, speaker, draw(st.booleans())), rows)


@st.composite
def relative_clause(draw: st.DrawFn) -> Built:
    """An attack near Gao on 3 May 2031, in which 12 traders were killed, shocked the country."""
    (who, loss), (where, place), (when, date) = draw(losses()), draw(places()), draw(dates())
    event = draw(st.sampled_from(["an attack", "an ambush", "a raid", "a suicide bombing"]))
    verb = draw(st.sampled_from(["were killed", "died", "were wounded", "lost their lives"]))
    behind = draw(
        st.sampled_from(["shocked the country", "ended after two hours", "drew protests"])
    )
    text = f"{event}{where} {when}".rstrip() + f", in which {who} {verb}, {behind}."
    outcome = "wounded" if "wounded" in verb else "killed"
    return Built(capital(text), [row(loss, [outcome], date=date, place=place)])


FIRST_NAMES = "Moussa Amadou Issa Fatoumata Salif Aïcha Oumar Seydou Boubacar".split()
LAST_NAMES = "Kolado Traoré Sirat Dembélé Maïga Zongo Barké Diallo".split()
STYLES = {
    "Colonel": None, "Captain": None, "Sergeant": None, "Imam": "civilians", "Mayor": "civilians",
    "": None,
}  # fmt: skip


@st.composite
def named_person(draw: st.DrawFn) -> Built:
    """Colonel Moussa Kolado was killed near Gao on 3 May 2031."""
    style, verb = draw(st.sampled_from(sorted(STYLES))), draw(st.sampled_from(sorted(VERBS)))
    name = f"{draw(st.sampled_from(FIRST_NAMES))} {draw(st.sampled_from(LAST_NAMES))}"
    (where, place), (when, date) = draw(places()), draw(dates())
    text = f"{style} {name} was {VERBS[verb][0]}{where} {when}".strip()
    one = {"low": 1, "high": 1, "term": None, "victims": name}
    if STYLES[style]:
        one["party"] = STYLES[style]
    return Built(f"{text}.", [row(one, VERBS[verb][2], date=date, place=place)])


THINGS = {
    "vehicles": "vehicle", "pickups": "pickup", "motorcycles": "motorcycle", "trucks": "truck",
    "armoured vehicles": "armoured vehicle", "tanks": "tank", "boats": "boat",
}  # fmt: skip
FATES = {
    "destroyed": "destroyed", "burned": "destroyed", "damaged": "damaged", "seized": "seized",
    "stole": "seized", "blew up": "destroyed",
}  # fmt: skip


@st.composite
def materiel(draw: st.DrawFn) -> Built:
    """Gunmen killed 12 traders and seized three trucks near Gao on 3 May 2031."""
    actor, fate = draw(st.sampled_from(ACTORS)), draw(st.sampled_from(sorted(FATES)))
    (who, loss), (much, other) = draw(losses()), draw(losses(people=False))
    (where, place), (when, date) = draw(places()), draw(dates())
    thing = draw(st.sampled_from(sorted(THINGS)))
    fields = {"date": date, "place": place}
    things = other | {"outcomes": [FATES[fate]], "what": THINGS[thing]} | fields
    if draw(st.booleans()):
        text = f"{actor} {fate} {much} {thing}{where} {when}".rstrip()
        return Built(f"{capital(text)}.", [things])
    text = f"{actor} killed {who} and {fate} {much} {thing}{where} {when}".rstrip()
    return Built(f"{capital(text)}.", [row(loss, ["killed"], **fields), things])


@st.composite
def zero(draw: st.DrawFn, frames: list[str]) -> Built:
    """No traders were killed in the attack near Gao on 3 May 2031."""
    who, verb = draw(st.sampled_from(sorted(PEOPLE))), draw(st.sampled_from(["killed", "wounded"]))
    (where, place), (when, date) = draw(places()), draw(dates())
    loss = {"low": 0, "high": 0, "victims": who, "party": PEOPLE[who]}
    frame = draw(st.sampled_from(frames))
    if "who" not in frame:
        loss = {"low": 0, "high": 0}
    text = f"{frame.format(who=who, verb=verb)} in the attack{where} {when}".rstrip()
    return Built(f"{capital(text)}.", [row(loss, [verb], date=date, place=place)])


WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@st.composite
def weekday(draw: st.DrawFn) -> Built:
    """Twelve traders were killed near Gao on Monday, residents said.

    The day is the last of its name on or before the publication; without one nobody knows it.
    """
    (who, loss), (where, place) = draw(losses()), draw(places())
    published = draw(st.none() | st.dates(datetime.date(2026, 1, 1), datetime.date(2049, 12, 31)))
    number, (speaker, voice) = draw(st.integers(0, 6)), draw(speakers())
    when = draw(
        st.sampled_from(["on {}", "late on {}", "early on {}", "on {} night", "on {} morning"])
    ).format(WEEKDAYS[number])
    date = None
    if published is not None:
        date = str(published - datetime.timedelta(days=(published.weekday() - number) % 7))
    text = f"{who} were killed{where} {when}"
    rows = [row(loss, ["killed"], date=date, place=place, **voice)]
    return Built(ended(text, speaker, True), rows, str(published) if published else None)


@st.composite
def carried(draw: st.DrawFn) -> Built:
    """On 3 May 2031, 12 traders were killed in Gao. The next day, three were wounded in Djibo."""
    (one, loss), (two, other) = draw(losses()), draw(losses())
    day = draw(st.dates(datetime.date(2026, 1, 1), datetime.date(2049, 12, 31)))
    step, then = draw(
        st.sampled_from(
            [
                (1, "the next day"),
                (1, "the following day"),
                (1, "a day later"),
                (2, "two days later"),
                (-1, "the previous day"),
                (-1, "a day earlier"),
                (7, "a week later"),
            ]
        )
    )
    here, there = draw(st.lists(st.sampled_from(PLACES), min_size=2, max_size=2, unique=True))
    later = day + datetime.timedelta(days=step)
    text = (
        f"On {day.day} {MONTHS[day.month - 1]} {day.year}, {one} were killed in {here}. "
        f"{capital(then)}, {two} were wounded in {there}."
    )
    rows = [
        row(loss, ["killed"], date=str(day), place=here),
        row(other, ["wounded"], date=str(later), place=there),
    ]
    return Built(text, rows)


@st.composite
def speaker_carried(draw: st.DrawFn) -> Built:
    """The army said 12 traders had been killed in Gao. It added that three had been wounded."""
    (one, loss), (two, other) = draw(losses()), draw(losses())
    words, place = draw(st.sampled_from(sorted(SPEAKERS))), draw(st.sampled_from(PLACES))
    many, person = words == "residents", "official" in words or "governor" in words
    they = "they" if many else "he" if person else "it"
    added = draw(st.sampled_from(["added", "also said"]))
    text = (
        f"{capital(words)} said {one} had been killed in {place}. "
        f"{capital(they)} {added} that {two} had been wounded."
    )
    fields = {"claimant": SPEAKERS[words], "stance": "claimed"}
    return Built(
        text, [row(loss, ["killed"], place=place, **fields), row(other, ["wounded"], **fields)]
    )


@st.composite
def between_days(draw: st.DrawFn, forms: list[tuple[str, str]]) -> Built:
    """Between 3 and 9 May 2031, 12 traders were killed near Gao."""
    (who, loss), (where, place) = draw(losses()), draw(places())
    year, month = draw(st.integers(2026, 2049)), draw(st.integers(1, 12))
    first = draw(st.integers(1, 27))
    last = draw(st.integers(first + 1, 28))
    days = f"{first} {{}} {last} {MONTHS[month - 1]} {year}"
    when, joint = draw(st.sampled_from(forms))
    if when == "on the night of":
        last = first + 1
        days = f"{first} {{}} {last} {MONTHS[month - 1]} {year}"
    text = f"{when} {days.format(joint)}, {who} were killed{where}."
    date = f"{year}-{month:02}-{first:02}/{year}-{month:02}-{last:02}"
    return Built(capital(text), [row(loss, ["killed"], date=date, place=place)])


@st.composite
def singular(draw: st.DrawFn) -> Built:
    """A soldier was killed and two others were wounded near Gao on 3 May 2031."""
    who, party = draw(
        st.sampled_from(
            [
                ("Malian soldier", "Mali"),
                ("Nigerien gendarme", "Niger"),
                ("JNIM fighter", "JNIM"),
                ("teacher", "civilians"),
                ("village chief", "civilians"),
                ("farmer", "civilians"),
            ]
        )
    )
    (where, place), (when, date) = draw(places()), draw(dates())
    verb, words = draw(st.sampled_from(["killed", "abducted"])), draw(st.sampled_from(["a", "one"]))
    more, number = draw(
        st.sampled_from([("another", 1), ("two others", 2), ("three more", 3), ("five", 5)])
    )
    was = draw(st.sampled_from(["", "was " if number == 1 else "were "]))
    text = f"{words} {who} was {VERBS[verb][0]} and {more} {was}wounded{where} {when}".rstrip()
    loss = {"low": 1, "high": 1, "victims": who, "party": party}
    others = {"low": number, "high": number}
    fields = {"date": date, "place": place}
    rows = [row(loss, VERBS[verb][2]), row(others, ["wounded"], **fields)]
    return Built(f"{capital(text)}.", rows)


@st.composite
def uneventful(draw: st.DrawFn) -> Built:
    """Numbers of people and things to whom nothing has happened."""
    number, place = draw(st.integers(2, 9_000)), draw(st.sampled_from(PLACES))
    who = draw(st.sampled_from(sorted(PEOPLE)))
    frame = draw(
        st.sampled_from(
            [
                "Some {number:,} {who} live in {place}.",
                "The road from {place} to the border is {number:,} km long.",
                "More than {number:,} {who} attended the ceremony in {place}.",
                "If they return to {place}, {number:,} {who} could be killed.",
                "The mayor of {place} bought {number:,} bags of rice for the {who}.",
                "The government will free {number:,} {who} next year.",
                "A camp for {number:,} {who} was opened near {place}.",
            ]
        )
    )
    return Built(frame.format(number=number, place=place, who=who))


def check_built(built: Built) -> None:
    reading = parse(built.text, built.published)
    found, wanted = compare(reading, built.rows)
    assert found == wanted
    check_evidence(reading)
    check_figures(reading)


@given(active())
def test_built_active(built: Built) -> None:
    check_built(built)


@given(passive())
def test_built_passive(built: Built) -> None:
    check_built(built)


@given(reported())
def test_built_reported(built: Built) -> None:
    check_built(built)


@given(nominal())
def test_built_nominal(built: Built) -> None:
    check_built(built)


@given(participles())
def test_built_participles(built: Built) -> None:
    check_built(built)


@given(two_subjects())
def test_built_with_two_subjects(built: Built) -> None:
    check_built(built)


@given(two_verbs())
def test_built_with_two_verbs(built: Built) -> None:
    check_built(built)


@given(two_places([". "]))
def test_built_with_two_places(built: Built) -> None:
    check_built(built)


@given(two_places(["; ", ", and ", ", while "]))
def test_built_with_two_places_in_a_sentence(built: Built) -> None:
    check_built(built)


@given(intransitive())
def test_built_intransitive(built: Built) -> None:
    check_built(built)


@given(relative_clause())
def test_built_with_a_relative_clause(built: Built) -> None:
    check_built(built)


@given(named_person())
def test_built_named_person(built: Built) -> None:
    check_built(built)


@given(materiel())
def test_built_materiel(built: Built) -> None:
    check_built(built)


@given(zero(["no {who} were {verb}", "nobody was {verb}", "no one was {verb}"]))
def test_built_zero(built: Built) -> None:
    check_built(built)


@given(zero(["none of the {who} were {verb}"]))
def test_built_none_of_them(built: Built) -> None:
    check_built(built)


@given(weekday())
def test_built_with_a_weekday(built: Built) -> None:
    check_built(built)


@given(carried())
def test_built_with_a_day_carried_on(built: Built) -> None:
    check_built(built)


@given(speaker_carried())
def test_built_with_a_speaker_carried_on(built: Built) -> None:
    check_built(built)


@given(between_days([("between", "and"), ("on the night of", "to")]))
def test_built_between_days(built: Built) -> None:
    check_built(built)


@given(between_days([("from", "to")]))
def test_built_from_day_to_day(built: Built) -> None:
    check_built(built)


@given(singular())
def test_built_singular(built: Built) -> None:
    check_built(built)


@given(inclusion())
def test_built_with_a_part(built: Built) -> None:
    check_built(built)


@given(uneventful())
def test_built_without_a_loss(built: Built) -> None:
    check_built(built)


# --------------------------------------------------------------------------------------- any text

#: Words of the cases, to be strewn: text that looks like a report and makes no sense.
SCRAPS = sorted({word for text, _ in ALL_TEXTS for word in re.findall(r"\w+|[^\w\s]|\n+", text)})


def check_robust(text: str, published: str | None) -> None:
    try:
        reading = parse(text, published)
    except se.ParseError:
        return
    check_evidence(reading)


@given(st.text(), st.none() | st.just("2031-05-06"))
def test_any_text_is_read_or_refused(text: str, published: str | None) -> None:
    check_robust(text, published)


@given(st.lists(st.sampled_from(SCRAPS), max_size=40), st.none() | st.just("2031-05-06"))
def test_any_words_are_read_or_refused(words: list[str], published: str | None) -> None:
    check_robust(" ".join(words), published)


def test_a_text_that_is_cut_short() -> None:
    """Extracts and teasers end anywhere, and begin anywhere."""
    for text, published in ALL_TEXTS:
        for gap in re.finditer(r"\s+", text):
            check_robust(text[: gap.start()], published)
            check_robust(text[gap.end() :], published)


def test_a_section_of_references_does_not_repeat_what_was_left_unread() -> None:
    text = (
        "= Attack on Ogossa =\n\nInfobox\n\n- Date: 3 May 2031\n\n== Attack ==\n"
        "The raid could kill 12 soldiers next year.\n\n"
        "== References ==\nNothing.\n"
    )
    reading = se.parse(text, name="ogossa.txt", format="infobox")
    assert [problem.passage for problem in reading.problems if problem.field == "body"] == [
        "The raid could kill 12 soldiers next year."
    ]


@pytest.mark.parametrize("width", [45, 60, 78])
def test_text_that_was_wrapped_is_read_like_text_that_was_not(width: int) -> None:
    text = "\n\n".join(case["text"] for case in load("prose") if len(case["text"]) > 70)
    wrapped = "\n\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n\n")
    )
    assert len(wrapped.splitlines()) > len(text.splitlines()) + 30
    assert _quotes(parse(wrapped)) == _quotes(parse(text))


def _quotes(reading: se.Reading) -> list[str]:
    return [" ".join(line["quote"].split()) for line in se.claim_lines(reading)]
