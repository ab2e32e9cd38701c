"""Where: the places that a sentence names, and which one a loss or an engagement belongs to."""

from __future__ import annotations

import re

from attrs import frozen

from sahel_events.prose.phrases import Sentence
from sahel_events.registry.places import Place

__all__ = ["Spot", "place_near", "read_spots"]

_IN = frozenset(
    "in at near outside inside around off on over across between from to toward towards of against into "
    "through throughout along".split()
)
_DIRECTION = ("north", "south", "east", "west")
#: Nouns for places that carry a name: "the town of Konna", "Pama forest".
_GENERIC = frozenset(
    "town village city hamlet region province district commune area forest camp base airport road axis market "
    "mine station bridge quarter mountains island islands hotel crossing border department cercle "
    "locality outskirts centre center valley lake river prison port checkpoint "
    "suburb neighbourhood neighborhood capital county state governorate oblast pass site shore highway".split()
)
_WIDE = frozenset("mountains desert forest islands region border".split())
#: Last words of names that are no places.
_BODIES = frozenset(
    "foundation center institute university council agency group organization organisation ministry network "
    "party front association movement union office times post service program programme fund bank "
    "watch international press corps committee commission court rights".split()
)
_NOT_NAMES = frozenset(
    "army government ministry police mission agency hospital party movement".split()
)


@frozen
class Spot:
    """A place in a sentence: its words, and the phrases it stands in."""

    name: str
    first: int
    after: int
    #: how sure it is that it is where something happened
    weight: int
    place: Place | None = None
    country: str | None = None


def read_spots(sentence: Sentence) -> list[Spot]:
    """The places of a sentence, in its order."""
    found: list[Spot] = []
    index = 0
    for match in _OPENS.finditer(sentence.kinds):
        if match.start() < index:
            continue
        spot = _spot(sentence, match.start())
        if spot is None:
            continue
        found.append(spot)
        index = spot.after
        if sentence.kind(index) == "(":  # "Sollé-Nord (Titao, Loroum)": the districts it lies in
            close = sentence.kinds.find(")", index)
            if 0 < close < index + 9:
                index = close + 1
    return found


#: A preposition with a noun phrase behind it.
_OPENS = re.compile("[if>](?=N)")


def _spot(sentence: Sentence, index: int) -> Spot | None:
    """The place that a preposition at ``index`` opens."""
    kind = sentence.kind(index)
    if kind not in ("i", "f", ">"):
        return None
    word = sentence.word(index)
    relative = word.split()[0].partition("-")[0] in (
        "north",
        "south",
        "east",
        "west",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
    )
    if (
        word not in _IN
        and not relative
        and word not in ("close to", "on the outskirts of", "next to")
    ):
        return None
    at = index + 1
    if sentence.kind(at) != "N":
        return None
    spot = _named(sentence, at, index, word)
    if spot is None:
        return None
    if kind == "f" and _is_of_people(
        sentence, index - 1
    ):  # "the governor of Ségou" may be elsewhere
        return Spot(spot.name, spot.first, spot.after, 0, spot.place)
    if relative:
        return Spot(f"{word} {spot.name}", index, spot.after, spot.weight, spot.place, spot.country)
    return spot


def _is_of_people(sentence: Sentence, index: int) -> bool:
    """Whether what stands before "of" is a person or an office, and no place or engagement."""
    if sentence.kind(index) != "N":
        return False
    head = sentence.noun(index).head
    if head is None or head.noun is None:
        return False
    return head.code in "nu" or head.noun.category not in ("building", "other", "vehicle")


