"""The words of sentences put together: one sense for each word, name and phrase.

What is known of words comes from the :mod:`~sahel_events.english.lexicon.entries`, what is known of
names from the registry and the list of countries. A word that is found as a verb and as a noun
("attack", "report") keeps both its meanings under one class.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from attrs import define, field

from sahel_events.english.lexicon.entries import abbreviations, glossary
from sahel_events.english.lexicon.harm import words_of_sentences
from sahel_events.english.lexicon.senses import (
    CAPITAL,
    COUNTRY,
    HAPPENINGS,
    OTHER_VERB,
    PARTY,
    PEOPLE,
    PLACE,
    RANK,
    Attack,
    Form,
    Harm,
    Sense,
    Speech,
)
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.lexicon.words import lexicon
from sahel_events.registry.belligerents import parties
from sahel_events.registry.countries import Country
from sahel_events.registry.places import places
from sahel_events.registry.sources import reporters

__all__ = [
    "Attack",
    "Form",
    "Harm",
    "Phrases",
    "Sense",
    "Speech",
    "Vocabulary",
    "vocabulary",
]


@define(slots=True)
class Phrases:
    """The phrases that begin with one word: a pattern for them all, and the sense of each."""

    pattern: re.Pattern[str]
    exact: dict[str, Sense]
    caseless: dict[str, Sense]

    @classmethod
    def of(cls, choices: list[tuple[str, Sense, bool]]) -> Phrases:
        """From (phrase, sense, whether it is found only as it is written)."""
        longest = sorted(choices, key=lambda choice: -len(choice[0]))
        ways = (
            re.escape(phrase) if exact else f"(?i:{re.escape(phrase)})"
            for phrase, _, exact in longest
        )
        return cls(
            re.compile(rf"(?:{'|'.join(ways)})(?!\w)"),
            {phrase: sense for phrase, sense, exact in choices if exact},
            {phrase.lower(): sense for phrase, sense, exact in choices if not exact},
        )

    def match(self, text: str, start: int) -> tuple[Sense, int] | None:
        """The sense of the phrase that stands here, and where it ends."""
        found = self.pattern.match(text, start)
        if found is None:
            return None
        phrase = found.group()
        sense = self.exact.get(phrase) or self.caseless[phrase.lower()]
        return sense, found.end()


@define(slots=True)
class Vocabulary:
    """Senses by word, in lower case or, for names, as written."""

    senses: dict[str, Sense]
    names: dict[str, Sense]
    #: by the first word, in lower case: the phrases that begin with it
    phrases: dict[str, Phrases] = field(repr=False)
    #: by the form of a verb: what may stand behind its object to make it one of harm
    splits: dict[str, list[tuple[str, Harm]]] = field(repr=False)
    abbreviations: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read once."""
    senses: dict[str, Sense] = {}
    for phrase, sense in glossary():
        known = senses.get(phrase)
        senses[phrase] = sense if known is None else _merged(known, sense)
    names = _names(senses)
    phrases = _by_first_word(senses, names)
    splits = _splits()
    for verb in splits:
        senses.setdefault(verb, Sense(OTHER_VERB, role="verb"))
    return Vocabulary(senses, names, phrases, splits, abbreviations())


def _merged(old: Sense, new: Sense) -> Sense:
    """All that two senses of a word mean, under the class of one; a gerund is a verb first."""
    first, second = sorted((old, new), key=lambda sense: RANK.index(sense.code))
    gerund = next((sense for sense in (old, new) if sense.harm and sense.harm.is_gerund), None)
    code = gerund.code if gerund else first.code
    return Sense(
        code,
        first.noun or second.noun,
        first.country or second.country,
        _chosen(code, [sense.harm for sense in (old, new) if sense.harm]),
        first.attack or second.attack,
        first.speech or second.speech,
        first.role or second.role,
    )


def _chosen(code: str, harms: list[Harm]) -> Harm | None:
    """Of the meanings of harm, the one that goes with the word's class; else the older one."""
    if code in (*HAPPENINGS, PEOPLE):
        return min(harms, key=lambda harm: harm.frame not in ("noun", "victims"), default=None)
    # "hurt", "shot dead": hardly ever in the present tense
    return min(harms, key=lambda harm: harm.form in (Form.BASE, None), default=None)


def _names(senses: Mapping[str, Sense]) -> dict[str, Sense]:
    """Countries, parties, reporters and places; a name of several is the first of them."""
    names: dict[str, Sense] = {}
    for name, entry in lexicon().names.items():
        if isinstance(entry.value, Country):
            names[name] = Sense(COUNTRY, country=entry.value, name=entry.value.name)
    for name, party in parties().items():
        names.setdefault(name, Sense(PARTY, name=party.name, party=party))
    for name in reporters():
        names.setdefault(name, Sense(CAPITAL, name=name, role="reporter"))
    like_words = word_list("places named like words")
    for name, place in places().items():
        if name.lower() not in senses and len(name) > 2 and name not in like_words:
            names.setdefault(name, Sense(PLACE, name=place.name, place=place))
    return names


def _by_first_word(senses: Mapping[str, Sense], names: Mapping[str, Sense]) -> dict[str, Phrases]:
    """Everything that has several words; names are found only as they are written."""
    choices: dict[str, list[tuple[str, Sense, bool]]] = {}
    for table, exact in ((senses, False), (names, True)):
        for phrase, sense in table.items():
            first, _, rest = phrase.partition(" ")
            if rest and first.lower() != "the":
                choices.setdefault(first.lower(), []).append((phrase, sense, exact))
    return {first: Phrases.of(several) for first, several in choices.items()}


def _splits() -> dict[str, list[tuple[str, Harm]]]:
    """As in "took nine hostage": the verbs of harm that let their object stand in between."""
    splits: dict[str, list[tuple[str, Harm]]] = {}
    for word in words_of_sentences():
        verb, _, rest = word.phrase.partition(" ")
        if rest and word.harm.frame == "object" and not rest.endswith(" of"):
            splits.setdefault(verb, []).append((rest, word.harm))
    for rests in splits.values():
        rests.sort(key=lambda choice: -len(choice[0]))
    return splits
