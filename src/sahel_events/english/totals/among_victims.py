"""Victims who are told by those among whom they are: "the captain was among the dead"."""

from __future__ import annotations

from collections.abc import Iterator

from sahel_events.english.lexicon.senses import ADVERB, AND, INCLUDING, PREPOSITION
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.lexicon.words import Effect
from sahel_events.english.losses.construction import At, Construction, Found, Opens
from sahel_events.english.losses.loss import Loss, counted_losses, make_loss
from sahel_events.english.syntax.appositions import without_appositions
from sahel_events.english.syntax.chunks import NOUN, VERB, Sentence
from sahel_events.english.syntax.coordination import list_before, list_from

__all__ = ["AMONG_VICTIMS"]

_INCLUDED = word_list("included")


def _fate(sentence: Sentence, index: int, earlier: Loss | None = None) -> Effect | None:
    """What became of people whom a phrase names by it: "the dead", "those killed"."""
    noun = sentence.noun(index)
    harm = noun.harm or (noun.head.harm if noun.head is not None else None)
    if harm is None and earlier is not None and not earlier.thing:
        word = sentence.tokens.word(sentence.phrases[index].after - 1)
        return earlier.effect if word == "victims" else None
    return harm.effect if harm is not None and harm.effect.people else None


def _among_them(found: Found, _: int) -> Iterator[Loss]:
    """As in "among the dead were two women", at the beginning of a sentence."""
    sentence, earlier = found.sentence, found.earlier
    if sentence.word_at(0) != "among":
        return
    first = _first_among(sentence)
    effect = _fate(sentence, 1, earlier) if first else None
    if effect is not None:
        members = without_appositions(sentence, list_from(sentence, first))
        for made in counted_losses(sentence, members, effect, "among"):
            made.first, made.parent = 0, _whole(earlier, effect, made)
            yield made


def _first_among(sentence: Sentence) -> int:
    """Where those stand who were among the dead: behind a verb, or a comma; 0 where they do not."""
    if sentence.reads(1, NOUN, VERB) and sentence.verb(2).copula:
        return 3
    named = sentence.reads(1, NOUN, ",", NOUN) and sentence.kinds[4:5] in ("", ".", ",", AND)
    return 3 if named else 0


def _counted_among_them(found: Found, _: int) -> Iterator[Loss]:
    """As in "killed nine people, two women and a nurse among them"."""
    sentence = found.sentence
    for index, kind in enumerate(sentence.kinds):
        if kind != INCLUDING or not sentence.is_noun(index - 1) or sentence.is_noun(index + 1):
            continue
        members = list_before(sentence, index - 1)
        wholes = [
            loss for loss in found.losses if loss.parent is None and 0 <= _noun(loss) <= members[0]
        ]
        whole = max(wholes, key=_noun, default=None)
        if whole is not None and whole.noun == members[0]:
            members = members[1:]  # the whole stands at the head of the list
        if whole is None or not members or not _reaches(sentence, whole, index):
            continue
        for made in counted_losses(
            sentence, without_appositions(sentence, members), whole.effect, "part"
        ):
            made.first, made.parent = min(made.first, whole.first), whole
            yield made


def _noun(loss: Loss) -> int:
    return loss.noun if loss.noun is not None else -1


def _reaches(sentence: Sentence, whole: Loss, index: int) -> bool:
    """Whether no other clause begins between a figure and "among them" behind it."""
    behind = max(_noun(whole), whole.verb if whole.verb is not None else -1)
    if behind > index:
        behind = _noun(whole)
    between = sentence.kinds[behind + 1 : index]
    return (
        between.startswith((",", "-", "(", PREPOSITION))
        and VERB not in between
        and ";" not in between
    )


def _dead_included(found: Found, _: int) -> Iterator[Loss]:
    """As in "the dead included a geologist and two of his assistants"."""
    sentence = found.sentence
    if " inclu" in sentence.tokens.text:
        for index, kind in enumerate(sentence.kinds):
            if kind == VERB and sentence.tokens.word(sentence.verb(index).main) in _INCLUDED:
                yield from _included(sentence, index, found.earlier)


def _the_dead_were(found: Found, _: int) -> Iterator[Loss]:
    """As in "the dead were seven soldiers and a guide"."""
    sentence = found.sentence
    if not sentence.reads(0, NOUN, VERB, NOUN) or not sentence.verb(1).copula:
        return
    listed, said_of = sentence.noun(2), sentence.noun(0)
    if said_of.definite and listed.quantity is not None and listed.head is not None:
        yield from _included(sentence, 1, found.earlier)


def _included(sentence: Sentence, verb: int, earlier: Loss | None) -> Iterator[Loss]:
    """Those whom the dead included, by a verb."""
    at = verb - 1
    while sentence.kind(at) == ADVERB:
        at -= 1
    if not sentence.is_noun(at) or sentence.noun(at).quantity is not None:
        return
    effect = _fate(sentence, at, earlier)
    if effect is not None:
        members = without_appositions(sentence, list_from(sentence, verb + 1))
        for made in counted_losses(sentence, members, effect, "included"):
            made.widen(at)
            made.parent = _whole(earlier, effect, made)
            yield made


def _among_the_dead(found: Found, _: int) -> Iterator[Loss]:
    """As in "the bride among the 14 wounded", "the captain was among the dead"."""
    sentence = found.sentence
    if " among" in sentence.tokens.text:
        for index, kind in enumerate(sentence.kinds):
            if kind == PREPOSITION and sentence.word(index) in ("among", "amongst"):
                yield from _among(sentence, index, found.losses)


