"""Losses that verbs tell: "nine were killed", "they killed nine", "nine died", "lost nine men"."""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.language.lexicon import Effect
from sahel_events.model import Outcome
from sahel_events.prose.clauses import is_finite, list_before, list_from, objects, subject
from sahel_events.prose.counting import quantity_of
from sahel_events.prose.losses import Loss, is_bare, make_loss, without_appositions
from sahel_events.prose.phrases import Sentence, VerbGroup
from sahel_events.prose.vocabulary import Form, Harm, vocabulary
from sahel_events.values import Quantity

__all__ = ["is_unreal", "losses_of_verb"]

_FALL = frozenset(("fall", "falls", "fell", "fallen", "falling"))
_LEAVE = frozenset(("left", "leaving", "leaves", "abandoned", "abandoning"))
_HOME = frozenset(
    (
        "people",
        "residents",
        "families",
        "villagers",
        "inhabitants",
        "civilians",
        "households",
        "persons",
    )
)
_ENDURE = frozenset(
    "suffer suffers suffered suffering sustain sustained sustaining sustains escaped".split()
)
_HURTS = frozenset("burns wounds wound injuries injury burn fractures".split())
_TAKE = frozenset(
    "take takes took taken taking hold holds held holding make made captured capturing capture".split()
)
_COST = frozenset("cost costs costing".split())
_LIVES = frozenset("life lives".split())
_WHOLLY = frozenset("everyone everybody all".split())
_KILLED = Effect((Outcome.KILLED,), ())
_WOUNDED = Effect((Outcome.WOUNDED,), ())
_DISPLACED = Effect((Outcome.DISPLACED,), ())
_HYPOTHETICAL = frozenset(("if", "unless", "whether", "lest"))


def losses_of_verb(sentence: Sentence, index: int, before: Loss | None) -> Iterator[Loss]:
    """The losses that the verb group at ``index`` tells; ``before`` is the loss told last."""
    verb = sentence.verb(index)
    harm = verb.sense.harm
    if harm is None and sentence.tokens.word(verb.main) not in _IDIOMATIC():
        return
    if is_unreal(sentence, index, verb):
        return
    split = _split(sentence, index)
    if split is not None:
        yield from _split_verb(sentence, index, *split, before)
    elif harm is None or harm.frame in ("noun", "victims"):
        yield from _idioms(sentence, index, verb)
    elif sentence.tokens.word(verb.main) in _TAKE and (taken := list(_taken(sentence, index))):
        yield from taken
    elif _is_passive(sentence, index, verb, harm):
        yield from _passive(sentence, index, harm, before)
    elif harm.frame == "object":
        yield from _active(sentence, index, harm, before)
    elif harm.frame == "owner":
        yield from _lost(sentence, index, harm)
    elif harm.frame == "either" and _has_object(sentence, index):
        yield from _active(sentence, index, harm, before)
    elif harm.frame in ("subject", "either"):
        yield from _suffered(sentence, index, harm, before)


def _IDIOMATIC() -> frozenset[str]:
    """Verbs that tell of harm together with other words."""
    return _IDIOMS | vocabulary().splits.keys()


_IDIOMS = _ENDURE | _LEAVE | _TAKE | _COST


# -- what is told as a fact -----------------------------------------------------------------------


def is_unreal(sentence: Sentence, index: int, verb: VerbGroup) -> bool:
    """Whether the verb tells of what may or will happen, or did not."""
    if verb.modal or verb.negated:
        return True
    if (
        verb.infinitive
        and not verb.perfect
        and not _is_achieved(sentence, index)
        and not _is_forced(sentence, index)
    ):
        return True
    clause = sentence.clause_start(index)
    supposed = sentence.kinds.rfind("F", clause, index)
    if supposed >= 0 and sentence.word(supposed) in _HYPOTHETICAL:
        return "V" not in sentence.kinds[supposed:index] or sentence.word(supposed) != "whether"
    if verb.passive or verb.perfect or verb.infinitive:
        return False
    return _is_bare_present(sentence, index, verb) or _is_suspected(sentence, index)


