"""A sentence as phrases: noun phrases and verb groups, found by patterns over the word classes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from attrs import define, field, frozen

from sahel_events.english.lexicon.vocabulary import Form, Harm, Sense
from sahel_events.english.tokens.tokens import Tokens
from sahel_events.values import Quantity

__all__ = ["NounPhrase", "Phrase", "Sentence", "VerbGroup", "read_sentence"]

#: What may stand before a noun: articles, figures, "of the" behind a figure.
_PRE = r"(?:[dap0oOZ]|q(?![dap])|(?<=[qZ0oO])f(?=[dpqrgncPthujwkx0oe]))"
_NAME = "[cTPlg]"
#: An owner ("the army's", "AQIM's three"), an adjective or name, "rebel" before "armed trucks",
#: "human and" before "material losses", and a participle before its noun ("three captured
#: vehicles").
_MODIFIER = (
    r"(?:[ntukecgPlTw]\$(?:q(?![dap]))?|[wgclPTjNO]|[nu](?=j{1,2}[nt])|[wj]&(?=[wj]{1,2}[ntke])"
    r"|(?<![cgPlT])y?[hx](?=[wxgclPTjntukeo])|(?<=[dap])z(?=[wxjntuke])|(?<=q)y(?=n))"
)
_PLAIN = r"(?:[ntukecgPlTw]\$(?:q(?![dap]))?|[wgclPTjN])"
_NOUN_PHRASE = rf"""
    {_PRE}{{1,7}}{_MODIFIER}{{0,7}}[ntuke]{{1,4}}{_NAME}{{0,6}}(?!\$)
  | {_PLAIN}{{0,7}}[ntuke]{{1,4}}{_NAME}{{0,6}}(?!\$)
  | {_PRE}{{1,4}}[wj]{{0,2}}{_NAME}{{1,3}}w(?!\$)
  | [gcl]{{1,2}}\$[wj]{{0,2}}[lc]{{1,4}}w(?!\$)
  | {_PRE}{{0,3}}[wj]{{0,2}}[ntugcPl]{{1,3}}\$q?[wjo]{{0,3}}w(?!\$)
  | {_PRE}{{0,4}}{_NAME}{{1,8}}(?!\$)
  | (?:[qO]f)?[dp]o?q?y?h(?![dapqogcnPtujkw0])
  | [ngcPlw]\$q?h(?![dapqogcnPtujkw0])
  | {_PRE}{{1,3}}y?[hx]{_NAME}{{1,4}}
  | {_PRE}{{1,6}}[wxjN]{{0,5}}w
  | {_PRE}{{1,6}}(?:(?<=[f0Z])r)?
  | q(?=[dap])
  | Zfr | Z | r
"""
_VERB_GROUP = r"[MbHXy>]*[hzsvx]|[MbHXy>]*[M>]y*w(?![wj]{0,2}[ntuke])|[MbHX][MbHXy]*"
#: What a noun phrase may begin with: most of the other words are refused at once.
_OPENS_NOUN_PHRASE = "[dap0oOZqfntukecgPlTwjNyhxr]"
_PHRASE = re.compile(
    rf"(?P<N>(?={_OPENS_NOUN_PHRASE})(?:{_NOUN_PHRASE}))|(?P<V>{_VERB_GROUP})|.",
    re.VERBOSE | re.DOTALL,
)


@frozen
class Phrase:
    """A piece of a sentence: the words from ``first`` to before ``after``.

    ``kind`` is "N" for a noun phrase, "V" for a verb group, else the class of its one word.
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


@define(slots=True)
class Sentence:
    """The phrases of a sentence; noun phrases and verb groups are read when they are asked for."""

    tokens: Tokens
    phrases: list[Phrase]
    kinds: str
    _nouns: dict[int, NounPhrase]
    _verbs: dict[int, VerbGroup]
    #: what other modules have found out about the sentence, once and for all
    found: dict[str, object] = field(factory=dict)
    #: the subjects of verbs, which one verb may have from the one before it
    subjects: dict[int, int | None] = field(factory=dict)
    #: whether a verb carries a clause, which is asked again for each verb behind it
    carrying: dict[int, bool] = field(factory=dict)

    def noun(self, index: int) -> NounPhrase:
        """The noun phrase at this index."""
        found = self._nouns.get(index)
        if found is None:
            found = self._nouns[index] = _noun_phrase(self, index)
        return found

    def verb(self, index: int) -> VerbGroup:
        """The verb group at this index."""
        found = self._verbs.get(index)
        if found is None:
            found = self._verbs[index] = _verb_group(self.tokens, self.phrases[index])
        return found

    def phrases_of(self, words: Iterable[int]) -> Iterator[tuple[int, str]]:
        """The phrases in which some of these words stand, in order, each once with its kind."""
        index, after = -1, 0
        for word in words:
            if word < after:
                continue  # in the phrase that was found last
            while after <= word:
                index += 1
                after = self.phrases[index].after
            yield index, self.kinds[index]

    def kind(self, index: int) -> str:
        """The kind of a phrase; "" beyond the ends."""
        return self.kinds[index] if 0 <= index < len(self.kinds) else ""

    def word_at(self, index: int) -> str:
        """The first word of a phrase, in lower case; "" beyond the ends."""
        return self.word(index) if 0 <= index < len(self.kinds) else ""

    def clause_start(self, index: int) -> int:
        """Where the part of the sentence begins that a colon, semicolon or full stop closes."""
        return 1 + max([self.kinds.rfind(mark, 0, index) for mark in ";:."])

    def word(self, index: int) -> str:
        """The first word of a phrase, in lower case."""
        return self.tokens.word(self.phrases[index].first)

    def text(self, index: int) -> str:
        """The words of a phrase."""
        phrase = self.phrases[index]
        return self.tokens.words(phrase.first, phrase.after)


