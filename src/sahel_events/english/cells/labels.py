"""Headings inside a cell: "Total:", "US Army:", "2031:", "Japanese claim:", "Civilian casualties:".

A label ends at a colon. Where it begins is plain at the start of a line; in cells whose line breaks
were lost it is found by walking back from the colon over words written as names are.
"""

from __future__ import annotations

import re

from attrs import define, field

from sahel_events.english.cells.cell_phrases import capitalised
from sahel_events.english.cells.terms import Term
from sahel_events.english.lexicon.party_names import Names, is_acronym
from sahel_events.english.lexicon.word_lists import any_of, word_list
from sahel_events.english.lexicon.words import Effect, Kind, Word
from sahel_events.kinds import CIVILIANS
from sahel_events.registry.countries import Country, country_named
from sahel_events.registry.organs import is_organ
from sahel_events.registry.resolving import resolve
from sahel_events.registry.sources import reporter_named
from sahel_events.values import Basis, EventDate

__all__ = ["Label", "claimant_of", "find_labels", "read_label"]

_IN_LABEL = frozenset(
    (
        Kind.ADVERB,
        Kind.AUXILIARY,
        Kind.CLAIM,
        Kind.CLAIMANT,
        Kind.CONJUNCTION,
        Kind.COUNTRY,
        Kind.DATE,
        Kind.DEGREE,
        Kind.FLAG,
        Kind.OF_PLACE,
        Kind.OTHERS,
        Kind.OUTCOME,
        Kind.PER,
        Kind.PERSON,
        Kind.REMARK,
        Kind.REPORTED,
        Kind.THING,
        Kind.TOTAL,
        Kind.UNIT,
        Kind.WORD,
    )
)
#: What a name before a dash is made of.
_IN_NAME = frozenset((Kind.CLAIMANT, Kind.COUNTRY, Kind.FLAG, Kind.PERSON, Kind.UNIT, Kind.WORD))
#: A label begins behind one of these.
_BOUNDARIES = frozenset(
    (Kind.BRACKET_CLOSE, Kind.BRACKET_OPEN, Kind.BULLET, Kind.NEWLINE, Kind.SEPARATOR)
)
#: Terms in a label that are no part of a name.
_NO_NAME = frozenset(
    (
        Kind.ADVERB,
        Kind.AUXILIARY,
        Kind.BRACKET_CLOSE,
        Kind.BRACKET_OPEN,
        Kind.CONJUNCTION,
        Kind.SEPARATOR,
        Kind.TOTAL,
    )
)
_IN_TITLES = frozenset(("in", "on", "for", "to", "a", "an", "from"))
_SMALL = frozenset(("of", "the", "and", "de", "&"))
#: Words that say that a figure is somebody's, and are no part of the name of who that is.
_CLAIM_WORDS = re.compile(rf"\b{any_of('words around a claimant')}\b\.?", re.IGNORECASE)
#: What the names of forces hold ("Royal Guard"), and how those of peoples end ("Loyalists").
_SERVICE = re.compile(rf"\b{any_of('names of armed services')}\b", re.IGNORECASE)
_PEOPLE = re.compile(r"[A-Z][a-z]{2,}(?:ists|ians|ites|iks|ans|eers)\Z")
_NUMERAL = re.compile(r"[IVXLC]+")
#: Estimates that are nobody's in particular.
_NOBODYS = word_list("adjectives of estimates")


@define(slots=True, eq=False)
class Label:
    """What a heading says of the figures below it; ``None`` where it says nothing."""

    start: int
    text: str = ""
    party: str | None = None
    named: str | None = None
    claimant: str | None = None
    claims: bool = False
    effects: list[Effect] = field(factory=list)
    date: EventDate | None = None
    total: bool = False
    remark: str | None = None
    #: whether it is a name that the document has for no party
    unknown: bool = False
    civilians: bool = False
    #: what is counted below it: "Helicopters destroyed:"
    things: list[Term] = field(factory=list)


def find_labels(terms: list[Term]) -> dict[int, int]:
    """Where labels begin, and at which term (a colon) each ends."""
    labels: dict[int, int] = {}
    for colon, term in enumerate(terms):
        if term.kind is Kind.COLON or _is_dash_of_label(terms, colon):
            first = _first(terms, colon)
            if first is not None and not _ends_figure(terms, first):
                labels[first] = colon
    return labels


def _is_dash_of_label(terms: list[Term], at: int) -> bool:
    """Whether a dash stands for the colon of a label: "Mali – 10 killed", not "30 – 40"."""
    if terms[at].text not in ("–", "—", "-") or not 0 < at < len(terms) - 1:
        return False
    before, after = terms[at - 1], terms[at + 1]
    apart = before.end < terms[at].start and terms[at].end < after.start
    return (
        apart and after.kind is Kind.QUANTITY and before.kind in _IN_NAME and _opens_line(terms, at)
    )


