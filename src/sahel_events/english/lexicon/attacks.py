"""The words that tell of an engagement, from ``data/attacks.csv``: verbs, nouns, words of names.

Sentences ask of an attack which word tells it, infoboxes which kind their event's name says and who
attacked in the sentence that leads. All of them read this one table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from attrs import frozen

from sahel_events.csv_tables import rows
from sahel_events.english.lexicon.verb_forms import Form, forms, plural
from sahel_events.kinds import EngagementKind

__all__ = ["Attack", "attacks_in_names", "attacks_in_text"]


@frozen
class Attack:
    """What a word says of an engagement; ``frame`` as in ``data/attacks.csv``."""

    kind: EngagementKind
    frame: str
    form: Form | None = None


def attacks_in_text() -> Iterator[tuple[str, Attack]]:
    """Verbs in all forms and nouns, singular and plural: "ambushed", "a raid"."""
    for base, attack in _table():
        if attack.frame == "noun":
            for noun in (base, plural(base)):
                yield noun, attack
        elif attack.frame != "name":
            for phrase, form in _told_forms(base):
                yield phrase, Attack(attack.kind, attack.frame, form)


@cache
def attacks_in_names() -> Mapping[str, EngagementKind]:
    """What nouns mean in the name of an event; rows for names stand before those for nouns.

    Where names have a phrase that begins with a noun, "fall of", the noun alone tells nothing.
    """
    table = [*_table()]
    named = {base: attack.kind for base, attack in table if attack.frame == "name"}
    openings = {base.partition(" ")[0] for base in named if " " in base}
    found = {
        noun: attack.kind
        for base, attack in table
        if attack.frame == "noun" and base not in openings
        for noun in (base, plural(base))
    }
    return found | named


def _table() -> Iterator[tuple[str, Attack]]:
    for row in rows(__package__, "attacks.csv"):
        yield row["base"], Attack(EngagementKind(row["kind"]), row["frame"])


def _told_forms(verb: str) -> Iterator[tuple[str, Form]]:
    """The forms of a verb, of which "hit" is a past tense first."""
    past = {phrase for phrase, form in forms(verb) if form.is_past}
    return (
        (phrase, form)
        for phrase, form in forms(verb)
        if form is not Form.BASE or phrase not in past
    )
