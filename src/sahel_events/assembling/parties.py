"""The parties of a document: which names are one party, and the belligerents they become.

Names are bound together by the document: a flag beside "Government of Mali" makes it Mali, a wiki
link ties "AQIM" to its page, "Full Name (ACRONYM)" in the text ties both. Names that the registry
has for one party are one, too. Every party that a record names becomes a belligerent with the place
where it was first named, and with what the registry knows of it; one that the registry lacks is a
belligerent of this document, and never a likely other one.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from attrs import define, field

from sahel_events.assembling.records import Records
from sahel_events.english import Named, Names, acronyms, initials, is_acronym
from sahel_events.kinds import CIVILIANS, BelligerentKind, Severity
from sahel_events.model import Belligerent
from sahel_events.registry.belligerents import Party, party_of_country
from sahel_events.registry.countries import Country, countries, country_named
from sahel_events.registry.names import fold
from sahel_events.registry.relations import wholes
from sahel_events.registry.resolving import candidates, resolve, suggestions
from sahel_events.text.passage import Link, Passage
from sahel_events.values import EventDate

__all__ = ["Parties"]

#: How like a name must be to one of the registry for a reader to be asked whether it is meant.
_ALIKE = 0.9


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
    #: the parties that the registry has, by its identifier
    _by_id: dict[str, _Party] = field(factory=dict)
    _text: str = ""
    #: whether the text names a country or its people, by ISO code
    _spoken_of: dict[str, bool] = field(factory=dict)

    def learn(self, text: str, named: Iterable[Named], links: Iterable[Link]) -> None:
        """Gather the parties that the infobox names, and the other names the document has for
        them.
        """
        self._text, self._spoken_of = text, {}
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
            party = known or self._same(full) or self._new(full, None)
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
        known = self.by_name.get(fold(name)) or self._same(name)
        return known or self._new(name, country_named(name))

    def _same(self, name: str) -> _Party | None:
        """The party of the document that the registry has under this name as well."""
        found = resolve(name)
        party = self._by_id.get(found.id) if found else None
        if party is not None:
            self._alias(party, name)
        return party

    def _new(self, name: str, country: Country | None) -> _Party:
        party = _Party(name, country=country)
        found = resolve(name)
        if found is not None:
            self._by_id.setdefault(found.id, party)
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
        party = self.by_name.get(fold(name)) or self._party(name, country_named(name))
        if party.record is None:
            found = self._registered(party)
            party.record = self.records.add(
                Belligerent,
                self.records.identify("belligerent", "", party.name),
                passage,
                start,
                end,
                field_name,
                name=party.name,
                aliases=tuple(party.aliases),
                pages=tuple(party.pages),
                **_facts(party, found),
            )
            if found is None and party.name != CIVILIANS:
                self._ask(party.name, *passage.span(start, end), field_name)
        return party.record

    def _registered(self, party: _Party) -> Party | None:
        """The party in the registry: by its name, else by the pages that the document links it to,
        else by its other names in a document that speaks of the country where that party is.

        The last is for acronyms: "JNIM" in a report on Mali may stand for a new translation of the
        name, and elsewhere for somebody else.
        """
        if party.country is not None:
            return party_of_country(party.country)
        for names in ((party.name,), (*party.pages, *map(_untold, party.pages))):
            if meant := _meant(names):
                return _only(meant)
        names = (party.name, *party.aliases)
        called = {found for name in names for found in (*candidates(name), resolve(name)) if found}
        context = frozenset(
            iso for found in called for iso in found.countries if self._speaks_of(iso)
        )
        known = _meant(names, context)
        return _only(found for found in known if not context.isdisjoint(found.countries))

    def _speaks_of(self, iso: str) -> bool:
        """Whether the document names a country, or its people."""
        if iso not in self._spoken_of:
            names = _country_names().get(iso, ())
            self._spoken_of[iso] = any(_writes(self._text, name) for name in names)
        return self._spoken_of[iso]

    def _ask(self, name: str, first: int, last: int, field_name: str) -> None:
        """Ask whether a party that the registry almost has is meant by a name that it lacks."""
        if alike := suggestions(name, _ALIKE):
            message = f"no party of the registry is called “{name}”"
            hint = f"did you mean “{alike[0].name}” ({alike[0].id})?"
            self.records.problem(Severity.NOTE, message, first, last, field_name, hint)


@cache
def _country_names() -> dict[str, tuple[str, ...]]:
    """The names of countries and their people, by ISO code."""
    return {
        country.iso: (*country.names, *country.demonyms) for country in countries() if country.iso
    }


def _meant(names: Iterable[str], context: frozenset[str] = frozenset()) -> list[Party]:
    """The parties of the registry that the names mean, each once."""
    found = (resolve(name, context) for name in names)
    return list({party.id: party for party in found if party is not None}.values())


def _only(found: Iterable[Party]) -> Party | None:
    """The one that there is; ``None`` where there are several, or none."""
    parties = list(found)
    return parties[0] if len(parties) == 1 else None


def _untold(page: str) -> str:
    """The title of a wiki page without what tells it from others: "Al-Mourabitoun (group)"."""
    return page.rpartition(" (")[0] if page.endswith(")") else page


def _facts(party: _Party, found: Party | None) -> dict[str, object]:
    """What a belligerent has from the registry."""
    if found is None:
        civilians = party.name == CIVILIANS
        return {"kind": BelligerentKind.CIVILIANS if civilians else BelligerentKind.UNKNOWN}
    country = party.country.iso if party.country else None
    return {
        "kind": BelligerentKind(found.kind),
        "party": found.id,
        "parents": tuple(whole.id for whole in wholes(found)),
        "country": country or (found.countries[0] if len(found.countries) == 1 else None),
        "period": EventDate(found.period) if found.period else None,
        "wikidata": found.wikidata,
    }


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