def _opens_line(terms: list[Term], after: int) -> bool:
    """Whether nothing but words of a name stands between the beginning of the line and a term."""
    index = after - 1
    while index >= 0 and terms[index].kind in _IN_NAME:
        index -= 1
    return index < 0 or terms[index].kind in (Kind.NEWLINE, Kind.BULLET)


def _ends_figure(terms: list[Term], first: int) -> bool:
    """As in "17 killed: 9 soldiers, 8 guides": the outcome is that of the figure before it."""
    counted = first > 0 and terms[first - 1].kind is Kind.QUANTITY
    return counted and terms[first].kind is Kind.OUTCOME


def _first(terms: list[Term], colon: int) -> int | None:
    start = colon
    if colon and terms[colon - 1].kind is Kind.BRACKET_CLOSE:  # "2033 (to June):"
        while start and terms[start - 1].kind is not Kind.BRACKET_OPEN:
            start -= 1
        start -= 1
    nearest = start
    while start > 0 and _may_stand(terms, start - 1, colon):
        start -= 1
    if start == colon:
        return None
    if start == 0 or terms[start - 1].kind in _BOUNDARIES:
        return _with_author(terms, start)
    return _first_name(terms, start, nearest)


def _with_author(terms: list[Term], start: int) -> int:
    """Where a label begins that names an author before a work: "Ada Brunel, The Last Ridge:"."""
    if start < 2 or terms[start - 1].text != ",":
        return start
    first = start - 1
    while first and terms[first - 1].kind is Kind.WORD and capitalised(terms[first - 1]):
        first -= 1
    opens = not first or terms[first - 1].kind in (Kind.NEWLINE, Kind.BULLET)
    return first if opens and first < start - 1 else start


def _may_stand(terms: list[Term], index: int, colon: int) -> bool:
    term = terms[index]
    if term.text == "," and index:  # "Killed, wounded or captured: 284"
        return terms[index - 1].kind is Kind.OUTCOME and terms[index + 1].kind is Kind.OUTCOME
    if term.kind is Kind.OUTCOME and terms[index + 1].kind in (Kind.SEPARATOR, Kind.CONJUNCTION):
        return index == 0 or terms[index - 1].kind in (*_BOUNDARIES, Kind.CONJUNCTION)
    begins = index == 0 or terms[index - 1].kind in _BOUNDARIES
    if term.kind is Kind.OUTCOME and index < colon - 1 and not begins:
        return capitalised(term) or (isinstance(term.value, Effect) and term.value.weak)
    return term.kind in _IN_LABEL


def _first_name(terms: list[Term], earliest: int, colon: int) -> int:
    """The first term of the run of names that ends at the colon."""
    start = colon - 1
    while start > earliest:
        before = terms[start - 1]
        named = capitalised(before) or before.kind in (Kind.FLAG, Kind.DATE)
        small = before.text in _SMALL and start - 1 > earliest and capitalised(terms[start - 2])
        if before.kind is Kind.OUTCOME or not (named or small):
            break
        start -= 1
    return start


def claimant_of(text: str, names: Names, own: str | None) -> str | None:
    """Whose figure it is, from "Malian claim", "government figure", "own claim", "per ORTM".

    A demonym gives its country; every other name stays as written.
    """
    if re.match(r"own\b|its own\b|their own\b", text, re.IGNORECASE):
        return own
    text = re.sub(r"\([^()]*\)", " ", text)  # "Nigerien claim (2 June)"
    name = " ".join(_CLAIM_WORDS.sub(" ", text).split()).strip(" .,:")
    if not name:
        return None
    return names.resolve(name) or name if country_named(name) else name


def read_label(
    terms: list[Term], first: int, colon: int, text: str, names: Names, own: str | None
) -> Label:
    """What the label from ``first`` to the colon says."""
    parts, behind = _without_bracket(terms[first:colon])
    label = Label(parts[0].start, " ".join(text[parts[0].start : parts[-1].end].split()))
    kinds = {part.kind for part in parts}
    words = _read_parts(label, parts)
    _read_parts(label, behind)
    label.total = Kind.TOTAL in kinds
    label.claims = bool(kinds & {Kind.CLAIM, Kind.PER})
    if label.claims:
        label.claimant = claimant_of(label.text, names, own)
        if label.claimant is not None and not _is_name(parts, names):
            label.claimant, label.remark = None, label.text
    elif label.civilians:
        label.party = CIVILIANS
    elif words and label.party is not None and all(word.kind is Kind.FLAG for word in words):
        label.named, label.party = label.party, names.resolve(label.party) or label.party
    elif words and words[-1].kind is Kind.THING:
        label.things = words
    elif words:
        name = " ".join(text[words[0].start : words[-1].end].split())
        _read_name(label, name, words, names, own)
    return label


