"""Which text may tell of harm: a quick refusal of all that cannot.

Most sentences of a report hold no word of harm. Whether one may is asked of its words alone, in
whatever order they stand, before anything is read: "take hostage" needs both of its words, since
others may stand in between ("took nine hostage").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from string import ascii_lowercase

from sahel_events.english.lexicon.vocabulary import vocabulary
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.losses.nouns.body_parts import hints_of_limbs

__all__ = ["may_tell_of_harm"]

#: Whatever is no letter from a to z parts words.
_ONLY_LETTERS = bytes(code if chr(code) in ascii_lowercase else ord(" ") for code in range(256))
#: How long the pieces of a long text are, and how far they overlap: farther than any word.
_PIECE, _OVERLAP = 100_000, 100
#: Pronouns that change within a phrase of harm: "lost his life".
_CHANGING = frozenset((b"his", b"her", b"its", b"their"))
#: What tells of harm only together with other words: "the toll", "left nine dead", "cost lives".
_HINTS = word_list("hints of harm")


def may_tell_of_harm(text: str) -> bool:
    """Whether a text holds all words of a phrase of harm or attack, or a word that hints at one."""
    words, phrases = _different_words(text), _phrases()
    if phrases.keys().isdisjoint(words):
        return False
    return any(rest <= words for word in words & phrases.keys() for rest in phrases[word])


def _different_words(text: str) -> set[bytes]:
    """The words of a text, of a long one piece by piece: all at once would take ten times its room.

    The pieces overlap, so that each word stands whole in one of them.
    """
    pieces = (text[at : at + _PIECE + _OVERLAP] for at in range(0, len(text), _PIECE))
    return {word for piece in pieces for word in _words(piece.lower())}


def _words(text: str) -> list[bytes]:
    """The runs of the letters a to z in a text; bytes are the fastest way to them."""
    return text.encode(errors="replace").translate(_ONLY_LETTERS).split()


@cache
def _phrases() -> dict[bytes, tuple[frozenset[bytes], ...]]:
    """The phrases by their longest word, each as the words that must stand beside it."""
    found: dict[bytes, set[frozenset[bytes]]] = {}
    for words in _wanted():
        longest = max(words, key=lambda word: (len(word), word))
        found.setdefault(longest, set()).add(words - {longest})
    return {
        word: (frozenset(),) if frozenset() in rests else tuple(rests)
        for word, rests in found.items()
    }


def _wanted() -> Iterator[frozenset[bytes]]:
    """The words without which each phrase of harm or attack cannot stand."""
    for phrase, sense in vocabulary().senses.items():
        if sense.harm is not None or sense.attack is not None:
            words = frozenset(_words(phrase.lower()))
            yield words - _CHANGING or words
    yield from (frozenset(_words(hint)) for hint in (*_HINTS, *hints_of_limbs()))
