"""Parts of totals as a list: "five people, including two women", "20 killed: 12 in Gao …"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sahel_events.english.lexicon.senses import INCLUDING, PREPOSITION
from sahel_events.english.losses.construction import Found
from sahel_events.english.losses.loss import Loss
from sahel_events.english.syntax.appositions import without_appositions
from sahel_events.english.syntax.chunks import NOUN, VERB, Sentence
from sahel_events.english.syntax.coordination import list_from
from sahel_events.english.syntax.finite_verbs import is_finite
from sahel_events.english.syntax.quantifiers import is_bare
from sahel_events.english.totals.parts import (
    behind,
    end_of,
    losses_before,
    members_behind,
    part_of,
    parts_by,
    parts_of,
)

__all__ = ["SUBTOTALS"]

#: How far behind a loss its parts may be told, in phrases.
_REACH = 14
#: The kinds of phrases without which no list of parts begins.
_LISTING = frozenset((INCLUDING, "-"))


def _including(found: Found, _: int) -> Iterator[Loss]:
    """As in "five people, including two women and a child"."""
    for loss in list(found.losses):
        if loss.noun is not None:
            yield from _listed(found.sentence, loss, loss.noun)


def _listed(sentence: Sentence, loss: Loss, noun: int) -> Iterator[Loss]:
    """The list of parts behind one loss."""
    first = _list_behind(sentence, loss, noun)
    if first is None:
        return
    before: Loss | None = None
    for member in without_appositions(sentence, list_from(sentence, first)):
        part = part_of(sentence, member, loss, before)
        if part is not None:
            yield part
            before = part


def _list_behind(sentence: Sentence, loss: Loss, noun: int) -> int | None:
    """Where a list of parts begins behind a loss: "including", "among them"; a pair of dashes."""
    if not _LISTING.intersection(sentence.kinds):
        return None
    end = end_of(loss, noun)
    for at in behind(sentence, loss, noun, _REACH):
        kind, following = sentence.kind(at), sentence.kind(at + 1)
        if kind == VERB and at > end and is_finite(sentence, at):
            return None
        if kind == NOUN and at > end + 1 and sentence.is_verb(at - 1):
            return None  # the object of another verb
        if kind == INCLUDING and following == NOUN:
            return at + 1
        if kind == "-" and at == noun + 1 and following == NOUN and _is_insertion(sentence, at):
            return at + 1
    return None


def _is_insertion(sentence: Sentence, dash: int) -> bool:
    """As in "nine soldiers — two officers and seven men — were killed"."""
    closed = "-" in sentence.kinds[dash + 2 : dash + 8]
    return closed and sentence.noun(dash + 1).quantity is not None


def _broken_down(found: Found, _: int) -> Iterator[Loss]:
    """As in "twenty were killed: 12 in Boni and eight in Simbi"."""
    for mark in ":-":
        yield from _shares(found.sentence, found.losses, mark)


def _shares(sentence: Sentence, found: list[Loss], mark: str) -> Iterator[Loss]:
    """As in "twenty were killed: 12 in Boni and eight in Simbi", "14 killed — ten Malians and …".

    Figures behind a colon or dash are parts if they sum up to the whole, or if they are no more
    than it and have no noun.
    """
    at = sentence.kinds.find(mark)
    wholes = [loss for loss in losses_before(found, at) if loss.quantity.low]
    if not wholes or not sentence.is_noun(at + 1):
        return
    whole = wholes[-1]
    figures = {
        index: quantity
        for index in members_behind(sentence, at)
        if (quantity := sentence.noun(index).quantity) is not None
    }
    total = sum(quantity.low or 0 for quantity in figures.values())
    full = total == whole.quantity.low
    if len(figures) > 1 and (full or _are_shares(sentence, figures, total, whole)):
        yield from parts_of(sentence, figures, whole, whole)


def _are_shares(sentence: Sentence, figures: Iterable[int], total: int, whole: Loss) -> bool:
    """As in "394 were killed: 241 by rebels and 133 by the army": some are nobody's."""
    apart = all(
        is_bare(sentence.noun(at)) and sentence.kind(at + 1) == PREPOSITION for at in figures
    )
    return apart and total < (whole.quantity.low or 0)


def _named(found: Found, _: int) -> Iterator[Loss]:
    """As in "three commanders died: Musa in 2031, Idris in 2033 and Sani in 2034"."""
    sentence = found.sentence
    colon = sentence.kinds.find(":")
    whole = next(losses_before(found.losses, colon), None)
    if whole is None or whole.quantity.low is None:
        return
    names = [index for index in members_behind(sentence, colon) if _is_name(sentence, index)]
    if len(names) > 1 and len(names) == whole.quantity.low:
        yield from parts_of(sentence, names, whole)


def _is_name(sentence: Sentence, index: int) -> bool:
    noun = sentence.noun(index)
    return noun.name is not None and noun.head is None


def _in_brackets(found: Found, _: int) -> Iterator[Loss]:
    """As in "five soldiers were killed (three officers, two privates)"."""
    sentence = found.sentence
    for at, kind in enumerate(sentence.kinds):
        whole = next(_before_bracket(found, at), None) if kind == "(" else None
        if whole is None or not sentence.is_noun(at + 1):
            continue
        close = sentence.kinds.find(")", at)
        members = [index for index in members_behind(sentence, at) if index < close]
        figures = [sentence.noun(index).quantity for index in members]
        total = sum(quantity.low or 0 for quantity in figures if quantity is not None)
        named = all(not is_bare(sentence.noun(index)) for index in members)
        if None not in figures and named and 0 < total <= (whole.quantity.low or 0):
            yield from parts_of(sentence, members, whole)


def _before_bracket(found: Found, at: int) -> Iterator[Loss]:
    """The loss whose noun or verb stands right before a bracket."""
    for loss in found.told_before(at):
        if at - 1 in (loss.noun, loss.verb):
            yield loss


SUBTOTALS = (
    parts_by(
        "including",
        "“including” or a pair of dashes behind a loss",
        _including,
        {
            "Gunmen killed five people, including two women and a child.": (
                "5 killed: people; 2 killed: women; 1 killed: child"
            )
        },
        "Gunmen robbed five people, including two women and a child.",
    ),
    parts_by(
        "each by name",
        "as many names behind a colon as people were told of",
        _named,
        {
            "Three commanders died: Musa in 2011, Idris in 2013 and Sani in 2014.": (
                "3 killed: commanders; 1 killed: Musa; 1 killed: Idris; 1 killed: Sani"
            )
        },
        "Three commanders spoke: Musa, Idris and Sani.",
    ),
    parts_by(
        "broken down",
        "figures behind a colon or dash that sum up to a loss",
        _broken_down,
        {
            "Twenty people were killed: 12 in Boni and eight in Ber.": (
                "20 killed: people; 12 killed: people; 8 killed: people"
            )
        },
        "Twenty people spoke: 12 in Boni and eight in Ber.",
    ),
    parts_by(
        "in brackets",
        "counted phrases in a bracket right behind a loss",
        _in_brackets,
        {
            "Five soldiers were killed (three officers, two privates).": (
                "5 killed: soldiers; 3 killed: officers; 2 killed: privates"
            )
        },
        "Five soldiers were promoted (three officers, two privates).",
        "The camp (three officers, two privates) was moved.",
    ),
)
