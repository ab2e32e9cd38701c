"""Places that are told from others: distances and bearings, "60 km north of Gao"."""

from __future__ import annotations

import re
from functools import lru_cache

from sahel_events.prose.phrases import Sentence

__all__ = ["BEARINGS", "behind_aside", "distance_before", "is_bearing"]

BEARINGS = frozenset("north south east west northeast northwest southeast southwest".split())
#: A distance, as it stands before "north of", "from" or "outside".
_DISTANCE = re.compile(
    r"(?:(?:about|around|some|roughly|nearly|almost|approximately|just|over|(?:less|more) than)\s)?"
    r"(?:\d[\d.,]{0,9}|a few|several)[\s-]?(?:km|kms|kilomet(?:er|re)s?|miles?|met(?:er|re)s?)"
    r"(?:\s?\([^()]{1,20}\))?\s$",
    re.IGNORECASE,
)
#: How every distance ends: a quick refusal.
_UNIT = re.compile(r"(?:kms?|miles?|met(?:er|re)s?|\))\s$", re.IGNORECASE)
_LONGEST_UNIT = 8
#: No distance is written longer.
_LONGEST_DISTANCE = 60
#: Where a place that was just named lies: "in Ber, 50 km east of Timbuktu".
_ASIDE = re.compile(r",(?:Nw?|w)?(?:\(Nw?\))?[if]N")


@lru_cache(maxsize=4_096)
def is_bearing(word: str) -> bool:
    """Whether it is "north of", "south-east of" or the like."""
    return word.split()[0].partition("-")[0] in BEARINGS


def distance_before(sentence: Sentence, index: int) -> str | None:
    """The distance that stands before the preposition at ``index``: "about 60 km"."""
    end = sentence.tokens.starts[sentence.phrases[index].first]
    text = sentence.tokens.text
    if _UNIT.search(text, max(0, end - _LONGEST_UNIT), end) is None:
        return None
    found = _DISTANCE.search(text, max(0, end - _LONGEST_DISTANCE), end)
    return " ".join(found.group().split()) if found is not None else None


def behind_aside(sentence: Sentence, index: int) -> int:
    """Behind a phrase that tells where the place before it lies, if there is one."""
    aside = _ASIDE.match(sentence.kinds, index)
    if aside is None:
        return index
    opens = aside.end() - 2
    is_aside = is_bearing(sentence.word(opens)) or distance_before(sentence, opens) is not None
    return aside.end() if is_aside else index
