"""The front door for files: a folder may hold anything; nothing of it hangs or is passed over."""

from __future__ import annotations

import errno
import os
import socket
import sys
from pathlib import Path
from typing import Any

import pytest

import sahel_events as se
from sahel_events import building, document_tables
from sahel_events.dataset import Dataset, check_references
from sahel_events.errors import ParseError
from sahel_events.text import files
from sahel_events.text.document import MAX_BYTES
from sahel_events.text.files import find_documents, read_bytes

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices are files elsewhere"),
    pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning"),
]

TEXT = "Nine soldiers were killed in Ogossa on 9 June 2031.\n"


def pipe(path: Path) -> None:
    os.mkfifo(path)


def bound_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as found:
        found.bind(os.path.relpath(path))  # a socket's path may not be long


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def nowhere(path: Path) -> None:
    path.symlink_to(path.with_name("nothing"))


def circle(path: Path) -> None:
    path.symlink_to(path.name)


def folder(path: Path) -> None:
    path.with_name("elsewhere").mkdir(exist_ok=True)
    path.symlink_to("elsewhere")


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100 * 2**30)  # a hole: it takes no room


def binary(path: Path) -> None:
    path.write_bytes(bytes(range(1, 256)))


#: What a folder may hold that is no document, and what is said of it.
STRANGE = {
    pipe: "found a pipe",
    bound_socket: "found a socket",
    endless: "found a device",
    nowhere: "No such file",
    circle: "symbolic links",
    folder: "found a link to a folder",
    huge: "expected at most 33,554,432 bytes, found 107,374,182,400",
    binary: "expected UTF-8",
}


def refusals(dataset: Dataset) -> dict[str, str]:
    names = {source.id: source.name for source in dataset.documents if source.format == "refused"}
    return {
        names[problem.document]: problem.message
        for problem in dataset.problems
        if problem.document in names
    }


@pytest.mark.parametrize("make", STRANGE, ids=lambda make: make.__name__)
@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_no_document_is_refused_by_name(make: Any, jobs: int, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT)
    make(tmp_path / "strange.txt")
    refused: list[ParseError] = []
    dataset = building.build([tmp_path], jobs=jobs, on_refused=refused.append)
    assert [source.id for source in dataset.documents] == ["good", "strange"]
    assert STRANGE[make] in refusals(dataset)["strange.txt"]
    assert [error.name for error in refused] == [str(tmp_path / "strange.txt")]
    assert check_references(dataset) == []


@pytest.mark.parametrize("make", STRANGE, ids=lambda make: make.__name__)
def test_strict_stops_there(make: Any, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT)
    make(tmp_path / "strange.txt")
    with pytest.raises(ParseError, match=STRANGE[make]):
        building.build([tmp_path], strict=True)


def test_a_single_file_is_read_in_the_same_way(tmp_path: Path) -> None:
    pipe(tmp_path / "pipe.txt")
    with pytest.raises(ParseError, match="a pipe"):
        se.read(tmp_path / "pipe.txt")
    with pytest.raises(FileNotFoundError):
        se.read(tmp_path / "nothing.txt")


def test_no_more_is_read_than_shows_that_it_is_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "growing.txt"
    path.write_bytes(b"a" * 2_000)
    (tmp_path / "empty.txt").write_bytes(b"")
    before = (tmp_path / "empty.txt").stat()
    monkeypatch.setattr(files.os, "fstat", lambda _: before)
    monkeypatch.setattr(files.Path, "stat", lambda _: before)
    assert len(read_bytes(path, max_bytes=1_000)) == 1_001


def test_a_file_that_is_another_when_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    status = path.stat()
    path.unlink()
    pipe(path)
    monkeypatch.setattr(files.Path, "stat", lambda _: status)
    with pytest.raises(ParseError, match="a pipe"):
        read_bytes(path)


def fail(*_: object) -> Any:
    raise OSError(errno.EACCES, os.strerror(errno.EACCES))


def test_a_folder_that_cannot_be_listed_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "good.txt").write_text(TEXT)
    (tmp_path / "closed").mkdir()
    real = os.scandir
    monkeypatch.setattr(
        files.os, "scandir", lambda path: (fail if Path(path).name == "closed" else real)(path)
    )
    assert refusals(building.build([tmp_path])) == {
        "closed": "the file cannot be read: Permission denied"
    }
    monkeypatch.setattr(files.os, "scandir", fail)
    assert list(refusals(building.build([tmp_path]))) == [tmp_path.name]


