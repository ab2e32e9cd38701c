"""Formats: one module a format, found by listing this folder.

A module here whose name has no leading underscore defines ``FORMAT``, a :class:`Format`. Nothing
has to be registered elsewhere: to add a format is to add one file.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from sahel_events.formats._format import Format
from sahel_events.text.document import Document

__all__ = ["Format", "format_named", "format_of", "formats"]


@cache
def formats() -> tuple[Format, ...]:
    """All formats, in the order in which they are tried: the most particular first."""
    found = [
        import_module(f"{__name__}.{module.name}").FORMAT
        for module in iter_modules(__path__)
        if not module.name.startswith("_")
    ]
    return tuple(sorted(found, key=lambda format: (format.rank, format.name)))


def format_named(name: str) -> Format:
    """The format with this name; raises :class:`ValueError` and lists the names there are."""
    for format in formats():
        if format.name == name:
            return format
    known = ", ".join(format.name for format in formats())
    raise ValueError(f"expected a format ({known}), found {name!r}")


def format_of(document: Document) -> Format:
    """The first format that recognises the document; prose recognises every text."""
    return next(format for format in formats() if format.recognises(document))
