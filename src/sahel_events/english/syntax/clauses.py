"""Of whom a verb is said: its subject, however far before it that stands, and its doer.

The search goes backwards over what may stand between them: "The imam, who had left the town in
March, and two pupils | were killed".
"""

from __future__ import annotations

from sahel_events.english.lexicon.senses import (
    ADJECTIVE,
    ADVERB,
    AND,
    BUT,
    COUNTRY,
    DATE,
    DETERMINER,
    IF,
    INCLUDING,
    NEGATION,
    NOBODY,
    OF,
    PARTY,
    PLACE,
    PREPOSITION,
    PREPOSITIONS,
    QUANTITY,
    RELATIVE,
    SUBORDINATOR,
    TO,
    WEEKDAY,
    WORD,
)
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.syntax.chunks import NOUN, VERB, Sentence
from sahel_events.english.syntax.coordination import has_object, is_time, list_before, list_from
from sahel_events.english.syntax.finite_verbs import carries, is_finite

# Finite verbs and lists may be asked for here, too: they are what clauses are made of.
__all__ = [
    "agent",
    "antecedent",
    "is_finite",
    "list_before",
    "list_from",
    "object_before",
    "subject",
    "subjects",
    "victims_before",
]

#: Prepositions that open a clause when a verb follows their noun.
_JOINTS = word_list("clause openers")
#: How far a subject may stand from its verb, and "by" behind it, in phrases.
_REACH, _REACH_OF_AGENT = 40, 8
#: The longest insertion between dashes or commas, in phrases.
_LONGEST_DASHES, _LONGEST_INSERTION = 24, 24
#: What begins an insertion between commas: a relative clause, a name, a time, a participle …
_OPENS_INSERTION = (
    RELATIVE,
    NOUN,
    INCLUDING,
    PREPOSITION,
    VERB,
    ADVERB,
    WORD,
    DATE,
    SUBORDINATOR,
    IF,
    BUT,
    NOBODY,
    QUANTITY,
    "-",
)
#: What may stand between subject and verb: adverbs, days, unknown words, quotation marks …
_BETWEEN = (ADVERB, DATE, WEEKDAY, WORD, ADJECTIVE, '"', PREPOSITION, "-", NEGATION)
_NOWHERE = -1
#: Words that may stand for the object of a verb.
_STANDING_FOR = ("whom", "which", "that")


def subject(sentence: Sentence, verb: int) -> int | None:
    """The noun phrase that a verb is said of; of a list, the last. ``None`` when there is none."""
    known, alike = sentence.subjects, [verb]
    while alike[-1] not in known:
        found, same_as = _subject_of(sentence, alike[-1])
        if same_as is None:
            known[alike[-1]] = found
        else:
            alike.append(same_as)
    known.update(dict.fromkeys(alike, known[alike[-1]]))
    return known[verb]


def _subject_of(sentence: Sentence, verb: int) -> tuple[int | None, int | None]:
    """A verb's subject, or the verb before it that has the same one."""
    floor = max(0, verb - _REACH)
    index = verb - 1
    while index >= floor:
        kind = sentence.kind(index)
        if kind == NOUN:
            further = _past_modifier(sentence, index, verb)
            if further == index:
                return index, None
            index = further
        elif kind == RELATIVE or (kind == SUBORDINATOR and _relates(sentence, index)):
            return antecedent(sentence, index), None
        elif kind == VERB and not (index == verb - 1 and _is_governed(sentence, index)):
            if not sentence.verb(index).infinitive:
                told_of = object_before(sentence, index)
                return told_of, index if told_of is None else None
            index -= 1
        elif kind in (AND, BUT):
            return None, _verb_before(sentence, index, floor)
        elif kind == ",":
            opened = _opening(sentence, index, floor)
            if opened is None:
                return None, _verb_before(sentence, index, floor)
            index = opened - 1
        else:
            index = _past_insertion(sentence, index, floor)
    return None, None


