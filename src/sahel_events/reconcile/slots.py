"""Slots: what claims must share to be answers to one question.

"How many of Mali's fighters were killed at Bamba on 6 April 2020?" is a slot: an event, a party, a
group of people or a thing, and an outcome. Claims of one slot repeat or contradict each other;
claims of two slots do neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, frozen

from sahel_events.kinds import CIVIL_CATEGORIES, CIVILIANS, Outcome
from sahel_events.linking.parties import Identities
from sahel_events.model import CasualtyClaim
from sahel_events.registry.belligerents import party_with_id
from sahel_events.registry.names import fold

__all__ = ["Slot", "slots", "stand_together"]

#: Categories of those who are no fighters, by the group to which they belong here.
_GROUPS = {
    **dict.fromkeys(CIVIL_CATEGORIES, CIVILIANS),
    "peacekeepers": "peacekeepers",
}
#: Categories that say no more than that somebody belongs to the party; and of those, the ones that
#: tell who it was where no party is known.
_GENERAL = frozenset((None, "people", "soldiers", "militants", "prisoners", "other"))
_FIGHTERS = frozenset(("soldiers", "militants"))
#: Claims of one speaker that stand so close add to each other, or one is part of the other.
_TOGETHER = 300


@frozen(order=True)
class Slot:
    """A question that claims answer.

    ``event`` is the id of an event, or the day and place of claims that belong to none; ``party``
    what stands for the party, "" when it is unknown; ``side`` the side of an infobox whose losses
    are counted there without a party, "" for others; ``group`` "civilians", "peacekeepers", a
    narrower category ("police") or "" for all fighters of the party; ``what`` "people" or what
    stands for the thing.
    """

    event: str
    party: str
    side: str
    group: str
    outcomes: tuple[Outcome, ...]
    what: str


def slots(
    claims: Iterable[CasualtyClaim], events: Mapping[str, str], identities: Identities
) -> dict[Slot, list[CasualtyClaim]]:
    """The claims by slot, in the order of their documents; those that share none are left out."""
    found: dict[Slot, list[CasualtyClaim]] = {}
    for claim in sorted(claims, key=_place):
        event = _event(claim, events)
        if event is not None:
            found.setdefault(_slot(claim, event, identities), []).append(claim)
    _settle_unknown(found)
    return found


def stand_together(one: CasualtyClaim, other: CasualtyClaim) -> bool:
    """Whether one speaker tells of both in one breath, so that neither answers for the other."""
    return (
        one.document == other.document
        and one.field == other.field
        and one.claimant == other.claimant
        and (one.field != "body" or abs(one.start - other.start) < _TOGETHER)
    )


def _event(claim: CasualtyClaim, events: Mapping[str, str]) -> str | None:
    """The event of a claim; for one without, its day and place, or ``None`` when it has neither."""
    if claim.engagement is not None:
        return events.get(claim.engagement, claim.engagement)
    date = claim.date
    if date is None or not date.is_day or not claim.place:
        return None
    return f"{date.edtf} {fold(claim.place)}"


def _slot(claim: CasualtyClaim, event: str, identities: Identities) -> Slot:
    party = identities.of_name(claim.document, claim.victim_party) if claim.victim_party else ""
    group = _GROUPS.get(claim.victim_category or "", "")
    if party == CIVILIANS:
        party, group = "", CIVILIANS
    category = claim.victim_category
    if not group and (category not in _GENERAL or (not party and category in _FIGHTERS)):
        group = category or ""
    if _names_one(claim):
        group = fold(claim.victims or "")
    side = "" if party or claim.side is None else f"{claim.document} {claim.field}"
    return Slot(event, party, side, group, _outcomes(claim), _thing(claim.what))


def _outcomes(claim: CasualtyClaim) -> tuple[Outcome, ...]:
    """What happened to them, as it is counted: who was executed was killed."""
    found = {Outcome.KILLED if one is Outcome.EXECUTED else one for one in claim.outcomes}
    return tuple(sorted(found))


def _names_one(claim: CasualtyClaim) -> bool:
    """Whether the victim is a person by name: the death of one man is no toll."""
    victims = (claim.victims or "").split()
    alone = claim.quantity.low == claim.quantity.high == 1
    return alone and bool(victims) and all(word[:1].isupper() for word in (victims[0], victims[-1]))


def _thing(what: str) -> str:
    """A thing by its words, so that "VP11s" and "VP11 vehicles" are one."""
    words = fold(what).removesuffix("s").split()
    return " ".join(words[:-1] if len(words) > 1 and words[-1] == "vehicle" else words)


def _settle_unknown(found: dict[Slot, list[CasualtyClaim]]) -> None:
    """Give figures without a party to the only one of their event that they can be about."""
    losses: dict[Slot, list[Slot]] = {}
    for slot in sorted(found):
        losses.setdefault(evolve(slot, party="", side="", group=""), []).append(slot)
    for slots_ in losses.values():
        if len(slots_) > 1:
            _settle(found, slots_)


def _settle(found: dict[Slot, list[CasualtyClaim]], known: list[Slot]) -> None:
    """Join the slots of one event, outcome and thing that tell of the same people."""
    for narrower in (_to_mission, _to_fighters, _to_only_side):
        for slot in tuple(known):
            beside = [other for other in known if other != slot]
            narrow = narrower(slot, found[slot], beside)
            if narrow is not None:
                joined = found.get(narrow, []) + found.pop(slot)
                found[narrow] = sorted(joined, key=_place)
                known[:] = sorted({*beside, narrow})


def _to_mission(slot: Slot, _: Sequence[CasualtyClaim], beside: Sequence[Slot]) -> Slot | None:
    """A country's peacekeepers are those of the only mission of which the event tells."""
    missions = {other.party for other in beside if _kind(other.party) == "international mission"}
    if slot.group != "peacekeepers" or slot.party in missions or len(missions) != 1:
        return None
    return evolve(slot, party=missions.pop(), group="")


#: The category of fighters that nobody names, by the kind of party that they can be of.
_FIGHTERS_OF = {"militants": ("armed group",), "soldiers": ("state", "state force")}


def _to_fighters(slot: Slot, _: Sequence[CasualtyClaim], beside: Sequence[Slot]) -> Slot | None:
    """The only armed group of an event is that of its militants, the only state its soldiers'."""
    kinds = _FIGHTERS_OF.get(slot.group, ())
    known = {other.party for other in beside if _kind(other.party) in kinds}
    if slot.party or slot.side or len(known) != 1:
        return None
    return evolve(slot, party=known.pop(), group="")


def _to_only_side(
    slot: Slot, claims: Sequence[CasualtyClaim], beside: Sequence[Slot]
) -> Slot | None:
    """A toll of "at least 23" is told of the side of whose dead everyone else tells.

    It is not when some of them are counted among these 23, nor told of "people" where only rebels
    are known to have died.
    """
    sides = [other for other in beside if not other.group or other.group in _GROUPS.values()]
    if slot.party or slot.side or slot.group or len(sides) != 1 or len(sides) < len(beside):
        return None
    civil = any(claim.victim_category == "people" for claim in claims)
    return None if civil and _kind(sides[0].party) == "armed group" else sides[0]


def _kind(party: str) -> str:
    known = party_with_id(party) if party else None
    return known.kind if known is not None else ""


def _place(claim: CasualtyClaim) -> tuple[str, int, str]:
    """Where a claim stands, among those of other documents too."""
    return claim.document, claim.start, claim.id
