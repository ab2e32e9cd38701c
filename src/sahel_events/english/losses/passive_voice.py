"""Losses of verbs in the passive: "nine soldiers were killed", "nine killed", "dead: nine"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sahel_events.english.lexicon.vocabulary import Harm
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.losses.all_but import all_but, all_of
from sahel_events.english.losses.joint_outcomes import joint_effect
from sahel_events.english.losses.loss import Loss
from sahel_events.english.losses.shared_verbs import listed_losses, sharing_losses
from sahel_events.english.syntax.chunks import Sentence
from sahel_events.english.syntax.clauses import agent, subject
from sahel_events.english.syntax.coordination import list_before, list_from
from sahel_events.english.syntax.quantifiers import ZERO, is_bare, is_meant

__all__ = ["passive"]

_COUNTED = word_list("counted in passive")
_LIVES = word_list("lives")
_TAKE = word_list("take")
_SAID_TO_BE = word_list("said to be")
_UNHURT = word_list("unhurt")


def passive(sentence: Sentence, index: int, harm: Harm, before: Loss | None) -> Iterator[Loss]:
    """The losses of a verb that is said of those who came to harm."""
    rule = "passive"
    last = _right_before(sentence, index)
    if last is not None:
        rule, nouns = "participle", _counted_by_participle(sentence, last)
    elif (last := _subject(sentence, index)) is None:
        nouns = _inverted(sentence, index)
    elif (every := all_of(sentence, last)) is not None:
        yield from all_but(sentence, every, index, harm.effect, before)
        return
    else:
        nouns = list_before(sentence, last)
    effect = joint_effect(sentence, index, harm)
    if not nouns or effect is None:
        return
    verb = _main(sentence, index)
    counted, wide = verb in _COUNTED, verb in _TAKE
    nouns = [at for at in nouns if is_meant(sentence.noun(at), counted=counted, wide=wide)]
    for made in listed_losses(sentence, nouns, index, effect, rule, before):
        made.perpetrator = agent(sentence, index)
        _adjust(made, verb)
        if verb == "lost" and made.noun is not None and _are_lives(sentence, made.noun):
            made.rule, made.remarks = "lives", ["nobody named"]
        yield made
    yield from sharing_losses(sentence, index, effect, nouns)


def _main(sentence: Sentence, index: int) -> str:
    """The main word of a verb group."""
    return sentence.tokens.word(sentence.verb(index).main)


def _are_lives(sentence: Sentence, index: int) -> bool:
    """As in "nine lives were lost"."""
    noun = sentence.noun(index)
    return noun.head_at >= 0 and sentence.tokens.word(noun.head_at) in _LIVES


def _adjust(made: Loss, verb: str) -> None:
    """A participle is said of the whole, "43 of the 60 villagers abducted"; "unhurt" of nobody."""
    total = made.sentence.noun(made.noun).total if made.noun is not None else None
    if made.rule == "participle" and total is not None:
        made.quantity = total
    if verb in _UNHURT:
        made.quantity = ZERO


# -- before the verb ------------------------------------------------------------------------------


def _right_before(sentence: Sentence, index: int) -> int | None:
    """The noun phrase that a bare participle follows."""
    phrase = sentence.phrases[index]
    if sentence.tokens.codes[phrase.first : phrase.after].strip("y") != "h":
        return None
    before = index - 1
    while sentence.kind(before) == "y":
        before -= 1
    if sentence.kind(before) == "V" and _main(sentence, before) in _SAID_TO_BE:
        before -= 1  # "29 soldiers reported killed"
    if sentence.kind(before) != "N":
        return None
    complement = sentence.kind(before - 1) in ("i", "f") and sentence.kind(before - 2) == "N"
    if complement and not _can_be_victims(sentence, before):
        return before - 2  # "eight prisoners from JNIM captured in December"
    return before


def _can_be_victims(sentence: Sentence, index: int) -> bool:
    """Whether a phrase counts somebody, and is not only the name of a place or group."""
    noun = sentence.noun(index)
    known = noun.head is not None and noun.head.noun is not None
    return noun.quantity is not None or noun.indefinite or known


def _counted_by_participle(sentence: Sentence, last: int) -> list[int]:
    """As in "nine killed" and "three of the five soldiers wounded": no list; else all of it."""
    noun = sentence.noun(last)
    return [last] if is_bare(noun) or noun.total is not None else list_before(sentence, last)


def _subject(sentence: Sentence, index: int) -> int | None:
    """The subject, also of a participle that is set apart: "the hostage, freed on Sunday,"."""
    if _says_more(sentence, index):
        return index - 2
    last = subject(sentence, index)
    if last is None and sentence.kind(index - 1) == "," and sentence.kind(index - 2) == "N":
        return index - 2
    return last


def _says_more(sentence: Sentence, index: int) -> bool:
    """Whether a participle is said of the word before its comma: "in Boni, recaptured in May"."""
    phrase = sentence.phrases[index]
    bare = sentence.tokens.codes[phrase.first : phrase.after].strip("y") in ("h", "z")
    if not bare or sentence.kinds[max(0, index - 2) : index] != "N,":
        return False
    taken = sentence.verb(index).sense.attack
    captured = taken is not None and taken.frame == "capture"
    held = sentence.tokens.word(sentence.verb(index).main) == "held"
    governed = sentence.kind(index - 3) in ("i", "f", ">") or sentence.kind(index - 3) == "V"
    return governed and (captured or (held and agent(sentence, index) is not None))


# -- behind the verb ------------------------------------------------------------------------------


def _inverted(sentence: Sentence, index: int) -> list[int]:
    """As in "dead: two children", "wounded in the blast, too, were nine soldiers"."""
    if sentence.kind(index + 1) in (":", "-"):
        return list_from(sentence, index + 2)
    found = _FRONTED.match(sentence.kinds, index + 1)
    if found is None or not sentence.verb(found.end() - 1).copula:
        return []
    return list_from(sentence, found.end())


#: What may stand between a participle that leads its sentence and its "were": adverbs, and
#: complements, which may be set apart.
_FRONTED = re.compile(r"(?:,?(?:i[NDW](?:fN)?|[yDW])){0,3},?V")
