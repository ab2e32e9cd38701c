"""Which of the places of a sentence goes with a phrase: the nearest one of its clause."""

from __future__ import annotations

import re

from sahel_events.english.places.find_places import Spot
from sahel_events.english.syntax.chunks import Sentence

__all__ = ["place_near"]


def place_near(spots: list[Spot], phrase: int, sentence: Sentence) -> Spot | None:
    """The place that goes with a phrase: the next one behind it in its clause, else one before."""
    if sentence.kind(phrase) == "N":
        for spot in spots:
            if spot.first == phrase + 1 and spot.weight > 0:
                return spot
    near = (spot for spot in spots if not _is_later(sentence, phrase, spot))
    return max(near, key=lambda spot: _closeness(spot, phrase, sentence), default=None)


def _closeness(spot: Spot, phrase: int, sentence: Sentence) -> float:
    """How well a place goes with a phrase."""
    distance = spot.first - phrase
    between = sentence.kinds[min(phrase, spot.first) : max(phrase, spot.first)]
    score = spot.weight * 3.0 - abs(distance) * (0.25 if distance >= 0 else 0.4)
    if ";" in between or "." in between or _is_parted(sentence, phrase, spot):
        score -= 8
    if "B" in between:
        score -= 2
    if spot.relative:
        score -= 1
    return score


#: A clause of its own: "and in Gao nine men died", ", on Friday rebels …".
_CLAUSE = re.compile(r"[&B](?:i[NWD],?)?N(?:f[N])*(?:i[NWD])*y*V|[,;](?:&|B)?i[NWD],?N(?:fN)*y*V")


def _is_parted(sentence: Sentence, phrase: int, spot: Spot) -> bool:
    """Whether a clause of its own begins between a phrase and a place."""
    first, last = min(phrase, spot.first), max(phrase, spot.first)
    opened = (match.start() for match in _CLAUSE.finditer(sentence.kinds, first))
    return next((start for start in opened if start > first), last) < last


def _is_later(sentence: Sentence, phrase: int, spot: Spot) -> bool:
    """As in "shot seven men, before attacking the hamlet of Ber": there the attack was."""
    return any(
        sentence.word(at) == "before" and sentence.kind(at + 1) == "V"
        for at in range(phrase + 1, spot.first)
    )
