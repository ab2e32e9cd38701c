"""A sentence as clauses: which phrases stand in which clause, and how clauses hang together.

"Gunmen attacked a post at Ber on Monday, killing nine, the army said on Tuesday." has three: the
attack, the killing that takes part in it, and what the army did. A date or place belongs to its
clause, and to others only as far as these share it: :mod:`~sahel_events.english.attaching.attach`
goes from a clause to those that are joined to it, then to the one in which it stands.
"""

from __future__ import annotations

import re
from enum import Enum

from attrs import define, field

from sahel_events.english.lexicon.senses import (
    ADVERB,
    AND,
    BUT,
    DATE,
    IF,
    NEGATION,
    OF,
    PREPOSITION,
    PREPOSITIONS,
    RELATIVE,
    SUBORDINATOR,
    WEEKDAY,
    WORD,
)
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.syntax.chunks import NOUN, VERB, Sentence
from sahel_events.english.syntax.clauses import object_before
from sahel_events.english.syntax.finite_verbs import carries, is_finite, is_reduced

__all__ = ["Clause", "Tie", "read_clauses"]

#: Prepositions that open a clause when a verb follows: "after five militants were killed".
_JOINTS = word_list("prepositions before clauses of time")
#: What may stand in front of a subject, behind what joins its clause: ", and in Ménaka,".
_FRONT = re.compile(
    rf"(?:,{AND}|[{AND},]){BUT}?{PREPOSITION}(?:{NOUN}(?:{OF}{NOUN})?|{WEEKDAY}|{DATE})\Z"
)
#: What stands beside a subject, and what a sentence may hold between a preposition and its verb.
_BESIDE = ADVERB + WEEKDAY + DATE + WORD + '"' + AND
_BEFORE_VERB = (NOUN, OF, PREPOSITION, ADVERB, WORD, WEEKDAY, DATE, AND)
#: What ends a clause that a comma has set apart.
_CLOSES = (",", ";", ":", ".", RELATIVE, SUBORDINATOR, BUT)
#: Marks that part sentences within a sentence.
_STOPS = ";:."
#: How far behind a preposition the verb of its clause may stand, in phrases.
_REACH = 9


class Tie(Enum):
    """How a clause hangs on the one above it."""

    MAIN = "main"
    #: "… and wounded two", "…, but four escaped": on a level with the clause before it
    COORDINATE = "coordinate"
    #: "…, killing nine": a part of what the clause above tells
    PARTICIPIAL = "participial"
    #: "when gunmen attacked", "after the raid had begun"
    ADVERBIAL = "adverbial"
    #: "who had fled", "which was blamed on them"
    RELATIVE = "relative"
    #: "that nine had died": what somebody says
    CONTENT = "content"
    #: between dashes or brackets
    ASIDE = "aside"


@define(slots=True, eq=False)
class Clause:
    """A clause: the phrase that opens it, the clause above it, and its verbs.

    ``before`` is the clause on a level with it to which it is joined.
    """

    tie: Tie
    opener: int
    above: Clause | None = None
    before: Clause | None = None
    verbs: list[int] = field(factory=list)
    #: whether a comma parts it from the clause above: "the town, which …"
    parted: bool = False

    def speaks(self, sentence: Sentence) -> bool:
        """Whether somebody states something in it: "the army said on Tuesday"."""
        return any(sentence.verb(verb).sense.speech is not None for verb in self.verbs)

    def looks_back(self, sentence: Sentence) -> bool:
        """Whether it tells of an earlier time: "who had been kidnapped in 2011"."""
        return any(sentence.word(verb) in ("had", "had been") for verb in self.verbs)

    @property
    def uppermost(self) -> Clause:
        """The clause at the top, in which it stands."""
        clause = self
        while clause.above is not None:
            clause = clause.above
        return clause


def read_clauses(sentence: Sentence) -> list[Clause]:
    """For each phrase, the innermost clause in which it stands."""
    known = sentence.found.get("clauses")
    if isinstance(known, list):
        return known
    splitter = _Splitter(sentence)
    for index, kind in enumerate(sentence.kinds):
        splitter.take(index, kind)
    sentence.found["clauses"] = splitter.owners
    return splitter.owners


