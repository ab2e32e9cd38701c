"""Places as documents write them: "near Bamba", "Ménaka region", "Bamba, Gao Region, Mali".

The register knows places by their names. What stands around a name tells which of several is meant
("region", "Mali"), that it was only near ("outside the town of Konna"), or that it was somewhere
else and the name is just where one measures from ("60 km north of Gao").
"""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from sahel_events.registry.countries import country_named
from sahel_events.registry.geography import contains
from sahel_events.registry.places import Place, places_meant, places_named

__all__ = ["Located", "Phrase", "dissect", "locate", "steps"]


@frozen
class Located:
    """The places that a phrase can mean: one when it is clear, several when it is ambiguous.

    ``near`` says that the phrase is about what lies close by, or somewhere at the place.
    """

    meant: tuple[Place, ...] = ()
    near: bool = False

    @property
    def place(self) -> Place | None:
        """The place, if there is just one."""
        return self.meant[0] if len(self.meant) == 1 else None


#: Close enough for the place to be that of the event …
_NEAR = re.compile(
    r"(?:just )?(?:near(?: to)?|close to|around|outside(?: of)?|next to|not far from|outskirts of"
    r"|(?:on |in )?the (?:outskirts|vicinity|edge) of)\s+(?=\S)",
    re.IGNORECASE,
)
#: … and what leads away from it, by a distance or a bearing, or names several places at once.
_ELSEWHERE = re.compile(
    r"\d|\b(?:between|and|or|from|to|towards?|along|via|kilomet(?:er|re)s?|miles?|km"
    r"|(?:north|south|east|west)[\w-]* of)\b|[/–—]",
    re.IGNORECASE,
)
#: As in "Konna in Mopti Region".
_IN = re.compile(r"(?<=\w) in (?:the )?(?=[A-Z])")
#: The nouns that go with names, and the kinds of places they are said of.
_KINDS = {
    ("region", "state", "governorate", "oblast", "wilaya"): ("region",),
    ("province",): ("region", "district"),
    ("cercle", "circle", "department", "prefecture", "county"): ("district",),
    ("district",): ("district", "site"),
    ("town", "city", "village", "hamlet", "commune", "locality", "settlement"): ("town", "village"),
    ("camp", "mine", "prison", "quarter", "neighbourhood", "neighborhood", "suburb", "hotel",
     "airport"): ("site",),
    ("area", "forest", "mountain", "mountains", "massif", "valley", "desert", "lake", "hills",
     "basin", "plain", "park", "reserve"): ("area",),
}  # fmt: skip
_KIND_OF = {noun: kinds for nouns, kinds in _KINDS.items() for noun in nouns}
_NOUN = "|".join(_KIND_OF)
_BEFORE = re.compile(rf"(?:the )?(?P<noun>{_NOUN})(?: of)? (?P<name>\S.*)", re.IGNORECASE)
_BEHIND = re.compile(rf"(?:the )?(?P<name>\S.*?) (?P<noun>{_NOUN})", re.IGNORECASE)
#: What is called after the town that it lies at: "Mondoro military camp", "Kidal's airport".
_SITE = re.compile(
    r"(?:the )?(?P<name>\S.*?)(?:['’]s)? (?:(?:military|army|air|police|gendarmerie|UN|MINUSMA|main"
    r"|central|refugee) )*(?:camp|base|barracks|garrison|airport|airfield|airstrip|post|outpost"
    r"|station|checkpoint|prison|market|hospital|headquarters|outskirts)"
)


def locate(text: str, country: str | None = None) -> Located:
    """The places of the register that a phrase can mean, in a country (ISO 3166-1) where given.

    >>> locate("the village of Bamba in Gao Region, Mali").place.id
    'ml-bamba'
    >>> locate("Ménaka region").place.id, locate("near Ménaka").place.id, locate("near Ménaka").near
    ('ml-menaka-region', 'ml-menaka', True)
    >>> locate("between Gao and Kidal").meant, locate("60 km north of Gao").meant
    ((), ())
    """
    return _located(text, country)


