"""Losses of verbs in the active: "they killed nine", "nine died", "the army lost nine men"."""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.english.lexicon.senses import AND, GOVERNORS, OF
from sahel_events.english.lexicon.vocabulary import Form
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.losses.construction import At, Construction, Found, Opens, at_voice
from sahel_events.english.losses.loss import Loss, make_loss
from sahel_events.english.losses.verbs.joint_outcomes import joint_effect
from sahel_events.english.losses.verbs.shared_verbs import listed_losses
from sahel_events.english.losses.verbs.voices import Voice, harm_of
from sahel_events.english.syntax.chunks import Sentence
from sahel_events.english.syntax.clauses import agent, subject, victims_before
from sahel_events.english.syntax.coordination import list_before, list_from, objects
from sahel_events.english.syntax.factuality import befalls_nobody
from sahel_events.english.syntax.quantifiers import ZERO, is_known, is_meant
from sahel_events.english.syntax.scopes import Over
from sahel_events.kinds import Outcome
from sahel_events.values import Quantity

__all__ = ["ACTIVE", "INTRANSITIVE", "LOST", "NTH_TO_DIE"]

_COUNTED = word_list("counted in active")
_FALL = word_list("fall")
_FALL_WHERE = word_list("fall where")
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
)
_ILLNESSES = word_list("illnesses")
_TAKE = word_list("forms of take")


def _active(found: Found, index: int) -> Iterator[Loss]:
    """As in "they killed nine", "killing nine", "the killing of nine"."""
    sentence = found.sentence
    harm = harm_of(sentence, index)
    effect = joint_effect(sentence, index, harm)
    if effect is None:
        return
    verb = sentence.tokens.word(sentence.verb(index).main)
    counted = verb in _COUNTED
    wide = verb in _TAKE or (harm.effect.things == (Outcome.SEIZED,) and not harm.effect.people)
    nouns = [
        at
        for at in _victims(sentence, index)
        if is_meant(sentence.noun(at), counted=counted, wide=wide)
    ]
    for made in listed_losses(sentence, nouns, index, effect, "active", found.before):
        made.perpetrator = subject(sentence, index)
        if made.quantity.low is None and befalls_nobody(sentence, index, Over.VERB):
            made.quantity = ZERO  # "without harming civilians"
        yield made


def _victims(sentence: Sentence, index: int) -> list[int]:
    """The objects of a verb, or those behind the "of" of a gerund."""
    if sentence.verb(index).form is Form.ING and sentence.kind(index + 1) == OF:
        return list_from(sentence, index + 2)
    nouns = objects(sentence, index) or victims_before(sentence, index)
    return nouns + _taken_along(sentence, nouns[-1] + 1) if nouns else nouns


def _taken_along(sentence: Sentence, index: int) -> list[int]:
    """As in "kidnapped the prefect with his wife and driver"; "with his gun" is nobody."""
    if sentence.word_at(index) != "with" or not sentence.is_noun(index + 1):
        return []
    noun = sentence.noun(index + 1)
    word = noun.head.noun if noun.head is not None else None
    person = noun.possessive and word is not None and not word.thing
    return list_from(sentence, index + 1) if person else []


def _intransitive(found: Found, index: int) -> Iterator[Loss]:
    """As in "nine soldiers died", "with two dying in the clash"."""
    sentence = found.sentence
    harm = harm_of(sentence, index)
    fell = sentence.tokens.word(sentence.verb(index).main) in _FALL
    if (fell and not _fell_in_action(sentence, index)) or _is_of_illness(sentence, index):
        return
    if sentence.verb(index).passive and harm.frame == "subject":
        doer = agent(sentence, index)  # "was deserted by nine men"; "the town was deserted"
        nouns = list_from(sentence, doer) if doer is not None else []
    elif _describes_noun_before(sentence, index):
        nouns = [index - 1]
    else:
        last = subject(sentence, index)
        nouns = list_before(sentence, last) if last is not None else []
    yield from listed_losses(sentence, nouns, index, harm.effect, "intransitive", found.before)


def _describes_noun_before(sentence: Sentence, index: int) -> bool:
    """As in "two dying in the clash", "a man drowned in the river", "16 persons fallen"."""
    form, phrase = sentence.verb(index).form, sentence.phrases[index]
    participle = form is Form.PARTICIPLE and phrase.after - phrase.first == 1
    return (form is Form.ING or participle) and sentence.is_noun(index - 1)


def _fell_in_action(sentence: Sentence, index: int) -> bool:
    """Whether "eleven soldiers fell" tells of death, and not of a town or into an ambush."""
    complement = sentence.kind(index + 1) in GOVERNORS
    as_martyrs = sentence.text(index + 2).lower() == "martyrs" if complement else False
    if complement and not as_martyrs and sentence.word(index + 1) not in _FALL_WHERE:
        return False
    last = index - 1 if _describes_noun_before(sentence, index) else subject(sentence, index)
    return last is not None and sentence.noun(last).quantity is not None


