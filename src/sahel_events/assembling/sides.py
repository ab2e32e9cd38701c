"""Who fought: the parties and people of each side."""

from __future__ import annotations

from collections.abc import Sequence

from sahel_events.assembling.box import BoxState
from sahel_events.assembling.parties import Parties
from sahel_events.english import (
    FATE,
    Named,
    Side,
    names_somebody_lost,
    read_combatants,
    read_commanders,
    read_lead,
)
from sahel_events.kinds import CIVILIANS, ParticipationRole
from sahel_events.model import Commander, Participation
from sahel_events.registry.countries import country_named
from sahel_events.text.passage import Passage

__all__ = ["add_commanders", "add_participations", "name_parties", "own_name", "side_of"]


def name_parties(states: Sequence[BoxState]) -> None:
    """Read the names of all sides of all boxes first: the figures are understood through them."""
    for state in states:
        state.enter()
        for number, _, passage in state.box.numbered("combatant"):
            state.combatants[number or 1] = read_combatants(passage.text, passage.links)
            if names_somebody_lost(passage.text):
                state.incomplete.add(number or 1)
        for number, _, passage in state.box.numbered("commander"):
            state.commanders[number or 1] = read_commanders(passage.text, passage.links)
    if states:
        _learn(states)


def _learn(states: Sequence[BoxState]) -> None:
    """Gather the names that the document has for the parties, and who attacked whom."""
    parties, layout = states[0].parties, states[0].layout
    named = [name for state in states for names in state.combatants.values() for name in names]
    fields = [passage for state in states for passage in state.box.fields.values()]
    links = [link for passage in fields for link in passage.links]
    bodies = (section.body for section in layout.sections)
    texts = (passage.text for passage in (*fields, *layout.meta.values(), *bodies))
    parties.learn("\n".join(texts), named, links)
    opposed = read_lead(states[0].lead, parties.names)
    for state in states:
        state.opposed = opposed


def own_name(named: Named, parties: Parties) -> str:
    """The party that a combatant line names: the country, where it is the country's state."""
    if named.name.lower().startswith("civilian"):
        return CIVILIANS
    return parties.names.resolve(named.name) or named.name


def side_of(state: BoxState, number: int | None) -> Side:
    """The side with this number, and its party when it has just one."""
    if number is None:
        return Side()
    named = state.combatants.get(number, [])
    top = [name for name in named if name.parent is None]
    top = [name for name in top if name.role is ParticipationRole.COMBATANT] or top
    own = own_name(top[0], state.parties) if len(top) == 1 else _opposed_party(state, number)
    if number in state.incomplete and named:
        own = None  # a name that a converter lost stood here too
    others = (names for side, names in state.combatants.items() if side != number)
    opponents = {own_name(name, state.parties) for names in others for name in names}
    members = frozenset(own_name(name, state.parties) for name in named)
    if number > 2 and not named:  # a field for civilians, or for all sides together
        return Side(number, own, nobodys=True)
    return Side(number, own, frozenset(opponents - {own}), members)


def _opposed_party(state: BoxState, number: int) -> str | None:
    """A side's party from the article's first sentences, where the infobox lost one of its sides.

    A state stands against a group: where the side that is left lists groups, the other one is the
    state, and the group that the text opposes to the state stands for those that are listed.
    """
    listed = [side for side, names in state.combatants.items() if names]
    if state.opposed is None or len(listed) != 1 or number not in (1, 2):
        return None  # where both are lost, the order of the text is not that of the infobox
    pair = (state.opposed.attacker, state.opposed.defender)
    states = [name for name in pair if country_named(name)]
    if len(states) != 1:
        return None
    group = pair[0] if pair[1] == states[0] else pair[1]
    lists_states = any(name.country for name in state.combatants[listed[0]])
    return states[0] if lists_states == (number == listed[0]) else group


def add_participations(state: BoxState) -> None:
    """Add who took part on which side."""
    for number, field_name, passage in state.box.numbered("combatant"):
        for name in state.combatants[number or 1]:
            _add_participation(state, name, number or 1, field_name, passage)


def _add_participation(
    state: BoxState, name: Named, side: int, field_name: str, passage: Passage
) -> None:
    party = own_name(name, state.parties)
    belligerent = state.parties.belligerent(party, passage, name.start, name.end, field_name)
    state.records.add(
        Participation,
        state.records.identify("participation", field_name, name.name, name.parent),
        passage,
        name.start,
        name.end,
        field_name,
        belligerent=belligerent.id,
        name=f"{name.name} ({name.remarks[0]})" if name.remarks else name.name,
        side=side,
        role=name.role,
        period=name.period,
        parent=name.parent,
        **state.fought.ids,
    )


def add_commanders(state: BoxState) -> None:
    """Add who led which party."""
    for number, field_name, passage in state.box.numbered("commander"):
        for person in state.commanders[number or 1]:
            _add_commander(state, person, number or 1, field_name, passage)


def _add_commander(
    state: BoxState, person: Named, side: int, field_name: str, passage: Passage
) -> None:
    party = person.country.name if person.country else None
    remark = person.remarks[0] if person.remarks else None
    if remark and party is None and _names_party(state, remark):
        party, remark = remark, None
    if party:
        state.parties.belligerent(party, passage, person.start, person.end, field_name)
    state.records.add(
        Commander,
        state.records.identify("commander", field_name, person.name),
        passage,
        person.start,
        person.end,
        field_name,
        name=person.name,
        rank=person.rank,
        party=party,
        side=side,
        period=person.period,
        remark=remark,
        page=person.page,
        **state.fought.ids,
    )


def _names_party(state: BoxState, remark: str) -> bool:
    """Whether a bracket behind a commander names a party, not a fate or a branch of service."""
    known = state.parties.names.resolve(remark) is not None
    return known or (remark[:1].isupper() and FATE.fullmatch(remark) is None)
