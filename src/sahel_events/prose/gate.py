"""Which text may tell of harm: a quick refusal of all that cannot.

Most sentences of a report hold no word of harm. Whether one may is asked of its words alone, in
whatever order they stand, before anything is read: "take hostage" needs both of its words, since
others may stand in between ("took nine hostage").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sahel_events.prose.limbs import hints_of_limbs
from sahel_events.prose.vocabulary import vocabulary

__all__ = ["may_tell_of_harm"]

_WORD = re.compile(r"[a-z]+")
#: Pronouns that change within a phrase of harm: "lost his life".
_CHANGING = frozenset(("his", "her", "its", "their"))
#: What tells of harm only together with other words: "the toll", "left nine dead", "cost lives".
_HINTS = (
    "toll tolls figure wounds burns injuries left leaving cost costing whereabouts graves grave"
).split() + [
    f"{verb} lives" for verb in ("claim", "claims", "claimed", "claiming", "lost", "losing")
]


def may_tell_of_harm(text: str) -> bool:
    """Whether a text holds all words of a phrase of harm or attack, or a word that hints at one."""
    words = set(_WORD.findall(text.lower()))
    phrases = _phrases()
    return any(rest <= words for word in words & phrases.keys() for rest in phrases[word])


@cache
def _phrases() -> dict[str, tuple[frozenset[str], ...]]:
    """The phrases by their longest word, each as the words that must stand beside it."""
    found: dict[str, set[frozenset[str]]] = {}
    for words in _wanted():
        longest = max(words, key=lambda word: (len(word), word))
        found.setdefault(longest, set()).add(words - {longest})
    return {
        word: (frozenset(),) if frozenset() in rests else tuple(rests)
        for word, rests in found.items()
    }


def _wanted() -> Iterator[frozenset[str]]:
    """The words without which each phrase of harm or attack cannot stand."""
    for phrase, sense in vocabulary().senses.items():
        if sense.harm is not None or sense.attack is not None:
            words = frozenset(_WORD.findall(phrase)) - _CHANGING
            yield words or frozenset(_WORD.findall(phrase))
    yield from (frozenset(hint.split()) for hint in (*_HINTS, *hints_of_limbs()))
