"""Text as terms: the words, figures, dates and marks that the grammar of cells is made of.

A term knows its kind and its place. Dates are found first, since their numbers count nobody; then
quantities, wherever one may begin; then phrases, the longest first; then words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define

from sahel_events.english.lexicon.named_numbers import named_number
from sahel_events.english.lexicon.words import Entry, Kind, Lexicon, lexicon, ranks
from sahel_events.registry.countries import country_of_flag
from sahel_events.values import EventDate, Quantity
from sahel_events.values.dates import Years
from sahel_events.values.english_dates import DATE, MONTH
from sahel_events.values.quantity_grammar import STARTERS

__all__ = ["Term", "read_terms"]

_TOKEN = re.compile(
    r"""
    [\ \t\u00a0]*(?:
      (?P<flag>[\U0001F1E6-\U0001F1FF]{2})
    | (?P<newline>\r?\n\s*|<(?:br|hr)\s*/?>\s*)
    | (?P<blank>&(?:nbsp|thinsp|ensp|emsp|\#160);|</?[a-z]{1,12}(?:\s[^<>\n]{0,200})?/?>)
    | (?P<note>\[(?:[a-z]{1,2}|\d{1,2}|note\ \d+|citation\ needed)\])
    | (?P<number>(?:[~≈±<>≥≤]\s?|\+)?\d(?:[\w.,]*\w)?)
    | (?P<word>[^\W\d_]+(?:[’'.-]*[\w]+)*)
    | (?P<space>\s+)
    | (?P<mark>.)
    | \Z
    )
    """,
    re.VERBOSE,
)
_SAY_NOTHING = frozenset(("space", "note", "blank"))
_BULLET = re.compile(r"[*:#•]+[ \t]*|[–-][ \t]+")
#: Words whose space was lost by a converter: "killed6", "woundedTotal".
_GLUED_FIGURE = re.compile(r"(?P<figure>\d{1,9})(?P<word>[a-z]{3,})")
_GLUED = re.compile(r"(?P<word>[^\W\d_]*[a-z])(?=\d|[A-Z][a-z])")
_MARKS = {
    "(": Kind.BRACKET_OPEN,
    "[": Kind.BRACKET_OPEN,
    ")": Kind.BRACKET_CLOSE,
    "]": Kind.BRACKET_CLOSE,
    ",": Kind.SEPARATOR,
    ";": Kind.SEPARATOR,
    ".": Kind.SEPARATOR,
    ":": Kind.COLON,
    "&": Kind.CONJUNCTION,
    "+": Kind.CONJUNCTION,
    "/": Kind.CONJUNCTION,
    "?": Kind.UNKNOWN,
}
#: Quotation marks say nothing of a figure.
_QUOTES = frozenset('"“”„«»')
_CONJUNCTIONS = frozenset(("and", "or", "plus"))
#: A year that is one, and no count, stands alone in brackets, before a colon, or after one of
#: these.
_YEAR_BEFORE = re.compile(r"(?:[(\[,–—-]|\b(?:in|during|of|since|from|by|until))\s*\Z", re.I)
_YEAR_AFTER = re.compile(r"\s*(?:[)\]:,;]|\(to\b|\Z)")
#: Two years behind one of these are a span, whatever follows: "(2012 to 2016 without the south)".
_SPAN_BEFORE = re.compile(r"(?:\(|\b(?:between|from|during|for))\s*\Z", re.I)
_YEAR_HEADING = re.compile(r"\s*(?:\(to\b[^)\n]*\)\s*)?:")
_YEAR_LINE = re.compile(r"[ \t'*]*(?:\n|\Z)")
_HAS_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")


@define(slots=True, eq=False)
class Term:
    """One term of a text; ``value`` depends on its kind (a quantity, a date, a country …)."""

    kind: Kind
    start: int
    end: int
    text: str
    value: object = None
    #: whether it has been read into a figure, or as its context
    used: bool = False


def read_terms(text: str, years: Years | None = None) -> list[Term]:
    """All the terms of a text, in order.

    ``years`` gives the year to dates written without one; the last year named before serves else.
    """
    dates = dict(_dates(text, years))
    words = lexicon()
    terms: list[Term] = []
    position, line_start = 0, True
    while position < len(text):
        if line_start and (bullet := _BULLET.match(text, position)):
            terms.append(Term(Kind.BULLET, position, bullet.end(), bullet.group().strip()))
            position, line_start = bullet.end(), False
            continue
        match = _TOKEN.match(text, position)
        assert match is not None  # one of the alternatives matches everywhere
        kind = match.lastgroup
        if kind is None or kind in _SAY_NOTHING:
            position = match.end()
            continue
        start = match.start(kind)
        if start in dates:
            end, date = dates[start]
            term = Term(Kind.DATE, start, end, text[start:end], date)
        else:
            found = _TERM[kind](text, start, match[kind], words)
            if found is None:
                position = match.end()
                continue
            term = found
        terms.append(term)
        position, line_start = term.end, term.kind is Kind.NEWLINE
    return terms


def _dates(text: str, years: Years | None) -> Iterator[tuple[int, tuple[int, EventDate | None]]]:
    """Where dates begin and end, and what they say: ``None`` where no year is known."""
    known = years
    for match in _date_matches(text):
        if not _is_date(match, text):
            continue
        date = EventDate.from_match(match, known) or EventDate.from_match(match, years)
        if date is not None and (years is None or years.first != years.last):
            known = Years(date.last_year, date.last_year)
        if date is not None or _has_day(match):
            yield match.start(), (match.end(), date)


def _plain_years(match: re.Match[str]) -> bool:
    """Whether the years are ones of our time, and not a count that looks like one."""
    return all(1900 <= int(year) <= 2099 for year in match.group("year1", "year2") if year)


def _date_matches(text: str) -> Iterator[re.Match[str]]:
    """Matches on the lines that name a month or a year; on others there is nothing to look for."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if MONTH.search(line) or _HAS_YEAR.search(line):
            yield from DATE.finditer(text, start, end)
        start = end + 1


def _has_day(match: re.Match[str]) -> bool:
    """Whether a date is certainly one although its year is not known: "3 November"."""
    return any(match.group(name) for name in ("d1", "md1", "d2", "md2"))


def _is_date(match: re.Match[str], text: str) -> bool:
    months = [month for month in match.group("m1", "mm1", "only1", "m2", "mm2", "only2") if month]
    if months:
        return all(month[0].isupper() for month in months)
    if any(match.group("iso1", "season1", "now", "since", "until")):
        return True
    if _YEAR_LINE.match(text, match.end()) and "-" not in match.group():
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if not line.strip(" \t'*") and "\n" in text and _plain_years(match):
            return True  # a line that holds nothing but years is a heading
    if match["year2"] and _plain_years(match) and _SPAN_BEFORE.search(text, 0, match.start()):
        return True
    return bool(_YEAR_AFTER.match(text, match.end())) and (
        bool(_YEAR_BEFORE.search(text, 0, match.start()))
        or bool(_YEAR_HEADING.match(text, match.end()))
        or match.group()[0] in "iI"
    )


def _flag(text: str, start: int, found: str, words: Lexicon) -> Term:
    return Term(Kind.FLAG, start, start + len(found), found, country_of_flag(found))


def _newline(text: str, start: int, found: str, words: Lexicon) -> Term:
    return Term(Kind.NEWLINE, start, start + len(found), found)


def _number(text: str, start: int, found: str, words: Lexicon) -> Term:
    glued = _GLUED_FIGURE.match(found)
    if glued and glued["word"] in words.words:  # "12killed"
        count = Quantity.exactly(int(glued["figure"]))
        return Term(Kind.QUANTITY, start, start + glued.end("figure"), glued["figure"], count)
    fraction = text[start - 1 : start] == "/" and text[start - 2 : start - 1].isdigit()  # "3/109"
    return (None if fraction else _quantity(text, start)) or _plain(start, found)


def _word(text: str, start: int, found: str, words: Lexicon) -> Term:
    if (named := named_number(text, start)) is not None:
        return _plain(start, text[start : named[1]])
    glued = _GLUED.match(found)
    if glued is not None and _is_harm(glued["word"], words):
        found = glued["word"]
    word = found.lower()
    if word in words.phrases and (phrase := _phrase(text, start, words.phrases[word])):
        return phrase
    first = word.partition(".")[0].partition("-")[0]  # "c.1,500", "twenty-five"
    if first in STARTERS and (quantity := _quantity(text, start)):
        return quantity
    end = start + len(found)
    if word in _CONJUNCTIONS:
        return Term(Kind.CONJUNCTION, start, end, found)
    if text[end : end + 1] == ".":
        if f"{word}." in ranks():  # "Sgt. Paul Zongo"
            return _plain(start, f"{found}.")
        if f"{found}." in words.names:  # "U.S."
            return _entered(start, f"{found}.", words.names[f"{found}."])
    if found == "AT":  # "2 AT guns": anti-tank, not a place
        return _plain(start, found)
    name = words.names.get(found) or words.names.get(found.removesuffix("'s").removesuffix("’s"))
    entry = name or words.words.get(word)
    return _entered(start, found, entry) if entry else _plain(start, found)


def _phrase(text: str, start: int, phrases: tuple[tuple[str, Entry], ...]) -> Term | None:
    """The longest phrase of the lexicon that stands here; names only as they are written."""
    for phrase, entry in phrases:
        end = start + len(phrase)
        found = text[start:end]
        same = found == phrase or (entry.kind is not Kind.COUNTRY and found.lower() == phrase)
        if same and not text[end : end + 1].isalnum():
            return _entered(start, found, entry)
    return None


def _entered(start: int, found: str, entry: Entry) -> Term:
    return Term(entry.kind, start, start + len(found), found, entry.value)


def _is_harm(word: str, words: Lexicon) -> bool:
    """Whether a word says what became of somebody, so that what sticks to it is another word."""
    entry = words.words.get(word.lower())
    return entry is not None and entry.kind in (Kind.OUTCOME, Kind.TOTAL)


def _mark(text: str, start: int, mark: str, words: Lexicon) -> Term | None:
    if (named := named_number(text, start)) is not None:  # "$3 million"
        return _plain(start, text[start : named[1]])
    if mark in "\"“‘'" and (quantity := _quantity(text, start)):
        return quantity
    if mark in _QUOTES:
        return None
    if mark == "†":
        return _entered(start, mark, words.words[mark])
    return Term(_MARKS.get(mark, Kind.PUNCTUATION), start, start + 1, mark)


def _plain(start: int, found: str) -> Term:
    return Term(Kind.WORD, start, start + len(found), found)


#: What a number is a share of that counts nobody: "30 percent of the force".
_PERCENT = re.compile(r"\s?(?:per\s?cent|pct|percentage)\b", re.IGNORECASE)


def _quantity(text: str, start: int) -> Term | None:
    found = Quantity.at(text, start)
    if found is None or _PERCENT.match(text, found[1]):
        return None
    quantity, end = found
    if quantity.low is None and quantity.term is None:  # "a third of the force"
        return _plain(start, text[start:end])
    return Term(Kind.QUANTITY, start, end, text[start:end], quantity)


_TERM = {
    "flag": _flag,
    "newline": _newline,
    "number": _number,
    "word": _word,
    "mark": _mark,
}
