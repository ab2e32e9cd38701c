"""What a format is: a value that holds functions."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from sahel_events.text.document import Document
from sahel_events.text.layout import Layout

__all__ = ["Format"]


@frozen
class Format:
    """How one kind of document is recognised, taken apart and written.

    ``parse`` raises :class:`sahel_events.errors.ParseError` when the document is not well formed.
    ``render`` is its inverse up to white space: ``parse`` of what it writes gives a layout with the
    same texts and links. Formats with a lower ``rank`` are tried first.
    """

    name: str
    recognises: Callable[[Document], bool]
    parse: Callable[[Document], Layout]
    render: Callable[[Layout], str]
    rank: int = 0
