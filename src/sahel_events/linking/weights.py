"""What each thing that two engagements have in common, or not, says for or against their being one.

The weights are our own and not estimated from data: day and place alone make a link, place and
parties alone a suggestion, and any one thing that speaks against makes day and place too little.
"""

from __future__ import annotations

from enum import Enum

__all__ = ["CERTAIN", "SUGGESTED", "Ground"]

#: From this score on, two engagements of different documents are one event; from the lower one on,
#: that is suggested.
CERTAIN, SUGGESTED = 0.70, 0.55


class Ground(Enum):
    """A reason, with its weight and the words in which a link is explained."""

    weight: float
    words: str

    SAME_DAY = 0.40, "both on {0}"
    SHORT_TIME = 0.35, "{0}"  # overlapping times of up to two weeks
    SAME_MONTH = 0.15, "{0}"
    LONG_TIME = 0.05, "{0}"
    NEXT_DAY = 0.20, "a day apart, with parties, place and toll alike: {0}"
    SAME_PLACE = 0.35, "the same place: {0}"
    SAME_SPELLING = 0.30, "hardly another spelling: {0}"
    BOTH_PARTIES = 0.20, "both with {0}"
    ONE_PARTY = 0.10, "both with {0}"
    SAME_KIND = 0.10, "both {0}"
    LIKE_KIND = 0.05, "{0}, which reports interchange"
    HIGH_TOLL = 0.20, "both tell of {0}"
    LOW_TOLL = 0.10, "both tell of {0}"
    NO_PARTY = -0.15, "no party in common"
    OTHER_PERPETRATOR = -0.30, "other perpetrators: {0}"
    OTHER_TARGET = -0.20, "other targets: {0}"
    OTHER_KIND = -0.20, "{0}"
    OTHER_TOLL = -0.15, "tolls that exclude each other: {0}"

    def __init__(self, weight: float, words: str) -> None:
        self.weight = weight
        self.words = words

    def said(self, what: str = "") -> tuple[float, str]:
        """The weight with its words, about what is filled in."""
        return self.weight, self.words.format(what)
