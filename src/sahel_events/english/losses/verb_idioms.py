"""Losses of verbs together with other words: "set three cars on fire", "took nine prisoners"."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from sahel_events.english.lexicon.vocabulary import Form, Harm, vocabulary
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.lexicon.words import Effect
from sahel_events.english.losses.construction import At, Construction, Found, Opens
from sahel_events.english.losses.loss import Loss, make_loss
from sahel_events.english.losses.shared_verbs import listed_losses
from sahel_events.english.syntax.chunks import Sentence
from sahel_events.english.syntax.clauses import subject
from sahel_events.english.syntax.coordination import list_before, list_from, objects
from sahel_events.kinds import Outcome

__all__ = ["IDIOMATIC", "TELLING_VERBS"]

_COST = word_list("cost")
_ENDURED = word_list("endured")
_HURTS = word_list("hurts")
_INHABITANTS = word_list("inhabitants")
_LEFT = word_list("left")
_LIVES = word_list("lives")
_TAKEN = word_list("taken")
_TAKEN_BEFORE = word_list("taken before") | {"", ".", ","}
#: Verbs that may tell of a loss together with other words.
TELLING_VERBS = _COST | _ENDURED | _LEFT | _TAKEN

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


# -- verbs around their object --------------------------------------------------------------------


@frozen
class _Split:
    """A verb whose rest stands behind its object: "set three cars on fire", "shot two dead"."""

    harm: Harm
    nouns: list[int]
    #: the word behind the rest
    after: int


def _find_split(sentence: Sentence, index: int) -> _Split | None:
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
            return _Split(harm, nouns, start)
    stop = min(len(tokens.starts), start + _REACH)
    if start >= stop:
        return None
    tail = tokens.text[tokens.starts[start] : tokens.ends[stop - 1]].lower()
    for rest, harm in choices:
        if tail.startswith(rest) or (len(rest) >= _TELLING and f" {rest}" in tail):
            return _Split(harm, nouns, min(stop, start + rest.count(" ") + 1))
    return None


def _around_object(found: Found, index: int) -> Iterator[Loss]:
    """The losses that a verb tells together with the words behind its object."""
    sentence = found.sentence
    split = _find_split(sentence, index)
    if split is None:
        return
    effect = split.harm.effect
    for made in listed_losses(sentence, split.nouns, index, effect, "active", found.before):
        made.perpetrator = subject(sentence, index)
        made.after = max(made.after, split.after)
        yield made


# -- verbs with their object ----------------------------------------------------------------------


def _suffered_wounds(found: Found, index: int) -> Iterator[Loss]:
    """As in "two pupils sustained gunshot wounds", "escaped with flesh wounds"."""
    if _has_wounds_behind(found.sentence, index):
        nouns = _of_whom(found.sentence, index)
        yield from listed_losses(
            found.sentence, nouns, index, _WOUNDED, "suffered wounds", found.before
        )


def _escaped(found: Found, index: int) -> Iterator[Loss]:
    """As in "nine hostages escaped"."""
    sentence, before = found.sentence, found.before
    if sentence.tokens.word(sentence.verb(index).main) in _ESCAPED:
        held = [at for at in _of_whom(sentence, index) if _was_held(sentence, at, before)]
        yield from listed_losses(sentence, held, index, _FREED, "escaped", before)


def _of_whom(sentence: Sentence, index: int) -> list[int]:
    """The phrases that a verb is said of."""
    last = subject(sentence, index)
    return list_before(sentence, last) if last is not None else []


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


def _left_behind(found: Found, index: int) -> Iterator[Loss]:
    """As in "left 23 of their own on the ground"."""
    sentence = found.sentence
    if sentence.kind(index + 1) != "N":
        return
    noun = sentence.noun(index + 1)
    own = sentence.tokens.word(noun.after - 1) == "own"
    if noun.quantity is not None and noun.partitive and own:
        made = make_loss(sentence, index + 1, _KILLED, "left behind", index)
        if made is not None:
            made.owner = made.named = subject(sentence, index)
            yield made


def _left_home(found: Found, index: int) -> Iterator[Loss]:
    """As in "1,400 people left the town"."""
    sentence = found.sentence
    if sentence.kind(index + 1) != "N" or sentence.noun(index + 1).quantity is not None:
        return
    last = subject(sentence, index)
    if last is not None and _are_inhabitants(sentence, last):
        yield from listed_losses(sentence, [last], index, _DISPLACED, "left home")


def _are_inhabitants(sentence: Sentence, index: int) -> bool:
    """As in "1,400 people"; soldiers who leave a town are not displaced."""
    noun = sentence.noun(index)
    if noun.quantity is None or noun.head_at < 0:
        return False
    return sentence.tokens.word(noun.head_at) in _INHABITANTS


def _taken(found: Found, index: int) -> Iterator[Loss]:
    """As in "took nine prisoners", "41 hostages were held"; nothing for a verb of other meaning."""
    sentence = found.sentence
    verb = sentence.verb(index)
    if not verb.passive or verb.form is Form.ING:  # "were holding nine prisoners"
        yield from _captives(sentence, index, objects(sentence, index))
        return
    nouns = _of_whom(sentence, index)
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


def _cost_men(found: Found, index: int) -> Iterator[Loss]:
    """As in "cost the insurgents 17 men"."""
    sentence = found.sentence
    nouns = objects(sentence, index)
    first = nouns[-1] + 1 if nouns else -1
    if sentence.kind(first) == "N" and _is_toll(sentence, first):
        tolls = [noun for noun in list_from(sentence, first) if _is_toll(sentence, noun)]
        for made in listed_losses(sentence, tolls, index, _LOST, "lost"):
            made.owner = nouns[-1]
            yield made


def _cost_lives(found: Found, index: int) -> Iterator[Loss]:
    """As in "cost nine traders their lives"."""
    sentence = found.sentence
    nouns = objects(sentence, index)
    if not nouns or sentence.kind(nouns[-1] + 1) != "N":
        return
    life = sentence.noun(nouns[-1] + 1)
    if life.head_at >= 0 and sentence.tokens.word(life.head_at) in _LIVES:
        yield from listed_losses(sentence, nouns, index, _KILLED, "cost lives")


def _is_toll(sentence: Sentence, index: int) -> bool:
    """Whether a phrase counts what somebody lost: "17 men", and not "$17 million"."""
    noun = sentence.noun(index)
    counted = noun.quantity is not None and noun.quantity.low is not None
    return counted and noun.head is not None and noun.head.noun is not None


# -- as values ------------------------------------------------------------------------------------


def _is_split(found: Found, index: int) -> bool:
    return _find_split(found.sentence, index) is not None


def _verbs(words: frozenset[str], named: str, *, of_harm: bool = False) -> Opens:
    """At some verbs of other meaning; also, or not, where they tell of harm by themselves."""

    def when(found: Found, index: int) -> bool:
        verb = found.sentence.verb(index)
        alone = verb.sense.harm is None or verb.sense.harm.frame in ("noun", "victims")
        return found.sentence.tokens.word(verb.main) in words and (of_harm or alone)

    return Opens(At.VERB, named, when)


_AROUND_OBJECT = Construction(
    name="verb around its object",
    rule="active",
    example={
        "Gunmen set three cars on fire near Boni.": "3 destroyed: car",
        "Gunmen shot two herders dead near Boni.": "2 killed: herders",
    },
    not_=("Gunmen set three conditions on Friday.",),
    opens=Opens(At.VERB, "a verb of several words, the last behind its object", _is_split),
    make=_around_object,
)
_SUFFERED_WOUNDS = Construction(
    name="suffered wounds",
    example={"Two pupils sustained gunshot wounds.": "2 wounded: pupils"},
    not_=("Two pupils sustained 12 gunshot wounds between them.",),
    opens=_verbs(_ENDURED, "a verb of suffering"),
    make=_suffered_wounds,
)
_ESCAPED_CAPTIVITY = Construction(
    name="escaped",
    example={"Nine hostages escaped near Ber.": "9 freed: hostages"},
    not_=("Nine gunmen escaped near Ber.",),
    opens=_verbs(_ENDURED, "a verb of escaping"),
    make=_escaped,
)
_LEFT_BEHIND = Construction(
    name="left behind",
    example={"The rebels left 23 of their own on the ground.": "23 killed: rebels"},
    not_=("The rebels left 23 of their trucks on the road.",),
    opens=_verbs(_LEFT, "a verb of leaving"),
    make=_left_behind,
)
_LEFT_HOME = Construction(
    name="left home",
    example={"At least 1,400 people left the town.": "1,400+ displaced: people"},
    not_=("Some 40 soldiers left the town after the raid.",),
    opens=_verbs(_LEFT, "a verb of leaving"),
    make=_left_home,
)
_TAKEN_CAPTIVE = Construction(
    name="taken",
    example={
        "Nine prisoners were held in Ber.": "9 captured: prisoners",
        "Some 40 girls were taken from the town.": "~40 hostage: girls",
    },
    not_=("Some 40 girls were taken to hospital.", "The rebels took nine weeks."),
    opens=_verbs(_TAKEN, "a verb of taking or holding", of_harm=True),
    make=_taken,
)
_COST_MEN = Construction(
    name="cost men",
    rule="lost",
    example={"The battle cost the insurgents 17 men.": "17 killed: men"},
    not_=("The battle cost the insurgents $17 million.",),
    opens=_verbs(_COST, "a verb of costing"),
    make=_cost_men,
)
_COST_LIVES = Construction(
    name="cost lives",
    example={"The raid cost nine traders their lives.": "9 killed: traders"},
    not_=("The raid cost nine traders their savings.",),
    opens=_verbs(_COST, "a verb of costing"),
    make=_cost_lives,
)
#: In the order in which they are tried, before the voices of verbs that tell of harm themselves.
IDIOMATIC = (
    _AROUND_OBJECT,
    _SUFFERED_WOUNDS,
    _ESCAPED_CAPTIVITY,
    _LEFT_BEHIND,
    _LEFT_HOME,
    _TAKEN_CAPTIVE,
    _COST_MEN,
    _COST_LIVES,
)
