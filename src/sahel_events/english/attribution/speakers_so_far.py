"""Who has spoken so far: whom a surname, "the official" or "the monitoring group" means."""

from __future__ import annotations

import re
from collections import deque

from attrs import define, field

from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.registry.belligerents import party_named
from sahel_events.registry.countries import country_named
from sahel_events.registry.sources import reporter_named

__all__ = ["Heard"]

#: How many speakers "the official" may mean: nobody looks back further, and time stays linear.
_REMEMBERED = 40
#: How many surnames are kept: a document of any length needs no more memory.
_MOST_NAMED = 5_000
_COMPLEMENT = re.compile(r" (?:of|in|at|for|from|to|with|close to) ")
#: Words that stand for the armed group named before.
_GROUPS = frozenset("group movement organisation organization militia".split())
#: Words that make of a group one that reports, and does not fight: "the rights group".
_WATCHING = frozenset("monitoring rights watchdog monitor aid charity advocacy observatory".split())
#: Last words of names that are no surnames.
_NO_SURNAMES = word_list("bodies that speak") | word_list("buildings") | word_list("targets")


@define(slots=True)
class Heard:
    """The speakers of a document, the latest last, and the people whom it has named."""

    latest: deque[str] = field(factory=lambda: deque(maxlen=_REMEMBERED))
    #: full names by their last words
    people: dict[str, str] = field(factory=dict)

    def add(self, name: str) -> None:
        """Keep somebody who has spoken."""
        self.latest.append(name)
        self.meet(name)

    def meet(self, name: str) -> None:
        """Keep the full name of a person: "Filipe Sow" is "Sow" from here on."""
        words = name.split()
        if len(words) < 2 or words[-1].lower() in _NO_SURNAMES or not _is_person(name, words):
            return
        if len(self.people) < _MOST_NAMED:
            self.people[words[-1]] = name

    def named(self, text: str, *, definite: bool) -> str | None:
        """Whom words mean that are not his full name; ``None`` for somebody not heard before."""
        if " " not in text and text[:1].isupper() and text in self.people:
            return self.people[text]
        return self._meant(text) if definite else None

    def group(self) -> str | None:
        """The armed group that spoke last."""
        return next((name for name in reversed(self.latest) if self._may_fight(name)), None)

    def _may_fight(self, name: str) -> bool:
        known = country_named(name) is not None or reporter_named(name) is not None
        return name[:1].isupper() and not known and self.people.get(name.split()[-1]) != name

    def _meant(self, text: str) -> str | None:
        """The speaker whom "the official" or "the monitoring group" means."""
        words = text.lower().split()
        for earlier in reversed(self.latest):
            for member in earlier.split(" and "):
                named = _COMPLEMENT.split(member)[0].lower()  # no "lieutenant of the army"
                if member != text and named.endswith(words[-1]) and " " in named:
                    return member
        if not _WATCHING.isdisjoint(words):
            return next((name for name in reversed(self.latest) if reporter_named(name)), None)
        return None

    @staticmethod
    def means_group(text: str) -> bool:
        """Whether words stand for an armed group: "the movement"."""
        words = text.lower().split()
        return words[-1] in _GROUPS and _WATCHING.isdisjoint(words)


def _is_person(name: str, words: list[str]) -> bool:
    """Whether every word has a capital, and the whole is no party and no reporter."""
    written = all(word[:1].isupper() or len(word) < 4 for word in words)
    return written and words[0] != "The" and party_named(name) is None and not reporter_named(name)
