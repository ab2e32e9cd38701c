"""What makes two spellings one name, and how near two names are."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

__all__ = ["fold", "near", "plain"]

_MARKS = str.maketrans("’‘ʼʻ`–—", "'''''--")
#: No name differs from a likely meaning of it by more letters than this share.
_LONGER = 0.2


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """A name without case, accents, punctuation and a leading article."""
    if name.isascii() and name.isalnum():
        return name.lower()
    plain = unicodedata.normalize("NFKD", name)
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(letters.casefold().split()).removeprefix("the ")


@lru_cache(maxsize=16_384)
def plain(name: str) -> str:
    """A name without accents, article, and the differences between apostrophes and dashes.

    Case stays: "IS" is not "is".

    >>> plain("the Jama’at Nasr al-Islam"), plain("État islamique – Sahel")
    ("Jama'at Nasr al-Islam", 'Etat islamique-Sahel')
    """
    if not name.isascii():
        letters = unicodedata.normalize("NFKD", name)
        name = "".join(c for c in letters if not unicodedata.combining(c))
    straight = " ".join(name.translate(_MARKS).split()).replace(" - ", "-")
    return straight.removeprefix("the ").removeprefix("The ").removesuffix("'s")


def near(name: str, names: Iterable[str], cutoff: float) -> list[str]:
    """Up to three of the names that are written almost like this one, the likeliest first.

    >>> near("Ansar Deen", ["Ansar Dine", "Ansaru", "Boko Haram"], 0.8)
    ['Ansar Dine']
    """
    wanted = plain(name).casefold()
    spelt = {plain(other).casefold(): other for other in _comparable(wanted, names)}
    return [spelt[other] for other in difflib.get_close_matches(wanted, spelt, 3, cutoff)]


def _comparable(wanted: str, names: Iterable[str]) -> Iterator[str]:
    """The names of about the same length that begin with the same letter."""
    reach = max(2, len(wanted) * _LONGER)
    return (
        name
        for name in names
        if name[:1].casefold() == wanted[:1] and abs(len(name) - len(wanted)) <= reach
    )
