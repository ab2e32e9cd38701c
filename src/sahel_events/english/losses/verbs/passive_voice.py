"""Losses of verbs in the passive: "nine soldiers were killed", "nine killed", "dead: nine"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sahel_events.english.lexicon.senses import (
    ADVERB,
    ATTACKED,
    DATE,
    GOVERNORS,
    HARM,
    OF,
    PREPOSITION,
    PREPOSITIONS,
    WEEKDAY,
)
from sahel_events.english.lexicon.vocabulary import Harm
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.losses.construction import At, Construction, Found, Opens
from sahel_events.english.losses.loss import Loss
from sahel_events.english.losses.verbs.joint_outcomes import joint_effect
from sahel_events.english.losses.verbs.shared_verbs import listed_losses
from sahel_events.english.losses.verbs.voices import Voice, harm_of
from sahel_events.english.syntax.chunks import NOUN, VERB, Sentence
from sahel_events.english.syntax.clauses import agent, subject
from sahel_events.english.syntax.coordination import list_before, list_from
from sahel_events.english.syntax.quantifiers import ZERO, fits, is_bare, is_known, is_meant
from sahel_events.kinds import Outcome

__all__ = ["INVERTED", "LIVES_LOST", "PARTICIPLE", "PASSIVE"]

_COUNTED = word_list("counted in passive")
_LIVES = word_list("lives")
_TAKE = word_list("forms of take")
_SAID_TO_BE = word_list("said to be")


def _of_participle(found: Found, index: int) -> Iterator[Loss]:
    """As in "nine soldiers killed", "nine killed"."""
    last = _right_before(found.sentence, index)
    if last is not None:
        nouns = _counted_by_participle(found.sentence, last)
        yield from _of_those(found, index, nouns, "participle")


def _of_subject(found: Found, index: int) -> Iterator[Loss]:
    """As in "three soldiers and a guide were killed"."""
    last = _subject(found.sentence, index)
    if last is not None:
        yield from _of_those(found, index, list_before(found.sentence, last), "passive")


def _of_inverted(found: Found, index: int) -> Iterator[Loss]:
    """As in "dead: two children"."""
    yield from _of_those(found, index, _inverted(found.sentence, index), "passive")


def _of_lives(found: Found, index: int) -> Iterator[Loss]:
    """As in "nine lives were lost"."""
    for made in _of_subject(found, index):
        made.rule, made.remarks = "lives", ["nobody named"]
        yield made


def _of_those(found: Found, index: int, nouns: list[int], rule: str) -> Iterator[Loss]:
    """The losses of those of whom a verb in the passive is said."""
    sentence = found.sentence
    effect = joint_effect(sentence, index, harm_of(sentence, index))
    if not nouns or effect is None:
        return
    verb = _main(sentence, index)
    booty = effect.things == (Outcome.SEIZED,) and not effect.people and not _of_things(found)
    counted, wide = verb in _COUNTED, verb in _TAKE or booty
    nouns = [at for at in nouns if is_meant(sentence.noun(at), counted=counted, wide=wide)]
    if harm_of(sentence, index).frame == "owner":
        nouns = [at for at in nouns if _can_be_lost(sentence, at)]
    for made in listed_losses(sentence, nouns, index, effect, rule, found.before):
        made.perpetrator = agent(sentence, index)
        _adjust(made, harm_of(sentence, index))
        yield made


def _of_things(found: Found) -> bool:
    """Whether things were told of last: of bodies, "others carried away" are no booty."""
    return found.before is not None and found.before.thing


def _main(sentence: Sentence, index: int) -> str:
    """The main word of a verb group."""
    return sentence.tokens.word(sentence.verb(index).main)


def _tells_of_lives(found: Found, index: int) -> bool:
    """As in "nine lives were lost"."""
    if found.voice(index) is not Voice.PASSIVE or _main(found.sentence, index) != "lost":
        return False
    last = _subject(found.sentence, index)
    noun = found.sentence.noun(last) if last is not None else None
    return (
        noun is not None
        and noun.head_at >= 0
        and (found.sentence.tokens.word(noun.head_at) in _LIVES)
    )


def _adjust(made: Loss, harm: Harm) -> None:
    """A participle is said of the whole, "43 of the 60 villagers abducted"; "unhurt" of nobody."""
    total = made.sentence.noun(made.noun).total if made.noun is not None else None
    if made.rule == "participle" and total is not None:
        made.quantity = total
    if harm.effect.nobody:
        made.quantity = ZERO


def _can_be_lost(sentence: Sentence, index: int) -> bool:
    """Whether what was lost can be somebody or something: "nine votes were lost" loses neither."""
    noun = sentence.noun(index)
    alive = noun.head_at >= 0 and sentence.tokens.word(noun.head_at) in _LIVES
    return alive or is_known(noun, sentence)


# -- before the verb ------------------------------------------------------------------------------


def _right_before(sentence: Sentence, index: int) -> int | None:
    """The noun phrase that a bare participle follows."""
    phrase = sentence.phrases[index]
    if sentence.tokens.codes[phrase.first : phrase.after].strip(ADVERB) != HARM:
        return None
    before = index - 1
    while sentence.kind(before) == ADVERB:
        before -= 1
    if sentence.kind(before) == ")":  # "seven fighters of the Front (FLN) killed"
        before = sentence.kinds.rfind("(", 0, before) - 1
    if sentence.is_verb(before) and _main(sentence, before) in _SAID_TO_BE:
        before -= 1  # "29 soldiers reported killed"
    if not sentence.is_noun(before):
        return None
    complement = sentence.kind(before - 1) in PREPOSITIONS and sentence.is_noun(before - 2)
    if complement and not _can_be_victims(sentence, before, harm_of(sentence, index)):
        return before - 2  # "eight prisoners from JNIM captured in December"
    return before


def _can_be_victims(sentence: Sentence, index: int, harm: Harm) -> bool:
    """Whether a phrase counts somebody, and is not only the name of a place or group.

    In "one pick-up of the army damaged" it must be something that can be damaged.
    """
    noun = sentence.noun(index)
    if not harm.effect.people and fits(noun, harm.effect, sentence) is None:
        return False
    known = noun.head is not None and noun.head.noun is not None
    return noun.quantity is not None or noun.indefinite or known


def _counted_by_participle(sentence: Sentence, last: int) -> list[int]:
    """As in "nine killed" and "three of the five soldiers wounded": no list; else all of it."""
    noun = sentence.noun(last)
    return [last] if is_bare(noun) or noun.total is not None else list_before(sentence, last)


def _subject(sentence: Sentence, index: int) -> int | None:
    """The subject, also of a participle that is set apart: "the hostage, freed on Sunday,"."""
    if _says_more(sentence, index):
        return index - 2
    last = subject(sentence, index)
    if last is None and sentence.kind(index - 1) == "," and sentence.is_noun(index - 2):
        return index - 2
    return last


def _says_more(sentence: Sentence, index: int) -> bool:
    """Whether a participle is said of the word before its comma: "in Boni, recaptured in May"."""
    phrase = sentence.phrases[index]
    bare = sentence.tokens.codes[phrase.first : phrase.after].strip(ADVERB) in (HARM, ATTACKED)
    if not bare or not sentence.reads(index - 2, NOUN, ","):
        return False
    taken = sentence.verb(index).sense.attack
    captured = taken is not None and taken.frame == "capture"
    held = sentence.tokens.word(sentence.verb(index).main) == "held"
    governed = sentence.kind(index - 3) in GOVERNORS or sentence.is_verb(index - 3)
    return governed and (captured or (held and agent(sentence, index) is not None))


# -- behind the verb ------------------------------------------------------------------------------


def _inverted(sentence: Sentence, index: int) -> list[int]:
    """As in "dead: two children", "wounded in the blast, too, were nine soldiers"."""
    if sentence.kind(index + 1) in (":", "-"):
        return list_from(sentence, index + 2)
    found = _FRONTED.match(sentence.kinds, index + 1)
    if found is None or not sentence.verb(found.end() - 1).copula:
        return []
    return list_from(sentence, found.end())


#: What may stand between a participle that leads its sentence and its "were": adverbs, and
#: complements, which may be set apart.
_FRONTED = re.compile(
    rf"(?:,?(?:{PREPOSITION}[{NOUN}{DATE}{WEEKDAY}](?:{OF}{NOUN})?|[{ADVERB}{DATE}{WEEKDAY}])){{0,3}}"
    rf",?{VERB}"
)


def _passive(words: str, side: str) -> Opens:
    """At verbs in the passive, by where those stand of whom they say it."""

    def when(found: Found, index: int) -> bool:
        passive = found.voice(index) is Voice.PASSIVE
        return passive and _side(found.sentence, index) == side

    return Opens(At.VERB, f"a verb of harm in the passive {words}", when)


def _side(sentence: Sentence, index: int) -> str:
    """Where those stand of whom a verb in the passive says it."""
    if _right_before(sentence, index) is not None:
        return "right before"
    return "behind" if _subject(sentence, index) is None else "before"


LIVES_LOST = Construction(
    name="lives lost",
    rule="lives",
    example={"Nine lives were lost near Gao.": "9 killed: people"},
    not_=("Nine votes were lost near Gao.",),
    opens=Opens(At.VERB, "“lost” in the passive, said of lives", _tells_of_lives),
    make=_of_lives,
)
PARTICIPLE = Construction(
    name="participle",
    example={
        "Attack near Gao: nine soldiers killed and two wounded, the army said.": (
            "9 killed: soldiers; 2 wounded: soldiers"
        ),
        "The army reported 43 of the 60 villagers abducted.": "60 hostage: villagers",
    },
    not_=("The nine villages wounded pride has led to war are near Gao.",),
    opens=_passive("right behind a noun", "right before"),
    make=_of_participle,
)
PASSIVE = Construction(
    name="passive",
    example={
        "Nine soldiers and a guide were killed near Gao.": "9 killed: soldiers; 1 killed: guide",
        "The hostage, freed on Sunday, flew home.": "1 freed: hostage",
        "Three men accused of killing two guards were arrested.": "3 arrested: men",
    },
    not_=("Nine soldiers were promoted near Gao.", "The vote was taken on Friday."),
    opens=_passive("behind its subject", "before"),
    make=_of_subject,
)
INVERTED = Construction(
    name="inverted passive",
    rule="passive",
    example={
        "Dead: two children.": "2 killed: children",
        "Wounded in the blast, too, were nine soldiers.": "9 wounded: soldiers",
    },
    not_=("Dead at last: the plan for nine wells.",),
    opens=_passive("before those of whom it is said", "behind"),
    make=_of_inverted,
)
