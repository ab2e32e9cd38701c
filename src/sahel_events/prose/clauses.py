"""Who stands before a verb and who behind it: subjects, objects and lists of noun phrases."""

from __future__ import annotations

from sahel_events.prose.phrases import NounPhrase, Sentence
from sahel_events.prose.vocabulary import Form

__all__ = ["antecedent", "is_finite", "list_before", "objects", "subject"]

#: Prepositions that open a clause when a verb follows their noun.
_JOINTS = frozenset(("after", "before", "since", "until", "as", "than", "like", "till"))
#: How far a subject may stand from its verb, in phrases.
_REACH = 40


def is_finite(sentence: Sentence, index: int) -> bool:
    """Whether a verb group carries a sentence: "were killed", "said"; not "killing", "to kill"."""
    verb = sentence.verb(index)
    if verb.infinitive:
        return False
    if verb.passive or verb.perfect or verb.modal or verb.copula:
        word = sentence.tokens.word(sentence.phrases[index].first)
        return word not in ("being", "having", "been")
    sense = verb.sense
    form = next(
        (facet.form for facet in (sense.harm, sense.attack, sense.speech) if facet and facet.form),
        None,
    )
    if form is not None:
        return form not in (Form.ING, Form.PARTICIPLE)
    return not sentence.tokens.word(verb.main).endswith("ing")


def subject(sentence: Sentence, verb: int) -> int | None:
    """The noun phrase that a verb is said of; of a list, the last. ``None`` when there is none."""
    index = verb - 1
    floor = max(0, verb - _REACH)
    while index >= floor:
        kind = sentence.kind(index)
        if kind == "N":
            before = sentence.kind(index - 1)
            if before == "i" and index == verb - 1 and sentence.word(index - 1) in _JOINTS:
                return index  # "after five militants were killed"
            if before in ("i", "f", "I"):
                index -= 2
                continue
            if (
                before == "V"
                and sentence.kind(index - 2) == "N"
                and not is_finite(sentence, index - 1)
            ):
                index -= 2  # "women drawing water were shot"
                continue
            if before == "N" and sentence.word(index).endswith(("self", "selves")):
                index -= 1  # "the group itself"
                continue
            return index
        if kind == "R":
            return antecedent(sentence, index)
        if kind == "V":
            if sentence.verb(index).infinitive:
                index -= 1
                continue
            return subject(sentence, index)
        if kind in "&B" and index:
            previous = _verb_before(sentence, index, floor)
            return subject(sentence, previous) if previous is not None else None
        if kind == ",":
            opened = _opening(sentence, index, floor)
            if opened is None:
                previous = _verb_before(sentence, index, floor)
                return subject(sentence, previous) if previous is not None else None
            index = opened - 1
            continue
        if kind == "-":  # "three aid workers — two of them Canadians — are held"
            other = sentence.kinds.rfind("-", floor, index)
            if other > 0 and index - other < 12:
                index = other - 1
                continue
        if kind == ")":
            index = sentence.kinds.rfind("(", 0, index) - 1
            continue
        if kind in 'yDWw"i-X':
            index -= 1
            continue
        return None
    return None


def _verb_before(sentence: Sentence, index: int, floor: int) -> int | None:
    """The verb with which one behind "and" or a comma shares its subject."""
    found = sentence.kinds.rfind("V", floor, index)
    while (
        found > floor
        and (not is_finite(sentence, found) or _reduced(sentence, found))
        and "V" in sentence.kinds[floor:found]
    ):
        found = sentence.kinds.rfind("V", floor, found)
    stop = max(sentence.kinds.rfind(mark, floor, index) for mark in ";:.S")
    return found if found >= floor and found > stop else None


def _opening(sentence: Sentence, comma: int, floor: int) -> int | None:
    """Where an insertion begins that a comma closes: "The imam, who had …, was killed"."""
    other = sentence.kinds.rfind(",", floor, comma)
    if other < floor or sentence.kind(other - 1) not in ("N", ")"):
        return None
    inside = sentence.kinds[other + 1 : comma]
    if not inside or len(inside) > 24:
        return None
    if (
        inside[0] == "N"
        and "R" not in inside[:4]
        and any(
            is_finite(sentence, other + 1 + at) and not _reduced(sentence, other + 1 + at)
            for at, kind in enumerate(inside)
            if kind == "V"
        )
    ):
        return None
    return other if inside[0] in "RNIiVywDSFBZq-" else None


def antecedent(sentence: Sentence, relative: int) -> int | None:
    """The noun phrase that "who" or "which" stands for."""
    index = relative - 1
    if sentence.kind(index) in ("i", "f"):  # "of whom", "in which"
        index -= 1
    while index >= 0 and sentence.kind(index) == ",":
        index -= 1
    if sentence.kind(index) == ")":
        index = sentence.kinds.rfind("(", 0, index) - 1
    return index if sentence.kind(index) == "N" else None


def list_before(sentence: Sentence, last: int) -> list[int]:
    """The noun phrases of a list that ends at ``last``: "three soldiers, two guides and a boy"."""
    found = [last]
    index = last
    joined = False
    while True:
        joint = index - 1
        if sentence.kind(joint) == "i" and sentence.word(joint) in ("plus", "including"):
            break
        if sentence.kind(joint) not in ("&", ","):
            break
        conjoined = sentence.kind(joint) == "&"
        if (
            not conjoined
            and not joined
            and not _is_apposed(sentence, joint)
            and not _counts_apart(sentence, joint)
        ):
            break  # "in Gao, nine died": a list ends with "and"
        if (
            not conjoined
            and joined
            and not _counts(sentence.noun(index))
            and not sentence.noun(index).possessive
            and sentence.noun(index).head is None
        ):
            break
        joined = joined or conjoined
        joint -= 1
        if sentence.kind(joint) == ",":
            joint -= 1
            if (
                conjoined
                and "V" in sentence.kinds[sentence.clause_start(joint) : joint]
                and len(found) == 1
            ):
                break  # ", and" opens a clause
        if sentence.kind(joint) != "N":
            break
        governor = sentence.kind(joint - 1)
        if governor == "f" and sentence.kind(joint - 2) == "N":
            joint -= 2
        elif governor == "i" and sentence.kind(joint - 2) == "N" and conjoined:
            if not _counts(sentence.noun(joint - 2)):
                break
            joint -= 2
        elif governor in ("i", "f"):
            break
        found.append(joint)
        index = joint
        if sentence.kind(index - 1) in ("i", "f"):
            break
    found.reverse()
    return found