def _is_governed(sentence: Sentence, verb: int) -> bool:
    """As in "five men accused of spying were beheaded": a gerund behind a preposition."""
    gerund = sentence.tokens.word(sentence.verb(verb).main).endswith("ing")
    return gerund and sentence.kind(verb - 1) in PREPOSITIONS and not is_finite(sentence, verb)


def subjects(sentence: Sentence, verb: int) -> list[int]:
    """The noun phrases that a verb is said of: its subject, and those that are listed with it."""
    last = subject(sentence, verb)
    return list_before(sentence, last) if last is not None else []


def _past_modifier(sentence: Sentence, index: int, verb: int) -> int:
    """Where to look on when a noun phrase only belongs to the subject; else where it stands."""
    before = sentence.kind(index - 1)
    if before == PREPOSITION and index == verb - 1 and sentence.word(index - 1) in _JOINTS:
        return index  # "after five militants were killed"
    if before in (PREPOSITION, OF, INCLUDING, TO):
        return index - 2
    if before == VERB and _relates(sentence, index - 2) and not _tells(sentence, index - 1):
        return index - 3  # "gunmen who had entered the town killed nine"
    modifies = before == VERB and sentence.is_noun(index - 2)
    if modifies and not is_finite(sentence, index - 1) and not _tells(sentence, index - 1):
        return index - 2  # "women drawing water were shot"
    if before == VERB and _is_governed(sentence, index - 1):
        return index - 3  # "men accused of killing two guards were arrested"
    if before == NOUN and sentence.word(index).endswith(("self", "selves")):
        return index - 1  # "the group itself"
    return index


def _relates(sentence: Sentence, index: int) -> bool:
    """Whether "who", "which" or a "that" behind a noun opens a clause that tells which."""
    if sentence.kind(index) == SUBORDINATOR:
        return sentence.word(index) == "that" and sentence.is_noun(index - 1)
    return sentence.kind(index) == RELATIVE


def _tells(sentence: Sentence, verb: int) -> bool:
    """Whether a verb takes a clause behind it: "a man who said the rebels had killed nine"."""
    return sentence.verb(verb).sense.speech is not None


def _past_insertion(sentence: Sentence, index: int, floor: int) -> int:
    """Where to look on before a word, a bracket or dashes between the subject and its verb."""
    kind = sentence.kind(index)
    if kind == VERB:
        return index - 2
    if kind == ")":
        return sentence.kinds.rfind("(", 0, index) - 1
    if kind == "-":  # "three aid workers — two of them Canadians — are held"
        other = sentence.kinds.rfind("-", floor, index)
        if other > 0 and index - other < _LONGEST_DASHES:
            return other - 1
    if kind == WORD and sentence.kind(index - 1) == OF:
        return index - 2  # "the ministry of defence said"
    return index - 1 if kind in _BETWEEN else _NOWHERE


def _verb_before(sentence: Sentence, index: int, floor: int) -> int | None:
    """The verb with which one behind "and" or a comma shares its subject.

    As in "they attacked the town and killed nine".
    """
    found = sentence.kinds.rfind(VERB, floor, index)
    while found > floor and not carries(sentence, found) and VERB in sentence.kinds[floor:found]:
        found = sentence.kinds.rfind(VERB, floor, found)
    stop = max(sentence.kinds.rfind(mark, floor, index) for mark in (";", ":", ".", SUBORDINATOR))
    return found if found >= floor and found > stop else None


def _opening(sentence: Sentence, comma: int, floor: int) -> int | None:
    """Where an insertion begins that a comma closes: "The imam, who had …, was killed"."""
    other = sentence.kinds.rfind(",", floor, comma)
    if other < floor or sentence.kind(other - 1) not in (NOUN, ")"):
        return None
    inside = sentence.kinds[other + 1 : comma]
    if not inside or len(inside) > _LONGEST_INSERTION:
        return None
    relative = RELATIVE in inside[:4] or sentence.word(other + 1) == "whose"
    if inside[0] == NOUN and not relative and _has_statement(sentence, other + 1, comma):
        return None
    return other if inside[0] in _OPENS_INSERTION else None


