"""On whose side a figure stands: "one dead among the rebels", "nine wounded of its own".

Such figures need no noun, and are not of the party of the figure before them: "it had killed 30,
against four dead of its own".
"""

from __future__ import annotations

from sahel_events.english.lexicon.senses import ACTORS, ADVERB, AND, PREPOSITIONS
from sahel_events.english.syntax.chunks import VERB, Sentence

__all__ = ["is_own_side", "people_behind", "side_behind"]

#: Prepositions before the side on which a figure stands.
_ON = ("among", "amongst", "of", "on", "in", "for", "from")
#: Nouns and pronouns that, with "its" or "their", mean the side that speaks or acts.
_OWN = ("own", "side", "sides", "ranks", "part")
#: How far behind its figure a side may stand, in phrases: "one dead and 13 wounded of its own".
_REACH = 7


def side_behind(sentence: Sentence, figure: int) -> int | None:
    """The phrase that says on whose side a bare figure, and those joined to it, are counted."""
    at = figure + 1
    while at < figure + _REACH and sentence.kind(at) in (VERB, ADVERB, AND):
        if sentence.is_verb(at) and sentence.verb(at).sense.harm is None:
            return None
        at += 1
        if sentence.is_noun(at) and sentence.kind(at - 1) == AND:
            at += 1
    behind = sentence.kind(at) in PREPOSITIONS and sentence.is_noun(at + 1)
    return at + 1 if behind and sentence.word(at) in _ON else None


def people_behind(sentence: Sentence, figure: int) -> int | None:
    """The phrase for people among whom a bare figure is counted: "one dead among the rebels"."""
    side = side_behind(sentence, figure)
    if side is None or is_own_side(sentence, side):
        return None
    head = sentence.noun(side).head
    return side if head is not None and head.code in ACTORS else None


def is_own_side(sentence: Sentence, index: int) -> bool:
    """As in "of its own", "on their own side", "in its ranks"."""
    noun = sentence.noun(index)
    return noun.possessive and sentence.tokens.word(noun.after - 1) in _OWN
