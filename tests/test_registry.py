"""The registry of belligerents: its data, whom names mean, and who belongs to whom."""

from __future__ import annotations

import datetime
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sahel_events as se
from sahel_events.registry.belligerents import (
    Party,
    listed,
    parties,
    party_named,
    party_with_id,
    register,
)
from sahel_events.registry.codings import codings
from sahel_events.registry.countries import countries
from sahel_events.registry.names import plain
from sahel_events.registry.references import references
from sahel_events.registry.relations import (
    Standing,
    is_within,
    members,
    predecessors,
    relations,
    successors,
    wholes,
)
from sahel_events.registry.resolving import candidates, resolve, suggestions

#: The countries of the wars of the Sahel and Lake Chad.
REGION = {"ML", "BF", "NE", "NG", "TD", "CM", "BJ", "TG", "MR", "DZ", "GH", "CI"}


def the(id: str) -> Party:
    party = party_with_id(id)
    assert party is not None
    return party


def the_ids(found: tuple[Party, ...]) -> set[str]:
    return {party.id for party in found}


def resolved(name: str, *context: str) -> str | None:
    found = resolve(name, context)
    return found.id if found else None


# The data.


def test_identifiers_are_readable_and_stand_once() -> None:
    ids = [party.id for party in listed()]
    assert len(register()) == len(ids) + len(countries())
    assert [id for id in register() if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", id)] == []


def test_a_form_stands_in_one_row_only() -> None:
    forms = Counter(form for party in listed() for form in party.names)
    assert [form for form, count in forms.items() if count > 1] == []
    states = {form for state in countries() for form in (*state.names, *state.demonyms)}
    assert set(forms) & states == set()


def test_kinds_are_those_of_the_model() -> None:
    kinds = {str(kind) for kind in se.BelligerentKind}
    assert {party.kind for party in register().values()} <= kinds - {"civilians", "unknown"}


def test_periods_are_edtf() -> None:
    periods = {party.period for party in listed()} | {r.period for r in relations()}
    for period in periods - {None}:
        assert period is not None
        date = se.EventDate.parse(period)
        assert date.edtf == period
        assert date.earliest is None or date.latest is None or date.earliest <= date.latest


def test_sources_are_references() -> None:
    cited = {key for relation in relations() for key in relation.sources}
    for party in listed():
        cited |= {*party.sources, *party.period_sources, *party.wikidata_sources}
    assert cited == set(references())  # none is missing, and none is there for nothing


def test_each_fact_has_its_source() -> None:
    assert [
        party.id for party in listed() if bool(party.period) != bool(party.period_sources)
    ] == []
    assert [p.id for p in listed() if bool(p.wikidata) != bool(p.wikidata_sources)] == []
    assert [relation for relation in relations() if not relation.sources] == []


def test_identifiers_of_wikidata_stand_once() -> None:
    found = [party.wikidata for party in listed() if party.wikidata]
    assert len(set(found)) == len(found)
    assert all(re.fullmatch(r"Q[1-9]\d*", id) for id in found)


def test_the_region_is_covered() -> None:
    sourced = [party for party in listed() if party.sources and REGION & set(party.countries)]
    assert len(sourced) >= 120


def test_every_reference_says_where_it_is() -> None:
    for reference in references().values():
        assert reference.title
        assert reference.publisher
        assert re.match(r"https?://", reference.url)
        assert str(reference).startswith(reference.title)


# Names.


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("JNIM", "jnim"),
        ("Jama'at Nasr al-Islam wal Muslimin", "jnim"),
        ("the Jama’at Nusrat al-Islam wal-Muslimin", "jnim"),
        ("MOJWA", "mujao"),
        ("MUJAO", "mujao"),
        ("Macina Liberation Front", "katiba-macina"),
        ("EIGS", "isgs"),
        ("État islamique au Sahel", "issp"),
        ("Etat islamique au Sahel", "issp"),
        ("Islamic State—Sahel Province", "issp"),
        ("CSP-DPA", "csp"),
        ("CSP-PSD", "csp"),
        ("wagner group", "wagner"),
        ("Mali", "mali"),
        ("Malian", "mali"),
        ("Government of Mali", "mali"),
        ("Malian government", "mali"),
        ("Malian army", "fama"),
        ("FAMa", "fama"),
        ("Military of Mali", "fama"),
        ("French", "france"),
        ("French troops", "france"),
        ("UN", "united-nations"),
        ("ECOWAS", "ecowas"),
        ("Niger", "niger"),
        ("Nigerien soldiers", "niger-armed-forces"),
        ("Nigerian soldiers", "nigerian-armed-forces"),
    ],
)
def test_names_mean_one_party(name: str, id: str) -> None:
    assert resolved(name) == id


