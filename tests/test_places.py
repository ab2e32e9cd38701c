"""The register of places: its data, its names, how places lie to each other, and what records say.

cases/boxes.csv   between which parallels and meridians countries and regions lie
"""

from __future__ import annotations

import csv
import json
import string
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import sahel_events as se
from sahel_events.cli import main
from sahel_events.registry._gazetteer import gazetteer
from sahel_events.registry.countries import country_with_iso
from sahel_events.registry.geography import (
    contains,
    contents,
    distance_km,
    same_or_contained,
    surroundings,
)
from sahel_events.registry.locating import locate
from sahel_events.registry.places import (
    Place,
    place_named,
    place_source,
    place_with_id,
    places,
    places_meant,
    places_named,
    similar_places,
)
from sahel_events.values import Precision

BOXES = Path(__file__).parent / "cases" / "boxes.csv"
#: The countries that the register is about.
REGION = frozenset("ML BF NE BJ TG NG TD CM MR DZ".split())
#: Outlines are simplified, and coasts and rivers are where towns are: degrees.
MARGIN = 0.2
PLACED = [place for place in gazetteer() if place.latitude is not None]
any_place = st.sampled_from(gazetteer())


def place(id: str) -> Place:
    found = place_with_id(id)
    assert found is not None, id
    return found


def ids(found: tuple[Place, ...]) -> list[str]:
    return [one.id for one in found]


# ------------------------------------------------------------------------------------------ data


def test_every_place_has_an_id_of_its_own() -> None:
    counted = Counter(one.id for one in gazetteer())
    assert [id for id, number in counted.items() if number > 1] == []
    letters = set(string.ascii_lowercase + string.digits + "-")
    assert [id for id in counted if not set(id) <= letters] == []


def test_no_two_places_are_the_same() -> None:
    counted = Counter((one.name, one.kind, one.admin1, one.countries) for one in gazetteer())
    assert [said for said, number in counted.items() if number > 1] == []


def test_regions_and_towns_that_are_named_are_there() -> None:
    regions = {(one.name, one.countries) for one in gazetteer() if one.kind == "region"}
    for one in gazetteer():
        if one.admin1 is not None:
            assert (one.admin1, one.countries) in regions, one
        if one.within is not None:
            assert place(one.within).kind in ("town", "village"), one
            assert contains(place(one.within), one) is True


def test_countries_are_known() -> None:
    codes = {code for one in gazetteer() for code in one.countries}
    assert all(country_with_iso(code) for code in codes)


def test_coordinates_are_complete_and_have_a_source() -> None:
    for one in gazetteer():
        said = (one.latitude, one.longitude, one.precision, one.source)
        assert all(part is None for part in said) or all(part is not None for part in said), one
        if one.source is not None:
            source = place_source(one.source)
            assert source.url.startswith("https://"), one.source
            assert source.licence in ("CC-BY-4.0", "CC-BY-SA-4.0", "MIT", "public domain")


def test_every_source_is_used() -> None:
    text = BOXES.parent.parent.parent / "src/sahel_events/registry/data/place_sources.csv"
    keys = [line.partition(",")[0] for line in text.read_text("utf-8").splitlines()]
    listed = [key for key in keys if key != "key" and not key.startswith("#")]
    assert sorted(listed) == sorted({one.source for one in PLACED if one.source})


def test_precision_goes_with_the_kind() -> None:
    middles = {Precision.REGION: "region", Precision.DISTRICT: "district", Precision.AREA: "area"}
    for one in PLACED:
        assert one.precision is not None
        if one.precision in middles or one.kind in middles.values():
            assert middles.get(one.precision) == one.kind, one


def boxes() -> dict[tuple[str, str], tuple[float, float, float, float]]:
    lines = [line for line in BOXES.read_text("utf-8").splitlines() if not line.startswith("#")]
    return {
        (row["country"], row["region"]): (
            float(row["south"]),
            float(row["west"]),
            float(row["north"]),
            float(row["east"]),
        )
        for row in csv.DictReader(lines)
    }


