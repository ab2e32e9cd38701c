"""Victims who stand before the verb that tells of them: "three trucks it had captured".

In such a relative clause nothing follows the verb, which else would read like "trucks captured".
"""

from __future__ import annotations

from sahel_events.prose.clauses import object_before
from sahel_events.prose.phrases import Sentence

__all__ = ["is_gapped", "victims_before"]


def is_gapped(sentence: Sentence, verb: int) -> bool:
    """Whether the object of a verb stands before its subject, in the clause that it ends."""
    return object_before(sentence, verb) is not None


def victims_before(sentence: Sentence, verb: int) -> list[int]:
    """The phrases that a relative clause tells to be the object, as far as they count anybody.

    "Videos of three trucks it had captured and of two guns" have two of them.
    """
    last = object_before(sentence, verb)
    if last is None or not _counts(sentence, last):
        return []
    found = [last]
    governor, other = sentence.kind(last - 1), verb + 3
    if governor in ("f", "i") and sentence.kinds.startswith(f"&{governor}N", verb + 1):
        found += [other] if _counts(sentence, other) else []
    return found


def _counts(sentence: Sentence, index: int) -> bool:
    noun = sentence.noun(index)
    return noun.quantity is not None or noun.indefinite
