"""How claims stand to each other, what they come to, and what an audit queries."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import sahel_events as se
from sahel_events.dataset import Dataset
from sahel_events.kinds import Outcome, RelationKind, Stance
from sahel_events.model import Strength
from sahel_events.reconcile.sums import sums
from sahel_events.values import Quantity

from .plausible import claim, engagement, source, worlds

REPEATS, DIFFERS = RelationKind.REPEATS, RelationKind.DIFFERS
CONTRADICTS, SUPERSEDES = RelationKind.CONTRADICTS, RelationKind.SUPERSEDES
POLICIES = (se.STRICT, se.UCDP, se.ACLED, se.CLAIMANT_AWARE, evolve(se.UCDP, best=se.Best.LOWEST))

KINDS = [
    ("25", "25", REPEATS),
    ("25", "at least 25", DIFFERS),
    ("25", "at least 23", DIFFERS),
    ("11", "at least 33", CONTRADICTS),
    ("46", "148", CONTRADICTS),
    ("dozens", "148", DIFFERS),
    ("dozens", "11", CONTRADICTS),
    ("up to 30", "31", CONTRADICTS),
    ("about 100", "105", DIFFERS),
    ("10–14", "12", DIFFERS),
    ("10–14", "15–20", CONTRADICTS),
    ("0", None, CONTRADICTS),
    ("12", None, None),
]


def dataset(*claims: Any, **published: str) -> Dataset:
    """Claims on one event, told by the documents that they name."""
    names = sorted({claim.document for claim in claims})
    fought = {"date": "2031-06-12", "place": "Bamba"}
    return Dataset.of(
        {
            "documents": [source(name, published.get(name)) for name in names],
            "engagements": [engagement(f"en-{name}", name, **fought) for name in names],
            "casualty_claims": [
                evolve(claim, engagement=f"en-{claim.document}") for claim in claims
            ],
        }
    )


def kinds(found: Dataset) -> list[RelationKind]:
    return [relation.kind for relation in found.relations if not relation.kind.is_of_engagements]


@pytest.mark.parametrize(("one", "other", "kind"), KINDS)
def test_how_two_figures_stand(one: str | None, other: str | None, kind: RelationKind) -> None:
    first = claim("cl-1", "alpha", one, victim_party="Mali")
    second = claim("cl-2", "beta", other, victim_party="Malian army")
    assert kinds(dataset(first, second)) == ([] if kind is None else [kind])


@pytest.mark.parametrize(
    "aside",
    [
        {"victim_party": "JNIM"},
        {"outcomes": (Outcome.WOUNDED,)},
        {"victim_category": "civilians"},
        {"victim_category": "police"},
        {"what": "vehicle"},
        {"victims": "Abou Sidi", "quantity": Quantity.exactly(1)},
        {"document": "alpha", "start": 60},
        {"place": "Konna"},
        {"circumstances": "by April 2031"},
        {"victim_party": None, "side": 2, "field": "casualties2"},
    ],
)
def test_other_losses_are_not_compared(aside: dict[str, Any]) -> None:
    soldiers = {"victim_party": "Mali", "victim_category": "soldiers"}
    first = claim("cl-1", "alpha", "25", place="Bamba", **soldiers)
    second = evolve(claim("cl-2", "beta", "11", victim_party="Mali"), **aside)
    assert kinds(dataset(first, second)) == []


def test_what_two_speakers_say_in_one_breath_is_compared() -> None:
    ours = claim("cl-1", "alpha", "1", victim_party="JNIM", claimant="JNIM")
    theirs = claim("cl-2", "alpha", "100", victim_party="JNIM", claimant="army", start=40)
    found = dataset(ours, theirs)
    assert kinds(found) == [CONTRADICTS]
    assert found.relations[0].reason == "JNIM gives 1, army 100: both cannot be true"


def test_a_toll_without_a_party_is_that_of_the_only_side_with_dead() -> None:
    known = claim("cl-1", "alpha", "25", victim_party="Mali")
    unknown = claim("cl-2", "beta", "11")
    enemy = claim("cl-3", "alpha", "3", victim_party="JNIM", start=50)
    assert kinds(dataset(known, unknown)) == [CONTRADICTS]
    assert kinds(dataset(known, unknown, enemy)) == []


def test_a_later_report_supersedes() -> None:
    first = claim("cl-1", "alpha", "11", victim_party="Mali")
    later = claim("cl-2", "beta", "25", victim_party="Mali")
    found = dataset(first, later, alpha="2031-06-13", beta="2031-06-20")
    (relation,) = (r for r in found.relations if not r.kind.is_of_engagements)
    assert (relation.kind, relation.record, relation.other) == (SUPERSEDES, "cl-2", "cl-1")
    (estimate,) = se.estimate(found, se.UCDP)
    assert (estimate.low, estimate.best, estimate.high) == (25, 25, 25)


def parts(whole: str, *figures: str, **values: Any) -> list[Any]:
    total = claim("cl-0", "alpha", whole, field="casualties1", **values)
    return [
        total,
        *(
            claim(f"cl-{n}", "alpha", figure, part_of="cl-0", field="casualties1", start=n)
            for n, figure in enumerate(figures, start=1)
        ),
    ]


@pytest.mark.parametrize(
    ("whole", "figures", "holds"),
    [
        ("10", ("2", "3", "5"), True),
        ("10", ("2", "3", "6"), False),
        ("10", ("2", "3", "4"), False),
        ("10+", ("2", "3", "6"), True),
        ("10+", ("2", "3", "4"), False),
        ("10", ("2", "3", "4+"), None),  # the last may be five
        ("10", ("2", "3"), None),  # two items are hardly all
        ("10", ("8", "3"), False),
        ("9–11", ("2", "3", "5–6"), True),
        ("1,000", ("about 600", "350", "60"), True),
        ("dozens", ("2", "3", "5"), False),
    ],
)
def test_sums(whole: str, figures: tuple[str, ...], holds: bool | None) -> None:
    found = [sum_.holds for sum_ in sums(parts(whole, *figures))]
    assert found == ([] if holds is None else [holds])


def test_those_who_died_later_are_no_part_of_a_toll() -> None:
    whole, *items = parts("10", "6", "4", "3")
    died = evolve(items[-1], quote="3 prisoners later died")
    assert [sum_.holds for sum_ in sums([whole, *items])] == [False]
    assert [sum_.holds for sum_ in sums([whole, *items[:2], died])] == [True]


def test_parts_in_running_text_may_overlap() -> None:
    told = [evolve(figure, field="body") for figure in parts("17", "10", "12")]
    assert list(sums(told)) == []


def test_parts_of_another_outcome_do_not_count() -> None:
    freed = evolve(parts("10", "11")[1], outcomes=(Outcome.FREED,))
    (sum_,) = sums([*parts("10", "4", "6"), evolve(freed, id="cl-9")])
    assert sum_.holds


def test_a_total_that_is_told_again_is_added_up_again() -> None:
    again = claim("cl-9", "alpha", "428", field="casualties1", start=90)
    found = list(sums([*parts("428+", "200", "200", "30"), again]))
    assert [(sum_.whole.id, sum_.holds) for sum_ in found] == [("cl-0", True), ("cl-9", False)]
    assert str(found[1]) == "3 parts come to 430, the total says 428"


def test_strengths_are_added_up_too() -> None:
    total = Strength(
        id="st-0", document="alpha", start=0, end=5, field="strength1", quantity=Quantity.exactly(5)
    )
    items = [
        evolve(total, id=f"st-{n}", start=n, quantity=Quantity.exactly(2), part_of="st-0")
        for n in (1, 2, 3)
    ]
    (finding,) = se.audit(Dataset.of({"strengths": [total, *items]}))
    assert finding.kind is se.FindingKind.SUM
    assert [figure.id for figure in finding.figures] == ["st-0", "st-1", "st-2", "st-3"]


def test_a_claim_that_a_cell_states_as_fact() -> None:
    cell = claim("cl-1", "alpha", "25", victim_party="Mali", field="casualties1")
    told = claim("cl-2", "alpha", "25", victim_party="Mali", claimant="CSP-PSD", start=80)
    (finding,) = se.audit(dataset(cell, told))
    assert finding.kind is se.FindingKind.ATTRIBUTION
    assert finding.message == "casualties1 states 25 as fact; in the text it is what CSP-PSD says"
    assert [figure.id for figure in finding.figures] == ["cl-1", "cl-2"]
    assert se.audit(dataset(cell, evolve(told, claimant=None))) == ()


@pytest.mark.parametrize(
    ("one", "other", "certainty"),
    [
        ({}, {}, "sure"),
        ({}, {"victim_party": None}, "likely"),
        ({}, {"quote": "we have buried 43", "claimant": "a resident"}, None),
        ({"quote": "46 bodies"}, {"quote": "148 bodies", "claimant": "a resident"}, "sure"),
        ({"what": "vehicle"}, {"what": "vehicle"}, None),
        ({"quantity": Quantity.parse("4")}, {"quantity": Quantity.parse("9")}, None),
        ({"victim_party": None}, {"victim_party": None}, None),
        ({"victim_party": None}, {"victim_party": None, "claimant": "a nurse"}, "likely"),
        ({"quantity": Quantity.parse("dozens")}, {"quantity": Quantity.parse("200")}, None),
    ],
)
def test_only_rival_figures_of_one_thing_are_queried(
    one: dict[str, Any], other: dict[str, Any], certainty: str | None
) -> None:
    first = evolve(claim("cl-1", "alpha", "27", victim_party="Mali", place="Bamba"), **one)
    second = evolve(claim("cl-2", "alpha", "43", victim_party="Mali", start=2_000), **other)
    found = se.audit(dataset(first, second))
    assert [str(finding.certainty) for finding in found] == ([certainty] if certainty else [])


def test_a_finding_says_what_is_counted_and_the_sure_ones_come_first() -> None:
    sure = [claim(f"cl-{n}", "alpha", f, victim_party="Mali", start=n, place="Bamba", claimant=c)
            for n, f, c in ((1_000, "27", None), (2_000, "43", "a nurse"))]  # fmt: skip
    likely = [claim(f"cl-{n}", "alpha", f, outcomes=(Outcome.WOUNDED,), start=n, claimant=c)
              for n, f, c in ((10, "30", None), (3_000, "60", "a nurse"))]  # fmt: skip
    first, second = se.audit(dataset(*likely, *sure))
    assert (first.certainty, second.certainty) == (se.Certainty.SURE, se.Certainty.LIKELY)
    assert (first.subject, second.subject) == ("killed of Mali, Bamba", "wounded")


def test_policies_disagree_on_one_loss() -> None:
    claims = [
        claim("cl-1", "alpha", "at least 25", victim_party="Mali", claimant="JNIM"),
        claim("cl-2", "beta", "11", victim_party="Mali", claimant="Malian army"),
        claim("cl-3", "gamma", "dozens", victim_party="Mali"),
        claim("cl-4", "gamma", "11", victim_party="Mali", claimant="a nurse", start=900),
        claim("cl-5", "gamma", None, victim_party="Mali", start=1_800),
        claim("cl-6", "gamma", "90", victim_party="Mali", start=2_700, stance=Stance.DENIED),
    ]
    found = {
        policy.name: se.estimate(dataset(*claims), policy)[0]
        for policy in (se.STRICT, se.UCDP, se.ACLED)
    }
    bounds = {name: (e.low, e.best, e.high) for name, e in found.items()}
    assert bounds == {
        "STRICT": (11, None, None),
        "UCDP": (11, 11, 25),
        "ACLED": (11, 11, 11),
    }
    assert found["UCDP"].low_claims == ("cl-2", "cl-4")
    assert found["UCDP"].high_claims == ("cl-1",)
    assert found["STRICT"].claims == tuple(f"cl-{n}" for n in range(1, 7))


def test_sides_of_an_infobox_are_estimated_apart() -> None:
    cells = [
        claim(f"cl-{n}", "alpha", figure, side=n, field=f"casualties{n}")
        for n, figure in ((1, "2"), (2, "59"))
    ]
    found = se.estimate(dataset(*cells), se.UCDP)
    assert [(one.side, one.best, one.total) for one in found] == [
        (None, 61, True),
        (1, 2, False),
        (2, 59, False),
    ]
    assert se.audit(dataset(*cells)) == ()


@pytest.mark.parametrize(
    ("smaller", "larger", "queried"),
    [
        ({"figure": "8"}, {"figure": "121"}, 0),  # on this ship, and in all
        ({"figure": "33"}, {"figure": "34"}, 1),
        ({"figure": "11", "field": "casualties1"}, {"figure": "at least 33"}, 1),
        ({"figure": "8", "claimant": "the governor"}, {"figure": "121"}, 1),
        ({"figure": "8"}, {"figure": "121", "document": "beta"}, 1),
        ({"figure": "0"}, {"figure": "121"}, 1),
    ],
)
def test_a_small_figure_of_an_account_may_be_part_of_its_total(
    smaller: dict[str, Any], larger: dict[str, Any], queried: int
) -> None:
    told = {"document": "alpha", "victim_party": "Mali"}
    one = claim("cl-1", **(told | smaller))
    other = claim("cl-2", **(told | larger), start=2_000)
    assert len(se.audit(dataset(one, other))) == queried


def test_an_enemys_figure_counts_less() -> None:
    fought = engagement("en-alpha", "alpha", date="2031-06-12", place="Bamba")
    parties = [
        se.Belligerent(id=name, document="alpha", start=0, end=1, field="combatants1", name=name)
        for name in ("Mali", "JNIM")
    ]

    def estimated(*claims: Any) -> tuple[int | None, ...]:
        told = [evolve(claim, engagement="en-alpha") for claim in claims]
        tables = {"engagements": [fought], "belligerents": parties, "casualty_claims": told}
        (found,) = se.estimate(Dataset.of(tables), se.CLAIMANT_AWARE)
        return found.low, found.best, found.high

    enemy = claim("cl-1", "alpha", "100", victim_party="Mali", claimant="JNIM")
    own = claim("cl-2", "alpha", "4", victim_party="Mali", claimant="Mali", start=800)
    other = claim("cl-3", "alpha", "15", victim_party="Mali", claimant="a nurse", start=1_600)
    assert estimated(enemy) == (100, None, 100)
    assert estimated(enemy, own) == (4, 4, 100)
    assert estimated(enemy, own, other) == (15, 15, 100)


@settings(max_examples=150)
@given(worlds(most=9), st.sampled_from(POLICIES))
def test_an_estimate_stays_within_its_claims(
    world: dict[str, list[Any]], policy: se.Policy
) -> None:
    found = Dataset.of(world)
    claims = {claim.id: claim for claim in found.casualty_claims}
    for one in se.estimate(found, policy):
        bounds = [se.bounds(claims[id].quantity, policy) for id in one.claims]
        lows = [bound.low for bound in bounds if bound.low is not None]
        highs = [bound.high for bound in bounds if bound.high is not None]
        most_low, most_high = (
            (sum(lows), sum(highs)) if one.total else (max(lows, default=0), max(highs, default=0))
        )
        assert one.low is None or min(lows) <= one.low <= most_low
        assert one.high is None or min(highs) <= one.high <= most_high
        if one.best is not None:
            assert one.low is not None
            assert one.low <= one.best
            assert one.high is None or one.best <= one.high
        for rests in (one.low_claims, one.best_claims, one.high_claims):
            assert set(rests) <= set(one.claims)
        assert (one.low is None) == (not one.low_claims)


@given(worlds(most=9), st.sampled_from(POLICIES))
def test_a_claim_told_again_changes_no_bound(
    world: dict[str, list[Any]], policy: se.Policy
) -> None:
    again = [evolve(claim, id=f"{claim.id}-again") for claim in world["casualty_claims"]]
    twice = world | {"casualty_claims": world["casualty_claims"] + again}
    once, told_twice = (se.estimate(Dataset.of(told), policy) for told in (world, twice))
    assert [(e.event, e.low, e.best, e.high) for e in once] == [
        (e.event, e.low, e.best, e.high) for e in told_twice
    ]


@given(worlds(most=9), st.data())
def test_every_claim_leaves_its_trace_however_many_there_are(
    world: dict[str, list[Any]], data: st.DataObject
) -> None:
    some = [claim for claim in world["casualty_claims"] if data.draw(st.booleans())]
    few = {
        id
        for one in se.estimate(Dataset.of(world | {"casualty_claims": some}))
        for id in one.claims
    }
    all_ = {id for one in se.estimate(Dataset.of(world)) for id in one.claims}
    assert few <= all_
    placed = {claim.id for claim in world["casualty_claims"] if claim.engagement is not None}
    assert placed <= all_


@given(worlds(most=9))
def test_an_audit_is_as_sure_as_the_relations(world: dict[str, list[Any]]) -> None:
    found = Dataset.of(world)
    again = Dataset.of(
        {name: list(reversed(list(table))) for name, table in found.tables().items()}
    )
    assert se.audit(found) == se.audit(again)
    for finding in se.audit(found):
        assert len(finding.figures) > 1


def test_a_part_is_related_to_its_whole() -> None:
    whole = claim("cl-1", "alpha", "17", victim_party="Mali")
    part = claim("cl-2", "alpha", "2", victim_party="Mali", part_of="cl-1", start=20)
    (found,) = Dataset.of({"casualty_claims": [whole, part]}).relations
    assert (found.kind, found.record, found.other) == (RelationKind.PART_OF, "cl-2", "cl-1")
    assert found.reason == "2 of 17, as the document puts them"
