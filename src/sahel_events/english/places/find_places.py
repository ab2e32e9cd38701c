"""Where: the places that a sentence names, and which one a loss or an engagement belongs to."""

from __future__ import annotations

import re

from attrs import evolve, frozen

from sahel_events.english.lexicon.senses import (
    ACTORS,
    ADJECTIVE,
    AND,
    CAPITAL,
    COUNTRY,
    OF,
    OWN,
    PARTY,
    PLACE,
    PREPOSITION,
    TITLE,
    TO,
    WEEKDAY,
    WORD,
)
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.places.place_phrases import (
    BEARINGS,
    apposed,
    behind_aside,
    capital,
    distance_before,
    is_bearing,
    is_destination,
    is_under_way,
    tells_rank,
)
from sahel_events.english.syntax.chunks import NOUN, VERB, NounPhrase, Sentence
from sahel_events.kinds import Outcome
from sahel_events.registry.locating import locate
from sahel_events.registry.places import Place, places

__all__ = ["HOSPITALS", "Spot", "in_town", "is_hospital", "is_taken_from", "read_spots"]


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
    #: only measured from the place, which may be far: "60 km north of Gao"
    relative: bool = False


#: A preposition with a noun phrase behind it.
_OPENS = re.compile(rf"[{PREPOSITION}{OF}{TO}](?={WORD}?(?:[{PLACE}{COUNTRY}]\{OWN})?{NOUN})")
#: What stands between two places of which the second says more: "near Ber, in Timbuktu Region".
_CHAINING = frozenset((",", NOUN, PREPOSITION, OF, WEEKDAY))
_APPOSING = (",", f",{NOUN}", f",{TO}{NOUN}", f",{TO}")
_IN = word_list("prepositions of places")
#: Prepositions that tell less surely where something happened than "in" does.
_LOOSE = frozenset(("of", "from", "to", "against", "into", "towards", "toward"))
#: Those that are said of people and parties as well ("from the MNLA").
_AMBIGUOUS = frozenset(("of", "from", "to", "against"))
#: Parts of a country or a town: "central Gao", "northern Mali".
_PARTS = frozenset(f"{bearing}ern" for bearing in BEARINGS) | {
    *("central", "downtown", "north-western", "north-eastern", "south-western", "south-eastern"),
    *("far-eastern", "far-northern"),
}
#: Nouns for places that carry a name: "the town of Konna", "Pama forest".
_GENERIC = frozenset(
    "town village city hamlet region province district commune area forest camp base airport road "
    "axis market mine station bridge quarter mountains island islands hotel crossing border "
    "department cercle locality outskirts centre center valley lake river prison port checkpoint "
    "suburb neighbourhood neighborhood capital county state governorate oblast pass site shore "
    "highway mountain hill hills plateau plain oasis dam entrance exit gate gates vicinity "
    "surroundings periphery".split()
)
#: Buildings that are named after where they stand: "the church of Bellavista".
_PUBLIC = frozenset("church cathedral mosque hospital clinic school".split())
#: Words of the names of places to which the wounded are brought.
HOSPITALS = word_list("hospitals")
#: Those that an adjective is enough to tell: "the northern mountains".
_WIDE = frozenset("mountains desert forest islands region border".split())
#: Nouns for landscapes, which have a name of their own where one stands before them ("the
#: Tigharghar mountains of the north"; but "the Gao town of Bamba" is Bamba).
_LANDSCAPES = frozenset(
    "mountains mountain hills hill forest desert valley lake river plateau plain islands "
    "island".split()
)
_NAMES = frozenset((PLACE, CAPITAL))
#: Last words of names that are no places.
_BODIES = word_list("bodies that speak")


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
        if found and _says_more(sentence, found[-1], spot):
            spot = evolve(spot, weight=min(spot.weight, found[-1].weight) - 1)
        found.append(spot)
        index = behind_aside(sentence, spot.after)
        if sentence.kind(index) == "(":  # "Sollé-Nord (Titao, Loroum)": the districts it lies in
            close = sentence.kinds.find(")", index)
            if 0 < close < index + 9:
                index = close + 1
    return found


