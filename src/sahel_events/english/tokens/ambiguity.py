"""What a word means behind another one: "the burns", "the fight", "said that"."""

from __future__ import annotations

from sahel_events.english.lexicon.senses import (
    ADJECTIVE,
    AND,
    ARTICLE,
    ATTACKED,
    BE,
    CAPITAL,
    COUNTRY,
    DATE,
    DETERMINER,
    HARM,
    NAMES,
    NO,
    NOUNS,
    ORDINAL,
    OTHER,
    OTHER_VERB,
    OWN,
    PARTICLE,
    PARTY,
    PEOPLE,
    PLACE,
    POSSESSIVE,
    PREPOSITIONS,
    PRONOUN,
    QUANTITY,
    SAID,
    SUBORDINATOR,
    TITLE,
    VERBAL,
    WEEKDAY,
    WORD,
)
from sahel_events.english.lexicon.vocabulary import Form, Harm, Sense
from sahel_events.english.lexicon.words import Effect, Word
from sahel_events.english.tokens.lookup import DESCRIPTION, UNKNOWN_NAME, UNKNOWN_WORD
from sahel_events.kinds import Outcome

__all__ = ["AMBIGUOUS", "in_context"]

#: What stands before nouns such as "report" and "claim", which are verbs elsewhere.
_BEFORE_NOUN = (DETERMINER, ARTICLE, QUANTITY, POSSESSIVE, OTHER, WORD, OWN, NO, ADJECTIVE, ORDINAL)
#: What stands before a noun of attack that may be a verb ("the fight"), and before "remains".
_BEFORE_ATTACK = (DETERMINER, ARTICLE, POSSESSIVE, QUANTITY, ADJECTIVE, OWN, ORDINAL)
_BEFORE_REMAINS = (DETERMINER, ARTICLE, POSSESSIVE, ADJECTIVE, WORD, OWN)
#: The classes whose words may be of another class behind certain words.
AMBIGUOUS = (SAID, HARM, OTHER_VERB, ATTACKED, PARTICLE, ADJECTIVE)
#: The classes behind which an adjective with a capital is part of a name: "the Human Rights Union".
_IN_NAME = (DETERMINER, CAPITAL, COUNTRY, PLACE, PARTY, TITLE)
_REMAINS = Sense(
    PEOPLE,
    harm=Harm(Effect((Outcome.KILLED,), ()), "victims"),
    noun=Word("people", "remains", True),
)
_THAT = Sense(SUBORDINATOR, role="subordinator")
_DETERMINER = Sense(DETERMINER, role="determiner")
_BE = Sense(BE, role="be")


def in_context(sense: Sense, before: str, word: str) -> Sense:
    """The sense of a word by the class of the one before it."""
    if sense.code in (PARTICLE, ADJECTIVE):
        by_code = _of_particle(before, word) if sense.code == PARTICLE else None
        return by_code or _of_adjective(sense, before, word)
    if sense.code == HARM and word in ("burns", "wounds", "cuts", "hits"):
        return UNKNOWN_WORD
    if sense.code == ATTACKED:
        return UNKNOWN_WORD if before in _BEFORE_ATTACK and _is_present(sense) else sense
    if before in PREPOSITIONS and sense.speech is not None and sense.speech.form is Form.THIRD:
        return UNKNOWN_WORD  # "according to reports"
    if before not in _BEFORE_NOUN:
        return sense
    if sense.code == OTHER_VERB:
        return UNKNOWN_WORD if before in (DETERMINER, ARTICLE) else sense  # "the cost", "a total"
    if sense.speech is not None and sense.code == SAID and before not in (WORD, OTHER):
        if sense.speech.form in (Form.BASE, Form.THIRD):
            return UNKNOWN_WORD  # "a report", "its claims"
        return DESCRIPTION if word in ("alleged", "claimed", "reported", "estimated") else sense
    if sense.code == HARM and sense.harm is not None and sense.harm.form in (Form.BASE, Form.THIRD):
        return UNKNOWN_WORD  # "minor burns"
    return sense


def _of_adjective(sense: Sense, before: str, word: str) -> Sense:
    """What an adjective is behind a word of this class: "the Human Rights Union" is a name."""
    named = before in _IN_NAME and word[0].isupper() and "-" not in word
    return UNKNOWN_NAME if named else sense


def _of_particle(before: str, word: str) -> Sense:
    """What "that", "remains" and the particles of names are behind a word of this class."""
    if word.lower() == "that":  # "said that nine", not "that attack"
        return _THAT if before in _BEFORE_THAT else _DETERMINER
    if word == "remains":
        return _REMAINS if before in _BEFORE_REMAINS else _BE
    return UNKNOWN_NAME if before in (CAPITAL, PLACE) else UNKNOWN_WORD  # "Bilal ag Acherif"


def _is_present(sense: Sense) -> bool:
    """Whether a verb of attack has the form of a noun: "the fight", "twelve targets"."""
    return sense.attack is not None and sense.attack.form in (Form.BASE, Form.THIRD)


#: What stands before the "that" of "said that".
_BEFORE_THAT = (
    NOUNS
    | NAMES
    | {
        SAID,
        OTHER_VERB,
        HARM,
        VERBAL,
        TITLE,
        PRONOUN,
        WEEKDAY,
        DATE,
        WORD,
        ",",
        AND,
    }
)
