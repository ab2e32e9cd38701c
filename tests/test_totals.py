"""What the groups of an event come to: one row that stands for all."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import sahel_events as se
from sahel_events.dataset import Dataset
from sahel_events.kinds import Stance
from sahel_events.reconcile.estimates import Estimate

from .plausible import claim, engagement, source, worlds

POLICIES = ("STRICT", "UCDP", "ACLED", "CLAIMANT_AWARE")
MALI = {"victim_party": "Mali", "victim_category": "soldiers"}
JNIM = {"victim_party": "JNIM", "victim_category": "militants"}


def totals(*claims: Any, policy: str = "UCDP", **published: str) -> list[Estimate]:
    """The rows of the whole event that the claims tell of."""
    return [row for row in rows(*claims, policy=policy, **published) if row.total]


def rows(*claims: Any, policy: str = "UCDP", **published: str) -> tuple[Estimate, ...]:
    names = sorted({claim.document for claim in claims})
    attackers = ("JNIM",)
    fought = {"date": "2031-06-12", "place": "Bamba", "attackers": attackers}
    parties = [
        se.Belligerent(
            id=f"{name}-{party}", document=name, start=0, end=1, field="body", name=party
        )
        for name in names
        for party in ("Mali", "JNIM")
    ]
    found = Dataset.of(
        {
            "documents": [source(name, published.get(name)) for name in names],
            "engagements": [engagement(f"en-{name}", name, **fought) for name in names],
            "belligerents": parties,
            "casualty_claims": [evolve(one, engagement=f"en-{one.document}") for one in claims],
        }
    )
    return se.estimate(found, policy)


def best(*claims: Any, **options: Any) -> int | None:
    (total,) = totals(*claims, **options)
    return total.best


def test_groups_of_one_breath_add() -> None:
    police = claim("cl-1", "alpha", "7", victims="police", victim_category="police")
    guards = claim("cl-2", "alpha", "8", victims="guards", victim_category="guards", start=3)
    assert best(police, guards) == 15


def test_people_of_one_party_in_one_list_add() -> None:
    first = claim("cl-1", "alpha", "7", victims="fighters", **JNIM)
    bomber = claim("cl-2", "alpha", "1", victims="bomber", start=2, **JNIM)
    assert best(first, bomber) == 8


def test_who_was_executed_was_killed() -> None:
    shot = claim("cl-1", "alpha", "4", outcomes=(se.Outcome.EXECUTED,), **MALI)
    told = claim("cl-2", "alpha", "9", victim_category="civilians", start=500)
    (total,) = totals(shot, told)
    assert (total.outcomes, total.best) == ((se.Outcome.KILLED,), 13)


def test_another_adds_and_the_same_again_does_not() -> None:
    first = claim("cl-1", "alpha", "20", quote="20 herders", victim_category="civilians")
    again = evolve(first, id="cl-2", start=80, end=85)
    another = evolve(again, quote="Another 20 herders")
    assert best(first, again) == 20
    assert best(first, another) == 40


def test_the_attackers_dead_come_on_top_of_a_toll_with_its_parts() -> None:
    whole = claim("cl-0", "alpha", "at least 26", victim_category="people")
    parts = [
        claim("cl-1", "alpha", "11", part_of="cl-0", start=40, **MALI),
        claim("cl-2", "alpha", "9", part_of="cl-0", start=80, victim_category="civilians"),
    ]
    attackers = claim("cl-3", "alpha", "3", claimant="JNIM", start=500, **JNIM)
    assert best(whole, *parts) == 26
    assert best(whole, *parts, attackers) == 29
    split = rows(whole, *parts, attackers)
    by_party = {row.party: row.best for row in split if not row.total and row.party}
    assert by_party == {"Mali": 11, "JNIM": 3}


def test_a_sum_of_groups_is_more_than_a_least_figure() -> None:
    whole = claim("cl-0", "alpha", "at least 10", victim_category="people")
    soldiers = claim("cl-1", "beta", "8", **MALI)
    civilians = claim("cl-2", "beta", "6", victim_category="civilians", start=500)
    assert best(whole, soldiers, civilians) == 14
    assert best(evolve(whole, quantity=se.Quantity.parse("12")), soldiers, civilians) == 12


def test_a_figure_smaller_than_a_group_is_no_total() -> None:
    some = claim("cl-0", "alpha", "2", claimant="a nurse")
    soldiers = claim("cl-1", "alpha", "8", start=500, **MALI)
    civilians = claim("cl-2", "alpha", "6", victim_category="civilians", start=900)
    assert best(some, soldiers, civilians) == 14


def test_at_least_is_no_ceiling() -> None:
    least = [claim(f"cl-{n}", f"d{n}", "at least 11", **MALI) for n in (1, 2)]
    exact = claim("cl-3", "gamma", "14", **MALI)
    (total,) = totals(*least, exact)
    assert (total.low, total.best, total.high, total.sources) == (11, 14, 14, 3)


def test_a_word_is_no_count() -> None:
    word = claim("cl-1", "alpha", "dozens", **MALI)
    (total,) = totals(word)
    assert (total.low, total.best, total.high) == (24, None, None)
    assert best(word, claim("cl-2", "beta", "31", **MALI)) == 31
    assert best(word, policy="ACLED") == 12
    assert best(claim("cl-1", "alpha", "tens", **MALI), policy="ACLED") == 10


def test_copies_of_one_report_are_one_source() -> None:
    words = "nine soldiers died when their convoy was ambushed near Bamba"
    copies = [claim(f"cl-{n}", f"d{n}", "9", quote=words, **MALI) for n in range(4)]
    others = [claim("cl-8", "alpha", "12", **MALI), claim("cl-9", "beta", "12", **MALI)]
    (total,) = totals(*copies, *others)
    assert (total.best, total.sources) == (12, 3)


def test_an_infobox_beside_its_sentence_is_one_source() -> None:
    cell = claim("cl-1", "alpha", "9", field="casualties1", **MALI)
    told = claim("cl-2", "alpha", "9", start=500, **MALI)
    (total,) = totals(cell, told)
    assert total.sources == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("an initial toll of 8", "54 dead"),
        ("8 dead", "a toll of 8 dead, which it raised to 54"),
    ],
)
def test_what_a_text_replaces_sets_no_bound(before: str, after: str) -> None:
    first = claim("cl-1", "alpha", "8", quote=before, **MALI)
    last = claim("cl-2", "alpha", "54", quote=after, start=3, **MALI)
    (total,) = totals(first, last)
    assert (total.low, total.best, total.high) == (54, 54, 54)


def test_an_enemys_word_leaves_the_best_to_others_and_is_marked() -> None:
    enemy = claim("cl-1", "alpha", "47", claimant="JNIM", stance=Stance.CLAIMED, **MALI)
    own = claim("cl-2", "alpha", "6", claimant="Mali", start=500, **MALI)
    assert best(enemy, own) == 6
    assert {totals(enemy, policy=name)[0].only_from for name in POLICIES} == {"JNIM"}
    assert best(enemy, policy="CLAIMANT_AWARE") is None
    assert totals(enemy, own)[0].only_from is None


def test_the_later_of_two_reports_is_nearer_the_truth() -> None:
    first, last = (claim(f"cl-{n}", n, f, **MALI) for n, f in (("alpha", "30"), ("beta", "20")))
    assert best(first, last, alpha="2031-06-13", beta="2031-06-15") == 20


def test_a_sides_cell_stands_for_its_parties() -> None:
    fought = engagement("en-1", "alpha", date="2031-06-12", place="Bamba")
    cell = claim("cl-1", "alpha", "25", field="casualties1", side=1, engagement="en-1")
    told = claim("cl-2", "alpha", "25", start=900, engagement="en-1", **MALI)
    enemy = claim("cl-3", "alpha", "4", start=1_900, engagement="en-1", **JNIM)
    side = se.Participation(
        id="pa-1", document="alpha", start=0, end=1, field="combatants1",
        belligerent="be-1", name="Mali", side=1, engagement="en-1",
    )  # fmt: skip
    tables = {"engagements": [fought], "participations": [side]}
    found = se.estimate(Dataset.of(tables | {"casualty_claims": [cell, told, enemy]}), "UCDP")
    assert [row.best for row in found if row.total] == [29]


def test_an_unknown_policy_is_refused() -> None:
    with pytest.raises(ValueError, match="expected one of STRICT, UCDP"):
        rows(claim("cl-1", "alpha", "4"), policy="GUESS")


GROUPS = st.lists(st.integers(1, 60), min_size=1, max_size=3)
CATEGORIES = ("police", "soldiers", "civilians")


@given(GROUPS, st.integers(1, 3), st.booleans())
def test_a_known_number_of_dead_comes_out(groups: list[int], copies: int, with_whole: bool) -> None:
    """Reports of one truth, told in parts, in all, or both, and any number of times."""
    truth = sum(groups)
    claims = []
    for copy in range(copies):
        document = f"d{copy}"
        if with_whole:
            whole = claim(f"cl-{copy}", document, str(truth), victim_category="people")
            claims.append(whole)
        claims += [
            claim(
                f"cl-{copy}-{n}", document, str(number), start=100 + 1_000 * n,
                victim_party="Mali" if n < 2 else "civilians", victim_category=CATEGORIES[n],
                part_of=f"cl-{copy}" if with_whole else None,
            )
            for n, number in enumerate(groups)
        ]  # fmt: skip
    assert {best(*claims, policy=name) for name in ("UCDP", "ACLED")} == {truth}


@given(worlds(most=9), st.sampled_from(POLICIES))
def test_every_event_and_outcome_has_one_total(world: dict[str, list[Any]], policy: str) -> None:
    found = se.estimate(Dataset.of(world), policy)
    asked = {(row.event, row.outcomes, row.what) for row in found}
    whole = [(row.event, row.outcomes, row.what) for row in found if row.total]
    assert len(whole) == len(set(whole))
    assert set(whole) == asked