@frozen
class Phrase:
    """A phrase for a place in its parts: the name, the kinds it may be of, what it lies in."""

    name: str
    kinds: tuple[str, ...] | None = None
    around: tuple[str, ...] = ()
    near: bool = False


def dissect(text: str) -> Phrase | None:
    """The parts of a phrase; ``None`` for one that leads away from the place that it names.

    >>> dissect("near the village of Bamba in Gao Region, Mali")
    Phrase(name='Bamba', kinds=('town', 'village'), around=('Gao Region', 'Mali'), near=True)
    >>> dissect("60 km north of Gao") is None
    True
    """
    words = _IN.sub(", ", " ".join(text.replace("(", ", ").replace(")", "").split()))
    close = _NEAR.match(words)
    named, *around = steps(words[close.end() if close else 0 :])
    if any(_ELSEWHERE.search(step) for step in (named, *around)):
        return None
    site = _SITE.fullmatch(named)
    if site is not None:
        return Phrase(site["name"], ("town", "village"), tuple(around), near=True)
    described = _BEHIND.fullmatch(named) or _BEFORE.fullmatch(named)
    kinds = _KIND_OF[described["noun"].lower()] if described is not None else None
    name = described["name"] if described is not None else named.removeprefix("the ")
    return Phrase(name, kinds, tuple(around), near=close is not None)


@lru_cache(maxsize=16_384)
def _located(text: str, country: str | None) -> Located:
    if whole := places_meant(text, country):
        return Located(whole)
    words = _IN.sub(", ", " ".join(text.replace("(", ", ").replace(")", "").split()))
    close = _NEAR.match(words)
    named, *around = steps(words[close.end() if close else 0 :])
    if any(_ELSEWHERE.search(step) and not places_named(step) for step in (named, *around)):
        return Located()  # a name may have the word in it: "Jammu and Kashmir"
    meant, site = _meant(named, country), _SITE.fullmatch(named)
    if not meant and site is not None:
        meant = places_meant(site["name"], country, ("town", "village"))
        return Located(_within(meant, around), near=True)
    return Located(_within(meant, around), near=close is not None)


def steps(words: str) -> list[str]:
    """A place and what it is said to lie in, from the smaller to the larger.

    >>> steps("Ogossa, Mali"), steps("the Gao region of Mali")
    (['Ogossa', 'Mali'], ['the Gao region', 'Mali'])
    """
    smaller, _, larger = words.rpartition(" of ")
    if country_named(larger) is not None and smaller:
        words = f"{smaller}, {larger}"
    return [step for part in words.split(",") if (step := part.strip())] or [""]


def _within(meant: tuple[Place, ...], around: list[str]) -> tuple[Place, ...]:
    """Those of the places that lie in all that is named behind them ("Gao Region", "Mali").

    Where the register does not tell of any that it does, those that may.
    """
    for larger in around:
        state = country_named(larger)
        wholes = (state.iso,) if state and state.iso else _all_named(larger)
        answers = [(place, {contains(whole, place) for whole in wholes}) for place in meant]
        sure = tuple(place for place, answer in answers if True in answer)
        meant = sure or tuple(place for place, answer in answers if None in answer)
    return meant


def _all_named(name: str) -> tuple[Place, ...]:
    """Every place that a larger one can be: "Bamba, Gao" is of the region, not of the town."""
    return places_named(name) or _meant(name, None)


def _meant(name: str, country: str | None) -> tuple[Place, ...]:
    """The places that a name means, with a noun for places before or behind it, or without."""
    whole = places_meant(name, country)
    described = None if whole else _BEHIND.fullmatch(name) or _BEFORE.fullmatch(name)
    if described is None:
        return whole
    noun = described["noun"].lower()
    meant = places_meant(described["name"], country, _KIND_OF[noun])
    if meant or noun not in ("department", "district"):
        return meant
    first_level = places_meant(described["name"], country, ("region",))
    return tuple(place for place in first_level if set(place.countries) <= _DEPARTMENTS)


#: Countries whose first level is of departments or districts, which are regions here.
_DEPARTMENTS = {"BJ", "CI"}
