"""Parts of totals: "five people, including two women", "wounded nine, four of them critically"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sahel_events.english.lexicon.senses import (
    ADVERB,
    AND,
    INCLUDING,
    OF,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
)
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.losses.construction import At, Construction, Found, Opens
from sahel_events.english.losses.loss import Loss, make_loss
from sahel_events.english.syntax.appositions import without_appositions
from sahel_events.english.syntax.chunks import NOUN, VERB, Sentence
from sahel_events.english.syntax.coordination import list_from
from sahel_events.english.syntax.finite_verbs import is_finite
from sahel_events.english.syntax.quantifiers import is_bare
from sahel_events.kinds import Outcome

__all__ = ["SUBTOTALS"]

#: How far behind a loss its parts may be told, in phrases: as a list, and as "of whom".
_REACH, _REACH_OF_WHOM = 14, 8


def _part(sentence: Sentence, member: int, whole: Loss, kin: Loss | None = None) -> Loss | None:
    """The loss of a phrase that counts some of a whole, and no more than it."""
    part = make_loss(sentence, member, whole.effect, "part", None, kin)
    if part is None or part.quantity.low is None:
        return None
    if part.quantity.low > (whole.quantity.high or part.quantity.low):
        return None
    if whole.sentence is sentence:
        part.first = min(part.first, max(whole.first, sentence.phrases[whole.noun or 0].first))
    part.parent = whole
    return part


def _behind(
    sentence: Sentence, loss: Loss, noun: int, reach: int, ends: str = ".;"
) -> Iterator[int]:
    """The phrases behind a loss in which its parts may be told."""
    for at in range(noun + 1, min(_end(loss, noun) + reach, len(sentence.kinds))):
        if sentence.kinds[at] in ends:
            return
        yield at


def _end(loss: Loss, noun: int) -> int:
    """The phrase that ends a loss: its verb, or its noun."""
    return max(noun, loss.verb if loss.verb is not None else noun)


# -- lists of parts -------------------------------------------------------------------------------


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
        part = _part(sentence, member, loss, before)
        if part is not None:
            yield part
            before = part


def _list_behind(sentence: Sentence, loss: Loss, noun: int) -> int | None:
    """Where a list of parts begins behind a loss: "including", "among them"; a pair of dashes."""
    if not _LISTING.intersection(sentence.kinds):
        return None
    end = _end(loss, noun)
    for at in _behind(sentence, loss, noun, _REACH):
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


#: Words for those told of last: "of these, nine were guards".
_BADLY = word_list("badly")
_THESE = ("these", "those", "them", "this number", "that number")
#: What stands before a part that is set apart: "…, four of them", "and two of them".
_BEFORE_MEMBER = (",", "-", "(", ";", AND)
#: What sets "three critically" apart from the wounded before them.
_SET_APART = (",", "-", "(")
#: The kinds of phrases without which no list of parts begins.
_LISTING = frozenset((INCLUDING, "-"))


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
    wholes = [loss for loss in _before(found, at) if loss.quantity.low]
    if not wholes or not sentence.is_noun(at + 1):
        return
    whole = wholes[-1]
    figures = {
        index: quantity
        for index in _members_behind(sentence, at)
        if (quantity := sentence.noun(index).quantity) is not None
    }
    total = sum(quantity.low or 0 for quantity in figures.values())
    full = total == whole.quantity.low
    if len(figures) > 1 and (full or _are_shares(sentence, figures, total, whole)):
        yield from _parts(sentence, figures, whole, whole)


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
    whole = next(_before(found.losses, colon), None)
    if whole is None or whole.quantity.low is None:
        return
    names = [index for index in _members_behind(sentence, colon) if _is_name(sentence, index)]
    if len(names) > 1 and len(names) == whole.quantity.low:
        yield from _parts(sentence, names, whole)


def _before(found: list[Loss], at: int) -> Iterator[Loss]:
    """The losses that are told before a phrase."""
    return (loss for loss in found if loss.noun is not None and loss.noun < at)


def _members_behind(sentence: Sentence, mark: int) -> Iterator[int]:
    """The noun phrases that follow a mark, and commas and conjunctions behind it."""
    joints = (sentence.kind(mark), ",", AND)
    for index in range(mark + 1, len(sentence.kinds)):
        if sentence.is_noun(index) and sentence.kind(index - 1) in joints:
            yield index


def _is_name(sentence: Sentence, index: int) -> bool:
    noun = sentence.noun(index)
    return noun.name is not None and noun.head is None


def _parts(
    sentence: Sentence, members: Iterable[int], whole: Loss, kin: Loss | None = None
) -> Iterator[Loss]:
    for member in members:
        part = _part(sentence, member, whole, kin)
        if part is not None:
            yield part


def _in_brackets(found: Found, _: int) -> Iterator[Loss]:
    """As in "five soldiers were killed (three officers, two privates)"."""
    sentence = found.sentence
    for at, kind in enumerate(sentence.kinds):
        whole = next(_before_bracket(found, at), None) if kind == "(" else None
        if whole is None or not sentence.is_noun(at + 1):
            continue
        close = sentence.kinds.find(")", at)
        members = [index for index in _members_behind(sentence, at) if index < close]
        figures = [sentence.noun(index).quantity for index in members]
        total = sum(quantity.low or 0 for quantity in figures if quantity is not None)
        named = all(not is_bare(sentence.noun(index)) for index in members)
        if None not in figures and named and 0 < total <= (whole.quantity.low or 0):
            yield from _parts(sentence, members, whole)


def _before_bracket(found: Found, at: int) -> Iterator[Loss]:
    """The loss whose noun or verb stands right before a bracket."""
    for loss in found.told_before(at):
        if at - 1 in (loss.noun, loss.verb):
            yield loss


# -- some of them ---------------------------------------------------------------------------------


def _of_whom(found: Found, _: int) -> Iterator[Loss]:
    """As in "eight civilians killed, of whom six were miners", "29 of whom were civilians"."""
    for loss in list(found.losses):
        if loss.noun is not None:
            yield from _some_of_whom(found.sentence, loss, loss.noun)


def _some_of_whom(sentence: Sentence, loss: Loss, noun: int) -> Iterator[Loss]:
    """Those of one loss whom "of whom" tells."""
    if OF + RELATIVE not in sentence.kinds:
        return
    for at in _behind(sentence, loss, noun, _REACH_OF_WHOM):
        if sentence.reads(at, OF, RELATIVE, NOUN) and not _has_own_harm(sentence, at + 2):
            member = at + 2
        elif (
            sentence.reads(at, NOUN, OF, RELATIVE)
            and is_bare(sentence.noun(at))
            and not _has_own_harm(sentence, at + 2)
        ):
            member = at
        else:
            continue
        part = _part(sentence, member, loss)
        if part is not None:
            of_whom = sentence.reads(member + 1, OF, RELATIVE)
            verb = member + 3 if of_whom else member + 1
            part.named = _named_behind(sentence, verb) or part.named
            yield part


def _has_own_harm(sentence: Sentence, member: int) -> bool:
    """As in "of whom six died": told by its own verb, and no part."""
    verb = member + 1 + (sentence.kind(member + 1) == ADVERB)
    return sentence.is_verb(verb) and sentence.verb(verb).sense.harm is not None


def _named_behind(sentence: Sentence, verb: int) -> int | None:
    """As in "were civilians": the phrase that names those of whom it is said."""
    is_said = sentence.is_verb(verb) and sentence.verb(verb).copula
    return verb + 1 if is_said and sentence.is_noun(verb + 1) else None


def _of_them(found: Found, _: int) -> Iterator[Loss]:
    """As in "four of them critically", "seven of them women": parts of the loss before them."""
    sentence = found.sentence
    if PRONOUN not in sentence.tokens.codes:
        return
    taken: set[int] = set()
    for loss in reversed(list(found.losses)):
        if loss.noun is None or loss.parent is not None:
            continue
        for member in _behind(sentence, loss, loss.noun, _REACH, ends="."):
            if member in taken or not _is_of_them(sentence, member):
                continue
            taken.add(member)
            yield from _of_them_and_others(sentence, member, loss)


def _how_badly(found: Found, _: int) -> Iterator[Loss]:
    """As in "12 people were injured, three critically"."""
    sentence = found.sentence
    for index, kind in enumerate(sentence.kinds):
        apart = kind == NOUN and sentence.kind(index - 1) in _SET_APART
        if not apart or sentence.kind(index + 1) != ADVERB:
            continue
        badly = sentence.word(index + 1) in _BADLY and is_bare(sentence.noun(index))
        hurt = (loss for loss in found.told_before(index) if Outcome.WOUNDED in loss.outcomes)
        whole = next(hurt, None) if badly else None
        part = _part(sentence, index, whole) if whole is not None else None
        if part is not None:
            part.after = sentence.phrases[index + 1].after
            yield part


def _of_them_and_others(sentence: Sentence, member: int, whole: Loss) -> Iterator[Loss]:
    """As in "three of them Nigerien and two Chadian": more parts may be joined to the first."""
    part = _part(sentence, member, whole)
    if part is None:
        return
    named = sentence.is_noun(member + 1)
    if named:
        part.named = member + 1
    yield part
    other = member + 2 + named
    if sentence.reads(other - 1, AND, NOUN) and sentence.kind(other + 1) in (",", "-", ")"):
        more = _part(sentence, other, whole) if sentence.noun(other).quantity is not None else None
        if more is not None:
            yield more


def _is_of_them(sentence: Sentence, index: int) -> bool:
    """Whether a phrase such as "four of them" is set apart from what stands before it."""
    if not sentence.is_noun(index) or sentence.kind(index - 1) not in _BEFORE_MEMBER:
        return False
    noun = sentence.noun(index)
    return noun.quantity is not None and noun.partitive and noun.pronoun is not None


def _of_the_dead(found: Found, _: int) -> Iterator[Loss]:
    """As in "of the 22 people killed, 15 were children", "of these, nine were guards"."""
    sentence = found.sentence
    comma = sentence.kinds.find(",")
    whole = next(_before(found.losses, comma), None)
    if whole is None and comma == 2 and sentence.text(1).lower() in _THESE:
        whole = found.earlier
    if whole is None or sentence.word_at(0) != "of" or not sentence.is_noun(comma + 1):
        return
    named = _named_behind(sentence, comma + 2)
    part = _part(sentence, comma + 1, whole) if named is not None else None
    if part is not None:
        part.named = named
        yield part


# -- as values ------------------------------------------------------------------------------------


def _parts_by(
    name: str, words: str, make: Callable[[Found, int], Iterable[Loss]], example: dict[str, str],
    *not_: str,
) -> Construction:  # fmt: skip
    """A construction that tells parts: all of these give their claims one name."""
    return Construction(name, example, not_, Opens(At.PARTS, words), make, rule="part")


SUBTOTALS = (
    _parts_by(
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
    _parts_by(
        "of whom",
        "“of whom” behind a loss",
        _of_whom,
        {"Gunmen killed nine men, of whom six were miners.": "9 killed: men; 6 killed: miners"},
        "Nine civilians spoke, of whom six were miners.",
    ),
    _parts_by(
        "of them",
        "a figure before “of them” behind a loss",
        _of_them,
        {"A mine wounded nine men, four of them critically.": "9 wounded: men; 4 wounded: men"},
        "Nine farmers came, four of them by bus.",
    ),
    _parts_by(
        "how badly",
        "a bare figure before “critically”, “seriously” …, behind the wounded",
        _how_badly,
        {"A mine wounded twelve men, three critically.": "12 wounded: men; 3 wounded: men"},
        "Twelve men came, three late.",
    ),
    _parts_by(
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
    _parts_by(
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
    _parts_by(
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
    _parts_by(
        "of the dead",
        "“of the … killed” at the head of a sentence",
        _of_the_dead,
        {"Of the 22 people killed, 15 were children.": "22 killed: people; 15 killed: children"},
        "Of the 22 people present, 15 were children.",
    ),
)
