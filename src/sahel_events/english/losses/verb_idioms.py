"""Losses of verbs together with other words: "set three cars on fire", "took nine prisoners"."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from sahel_events.english.lexicon.vocabulary import Harm, vocabulary
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.lexicon.words import Effect
from sahel_events.english.losses.loss import Loss, make_loss
from sahel_events.english.losses.shared_verbs import listed_losses
from sahel_events.english.syntax.chunks import Sentence
from sahel_events.english.syntax.clauses import subject
from sahel_events.english.syntax.coordination import list_before, list_from, objects
from sahel_events.kinds import Outcome

__all__ = ["IDIOMS", "Split", "find_split", "idiomatic", "is_idiomatic", "split_verb", "taken"]

_COST = word_list("cost")
_ENDURED = word_list("endured")
_HURTS = word_list("hurts")
_INHABITANTS = word_list("inhabitants")
_LEFT = word_list("left")
_LIVES = word_list("lives")
_TAKEN = word_list("taken")
_TAKEN_BEFORE = word_list("taken before") | {"", ".", ","}
IDIOMS = _COST | _ENDURED | _LEFT | _TAKEN

_LOST = Effect((Outcome.KILLED,), (Outcome.DESTROYED,))
_KILLED = Effect((Outcome.KILLED,), ())
_WOUNDED = Effect((Outcome.WOUNDED,), ())
_DISPLACED = Effect((Outcome.DISPLACED,), ())
_HOSTAGE = Effect((Outcome.HOSTAGE,), ())
_FREED = Effect((Outcome.FREED,), ())
_ESCAPED = frozenset(("escape", "escaped", "escaping", "escapes"))

#: How far behind an object the rest of its verb is looked for, in words.
_REACH = 6
#: Shorter rests, such as "up" and "off", must follow the object at once.
_TELLING = 5


def is_idiomatic(sentence: Sentence, index: int) -> bool:
    """Whether a verb can tell of harm together with other words."""
    word = sentence.tokens.word(sentence.verb(index).main)
    return word in IDIOMS or word in vocabulary().splits


def idiomatic(sentence: Sentence, index: int, before: Loss | None) -> Iterator[Loss]:
    """What verbs of other meaning tell together with their object."""
    word = sentence.tokens.word(sentence.verb(index).main)
    if word in _ENDURED:
        yield from _endured(sentence, index, before)
    elif word in _LEFT:
        yield from _left(sentence, index)
    elif word in _TAKEN:
        yield from taken(sentence, index)
    elif word in _COST:
        yield from _cost_lives(sentence, index)


# -- verbs around their object --------------------------------------------------------------------


@frozen
class Split:
    """A verb whose rest stands behind its object: "set three cars on fire", "shot two dead"."""

    harm: Harm
    nouns: list[int]
    #: the word behind the rest
    after: int


def find_split(sentence: Sentence, index: int) -> Split | None:
    """The verb of several words that begins with the verb at ``index``."""
    choices = vocabulary().splits.get(sentence.tokens.word(sentence.verb(index).main))
    nouns = objects(sentence, index) if choices and sentence.kind(index + 1) == "N" else []
    if not choices or not nouns:
        return None
    tokens = sentence.tokens
    start = sentence.phrases[nouns[-1]].after
    last = sentence.text(nouns[-1]).lower()  # "kept nine men captive" is one phrase
    for rest, harm in choices:
        if " " not in rest and len(rest) >= _TELLING and last.endswith(f" {rest}"):
            return Split(harm, nouns, start)
    stop = min(len(tokens.starts), start + _REACH)
    if start >= stop:
        return None
    tail = tokens.text[tokens.starts[start] : tokens.ends[stop - 1]].lower()
    for rest, harm in choices:
        if tail.startswith(rest) or (len(rest) >= _TELLING and f" {rest}" in tail):
            return Split(harm, nouns, min(stop, start + rest.count(" ") + 1))
    return None


def split_verb(sentence: Sentence, index: int, split: Split, before: Loss | None) -> Iterator[Loss]:
    """The losses that a verb tells together with the words behind its object."""
    effect = split.harm.effect
    for made in listed_losses(sentence, split.nouns, index, effect, "active", before):
        made.perpetrator = subject(sentence, index)
        made.after = max(made.after, split.after)
        yield made


# -- verbs with their object ----------------------------------------------------------------------


def _endured(sentence: Sentence, index: int, before: Loss | None) -> Iterator[Loss]:
    """As in "two pupils sustained gunshot wounds", "escaped with flesh wounds"."""
    last = subject(sentence, index)
    if last is None:
        return
    nouns = list_before(sentence, last)
    if _has_wounds_behind(sentence, index):
        yield from listed_losses(sentence, nouns, index, _WOUNDED, "suffered wounds", before)
    elif sentence.tokens.word(sentence.verb(index).main) in _ESCAPED:
        held = [noun for noun in nouns if _was_held(sentence, noun, before)]
        yield from listed_losses(sentence, held, index, _FREED, "escaped", before)


def _was_held(sentence: Sentence, index: int, before: Loss | None) -> bool:
    """Whether a phrase counts hostages, or some of those who were taken hostage before."""
    noun = sentence.noun(index)
    harm = noun.head.harm if noun.head is not None else None
    if harm is not None and harm.frame == "victims":
        return Outcome.HOSTAGE in harm.effect.people  # prisoners may have been convicts
    told = before is not None and Outcome.HOSTAGE in before.outcomes
    return told and noun.quantity is not None and noun.quantity.low is not None


def _has_wounds_behind(sentence: Sentence, index: int) -> bool:
    """Whether wounds, and no figure before them, stand behind a verb."""
    tokens = sentence.tokens
    start = sentence.phrases[index].after
    for at in range(start, min(start + 5, len(tokens.starts))):
        if tokens.codes[at] == "q":
            return False
        if tokens.word(at) in _HURTS:
            return True
    return False


def _left(sentence: Sentence, index: int) -> Iterator[Loss]:
    """As in "left 23 of their own on the ground"; "1,400 people left the town"."""
    if sentence.kind(index + 1) != "N":
        return
    noun = sentence.noun(index + 1)
    own = sentence.tokens.word(noun.after - 1) == "own"
    last = subject(sentence, index)
    if noun.quantity is not None and noun.partitive and own:
        made = make_loss(sentence, index + 1, _KILLED, "left behind", index)
        if made is not None:
            made.owner = last
            yield made
    elif noun.quantity is None and last is not None and _are_inhabitants(sentence, last):
        yield from listed_losses(sentence, [last], index, _DISPLACED, "left home")


def _are_inhabitants(sentence: Sentence, index: int) -> bool:
    """As in "1,400 people"; soldiers who leave a town are not displaced."""
    noun = sentence.noun(index)
    if noun.quantity is None or noun.head_at < 0:
        return False
    return sentence.tokens.word(noun.head_at) in _INHABITANTS


def taken(sentence: Sentence, index: int) -> Iterator[Loss]:
    """As in "took nine prisoners", "41 hostages were held"; nothing for a verb of other meaning."""
    verb = sentence.verb(index)
    if sentence.tokens.word(verb.main) not in _TAKEN:
        return
    if not verb.passive:
        yield from _captives(sentence, index, objects(sentence, index))
        return
    last = subject(sentence, index)
    nouns = list_before(sentence, last) if last is not None else []
    for noun in nouns:
        if _are_taken_away(sentence, noun, index):
            made = make_loss(sentence, noun, _HOSTAGE, "taken", index)
            if made is not None:
                yield made
                return
    yield from _captives(sentence, index, nouns)


def _captives(sentence: Sentence, index: int, nouns: list[int]) -> Iterator[Loss]:
    """The phrases that name people by their captivity: "prisoners", "hostages"."""
    for noun in nouns:
        head = sentence.noun(noun).head
        harm = head.harm if head is not None else None
        if harm is None or harm.frame != "victims":
            continue
        if {Outcome.CAPTURED, Outcome.HOSTAGE}.isdisjoint(harm.effect.people):
            continue
        made = make_loss(sentence, noun, harm.effect, "taken", index)
        if made is not None:
            made.perpetrator = subject(sentence, index)
            yield made


def _are_taken_away(sentence: Sentence, index: int, verb: int) -> bool:
    """As in "276 girls were taken from the town"; "were taken to hospital" is no abduction."""
    if sentence.tokens.word(sentence.verb(verb).main) != "taken":
        return False
    if sentence.word_at(verb + 1) not in _TAKEN_BEFORE:
        return False
    noun = sentence.noun(index)
    if noun.quantity is None or noun.head is None or noun.head.harm is not None:
        return False
    return noun.head.noun is not None and not noun.head.noun.thing


def _cost_lives(sentence: Sentence, index: int) -> Iterator[Loss]:
    """As in "cost nine traders their lives", "cost the insurgents 17 men"."""
    nouns = objects(sentence, index)
    if nouns and sentence.kind(nouns[-1] + 1) == "N" and _is_toll(sentence, nouns[-1] + 1):
        tolls = [noun for noun in list_from(sentence, nouns[-1] + 1) if _is_toll(sentence, noun)]
        for made in listed_losses(sentence, tolls, index, _LOST, "lost"):
            made.owner = nouns[-1]
            yield made
        return
    if nouns and sentence.kind(nouns[-1] + 1) == "N":
        life = sentence.noun(nouns[-1] + 1)
        if life.head_at >= 0 and sentence.tokens.word(life.head_at) in _LIVES:
            yield from listed_losses(sentence, nouns, index, _KILLED, "cost lives")


def _is_toll(sentence: Sentence, index: int) -> bool:
    """Whether a phrase counts what somebody lost: "17 men", and not "$17 million"."""
    noun = sentence.noun(index)
    counted = noun.quantity is not None and noun.quantity.low is not None
    return counted and noun.head is not None and noun.head.noun is not None
