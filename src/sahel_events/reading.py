"""A document is read: passages become records, and everything else becomes a problem.

bytes → Document → Layout (a format) → figures, names, dates (the language) → Reading
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from os import PathLike
from pathlib import Path

from attrs import evolve, field, frozen

from sahel_events.assembling import Explanation, place_records, read_body, read_infoboxes
from sahel_events.assembling.parties import Parties
from sahel_events.assembling.records import Records
from sahel_events.errors import ParseError
from sahel_events.formats import Format, format_named, format_of
from sahel_events.kinds import Severity
from sahel_events.model import (
    TABLES,
    Belligerent,
    CasualtyClaim,
    Commander,
    Conflict,
    Engagement,
    Participation,
    Problem,
    Record,
    Relation,
    Source,
    Strength,
)
from sahel_events.registry.geonames import Gazetteer
from sahel_events.text.document import Document, decode
from sahel_events.text.files import read_bytes
from sahel_events.text.layout import Layout
from sahel_events.text.passage import Link, Passage

__all__ = ["Reading", "parse", "read", "render"]


@frozen
class Reading:
    """What a document states, and what could not be read in it.

    Records stand in the order of the document. ``layout`` is its form, which :func:`render` writes.
    """

    document: Document
    format: str
    layout: Layout = field(repr=False)
    source: Source = field(repr=False)
    conflicts: tuple[Conflict, ...] = ()
    engagements: tuple[Engagement, ...] = ()
    belligerents: tuple[Belligerent, ...] = ()
    participations: tuple[Participation, ...] = ()
    strengths: tuple[Strength, ...] = ()
    commanders: tuple[Commander, ...] = ()
    claims: tuple[CasualtyClaim, ...] = ()
    relations: tuple[Relation, ...] = ()
    problems: tuple[Problem, ...] = ()
    #: why the claims of the body are what they are, in their order
    explanations: tuple[Explanation, ...] = field(default=(), repr=False)

    def tables(self) -> Mapping[str, tuple[Record, ...]]:
        """The records by table of a dataset."""
        fields = {table: table for table in TABLES} | {"casualty_claims": "claims"}
        return {
            table: (self.source,) if table == "documents" else getattr(self, name)
            for table, name in fields.items()
        }


def parse(
    data: bytes | str,
    name: str = "<text>",
    format: str | None = None,
    published: date | str | None = None,
    gazetteer: Gazetteer | None = None,
) -> Reading:
    """Read a document from its bytes or its text.

    ``name`` is the file's name, whose stem becomes the document's id. ``format`` is the name of a
    format, or ``None`` to recognise it. ``published`` is the publication date (``YYYY-MM-DD``),
    which only the caller can know; "last night" is relative to it in news reports, not in articles.
    ``gazetteer`` is what :func:`read_gazetteer` gave; with it more places are on the map.

    Raises :class:`sahel_events.ParseError`, and nothing else, when the document cannot be read at
    all, be it by a fault of this library; :class:`ValueError` when ``format`` or ``published`` is
    not a known name or a date.
    """
    chosen, day = format_named(format) if format else None, _iso_date(published)
    document = decode(data, name)
    records = Records(document, document.stem)
    try:
        _warn(records, name)
        return _read(records, chosen, day, gazetteer)
    except ParseError:
        raise
    except Exception as error:  # no document may end the reading of others
        fault = f"{type(error).__name__}: {error}".removesuffix(": ")
        raise document.error(
            f"the text from here on could not be read ({fault}): please report it", records.reached
        ) from error


def read(
    path: str | PathLike[str],
    format: str | None = None,
    published: date | str | None = None,
    gazetteer: Gazetteer | None = None,
) -> Reading:
    """Read a document from a regular file; see :func:`parse`.

    Raises :class:`OSError` as ``open`` does.
    """
    return parse(read_bytes(path), Path(path).name, format, published, gazetteer)


def render(reading: Reading, format: str) -> str:
    """Write a reading's document in a format: "infobox", "front-matter" or "prose".

    Reading the text again gives the same records, the places of their evidence aside.
    """
    return format_named(format).render(reading.layout)


def _iso_date(published: date | str | None) -> str | None:
    """A publication date as its ISO string."""
    return None if published is None else date.fromisoformat(str(published)).isoformat()


def _warn(records: Records, name: str) -> None:
    """Warn of a document that holds nothing, and of a name that had to be changed."""
    document = records.document
    if not any(character.isprintable() and character != " " for character in document.text):
        message = "expected text, found none: the document is empty"
        records.problem(Severity.WARNING, message, 0, len(document.text), "document")
    if document.name != name:
        message = f"expected a file name in UTF-8; the document is called {document.name} instead"
        records.problem(Severity.WARNING, message, 0, 0, "document")


def _read(
    records: Records, chosen: Format | None, published: str | None, gazetteer: Gazetteer | None
) -> Reading:
    document = records.document
    format = chosen or format_of(document)
    layout = format.parse(document)
    parties = Parties(records)
    for fault in layout.faults:
        records.problem(Severity.WARNING, fault.message, fault.start, fault.end, "document")
    fought = read_infoboxes(records, parties, layout)
    if not layout.boxes:
        bodies = (section.body for section in layout.sections)
        parties.learn(*_running_text(bodies))
    explanations = read_body(records, parties, layout, fought, published, _is_news(format, layout))
    place_records(records, gazetteer)
    tables = {table: tuple(found) for table, found in records.tables.items()}
    tables["claims"] = tables.pop("casualty_claims")
    del tables["documents"]
    source = _source(document, format, layout, published)
    if gazetteer is not None:
        source = evolve(source, gazetteer=gazetteer.checksum)
    return Reading(
        document,
        format.name,
        layout,
        source,
        explanations=explanations,
        **tables,  # type: ignore[arg-type]
    )


def _is_news(format: Format, layout: Layout) -> bool:
    """Whether it is a report, with headlines and adverts: plain text without sections."""
    return format.name == "prose" and all(section.heading is None for section in layout.sections)


def _running_text(bodies: Iterable[Passage]) -> tuple[str, tuple[()], list[Link]]:
    """The text of the bodies and its links, to learn the names that it introduces."""
    passages = list(bodies)
    links = [link for passage in passages for link in passage.links]
    return "\n".join(passage.text for passage in passages), (), links


def _source(document: Document, format: Format, layout: Layout, published: str | None) -> Source:
    said = {name: " ".join(passage.text.split()) for name, passage in layout.meta.items()}
    return Source(
        id=document.stem,
        document=document.stem,
        start=0,
        end=len(document.text),
        field="document",
        name=document.name,
        sha256=document.sha256,
        format=format.name,
        title=said.get("title"),
        publisher=said.get("author"),
        published=published,
        description=said.get("description"),
        repairs=len(document.repairs),
    )