def _read_name(label: Label, name: str, words: list[Term], names: Names, own: str | None) -> None:
    """What the words of a label name, that are neither a claim nor things."""
    if own is not None and is_organ(name):  # "Army: 38 dead"
        label.named, label.party = name, own
        return
    if label.total:
        label.named = name
        return
    remarks = any(word.kind is Kind.REMARK for word in words)
    if remarks or words[0].kind is Kind.OF_PLACE or name.lower() in _NOBODYS:
        label.remark = name
        return
    label.party = names.resolve(name) or (None if is_acronym(name) else names.begins(name))
    label.named = name
    if label.party is None:
        _read_unknown(label, name, words)


def _without_bracket(parts: list[Term]) -> tuple[list[Term], list[Term]]:
    """A label and what stands in brackets behind it: "Haddad (2009)", "Per Niger (second day)"."""
    at = next((i for i, part in enumerate(parts) if part.kind is Kind.BRACKET_OPEN), 0)
    dated = any(part.kind is Kind.DATE for part in parts[:at])
    return (parts, []) if not at or dated else (parts[:at], parts[at:])


def _read_unknown(label: Label, name: str, words: list[Term]) -> None:
    """A label that names no party of the document: a force, a circumstance, or whoever counted.

    A formation or militia is a party by its own words, and a name that the registry has by those
    of others. Words that are no name tell how or when; letters alone may mean anybody. What is left
    is a name that fights nowhere in the document: an author, a work, an office.
    """
    militia = any(isinstance(w.value, Word) and w.value.category == "militia" for w in words)
    if militia or any(word.kind is Kind.UNIT for word in words):
        label.party = name
    elif any(word.kind is Kind.PERSON for word in words):
        return
    elif is_force(name):
        label.party = name
    elif _tells_when_or_how(words):
        label.named, label.remark = None, name
    elif reporter_named(name) is not None or not _is_only_letters(name):
        label.claims, label.claimant, label.unknown = True, name, True
        label.date = None  # "Haddad (2009)": when it was written


def is_force(name: str) -> bool:
    """Whether a name is that of a force by itself: the registry's, a service's, a people's."""
    if resolve(name) is not None or _SERVICE.search(name):
        return True
    return _PEOPLE.search(name) is not None


def _is_only_letters(name: str) -> bool:
    return is_acronym(name) or _NUMERAL.fullmatch(name) is not None


def _tells_when_or_how(words: list[Term]) -> bool:
    """As in "During the landing:", "Second phase:", "Friendly fire:": no name of anybody."""
    ends = (words[0], words[-1])
    if any(word.text.lower().split()[0] in word_list("words of phases") for word in ends):
        return True
    small = _SMALL | _IN_TITLES if len(words) > 2 and capitalised(words[-1]) else _SMALL
    return any(word.text[0].islower() and word.text not in small for word in words)


def _is_name(parts: list[Term], names: Names) -> bool:
    """Whether a label names whoever claims: "Soviet estimate", not "Modern estimates"."""
    if parts[-1].kind is Kind.CLAIM and parts[0].text.lower() not in _NOBODYS:
        words = [part for part in parts if part.kind is not Kind.CLAIM]
        if words and all(capitalised(word) for word in words):
            return True
    return (
        any(
            part.kind in (Kind.COUNTRY, Kind.CLAIMANT)
            or is_acronym(part.text)
            or (part.kind is Kind.WORD and capitalised(part) and part is not parts[0])
            or (part.kind is Kind.WORD and names.resolve(part.text) is not None)
            for part in parts
        )
        or parts[0].kind is Kind.PER
    )


def _read_parts(label: Label, parts: list[Term]) -> list[Term]:
    """Take dates, flags and outcomes out of a label; what remains is a name."""
    words: list[Term] = []
    for part in parts:
        if part.text == ",":
            continue
        if part.kind is Kind.DATE:
            if isinstance(part.value, EventDate):
                label.date = _narrowed(label.date, part.value)
            words.clear()  # "For the period July 7–22 29th Infantry Division": the name comes last
        elif part.kind is Kind.OUTCOME and isinstance(part.value, Effect):
            label.effects.append(part.value)
            if part.value.victims:
                label.named = label.text
        elif isinstance(part.value, Word) and part.value.category == CIVILIANS:
            label.civilians = True
        elif part.kind is Kind.FLAG and isinstance(part.value, Country):
            label.party = part.value.name
            words.append(part)
        elif part.kind not in _NO_NAME:
            words.append(part)
    flagged = [word for word in words if word.kind is not Kind.FLAG]
    return flagged or words


def _narrowed(outer: EventDate | None, inner: EventDate) -> EventDate:
    """The later date within the earlier: "2033 (to June)" is the first half of 2033."""
    if outer and len(outer.edtf) == 4 and inner.edtf.startswith(f"../{outer.edtf}-"):
        return EventDate(f"{outer.edtf}-01/{inner.edtf[3:]}", Basis.HEADING)
    return EventDate(inner.edtf, Basis.HEADING)