@define(slots=True)
class _Splitter:
    """Goes over the phrases once; a clause is opened by what leads it, or found by its verb."""

    sentence: Sentence
    owners: list[Clause] = field(factory=list)
    clause: Clause = field(factory=lambda: Clause(Tie.MAIN, 0))

    def take(self, index: int, kind: str) -> None:
        """Give a phrase its clause."""
        if kind == VERB:
            self._take_verb(index)
        elif kind == RELATIVE or (kind == NOUN and self.sentence.word(index) == "whose"):
            self._open(Tie.RELATIVE, index, parted=self._is_behind_comma(index))
        elif kind in (SUBORDINATOR, IF) and self.sentence.kinds.find(VERB, index) >= 0:
            self._open(self._tie_of_joint(index), index)
        elif kind == PREPOSITION and self._opens_clause(index):
            self._open(Tie.ADVERBIAL, index)
        elif kind == BUT:
            self._join(index)
        elif kind == "," and self._closes():
            self._close()
        elif kind in _STOPS:
            self.owners.append(self.clause)
            before = self.clause.uppermost
            self.clause = Clause(Tie.MAIN, index + 1, before=None if kind == "." else before)
            return
        elif kind in "(-":
            self._open_or_close_aside(index, kind)
        elif kind == ")":
            self._leave(Tie.ASIDE)
        self.owners.append(self.clause)

    def _tie_of_joint(self, index: int) -> Tie:
        """What "that" opens: what somebody says, or "the trucks that rebels had seized"."""
        sentence = self.sentence
        if sentence.word(index) != "that":
            return Tie.ADVERBIAL
        verb = sentence.kinds.find(VERB, index)
        if not sentence.is_noun(index - 1):
            return Tie.CONTENT
        stands_for = (
            sentence.kinds[index + 1 : verb].strip(ADVERB) == ""
        )  # "the men that killed nine"
        stands_for = stands_for or object_before(sentence, verb) == index - 1
        return Tie.RELATIVE if stands_for else Tie.CONTENT

    # -- verbs ------------------------------------------------------------------------------------

    def _take_verb(self, index: int) -> None:
        """A verb is that of the clause which is open, or shows that another one has begun."""
        sentence = self.sentence
        if self.clause.verbs[:1] == [self.clause.opener] and is_finite(sentence, index):
            self._return_from_participle(index)
        if not is_finite(sentence, index):
            if self.clause.verbs and sentence.kind(index - 1) in (",", PREPOSITION):
                led = sentence.kind(index - 1) == PREPOSITION  # "before attacking Ber"
                self._open(Tie.ADVERBIAL if led else Tie.PARTICIPIAL, index - led)
        elif self._has_statement() or self.clause.tie is Tie.PARTICIPIAL:
            if is_reduced(sentence, index) and sentence.is_noun(index - 1):
                self._open(Tie.RELATIVE, index)  # "prisoners captured in December"
            else:
                self._begin_statement(index)
        elif is_reduced(sentence, index) and self._is_carried_on(index):
            self._open(Tie.RELATIVE, index)  # "a soldier wounded in May died"
        self.clause.verbs.append(index)

    def _return_from_participle(self, index: int) -> None:
        """Behind a participle without a clause of its own, the verb of the clause above."""
        clause = self.clause
        if clause.tie is Tie.RELATIVE and clause.above is not None and not clause.above.verbs:
            self.clause = clause.above

    def _is_carried_on(self, index: int) -> bool:
        """Whether the verb that carries the clause comes only behind a participle."""
        kinds, sentence = self.sentence.kinds, self.sentence
        if kinds[index - 1 : index] != NOUN:
            return False
        stop = next((at for at in range(index, len(kinds)) if kinds[at] in _CLOSES), len(kinds))
        return any(kinds[at] == VERB and carries(sentence, at) for at in range(index + 1, stop))

    def _has_statement(self) -> bool:
        """Whether the clause that is open has a verb that carries it."""
        return any(carries(self.sentence, verb) for verb in self.clause.verbs)

    def _begin_statement(self, verb: int) -> None:
        """A second finite verb: joined to the first, told by it, or back in the clause above."""
        boundary = self._boundary(verb)
        last = self.clause.verbs[-1]
        if boundary is not None:
            self._reopen(boundary, self._joined(boundary))
        elif self._is_content(last, verb):
            self._reopen(last + 1, Clause(Tie.CONTENT, last + 1, self.clause))
        elif self.clause.tie is Tie.RELATIVE and self.clause.above is not None:
            self.clause = self.clause.above  # "gunmen who had entered the town | killed nine"

    def _is_content(self, last: int, verb: int) -> bool:
        """Whether a verb tells what another states: not so "who has seen a report | said"."""
        speaks = self.sentence.verb(last).sense.speech is not None
        both = speaks and self.sentence.verb(verb).sense.speech is not None
        return speaks and not (both and self.clause.tie is Tie.RELATIVE)

    def _joined(self, boundary: int) -> Clause:
        """A clause behind "and", a comma or a dash: on a level with the one before it."""
        base, sentence = self.clause, self.sentence
        parted = sentence.kind(boundary) == "," or sentence.kind(boundary - 1) == ","
        if parted and self._speaks_behind(boundary):
            base = base.uppermost
        elif parted and base.tie in (Tie.PARTICIPIAL, Tie.RELATIVE, Tie.ASIDE):
            base = base.above or base
        return Clause(Tie.COORDINATE, boundary + 1, base.above, base)

    def _speaks_behind(self, boundary: int) -> bool:
        verb = self.sentence.kinds.find(VERB, boundary)
        return verb >= 0 and self.sentence.verb(verb).sense.speech is not None

    def _boundary(self, verb: int) -> int | None:
        """Where the clause of a verb begins that stands behind another verb."""
        kinds = self.sentence.kinds
        last = self.clause.verbs[-1]
        for at in range(verb - 1, last, -1):
            if kinds[at] in (",", AND, "-") and self._is_subject(at + 1, verb):
                if at - 2 > last and self.sentence.reads(at - 2, ",", NOUN, AND):
                    return at - 2  # ", sources and an official said"
                return at if self._speaks_behind(at) else self._before_front(last, at)
        return None

    def _before_front(self, last: int, at: int) -> int:
        """Before what stands in front of a subject: "…, and in Ménaka, gunmen …"."""
        kinds = self.sentence.kinds
        front = _FRONT.search(kinds, last + 1, at)
        return front.start() if front is not None else at

    def _is_subject(self, first: int, verb: int) -> bool:
        """Whether nothing but a subject and what belongs to it stands between two places."""
        between = self.sentence.kinds[first:verb]
        if between.strip(_BESIDE + NEGATION) in ("", NOUN):
            return True
        return between.lstrip(_BESIDE)[:1] in (NOUN, PREPOSITION, DATE)

    def _reopen(self, boundary: int, clause: Clause) -> None:
        """Let a clause begin at a place that is past already."""
        for at in range(boundary, len(self.owners)):
            if self.owners[at] is self.clause:
                self.owners[at] = clause
        self.clause = clause

    # -- marks and small words --------------------------------------------------------------------

    def _open(self, tie: Tie, index: int, *, parted: bool = False) -> None:
        self.clause = Clause(tie, index, self.clause, parted=parted)

    def _join(self, index: int) -> None:
        """As in "…, but four escaped": "while" and "although" may lead a sentence, too."""
        if not self.clause.verbs:
            self._open(Tie.ADVERBIAL, index)
            return
        base = self.clause
        while base.above is not None and base.tie is not Tie.CONTENT:
            base = base.above
        self.clause = Clause(Tie.COORDINATE, index, base.above, base)

    def _opens_clause(self, index: int) -> bool:
        """Whether a preposition has a clause behind it: "after rebels attacked the post"."""
        sentence = self.sentence
        if sentence.word(index) not in _JOINTS:
            return False
        for at in range(index + 1, min(index + _REACH, len(sentence.kinds))):
            kind = sentence.kind(at)
            if kind == VERB:
                return carries(sentence, at)
            if kind not in _BEFORE_VERB:
                return False
        return False

    def _is_behind_comma(self, index: int) -> bool:
        before = self.sentence.kind(index - 1)
        return before == "," or (before in PREPOSITIONS and self.sentence.kind(index - 2) == ",")

    def _closes(self) -> bool:
        """Whether a comma ends the clause that is open: one that was set apart, or that leads."""
        clause = self.clause
        if clause.above is None or not clause.verbs:
            return False
        leads = clause.tie is Tie.ADVERBIAL and not clause.above.verbs
        return leads or clause.tie is Tie.RELATIVE

    def _close(self) -> None:
        assert self.clause.above is not None
        self.clause = self.clause.above

    def _open_or_close_aside(self, index: int, kind: str) -> None:
        if kind == "-" and self._leave(Tie.ASIDE):
            return
        closing = ")" if kind == "(" else "-"
        if self.sentence.kinds.find(closing, index + 1) >= 0:
            self._open(Tie.ASIDE, index)

    def _leave(self, tie: Tie) -> bool:
        """Go back to the clause above the innermost of a kind, if one is open."""
        clause: Clause | None = self.clause
        while clause is not None and clause.tie is not tie:
            clause = clause.above
        if clause is None or clause.above is None:
            return False
        self.clause = clause.above
        return True
