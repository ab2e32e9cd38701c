"""Losses that nouns tell: "the deaths of nine", "nine arrests", "46 bodies", "one dead fighter"."""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.language.lexicon import Effect
from sahel_events.model import Outcome
from sahel_events.prose.clauses import is_finite, list_from
from sahel_events.prose.counting import is_singular
from sahel_events.prose.losses import ONE, ZERO, Loss, make_loss, without_appositions
from sahel_events.prose.phrases import NounPhrase, Sentence
from sahel_events.prose.vocabulary import Form, Harm
from sahel_events.values import Quantity

__all__ = ["losses_of_noun"]

_LOSS_OF = Effect((Outcome.KILLED,), (Outcome.DESTROYED,))
_DEGREES = frozenset(
    "heavy huge severe serious major significant light massive considerable great terrible enormous "
    "large minor untold material summary extrajudicial".split()
)
_TELLING = frozenset(
    "suffer suffers suffered suffering sustain sustained sustaining inflict inflicted inflicting cause "
    "caused causing carrying incurred took taking reported report recorded documented announced lamented "
    "negotiating negotiated secured condemned".split()
)
_SILENT = frozenset(
    "details detail reports report word news information number risk fear fears toll threat".split()
)
_BODIES = frozenset("body bodies corpse corpses remains".split())
_LIVES = frozenset(("life", "lives"))
_TAKEN_LIVES = frozenset(
    "claim claims claimed claiming cost costs costing took taken takes".split()
)
_KILLED = Effect((Outcome.KILLED,), ())
_COSTS = frozenset(("cost", "price", "expense"))


def losses_of_noun(sentence: Sentence, index: int, before: Loss | None) -> Iterator[Loss]:
    """The losses that the noun phrase at ``index`` tells; ``before`` is the loss told last."""
    noun = sentence.noun(index)
    harm = noun.head.harm if noun.head is not None else None
    if harm is not None and harm.frame == "noun":
        yield from _nominal(sentence, index, noun, harm)
    elif harm is not None and harm.frame == "victims":
        yield from _named_by_fate(sentence, index, noun, harm, before)
    elif noun.harm is not None and noun.harm.form is Form.ING and sentence.kind(index + 1) == "f":
        yield from _killing_of(sentence, index, noun.harm)
    elif noun.harm is not None and noun.head is None and noun.head_at < 0 and noun.name is None:
        yield from _the_wounded(sentence, index, noun, noun.harm)
    elif noun.harm is not None and noun.head is not None and noun.quantity is not None:
        yield from _by_adjective(sentence, index, noun.harm)
    elif noun.head_at >= 0:
        word = sentence.tokens.word(noun.head_at)
        if word in _COSTS:
            yield from _at_the_cost(sentence, index)
        elif word in _LIVES and noun.quantity is not None:
            yield from _lives(sentence, index, noun)


def _by_adjective(sentence: Sentence, index: int, harm: Harm) -> Iterator[Loss]:
    """As in "one dead fighter", "three captured vehicles and two guns"."""
    made = make_loss(sentence, index, harm.effect, "adjective")
    if made is None:
        return
    yield made
    if made.thing and sentence.kind(index + 1) == "&" and sentence.kind(index + 2) == "N":
        other = sentence.noun(index + 2)
        if other.quantity is not None and sentence.kind(index + 3) != "V":
            more = make_loss(sentence, index + 2, harm.effect, "adjective", None, made)
            if more is not None:
                more.first = made.first
                yield more


def _is_unreal(sentence: Sentence, index: int) -> bool:
    """Whether the verb before says that it may or will be, not that it was."""
    clause = sentence.clause_start(index)
    verbs = [at for at in range(clause, index) if sentence.kind(at) == "V"]
    if not verbs:
        return False
    verb = sentence.verb(verbs[-1])
    if verb.infinitive and len(verbs) > 1 and not verb.perfect:
        return sentence.verb(verbs[-2]).modal or verb.sense.speech is None
    return verb.modal and verb.sense.speech is None


def _nominal(sentence: Sentence, index: int, noun: NounPhrase, harm: Harm) -> Iterator[Loss]:
    """As in "the deaths of nine soldiers", "the release on Tuesday of 43", "nine arrests"."""
    if _is_unreal(sentence, index) or _is_only_mentioned(sentence, index):
        return
    of = complement(sentence, index)
    if of is not None and not noun.zero:
        told = list(_deaths_of(sentence, index, noun, harm, of))
        if told:
            yield from told
            return
    if _owner(sentence, noun) is not None and noun.quantity is None:
        yield from _possessed(sentence, index, noun, harm)
        return
    if harm.counted and (noun.quantity is not None or noun.zero):
        quantity = ZERO if noun.zero else noun.quantity or Quantity()
        yield from _counted(sentence, index, noun, harm, quantity)
    elif _is_told(sentence, index, noun):
        zero = _is_without(sentence, index) or _has_zero_subject(sentence, index)
        yield from _counted(sentence, index, noun, harm, ZERO if zero else Quantity())


