"""Losses of verbs together with other words: "set three cars on fire", "took nine prisoners"."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from sahel_events.english.lexicon.senses import QUANTITY
from sahel_events.english.lexicon.vocabulary import Harm, vocabulary
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.lexicon.words import Effect
from sahel_events.english.losses.construction import At, Construction, Found, Opens, at_verbs
from sahel_events.english.losses.loss import Loss
from sahel_events.english.losses.verbs.captives import CAPTIVES, SHOWING, TAKING
from sahel_events.english.losses.verbs.costs import COSTING, COSTS
from sahel_events.english.losses.verbs.shared_verbs import listed_losses
from sahel_events.english.syntax.chunks import Sentence
from sahel_events.english.syntax.clauses import subject, subjects
from sahel_events.english.syntax.coordination import objects
from sahel_events.kinds import Outcome

__all__ = ["IDIOMATIC", "TELLING_VERBS"]

_ENDURED = word_list("endured")
_HURTS = word_list("hurts")
_WOUNDED = Effect((Outcome.WOUNDED,), ())
#: How far behind an object the rest of its verb is looked for, in words.
_REACH = 6
#: Shorter rests, such as "up" and "off", must follow the object at once.
_TELLING = 5


#: Verbs that may tell of a loss together with other words.
TELLING_VERBS = COSTING | SHOWING | TAKING | word_list("endured")


@frozen
class _Split:
    """A verb whose rest stands behind its object: "set three cars on fire", "shot two dead"."""

    harm: Harm
    nouns: list[int]
    #: the word behind the rest
    after: int


def _find_split(sentence: Sentence, index: int) -> _Split | None:
    """The verb of several words that begins with the verb at ``index``."""
    choices = vocabulary().splits.get(sentence.tokens.word(sentence.verb(index).main))
    nouns = objects(sentence, index) if choices and sentence.is_noun(index + 1) else []
    if not choices or not nouns:
        return None
    tokens = sentence.tokens
    start = sentence.phrases[nouns[-1]].after
    last = sentence.text(nouns[-1]).lower()  # "kept nine men captive" is one phrase
    for rest, harm in choices:
        if " " not in rest and len(rest) >= _TELLING and last.endswith(f" {rest}"):
            return _Split(harm, nouns, start)
    stop = min(len(tokens.starts), start + _REACH)
    if start >= stop:
        return None
    tail = tokens.text[tokens.starts[start] : tokens.ends[stop - 1]].lower()
    for rest, harm in choices:
        if tail.startswith(rest) or (len(rest) >= _TELLING and f" {rest}" in tail):
            return _Split(harm, nouns, min(stop, start + rest.count(" ") + 1))
    return None


def _around_object(found: Found, index: int) -> Iterator[Loss]:
    """The losses that a verb tells together with the words behind its object."""
    sentence = found.sentence
    split = _find_split(sentence, index)
    if split is None:
        return
    effect = split.harm.effect
    for made in listed_losses(sentence, split.nouns, index, effect, "active", found.before):
        made.perpetrator = subject(sentence, index)
        made.after = max(made.after, split.after)
        yield made


def _suffered_wounds(found: Found, index: int) -> Iterator[Loss]:
    """As in "two pupils sustained gunshot wounds", "escaped with flesh wounds"."""
    if _has_wounds_behind(found.sentence, index):
        nouns = subjects(found.sentence, index)
        yield from listed_losses(
            found.sentence, nouns, index, _WOUNDED, "suffered wounds", found.before
        )


def _has_wounds_behind(sentence: Sentence, index: int) -> bool:
    """Whether wounds, and no figure before them, stand behind a verb."""
    tokens = sentence.tokens
    start = sentence.phrases[index].after
    for at in range(start, min(start + 5, len(tokens.starts))):
        if tokens.codes[at] == QUANTITY:
            return False
        if tokens.word(at) in _HURTS:
            return True
    return False


def _is_split(found: Found, index: int) -> bool:
    return _find_split(found.sentence, index) is not None


_AROUND_OBJECT = Construction(
    name="verb around its object",
    rule="active",
    example={
        "Gunmen set three cars on fire near Boni.": "3 destroyed: car",
        "Gunmen shot two herders dead near Boni.": "2 killed: herders",
    },
    not_=("Gunmen set three conditions on Friday.",),
    opens=Opens(At.VERB, "a verb of several words, the last behind its object", _is_split),
    make=_around_object,
)


_SUFFERED_WOUNDS = Construction(
    name="suffered wounds",
    example={"Two pupils sustained gunshot wounds.": "2 wounded: pupils"},
    not_=("Two pupils sustained 12 gunshot wounds between them.",),
    opens=at_verbs(_ENDURED, "a verb of suffering"),
    make=_suffered_wounds,
)


#: In the order in which they are tried, before the voices of verbs that tell of harm themselves.
IDIOMATIC = (_AROUND_OBJECT, _SUFFERED_WOUNDS, *CAPTIVES, *COSTS)
