"""What a place of a sentence is to what is told: where harm was done, or something else.

"The trucks were bound for the besieged town of Djibo when they came under fire near Silguéma, a
hamlet 35 km to the south; the wounded were flown to Kaya" has one place of harm.
"""

from __future__ import annotations

from sahel_events.english.lexicon.senses import OF, PREPOSITION, TO, WORD
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.places.find_places import Spot, is_taken_from
from sahel_events.english.syntax.chunks import NOUN, Sentence
from sahel_events.english.syntax.clause_tree import Clause

__all__ = ["refusal", "spoke_there"]

#: Verbs of what is done to the wounded and the dead somewhere else.
_CARED_FOR = word_list("treated") | word_list("verbs of care for victims")
#: Verbs and participles before the place to which a way leads.
_BOUND = word_list("words before a destination")
_TOWARDS = ("for", "to", "towards", "toward", "into")


def refusal(sentence: Sentence, clause: Clause, spot: Spot) -> str:
    """The rule by which a place is that of no harm; "" where nothing says so.

    ``clause`` is the one in which the place stands.
    """
    if _is_bound_for(sentence, clause, spot):
        return "where a way leads"
    if _is_of_care(sentence, clause, spot):
        return "where the wounded or the dead were brought"
    if _is_of_origin(sentence, spot):
        return "where somebody is from"
    if spoke_there(sentence, clause, spot):
        return "where somebody spoke"
    return ""


def _verb_before(clause: Clause, phrase: int) -> int | None:
    return max((verb for verb in clause.verbs if verb < phrase), default=None)


def _is_bound_for(sentence: Sentence, clause: Clause, spot: Spot) -> bool:
    """As in "were bound for the besieged town of Djibo"."""
    for at in range(spot.first, max(spot.first - 5, 0), -1):
        if sentence.kind(at) in (PREPOSITION, TO) and sentence.word(at) in _TOWARDS:
            before = sentence.phrases[at].first - 1
            return before >= 0 and sentence.tokens.word(before).split()[-1] in _BOUND
        if sentence.kind(at) not in (NOUN, OF, WORD, PREPOSITION):
            return False
    return False


def _is_of_care(sentence: Sentence, clause: Clause, spot: Spot) -> bool:
    """As in "were being treated in Tin Zaouatine", "had been flown to Niamey"."""
    verb = _verb_before(clause, spot.first)
    if verb is None or sentence.verb(verb).sense.attack is not None:
        return False
    return not _CARED_FOR.isdisjoint(sentence.tokens.word(sentence.verb(verb).main).split())


def _is_of_origin(sentence: Sentence, spot: Spot) -> bool:
    """As in "six traders from Dosso", "trucks from Gao": people and things, and no engagement."""
    before = spot.first - 1
    if is_taken_from(sentence, spot.first):
        return False  # "abducted the chief from Kolongo"
    if sentence.word(spot.first) != "from" or not sentence.is_noun(before):
        return False
    head = sentence.noun(before).head
    return head is not None and head.noun is not None and head.attack is None


def _is_listener(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether nobody but who is told stands between two phrases: "told | reporters | in Gao"."""
    if sentence.kinds[first:stop] != NOUN:
        return first == stop
    noun = sentence.noun(first)
    head = noun.head
    told = head is not None and (head.harm is not None or head.attack is not None)
    return noun.quantity is None and not told


def spoke_there(sentence: Sentence, clause: Clause, spot: Spot) -> bool:
    """As in "a resident of Téra said", "told reporters in Gao": before what is said, or behind."""
    for verb in clause.verbs:
        sense = sentence.verb(verb).sense
        if sense.speech is None or sense.harm is not None or sense.attack is not None:
            continue
        if spot.first < verb or _is_listener(sentence, verb + 1, spot.first):
            return True
    return False
