"""The cells that name parties and people: combatants and commanders.

A cell lists names, one a line or between flags; bullets put a name under the name above, brackets
hold a period, a party or a remark, and headings ("Supported by:", "ECOWAS Full List:") change the
role or open a list.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import define, evolve, field, frozen

from sahel_events.english.lexicon.words import ranks
from sahel_events.english.rosters.rows import (
    FLAG,
    QUOTES,
    Line,
    people_by_links,
    pieces,
    read_lines,
)
from sahel_events.kinds import ParticipationRole
from sahel_events.registry.countries import Country, country_of_flag
from sahel_events.text.passage import Link
from sahel_events.values import EventDate
from sahel_events.values.dates import Years
from sahel_events.values.english_dates import DATE

__all__ = ["FATE", "Named", "names_somebody_lost", "read_combatants", "read_commanders"]

#: A flag's file name that was left standing before the name.
_IMAGE = re.compile(
    r"(?:\[\[(?:File|Image):[^\]]*\]\]|[^\n.|]*\.(?:svg|png|jpe?g|gif)\b)", re.IGNORECASE
)
_BRACKET = re.compile(r"\(([^()\n]*)\)")
_SUPPORT = re.compile(
    r"\b(?:support(?:ed|ers?)?(?:\s+by)?|assist(?:ed|ance)|backed|aided|logistic)\b", re.I
)
_LIST = re.compile(r"\s*(?:full\s+list|list|others?|and others)\s*", re.IGNORECASE)
_HEADING = re.compile(r"(?P<text>[^:\n]{2,60}):\s*+['’\"]*+\s*+\Z")
#: What a lost template leaves behind, and cells that name nobody.
_NOBODY = re.compile(r"(?:undefined|unknown|none|n/a|various|\?+|-+|–|>)\.?", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\bundefined\b\s*")
#: The fate of a commander, as marked behind the name; in brackets it may be a group's acronym too.
FATE = re.compile(r"[†‡]|\b(?:KIA|WIA|POW|MIA|DOW)\b")


@frozen
class Named:
    """A name in a cell and what stands around it; ``start`` and ``end`` are places in the cell."""

    name: str
    start: int
    end: int
    country: Country | None = None
    role: ParticipationRole = ParticipationRole.COMBATANT
    period: EventDate | None = None
    parent: str | None = None
    remarks: tuple[str, ...] = ()
    rank: str | None = None
    page: str | None = None


@define(slots=True)
class _State:
    """What headings and lines before say of the lines that follow."""

    role: ParticipationRole = ParticipationRole.COMBATANT
    #: the name that a list ("ECOWAS Full List:") is of
    listed_under: str | None = None
    parents: list[tuple[int, str]] = field(factory=list)
    #: the last year named, for periods that are written without one
    years: Years | None = None


def read_combatants(text: str, links: tuple[Link, ...] = ()) -> list[Named]:
    """The parties that a combatant cell names."""
    state, pages = _State(), _pages(links)
    found: list[Named] = []
    for line in read_lines(text):
        heading = _HEADING.fullmatch(line.text.strip(QUOTES))
        if heading or _LIST.fullmatch(line.text.strip(QUOTES)):
            found += _read_heading(line, heading["text"] if heading else "", state)
            continue
        if line.text.strip().startswith("(") and found:
            found[-1] = _continue(found[-1], line, state)
            continue
        for piece in pieces(line):
            named = _read_name(piece, state, pages, _parent(piece, state))
            if named is not None:
                state.parents.append((piece.depth, named.name))
                found.append(named)
    return found


def names_somebody_lost(text: str) -> bool:
    """Whether a line holds nothing but the mark of a name that a converter lost: "undefined"."""
    return any(line.text.strip(QUOTES) == "undefined" for line in read_lines(text))


def _read_heading(line: Line, text: str, state: _State) -> list[Named]:
    """As in "Supported by:" changes the role; "ECOWAS Full List:" names a party and opens its
    list.
    """
    title = re.sub(r"(?i)\s*full list\s*$", "", text).strip(QUOTES)
    state.parents.clear()
    state.listed_under = None
    if not title or _SUPPORT.search(title):
        if title:
            state.role = ParticipationRole.SUPPORTER
        return []
    if title != text.strip(QUOTES):
        state.listed_under = title
        start = line.start + line.text.index(title)
        return [Named(title, start, start + len(title), role=state.role)]
    state.role = ParticipationRole.COMBATANT
    return []


def _parent(line: Line, state: _State) -> str | None:
    """The name that a line stands under: by its bullet, or by the list that it is in."""
    while state.parents and state.parents[-1][0] >= line.depth:
        state.parents.pop()
    if line.has_children and not line.depth:
        state.listed_under = None
    return state.parents[-1][1] if state.parents and line.depth else state.listed_under


def _continue(named: Named, line: Line, state: _State) -> Named:
    """A bracket on a line of its own belongs to the name above: "(MNLA)", "(2015–17)"."""
    period, remarks, _ = _brackets(line.text, state)
    end = line.start + len(line.text.rstrip())
    return evolve(named, period=named.period or period, remarks=(*named.remarks, *remarks), end=end)


def read_commanders(text: str, links: tuple[Link, ...] = ()) -> list[Named]:
    """The people that a commander cell names; ``remarks`` may hold their party."""
    state = _State()
    found: list[Named] = []
    pages = _pages(links)
    titles = ranks()
    people = {name: None for name in pages if name.lower() not in titles and not FLAG.match(name)}
    for line in read_lines(text):
        bare = line.text.strip(QUOTES)
        if _LIST.fullmatch(bare) or (_HEADING.fullmatch(bare) and not _BRACKET.search(bare)):
            continue
        if line.text.strip().startswith("(") and found:
            found[-1] = _continue(found[-1], line, state)
            continue
        for piece in pieces(line):
            for person in people_by_links(piece, people):
                named = _read_name(person, state, pages)
                if named is not None:
                    found.append(_without_rank(named, pages))
    return found


def _pages(links: tuple[Link, ...]) -> dict[str, str]:
    """The wiki pages of a cell's links by the text that shows them."""
    pages: dict[str, str] = {}
    for link in links:
        if link.page and link.text:
            pages.setdefault(link.text, link.page)
    return pages


