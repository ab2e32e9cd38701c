"""Everybody of whom one verb tells: all of its list, and those who share it further on.

As in "three soldiers and a guide were killed" and "eleven parishioners were killed inside, two
volunteers outside".
"""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.english.lexicon.senses import ADVERB, AND, OF, PREPOSITION, SUBORDINATOR
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.lexicon.words import Effect
from sahel_events.english.losses.construction import At, Construction, Found, Opens
from sahel_events.english.losses.loss import Loss, make_loss
from sahel_events.english.losses.verbs.joint_outcomes import joint_effect
from sahel_events.english.losses.verbs.voices import Voice, harm_of
from sahel_events.english.syntax.appositions import without_appositions
from sahel_events.english.syntax.chunks import NOUN, VERB, NounPhrase, Sentence
from sahel_events.english.syntax.coordination import is_time
from sahel_events.english.syntax.factuality import is_alleged
from sahel_events.english.syntax.finite_verbs import is_finite
from sahel_events.english.syntax.quantifiers import ONE, ZERO, is_bare, is_singular, quantity_of

__all__ = ["SHARED", "listed_losses"]

#: How far from its verb a phrase may stand that shares it, in phrases.
_REACH = 16
#: The kinds of phrases that may follow one that shares a verb, and those that must.
_ENDS = (ADVERB, ",", ".", ";", "", AND, PREPOSITION, OF, SUBORDINATOR)
_SET_APART = (ADVERB, PREPOSITION, SUBORDINATOR)
#: The longest insertion that says who speaks, in phrases.
_LONGEST_SPEECH = 9
_ALONG = word_list("along")
_SO_WERE = _ALONG | word_list("so were")
_WHERE = word_list("where")


def listed_losses(
    sentence: Sentence, nouns: list[int], verb: int, effect: Effect, rule: str,
    before: Loss | None = None,
) -> Iterator[Loss]:  # fmt: skip
    """A loss for every noun phrase that the verb is said of."""
    reportedly = is_alleged(sentence, verb)
    whole: Loss | None = None
    for noun in without_appositions(sentence, nouns):
        if rule == "participle" and _is_loose(sentence, noun):
            continue
        if _is_counted_along(sentence, noun) or _only_describes(sentence, noun, rule):
            continue
        made = make_loss(sentence, noun, effect, rule, verb, before)
        if made is None or _is_none_apart(sentence, made, verb):
            continue
        if not _is_name_behind_things(sentence, made, before):
            made.reportedly = reportedly
            made.parent = whole
            before = made
            if whole is None and _is_spelled_out(sentence, nouns, noun, made):
                whole = made
            yield made


def _is_none_apart(sentence: Sentence, made: Loss, verb: int) -> bool:
    """As in "neither the nurse, kidnapped in May, nor …": a participle apart denies nothing."""
    apart = sentence.kind(verb - 1) == "," and not is_finite(sentence, verb)
    return made.quantity == ZERO and apart


def _only_describes(sentence: Sentence, noun: int, rule: str) -> bool:
    """As in "some of them burned beyond recognition": nothing new of those before."""
    phrase = sentence.noun(noun)
    uncounted = phrase.quantity is None or phrase.quantity.low is None
    return rule == "participle" and uncounted and phrase.partitive and phrase.pronoun is not None


def _is_counted_along(sentence: Sentence, noun: int) -> bool:
    """Whether one figure counts a bare plural too: "60 soldiers and policemen were killed"."""
    if not sentence.reads(noun - 2, NOUN, AND):
        return False
    first, phrase = sentence.noun(noun - 2), sentence.noun(noun)
    bare = phrase.first == phrase.noun_from and _names_people(phrase)
    plural = bare and not is_singular(phrase, sentence)
    return plural and first.quantity is not None and _names_people(first)


def _names_people(phrase: NounPhrase) -> bool:
    """Whether a phrase has a noun for people."""
    word = phrase.head.noun if phrase.head is not None else None
    return word is not None and not word.thing


def _is_loose(sentence: Sentence, noun: int) -> bool:
    """Whether a bare singular stands before a bare participle by chance: "mercenary dead"."""
    phrase = sentence.noun(noun)
    bare = phrase.first == phrase.noun_from and phrase.name is None
    alone = noun == sentence.clause_start(noun) and sentence.kind(noun + 2) in (",", ".", ";", "")
    if alone:
        return False  # "Bomber killed, two guards hurt.", "driver released."
    return bare and quantity_of(phrase, sentence) == ONE