def _is_achieved(sentence: Sentence, index: int) -> bool:
    """As in "managed to kill": the infinitive is a fact."""
    if sentence.kind(index - 1) != "V":
        return False
    return sentence.tokens.word(sentence.phrases[index - 1].after - 1) in (
        "managed",
        "succeeded",
        "continued",
    )


_FORCE = frozenset(
    "force forces forced forcing prompt prompted prompting cause caused causing obliged compelled compelling led".split()
)


def _is_forced(sentence: Sentence, index: int) -> bool:
    """As in "forced 60,000 people to flee"."""
    if sentence.kind(index - 1) != "N" or sentence.kind(index - 2) != "V":
        return False
    return sentence.tokens.word(sentence.verb(index - 2).main) in _FORCE


def _is_bare_present(sentence: Sentence, index: int, verb: VerbGroup) -> bool:
    """Whether it is a present or base form that is no report: "desert", "soldiers kill"."""
    form = verb.form
    if form not in (Form.BASE, Form.THIRD):
        return False
    if sentence.kind(index - 1) != "N":
        return True
    noun = sentence.noun(index - 1)
    return noun.quantity is None and not (form is Form.THIRD and sentence.kind(index + 1) == "N")


def _is_suspected(sentence: Sentence, index: int) -> bool:
    """As in "a soldier suspected of stealing cattle"."""
    return (
        sentence.kind(index - 1) in ("f", "i")
        and sentence.word(index - 1) in ("of", "for", "at", "from")
        and (sentence.verb(index).form is Form.ING)
    )


# -- voices ---------------------------------------------------------------------------------------


def _is_passive(sentence: Sentence, index: int, verb: VerbGroup, harm: Harm) -> bool:
    """Whether what the verb is said of came to harm: "were killed", "nine soldiers killed"."""
    if harm.frame == "state":
        after_copula = sentence.kind(index - 1) == "V" and sentence.verb(index - 1).copula
        return (
            verb.passive
            or after_copula
            or sentence.kind(index - 1) in ("N", "y", ",", "-", "(", "")
        )
    if harm.frame == "subject" or harm.form is None or not harm.form.is_participle:
        return False
    if verb.passive:
        return True
    if harm.frame == "passive":
        return False
    if verb.perfect or harm.frame == "owner":
        return False
    if _follows_passive(sentence, index):
        return True
    return not _has_object(sentence, index)


def _follows_passive(sentence: Sentence, index: int) -> bool:
    """As in "were disarmed and locked up": the second participle shares the first one's "were"."""
    joint = index - 1
    while joint >= 0 and sentence.kind(joint) in "&,yB":
        joint -= 1
    return (
        joint < index - 1
        and sentence.kind(joint) == "V"
        and sentence.verb(joint).passive
        and not _has_object(sentence, index)
    )


def _has_object(sentence: Sentence, index: int) -> bool:
    behind = index + 1
    while sentence.kind(behind) == "y":
        behind += 1
    if sentence.kind(behind) == "&" and sentence.kind(behind + 1) == "V":
        return _has_object(sentence, behind + 1)
    if sentence.kind(behind) == "w" and sentence.kind(index - 1) == "R":
        return True  # "which seized power"
    return sentence.kind(behind) == "N" and not _starts_time(sentence, behind)


def _starts_time(sentence: Sentence, index: int) -> bool:
    """As in "killed the night before": no object."""
    noun = sentence.noun(index)
    return noun.head_at >= 0 and sentence.tokens.word(noun.head_at) in (
        "day",
        "night",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "morning",
        "evening",
        "hours",
        "time",
        "year",
        "years",
        "weekend",
    )


