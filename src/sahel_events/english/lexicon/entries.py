"""The words that sentences need and cells do not, each with its sense, from ``data/``.

The nouns for people and things are those of the cells (see
:mod:`sahel_events.english.lexicon.words`), and so are the words of harm
(:mod:`sahel_events.english.lexicon.harm`).
"""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.csv_tables import rows
from sahel_events.english.lexicon.harm import HarmWord, words_of_sentences
from sahel_events.english.lexicon.senses import Attack, Sense, Speech
from sahel_events.english.lexicon.verb_forms import Form, forms, plural
from sahel_events.english.lexicon.words import Word, nouns, units
from sahel_events.kinds import EngagementKind, Stance

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
    "article": "a",
    "determiner": "d",
    "nobody": "Z",
    "none": "0",
    "both": "q",
    "other": "o",
    "possessive": "p",
    "pronoun": "r",
    "relative": "R",
    "be": "b",
    "have": "H",
    "modal": "M",
    "negation": "X",
    "if": "F",
    "to": ">",
    "adverb": "y",
    "reportedly": "y",
    "preposition": "i",
    "conjunction": "&",
    "contrast": "B",
    "subordinator": "S",
    "including": "I",
    "title": "T",
    "verb": "v",
    "weekday": "W",
    "ordinal": "O",
    "adjective": "j",
    "particle": "@",
    "changing": "@",
    "voice": "u",
}


def _small_words() -> Iterator[tuple[str, Sense]]:
    """Articles, prepositions and the like, and what else has a class but no meaning of its own."""
    for role, words in _roles().items():
        if role in _CODES:
            for word in words:
                yield word, Sense("f" if word == "of" else _CODES[role], role=role)


def _roles() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in rows(__package__, "function_words.csv"):
        found.setdefault(row["role"], []).append(row["word"])
    return {role: tuple(words) for role, words in found.items()}


def _speech() -> Iterator[tuple[str, Sense]]:
    """Verbs of saying: "claimed", "confirms"."""
    for row in rows(__package__, "speech_verbs.csv"):
        for phrase, form in forms(row["base"]):
            yield phrase, Sense("s", speech=Speech(Stance(row["stance"]), row["frame"], form))


def _attacks() -> Iterator[tuple[str, Sense]]:
    """Verbs and nouns of engagements: "ambushed", "a raid"."""
    for row in rows(__package__, "attacks.csv"):
        kind, frame = EngagementKind(row["kind"]), row["frame"]
        if frame == "noun":
            for noun in (row["base"], plural(row["base"])):
                yield noun, Sense("k", attack=Attack(kind, frame))
        else:
            for phrase, form in _told_forms(row["base"]):
                yield phrase, Sense("z", attack=Attack(kind, frame, form))


def _told_forms(verb: str) -> Iterator[tuple[str, Form]]:
    """The forms of a verb of attack, of which "hit" is a past tense first."""
    past = {phrase for phrase, form in forms(verb) if form.is_past}
    return (
        (phrase, form)
        for phrase, form in forms(verb)
        if form is not Form.BASE or phrase not in past
    )


def _harms() -> Iterator[tuple[str, Sense]]:
    """Words of harm: "shot dead", "missing", "deaths", "prisoners"."""
    for word in words_of_sentences():
        yield word.phrase, _sense_of_harm(word)


def _sense_of_harm(word: HarmWord) -> Sense:
    if word.harm.frame == "noun":
        return Sense("e", harm=word.harm)
    if word.harm.frame == "victims":
        people = Word("people", word.phrase, word.plural)
        return Sense("n", harm=word.harm, noun=people)
    return Sense("h", harm=word.harm)


def _nouns() -> Iterator[tuple[str, Sense]]:
    """Nouns for people, things, and bodies that act: "villagers", "tank", "army", "battalion"."""
    for phrase, word in nouns():
        yield phrase, Sense("t" if word.thing else "n", noun=word)
    for phrase in (*_ORGANS, *units()):
        yield phrase, Sense("u", noun=Word("soldiers", phrase, False))


#: Organs of a state, which fight and speak: "the Malian army".
_ORGANS = (
    "army|military|gendarmerie|police|government|junta|navy|authorities|regime|air force|coalition"
    "|armed forces|security forces|defence forces|special forces|defence and security forces"
    "|national guard|state"
).split("|")
