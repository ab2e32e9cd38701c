"""People of whom nothing is known: "never returned", "no news of nine", "did not survive"."""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.english.lexicon.harm import Effect
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.losses.construction import At, Construction, Found, Opens
from sahel_events.english.losses.loss import Loss, make_loss
from sahel_events.english.losses.verbs.shared_verbs import listed_losses
from sahel_events.english.syntax.chunks import NOUN, VERB, Sentence
from sahel_events.english.syntax.clauses import subjects
from sahel_events.english.syntax.coordination import has_object
from sahel_events.kinds import Outcome

__all__ = ["MISSING"]

_COMING_BACK = word_list("coming back")
_SURVIVING = frozenset(("survive", "survived"))
_NEWS = word_list("news")
_MISSING = Effect((Outcome.MISSING,), ())
_KILLED = Effect((Outcome.KILLED,), ())


def _not_back(found: Found, _: int) -> Iterator[Loss]:
    """As in "ten soldiers never returned", "25 guests did not survive"."""
    sentence = found.sentence
    for index, kind in enumerate(sentence.kinds):
        if kind != VERB or not sentence.verb(index).negated:
            continue
        word = sentence.tokens.word(sentence.verb(index).main)
        if word == "heard" and sentence.word_at(index + 1) == "from":
            nouns = subjects(sentence, index)
            yield from listed_losses(sentence, nouns, index, _MISSING, "not back", found.before)
        if word not in _COMING_BACK | _SURVIVING or not _is_back(sentence, index, word):
            continue
        if has_object(sentence, index):
            continue  # "never returned the fire"
        nouns = [noun for noun in subjects(sentence, index) if _is_counted(sentence, noun)]
        effect = _KILLED if word in _SURVIVING else _MISSING
        yield from listed_losses(sentence, nouns, index, effect, "not back", found.before)


def _is_back(sentence: Sentence, index: int, word: str) -> bool:
    """Whether "come" says that somebody came back: "have not come back", "never came home"."""
    return not word.startswith(("come", "came")) or sentence.word_at(index + 1) in ("back", "home")


def _is_counted(sentence: Sentence, index: int) -> bool:
    noun = sentence.noun(index)
    return noun.quantity is not None and noun.quantity.low is not None


def _no_news(found: Found, _: int) -> Iterator[Loss]:
    """As in "there is no news of the other three", "the whereabouts of nine men are unknown"."""
    sentence = found.sentence
    for index, kind in enumerate(sentence.kinds):
        of = sentence.noun(index).of if kind == NOUN else None
        if of is None or not _is_counted(sentence, of) or not _is_unknown(sentence, index):
            continue
        made = make_loss(sentence, of, _MISSING, "no news of", None, found.before)
        if made is not None:
            made.widen(index)
            yield made


def _is_unknown(sentence: Sentence, index: int) -> bool:
    noun = sentence.noun(index)
    word = sentence.tokens.word(noun.head_at) if noun.head_at >= 0 else ""
    if word in ("whereabouts", "fate"):
        return not {"unknown", "unclear"}.isdisjoint(sentence.tokens.lower)
    return noun.zero and word in _NEWS


MISSING = (
    Construction(
        name="not back",
        example={
            "Ten soldiers never returned from the patrol.": "10 missing: soldiers",
            "The blast hit a wedding; 25 guests did not survive.": "25 killed: guests",
        },
        not_=("Ten soldiers never returned the fire.", "Ten members did not come to the vote."),
        opens=Opens(At.SENTENCE, "a negated verb of coming back or surviving"),
        make=_not_back,
    ),
    Construction(
        name="no news of",
        example={
            "There is no news of the other three drivers after the raid.": "3 missing: drivers",
            "The whereabouts of nine villagers are unknown.": "9 missing: villagers",
        },
        not_=(
            "There is no news of the other three bridges.",
            "There is no end of nine men's work.",
        ),
        opens=Opens(At.SENTENCE, "counted people behind “no news of”, “the whereabouts of”"),
        make=_no_news,
    ),
)
