"""How fast running text is read as claims, beside a tokeniser; and how the time grows.

Tokenising is the least that any reader of text does: spaCy's blank English pipeline does nothing
else. Both sides get the same text, in turns. The text is the bodies of the documents in a folder,
without their infoboxes and headings; text without any claim is measured apart, because most of what
is read tells of no losses.
"""

from __future__ import annotations

import argparse
import math
import statistics
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

from turns import in_turns

import sahel_events as se

ROUNDS = 15
DEFAULT = Path(__file__).parent.parent / "seeds"
#: How long the texts are on which growth is measured, in characters.
LENGTHS = (10_000, 100_000, 1_000_000)
LARGE = 10_000_000

CLAIM_FREE = (
    "The new bridge over the Kolimbiné was opened in March by the governor of the region. It is "
    "240 metres long and took four years to build, one year more than had been planned. Traders "
    "say that the way to the weekly market, which used to take them nine hours by ferry and cart, "
    "now takes less than two.",
    "Rain came late this season, and the millet stands lower than in most years. The cooperative "
    "has bought 30 tonnes of seed on credit, according to its chairwoman, Aminata Koné, and hopes "
    "to hand it out before the second sowing. Prices at the market of Dioïla rose by a tenth.",
    "“We have waited for this school since my eldest was small,” said a mother of six who lives "
    "beside the well. The building has eight rooms, a library with 1,200 books and a roof that "
    "keeps out the heat. Lessons will be held in Bambara for the first three years, and in French "
    "from the fourth on.",
    "On 3 May 2031 ministers of five countries met in Nouakchott to talk about the river. They "
    "agreed on a common table of water levels, on two more gauging stations and on a fund of "
    "$14 million, to which each of them is to pay its share by the end of the year. Their next "
    "meeting is to be in Niamey.",
    "The festival drew about 20,000 visitors, its organisers reckon, more than ever before. Four "
    "singers from the north shared the stage with an orchestra of koras, and the evening ended "
    "with a dance that nobody had rehearsed. Next year it may move to a larger field.",
)


def main() -> None:
    """Print what was measured as three small tables."""
    arguments = _arguments()
    blank = _tokeniser()
    bodies = _bodies(arguments.folder)
    quiet = _repeated("\n\n".join(CLAIM_FREE), 200_000)
    if se.parse(quiet, format="prose").claims:
        raise SystemExit("the text without claims has some: the comparison would be of no use")

    print(f"{'':24}{'characters':>12}{'claims':>8}{'median':>12}{'per second':>12}{'ratio':>7}")
    speeds = []
    for name, text in (("bodies", bodies), ("text without claims", quiet)):
        tokenised, read = in_turns(
            ROUNDS,
            lambda text=text: blank(text),
            lambda text=text: se.parse(text, format="prose"),
        )
        claims = len(se.parse(text, format="prose").claims)
        _row(f"{name}, spaCy", text, None, tokenised, None)
        _row(f"{name}, read", text, claims, read, read / tokenised)
        speeds += [len(text) / tokenised, len(text) / read]
    print(f"text without claims is read {speeds[3] / speeds[1]:.1f} times as fast as the bodies,")
    print(f"and {speeds[0] / speeds[3]:.1f} times as slowly as spaCy tokenises the bodies")

    lengths = (*LENGTHS, LARGE) if arguments.large else LENGTHS
    print(
        f"\n{'repeated bodies':24}{'characters':>12}{'claims':>8}{'seconds':>12}{'per second':>12}"
    )
    times = [_grown(bodies, length) for length in lengths]
    print(f"time grows as length to the power {_exponent(lengths, times):.2f}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT, help="documents to read")
    parser.add_argument("--large", action="store_true", help=f"grow to {LARGE:,} characters")
    return parser.parse_args()


def _tokeniser() -> Callable[[str], object]:
    try:
        import spacy
    except ImportError:
        raise SystemExit(
            'spaCy is missing: install the extra with pip install ".[bench]"'
        ) from None
    tokenise: Callable[[str], object] = spacy.blank("en").tokenizer
    return tokenise


def _bodies(folder: Path) -> str:
    """The running text of every document of the folder, one below the other."""
    readings = [se.read(path) for path in sorted(folder.glob("*.txt"))]
    if not readings:
        raise SystemExit(f"no documents (*.txt) in {folder}")
    sections = [section.body.text for reading in readings for section in reading.layout.sections]
    return "\n\n".join(text.strip() for text in sections if text.strip())


def _repeated(text: str, length: int) -> str:
    """The paragraphs of a text again and again, to this length or a little more."""
    taken, size = [], 0
    for paragraph in islice(cycle(text.split("\n\n")), length):
        if size >= length:
            break
        taken.append(paragraph)
        size += len(paragraph) + 2
    return "\n\n".join(taken)


def _grown(text: str, length: int) -> float:
    """The time that so much of the text takes; the shorter ones are tried several times."""
    repeated = _repeated(text, length)
    times = []
    for _ in range(max(1, min(9, LENGTHS[-1] // length))):
        start = time.perf_counter()
        reading = se.parse(repeated, format="prose")
        times.append(time.perf_counter() - start)
    taken = statistics.median(times)
    print(
        f"{'':24}{len(repeated):>12,}{len(reading.claims):>8,}{taken:>12.2f}"
        f"{len(repeated) / taken:>12,.0f}"
    )
    return taken


def _exponent(lengths: tuple[int, ...], times: list[float]) -> float:
    """The slope of the straight line through the logarithms: 1 is in proportion, 2 quadratic."""
    line = statistics.linear_regression([*map(math.log, lengths)], [*map(math.log, times)])
    return line.slope


def _row(name: str, text: str, claims: int | None, taken: float, ratio: float | None) -> None:
    found = "" if claims is None else f"{claims:,}"
    beside = "" if ratio is None else f"{ratio:.1f}"
    print(
        f"{name:24}{len(text):>12,}{found:>8}{taken * 1000:>9.1f} ms"
        f"{len(text) / taken:>12,.0f}{beside:>7}"
    )


if __name__ == "__main__":
    main()
