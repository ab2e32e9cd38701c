"""Small worlds in which engagements meet: few documents, places, days and parties, many claims.

Records drawn at random from all values never tell of one event twice; these do.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from sahel_events.kinds import EngagementKind, Outcome, Stance
from sahel_events.model import CasualtyClaim, Engagement, Record, Source
from sahel_events.values import EventDate, Quantity

DOCUMENTS = ("alpha", "beta", "gamma")
_PLACES = (None, "Bamba", "Gao", "Gao Region", "Konna", "Mali")
_DATES = (None, "2031-06-12", "2031-06-13", "2031-06-12/2031-06-14", "2031-06", "2031")
_PARTIES = ("Mali", "Malian army", "JNIM", "CSP-PSD")
_FIGURES = ("11", "at least 11", "12", "10–14", "up to 14", "about 12", "dozens")


def source(name: str, published: str | None = None) -> Source:
    return Source(
        id=name, document=name, start=0, end=9_999, field="document",
        name=f"{name}.txt", sha256=name * 4, format="prose", published=published,
    )  # fmt: skip


def engagement(id: str, document: str, **values: Any) -> Engagement:
    start = values.pop("start", 0)
    date = values.pop("date", None)
    return Engagement(
        id=id, document=document, start=start, end=start + 5, field="body", name=id,
        date=EventDate(date) if date else None, **values,
    )  # fmt: skip


def claim(id: str, document: str, figure: str | None, **values: Any) -> CasualtyClaim:
    start = values.pop("start", 0)
    date = values.pop("date", None)
    values.setdefault("outcomes", (Outcome.KILLED,))
    values.setdefault("field", "body")
    return CasualtyClaim(
        id=id, document=document, start=start, end=start + 5,
        quantity=Quantity.parse(figure) if figure else Quantity(),
        date=EventDate(date) if date else None, **values,
    )  # fmt: skip


@st.composite
def worlds(draw: st.DrawFn, most: int = 6) -> dict[str, list[Record]]:
    """Documents with engagements and claims, by table."""
    engagements = [
        engagement(
            f"en-{number}",
            draw(st.sampled_from(DOCUMENTS)),
            start=draw(st.integers(0, 4_000)),
            kind=draw(st.sampled_from([EngagementKind.ATTACK, EngagementKind.CAPTURE])),
            date=draw(st.sampled_from(_DATES)),
            place=draw(st.sampled_from(_PLACES)),
            attackers=tuple(draw(st.sets(st.sampled_from(_PARTIES), max_size=1))),
            defenders=tuple(draw(st.sets(st.sampled_from(_PARTIES), max_size=1))),
        )
        for number in range(draw(st.integers(0, most)))
    ]
    claims: list[CasualtyClaim] = []
    for number in range(draw(st.integers(0, most))):
        fought = draw(st.none() | st.sampled_from(engagements)) if engagements else None
        document = fought.document if fought else draw(st.sampled_from(DOCUMENTS))
        wholes = [known.id for known in claims if known.document == document]
        claims.append(
            claim(
                f"cl-{number}",
                document,
                draw(st.none() | st.sampled_from(_FIGURES)),
                start=draw(st.integers(0, 4_000)),
                field=draw(st.sampled_from(["body", "casualties1"])),
                victim_party=draw(st.none() | st.sampled_from(_PARTIES)),
                claimant=draw(st.none() | st.sampled_from(_PARTIES)),
                stance=draw(st.sampled_from([Stance.STATED, Stance.CLAIMED, Stance.DENIED])),
                engagement=fought.id if fought else None,
                part_of=draw(st.none() | st.sampled_from(wholes)) if wholes else None,
                date=draw(st.sampled_from(_DATES)),
                place=draw(st.sampled_from(_PLACES)),
            )
        )
    published = draw(st.sampled_from([None, "2031-06-20"]))
    sources = [source(name, published if name == "beta" else None) for name in DOCUMENTS]
    return {"documents": sources, "engagements": engagements, "casualty_claims": claims}  # type: ignore[dict-item]
