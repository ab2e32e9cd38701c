"""A gazetteer that somebody brought: reading it, and what a name means by it."""

from __future__ import annotations

import gzip
import pickle
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

import sahel_events as se
from sahel_events.cli import main
from sahel_events.registry.finding import home_country
from sahel_events.registry.geonames import Gazetteer, read_gazetteer
from sahel_events.registry.hierarchy import stated_units
from sahel_events.values import PlacedBy

#: Invented: id, name, other names, latitude, longitude, code, country, admin1, admin2, people.
ROWS = [
    (1, "Mopti Region", "Région de Mopti", 14.5, -4.1, "ADM1", "ML", "04", "", 0),
    (2, "Gao Region", "", 17.0, 0.0, "ADM1", "ML", "09", "", 0),
    (3, "Koro Cercle", "", 14.2, -3.0, "ADM2", "ML", "04", "401", 0),
    (4, "Zeltou", "Zeltu,Zéltou", 14.1, -3.1, "PPL", "ML", "04", "401", 0),
    (5, "Zeltou", "", 16.9, 0.1, "PPL", "ML", "09", "", 0),
    (6, "Ouadjé", "", 14.3, -3.2, "PPL", "ML", "04", "401", 0),
    (7, "Kinfara", "", 13.0, 2.0, "PPL", "NE", "05", "", 0),
    (8, "Bountaga", "", 14.3, -3.9, "PPL", "ML", "04", "", 0),
    (9, "Bountaga", "", 17.4, 0.4, "PPLA2", "ML", "09", "", 9_000),
    (10, "Bountaga", "", 13.9, -4.4, "PPL", "ML", "04", "", 0),
    (11, "Tillabéri Region", "", 14.0, 1.5, "ADM1", "NE", "05", "", 0),
]


def line(row: tuple[object, ...]) -> str:
    id, name, others, latitude, longitude, code, country, admin1, admin2, people = map(str, row)
    kind = "A" if code.startswith("ADM") else "P"
    columns = [id, name, name, others, latitude, longitude, kind, code, country, "", admin1, admin2]
    return "\t".join([*columns, "", "", people, "", "", "Africa/Bamako", "2031-01-01"]) + "\n"


TEXT = "".join(map(line, ROWS))


@pytest.fixture
def extract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAHEL_EVENTS_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "XX.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def gazetteer(extract: Path) -> Gazetteer:
    return read_gazetteer(extract)


def test_the_form_of_the_file_makes_no_difference(extract: Path, tmp_path: Path) -> None:
    packed, zipped = tmp_path / "XX.txt.gz", tmp_path / "XX.zip"
    packed.write_bytes(gzip.compress(TEXT.encode()))
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("XX.txt", TEXT)
        archive.writestr("readme.txt", "About this extract\n")
    found = [read_gazetteer(path) for path in (extract, packed, [zipped], [extract, packed])]
    assert len({one.checksum for one in found}) == 1
    assert found[0].countries == {"ML", "NE"}


def test_a_folder_is_read_as_its_files(extract: Path) -> None:
    assert read_gazetteer(extract.parent) == read_gazetteer(extract)


def test_it_is_indexed_once_and_a_spoilt_index_is_made_again(extract: Path) -> None:
    read_gazetteer(extract)
    (index,) = (extract.parent / "cache").iterdir()
    made = index.stat().st_mtime_ns
    read_gazetteer(extract)
    assert index.stat().st_mtime_ns == made
    index.write_bytes(b"half")
    assert read_gazetteer(extract).countries == {"ML", "NE"}


def test_it_can_be_handed_to_another_process(gazetteer: Gazetteer) -> None:
    assert pickle.loads(pickle.dumps(gazetteer)).named("Zeltou") == gazetteer.named("Zeltou")


@pytest.mark.parametrize("name", ["Zeltou", "zeltou", "Zéltou", "Zeltu", "ZELTOU"])
def test_names_are_found_however_they_are_written(gazetteer: Gazetteer, name: str) -> None:
    assert {spot.id for spot in gazetteer.named(name)} >= {4}


def test_units_have_names(gazetteer: Gazetteer) -> None:
    (spot,) = (spot for spot in gazetteer.named("Zeltou") if spot.id == 4)
    assert (spot.admin1, spot.admin2, spot.country) == ("Mopti Region", "Koro Cercle", "ML")


@pytest.mark.parametrize("text", ["one\ttwo\n", "no columns\n"])
def test_other_files_are_refused(extract: Path, text: str) -> None:
    extract.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="19 columns"):
        read_gazetteer(extract)


def test_no_file_is_no_gazetteer(extract: Path) -> None:
    with pytest.raises(ValueError, match="found no file"):
        read_gazetteer([])
    with pytest.raises(OSError, match="none"):
        read_gazetteer(extract.parent / "none.txt")


def placed(text: str, gazetteer: Gazetteer | None) -> list[tuple[str | None, PlacedBy | None]]:
    reading = se.parse(text, "note.txt", gazetteer=gazetteer)
    return [(one.place_id, one.placed_by) for one in reading.engagements]


