"""How many a noun phrase counts, and whether it is one whom harm can befall."""

from __future__ import annotations

import pytest

from sahel_events.english.lexicon.harm import Effect
from sahel_events.english.syntax.quantifiers import (
    fits,
    is_known,
    is_label,
    is_share,
    quantity_of,
    victims_of,
)
from sahel_events.kinds import Outcome

from .sentences import phrase, sentence

#: A sentence, how the phrase begins, what it counts, and whom it names.
COUNTED = [
    ("Nine men were killed.", "Nine", "9", "men"),
    ("At least nine men were killed.", "At least", "9+", "men"),
    ("The nine remaining men were killed.", "The nine", "9", "men"),
    ("Nine of the 12 men were killed.", "Nine", "9", "men"),
    ("No men were killed.", "No", "0", "men"),
    ("A couple of men were killed.", "A couple", "2", "men"),
    ("Every man was killed.", "Every", "an unstated number", "man"),
    ("Men were killed.", "Men", "an unstated number", "Men"),
    ("A man was killed.", "A man", "1", "man"),
    ("The mayor was killed.", "The mayor", "1", "mayor"),
    ("Displaced people were killed.", "Displaced", "an unstated number", "Displaced people"),
    ("A third of them were killed.", "A third", "an unstated number", "them"),
    ("Two thirds of the town burned.", "Two", "an unstated number", "town"),
    ("30 percent of the men were killed.", "30", "an unstated number", "percent"),
    ("A number of 31 is given.", "A number", "31", None),
    ("The army's nine trucks burned.", "The army's", "9", "trucks"),
    ("Two of their own were killed.", "Two", "2", None),
]

_KILLED = Effect((Outcome.KILLED,), ())
_DESTROYED = Effect((), (Outcome.DESTROYED,))

#: A sentence, how the phrase begins, and whether killing fits people (False), things (True), none.
FITTING = [
    ("Nine men left.", "Nine", _KILLED, False),
    ("Nine trucks left.", "Nine", _KILLED, None),
    ("Nine trucks left.", "Nine", _DESTROYED, True),
    ("Nine left.", "Nine", _KILLED, False),
    ("He took chapter 917.", "917", _KILLED, None),
    ("An attack came.", "An attack", _KILLED, None),
]


@pytest.mark.parametrize(("text", "first", "quantity", "victims"), COUNTED)
def test_what_a_phrase_counts(text: str, first: str, quantity: str, victims: str | None) -> None:
    read = sentence(text)
    noun = read.noun(phrase(read, first))
    assert str(quantity_of(noun, read)) == quantity
    assert victims_of(noun, read) == victims


@pytest.mark.parametrize(("text", "first", "effect", "expected"), FITTING)
def test_whom_harm_can_befall(text: str, first: str, effect: Effect, expected: bool | None) -> None:
    read = sentence(text)
    assert fits(read.noun(phrase(read, first)), effect, read) is expected


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("They read chapter 17.", True),
        ("See sections 12 and 19.", True),
        ("In Gao 12 were killed.", False),
    ],
)
def test_a_number_that_is_a_name(text: str, label: bool) -> None:
    read = sentence(text)
    numbers = [at for at, code in enumerate(read.tokens.codes) if code == "q"]
    assert {is_label(read, at) for at in numbers} == {label}


@pytest.mark.parametrize(
    ("text", "first", "share"),
    [
        ("Some 30 percent of them fled.", "Some", True),
        ("About 12 % fled.", "About", True),
        ("About 10 per cent fled.", "About", True),
        ("Some 30 people fled.", "Some", False),
    ],
)
def test_a_figure_that_is_a_share(text: str, first: str, share: bool) -> None:
    read = sentence(text)
    assert is_share(read.noun(phrase(read, first)), read) is share


@pytest.mark.parametrize(
    ("text", "first", "known"),
    [
        ("They lost nine men.", "nine", True),
        ("They lost nine.", "nine", True),
        ("They lost nine votes.", "nine", False),
        ("They lost two of their own.", "two", True),
    ],
)
def test_what_is_known_to_be_somebody_or_something(text: str, first: str, known: bool) -> None:
    read = sentence(text)
    assert is_known(read.noun(phrase(read, first)), read) is known