def test_coordinates_lie_in_their_country_and_region() -> None:
    """Gazetteers err: one has Bamba in Gao Region by code, and 965 km away by coordinates."""
    known = boxes()
    for one in PLACED:
        assert one.latitude is not None
        assert one.longitude is not None
        for region in ("", one.admin1 or ""):
            for country in one.countries:
                box = known.get((country, region))
                if box is not None:
                    assert box[0] - MARGIN <= one.latitude <= box[2] + MARGIN, one
                    assert box[1] - MARGIN <= one.longitude <= box[3] + MARGIN, one


def test_bamba_is_on_the_niger_between_timbuktu_and_gao() -> None:
    for town in ("ml-timbuktu", "ml-gao"):
        distance = distance_km(place("ml-bamba"), place(town))
        assert distance is not None
        assert 100 < distance < 250


def test_towns_lie_near_the_middle_of_their_district() -> None:
    middles = {(one.name, one.admin1): one for one in PLACED if one.precision is Precision.DISTRICT}
    for one in PLACED:
        middle = middles.get((one.name, one.admin1))
        if one.kind == "town" and middle is not None:
            distance = distance_km(one, middle)
            assert distance is not None
            assert distance < 100, one


def test_the_region_is_covered() -> None:
    covered = [one for one in PLACED if not REGION.isdisjoint(one.countries)]
    assert len(covered) >= 550
    assert len([one for one in covered if one.kind in ("town", "village")]) >= 400


def test_the_docs_count_right() -> None:
    page = BOXES.parent.parent.parent / "docs/explanation/limitations.md"
    said = " ".join(page.read_text("utf-8").split())
    assert f"Of its {len(gazetteer()):,} places {len(PLACED):,} have coordinates" in said
    core = [one for one in gazetteer() if not {"ML", "BF", "NE"}.isdisjoint(one.countries)]
    assert f"it is {len([one for one in core if one in PLACED])} of {len(core)}." in said


@pytest.mark.parametrize(
    "id",
    """ml-bamako ml-gao ml-kidal ml-timbuktu ml-menaka ml-mopti ml-aguelhok ml-tessalit ml-bamba
    ml-ber ml-konna ml-diabaly ml-lere ml-tinzaouaten ml-in-khalil ml-moura ml-hombori ml-mondoro
    bf-ouagadougou bf-djibo bf-solhan ne-niamey ne-tillaberi ne-tongo-tongo ne-diffa ne-agadez
    bj-kandi tg-dapaong ng-maiduguri ng-okene td-ndjamena dz-in-amenas mr-nema""".split(),
)
def test_main_towns_have_coordinates(id: str) -> None:
    assert place(id).latitude is not None


# ----------------------------------------------------------------------------------------- names


def test_every_form_of_a_name_finds_its_place() -> None:
    for one in gazetteer():
        for name in one.names:
            assert name in places()
            assert one in places_named(name), name
            assert one in places_named(name.upper().replace("-", " ")), name


@given(any_place, st.data())
def test_a_name_is_found_however_it_is_written(one: Place, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(one.names))
    written = name.swapcase().replace("'", data.draw(st.sampled_from(["’", "", "'"])))
    assert one in places_named(written.replace(" ", data.draw(st.sampled_from(["-", " ", ""]))))


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Tinzawatene", "ml-tinzaouaten"),
        ("Aguel’hoc", "ml-aguelhok"),
        ("aguelhok", "ml-aguelhok"),
        ("Menaka", "ml-menaka"),
        ("Tombouctou", "ml-timbuktu"),
        ("Kidal", "ml-kidal"),
        ("Mourrah", "ml-moura"),
        ("Feladie", "ml-faladie-site"),
        ("Insinane", "ml-inchinane"),
        ("Khalil", "ml-in-khalil"),
    ],
)
def test_spellings(name: str, id: str) -> None:
    found = place_named(name)
    assert found is not None
    assert found.id == id


