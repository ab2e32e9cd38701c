"""A sentence as words: each with its place, its class and what it means."""

from __future__ import annotations

import re

from attrs import define, field

from sahel_events.language.lexicon import Effect, Word
from sahel_events.model import Outcome
from sahel_events.prose.vocabulary import (
    Form,
    Harm,
    Phrases,
    Sense,
    Vocabulary,
    vocabulary,
)
from sahel_events.values import Quantity
from sahel_events.values.numbers import to_int
from sahel_events.values.quantity import PATTERN, STARTERS

__all__ = ["Names", "Tokens", "read_words"]

_TOKEN = re.compile(
    r"(?P<compound>\d[\d,.]*-[^\W\d_][\w-]*|[a-z]+-year-olds?\b)|(?P<number>[~≈]?\$?\d(?:[\d.,'’]*\d)?[^\W\d_]*)|(?P<word>[^\W\d_][\w-]*(?:[’'.](?!s\b)[^\W_][\w-]*)*)"
    r"|(?P<own>[’']s\b|[’'](?=\s|\Z))|(?P<mark>[^\w\s])"
)
_MARKS = {
    ",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", "–": "-", "—": "-",
    "-": "-", '"': '"', "“": '"', "”": '"', "«": '"', "»": '"', ".": ".", "!": ".", "?": "?",
    "&": "&", "/": "-", "…": ".", "'": '"', "‘": '"', "’": '"',
}  # fmt: skip
_Q = Sense("q")
_NUMBER = Sense("N")
_ORDINAL = Sense("O", role="ordinal")
_OWN = Sense("$")
_CAPITAL = Sense("c")
_ING = Sense("x", role="ing")
_ED = Sense("x", role="ed")
_ADVERB = Sense("y", role="adverb")
_WORD = Sense("w")
_MARK = {mark: Sense(code, role="mark") for mark, code in _MARKS.items()}
_OTHER_MARK = Sense("#", role="mark")
_TWO = Quantity(2, 2)
#: Words that begin a quantity only before a number or "of".
_EX = re.compile(r"(?:ex|co|non|anti|pro|self|mid|vice|half|sub)-", re.IGNORECASE)


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
    #: whether a quotation is open while the words are being read
    quoted: bool = False

    def add(self, sense: Sense, start: int, end: int) -> None:
        """Add a word."""
        self.starts.append(start)
        self.ends.append(end)
        self.senses.append(sense)

    def words(self, first: int, after: int) -> str:
        """The text of the words from ``first`` to before ``after``."""
        return " ".join(self.text[self.starts[first] : self.ends[after - 1]].split())

    def word(self, index: int) -> str:
        """One word in lower case."""
        return self.text[self.starts[index] : self.ends[index]].lower()


@define(slots=True)
class Names:
    """The names that a document adds to the vocabulary: by first word, the longest first."""

    phrases: dict[str, Phrases] = field(factory=dict)
    senses: dict[str, Sense] = field(factory=dict)
    #: the words that begin neither a phrase nor a quantity, and those that do
    seen: dict[str, Sense] = field(factory=dict, repr=False)
    openings: dict[str, _Opening] = field(factory=dict, repr=False)


def read_words(text: str, dates: dict[int, tuple[int, object]], names: Names) -> Tokens:
    """The words of a sentence; ``dates`` says where dates begin, where they end and what they are.

    A word that begins no phrase and no quantity has one sense wherever it stands; such words are
    looked up once a document.
    """
    found = Tokens(text)
    seen = names.seen
    position, last = 0, ""
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < position:
            continue
        sense = seen.get(match.group())
        if sense is None or start in dates:
            read = dates.get(start)
            value: object = None
            if read is not None:
                sense, end, value = _DATE, *read
            else:
                known = _PIECES[match.lastgroup or "mark"](match, found, names)
                if known is None:
                    continue
                sense, end, value = known
            if value is not None:
                found.values[len(found.starts)] = value
        if sense.code in _AMBIGUOUS and last:
            sense = _in_context(sense, last, text[start:end])
        position, last = end, sense.code
        found.add(sense, start, end)
    found.codes = "".join([sense.code for sense in found.senses])
    return found


#: A piece of text: its sense, where it ends, and what it stands for (a quantity).
_Piece = tuple[Sense, int, object]


def _of_word(match: re.Match[str], found: Tokens, names: Names) -> _Piece | None:
    return _word(match.string, *match.span(), names)


def _of_number(match: re.Match[str], found: Tokens, names: Names) -> _Piece | None:
    return _number(match.string, *match.span(), match.group())


def _of_owner(match: re.Match[str], found: Tokens, names: Names) -> _Piece | None:
    """An "'s", or the mark that closes a quotation, which says nothing."""
    closes = len(match.group()) == 1 and found.quoted
    owner = bool(found.senses) and found.senses[-1].code in _OWNERS
    if closes or not owner:
        found.quoted = False
        return None
    return _OWN, match.end(), None


