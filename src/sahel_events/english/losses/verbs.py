"""Losses that verbs tell: which construction a verb stands in.

Every verb of harm has a frame, which says who comes to harm by it; its form and what stands around
it say which voice it is in: "they killed nine", "nine were killed", "nine died".
"""

from __future__ import annotations

from collections.abc import Iterable

from sahel_events.english.lexicon.vocabulary import Harm
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.losses.active_voice import active, intransitive, lost
from sahel_events.english.losses.loss import Loss
from sahel_events.english.losses.passive_voice import passive
from sahel_events.english.losses.verb_idioms import (
    find_split,
    idiomatic,
    is_idiomatic,
    split_verb,
    taken,
)
from sahel_events.english.syntax.chunks import Sentence
from sahel_events.english.syntax.clauses import object_before
from sahel_events.english.syntax.coordination import has_object
from sahel_events.english.syntax.factuality import is_unreal

__all__ = ["losses_of_verb"]

_LAIN = word_list("lain")

#: The kinds of phrases behind which "dead" is said of somebody, and does not describe a noun.
_BEFORE_STATE = ("N", "y", ",", "-", "(", "")


def losses_of_verb(sentence: Sentence, index: int, before: Loss | None) -> Iterable[Loss]:
    """The losses that the verb group at ``index`` tells; ``before`` is the loss told last."""
    harm = sentence.verb(index).sense.harm
    if harm is None and not is_idiomatic(sentence, index):
        return ()
    if is_unreal(sentence, index):
        return ()
    split = find_split(sentence, index)
    if split is not None:
        return split_verb(sentence, index, split, before)
    if harm is None or harm.frame in ("noun", "victims"):
        return idiomatic(sentence, index, before)
    return list(taken(sentence, index)) or _in_its_voice(sentence, index, harm, before)


def _in_its_voice(
    sentence: Sentence, index: int, harm: Harm, before: Loss | None
) -> Iterable[Loss]:
    if harm.frame == "object" and object_before(sentence, index) is not None:
        return active(sentence, index, harm, before)
    if _is_passive(sentence, index, harm):
        return passive(sentence, index, harm, before)
    if harm.frame == "object" or (harm.frame == "either" and has_object(sentence, index)):
        return active(sentence, index, harm, before)
    if harm.frame == "owner":
        return lost(sentence, index, harm)
    if harm.frame in ("subject", "either"):
        return intransitive(sentence, index, harm, before)
    return ()


def _is_passive(sentence: Sentence, index: int, harm: Harm) -> bool:
    """Whether what the verb is said of came to harm: "were killed", "nine soldiers killed"."""
    verb = sentence.verb(index)
    if harm.frame == "state":
        return (
            verb.passive
            or _follows_copula(sentence, index)
            or sentence.kind(index - 1) in _BEFORE_STATE
        )
    if harm.frame == "subject" or harm.form is None or not harm.form.is_participle:
        return False
    if verb.passive:
        return True
    if verb.perfect or harm.frame in ("passive", "owner"):
        return False
    return not has_object(sentence, index)


def _follows_copula(sentence: Sentence, index: int) -> bool:
    """As in "nine were already dead", "nine lay dead", "nine were feared dead"."""
    before = index - 1
    if sentence.kind(before) != "V":
        return False
    verb = sentence.verb(before)
    return verb.copula or sentence.tokens.word(verb.main) in _LAIN
