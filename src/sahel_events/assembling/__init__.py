"""An infobox becomes records: what was fought, by whom, with how many, at what cost.

box.py       what the readers share: the box, the document's parties, what was fought
sides.py     who fought: participations, commanders, and the one party of a side
events.py    what was fought: a conflict of many engagements, or one engagement
figures.py   casualties, strengths and notes: claims, strengths, and problems for the rest
"""

from __future__ import annotations

from sahel_events.assembling.box import BoxState
from sahel_events.assembling.events import read_event
from sahel_events.assembling.figures import read_figures
from sahel_events.assembling.parties import Parties
from sahel_events.assembling.records import Records
from sahel_events.assembling.sides import add_commanders, add_participations, name_parties
from sahel_events.text.layout import Box, Layout

__all__ = ["read_infobox"]


def read_infobox(records: Records, parties: Parties, layout: Layout, box: Box) -> None:
    """Add all records of an infobox."""
    state = BoxState(records, parties, layout, box)
    name_parties(state)
    read_event(state)
    add_participations(state)
    add_commanders(state)
    read_figures(state)
