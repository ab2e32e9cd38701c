"""Sources that stand beside what they state, without a verb of saying."""

from __future__ import annotations

import pytest

from sahel_events.english.attribution.sources_beside import sources_beside

from .sentences import sentence


@pytest.mark.parametrize(
    ("text", "speaker", "rule"),
    [
        ("Army: eight soldiers killed.", "Army", "before a colon"),
        ("Two guards killed (army).", "army", "in brackets behind"),
        ("A toll given by the governor: ten soldiers killed.", "governor", "“given by”"),
        # a party by itself counts its own losses
        ("JNIM: three killed.", None, ""),
        ("Two guards killed (in Gao).", None, ""),
        ("Help was given by the governor: ten soldiers came.", None, ""),
        ("Army: soldiers killed.", None, ""),
    ],
)
def test_a_source_stands_beside(text: str, speaker: str | None, rule: str) -> None:
    found = sources_beside(sentence(text))
    assert (found.speaker.text if found and found.speaker else None) == speaker
    assert (found.rule if found else "") == rule


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("Army: eight soldiers killed.", "eight soldiers killed"),
        ("Gunmen attacked Ber; army: eight killed.", "eight killed"),
        ("Two guards killed (army).", "Two guards killed"),
    ],
)
def test_a_source_covers_what_it_states(text: str, covered: str) -> None:
    read = sentence(text)
    found = sources_beside(read)
    assert found is not None
    words = [read.text(at) for at in range(found.first, found.after)]
    assert " ".join(words).strip(" .(") == covered
