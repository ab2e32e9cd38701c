"""A sentence as words: each with its place, its class and what it means."""

from __future__ import annotations

import re

from attrs import define, field

from sahel_events.english.lexicon.named_numbers import named_number, opens_named_number
from sahel_events.english.lexicon.senses import (
    ADVERB,
    CAPITAL,
    DATE,
    INCLUDING,
    MARK,
    NAMES,
    NOUNS,
    NUMBER,
    ORDINAL,
    OWN,
    QUANTITY,
    THING,
    TITLE,
    WORD,
)
from sahel_events.english.lexicon.vocabulary import Sense
from sahel_events.english.lexicon.words import Word
from sahel_events.english.tokens.ambiguity import AMBIGUOUS, in_context
from sahel_events.english.tokens.lookup import (
    DESCRIPTION,
    TIED,
    UNKNOWN_NAME,
    Names,
    may_count,
    opening_of,
)
from sahel_events.values import Quantity

__all__ = ["Tokens", "read_words"]

#: A figure of years: "aged two and 14", "aged between six and 12".
_AGE = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_TOKEN = re.compile(
    rf"(?P<age>aged (?:between |from )?{_AGE}\b(?:(?:, {_AGE}\b)* (?:and|to|or) {_AGE}\b)?)|"
    r"(?P<compound>\d[\d,.]*-[^\W\d_][\w-]*|[a-z]++-year-olds?\b)|(?P<number>[~≈]?\$?\d(?:[\d.,'’]*\d)?[^\W\d_]*)|(?P<word>[^\W\d_][\w-]*(?:[’'.](?!s\b)[^\W_¹²³⁴-⁹][\w-]*)*(?:(?<=\.[A-Z])\.)?)"
    r"|(?P<own>[’']s\b|[’'](?=\s|\Z))|(?P<mark>[^\w\s])"
)
_QUOTES = frozenset("\"“”«»'‘’")
_Q = Sense(QUANTITY)
_NUMBER = Sense(NUMBER)
_ORDINAL = Sense(ORDINAL, role="ordinal")
_OWN = Sense(OWN)
_AGED = Sense(ADVERB, role="adverb")
_STOP = Sense(".", role="mark")
#: Marks with which a quantity may begin: "~30", "“dozens”".
_BEFORE_FIGURE = frozenset("~≈><≥≤±+\"“‘'")
_OTHER_MARK = Sense(MARK, role="mark")
_TWO = Quantity(2, 2)


@define(slots=True)
class Tokens:
    """The words of one sentence, as columns: ``codes`` has one letter a word.

    ``values`` holds what a word stands for besides its sense: a quantity, or a date.
    """

    text: str
    codes: str = ""
    starts: list[int] = field(factory=list)
    ends: list[int] = field(factory=list)
    senses: list[Sense] = field(factory=list)
    values: dict[int, object] = field(factory=dict)
    #: the words in lower case
    lower: list[str] = field(factory=list)
    #: whether a quotation is open while the words are being read
    quoted: bool = False

    def words(self, first: int, after: int) -> str:
        """The text of the words from ``first`` to before ``after``."""
        return " ".join(self.text[self.starts[first] : self.ends[after - 1]].split())

    def word(self, index: int) -> str:
        """One word in lower case."""
        return self.lower[index]


def read_words(text: str, dates: dict[int, tuple[int, object]], names: Names) -> Tokens:
    """The words of a sentence; ``dates`` says where dates begin, where they end and what they are.

    A word that begins no phrase and no quantity has one sense wherever it stands; such words are
    looked up once a document.
    """
    found = Tokens(text)
    seen, starts, ends, senses = names.seen, found.starts, found.ends, found.senses
    position, last = 0, ""
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < position:
            continue
        sense = seen.get(match.group())
        if sense is None or start in dates:
            date = dates.get(start)
            known = (
                (_DATE, *date) if date else _PIECES[match.lastgroup or "mark"](match, found, names)
            )
            if known is None:
                continue
            sense, end, value = known
            if value is not None:
                found.values[len(starts)] = value
        if last and sense.code in AMBIGUOUS:
            sense = in_context(sense, last, text[start:end])
        position, last = end, sense.code
        starts.append(start)
        ends.append(end)
        senses.append(sense)
    found.codes = "".join([sense.code for sense in senses])
    found.lower = [text[start:end].lower() for start, end in zip(starts, ends, strict=True)]
    return found


