"""Places told by what they are: "the capital, Bamako", "Mali's capital", "the town Ber"."""

from __future__ import annotations

from sahel_events.prose.phrases import Sentence
from sahel_events.registry.countries import Country

__all__ = ["apposed", "capital", "tells_rank"]

#: Nouns that a place's name may follow.
_RANKS = frozenset("capital city town village hamlet locality commune settlement".split())
#: Classes of words in the names of places.
_NAME = frozenset("lc")


def tells_rank(sentence: Sentence, at: int) -> bool:
    """Whether a noun phrase says what a place is: "the capital", "Mali's capital"."""
    if sentence.kind(at) != "N":
        return False
    return sentence.tokens.word(sentence.phrases[at].after - 1) in _RANKS


def _names(sentence: Sentence, at: int) -> bool:
    phrase = sentence.phrases[at]
    return not _NAME.isdisjoint(sentence.tokens.codes[phrase.first : phrase.after])


def apposed(sentence: Sentence, at: int) -> int | None:
    """The phrase that names the place which the one at ``at`` describes.

    As in "in the capital, Bamako," and "in the northern town Ber".
    """
    if not tells_rank(sentence, at) or _names(sentence, at):
        return None
    comma = sentence.kind(at + 1) == ","
    named = at + 1 + comma
    if sentence.kind(named) != "N" or (comma and sentence.kind(named + 1) not in _ENDS):
        return None
    phrase = sentence.phrases[named]
    codes = sentence.tokens.codes[phrase.first : phrase.after]
    return named if set(codes) <= _NAME and ("l" in codes or not comma) else None


#: What stands behind a name that is set between commas.
_ENDS = ("", ",", ".", ";", "(", "W")


def capital(sentence: Sentence, at: int) -> tuple[str, int] | None:
    """The capital that a phrase means by its country, and the phrase behind it.

    As in "in Mali's capital", "in the Malian capital", "in the capital of Mali".
    """
    if sentence.kind(at) != "N":
        return None
    phrase = sentence.phrases[at]
    if sentence.tokens.word(phrase.after - 1) != "capital":
        return None
    country, after = _country(sentence, at), at + 1
    if country is None and sentence.kinds.startswith("fN", at + 1):
        country, after = _country(sentence, at + 2), at + 3
    return (country.capital, after) if country is not None and country.capital else None


def _country(sentence: Sentence, at: int) -> Country | None:
    """The only country of which the words of a phrase speak."""
    phrase = sentence.phrases[at]
    senses = sentence.tokens.senses[phrase.first : phrase.after]
    named = {sense.country for sense in senses if sense.country is not None}
    return named.pop() if len(named) == 1 else None