def _has_statement(sentence: Sentence, first: int, after: int) -> bool:
    """Whether some verb between two places carries a clause."""
    return any(sentence.is_verb(at) and carries(sentence, at) for at in range(first, after))


def antecedent(sentence: Sentence, relative: int) -> int | None:
    """The noun phrase that "who" or "which" stands for."""
    index = relative - 1
    if sentence.kind(index) in PREPOSITIONS:  # "of whom", "in which"
        index -= 1
    while index >= 0 and sentence.kind(index) == ",":
        index -= 1
    if sentence.kind(index) == ")":
        index = sentence.kinds.rfind("(", 0, index) - 1
    if not sentence.is_noun(index):
        return None
    return _person_before(sentence, index) if sentence.word(relative) == "who" else index


def _person_before(sentence: Sentence, index: int) -> int:
    """As in "a peacekeeper from Egypt, who died": "who" means the person, and not the place."""
    codes = sentence.tokens.codes[sentence.phrases[index].first : sentence.phrases[index].after]
    complement = sentence.kind(index - 1) in PREPOSITIONS and sentence.is_noun(index - 2)
    if not complement or not set(codes) <= {DETERMINER, COUNTRY, PLACE, PARTY}:
        return index
    head = sentence.noun(index - 2).head
    return index - 2 if head is not None and head.noun is not None else index


def object_before(sentence: Sentence, verb: int) -> int | None:
    """The phrase before a verb that is its object: "three trucks it had captured".

    ``None`` where the verb has an object behind it, or ends no relative clause. "Men whom they
    shot" and "the town that rebels hold" have theirs before them, too.
    """
    doer = verb - 1
    while sentence.kind(doer) == ADVERB:
        doer -= 1
    if not sentence.is_noun(doer) or sentence.kind(doer - 1) not in (RELATIVE, SUBORDINATOR, NOUN):
        return None
    group = sentence.verb(verb)
    acts = not (group.passive or group.infinitive) and is_finite(sentence, verb)
    if not acts or has_object(sentence, verb):
        return None
    marker, word = doer - 1, sentence.word_at(doer - 1)
    if sentence.kind(marker) in (RELATIVE, SUBORDINATOR) and word in _STANDING_FOR:
        told = sentence.is_verb(marker - 2) and sentence.verb(marker - 2).sense.speech
        return antecedent(sentence, marker) if word != "that" or not told else None
    perfect = group.perfect or sentence.is_verb(marker - 1)
    if sentence.is_noun(marker) and _follows_at_once(sentence, marker, doer, perfect):
        return marker
    return None


def _follows_at_once(sentence: Sentence, noun: int, doer: int, perfect: bool) -> bool:
    """As in "the trucks they seized", "the men the rebels had shot": no word joins the two.

    In "in the capital the soldiers killed were buried" a subject follows a place.
    """
    acting = sentence.noun(doer)
    joined = acting.pronoun is not None or (acting.definite and perfect)
    return joined and sentence.noun(noun).pronoun is None and not is_time(sentence, noun)


def victims_before(sentence: Sentence, verb: int) -> list[int]:
    """The phrases that a relative clause tells to be the object, as far as they count anybody.

    "Videos of three trucks it had captured and of two guns" have two of them.
    """
    last = object_before(sentence, verb)
    if last is None or not _counts(sentence, last):
        return []
    found = [last]
    governor, other = sentence.kind(last - 1), verb + 3
    if governor in PREPOSITIONS and sentence.reads(verb + 1, AND, governor, NOUN):
        found += [other] if _counts(sentence, other) else []
    return found


def _counts(sentence: Sentence, index: int) -> bool:
    noun = sentence.noun(index)
    return noun.quantity is not None or noun.indefinite


def agent(sentence: Sentence, index: int) -> int | None:
    """The phrase behind "by"."""
    for at in range(index + 1, min(index + _REACH_OF_AGENT, len(sentence.kinds))):
        kind = sentence.kind(at)
        if kind == PREPOSITION and sentence.is_noun(at + 1) and sentence.word(at) == "by":
            return at + 1
        if kind in (";", ":", ".", VERB, SUBORDINATOR):
            return None
    return None
