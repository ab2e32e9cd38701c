"""An infobox becomes records: what was fought, by whom, with how many, at what cost."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import define, field

from sahel_events.language.cells import read_cell
from sahel_events.language.citations import bind_citations
from sahel_events.language.figures import CIVILIANS, Cell, CellKind, Figure, Leftover, Side
from sahel_events.language.lead import Opposed, read_lead
from sahel_events.language.lexicon import Country, lexicon
from sahel_events.language.parties import FATE, Named, read_combatants, read_commanders
from sahel_events.layout import Box, Layout
from sahel_events.model import (
    BelligerentKind,
    CasualtyClaim,
    Commander,
    Conflict,
    Engagement,
    EngagementKind,
    Participation,
    ParticipationRole,
    Severity,
    Strength,
)
from sahel_events.parties import Parties
from sahel_events.passage import Passage
from sahel_events.records import Records
from sahel_events.values import Basis, EventDate
from sahel_events.values.dates import DATE

__all__ = ["read_box"]

#: What makes an infobox one of a conflict: many engagements in one article.
_CONFLICT = re.compile(
    r"\b(?:wars?|insurgency|insurgencies|rebellion|conflict|uprising|revolt|revolution|intervention"
    r"|crisis|unrest|genocide|jihad)\b",
    re.IGNORECASE,
)
_KINDS = (
    (EngagementKind.AMBUSH, r"ambush"),
    (EngagementKind.MASSACRE, r"massacre"),
    (EngagementKind.HOSTAGE_TAKING, r"hostage|kidnapping|abduction"),
    (EngagementKind.AIRSTRIKE, r"air\s?strikes?|drone strike|air raid"),
    (EngagementKind.BOMBING, r"bombings?|bombardment"),
    (EngagementKind.SIEGE, r"siege"),
    (EngagementKind.SHOOTING, r"shooting"),
    (EngagementKind.RAID, r"raids?"),
    (EngagementKind.CLASH, r"clash(?:es)?|skirmish|action"),
    (EngagementKind.CAPTURE, r"capture|fall of|liberation"),
    (EngagementKind.BATTLE, r"battles?|offensive|operation|campaign"),
    (EngagementKind.ATTACK, r"attacks?|assault"),
)
_UNKNOWN = re.compile(
    r"\W*(?:unknown|unclear|classified|undisclosed|unspecified|not? (?:known|available|data|reliable)"
    r"|under investigation|n/a|\?|see\b)",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\n]*[^\s*:#•-][^\n]*")
_TARGETS = {"casualties": CellKind.CASUALTIES, "strength": CellKind.STRENGTH, "notes": CellKind.NOTES}


@define(slots=True)
class _Fought:
    """The conflict or engagement that a box is about, and what its figures take from it."""

    conflict: str | None = None
    engagement: str | None = None
    date: EventDate | None = None
    place: str | None = None
    years: tuple[int, int] | None = None

    @property
    def ids(self) -> dict[str, str | None]:
        return {"conflict": self.conflict, "engagement": self.engagement}


@define(slots=True)
class _BoxReader:
    records: Records
    parties: Parties
    layout: Layout
    box: Box
    fought: _Fought = field(factory=_Fought)
    combatants: dict[int, list[Named]] = field(factory=dict)
    commanders: dict[int, list[Named]] = field(factory=dict)
    opposed: Opposed | None = None

    # -- who fought -------------------------------------------------------------------------------

    def name_parties(self) -> None:
        for number, _, passage in self.box.numbered("combatant"):
            self.combatants[number or 1] = read_combatants(passage.text, passage.links)
        for number, _, passage in self.box.numbered("commander"):
            self.commanders[number or 1] = read_commanders(passage.text, passage.links)
        named = [name for names in self.combatants.values() for name in names]
        links = [link for passage in self.box.fields.values() for link in passage.links]
        self.parties.learn(self.records.document.text, named, links)
        body = next((s.body.text for s in self.layout.sections if s.body.text.strip()), "")
        if len(self.combatants) < 2 or not all(self.combatants.values()):
            self.opposed = read_lead(body, self.parties.names)

    def side(self, number: int | None) -> Side:
        """The side with this number, and its party when it has just one."""
        if number is None:
            return Side()
        top = [n for n in self.combatants.get(number, ()) if n.parent is None]
        top = [n for n in top if n.role is ParticipationRole.COMBATANT] or top
        if len(top) == 1:
            return Side(number, _own_name(top[0], self.parties))
        return Side(number, self._opposed_party(number))

    def _opposed_party(self, number: int) -> str | None:
        """A side's party from the first sentence, where the infobox lost a side or names its members.

        The states stand on one side and the groups on the other: a side that lists groups is the one
        that the text opposes to the state.
        """
        if self.opposed is None:
            return None
        given = next((side for side, names in self.combatants.items() if names), None)
        pair = (self.opposed.attacker, self.opposed.defender)
        if given is None:
            return pair[number - 1] if number in (1, 2) else None
        states = [name for name in pair if lexicon().country(name)]
        if len(states) != 1:
            return None
        group = pair[0] if states[0] == pair[1] else pair[1]
        given_is_state = any(name.country for name in self.combatants[given])
        same_side = states[0] if given_is_state else group
        return same_side if number == given else states[0] if same_side == group else group

    # -- what was fought --------------------------------------------------------------------------

    def read_event(self) -> None:
        named = self.box.get("conflict") or self.layout.title or self.box.get("partof")
        if named is None:
            return
        date, place = self._date(), self.box.get("place")
        result = self.box.get("result") or self.box.get("status")
        lines = _statements(result.text) if result else []
        values = {
            "name": " ".join(named.text.split()),
            "date": date,
            "place": " ".join(place.text.split()) if place else None,
            "results": tuple(lines[1:]),
        }
        first = lines[0] if lines else None
        start, end = 0, len(named.text)
        fought = self.fought
        fought.years = _years(date)
        if _is_conflict(values["name"], date):
            fought.conflict = self.records.identify("conflict", "conflict", values["name"])
            self.records.add(
                Conflict, fought.conflict, named, start, end, "conflict", **values,
                status=first, part_of=tuple(self._part_of()), sides=self._sides(),
            )  # fmt: skip
            return
        fought.conflict = self._containing_conflict()
        fought.engagement = self.records.identify("engagement", "conflict", values["name"])
        fought.date = date.within(Basis.CONTEXT) if date else None
        fought.place = values["place"]
        attackers, defenders = self._attackers_and_defenders()
        self.records.add(
            Engagement, fought.engagement, named, start, end, "conflict", **values, result=first,
            kind=_kind(values["name"]), conflict=fought.conflict,
            attackers=attackers, defenders=defenders,
        )  # fmt: skip

    def _date(self) -> EventDate | None:
        passage = self.box.get("date")
        if passage is None:
            return None
        dates = [
            date
            for match in DATE.finditer(passage.text)
            if (date := EventDate.from_match(match)) is not None
        ]
        if not dates:
            self._report(
                passage, 0, len(passage.text), "date", Severity.WARNING,
                "expected a date, found none that can be read",
            )  # fmt: skip
            return None
        if len(dates) > 1 and all(len(date.edtf) > 4 and "." not in date.edtf for date in dates):
            ends = sorted(end for date in dates for end in date.edtf.split("/"))
            return EventDate(f"{ends[0]}/{ends[-1]}")
        return dates[0]

    def _part_of(self) -> list[str]:
        passage = self.box.get("partof")
        if passage is None:
            return []
        pages = [link.page or link.text for link in passage.links if link.page]
        return list(dict.fromkeys(pages)) or [" ".join(passage.text.split())]

    def _containing_conflict(self) -> str | None:
        """The conflict that the box says its engagement is part of."""
        passage = self.box.get("partof")
        if passage is None:
            return None
        name = self._part_of()[0]
        id = self.records.identify("conflict", "partof", name)
        self.records.add(Conflict, id, passage, 0, len(passage.text), "partof", name=name)
        return id

    def _sides(self) -> tuple[str, ...]:
        return tuple(
            _own_name(names[0], self.parties) for _, names in sorted(self.combatants.items()) if names
        )

    def _attackers_and_defenders(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        body = next((s.body.text for s in self.layout.sections if s.body.text.strip()), "")
        opposed = self.opposed or read_lead(body, self.parties.names)
        return ((opposed.attacker,), (opposed.defender,)) if opposed else ((), ())

    # -- parties and people -----------------------------------------------------------------------

    def add_participations(self) -> None:
        for number, field_name, passage in self.box.numbered("combatant"):
            for name in self.combatants[number or 1]:
                belligerent = self.parties.belligerent(
                    _own_name(name, self.parties), passage, name.start, name.end, field_name
                )
                shown = f"{name.name} ({name.remarks[0]})" if name.remarks else name.name
                self.records.add(
                    Participation,
                    self.records.identify("participation", field_name, name.name, name.parent),
                    passage,
                    name.start,
                    name.end,
                    field_name,
                    belligerent=belligerent.id,
                    name=shown,
                    side=number or 1,
                    role=name.role,
                    period=name.period,
                    parent=name.parent,
                    **self.fought.ids,
                )

    def add_commanders(self) -> None:
        for number, field_name, passage in self.box.numbered("commander"):
            for person in self.commanders[number or 1]:
                party = person.country.name if person.country else None
                remark = person.remarks[0] if person.remarks else None
                if remark and party is None and self._names_party(remark):
                    party, remark = remark, None
                if party:
                    self.parties.belligerent(party, passage, person.start, person.end, field_name)
                self.records.add(
                    Commander,
                    self.records.identify("commander", field_name, person.name),
                    passage,
                    person.start,
                    person.end,
                    field_name,
                    name=person.name,
                    rank=person.rank,
                    party=party,
                    side=number or 1,
                    period=person.period,
                    remark=remark,
                    page=person.page,
                    **self.fought.ids,
                )

    def _names_party(self, remark: str) -> bool:
        """Whether a bracket behind a commander names a party, not a fate or a branch of service."""
        known = self.parties.names.resolve(remark) is not None
        return known or (remark[:1].isupper() and FATE.fullmatch(remark) is None)

    # -- figures ----------------------------------------------------------------------------------

    def read_figures(self) -> None:
        for prefix, kind in _TARGETS.items():
            for number, field_name, passage in self.box.numbered(prefix):
                side = self.side(number) if kind is not CellKind.NOTES else Side()
                cell = Cell(passage.text, kind, side, self.parties.names, self.fought.years)
                figures, leftovers = read_cell(cell)
                if kind is CellKind.STRENGTH:
                    self._add_strengths(figures, passage, field_name, number)
                else:
                    self._add_claims(figures, passage, field_name, number)
                self._report_leftovers(leftovers, passage, field_name)

    def _add_claims(
        self, figures: list[Figure], passage: Passage, field_name: str, number: int | None
    ) -> None:
        cites, unbound = bind_citations(passage.links, figures)
        if unbound:
            self._report(
                passage, 0, len(passage.text), field_name, Severity.NOTE,
                f"{unbound} citations could not be bound to a figure",
            )  # fmt: skip
        ids = {
            id(figure): self.records.identify(
                "claim", field_name, figure.quantity, *figure.outcomes, figure.victims, figure.date
            )
            for figure in figures
        }
        for index, figure in enumerate(figures):
            noun = figure.noun
            if figure.party:
                self.parties.belligerent(figure.party, passage, figure.start, figure.end, field_name)
            self.records.add(
                CasualtyClaim,
                ids[id(figure)],
                passage,
                figure.start,
                figure.end,
                field_name,
                quantity=figure.quantity,
                outcomes=figure.outcomes,
                what=_thing(figure) if figure.thing else "people",
                victims=figure.victims,
                victim_party=figure.party,
                victim_category=noun.category if noun and not figure.thing else None,
                perpetrator=figure.perpetrator,
                claimant=figure.claimant,
                stance=figure.stance,
                date=figure.date or self.fought.date,
                place=figure.place or self.fought.place,
                circumstances=figure.circumstances,
                side=number,
                part_of=ids[id(figure.parent)] if figure.parent else None,
                cites=tuple(cites.get(index, ())),
                **self.fought.ids,
            )

    def _add_strengths(
        self, figures: list[Figure], passage: Passage, field_name: str, number: int | None
    ) -> None:
        ids = {
            id(figure): self.records.identify(
                "strength", field_name, figure.quantity, figure.victims, figure.date
            )
            for figure in figures
        }
        for figure in figures:
            if figure.party:
                self.parties.belligerent(figure.party, passage, figure.start, figure.end, field_name)
            self.records.add(
                Strength,
                ids[id(figure)],
                passage,
                figure.start,
                figure.end,
                field_name,
                quantity=figure.quantity,
                what=_thing(figure) if figure.thing else "people",
                troops=figure.noun.text if figure.noun and not figure.thing else None,
                party=figure.party,
                side=number,
                as_of=figure.date,
                circumstances=figure.circumstances,
                total=figure.total,
                part_of=ids[id(figure.parent)] if figure.parent else None,
                **self.fought.ids,
            )

    # -- problems ---------------------------------------------------------------------------------

    def _report_leftovers(
        self, leftovers: Iterable[Leftover], passage: Passage, field_name: str
    ) -> None:
        for left in leftovers:
            text = passage.text[left.start : left.end]
            if left.context:
                if any(character.isdigit() for character in text):
                    self._report(
                        passage, left.start, left.end, field_name, Severity.NOTE,
                        "read as a heading, not as a figure",
                    )  # fmt: skip
            elif _UNKNOWN.match(text):
                self._report(
                    passage, left.start, left.end, field_name, Severity.NOTE,
                    "says that nothing is known; no figure",
                )  # fmt: skip
            else:
                self._report(
                    passage, left.start, left.end, field_name, Severity.WARNING,
                    "expected a figure, found words that state none",
                )  # fmt: skip

    def _report(
        self, passage: Passage, start: int, end: int, field_name: str, severity: Severity, message: str
    ) -> None:
        first, last = passage.span(start, end)
        self.records.problem(severity, message, first, last, field_name)


def read_box(records: Records, parties: Parties, layout: Layout, box: Box) -> None:
    """Add all records of an infobox."""
    reader = _BoxReader(records, parties, layout, box)
    reader.name_parties()
    reader.read_event()
    reader.add_participations()
    reader.add_commanders()
    reader.read_figures()


def _own_name(named: Named, parties: Parties) -> str:
    """The name of the party that a combatant line names: the country's, where it is the country."""
    if named.name.lower().startswith("civilian"):
        return CIVILIANS
    return parties.names.resolve(named.name) or named.name


