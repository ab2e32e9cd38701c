"""Which party, place and engagement is the same across documents."""

from sahel_events.linking.events import Link, Linked, link_engagements
from sahel_events.linking.parties import Identities

__all__ = ["Identities", "Link", "Linked", "link_engagements"]
