"""What words mean, read from the data files in ``data/``, which people can edit.

Countries are words too, with their adjectives; they are read from the registry.

The lexicon maps a word, or a phrase of several words, to an :class:`Entry`. Names of countries are
looked up as they are written ("US" is not "us"); everything else regardless of case.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum, auto
from functools import cache

from attrs import field, frozen

from sahel_events.csv_tables import rows
from sahel_events.english.lexicon.harm import Effect, words_of_cells
from sahel_events.registry.countries import names_of_countries

__all__ = [
    "Effect",
    "Entry",
    "Kind",
    "Lexicon",
    "Word",
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
class Entry:
    """One word's meaning: its kind, and what else its file says of it."""

    kind: Kind
    value: object = None


@frozen
class Lexicon:
    """Words and phrases, and countries by name.

    ``phrases`` lists, for the first word of each longer phrase, the phrases that begin with it, the
    longest first.
    """

    words: Mapping[str, Entry]
    names: Mapping[str, Entry]
    phrases: Mapping[str, tuple[tuple[str, Entry], ...]] = field(repr=False)


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    words: dict[str, Entry] = {}
    for phrase, entry in (*_people(), *_things(), *_small_words(), *_outcomes()):
        words[phrase] = entry
    names = {name: Entry(Kind.COUNTRY, country) for name, country in names_of_countries().items()}
    return Lexicon(words, names, _by_first_word(words, names))


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


def nouns() -> Iterator[tuple[str, Word]]:
    """Every noun for people or things, singular and plural, in lower case, with what it is."""
    for phrase, entry in (*_people(), *_things()):
        assert isinstance(entry.value, Word)
        yield phrase, entry.value


def _people() -> Iterator[tuple[str, Entry]]:
    for row in rows(__package__, "people.csv"):
        yield from _noun(Kind.PERSON, row["noun"], row["plural"], row["category"])


def _things() -> Iterator[tuple[str, Entry]]:
    for row in rows(__package__, "materiel.csv"):
        yield from _noun(Kind.THING, row["noun"], row["plural"], row["kind"])


def _noun(kind: Kind, singular: str, plural: str, category: str) -> Iterator[tuple[str, Entry]]:
    thing = kind is Kind.THING
    yield singular.lower(), Entry(kind, Word(category, singular, singular == plural, thing))
    if plural != singular:
        yield plural.lower(), Entry(kind, Word(category, singular, True, thing))


def _small_words() -> Iterator[tuple[str, Entry]]:
    for role, words in _cell_words().items():
        if role != "rank":
            for word in words:
                yield word.lower(), Entry(Kind[role.upper()])


@cache
def _cell_words() -> dict[str, tuple[str, ...]]:
    """The small words of cells by their role."""
    found: dict[str, list[str]] = {}
    for row in rows(__package__, "cell_words.csv"):
        found.setdefault(row["role"], []).append(row["word"])
    return {role: tuple(words) for role, words in found.items()}


def units() -> tuple[str, ...]:
    """Formations of soldiers, in the singular and plural: "battalion", "platoons"."""
    return _cell_words()["unit"]


@cache
def ranks() -> frozenset[str]:
    """Titles that stand before a person's name, in lower case."""
    return frozenset(_cell_words()["rank"])


def _outcomes() -> Iterator[tuple[str, Entry]]:
    for word in words_of_cells():
        yield word.phrase, Entry(Kind.OUTCOME, word.harm.effect)