def _says_more(sentence: Sentence, before: Spot, spot: Spot) -> bool:
    """As in "at Ber, east of Timbuktu", "in a hamlet near Boni": where the first lies."""
    between = sentence.kinds[before.after : spot.first]
    beside = sentence.word(spot.first) in ("near", "close to", "outside", "next to")
    chained = beside and _CHAINING.issuperset(between) and len(between) < 6
    return (chained or between in _APPOSING) and before.weight > 1


def _spot(sentence: Sentence, index: int) -> Spot | None:
    """The place that the preposition at ``index`` opens."""
    word = sentence.word(index)
    if word not in _IN and not is_bearing(word):
        return None
    at = index + 1
    part = sentence.word(at) if sentence.kind(at) == WORD else ""
    if part and part not in _PARTS:
        return None
    at += bool(part)
    owned = sentence.kind(at + 1) == OWN  # "in Mozambique's Nampula province"
    at += 2 * owned
    spot = _told_by_rank(sentence, index, at) or _place_at(sentence, index, at)
    if spot is None:
        return None
    if part and not owned:
        return evolve(spot, name=f"{part} {spot.name}", weight=max(spot.weight, 1))
    if sentence.kind(index) == OF and _is_of_people(sentence, index - 1):
        if _is_ranked_behind(sentence, spot.after):
            return evolve(spot, weight=2)  # "the people of Boni, a village near Douentza"
        # "the governor of Ségou", "soldiers of Mali" may be elsewhere
        return evolve(spot, weight=0, country=None)
    if _is_seat(sentence, index) or is_destination(sentence, index):
        return evolve(spot, weight=0, country=None)  # "a group based in Paris", "flown to Gao"
    distance = distance_before(sentence, index)
    if distance is not None or is_bearing(word):
        name = " ".join(filter(None, (distance, word, spot.name)))
        return evolve(spot, name=name, relative=True)
    return spot


def _is_ranked_behind(sentence: Sentence, after: int) -> bool:
    """Whether a name is followed by what the place is: ", a village near Douentza"."""
    return sentence.kind(after) == "," and tells_rank(sentence, after + 1)


def _told_by_rank(sentence: Sentence, index: int, at: int) -> Spot | None:
    """As in "in the capital, Bamako", "in Mali's capital"."""
    if not tells_rank(sentence, at):
        return None
    named = apposed(sentence, at)
    if named is not None:
        return _place_at(sentence, index, named)
    found = capital(sentence, at)
    return Spot(found[0], index, found[1], 3, places().get(found[0])) if found else None


def is_hospital(name: str) -> bool:
    """Whether a place is one to which the wounded are brought."""
    return not HOSPITALS.isdisjoint(name.lower().split())


def in_town(name: str, spots: list[Spot]) -> str:
    """A building with the only town that the sentence names: "Radisson Blu Hotel, Bamako"."""
    if name.split()[-1].lower() not in _BUILDINGS or locate(name).meant:
        return name
    towns = {spot.name for spot in spots if spot.place and spot.place.kind == "town"}
    return f"{name}, {towns.pop()}" if len(towns) == 1 and not any(map(name.count, towns)) else name


_BUILDINGS = word_list("buildings")


def _is_seat(sentence: Sentence, index: int) -> bool:
    """Whether the verb before a place tells whose seat it is: "based in Paris"."""
    before = sentence.is_verb(index - 1)
    return before and sentence.tokens.word(sentence.verb(index - 1).main) in _SEATED


_SEATED = word_list("seated")


def _is_of_people(sentence: Sentence, index: int) -> bool:
    """Whether what stands before "of" is a person or an office, and no place or engagement."""
    if not sentence.is_noun(index):
        return False
    head = sentence.noun(index).head
    if head is None or head.noun is None:
        return False
    return head.code in ACTORS or head.noun.category not in ("building", "other", "vehicle")


