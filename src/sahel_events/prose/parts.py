"""Parts of totals: "five people, including two women", "wounded nine, four of them critically"."""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.language.lexicon import Effect
from sahel_events.prose.clauses import is_finite, list_before, list_from
from sahel_events.prose.losses import Loss, is_bare, make_loss, without_appositions
from sahel_events.prose.phrases import Sentence

__all__ = ["add_parts"]

_INCLUDED = frozenset("include includes included including".split())


def add_parts(sentence: Sentence, found: list[Loss]) -> None:
    """Add the losses that a sentence tells as parts of others."""
    for loss in list(found):
        if loss.noun is None:
            continue
        for first in _lists_behind(sentence, loss):
            before: Loss | None = None
            for member in without_appositions(sentence, list_from(sentence, first)):
                part = _part(sentence, member, loss, before)
                if part is not None:
                    _keep(found, part)
                    before = part
        for member in _of_whom(sentence, loss):
            part = _part(sentence, member, loss, None)
            if part is not None:
                if sentence.kinds[member + 1 : member + 3] == "fR":
                    _name_whom(sentence, member, part)
                elif (
                    sentence.kind(member + 1) == "V"
                    and sentence.verb(member + 1).copula
                    and sentence.kind(member + 2) == "N"
                ):
                    part.named = member + 2
                _keep(found, part)
    taken: set[int] = set()
    for loss in reversed(list(found)):
        if loss.noun is None or loss.parent is not None:
            continue
        for member in _of_them(sentence, loss):
            if member in taken:
                continue
            taken.add(member)
            part = _part(sentence, member, loss, None)
            if part is not None:
                _name_part(sentence, member, part)
                _keep(found, part)
    _add_named(sentence, found)
    _add_shares(sentence, found)
    _add_of_the_dead(sentence, found)
    _add_included(sentence, found)
    _add_members(sentence, found)


def _keep(found: list[Loss], part: Loss) -> None:
    for other in found:
        if other.noun == part.noun and other.outcomes == part.outcomes:
            other.parent = other.parent or part.parent
            return
    found.append(part)


def _whole_effect(whole: Loss) -> Effect:
    return Effect(() if whole.thing else whole.outcomes, whole.outcomes if whole.thing else ())


def _lists_behind(sentence: Sentence, loss: Loss) -> Iterator[int]:
    """Where lists of parts begin behind a loss: "including", "among them"; a pair of dashes."""
    assert loss.noun is not None
    start = max(loss.noun, loss.verb if loss.verb is not None else loss.noun)
    for at in range(loss.noun + 1, min(start + 14, len(sentence.kinds))):
        kind = sentence.kind(at)
        if kind in ".;" or (kind == "V" and at > start and is_finite(sentence, at)):
            return
        if kind == "N" and at > start + 1 and sentence.kind(at - 1) == "V":
            return  # the object of another verb
        if kind == "I" and sentence.kind(at + 1) == "N":
            yield at + 1
            return
        if (
            kind == "-"
            and at == loss.noun + 1
            and sentence.kind(at + 1) == "N"
            and "-" in sentence.kinds[at + 2 : at + 8]
        ):
            if sentence.noun(at + 1).quantity is not None:
                yield at + 1
                return


def _part(sentence: Sentence, member: int, whole: Loss, before: Loss | None) -> Loss | None:
    part = make_loss(sentence, member, _whole_effect(whole), "part", None, before)
    if part is None or part.quantity.low is None:
        return None
    if part.quantity.low > (whole.quantity.high or part.quantity.low):
        return None
    part.first = min(part.first, max(whole.first, sentence.phrases[whole.noun or 0].first))
    part.parent = whole
    return part


def _of_whom(sentence: Sentence, loss: Loss) -> Iterator[int]:
    """As in "eight civilians killed, of whom six were miners"."""
    assert loss.noun is not None
    start = max(loss.noun, loss.verb if loss.verb is not None else loss.noun)
    for at in range(loss.noun + 1, min(start + 8, len(sentence.kinds))):
        if sentence.kind(at) in ".;":
            return
        if (
            sentence.kind(at) == "f"
            and sentence.kind(at + 1) == "R"
            and sentence.kind(at + 2) == "N"
        ):
            if not (sentence.kind(at + 3) == "V" and sentence.verb(at + 3).sense.harm is not None):
                yield at + 2
        elif sentence.kind(at) == "N" and sentence.kinds[at + 1 : at + 3] == "fR":
            if is_bare(sentence.noun(at)):
                yield at  # "29 of whom were civilians"


def _name_whom(sentence: Sentence, member: int, part: Loss) -> None:
    if (
        sentence.kind(member + 3) == "V"
        and sentence.verb(member + 3).copula
        and sentence.kind(member + 4) == "N"
    ):
        part.named = member + 4


def _add_shares(sentence: Sentence, found: list[Loss]) -> None:
    """As in "twenty were killed: 12 in Boni and eight in Simbi", "14 killed — ten Malians and four …"."""
    for mark in ":-":
        at = sentence.kinds.find(mark)
        wholes = [
            loss for loss in found if loss.noun is not None and loss.noun < at and loss.quantity.low
        ]
        if at < 0 or not wholes or sentence.kind(at + 1) != "N":
            continue
        whole = wholes[-1]
        listed = [
            index
            for index in range(at + 1, len(sentence.kinds))
            if sentence.kind(index) == "N"
            and sentence.kind(index - 1) in f"{mark},&"
            and sentence.noun(index).quantity
        ]
        total = sum(sentence.noun(index).quantity.low or 0 for index in listed)  # type: ignore[union-attr]
        if len(listed) < 2 or total != whole.quantity.low:
            continue
        for index in listed:
            part = _part(sentence, index, whole, whole)
            if part is not None:
                _keep(found, part)


