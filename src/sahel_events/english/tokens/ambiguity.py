"""What a word means behind another one: "the burns", "the fight", "said that"."""

from __future__ import annotations

from sahel_events.english.lexicon.vocabulary import Form, Harm, Sense
from sahel_events.english.lexicon.words import Effect, Word
from sahel_events.english.tokens.lookup import ADJECTIVE, CAPITAL, WORD
from sahel_events.kinds import Outcome

__all__ = ["AMBIGUOUS", "in_context"]

#: What stands before nouns such as "report" and "claim", which are verbs elsewhere.
_BEFORE_NOUN = "daqpow$0jO"
#: The classes whose words may be of another class behind certain words.
AMBIGUOUS = "shvz@j"
#: The classes behind which an adjective with a capital is part of a name: "the Human Rights Union".
_IN_NAME = "dcglPT"
_REMAINS = Sense(
    "n", harm=Harm(Effect((Outcome.KILLED,), ()), "victims"), noun=Word("people", "remains", True)
)
_THAT = Sense("S", role="subordinator")
_DETERMINER = Sense("d", role="determiner")
_BE = Sense("b", role="be")


def in_context(sense: Sense, before: str, word: str) -> Sense:
    """The sense of a word by the class of the one before it."""
    if sense.code in "@j":
        by_code = _of_particle(before, word) if sense.code == "@" else None
        return by_code or _of_adjective(sense, before, word)
    if sense.code == "h" and word in ("burns", "wounds", "cuts", "hits"):
        return WORD
    if sense.code == "z":
        return WORD if before in "dapqj$O" and _is_present(sense) else sense
    if before in "if" and sense.speech is not None and sense.speech.form is Form.THIRD:
        return WORD  # "according to reports"
    if before not in _BEFORE_NOUN:
        return sense
    if sense.code == "v":
        return WORD if before in "da" else sense  # "the cost", "a total"
    if sense.speech is not None and sense.code == "s" and before not in "wo":
        if sense.speech.form in (Form.BASE, Form.THIRD):
            return WORD  # "a report", "its claims"
        return ADJECTIVE if word in ("alleged", "claimed", "reported", "estimated") else sense
    if sense.code == "h" and sense.harm is not None and sense.harm.form in (Form.BASE, Form.THIRD):
        return WORD  # "minor burns"
    return sense


def _of_adjective(sense: Sense, before: str, word: str) -> Sense:
    """What an adjective is behind a word of this class: "the Human Rights Union" is a name."""
    named = before in _IN_NAME and word[0].isupper() and "-" not in word
    return CAPITAL if named else sense


def _of_particle(before: str, word: str) -> Sense:
    """What "that", "remains" and the particles of names are behind a word of this class."""
    if word.lower() == "that":  # "said that nine", not "that attack"
        return _THAT if before in _BEFORE_THAT else _DETERMINER
    if word == "remains":
        return _REMAINS if before in "dapjw$" else _BE
    return CAPITAL if before in "cl" else WORD  # "Bilal ag Acherif"


def _is_present(sense: Sense) -> bool:
    """Whether a verb of attack has the form of a noun: "the fight", "twelve targets"."""
    return sense.attack is not None and sense.attack.form in (Form.BASE, Form.THIRD)


#: What stands before the "that" of "said that".
_BEFORE_THAT = "snucPgw,&kevhtxlTrWD"
