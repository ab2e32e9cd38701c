"""Who a party is, on a terminal and as JSON."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from sahel_events import cli
from sahel_events.registry.belligerents import listed, register
from sahel_events.views import who


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli.main, ["who", *arguments])


def test_a_party_is_shown_with_its_sources() -> None:
    done = run("MOJWA")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "MUJAO (mujao)"
    assert "  kind       armed group [1][2]" in lines
    assert "  period     2011-10/2013-08 [1]" in lines
    assert any(
        line.startswith("  merged into Al-Mourabitoun (al-mourabitoun, 2013-08") for line in lines
    )
    assert any(line.startswith("    [1] Mapping Militants: MUJAO, Stanford") for line in lines)
    assert done.stderr == ""


def test_relations_are_seen_from_both_ends() -> None:
    assert "  has as member Coordination of Azawad Movements (cma, 2021-05-06" in run("csp").stdout
    assert "  member of Permanent Strategic Framework (csp, 2021-05-06" in run("CMA").stdout


@pytest.mark.parametrize("words", [("Malian", "army"), ("fama",), ("FAMa",), ("Fama",)])
def test_any_name_or_identifier_will_do(words: tuple[str, ...]) -> None:
    assert run(*words).stdout.startswith("Malian Armed Forces (fama)\n")


def test_what_has_no_source_says_so() -> None:
    (line,) = [line for line in run("Taliban").stdout.splitlines() if "sources" in line]
    assert "general knowledge" in line


def test_an_unknown_party_is_asked_about() -> None:
    done = run("Ansar", "Deen")
    assert (done.exit_code, done.stdout) == (1, "")
    expected = (
        "no party of the registry is called “Ansar Deen”; did you mean “Ansar Dine” (ansar-dine)?"
    )
    assert done.stderr == expected + "\n"
    assert run("Zzyzx").stderr == "no party of the registry is called “Zzyzx”\n"


def test_a_shared_name_lists_who_has_it() -> None:
    done = run("BIR")
    assert done.exit_code == 1
    assert "bir-burkina-faso (" in done.stderr
    assert "bir-cameroon (" in done.stderr


def test_a_name_is_needed() -> None:
    assert run().exit_code == 2


def test_json_has_it_all() -> None:
    done = run("--json", "GATIA")
    found = json.loads(done.stdout)
    assert done.stdout.count("\n") == 1
    assert (found["id"], found["kind"], found["countries"]) == ("gatia", "militia", ["ML"])
    assert found["wikidata"] == "Q17629446"
    assert ("allied with", "msa") in [(r["relation"], r["id"]) for r in found["relations"]]
    cited = {key for relation in found["relations"] for key in relation["sources"]}
    assert cited | set(found["sources"]) <= set(found["references"])


def test_every_party_can_be_shown() -> None:
    for party in register().values():
        lines = list(who.shown(party))
        assert lines[0].endswith(f"({party.id})")
        json.dumps(who.as_json(party))
    assert len(register()) > len(listed())
