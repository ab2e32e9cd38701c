"""What an event's name tells: which kind of engagement it was, or that it was a whole conflict."""

from __future__ import annotations

import re
from functools import cache

from sahel_events.english.lexicon.attacks import attacks_in_names
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.kinds import EngagementKind

__all__ = ["is_large_operation", "kind_of_named", "names_conflict"]

#: Of several words in a name, the one that says most counts: a clash in a battle is a clash.
_LEAST_TELLING = (EngagementKind.BATTLE, EngagementKind.ATTACK)
_LARGE = word_list("names of large operations")


def kind_of_named(name: str) -> EngagementKind:
    """The kind of engagement that a name tells.

    >>> kind_of_named("2031 Ogossa ambush").value, kind_of_named("Liberation of Bamba").value
    ('ambush', 'capture')
    """
    kinds = [attacks_in_names()[word] for word in _words_of_attack(name)]
    telling = [kind for kind in kinds if kind not in _LEAST_TELLING]
    return next(iter(telling or sorted(kinds, key=_LEAST_TELLING.index)), EngagementKind.OTHER)


def is_large_operation(name: str) -> bool:
    """Whether a name is one of what may be a battle, or go on for a year: "Operation Tin Zaba"."""
    words = set(_words_of_attack(name))
    return not words.isdisjoint(_LARGE) and kind_of_named(name) is EngagementKind.BATTLE


def names_conflict(name: str) -> bool:
    """Whether a name is one of a conflict: "Mali War", "Tuareg rebellion"."""
    words = re.findall(r"\w+", name.lower())
    return not word_list("conflicts").isdisjoint(words)


def _words_of_attack(name: str) -> list[str]:
    return [found.group().lower() for found in _pattern().finditer(name)]


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(attacks_in_names(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
