"""Who speaks through a quotation of several sentences: whoever is named where it ends.

As in "“We lost six men. Nobody can say yet who else is gone,” said a second officer.": the six are
his, too.
"""

from __future__ import annotations

import re

from attrs import define, field

from sahel_events.english.attaching.annotated_sentence import Telling
from sahel_events.english.discourse.claim_draft import Told
from sahel_events.english.discourse.context import Memory
from sahel_events.kinds import Stance

__all__ = ["Quotation"]

_MARKS = re.compile('["“”«»]')
_OPENS, _CLOSES = "“«", "”»"


@define(slots=True)
class Quotation:
    """The quotation that is open, and the claims within it that nobody was named for."""

    is_open: bool = False
    paragraph: int = -1
    claims: list[Told] = field(factory=list)

    def hear(self, telling: Telling, made: list[Told], memory: Memory) -> None:
        """Go over a sentence: give its claims to whoever is named where the quotation ends."""
        if telling.paragraph != self.paragraph:
            self.is_open, self.paragraph = False, telling.paragraph
            self.claims.clear()
        within = self.is_open
        self._go_over(telling.text)
        if within and self.claims and telling.attributions:
            self._give(telling, memory)
        if self.is_open:
            self.claims += [claim for claim in made if claim.claimant is None]
        else:
            self.claims.clear()

    def _go_over(self, text: str) -> None:
        for mark in _MARKS.findall(text):
            if mark in _OPENS:
                self.is_open = True
            elif mark in _CLOSES:
                self.is_open = False
            else:
                self.is_open = not self.is_open

    def _give(self, telling: Telling, memory: Memory) -> None:
        found = telling.attributions[-1]
        name = memory.resolve(found, telling) if found.speaker is not None else None
        if name is None:
            return
        for claim in self.claims:
            claim.claimant = name
            claim.stance = found.stance if claim.stance is Stance.STATED else claim.stance
            claim.reasons["claimant"] = f"{found.rule}, where the quotation ends"
        self.claims.clear()
