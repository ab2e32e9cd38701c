"""Phrases: where each begins and ends, and how many of whom it counts."""

from __future__ import annotations

import pytest

from .sentences import phrase, sentence, texts


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Gunmen killed nine soldiers.", "N:Gunmen V:killed N:nine soldiers .:."),
        ("At least nine of the soldiers died.", "N:At least nine of the soldiers V:died .:."),
        ("The army's three trucks were burned.", "N:The army's three trucks V:were burned .:."),
        ("Nine had not been killed in Gao.", "N:Nine V:had not been killed i:in N:Gao .:."),
        ("Some 30–40 armed men on motorbikes fled.",
         "N:Some 30–40 armed men i:on N:motorbikes V:fled .:."),
        ("On 4 May 2031 rebels struck.", "i:On D:4 May 2031 N:rebels V:struck .:."),
        ("Who was killed?", "R:Who V:was killed .:?"),
        ("The mayor of Boni, who fled, said so.",
         "N:The mayor f:of N:Boni ,:, R:who V:fled ,:, V:said y:so .:."),
        ("They want to kill him.", "N:They V:want V:to kill N:him .:."),
    ],
)  # fmt: skip
def test_a_sentence_falls_into_phrases(text: str, phrases: str) -> None:
    read = sentence(text)
    found = " ".join(f"{kind}:{read.text(at)}" for at, kind in enumerate(read.kinds))
    assert found == phrases


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("nine soldiers", "9"),
        ("at least nine soldiers", "9+"),
        ("30–40 rebels", "30–40"),
        ("dozens of villagers", "dozens"),
        ("the soldiers", None),
        ("a soldier", None),
    ],
)
def test_a_noun_phrase_counts(words: str, count: str | None) -> None:
    read = sentence(f"Gunmen killed {words}.")
    quantity = read.noun(2).quantity
    assert (str(quantity) if quantity is not None else None) == count


@pytest.mark.parametrize(
    ("words", "traits"),
    [
        ("the soldiers", {"definite"}),
        ("a soldier", {"indefinite"}),
        ("their soldiers", {"definite", "possessive"}),
        ("nine others", {"others"}),
        ("no soldiers", {"zero"}),
        ("two of the soldiers", {"definite", "partitive"}),
    ],
)
def test_a_noun_phrase_says_which(words: str, traits: set[str]) -> None:
    noun = sentence(f"Gunmen killed {words}.").noun(2)
    asked = ("definite", "indefinite", "possessive", "others", "zero", "partitive")
    assert {name for name in asked if getattr(noun, name)} == traits


@pytest.mark.parametrize(
    ("words", "traits"),
    [
        ("killed", set()),
        ("were killed", {"passive"}),
        ("had killed", {"perfect"}),
        ("have been killed", {"passive", "perfect"}),
        ("may have killed", {"modal", "perfect"}),
        ("were not killed by", {"passive", "negated"}),
        ("to kill", {"infinitive"}),
    ],
)
def test_a_verb_group_says_how(words: str, traits: set[str]) -> None:
    read = sentence(f"The rebels {words} nine soldiers.")
    verb = read.verb(read.kinds.index("V"))
    asked = ("passive", "perfect", "modal", "negated", "infinitive")
    assert {name for name in asked if getattr(verb, name)} == traits


def test_phrases_cover_every_word() -> None:
    read = sentence('On Friday, "armed men" – some 40 – killed nine (or ten) soldiers\' sons; why?')
    joined = [
        word
        for at in range(len(read.phrases))
        for word in range(read.phrases[at].first, read.phrases[at].after)
    ]
    assert joined == list(range(len(read.tokens.starts)))
    assert texts(read, [phrase(read, "killed")]) == ["killed"]