def test_the_town_is_meant_before_the_district_and_the_region() -> None:
    assert [one.kind for one in places_named("Gao")] == ["town", "region", "district"]
    assert ids(places_meant("Gao")) == ["ml-gao"]


def test_a_name_of_several_places_is_ambiguous() -> None:
    assert place_named("Léré") is None
    assert ids(places_meant("Léré")) == ["ml-lere", "td-lere"]
    assert place_named("Faladié") is None


def test_a_country_settles_what_a_name_means() -> None:
    assert ids(places_meant("Léré", "TD")) == ["td-lere"]
    assert places_meant("Bamba", "BF") == ()


@given(any_place)
def test_places_that_are_meant_bear_the_name(one: Place) -> None:
    meant = places_meant(one.name)
    assert meant
    assert set(meant) <= set(places_named(one.name))


@given(any_place, st.sampled_from(string.ascii_lowercase), st.integers(0, 40))
def test_a_letter_too_many_is_close(one: Place, letter: str, at: int) -> None:
    wrong = one.name[:at] + letter + one.name[at:]
    if sum(map(str.isalnum, one.name)) >= 5:
        assert one in (*similar_places(wrong), *places_named(wrong))


def test_short_names_resemble_nothing() -> None:
    assert similar_places("Gaa") == ()
    assert similar_places("") == ()


# -------------------------------------------------------------------------------------- geography


@pytest.mark.parametrize(
    ("whole", "part", "answer"),
    [
        ("ml-gao-region", "ml-gao", True),
        ("ml-gao-region", "ml-gao-district", True),
        ("ml-gao-region", "ml-konna", False),
        ("ml-gao", "ml-gao-region", False),
        ("ml-bamako", "ml-faladie-site", True),
        ("ml-bamako-region", "ml-faladie-site", True),
        ("ml-gao-district", "ml-gao", True),
        ("ml-gao-district", "ml-bamba", None),  # which district a village lies in is not recorded
        ("ml-adrar-des-ifoghas", "ml-tessalit", None),
        ("ml-kidal-region", "ml-adrar-des-ifoghas", None),
        ("ml-mopti-region", "ml-bandiagara-region", True),  # cut out of it
        ("ml-bandiagara-region", "ml-koro", None),
        ("ml-bandiagara-region", "ml-gao", False),
        ("ml-gao-region", "ne-niamey", False),
        ("liptako-gourma", "ml-gao", None),
        ("ml-gao", "ml-gao", False),
    ],
)
def test_contains(whole: str, part: str, answer: bool | None) -> None:
    assert contains(place(whole), place(part)) is answer


def test_contains_by_country() -> None:
    assert contains("ML", place("ml-gao")) is True
    assert contains("NE", place("ml-gao")) is False
    assert contains("ML", place("liptako-gourma")) is None


@given(any_place, any_place)
def test_two_places_do_not_hold_each_other(one: Place, other: Place) -> None:
    assert not (contains(one, other) and contains(other, one))
    assert same_or_contained(one, other) == same_or_contained(other, one)


@given(any_place)
def test_what_holds_a_place_is_held_by_its_country(one: Place) -> None:
    assert same_or_contained(one, one) is True
    for whole in surroundings(one):
        assert one in contents(whole)
        assert whole.countries == one.countries
        assert all(contains(wider, one) is not False for wider in surroundings(whole))


@given(st.sampled_from(PLACED), st.sampled_from(PLACED), st.sampled_from(PLACED))
def test_distances(one: Place, other: Place, third: Place) -> None:
    there, back = distance_km(one, other), distance_km(other, one)
    via = (distance_km(one, third), distance_km(third, other))
    assert there is not None
    assert back is not None
    assert via[0] is not None
    assert via[1] is not None
    assert there == pytest.approx(back)
    assert there <= via[0] + via[1] + 1e-6
    assert there <= 20_038
    assert (distance_km(one, one) or 0) == 0


