"""Which voice a verb of harm is in: "they killed nine", "nine were killed", "nine died".

Every verb of harm has a frame, which says who comes to harm by it; its form and what stands around
it say which voice it is in.
"""

from __future__ import annotations

from enum import Enum

from attrs import evolve

from sahel_events.english.lexicon.senses import ADVERB, AND, DATE, PREPOSITION
from sahel_events.english.lexicon.vocabulary import Harm
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.syntax.chunks import NOUN, VERB, Sentence
from sahel_events.english.syntax.clauses import object_before
from sahel_events.english.syntax.coordination import has_object
from sahel_events.kinds import Outcome

__all__ = ["Voice", "harm_of", "voice_of"]

_LAIN = word_list("lain")
_SAID_TO_BE = word_list("said to be")

#: How far before "and" the verb in the passive may stand that one behind it shares, in phrases.
_SHARED_REACH = 5
#: The kinds of phrases behind which "dead" is said of somebody, and does not describe a noun.
_BEFORE_STATE = (NOUN, ADVERB, ",", "-", "(", "")


class Voice(Enum):
    """Of whom a verb tells that they came to harm."""

    ACTIVE = "said of its object"
    PASSIVE = "said of those before it in the passive"
    INTRANSITIVE = "said of its subject"
    LOST = "said of what its subject had"


def harm_of(sentence: Sentence, index: int) -> Harm:
    """What a verb of harm says; asked only of verbs that have a voice."""
    harm = sentence.verb(index).sense.harm
    assert harm is not None
    return _of_itself(sentence, index, harm)


def _of_itself(sentence: Sentence, index: int, harm: Harm) -> Harm:
    """What a verb says without an object: "the port surrendered" is nobody's loss of a thing."""
    alone = harm.frame == "either" and not sentence.verb(index).passive
    if not alone or Outcome.SEIZED not in harm.effect.things or has_object(sentence, index):
        return harm
    return evolve(harm, effect=evolve(harm.effect, things=()))


def voice_of(sentence: Sentence, index: int) -> Voice | None:
    """The voice of a verb; ``None`` where it tells of no harm by itself."""
    harm = sentence.verb(index).sense.harm
    if harm is None:
        return None
    if harm.frame == "object" and object_before(sentence, index) is not None:
        return Voice.ACTIVE
    if _is_passive(sentence, index, harm):
        return Voice.PASSIVE
    if harm.frame == "passive" and _counts_object(sentence, index):
        return Voice.ACTIVE  # "shot three boys"; "shot a film", "shot in the air"
    if harm.frame == "object" or (harm.frame == "either" and has_object(sentence, index)):
        return Voice.ACTIVE
    if harm.frame == "owner":
        return Voice.LOST
    return Voice.INTRANSITIVE if harm.frame in ("subject", "either") else None


def _counts_object(sentence: Sentence, index: int) -> bool:
    """Whether a figure stands right behind a verb that is mostly told in the passive."""
    if not sentence.is_noun(index + 1) or sentence.verb(index).passive:
        return False
    noun = sentence.noun(index + 1)
    return noun.quantity is not None and noun.quantity.low is not None


def _is_passive(sentence: Sentence, index: int, harm: Harm) -> bool:
    """Whether what the verb is said of came to harm: "were killed", "nine soldiers killed"."""
    verb = sentence.verb(index)
    if harm.frame == "state":
        return (
            verb.passive
            or _follows_copula(sentence, index)
            or sentence.kind(index - 1) in _BEFORE_STATE
        )
    if harm.frame in ("subject", "noun", "victims"):
        return False
    if harm.form is None or not harm.form.is_participle:
        return False
    if verb.passive:
        return True
    if verb.perfect or harm.frame in ("passive", "owner"):
        return not verb.perfect and _shares_passive(sentence, index, harm)
    return not has_object(sentence, index)


def _shares_passive(sentence: Sentence, index: int, harm: Harm) -> bool:
    """As in "were lined up and shot", "33 killed and six vehicles lost"."""
    before = index - 1
    if harm.frame == "owner":
        counted = sentence.is_noun(before) and sentence.noun(before).quantity is not None
        bare = sentence.phrases[index].after - sentence.phrases[index].first == 1
        return counted and bare and not has_object(sentence, index)
    if sentence.kind(before) != AND:
        return False
    verb = sentence.kinds.rfind(VERB, max(0, before - _SHARED_REACH), before)
    shared = sentence.kinds[verb + 1 : before].strip(ADVERB + PREPOSITION + NOUN + DATE) == ""
    return verb >= 0 and shared and sentence.verb(verb).passive and not has_object(sentence, index)


def _follows_copula(sentence: Sentence, index: int) -> bool:
    """As in "nine were already dead", "nine lay dead", "nine were feared dead"."""
    before = index - 1
    if not sentence.is_verb(before):
        return False
    verb = sentence.verb(before)
    return verb.copula or sentence.tokens.word(verb.main) in _LAIN | _SAID_TO_BE
