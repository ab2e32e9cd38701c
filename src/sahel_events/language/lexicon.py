"""What words mean, read from the data files in ``data/``, which people can edit.

Countries are words too, with their adjectives; they are read from the registry.

The lexicon maps a word, or a phrase of several words, to an :class:`Entry`. Names of countries are
looked up as they are written ("US" is not "us"); everything else regardless of case.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from enum import Enum, auto
from functools import cache
from importlib.resources import files

from attrs import field, frozen

from sahel_events.kinds import Outcome
from sahel_events.registry.countries import Country, countries

__all__ = [
    "Country",
    "Effect",
    "Entry",
    "Kind",
    "Lexicon",
    "Word",
    "country_named",
    "country_of_flag",
    "lexicon",
    "nouns",
    "ranks",
    "units",
]


class Kind(Enum):
    """What a term is to the grammar."""

    ADVERB = auto()
    AUXILIARY = auto()
    BRACKET_CLOSE = auto()
    BRACKET_OPEN = auto()
    BULLET = auto()
    BY = auto()
    CLAIM = auto()
    CLAIMANT = auto()
    COLON = auto()
    CONJUNCTION = auto()
    COUNTRY = auto()
    DATE = auto()
    DEGREE = auto()
    FLAG = auto()
    INCLUDING = auto()
    NEWLINE = auto()
    NOTHING = auto()
    OF_PLACE = auto()
    OTHERS = auto()
    OUTCOME = auto()
    PER = auto()
    PERSON = auto()
    PUNCTUATION = auto()
    QUANTITY = auto()
    REMARK = auto()
    REPORTED = auto()
    SEPARATOR = auto()
    THING = auto()
    TOTAL = auto()
    UNIT = auto()
    UNKNOWN = auto()
    WORD = auto()


@frozen
class Word:
    """A noun for people or things: its category or kind, its singular, and whether it is plural."""

    category: str
    singular: str
    plural: bool
    thing: bool = False


@frozen
class Effect:
    """What an outcome word means when it is said of people, and when it is said of things."""

    people: tuple[Outcome, ...]
    things: tuple[Outcome, ...]
    #: "deaths", "losses": the outcome itself, not what is said of its subject
    noun: bool = False
    #: "prisoners", "deserters": people, named by what became of them
    victims: bool = False

    @property
    def weak(self) -> bool:
        """Whether it only says that there were losses, not which."""
        return self.people == (Outcome.CASUALTY,)


@frozen
class Entry:
    """One word's meaning: its kind, and what else its file says of it."""

    kind: Kind
    value: object = None


@frozen
class Lexicon:
    """Words and phrases, and countries by name and by flag.

    ``phrases`` lists, for the first word of each longer phrase, the phrases that begin with it, the
    longest first.
    """

    words: Mapping[str, Entry]
    names: Mapping[str, Entry]
    phrases: Mapping[str, tuple[tuple[str, Entry], ...]] = field(repr=False)
    flags: Mapping[str, Country] = field(repr=False)

    def country(self, name: str) -> Country | None:
        """The country with this name, alias or demonym, written just so."""
        entry = self.names.get(name)
        return entry.value if entry and isinstance(entry.value, Country) else None


@cache
def country_of_flag(flag: str) -> Country | None:
    """The country of a flag emoji: two regional indicator letters that spell its ISO code."""
    code = "".join(chr(ord(letter) - 0x1F1E6 + ord("A")) for letter in flag)
    return lexicon().flags.get(code)


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    words: dict[str, Entry] = {}
    for phrase, entry in (*_people(), *_things(), *_small_words(), *_outcomes()):
        words[phrase] = entry
    names: dict[str, Entry] = {}
    flags: dict[str, Country] = {}
    for country in countries():
        entry = Entry(Kind.COUNTRY, country)
        for name in (*country.names, *country.demonyms):
            names.setdefault(name, entry)
        if country.iso:
            flags[country.iso] = country
    return Lexicon(words, names, _by_first_word(words, names), flags)


def _by_first_word(*tables: Mapping[str, Entry]) -> dict[str, tuple[tuple[str, Entry], ...]]:
    phrases: dict[str, list[tuple[str, Entry]]] = {}
    for table in tables:
        for phrase, entry in table.items():
            first, _, rest = phrase.partition(" ")
            if rest:
                phrases.setdefault(first.lower(), []).append((phrase, entry))
    return {
        first: tuple(sorted(found, key=lambda pair: -len(pair[0])))
        for first, found in phrases.items()
    }


def _rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a data file, its ``#`` lines left out."""
    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return iter(csv.DictReader(lines))


def _several(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def nouns() -> Iterator[tuple[str, Word]]:
    """Every noun for people or things, singular and plural, in lower case, with what it is."""
    for phrase, entry in (*_people(), *_things()):
        assert isinstance(entry.value, Word)
        yield phrase, entry.value


def _people() -> Iterator[tuple[str, Entry]]:
    for row in _rows("people.csv"):
        yield from _noun(Kind.PERSON, row["noun"], row["plural"], row["category"])


def _things() -> Iterator[tuple[str, Entry]]:
    for row in _rows("materiel.csv"):
        yield from _noun(Kind.THING, row["noun"], row["plural"], row["kind"])


def _noun(kind: Kind, singular: str, plural: str, category: str) -> Iterator[tuple[str, Entry]]:
    thing = kind is Kind.THING
    yield singular.lower(), Entry(kind, Word(category, singular, singular == plural, thing))
    if plural != singular:
        yield plural.lower(), Entry(kind, Word(category, singular, True, thing))


def _small_words() -> Iterator[tuple[str, Entry]]:
    for row in _rows("words.csv"):
        if row["role"] != "rank":
            for word in _several(row["words"]):
                yield word.lower(), Entry(Kind[row["role"].upper()])


def units() -> tuple[str, ...]:
    """Formations of soldiers, in the singular and plural: "battalion", "platoons"."""
    rows = (row for row in _rows("words.csv") if row["role"] == "unit")
    return tuple(word for row in rows for word in _several(row["words"]))


@cache
def ranks() -> frozenset[str]:
    """Titles that stand before a person's name, in lower case."""
    words = (_several(row["words"]) for row in _rows("words.csv") if row["role"] == "rank")
    return frozenset(word for several in words for word in several)


def _outcomes() -> Iterator[tuple[str, Entry]]:
    for row in _rows("outcomes.csv"):
        effect = Effect(
            tuple(Outcome(name) for name in _several(row["people"])),
            tuple(Outcome(name) for name in _several(row["things"])),
            noun=row["kind"] == "noun",
            victims=row["kind"] == "victims",
        )
        yield row["phrase"], Entry(Kind.OUTCOME, effect)


def country_named(name: str) -> Country | None:
    """The country with this name, alias or demonym, written just so."""
    return lexicon().country(name)
