"""Which engagements are one event: worked pairs, and laws on small worlds."""

from __future__ import annotations

import random
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from sahel_events.dataset import Dataset
from sahel_events.kinds import EngagementKind, RelationKind
from sahel_events.linking import Identities, link_engagements
from sahel_events.linking.places import Chain, Nearness, chain, nearness
from sahel_events.linking.weights import Ground
from sahel_events.model import Engagement
from sahel_events.registry.locating import locate

from .plausible import claim, engagement, worlds

BASE = {"date": "2031-06-12", "place": "Bamba", "kind": EngagementKind.ATTACK}
ATTACK, AMBUSH = EngagementKind.ATTACK, EngagementKind.AMBUSH
AIRSTRIKE, CAPTURE = EngagementKind.AIRSTRIKE, EngagementKind.CAPTURE

ONE = [
    ("day and place", {}, {}),
    ("other kind of attack", {}, {"kind": AMBUSH}),
    ("a day within a few", {"date": "2031-06-12/2031-06-14"}, {"attackers": ("JNIM",)}),
    ("the month, with a party", {"attackers": ("JNIM",)},
     {"date": "2031-06", "attackers": ("JNIM",)}),
    ("the armed forces and their state", {"defenders": ("Mali",)}, {"defenders": ("Malian army",)}),
    ("a group and its part", {"attackers": ("JNIM",)}, {"attackers": ("Katiba Macina",)}),
    ("gunmen whom nobody names", {"attackers": ("JNIM",)}, {"attackers": ("gunmen",)}),
    ("two spellings", {"place": "Zambita"}, {"place": "Zombitta"}),
    ("a town and the border, with all parties",
     {"attackers": ("JNIM",), "defenders": ("Mali",)},
     {"place": "the border with Niger", "attackers": ("JNIM",), "defenders": ("Mali",)}),
    ("a town and its region, with all parties", {"attackers": ("JNIM",), "defenders": ("Mali",)},
     {"place": "Gao Region", "attackers": ("JNIM",), "defenders": ("Mali",)}),
]  # fmt: skip
SUGGESTED = [
    ("no day, but place and a party",
     {"attackers": ("JNIM",)}, {"date": None, "attackers": ("JNIM",)}),
    ("day and place, but other perpetrators",
     {"attackers": ("JNIM",), "defenders": ("Mali",), "kind": ATTACK},
     {"attackers": ("Boko Haram",), "defenders": ("Chad",), "kind": ATTACK}),
    ("day and place, but another kind", {"kind": AMBUSH}, {"kind": AIRSTRIKE}),
    ("the month alone", {}, {"date": "2031-06"}),
]  # fmt: skip
APART = [
    ("the next day", {}, {"date": "2031-06-13"}),
    ("another place", {}, {"place": "Konna"}),
    (
        "other perpetrators and another kind",
        {"attackers": ("JNIM",), "kind": ATTACK},
        {"attackers": ("Mali",), "kind": CAPTURE},
    ),
    ("neither day nor place", {"date": None, "place": None}, {"date": None, "place": None}),
    ("the country alone", {}, {"place": "Mali", "date": None}),
    ("a year and a country", {"date": "2031", "place": "Mali"}, {"date": "2031", "place": "Mali"}),
]


def linked(first: dict[str, Any], second: dict[str, Any], *claims: Any) -> list[RelationKind]:
    """How two engagements of two documents are linked."""
    records = {
        "engagements": [
            engagement("en-1", "alpha", **BASE | first),
            engagement("en-2", "beta", **BASE | second),
        ],
        "casualty_claims": claims,
    }
    dataset = Dataset.of(records)
    events = {record.event for record in dataset.engagements}
    kinds = [relation.kind for relation in dataset.relations if relation.kind.is_of_engagements]
    assert (len(events) == 1) == (RelationKind.SAME_EVENT in kinds)
    return kinds


def named(cases: list[Any]) -> list[Any]:
    return [pytest.param(*case[1:], id=case[0]) for case in cases]


@pytest.mark.parametrize(("first", "second"), named(ONE))
def test_one_event(first: dict[str, Any], second: dict[str, Any]) -> None:
    assert linked(first, second) == linked(second, first) == [RelationKind.SAME_EVENT]


@pytest.mark.parametrize(("first", "second"), named(SUGGESTED))
def test_perhaps_one_event(first: dict[str, Any], second: dict[str, Any]) -> None:
    assert linked(first, second) == linked(second, first) == [RelationKind.MAY_BE_SAME_EVENT]


@pytest.mark.parametrize(("first", "second"), named(APART))
def test_two_events(first: dict[str, Any], second: dict[str, Any]) -> None:
    assert linked(first, second) == linked(second, first) == []


def test_the_same_high_toll_tells_that_a_vague_date_is_meant() -> None:
    tolls = [
        claim(f"cl-{n}", d, "20", engagement=f"en-{n}") for n, d in ((1, "alpha"), (2, "beta"))
    ]
    vague = {"date": "2031", "attackers": ("JNIM",)}
    assert linked(vague, vague) == [RelationKind.MAY_BE_SAME_EVENT]
    assert linked(vague, vague, *tolls) == [RelationKind.SAME_EVENT]


def tolls(first: str, second: str, **second_values: Any) -> list[Any]:
    """A claim on each of two engagements."""
    one = claim("cl-1", "alpha", first, engagement="en-1", victim_party="Mali")
    other = claim("cl-2", "beta", second, engagement="en-2", **second_values)
    return [one, other]