def test_a_degree_of_latitude_is_some_111_km() -> None:
    north, south = place("ml-gao"), place("ml-kidal")
    assert north.latitude is not None
    moved = [
        Place("a", "A", (), "town", None, ("ML",), None, latitude, 0.0, Precision.POINT, "geonames")
        for latitude in (16.0, 17.0)
    ]
    assert distance_km(*moved) == pytest.approx(111.2, abs=0.1)
    assert distance_km(north, south) == pytest.approx(287, abs=2)


def test_no_distance_without_coordinates() -> None:
    assert distance_km(place("ml-gao"), place("ml-kadji")) is None


# ------------------------------------------------------------------------ as documents write them


@pytest.mark.parametrize(
    ("text", "id", "near"),
    [
        ("Bamba", "ml-bamba", False),
        ("near Bamba", "ml-bamba", True),
        ("Bamba, Gao Region", "ml-bamba", False),
        ("Bamba, Gao", "ml-bamba", False),
        ("Bamba, Gao Region, Mali", "ml-bamba", False),
        ("the village of Sobane Da", "ml-sobane-da", False),
        ("Konna in Mopti Region", "ml-konna", False),
        ("Faladié, Bamako", "ml-faladie-site", False),
        ("Feladie district, Bamako", "ml-faladie-site", False),
        ("Faladié (Koulikoro)", "ml-faladie", False),
        ("Ménaka region", "ml-menaka-region", False),
        ("the Gao region of Mali", "ml-gao-region", False),
        ("Gao cercle", "ml-gao-district", False),
        ("Léré, Mali", "ml-lere", False),
        ("Tigharghar mountains", "ml-tigharghar", False),
        ("the outskirts of Timbuktu", "ml-timbuktu", True),
        ("outside the town of Ansongo", "ml-ansongo", True),
        ("Mondoro military camp", "ml-mondoro", True),
        ("Kidal’s airport", "ml-kidal", True),
        ("Sambisa Forest", "ng-sambisa-forest", False),
        ("Borno State", "ng-borno-region", False),
    ],
)
def test_located(text: str, id: str, near: bool) -> None:
    found = locate(text)
    assert ids(found.meant) == [id]
    assert found.near is near


@pytest.mark.parametrize(
    "text",
    [
        "between Gao and Kidal",
        "60 km north of Gao",
        "north of Kidal",
        "south-east of Gao",
        "Kidal, Gao and Timbuktu",
        "northern mountains",
        "Bamba, Burkina Faso",
        "Gao, Mopti Region",
        "Gao forest",
        "the Bamako–Gao road",
        "Mali",
        "",
        ",",
    ],
)
def test_not_located(text: str) -> None:
    assert locate(text).meant == ()


@given(st.text(max_size=60))
def test_any_text_can_be_asked_for(text: str) -> None:
    locate(text)


@given(any_place)
def test_a_name_with_its_region_or_country_is_that_place_among_others(one: Place) -> None:
    if one.admin1 is not None and one.kind in ("town", "village"):
        assert one in locate(f"{one.name}, {one.admin1}").meant


# ---------------------------------------------------------------------------------------- records


def parse(text: str) -> se.Reading:
    return se.parse(text, name="report.txt", format="prose", published="2031-05-10")


def test_claims_and_engagements_are_placed() -> None:
    reading = parse("On 3 May 2031, gunmen attacked Bamba and killed nine soldiers.")
    (claim,), (attack,) = reading.claims, reading.engagements
    bamba = place("ml-bamba")
    assert (claim.place, claim.place_id) == ("Bamba", bamba.id)
    assert attack.place_id == bamba.id
    assert (attack.latitude, attack.longitude) == (bamba.latitude, bamba.longitude)
    assert attack.coordinates_precision is Precision.LOCALITY


