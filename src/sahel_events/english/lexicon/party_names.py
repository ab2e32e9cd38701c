"""By which names the parties of a document are known.

Only the document itself decides: its infobox, its wiki links and its "Full Name (ACRONYM)" bind a
name to a party. Matching is exact on folded names; nothing is guessed from likeness.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache

from attrs import field, frozen

from sahel_events.english.lexicon.words import Word, nouns
from sahel_events.registry.countries import country_named
from sahel_events.registry.names import fold
from sahel_events.registry.organs import is_organ

__all__ = ["Names", "acronyms", "initials", "is_acronym"]

_ACRONYM = re.compile(r"[A-ZÉ][A-ZÉ0-9]*(?:[-–&][A-Z0-9]+)*(?:s|’s|'s)?")
#: "T-72", "AK-47", "II": models and numerals, not groups.
_NO_GROUP = re.compile(r"[A-Z]+-\d+\w*|[IVX]+")
_INTRODUCED = re.compile(r"\((?:the\s+)?([A-Z][A-Za-z]*[A-Z][A-Z-]*)\)")
_PARTS = re.compile(r"[-–'’]")
_NAME_WORD = re.compile(r"[^\s,;:()\"“”.]+")


def is_acronym(text: str) -> bool:
    """Whether the text is written like the acronym of a group: "JNIM", "CSP-PSD"."""
    letters = sum(character.isalpha() for character in text)
    return letters > 1 and _ACRONYM.fullmatch(text) is not None and not _NO_GROUP.fullmatch(text)


def acronyms(text: str) -> dict[str, str]:
    """Acronyms that the text introduces, as in "Full Name Of It (FNOI)", with their full names.

    The full name is the shortest run of words before the bracket whose initials hold all letters of
    the acronym, in any order: many acronyms of the Sahel follow the French name.

    >>> acronyms("a statement by the Popular Front for the Defence of Wadis (FPDW)")
    {'FPDW': 'Popular Front for the Defence of Wadis'}
    """
    found: dict[str, str] = {}
    for match in _INTRODUCED.finditer(text):
        acronym = match.group(1)
        line = text.rfind("\n", 0, match.start()) + 1
        begin = max(line, match.start() - 160)
        words = list(_NAME_WORD.finditer(text, begin, match.start()))[: -2 * len(acronym) - 5 : -1]
        start = _begins(acronym, words, str.isupper) or _begins(acronym, words, str.isalpha)
        if start is not None and not _is_thing(text[start : match.start()]):
            found.setdefault(acronym, text[start : match.start()].strip())
    return found


def _is_thing(name: str) -> bool:
    """Whether a name is one of things, by its last known noun: "Patrol Boat Medium (PBM)"."""
    known = (_nouns().get(word.lower()) for word in reversed(name.split()))
    last = next(filter(None, known), None)
    return last is not None and last.thing


@cache
def _nouns() -> dict[str, Word]:
    return dict(nouns())


def _begins(
    acronym: str, words: Iterable[re.Match[str]], counts: Callable[[str], bool]
) -> int | None:
    """Where the name begins whose initials hold the letters; small words may count, or not.

    "Islamic State in the Greater Sahara" is ISGS by its capitals, and would be with "in" as well.
    """
    missing = Counter(letter for letter in acronym if letter.isalpha())
    for first in words:
        word = first.group()
        initials = (piece[0] for piece in _PARTS.split(word) if piece)
        missing -= Counter(initial.upper() for initial in initials if counts(initial))
        if not missing and word[0].isupper():
            return first.start()
    return None


def initials(name: str) -> str:
    """The capital initials of a name: "ISGS" of "Islamic State in the Greater Sahara"."""
    pieces = name.replace("-", " ").split()
    return "".join(piece[0] for piece in pieces if piece[0].isupper()) if len(pieces) > 2 else ""


@frozen
class Names:
    """Folded name → the party's own name, for one document."""

    known: dict[str, str] = field(factory=dict)

    def resolve(self, text: str) -> str | None:
        """The party's own name, or ``None`` when the document does not know the text as a name.

        Countries are known to every document, by name, demonym and the organs of their state.
        """
        if (found := self.known.get(fold(text))) is not None:
            return found
        name = text.removesuffix("'s").removesuffix("’s")
        country = country_named(name)
        if country is None:
            first, _, rest = name.removeprefix("the ").partition(" ")
            country = country_named(first) if rest and is_organ(rest) else None
        return self.known.get(fold(country.name), country.name) if country else None

    def begins(self, text: str) -> str | None:
        """The one party whose name begins with the text ("Wagner" of "Wagner Group")."""
        folded = fold(text)
        found = {name for known, name in self.known.items() if known.startswith(folded + " ")}
        return found.pop() if len(found) == 1 and len(folded) > 3 else None