def _thing(figure: Figure) -> str:
    """The things in the document's words, in the singular where their plural is regular."""
    words = figure.noun.text if figure.noun else "materiel"
    return words


def _is_conflict(name: str, date: EventDate | None) -> bool:
    if date is not None and date.edtf.endswith("/.."):
        return True
    return _CONFLICT.search(name) is not None and _kind(name) in (
        EngagementKind.OTHER,
        EngagementKind.BATTLE,
    ) and not re.search(r"\b(?:battle|operation)\b", name, re.IGNORECASE)  # fmt: skip


def _kind(name: str) -> EngagementKind:
    for kind, pattern in _KINDS:
        if re.search(rf"\b(?:{pattern})\b", name, re.IGNORECASE):
            return kind
    return EngagementKind.OTHER


def _years(date: EventDate | None) -> tuple[int, int] | None:
    """First and last year of the box's date, for dates that are written without one."""
    years = re.findall(r"\d{4}", date.edtf) if date else []
    return (int(years[0]), int(years[-1])) if years and ".." not in date.edtf else None  # type: ignore[union-attr]


def _statements(text: str) -> list[str]:
    """The lines of a result, without bullets."""
    return [" ".join(m.group().strip(" *:#•-\t").split()) for m in _LINE.finditer(text)]
