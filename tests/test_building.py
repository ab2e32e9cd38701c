"""Files and folders → one dataset, in any order, with any number of jobs."""

from __future__ import annotations

import datetime
import hashlib
from itertools import permutations
from pathlib import Path
from typing import Any

import attrs
import pytest

from sahel_events import document_tables, reading
from sahel_events.assembling import records
from sahel_events.building import build
from sahel_events.dataset import Dataset, check_references
from sahel_events.errors import ParseError
from sahel_events.kinds import Severity
from sahel_events.text import document
from sahel_events.text.files import find_documents

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")

ROOT = Path(__file__).parent.parent
#: The seeds of the project, and the documents that they restate, where they are.
FOLDERS = [path for path in (ROOT / "seeds", ROOT.parent / "shared" / "seeds") if path.is_dir()]

ARTICLE = """\
= Clash at {place} =

Infobox
- Conflict: Clash at {place}
- Date: 9 June 2031
- Combatant1: Mali
- Combatant2: Islamic State
- Casualties1: {killed} killed
"""


def article(folder: Path, name: str, place: str = "Ogossa", killed: int = 7) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(ARTICLE.format(place=place, killed=killed), encoding="utf-8")
    return path


def written(dataset: Dataset, folder: Path) -> dict[str, bytes]:
    dataset.write(folder)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A folder with six documents, one of which cannot be read, and other files."""
    folder = tmp_path / "library"
    for number in range(4):
        article(folder, f"article-{number}.txt", killed=number + 1)
    article(folder, "deeper/down/fifth.md", killed=50)
    (folder / "broken.txt").write_bytes(b"= Title =\n\nnot \xff UTF-8\n")
    for name in ("README.md", "License.txt", ".hidden.txt", ".git/inside.txt", "data.csv"):
        article(folder, name)
    return folder


def test_documents_of_a_folder(library: Path) -> None:
    found = [str(path.relative_to(library)) for path in find_documents([library])]
    assert found == [
        "article-0.txt",
        "article-1.txt",
        "article-2.txt",
        "article-3.txt",
        "broken.txt",
        str(Path("deeper", "down", "fifth.md")),
    ]


def test_a_file_that_is_named_is_read_whatever_its_name(library: Path) -> None:
    assert [source.id for source in build([library / "README.md"]).documents] == ["README"]


def test_a_path_that_does_not_exist(library: Path) -> None:
    with pytest.raises(FileNotFoundError):
        build([library, library / "nothing.txt"])


def test_claims_of_all_documents(library: Path) -> None:
    dataset = build([library])
    figures = {(claim.document, claim.quantity.low) for claim in dataset.casualty_claims}
    assert figures == {
        ("article-0", 1),
        ("article-1", 2),
        ("article-2", 3),
        ("article-3", 4),
        ("fifth", 50),
    }
    assert check_references(dataset) == []


def test_the_order_of_paths_and_the_number_of_jobs_do_not_matter(
    library: Path, tmp_path: Path
) -> None:
    files = list(find_documents([library]))
    expected = written(build(files), tmp_path / "one")
    assert written(build([*reversed(files), library, *files]), tmp_path / "two") == expected
    assert written(build([library], jobs=3), tmp_path / "three") == expected


def test_where_the_files_are_does_not_matter(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = build([library])
    monkeypatch.chdir(library)
    assert build(["."]) == expected
    library.rename(tmp_path / "moved")
    assert build([tmp_path / "moved"]) == expected


def test_equal_content_is_one_document(tmp_path: Path) -> None:
    article(tmp_path, "b.txt")
    article(tmp_path, "a.txt")
    assert [source.name for source in build([tmp_path]).documents] == ["a.txt"]


def test_different_content_under_one_stem_is_two_documents(tmp_path: Path) -> None:
    paths = [
        article(tmp_path, "x/report.txt", killed=1),
        article(tmp_path, "y/report.md", killed=2),
    ]
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]
    dataset = build(paths)
    assert {source.id: source.sha256 for source in dataset.documents} == {
        f"report-{digest[:8]}": digest for digest in digests
    }
    assert len(dataset.casualty_claims) == 2
    assert check_references(dataset) == []


def test_a_refused_document_is_a_problem_and_the_rest_goes_on(library: Path) -> None:
    refused: list[ParseError] = []
    dataset = build([library], on_refused=refused.append)
    (source,) = [source for source in dataset.documents if source.format == "refused"]
    assert source.id == "broken"
    assert source.sha256 == hashlib.sha256((library / "broken.txt").read_bytes()).hexdigest()
    (problem,) = [problem for problem in dataset.problems if problem.document == "broken"]
    assert (problem.severity, problem.line, problem.column) == (Severity.ERROR, 3, 5)
    assert "0xFF" in problem.message
    assert (problem.start, problem.end, problem.passage) == (0, 0, "")
    (error,) = refused
    assert (error.name, error.line, error.column) == (str(library / "broken.txt"), 3, 5)
    assert len(dataset.documents) == 6


def test_evidence_of_a_refusal_in_a_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(data: bytes, name: str, published: object, gazetteer: object) -> Any:
        text = data.decode()
        raise document.decode(data, name).error(
            "expected no clash", at := text.index("Clash"), at + 5
        )

    monkeypatch.setattr(document_tables, "parse", refusing)
    (problem,) = build([article(tmp_path, "a.txt")]).problems
    assert (problem.start, problem.end, problem.passage) == (2, 7, "Clash")
    assert (problem.line, problem.column) == (1, 3)


@pytest.mark.parametrize("jobs", [1, 2])
def test_refusals_are_told_in_the_order_of_the_names(library: Path, jobs: int) -> None:
    (library / "a.txt").write_bytes(b"%PDF-1.4")
    refused: list[ParseError] = []
    build(reversed(list(find_documents([library]))), jobs=jobs, on_refused=refused.append)
    assert [Path(error.name).name for error in refused] == ["a.txt", "broken.txt"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_strict_raises_where_it_went_wrong(library: Path, jobs: int) -> None:
    with pytest.raises(ParseError) as caught:
        build([library], strict=True, jobs=jobs)
    assert (caught.value.name, caught.value.line) == (str(library / "broken.txt"), 3)


def test_strict_raises_the_first_problem_of_severity_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parse = reading.parse

    def worrying(data: bytes, name: str, published: str | None, gazetteer: object) -> Any:
        found = parse(data, name=name, published=published)
        made = records.Records(found.document, "a")
        made.problem(Severity.WARNING, "a trifle", 0, 1, "body")
        made.problem(Severity.ERROR, "expected sense", 2, 7, "body")
        problems: tuple[Any, ...] = tuple(made.tables["problems"])
        return attrs.evolve(found, problems=problems)

    monkeypatch.setattr(document_tables, "parse", worrying)
    path = article(tmp_path, "a.txt")
    assert len(build([path]).problems) == 2
    with pytest.raises(ParseError, match="expected sense") as caught:
        build([path], strict=True)
    assert (caught.value.name, caught.value.line, caught.value.column) == (str(path), 1, 3)


def test_the_publication_date_is_that_of_all_documents(tmp_path: Path) -> None:
    article(tmp_path, "a.txt")
    article(tmp_path, "b.txt", killed=8)
    expected = build([tmp_path], published="2031-06-12")
    assert {source.published for source in expected.documents} == {"2031-06-12"}
    assert build([tmp_path], published=datetime.date(2031, 6, 12), jobs=2) == expected


@pytest.mark.parametrize("jobs", [1, 2])
def test_progress(library: Path, jobs: int) -> None:
    seen: list[tuple[int, int]] = []
    build([library], jobs=jobs, on_progress=lambda done, total: seen.append((done, total)))
    assert seen == [(number, 6) for number in range(1, 7)]


def test_nothing_to_read(tmp_path: Path) -> None:
    assert build([tmp_path]) == build([]) == Dataset.of()


@pytest.mark.parametrize("folder", [pytest.param(path, id=path.parent.name) for path in FOLDERS])
def test_all_orders_of_the_seeds_and_each_twice_give_the_same_bytes(
    folder: Path, tmp_path: Path
) -> None:
    seeds = sorted(folder.glob("0*.txt"))
    assert len(seeds) == 5
    whole = build(seeds)
    parts = [build([path]).tables() for path in seeds]
    assert all(Dataset.of(*order) == whole for order in permutations(parts))
    once = written(whole, tmp_path / "once")
    assert written(build([*reversed(seeds), *seeds]), tmp_path / "twice") == once
    assert written(Dataset.of(*parts, *parts), tmp_path / "merged") == once
