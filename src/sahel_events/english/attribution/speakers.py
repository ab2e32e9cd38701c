"""Who speaks: the words of a sentence that name somebody who states something."""

from __future__ import annotations

from attrs import define, frozen

from sahel_events.english.attribution.speaker_names import apposed_name, name_of
from sahel_events.english.lexicon.senses import AND, ATTACK, HAPPENINGS, LOSSES, PREPOSITION, THING
from sahel_events.english.syntax.chunks import NOUN, Sentence
from sahel_events.english.syntax.clause_tree import read_clauses
from sahel_events.english.syntax.clauses import list_before
from sahel_events.kinds import Stance

__all__ = ["Attribution", "Speaker", "agent_behind", "of_all", "speaker_at"]


@frozen
class Speaker:
    """Who states something: as the text has it, and whether the words name a person or group."""

    text: str
    #: where the words stand in the sentence, as phrase indexes; ``None`` for one remembered
    phrase: int | None = None
    pronoun: bool = False
    #: "the official": one whom the text has named before
    definite: bool = False


@define(slots=True)
class Attribution:
    """A stretch of phrases, ``first`` to before ``after``, that ``speaker`` states.

    ``speaker`` is ``None`` where nobody is named ("reportedly"). ``at`` is where that is said.
    """

    first: int
    after: int
    at: int
    speaker: Speaker | None
    stance: Stance
    rule: str


def of_all(
    sentence: Sentence, at: int, speaker: Speaker | None, stance: Stance, rule: str
) -> Attribution:
    """The attribution of a whole sentence: "according to the governor"."""
    return Attribution(0, len(sentence.kinds), at, speaker, stance, rule)


#: Subjects of verbs of saying that are nobody: "the toll given", "clashes claimed nine lives".
_NOBODY = frozenset(
    "it there this that which what number toll figure total death deaths attack clash clashes "
    "incident killed".split()
)
#: What shows something, and is said to by whoever posted or made it.
_SHOWN = frozenset(
    "video videos footage photo photos photographs image images pictures clip investigation "
    "inquiry study survey analysis information".split()
)


def speaker_at(sentence: Sentence, index: int, stop: int) -> Speaker | None:
    """The speaker whom a noun phrase names; ``stop`` is where the words about him end at latest."""
    kind = sentence.kind(index)
    if kind != NOUN:
        return Speaker(sentence.text(index), index) if kind else None
    noun = sentence.noun(index)
    if noun.pronoun is not None:
        if noun.pronoun in ("it", "he", "she", "they"):
            return Speaker(noun.pronoun, index, pronoun=True)
        if noun.partitive and noun.pronoun == "them":  # "one of them"
            return Speaker("they", index, pronoun=True)
        return None  # "I" and "we" stand in quotes, whose speaker is named elsewhere
    word = sentence.tokens.word(noun.head_at) if noun.head_at >= 0 else ""
    if word == "one" and noun.ordinal:
        return Speaker("it", index, pronoun=True)  # "a second one, issued on Wednesday, …"
    person = apposed_name(sentence, index, stop)
    if person is not None:
        return Speaker(name_of(sentence, person, person + 1) or "", person)
    if word in _NOBODY or (noun.head is not None and noun.head.code in HAPPENINGS):
        return None  # "the clash saw", "fighting claimed"
    if word in _SHOWN:
        poster = agent_behind(sentence, index, min(stop, index + 6))
        if poster is not None:
            return speaker_at(sentence, poster, stop)
    return _last_of_list(sentence, index, stop)


def agent_behind(sentence: Sentence, index: int, stop: int) -> int | None:
    """The noun phrase of the first "by" behind a phrase: "videos posted by JNIM"."""
    for at in range(index + 1, stop):
        if sentence.reads(at, PREPOSITION, NOUN) and sentence.word(at) == "by":
            return at + 1
    return None


def _last_of_list(sentence: Sentence, last: int, stop: int) -> Speaker | None:
    """The one whose name ends a list, or all of it: "a doctor and two witnesses said"."""
    members = _in_one_clause(sentence, _speaking(sentence, list_before(sentence, last)))
    texts = [name_of(sentence, at, stop if at == last else at + 1) for at in members]
    named = [text for text in texts if text]
    if not named:
        return None
    if len(members) > 1 and all(sentence.noun(member).name is None for member in members):
        return Speaker(" and ".join(named), members[0])
    noun = sentence.noun(last)
    told = noun.name is None and (named[-1].islower() or " " not in named[-1])
    return Speaker(named[-1], last, definite=noun.definite and told)


def _in_one_clause(sentence: Sentence, members: list[int]) -> list[int]:
    """Those of the clause of the last: "killing 26 people, sources and an official said"."""
    clauses = read_clauses(sentence)
    return [member for member in members if clauses[member] is clauses[members[-1]]]


def _speaking(sentence: Sentence, members: list[int]) -> list[int]:
    """Those at the end of a list who can speak: "burning homes, residents and a nurse said"."""
    for position in range(len(members) - 1, 0, -1):
        before = members[position - 1]
        head = sentence.noun(before).head
        parted = "," in sentence.kinds[before : members[position]]
        ended = parted and sentence.kind(before - 1) == AND
        if ended or (head is not None and head.code in (THING, ATTACK, LOSSES)):
            return members[position:]
    return members
