"""Phrases that hold a place: what it is, what it is measured from, where a way only leads."""

from __future__ import annotations

import re
from functools import lru_cache

from sahel_events.english.lexicon.senses import CAPITAL, OF, PLACE, PREPOSITION, TO, WEEKDAY, WORD
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.syntax.chunks import NOUN, VERB, Sentence
from sahel_events.registry.countries import Country

__all__ = [
    "BEARINGS",
    "apposed",
    "behind_aside",
    "capital",
    "distance_before",
    "is_bearing",
    "is_destination",
    "is_under_way",
    "tells_rank",
]

BEARINGS = frozenset("north south east west northeast northwest southeast southwest".split())
#: A distance, as it stands before "north of", "from" or "outside".
_DISTANCE = re.compile(
    r"(?:(?:about|around|some|roughly|nearly|almost|approximately|just|over|(?:less|more) than)\s)?"
    r"(?:\d[\d.,]{0,9}|a few|several|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|ten|twelve"
    r"|fifteen|a hundred)[\s-]?(?:km|kms|kilomet(?:er|re)s?|miles?|met(?:er|re)s?)"
    r"(?:\s?\([^()]{1,20}\))?\s$",
    re.IGNORECASE,
)
#: How every distance ends: a quick refusal.
_UNIT = re.compile(r"(?:kms?|miles?|met(?:er|re)s?|\))\s$", re.IGNORECASE)
_LONGEST_UNIT = 8
#: No distance is written longer.
_LONGEST_DISTANCE = 60
#: Where a place that was just named lies: "in Ber, 50 km east of Timbuktu".
_ASIDE = re.compile(rf",(?:{NOUN}{WORD}?|{WORD})?(?:\({NOUN}{WORD}?\))?[{PREPOSITION}{OF}]{NOUN}")


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


# -- where somebody only went: "a convoy on its way to Gao" ----------------------------------------


_MOVED = word_list("moved")
_TREATED = word_list("treated")
_UNDER_WAY = word_list("under way")
_THITHER = frozenset(("to", "toward", "towards", "into"))


def is_destination(sentence: Sentence, index: int) -> bool:
    """Whether the preposition at ``index`` opens where a way leads, or what lies there.

    As in "on their way to Gao", "en route to a wedding in Gao", "were flown to Gao".
    """
    leads = _leads(sentence, index)
    while (
        not leads and sentence.is_noun(index - 1) and sentence.kind(index - 2) in (PREPOSITION, TO)
    ):
        index -= 2  # what it lies in
        leads = _leads(sentence, index)
    return leads


def _leads(sentence: Sentence, index: int) -> bool:
    """Whether a way leads to what stands behind the preposition itself."""
    if sentence.word(index) not in _THITHER:
        return _is_of_treatment(sentence, index)
    return is_under_way(sentence, index) or _word_before(sentence, index) in _MOVED


def _is_of_treatment(sentence: Sentence, index: int) -> bool:
    """As in "were being treated at the hospital in Gao": they came to harm elsewhere."""
    verb = sentence.kinds.rfind(VERB, 0, index)
    if verb < 0:
        return False
    return sentence.tokens.word(sentence.verb(verb).main).split()[0] in _TREATED


def is_under_way(sentence: Sentence, index: int) -> bool:
    """Whether what stands before a preposition is on a journey: "a bus travelling from Gao"."""
    return _word_before(sentence, index) in _UNDER_WAY


def _word_before(sentence: Sentence, index: int) -> str:
    first = sentence.phrases[index].first
    return sentence.tokens.word(first - 1) if first > 0 else ""


# -- told by what it is: "the capital, Bamako", "the town Ber" -------------------------------------


#: Nouns that a place's name may follow.
_RANKS = frozenset("capital city town village hamlet locality commune settlement".split())
#: Classes of words in the names of places.
_NAME = frozenset((PLACE, CAPITAL))


def tells_rank(sentence: Sentence, at: int) -> bool:
    """Whether a noun phrase says what a place is: "the capital", "Mali's capital"."""
    if not sentence.is_noun(at):
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
    if not sentence.is_noun(named) or (comma and sentence.kind(named + 1) not in _ENDS):
        return None
    phrase = sentence.phrases[named]
    codes = sentence.tokens.codes[phrase.first : phrase.after]
    return named if set(codes) <= _NAME and (PLACE in codes or not comma) else None


#: What stands behind a name that is set between commas.
_ENDS = ("", ",", ".", ";", "(", WEEKDAY)


def capital(sentence: Sentence, at: int) -> tuple[str, int] | None:
    """The capital that a phrase means by its country, and the phrase behind it.

    As in "in Mali's capital", "in the Malian capital", "in the capital of Mali".
    """
    if not sentence.is_noun(at):
        return None
    phrase = sentence.phrases[at]
    if sentence.tokens.word(phrase.after - 1) != "capital":
        return None
    country, after = _country(sentence, at), at + 1
    if country is None and sentence.reads(at + 1, OF, NOUN):
        country, after = _country(sentence, at + 2), at + 3
    return (country.capital, after) if country is not None and country.capital else None


def _country(sentence: Sentence, at: int) -> Country | None:
    """The only country of which the words of a phrase speak."""
    phrase = sentence.phrases[at]
    senses = sentence.tokens.senses[phrase.first : phrase.after]
    named = {sense.country for sense in senses if sense.country is not None}
    return named.pop() if len(named) == 1 else None