def _passive(sentence: Sentence, index: int, harm: Harm, before: Loss | None) -> Iterator[Loss]:
    """As in "nine soldiers were killed", "nine killed", "the soldiers killed at Bamba"."""
    last = _right_before(sentence, index)
    rule = "participle"
    if last is not None:
        nouns = _before_participle(sentence, last)
    else:
        rule = "passive"
        last = subject(sentence, index)
        if last is None and sentence.kind(index - 1) == "," and sentence.kind(index - 2) == "N":
            last = index - 2  # "the hostage, freed on Sunday,"
        if last is None:
            last = _inverted(sentence, index)
            if last is None:
                return
            nouns = list_from(sentence, last)
        elif _excepted(sentence, last) and before is not None:
            yield from _all_but(sentence, last - 2, index, harm.effect, before)
            return
        else:
            nouns = list_before(sentence, last)
    nouns = [noun for noun in nouns if not _is_odd(sentence, noun, index, harm)]
    effect = _joined_effect(sentence, index, harm)
    if effect is None:
        return
    for made in _each(sentence, nouns, index, effect, rule, before):
        made.perpetrator = _agent(sentence, index)
        total = sentence.noun(made.noun).total if made.noun is not None else None
        if rule == "participle" and total is not None:
            made.quantity = total
        if sentence.tokens.word(sentence.verb(index).main) in ("unhurt", "unharmed", "unscathed"):
            made.quantity = Quantity.exactly(0)
        yield made
    yield from _gapped(sentence, index, effect, nouns)


def _is_odd(sentence: Sentence, noun: int, index: int, harm: Harm) -> bool:
    """Whether a verb of wide meaning is said of something that is no loss: "a vote was taken"."""
    word = sentence.tokens.word(sentence.verb(index).main)
    phrase = sentence.noun(noun)
    if word in _STRIKES:
        return phrase.quantity is None
    if word in _WIDE:
        return _is_idle(sentence, noun)
    if word in _BURIED:
        return phrase.quantity is None
    return False


_WIDE = frozenset("take takes took taken taking".split())
_BURIED = frozenset("bury buries buried burying".split())


def _before_participle(sentence: Sentence, last: int) -> list[int]:
    noun = sentence.noun(last)
    if is_bare(noun) or noun.total is not None:
        return [last]
    return list_before(sentence, last)


def _joined_effect(sentence: Sentence, index: int, harm: Harm) -> Effect | None:
    """What "killed or wounded" says together; ``None`` for its second word."""
    joint = index - 1
    if (
        sentence.kind(joint) == "&"
        and sentence.kind(joint - 1) == "V"
        and _joins(sentence, joint - 1, index)
    ):
        return None
    if joint >= 0 and _in_triple(sentence, index):
        return None
    triple = _triple(sentence, index)
    if triple is not None:
        return triple
    if (
        sentence.kind(index + 1) == "&"
        and sentence.kind(index + 2) == "V"
        and _joins(sentence, index, index + 2)
    ):
        other = sentence.verb(index + 2).sense.harm
        assert other is not None
        return Effect(
            tuple({*harm.effect.people, *other.effect.people}),
            tuple({*harm.effect.things, *other.effect.things}),
        )
    return harm.effect


def _triple(sentence: Sentence, index: int) -> Effect | None:
    """What "killed, wounded or captured" says together."""
    if (
        sentence.kinds[index + 1 : index + 5] not in (",V&V",)
        and sentence.kinds[index + 1 : index + 6] != ",V,&V"
    ):
        return None
    last = index + 4 if sentence.kind(index + 4) == "V" else index + 5
    harms = [sentence.verb(at).sense.harm for at in (index, index + 2, last)]
    if sentence.word(last - 1) != "or" or any(harm is None for harm in harms):
        return None
    return Effect(
        tuple({outcome for harm in harms if harm for outcome in harm.effect.people}),
        tuple({outcome for harm in harms if harm for outcome in harm.effect.things}),
    )


def _in_triple(sentence: Sentence, index: int) -> bool:
    """Whether the verb is the second or third of "killed, wounded or captured"."""
    starts = (index - 2, index - 4, index - 5)
    return any(
        start >= 0 and sentence.kind(start) == "V" and _triple(sentence, start) for start in starts
    )


def _joins(sentence: Sentence, first: int, second: int) -> bool:
    """Whether two outcomes are said of the same people at once: "killed or wounded"."""
    harms = [sentence.verb(at).sense.harm for at in (first, second)]
    bare = sentence.phrases[second].after - sentence.phrases[second].first == 1
    joined = sentence.word(first + 1) == "or"
    if not (bare or joined) or any(
        harm is None or harm.frame not in ("object", "state", "either") for harm in harms
    ):
        return False
    if sentence.word(first + 1) == "or":
        return True
    kinds = {outcome for harm in harms if harm for outcome in harm.effect.people}
    return not sentence.verb(first).passive and kinds == {Outcome.KILLED, Outcome.WOUNDED}


