"""The English of casualty reports: text goes in, drafts with places in that text come out.

Nothing in here knows of files or formats, and this is its one door. Running text is read by a
:class:`Reader`, a section at a time; the cells of an infobox by :func:`read_cell`; who fought by
:func:`read_combatants`, :func:`read_commanders` and :func:`read_lead`.

Each folder answers one question, and imports only folders further down:

=================  ===============================================================================
``discourse/``     which claim, engagement, date and place is it, over sentences?
``attaching/``     which date and place of a sentence goes with a word?
``engagements/``   which attack does a word tell of?
``parties/``       whose are they?
``totals/``        how many in all? tolls, parts of totals, all losses of a sentence
``attribution/``   who says so?
``losses/``        who came to which harm, by which construction?
``places/``        where?
``syntax/``        chunks, clauses, coordination, quantifiers, what is told as fact
``rosters/``       who fought? combatants, commanders and citations of an infobox
``tokens/``        paragraphs, sentences, words with their senses
``cells/``         what does the cell of an infobox state? headings, labels, brackets, figures
``times/``         when?
``lexicon/``       what does a word mean? all word tables stand in its ``data/``
=================  ===============================================================================
"""

from __future__ import annotations

from sahel_events.english.cells.figure import Cell, CellKind, Figure, Leftover, Side
from sahel_events.english.cells.reader import read_cell
from sahel_events.english.discourse.claim_draft import Told
from sahel_events.english.discourse.reader import Context, Reader, Section
from sahel_events.english.engagements.engagement import Event
from sahel_events.english.engagements.event_names import (
    is_large_operation,
    kind_of_named,
    names_conflict,
)
from sahel_events.english.lexicon.loss_fields import losses_by_field
from sahel_events.english.lexicon.party_names import (
    Names,
    acronyms,
    initials,
    is_acronym,
)
from sahel_events.english.lexicon.words import ranks
from sahel_events.english.places.overlap import alike, is_day
from sahel_events.english.rosters.citations import bind_citations
from sahel_events.english.rosters.lead_sentence import Opposed, read_lead
from sahel_events.english.rosters.names_in_cells import (
    FATE,
    Named,
    names_somebody_lost,
    read_combatants,
    read_commanders,
)

__all__ = [
    "FATE",
    "Cell",
    "CellKind",
    "Context",
    "Event",
    "Figure",
    "Leftover",
    "Named",
    "Names",
    "Opposed",
    "Reader",
    "Section",
    "Side",
    "Told",
    "acronyms",
    "alike",
    "bind_citations",
    "initials",
    "is_acronym",
    "is_day",
    "is_large_operation",
    "kind_of_named",
    "losses_by_field",
    "names_conflict",
    "names_somebody_lost",
    "ranks",
    "read_cell",
    "read_combatants",
    "read_commanders",
    "read_lead",
]
