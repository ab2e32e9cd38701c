"""Losses of verbs of taking and escaping: "took nine prisoners", "41 hostages were held"."""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.english.lexicon.senses import PREPOSITION
from sahel_events.english.lexicon.vocabulary import Form
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.lexicon.words import Effect
from sahel_events.english.losses.construction import At, Construction, Found, Opens, at_verbs
from sahel_events.english.losses.loss import Loss, make_loss
from sahel_events.english.losses.verbs.shared_verbs import listed_losses
from sahel_events.english.syntax.chunks import VERB, Sentence
from sahel_events.english.syntax.clauses import subject, subjects
from sahel_events.english.syntax.coordination import list_from, objects
from sahel_events.kinds import Outcome

__all__ = ["CAPTIVES", "IN_HANDS", "SHOWING", "TAKING"]

_ENDURED = word_list("endured")
#: Verbs that tell of captives together with a word for them.
TAKING = word_list("taken")
SHOWING = word_list("showing")
_TAKEN_BEFORE = word_list("taken before") | {"", ".", ","}
_HOSTAGE = Effect((Outcome.HOSTAGE,), ())
_CAPTURED = Effect((Outcome.CAPTURED,), ())
_FREED = Effect((Outcome.FREED,), ())
_ESCAPED = frozenset(("escape", "escaped", "escaping", "escapes"))


def _escaped(found: Found, index: int) -> Iterator[Loss]:
    """As in "nine hostages escaped"."""
    sentence, before = found.sentence, found.before
    if sentence.tokens.word(sentence.verb(index).main) in _ESCAPED:
        held = [at for at in subjects(sentence, index) if _was_held(sentence, at, before)]
        yield from listed_losses(sentence, held, index, _FREED, "escaped", before)


def _was_held(sentence: Sentence, index: int, before: Loss | None) -> bool:
    """Whether a phrase counts hostages, or some of those who were taken hostage before."""
    noun = sentence.noun(index)
    harm = noun.head.harm if noun.head is not None else None
    if harm is not None and harm.frame == "victims":
        return Outcome.HOSTAGE in harm.effect.people  # prisoners may have been convicts
    told = before is not None and Outcome.HOSTAGE in before.outcomes
    return told and noun.quantity is not None and noun.quantity.low is not None


def _taken(found: Found, index: int) -> Iterator[Loss]:
    """As in "took nine prisoners", "41 hostages were held"; nothing for a verb of other meaning."""
    sentence = found.sentence
    verb = sentence.verb(index)
    if not verb.passive or verb.form is Form.ING:  # "were holding nine prisoners"
        yield from _captives(sentence, index, objects(sentence, index))
        return
    nouns = subjects(sentence, index)
    for noun in nouns:
        if _are_taken_away(sentence, noun, index):
            made = make_loss(sentence, noun, _HOSTAGE, "taken", index)
            if made is not None:
                yield made
                return
    yield from _captives(sentence, index, nouns)


def _shown(found: Found, index: int) -> Iterator[Loss]:
    """As in "paraded nine prisoners", "showed off 12 captives"."""
    sentence = found.sentence
    off = sentence.word_at(index + 1) == "off"
    nouns = list_from(sentence, index + 2) if off else objects(sentence, index)
    counted = [noun for noun in nouns if sentence.noun(noun).quantity is not None]
    yield from _captives(sentence, index, counted)


def _in_hands(found: Found, _: int) -> Iterator[Loss]:
    """As in "five men are in the hands of the rebels", "14 are in the group's hands"."""
    sentence = found.sentence
    if "hands" not in sentence.tokens.text:
        return
    for index, kind in enumerate(sentence.kinds):
        if kind != VERB or not sentence.verb(index).copula or not _are_hands(sentence, index + 1):
            continue
        nouns = [at for at in subjects(sentence, index) if sentence.noun(at).quantity is not None]
        yield from listed_losses(sentence, nouns, index, _CAPTURED, "in their hands", found.before)


def _are_hands(sentence: Sentence, index: int) -> bool:
    if sentence.kind(index) != PREPOSITION:
        return False
    own = sentence.is_noun(index + 1) and sentence.text(index + 1).endswith("hands")
    return sentence.word(index) == "in the hands of" or (sentence.word(index) == "in" and own)


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


_ESCAPED_CAPTIVITY = Construction(
    name="escaped",
    example={"Nine hostages escaped near Ber.": "9 freed: hostages"},
    not_=("Nine gunmen escaped near Ber.",),
    opens=at_verbs(_ENDURED, "a verb of escaping"),
    make=_escaped,
)


_TAKEN_CAPTIVE = Construction(
    name="taken",
    example={
        "Nine prisoners were held in Ber.": "9 captured: prisoners",
        "Some 40 girls were taken from the town.": "~40 hostage: girls",
    },
    not_=("Some 40 girls were taken to hospital.", "The rebels took nine weeks."),
    opens=at_verbs(TAKING, "a verb of taking or holding", of_harm=True),
    make=_taken,
)


_SHOWN = Construction(
    name="captives shown",
    rule="taken",
    example={"The rebels showed off 12 captives in Ber.": "12 captured: captives"},
    not_=("The rebels showed off 12 trucks in Ber.", "A film showed the captives in Ber."),
    opens=at_verbs(SHOWING, "a verb of showing"),
    make=_shown,
)


IN_HANDS = Construction(
    name="in their hands",
    example={"Five men are in the hands of the rebels.": "5 captured: men"},
    not_=("Five towns are in the hands of the rebels.",),
    opens=Opens(At.SENTENCE, "“in the hands of” behind counted people and “are”"),
    make=_in_hands,
)


#: In the order in which they are tried.
CAPTIVES = (_ESCAPED_CAPTIVITY, _TAKEN_CAPTIVE, _SHOWN)
