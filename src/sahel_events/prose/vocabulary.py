"""What the words of a sentence are: their class, and what they say of harm, attacks and speech.

The nouns for people and things and the meaning of outcomes are those of the cells (see
:mod:`sahel_events.language.lexicon`); ``data/`` adds what only sentences need. A word's class is
one letter, so that the shape of a sentence is a string, and phrases are found by patterns over it.

    d determiner   a article      q quantity    0 none       o other      p possessive
    O ordinal      n people       t thing       u organ      k attack     e losses
    g country      l place        P party       c capital    T title      j adjective
    w other word   x -ed, -ing    h harm        z attacked   s said       v other verb
    b be           H have         M modal       X not        > to         y adverb
    i preposition  f of           & and         B but        S when       R who
    r pronoun      Z nobody       I including   F if         D date       W weekday
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from importlib.resources import files

from attrs import define, field, frozen

from sahel_events.language.lexicon import Country, Effect, Word, lexicon, nouns, units
from sahel_events.model import EngagementKind, Outcome, Stance
from sahel_events.registry.belligerents import Party, parties
from sahel_events.registry.places import Place, places
from sahel_events.registry.sources import reporters

__all__ = [
    "Attack",
    "Form",
    "Harm",
    "Phrases",
    "Sense",
    "Speech",
    "Vocabulary",
    "vocabulary",
]


class Form(Enum):
    """The form of a verb."""

    BASE = "base"
    THIRD = "third person"
    PAST = "past"
    PARTICIPLE = "participle"
    #: past and participle alike, as nearly all verbs have it
    PAST_OR_PARTICIPLE = "past or participle"
    ING = "-ing"

    @property
    def is_participle(self) -> bool:
        """Whether it can follow "was", or stand behind a noun without it."""
        return self in (Form.PARTICIPLE, Form.PAST_OR_PARTICIPLE)


@frozen
class Harm:
    """What a word says of harm.

    ``frame`` is the verb's (see ``data/harms.csv``), "state" for "dead" and "missing", "noun" for
    "deaths", "victims" for "bodies" and "hostages".
    """

    effect: Effect
    frame: str
    form: Form | None = None
    #: whether a figure before the noun counts victims
    counted: bool = True


@frozen
class Attack:
    """What a word says of an engagement; ``frame`` as in ``data/attacks.csv``."""

    kind: EngagementKind
    frame: str
    form: Form | None = None


@frozen
class Speech:
    """What a word says of who states something; ``frame`` as in ``data/speech.csv``."""

    stance: Stance
    frame: str
    form: Form


@frozen
class Sense:
    """A word's class, and its meanings."""

    code: str
    noun: Word | None = None
    country: Country | None = None
    harm: Harm | None = None
    attack: Attack | None = None
    speech: Speech | None = None
    #: the role of a small word, in the words of ``data/grammar.csv``
    role: str = ""
    #: the usual name of a party or place, and what the registry knows of it
    name: str | None = None
    party: Party | None = None
    place: Place | None = None


#: The class of each role of ``data/grammar.csv``.
_CODES = {
    "article": "a",
    "determiner": "d",
    "nobody": "Z",
    "none": "0",
    "both": "q",
    "other": "o",
    "possessive": "p",
    "pronoun": "r",
    "relative": "R",
    "be": "b",
    "have": "H",
    "modal": "M",
    "negation": "X",
    "if": "F",
    "to": ">",
    "adverb": "y",
    "reportedly": "y",
    "preposition": "i",
    "conjunction": "&",
    "contrast": "B",
    "subordinator": "S",
    "including": "I",
    "title": "T",
    "verb": "v",
    "weekday": "W",
    "ordinal": "O",
    "adjective": "j",
    "particle": "@",
    "changing": "@",
    "voice": "u",
}


