"""What leaves: nothing of a document steers a terminal, turns lines round or becomes markup."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
from click.testing import CliRunner

import sahel_events as se
from sahel_events import cli
from sahel_events.dataset import Dataset
from sahel_events.escaping import json_line

from .payloads import PAYLOADS

#: Controls, and marks that turn the direction of writing.
HARMFUL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
REPORT = "Nine {} soldiers were killed in Ogossa {} on 9 June 2031, the army {} said.\n"
ARTICLE = "Infobox\n- Conflict: Clash {}\n- Combatant1: Mali {}\n- Casualties1: 7 {} killed\n"


def documents(payload: str) -> list[str]:
    return [text.replace("{}", payload) for text in (REPORT, ARTICLE)]


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
@pytest.mark.parametrize("command", [["claims", "--json"], ["estimate", "--json"]])
def test_json_lines(payload: str, command: list[str]) -> None:
    for text in documents(payload):
        result = CliRunner().invoke(cli.main, [*command, "-"], input=text.encode())
        assert HARMFUL.search(result.stdout) is None
        assert result.stdout.count("\n") == len(result.stdout.splitlines())
        for line in result.stdout.splitlines():
            json.loads(line)


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
@pytest.mark.parametrize("command", [["claims", "--explain"], ["check"], ["audit"], ["estimate"]])
def test_what_people_read(payload: str, command: list[str]) -> None:
    for text in documents(payload):
        result = CliRunner().invoke(cli.main, [*command, "-"], input=text.encode())
        assert result.exit_code in (0, 1)
        assert HARMFUL.search(result.stdout) is None
        assert HARMFUL.search(result.stderr) is None


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_json_comes_back_as_it_was(payload: str) -> None:
    value = {f"key {payload}": [payload, f"Gao {payload} élève 🇲🇱"]}
    text = json_line(value)
    assert json.loads(text) == value
    assert HARMFUL.search(text) is None
    assert "élève 🇲🇱" in text
    text.encode()


def test_half_of_a_surrogate_pair_can_be_written() -> None:
    assert json.loads(json_line("caf\udce9").encode()) == "caf\udce9"


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_tables_in_notebooks(payload: str) -> None:
    for text in documents(payload):
        for table in Dataset.of(se.parse(text, name="a.txt").tables()).tables().values():
            shown = table._repr_html_()
            assert HARMFUL.search(shown) is None
            assert "<script" not in shown
            assert "<img" not in shown
            assert not re.search(r'title="[^"]*"[^>]*onerror', shown)


def test_the_payloads_are_what_they_are_called() -> None:
    kinds = {unicodedata.category(character) for character in "".join(PAYLOADS)}
    assert {"Cc", "Cf", "Zl", "Zp"} <= kinds
