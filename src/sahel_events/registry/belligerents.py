"""Who fights: armed groups, militias, missions and coalitions, by every name they are known by.

``data/belligerents.csv`` can be edited: a row a party. A form of a name belongs to one party,
and is found as it is written ("IS" is not "is").
"""

from __future__ import annotations

from functools import cache

from attrs import frozen

from sahel_events.registry._tables import rows, several

__all__ = ["Party", "parties", "party_named"]


@frozen
class Party:
    """A party: the name that documents use most, and the others.

    ``kind`` is armed group, militia, state force, private military company, international mission,
    coalition or organisation; ``countries`` holds ISO 3166-1 codes.
    """

    name: str
    aliases: tuple[str, ...]
    kind: str
    countries: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name by which it is known, its own first."""
        return (self.name, *self.aliases)


@cache
def parties() -> dict[str, Party]:
    """Every party by every form of its name."""
    found: dict[str, Party] = {}
    for row in rows("belligerents.csv"):
        party = Party(row["name"], several(row["aliases"]), row["kind"], several(row["country"]))
        for name in party.names:
            found.setdefault(name, party)
    return found


def party_named(name: str) -> Party | None:
    """The party with this name, whichever apostrophe it has: "Ansar al-Shari'a".

    ``None`` when the registry has none.
    """
    return parties().get(name.replace("’", "'"))
