"""How parties stand to each other, and when: who belongs to whom, and who became whom.

``data/relations.csv`` can be edited: a row a relation.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache

from attrs import frozen

from sahel_events.csv_tables import rows, several
from sahel_events.registry.belligerents import Party, register
from sahel_events.values import EventDate

__all__ = [
    "Relation",
    "Standing",
    "is_within",
    "members",
    "predecessors",
    "relations",
    "relations_of",
    "relations_to",
    "successors",
    "wholes",
]


class Standing(StrEnum):
    """How one party stands to another."""

    MEMBER_OF = "member of"
    PART_OF = "part of"
    ARMED_FORCES_OF = "armed forces of"
    MERGED_INTO = "merged into"
    RENAMED_TO = "renamed to"
    SPLIT_FROM = "split from"
    SUCCESSOR_OF = "successor of"
    ALLIED_WITH = "allied with"


#: What puts one party inside the other.
_INSIDE = frozenset(
    (Standing.MEMBER_OF, Standing.PART_OF, Standing.ARMED_FORCES_OF, Standing.MERGED_INTO)
)
#: What makes the other party the later one of the two.
_BECAME = frozenset((Standing.MERGED_INTO, Standing.RENAMED_TO))


@frozen
class Relation:
    """That ``party`` stands so to ``other``, when (EDTF), and who says so (keys of references)."""

    party: Party
    standing: Standing
    other: Party
    period: str | None
    sources: tuple[str, ...]

    def holds(self, on: datetime.date | None) -> bool:
        """Whether it held on that day; always, when no day is asked for or no period is known."""
        if on is None or self.period is None:
            return True
        period = EventDate(self.period)
        begun = period.earliest is None or period.earliest <= on
        return begun and (period.latest is None or on <= period.latest)


@cache
def relations() -> tuple[Relation, ...]:
    """Every relation, in the order of the file."""
    return tuple(
        Relation(
            register()[row["party"]],
            Standing(row["relation"]),
            register()[row["other"]],
            row["period"] or None,
            several(row["source"]),
        )
        for row in rows(__package__, "relations.csv")
    )


def relations_of(party: Party) -> tuple[Relation, ...]:
    """How it stands to others."""
    return _by_party().get(party.id, ())


def relations_to(party: Party) -> tuple[Relation, ...]:
    """How others stand to it."""
    return _by_other().get(party.id, ())


@cache
def _by_party() -> dict[str, tuple[Relation, ...]]:
    return _grouped(relations(), lambda relation: relation.party.id)


@cache
def _by_other() -> dict[str, tuple[Relation, ...]]:
    return _grouped(relations(), lambda relation: relation.other.id)


def _grouped(
    found: Iterable[Relation], key: Callable[[Relation], str]
) -> dict[str, tuple[Relation, ...]]:
    groups: dict[str, list[Relation]] = {}
    for relation in found:
        groups.setdefault(key(relation), []).append(relation)
    return {name: tuple(group) for name, group in groups.items()}


def wholes(party: Party, on: datetime.date | None = None) -> tuple[Party, ...]:
    """What it belongs to, on a day or ever: its coalition, its army, the group it merged into."""
    found = (r.other for r in relations_of(party) if r.standing in _INSIDE and r.holds(on))
    return tuple(dict.fromkeys(found))


def members(party: Party, on: datetime.date | None = None) -> tuple[Party, ...]:
    """What belongs to it, on a day or ever."""
    found = (r.party for r in relations_to(party) if r.standing in _INSIDE and r.holds(on))
    return tuple(dict.fromkeys(found))


def is_within(party: Party, other: Party, on: datetime.date | None = None) -> bool:
    """Whether it is the other party, or belongs to it, through others as well.

    A state is within nothing: what Nigeria's army does is not the doing of each alliance that
    Nigeria has joined.
    """
    seen: set[str] = set()
    open_ = [party]
    while open_:
        current = open_.pop()
        if current.id == other.id:
            return True
        if current.id not in seen and current.kind != "state":
            open_.extend(wholes(current, on))
        seen.add(current.id)
    return False


def successors(party: Party) -> tuple[Party, ...]:
    """What it became: its later name, the group it merged into, whoever took its place."""
    became = (r.other for r in relations_of(party) if r.standing in _BECAME)
    followed = (r.party for r in relations_to(party) if r.standing is Standing.SUCCESSOR_OF)
    return tuple(dict.fromkeys((*became, *followed)))


def predecessors(party: Party) -> tuple[Party, ...]:
    """What it was before: its earlier name, what merged into it, whose place it took."""
    was = (r.party for r in relations_to(party) if r.standing in _BECAME)
    followed = (r.other for r in relations_of(party) if r.standing is Standing.SUCCESSOR_OF)
    return tuple(dict.fromkeys((*was, *followed)))
