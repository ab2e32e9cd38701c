"""People with wounds: "the clinic admitted 23 people with gunshot wounds"."""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.english.lexicon.harm import Effect
from sahel_events.english.lexicon.senses import PREPOSITION
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.losses.construction import At, Construction, Found, Opens
from sahel_events.english.losses.loss import Loss, make_loss
from sahel_events.english.syntax.chunks import NOUN, Sentence
from sahel_events.kinds import Outcome

__all__ = ["WITH_WOUNDS"]

_HURTS = word_list("hurts")
_TREATED = frozenset(("treat", "treated", "treating", "treats"))
_WOUNDED = Effect((Outcome.WOUNDED,), ())
#: How far behind "with" wounds may stand, in words.
_REACH = 4


def _with_wounds(found: Found, _: int) -> Iterator[Loss]:
    """As in "left a further 20 with gunshot wounds"."""
    sentence = found.sentence
    if _HURTS.isdisjoint(sentence.tokens.lower):
        return
    for index, kind in enumerate(sentence.kinds):
        if kind != NOUN or not _has_wounds(sentence, index + 1):
            continue
        noun = sentence.noun(index)
        if noun.quantity is not None and noun.quantity.low is not None:
            made = make_loss(sentence, index, _WOUNDED, "with wounds", None, found.before)
            if made is not None:
                yield made


def _has_wounds(sentence: Sentence, index: int) -> bool:
    """Whether "with" and wounds stand here, before any mark."""
    treated = sentence.word_at(index - 2) in _TREATED and sentence.word_at(index) == "for"
    if not treated and (sentence.kind(index) != PREPOSITION or sentence.word(index) != "with"):
        return False
    after = sentence.phrases[index].after
    words = sentence.tokens.lower[after : after + _REACH]
    hurt = next((at for at, word in enumerate(words) if word in _HURTS), None)
    return hurt is not None and not set(sentence.tokens.codes[after : after + hurt]) & set(",.;:q")


WITH_WOUNDS = Construction(
    name="with wounds",
    example={"The clinic admitted 23 people with gunshot wounds.": "23 wounded: people"},
    not_=("The clinic admitted 23 people with nine old wounds.",),
    opens=Opens(At.SENTENCE, "counted people before “with … wounds”"),
    make=_with_wounds,
)
