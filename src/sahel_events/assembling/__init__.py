"""A document becomes records: its infobox, and what its body tells.

box.py       what the readers share: the box, the document's parties, what was fought
sides.py     who fought: participations, commanders, and the one party of a side
events.py    what was fought: a conflict of many engagements, or one engagement
figures.py   casualties, strengths and notes: claims, strengths, and problems for the rest
body.py      the prose: claims and engagements, and why each claim is what it is
placing.py   where claims and engagements are: ids and coordinates of the register
"""

from __future__ import annotations

from sahel_events.assembling.body import Explanation, read_body
from sahel_events.assembling.box import BoxState, Fought
from sahel_events.assembling.events import read_event
from sahel_events.assembling.figures import read_figures
from sahel_events.assembling.parties import Parties
from sahel_events.assembling.placing import place_records
from sahel_events.assembling.records import Records
from sahel_events.assembling.sides import add_commanders, add_participations, name_parties
from sahel_events.text.layout import Layout

__all__ = ["Explanation", "place_records", "read_body", "read_infoboxes"]


def read_infoboxes(records: Records, parties: Parties, layout: Layout) -> list[Fought]:
    """Add all records of the infoboxes; what each is about is given back for the body."""
    states = [BoxState(records, parties, layout, box) for box in layout.boxes]
    name_parties(states)
    for state in states:
        state.enter()
        read_event(state)
        add_participations(state)
        add_commanders(state)
        read_figures(state)
    return [state.fought for state in states]