def _right_before(sentence: Sentence, index: int) -> int | None:
    """The noun phrase that a bare participle follows."""
    phrase = sentence.phrases[index]
    codes = sentence.tokens.codes[phrase.first : phrase.after]
    if codes.strip("y") != "h":
        return None
    before = index - 1
    while sentence.kind(before) == "y":
        before -= 1
    if (
        sentence.kind(before) == "V"
        and sentence.tokens.word(sentence.verb(before).main) in _SAID_TO_BE
    ):
        before -= 1  # "29 soldiers reported killed"
    if sentence.kind(before) != "N":
        return None
    if (
        sentence.kind(before - 1) == "i"
        and sentence.kind(before - 2) == "N"
        and not _counts(sentence, before)
    ):
        before -= 2  # "eight prisoners from JNIM captured in December"
    return before


_SAID_TO_BE = frozenset("reported confirmed believed presumed listed".split())


def _counts(sentence: Sentence, index: int) -> bool:
    noun = sentence.noun(index)
    return (
        noun.quantity is not None
        or noun.indefinite
        or (noun.head is not None and noun.head.noun is not None)
    )


def _inverted(sentence: Sentence, index: int) -> int | None:
    """As in "dead: two children", "killed were nine soldiers"."""
    if sentence.kind(index + 1) in (":", "-", "V") and sentence.kind(index + 2) == "N":
        return index + 2
    return None


def _agent(sentence: Sentence, index: int) -> int | None:
    """The phrase behind "by"."""
    for at in range(index + 1, min(index + 8, len(sentence.kinds))):
        if sentence.kind(at) == "i" and sentence.kind(at + 1) == "N" and sentence.word(at) == "by":
            return at + 1
        if sentence.kind(at) in ";:.VS":
            return None
    return None


def _gapped(sentence: Sentence, index: int, effect: Effect, nouns: list[int]) -> Iterator[Loss]:
    """As in "eleven parishioners were killed inside, two volunteers outside"."""
    first: Loss | None = None
    if nouns:
        first = make_loss(sentence, nouns[0], effect, "gapped", index)
    at = index + 1
    limit = min(len(sentence.kinds), index + 16)
    while at < limit and sentence.kind(at) not in ";.V:":
        joined = sentence.kind(at) in ",&"
        along = sentence.kind(at) == "&" and sentence.word(at) in (
            "along with",
            "together with",
            "as well as",
            "plus",
            "and so were",
            "and so was",
        )
        while joined and sentence.kind(at + 1) in ("&", ","):
            along = along or sentence.word(at + 1) in ("along with", "as well as", "plus")
            at += 1
        if joined and sentence.kind(at + 1) == "N" and (at + 1) not in nouns:
            noun = sentence.noun(at + 1)
            apart = sentence.kind(at + 2) in ("i", "W", "D") and sentence.kind(at + 3) != "V"
            bare = (
                is_bare(noun) and not along and not (apart and sentence.word_at(at + 2) in _APART)
            )
            counted = noun.quantity is not None and not bare and (along or not noun.partitive)
            ends = sentence.kind(at + 2) in ("y", ",", ".", ";", "", "&", "i", "f")
            place = sentence.kind(at + 2) in ("y", "i") or along
            if counted and ends and place and not _is_measure(sentence, at + 1):
                made = make_loss(sentence, at + 1, effect, "gapped", index, first)
                if made is not None:
                    yield made
        at += 1


_APART = frozenset("in at near on around outside".split())


def _is_measure(sentence: Sentence, index: int) -> bool:
    return _starts_time(sentence, index)


