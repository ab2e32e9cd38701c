"""Who the sources of figures are, and which of them are one.

Ten papers that print one agency's report are one source, and so is an infobox beside the sentence
that it was taken from. A party is one source wherever it is quoted; what a text says in its own
voice is the text's.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from sahel_events.linking.parties import Identities
from sahel_events.model import CasualtyClaim
from sahel_events.registry.belligerents import party_with_id
from sahel_events.registry.names import fold

__all__ = ["Sources"]

#: So many words in a row are hardly written twice by chance; nor are two shorter quotations.
_LONG, _SHORT = 7, 5


@frozen
class Sources:
    """The sources of the figures of a dataset."""

    _identities: Identities
    #: the first of the documents that are copies of each other, by document
    _texts: dict[str, str] = field(factory=dict)

    @classmethod
    def of(cls, claims: Iterable[CasualtyClaim], identities: Identities) -> Sources:
        """The sources of claims; texts that state them in the same words are one text."""
        quoted: dict[str, set[str]] = {}
        for claim in claims:
            quoted.setdefault(claim.document, set()).add(fold(claim.quote or ""))
        texts: dict[str, str] = {}
        by_quote: dict[str, list[str]] = {}
        for document in sorted(quoted):
            near = {other for quote in quoted[document] for other in by_quote.get(quote, ())}
            same = [o for o in sorted(near) if _are_copies(quoted[document], quoted[o])]
            texts[document] = texts[same[0]] if same else document
            for quote in quoted[document]:
                if len(quote.split()) >= _SHORT:
                    by_quote.setdefault(quote, []).append(document)
        return cls(identities, texts)

    def of_claim(self, claim: CasualtyClaim) -> str:
        """What stands for the source of a claim, equal for one and the same."""
        text = self._texts.get(claim.document, claim.document)
        if claim.claimant is None:
            return f"text {text}"
        speaker = self.speaker(claim)
        known = self._identities.fights(speaker) or party_with_id(speaker) is not None
        return f"party {speaker}" if known else f"{speaker} in {text}"

    def speaker(self, claim: CasualtyClaim) -> str:
        """What stands for the party, or the other speaker, that states a claim; "" for the text."""
        if claim.claimant is None:
            return ""
        return self._identities.of_name(claim.document, claim.claimant)

    def is_party(self, speaker: str) -> bool:
        """Whether a speaker is one of those who fight."""
        return self._identities.fights(speaker) and speaker != "civilians"


def _are_copies(some: set[str], others: set[str]) -> bool:
    shared = [len(quote.split()) for quote in some & others]
    return any(words >= _LONG for words in shared) or sum(w >= _SHORT for w in shared) > 1