@define(slots=True)
class Phrases:
    """The phrases that begin with one word: a pattern for them all, and the sense of each."""

    pattern: re.Pattern[str]
    exact: dict[str, Sense]
    caseless: dict[str, Sense]

    @classmethod
    def of(cls, choices: list[tuple[str, Sense, bool]]) -> Phrases:
        """From (phrase, sense, whether it is found only as it is written)."""
        longest = sorted(choices, key=lambda choice: -len(choice[0]))
        ways = (
            re.escape(phrase) if exact else f"(?i:{re.escape(phrase)})"
            for phrase, _, exact in longest
        )
        return cls(
            re.compile(rf"(?:{'|'.join(ways)})(?!\w)"),
            {phrase: sense for phrase, sense, exact in choices if exact},
            {phrase.lower(): sense for phrase, sense, exact in choices if not exact},
        )

    def match(self, text: str, start: int) -> tuple[Sense, int] | None:
        """The sense of the phrase that stands here, and where it ends."""
        found = self.pattern.match(text, start)
        if found is None:
            return None
        phrase = found.group()
        sense = self.exact.get(phrase) or self.caseless[phrase.lower()]
        return sense, found.end()


@define(slots=True)
class Vocabulary:
    """Senses by word, in lower case or, for names, as written."""

    senses: dict[str, Sense]
    names: dict[str, Sense]
    #: by the first word, in lower case: the phrases that begin with it
    phrases: dict[str, Phrases] = field(factory=dict, repr=False)
    #: by the form of a verb: what may stand behind its object to make it one of harm
    splits: dict[str, list[tuple[str, Harm]]] = field(factory=dict, repr=False)
    #: words without which no sentence tells of harm or of an engagement
    triggers: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read once. Later readings of a word leave earlier ones in place."""
    senses: dict[str, Sense] = {}
    names: dict[str, Sense] = {}
    roles = dict(_roles())
    for role, words in roles.items():
        if role in _CODES:
            for word in words:
                _add(senses, word, Sense("f" if word == "of" else _CODES[role], role=role))
    for phrase, sense in (*_speech(), *_attacks(), *_harms(), *_nominals(), *_nouns()):
        _add(senses, phrase, sense)
    for entry_name, entry in lexicon().names.items():
        if isinstance(entry.value, Country):
            names[entry_name] = Sense("g", country=entry.value, name=entry.value.name)
    for name, party in parties().items():
        names.setdefault(name, Sense("P", name=party.name, party=party))
    for name in reporters():
        names.setdefault(name, Sense("c", name=name, role="reporter"))
    for name, place in places().items():
        if name.lower() not in senses and len(name) > 2 and name not in _NOT_PLACES:
            names.setdefault(name, Sense("l", name=place.name, place=place))
    book = Vocabulary(
        senses,
        names,
        triggers=frozenset(_triggers(senses)),
        abbreviations=frozenset(roles["abbreviation"]),
        particles=frozenset(roles["particle"]),
    )
    phrases: dict[str, list[tuple[str, Sense, bool]]] = {}
    for table, exact in ((senses, False), (names, True)):
        for phrase, sense in table.items():
            first, _, rest = phrase.partition(" ")
            if rest and first.lower() != "the":
                phrases.setdefault(first.lower(), []).append((phrase, sense, exact))
    for phrase, sense in _harms():
        first, _, rest = phrase.partition(" ")
        if rest and sense.harm and sense.harm.frame == "object" and not rest.endswith(" of"):
            book.splits.setdefault(first, []).append((rest, sense.harm))
            senses.setdefault(first, Sense("v", role="verb"))
    book.phrases.update((first, Phrases.of(choices)) for first, choices in phrases.items())
    return book


def _triggers(senses: dict[str, Sense]) -> Iterator[str]:
    """For every word or phrase of harm or attack one word that it cannot stand without."""
    for phrase, sense in senses.items():
        if sense.harm is not None or sense.attack is not None:
            words = [word for word in _PLAIN.findall(phrase) if word not in _POSSESSIVES]
            yield max(words, key=len) if words else phrase
    yield from (
        "toll",
        "tolls",
        "figure",
        "lives",
        "wounds",
        "burns",
        "injuries",
        "left",
        "leaving",
    )
    yield from ("cost", "costing", "whereabouts", "graves", "grave")


_PLAIN = re.compile(r"[a-z]+")


#: Names of places that are more often words, first names or titles.
_NOT_PLACES = frozenset(
    (
        "San",
        "Say",
        "Man",
        "Bay",
        "Van",
        "Nice",
        "Unity",
        "Lakes",
        "Sahel",
        "Mani",
        "March",
        "Bari",
        "Bam",
        "Est",
        "Nord",
        "Centre",
        "Pentagon",
        "Lac",
        "Sud",
        "Nord-Est",
        "Salah",
        "Idris",
        "Hassan",
        "Amina",
    )
)

#: Where a word has two classes, the one that stands first here is its class.
_RANK = "@adqOZ0oprRbHMX>FfiI&BSDWketnhuzsvTyjcw"


def _add(senses: dict[str, Sense], phrase: str, sense: Sense) -> None:
    """Add a sense; a word with several keeps all its meanings under one class."""
    old = senses.get(phrase)
    if old is None:
        senses[phrase] = sense
        return
    first, second = sorted((old, sense), key=lambda known: _RANK.index(known.code))
    verb = next((known for known in (old, sense) if known.harm and _is_gerund(known.harm)), None)
    code = verb.code if verb else first.code
    senses[phrase] = Sense(
        code,
        first.noun or second.noun,
        first.country or second.country,
        _chosen(code, [known.harm for known in (old, sense) if known.harm]),
        first.attack or second.attack,
        first.speech or second.speech,
        first.role or second.role,
    )


def _chosen(code: str, harms: list[Harm]) -> Harm | None:
    """Of two meanings of harm, the one that goes with the word's class."""
    if len(harms) == 2:
        if code in "ken":
            harms.sort(key=lambda harm: harm.frame not in ("noun", "victims"))
        else:  # "hurt", "shot dead": hardly ever in the present tense
            harms.sort(key=lambda harm: harm.form in (Form.BASE, None))
    return harms[0] if harms else None