def _deaths_of(
    sentence: Sentence, index: int, noun: NounPhrase, harm: Harm, of: int
) -> Iterator[Loss]:
    word = sentence.tokens.word(noun.head_at)
    effect = _LOSS_OF if word == "loss" else harm.effect
    before: Loss | None = None
    for member in without_appositions(sentence, _members(sentence, index, of)):
        made = make_loss(sentence, member, effect, "noun of", None, before)
        if made is None:
            continue
        if made.quantity.low is None and Outcome.CASUALTY in made.outcomes:
            continue  # "the casualties of both sides": nothing is told of them
        if word == "loss" and made.quantity.low is None:
            continue  # "the loss of control"
        if noun.quantity is not None and made.quantity.low is None:
            made.quantity = noun.quantity
        made.first = min(made.first, sentence.phrases[index].first)
        before = made
        yield made


def _members(sentence: Sentence, index: int, of: int) -> list[int]:
    """The list behind "of"; the verb behind it may be that of the noun itself."""
    return list_from(sentence, of, own_verb=sentence.kind(index - 1) != "V")


def _counted(
    sentence: Sentence, index: int, noun: NounPhrase, harm: Harm, quantity: Quantity
) -> Iterator[Loss]:
    phrase = sentence.phrases[index]
    first = phrase.first - (1 if quantity == ZERO and _is_without(sentence, index) else 0)
    outcomes = harm.effect.people or harm.effect.things
    words = {sentence.tokens.word(at) for at in range(noun.first, noun.after)}
    yield Loss(
        sentence, "counted noun", quantity, tuple(sorted(outcomes)), not harm.effect.people,
        max(first, 0), phrase.after, index,
    )  # fmt: skip
    if "material" in words and harm.effect.things and "human" in words:
        made = Loss(
            sentence, "counted noun", quantity, tuple(sorted(harm.effect.things)), True,
            phrase.first, phrase.after, index, remarks=["material"],
        )  # fmt: skip
        yield made


def _is_only_mentioned(sentence: Sentence, index: int) -> bool:
    """As in "no details of casualties", "no word on human casualties"."""
    before = sentence.kind(index - 1)
    if before in ("f", "i") and sentence.kind(index - 2) == "N":
        word = sentence.tokens.word(sentence.phrases[index - 2].after - 1)
        return word in _SILENT
    return False


def _owner(sentence: Sentence, noun: NounPhrase) -> tuple[int, int] | None:
    """Whose death it is: the words before "'s"."""
    own = sentence.tokens.codes.rfind("$", noun.first, noun.after)
    return (noun.first, own) if own > noun.first else None


def _possessed(sentence: Sentence, index: int, noun: NounPhrase, harm: Harm) -> Iterator[Loss]:
    """As in "the commander's death"."""
    owner = _owner(sentence, noun)
    assert owner is not None
    head = sentence.tokens.senses[owner[1] - 1]
    person = (
        head.noun is not None and not head.noun.thing and not head.noun.plural and head.code == "n"
    )
    word = sentence.tokens.word(noun.head_at)
    if not person or word not in (
        "death",
        "killing",
        "murder",
        "assassination",
        "release",
        "execution",
        "capture",
        "arrest",
    ):
        return
    phrase = sentence.phrases[index]
    made = Loss(
        sentence, "possessed", ONE, tuple(sorted(harm.effect.people)), False, phrase.first,
        phrase.after, index,
    )  # fmt: skip
    made.remarks.append("owner")
    yield made


def _is_told(sentence: Sentence, index: int, noun: NounPhrase) -> bool:
    """Whether losses without a figure are told of, not merely spoken of: "heavy losses"."""
    words = {sentence.tokens.word(at) for at in range(noun.first, noun.after)}
    word = sentence.tokens.word(noun.head_at)
    if word in ("injuries", "injury", "arrest", "arrests"):
        return False  # "sustained light injuries": told by the verb
    if words & _DEGREES or _is_without(sentence, index):
        return True
    if _is_heavy(sentence, index):
        return True
    before = sentence.kind(index - 1)
    if before == "V":
        main = sentence.verb(index - 1).main
        if sentence.tokens.word(main) in _TELLING:
            return not sentence.verb(index - 1).negated
    if word in ("loss of life", "losses of life") and sentence.kind(index + 1) != "V":
        return True
    return word in ("killings",) and sentence.kind(index + 1) != "V"


def _is_heavy(sentence: Sentence, index: int) -> bool:
    """As in "losses were very heavy"."""
    if sentence.kind(index + 1) != "V" or not sentence.verb(index + 1).copula:
        return False
    start = sentence.phrases[index + 1].after
    words = [
        sentence.tokens.word(at) for at in range(start, min(start + 3, len(sentence.tokens.starts)))
    ]
    return any(word in _DEGREES for word in words)


