"""Numbers that count nobody because they name something: "Hill 917", "Mi 17", "pp. 165–172", "$3".

The number belongs to the word or mark before it, so the two are read as one word, in cells and in
sentences. Which words these are stands in ``data/word_lists.csv``.
"""

from __future__ import annotations

import re
from functools import cache

from sahel_events.english.lexicon.word_lists import any_of, word_list

__all__ = ["named_number", "opens_named_number"]

#: A sum behind its currency: "$3 million", "US$ 1.5bn", "CFA 300,000".
_SUM = r"\s?\d[\d.,]*(?:\s?(?:thousand|million|billion|bn|m|k)\b)?"
#: Numbers of pages and files: "165–172", "1335 c/d", "12, 14".
_PAGES = r"[.:]{0,2}\s?\d+(?:\s?[–-]\s?\d+|,\s?\d+(?=\s?[),.;]|\s?\Z))*(?:\s[a-z](?:/[a-z])+)?"
#: The number of a hill, a unit or a model; one with thousands or a range behind it is a count.
_NUMBER = r"[ -]\d{1,5}(?:[A-Z][A-Za-z]?)?\b(?![,.]\d|[–-]\d|\s?%)"


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_of('currencies')}{_SUM}"
        rf"|(?i:{any_of('words before the number of a page')}){_PAGES}"
        rf"|{any_of('words before a number that names')}{_NUMBER}"
        rf"|{any_of('prefixes of models')}{_NUMBER})"
    )


@cache
def _initials() -> frozenset[str]:
    lists = ("currencies", "words before a number that names", "prefixes of models")
    pages = word_list("words before the number of a page")
    found = {word[0] for name in lists for word in word_list(name)}
    return frozenset(found | {word[0] for word in pages} | {word[0].upper() for word in pages})


def opens_named_number(text: str, start: int) -> bool:
    """Whether one may begin here, by its first character: a quick refusal."""
    return text[start : start + 1] in _initials()


def named_number(text: str, start: int) -> int | None:
    """Where the number ends that a word or mark at ``start`` names; ``None`` where none does.

    >>> named_number("Hill 917 fell", 0), named_number("pp. 165–172 tell", 0)
    (8, 11)
    >>> named_number("$3 million damage", 0), named_number("Hill men 917", 0)
    (10, None)
    """
    if not opens_named_number(text, start):
        return None
    match = _pattern().match(text, start)
    return match.end() if match else None