@pytest.mark.parametrize(
    "name", ["", "the", "is", "car", "rebels", "army", "government of", "Ansar", "Front", "Mnla"]
)
def test_other_words_mean_nobody(name: str) -> None:
    assert resolve(name) is None


def test_a_shared_name_needs_its_country() -> None:
    assert candidates("BIR")
    assert resolve("BIR") is None
    assert resolved("BIR") is None
    assert resolved("BIR", "BF") == "bir-burkina-faso"
    assert resolved("BIR", "CM", "NG") == "bir-cameroon"
    assert resolved("BIR", "BF", "CM") is None
    assert resolved("CNSP", "NE") == "cnsp-niger"
    assert resolved("MPA", "FR") is None


def test_every_form_means_its_party() -> None:
    wrong = [
        form
        for party in listed()
        for form in party.names
        if resolve(form) not in (party, None)
        or (resolve(form, party.countries) != party and len(candidates(form)) == 1)
    ]
    assert wrong == []
    assert all(party_named(form) == party for form, party in parties().items())
    for state in countries():
        assert resolved(state.name) in register()


@given(st.sampled_from(sorted(parties())), st.sampled_from(["the ", "The ", ""]))
def test_an_article_changes_nothing(form: str, article: str) -> None:
    assert resolve(article + form) == resolve(form)


@given(st.text())
def test_any_text_means_one_party_or_none(text: str) -> None:
    found = resolve(text)
    assert found is None or found in register().values()


@given(st.sampled_from(sorted(parties())))
def test_apostrophes_and_accents_change_nothing(form: str) -> None:
    assert resolve(form.replace("'", "’")) == resolve(form)
    assert resolve(plain(form)) == resolve(form)


def test_a_likely_name_is_a_question_only() -> None:
    assert resolve("Ansar Deen") is None
    assert [party.id for party in suggestions("Ansar Deen")] == ["ansar-dine"]
    assert suggestions("Zzyzx") == []


# Who belongs to whom.


def test_coalitions_contain_their_members_while_they_last() -> None:
    mnla, cma, csp = the("mnla"), the("cma"), the("csp")
    assert the_ids(members(cma)) >= {"mnla", "hcua", "maa"}
    assert is_within(mnla, csp)
    assert is_within(mnla, csp, datetime.date(2023, 10, 1))
    assert not is_within(mnla, csp, datetime.date(2020, 10, 1))
    assert not is_within(csp, mnla)
    assert the_ids(wholes(the("plateforme"), datetime.date(2023, 10, 1))) == set()


def test_a_group_that_merged_belongs_to_what_it_became() -> None:
    jnim = the("jnim")
    for id in ("ansar-dine", "al-mourabitoun", "katiba-macina", "aqim-sahara"):
        assert is_within(the(id), jnim, datetime.date(2018, 1, 1))
        assert not is_within(the(id), jnim, datetime.date(2016, 1, 1))
    assert is_within(jnim, the("al-qaeda"))
    assert the_ids(predecessors(the("al-mourabitoun"))) == {"mujao", "al-mulathameen"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("isgs", "issp"),
        ("serval", "barkhane"),
        ("wagner", "africa-corps"),
        ("gspc", "aqim"),
        ("mujao", "al-mourabitoun"),
        ("mnla", "fla"),
        ("operation-lafiya-dole", "operation-hadin-kai"),
    ],
)
def test_who_became_whom(before: str, after: str) -> None:
    assert after in the_ids(successors(the(before)))
    assert before in the_ids(predecessors(the(after)))


