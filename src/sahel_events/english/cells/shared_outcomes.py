"""What figures of a cell take from each other: nouns, and outcomes.

"8 soldiers and 2 gendarmes killed" shares its outcome forwards, "1 tank destroyed, 2 damaged" its
noun backwards; a bare figure takes the outcome of its heading, of its whole, or of the figure that
it answers.
"""

from __future__ import annotations

import re
from itertools import pairwise

from sahel_events.english.cells.figure import Figure

__all__ = ["share"]

_AND = frozenset(("and", "&", "plus", "+"))
_TOGETHER = _AND | {",", "or"}


def share(figures: list[Figure]) -> None:
    """Complete nouns and outcomes of figures from one another."""
    _share_nouns(figures)
    _share_names(figures)
    _share_kinds(figures)
    _share_outcomes(figures)
    _inherit_outcomes(figures)


def _share_nouns(figures: list[Figure]) -> None:
    """As in "1 border guard killed, 2 kidnapped": the second counts the same kind of people."""
    mixed = _mixed_lines(figures)
    for before, figure in pairwise(figures):
        if (
            figure.noun is None
            and figure.effects
            and (figure.line, figure.group) not in mixed
            and _goes_on(before, figure)
            and _fits(before, figure)
        ):
            figure.noun = before.noun
        elif figure.noun is None and figure.effects and figure.parent and figure.joined == "(":
            figure.noun = figure.parent.noun
        elif figure.noun is not None and figure.noun.others and figure.noun.thing is None:
            # "3 helicopters shot down, 5 others damaged"
            figure.noun.thing = (
                _goes_on(before, figure) and before.noun is not None and bool(before.noun.thing)
            )


def _mixed_lines(figures: list[Figure]) -> set[tuple[int, int]]:
    """Where two kinds of people met one end: "4 soldiers killed, 1 guide killed, 8 wounded"."""
    seen: dict[tuple[int, int], Figure] = {}
    mixed = set()
    for figure in figures:
        noun = figure.noun
        if noun is None or noun.thing or noun.singular is None or noun.others:
            continue
        place = (figure.line, figure.group)
        first = seen.setdefault(place, figure)
        same = first.noun is not None and first.noun.singular == noun.singular
        if not same and first.effects == figure.effects and figure.effects:
            mixed.add(place)
    return mixed


def _goes_on(before: Figure, figure: Figure) -> bool:
    """Whether a figure stands in one enumeration with the one before it."""
    return (
        figure.joined in _TOGETHER
        and figure.line == before.line
        and bool(before.effects)
        and not any(effect.noun for effect in figure.effects)
    )


def _fits(before: Figure, figure: Figure) -> bool:
    """Whether what became of the second can be said of what the first counts."""
    noun = before.noun
    if noun is None or noun.others:
        return False
    if noun.thing or (noun.thing is None and not any(effect.people for effect in before.effects)):
        return all(effect.things for effect in figure.effects)
    return figure.parent is before.parent and all(effect.people for effect in figure.effects)


def _share_outcomes(figures: list[Figure]) -> None:
    """As in "8 soldiers and 2 gendarmes killed": the first figure takes the outcome of the next."""
    ends_in_and = shared = False  # a list ends with "and": "88 tanks, 25 guns destroyed" is none
    for figure, after in zip(reversed(figures[:-1]), reversed(figures[1:]), strict=True):
        ends_in_and = after.joined in _AND or (ends_in_and and after.joined == "," and shared)
        tied = ends_in_and and figure.line == after.line and after.parent is figure.parent
        shared = tied and not figure.effects and bool(after.effects) and _same_kind(figure, after)
        if shared:
            figure.effects = after.effects
            figure.end = max(figure.end, after.end)
            figure.date = figure.date or after.date
            figure.place = figure.place or after.place


def _share_names(figures: list[Figure]) -> None:
    """As in "314 Malians & 138 Nigerien POWs": a nation alone is what the next of the list is."""
    for figure, after in pairwise(figures):
        noun, other = figure.noun, after.noun
        if noun is None or other is None or after.joined not in _AND or figure.effects:
            continue
        alone = noun.country is not None and noun.singular is None and noun.thing is None
        if alone and other.implied is not None and other.country is not None:
            noun.implied, noun.category = other.implied, other.category
            figure.end = max(figure.end, after.end)


