"""The commands: what goes to which stream, and how they end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import attrs
import pytest
from click.testing import CliRunner, Result

import sahel_events
from sahel_events import cli, lines, reading
from sahel_events.dataset import Dataset, load_dataset
from sahel_events.kinds import Severity
from sahel_events.model import Problem
from sahel_events.storage import folders
from sahel_events.storage import tables as storage

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")

ARTICLE = """\
= Clash at Ogossa =

Infobox
- Conflict: Clash at Ogossa
- Date: 9 June 2031
- Combatant1: Mali
- Combatant2: Islamic State
- Casualties1: 7 killed, 20–25 wounded
"""
BROKEN = b"= Title =\n\nnot \xff UTF-8\n"

KEYS = """
    id doc field start end line column quote low high at_least at_most approximate term outcomes
    what victims victim_party claimant stance date place engagement part_of cites
""".split()


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own with one article."""
    monkeypatch.chdir(tmp_path)
    Path("ogossa.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def run(*arguments: str, data: bytes | None = None) -> Result:
    return CliRunner().invoke(cli.main, arguments, input=data)


def start(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return subprocess.Popen(
        [sys.executable, "-m", "sahel_events", *arguments],
        env=buffered,
        stdout=options.pop("stdout", subprocess.PIPE),
        stderr=subprocess.PIPE,
        **options,
    )


class TestClaims:
    def test_json_lines_when_piped(self) -> None:
        result = run("claims", "ogossa.txt")
        assert (result.exit_code, result.stderr) == (0, "")
        killed, wounded = map(json.loads, result.stdout.splitlines())
        assert list(killed) == KEYS
        assert (killed["doc"], killed["field"]) == ("ogossa", "casualties1")
        assert (killed["low"], killed["outcomes"]) == (7, ["killed"])
        assert (wounded["low"], wounded["high"], wounded["outcomes"]) == (20, 25, ["wounded"])
        assert ARTICLE[killed["start"] : killed["end"]] == killed["quote"]
        assert (killed["line"], killed["date"]) == (8, "2031-06-09")
        assert "20–25" in result.stdout

    def test_the_same_as_in_python(self) -> None:
        found = run("claims", "ogossa.txt").stdout.splitlines()
        expected = list(lines.claim_lines(reading.read("ogossa.txt")))
        assert [json.loads(line) for line in found] == expected

    def test_a_table_on_a_terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(
            "click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False
        )
        rows = run("claims", "ogossa.txt").stdout.splitlines()
        assert rows[0].split()[:3] == ["where", "figure", "outcome"]
        assert [row.split()[1:3] for row in rows[1:]] == [["7", "killed"], ["20–25", "wounded"]]
        columns = {
            row.index("killed") if "killed" in row else row.index("wounded") for row in rows[1:]
        }
        assert columns == {rows[0].index("outcome")}
        assert run("claims", "ogossa.txt", "--json").stdout.startswith("{")

    def test_folders_and_standard_input(self) -> None:
        Path("more").mkdir()
        Path("ogossa.txt").rename("more/ogossa.txt")
        result = run("claims", "more", "-", data=ARTICLE.encode())
        assert [json.loads(line)["doc"] for line in result.stdout.splitlines()] == [
            "ogossa",
            "ogossa",
            "stdin",
            "stdin",
        ]

    def test_a_refused_document_is_told_and_the_rest_goes_on(self) -> None:
        Path("broken.txt").write_bytes(BROKEN)
        result = run("claims", "broken.txt", "ogossa.txt")
        assert result.exit_code == 1
        assert len(result.stdout.splitlines()) == 2
        assert result.stderr.splitlines()[0].startswith("broken.txt:3:5: expected UTF-8")
        assert result.stderr.splitlines()[2] == "        ^"

    def test_a_path_that_does_not_exist_is_told_before_anything_is_read(self) -> None:
        result = run("claims", "ogossa.txt", "nothing.txt")
        assert (result.exit_code, result.stdout) == (74, "")
        assert result.stderr == "nothing.txt: No such file or directory\n"

    def test_the_publication_date(self) -> None:
        assert run("claims", "ogossa.txt", "--published", "2031-06-12").exit_code == 0
        result = run("claims", "ogossa.txt", "--published", "last Friday")
        assert (result.exit_code, result.stdout) == (2, "")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
    def test_a_full_disk(self) -> None:
        with Path("/dev/full").open("wb") as full:
            process = start("claims", "ogossa.txt", stdout=full)
            _, errors = process.communicate()
        assert (process.returncode, errors) == (74, b"No space left on device\n")

    @pytest.mark.skipif(sys.platform == "win32", reason="no such pipes")
    def test_a_reader_that_goes_away(self) -> None:
        for number in range(400):
            Path(f"article-{number}.txt").write_text(ARTICLE + f"- Casualties2: {number} killed\n")
        with start("claims", ".") as process:
            assert process.stdout is not None
            assert process.stderr is not None
            assert process.stdout.readline().startswith(b"{")
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 0


class TestText:
    @pytest.mark.parametrize("data", [b"one\r\ntwo", b"\xef\xbb\xbfone\n\n", b"", "né\n".encode()])
    def test_exactly(self, data: bytes) -> None:
        Path("a.txt").write_bytes(data)
        assert run("text", "a.txt").stdout_bytes == data.removeprefix(b"\xef\xbb\xbf")
        assert run("text", "-", data=data).stdout_bytes == data.removeprefix(b"\xef\xbb\xbf")

    def test_repaired(self) -> None:
        Path("a.txt").write_bytes("élève\n".encode().decode("mac_roman").encode())
        assert run("text", "a.txt").stdout_bytes == "élève\n".encode()

    def test_refused(self) -> None:
        result = run("text", "-", data=BROKEN)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith("stdin:3:5: ")


class TestCheck:
    @pytest.fixture(autouse=True)
    def problems(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Every "7 killed" is a warning, every "Mali" a problem of the severity that HOW says."""
        parse = reading.parse

        def worrying(data: bytes, **options: Any) -> reading.Reading:
            found = parse(data, **options)
            problems = [
                self.problem(found, "7 killed", Severity.WARNING, "expected \x1b[31mmore", "look")
            ]
            if "Mali" in found.document.text:
                severity = Severity(os.environ.get("HOW", "note"))
                problems.append(self.problem(found, "Mali", severity, "a state", None))
            return attrs.evolve(found, problems=tuple(problems))

        monkeypatch.setattr(reading, "parse", worrying)

    @staticmethod
    def problem(
        found: reading.Reading, passage: str, severity: Severity, message: str, hint: str | None
    ) -> Problem:
        start = found.document.text.index(passage)
        place = found.document.locate(start)
        return Problem(
            id=passage,
            document="ogossa",
            start=start,
            end=start + len(passage),
            field="body",
            severity=severity,
            message=message,
            hint=hint,
            line=place.line,
            column=place.column,
            passage=passage,
        )

    def test_every_problem_with_its_place_and_caret(self) -> None:
        result = run("check", "ogossa.txt")
        assert result.exit_code == 0
        assert result.stdout.splitlines() == [
            "ogossa.txt:8:16: warning: expected \N{REPLACEMENT CHARACTER}[31mmore",
            "    - Casualties1: 7 killed, 20–25 wounded",
            "                   ^^^^^^^^",
            "    hint: look",
            "ogossa.txt:6:15: note: a state",
            "    - Combatant1: Mali",
            "                  ^^^^",
        ]
        assert result.stderr == "1 read, 0 refused: 0 errors, 1 warning, 1 note\n"

    def test_an_error_is_a_failure(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("HOW", "error")
        result = run("check", "ogossa.txt")
        assert result.exit_code == 1
        assert "error: a state" in result.stdout

    def test_a_refused_document_is_a_failure(self) -> None:
        Path("broken.txt").write_bytes(BROKEN)
        result = run("check", "broken.txt", "ogossa.txt")
        assert result.exit_code == 1
        assert "broken.txt:3:5: expected UTF-8" in result.stderr
        assert "1 read, 1 refused" in result.stderr
        assert "warning" in result.stdout

    def test_colour_on_terminals_only(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert "\x1b" not in run("check", "ogossa.txt").stdout
        monkeypatch.setattr(
            "click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False
        )
        monkeypatch.delenv("NO_COLOR", raising=False)
        monkeypatch.setenv("TERM", "xterm")
        assert "\x1b[33m" in run("check", "ogossa.txt").stdout
        monkeypatch.setenv("NO_COLOR", "1")
        assert "\x1b" not in run("check", "ogossa.txt").stdout


class TestBuild:
    def test_a_dataset_and_a_table_of_counts(self) -> None:
        result = run("build", "ogossa.txt", "--out", "out")
        assert (result.exit_code, result.stderr) == (0, "")
        counts = dict(line.rsplit(maxsplit=1) for line in result.stdout.splitlines()[:-1])
        dataset = load_dataset("out")
        assert counts == {
            name.replace("_", " "): str(len(table))
            for name, table in dataset.tables().items()
            if name != "problems"
        }
        assert result.stdout.splitlines()[-1].startswith("problems ")
        assert counts["casualty claims"] == "2"

    def test_refused_documents_are_listed_and_the_rest_is_written(self) -> None:
        Path("broken.txt").write_bytes(BROKEN)
        result = run("build", ".", "--out", "out", "--jobs", "2")
        assert result.exit_code == 1
        assert result.stderr.startswith("broken.txt:3:5: expected UTF-8")
        assert "1 error" in result.stdout
        assert [source.id for source in load_dataset("out").documents] == ["broken", "ogossa"]

    def test_strict_writes_nothing(self) -> None:
        Path("broken.txt").write_bytes(BROKEN)
        result = run("build", ".", "--out", "out", "--strict")
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith("broken.txt:3:5: expected UTF-8")
        assert not Path("out").exists()

    def test_standard_input(self) -> None:
        assert run("build", "-", "--out", "out", data=ARTICLE.encode()).exit_code == 0
        assert [source.name for source in load_dataset("out").documents] == ["stdin.txt"]

    def test_nothing_to_read(self) -> None:
        Path("empty").mkdir()
        result = run("build", "empty", "--out", "out")
        assert (result.exit_code, result.stderr) == (1, "no documents in empty\n")
        assert not Path("out").exists()

    def test_a_folder_of_other_files_stays(self) -> None:
        result = run("build", "ogossa.txt", "--out", ".")
        assert result.exit_code == 1
        assert "ogossa.txt" in result.stderr
        assert Path("ogossa.txt").exists()

    def test_another_writer(self, here: Path) -> None:
        with folders.replacing(here / "out", storage.FILES) as new:
            process = start("build", "ogossa.txt", "--out", "out")
            _, errors = process.communicate()
            for name in storage.FILES:
                (new / name).touch()
        assert process.returncode == 75
        assert b"another process is writing" in errors

    def test_a_path_that_does_not_exist(self) -> None:
        result = run("build", "nothing.txt", "--out", "out")
        assert (result.exit_code, result.stdout) == (74, "")
        assert result.stderr == "nothing.txt: No such file or directory\n"

    @pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_an_interrupt(self, jobs: str) -> None:
        for number in range(20_000):
            Path(f"article-{number}.txt").write_text(ARTICLE + f"- Casualties2: {number} killed\n")
        process = start("build", ".", "--out", "out", "--jobs", jobs, start_new_session=True)
        time.sleep(1.5)
        os.killpg(process.pid, signal.SIGINT)
        output, errors = process.communicate(timeout=30)
        assert (process.returncode, output, errors) == (130, b"", b"interrupted\n")
        assert not Path("out").exists()
        assert not list(Path().glob(".out*"))


class TestVerify:
    def test_a_whole_dataset(self) -> None:
        run("build", "ogossa.txt", "--out", "out")
        result = run("verify", "out")
        assert (result.exit_code, result.stderr) == (0, "")
        for checked in ("checksums", "schema", "references", "10 tables"):
            assert checked in result.stdout

    def test_damage(self) -> None:
        run("build", "ogossa.txt", "--out", "out")
        file = Path("out", "strengths.parquet")
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 1
        file.write_bytes(data)
        result = run("verify", "out")
        assert (result.exit_code, result.stdout) == (1, "")
        assert "strengths.parquet is damaged" in result.stderr

    def test_references(self) -> None:
        run("build", "ogossa.txt", "--out", "out")
        tables = dict(load_dataset("out").tables())
        Dataset.of({name: table for name, table in tables.items() if name != "documents"}).write(
            "out"
        )
        result = run("verify", "out")
        assert result.exit_code == 1
        assert "document 'ogossa' is not in documents" in result.stderr

    def test_what_does_not_exist(self) -> None:
        result = run("verify", "nothing")
        assert (result.exit_code, result.stderr) == (74, "nothing: No such file or directory\n")


class TestTheCommandItself:
    def test_the_commands_are_those_of_the_contract(self) -> None:
        assert sorted(cli.main.commands) == [
            "audit",
            "build",
            "check",
            "claims",
            "estimate",
            "text",
            "verify",
            "where",
            "who",
        ]

    @pytest.mark.parametrize(
        "arguments",
        [
            [],
            ["nonsense"],
            ["claims"],
            ["build", "a.txt"],
            ["build", "a.txt", "--out", "o", "--jobs", "0"],
        ],
    )
    def test_what_is_not_understood(self, arguments: list[str]) -> None:
        result = run(*arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "Usage: " in result.stderr

    def test_version(self) -> None:
        assert run("--version").stdout == f"sahel-events, version {sahel_events.__version__}\n"

    def test_help_imports_nothing_slow(self) -> None:
        code = (
            "import sys; from sahel_events.cli import main\n"
            "main(['--help'], standalone_mode=False)\n"
            "sys.exit(','.join({'pyarrow', 'yaml', 'cattrs', 'edtf', 'pandas'} & set(sys.modules)))"
        )
        ended = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=False
        )
        assert "verify" in ended.stdout
        assert ended.stderr.strip() == ""
        for name in cli.main.commands:
            assert run(name, "--help").exit_code == 0

    def test_the_module_is_the_command(self) -> None:
        process = start("claims", "-", stdin=subprocess.PIPE)
        output, errors = process.communicate(ARTICLE.encode())
        assert (process.returncode, errors) == (0, b"")
        assert output == run("claims", "-", data=ARTICLE.encode()).stdout_bytes
