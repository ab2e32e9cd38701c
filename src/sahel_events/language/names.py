"""By which names the parties of a document are known.

Only the document itself decides: its infobox, its wiki links and its "Full Name (ACRONYM)" bind a
name to a party. Matching is exact on folded names; nothing is guessed from likeness.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import field, frozen

from sahel_events.language.lexicon import lexicon

__all__ = ["Names", "acronyms", "fold", "initials", "is_acronym"]

_ACRONYM = re.compile(r"[A-ZÉ][A-ZÉ0-9]*(?:[-–&][A-Z0-9]+)*(?:s|’s|'s)?")
_INTRODUCED = re.compile(r"\((?:the\s+)?([A-Z][A-Za-z]*[A-Z][A-Z-]*)\)")
_NAME_WORD = re.compile(r"[^\s,;:()\"“”.]+")


def fold(name: str) -> str:
    """A name without case, accents, punctuation and a leading article."""
    plain = unicodedata.normalize("NFKD", name)
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(letters.casefold().split()).removeprefix("the ")


def is_acronym(text: str) -> bool:
    """Whether the text is written like the acronym of a group: "JNIM", "CSP-PSD"."""
    return len(text) > 1 and _ACRONYM.fullmatch(text) is not None


def acronyms(text: str) -> dict[str, str]:
    """Acronyms that the text introduces, as in "Full Name Of It (FNOI)", with their full names.

    The full name is the shortest run of words before the bracket whose initials hold all letters of
    the acronym, in any order: many acronyms of the Sahel follow the French name.

    >>> acronyms("fighters of the National Movement for the Liberation of Azawad (MNLA) said")
    {'MNLA': 'National Movement for the Liberation of Azawad'}
    """
    found: dict[str, str] = {}
    for match in _INTRODUCED.finditer(text):
        acronym = match.group(1)
        begin = max(0, match.start() - 160)
        words = list(_NAME_WORD.finditer(text, begin, match.start()))
        for back in range(1, min(len(words), 2 * len(acronym) + 4) + 1):
            first = words[-back]
            if first.group()[0].isupper() and _spells(words[-back:], acronym):
                found.setdefault(acronym, text[first.start() : match.start()].strip())
                break
    return found


def initials(name: str) -> str:
    """The capital initials of a name: "ISGS" of "Islamic State in the Greater Sahara"."""
    return "".join(piece[0] for piece in re.split(r"[\s-]+", name) if piece[:1].isupper())


def _spells(words: list[re.Match[str]], acronym: str) -> bool:
    pieces = (piece for word in words for piece in re.split(r"[-–'’]", word.group()) if piece)
    letters = Counter(piece[0].upper() for piece in pieces)
    return not Counter(letter for letter in acronym if letter.isalpha()) - letters


@frozen
class Names:
    """Folded name → the party's own name, for one document."""

    known: Mapping[str, str] = field(factory=dict)

    @classmethod
    def of(cls, parties: Iterable[tuple[str, Iterable[str]]]) -> Names:
        """From pairs of a party's own name and its other names; the first to claim a name keeps it."""
        known: dict[str, str] = {}
        for name, others in parties:
            for alias in (name, *others):
                if folded := fold(alias):
                    known.setdefault(folded, name)
        return cls(known)

    def resolve(self, text: str) -> str | None:
        """The party's own name, or ``None`` when the document does not know the text as a name.

        Countries are known to every document, by name and demonym.
        """
        if (found := self.known.get(fold(text))) is not None:
            return found
        country = lexicon().country(text.removesuffix("'s").removesuffix("’s"))
        return self.known.get(fold(country.name), country.name) if country else None

    def begins(self, text: str) -> str | None:
        """The one party whose name begins with the text ("Wagner" of "Wagner Group")."""
        folded = fold(text)
        found = {name for known, name in self.known.items() if known.startswith(folded + " ")}
        return found.pop() if len(found) == 1 and len(folded) > 3 else None
