"""What a terminal shows."""

from __future__ import annotations

import io

import pytest

from sahel_events.views import terminal

LINE = {
    "doc": "report",
    "line": 3,
    "low": 20,
    "high": 25,
    "at_least": True,
    "at_most": False,
    "approximate": False,
    "term": None,
    "outcomes": ["killed", "captured"],
    "what": "people",
    "victims": "soldiers",
    "claimant": ["JNIM", "Jama'at"],
    "date": "2031-06",
    "place": None,
}


class Terminal(io.StringIO):
    """A stream that people look at."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain\nélève 🇲🇱", "plain\nélève 🇲🇱"),
        ("\x1b[31mred", "\N{REPLACEMENT CHARACTER}[31mred"),
        ("a\rb\tc\u202ed\x9be", "a�b�c�d�e"),
    ],
)
def test_nothing_steers_a_terminal(text: str, shown: str) -> None:
    assert terminal.harmless(text) == shown


def test_claims_are_aligned_by_what_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    wide = LINE | {"victims": "兵士\nたち", "what": "vehicle", "outcomes": ["damaged"]}
    combining = LINE | {"victims": "e\N{COMBINING ACUTE ACCENT}lus", "place": "x" * 99}
    head, first, second, third = terminal.claims([LINE, wide, combining])
    assert head.split("  ")[0] == "where"
    assert first.split() == ["report:3", "20–25+", "killed/captured", "soldiers", "JNIM", "2031-06"]
    assert "20–25+ vehicle" in second
    assert first.index("JNIM") == second.index("JNIM") + 4  # four characters of two columns
    assert first.index("JNIM") == third.index("JNIM") - 1  # one of none
    assert third.endswith("x" * 31 + "…")


def test_claims_are_cut_to_the_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    for row in terminal.claims([LINE]):
        assert len(row) == 30
        assert row.endswith("…")


def test_no_claims() -> None:
    assert len(list(terminal.claims([]))) == 1


def test_progress_shows_itself_when_it_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("sahel_events.views.terminal.time.monotonic", lambda: now[0])
    stream = Terminal()
    progress = terminal.Progress(stream)
    progress(1, 3000)
    progress.clear()
    assert stream.getvalue() == ""
    now[0] += 1
    progress(2, 3000)
    progress(3, 3000)
    assert stream.getvalue() == "\r2 of 3,000 documents"
    progress.clear()
    assert stream.getvalue().endswith("\r")


def test_progress_is_for_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    progress = terminal.Progress(stream)
    monkeypatch.setattr("sahel_events.views.terminal.time.monotonic", lambda: 1e12)
    progress(2, 3)
    assert stream.getvalue() == ""