def _is_gerund(harm: Harm) -> bool:
    """Whether it is a form such as "killing", which is a verb more often than a noun."""
    return harm.form is Form.ING and bool(harm.effect.people) and harm.frame != "owner"


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return iter(csv.DictReader(lines))


def _roles() -> Iterator[tuple[str, tuple[str, ...]]]:
    for row in _rows("grammar.csv"):
        yield row["role"], tuple(row["words"].split("|"))


def _outcomes(cell: str) -> tuple[Outcome, ...]:
    return tuple(Outcome(name) for name in cell.split("|")) if cell else ()


# -- the forms of verbs ---------------------------------------------------------------------------

_POSSESSIVES = ("his", "her", "its", "their")
_SELVES = ("himself", "herself", "itself", "themselves")


def _forms(row: dict[str, str]) -> Iterator[tuple[str, Form]]:
    """Every form of a verb: "shoot dead", "shoots dead", "shot dead", "shooting dead"."""
    base = row["base"]
    verb, _, rest = base.partition(" ")
    tail = f" {rest}" if rest else ""
    past, participle = row["past"], row["participle"]
    regular = _with(verb, "ed") + tail
    yield base, Form.BASE
    yield ("has" if verb == "have" else _third(verb)) + tail, Form.THIRD
    yield row["ing"] or _with(verb, "ing") + tail, Form.ING
    if (past or regular) == (participle or regular):
        yield past or regular, Form.PAST_OR_PARTICIPLE
    else:
        yield past or regular, Form.PAST
        yield participle or regular, Form.PARTICIPLE


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def _with(verb: str, ending: str) -> str:
    if verb.endswith("ie") and ending == "ing":
        return verb[:-2] + "ying"
    if verb.endswith("e") and not (ending == "ing" and verb.endswith("ee")):
        return verb[:-1] + ending
    if verb.endswith("y") and ending == "ed" and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + ending