def _add_of_the_dead(sentence: Sentence, found: list[Loss]) -> None:
    """As in "of the 22 people killed, 15 were children", "among the dead were two women"."""
    first = sentence.word_at(0)
    if first == "of" and found:
        comma = sentence.kinds.find(",")
        if (
            comma > 0
            and sentence.kinds[comma + 1 : comma + 4] == "NVN"
            and sentence.verb(comma + 2).copula
        ):
            whole = next(
                (loss for loss in found if loss.noun is not None and loss.noun < comma), None
            )
            part = _part(sentence, comma + 1, whole, None) if whole is not None else None
            if part is not None:
                part.named = comma + 3
                _keep(found, part)
    elif first == "among" and sentence.kinds[1:3] == "NV" and sentence.verb(2).copula:
        fate = sentence.noun(1)
        harm = fate.harm or (fate.head.harm if fate.head is not None else None)
        if harm is not None and harm.effect.people:
            before: Loss | None = None
            for member in without_appositions(sentence, list_from(sentence, 3)):
                made = make_loss(sentence, member, harm.effect, "among", None, before)
                if made is not None and made.quantity.low is not None:
                    made.first = 0
                    _keep(found, made)
                    before = made


def _of_them(sentence: Sentence, loss: Loss) -> Iterator[int]:
    """Phrases such as "four of them" behind a loss, without a verb of harm of their own."""
    assert loss.noun is not None
    start = max(loss.noun, loss.verb if loss.verb is not None else loss.noun)
    for at in range(loss.noun + 1, min(start + 14, len(sentence.kinds))):
        if sentence.kind(at) in ".;":
            return
        if sentence.kind(at) == "N" and sentence.kind(at - 1) in ",-(":
            noun = sentence.noun(at)
            if noun.quantity is not None and noun.partitive and noun.pronoun is not None:
                yield at


def _name_part(sentence: Sentence, member: int, part: Loss) -> None:
    """As in "seven of them women": the noun behind says who they are."""
    if sentence.kind(member + 1) == "N":
        part.named = member + 1


def _add_named(sentence: Sentence, found: list[Loss]) -> None:
    """As in "three commanders died: Haroun in 2026, Dawud in 2029 and Ilyas in 2032"."""
    colon = sentence.kinds.find(":")
    whole = next((loss for loss in found if loss.noun is not None and loss.noun < colon), None)
    if colon < 0 or whole is None or whole.quantity.low is None:
        return
    names = [
        at
        for at in range(colon + 1, len(sentence.kinds))
        if sentence.kind(at) == "N"
        and sentence.kind(at - 1) in ":,&"
        and sentence.noun(at).name is not None
        and sentence.noun(at).head is None
    ]
    if len(names) != whole.quantity.low or len(names) < 2:
        return
    for name in names:
        part = _part(sentence, name, whole, None)
        if part is not None:
            _keep(found, part)


def _add_included(sentence: Sentence, found: list[Loss]) -> None:
    """As in "the dead included a geologist and two of his assistants"."""
    if " inclu" not in sentence.tokens.text:
        return
    for index, kind in enumerate(sentence.kinds):
        if kind != "V" or sentence.tokens.word(sentence.verb(index).main) not in _INCLUDED:
            continue
        at = index - 1
        while sentence.kind(at) == "y":
            at -= 1
        if sentence.kind(at) != "N":
            continue
        noun = sentence.noun(at)
        harm = noun.harm or (noun.head.harm if noun.head is not None else None)
        if harm is None or not harm.effect.people or noun.quantity is not None:
            continue
        before: Loss | None = None
        for member in without_appositions(sentence, list_from(sentence, index + 1)):
            made = make_loss(sentence, member, harm.effect, "included", None, before)
            if made is not None and made.quantity.low is not None:
                made.first = min(made.first, sentence.phrases[at].first)
                _keep(found, made)
                before = made


def _add_members(sentence: Sentence, found: list[Loss]) -> None:
    """As in "the bride among the 14 wounded", "the captain was among the dead"."""
    if " among" not in sentence.tokens.text:
        return
    for index, kind in enumerate(sentence.kinds):
        if (
            kind != "i"
            or sentence.word(index) not in ("among", "amongst")
            or sentence.kind(index + 1) != "N"
        ):
            continue
        fate = sentence.noun(index + 1)
        harm = fate.harm or (fate.head.harm if fate.head is not None else None)
        if harm is None and sentence.kind(index + 2) == "V":  # "among those killed"
            harm = sentence.verb(index + 2).sense.harm
        if harm is None or not harm.effect.people:
            continue
        whole = next((loss for loss in found if loss.noun == index + 1), None)
        at = index - 1
        while at >= 0 and (
            sentence.kind(at) in "y," or (sentence.kind(at) == "V" and sentence.verb(at).copula)
        ):
            at -= 1
        if sentence.kind(at) != "N":
            continue
        for member in without_appositions(sentence, list_before(sentence, at)):
            made = make_loss(sentence, member, harm.effect, "among")
            if made is not None and made.quantity.low is not None:
                made.after = max(made.after, sentence.phrases[index + 1].after)
                made.parent = whole
                _keep(found, made)
