"""What `claims --explain` shows of each claim."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner, Result

import sahel_events as se
from sahel_events import cli
from sahel_events.views.explain import explain
from sahel_events.views.terminal import seen_width

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("0*.txt"))
REPORT = "The army said nine soldiers were killed near Ogossa on 9 June 2031."
BOX = """\
= Clash at Ogossa =

Infobox
- Conflict: Clash at Ogossa
- Date: 9 June 2031
- Place: Ogossa
- Combatant1: Mali
- Casualties1: 9 killed (including 2 officers)
"""


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli.main, ["claims", "--explain", *arguments])


def blocks(reading: se.Reading) -> list[list[str]]:
    """The lines of each claim, the empty one behind it left out."""
    found: list[list[str]] = [[]]
    for line in explain(reading):
        if line:
            found[-1].append(line)
        else:
            found.append([])
    assert found.pop() == []
    return found


def said(block: list[str]) -> dict[str, str]:
    """What follows each label of a block."""
    labels = ("rule", "claimant", "party", "date", "place", "engagement", "part of", "stance")
    lines = {label: line for line in block for label in labels if line.startswith(f"    {label}  ")}
    return {label: line.removeprefix(f"    {label}").strip() for label, line in lines.items()}


def marked(block: list[str]) -> str:
    """The characters that stand above carets."""
    stretches = [
        line[carets.index("^") :][: carets.count("^")]
        for line, carets in pairwise(block)
        if set(carets) == {" ", "^"}
    ]
    return " ".join(stretch.strip() for stretch in stretches)


def explained(text: str, *reasons: tuple[str, str], **claimed: object) -> list[str]:
    """The block of a document's one claim, its reasons and its record replaced."""
    reading = se.parse(text, name="report.txt")
    (claim,), (explanation,) = reading.claims, reading.explanations
    (block,) = blocks(
        attrs.evolve(
            reading,
            claims=(attrs.evolve(claim, **claimed),),
            explanations=(attrs.evolve(explanation, reasons=dict(reasons)),),
        )
    )
    return block


def test_a_sentence_with_its_evidence() -> None:
    (block,) = blocks(se.parse(REPORT, name="report.txt"))
    assert block[0] == "report.txt:1:15: 9 killed: soldiers"
    assert block[1] == f"    {REPORT}"
    assert marked(block) == "nine soldiers were killed"
    assert list(said(block)) == ["rule", "claimant", "party", "date", "place", "engagement"]
    assert said(block)["rule"] == "passive"
    assert said(block)["date"].startswith("2031-06-09: ")
    assert said(block)["place"].startswith("Ogossa: ")


def test_a_cell() -> None:
    first, second = blocks(se.parse(BOX, name="box.txt"))
    assert first[:3] == [
        "box.txt:8:16: 9 killed: people",
        "    - Casualties1: 9 killed (including 2 officers)",
        "                   ^^^^^^^^",
    ]
    lines = said(first)
    assert lines.pop("engagement").endswith("“Clash at Ogossa” (line 4)")
    assert lines == {
        "rule": "infobox cell “casualties1”",
        "claimant": "the document's own voice",
        "party": "Mali",
        "date": "2031-06-09: from the infobox's own date",
        "place": "Ogossa",
    }
    assert said(second)["part of"] == "9 killed: people"


def test_the_readers_own_words_come_first() -> None:
    block = explained(REPORT, ("claimant", "“said”"), ("date", "beside the verb"))
    assert said(block)["claimant"].endswith("(claimed): “said”")
    assert said(block)["date"] == "2031-06-09: beside the verb"
    relative = se.EventDate("2031-06-09", se.Basis.PUBLICATION)
    shown = said(explained(REPORT, ("date", "beside the verb"), date=relative))["date"]
    assert shown == "2031-06-09: beside the verb; relative to the publication date"


def test_a_reason_that_no_line_is_for_has_one_of_its_own() -> None:
    assert said(explained(REPORT, ("stance", "a denial before it")))["stance"] == (
        "a denial before it"
    )


