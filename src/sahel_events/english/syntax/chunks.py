"""A sentence as phrases: noun phrases and verb groups, found by patterns over the word classes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from attrs import define, field

from sahel_events.english.lexicon.senses import OF
from sahel_events.english.syntax.phrases import NounPhrase, Phrase, VerbGroup, read_noun, read_verb
from sahel_events.english.tokens.tokens import Tokens

__all__ = ["NOUN", "VERB", "NounPhrase", "Phrase", "Sentence", "VerbGroup", "read_sentence"]

#: The kinds of phrases that several words may make: "the two men", "had been killed".
NOUN, VERB = "N", "V"

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
    rf"(?P<{NOUN}>(?={_OPENS_NOUN_PHRASE})(?:{_NOUN_PHRASE}))|(?P<{VERB}>{_VERB_GROUP})|.",
    re.VERBOSE | re.DOTALL,
)


@define(slots=True)
class Sentence:
    """The phrases of a sentence; noun phrases and verb groups are read when they are asked for."""

    tokens: Tokens
    phrases: list[Phrase]
    #: one letter a phrase, so that the shape of a sentence can be matched by a pattern
    kinds: str
    _nouns: dict[int, NounPhrase]
    _verbs: dict[int, VerbGroup]
    #: what other modules have found out about the sentence, once and for all
    found: dict[str, object] = field(factory=dict)
    #: the subjects of verbs, which one verb may have from the one before it
    subjects: dict[int, int | None] = field(factory=dict)
    #: whether a verb carries a clause, which is asked again for each verb behind it
    carrying: dict[int, bool] = field(factory=dict)
    #: the phrases that begin with a cue of a scope, by its name
    cues: dict[str, list[int]] = field(factory=dict)

    def noun(self, index: int) -> NounPhrase:
        """The noun phrase at this index."""
        found = self._nouns.get(index)
        if found is None:
            of = index + 2 if self.reads(index + 1, OF, NOUN) else None
            found = self._nouns[index] = read_noun(self.tokens, self.phrases[index], of)
        return found

    def verb(self, index: int) -> VerbGroup:
        """The verb group at this index."""
        found = self._verbs.get(index)
        if found is None:
            found = self._verbs[index] = read_verb(self.tokens, self.phrases[index])
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

    def is_noun(self, index: int) -> bool:
        """Whether a noun phrase stands here; nothing does beyond the ends."""
        return 0 <= index < len(self.kinds) and self.kinds[index] == NOUN

    def is_verb(self, index: int) -> bool:
        """Whether a verb group stands here; nothing does beyond the ends."""
        return 0 <= index < len(self.kinds) and self.kinds[index] == VERB

    def reads(self, index: int, *kinds: str) -> bool:
        """Whether phrases of these kinds follow each other from here on."""
        return index >= 0 and self.kinds.startswith("".join(kinds), index)

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
