"""Writes the data dictionary from the classes, so that no description stands in two places.

``sahel_events.model.TABLES`` gives the tables and their classes; every attribute of a class
carries its description as ``metadata["doc"]``. The page is written before Sphinx reads its
sources, and only when it has changed, so that a second build has nothing to do.
"""

from __future__ import annotations

import enum
import types
import typing
from collections.abc import Iterator
from pathlib import Path

import attrs
from sphinx.application import Sphinx

from sahel_events.model import TABLES, Record

PAGE = "reference/data_dictionary.md"

OPENING = """\
# Data dictionary

Every record of every table, field by field. This page is made from the classes in
`sahel_events.model` whenever the docs are built; the same descriptions are stored in the Parquet
files.

A field that holds a value with parts is one column a part in Parquet: `quantity` becomes
`quantity_low`, `quantity_high` and so on. See [](#values-with-parts).
"""


def setup(app: Sphinx) -> dict[str, bool]:
    """Write the page when the build begins."""
    app.connect("builder-inited", write_page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write_page(app: Sphinx) -> None:
    """Write the page, unless it already says the same."""
    page = Path(app.srcdir, PAGE)
    text = "\n".join(lines()) + "\n"
    if not page.exists() or page.read_text(encoding="utf-8") != text:
        page.write_text(text, encoding="utf-8", newline="\n")


def lines() -> Iterator[str]:
    """The page, line by line."""
    yield OPENING
    yield "## Fields of every record\n"
    yield from rows(Record)
    values: dict[type, None] = {}
    enums: dict[type[enum.Enum], None] = {}
    for table, record in TABLES.items():
        yield f"\n## {table}\n"
        yield f"{summary(record)}\n"
        yield from rows(record, without=Record)
        for kind in kinds(record):
            if issubclass(kind, enum.Enum):
                enums[kind] = None
            elif attrs.has(kind):
                values[kind] = None
    for value in tuple(values):
        enums.update((kind, None) for kind in kinds(value) if issubclass(kind, enum.Enum))
    yield "\n## Values with parts"
    for value in values:
        yield f"\n### {value.__name__}\n"
        yield f"{summary(value)}\n"
        yield from rows(value)
    yield "\n## Words with a fixed set"
    for words in enums:
        yield f"\n### {words.__name__}\n"
        yield f"{summary(words)}\n"
        yield ", ".join(f"`{member.value}`" for member in words)


def rows(record: type, without: type | None = None) -> Iterator[str]:
    """A table of the fields of a class, those of its base left out."""
    inherited = set(attrs.fields_dict(without)) if without else set()
    hints = typing.get_type_hints(record)
    described = any("doc" in attribute.metadata for attribute in attrs.fields(record))
    yield "| Field | Type | Description |" if described else "| Field | Type |"
    yield "| --- | --- | --- |" if described else "| --- | --- |"
    for attribute in attrs.fields(record):
        if attribute.name in inherited:
            continue
        row = f"| `{attribute.name}` | {spelled(hints[attribute.name])} |"
        description = attribute.metadata.get("doc", "").replace("|", "\\|")
        yield f"{row} {description} |" if described else row
    for name, description in getattr(record, "DERIVED", {}).items():
        yield f"| `{name}` | date, or null; in tables only | {description} |"


def spelled(hint: object) -> str:
    """A type as a reader of the data says it: "text, or null", "list of text"."""
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        parts = [spelled(part) for part in typing.get_args(hint) if part is not type(None)]
        return ", ".join(parts) + ", or null"
    if typing.get_origin(hint) is tuple:
        return f"list of {spelled(typing.get_args(hint)[0])}"
    if isinstance(hint, type) and (attrs.has(hint) or issubclass(hint, enum.Enum)):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    plain = {str: "text", int: "integer", float: "number", bool: "true or false"}
    return plain.get(typing.cast(type, hint), str(hint))


def kinds(record: type) -> Iterator[type]:
    """The classes that the fields of a class are made of."""
    waiting = list(typing.get_type_hints(record).values())
    while waiting:
        hint = waiting.pop(0)
        waiting.extend(typing.get_args(hint))
        if isinstance(hint, type):
            yield hint


def summary(record: type) -> str:
    """The first paragraph of a class's docstring, on one line."""
    return " ".join((record.__doc__ or "").strip().split("\n\n")[0].split())
