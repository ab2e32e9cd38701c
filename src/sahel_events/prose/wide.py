"""Verbs of wide meaning, which tell of a loss only of some: "took two trucks", not "took part"."""

from __future__ import annotations

from sahel_events.prose.phrases import NounPhrase

__all__ = ["is_meant"]


def is_meant(noun: NounPhrase, *, counted: bool, wide: bool) -> bool:
    """Whether a verb is said of a phrase in its meaning of harm.

    ``counted`` says that it is so with figures only: "hit two trucks", not "hit the town";
    ``wide`` that it is so with things only: "two trucks were taken", not "a vote was taken".
    """
    if counted:
        return noun.quantity is not None
    return not wide or _is_booty(noun)


def _is_booty(noun: NounPhrase) -> bool:
    """Whether it is something that can be carried off: "two trucks", "nine head of cattle"."""
    if noun.of is not None and noun.quantity is not None:
        return True
    word = noun.head.noun if noun.head is not None else None
    return word is not None and word.thing and word.category != "building"