def _of_compound(match: re.Match[str], found: Tokens, names: Names) -> _Piece | None:
    return _ADJECTIVE, match.end(), None


def _of_mark(match: re.Match[str], found: Tokens, names: Names) -> _Piece | None:
    """A mark of punctuation; quotation marks say nothing of what is counted."""
    found.quoted = found.quoted or match.group() in "'‘"
    piece = _mark(match.string, *match.span())
    return None if piece[0].code == '"' else piece


_PIECES = {
    "word": _of_word,
    "number": _of_number,
    "own": _of_owner,
    "compound": _of_compound,
    "mark": _of_mark,
}
_OWNERS = frozenset("ntukecglPTw")
_DATE = Sense("D")
_ADJECTIVE = Sense("j")
#: What stands before nouns such as "report" and "claim", which are verbs elsewhere.
_BEFORE_NOUN = "daqpow$0jO"


#: The classes whose words may be of another class behind certain words.
_AMBIGUOUS = "shvz@"
_REMAINS = Sense(
    "n", harm=Harm(Effect((Outcome.KILLED,), ()), "victims"), noun=Word("people", "remains", True)
)
_THAT = Sense("S", role="subordinator")
_DETERMINER = Sense("d", role="determiner")
_BE = Sense("b", role="be")


def _in_context(sense: Sense, before: str, word: str) -> Sense:
    """The sense of a word by the class of the one before it."""
    if sense.code == "@":
        return _of_particle(before, word)
    if sense.code == "h" and word in ("burns", "wounds", "cuts", "hits"):
        return _WORD
    if sense.code == "z":
        return _WORD if before in "dapqj$O" and _is_present(sense) else sense
    if before in "if" and sense.speech is not None and sense.speech.form is Form.THIRD:
        return _WORD  # "according to reports"
    if before not in _BEFORE_NOUN:
        return sense
    if sense.code == "v":
        return _WORD if before in "da" else sense  # "the cost", "a total"
    if sense.speech is not None and sense.code == "s" and before not in "wo":
        if sense.speech.form in (Form.BASE, Form.THIRD):
            return _WORD  # "a report", "its claims"
        return _ADJECTIVE if word in ("alleged", "claimed", "reported", "estimated") else sense
    if sense.code == "h" and sense.harm is not None and sense.harm.form in (Form.BASE, Form.THIRD):
        return _WORD  # "minor burns"
    return sense


def _of_particle(before: str, word: str) -> Sense:
    """What "that", "remains" and the particles of names are behind a word of this class."""
    if word.lower() == "that":  # "said that nine", not "that attack"
        return _THAT if before in _BEFORE_THAT else _DETERMINER
    if word == "remains":
        return _REMAINS if before in "dapjw$" else _BE
    return _CAPITAL if before in "cl" else _WORD  # "Bilal ag Acherif"


def _is_present(sense: Sense) -> bool:
    """Whether a verb of attack has the form of a noun: "the fight", "twelve targets"."""
    return sense.attack is not None and sense.attack.form in (Form.BASE, Form.THIRD)


#: What stands before the "that" of "said that".
_BEFORE_THAT = "snucPgw,&kevhtx"


def _word(text: str, start: int, end: int, names: Names) -> _Piece:
    """The sense of the word or phrase that begins here, where it ends, and its value."""
    found = text[start:end]
    opening = names.openings.get(found)
    if opening is None:
        opening = _opening_of(found, names)
    if opening.counts and _may_count(text, opening.lower, start, end):
        quantity = _quantity(text, start)
        if quantity is not None:
            return quantity
    if text[end + 1 : end + 2] in opening.initials:
        for phrases in opening.phrases:
            matched = phrases.match(text, start)
            if matched is not None:
                return _described_by(text, *matched)
    return opening.sense, end, _TWO if opening.sense.role == "both" else None


def _described_by(text: str, sense: Sense, end: int) -> _Piece:
    """A name, or the adjective that begins with it: "Islamic State-affiliated"."""
    described = _TIED.match(text, end)
    return (_ADJECTIVE, described.end(), None) if described else (sense, end, None)


#: What makes an adjective of a name: a group "linked" to a party is not that party.
_TIES = "linked|led|backed|affiliated|allied|aligned|inspired|held|controlled|based|run|supported"
_TIED = re.compile(rf"-(?:{_TIES})\b")


@define(slots=True)
class _Opening:
    """A word by itself, and the quantities and phrases that may begin with it."""

    lower: str
    sense: Sense
    counts: bool
    phrases: tuple[Phrases, ...]
    #: the letters with which the second word of a phrase may begin
    initials: frozenset[str]

    @property
    def stands_alone(self) -> bool:
        """Whether nothing else begins with it."""
        return not self.counts and not self.phrases


#: What words open in any document that adds nothing to them.
_SHARED: dict[str, _Opening] = {}
#: How many different words are remembered: a document of any length needs no more memory.
_MOST_SEEN = 50_000


