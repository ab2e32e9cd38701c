"""What an audit found: each finding with its lines, and carets under the figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import click

from sahel_events.errors import Location
from sahel_events.model import Figure, Source
from sahel_events.reconcile.audit import Finding, FindingKind
from sahel_events.text.document import Document
from sahel_events.views.terminal import harmless

__all__ = ["counted", "findings"]

_COLOURS = {FindingKind.SUM: "red", FindingKind.CONTRADICTION: "red"}
#: Of a sum, so many figures are shown where they stand: the total, and its first and last part.
_SHOWN = 3


def findings(
    found: Iterable[Finding],
    sources: Iterable[Source],
    documents: Mapping[str, Document],
    *,
    colour: bool = False,
) -> Iterator[str]:
    """A block for each finding: what is queried, and every figure where it stands.

    ``documents`` by SHA-256 give the whole lines; without them only the figures' own words are
    shown.
    """
    known = {source.id: source for source in sources}
    for finding in found:
        kind = str(finding.kind)
        if colour:
            kind = click.style(kind, fg=_COLOURS.get(finding.kind, "yellow"), bold=True)
        about = f" ({finding.subject}; {finding.certainty})" if finding.subject else ""
        yield f"{kind}: {harmless(finding.message + about)}"
        for figure in _shown(finding):
            source = known[figure.document]
            yield from map(harmless, _pointed(figure, source, documents.get(source.sha256)))
        if finding.kind is FindingKind.SUM:
            yield from _addition(finding.figures[1:])
        yield ""


def counted(found: Sequence[Finding]) -> str:
    """How many findings there are of each kind: "3 sums, 1 contradiction"."""
    kinds = Counter(finding.kind for finding in found)
    return (
        ", ".join(
            f"{kinds[kind]} {kind}{'' if kinds[kind] == 1 else 's'}"
            for kind in FindingKind
            if kinds[kind]
        )
        or "nothing to query"
    )


def _shown(finding: Finding) -> Sequence[Figure]:
    figures = finding.figures
    if finding.kind is FindingKind.SUM and len(figures) > _SHOWN:
        return (*figures[:2], figures[-1])
    return figures


def _pointed(figure: Figure, source: Source, document: Document | None) -> tuple[str, str]:
    """Where a figure stands, and its line with carets; of an unknown document its words alone."""
    if document is not None:
        location = document.locate(figure.start, figure.end)
        return f"  {location}", location.pointed()
    quote = (figure.quote or "").split("\n")[0]
    alone = Location(source.name, 1, 1, quote, len(quote))
    return f"  {source.name}:{figure.line}:{figure.column}", alone.pointed()


def _addition(parts: Sequence[Figure]) -> Iterator[str]:
    """The parts as they are added up, ten a line."""
    figures = iter([str(part.quantity) for part in parts])
    while line := list(islice(figures, 10)):
        yield f"    + {' + '.join(line)}"
