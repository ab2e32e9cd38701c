"""Whom a name means: one party of the registry, or nobody.

Names are exact, but for accents, apostrophes, dashes and a leading article. A name that several
parties have means one of them only in a document that speaks of its country.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache

from sahel_events.registry.belligerents import Party, listed, party_of_country, party_with_id
from sahel_events.registry.codings import codings, without_years
from sahel_events.registry.countries import countries, country_with_iso
from sahel_events.registry.names import near, plain
from sahel_events.registry.organs import organs
from sahel_events.registry.relations import Standing, relations

__all__ = ["candidates", "resolve", "suggestions"]


@cache
def _forms() -> dict[str, tuple[Party, ...]]:
    """Who is meant by each form of a name: one party, or several that share it."""
    found: dict[str, dict[str, Party]] = {}
    for party in listed():
        for form in (*party.names, *party.shared):
            found.setdefault(plain(form), {})[party.id] = party
    for country in countries():
        for form in (*country.names, *country.demonyms):
            found.setdefault(plain(form), {party_of_country(country).id: party_of_country(country)})
    for coding in codings():
        coded = party_with_id(coding.party)
        if coded is not None:
            found.setdefault(plain(coding.name), {coded.id: coded})
    return {form: tuple(meant.values()) for form, meant in found.items()}


@cache
def _shared() -> frozenset[str]:
    """The forms that mean nobody for certain outside a context."""
    marked = {plain(form) for party in listed() for form in party.shared}
    return frozenset(marked | {form for form, meant in _forms().items() if len(meant) > 1})


@cache
def _caseless() -> dict[str, Party]:
    """Names of several words, which are no other words when their capitals are lost."""
    found: dict[str, set[Party]] = {}
    for form, meant in _forms().items():
        if " " in form and form not in _shared():
            found.setdefault(form.casefold(), set()).update(meant)
    return {form: meant.pop() for form, meant in found.items() if len(meant) == 1}


def candidates(name: str) -> tuple[Party, ...]:
    """Every party that has this name, be it shared or not."""
    return _forms().get(plain(name), ())


def resolve(name: str, context: Collection[str] = ()) -> Party | None:
    """The one party that a name means: by name, alias, acronym or demonym, for states as well.

    ``context`` holds the ISO codes of the countries that the document speaks of. It settles names
    that several parties share; without it, they mean nobody. Nothing is guessed from likeness.

    >>> resolve("the JNIM").id, resolve("Malian government").id, resolve("Malian army").id
    ('jnim', 'mali', 'fama')
    >>> resolve("BIR") is None, resolve("BIR", ["BF"]).id
    (True, 'bir-burkina-faso')

    Names as event datasets write them are understood, if they mean one party only:

    >>> resolve("JNIM: Group for Support of Islam and Muslims").id
    'jnim'
    >>> resolve("Military Forces of Mali (2013-2020)").id, resolve("FDS", ["NE"]).id
    ('fama', 'niger')
    """
    return _resolved(name, frozenset(context))


@lru_cache(maxsize=16_384)  # every document of a conflict names the same parties
def _resolved(name: str, context: frozenset[str]) -> Party | None:
    meant = _named(plain(name), context) or _coded(name, context)
    return meant if meant is None or len(context) == 0 else _of_one_state(meant, context)


def _coded(name: str, context: frozenset[str]) -> Party | None:
    """The party of "ACRONYM: Full Name (2013-2020)": the one that all known parts of it mean."""
    parts = [plain(part) for part in without_years(name).split(": ", 1)]
    if parts == [plain(name)]:
        return None
    meant = [_named(part, context) for part in parts]
    known = {party.id: party for party in meant if party is not None}
    return next(iter(known.values())) if len(known) == 1 else None


def _of_one_state(party: Party, context: frozenset[str]) -> Party:
    """The state whose forces a name means that those of several bear: "FDS" in Niger."""
    if party.kind != "state force" or len(party.countries) < 2 or not party.shared:
        return party
    home = country_with_iso(min(context & frozenset(party.countries), default=""))
    only = len(context & frozenset(party.countries)) == 1
    return party_of_country(home) if only and home is not None else party


def _named(form: str, context: frozenset[str]) -> Party | None:
    meant = _forms().get(form, ())
    if form in _shared():
        meant = tuple(party for party in meant if not context.isdisjoint(party.countries))
    if len(meant) == 1:
        return meant[0]
    return None if meant else _organ(form) or _caseless().get(form.casefold())


def _organ(form: str) -> Party | None:
    """The state whose organ is named, or its army: "Government of Mali", "Malian troops"."""
    lower = form.lower()
    for name, organ in organs().items():
        if lower.endswith(f" {name}"):
            owner = form[: -len(name) - 1]
        elif lower.startswith(f"{name} of "):
            owner = plain(form[len(name) + len(" of ") :])
        else:
            continue
        meant = _forms().get(owner, ())
        if len(meant) != 1 or meant[0].kind != "state":
            return None
        return _armed_forces().get(meant[0].id, meant[0]) if organ.is_army else meant[0]
    return None


@cache
def _armed_forces() -> dict[str, Party]:
    """The armed forces of each state that has them in the registry, by the state's identifier."""
    found = (r for r in relations() if r.standing is Standing.ARMED_FORCES_OF)
    return {relation.other.id: relation.party for relation in found}


@cache
def _by_letter() -> dict[str, list[str]]:
    """The forms of names by their first letter, with which every likely one begins, too."""
    found: dict[str, list[str]] = {}
    for form in _forms():
        found.setdefault(form[:1].casefold(), []).append(form)
    return found


def suggestions(name: str, cutoff: float = 0.7) -> list[Party]:
    """Parties with a name that is written almost like this one: a question, never an answer.

    >>> [party.id for party in suggestions("Ansar Deen")]
    ['ansar-dine']
    """
    forms = _forms()
    alike = near(name, _by_letter().get(plain(name).casefold()[:1], ()), cutoff)
    parties = [party for form in alike for party in forms[form]]
    return list({party.id: party for party in parties}.values())