@pytest.mark.parametrize(
    ("claimed", "label", "shown"),
    [
        ({"claimant": None, "stance": se.Stance.STATED}, "claimant", "the document's own voice"),
        ({"claimant": None, "stance": se.Stance.ALLEGED}, "claimant", "nobody named (alleged)"),
        ({"claimant": "army", "stance": se.Stance.DENIED}, "claimant", "army (denied)"),
        ({"victim_party": None}, "party", "not found"),
        ({"date": None}, "date", "not found"),
        (
            {"date": se.EventDate("2031", se.Basis.HEADING)},
            "date",
            "2031: year or day from a heading above",
        ),
        ({"place": None}, "place", "not found"),
        ({"place": "Ogossa"}, "place", "Ogossa: named in the sentence"),
        ({"place": "Tin Zaba"}, "place", "Tin Zaba: from what was told before"),
        ({"engagement": None}, "engagement", "not found"),
    ],
)
def test_what_the_record_shows(claimed: dict[str, object], label: str, shown: str) -> None:
    assert said(explained(REPORT, **claimed))[label] == shown


def test_the_place_of_an_engagement() -> None:
    reading = se.parse(BOX + "\nThe attackers also wounded four soldiers.\n", name="box.txt")
    (explanation,) = reading.explanations
    claim = attrs.evolve(reading.claims[-1], place="Ogossa", engagement=reading.engagements[0].id)
    shown = attrs.evolve(
        reading, claims=(claim,), explanations=(attrs.evolve(explanation, reasons={}),)
    )
    (block,) = blocks(shown)
    assert said(block)["place"] == "Ogossa: where the engagement was"
    assert said(block)["engagement"].endswith("“Clash at Ogossa” (line 4)")


def test_long_sentences_are_cut_between_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    (block,) = blocks(se.parse(REPORT, name="report.txt"))
    sentence = [line for line in block[1:] if line[4:] in REPORT]
    assert " ".join(line.strip() for line in sentence) == REPORT
    assert all(len(line) <= 30 for line in sentence)
    assert marked(block) == "nine soldiers were killed"


def test_of_equal_words_the_right_ones_are_marked() -> None:
    text = "In Ogossa two soldiers died, and in Tin Zaba two soldiers died."
    lines = [
        next(line for line in block if set(line) == {" ", "^"})
        for block in blocks(se.parse(text, name="report.txt"))
    ]
    assert [line.index("^") - 4 for line in lines] == [text.index("two"), text.rindex("two")]


def test_wide_letters_are_pointed_at() -> None:
    text = "At 北京 camp nine soldiers were killed."
    (block,) = blocks(se.parse(text, name="report.txt"))
    assert block[2].index("^") == 4 + seen_width(text[: text.index("nine")])


def test_evidence_that_is_not_in_its_sentence_is_shown_in_the_file() -> None:
    reading = se.parse(REPORT, name="report.txt")
    other = se.Explanation(reading.claims[0].id, "Another sentence.", "passive", {})
    (block,) = blocks(attrs.evolve(reading, explanations=(other,)))
    assert block[1] == f"    {REPORT}"
    assert marked(block) == "nine soldiers were killed"


def test_nothing_of_a_document_steers_a_terminal() -> None:
    (block,) = blocks(se.parse("\x1b[31mGunmen killed nine soldiers.", name="a\x1b.txt"))
    assert "\x1b" not in "\n".join(block)


def test_colours() -> None:
    reading = se.parse(REPORT, name="report.txt")
    plain, coloured = list(explain(reading)), list(explain(reading, colour=True))
    assert "\x1b[1m9 killed: soldiers\x1b[0m" in coloured[0]
    assert "\x1b" not in "\n".join(plain)
    assert len(plain) == len(coloured)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_every_claim_of_the_seeds_is_explained(path: Path) -> None:
    reading = se.read(path)
    shown = blocks(reading)
    assert len(shown) == len(reading.claims)
    for block, claim in zip(shown, reading.claims, strict=True):
        quote = " ".join(reading.document.text[claim.start : claim.end].split())
        if claim.field == "body":
            assert marked(block) == quote
        else:
            assert said(block)["rule"] == f"infobox cell “{claim.field}”"


def test_the_command(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(REPORT, encoding="utf-8")
    result = run(str(file))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[0] == f"{file}:1:15: 9 killed: soldiers"
    assert result.stdout.endswith("\n\n")


def test_the_command_goes_on_after_a_refused_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff")
    (tmp_path / "b.txt").write_text(REPORT, encoding="utf-8")
    result = run(str(tmp_path))
    assert result.exit_code == 1
    assert "b.txt:1:15: " in result.stdout
    assert "a.txt:1:1: " in result.stderr


def test_explanations_are_no_json() -> None:
    result = run("--json", "-")
    assert result.exit_code == 2
    assert "exclude each other" in result.stderr
