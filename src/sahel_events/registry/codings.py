"""How event datasets write the names of parties: aliases that no report uses.

``data/codings.csv`` can be edited: a row a name. ACLED puts an acronym before a name and
years behind it ("Military Forces of Mali (2013-2020)"); that is understood without rows.
"""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from sahel_events.csv_tables import rows

__all__ = ["Coding", "codings", "without_years"]

_YEARS = re.compile(r"\((?:\d{4}-(?:\d{4})?|since \d{4})\)$")


@frozen
class Coding:
    """A name, the identifier of the party that it is of, and the dataset that writes it so."""

    name: str
    party: str
    dataset: str


@cache
def codings() -> tuple[Coding, ...]:
    """Every name of the table, in the order of the file."""
    return tuple(
        Coding(row["name"], row["party"], row["dataset"])
        for row in rows(__package__, "codings.csv")
    )


def without_years(name: str) -> str:
    """A name without the years in which it was used behind it.

    >>> without_years("Military Forces of Mali (2013-2020)")
    'Military Forces of Mali'
    """
    return _YEARS.sub("", name).rstrip()
