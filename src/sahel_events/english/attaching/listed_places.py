"""The places of which a sentence tells together: those of a list, and the one in an area."""

from __future__ import annotations

from sahel_events.english.attaching.annotated_sentence import Telling
from sahel_events.english.lexicon.senses import AND, PREPOSITION
from sahel_events.english.places.find_places import Spot
from sahel_events.english.places.overlap import is_wide, may_lie_in
from sahel_events.english.syntax.clauses import list_from

__all__ = ["places_listed", "town_within"]


def places_listed(telling: Telling, spot: Spot | None) -> list[str]:
    """The places of a list: "attacked troops in Bourem, Léré and Dioura"."""
    if (
        spot is None
        or telling.sentence.kind(spot.first) != PREPOSITION
        or spot.name.startswith("between ")
    ):
        return []
    sentence, at = telling.sentence, list_from(telling.sentence, spot.first + 1)
    if AND not in sentence.kinds[spot.first : at[-1] if at else spot.first]:
        return []  # "in Gao, Mali"
    members = [sentence.noun(member) for member in at]
    names = [noun.name for noun in members if noun.name is not None and noun.head is None]
    if len(members) < 2 or len(names) < len(members):
        return []
    return [sentence.tokens.words(*name) for name in names]


def town_within(telling: Telling, area: str) -> str | None:
    """The one town in an area of which a sentence tells: not so "in Gao and Kidal"."""
    for spot in telling.spots:
        if spot.weight > 1 and not is_wide(spot.name):
            several = telling.sentence.kind(spot.after) == AND
            return None if several or not may_lie_in(spot.name, area) else spot.name
    return None
