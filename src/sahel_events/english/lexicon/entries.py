"""The words that sentences need and cells do not, each with its sense, from ``data/``.

The nouns for people and things are those of the cells (see
:mod:`sahel_events.english.lexicon.words`), and so are the words of harm
(:mod:`sahel_events.english.lexicon.harm`).
"""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.csv_tables import rows
from sahel_events.english.lexicon.attacks import attacks_in_text
from sahel_events.english.lexicon.harm import HarmWord, words_of_sentences
from sahel_events.english.lexicon.senses import (
    ADJECTIVE,
    ADVERB,
    AND,
    ARTICLE,
    ATTACK,
    ATTACKED,
    BE,
    BUT,
    DETERMINER,
    HARM,
    HAVE,
    IF,
    INCLUDING,
    LOSSES,
    MODAL,
    NEGATION,
    NO,
    NOBODY,
    OF,
    ORDINAL,
    ORGAN,
    OTHER,
    OTHER_VERB,
    PARTICLE,
    PEOPLE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUANTITY,
    RELATIVE,
    SAID,
    SUBORDINATOR,
    THING,
    TITLE,
    TO,
    WEEKDAY,
    Sense,
    Speech,
)
from sahel_events.english.lexicon.verb_forms import forms
from sahel_events.english.lexicon.words import Word, nouns, units
from sahel_events.kinds import Stance
from sahel_events.registry.organs import organs

__all__ = ["abbreviations", "glossary"]


def glossary() -> Iterator[tuple[str, Sense]]:
    """Every word or phrase with its sense; a word with several meanings comes several times."""
    yield from _small_words()
    yield from _speech()
    yield from _attacks()
    yield from _harms()
    yield from _nouns()


def abbreviations() -> frozenset[str]:
    """Words that end in a full stop without ending a sentence, in lower case: "gen", "approx"."""
    return frozenset(_roles()["abbreviation"])


#: The class of each role of ``data/function_words.csv``; words of other roles have none.
_CODES = {
    "article": ARTICLE,
    "determiner": DETERMINER,
    "nobody": NOBODY,
    "none": NO,
    "both": QUANTITY,
    "other": OTHER,
    "possessive": POSSESSIVE,
    "pronoun": PRONOUN,
    "relative": RELATIVE,
    "be": BE,
    "have": HAVE,
    "modal": MODAL,
    "negation": NEGATION,
    "if": IF,
    "to": TO,
    "adverb": ADVERB,
    "reportedly": ADVERB,
    "preposition": PREPOSITION,
    "conjunction": AND,
    "contrast": BUT,
    "subordinator": SUBORDINATOR,
    "including": INCLUDING,
    "title": TITLE,
    "verb": OTHER_VERB,
    "weekday": WEEKDAY,
    "ordinal": ORDINAL,
    "adjective": ADJECTIVE,
    "particle": PARTICLE,
    "changing": PARTICLE,
    "voice": ORGAN,
}


def _small_words() -> Iterator[tuple[str, Sense]]:
    """Articles, prepositions and the like, and what else has a class but no meaning of its own."""
    for role, words in _roles().items():
        if role in _CODES:
            for word in words:
                code = OF if word == "of" else _CODES[role]
                yield word, Sense(code, role=role)


def _roles() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in rows(__package__, "function_words.csv"):
        found.setdefault(row["role"], []).append(row["word"])
    return {role: tuple(words) for role, words in found.items()}


def _speech() -> Iterator[tuple[str, Sense]]:
    """Verbs of saying: "claimed", "confirms"."""
    for row in rows(__package__, "speech_verbs.csv"):
        for phrase, form in forms(row["base"]):
            yield phrase, Sense(SAID, speech=Speech(Stance(row["stance"]), row["frame"], form))


def _attacks() -> Iterator[tuple[str, Sense]]:
    """Verbs and nouns of engagements: "ambushed", "a raid"."""
    for phrase, attack in attacks_in_text():
        code = ATTACK if attack.frame == "noun" else ATTACKED
        yield phrase, Sense(code, attack=attack)


def _harms() -> Iterator[tuple[str, Sense]]:
    """Words of harm: "shot dead", "missing", "deaths", "prisoners"."""
    for word in words_of_sentences():
        yield word.phrase, _sense_of_harm(word)


def _sense_of_harm(word: HarmWord) -> Sense:
    if word.harm.frame == "noun":
        return Sense(LOSSES, harm=word.harm)
    if word.harm.frame == "victims":
        people = Word("people", word.phrase, word.plural)
        return Sense(PEOPLE, harm=word.harm, noun=people)
    return Sense(HARM, harm=word.harm)


def _nouns() -> Iterator[tuple[str, Sense]]:
    """Nouns for people, things, and bodies that act: "villagers", "tank", "army", "battalion"."""
    for phrase, word in nouns():
        yield phrase, Sense(THING if word.thing else PEOPLE, noun=word)
    alone = (organ.name for organ in organs().values() if organ.alone)
    for phrase in (*alone, *units()):
        yield phrase, Sense(ORGAN, noun=Word("soldiers", phrase, False))
