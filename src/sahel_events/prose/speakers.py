"""Who speaks: the words of a sentence that name somebody who states something."""

from __future__ import annotations

from attrs import define, frozen

from sahel_events.model import Stance
from sahel_events.prose.clauses import list_before
from sahel_events.prose.phrases import NounPhrase, Sentence

__all__ = ["Attribution", "Speaker", "agent_behind", "behind_codes", "of_all", "speaker_at"]


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


#: Plural people who speak for themselves: where they come from is no part of who they are.
_PUBLIC = frozenset(
    "residents villagers witnesses survivors locals inhabitants people demonstrators relatives "
    "shepherds".split()
)
#: Subjects of verbs of saying that are nobody: "the toll given", "clashes claimed nine lives".
_NOBODY = frozenset(
    "it there this that which what number toll figure total death deaths attack clash clashes "
    "incident killed".split()
)
#: What shows something, and is said to by whoever posted it.
_SHOWN = frozenset(
    "video videos footage photo photos photographs image images pictures clip".split()
)
#: What is said to state something instead of whoever published it.
_PAPERS = frozenset("statement statements communiqué communique bulletin release".split())
#: Prepositions of what still belongs to a speaker's office or name.
_COMPLEMENTS = frozenset(("in", "at", "for", "close to", "to", "from", "with"))


def speaker_at(sentence: Sentence, index: int, stop: int) -> Speaker | None:
    """The speaker whom a noun phrase names; ``stop`` is where the words about him end at latest."""
    kind = sentence.kind(index)
    if kind != "N":
        return Speaker(sentence.text(index), index) if kind else None
    noun = sentence.noun(index)
    if noun.pronoun is not None:
        if noun.pronoun in ("it", "he", "she", "they"):
            return Speaker(noun.pronoun, index, pronoun=True)
        if noun.partitive and noun.pronoun == "them":  # "one of them"
            return Speaker("they", index, pronoun=True)
        return None  # "I" and "we" stand in quotes, whose speaker is named elsewhere
    word = sentence.tokens.word(noun.head_at) if noun.head_at >= 0 else ""
    if word in _NOBODY or (noun.head is not None and noun.head.code in "ke"):
        return None  # "the clash saw", "fighting claimed"
    if word in _SHOWN:
        poster = agent_behind(sentence, index, min(stop, index + 6))
        if poster is not None:
            return speaker_at(sentence, poster, stop)
    return _last_of_list(sentence, index, stop)


def agent_behind(sentence: Sentence, index: int, stop: int) -> int | None:
    """The noun phrase of the first "by" behind a phrase: "videos posted by JNIM"."""
    for at in range(index + 1, stop):
        if sentence.kinds.startswith("iN", at) and sentence.word(at) == "by":
            return at + 1
    return None


def _last_of_list(sentence: Sentence, last: int, stop: int) -> Speaker | None:
    """The one whose name ends a list, or all of it: "a doctor and two witnesses said"."""
    members = list_before(sentence, last)
    texts = [_text(sentence, member, stop if member == last else member + 1) for member in members]
    named = [text for text in texts if text]
    if not named:
        return None
    if len(members) > 1 and all(sentence.noun(member).name is None for member in members):
        return Speaker(" and ".join(named), members[0])
    noun = sentence.noun(last)
    return Speaker(named[-1], last, definite=noun.definite and noun.name is None)


def _text(sentence: Sentence, index: int, stop: int) -> str | None:
    """The words that say who it is, without article or figure; ``None`` if there are none."""
    noun, tokens = sentence.noun(index), sentence.tokens
    if noun.name is not None and (noun.head is None or _counts_people(noun)):
        first, after = noun.name
        return tokens.words(behind_codes(tokens.codes, "T", first, after - 1), after)
    first = behind_codes(tokens.codes, "daqpo0y", noun.first, noun.after)
    if first == noun.after:
        return None
    if tokens.word(noun.after - 1) in _PAPERS:
        return _publisher(sentence, index, first, stop)
    if noun.head_at >= 0 and tokens.word(noun.head_at) not in _PUBLIC:
        return tokens.words(first, _behind_complements(sentence, index, stop))
    return tokens.words(first, noun.after)


def _counts_people(noun: NounPhrase) -> bool:
    word = noun.head.noun if noun.head is not None else None
    return word is not None and not word.thing


def behind_codes(codes: str, skipped: str, first: int, stop: int) -> int:
    """The first word from ``first`` that is of none of the classes, or ``stop``."""
    while first < stop and codes[first] in skipped:
        first += 1
    return first


def _publisher(sentence: Sentence, index: int, first: int, stop: int) -> str:
    """Whose statement it is: "a JNIM statement", "a communiqué of the armed forces"."""
    tokens, noun = sentence.tokens, sentence.noun(index)
    after = noun.after - 1
    while after > first and tokens.codes[after - 1] == "$":
        after -= 1
    if after > first and tokens.codes[after - 1] in "nugcP":
        return tokens.words(first, after)
    if (
        sentence.kind(index + 1) in ("i", "f")
        and sentence.word(index + 1) in ("of", "from", "by")
        and sentence.kind(index + 2) == "N"
        and index + 2 < stop
    ):
        named = _text(sentence, index + 2, stop)
        if named is not None:
            return named
    return tokens.words(first, noun.after)


def _behind_complements(sentence: Sentence, index: int, stop: int) -> int:
    """Where the words end that say which official it is: "of Ségou", "close to the talks"."""
    at = index
    while at + 2 < stop and sentence.kind(at + 2) == "N" and _complements(sentence, at + 1):
        at += 2
    return sentence.phrases[at].after


def _complements(sentence: Sentence, joint: int) -> bool:
    """Whether a preposition opens what belongs to an office: not so "after" and "during"."""
    kind = sentence.kind(joint)
    return kind == "f" or (kind == "i" and sentence.word(joint) in _COMPLEMENTS)
