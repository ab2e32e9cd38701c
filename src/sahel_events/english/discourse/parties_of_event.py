"""Whose they are, by the event: who attacked, who was attacked, and what the words leave open.

"The attackers" are of whoever attacked, even where the report says only later who that was; people
who died where a market was attacked are civilians; and a bare figure that somebody admits is of
his own side.
"""

from __future__ import annotations

from sahel_events.english.discourse.claim_draft import Told
from sahel_events.english.engagements.engagement import Event
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.kinds import CIVILIANS, EngagementKind, Outcome
from sahel_events.registry.countries import country_named
from sahel_events.registry.resolving import resolve

__all__ = ["party_by_event", "party_by_parts", "take_responsibility"]

_HOSTILE = word_list("people who fight a state") | word_list("people who attack")
#: Categories of people who are somebody's fighters, and no state's.
_REBELS = frozenset(("militants", "militia"))
#: Words that say no more of people than that they are some.
_ANYBODY = word_list("people in general")
#: People who bear no arms, whoever fights.
_HELPLESS = frozenset(("women", "children"))
#: What hardly ever becomes of things, and so tells of people.
_OF_PEOPLE = frozenset((Outcome.KILLED, Outcome.WOUNDED, Outcome.HOSTAGE, Outcome.MISSING))


def party_by_event(claim: Told) -> tuple[str, str] | None:
    """The party that the event gives to victims whose words give none, and why."""
    event = claim.event
    if event is None or claim.what != "people":
        return None
    if _are_attackers(claim):
        attacker = _named_attacker(event)
        return (attacker, "those who attacked") if attacker is not None else None
    anybody = claim.victims is None or claim.victims.lower() in _ANYBODY
    if not anybody or claim.category not in (None, "people", "civilians"):
        return None
    struck = {name for name in event.defenders if name.lower() not in _ANYBODY}
    massacred = event.kind is EngagementKind.MASSACRE and Outcome.KILLED in claim.outcomes
    if (
        (struck == {CIVILIANS} or massacred)
        and not _OF_PEOPLE.isdisjoint(claim.outcomes)
        and not claim.own
    ):
        return CIVILIANS, "those who were attacked"
    return None


def party_by_parts(whole: Told, parts: list[Told]) -> tuple[str, str] | None:
    """People among whom there are women or children, and no fighters, are civilians."""
    anybody = whole.victims is None or whole.victims.lower() in _ANYBODY
    if whole.party is not None or not anybody or whole.what != "people":
        return None
    if _OF_PEOPLE.isdisjoint(whole.outcomes):
        return None
    helpless = any(part.category in _HELPLESS for part in parts)
    if helpless and all(part.party == CIVILIANS for part in parts):
        return CIVILIANS, "as the women and children among them"
    return None


def take_responsibility(claim: Told) -> None:
    """Let whoever is told to have done harm, and is a party, be among those who attacked."""
    event, doer = claim.event, claim.perpetrator
    if event is None or doer is None or _named_attacker(event) is not None:
        return
    known = resolve(doer)
    hit = claim.party is not None and (
        claim.party == CIVILIANS or country_named(claim.party) is not None
    )
    fights = known is not None and known.kind in ("armed group", "militia")
    if fights and hit and doer not in event.defenders:
        event.attackers.append(doer)


def _are_attackers(claim: Told) -> bool:
    words = (claim.victims or "").lower().split()
    if not words:
        return False
    head = words[-1]
    singular = head.removesuffix("s") if not head.endswith("men") else f"{head[:-3]}man"
    return claim.category in _REBELS or head in _HOSTILE or singular in _HOSTILE


def _named_attacker(event: Event) -> str | None:
    """The one armed group that attacked, where just one is named."""
    groups = [
        name
        for name in event.attackers
        if country_named(name) is None and (party := resolve(name)) is not None and party.kind
    ]
    return groups[0] if len(groups) == 1 else None
