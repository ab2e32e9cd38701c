"""Where sentences begin and end, safe with abbreviations, initials, figures and quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sahel_events.english.lexicon.vocabulary import vocabulary

__all__ = ["split_sentences"]

#: The marks that may end a sentence, with the quotes, brackets and footnotes behind them.
_END = re.compile(
    r"(?<![.!?…])[.!?…]++[\"”’»')\]]*+(?:\[\w{1,4}\]|[¹²³⁴-⁹])*+"
    r"(?=\s+[\"“‘«'(\[]*[A-Z0-9À-Þ]|\s*\Z)"
)
#: How far back the word before a full stop may begin.
_LONGEST = 24
#: No sentence is longer: a text without full stops is cut between words, so that time stays in
#: proportion to the text.
_MOST = 2_000
#: Abbreviations that may end a sentence, and words that then begin the next: "at 6 p.m. The army";
#: in "the U.S. Army" none begins.
_MAY_END = frozenset("a.m p.m etc u.s u.n u.k co inc ltd".split())
_OPENERS = frozenset("The A An In On At It He She They But However No This That".split())
_BLANKS = re.compile(r"\s+")
_FIRST_WORD = re.compile("[A-Za-z]+")


def split_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the sentences of ``text[start:end]`` stand."""
    for begin, stop in _split(text, start, end):
        while stop - begin > _MOST:
            cut = text.rfind(" ", begin + 1, begin + _MOST)
            cut = cut if cut > begin else begin + _MOST
            yield begin, cut
            begin = cut
        yield begin, stop


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences as marks and line breaks part them, however long."""
    begin = start
    for match in _END.finditer(text, start, end):
        if _ends(text, begin, match):
            if text[begin : match.end()].strip():
                yield begin, match.end()
            begin = _first_word(text, match.end(), end)
    if text[begin:end].strip():
        yield begin, end


def _first_word(text: str, begin: int, end: int) -> int:
    """Where the words behind the blanks at ``begin`` start."""
    blanks = _BLANKS.match(text, begin, end)
    return blanks.end() if blanks is not None else begin


def _ends(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether a mark ends the sentence that starts at ``begin``."""
    if not match.group().startswith("."):
        return True
    before = text[max(begin, match.start() - _LONGEST) : match.start()].split()
    last = before[-1].lstrip("\"“‘'«([") if before else ""
    if len(last) == 1 and last.isupper():
        return False  # an initial
    if last.lower() in vocabulary().abbreviations:
        return last.lower() in _MAY_END and _opens(text[match.end() : match.end() + 12].lstrip())
    return True


def _opens(following: str) -> bool:
    """Whether the next word begins a sentence: "The", "In"; not "Army" as in "U.S. Army"."""
    word = _FIRST_WORD.match(following)
    return word is not None and word.group() in _OPENERS
