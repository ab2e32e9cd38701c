"""Lists of noun phrases: before a verb, behind it, and behind a preposition.

"Three soldiers, two guides and a boy" is one list; "in Gao, nine died" and "killed nine, and the
army withdrew" are none, though the same marks stand in them.
"""

from __future__ import annotations

from sahel_events.english.lexicon.senses import (
    ADVERB,
    AND,
    DATE,
    INCLUDING,
    OF,
    PREPOSITION,
    PREPOSITIONS,
    RELATIVE,
    SUBORDINATOR,
    WEEKDAY,
    WORD,
)
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.syntax.chunks import NOUN, VERB, NounPhrase, Sentence
from sahel_events.english.syntax.finite_verbs import is_finite, is_reduced

__all__ = ["has_object", "is_time", "list_before", "list_from", "objects"]

#: The longest bracket that may stand within a list, in phrases.
_LONGEST_BRACKET = 8
#: The longest clause that may stand within a list, in phrases, and what begins one.
_LONGEST_ASIDE = 10
_OPENS_ASIDE = (SUBORDINATOR, PREPOSITION, ADVERB)
_WHERE = word_list("where")
#: What no list of names or places goes on behind.
_ENDS_LIST = frozenset((VERB, ";", ":", "."))
_TIMES = word_list("times")
#: The most verbs that share one object: "abducted, beaten and later freed".
_MOST_VERBS = 12


def list_before(sentence: Sentence, last: int) -> list[int]:
    """The noun phrases of a list that ends at ``last``: "three soldiers, two guides and a boy"."""
    found = [last]
    joined = False  # whether an "and" or "or" was met
    while True:
        joint = found[-1] - 1
        conjoined = sentence.kind(joint) == AND
        if not conjoined and not _lists(sentence, joint, joined):
            break
        member = _member_before(sentence, joint, alone=len(found) == 1)
        if member is None:
            break
        joined = joined or conjoined
        found.append(member)
    found.reverse()
    return found


def _lists(sentence: Sentence, comma: int, joined: bool) -> bool:
    """Whether a comma stands within a list, which ends with "and": "in Gao, nine died" is none."""
    if sentence.kind(comma) != ",":
        return False
    if not joined:
        return _is_apposed(sentence, comma) or _counts_apart(sentence, comma)
    noun = sentence.noun(comma + 1)
    return _counts(noun) or noun.possessive or noun.head is not None


def _member_before(sentence: Sentence, joint: int, *, alone: bool) -> int | None:
    """The member of a list that stands before a comma or conjunction.

    ``alone`` says that only the last member is known yet.
    """
    conjoined = sentence.kind(joint) == AND
    index = joint - 1
    if sentence.kind(index) == ",":
        index -= 1
        clause = sentence.kinds[sentence.clause_start(index) : index]
        if conjoined and alone and VERB in clause:
            return None  # ", and" opens a clause
    if not sentence.is_noun(index):
        return None
    governor = sentence.kind(index - 1)
    governed = sentence.is_noun(index - 2)
    if governor == OF and governed:
        return index - 2  # "members of the army and two guides"
    if governor == PREPOSITION and governed and conjoined and _counts(sentence.noun(index - 2)):
        return index - 2  # "nine men from Gao and two guides"
    return None if governor in PREPOSITIONS else index


def _counts_apart(sentence: Sentence, comma: int) -> bool:
    """As in "two militiamen, one rebel killed": figures with nouns of their own."""
    parted = sentence.reads(comma - 1, NOUN, ",", NOUN)
    if not parted or sentence.kind(comma - 2) in PREPOSITIONS:
        return False
    nouns = sentence.noun(comma - 1), sentence.noun(comma + 1)
    return all(
        noun.quantity is not None and noun.head is not None and not noun.partitive for noun in nouns
    )


def _is_apposed(sentence: Sentence, comma: int) -> bool:
    """As in "One French pilot, Lieutenant Boiteux, was killed"."""
    return sentence.is_noun(comma - 1) and sentence.kind(comma + 2) == ","


def _counts(noun: NounPhrase) -> bool:
    return noun.quantity is not None or noun.indefinite


def objects(sentence: Sentence, verb: int) -> list[int]:
    """The noun phrases that stand behind a verb, as a list."""
    for _ in range(_MOST_VERBS):
        index = verb + 1
        while sentence.kind(index) == ADVERB or _is_date(sentence, index):
            index += 1
        if not sentence.reads(index, AND, VERB):
            return list_from(sentence, index)
        verb = index + 1  # "abducted and later freed"
    return []


def _is_date(sentence: Sentence, index: int) -> bool:
    """As in "killed on Monday nine soldiers": a day, or the preposition before one."""
    if sentence.kind(index) == PREPOSITION:
        index += 1
    return sentence.kind(index) in (WEEKDAY, DATE)


def has_object(sentence: Sentence, verb: int) -> bool:
    """Whether a victim stands behind a verb, and no time: "killed the night before"."""
    for _ in range(_MOST_VERBS):
        behind = verb + 1
        while sentence.kind(behind) == ADVERB:
            behind += 1
        if not sentence.reads(behind, AND, VERB):
            break
        verb = behind + 1
    if sentence.kind(behind) == WORD and sentence.kind(verb - 1) in (RELATIVE, AND):
        # "which seized power", "killed hundreds and displaced millions"; "shot and left for dead"
        return sentence.kind(verb - 1) == RELATIVE or sentence.word(behind).endswith("s")
    told_apart = _has_own_fate(sentence, behind)  # "2 killed 3 injured"
    return sentence.is_noun(behind) and not is_time(sentence, behind) and not told_apart


