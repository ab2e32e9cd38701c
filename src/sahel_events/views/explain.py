"""Why each claim is what it is: its sentence, the rule that fired, and where the rest came from."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping

import click
from attrs import frozen

from sahel_events.assembling import Explanation
from sahel_events.kinds import Stance
from sahel_events.model import CasualtyClaim, Engagement
from sahel_events.reading import Reading
from sahel_events.values import Basis
from sahel_events.views.terminal import harmless, seen_width

__all__ = ["explain"]

#: Lines are no longer than this, however wide the terminal: sentences are for reading.
_LONGEST = 100
_INDENT = "    "
_BASES = {
    Basis.EXPLICIT: "written where the figure stands",
    Basis.HEADING: "year or day from a heading above",
    Basis.SENTENCE: "year or day from the sentences before",
    Basis.CONTEXT: "from the infobox's own date",
    Basis.PARTS: "from the dates of its parts",
    Basis.PUBLICATION: "relative to the publication date",
}
#: What was found, and how; the first is ``None`` where there is nothing.
_Found = tuple[str | None, str | None]


@frozen
class _Shown:
    """A reading by identifiers, and how it is shown."""

    reading: Reading
    explanations: Mapping[str, Explanation]
    claims: Mapping[str, CasualtyClaim]
    engagements: Mapping[str, Engagement]
    width: int
    style: Callable[..., str]


def explain(reading: Reading, *, colour: bool = False) -> Iterator[str]:
    """The claims of a reading in its order, a block each, with an empty line behind it.

    How something was found is said in the reader's own words where it gives them, and otherwise by
    what the record shows.
    """
    shown = _Shown(
        reading,
        {found.claim: found for found in reading.explanations},
        {claim.id: claim for claim in reading.claims},
        {found.id: found for found in reading.engagements},
        min(shutil.get_terminal_size().columns, _LONGEST) - len(_INDENT),
        click.style if colour else lambda text, **_: text,
    )
    for claim in reading.claims:
        explanation = shown.explanations.get(claim.id)
        location = reading.document.locate(claim.start, claim.end)
        yield f"{harmless(str(location))}: {shown.style(_said(claim), bold=True)}"
        for line in (*_evidence(shown, claim, explanation), *_lines(shown, claim, explanation)):
            yield _INDENT + line
        yield ""


def _said(claim: CasualtyClaim) -> str:
    """The claim in a few words: figure, outcomes, victims."""
    return _line(f"{claim.quantity} {'/'.join(claim.outcomes)}: {claim.victims or claim.what}")


def _evidence(
    shown: _Shown, claim: CasualtyClaim, explanation: Explanation | None
) -> Iterator[str]:
    """The sentence with carets under the evidence; of a cell, the line of the file."""
    span = _span(shown, claim, explanation.sentence) if explanation else None
    if explanation is None or span is None:
        line, carets = shown.reading.document.locate(claim.start, claim.end).pointed().split("\n")
        yield harmless(line).removeprefix(_INDENT)
        yield shown.style(carets.removeprefix(_INDENT), fg="cyan")
        return
    sentence = harmless(explanation.sentence)
    for start, end in _wrapped(sentence, shown.width):
        yield sentence[start:end]
        first, last = max(start, span[0]), min(end, span[1])
        if first < last:
            carets = shown.style("^" * seen_width(sentence[first:last]), fg="cyan")
            yield " " * seen_width(sentence[start:first]) + carets


def _span(shown: _Shown, claim: CasualtyClaim, sentence: str) -> tuple[int, int] | None:
    """Where the evidence stands in its sentence, which has no markup and no line breaks.

    Of several such places the one is meant whose words before are those before the evidence.
    """
    text = shown.reading.document.text
    quote = _joined(text[claim.start : claim.end])
    before = _joined(text[max(0, claim.start - 2 * len(sentence)) : claim.start] + "|")[:-1]
    places = [match.start() for match in re.finditer(re.escape(quote), sentence)]
    if not places or not quote:
        return None
    best = max(places, key=lambda place: _alike(sentence[:place], before))
    return best, best + len(quote)


def _alike(first: str, second: str) -> int:
    """How many characters the ends of two texts share."""
    pairs = zip(reversed(first), reversed(second), strict=False)
    return next((count for count, (one, two) in enumerate(pairs) if one != two), len(first))


def _wrapped(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where the lines of a text begin and end when it is cut between words."""
    start = end = used = 0
    for word in re.finditer(r"\S+", text):
        wide = seen_width(word.group())
        if end > start and used + 1 + wide > width:
            yield start, end
            start, used = word.start(), wide
        else:
            used += wide + (1 if end > start else 0)
        end = word.end()
    if end > start:
        yield start, end


