"""Where somebody only went: "a convoy on its way to Gao", "the wounded were flown to Niamey"."""

from __future__ import annotations

from sahel_events.prose.phrases import Sentence
from sahel_events.prose.wordlists import word_list

__all__ = ["is_destination", "is_under_way"]

_MOVED = word_list("moved")
_TREATED = word_list("treated")
_UNDER_WAY = word_list("under way")
_THITHER = frozenset(("to", "toward", "towards", "into"))


def is_destination(sentence: Sentence, index: int) -> bool:
    """Whether the preposition at ``index`` opens where a way leads, or what lies there.

    As in "on their way to Gao", "en route to a wedding in Gao", "were flown to Gao".
    """
    lies_in = sentence.kind(index - 1) == "N" and sentence.kind(index - 2) in ("i", ">")
    if lies_in and is_destination(sentence, index - 2):
        return True
    if sentence.word(index) not in _THITHER:
        return _is_of_treatment(sentence, index)
    return is_under_way(sentence, index) or _word_before(sentence, index) in _MOVED


def _is_of_treatment(sentence: Sentence, index: int) -> bool:
    """As in "were being treated at the hospital in Gao": they came to harm elsewhere."""
    verb = sentence.kinds.rfind("V", 0, index)
    if verb < 0:
        return False
    return sentence.tokens.word(sentence.verb(verb).main).split()[0] in _TREATED


def is_under_way(sentence: Sentence, index: int) -> bool:
    """Whether what stands before a preposition is on a journey: "a bus travelling from Gao"."""
    return _word_before(sentence, index) in _UNDER_WAY


def _word_before(sentence: Sentence, index: int) -> str:
    first = sentence.phrases[index].first
    return sentence.tokens.word(first - 1) if first > 0 else ""
