"""Mojibake: damage and repair are inverses, and clean text stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sahel_events.text.mojibake import _is_certain, damage, repair

texts = st.text(st.characters(exclude_categories=["Cs"])) | st.text(
    st.sampled_from("aé\n🇲🇱\uf8ff√Øß’“–ÿ¬© 1"), max_size=30
)
WORDS = (
    "Goïta Traoré Ménaka Léré Kéïta Déby François élèves où ça Noël naïve cœur État "
    "coup d’état “the army” ‘camp’ «poste» 30–40 killed — … 18 °C §4 €500 £20 ± 5 † • N°7 "
    "🇲🇱 🇫🇷 🇧🇫 🇪🇺 Ouédraogo Ñoño Müller Ångström Øst ßtraße"
).split()
#: Two characters that are Mac Roman for a letter of another alphabet, and nothing else on the line.
UNLUCKY = ["the coup d’état of 2012", "l’élite", "«État", "“état"]


def lines() -> st.SearchStrategy[str]:
    """Lines as they stand in clean documents: at least one letter that stands alone."""
    return st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)


@given(texts)
def test_repair_undoes_damage_of_every_line(text: str) -> None:
    damaged = damage(text)
    assume(damaged.isascii() or any(map(_is_certain, damaged.split("\n"))))  # see UNLUCKY
    assert repair(damaged)[0] == text


@given(texts, st.sets(st.integers(1, 8)))
def test_what_was_repaired_can_be_damaged_again(text: str, broken: set[int]) -> None:
    damaged = damage(text, broken)
    repaired, mended = repair(damaged)
    assert damage(repaired, mended) == damaged


@given(texts)
def test_damage_of_no_line_is_none(text: str) -> None:
    assert damage(text, ()) == text


@given(texts)
def test_the_number_of_lines_stays(text: str) -> None:
    assert repair(text)[0].count("\n") == damage(text).count("\n") == text.count("\n")


@given(texts)
def test_the_lines_that_are_told_are_those_that_changed(text: str) -> None:
    repaired, mended = repair(text)
    pairs = zip(text.split("\n"), repaired.split("\n"), strict=True)
    changed = [number for number, (old, new) in enumerate(pairs, start=1) if old != new]
    assert list(mended) == changed


@given(st.lists(lines(), max_size=5).map("\n".join))
def test_clean_lines_stay_as_they_are(text: str) -> None:
    assume(not any("d’état" in line for line in text.split("\n")))  # see UNLUCKY
    assert repair(text) == (text, ())


@given(st.lists(lines(), max_size=5), st.sets(st.integers(1, 5)))
def test_only_the_broken_lines_of_a_document_are_mended(clean: list[str], broken: set[int]) -> None:
    assume(not any("d’état" in line for line in clean))
    text = "\n".join(clean)
    expected = tuple(
        number
        for number, line in enumerate(clean, start=1)
        if number in broken and not line.isascii()
    )
    assert repair(damage(text, broken)) == (text, expected)


@pytest.mark.parametrize("text", UNLUCKY)
def test_clean_lines_that_look_broken(text: str) -> None:
    assert repair(text) == (text, ())


@pytest.mark.parametrize(
    ("broken", "clean"),
    [
        ("Go√Øta", "Goïta"),
        ("30‚Äì40 killed", "30–40 killed"),
        ("\uf8ffüá≤\uf8ffüá± 7", "🇲🇱 7"),
        ("√âlan\r\nplain", "Élan\r\nplain"),
    ],
)
def test_examples(broken: str, clean: str) -> None:
    assert damage(clean) == broken
    assert repair(broken) == (clean, (1,))


def test_a_line_that_is_half_broken_is_left_alone() -> None:
    assert repair("Go√Øta and Goïta") == ("Go√Øta and Goïta", ())


def test_text_without_such_characters_is_the_same_object() -> None:
    for text in ("plain", "Goïta"):
        assert repair(text)[0] is text
