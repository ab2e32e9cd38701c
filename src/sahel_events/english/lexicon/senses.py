"""What a word of a sentence can be: its class, and what it says of harm, attacks and speech.

A word's class is one letter, so that the shape of a sentence is a string, and phrases are found by
patterns over it: "Nine were killed" is ``qbh``. Every class has a name here, and by its name it is
called wherever classes are asked for; only ``tokens/tokens.py`` and ``syntax/chunks.py``, whose
patterns are made of them, know the letters too. A mark of punctuation is its own class.
"""

from __future__ import annotations

from attrs import frozen

from sahel_events.english.lexicon.attacks import Attack
from sahel_events.english.lexicon.harm import Harm
from sahel_events.english.lexicon.verb_forms import Form
from sahel_events.english.lexicon.words import Word
from sahel_events.kinds import Stance
from sahel_events.registry.belligerents import Party
from sahel_events.registry.countries import Country
from sahel_events.registry.places import Place

# fmt: off
__all__ = [
    "ACTORS", "ADJECTIVE", "ADVERB", "AND", "ARTICLE", "ARTICLES", "ATTACK", "ATTACKED", "BE",
    "BUT", "CAPITAL", "COUNTRY", "DATE", "DETERMINER", "GOVERNORS", "HAPPENINGS", "HARM", "HAVE",
    "IF", "INCLUDING", "LOSSES", "MARK", "MODAL", "NAMES", "NEGATION", "NO", "NOBODY", "NOUNS",
    "NUMBER", "OF", "ORDINAL", "ORGAN", "OTHER", "OTHER_VERB", "OWN", "PARTICLE", "PARTY",
    "PEOPLE", "PLACE", "POSSESSIVE", "PREPOSITION", "PREPOSITIONS", "PRONOUN", "QUANTITY", "RANK",
    "RELATIVE", "SAID", "SUBORDINATOR", "THING", "TITLE", "TO", "VERBAL", "WEEKDAY", "WORD",
    "Attack", "Form", "Harm", "Sense", "Speech",
]
# fmt: on

#: Before a noun: "the", "a", a figure, "no", "other", "his", "third", "nobody".
DETERMINER, ARTICLE, QUANTITY, NO = "d", "a", "q", "0"
OTHER, POSSESSIVE, ORDINAL, NOBODY = "o", "p", "O", "Z"
#: Nouns: for people, things, bodies of a state and units, attacks, and harm ("deaths").
PEOPLE, THING, ORGAN, ATTACK, LOSSES = "n", "t", "u", "k", "e"
#: Names: of countries, places and parties that are known, of what is not, and what titles them.
COUNTRY, PLACE, PARTY, CAPITAL, TITLE = "g", "l", "P", "c", "T"
#: Adjectives, words that are not known, and those of them in "-ed" and "-ing".
ADJECTIVE, WORD, VERBAL = "j", "w", "x"
#: Verbs: of harm, of attacks, of saying, and all others.
HARM, ATTACKED, SAID, OTHER_VERB = "h", "z", "s", "v"
#: What stands before a verb: "was", "had", "would", "not", "to", "reportedly".
BE, HAVE, MODAL, NEGATION, TO, ADVERB = "b", "H", "M", "X", ">", "y"
#: What joins phrases and clauses: "in", "of", "and", "but", "when", "who", "if", "including".
PREPOSITION, OF, AND, BUT = "i", "f", "&", "B"
SUBORDINATOR, RELATIVE, IF, INCLUDING = "S", "R", "F", "I"
#: "They", a date, a weekday, a number that counts nothing, "'s", and any other mark.
PRONOUN, DATE, WEEKDAY, NUMBER, OWN, MARK = "r", "D", "W", "N", "$", "#"
#: A word whose class the word before it decides: "that", "up".
PARTICLE = "@"

#: "The", "this", "a".
ARTICLES = (DETERMINER, ARTICLE)
#: Whatever governs a noun phrase: "in", "of".
PREPOSITIONS = (PREPOSITION, OF)
#: The same, and "to", which governs verbs as well.
GOVERNORS = (PREPOSITION, OF, TO)
#: Nouns for what happens, which have no people behind them: "the raid", "deaths".
HAPPENINGS = (ATTACK, LOSSES)
#: Nouns for those who act: "gunmen", "the army".
ACTORS = (PEOPLE, ORGAN)
#: Whatever counts as a noun by itself.
NOUNS = frozenset((PEOPLE, THING, ORGAN, ATTACK, LOSSES))
#: Names of what is known, and of what is not.
NAMES = frozenset((CAPITAL, PLACE, COUNTRY, PARTY))
#: Where a word has two classes, the one that stands first here is its class.
# fmt: off
RANK = (
    PARTICLE, ARTICLE, DETERMINER, QUANTITY, ORDINAL, NOBODY, NO, OTHER, POSSESSIVE, PRONOUN,
    RELATIVE, BE, HAVE, MODAL, NEGATION, TO, IF, OF, PREPOSITION, INCLUDING, AND, BUT,
    SUBORDINATOR, DATE, WEEKDAY, ATTACK, LOSSES, THING, PEOPLE, HARM, ORGAN, ATTACKED, SAID,
    OTHER_VERB, TITLE, ADVERB, ADJECTIVE, CAPITAL, WORD,
)
# fmt: on


@frozen
class Speech:
    """What a word says of who states something; ``frame`` as in ``data/speech_verbs.csv``."""

    stance: Stance
    frame: str
    form: Form


@frozen
class Sense:
    """A word's class, and its meanings."""

    code: str
    noun: Word | None = None
    country: Country | None = None
    harm: Harm | None = None
    attack: Attack | None = None
    speech: Speech | None = None
    #: the role of a small word, in the words of ``data/function_words.csv``
    role: str = ""
    #: the usual name of a party or place, and what the registry knows of it
    name: str | None = None
    party: Party | None = None
    place: Place | None = None
