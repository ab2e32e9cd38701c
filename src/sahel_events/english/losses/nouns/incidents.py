"""People whom incidents befell: "seven kidnapping incidents, affecting 41 people"."""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.english.lexicon.harm import Effect, Harm
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.losses.construction import At, Construction, Found, Opens
from sahel_events.english.losses.loss import Loss, counted_losses
from sahel_events.english.syntax.chunks import VERB, Sentence
from sahel_events.english.syntax.coordination import list_from

__all__ = ["INCIDENTS"]

_AFFECTING = word_list("affecting")
#: How far before "affecting" the harm may stand, in phrases.
_REACH = 5


def _affected(found: Found, _: int) -> Iterator[Loss]:
    """As in "12 cases of abduction involving 34 traders": the figure before counts the cases."""
    sentence = found.sentence
    for index, kind in enumerate(sentence.kinds):
        if kind != VERB or sentence.tokens.word(sentence.verb(index).main) not in _AFFECTING:
            continue
        effect = _harm_before(sentence, index)
        if effect is not None:
            listed = list_from(sentence, index + 1)
            yield from counted_losses(sentence, listed, effect, "incidents")


def _harm_before(sentence: Sentence, index: int) -> Effect | None:
    """What incidents were of: the harm to people that is named last before a verb."""
    start = max(sentence.clause_start(index), index - _REACH)
    for at in range(index - 1, start - 1, -1):
        harm = _harm_of(sentence, at)
        if harm is not None and harm.effect.people:
            return Effect(harm.effect.people, ())
    return None


def _harm_of(sentence: Sentence, index: int) -> Harm | None:
    if sentence.is_verb(index):
        return sentence.verb(index).sense.harm
    noun = sentence.noun(index) if sentence.is_noun(index) else None
    if noun is None:
        return None
    head = noun.head.harm if noun.head is not None else None
    return head if head is not None and head.frame == "noun" else noun.harm


INCIDENTS = Construction(
    name="incidents",
    example={
        "The union recorded seven kidnapping incidents, affecting 41 people.": (
            "41 hostage: people"
        ),
        "There were 12 cases of abduction involving 34 traders.": "34 hostage: traders",
    },
    not_=("The union recorded seven training sessions, involving 41 people.",),
    opens=Opens(At.SENTENCE, "counted people behind harm and “affecting”, “involving”"),
    make=_affected,
)