def _is_without(sentence: Sentence, index: int) -> bool:
    """As in "without casualties", "without causing casualties"."""
    at = index - 1
    if sentence.kind(at) == "V":
        at -= 1
    return sentence.kind(at) == "i" and sentence.word(at) == "without"


def _has_zero_subject(sentence: Sentence, index: int) -> bool:
    """As in "neither camp suffered any loss of life"."""
    if sentence.kind(index - 1) != "V":
        return False
    clause = sentence.clause_start(index)
    subjects = [at for at in range(clause, index - 1) if sentence.kind(at) == "N"]
    return bool(subjects) and sentence.noun(subjects[0]).zero


# -- people named by their fate -------------------------------------------------------------------


def complement(sentence: Sentence, index: int) -> int | None:
    """The phrase behind "of", also where a day or a place stands between."""
    at = index + 1
    for _ in range(2):
        if sentence.kind(at) == "f" and sentence.kind(at + 1) == "N":
            return at + 1
        if sentence.kind(at) == "i" and sentence.kind(at + 1) in ("N", "W", "D"):
            at += 2
        elif sentence.kind(at) in ("W", "D"):
            at += 1
    return None


def _named_by_fate(
    sentence: Sentence, index: int, noun: NounPhrase, harm: Harm, before: Loss | None
) -> Iterator[Loss]:
    """As in "46 bodies", "the bodies of six men", "four deserters"."""
    told = {Outcome.KILLED, Outcome.DESERTED}.intersection(harm.effect.people)
    if not told or _is_unreal(sentence, index):
        return
    body = sentence.tokens.word(noun.head_at) in _BODIES
    of = complement(sentence, index) if body else None
    if of is not None:
        for made in _bodies_of(sentence, index, noun, harm, of):
            yield made
            return
    singular = is_singular(noun, sentence) and body
    if noun.quantity is None and not noun.indefinite and not (noun.possessive and singular):
        return
    made_loss = make_loss(sentence, index, harm.effect, "named by fate")
    if made_loss is not None:
        yield made_loss


def _bodies_of(
    sentence: Sentence, index: int, noun: NounPhrase, harm: Harm, of: int
) -> Iterator[Loss]:
    for member in list_from(sentence, of, own_verb=True):
        made = make_loss(sentence, member, harm.effect, "bodies of")
        if made is not None:
            if noun.quantity is not None:
                made.quantity = noun.quantity
            made.first = min(made.first, sentence.phrases[index].first)
            yield made


def _the_wounded(sentence: Sentence, index: int, noun: NounPhrase, harm: Harm) -> Iterator[Loss]:
    """As in "the 14 wounded", "nine of the eleven injured"."""
    quantity = noun.total if noun.partitive else noun.quantity
    if (
        (quantity is not None
        and not noun.harm.effect.things)
        or (quantity is not None and harm.frame == "state")
    ):
        phrase = sentence.phrases[index]
        yield Loss(
            sentence, "the wounded", quantity, tuple(sorted(harm.effect.people)), False,
            phrase.first, phrase.after, index,
        )  # fmt: skip


def _killing_of(sentence: Sentence, index: int, harm: Harm) -> Iterator[Loss]:
    """As in "the killing of a journalist"."""
    before: Loss | None = None
    for member in without_appositions(sentence, _members(sentence, index, index + 2)):
        made = make_loss(sentence, member, harm.effect, "noun of", None, before)
        if made is not None:
            made.first = min(made.first, sentence.phrases[index].first)
            before = made
            yield made


def _at_the_cost(sentence: Sentence, index: int) -> Iterator[Loss]:
    """As in "at the cost of three volunteers and one soldier"."""
    if sentence.kind(index - 1) != "i" or sentence.kind(index + 1) != "f":
        return
    before: Loss | None = None
    for member in without_appositions(sentence, list_from(sentence, index + 2)):
        known = sentence.noun(member)
        if known.head is None and known.name is None and not (known.partitive or before):
            continue  # "at a cost of 18 million francs"
        made = make_loss(sentence, member, _KILLED, "at the cost of", None, before)
        if made is not None and made.quantity.low is not None:
            made.first = min(made.first, sentence.phrases[index - 1].first)
            before = made
            yield made


def _lives(sentence: Sentence, index: int, noun: NounPhrase) -> Iterator[Loss]:
    """As in "claimed upwards of 6,000 lives"."""
    if sentence.kind(index - 1) != "V" or noun.quantity is None:
        return
    verb = sentence.verb(index - 1)
    if verb.modal or sentence.tokens.word(verb.main) not in _TAKEN_LIVES:
        return
    first, after = sentence.phrases[index - 1].first, sentence.phrases[index].after
    made = Loss(
        sentence, "lives", noun.quantity, (Outcome.KILLED,), False, first, after, index, index - 1
    )
    made.remarks.append("nobody named")
    made.reportedly = verb.reportedly
    yield made


_ = is_finite
