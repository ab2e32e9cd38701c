"""Figures less an exception: "nine hostages were taken; all but two were freed" frees seven."""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.losses.construction import At, Construction, Found, Opens
from sahel_events.english.losses.loss import Loss
from sahel_events.english.losses.verbs.joint_outcomes import joint_effect
from sahel_events.english.losses.verbs.voices import Voice, harm_of
from sahel_events.english.syntax.chunks import NOUN, Sentence
from sahel_events.english.syntax.clauses import subject
from sahel_events.english.syntax.quantifiers import fits, quantity_of
from sahel_events.values import Quantity

__all__ = ["ALL_BUT"]

_EXCEPTING = word_list("excepting")
_ALL = ("all", "every", "each", "everybody", "everyone", "the")


def _every(found: Found, index: int) -> int | None:
    """The phrase "all" of "all but three" where a verb is said of it."""
    voice = found.voice(index)
    if voice is Voice.ACTIVE:
        return _all_of(found.sentence, index + 1)
    if voice not in (Voice.PASSIVE, Voice.INTRANSITIVE):
        return None
    last = subject(found.sentence, index)
    return _all_of(found.sentence, last) if last is not None else None


def _all_of(sentence: Sentence, index: int) -> int | None:
    """The phrase "all" where one at ``index`` belongs to "all but three", "every man save one"."""
    for every in (index, index - 2):
        excepts = sentence.kind(every) == sentence.kind(every + 2) == NOUN
        if excepts and sentence.text(every + 1).lower() in _EXCEPTING and _is_all(sentence, every):
            return every
    return None


def _is_all(sentence: Sentence, index: int) -> bool:
    """Whether a phrase means all of those told before: "all", "all of them", "every man"."""
    words = sentence.text(index).lower().split()
    alone = len(words) == 1 or words[0] in ("every", "each") or words[1:] == ["of", "them"]
    return alone and words[0] in _ALL and sentence.noun(index).quantity is None


def _all_but(found: Found, verb: int) -> Iterator[Loss]:
    """The loss of all but some, where the words or the loss before say how many there were.

    What remains stands two phrases behind "all".
    """
    sentence, before = found.sentence, found.before
    every, effect = _every(found, verb), joint_effect(sentence, verb, harm_of(sentence, verb))
    if every is None or effect is None:
        return
    rest = sentence.noun(every + 2)
    left = quantity_of(rest, sentence)
    whole = rest.total or (before.quantity if before is not None else None)
    if left is None or left.low is None or whole is None or whole.low is None:
        return
    thing = before.thing if before is not None else fits(rest, effect, sentence) is True
    outcomes = effect.things if thing else effect.people
    if outcomes and whole.low > left.low:
        first = min(sentence.phrases[verb].first, sentence.phrases[every].first)
        after = max(sentence.phrases[verb].after, sentence.phrases[every + 2].after)
        yield Loss(
            sentence, "all but", Quantity.exactly(whole.low - left.low), tuple(sorted(outcomes)),
            thing, first, after, every, verb, kin=before, parent=before,
            named=every + 2 if rest.total is not None else None,
        )  # fmt: skip


ALL_BUT = Construction(
    name="all but",
    example={
        "Nine hostages were taken near Ber. All but two were freed on Friday.": (
            "9 hostage: hostages; 7 freed: hostages"
        ),
        "Gunmen killed all but three of the 20 villagers.": "17 killed: villagers",
    },
    not_=("All but two were freed on Friday.",),
    opens=Opens(
        At.VERB,
        "a verb of harm that is said of “all but …”",
        lambda found, index: _every(found, index) is not None,
    ),
    make=_all_but,
    closes=True,
)
