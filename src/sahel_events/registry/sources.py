"""Who reports: news media, rights groups, agencies and monitors, by every form of their names.

``data/sources.csv`` can be edited: a row a source.
"""

from __future__ import annotations

from functools import cache

from attrs import frozen

from sahel_events.csv_tables import rows, several

__all__ = ["Reporter", "reporter_named", "reporters"]


@frozen
class Reporter:
    """Somebody who reports and does not fight.

    ``kind`` is media, rights group, agency or monitor.
    """

    name: str
    aliases: tuple[str, ...]
    kind: str

    @property
    def names(self) -> tuple[str, ...]:
        """Every name by which it is known, its own first."""
        return (self.name, *self.aliases)


@cache
def reporters() -> dict[str, Reporter]:
    """Every reporter by every form of its name."""
    found: dict[str, Reporter] = {}
    for row in rows(__package__, "sources.csv"):
        reporter = Reporter(row["name"], several(row["aliases"]), row["kind"])
        for name in reporter.names:
            found.setdefault(name, reporter)
    return found


def reporter_named(name: str) -> Reporter | None:
    """The reporter with this name, written just so; ``None`` when the registry has none."""
    return reporters().get(name)
