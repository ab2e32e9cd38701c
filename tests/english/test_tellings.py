"""Every claim of "killed N and wounded M in PLACE on DAY" has its day, its place and its party."""

from __future__ import annotations

import pytest
from hypothesis import given

import sahel_events as se

from .sentences import PUBLISHED
from .tellings import Loss, Told, tellings


def losses(reading: se.Reading) -> list[Loss]:
    """The claims of a reading, as far as a telling says what they have to be."""
    found = []
    for claim in reading.claims:
        count = claim.quantity.low
        assert count is not None
        assert count == claim.quantity.high
        assert claim.date is not None, claim
        assert claim.place is not None, claim
        (outcome,) = claim.outcomes
        date = claim.date.edtf
        found.append(Loss(str(outcome), int(count), claim.victim_party, date, claim.place))
    return found


def report(text: str) -> se.Reading:
    return se.parse(text, name="report.txt", format="prose", published=str(PUBLISHED))


def article(text: str) -> se.Reading:
    return se.parse(f"= History =\n\n== 2031 ==\n{text}\n", name="history.txt")


@given(told=tellings(news=True, sentences=1))
def test_one_sentence_of_a_report(told: Told) -> None:
    assert losses(report(told.text)) == told.losses


@given(told=tellings(news=True, sentences=2))
def test_two_sentences_of_a_report(told: Told) -> None:
    assert losses(report(told.text)) == told.losses


@given(told=tellings(news=False, sentences=1))
def test_one_sentence_of_an_article(told: Told) -> None:
    assert losses(article(told.text)) == told.losses


@given(told=tellings(news=False, sentences=2))
def test_two_sentences_of_an_article(told: Told) -> None:
    assert losses(article(told.text)) == told.losses


@given(told=tellings(news=True, sentences=1), other=tellings(news=True, sentences=2))
def test_every_claim_of_a_report_rests_on_its_own_words(told: Told, other: Told) -> None:
    text = f"{told.text}\n\n{other.text}"
    for claim in report(text).claims:
        assert text[claim.start : claim.end].strip() == text[claim.start : claim.end] != ""


@pytest.mark.parametrize("read", [report, article])
def test_a_place_and_a_day_behind_two_verbs_are_those_of_both(read: object) -> None:
    assert callable(read)
    reading = read("A bomb killed 12 and injured 30 in Maiduguri on 9 June.")
    assert [loss.place for loss in losses(reading)] == ["Maiduguri"] * 2
    assert [loss.date for loss in losses(reading)] == ["2031-06-09"] * 2