def _is_of_illness(sentence: Sentence, index: int) -> bool:
    """As in "died of malaria": no harm of a conflict."""
    if sentence.kind(index + 1) != OF:
        return False
    joint = sentence.kinds.find(AND, index, index + 5)  # "of hunger and disease", in a siege
    stop = min(index + 5, len(sentence.kinds)) if joint < 0 else joint
    return any(sentence.word(at) in _ILLNESSES for at in range(index + 2, stop))


def _lost(found: Found, index: int) -> Iterator[Loss]:
    """As in "the army lost nine men and two vehicles"; "lost the town" counts nothing."""
    sentence = found.sentence
    owner, nouns = subject(sentence, index), objects(sentence, index)
    if nouns and _has_own_harm(sentence, nouns[-1] + 1):
        return  # "lost 66 killed or missing" is told by "killed"
    nouns = [noun for noun in nouns if _is_counted(sentence, noun)]
    for made in listed_losses(sentence, nouns, index, harm_of(sentence, index).effect, "lost"):
        made.owner = owner
        yield made


def _has_own_harm(sentence: Sentence, verb: int) -> bool:
    return sentence.is_verb(verb) and sentence.verb(verb).sense.harm is not None


def _is_counted(sentence: Sentence, index: int) -> bool:
    noun = sentence.noun(index)
    counts = noun.quantity is not None or noun.indefinite or noun.zero
    return counts and is_known(noun, sentence)


def _nth_to_die(found: Found, _: int) -> Iterator[Loss]:
    """As in "the sixth soldier to die in the war": with those before, there are six."""
    sentence = found.sentence
    for index in range(1, len(sentence.kinds)):
        harm = sentence.verb(index).sense.harm if sentence.is_verb(index) else None
        if harm is None or not harm.effect.people or not sentence.is_noun(index - 1):
            continue
        nth = _ordinal(sentence, index - 1)
        said_of_it = harm.frame == "subject" or sentence.verb(index).passive
        if nth is None or not said_of_it or not sentence.verb(index).infinitive:
            continue
        made = make_loss(sentence, index - 1, harm.effect, "nth to die", index)
        if made is not None:
            made.quantity = Quantity.exactly(nth)
            yield made


def _ordinal(sentence: Sentence, index: int) -> int | None:
    """The number of "the sixth soldier", "the 14th soldier"; ``None`` of any other phrase."""
    noun, words = sentence.noun(index), sentence.tokens.lower
    if not noun.ordinal or noun.quantity is not None:
        return None
    for word in words[noun.first : noun.after]:
        if word in _ORDINALS:
            return _ORDINALS.index(word) + 1
        if word[:-2].isdigit():
            return int(word[:-2])
    return None


ACTIVE = Construction(
    name="active",
    example={
        "Gunmen killed nine herders near Boni.": "9 killed: herders",
        "The raid ended with the gunmen killing two guards.": "2 killed: guards",
        "Gunmen killed a chief in Ber, one of his sons and a guard.": (
            "1 killed: chief; 1 killed: sons; 1 killed: guard"
        ),
        "The rebels showed two trucks they had captured in Gao.": "2 seized: truck",
    },
    not_=(
        "Gunmen killed the proposal.",
        "The strike hit the town of Boni.",
        "The rebels captured Hill 917.",
    ),
    opens=at_voice(Voice.ACTIVE),
    make=_active,
)
INTRANSITIVE = Construction(
    name="intransitive",
    example={
        "Nine soldiers died near Gao.": "9 killed: soldiers",
        "Eleven soldiers fell in the clash.": "11 killed: soldiers",
    },
    not_=(
        "Nine soldiers died of malaria.",
        "Boni fell to the rebels.",
        "Six men fell into the ambush.",
    ),
    opens=at_voice(Voice.INTRANSITIVE),
    make=_intransitive,
)
LOST = Construction(
    name="lost",
    example={"The army lost nine men and two trucks.": "9 killed: men; 2 destroyed: truck"},
    not_=("The army lost the town and its way to the well.",),
    opens=at_voice(Voice.LOST),
    make=_lost,
)
NTH_TO_DIE = Construction(
    name="nth to die",
    example={"He was the ninth peacekeeper to die in Kidal.": "9 killed: peacekeeper"},
    not_=("He was the ninth peacekeeper to arrive in Kidal.",),
    opens=Opens(At.SENTENCE, "“the ninth …” before “to die”, “to be killed”"),
    make=_nth_to_die,
)
