"""Fields of infoboxes that are named by what they count: "fatalities", "injuries", "arrests".

The infobox of a battle has ``casualties1``; those of attacks, disasters and protests name the field
by what became of people. A bare figure in such a field met that end; what the cell says itself goes
before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.lexicon.words import Effect, lexicon

__all__ = ["losses_by_field"]


@cache
def losses_by_field() -> Mapping[str, Effect]:
    """What the figures of a field tell, by the field's name without its number."""
    words = lexicon().words
    found: dict[str, Effect] = {}
    for name in sorted(word_list("fields of losses")):
        effect = words[name].value
        assert isinstance(effect, Effect)
        found[name] = effect
    return found