def _place_at(sentence: Sentence, index: int, at: int) -> Spot | None:
    """The place that the noun phrase ``at`` names, behind the preposition at ``index``."""
    inwards = [at]  # "the centre of the town of Konna"
    while sentence.kind(inwards[-1]) and (inner := _generic_of(sentence, inwards[-1])):
        inwards.append(inner)
    found = (_own_place_at(sentence, index, at) for at in reversed(inwards))
    return next(filter(None, found), None)


def _head(sentence: Sentence, noun: NounPhrase) -> str:
    return sentence.tokens.word(noun.head_at) if noun.head_at >= 0 else ""


def _generic_of(sentence: Sentence, at: int) -> int | None:
    """What the phrase is only the kind of: "the town of Konna"."""
    noun = sentence.noun(at)
    head = _head(sentence, noun)
    codes = sentence.tokens.codes[noun.noun_from : noun.after]
    named = head in _LANDSCAPES and not _NAMES.isdisjoint(codes)
    return noun.of if (head in _GENERIC or head in _PUBLIC) and not named else None


def _own_place_at(sentence: Sentence, index: int, at: int) -> Spot | None:
    """The place that the phrase itself names."""
    if not sentence.kind(at):
        return None  # the sentence broke off: "died in the country's"
    noun = sentence.noun(at)
    if noun.quantity is not None and noun.name is None:
        return None
    if _has_two_ends(sentence, index, at):
        return _between(sentence, index, at)
    if noun.name is not None and noun.head is None:
        return _named(sentence, index, at, noun.name)
    return _described(sentence, index, at, _head(sentence, noun))


def _has_two_ends(sentence: Sentence, index: int, at: int) -> bool:
    """As in "between Gao and Kidal", "a bus travelling from Gao to Kidal"."""
    if sentence.word(index) == "between":
        return sentence.reads(at + 1, AND, NOUN)
    journey = sentence.word(index) == "from" and is_under_way(sentence, index)
    return journey and sentence.reads(at + 1, TO, NOUN)


def _between(sentence: Sentence, index: int, at: int) -> Spot | None:
    one, other = sentence.noun(at), sentence.noun(at + 2)
    if one.name is None or other.name is None or one.head is not None:
        return None
    if (
        PARTY
        in sentence.tokens.codes[one.first : one.after]
        + sentence.tokens.codes[other.first : other.after]
    ):
        return None  # "clashes between Dozo hunters and JNIM"
    words = sentence.tokens.words
    name = f"between {words(*one.name)} and {words(*other.name)}"
    return Spot(name, index, at + 3, 3, _known(sentence, one))


def _named(sentence: Sentence, index: int, at: int, name: tuple[int, int]) -> Spot | None:
    """As in "in Gao", "from Mali": the phrase is a name and nothing else."""
    tokens = sentence.tokens
    first, after = name
    codes = tokens.codes[first:after]
    if PARTY in codes or TITLE in codes or tokens.word(after - 1) in _BODIES:
        return None
    if codes.count(COUNTRY) == len(codes):
        country = tokens.senses[after - 1].country
        text = tokens.words(first, after)
        if country is None or text in country.demonyms:
            return None
        return Spot(text, index, at + 1, 0, None, country.iso)
    place = _known(sentence, sentence.noun(at))
    word = sentence.word(index)
    if place is None and word in _AMBIGUOUS and not is_taken_from(sentence, index):
        return _of_event(sentence, index, at, name) if word == "of" else None
    weight = _sureness(place) - (word in _LOOSE)
    return Spot(tokens.words(first, after), index, _behind_name(sentence, at), weight, place)


def is_taken_from(sentence: Sentence, index: int) -> bool:
    """As in "abducted the chief and his son from Kologonaba"."""
    verb = sentence.kinds.rfind(VERB, 0, index)
    if sentence.word(index) != "from" or verb < 0 or "," in sentence.kinds[verb:index]:
        return False
    harm = sentence.verb(verb).sense.harm
    return harm is not None and Outcome.HOSTAGE in harm.effect.people


