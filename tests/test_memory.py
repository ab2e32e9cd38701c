"""Reading takes memory in proportion to the text, whatever the text, and to what it states."""

from __future__ import annotations

import tracemalloc

import pytest

import sahel_events

QUIET = "Traders met to talk about the price of millet in Konna, which had risen again. "
TEXTS = {
    "one line": QUIET * 12_000,
    "paragraphs": f"{QUIET}\n\n" * 12_000,
    "no ASCII": "Les élèves de Ménaka étaient là ; l’école « rouverte » était prête. " * 12_000,
    "blanks": " " * 1_000_000,
}


def peak(text: str) -> int:
    sahel_events.parse("Rebels killed nine soldiers in Ogossa.")  # what is made once is made
    tracemalloc.start()
    try:
        sahel_events.parse(text)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_takes_at_most_ten_times_its_room(kind: str) -> None:
    assert peak(TEXTS[kind]) < 10 * len(TEXTS[kind].encode())


def test_no_sentence_is_kept_when_it_has_been_read() -> None:
    told = "Rebels killed {} soldiers in Ogossa on {} May 2031. {}\n"
    text = "".join(told.format(n % 90 + 2, n % 28 + 1, QUIET) for n in range(1_500))
    assert peak(text) < 7_500 * 1_500  # so much a claim, and its sentence would take more
