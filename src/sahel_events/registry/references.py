"""Who says so: the articles and reports that the registry's facts are taken from.

``data/references.csv`` can be edited: a row a reference.
"""

from __future__ import annotations

from functools import cache

from attrs import frozen

from sahel_events.csv_tables import rows

__all__ = ["Reference", "references"]


@frozen
class Reference:
    """An article, report or dataset; ``date`` is that of its publication, as far as it is given."""

    key: str
    title: str
    publisher: str
    date: str | None
    url: str

    def __str__(self) -> str:
        parts = (self.title, self.publisher, self.date, self.url)
        return ", ".join(part for part in parts if part)


@cache
def references() -> dict[str, Reference]:
    """Every reference by its key."""
    return {
        row["key"]: Reference(
            row["key"], row["title"], row["publisher"], row["date"] or None, row["url"]
        )
        for row in rows(__package__, "references.csv")
    }