def read_sentence(tokens: Tokens) -> Sentence:
    """The phrases of a sentence."""
    phrases = [
        _phrase(match.lastgroup or match.group(), *match.span())
        for match in _PHRASE.finditer(tokens.codes)
    ]
    return Sentence(tokens, phrases, "".join([phrase.kind for phrase in phrases]), {}, {})


#: Sentences are short and their phrases few in kind: the same ones are met again and again.
_phrase = lru_cache(maxsize=16_384)(Phrase)


def _noun_phrase(sentence: Sentence, index: int) -> NounPhrase:
    tokens, phrase = sentence.tokens, sentence.phrases[index]
    codes = tokens.codes
    noun = NounPhrase(phrase.first, phrase.after)
    position = _read_pre(noun, tokens)
    noun.noun_from = position
    _read_body(noun, tokens, position)
    if sentence.kinds.startswith("fN", index + 1):
        noun.of = index + 2
    if noun.head is None and codes[phrase.after - 1] == "r":
        noun.pronoun = tokens.word(phrase.after - 1)
    return noun


def _read_pre(noun: NounPhrase, tokens: Tokens) -> int:
    """The articles and figures; the position behind them."""
    position, after, codes = noun.first, noun.after, tokens.codes
    while position < after and (code := codes[position]) in _BEFORE_NOUN:
        if code == "q":
            _take_quantity(noun, tokens, position)
        elif code == "f":  # "of the", "of his", "of them"
            following = codes[position + 1 : position + 2]
            noun.partitive = noun.partitive or following in ("d", "p", "r")
        elif code == "O" and codes[position + 1 : position + 2] == "f" and position > noun.first:
            noun.quantity, noun.indefinite, noun.fraction = None, False, True  # "one third of them"
        elif code == "a":
            noun.indefinite = noun.indefinite or noun.quantity is None
        else:
            for trait in _BEFORE_NOUN[code]:
                setattr(noun, trait, True)
        position += 1
    return position


#: What the words before a noun say of it, by their classes.
_BEFORE_NOUN: Mapping[str, tuple[str, ...]] = {
    "q": (),
    "f": (),
    "a": (),
    "0": ("zero",),
    "Z": ("zero",),
    "p": ("possessive", "definite"),
    "d": ("definite",),
    "o": ("others",),
    "O": ("ordinal",),
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
    own = codes.rfind("$", position, noun.after)
    body = own + 1 if own >= 0 else position
    if own >= 0 and codes.startswith("q", body, noun.after):  # "the army's nine trucks"
        _take_quantity(noun, tokens, body)
        body += 1
    for at in range(body, noun.after):
        code = codes[at]
        if code in "ntuke":
            noun.head, noun.head_at = senses[at], at
        elif code == "h" and noun.harm is None:
            noun.harm = senses[at].harm
    start = noun.head_at + 1 if noun.head_at >= 0 else body
    if start < noun.after and not codes[start : noun.after].strip("cTPlg"):
        noun.name = (start, noun.after)
    if (
        noun.head is None
        and noun.name is None
        and noun.after > body
        and codes[noun.after - 1] in "wx"
    ):
        noun.head_at = noun.after - 1


def _verb_group(tokens: Tokens, phrase: Phrase) -> VerbGroup:
    main = phrase.after - 1
    verb = VerbGroup(main, tokens.senses[main])
    for at in range(phrase.first, phrase.after):
        code = tokens.codes[at]
        role = tokens.senses[at].role
        if code == "M":
            verb.modal = True
        elif code == "X":
            verb.negated = True
        elif code == ">":
            verb.infinitive = True
        elif code == "H":
            verb.perfect = True
        elif code == "b" and at < main:
            verb.passive = True
        elif role == "reportedly" and tokens.word(at).endswith("have"):
            verb.passive, verb.perfect = False, True  # "were reported to have killed"
    verb.copula = tokens.codes[main] in "bHMX"
    return verb
