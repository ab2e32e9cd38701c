"""What may begin with a word: a quantity, a phrase, or nothing but the word itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import define, field

from sahel_events.english.lexicon.named_numbers import opens_named_number
from sahel_events.english.lexicon.senses import ADJECTIVE, ADVERB, AND, CAPITAL, PARTY, VERBAL, WORD
from sahel_events.english.lexicon.vocabulary import Phrases, Sense, Vocabulary, vocabulary
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.registry.resolving import resolve
from sahel_events.values.quantity_grammar import STARTERS

__all__ = [
    "DESCRIPTION",
    "TIED",
    "UNKNOWN_NAME",
    "UNKNOWN_WORD",
    "Names",
    "Opening",
    "may_count",
    "opening_of",
]

#: Words that are none of a name where a sentence begins with them: "Half of the passengers".
_COMMON = word_list("fractions") | word_list("amounts")
UNKNOWN_NAME = Sense(CAPITAL)
UNKNOWN_WORD = Sense(WORD)
DESCRIPTION = Sense(ADJECTIVE)
_ING = Sense(VERBAL, role="ing")
_ED = Sense(VERBAL, role="ed")
_ADVERB = Sense(ADVERB, role="adverb")
#: The Arabic article of a name: "al-Rashad".
_ARTICLE = re.compile(r"(?:al|el|a[dnrstz]|ash|e[dnrstz]|ech)-[A-Z]")
#: Marks that part what stands beside them, whatever that is: not so the full stop of "Gen.".
_MARKS = {
    mark: Sense(code, role="mark")
    for mark, code in zip(",;:()[]!?…-–—/&", (*",;:()()...----", AND), strict=True)
}
_EX = re.compile(r"(?:ex|co|non|anti|pro|self|mid|vice|half|sub)-", re.IGNORECASE)


#: What makes an adjective of a name: a group "linked" to a party is not that party.
_TIES = "linked|led|backed|affiliated|allied|aligned|inspired|held|controlled|based|run|supported"
TIED = re.compile(rf"-(?:{_TIES})\b")


@define(slots=True)
class Names:
    """The names that a document adds to the vocabulary: by first word, the longest first."""

    phrases: dict[str, Phrases] = field(factory=dict)
    senses: dict[str, Sense] = field(factory=dict)
    #: the marks and words that begin neither a phrase nor a quantity, and the words that do
    seen: dict[str, Sense] = field(factory=_MARKS.copy, repr=False)
    openings: dict[str, Opening] = field(factory=dict, repr=False)

    @classmethod
    def of(cls, names: Iterable[str]) -> Names:
        """Names that a document binds to parties, as words of its sentences."""
        phrases: dict[str, list[tuple[str, Sense, bool]]] = {}
        senses: dict[str, Sense] = {}
        for name in names:
            sense = Sense(PARTY, name=name, party=resolve(name))
            first, _, rest = name.partition(" ")
            if rest:
                phrases.setdefault(first.lower(), []).append((name, sense, True))
            else:
                senses[name] = sense
        return cls({first: Phrases.of(several) for first, several in phrases.items()}, senses)


@define(slots=True)
class Opening:
    """A word by itself, and the quantities and phrases that may begin with it."""

    lower: str
    sense: Sense
    counts: bool
    phrases: tuple[Phrases, ...]
    #: the letters with which the second word of a phrase may begin
    initials: frozenset[str]
    #: whether a number behind it may be its own: "Hill 917"
    numbered: bool = False

    @property
    def stands_alone(self) -> bool:
        """Whether nothing else begins with it."""
        return not self.counts and not self.phrases and not self.numbered


#: What words open in any document that adds nothing to them.
_SHARED: dict[str, Opening] = {}
#: How many different words are remembered: a document of any length needs no more memory.
_MOST_SEEN = 50_000


def opening_of(found: str, names: Names) -> Opening:
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


def _look_up(found: str, book: Vocabulary, names: Names) -> Opening:
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
    return Opening(
        lower, sense, counts or sense.role == "both", tuple(phrases), frozenset(initials),
        opens_named_number(found),
    )  # fmt: skip


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


def may_count(text: str, lower: str, start: int, end: int) -> bool:
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
    "third quarter half tenth fifth least very than fewer less more of to many most the excess "
    "estimated minimum maximum total "
    "combined dozen hundred thousand million couple few number handful large small numbers "
    "undetermined unspecified unknown over about around nearly some".split()
)


def _single(found: str, lower: str, book: Vocabulary, names: Names) -> Sense:
    """The sense of one word by itself."""
    known = names.senses.get(found) or book.names.get(found) or book.senses.get(lower)
    if known is None:
        return _by_shape(found, lower, book)
    if known.role == "particle":
        return UNKNOWN_NAME if found[0].isupper() else known
    return known


def _by_shape(found: str, lower: str, book: Vocabulary) -> Sense:
    """The sense of a word that no list has, by its shape."""
    if "-" in lower:
        last = lower.rpartition("-")[2]
        if _EX.match(lower):
            known = book.senses.get(lower.partition("-")[2])
            if known is not None and known.noun is not None:
                return known
        if last in ("old", "strong") or TIED.fullmatch(f"-{last}"):
            return DESCRIPTION
    if (found[0].isupper() and lower not in _COMMON) or _ARTICLE.match(found):
        return UNKNOWN_NAME
    if lower.endswith("ly"):
        return _ADVERB
    if lower.endswith("ed"):
        return _ED
    if lower.endswith("ing"):
        return _ING
    return UNKNOWN_WORD
