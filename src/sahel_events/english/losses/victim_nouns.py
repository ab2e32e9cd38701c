"""Losses that other noun phrases tell: "46 bodies", "one dead fighter", "the 14 wounded"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sahel_events.english.lexicon.vocabulary import Harm
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.lexicon.words import Effect
from sahel_events.english.losses.construction import At, Construction, Found, Opens
from sahel_events.english.losses.harm_nouns import complement
from sahel_events.english.losses.loss import Loss, make_loss
from sahel_events.english.syntax.appositions import without_appositions
from sahel_events.english.syntax.chunks import NounPhrase, Sentence
from sahel_events.english.syntax.clauses import subject
from sahel_events.english.syntax.coordination import list_from
from sahel_events.english.syntax.factuality import is_possible
from sahel_events.english.syntax.quantifiers import is_singular
from sahel_events.kinds import Outcome

__all__ = ["COSTING_LIVES", "VICTIM_NOUNS"]

_KILLED = Effect((Outcome.KILLED,), ())
#: The outcomes of which people's names tell as news: "deserters", "bodies"; not "prisoners".
_TOLD_BY_NAME = frozenset((Outcome.KILLED, Outcome.DESERTED))
_BODIES = word_list("bodies")
#: How words end that tell in which state a body was: "burnt", "bloodied", "headless".
_AS_BODIES_ARE = ("less", "ied", "ed", "nt", "ing", "naked", "human", "civilian", "young")
_COSTS = word_list("costs")
_LIVES = word_list("lives")
#: How far behind its subject a verb may stand, in phrases.
_REACH = 12
_TAKING_LIVES = word_list("taking lives")
#: Nouns that tell of losses together with a verb or preposition: "lives", "cost".
COSTING_LIVES = _LIVES | _COSTS


def _participle_in(found: Found, index: int) -> Harm | None:
    """What a participle or adjective within a noun phrase says of harm."""
    noun = found.sentence.noun(index)
    fated = noun.head is not None and noun.head.harm is not None
    return None if fated and _frame(noun) in ("noun", "victims") else noun.harm


def _frame(noun: NounPhrase) -> str:
    return noun.head.harm.frame if noun.head is not None and noun.head.harm is not None else ""


def _the_wounded(found: Found, index: int) -> Iterator[Loss]:
    """As in "the 14 wounded", "nine of the eleven injured"; "the stolen" are things."""
    sentence, harm = found.sentence, _participle_in(found, index)
    noun = sentence.noun(index)
    if harm is None or noun.head is not None or noun.head_at >= 0 or noun.name is not None:
        return
    quantity = noun.total or noun.quantity if noun.partitive else noun.quantity
    if noun.partitive and noun.total is None and _is_told_by_verb(sentence, index):
        return
    if quantity is not None and (not harm.effect.things or harm.frame == "state"):
        phrase = sentence.phrases[index]
        yield Loss(
            sentence, "the wounded", quantity, tuple(sorted(harm.effect.people)), False,
            phrase.first, phrase.after, index,
        )  # fmt: skip


def _is_told_by_verb(sentence: Sentence, index: int) -> bool:
    """As in "two of the injured died", "three of the dead were nuns"."""
    if sentence.kind(index + 1) == "V":
        return True
    behind = range(index + 1, min(index + _REACH, len(sentence.kinds)))
    verbs = [at for at in behind if sentence.kind(at) == "V" and sentence.verb(at).sense.harm]
    return any(subject(sentence, at) == index for at in verbs)


def _by_adjective(found: Found, index: int) -> Iterator[Loss]:
    """As in "one dead fighter", "three captured vehicles and two guns"."""
    sentence, harm = found.sentence, _participle_in(found, index)
    noun = sentence.noun(index)
    if harm is None or noun.head is None:
        return
    if noun.quantity is None and not (noun.indefinite and harm.effect.people):
        return
    made = make_loss(sentence, index, harm.effect, "adjective")
    if made is None:
        return
    yield made
    other = index + 2
    if not made.thing or sentence.kinds[index + 1 : other + 1] != "&N":
        return
    if sentence.noun(other).quantity is not None and sentence.kind(other + 1) != "V":
        more = make_loss(sentence, other, harm.effect, "adjective", None, made)
        if more is not None:
            more.first = made.first
            yield more


# -- people named by their fate -------------------------------------------------------------------


def _fate(found: Found, index: int) -> Harm | None:
    """What became of people whom a noun names by it, where that is news: "deserters"."""
    noun = found.sentence.noun(index)
    harm = noun.head.harm if noun.head is not None else None
    if harm is None or harm.frame != "victims" or _TOLD_BY_NAME.isdisjoint(harm.effect.people):
        return None
    organ = _are_bodies(found.sentence, noun) and _is_organ(found.sentence, noun)
    return None if organ or is_possible(found.sentence, index) else harm


def _are_bodies(sentence: Sentence, noun: NounPhrase) -> bool:
    return noun.head_at >= 0 and sentence.tokens.word(noun.head_at) in _BODIES


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
    if before < noun.noun_from or sentence.tokens.codes[before] not in "wj":
        return False
    return not sentence.tokens.word(before).endswith(_AS_BODIES_ARE)


def _is_organ_by_name(sentence: Sentence, index: int) -> bool:
    """As in "the bodies of the state": what they are bodies of is nobody who can die."""
    noun = sentence.noun(index)
    return noun.head is not None and noun.head.code == "u" and noun.quantity is None


def _counts(noun: NounPhrase, sentence: Sentence, body: bool) -> bool:
    """Whether it tells how many, as "her body" does, too."""
    one = noun.possessive and body and is_singular(noun, sentence)
    return noun.quantity is not None or noun.indefinite or one


def _bodies_of(found: Found, index: int) -> Iterator[Loss]:
    """As in "the bodies of six men"; "six bodies of men" are six, too."""
    sentence, harm = found.sentence, _fate(found, index)
    of = index - 1 if sentence.word(index) == "whose" else complement(sentence, index)
    if harm is None or of is None or sentence.kind(of) != "N":
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


# -- lives ----------------------------------------------------------------------------------------


def _names_somebody(sentence: Sentence, noun: NounPhrase) -> bool:
    """Whether a phrase has a noun or a name of letters: no sum is "P3.2 billion"."""
    if noun.head is not None or noun.name is None:
        return noun.head is not None
    return not any(map(str.isdigit, sentence.tokens.words(*noun.name)))


def _at_the_cost(found: Found, index: int) -> Iterator[Loss]:
    """As in "at the cost of three volunteers and one soldier", not "of 18 million francs"."""
    sentence = found.sentence
    if sentence.kind(index - 1) != "i" or sentence.kind(index + 1) != "f":
        return
    before: Loss | None = None
    for member in without_appositions(sentence, list_from(sentence, index + 2)):
        known = sentence.noun(member)
        if not (_names_somebody(sentence, known) or known.partitive or before):
            continue
        made = make_loss(sentence, member, _KILLED, "at the cost of", None, before)
        if made is not None and made.quantity.low is not None:
            made.widen(index - 1)
            before = made
            yield made


def _taken_lives(found: Found, index: int) -> Iterator[Loss]:
    """As in "claimed upwards of 6,000 lives"."""
    sentence = found.sentence
    noun = sentence.noun(index)
    if sentence.kind(index - 1) != "V" or noun.quantity is None:
        return
    verb = sentence.verb(index - 1)
    if verb.modal or sentence.tokens.word(verb.main) not in _TAKING_LIVES:
        return
    first, after = sentence.phrases[index - 1].first, sentence.phrases[index].after
    made = Loss(
        sentence, "lives", noun.quantity, (Outcome.KILLED,), False, first, after, index, index - 1
    )
    made.remarks.append("nobody named")
    made.reportedly = verb.reportedly
    yield made


# -- as values ------------------------------------------------------------------------------------


def _nouns(named: str, of: Callable[[Found, int], Harm | None]) -> Opens:
    return Opens(At.NOUN, named, lambda found, index: of(found, index) is not None)


def _words(words: frozenset[str], named: str) -> Opens:
    def when(found: Found, index: int) -> bool:
        at = found.sentence.noun(index).head_at
        return at >= 0 and found.sentence.tokens.word(at) in words

    return Opens(At.NOUN, named, when)


_BODIES_OF = Construction(
    name="bodies of",
    example={
        "Villagers found the bodies of six men near Ber.": "6 killed: men",
        "Six traders whose bodies were taken home had come from Ber.": "6 killed: traders",
    },
    not_=("Villagers met with the bodies of the state.",),
    opens=_nouns("“bodies” before “of”", _fate),
    make=_bodies_of,
)
_NAMED_BY_FATE = Construction(
    name="named by fate",
    example={
        "Villagers found 46 bodies near Ber.": "46 killed: bodies",
        "Four deserters arrived in Ber.": "4 deserted: deserters",
    },
    not_=("Two regional bodies met in Ber.", "The villagers spoke of bodies near Ber."),
    opens=_nouns("a noun for people by their fate", _fate),
    make=_named_by_fate,
)
_THE_WOUNDED = Construction(
    name="the wounded",
    example={
        "A helicopter flew out the 14 wounded.": "14 wounded: people",
        "Six of the wounded, she said, were in a bad way.": "6 wounded: people",
    },
    not_=("A helicopter flew out the wounded.",),
    opens=_nouns("a participle or adjective that stands for people", _participle_in),
    make=_the_wounded,
)
_ADJECTIVE = Construction(
    name="adjective",
    example={
        "The video shows one dead fighter.": "1 killed: fighter",
        "An injured woman was flown to Ber.": "1 wounded: woman",
        "The video shows three captured vehicles and two guns.": (
            "3 seized: vehicle; 2 seized: gun"
        ),
    },
    not_=("The video shows the dead river.",),
    opens=_nouns("a participle or adjective of harm before a counted noun", _participle_in),
    make=_by_adjective,
)
_AT_THE_COST_OF = Construction(
    name="at the cost of",
    example={
        "The town was retaken at the cost of three volunteers and one soldier.": (
            "3 killed: volunteers; 1 killed: soldier"
        )
    },
    not_=("The road was mended at the cost of 18 million francs.",),
    opens=_words(_COSTS, "“cost”"),
    make=_at_the_cost,
)
_LIVES_TAKEN = Construction(
    name="lives",
    example={"The war has claimed upwards of 6,000 lives.": "6,000+ killed: people"},
    not_=("The war has changed 6,000 lives.",),
    opens=_words(_LIVES, "“lives”"),
    make=_taken_lives,
)
#: In the order in which they are tried.
VICTIM_NOUNS = (
    _BODIES_OF, _NAMED_BY_FATE, _THE_WOUNDED, _ADJECTIVE, _AT_THE_COST_OF, _LIVES_TAKEN,
)  # fmt: skip