def _read_name(
    line: Line, state: _State, pages: Mapping[str, str], parent: str | None = None
) -> Named | None:
    text = line.text
    flag = None if text.isascii() else FLAG.match(text.lstrip(QUOTES))
    country = country_of_flag(flag.group()) if flag else None
    period, remarks, first_bracket = _brackets(text, state)
    bare = _bare(text[:first_bracket] if first_bracket is not None else text)
    name = " ".join(bare.split())
    if not name or _NOBODY.fullmatch(name):
        if country is None or _NOBODY.fullmatch(name or "x"):
            return None
        name = country.name
    if country is not None and country.is_called(name):
        name = country.name
    start, end = _place(line, bare or text.strip(), flag is not None)
    return Named(
        name, start, end, country, state.role, period, parent, remarks, page=pages.get(name)
    )


def _bare(body: str) -> str:
    """A name without flag, image, marks of its bearer's fate, quotes and what lost templates
    leave.
    """
    if not body.isascii():
        body = FLAG.sub("", body)
    if "." in body and (image := _IMAGE.match(body := body.lstrip())):
        body = body[image.end() :]
    body = FATE.sub("", body)
    if "undefined" in body:
        body = _PLACEHOLDER.sub("", body)
    return body.strip(QUOTES + ",;").removesuffix(":").strip(QUOTES)


def _place(line: Line, bare: str, flagged: bool) -> tuple[int, int]:
    at = line.text.find(bare)
    end = line.start + (at + len(bare) if at >= 0 else len(line.text.rstrip()))
    lead = len(line.text) - len(line.text.lstrip(QUOTES))
    return line.start + (lead if flagged or at < 0 else at), end


def _brackets(text: str, state: _State) -> tuple[EventDate | None, tuple[str, ...], int | None]:
    """Period, remarks, and where the first bracket begins."""
    period, remarks, first = None, [], None
    if "(" not in text:
        return None, (), None
    for match in _BRACKET.finditer(text):
        first = match.start() if first is None else first
        inner = match.group(1).strip()
        found = DATE.fullmatch(inner)
        date = EventDate.from_match(found, state.years) if found else None
        if date is not None:
            period = date
            years = re.findall(r"\d{4}", date.edtf)
            if years:
                state.years = Years(int(years[-1]), int(years[-1]))
        elif inner:
            remarks.append(inner)
    return period, tuple(remarks), first


def _without_rank(named: Named, pages: Mapping[str, str]) -> Named:
    words = named.name.split(" ")
    count = 0
    for length in (3, 2, 1):
        while (
            count + length < len(words)
            and " ".join(words[count : count + length]).lower() in ranks()
        ):
            count += length
    if not count:
        return named
    name = " ".join(words[count:])
    rank = " ".join(words[:count])
    return evolve(named, name=name, rank=rank, page=pages.get(name, named.page))