def test_a_place_without_coordinates_has_an_id() -> None:
    (attack,) = parse("On 3 May 2031, gunmen attacked Kadji and killed nine soldiers.").engagements
    assert attack.place_id == "ml-kadji"
    assert attack.latitude is attack.longitude is attack.coordinates_precision is None


def test_the_country_of_the_other_places_settles_an_ambiguous_name() -> None:
    first = "On 3 May 2031, rebels killed nine soldiers in {}."
    text = f"{first}\n\nOn 4 May 2031, rebels killed three soldiers in Léré."
    assert parse(text.format("Konna")).claims[-1].place_id == "ml-lere"
    assert parse(text.format("Abéché")).claims[-1].place_id == "td-lere"
    elsewhere = parse(text.format("Djibo"))
    assert elsewhere.claims[-1].place_id is None
    assert register_notes(elsewhere) == []


def test_a_place_that_is_only_measured_from_is_not_the_place() -> None:
    (claim,) = parse("Twelve soldiers were killed 60 km north of Gao on 3 May 2031.").claims
    assert claim.place == "60 km north of Gao"
    assert claim.place_id is None


def register_notes(reading: se.Reading) -> list[se.Problem]:
    return [problem for problem in reading.problems if "register knows no place" in problem.message]


def test_a_name_that_is_almost_known_is_asked_for_once() -> None:
    first = "On 3 May 2031, gunmen killed nine men in {0}."
    text = f"{first}\n\nOn 5 May 2031, they killed two men in {{0}}."
    (note,) = register_notes(parse(text.format("Ansonggo")))
    assert note.severity is se.Severity.NOTE
    assert "ml-ansongo" in (note.hint or "")
    assert register_notes(parse(text.format("Ansongo"))) == []
    assert register_notes(parse(text.format("Xyzzyville"))) == []


# ---------------------------------------------------------------------------------------- command


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["where", *arguments])
    return result.exit_code, result.stdout, result.stderr


def test_where() -> None:
    status, shown, _ = run("Menaka")
    assert status == 0
    assert shown.startswith("Ménaka, town in Ménaka, Mali (ml-menaka)\n")
    assert "(locality)" in shown
    assert "CC-BY-4.0" in shown
    assert "ml-menaka-region" in shown


def test_where_by_id_and_without_coordinates() -> None:
    status, shown, _ = run("ml-gao-region")
    assert status == 0
    assert "coordinates  not known" in shown
    assert "ml-bamba" in shown


def test_where_of_a_country() -> None:
    shown = CliRunner().invoke(main, ["where", "Mali"]).output
    assert shown.startswith("Mali, state\n")
    assert "alpha-3 MLI" in shown
    assert "ml-gao-region" in shown
    line = json.loads(CliRunner().invoke(main, ["where", "Benin", "--json"]).output)
    assert (line["name"], line["codes"]["COW"]) == ("Benin", 434)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Alibori department", "bj-alibori-region"),
        ("the department of Atacora", "bj-atacora-region"),
        ("Savanes district", "ci-savanes-region"),
    ],
)
def test_departments_of_the_first_level(text: str, place: str) -> None:
    assert [found.id for found in locate(text).meant] == [place]


def test_where_is_ambiguous() -> None:
    status, shown, told = run("Léré")
    assert status == 0
    assert "2 places" in told
    assert "(ml-lere)" in shown
    assert "(td-lere)" in shown


def test_where_as_json() -> None:
    status, shown, _ = run("--json", "Léré")
    assert status == 0
    first, second = map(json.loads, shown.splitlines())
    assert (first["id"], second["id"]) == ("ml-lere", "td-lere")
    assert first["source_licence"] == "CC-BY-SA-4.0"
    assert first["lies_in"] == ["ml-timbuktu-region"]


def test_where_nobody_knows() -> None:
    status, shown, told = run("Kidall")
    assert (status, shown) == (1, "")
    assert "ml-kidal" in told
    status, _, told = run("Xyzzyville")
    assert status == 1
    assert "similar" not in told
