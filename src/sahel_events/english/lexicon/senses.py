"""What a word of a sentence can be: its class, and what it says of harm, attacks and speech.

A word's class is one letter, so that the shape of a sentence is a string, and phrases are found by
patterns over it:

    d determiner   a article      q quantity    0 none       o other      p possessive
    O ordinal      n people       t thing       u organ      k attack     e losses
    g country      l place        P party       c capital    T title      j adjective
    w other word   x -ed, -ing    h harm        z attacked   s said       v other verb
    b be           H have         M modal       X not        > to         y adverb
    i preposition  f of           & and         B but        S when       R who
    r pronoun      Z nobody       I including   F if         D date       W weekday
    @ changing     N number       $ own ('s)    # other mark

A mark of punctuation is its own class. "Nine were killed" is ``qbh``.
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

__all__ = ["Attack", "Form", "Harm", "Sense", "Speech"]


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