def _sureness(place: Place | None) -> int:
    """How sure a name is a place where something happened, by what is known of it."""
    if place is None:
        return 2
    return 1 if place.kind in ("region", "area", "district") else 3


def _of_event(sentence: Sentence, index: int, at: int, name: tuple[int, int]) -> Spot | None:
    """As in "the siege of Ménaka", "the market of Boni": an engagement or a kind of place."""
    if not sentence.is_noun(index - 1):
        return None
    before = sentence.noun(index - 1)
    head = sentence.tokens.word(before.head_at) if before.head_at >= 0 else ""
    of_place = head in _GENERIC or head in _PUBLIC or head in _BUILDINGS
    if of_place or (before.head is not None and before.head.attack is not None):
        return Spot(sentence.tokens.words(*name), index, at + 1, 2)
    return None


def _described(sentence: Sentence, index: int, at: int, head: str) -> Spot | None:
    """As in "in the northern mountains", "at Pama forest", "near the Gao barracks"."""
    noun = sentence.noun(at)
    codes = sentence.tokens.codes[noun.noun_from : noun.after]
    after, weight, place = at + 1, 2, None
    if (
        head in _WIDE
        and len(codes) > 1
        and codes[0] in (WORD, ADJECTIVE, COUNTRY)
        and noun.quantity is None
    ):
        weight = 1
    elif head in _GENERIC and (CAPITAL in codes or PLACE in codes or _shares_name(sentence, noun)):
        if PARTY in codes:
            return None
        after, place = _behind_name(sentence, at), _known(sentence, noun)
    elif (PLACE in codes or (CAPITAL in codes and not noun.indefinite)) and _is_building(noun):
        place = _known(sentence, noun)
    else:
        return None
    owner = 2 if codes.startswith(COUNTRY + OWN) else 0  # "Niger's Tillabéri region"
    name = sentence.tokens.words(noun.noun_from + owner, noun.after)
    return Spot(name, index, after, weight, place)


def _shares_name(sentence: Sentence, noun: NounPhrase) -> bool:
    """As in "Sokoto state", "Niger state": a part of a country with the name of another one."""
    at = noun.head_at - 1
    if at < noun.noun_from or sentence.tokens.codes[at] != COUNTRY:
        return False
    country = sentence.tokens.senses[at].country
    return country is not None and sentence.tokens.words(at, at + 1) not in country.demonyms


def _is_building(noun: NounPhrase) -> bool:
    word = noun.head.noun if noun.head is not None else None
    return word is not None and word.thing and word.category == "building"


def _known(sentence: Sentence, noun: NounPhrase) -> Place | None:
    """What the registry knows of the place in a phrase, unless a country stands before it."""
    owner = 2 if sentence.tokens.codes.startswith(COUNTRY + OWN, noun.noun_from) else 0
    for sense in sentence.tokens.senses[noun.noun_from + owner : noun.after]:
        if sense.place or sense.country:
            return sense.place
    return None


def _behind_name(sentence: Sentence, at: int) -> int:
    """Behind the name and the larger places that follow it: "Bamba, Gao Region, Mali"."""
    index = at + 1
    while (
        sentence.reads(index, ",", NOUN)
        and sentence.kind(index + 2) in (",", ".", "", "(", ")")
        and _is_larger(sentence, index + 1)
    ):
        index += 2
    return index


def _is_larger(sentence: Sentence, at: int) -> bool:
    """Whether a phrase behind a place can be what the place lies in: "Gao Region"."""
    noun = sentence.noun(at)
    codes = set(sentence.tokens.codes[noun.noun_from : noun.after])
    return codes <= {PLACE, COUNTRY, CAPITAL, WORD} and not codes.isdisjoint((PLACE, COUNTRY))
