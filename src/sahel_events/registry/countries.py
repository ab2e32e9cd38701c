"""Countries, territories and unions of states, of today and of the past, by every name.

``data/countries.csv`` can be edited: a row a country.
"""

from __future__ import annotations

from functools import cache

from attrs import frozen

from sahel_events.registry._tables import rows, several

__all__ = ["Country", "capitals", "countries"]


@frozen
class Country:
    """A country or union of countries, of today or of the past.

    ``kind`` is state or organisation; ``demonyms`` are the words for its people ("Malian"),
    ``capital`` is the city that reports mean by "the Malian capital".
    """

    name: str
    iso: str | None
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    kind: str = "state"
    capital: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every name by which it is known, its own first."""
        return (self.name, *self.aliases)

    def is_called(self, name: str) -> bool:
        """Whether this is a name of it, in whatever case."""
        return name.lower() in _lower_names(self)


@cache
def _lower_names(country: Country) -> frozenset[str]:
    return frozenset(name.lower() for name in country.names)


@cache
def countries() -> tuple[Country, ...]:
    """Every country, in the order of the file."""
    return tuple(
        Country(
            row["name"],
            row["iso"] or None,
            several(row["aliases"]),
            several(row["demonyms"]),
            row["kind"],
            row["capital"] or None,
        )
        for row in rows("countries.csv")
    )


@cache
def capitals() -> frozenset[str]:
    """The names of all capitals."""
    return frozenset(country.capital for country in countries() if country.capital)