def _named(sentence: Sentence, at: int, index: int, word: str) -> Spot | None:
    noun = sentence.noun(at)
    tokens = sentence.tokens
    head = tokens.word(noun.head_at) if noun.head_at >= 0 else ""
    if noun.of is not None and head in _GENERIC and sentence.kind(at + 1) == "f":
        inner = _named(sentence, noun.of, index, word)
        if inner is not None:
            return inner
    if noun.quantity is not None and noun.name is None:
        return None
    codes = tokens.codes[noun.noun_from : noun.after]
    known = next(
        (
            tokens.senses[i]
            for i in range(noun.noun_from, noun.after)
            if tokens.senses[i].place or tokens.senses[i].country
        ),
        None,
    )
    if word == "between" and sentence.kind(at + 1) == "&" and sentence.kind(at + 2) == "N":
        other = sentence.noun(at + 2)
        if noun.name is not None and other.name is not None and noun.head is None:
            name = f"between {tokens.words(*noun.name)} and {tokens.words(*other.name)}"
            return Spot(name, index, at + 3, 3, known.place if known else None)
        return None
    if noun.name is not None and noun.head is None:
        name_codes = tokens.codes[noun.name[0] : noun.name[1]]
        if "P" in name_codes or "T" in name_codes or tokens.word(noun.name[1] - 1) in _BODIES:
            return None
        if set(name_codes) == {"g"}:
            sense = tokens.senses[noun.name[1] - 1]
            country = sense.country
            text = tokens.words(*noun.name)
            if country is None or text in country.demonyms:
                return None
            return Spot(text, index, at + 1, 0, None, country.iso)
        if word in ("of", "from", "to", "against") and not (known and known.place):
            return None if word != "of" else _of_event(sentence, at, index, noun.name)
        wide = (
            known is not None
            and known.place is not None
            and known.place.kind in ("region", "area", "district")
        )
        weight = 1 if wide else 3 if known is not None and known.place is not None else 2
        if word in ("of", "from", "to", "against", "into", "towards", "toward"):
            weight -= 1
        return Spot(
            tokens.words(*noun.name),
            index,
            _behind_name(sentence, at),
            weight,
            known.place if known else None,
        )
    if head in _WIDE and codes and codes[0] in "wjg" and noun.quantity is None:
        return Spot(
            tokens.words(noun.noun_from, noun.after), index, at + 1, 1
        )  # "the northern mountains"
    if head in _GENERIC and any(code in "cl" for code in codes):
        if "P" in codes:
            return None
        return Spot(
            tokens.words(noun.noun_from, noun.after),
            index,
            _behind_name(sentence, at),
            2,
            known.place if known else None,
        )
    if (
        "l" in codes
        and noun.head is not None
        and noun.head.noun is not None
        and noun.head.noun.thing
        and noun.head.noun.category == "building"
    ):
        return Spot(
            tokens.words(noun.noun_from, noun.after),
            index,
            at + 1,
            2,
            known.place if known else None,
        )
    return None


def _of_event(sentence: Sentence, at: int, index: int, name: tuple[int, int]) -> Spot | None:
    """As in "the siege of Ménaka": what stands before "of" is a place or an engagement."""
    if sentence.kind(index - 1) != "N":
        return None
    before = sentence.noun(index - 1)
    if before.head is not None and before.head.attack is not None:
        return Spot(sentence.tokens.words(*name), index, at + 1, 2)
    return None


def _behind_name(sentence: Sentence, at: int) -> int:
    """Behind the name and the larger places that follow it: "Bamba, Gao Region, Mali"."""
    index = at + 1
    while (
        sentence.kind(index) == ","
        and sentence.kind(index + 1) == "N"
        and sentence.kind(index + 2) in (",", ".", "", "(", ")")
    ):
        noun = sentence.noun(index + 1)
        codes = sentence.tokens.codes[noun.noun_from : noun.after]
        if not codes or not set(codes) <= set("lgcw") or not ("l" in codes or "g" in codes):
            break
        index += 2
    return index


_RELATIVES = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west".split()
)
_PARTED = re.compile(r"[&B](?:i[NWD],?)?N(?:f[N])*(?:i[NWD])*y*V|[,;](?:&|B)?i[NWD],?N(?:fN)*y*V")


def _parted(sentence: Sentence, phrase: int, spot: Spot) -> bool:
    """Whether a clause of its own begins between a phrase and a place."""
    first, last = min(phrase, spot.first), max(phrase, spot.first)
    for match in _PARTED.finditer(sentence.kinds, first, len(sentence.kinds)):
        if match.start() >= last:
            return False
        opens = match.start()
        if opens > first and (phrase < opens < spot.first or (spot.first < opens <= phrase)):
            return True
    return False


def place_near(spots: list[Spot], phrase: int, sentence: Sentence) -> Spot | None:
    """The place that goes with a phrase: the next one behind it in its clause, else one before."""
    if not spots:
        return None
    right_behind = [spot for spot in spots if spot.first == phrase + 1 and spot.weight > 0]
    if right_behind and sentence.kind(phrase) == "N":
        return right_behind[0]
    best, best_score = None, -100.0
    for spot in spots:
        distance = spot.first - phrase
        between = sentence.kinds[min(phrase, spot.first) : max(phrase, spot.first)]
        score = spot.weight * 3.0 - abs(distance) * (0.25 if distance >= 0 else 0.4)
        if ";" in between or "." in between or _parted(sentence, phrase, spot):
            score -= 8
        if spot.name.split()[0] in _RELATIVES:
            score -= 1
        if "B" in between:
            score -= 2
        if score > best_score:
            best, best_score = spot, score
    return best


_ = (_DIRECTION, _NOT_NAMES)