def is_time(sentence: Sentence, index: int) -> bool:
    """Whether a noun phrase says when or how long: "the night before", "three weeks"."""
    noun = sentence.noun(index)
    return noun.head_at >= 0 and sentence.tokens.word(noun.head_at) in _TIMES


def list_from(sentence: Sentence, first: int, *, own_verb: bool = False) -> list[int]:
    """The noun phrases of a list that begins at ``first``.

    ``own_verb`` says that the verb behind the list is said of what governs the list.
    """
    if not sentence.is_noun(first):
        return []
    found = [first]
    while (member := _member_behind(sentence, found[-1], own_verb)) is not None:
        found.append(member)
    return found


def _member_behind(sentence: Sentence, index: int, own_verb: bool) -> int | None:
    """The member of a list that follows the one at ``index``."""
    joint = after = _past_relative(sentence, _behind(sentence, index))
    if sentence.kind(joint) == ",":
        joint += 1
    conjoined = sentence.kind(joint) == AND
    if conjoined:
        joint = _past_aside(sentence, joint + 1)
    while sentence.kind(joint) in (ADVERB, '"'):
        joint += 1
    if joint == after or not sentence.is_noun(joint):
        return None
    noun = sentence.noun(joint)
    if joint > index + 3 and not _counts(noun) and not noun.possessive:
        return None
    if noun.pronoun and not conjoined:
        return None
    if (not own_verb and _opens_clause(sentence, joint)) or _has_own_fate(sentence, joint):
        return None
    return joint


def _has_own_fate(sentence: Sentence, noun: int) -> bool:
    """As in "nine dead and six wounded": the figure has an outcome of its own."""
    if not sentence.is_noun(noun):
        return False
    phrase = sentence.noun(noun)
    bare = phrase.head is None and phrase.head_at < 0 and phrase.name is None
    behind = noun + 1
    while sentence.kind(behind) in (ADVERB, '"'):
        behind += 1
    return bare and sentence.is_verb(behind) and sentence.verb(behind).sense.harm is not None


def _behind(sentence: Sentence, index: int) -> int:
    """The position behind a noun phrase, its "of …" and one other complement."""
    index += 1
    if sentence.kind(index) == '"':
        index += 1
    index = _past_of(sentence, index)
    if sentence.kind(index) == PREPOSITION and sentence.kind(index + 1) in (NOUN, WEEKDAY, DATE):
        complement = index + 2
        if sentence.reads(complement, OF, NOUN):
            complement += 2
        goes_on = sentence.kind(complement) == AND or _is_listed_on(sentence, complement)
        return complement if goes_on else index
    if sentence.kind(index) == "(":
        close = sentence.kinds.find(")", index)
        if 0 < close < index + _LONGEST_BRACKET:
            return close + 1
    return index


def _is_listed_on(sentence: Sentence, comma: int) -> bool:
    """As in "killed a chief in Zurmi, one of his sons and a guard": the list goes on, and ends."""
    told = sentence.reads(comma - 2, PREPOSITION, NOUN, ",", NOUN)
    if not told or sentence.word(comma - 2) not in _WHERE:
        return False
    member = sentence.noun(comma + 1)
    last = sentence.kinds.find(AND + NOUN, comma, comma + _LONGEST_ASIDE)
    known = member.head is not None and (member.quantity is not None or member.indefinite)
    ends = last > 0 and sentence.kind(last + 2) != INCLUDING  # ", two women and a nurse among them"
    return known and ends and not _ENDS_LIST.intersection(sentence.kinds[comma:last])


def _past_relative(sentence: Sentence, index: int) -> int:
    """Where "and" goes on with a list: "a captain, who commanded the post, and nine men"."""
    if not sentence.reads(index, ",", RELATIVE):
        return index
    close = sentence.kinds.find(",", index + 1, index + _LONGEST_ASIDE)
    return close if close > 0 and sentence.reads(close, ",", AND, NOUN) else index


def _past_aside(sentence: Sentence, index: int) -> int:
    """Behind words set apart: "14 villagers and, when the guards fired back, three militiamen"."""
    spoken = sentence.reads(index, ",", NOUN, VERB, ",") and _speaks(sentence, index + 2)
    if spoken:
        return index + 4  # "an emir and, it was claimed, six of his guards"
    if sentence.kind(index) != "," or sentence.kind(index + 1) not in _OPENS_ASIDE:
        return index
    close = sentence.kinds.find(",", index + 1, index + _LONGEST_ASIDE)
    return close + 1 if close > 0 else index


def _past_of(sentence: Sentence, index: int) -> int:
    """The position behind "of the army of Mali"."""
    while sentence.reads(index, OF, NOUN):
        index += 2
    return index


def _speaks(sentence: Sentence, verb: int) -> bool:
    """Whether a verb tells that somebody says something."""
    said = sentence.is_verb(verb) and sentence.verb(verb).sense.speech is not None
    return said and is_finite(sentence, verb)


def _opens_clause(sentence: Sentence, noun: int) -> bool:
    """Whether a noun phrase behind "and" or a comma is the subject of a verb of its own."""
    index = _behind(sentence, noun)
    if sentence.reads(index, AND, NOUN) and _speaks(sentence, index + 2):
        return True  # "killed eight farmers, residents and local media said"
    while sentence.kind(index) == ADVERB:
        index += 1
    if sentence.reads(index, PREPOSITION, NOUN, VERB):
        index += 2
    return (
        sentence.is_verb(index) and is_finite(sentence, index) and not is_reduced(sentence, index)
    )
