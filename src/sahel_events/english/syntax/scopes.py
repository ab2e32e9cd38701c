"""What stands in the scope of a word that makes it no fact: "would kill", "if they die".

The scopes are rows of ``lexicon/data/scopes.csv``; here is the one function that applies them. Each
row says which words open it, over what it reaches, how far, and which other rows lift it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import cache

from attrs import frozen

from sahel_events.csv_tables import rows, several
from sahel_events.english.lexicon.word_lists import any_of, word_list
from sahel_events.english.syntax.chunks import NOUN, VERB, Sentence

__all__ = [
    "Category",
    "Over",
    "Scope",
    "covering",
    "is_covered",
    "lifting",
    "scope_applies",
    "scopes",
]

_TABLES = "sahel_events.english.lexicon"
#: Prepositions before what is feared or prevented: "fear of an attack", "guard against attacks".
_GOVERNING = frozenset(("of", "on", "against", "from", "about", "for"))
#: The kinds of phrases that end a scope, by the words of the table.
_ENDS = {"": "", "comma": ",", "verb": VERB}


class Category(Enum):
    """What a scope says of what stands in it."""

    UNREAL = "unreal"
    FACT = "fact"
    ALLEGED = "alleged"
    NOBODY = "nobody"
    NO_CONFLICT = "no conflict"


class Over(Enum):
    """What a scope reaches over."""

    VERB = "verb"
    GERUND = "gerund"
    HARM = "harm"
    ATTACK = "attack"
    TOLL = "toll"
    SENTENCE = "sentence"


@frozen
class Scope:
    """A row of the table."""

    name: str
    cues: str
    category: Category
    over: frozenset[Over]
    reach: str
    ends: str
    unless: tuple[str, ...]
    example: str
    not_: str
    #: whether a word of a sentence, by its place, opens the scope
    is_cue: Callable[[Sentence, int], bool]
    pattern: re.Pattern[str] | None = None


@cache
def scopes() -> Mapping[str, Scope]:
    """The scopes by their names."""
    return {row["name"]: _scope(row) for row in rows(_TABLES, "scopes.csv")}


def covering(
    sentence: Sentence, index: int, over: Over, category: Category = Category.UNREAL
) -> Iterator[Scope]:
    """The scopes of one category in which a phrase stands, those left out that others lift."""
    for scope in _by_target()[over, category]:
        reached = _REACHES[scope.reach](scope, sentence, index)
        if reached and next(lifting(scope, sentence, index), None) is None:
            yield scope


def is_covered(
    sentence: Sentence, index: int, over: Over, category: Category = Category.UNREAL
) -> bool:
    """Whether a phrase stands in a scope of this category."""
    return next(covering(sentence, index, over, category), None) is not None


def scope_applies(name: str, sentence: Sentence, index: int) -> bool:
    """Whether one scope reaches over a phrase, whatever lifts it."""
    scope = scopes()[name]
    return _REACHES[scope.reach](scope, sentence, index)


def lifting(scope: Scope, sentence: Sentence, index: int) -> Iterator[Scope]:
    """The facts that lift a scope from a phrase: "managed to kill"."""
    return (scopes()[name] for name in scope.unless if scope_applies(name, sentence, index))


@cache
def _by_target() -> Mapping[tuple[Over, Category], tuple[Scope, ...]]:
    return {
        (over, category): tuple(
            scope
            for scope in scopes().values()
            if over in scope.over and scope.category is category
        )
        for over in Over
        for category in Category
    }


# -- cues -----------------------------------------------------------------------------------------


def _scope(row: Mapping[str, str]) -> Scope:
    source, _, name = row["cues"].rpartition(":")
    anywhere = row["reach"] == "anywhere"
    return Scope(
        row["name"], row["cues"], Category(row["category"]),
        frozenset(Over(word) for word in several(row["over"])),
        row["reach"], _ENDS[row["ends"]], several(row["unless"]), row["example"], row["not"],
        _cue(source, name),
        re.compile(rf"\b(?<![\"“']){any_of(name)}\b", re.IGNORECASE) if anywhere else None,
    )  # fmt: skip


def _cue(source: str, name: str) -> Callable[[Sentence, int], bool]:
    """Whether the word at a place opens a scope, by the cell of its cues."""
    if source == "role":
        return lambda sentence, at: sentence.tokens.senses[at].role == name
    if name == "speech":
        return lambda sentence, at: sentence.tokens.senses[at].speech is not None
    words = word_list(name) if source == "list" else frozenset(several(name))
    return lambda sentence, at: (
        sentence.tokens.lower[at] in words or " ".join(sentence.tokens.lower[at : at + 2]) in words
    )


# -- reach ----------------------------------------------------------------------------------------


def _inside(scope: Scope, sentence: Sentence, index: int) -> bool:
    """As in "would kill": within the phrase, before its last word."""
    phrase = sentence.phrases[index]
    return any(scope.is_cue(sentence, at) for at in range(phrase.first, phrase.after - 1))


def _itself(scope: Scope, sentence: Sentence, index: int) -> bool:
    """As in "could not be accounted for": the last word of the phrase."""
    return scope.is_cue(sentence, sentence.phrases[index].after - 1)


def _next(scope: Scope, sentence: Sentence, index: int) -> bool:
    """As in "accused of killing": the last word of the phrase before."""
    return index > 0 and scope.is_cue(sentence, sentence.phrases[index - 1].after - 1)


def _governor(scope: Scope, sentence: Sentence, index: int) -> bool:
    """As in "fear of an attack", "prevented an attack"."""
    before = index - 1 - (sentence.word_at(index - 1) in _GOVERNING)
    return before >= 0 and scope.is_cue(sentence, sentence.phrases[before].after - 1)


def _object(scope: Scope, sentence: Sentence, index: int) -> bool:
    """As in "forced 60,000 people to flee"."""
    between = sentence.reads(index - 2, VERB, NOUN)
    return between and scope.is_cue(sentence, sentence.phrases[index - 2].after - 1)


def _clause(scope: Scope, sentence: Sentence, index: int) -> bool:
    """As in "if rebels attack Gao": the last such word before it, as long as nothing ends it."""
    cues = sentence.cues.get(scope.name)
    if cues is None:
        phrases = enumerate(sentence.phrases)
        cues = [at for at, phrase in phrases if scope.is_cue(sentence, phrase.first)]
        sentence.cues[scope.name] = cues
    before = bisect_left(cues, index)
    if not before or cues[before - 1] < sentence.clause_start(index):
        return False
    return not scope.ends or scope.ends not in sentence.kinds[cues[before - 1] : index]


def _verb(scope: Scope, sentence: Sentence, index: int) -> bool:
    """As in "could cause nine deaths": within the last verb of the clause before it."""
    verb = sentence.kinds.rfind(VERB, sentence.clause_start(index), index)
    if verb < 0:
        return False
    phrase = sentence.phrases[verb]
    return any(scope.is_cue(sentence, at) for at in range(phrase.first, phrase.after))


def _anywhere(scope: Scope, sentence: Sentence, index: int) -> bool:
    """As in "a simulated attack with 40 casualties"; what is in quotation marks is only named."""
    return scope.pattern is not None and scope.pattern.search(sentence.tokens.text) is not None


_REACHES: Mapping[str, Callable[[Scope, Sentence, int], bool]] = {
    "inside": _inside,
    "itself": _itself,
    "next": _next,
    "governor": _governor,
    "object": _object,
    "clause": _clause,
    "verb": _verb,
    "anywhere": _anywhere,
}