def _active(sentence: Sentence, index: int, harm: Harm, before: Loss | None) -> Iterator[Loss]:
    """As in "they killed nine", "killing nine"."""
    verb = sentence.verb(index)
    first = index + 1
    gerund = verb.form is Form.ING and sentence.kind(first) == "f"
    nouns = list_from(sentence, first + 1) if gerund else objects(sentence, index)
    if verb.sense.attack is not None and sentence.tokens.word(verb.main) in _STRIKES:
        nouns = [noun for noun in nouns if sentence.noun(noun).quantity is not None]
    if harm.effect.things == (Outcome.SEIZED,) and not harm.effect.people:
        nouns = [noun for noun in nouns if not _is_idle(sentence, noun)]
    if sentence.tokens.word(verb.main) in _BURIED:
        nouns = [noun for noun in nouns if sentence.noun(noun).quantity is not None]
    effect = _joined_effect(sentence, index, harm)
    if effect is None:
        return
    zero = _has_zero_subject(sentence, index)
    for made in _each(sentence, nouns, index, effect, "active", before):
        made.perpetrator = subject(sentence, index)
        if zero:
            made.quantity = Quantity.exactly(0)
        yield made
    yield from _exceptions(sentence, index, effect, before)


_STRIKES = frozenset(
    "hit hits hitting bomb bombs bombed bombing blast blasts blasted blasting".split()
)


def _has_zero_subject(sentence: Sentence, index: int) -> bool:
    return False


def _is_idle(sentence: Sentence, index: int) -> bool:
    """Whether "took" and "stole" have no things of known kind behind them: "took part"."""
    noun = sentence.noun(index)
    if noun.of is not None and noun.quantity is not None:
        return False
    return (
        noun.head is None
        or noun.head.noun is None
        or not noun.head.noun.thing
        or noun.head.noun.category == "building"
    )


def _exceptions(
    sentence: Sentence, index: int, effect: Effect, before: Loss | None
) -> Iterator[Loss]:
    """As in "executed all but one of them", where the figure before says how many there were."""
    at = index + 1
    if (
        sentence.kind(at) != "N"
        or sentence.text(at).lower() not in ("all", "the")
        or before is None
    ):
        return
    if sentence.kind(at + 1) == "B" and sentence.kind(at + 2) == "N":
        yield from _all_but(sentence, at, index, effect, before)


def _all_but(
    sentence: Sentence, at: int, verb: int, effect: Effect, before: Loss
) -> Iterator[Loss]:
    left = sentence.noun(at + 2).quantity
    whole = sentence.noun(at + 2).total or before.quantity
    if left is None or left.low is None or whole.low is None or whole.low <= left.low:
        return
    outcomes = effect.things if before.thing else effect.people
    if outcomes:
        first = min(sentence.phrases[verb].first, sentence.phrases[at].first)
        after = max(sentence.phrases[verb].after, sentence.phrases[at + 2].after)
        yield Loss(
            sentence, "all but", Quantity.exactly(whole.low - left.low), tuple(sorted(outcomes)),
            before.thing, first, after, at, verb, kin=before, parent=before,
        )  # fmt: skip


def _suffered(sentence: Sentence, index: int, harm: Harm, before: Loss | None) -> Iterator[Loss]:
    """As in "nine soldiers died", "with two dying in the clash"."""
    verb = sentence.verb(index)
    if harm.frame == "passive":
        return
    if sentence.tokens.word(verb.main) in _FALL and not _falls_in_action(sentence, index):
        return
    if sentence.kind(index + 1) == "f" and _is_illness(sentence, index + 2):
        return
    participle = (
        verb.form is Form.PARTICIPLE
        and sentence.phrases[index].after - sentence.phrases[index].first == 1
    )
    if (verb.form is Form.ING or participle) and sentence.kind(index - 1) == "N":
        nouns = [index - 1]
    else:
        last = subject(sentence, index)
        if last is None:
            return
        if _excepted(sentence, last) and before is not None:
            yield from _all_but(sentence, last - 2, index, harm.effect, before)
            return
        nouns = list_before(sentence, last)
    yield from _each(sentence, nouns, index, harm.effect, "intransitive", before)
    yield from _gapped(sentence, index, harm.effect, nouns)


def _excepted(sentence: Sentence, last: int) -> bool:
    """As in "all but three": the subject is what remains."""
    return (
        sentence.kind(last - 1) == "B"
        and sentence.kind(last - 2) == "N"
        and sentence.text(last - 2).lower() == "all"
    )