def test_a_state_is_within_no_alliance() -> None:
    assert is_within(the("nigerian-army"), the("nigeria"))
    assert the("mnjtf") in wholes(the("nigeria"))
    assert not is_within(the("nigerian-army"), the("mnjtf"))


def test_everybody_is_within_itself_and_nobody_within_a_circle() -> None:
    for party in listed():
        assert is_within(party, party)
        for whole in wholes(party):
            assert not is_within(whole, party), f"{party.id} and {whole.id} contain each other"


def test_a_party_does_not_stand_to_itself() -> None:
    assert [r for r in relations() if r.party == r.other] == []
    keys = [(r.party.id, r.standing, r.other.id) for r in relations()]
    assert len(set(keys)) == len(keys)
    assert {r.standing for r in relations()} == set(Standing)


# How event datasets write them, and what is shared.


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("JNIM: Group for Support of Islam and Muslims", "jnim"),
        ("Military Forces of Mali (2013-2020)", "fama"),
        ("Military Forces of Burkina Faso (2022-)", "burkina-faso-armed-forces"),
        ("Police Forces of Niger (2023-)", "niger"),
        ("Islamic State (West Africa) - Greater Sahara Faction", "isgs"),
        ("Islamic State (West Africa) - Lake Chad Faction", "iswap"),
        ("CMA: Coordination of Movements of Azawad", "cma"),
        ("VDP: Volunteer for Defense of Homeland", "vdp"),
        ("Government of Chad", "chad"),
        ("Signed-in-Blood Battalion", "al-mulathameen"),
        ("JNIM: Islamic State Sahel Province", None),
        ("SSA", None),
        ("SSA-N", "shan-state-army-north"),
        ("Front for the Liberation of Azawad", None),
        ("FDS", None),
    ],
)
def test_names_of_event_datasets(name: str, party: str | None) -> None:
    assert resolved(name) == party


def test_the_security_forces_are_those_of_the_only_country() -> None:
    assert resolved("FDS", "NE") == "niger"
    assert resolved("Forces de Défense et de Sécurité", "BF", "FR") == "burkina-faso"
    assert resolved("FDS", "BF", "ML") not in ("burkina-faso", "mali")


def test_codings_are_of_parties() -> None:
    for coding in codings():
        assert resolved(coding.name) in (coding.party, None)
        assert coding.party in register()


def test_the_codes_of_states() -> None:
    codes = {state.iso: (state.iso3, state.gw, state.cow) for state in countries() if state.iso}
    assert codes["ML"] == ("MLI", 432, 432)
    assert codes["DE"] == ("DEU", 260, 255)
    assert codes["GB"] == ("GBR", 200, 200)
    known = [state.iso3 for state in countries() if state.iso3]
    assert len(set(known)) == len(known)
    assert all(re.fullmatch("[A-Z]{3}", code) for code in known)


def test_the_wings_of_the_arab_movement_went_two_ways() -> None:
    cma, fla, plateforme = the("cma"), the("fla"), the("plateforme")
    assert is_within(the("maa-cma"), cma)
    assert is_within(the("maa-cma"), fla)
    assert is_within(the("maa-plateforme"), plateforme)
    assert not is_within(the("maa-plateforme"), cma)
    assert not is_within(the("maa-plateforme"), fla)
    assert not is_within(the("gatia"), fla)


@pytest.mark.parametrize(
    ("party", "whole", "before", "after"),
    [
        ("niger", "mnjtf", (2024, 1, 1), (2025, 6, 1)),
        ("barkhane", "france", (2022, 1, 1), (2023, 1, 1)),
    ],
)
def test_what_has_ended(
    party: str, whole: str, before: tuple[int, int, int], after: tuple[int, int, int]
) -> None:
    assert the(whole) in wholes(the(party), datetime.date(*before))
    assert the(whole) not in wholes(the(party), datetime.date(*after))