#: A piece of text: its sense, where it ends, and what it stands for (a quantity).
_Piece = tuple[Sense, int, object]


def _of_word(match: re.Match[str], found: Tokens, names: Names) -> _Piece | None:
    """The word, or the quantity or phrase that begins with it."""
    word, text = match.group(), match.string
    start, end = match.span()
    opening = names.openings.get(word) or opening_of(word, names)
    if opening.numbered and (named := _named_number(text, start)) is not None:
        return named
    if opening.counts and may_count(text, opening.lower, start, end):
        quantity = _quantity(text, start)
        if quantity is not None:
            return quantity
    if text[end + 1 : end + 2] in opening.initials:
        for phrases in opening.phrases:
            matched = phrases.match(text, start)
            if matched is not None:
                return _described_by(text, *matched)
    return opening.sense, end, _TWO if opening.sense.role == "both" else None


def _of_number(match: re.Match[str], found: Tokens, names: Names) -> _Piece | None:
    named = _named_number(match.string, match.start()) if "$" in match.group() else None
    return named or _number(match.string, *match.span(), match.group())


def _of_owner(match: re.Match[str], found: Tokens, names: Names) -> _Piece | None:
    """An "'s", or the mark that closes a quotation, which says nothing."""
    closes = len(match.group()) == 1 and found.quoted
    owner = bool(found.senses) and found.senses[-1].code in _OWNERS
    if closes or not owner:
        found.quoted = False
        return None
    return _OWN, match.end(), None


def _of_compound(match: re.Match[str], found: Tokens, names: Names) -> _Piece | None:
    return DESCRIPTION, match.end(), None


def _of_mark(match: re.Match[str], found: Tokens, names: Names) -> _Piece | None:
    """A mark that does not always part words; quotation marks say nothing of what is counted."""
    mark = match.group()
    if mark == ".":
        return None if _is_of_title(match, found) else (_STOP, match.end(), None)
    if opens_named_number(mark) and (named := _named_number(match.string, match.start())):
        return named  # "€3 million"
    found.quoted = found.quoted or mark in "'‘"
    quantity = _quantity(match.string, match.start()) if mark in _BEFORE_FIGURE else None
    if quantity is not None or mark in _QUOTES:
        return quantity
    return _OTHER_MARK, match.end(), None


def _is_of_title(match: re.Match[str], found: Tokens) -> bool:
    """Whether a full stop only ends a short word before a name: "Gen. Traoré", "Omar B. Traoré"."""
    at, text = match.start(), match.string
    if not found.senses or not text[at + 1 : at + 2].isspace():
        return False
    initial = found.senses[-1].code == CAPITAL and text[at - 2 : at - 1] in (" ", ".")
    return found.senses[-1].code in (TITLE, INCLUDING) or initial


def _of_age(match: re.Match[str], found: Tokens, names: Names) -> _Piece | None:
    return _AGED, match.end(), None


_PIECES = {
    "age": _of_age,
    "word": _of_word,
    "number": _of_number,
    "own": _of_owner,
    "compound": _of_compound,
    "mark": _of_mark,
}
_OWNERS = NOUNS | NAMES | {TITLE, WORD}
_DATE = Sense(DATE)


def _described_by(text: str, sense: Sense, end: int) -> _Piece:
    """A name, or the adjective that begins with it: "Islamic State-affiliated"."""
    described = TIED.match(text, end)
    return (DESCRIPTION, described.end(), None) if described else (sense, end, None)


def _number(text: str, start: int, end: int, found: str) -> _Piece:
    if found[-2:] in ("st", "nd", "rd", "th") and found[:-2].isdigit():
        return _ORDINAL, end, None
    return _quantity(text, start) or (_NUMBER, end, None)


def _named_number(text: str, start: int) -> _Piece | None:
    """A number with the word that it names: a thing for a model, a name for a hill or a unit."""
    named = named_number(text, start)
    if named is None:
        return None
    kind, end = named
    if kind == "model":
        return Sense(THING, noun=Word("vehicle", text[start:end], False, True)), end, None
    return (UNKNOWN_NAME if kind == "name" else _NUMBER), end, None


def _quantity(text: str, start: int) -> _Piece | None:
    found = Quantity.at(text, start)
    return (_Q, found[1], found[0]) if found else None