def test_folders_within_folders_to_any_depth(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    levels = (3_900 - len(str(tmp_path))) // 2
    assert levels > sys.getrecursionlimit()
    monkeypatch.chdir(tmp_path)
    for _ in range(levels):
        Path("d").mkdir()
        os.chdir("d")
    Path("deep.txt").write_text(TEXT)
    os.chdir(tmp_path)
    assert [path.name for path in find_documents([tmp_path])] == ["deep.txt"]
    os.chdir("d")
    for _ in range(levels - 1):  # whoever removes the folder may go down by calling itself
        Path("d").rename(tmp_path / "e")
        os.chdir(tmp_path / "e")
        (tmp_path / "d").rmdir()
        (tmp_path / "e").rename(tmp_path / "d")


def test_names_that_are_no_text(tmp_path: Path) -> None:
    names = [b"caf\xe9.txt", "🇲🇱.txt".encode(), b"new\nline.txt", b"\x1b[31mred.txt"]
    for number, name in enumerate(names):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(TEXT * (number + 1))
    dataset = building.build([tmp_path])
    assert {source.id for source in dataset.documents} == {
        "caf\\xe9", "🇲🇱", "new\nline", "\x1b[31mred",
    }  # fmt: skip
    (problem,) = [found for found in dataset.problems if found.document == "caf\\xe9"]
    assert problem.severity is se.Severity.WARNING
    dataset.write(tmp_path / "out")
    assert se.load_dataset(tmp_path / "out") == dataset


def test_names_are_told_apart_whatever_they_are(tmp_path: Path) -> None:
    for where, text in (("x", TEXT), ("y", TEXT * 2)):
        (tmp_path / where).mkdir()
        (tmp_path / where / "report.txt").write_text(text)
        pipe(tmp_path / where / "pipe.txt")
    first, *_ = (source.id for source in building.build([tmp_path / "x", tmp_path / "y"]).documents)
    ids = [source.id for source in building.build([tmp_path]).documents]
    assert len(ids) == 4
    claimed = next(name for name in ids if name.startswith("report-"))
    (tmp_path / f"{claimed}.txt").write_text(TEXT * 3)  # a name that the library would give
    dataset = building.build([tmp_path])
    assert len({source.id for source in dataset.documents}) == 5
    assert check_references(dataset) == []
    assert first in ids


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_cannot_be_written_is_refused_where_it_was_read(
    jobs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import attrs

    parse = document_tables.parse

    def overflowing(data: bytes, **options: Any) -> se.Reading:
        reading = parse(data, **options)
        if b"Ogossa" not in data:
            return reading
        claims = [attrs.evolve(claim, side=2**70) for claim in reading.claims]
        return attrs.evolve(reading, claims=tuple(claims))

    monkeypatch.setattr(document_tables, "parse", overflowing)
    (tmp_path / "bad.txt").write_text(f"A market opened.\n\n{TEXT}")
    (tmp_path / "good.txt").write_text("Nine soldiers were killed.")
    dataset = building.build([tmp_path], jobs=jobs)
    dataset.write(tmp_path / "out")
    assert list(refusals(dataset)) == ["bad.txt"]
    (problem,) = [found for found in dataset.problems if found.document == "bad"]
    assert "side cannot hold a value" in problem.message
    assert problem.line == 3
    assert [claim.document for claim in dataset.casualty_claims] == ["good"]


def test_a_document_that_ends_its_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parse = document_tables.parse

    def dying(data: bytes, **options: Any) -> se.Reading:
        if b"deadly" in data:
            os._exit(9)
        return parse(data, **options)

    monkeypatch.setattr(document_tables, "parse", dying)
    for number in range(40):
        deadly = "deadly" if number in (3, 30) else "harmless"
        (tmp_path / f"{number:02}.txt").write_text(f"{TEXT} It was number {number}, {deadly}.")
    dataset = building.build([tmp_path], jobs=2)
    assert len(dataset.documents) == 40
    assert list(refusals(dataset)) == ["03.txt", "30.txt"]
    assert "has died" in refusals(dataset)["03.txt"]


def test_ten_thousand_files_among_strange_ones(tmp_path: Path) -> None:
    expected = {}
    for number in range(10_000):
        where = tmp_path / f"{number % 100:02}" / f"{number // 1_000}"
        where.mkdir(parents=True, exist_ok=True)
        path = where / f"{number:05}.txt"
        if number % 50 == 7:
            make = list(STRANGE)[number // 50 % len(STRANGE)]
            make(path)
            if make is binary:
                path.write_bytes(path.read_bytes() + str(number).encode())  # each its own content
            expected[path.name] = STRANGE[make]
        else:
            path.write_text(f"Report {number}: nothing of note.")
    dataset = building.build([tmp_path], jobs=2)
    found = refusals(dataset)
    assert len(dataset.documents) == 10_000
    assert found.keys() == expected.keys()
    assert all(expected[name] in found[name] for name in expected)
    assert MAX_BYTES < 100 * 2**30
