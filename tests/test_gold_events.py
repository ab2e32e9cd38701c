"""What the annotated documents tell together: one event in several reports, and what disagrees.

The documents and their gold are no part of the project; without them these tests are skipped. What
our own restatements of them tell together is tested in ``test_seeds.py``.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

import sahel_events as se
from sahel_events.views.findings import findings

from .test_gold import SHARED
from .test_gold import pytestmark as pytestmark

PUBLISHED = "2024-09-18"


@cache
def dataset(published: str | None = None) -> se.Dataset:
    return se.build(sorted((SHARED / "seeds").glob("*.txt")), published=published)


def events(found: se.Dataset) -> dict[str | None, list[se.Engagement]]:
    """The engagements by the event that they are."""
    grouped: dict[str | None, list[se.Engagement]] = {}
    for engagement in found.engagements:
        grouped.setdefault(engagement.event, []).append(engagement)
    return grouped


def reports(found: se.Dataset, date: str, *places: str) -> list[set[str]]:
    """The documents that tell of each event of a day and a place."""
    return [
        {told.document[:3] for told in event}
        for event in events(found).values()
        if any(told.date and told.date.edtf == date and told.place in places for told in event)
    ]


def test_three_reports_tell_of_one_attack() -> None:
    assert {"002", "003", "004"} in reports(dataset(PUBLISHED), "2024-09-17", "Bamako")


def test_without_a_date_of_publication_that_is_a_suggestion() -> None:
    found = dataset()
    told = {engagement.id: engagement.document[:3] for engagement in found.engagements}
    suggested = {
        frozenset((told[relation.record], told[relation.other]))
        for relation in found.relations
        if relation.kind is se.RelationKind.MAY_BE_SAME_EVENT
    }
    assert {
        frozenset(pair) for pair in (("002", "003"), ("002", "004"), ("003", "004"))
    } <= suggested
    assert reports(found, "2024-09-17", "Bamako") == []


@pytest.mark.parametrize(
    ("date", "places", "documents"),
    [
        ("2023-10-01", ("Bamba", "Bamba, Gao Region, Mali"), {"000"}),
        ("2015", ("Bamako", "Radisson Blu Hotel, Bamako"), {"003", "004"}),
        ("2020-04-06", ("Bamba", "Mali", "Gao"), {"001"}),
    ],
)
def test_one_event(date: str, places: tuple[str, ...], documents: set[str]) -> None:
    for published in (None, PUBLISHED):
        assert reports(dataset(published), date, *places) == [documents]


def test_no_two_events_that_a_document_keeps_apart_are_one() -> None:
    """Only what it tells twice, far apart, with equal day and place."""
    for event in events(dataset(PUBLISHED)).values():
        for document in {told.document for told in event}:
            own = [told for told in event if told.document == document]
            assert len({(told.date, told.place_id) for told in own}) == 1


def test_the_audit_finds_the_failed_sums_and_no_other() -> None:
    messages = [f.message for f in se.audit(dataset()) if f.kind is se.FindingKind.SUM]
    assert sorted(messages) == [
        "22 parts come to 20,708–21,708, the total says 23,564+",
        "22 parts come to 430, the total says 428",
        "22 parts come to 546, the total says 545",
    ]


def test_the_audit_finds_what_a_careful_reader_finds() -> None:
    found = [f for f in se.audit(dataset()) if f.kind is not se.FindingKind.SUM]
    assert len(found) >= 13
    kinds = Counter(finding.kind for finding in found)
    assert min(kinds[kind] for kind in se.FindingKind if kind is not se.FindingKind.SUM) >= 4
    of_one_attack = [f for f in found if f.kind is se.FindingKind.ATTRIBUTION]
    assert {figure.document[:3] for f in of_one_attack for figure in f.figures} == {"000"}
    assert any("25" in f.message and "CSP-PSD" in f.message for f in of_one_attack)


def test_each_finding_has_both_passages_with_a_caret() -> None:
    readings = [se.read(path) for path in sorted((SHARED / "seeds").glob("*.txt"))]
    documents = {reading.source.sha256: reading.document for reading in readings}
    for finding in se.audit(dataset()):
        shown = "\n".join(findings([finding], dataset().documents, documents))
        assert len(finding.figures) >= 2
        assert shown.count(" ^") >= 2