def _opening_of(found: str, names: Names) -> _Opening:
    """What a word opens, looked up once."""
    book = vocabulary()
    own = found in names.senses or found.lower() in names.phrases
    opening = None if own else _SHARED.get(found)
    if opening is None:
        opening = _look_up(found, book, names)
        if not own and len(_SHARED) < _MOST_SEEN:
            _SHARED[found] = opening
    if len(names.seen) + len(names.openings) < _MOST_SEEN:
        if opening.stands_alone:
            names.seen[found] = opening.sense
        else:
            names.openings[found] = opening
    return opening


def _look_up(found: str, book: Vocabulary, names: Names) -> _Opening:
    lower = found.lower()
    counts = lower in STARTERS or lower.partition("-")[0] in STARTERS
    sense = _single(found, lower, book, names)
    phrases, initials = [], set()
    for table in (names.phrases, book.phrases):
        known = table.get(lower)
        letters = _initials(known, found, lower) if known is not None else set()
        if known is not None and letters:
            phrases.append(known)
            initials |= letters
    return _Opening(
        lower, sense, counts or sense.role == "both", tuple(phrases), frozenset(initials)
    )


def _initials(phrases: Phrases, found: str, lower: str) -> set[str]:
    """The letters with which the second words of the phrases begin that this word may open."""
    behind = len(found) + 1
    letters = {phrase[behind] for phrase in phrases.exact if phrase.startswith(f"{found} ")}
    for phrase in phrases.caseless:
        letters |= {phrase[len(lower) + 1], phrase[len(lower) + 1].upper()}
    return letters


#: What a range is told of that is none: "rose from 12 to 19".
_CHANGED = re.compile(
    r"(?:rose|risen|rise|rises|climbed|raised|revised|lowered|increased|jumped|grew|grown|fell"
    r"|up|down|toll) \Z"
)
#: Words that are no quantity by themselves: a number or one of these must follow.
_HEDGING = frozenset(
    "a an at no not up more over above upward upwards in well min as fewer less under below max "
    "about around approximately approx roughly nearly almost some perhaps close estimated est "
    "circa ca c between from untold large small minimum maximum both".split()
)
_NEXT = re.compile(r"[.-]?\s*(?:[\d~≈“\"'‘]|(\w+))")


def _may_count(text: str, lower: str, start: int, end: int) -> bool:
    """Whether a quantity can begin with this word, by the words beside it: a quick refusal."""
    if lower not in _HEDGING:
        return True
    if lower == "from" and _CHANGED.search(text[max(0, start - 24) : start]):
        return False  # "rose from 12 to 19" is no range
    match = _NEXT.match(text, end)
    if match is None:
        return lower == "some"
    word = match[1]
    return word is None or lower == "some" or word.partition("-")[0].lower() in _COUNTING


_COUNTING = STARTERS | frozenset(
    "least very than fewer less more of to many most the excess estimated minimum maximum total "
    "combined dozen hundred thousand million couple few number handful large small numbers "
    "undetermined unspecified unknown over about around nearly some".split()
)


def _single(found: str, lower: str, book: Vocabulary, names: Names) -> Sense:
    """The sense of one word by itself."""
    known = names.senses.get(found) or book.names.get(found) or book.senses.get(lower)
    if known is None:
        return _by_shape(found, lower, book)
    if known.role == "particle":
        return _CAPITAL if found[0].isupper() else known
    return known


def _by_shape(found: str, lower: str, book: Vocabulary) -> Sense:
    """The sense of a word that no list has, by its shape."""
    if "-" in lower:
        last = lower.rpartition("-")[2]
        if _EX.match(lower):
            known = book.senses.get(lower.partition("-")[2])
            if known is not None and known.noun is not None:
                return known
        if last in ("old", "strong") or _TIED.fullmatch(f"-{last}"):
            return _ADJECTIVE
    if found[0].isupper():
        return _CAPITAL
    if lower.endswith("ly"):
        return _ADVERB
    if lower.endswith("ed"):
        return _ED
    if lower.endswith("ing"):
        return _ING
    return _WORD


def _number(text: str, start: int, end: int, found: str) -> _Piece:
    if found[-2:] in ("st", "nd", "rd", "th") and found[:-2].isdigit():
        return _ORDINAL, end, None
    return _quantity(text, start) or (_NUMBER, end, None)


def _mark(text: str, start: int, end: int) -> _Piece:
    mark = text[start]
    if mark in "~≈><≥≤±+\"“‘'" and (quantity := _quantity(text, start)):
        return quantity
    return _MARK.get(mark, _OTHER_MARK), end, None


def _quantity(text: str, start: int) -> _Piece | None:
    match = PATTERN.match(text, start)
    quantity = Quantity.from_match(match) if match else None
    if match is not None and quantity is None and match["high"]:  # "from 130 to 96" is no range
        low = to_int(match["low"])
        return (_Q, match.end("low"), Quantity(low, low)) if low is not None else None
    if match is None or quantity is None:
        return None
    return _Q, match.end(), quantity
