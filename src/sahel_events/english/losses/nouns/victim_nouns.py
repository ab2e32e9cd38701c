"""Losses that other noun phrases tell: "46 bodies", "one dead fighter", "the 14 wounded"."""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.english.lexicon.senses import ADJECTIVE, ORGAN, PREPOSITION, PREPOSITIONS, WORD
from sahel_events.english.lexicon.vocabulary import Harm
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.losses.construction import Construction, Found, at_head, at_nouns
from sahel_events.english.losses.loss import Loss, make_loss
from sahel_events.english.losses.nouns.adjectives import ADJECTIVES
from sahel_events.english.losses.nouns.counted_nouns import told_by_noun
from sahel_events.english.losses.nouns.harm_nouns import complement
from sahel_events.english.losses.nouns.lives import LIVES
from sahel_events.english.syntax.chunks import NOUN, NounPhrase, Sentence
from sahel_events.english.syntax.coordination import list_from
from sahel_events.english.syntax.factuality import is_possible
from sahel_events.english.syntax.quantifiers import is_singular
from sahel_events.kinds import Outcome
from sahel_events.values import Quantity

__all__ = ["VICTIMS", "VICTIM_NOUNS"]

#: The outcomes of which people's names tell as news: "deserters", "bodies"; not "prisoners".
_TOLD_BY_NAME = frozenset((Outcome.KILLED, Outcome.DESERTED))
_BODIES = word_list("bodies")
#: How words end that tell in which state a body was: "burnt", "bloodied", "headless".
_MAKING_VICTIMS = word_list("making victims")
#: Nouns for people of whom only the figure tells that they came to harm.
VICTIMS = frozenset(("victims",))
_AS_BODIES_ARE = ("less", "ied", "ed", "nt", "ing", "naked", "human", "civilian", "young")


def _fate(found: Found, index: int) -> Harm | None:
    """What became of people whom a noun names by it, where that is news: "deserters"."""
    noun = found.sentence.noun(index)
    harm = noun.head.harm if noun.head is not None else None
    if harm is None or harm.frame != "victims":
        return None
    if _TOLD_BY_NAME.isdisjoint(harm.effect.people) and not _is_new(found.sentence, noun):
        return None
    organ = _are_bodies(found.sentence, noun) and _is_organ(found.sentence, noun)
    return None if organ or is_possible(found.sentence, index) else harm


def _is_new(sentence: Sentence, noun: NounPhrase) -> bool:
    """As in "1,870 newly displaced people", "90 new arrivals": told as news."""
    return not {"newly", "new"}.isdisjoint(sentence.tokens.lower[noun.first : noun.after])


def _are_bodies(sentence: Sentence, noun: NounPhrase) -> bool:
    return noun.head_at >= 0 and sentence.tokens.word(noun.head_at) in _BODIES


def _named_as(found: Found, index: int) -> Iterator[Loss]:
    """As in "lists 13 of its own as martyrs"."""
    sentence, harm = found.sentence, _fate(found, index)
    as_such = sentence.reads(index - 2, NOUN, PREPOSITION) and sentence.word(index - 1) == "as"
    if harm is None or not as_such or sentence.noun(index - 2).quantity is None:
        return
    made = make_loss(sentence, index - 2, harm.effect, "named as")
    if made is not None:
        made.after = sentence.phrases[index].after
        yield made


def _counted_victims(found: Found, index: int) -> Iterator[Loss]:
    """As in "acknowledged about fifteen victims": somebody states how many, and no more of them."""
    sentence, noun = found.sentence, found.sentence.noun(index)
    counted = noun.quantity is not None and not (noun.definite or noun.partitive or noun.others)
    if counted and _is_stated(sentence, index - 1) and noun.of is None:
        yield told_by_noun(
            sentence, "counted victims", index, noun.quantity or Quantity(), (Outcome.CASUALTY,)
        )


def _is_stated(sentence: Sentence, index: int) -> bool:
    """As in "acknowledged 15 victims", "the blast made nine victims"."""
    if not sentence.is_verb(index):
        return False
    verb = sentence.verb(index)
    return verb.sense.speech is not None or sentence.tokens.word(verb.main) in _MAKING_VICTIMS