def _is_name_behind_things(sentence: Sentence, made: Loss, before: Loss | None) -> bool:
    """As in "ordered to blow up its bridges, Keita refused": the name is the next verb's."""
    behind = before is not None and before.verb == made.verb and before.thing and not made.thing
    noun = sentence.noun(made.noun) if behind and made.noun is not None else None
    return noun is not None and noun.head is None and noun.quantity is None


def _is_spelled_out(sentence: Sentence, nouns: list[int], first: int, made: Loss) -> bool:
    """As in "two hostages, a German and an Italian": the list spells out the figure before it."""
    behind = [noun for noun in nouns if noun > first]
    if made.quantity.low is None or made.quantity.low < 2 or len(behind) != made.quantity.low:
        return False
    joined = sentence.kinds[first + 1 : behind[0]]
    if "," not in joined or AND in joined:
        return False
    return all(quantity_of(sentence.noun(noun), sentence) == ONE for noun in behind)


def _sharing(found: Found, verb: int) -> Iterator[Loss]:
    """The losses of those who share a verb behind it."""
    sentence = found.sentence
    kin = next(found.of_verb(verb))
    nouns = [loss.noun for loss in found.of_verb(verb)]
    effect = joint_effect(sentence, verb, harm_of(sentence, verb))
    if effect is None:
        return
    for noun, along in _joined_behind(sentence, verb):
        if noun not in nouns and _shares(sentence, noun, along):
            made = make_loss(sentence, noun, effect, "gapped", verb, kin)
            if made is not None:
                yield made


def _joined_behind(sentence: Sentence, verb: int) -> Iterator[tuple[int, bool]]:
    """The phrases behind a verb that follow a comma or conjunction.

    With each, whether the conjunction itself says that it shares the verb: "along with".
    """
    at = verb + 1
    stop = min(len(sentence.kinds), at + _REACH)
    while at < stop and sentence.kind(at) not in (";", ".", VERB, ":"):
        at = _past_speech(sentence, at)
        if sentence.kind(at) in (",", AND):
            along = sentence.word(at) in _SO_WERE
            while sentence.kind(at + 1) in (AND, ","):
                at += 1
                along = along or sentence.word(at) in _ALONG
            if sentence.is_noun(at + 1):
                yield at + 1, along
        at += 1


def _shares(sentence: Sentence, index: int, along: bool) -> bool:
    """Whether a phrase shares a verb before it, and is neither a time nor has a verb of its own."""
    noun = sentence.noun(index)
    behind = sentence.kind(index + 1)
    one = along and (noun.possessive or noun.indefinite)  # "along with his driver"
    if (noun.quantity is None and not one) or behind not in _ENDS or is_time(sentence, index):
        return False
    if along or (noun.others and behind in _SET_APART):
        return True
    if behind == SUBORDINATOR:
        return False
    if noun.partitive or behind not in _SET_APART:
        return _ends_its_line(sentence, index)
    return not is_bare(noun) or _is_elsewhere(sentence, index)


def _ends_its_line(sentence: Sentence, index: int) -> bool:
    """As in "nine civilians killed, and two guards.": nothing else can be said of them."""
    joined = sentence.reads(index - 3, VERB, ",", AND)
    ends = sentence.kind(index + 1) in ("", ".")
    return joined and ends and sentence.noun(index).head is not None


def _is_elsewhere(sentence: Sentence, index: int) -> bool:
    """As in "nine were killed in Gao, two in Ber": a bare figure with a place of its own."""
    return (
        sentence.kind(index + 1) == PREPOSITION
        and sentence.word(index + 1) in _WHERE
        and not sentence.is_verb(index + 2)
    )


def _past_speech(sentence: Sentence, index: int) -> int:
    """Behind who says so: "had been killed, state radio said on Monday, along with nine men"."""
    if not sentence.reads(index, ",", NOUN, VERB):
        return index
    close = sentence.kinds.find(",", index + 3, index + _LONGEST_SPEECH)
    said = sentence.verb(index + 2).sense.speech is not None
    return close if said and close > 0 and VERB not in sentence.kinds[index + 3 : close] else index


SHARED = Construction(
    name="shared verb",
    rule="gapped",
    example={
        "Eleven parishioners were killed inside the chapel, two volunteers outside.": (
            "11 killed: parishioners; 2 killed: volunteers"
        ),
        "A guard was killed in Boni, state radio said, along with nine men.": (
            "1 killed: guard; 9 killed: men"
        ),
    },
    not_=("No harm was done in Boni, two weeks after the truce.",),
    opens=Opens(
        At.BEHIND,
        "a verb that was said of somebody before it",
        lambda found, index: found.voice(index) in (Voice.PASSIVE, Voice.INTRANSITIVE),
    ),
    make=_sharing,
)
