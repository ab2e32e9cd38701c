"""The vocabularies of the records: outcomes, stances, kinds of engagements, parties and relations.

Each value is the plain string that a dataset holds.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "CIVILIANS",
    "CIVIL_CATEGORIES",
    "FIGHTING_CATEGORIES",
    "BelligerentKind",
    "EngagementKind",
    "Outcome",
    "ParticipationRole",
    "RelationKind",
    "Severity",
    "Stance",
]


#: The party of those who belong to none, as claims name it.
CIVILIANS = "civilians"
#: The categories of victims who are civilians unless they are somebody's.
CIVIL_CATEGORIES = frozenset((CIVILIANS, "children", "journalists", "aid workers", "officials"))
#: The categories of people who hardly ever are killed but in an engagement.
FIGHTING_CATEGORIES = frozenset(("soldiers", "peacekeepers", "militants", "militia", "mercenaries"))


class Outcome(StrEnum):
    """What happened to the people or things that are counted."""

    KILLED = "killed"
    WOUNDED = "wounded"
    CAPTURED = "captured"
    MISSING = "missing"
    SURRENDERED = "surrendered"
    DESERTED = "deserted"
    ARRESTED = "arrested"
    EXECUTED = "executed"
    HOSTAGE = "hostage"
    FREED = "freed"
    DISPLACED = "displaced"
    DESTROYED = "destroyed"
    DAMAGED = "damaged"
    SEIZED = "seized"
    CASUALTY = "casualty"


class Stance(StrEnum):
    """How whoever states a figure stands to it."""

    STATED = "stated"
    CLAIMED = "claimed"
    CONFIRMED = "confirmed"
    DENIED = "denied"
    ALLEGED = "alleged"


class EngagementKind(StrEnum):
    """What kind of engagement it was."""

    ATTACK = "attack"
    AMBUSH = "ambush"
    BATTLE = "battle"
    CLASH = "clash"
    RAID = "raid"
    AIRSTRIKE = "airstrike"
    BOMBING = "bombing"
    SIEGE = "siege"
    CAPTURE = "capture"
    MASSACRE = "massacre"
    HOSTAGE_TAKING = "hostage-taking"
    SHOOTING = "shooting"
    OTHER = "other"


class BelligerentKind(StrEnum):
    """What kind of party a belligerent is; ``unknown`` where the registry does not have it."""

    STATE = "state"
    STATE_FORCE = "state force"
    ARMED_GROUP = "armed group"
    COALITION = "coalition"
    MILITIA = "militia"
    PRIVATE_MILITARY_COMPANY = "private military company"
    INTERNATIONAL_MISSION = "international mission"
    ORGANISATION = "organisation"
    CIVILIANS = "civilians"
    UNKNOWN = "unknown"


class ParticipationRole(StrEnum):
    """Whether a party fights or supports."""

    COMBATANT = "combatant"
    SUPPORTER = "supporter"


class RelationKind(StrEnum):
    """How one record stands to another: a claim to a claim, an engagement to an engagement."""

    CONTRADICTS = "contradicts"  #: no number fits both figures
    DIFFERS = "differs"  #: the figures are not the same, though one number fits both
    REPEATS = "repeats"  #: the same figure once more
    SUPERSEDES = "supersedes"  #: a later report of the same source gives another figure
    PART_OF = "part of"  #: it counts some of those whom the other one counts
    SUMS_TO = "sums to"  #: a part of a total that is the sum of its parts
    SAME_EVENT = "same event"  #: two engagements are one event
    MAY_BE_SAME_EVENT = "may be same event"  #: a suggestion: the evidence is too thin to join them

    @property
    def is_of_engagements(self) -> bool:
        """Whether it stands between engagements, and not between claims."""
        return self in (RelationKind.SAME_EVENT, RelationKind.MAY_BE_SAME_EVENT)


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"  #: something is wrong with the document
    WARNING = "warning"  #: something was stated and could not be read
    NOTE = "note"  #: something was read as context, or says that nothing is known
