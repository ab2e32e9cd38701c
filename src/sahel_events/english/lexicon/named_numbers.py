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
        rf"(?P<money>{any_of('currencies')}{_SUM})"
        rf"|(?P<page>(?i:{any_of('words before the number of a page')}){_PAGES})"
        rf"|(?P<name>{any_of('words before a number that names')}{_NUMBER})"
        rf"|(?P<model>{any_of('prefixes of models')}{_NUMBER})"
    )


@cache
def _first_words() -> frozenset[str]:
    names = ("currencies", "words before a number that names", "prefixes of models")
    pages = {word.removesuffix(".") for word in word_list("words before the number of a page")}
    first = {word.split()[0] for name in names for word in word_list(name)}
    return frozenset(first | pages | {page.capitalize() for page in pages})


def opens_named_number(word: str) -> bool:
    """Whether a word or mark may have a number that it names: a quick refusal."""
    return word in _first_words()


def named_number(text: str, start: int) -> tuple[str, int] | None:
    """What a word or mark at ``start`` and its number are (money, page, name or model), and their
    end; ``None`` where there is no such number.

    >>> named_number("Hill 917 fell", 0), named_number("pp. 165–172 tell", 0)
    (('name', 8), ('page', 11))
    >>> named_number("$3 million damage", 0), named_number("Hill men 917", 0)
    (('money', 10), None)
    """
    match = _pattern().match(text, start)
    return (match.lastgroup or "", match.end()) if match else None
