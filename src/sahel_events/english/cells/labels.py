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
_SMALL = frozenset(("of", "the", "and", "de", "&"))
#: Words that say that a figure is somebody's, and are no part of the name of who that is.
_CLAIM_WORDS = re.compile(rf"\b{any_of('words around a claimant')}\b\.?", re.IGNORECASE)
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
    civilians: bool = False


def find_labels(terms: list[Term]) -> dict[int, int]:
    """Where labels begin, and at which term (a colon) each ends."""
    labels: dict[int, int] = {}
    for colon, term in enumerate(terms):
        if term.kind is Kind.COLON:
            first = _first(terms, colon)
            if first is not None and not _ends_figure(terms, first):
                labels[first] = colon
    return labels


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
        return start
    return _first_name(terms, start, nearest)


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
    name = " ".join(_CLAIM_WORDS.sub(" ", text).split()).strip(" .,:")
    if not name:
        return None
    return names.resolve(name) or name if country_named(name) else name


def read_label(
    terms: list[Term], first: int, colon: int, text: str, names: Names, own: str | None
) -> Label:
    """What the label from ``first`` to the colon says."""
    parts = terms[first:colon]
    label = Label(parts[0].start, " ".join(text[parts[0].start : parts[-1].end].split()))
    kinds = {part.kind for part in parts}
    words = _read_parts(label, parts)
    label.total = Kind.TOTAL in kinds
    label.claims = bool(kinds & {Kind.CLAIM, Kind.PER})
    if label.claims:
        label.claimant = claimant_of(label.text, names, own)
        if label.claimant is not None and not _is_name(parts, names):
            label.claimant, label.remark = None, label.text
        return label
    if label.civilians:
        label.party = CIVILIANS
        return label
    if not words:
        return label
    name = " ".join(text[words[0].start : words[-1].end].split())
    if own is not None and is_organ(name):  # "Army: 38 dead"
        label.named, label.party = name, own
        return label
    if label.total:
        label.named = name
        return label
    if Kind.REMARK in kinds or words[0].kind is Kind.OF_PLACE or name.lower() in _NOBODYS:
        label.remark = name
        return label
    label.named = name
    label.party = names.resolve(name) or (None if is_acronym(name) else names.begins(name))
    militia = any(isinstance(w.value, Word) and w.value.category == "militia" for w in words)
    if label.party is None and (Kind.UNIT in kinds or Kind.PERSON not in kinds or militia):
        label.party = name
    return label


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
