"""What is told as a fact, and what only may be, will be, or did not come to pass."""

from __future__ import annotations

from sahel_events.english.lexicon.vocabulary import Form
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.syntax.chunks import Sentence

__all__ = ["is_achieved", "is_possible", "is_supposed", "is_unreal"]

_AVERTED = word_list("averted")
_ACHIEVED = word_list("achieved")
_AVOIDED = word_list("avoided")
_FORCED = word_list("forced")
_HYPOTHETICAL = word_list("hypothetical")
_SUSPECTED = word_list("suspected")


def is_unreal(sentence: Sentence, index: int) -> bool:
    """Whether a verb tells of what may or will happen, or did not: "would kill", "if they die"."""
    verb = sentence.verb(index)
    if verb.negated or (verb.modal and not _is_reported(sentence, index)):
        return True
    achieved = verb.perfect or is_achieved(sentence, index) or _is_forced(sentence, index)
    if verb.infinitive and not achieved:
        return True
    condition = _condition(sentence, index)
    if condition is not None:
        return condition
    if verb.passive or verb.perfect or verb.infinitive:
        return False
    return _is_bare_present(sentence, index) or _is_suspected(sentence, index)


def _is_reported(sentence: Sentence, index: int) -> bool:
    """As in "up to 60 may have died": said of what has come to pass, though nobody is sure."""
    words = sentence.text(index).lower().split()
    return words[:2] == ["may", "have"]


def _condition(sentence: Sentence, index: int) -> bool | None:
    """Whether a verb stands under "if" or "whether"; ``None`` where there is no such word.

    "Whether" reaches no further than the next verb: "asked whether they knew that nine had died".
    """
    at = sentence.kinds.rfind("F", sentence.clause_start(index), index)
    if at < 0 or sentence.word(at) not in _HYPOTHETICAL:
        return None
    return sentence.word(at) != "whether" or "V" not in sentence.kinds[at:index]


def is_achieved(sentence: Sentence, index: int) -> bool:
    """As in "managed to kill": the infinitive is a fact."""
    if sentence.kind(index - 1) != "V":
        return False
    return sentence.tokens.word(sentence.verb(index - 1).main) in _ACHIEVED


def _is_forced(sentence: Sentence, index: int) -> bool:
    """As in "forced 60,000 people to flee"."""
    if sentence.kind(index - 1) != "N" or sentence.kind(index - 2) != "V":
        return False
    return sentence.tokens.word(sentence.verb(index - 2).main) in _FORCED


def _is_bare_present(sentence: Sentence, index: int) -> bool:
    """Whether it is a present or base form that is no report: "desert", "soldiers kill"."""
    form = sentence.verb(index).form
    if form not in (Form.BASE, Form.THIRD):
        return False
    if sentence.kind(index - 1) != "N":
        return True
    has_object = sentence.kind(index + 1) == "N"
    return sentence.noun(index - 1).quantity is None and not (form is Form.THIRD and has_object)


def _is_suspected(sentence: Sentence, index: int) -> bool:
    """As in "a soldier suspected of stealing cattle"."""
    before = sentence.kind(index - 1)
    if before == "V":  # "to avoid harming civilians"
        governed = sentence.tokens.word(sentence.verb(index - 1).main) in _AVOIDED
    else:
        governed = before in ("f", "i") and sentence.word(index - 1) in _SUSPECTED
    return governed and sentence.tokens.word(sentence.verb(index).main).endswith("ing")


def is_supposed(sentence: Sentence, noun: int) -> bool:
    """Whether what a noun phrase names is no fact: "might result in hundreds of deaths"."""
    if _is_averted(sentence, noun) or _is_conditional(sentence, noun):
        return True
    verbs = _verbs_before(sentence, noun)
    if not verbs:
        return False
    verb = sentence.verb(verbs[-1])
    return verb.modal or verb.infinitive


def _is_averted(sentence: Sentence, noun: int) -> bool:
    """As in "police prevented an attack", "fear of an attack", "threatened to attack the town"."""
    before = noun - 1
    if sentence.kind(before) == ">":
        return _is_infinitive(sentence, noun)
    if sentence.word_at(before) in _BEFORE_FEARED:
        before -= 1
    if before < 0:
        return False
    return sentence.tokens.word(sentence.phrases[before].after - 1) in _AVERTED


#: Prepositions before what is feared or prevented: "fear of an attack", "guard against attacks".
_BEFORE_FEARED = frozenset(("of", "against", "from", "about", "for"))


def _is_infinitive(sentence: Sentence, noun: int) -> bool:
    """Whether a word behind "to" is a verb that looks like a noun: "to attack the town"."""
    achieved = sentence.kind(noun - 2) == "V" and is_achieved(sentence, noun - 1)
    return sentence.tokens.codes[sentence.phrases[noun].first] == "k" and not achieved


def _is_conditional(sentence: Sentence, noun: int) -> bool:
    """As in "if rebels attack Gao": a hypothesis, as long as no comma ends it."""
    at = sentence.kinds.rfind("F", sentence.clause_start(noun), noun)
    opened = at >= 0 and sentence.word(at) in _HYPOTHETICAL
    return opened and "," not in sentence.kinds[at:noun] and sentence.word(at) != "whether"


def is_possible(sentence: Sentence, noun: int) -> bool:
    """Whether a noun of harm stands behind a verb that makes it no fact: "could cause deaths".

    What is only said in such a way is one all the same: "can confirm nine deaths".
    """
    verbs = _verbs_before(sentence, noun)
    if not verbs:
        return False
    verb = sentence.verb(verbs[-1])
    says = verb.sense.speech is not None
    if verb.infinitive and len(verbs) > 1 and not verb.perfect:
        return sentence.verb(verbs[-2]).modal or not says
    return verb.modal and not says


def _verbs_before(sentence: Sentence, index: int) -> list[int]:
    """The verbs of the same clause that stand before a phrase."""
    clause = sentence.clause_start(index)
    return [at for at in range(clause, index) if sentence.kinds[at] == "V"]