def test_tolls_that_exclude_each_other_speak_against() -> None:
    told = {"kind": EngagementKind.OTHER}
    assert linked(told, told, *tolls("5", "40")) == [RelationKind.MAY_BE_SAME_EVENT]
    assert linked({}, {}, *tolls("5", "8")) == [RelationKind.SAME_EVENT]
    assert linked({}, {}, *tolls("at least 5", "40")) == [RelationKind.SAME_EVENT]


def test_other_targets_speak_against() -> None:
    soldiers, farmers = tolls("5", "6", victim_category="civilians")
    soldiers = evolve(soldiers, victim_category="soldiers")
    assert linked({}, {}, soldiers, farmers) == [RelationKind.MAY_BE_SAME_EVENT]
    anybody = evolve(farmers, victim_category="people")
    assert linked({}, {}, soldiers, anybody) == [RelationKind.SAME_EVENT]


def test_a_day_between_them_is_let_pass_where_all_else_agrees() -> None:
    told = {"attackers": ("JNIM",), "defenders": ("Mali",)}
    later = told | {"date": "2031-06-13"}
    assert linked(told, later, *tolls("23", "23")) == [RelationKind.SAME_EVENT]
    assert linked(told, later, *tolls("23", "24")) == []
    assert linked(told, later | {"place": "Konna"}, *tolls("23", "23")) == []
    assert linked(told, told | {"date": "2031-06-14"}, *tolls("23", "23")) == []


def test_every_ground_has_its_words() -> None:
    assert all(ground.words for ground in Ground)
    assert len({ground.value for ground in Ground}) == len(list(Ground))


def test_the_score_explains_itself() -> None:
    one, two = engagement("en-1", "alpha", **BASE), engagement("en-2", "beta", **BASE)
    (link,) = link_engagements([one, two], [], [], Identities()).links
    assert str(link.evidence) == (
        "both on 2031-06-12 (+0.40); the same place: Bamba (+0.35); both an attack (+0.10)"
    )
    assert link.evidence.score == 0.85


def place_of(name: str | None) -> Chain:
    """A place as the records of a document have it."""
    place = locate(name).place if name is not None else None
    return chain(name, place.id if place is not None else None) if name is not None else ()


def events_of(*records: Engagement) -> set[frozenset[str]]:
    """The events as the ids of their engagements."""
    found: dict[str, set[str]] = {}
    for id, event in link_engagements(records, [], [], Identities()).events.items():
        found.setdefault(event, set()).add(id)
    return {frozenset(ids) for ids in found.values()}


def test_what_one_document_tells_side_by_side_stays_apart() -> None:
    here = engagement("en-1", "alpha", **BASE)
    beside = engagement("en-2", "alpha", **BASE, start=400)
    far = engagement("en-3", "alpha", **BASE, start=9_000)
    elsewhere = engagement("en-4", "beta", **BASE)
    assert events_of(here, beside) == {frozenset({"en-1"}), frozenset({"en-2"})}
    assert events_of(here, far) == {frozenset({"en-1", "en-3"})}
    assert len(events_of(here, beside, elsewhere)) == 2  # not bridged by another document


def test_two_days_are_not_bridged_by_a_report_of_both() -> None:
    first = engagement("en-1", "alpha", **BASE)
    second = engagement("en-2", "beta", **BASE | {"date": "2031-06-13"})
    both = engagement("en-3", "gamma", **BASE | {"date": "2031-06-12/2031-06-13"})
    assert frozenset({"en-1", "en-2", "en-3"}) not in events_of(first, second, both)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Bamba", "bamba", Nearness.SAME),
        ("Bamba", "Gao Region", Nearness.REGION),
        ("Bamba", "Mali", Nearness.COUNTRY),
        ("Bamba", "Konna", Nearness.APART),
        ("Gao", "Niger", Nearness.APART),
        ("Nowhere-sur-Oued", "Bamba", Nearness.APART),
        (None, "Bamba", Nearness.UNKNOWN),
    ],
)
def test_nearness(one: str | None, other: str, near: Nearness) -> None:
    first, second = (place_of(name) for name in (one, other))
    assert nearness(first, second) is nearness(second, first) is near


@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_the_records_does_not_matter(
    world: dict[str, list[Any]], shuffler: random.Random
) -> None:
    engagements, claims = world["engagements"], world["casualty_claims"]
    known = link_engagements(engagements, claims, [], Identities())
    shuffled = [shuffler.sample(records, len(records)) for records in (engagements, claims)]
    again = link_engagements(*shuffled, [], Identities())
    assert again == known
    assert link_engagements(engagements * 2, claims * 2, [], Identities()) == known


@given(worlds(most=8))
def test_all_of_an_event_agree_on_day_and_place(world: dict[str, list[Any]]) -> None:
    records = {record.id: record for record in world["engagements"]}
    for event in events_of(*records.values()):
        together = [records[id] for id in event]
        for one in together:
            for other in together:
                assert nearness(place_of(one.place), place_of(other.place)) is not Nearness.APART
                if one.date and other.date:
                    assert one.date.earliest <= other.date.latest
                if one is not other and one.document == other.document:
                    assert (one.date, one.place) == (other.date, other.place)


@settings(max_examples=60)
@given(worlds(), st.data())
def test_merging_worlds(world: dict[str, list[Any]], data: st.DataObject) -> None:
    parts = [
        Dataset.of(
            {
                name: [record for record in records if data.draw(st.booleans())]
                for name, records in world.items()
            }
        )
        for _ in range(3)
    ]
    a, b, c = parts
    assert a.merge(b).merge(c) == a.merge(b.merge(c)) == a.merge(b, c)
    assert a.merge(b) == b.merge(a)
    assert a.merge(a) == a
