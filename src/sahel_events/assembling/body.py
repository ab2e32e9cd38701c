"""The body: what its prose states becomes claims and engagements."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import define, evolve, field, frozen

from sahel_events.assembling.box import Fought
from sahel_events.assembling.parties import Parties
from sahel_events.assembling.records import Records
from sahel_events.english import Context, Event, Reader, Told, alike, is_day
from sahel_events.kinds import CIVILIANS, EngagementKind, Severity
from sahel_events.model import CasualtyClaim, Commander, Engagement
from sahel_events.text.layout import Layout, Section
from sahel_events.text.passage import Passage
from sahel_events.values import Basis

__all__ = ["Explanation", "read_body"]

_UNREAD = "tells of harm and holds a figure, but states no loss that could be read"
_UNREAD_HINT = "a plan, a threat, a question or a general remark is no claim"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@frozen
class Explanation:
    """Why a claim is what it is: its sentence, the rule that fired, and where the rest is from.

    ``reasons`` and ``refused`` go by "claimant", "party", "date", "place" and "engagement": how the
    value was found, and the candidates that were not taken, each with the rule that refused it. A
    reason stands only where there is a value.
    """

    claim: str
    sentence: str
    rule: str
    reasons: Mapping[str, str]
    refused: Mapping[str, tuple[tuple[str, str], ...]] = field(factory=dict)


@define(slots=True)
class _Body:
    """What the sections of a body share."""

    records: Records
    parties: Parties
    reader: Reader
    #: the records of engagements, by event
    ids: dict[int, str] = field(factory=dict)
    explanations: list[Explanation] = field(factory=list)


def read_body(
    records: Records, parties: Parties, layout: Layout, fought: Sequence[Fought],
    published: str | None, news: bool,
) -> tuple[Explanation, ...]:  # fmt: skip
    """Add the claims and engagements that the sections tell of; explain each claim.

    "Last night" is the night before publication in news only; an article tells of past days.
    """
    events = {box.engagement: _event(box) for box in fought if box.engagement is not None}
    context = Context(
        tuple(parties.written()),
        datetime.date.fromisoformat(published) if published and news else None,
        news,
        tuple(_years(layout, fought)),
        tuple(events.values()),
        dict(_people(records)),
    )
    body = _Body(records, parties, Reader.of(context))
    body.ids.update((id(event), engagement) for engagement, event in events.items())
    for section in layout.sections:
        _read_section(body, section)
    _link_cells(records)
    return tuple(body.explanations)


def _people(records: Records) -> Iterator[tuple[str, str]]:
    """The commanders whom the infoboxes put to one party."""
    for commander in records.tables["commanders"]:
        assert isinstance(commander, Commander)
        if commander.party is not None:
            yield commander.name, commander.party


def _event(box: Fought) -> Event:
    """The engagement of an infobox, of which no words of the body tell yet."""
    return Event(0, 0, EngagementKind.OTHER, "", box.date, place=box.place)


def _years(layout: Layout, fought: Sequence[Fought]) -> Iterator[tuple[int, Basis]]:
    """The years that the title and the infoboxes give, each if it is just one."""
    years = set(_YEAR.findall(layout.title.text)) if layout.title is not None else set()
    if len(years) == 1:
        yield int(years.pop()), Basis.HEADING
    for box in fought:
        if box.engagement is None or box.years is None:
            continue
        if box.years.first == box.years.last:
            yield box.years.first, Basis.CONTEXT


def _read_section(body: _Body, section: Section) -> None:
    passage = section.body
    heading = section.heading.text if section.heading is not None else None
    try:
        read = body.reader.read(passage.text, heading, section.level)
    finally:
        body.records.reached = passage.offset(body.reader.reached)
    for event in read.engagements:
        _add_engagement(body, event, passage)
    # a total may follow its parts
    ids = {id(claim): _identify(body, claim) for claim in read.claims}
    for claim in read.claims:
        _add_claim(body, claim, passage, ids)
    for start, end in read.unread:
        first, last = passage.span(start, end)
        body.records.problem(Severity.NOTE, _UNREAD, first, last, "body", _UNREAD_HINT)


def _add_engagement(body: _Body, event: Event, passage: Passage) -> None:
    records = body.records
    date = event.date.edtf if event.date else None
    body.ids[id(event)] = records.identify(
        "engagement", "body", event.kind, event.name, date, event.place
    )
    names = [
        [_party(body, name, passage, event.start, event.end) for name in side]
        for side in (event.attackers, event.defenders)
    ]
    records.add(
        Engagement,
        body.ids[id(event)],
        passage,
        event.start,
        event.end,
        "body",
        kind=event.kind,
        name=event.name,
        date=event.date,
        place=event.place,
        attackers=tuple(names[0]),
        defenders=tuple(names[1]),
        result=event.result,
    )


def _link_cells(records: Records) -> None:
    """Tie the dated figures of an infobox to the engagement of that day that the body tells of."""
    claims = records.tables["casualty_claims"]
    by_day: dict[str, list[Engagement]] = {}
    for event in records.tables["engagements"]:
        assert isinstance(event, Engagement)
        if is_day(event.date):
            assert event.date is not None
            by_day.setdefault(event.date.edtf, []).append(event)
    for index, claim in enumerate(claims):
        assert isinstance(claim, CasualtyClaim)
        if claim.engagement is None and claim.field != "body" and claim.date is not None:
            known = [e for e in by_day.get(claim.date.edtf, ()) if _may_be_at(claim, e)]
            if len(known) == 1:
                claims[index] = evolve(claim, engagement=known[0].id)


def _may_be_at(claim: CasualtyClaim, event: Engagement) -> bool:
    return claim.place is None or (event.place is not None and alike(claim.place, event.place))


def _party(body: _Body, name: str, passage: Passage, start: int, end: int) -> str:
    """The name by which the document knows a party, which becomes a belligerent."""
    own = body.parties.names.resolve(name) or name
    if own[:1].isupper() or own == CIVILIANS:
        body.parties.belligerent(own, passage, start, end, "body")
    return own


def _identify(body: _Body, claim: Told) -> str:
    return body.records.identify(
        "claim", "body", claim.quantity, *claim.outcomes, claim.victims or claim.what, claim.date
    )


def _add_claim(body: _Body, claim: Told, passage: Passage, ids: dict[int, str]) -> None:
    party = _party(body, claim.party, passage, claim.start, claim.end) if claim.party else None
    record = body.records.add(
        CasualtyClaim,
        ids[id(claim)],
        passage,
        claim.start,
        claim.end,
        "body",
        quantity=claim.quantity,
        outcomes=claim.outcomes,
        what=claim.what,
        victims=claim.victims,
        victim_party=party,
        victim_category=claim.category,
        perpetrator=claim.perpetrator,
        claimant=claim.claimant,
        stance=claim.stance,
        date=claim.date,
        place=claim.place,
        engagement=body.ids.get(id(claim.event)) if claim.event is not None else None,
        part_of=ids.get(id(claim.parent)) if claim.parent is not None else None,
    )
    first, last = claim.sentence
    body.explanations.append(
        Explanation(
            record.id,
            " ".join(passage.text[first:last].split()),
            claim.rule,
            claim.reasons,
            {
                name: tuple(dict.fromkeys((one.words, one.rule) for one in refused))
                for name, refused in claim.refused.items()
                if refused
            },
        )
    )
