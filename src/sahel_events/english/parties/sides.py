"""The parties as far as they are known where a sentence stands: who fights whom, who spoke last."""

from __future__ import annotations

from attrs import define, field

from sahel_events.kinds import CIVILIANS
from sahel_events.registry.belligerents import Party, party_named
from sahel_events.registry.countries import country_named

__all__ = ["Sides"]

#: Words that name a kind of fighters, and no party.
_LOOSE = frozenset(("Islamists", "Islamist", "Tuaregs", "Tuareg", "Arabs", "Jihadists", "Rebels"))
#: Kinds of parties that "the group" and "the militants" can mean.
_FIGHTING = ("armed group", "militia", "coalition")


@define(slots=True)
class Sides:
    """What is known of the parties where a sentence stands."""

    #: the country whose soldiers are meant when none is named
    state: str | None = None
    attackers: list[str] = field(factory=list)
    defenders: list[str] = field(factory=list)
    #: the peacekeeping mission that the document names
    mission: str | None = None
    #: the party that spoke or acted last, for "they" and "its"
    subject: str | None = None
    #: the party of those who came to harm last
    last: str | None = None
    #: the people whom the document has told of, by singular noun, with their party
    told: dict[str, str] = field(factory=dict)
    #: the armed group that the document named last, and whether it has named only this one
    named: str | None = None
    alone: bool = True

    def meet(self, party: Party) -> None:
        """Keep a party that a sentence names."""
        if party.kind == "international mission":
            self.mission = party.name
        elif party.kind in _FIGHTING:
            self.alone = self.alone and self.named in (None, party.name)
            self.named = party.name

    def introduce(self, person: str, party: str) -> None:
        """Keep whose somebody is, by the whole name, by its last words and by the surname."""
        for name in (*_names(person), person.split()[-1]):
            self.told[name] = party

    def person(self, name: str) -> str | None:
        """Whose he is: "Abou Zeid" is "Abdelhamid Abou Zeid", but "Kader Touré" no "Ali Touré"."""
        return next((self.told[known] for known in _names(name) if known in self.told), None)

    @property
    def only(self) -> str | None:
        """The one armed group of which the document has told, unless it was harmed just now.

        "Against only one dead among the Islamists" speaks of others than those counted before.
        """
        harmed = party_named(self.last) if self.last is not None else None
        other = harmed is None or harmed.name != self.named
        return self.named if self.alone and other else None

    @property
    def group(self) -> str | None:
        """The one side of the engagement that is no state."""
        groups = _groups(self.attackers) + _groups(self.defenders)
        if len(groups) > 1:
            groups = [name for name in groups if name not in (self.subject, self.last)]
        return groups[0] if len(groups) == 1 else None

    @property
    def assailants(self) -> str | None:
        """The group that attacked."""
        groups = _groups(self.attackers)
        return groups[0] if groups else None

    @property
    def attacked(self) -> str | None:
        """Whoever was attacked: the state's own, where nobody is named."""
        fought = (name for name in self.defenders if name != CIVILIANS)
        return next(fought, self.state)

    @property
    def enemy(self) -> str | None:
        """Whoever stands against the party that speaks or acts."""
        against: list[str] = []
        if self.subject in self.attackers:
            against = self.defenders
        elif self.subject in self.defenders:
            against = self.attackers
        named = next((name for name in against if name[:1].isupper()), None)
        if named is None and self.subject is not None and country_named(self.subject) is None:
            return self.state
        return named

    def opponent(self, party: str | None) -> str | None:
        """The first of those who fight a party."""
        if party in self.attackers and self.defenders:
            return next((name for name in self.defenders if name != CIVILIANS), None)
        if party in self.defenders and self.attackers:
            return self.attackers[0]
        return None


def _names(person: str) -> list[str]:
    """The whole name, and what is left of it without its first words, down to two."""
    words = person.split()
    return [" ".join(words[at:]) for at in range(max(1, len(words) - 1))]


def _groups(names: list[str]) -> list[str]:
    """The armed groups among the names of parties."""
    return [
        name
        for name in names
        if name[:1].isupper() and country_named(name) is None and name not in _LOOSE
    ]
