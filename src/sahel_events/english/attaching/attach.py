"""What goes with a word: of all dates and places of a sentence, the one that its clause gives it.

A candidate is asked for first in the clause of the word itself, then in those joined to it ("killed
twelve and wounded thirty in Maiduguri on Monday" gives both the town and the day), then in the one
above, then in those below that tell when or how. Whatever is passed over is kept with the rule
that refused it, so that a reader can be told why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from attrs import field, frozen

from sahel_events.english.lexicon.senses import DATE, WEEKDAY
from sahel_events.english.syntax.chunks import VERB, Sentence
from sahel_events.english.syntax.clause_tree import Clause, Tie

__all__ = ["Attached", "Candidate", "Refused", "attach", "distance"]

Value = TypeVar("Value")


@frozen
class Refused:
    """A candidate that was not taken: its words, and the rule that refused it."""

    words: str
    rule: str


@frozen
class Candidate(Generic[Value]):
    """Something that may go with a word: what it is, its words, and the phrase that opens it.

    ``refused`` is the rule that forbids it everywhere in the sentence ("the day of a statement");
    ``score`` says how well it goes with a word, the more the better, within one clause. What
    ``heads`` the sentence goes with all of it where nothing nearer does: "On 8 May, the army said
    that nine had died". What ``names`` an engagement dates whoever came to harm in it, and nothing
    else: "a soldier wounded in last month's clash died".
    """

    value: Value
    words: str
    phrase: int
    refused: str = ""
    score: float = 0.0
    heads: bool = False
    names: bool = False


@frozen
class Attached(Generic[Value]):
    """What goes with a word, why, and what was refused; ``value`` is ``None`` for nothing."""

    value: Value | None = None
    reason: str = ""
    refused: tuple[Refused, ...] = field(default=(), repr=False)


#: How far a candidate's clause is from that of a word, the nearest first, with words for each.
_REASONS = (
    "in its clause",
    "in a clause joined to it",
    "in the clause above",
    "in the clause that tells when",
    "in the part of the sentence before",
    "in the clause that tells which",
    "at the head of the sentence",
    "with the engagement of its clause",
)
_JOINED, _ABOVE, _WHEN, _PART, _WHICH, _HEAD, _NAMED = range(1, 8)
#: What parts a clause from the one above in time: "before rebels took the town".
_APART = ("before", "since", "until", "till")


#: No sentence has clauses within clauses deeper than this, and time must not grow with the depth.
_DEEPEST = 12


def attach(
    sentence: Sentence,
    clauses: list[Clause],
    at: int,
    candidates: Iterable[Candidate[Value]],
) -> Attached[Value]:
    """Choose what goes with the phrase at ``at``."""
    own = clauses[at]
    refused: list[Refused] = []
    allowed: list[tuple[int, float, Candidate[Value]]] = []
    for candidate in candidates:
        steps = _steps(sentence, own, clauses[candidate.phrase], candidate)
        if steps is None:
            refused.append(Refused(candidate.words, candidate.refused or "in another clause"))
        else:
            allowed.append((steps, -candidate.score, candidate))
    if not allowed:
        return Attached(refused=tuple(refused))
    allowed.sort(key=lambda ranked: ranked[:2])
    steps, _, best = allowed[0]
    refused += [Refused(other.words, "farther off") for _, _, other in allowed[1:]]
    return Attached(best.value, _REASONS[steps], tuple(refused))


def _steps(
    sentence: Sentence, own: Clause, other: Clause, candidate: Candidate[Value]
) -> int | None:
    """How far a candidate is from a clause, as an index of reasons; ``None`` if it is refused."""
    steps = distance(sentence, own, other)
    stands_for = _is_antecedent(sentence, own, candidate.phrase)
    if stands_for and sentence.word(own.opener) == "when":
        return 0  # "the most since May 2030, when nine died": then they did
    if own.tie is Tie.ASIDE and candidate.phrase == own.opener - 1:
        steps = 0  # "on the 5th (a bus, eight killed), the 12th (a cart, two killed)"
    elif stands_for and steps is not None:
        steps = 0
    if candidate.heads and (steps is None or candidate.refused) and not _recalls(sentence, own):
        return _HEAD
    if candidate.names and steps == 0:
        return _NAMED
    return None if candidate.refused else steps


def _is_antecedent(sentence: Sentence, own: Clause, phrase: int) -> bool:
    """As in "the battle near the border, where nine died": what "where" stands for."""
    if own.tie is not Tie.ADVERBIAL or sentence.word(own.opener) not in ("where", "when"):
        return False
    between = sentence.kinds[phrase : own.opener].rstrip(",")
    dated = WEEKDAY in between or DATE in between
    if dated is not (sentence.word(own.opener) == "when"):
        return False  # "bound for Djibo when gunmen …", "on Friday, where …"
    return len(between) <= _LONGEST_NAME and VERB not in between


#: How many phrases the name of a place or a date with its preposition has at most.
_LONGEST_NAME = 5


def distance(sentence: Sentence, own: Clause, other: Clause) -> int | None:
    """How far another clause is from one, as an index of reasons; ``None`` where it is apart.

    The way leads up from the one to a clause that has both below it, and down to the other; it is
    barred by what is only said, or was so at another time.
    """
    known = sentence.found.setdefault("distances", {})
    assert isinstance(known, dict)
    if (own, other) not in known:  # each figure of a sentence asks for each of its dates and places
        known[own, other] = _distance(sentence, own, other)
    steps: int | None = known[own, other]
    return steps


def _distance(sentence: Sentence, own: Clause, other: Clause) -> int | None:
    steps, clause, below = 0, own, list(_upwards(sentence, other))
    for _ in range(_DEEPEST):
        down = _down(sentence, clause, below)
        if down is not None:
            return max(steps, down)
        if clause.above is None or _is_barred(sentence, clause):
            return None
        clause, steps = clause.above, _ABOVE
    return None


def _upwards(sentence: Sentence, clause: Clause) -> Iterator[tuple[Clause, int]]:
    """A clause and those above it as far as nothing bars the way, and how far it is below each."""
    worst = 0
    for _ in range(_DEEPEST):
        yield clause, worst
        if clause.above is None or _is_barred(sentence, clause):
            return
        worst = max(worst, _WHICH if clause.tie is Tie.RELATIVE else _WHEN)
        clause = clause.above


def _down(sentence: Sentence, upper: Clause, below: list[tuple[Clause, int]]) -> int | None:
    """How far a clause is below another, or below one that is joined to it."""
    for clause, worst in below:
        if clause is upper:
            return worst
        joined = _joined(sentence, upper, clause)
        if joined is not None:
            return max(worst, joined)
    return None


def _recalls(sentence: Sentence, clause: Clause | None) -> bool:
    """Whether a clause stands in one that looks back: "the crisis in which 39 had been killed"."""
    while clause is not None:
        if clause.tie is Tie.RELATIVE and clause.looks_back(sentence):
            return True
        clause = clause.above
    return False


def _is_barred(sentence: Sentence, clause: Clause) -> bool:
    """Whether what is said in a clause holds for itself alone, and nothing from above for it."""
    if clause.tie is Tie.ADVERBIAL:
        return sentence.word(clause.opener) in _APART
    return clause.tie is Tie.CONTENT or (clause.tie is Tie.RELATIVE and clause.looks_back(sentence))


def _joined(sentence: Sentence, own: Clause, other: Clause) -> int | None:
    """How far a clause is that stands on a level with another, in one sentence with it."""
    if _first(own) is not _first(other):
        return None
    if not other.verbs and other.opener == 0:
        return _JOINED  # "2 January: Sebba. Ambush on a patrol …"
    if other.speaks(sentence):
        return None
    together = _ends(own) is _ends(other)
    if own.opener < other.opener and not together:
        return None  # "Four died at the scene; a fifth succumbed the following day"
    return _JOINED if together else _PART


def _ends(clause: Clause) -> Clause:
    """The main clause of the part of the sentence, between stops, in which a clause stands."""
    main = clause
    while main.tie is Tie.COORDINATE and main.before is not None:
        main = main.before
    return main if main.tie is not Tie.COORDINATE else clause


def _first(clause: Clause) -> Clause:
    """The first of the clauses to which a clause is joined."""
    while clause.before is not None:
        clause = clause.before
    return clause
