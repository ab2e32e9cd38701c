"""The words that sentences need and cells do not, each with its sense, from ``data/``.

The nouns for people and things and the meaning of outcomes are those of the cells (see
:mod:`sahel_events.english.lexicon.words`).
"""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.csv_tables import rows, several
from sahel_events.english.lexicon.senses import Attack, Form, Harm, Sense, Speech
from sahel_events.english.lexicon.verb_forms import forms, third_person
from sahel_events.english.lexicon.words import Effect, Word, lexicon, nouns, units
from sahel_events.kinds import EngagementKind, Outcome, Stance

__all__ = ["abbreviations", "glossary", "harms"]


def glossary() -> Iterator[tuple[str, Sense]]:
    """Every word or phrase with its sense; a word with several meanings comes several times."""
    yield from _small_words()
    yield from _speech()
    yield from _attacks()
    yield from harms()
    yield from _losses()
    yield from _victims()
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
        for phrase, form in forms(row):
            yield phrase, Sense("s", speech=Speech(Stance(row["stance"]), row["frame"], form))


def _attacks() -> Iterator[tuple[str, Sense]]:
    """Verbs and nouns of engagements: "ambushed", "a raid"."""
    for row in rows(__package__, "attacks.csv"):
        kind, frame = EngagementKind(row["kind"]), row["frame"]
        if frame == "noun":
            for noun in (row["base"], third_person(row["base"])):
                yield noun, Sense("k", attack=Attack(kind, frame))
        else:
            for phrase, form in forms(row):
                if form is not Form.BASE or phrase != row["past"]:  # "hit" is a past tense first
                    yield phrase, Sense("z", attack=Attack(kind, frame, form))


def harms() -> Iterator[tuple[str, Sense]]:
    """Verbs and adjectives of harm: "shot dead", "missing"."""
    for row in rows(__package__, "harm_verbs.csv"):
        effect = _effect(row)
        for phrase, form in forms(row):
            for spelled in _spelled_out(phrase):
                yield spelled, Sense("h", harm=Harm(effect, row["frame"], form))
    for effect, words in _STATES.items():
        for word in words:
            yield word, Sense("h", harm=Harm(effect, "state", Form.PARTICIPLE))


def _effect(row: dict[str, str], noun: bool = False) -> Effect:
    """What a row says of people, and of things."""
    return Effect(_outcomes(row["people"]), _outcomes(row["things"]), noun=noun)


def _outcomes(cell: str) -> tuple[Outcome, ...]:
    return tuple(Outcome(name) for name in several(cell))


#: The pronouns that a placeholder in a verb's phrase stands for.
_PLACEHOLDERS = {
    "POSS": ("his", "her", "its", "their"),
    "SELF": ("himself", "herself", "itself", "themselves"),
}


def _spelled_out(phrase: str) -> Iterator[str]:
    """The phrase with each pronoun for its placeholder: "lost his life", "lost her life"."""
    for mark, pronouns in _PLACEHOLDERS.items():
        if mark in phrase:
            yield from (phrase.replace(mark, pronoun) for pronoun in pronouns)
            return
    yield phrase


#: What people and things can be; the verbs know that "nine unhurt" are none wounded.
_STATES = {
    Effect((Outcome.KILLED,), ()): ("dead", "slain"),
    Effect((Outcome.MISSING,), ()): ("missing", "unaccounted for"),
    Effect((Outcome.WOUNDED,), ()): (
        "unhurt",
        "unharmed",
        "unscathed",
        "in critical condition",
        "in serious condition",
        "in grave condition",
        "in stable condition",
        "in intensive care",
        "under treatment",
    ),
    Effect((Outcome.ARRESTED,), ()): (
        *("under arrest", "in custody", "in police custody", "in detention", "behind bars"),
    ),
    Effect((Outcome.DISPLACED,), ()): ("homeless",),
    Effect((Outcome.HOSTAGE,), ()): ("in captivity",),
    Effect((), (Outcome.DESTROYED,)): ("burnt-out",),
}


def _losses() -> Iterator[tuple[str, Sense]]:
    """Nouns for harm: "deaths", "casualties"."""
    for row in rows(__package__, "harm_nouns.csv"):
        harm = Harm(_effect(row, noun=True), "noun", counted=row["counted"] == "yes")
        for noun in (row["noun"], row["plural"]):
            if noun:
                yield noun, Sense("e", harm=harm)


def _victims() -> Iterator[tuple[str, Sense]]:
    """Nouns for people by what became of them: "prisoners", "deserters"."""
    for phrase, entry in lexicon().words.items():
        if isinstance(entry.value, Effect) and entry.value.victims:
            people = Word("people", phrase, phrase.endswith("s"))
            yield phrase, Sense("n", harm=Harm(entry.value, "victims"), noun=people)


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
