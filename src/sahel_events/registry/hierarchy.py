"""What a text says that a place lies in, in the words right behind its name.

"Bamba (Koro, Mopti)", "Gouari, a village in Mali's Bankass district", "Koro, Burkina Faso": the
units and countries that stand there tell which of several places of a name is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sahel_events.registry.countries import country_named
from sahel_events.registry.places import places_named

__all__ = ["is_unit", "stated_units", "unit_name"]

_NOUNS = (
    "region|province|cercle|circle|department|district|state|commune|prefecture|county"
    "|governorate|local government area|municipality"
)
#: A name of a unit, with a noun before or behind it, and whose it is.
_UNIT = rf"(?-i:[A-ZÀ-Ý])[\w’'-]*(?:[ -](?-i:[A-ZÀ-Ý])[\w’'-]*){{0,3}}(?: (?:{_NOUNS})\b)?"
_BEHIND = re.compile(
    rf"""
    \s?\((?P<bracket>[^()\n]{{2,50}})\)
  | ,?\ (?:(?:an?|the)\ (?:[a-z-]+\ ){{1,3}})?(?:in|of)\ (?:the\ )?(?:(?:{_NOUNS})\ of\ )?
    (?P<inside>{_UNIT}(?:,\ {_UNIT})?)
  | ,\ (?:in\ )?(?:the\ )?(?P<list>{_UNIT}(?:,\ {_UNIT})?)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OF = re.compile(r"['’]s? (?=[A-ZÀ-Ý])")
_NOUN_BEFORE = re.compile(rf"(?:the )?(?:{_NOUNS}) of |the ")
_NOUN_BEHIND = re.compile(rf" (?:{_NOUNS})$")
#: A text is searched for so many mentions of a name.
_MENTIONS = 20


def is_unit(name: str) -> bool:
    """Whether a country, or a region or district of the register, is called so."""
    return country_named(name) is not None or any(
        place.kind in ("region", "district") for place in places_named(unit_name(name))
    )


def unit_name(name: str) -> str:
    """The name of a unit without the noun for what it is.

    >>> unit_name("the region of Mopti"), unit_name("Bankass district")
    ('Mopti', 'Bankass')
    """
    before = _NOUN_BEFORE.match(name)
    return _NOUN_BEHIND.sub("", name[before.end() if before is not None else 0 :])


def stated_units(name: str, text: str, known: Callable[[str], bool] = is_unit) -> tuple[str, ...]:
    """The units and countries that a text puts right behind a name, the first time that it does.

    Only those that are known are taken for some: brackets hold other things, too.

    >>> stated_units("Gouari", "They came to Gouari, a village in Mali's Bankass district.")
    ('Bankass', 'Mali')
    >>> stated_units("Bamba", "Five men (all of Bamba) fled. Bamba (Koro, Mopti) was burnt.")
    ('Koro', 'Mopti')
    """
    for behind in _mentions(name, text):
        match = _BEHIND.match(behind)
        said = match[match.lastgroup or 0] if match is not None else ""
        units = [unit_name(step) for step in _steps(said)]
        found = tuple(unit for unit in units if unit != name and known(unit))
        if found:
            return found
    return ()


def _mentions(name: str, text: str) -> Iterator[str]:
    """What stands behind each mention of a name."""
    at = text.find(name)
    for _ in range(_MENTIONS):
        if at < 0:
            return
        end = at + len(name)
        yield text[end : end + 120].replace("\n", " ")
        at = text.find(name, end)


def _steps(said: str) -> list[str]:
    """The units of a phrase from the smaller to the larger: "Mali's Gao region" is in Mali."""
    steps: list[str] = []
    for part in filter(None, (part.strip() for part in said.split(","))):
        owner, *unit = _OF.split(part, maxsplit=1)
        steps += [*unit, owner]
    return steps
