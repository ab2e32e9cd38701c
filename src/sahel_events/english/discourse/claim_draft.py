"""A claim while it is being made."""

from __future__ import annotations

from attrs import define, field

from sahel_events.english.attaching.attach import Refused
from sahel_events.english.engagements.engagement import Event
from sahel_events.english.places.overlap import is_day, is_long, is_wide, may_lie_in, narrows
from sahel_events.kinds import Outcome, Stance
from sahel_events.values import EventDate, Quantity

__all__ = ["Told", "complete"]


@define(slots=True, eq=False)
class Told:
    """A claim while it is being made: ``start`` and ``end`` are characters of the section."""

    start: int
    end: int
    sentence: tuple[int, int]
    quantity: Quantity
    outcomes: tuple[Outcome, ...]
    rule: str
    what: str = "people"
    victims: str | None = None
    category: str | None = None
    party: str | None = None
    perpetrator: str | None = None
    claimant: str | None = None
    stance: Stance = Stance.STATED
    date: EventDate | None = None
    place: str | None = None
    event: Event | None = None
    parent: Told | None = None
    #: whether it takes day and place from its engagement, also when they are told only later
    undated: bool = False
    unplaced: bool = False
    #: whether it is of whoever speaks or acts: "nine of its own"
    own: bool = False
    #: how claimant, party, date, place and engagement were found, in words
    reasons: dict[str, str] = field(factory=dict)
    #: by the same names, what was not taken, and the rule that refused it
    refused: dict[str, tuple[Refused, ...]] = field(factory=dict)

    def because(self, name: str, value: object) -> None:
        """Give the reason of what comes from the engagement; none for what is not known."""
        if value is not None:
            self.reasons[name] = "that of the engagement"
        else:
            self.reasons.pop(name, None)


def complete(told: list[Told], news: bool) -> None:
    """Give claims the day and the place of their engagement that were told after them.

    As in "Nine men died in the raid. … The raid took place at Boni on Saturday."
    """
    for claim in told:
        _take_from_whole(claim)
        if claim.event is None:
            continue
        if claim.undated or (news and _is_closer(claim.event.date, claim.date)):
            claim.date = claim.event.date
            claim.because("date", claim.date)
        wider = claim.place is not None and _is_wider(claim.place, claim.event.place)
        if claim.unplaced or (news and wider):  # killed "in the north … near Boni"
            claim.place = claim.event.place
            claim.because("place", claim.place)


def _take_from_whole(claim: Told) -> None:
    """Give some of a whole the day, the place and the engagement of the whole."""
    whole = claim.parent
    if whole is None or claim.outcomes == (Outcome.FREED,):
        return
    if claim.event is None and claim.date is None and claim.place is None:
        claim.event, claim.date, claim.place = whole.event, whole.date, whole.place
        for name, value in (
            ("engagement", whole.event),
            ("date", whole.date),
            ("place", whole.place),
        ):
            if value is not None:
                claim.reasons[name] = "that of the whole"


def _is_closer(day: EventDate | None, week: EventDate | None) -> bool:
    """Whether an engagement's day lies in the week that is told of its losses."""
    if week is None or is_day(week) or is_long(week):
        return False
    return narrows(day, week)


def _is_wider(place: str, within: str | None) -> bool:
    """Whether a claim is told of a region where its engagement has a town in it."""
    if within is None or within == place or not is_wide(place):
        return False
    return not is_wide(within) and may_lie_in(within, place)