def _among(sentence: Sentence, index: int, found: list[Loss]) -> Iterator[Loss]:
    """Those who stand before "among"."""
    fated = index + 1
    effect = _fate_behind(sentence, fated)
    last = _who_is(sentence, index - 1)
    if effect is None or last is None:
        return
    whole = next((loss for loss in found if loss.noun == fated), None)
    for member in without_appositions(sentence, list_before(sentence, last)):
        made = make_loss(sentence, member, effect, "among")
        if made is not None and made.quantity.low is not None:
            made.after = max(made.after, sentence.phrases[fated].after)
            made.parent = whole
            yield made


def _fate_behind(sentence: Sentence, index: int) -> Effect | None:
    """The fate that stands behind "among": "the dead", "those killed"."""
    if not sentence.is_noun(index):
        return None
    noun = sentence.noun(index)
    named = noun.harm is not None or (noun.head is not None and noun.head.harm is not None)
    if named or not sentence.is_verb(index + 1):
        return _fate(sentence, index)
    return _effect_of_verb(sentence, index + 1)


def _effect_of_verb(sentence: Sentence, index: int) -> Effect | None:
    harm = sentence.verb(index).sense.harm if sentence.is_verb(index) else None
    return harm.effect if harm is not None and harm.effect.people else None


def _who_is(sentence: Sentence, index: int) -> int | None:
    """The phrase of which it is said, where only "was", adverbs and commas stand behind it."""
    while sentence.kind(index) in (ADVERB, ",") or (
        sentence.is_verb(index) and sentence.verb(index).copula
    ):
        index -= 1
    return index if sentence.is_noun(index) else None


def _some_of(found: Found, _: int) -> Iterator[Loss]:
    """As in "three of the dead were nuns", "ten of those killed were guards"."""
    sentence, earlier = found.sentence, found.earlier
    if " of th" not in sentence.tokens.text:
        return
    for index, kind in enumerate(sentence.kinds):
        noun = sentence.noun(index) if kind == NOUN else None
        if noun is None or not noun.partitive or noun.total is not None:
            continue
        verb, effect = index + 1, _fate(sentence, index, earlier)
        if effect is None and sentence.reads(verb, VERB, VERB):  # "of those killed were"
            verb, effect = index + 2, _effect_of_verb(sentence, index + 1)
        said = sentence.reads(verb, VERB, NOUN) and sentence.verb(verb).copula
        described = said and sentence.noun(verb + 1).quantity is None
        many = noun.quantity
        if effect is not None and described and many is not None and many.low is not None:
            first, after = sentence.phrases[index].first, sentence.phrases[verb + 1].after
            made = Loss(
                sentence, "some of them", many, tuple(sorted(effect.people)), False, first, after,
                index, named=verb + 1,
            )  # fmt: skip
            made.parent = _whole(earlier, effect, made)
            yield made


def _whole(earlier: Loss | None, effect: Effect, part: Loss) -> Loss | None:
    """The loss told before of which some are told now: it, or what it was itself a part of."""
    some = part.quantity.low or 0
    for loss in (earlier, earlier.parent if earlier is not None else None):
        alike = loss is not None and loss.outcomes == tuple(sorted(effect.people))
        if loss is not None and alike and (loss.quantity.low or 0) >= some:
            return loss
    return None


# -- as values ------------------------------------------------------------------------------------

_AMONG_THEM = Construction(
    name="among them",
    rule="among",
    example={
        "Nine men were killed. Among the dead were two guides.": "9 killed: men; 2 killed: guides"
    },
    not_=("Among the guests were two women.",),
    opens=Opens(At.PARTS, "“among the dead were”, at the head of a sentence"),
    make=_among_them,
)
_COUNTED_AMONG_THEM = Construction(
    name="counted among them",
    rule="part",
    example={
        "Gunmen killed nine people on Friday, two women and a nurse among them.": (
            "9 killed: people; 2 killed: women; 1 killed: nurse"
        )
    },
    not_=("Nine people spoke, two women among them.",),
    opens=Opens(At.PARTS, "a list before “among them”"),
    make=_counted_among_them,
)
_SOME_OF_THEM = Construction(
    name="some of them",
    example={
        "Nine people were killed. Three of the dead were nuns.": "9 killed: people; 3 killed: nuns"
    },
    not_=("Three of the guests were nuns.",),
    opens=Opens(At.PARTS, "a figure before “of the dead were”"),
    make=_some_of,
)
_DEAD_INCLUDED = Construction(
    name="included",
    example={
        "Nine people were killed. The dead included a geologist and two guides.": (
            "9 killed: people; 1 killed: geologist; 2 killed: guides"
        )
    },
    not_=("The guests included a geologist.",),
    opens=Opens(At.PARTS, "a verb such as “included” behind “the dead”"),
    make=_dead_included,
)
_THE_DEAD_WERE = Construction(
    name="the dead were",
    rule="included",
    example={"The dead were seven soldiers and a guide.": "7 killed: soldiers; 1 killed: guide"},
    not_=("The guests were seven soldiers and a guide.", "The dead were farmers."),
    opens=Opens(At.PARTS, "“the dead were …”, at the head of a sentence"),
    make=_the_dead_were,
)
_AMONG_THE_DEAD = Construction(
    name="among",
    example={"A captain was among the dead.": "1 killed: captain"},
    not_=("A captain was among the guests.",),
    opens=Opens(At.PARTS, "a phrase before “among the dead”"),
    make=_among_the_dead,
)
#: In the order in which they are tried.
AMONG_VICTIMS = (
    _AMONG_THEM, _COUNTED_AMONG_THEM, _SOME_OF_THEM, _DEAD_INCLUDED, _THE_DEAD_WERE,
    _AMONG_THE_DEAD,
)  # fmt: skip