def _named_by_fate(found: Found, index: int) -> Iterator[Loss]:
    """As in "46 bodies", "four deserters", "his body"."""
    sentence, harm = found.sentence, _fate(found, index)
    noun = sentence.noun(index)
    if harm is not None and _counts(noun, sentence, _are_bodies(sentence, noun)):
        made = make_loss(sentence, index, harm.effect, "named by fate")
        if made is not None:
            yield made


def _is_organ(sentence: Sentence, noun: NounPhrase) -> bool:
    """As in "a regional body", "two opposition bodies": no dead, unless charred, headless …."""
    before = noun.head_at - 1
    if before < noun.noun_from or sentence.tokens.codes[before] not in (WORD, ADJECTIVE):
        return False
    return not sentence.tokens.word(before).endswith(_AS_BODIES_ARE)


def _person_before(sentence: Sentence, index: int) -> int:
    """The phrase that "whose" means: in "six traders from Niger whose bodies", the traders."""
    while sentence.kind(index - 1) in PREPOSITIONS and sentence.is_noun(index - 2):
        index -= 2
    return index


def _is_organ_by_name(sentence: Sentence, index: int) -> bool:
    """As in "the bodies of the state": what they are bodies of is nobody who can die."""
    noun = sentence.noun(index)
    return noun.head is not None and noun.head.code == ORGAN and noun.quantity is None


def _counts(noun: NounPhrase, sentence: Sentence, body: bool) -> bool:
    """Whether it tells how many, as "her body" does, too."""
    one = noun.possessive and body and is_singular(noun, sentence)
    return noun.quantity is not None or noun.indefinite or one


def _bodies_of(found: Found, index: int) -> Iterator[Loss]:
    """As in "the bodies of six men"; "six bodies of men" are six, too."""
    sentence, harm = found.sentence, _fate(found, index)
    whose = sentence.word(index) == "whose"
    of = _person_before(sentence, index - 1) if whose else complement(sentence, index)
    if harm is None or of is None or not sentence.is_noun(of):
        return
    if not _are_bodies(sentence, sentence.noun(index)):
        return
    for member in list_from(sentence, of, own_verb=True):
        if _is_organ_by_name(sentence, member):
            continue
        made = make_loss(sentence, member, harm.effect, "bodies of")
        if made is not None:
            made.quantity = sentence.noun(index).quantity or made.quantity
            made.widen(index)
            yield made
            return


_BODIES_OF = Construction(
    name="bodies of",
    example={
        "Villagers found the bodies of six men near Ber.": "6 killed: men",
        "Six traders whose bodies were taken home had come from Ber.": "6 killed: traders",
    },
    not_=("Villagers met with the bodies of the state.",),
    opens=at_nouns("“bodies” before “of”", _fate),
    make=_bodies_of,
)


_NAMED_AS = Construction(
    name="named as",
    example={"The army honoured nine of its men as martyrs.": "9 killed: men"},
    not_=("The army honoured nine of its men as scouts.",),
    opens=at_nouns("“as martyrs” behind a counted phrase", _fate),
    make=_named_as,
)
_COUNTED_VICTIMS = Construction(
    name="counted victims",
    example={"The governor acknowledged “about fifteen victims”.": "~15 casualty: people"},
    not_=("The governor met 15 victims.", "The governor mourned the 15 victims."),
    opens=at_head(VICTIMS, "“victims”"),
    make=_counted_victims,
)
_NAMED_BY_FATE = Construction(
    name="named by fate",
    example={
        "Villagers found 46 bodies near Ber.": "46 killed: bodies",
        "Four deserters arrived in Ber.": "4 deserted: deserters",
        "The mayor registered 90 newly displaced people.": "90 displaced: displaced people",
    },
    not_=("Two regional bodies met in Ber.", "The villagers spoke of bodies near Ber."),
    opens=at_nouns("a noun for people by their fate", _fate),
    make=_named_by_fate,
)


#: In the order in which they are tried.
VICTIM_NOUNS = (_BODIES_OF, _NAMED_AS, _COUNTED_VICTIMS, _NAMED_BY_FATE, *ADJECTIVES, *LIVES)