def _falls_in_action(sentence: Sentence, index: int) -> bool:
    """Whether "eleven soldiers fell" tells of death, and not of a town or into an ambush."""
    behind = sentence.kind(index + 1)
    if behind in ("i", ">", "f") and sentence.word(index + 1) not in (
        "in",
        "at",
        "on",
        "during",
        "near",
    ):
        return False
    before = subject(sentence, index)
    return before is not None and sentence.noun(before).quantity is not None


def _is_illness(sentence: Sentence, index: int) -> bool:
    return any(
        sentence.word(at) in _ILLNESSES for at in range(index, min(index + 3, len(sentence.kinds)))
    )


_ILLNESSES = frozenset(
    "malaria cholera illness disease cancer covid-19 covid ebola measles natural causes age heart stroke "
    "tuberculosis aids meningitis pneumonia fever".split()
)


def _lost(sentence: Sentence, index: int, harm: Harm) -> Iterator[Loss]:
    """As in "the army lost nine men and two vehicles"."""
    owner = subject(sentence, index)
    nouns = objects(sentence, index)
    counted = [
        noun
        for noun in nouns
        if sentence.noun(noun).quantity is not None
        or sentence.noun(noun).indefinite
        or sentence.noun(noun).zero
    ]
    for made in _each(sentence, counted, index, harm.effect, "lost", None):
        made.owner = owner
        yield made


def _each(
    sentence: Sentence, nouns: list[int], verb: int, effect: Effect, rule: str, before: Loss | None
) -> Iterator[Loss]:
    """A loss for every noun phrase that the verb is said of."""
    group = sentence.verb(verb)
    whole: Loss | None = None
    for noun in without_appositions(sentence, nouns):
        if _is_loose(sentence, noun, rule):
            continue
        made = make_loss(sentence, noun, effect, rule, verb, before)
        if made is not None:
            made.reportedly = group.reportedly
            made.parent = whole
            before = made
            if whole is None and _lists_members(sentence, nouns, noun, made):
                whole = made
            yield made


def _lists_members(sentence: Sentence, nouns: list[int], first: int, made: Loss) -> bool:
    """As in "two hostages, a German and an Italian": the list spells out the figure before it."""
    behind = [noun for noun in nouns if noun > first]
    if made.quantity.low is None or made.quantity.low < 2 or len(behind) != made.quantity.low:
        return False
    joined = sentence.kinds[first + 1 : behind[0]]
    return (
        "," in joined
        and "&" not in joined
        and all(
            quantity_of(sentence.noun(noun), sentence) == Quantity.exactly(1) for noun in behind
        )
    )


def _is_loose(sentence: Sentence, noun: int, rule: str) -> bool:
    """Whether a bare singular stands before a bare participle by chance: "mercenary dead"."""
    phrase = sentence.noun(noun)
    if rule != "participle" or phrase.first != phrase.noun_from or phrase.name is not None:
        return False
    return quantity_of(phrase, sentence) == Quantity.exactly(1)


# -- verbs of several words -----------------------------------------------------------------------


def _split(sentence: Sentence, index: int) -> tuple[str, Harm, list[int], int] | None:
    """A verb whose particle stands behind its object: "set three cars on fire", "shot two dead".

    Gives the particle, the harm, the objects and the word behind the particle.
    """
    verb = sentence.verb(index)
    choices = vocabulary().splits.get(sentence.tokens.word(verb.main))
    if choices is None or sentence.kind(index + 1) != "N":
        return None
    nouns = objects(sentence, index)
    if not nouns:
        return None
    tokens = sentence.tokens
    start = sentence.phrases[nouns[-1]].after
    stop = min(len(tokens.starts), start + 6)
    if start >= stop:
        return None
    tail = tokens.text[tokens.starts[start] : tokens.ends[stop - 1]].lower()
    for rest, harm in choices:
        if tail.startswith(rest) or f" {rest}" in tail:
            if len(rest) < 5 and not tail.startswith(rest):
                continue
            return rest, harm, nouns, min(stop, start + rest.count(" ") + 1)
    return None


def _split_verb(
    sentence: Sentence, index: int, rest: str, harm: Harm, nouns: list[int], after: int,
    before: Loss | None,
) -> Iterator[Loss]:  # fmt: skip
    for made in _each(sentence, nouns, index, harm.effect, "active", before):
        made.perpetrator = subject(sentence, index)
        made.after = max(made.after, after)
        yield made