def _counts_apart(sentence: Sentence, comma: int) -> bool:
    """As in "two militiamen, one rebel killed": figures with nouns of their own."""
    if (
        sentence.kind(comma - 1) != "N"
        or sentence.kind(comma + 1) != "N"
        or sentence.kind(comma - 2) in ("i", "f")
    ):
        return False
    first, second = sentence.noun(comma - 1), sentence.noun(comma + 1)
    return all(
        noun.quantity is not None and noun.head is not None and not noun.partitive
        for noun in (first, second)
    )


def _is_apposed(sentence: Sentence, comma: int) -> bool:
    """As in "One French pilot, Lieutenant Boiteux, was killed"."""
    return sentence.kind(comma - 1) == "N" and sentence.kind(comma + 2) == ","


def _counts(noun: NounPhrase) -> bool:
    return noun.quantity is not None or noun.indefinite


def objects(sentence: Sentence, verb: int) -> list[int]:
    """The noun phrases that stand behind a verb, as a list."""
    index = verb + 1
    while sentence.kind(index) == "y" or _is_time(sentence, index):
        index += 1
    if (
        sentence.kind(index) == "&" and sentence.kind(index + 1) == "V"
    ):  # "abducted and later freed"
        return objects(sentence, index + 1)
    return list_from(sentence, index)


def _is_time(sentence: Sentence, index: int) -> bool:
    return (
        sentence.kind(index) in ("W", "D")
        or (sentence.kind(index) == "i" and sentence.kind(index + 1) in ("W", "D"))
        or (sentence.kind(index) in ("W", "D") and sentence.kind(index - 1) == "i")
    )


def list_from(sentence: Sentence, first: int, own_verb: bool = False) -> list[int]:
    """The noun phrases of a list that begins at ``first``.

    ``own_verb`` says that the verb behind the list is said of what governs the list.
    """
    if sentence.kind(first) != "N":
        return []
    found = [first]
    index = first
    while True:
        joint = _behind(sentence, index)
        conjoined = False
        if sentence.kind(joint) == ",":
            joint += 1
        if sentence.kind(joint) == "&":
            conjoined = True
            joint += 1
        while sentence.kind(joint) in ("y", '"'):
            joint += 1
        if joint == _behind(sentence, index) or sentence.kind(joint) != "N":
            break
        if (
            joint > index + 3
            and not _counts(sentence.noun(joint))
            and not sentence.noun(joint).possessive
        ):
            break
        if (not own_verb and _opens_clause(sentence, joint)) or (
            not conjoined and sentence.noun(joint).pronoun
        ):
            break
        if _has_own_fate(sentence, joint):
            break
        found.append(joint)
        index = joint
    return found


def _has_own_fate(sentence: Sentence, noun: int) -> bool:
    """As in "nine dead and six wounded": the figure has an outcome of its own."""
    phrase = sentence.noun(noun)
    bare = phrase.head is None and phrase.head_at < 0 and phrase.name is None
    behind = noun + 1
    while sentence.kind(behind) in ("y", '"'):
        behind += 1
    return bare and sentence.kind(behind) == "V" and sentence.verb(behind).sense.harm is not None


def _behind(sentence: Sentence, index: int) -> int:
    """The position behind a noun phrase, its "of …" and one other complement."""
    index += 1
    if sentence.kind(index) == '"':
        index += 1
    while sentence.kind(index) == "f" and sentence.kind(index + 1) == "N":
        index += 2
    start = index
    if sentence.kind(index) == "i" and sentence.kind(index + 1) in ("N", "W", "D"):
        index += 2
        if sentence.kind(index) == "f" and sentence.kind(index + 1) == "N":
            index += 2
        if sentence.kind(index) != "&":
            return start
    elif sentence.kind(index) == "(":
        close = sentence.kinds.find(")", index)
        if 0 < close < index + 8:
            return close + 1
    return index


def _opens_clause(sentence: Sentence, noun: int) -> bool:
    """Whether a noun phrase behind "and" or a comma is the subject of a verb of its own."""
    index = _behind(sentence, noun)
    while sentence.kind(index) == "y":
        index += 1
    if (
        sentence.kind(index) == "i"
        and sentence.kind(index + 1) == "N"
        and sentence.kind(index + 2) == "V"
    ):
        index += 2
    return (
        sentence.kind(index) == "V" and is_finite(sentence, index) and not _reduced(sentence, index)
    )


def _reduced(sentence: Sentence, verb: int) -> bool:
    """Whether a bare participle follows its noun without an object: "a man suspected of theft"."""
    group = sentence.verb(verb)
    word = sentence.tokens.word(group.main)
    bare = sentence.phrases[verb].after - sentence.phrases[verb].first == 1
    if not bare or sentence.kind(verb + 1) == "N" or group.copula:
        return False
    if group.sense.harm and group.sense.harm.form:
        return group.sense.harm.form.is_participle and group.sense.harm.frame != "subject"
    return word.endswith("ed") and group.sense.speech is None
