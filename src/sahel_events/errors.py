"""One family of errors, and the places in a document that they point to.

A problem inside a document is data (:class:`sahel_events.model.Problem`); an error is raised only
where nothing can be read at all, or where a caller asked for something impossible.
"""

from __future__ import annotations

from attrs import frozen

__all__ = [
    "BusyError",
    "ConversionError",
    "DatasetError",
    "Location",
    "ParseError",
    "SahelEventsError",
]

#: Longer lines are cut to this many characters around the passage that is shown.
_WINDOW = 100


@frozen
class Location:
    """A place in a document as a person looks for it: line and column count from 1."""

    name: str
    line: int
    column: int
    excerpt: str = ""
    width: int = 1

    def __str__(self) -> str:
        return f"{self.name}:{self.line}:{self.column}"

    def pointed(self) -> str:
        """The excerpt with a caret under every character of the passage, as two lines."""
        first = max(0, self.column - 1 - _WINDOW // 2) if len(self.excerpt) > _WINDOW else 0
        shown = self.excerpt[first : first + _WINDOW].replace("\t", " ").rstrip()
        before = self.column - 1 - first
        carets = max(1, min(self.width, len(shown) - before))
        return f"    {shown}\n    {' ' * before}{'^' * carets}"


class SahelEventsError(Exception):
    """Whatever this library raises on purpose."""


class ParseError(SahelEventsError):
    """A document that cannot be read at all.

    ``name``, ``line`` and ``column`` say where; ``line`` and ``column`` count from 1.
    """

    message: str
    name: str
    line: int
    column: int

    def __init__(self, message: str, location: Location) -> None:
        super().__init__(message)
        self.message = message
        self.location = location
        self.name = location.name
        self.line = location.line
        self.column = location.column

    def __str__(self) -> str:
        head = f"{self.location}: {self.message}"
        return f"{head}\n{self.location.pointed()}" if self.location.excerpt else head

    def __reduce__(self) -> tuple[type[ParseError], tuple[str, Location]]:
        """Errors cross process borders (``build --jobs``) with their place."""
        return type(self), (self.message, self.location)


class DatasetError(SahelEventsError):
    """A dataset folder that is missing, incomplete, damaged or of another version."""


class BusyError(SahelEventsError):
    """Another process is writing the same dataset folder at this moment."""


class ConversionError(SahelEventsError):
    """JSON that is no such record.

    ``faults`` holds everything that is wrong with it, each with the path of the key that it is
    about.
    """

    what: str
    faults: tuple[str, ...]

    def __init__(self, what: str, faults: tuple[str, ...]) -> None:
        super().__init__(what, faults)
        self.what = what
        self.faults = faults

    def __str__(self) -> str:
        return "\n    ".join((f"this is no {self.what}:", *self.faults))