def _lines(shown: _Shown, claim: CasualtyClaim, explanation: Explanation | None) -> Iterator[str]:
    """What was found and how, a line each; reasons that no line is for get lines of their own."""
    reasons = explanation.reasons if explanation else {}
    found: dict[str, _Found] = {
        "rule": (explanation.rule if explanation else f"infobox cell “{claim.field}”", None),
        "claimant": _claimant(claim, reasons),
        "party": (claim.victim_party, reasons.get("party")),
        "date": _date(claim, reasons),
        "place": _place(shown, claim, explanation),
        "engagement": _engagement(shown, claim, reasons),
    }
    if claim.part_of is not None:
        found["part of"] = (_said(shown.claims[claim.part_of]), reasons.get("part of"))
    found |= {name: (None, how) for name, how in reasons.items() if name not in found}
    widest = max(map(len, found))
    for name, (value, how) in found.items():
        said = value or ("" if how else "not found")
        padded = name + " " * (widest - len(name))
        yield f"{shown.style(padded, dim=True)}  {_line(': '.join(filter(None, (said, how))))}"
        yield from _refused(shown, explanation, name, widest)


def _refused(
    shown: _Shown, explanation: Explanation | None, name: str, widest: int
) -> Iterator[str]:
    """The candidates that were not taken, each with the rule that refused it."""
    others = explanation.refused.get(name, ()) if explanation is not None else ()
    for words, rule in others:
        yield shown.style(f"{' ' * widest}    not {_line(words)}: {rule}", dim=True)


def _claimant(claim: CasualtyClaim, reasons: Mapping[str, str]) -> _Found:
    how = reasons.get("claimant")
    if claim.claimant is not None:
        return f"{claim.claimant} ({claim.stance})", how
    if claim.stance is not Stance.STATED:
        return f"nobody named ({claim.stance})", how
    return "the document's own voice", how


def _date(claim: CasualtyClaim, reasons: Mapping[str, str]) -> _Found:
    if claim.date is None:
        return None, reasons.get("date")
    how, basis = reasons.get("date"), claim.date.basis
    if how is None or basis is not Basis.EXPLICIT:
        how = "; ".join(filter(None, (how, _BASES[basis])))
    return str(claim.date), how


def _place(shown: _Shown, claim: CasualtyClaim, explanation: Explanation | None) -> _Found:
    """By the record, a place stands in the sentence, is the engagement's, or was named before."""
    how = explanation.reasons.get("place") if explanation else None
    if how is not None or claim.place is None or explanation is None:
        return claim.place, how
    engagement = shown.engagements.get(claim.engagement or "")
    if claim.place in explanation.sentence:
        how = "named in the sentence"
    elif engagement is not None and engagement.place == claim.place:
        how = "where the engagement was"
    else:
        how = "from what was told before"
    return claim.place, how


def _engagement(shown: _Shown, claim: CasualtyClaim, reasons: Mapping[str, str]) -> _Found:
    engagement = shown.engagements.get(claim.engagement or "")
    if engagement is None:
        return None, reasons.get("engagement")
    line = shown.reading.document.locate(engagement.start).line
    return f"{engagement.kind} “{engagement.name}” (line {line})", reasons.get("engagement")


def _line(text: str) -> str:
    return harmless(_joined(text))


def _joined(text: str) -> str:
    """The words of a text with single spaces between them."""
    return " ".join(text.split())