def _spelled_out(phrase: str) -> Iterator[str]:
    """The phrase with each pronoun that its placeholder stands for."""
    for mark, words in (("POSS", _POSSESSIVES), ("SELF", _SELVES)):
        if mark in phrase:
            for word in words:
                yield phrase.replace(mark, word)
            return
    yield phrase


def _harms() -> Iterator[tuple[str, Sense]]:
    for row in _rows("harms.csv"):
        effect = Effect(_outcomes(row["people"]), _outcomes(row["things"]))
        for phrase, form in _forms(row):
            for spelled in _spelled_out(phrase):
                yield spelled, Sense("h", harm=Harm(effect, row["frame"], form))
    for word, effect in _STATES.items():
        yield word, Sense("h", harm=Harm(effect, "state", Form.PARTICIPLE))


_STATES = {
    "dead": Effect((Outcome.KILLED,), ()),
    "slain": Effect((Outcome.KILLED,), ()),
    "missing": Effect((Outcome.MISSING,), ()),
    "unaccounted for": Effect((Outcome.MISSING,), ()),
    "unhurt": Effect((Outcome.WOUNDED,), ()),
    "unharmed": Effect((Outcome.WOUNDED,), ()),
    "unscathed": Effect((Outcome.WOUNDED,), ()),
    "homeless": Effect((Outcome.DISPLACED,), ()),
    "in captivity": Effect((Outcome.HOSTAGE,), ()),
    **{
        f"in {state}": Effect((Outcome.WOUNDED,), ())
        for state in (
            "critical condition",
            "serious condition",
            "grave condition",
            "stable condition",
            "intensive care",
        )
    },
    "under treatment": Effect((Outcome.WOUNDED,), ()),
    "burnt-out": Effect((), (Outcome.DESTROYED,)),
}


def _attacks() -> Iterator[tuple[str, Sense]]:
    for row in _rows("attacks.csv"):
        kind = EngagementKind(row["kind"])
        if row["frame"] == "noun":
            sense = Sense("k", attack=Attack(kind, "noun"))
            yield row["base"], sense
            yield _third(row["base"]), sense
            continue
        for phrase, form in _forms(row):
            yield phrase, Sense("z", attack=Attack(kind, row["frame"], form))


def _speech() -> Iterator[tuple[str, Sense]]:
    for row in _rows("speech.csv"):
        for phrase, form in _forms(row):
            yield phrase, Sense("s", speech=Speech(Stance(row["stance"]), row["frame"], form))


def _nominals() -> Iterator[tuple[str, Sense]]:
    for row in _rows("nominals.csv"):
        effect = Effect(_outcomes(row["people"]), _outcomes(row["things"]), noun=True)
        sense = Sense("e", harm=Harm(effect, "noun", counted=row["counted"] == "yes"))
        yield row["noun"], sense
        if row["plural"]:
            yield row["plural"], sense
    for phrase, entry in lexicon().words.items():
        effect = entry.value
        if isinstance(effect, Effect) and effect.victims:
            yield phrase, Sense("n", harm=Harm(effect, "victims"), noun=_victims(phrase))


def _victims(phrase: str) -> Word:
    return Word("people", phrase, phrase.endswith("s"))


def _nouns() -> Iterator[tuple[str, Sense]]:
    for phrase, word in nouns():
        yield phrase, Sense("t" if word.thing else "n", noun=word)
    for phrase in (*_ORGANS, *units()):
        yield phrase, Sense("u", noun=Word("soldiers", phrase, False))


#: Organs of a state, which fight and speak: "the Malian army".
_ORGANS = (
    "army|military|gendarmerie|police|government|junta|navy|authorities|regime|air force|coalition"
    "|armed forces|security forces|defence forces|special forces|defence and security forces"
    "|national guard|state"
).split("|")
