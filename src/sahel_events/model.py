"""The records: conflicts, engagements, belligerents, casualty claims and their companions.

The classes are the schema. Each field is described here, once: Parquet columns, the data dictionary
in the docs, JSON and the tests' strategies are all derived from it. To add a field is to add one
attribute with :func:`described`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import frozen

from sahel_events.describing import described, summarised
from sahel_events.kinds import (
    BelligerentKind,
    EngagementKind,
    Outcome,
    ParticipationRole,
    RelationKind,
    Severity,
    Stance,
)
from sahel_events.values import EventDate, PlacedBy, Precision, Quantity

__all__ = [
    "TABLES",
    "Belligerent",
    "CasualtyClaim",
    "Commander",
    "Conflict",
    "Engagement",
    "Figure",
    "Participation",
    "Problem",
    "Record",
    "Relation",
    "Source",
    "Strength",
]


_PLACE_ID = (
    'Identifier of the place in the register, or in the gazetteer that was given ("geonames:" and '
    "a number); null when neither knows it, or when the name can mean several places."
)


@frozen(kw_only=True)
class Record:
    """What every record carries: who it is, and where it stands."""

    #: What a record of the class is, in a sentence.
    SUMMARY: ClassVar[str] = ""

    id: str = described("Stable identifier: the same document gives the same identifiers.")
    document: str = described("Identifier of the document that the record was read from.")
    start: int = described("Where the evidence begins, in characters of the decoded document.")
    end: int = described("Where the evidence ends: the character after its last.")
    field: str = described('The infobox field ("casualties1"), "body" or "document".')


@frozen(kw_only=True)
class Figure(Record):
    """A record of one stated figure, with the words that state it."""

    quantity: Quantity = described("How many, as stated.")
    quote: str | None = described(
        "The characters themselves; null for a figure that no document was read for.", default=None
    )
    line: int | None = described("Line in the decoded document, from 1.", default=None)
    column: int | None = described("Column in that line, from 1.", default=None)


@summarised("A document that was read: file, origin and licence.")
@frozen(kw_only=True)
class Source(Record):
    name: str = described("Name of the file.")
    sha256: str = described(
        "SHA-256 of the file's bytes, in hexadecimal; empty when they could not be read."
    )
    format: str = described('Format that the document was read as, such as "front-matter".')
    title: str | None = described("Title that the document gives itself.", default=None)
    publisher: str | None = described("Who published it, as the document says.", default=None)
    published: str | None = described(
        "Publication date (ISO 8601) given by the caller.", default=None
    )
    licence: str | None = described("Licence that the document states.", default=None)
    description: str | None = described("Summary that the document gives of itself.", default=None)
    gazetteer: str | None = described(
        "SHA-256 of the gazetteer with which its places were found; null without one.", default=None
    )
    repairs: int = described("Number of lines whose mojibake was repaired.", default=0)


@summarised("A war, insurgency or campaign: many engagements.")
@frozen(kw_only=True)
class Conflict(Record):
    name: str = described("Name of the conflict.")
    part_of: tuple[str, ...] = described("Larger conflicts it belongs to, by name.", default=())
    date: EventDate | None = described("When it was fought.", default=None)
    place: str | None = described("Where, as named.", default=None)
    status: str | None = described('State or result in a line, such as "Ongoing".', default=None)
    results: tuple[str, ...] = described("Further statements on status and result.", default=())
    sides: tuple[str, ...] = described("First-named party of each side, in order.", default=())


@summarised("One attack, battle, raid, siege …: one place, one stretch of time.")
@frozen(kw_only=True)
class Engagement(Record):
    kind: EngagementKind = described("Kind of engagement.", default=EngagementKind.OTHER)
    name: str = described("Name, as the document gives it.")
    date: EventDate | None = described("When it was fought.", default=None)
    place: str | None = described("Where, as named.", default=None)
    place_id: str | None = described(_PLACE_ID, default=None)
    latitude: float | None = described(
        "Latitude of that place in degrees (WGS84), from the register or the gazetteer, and "
        "not from the document.",
        default=None,
    )
    longitude: float | None = described(
        "Longitude of that place in degrees (WGS84), from the register or the gazetteer, and "
        "not from the document.",
        default=None,
    )
    coordinates_precision: Precision | None = described(
        "How precise these coordinates are for the engagement.", default=None
    )
    placed_by: PlacedBy | None = described(
        "How the place was found: null where it has no identifier.", default=None
    )
    country: str | None = described(
        "ISO 3166-1 alpha-3 code of the country in which that place lies.", default=None
    )
    admin1: str | None = described("Region in which that place lies.", default=None)
    admin2: str | None = described("District in which that place lies.", default=None)
    precision_ucdp: int | None = described(
        "The precision of the coordinates as UCDP codes it (where_prec, 1 to 7).", default=None
    )
    precision_acled: int | None = described(
        "The precision of the coordinates as ACLED codes it (geo_precision, 1 to 3).", default=None
    )
    prio_grid: int | None = described("Cell of PRIO-GRID with these coordinates.", default=None)
    attackers: tuple[str, ...] = described("Parties that attacked, by name.", default=())
    defenders: tuple[str, ...] = described("Parties that were attacked, by name.", default=())
    result: str | None = described("Result in a line.", default=None)
    results: tuple[str, ...] = described("Further statements on the result.", default=())
    conflict: str | None = described("Identifier of the conflict it belongs to.", default=None)
    event: str | None = described(
        "Identifier of the event: that of one of the engagements, of one document or of several, "
        "that are this event. Null in a single document's reading.",
        default=None,
    )


@summarised("A party: a state, an organisation of states, an armed group … or the civilians.")
@frozen(kw_only=True)
class Belligerent(Record):
    name: str = described("Name, as the document gives it.")
    aliases: tuple[str, ...] = described("Other names and acronyms of it.", default=())
    kind: BelligerentKind = described("Kind of party.", default=BelligerentKind.UNKNOWN)
    party: str | None = described(
        'Identifier in the registry ("jnim"), the same in all documents; null for a party that it '
        "does not have.",
        default=None,
    )
    parents: tuple[str, ...] = described(
        "Identifiers of the parties that the registry has it in, at any time.", default=()
    )
    country: str | None = described(
        "ISO 3166-1 code of the country that it is, or is mainly from.", default=None
    )
    period: EventDate | None = described("When it existed, by the registry.", default=None)
    wikidata: str | None = described("Its identifier in Wikidata.", default=None)
    pages: tuple[str, ...] = described("Wiki pages that the document links it to.", default=())


@summarised("That a party took part: on which side, in which role, when, as part of whom.")
@frozen(kw_only=True)
class Participation(Record):
    belligerent: str = described("Identifier of the belligerent.")
    name: str = described("Name of the party, as this field gives it.")
    side: int = described("Number of its side, from 1.")
    role: ParticipationRole = described(
        "Combatant or supporter.", default=ParticipationRole.COMBATANT
    )
    period: EventDate | None = described("When it took part.", default=None)
    parent: str | None = described("Name of the party that it is listed under.", default=None)
    conflict: str | None = described("Identifier of the conflict.", default=None)
    engagement: str | None = described("Identifier of the engagement.", default=None)


@summarised("How many people or things a party had.")
@frozen(kw_only=True)
class Strength(Figure):
    what: str = described('"people", or the things in the document\'s words.', default="people")
    troops: str | None = described("Which people, as written.", default=None)
    party: str | None = described("Name of the party.", default=None)
    side: int | None = described("Number of its side, from 1.", default=None)
    as_of: EventDate | None = described("When it had them.", default=None)
    circumstances: str | None = described("What the source adds in brackets.", default=None)
    total: bool = described("Whether the source calls it a total.", default=False)
    part_of: str | None = described(
        "Identifier of the strength of which it is a part.", default=None
    )
    conflict: str | None = described("Identifier of the conflict.", default=None)
    engagement: str | None = described("Identifier of the engagement.", default=None)


@summarised("A person who led a party.")
@frozen(kw_only=True)
class Commander(Record):
    name: str = described("Name of the person, without rank.")
    rank: str | None = described("Rank or style, as written before the name.", default=None)
    party: str | None = described(
        "Country or group that the source shows beside the name.", default=None
    )
    side: int = described("Number of the side, from 1.")
    period: EventDate | None = described("When the person led it.", default=None)
    remark: str | None = described("What else the source adds in brackets.", default=None)
    page: str | None = described("Wiki page that the document links the name to.", default=None)
    conflict: str | None = described("Identifier of the conflict.", default=None)
    engagement: str | None = described("Identifier of the engagement.", default=None)


@summarised("One figure, one outcome set: what one source states about losses.")
@frozen(kw_only=True)
class CasualtyClaim(Figure):
    outcomes: tuple[Outcome, ...] = described(
        "What happened to them, sorted; several for a joint figure."
    )
    what: str = described('"people", or the things in the document\'s words.', default="people")
    victims: str | None = described("Who or what, as written.", default=None)
    victim_party: str | None = described("Name of the party they belong to.", default=None)
    victim_category: str | None = described(
        "Soldiers, police, civilians, militants …", default=None
    )
    perpetrator: str | None = described("Who did it, where the source says so.", default=None)
    claimant: str | None = described(
        "Who states the figure; null for the document itself.", default=None
    )
    stance: Stance = described("How whoever states it stands to it.", default=Stance.STATED)
    date: EventDate | None = described("When the harm happened.", default=None)
    place: str | None = described("Where, as named.", default=None)
    place_id: str | None = described(_PLACE_ID, default=None)
    circumstances: str | None = described("What the source adds in brackets.", default=None)
    side: int | None = described("Number of the infobox's side, from 1.", default=None)
    conflict: str | None = described("Identifier of the conflict.", default=None)
    engagement: str | None = described(
        "Identifier of the engagement; null for aggregates.", default=None
    )
    part_of: str | None = described(
        "Identifier of the claim of which it is a stated part.", default=None
    )
    cites: tuple[str, ...] = described(
        "URLs that the source binds to this very figure.", default=()
    )


@summarised(
    "How one claim, or one engagement, stands to another, and why.",
    "It is found by comparing what the dataset holds, and stands where ``record`` does.",
)
@frozen(kw_only=True)
class Relation(Record):
    kind: RelationKind = described("Kind of relation.")
    record: str = described("Identifier of the claim, or of the engagement.")
    other: str = described("Identifier of the other claim, or of the other engagement.")
    reason: str = described("Why, in a sentence.")
    score: float | None = described(
        "How much speaks for two engagements being one event, from 0 to 1; null for claims.",
        default=None,
    )


@summarised("What could not be read as a record, or was read only as context.")
@frozen(kw_only=True)
class Problem(Record):
    severity: Severity = described("Error, warning or note.")
    message: str = described("What was found, and what was expected.")
    hint: str | None = described("What to do about it.", default=None)
    line: int = described("Line in the decoded document, from 1.")
    column: int = described("Column in that line, from 1.")
    passage: str = described("The characters themselves.")


#: The tables of a dataset, in the order in which they refer to each other.
TABLES: Mapping[str, type[Record]] = {
    "documents": Source,
    "conflicts": Conflict,
    "engagements": Engagement,
    "belligerents": Belligerent,
    "participations": Participation,
    "strengths": Strength,
    "commanders": Commander,
    "casualty_claims": CasualtyClaim,
    "relations": Relation,
    "problems": Problem,
}
