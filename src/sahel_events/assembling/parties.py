"""The parties of a document: which names are one party, and the belligerents they become.

Names are bound together by the document alone: a flag beside "Government of Mali" makes it Mali, a
wiki link ties "AQIM" to its page, "Full Name (ACRONYM)" in the text ties both. Every party that a
record names becomes a belligerent with the place where it was first named.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, field

from sahel_events.assembling.records import Records
from sahel_events.language.figures import CIVILIANS
from sahel_events.language.lexicon import Country, lexicon
from sahel_events.language.names import Names, acronyms, fold, initials, is_acronym
from sahel_events.language.parties import Named
from sahel_events.model import Belligerent, BelligerentKind
from sahel_events.text.passage import Link, Passage

__all__ = ["Parties"]

_ORGANISATIONS = frozenset(("European Union", "United Nations", "African Union", "NATO", "ECOWAS"))


@define(slots=True)
class _Party:
    """A party while its names are being gathered."""

    name: str
    aliases: dict[str, None] = field(factory=dict)
    pages: dict[str, None] = field(factory=dict)
    country: Country | None = None
    record: Belligerent | None = None


@define(slots=True)
class Parties:
    """All parties of a document, by folded name."""

    records: Records
    by_name: dict[str, _Party] = field(factory=dict)
    #: the names by which the grammar knows the parties; it grows with them
    names: Names = field(factory=Names)
    _order: list[_Party] = field(factory=list)

    def learn(self, text: str, named: Iterable[Named], links: Iterable[Link]) -> None:
        """Gather the parties that the infobox names, and the other names the document has for
        them.
        """
        for name in named:
            party = self._party(name.name, name.country)
            for remark in name.remarks:
                if is_acronym(remark):
                    self._alias(party, remark)
        for shown, page in {(link.text, link.page): None for link in links}:
            linked = self.by_name.get(fold(shown))
            if linked is not None and page and not page.islower():
                linked.pages.setdefault(page)
                self._alias(linked, page)
        for acronym, full in acronyms(text).items():
            known = self.by_name.get(fold(full)) or self.by_name.get(fold(acronym))
            party = known or self._new(full, None)
            self._alias(party, acronym)
            self._alias(party, full)
        for party in self._order:
            short = initials(party.name)
            if len(short) > 2 and _writes(text, short):
                self._alias(party, short)  # its initials are a name where the document writes them

    def _party(self, name: str, country: Country | None) -> _Party:
        if country is not None and _is_state(name, country):
            party = self.by_name.get(fold(country.name)) or self._new(country.name, country)
            self._alias(party, name)
            return party
        return self.by_name.get(fold(name)) or self._new(name, lexicon().country(name))

    def _new(self, name: str, country: Country | None) -> _Party:
        party = _Party(name, country=country)
        if country is not None and name == country.name:
            party.aliases.update(dict.fromkeys(country.aliases))
        self._order.append(party)
        self._bind(name, party)  # the names of countries are known to every document
        return party

    def _bind(self, alias: str, party: _Party) -> None:
        """Tie a name to a party, unless another one has it already."""
        self.by_name.setdefault(fold(alias), party)
        self.names.known.setdefault(fold(alias), party.name)

    def _alias(self, party: _Party, name: str) -> None:
        if fold(name) and fold(name) != fold(party.name):
            party.aliases.setdefault(name)
            self._bind(name, party)

    def written(self) -> set[str]:
        """Every name of every party that is no country, as it is written."""
        names: set[str] = set()
        for party in self._order:
            if party.country is None:
                names.update((party.name, *party.aliases))
        return {name for name in names if name[:1].isupper() and len(name) > 1}

    def belligerent(
        self, name: str, passage: Passage, start: int, end: int, field_name: str
    ) -> Belligerent:
        """The belligerent with this name; it is made when it is first asked for."""
        party = self.by_name.get(fold(name)) or self._party(name, lexicon().country(name))
        if party.record is None:
            party.record = self.records.add(
                Belligerent,
                self.records.identify("belligerent", "", party.name),
                passage,
                start,
                end,
                field_name,
                name=party.name,
                aliases=tuple(party.aliases),
                kind=_kind(party),
                country=party.country.iso if party.country else None,
                pages=tuple(party.pages),
            )
        return party.record


def _writes(text: str, word: str) -> bool:
    """Whether the text holds the word as a word."""
    at = text.find(word)
    while at >= 0:
        if not (text[at - 1 : at].isalnum() or text[at + len(word) : at + len(word) + 1].isalnum()):
            return True
        at = text.find(word, at + 1)
    return False


def _is_state(name: str, country: Country) -> bool:
    """Whether a name beside a country's flag is that country: "Mali", "Government of Mali"."""
    if country.is_called(name):
        return True
    words = fold(name)
    return any(words == f"{prefix} {fold(country.name)}" for prefix in _STATE_PREFIXES)


_STATE_PREFIXES = ("government of", "republic of", "kingdom of", "state of")


def _kind(party: _Party) -> BelligerentKind:
    if party.name == CIVILIANS:
        return BelligerentKind.CIVILIANS
    if party.name in _ORGANISATIONS:
        return BelligerentKind.ORGANISATION
    return BelligerentKind.STATE if party.country else BelligerentKind.UNKNOWN