ATTACK = "On 3 May 2031 gunmen attacked {}, killing five farmers."
PLACES = [
    ("Ouadjé in Mali", "geonames:6", PlacedBy.NAME),
    ("Zeltou in Mali", None, None),  # two bear the name
    ("Zeltou (Koro, Mopti) in Mali", "geonames:4", PlacedBy.HIERARCHY),
    ("Zeltou, a village in Mali's Gao region", "geonames:5", PlacedBy.HIERARCHY),
    ("Ouadjé in Niger", None, None),  # across the border
    ("Kinfara in Mali", None, None),
    ("Kinfara in Niger", "geonames:7", PlacedBy.NAME),
    ("Bountaga in Mali", "geonames:9", PlacedBy.SEAT),
    ("Ouadjé", None, None),  # in no country that is known
]


@pytest.mark.parametrize(("where", "place", "how"), PLACES)
def test_the_stated_hierarchy_decides(
    gazetteer: Gazetteer, where: str, place: str | None, how: PlacedBy | None
) -> None:
    assert placed(ATTACK.format(where), gazetteer) == [(place, how)]


def test_other_places_of_the_text_settle_a_name(gazetteer: Gazetteer) -> None:
    text = (
        ATTACK.format("Ouadjé in Mali") + " " + "On 9 May 2031 they attacked Zeltou, killing two."
    )
    assert ("geonames:4", PlacedBy.CONTEXT) in placed(text, gazetteer)


def test_coordinates_come_with_what_they_are_worth(gazetteer: Gazetteer) -> None:
    reading = se.parse(ATTACK.format("Ouadjé in Mali"), gazetteer=gazetteer)
    (one,) = reading.engagements
    assert (one.latitude, one.longitude, one.country) == (14.3, -3.2, "MLI")
    assert (one.admin1, one.admin2) == ("Mopti Region", "Koro Cercle")
    assert one.coordinates_precision is se.Precision.LOCALITY
    assert (one.precision_ucdp, one.precision_acled) == (1, 1)
    assert one.prio_grid == 208 * 720 + 353 + 1
    assert reading.source.gazetteer == gazetteer.checksum
    assert se.parse(ATTACK.format("Ouadjé in Mali")).source.gazetteer is None


def test_a_dataset_records_its_gazetteer(gazetteer: Gazetteer, tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    note.write_text(ATTACK.format("Ouadjé in Mali"), encoding="utf-8")
    dataset = se.build([note], gazetteer=gazetteer, jobs=1)
    assert [source.gazetteer for source in dataset.documents] == [gazetteer.checksum]
    assert [one.place_id for one in dataset.engagements] == ["geonames:6"]


def test_the_command_line_takes_one(extract: Path, tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    note.write_text(ATTACK.format("Ouadjé in Mali"), encoding="utf-8")
    for given, env in (
        (["--gazetteer", str(extract)], {}),
        ([], {"SAHEL_EVENTS_GAZETTEER": str(extract)}),
    ):
        out = tmp_path / f"out{len(given)}"
        done = CliRunner().invoke(main, ["build", str(note), "--out", str(out), *given], env=env)
        assert done.exit_code == 0, done.output
        assert [one.place_id for one in se.load_dataset(out).engagements] == ["geonames:6"]
    wrong = CliRunner().invoke(main, ["claims", str(note), "--gazetteer", str(note)])
    assert wrong.exit_code == 2


@pytest.mark.parametrize(
    ("name", "text", "units"),
    [
        ("Zeltou", "in Zeltou (Koro, Mopti).", ("Koro", "Mopti")),
        ("Zeltou", "in Zeltou, a small village in Mali's Bankass district.", ("Bankass", "Mali")),
        ("Zeltou", "in Zeltou, Burkina Faso, on Monday", ("Burkina Faso",)),
        ("Zeltou", "in Zeltou in the Mopti region", ("Mopti",)),
        ("Zeltou", "in Zeltou in May", ()),
        ("Zeltou", "in Zeltou (FAMa base)", ()),
        ("Zeltou", "in Zeltou", ()),
    ],
)
def test_what_stands_behind_a_name(name: str, text: str, units: tuple[str, ...]) -> None:
    assert stated_units(name, text) == units


def test_the_country_of_a_text() -> None:
    assert home_country("Malian soldiers fought in Mali, near Niger.") == "ML"
    assert home_country("From Mali to Niger.") is None
    assert home_country("Nowhere.") is None


def test_without_a_gazetteer_the_stated_hierarchy_decides_too() -> None:
    assert placed(ATTACK.format("Bamba in Mali"), None) == [("ml-bamba", PlacedBy.REGISTER)]
    assert placed(ATTACK.format("Bamba (Koro, Mopti) in Mali"), None) == [(None, None)]
    assert placed(ATTACK.format("Bamba in Burkina Faso"), None) == [(None, None)]
