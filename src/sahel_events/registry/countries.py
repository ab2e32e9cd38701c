"""Countries, territories and unions of states, of today and of the past, by every name.

``data/countries.csv`` can be edited: a row a country.
"""

from __future__ import annotations

from functools import cache

from attrs import frozen

from sahel_events.csv_tables import rows, several

__all__ = [
    "Country",
    "capitals",
    "countries",
    "country_named",
    "country_of_flag",
    "country_with_iso",
    "names_of_countries",
]


@frozen
class Country:
    """A country or union of countries, of today or of the past.

    ``kind`` is state or organisation; ``demonyms`` are the words for its people ("Malian"),
    ``capital`` is the city that reports mean by "the Malian capital". ``iso3`` is its ISO 3166-1
    alpha-3 code, ``gw`` and ``cow`` are its numbers in the lists of states of Gleditsch and Ward
    and of the Correlates of War, by which conflict data can be joined.
    """

    name: str
    iso: str | None
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    kind: str = "state"
    capital: str | None = None
    iso3: str | None = None
    gw: int | None = None
    cow: int | None = None

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
            row["iso3"] or None,
            int(row["gw"]) if row["gw"] else None,
            int(row["cow"]) if row["cow"] else None,
        )
        for row in rows(__package__, "countries.csv")
    )


@cache
def capitals() -> frozenset[str]:
    """The names of all capitals."""
    return frozenset(country.capital for country in countries() if country.capital)


def country_named(name: str) -> Country | None:
    """The country with this name, alias or demonym, written just so: "US" is not "us"."""
    return names_of_countries().get(name)


def country_with_iso(code: str) -> Country | None:
    """The country with this code of ISO 3166-1 (alpha-2)."""
    return _by_iso().get(code)


@cache
def country_of_flag(flag: str) -> Country | None:
    """The country of a flag emoji: two regional indicator letters that spell its ISO code."""
    return country_with_iso("".join(chr(ord(letter) - _INDICATOR_A + ord("A")) for letter in flag))


_INDICATOR_A = 0x1F1E6


@cache
def names_of_countries() -> dict[str, Country]:
    """Countries by every name, alias and demonym; a name of several is the first one's."""
    found: dict[str, Country] = {}
    for country in countries():
        for name in (*country.names, *country.demonyms):
            found.setdefault(name, country)
    return found


@cache
def _by_iso() -> dict[str, Country]:
    return {country.iso: country for country in countries() if country.iso}