#: A name in the plural that is no people's: "Toyotas", "Bayraktars"; not "Mahdists", "Malians".
_MODELS = re.compile(r"(?:.* )?[A-Z][a-z]{2,}s(?<!ists)(?<!ians)(?<!ans)(?<!ites)(?<!iks)(?<!is)")


def _share_kinds(figures: list[Figure]) -> None:
    """As in "12 tanks, 4 Zubrs": a name that nobody knows is a thing beside things."""
    for before, figure in pairwise(figures):
        if figure.joined not in _TOGETHER or before.line != figure.line:
            continue
        for one, other in ((before, figure), (figure, before)):
            if one.noun is not None and other.noun is not None and other.noun.thing:
                unknown = one.noun.thing is None and one.noun.party is None and not one.effects
                if unknown and _MODELS.fullmatch(one.noun.text):
                    one.noun.thing = True


def _same_kind(figure: Figure, after: Figure) -> bool:
    """Whether both count people, or both things, as far as their nouns tell."""
    noun, other = figure.noun, after.noun
    if noun is None or other is None or noun.implied is not None:
        return False
    if noun.modifies(figure.quantity):  # "61 individual and 14 crew-served weapons"
        noun.thing, noun.category = other.thing, other.category
    either = all(effect.people and effect.things for effect in after.effects)  # "lost"
    return either or noun.thing is None or other.thing is None or noun.thing == other.thing


def _inherit_outcomes(figures: list[Figure]) -> None:
    """Give bare figures an outcome: of their heading, their whole, or the figure they answer."""
    last: Figure | None = None
    for figure in figures:
        if figure.headed and not figure.effects and not _named_by_outcome(figure):
            figure.effects = figure.headed
        if figure.effects or _named_by_outcome(figure):
            last = figure
            continue
        source = figure.parent
        if source is None and last is not None and _hangs_below(figure, last):
            source = last
        elif source is None and last is not None and _answers(figure, last):
            source = last
            if figure.date is not None and last.date is None and figure.claimant is None:
                figure.parent = last.parent or last
        both_things = bool(source and source.noun and source.noun.thing)
        if source is not None and (both_things or not (figure.noun and figure.noun.thing)):
            _take_outcome(figure, source)
            if figure.effects and figure.parent is None and not _hangs_below(figure, last):
                last = figure


def _hangs_below(figure: Figure, last: Figure | None) -> bool:
    """Whether a bare figure with a deeper bullet itemises the one above it."""
    return (
        last is not None
        and figure.depth > last.depth
        and figure.line > last.line
        and figure.noun is not None
        and not figure.noun.thing
    )


def _named_by_outcome(figure: Figure) -> bool:
    """Whether the noun tells the outcome: "45 prisoners"."""
    return figure.noun is not None and figure.noun.implied is not None


def _take_outcome(figure: Figure, source: Figure) -> None:
    """Take over what became of the source, and whom it counts where they are the same."""
    noun = source.noun
    figure.effects = source.effects or ([noun.implied] if noun and noun.implied else [])
    if figure.noun is None and (source is figure.parent or figure.claimant):
        figure.noun = source.noun
    if source.line == figure.line and source.told_at is not None:
        figure.start = min(figure.start, source.told_at)  # the evidence holds number and outcome


def _answers(figure: Figure, last: Figure) -> bool:
    """Whether a figure without outcome repeats the last one: by another claimant, date or party."""
    if figure.noun is not None or figure.total:
        return False
    bare_list = bool(last.headed) and figure.date is not None
    by_another = (figure.circumstances or "").startswith("by ")
    told_apart = figure.place or figure.perpetrator or figure.date or by_another
    if figure.joined in _TOGETHER and figure.line == last.line and told_apart:
        return True  # "51 killed at Gao and 20 at Kidal"
    return (
        (figure.claimant is not None and last.claimant is not None)
        or bare_list
        or (
            figure.joined == ":"
            and figure.label is not None
            and last.label is not None
            and last.joined == ":"
        )
    )