def _idioms(sentence: Sentence, index: int, verb: VerbGroup) -> Iterator[Loss]:
    """What verbs of other meaning tell together with their object."""
    word = sentence.tokens.word(verb.main)
    if word in _ENDURE:
        yield from _endured(sentence, index)
    elif word in _LEAVE:
        yield from _left(sentence, index)
    elif word in _TAKE:
        yield from _taken(sentence, index)
    elif word in _COST:
        yield from _cost_lives(sentence, index)


def _endured(sentence: Sentence, index: int) -> Iterator[Loss]:
    """As in "two pupils sustained gunshot wounds", "escaped with flesh wounds"."""
    tokens = sentence.tokens
    start = sentence.phrases[index].after
    for at in range(start, min(start + 5, len(tokens.starts))):
        if tokens.codes[at] == "q":
            return
        if tokens.word(at) in _HURTS:
            break
    else:
        return
    last = subject(sentence, index)
    if last is not None:
        yield from _each(
            sentence, list_before(sentence, last), index, _WOUNDED, "suffered wounds", None
        )


def _left(sentence: Sentence, index: int) -> Iterator[Loss]:
    """As in "left 23 of their own on the ground"; "1,400 people left the town"."""
    if sentence.kind(index + 1) == "N":
        noun = sentence.noun(index + 1)
        tokens = sentence.tokens
        if noun.quantity is not None and noun.partitive and tokens.word(noun.after - 1) == "own":
            made = make_loss(sentence, index + 1, _KILLED, "left behind", index)
            if made is not None:
                made.owner = subject(sentence, index)
                yield made
            return
        last = subject(sentence, index)
        if last is None or noun.quantity is not None:
            return
        people = sentence.noun(last)
        if (
            people.quantity is not None
            and people.head_at >= 0
            and tokens.word(people.head_at) in _HOME
        ):
            yield from _each(sentence, [last], index, _DISPLACED, "left home", None)


def _taken(sentence: Sentence, index: int) -> Iterator[Loss]:
    """As in "took nine prisoners", "41 hostages were held"."""
    if sentence.verb(index).passive:
        last = subject(sentence, index)
        nouns = list_before(sentence, last) if last is not None else []
        for noun in nouns:
            if _are_people_taken(sentence, noun, index):
                made = make_loss(sentence, noun, _TAKEN_AWAY, "taken", index)
                if made is not None:
                    yield made
                    return
    else:
        nouns = objects(sentence, index)
    for noun in nouns:
        head = sentence.noun(noun).head
        harm = head.harm if head is not None else None
        if (
            harm is not None
            and harm.frame == "victims"
            and {Outcome.CAPTURED, Outcome.HOSTAGE}.intersection(harm.effect.people)
        ):
            made = make_loss(sentence, noun, harm.effect, "taken", index)
            if made is not None:
                made.perpetrator = subject(sentence, index)
                yield made


def _are_people_taken(sentence: Sentence, noun: int, index: int) -> bool:
    """As in "276 girls were taken from the town"."""
    phrase = sentence.noun(noun)
    people = phrase.head is not None and phrase.head.noun is not None and not phrase.head.noun.thing
    word = sentence.tokens.word(sentence.verb(index).main)
    apart = people and phrase.head is not None and phrase.head.harm is None
    return (
        apart
        and word == "taken"
        and phrase.quantity is not None
        and sentence.word_at(index + 1) in ("from", "by", "away", "", ".", ",")
    )


_TAKEN_AWAY = Effect((Outcome.HOSTAGE,), ())


def _cost_lives(sentence: Sentence, index: int) -> Iterator[Loss]:
    """As in "cost nine traders their lives"."""
    nouns = objects(sentence, index)
    if nouns and sentence.kind(nouns[-1] + 1) == "N":
        life = sentence.noun(nouns[-1] + 1)
        if life.head_at >= 0 and sentence.tokens.word(life.head_at) in _LIVES:
            yield from _each(sentence, nouns, index, _KILLED, "cost lives", None)


_ = (is_finite, _WHOLLY)
