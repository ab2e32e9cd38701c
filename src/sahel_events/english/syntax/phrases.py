"""What a noun phrase and a verb group say, read from their words."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define, frozen

from sahel_events.english.lexicon.senses import (
    ARTICLE,
    BE,
    DETERMINER,
    HARM,
    HAVE,
    MODAL,
    NAMES,
    NEGATION,
    NO,
    NOBODY,
    NOUNS,
    OF,
    ORDINAL,
    OTHER,
    OWN,
    POSSESSIVE,
    PRONOUN,
    QUANTITY,
    TITLE,
    TO,
    VERBAL,
    WORD,
)
from sahel_events.english.lexicon.vocabulary import Form, Harm, Sense
from sahel_events.english.tokens.tokens import Tokens
from sahel_events.values import Quantity

__all__ = ["NounPhrase", "Phrase", "VerbGroup", "read_noun", "read_verb"]


@frozen
class Phrase:
    """A piece of a sentence: the words from ``first`` to before ``after``.

    ``kind`` is that of a noun phrase or a verb group, else the class of its one word.
    """

    kind: str
    first: int
    after: int


@define(slots=True)
class NounPhrase:
    """What a noun phrase says: how many of whom.

    ``quantity`` is ``None`` where none is written; ``total`` is the whole of which it is a part
    ("43 of the 60 villagers"). ``head`` is the sense of its last noun, ``None`` for a bare figure,
    a name or an unknown noun.
    """

    first: int
    after: int
    quantity: Quantity | None = None
    total: Quantity | None = None
    zero: bool = False
    both: bool = False
    #: "six of them", "two of the injured"
    partitive: bool = False
    definite: bool = False
    indefinite: bool = False
    possessive: bool = False
    others: bool = False
    ordinal: bool = False
    #: "a third of them"
    fraction: bool = False
    head: Sense | None = None
    #: where the head stands, and where the words begin that name the victims
    head_at: int = -1
    noun_from: int = -1
    #: harm told by an adjective: "three captured vehicles"
    harm: Harm | None = None
    #: where a person's or party's name stands, if the phrase has one
    name: tuple[int, int] | None = None
    pronoun: str | None = None
    #: the phrase behind "of", when it has one
    of: int | None = None


@define(slots=True)
class VerbGroup:
    """What a verb group says: its main word and how it is used."""

    main: int
    sense: Sense
    passive: bool = False
    perfect: bool = False
    modal: bool = False
    negated: bool = False
    infinitive: bool = False
    copula: bool = False

    @property
    def form(self) -> Form | None:
        """The form of its main word, when it tells of harm."""
        return self.sense.harm.form if self.sense.harm else None


def read_noun(tokens: Tokens, phrase: Phrase, of: int | None) -> NounPhrase:
    """What a noun phrase says; ``of`` is the phrase behind its "of"."""
    noun = NounPhrase(phrase.first, phrase.after, of=of)
    position = _read_pre(noun, tokens)
    noun.noun_from = position
    _read_body(noun, tokens, position)
    if noun.head is None and tokens.codes[phrase.after - 1] == PRONOUN:
        noun.pronoun = tokens.word(phrase.after - 1)
    return noun


def _read_pre(noun: NounPhrase, tokens: Tokens) -> int:
    """The articles and figures; the position behind them."""
    position, after, codes = noun.first, noun.after, tokens.codes
    while position < after and (code := codes[position]) in _BEFORE_NOUN:
        following = codes[position + 1 : position + 2]
        if code == QUANTITY:
            _take_quantity(noun, tokens, position)
        elif code == OF:  # "of the", "of his", "of them"
            noun.partitive = noun.partitive or following in _THE_WHOLE
        elif code == ORDINAL and following == OF and position > noun.first:
            noun.quantity, noun.indefinite, noun.fraction = None, False, True  # "one third of them"
        elif code == ARTICLE:
            noun.indefinite = noun.indefinite or noun.quantity is None
        else:
            for trait in _BEFORE_NOUN[code]:
                setattr(noun, trait, True)
        position += 1
    return position


#: What opens the whole of which a phrase names a part: "of the", "of his", "of them".
_THE_WHOLE = (DETERMINER, POSSESSIVE, PRONOUN)
#: What the words before a noun say of it, by their classes.
_BEFORE_NOUN: Mapping[str, tuple[str, ...]] = {
    QUANTITY: (),
    OF: (),
    ARTICLE: (),
    NO: ("zero",),
    NOBODY: ("zero",),
    POSSESSIVE: ("possessive", "definite"),
    DETERMINER: ("definite",),
    OTHER: ("others",),
    ORDINAL: ("ordinal",),
}


def _take_quantity(noun: NounPhrase, tokens: Tokens, position: int) -> None:
    """The figure; a second one is the whole of which the first is a part."""
    quantity = tokens.values[position]
    assert isinstance(quantity, Quantity)
    noun.both = noun.both or tokens.senses[position].role == "both"
    vague = noun.quantity is not None and noun.quantity.low is None
    if noun.quantity is None or (vague and not noun.partitive):  # "a number of 31"
        noun.quantity = quantity
    else:
        noun.total = quantity


def _read_body(noun: NounPhrase, tokens: Tokens, position: int) -> None:
    """The head, the harm that an adjective tells, and the name."""
    codes, senses = tokens.codes, tokens.senses
    own = codes.rfind(OWN, position, noun.after)
    body = own + 1 if own >= 0 else position
    if own >= 0 and codes.startswith(QUANTITY, body, noun.after):  # "the army's nine trucks"
        _take_quantity(noun, tokens, body)
        body += 1
    for at in range(body, noun.after):
        code = codes[at]
        if code in NOUNS:
            noun.head, noun.head_at = senses[at], at
        elif code == HARM and noun.harm is None:
            noun.harm = senses[at].harm
    start = noun.head_at + 1 if noun.head_at >= 0 else body
    if start < noun.after and _OF_NAME.issuperset(codes[start : noun.after]):
        noun.name = (start, noun.after)
    if (
        noun.head is None
        and noun.name is None
        and noun.after > body
        and codes[noun.after - 1] in (WORD, VERBAL)
    ):
        noun.head_at = noun.after - 1


#: The words of a name: "General Traoré", "the Azawad Front".
_OF_NAME = NAMES | {TITLE}


def read_verb(tokens: Tokens, phrase: Phrase) -> VerbGroup:
    """What a verb group says, by the words before its main one."""
    main = phrase.after - 1
    verb = VerbGroup(main, tokens.senses[main])
    for at in range(phrase.first, phrase.after):
        code = tokens.codes[at]
        role = tokens.senses[at].role
        if code == MODAL:
            verb.modal = True
        elif code == NEGATION:
            verb.negated = True
        elif code == TO:
            verb.infinitive = True
        elif code == HAVE:
            verb.perfect = True
        elif code == BE and at < main:
            verb.passive = True
        elif role == "reportedly" and tokens.word(at).endswith("have"):
            verb.passive, verb.perfect = False, True  # "were reported to have killed"
    verb.copula = tokens.codes[main] in _AUXILIARIES
    return verb


#: What is no main verb by its meaning: "was", "had", "would", "did not".
_AUXILIARIES = (BE, HAVE, MODAL, NEGATION)
