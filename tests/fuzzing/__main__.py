"""Try mutants and texts until the time is up: ``python -m tests.fuzzing --seconds 600``.

Each text follows from the seed and its number, so that one that fails can be made again. A fault is
told once, with the smallest text that shows it; a text that goes into ``tests/cases/hostile.jsonl``
is tried ever after. The exit status is 1 when there was a fault.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path
from random import Random

from .from_tables import text
from .mutants import documents, mutant
from .shrinking import shrunk, signature
from .trial import try_text

#: How many texts a process tries before it reports.
_BATCH = 100


@cache
def _documents(folders: tuple[Path, ...]) -> list[str]:
    return documents(folders)


def made(number: int, seed: str, folders: tuple[Path, ...] = ()) -> bytes:
    """The text of this number: three mutants to each text from the tables."""
    random = Random(f"{seed} {number}")
    return text(random).encode() if number % 4 == 0 else mutant(_documents(folders), random)


def tried(first: int, seed: str, folders: tuple[Path, ...]) -> tuple[int, int, dict[str, str]]:
    """How many texts of a batch were read and refused, and the first text of each fault."""
    read, faults = 0, {}
    for number in range(first, first + _BATCH):
        data = made(number, seed, folders)
        try:
            read += try_text(data)
        except Exception as error:
            faults.setdefault(signature(error), f"{number}: {error!r}")
    return read, _BATCH - read, faults


def main() -> int:
    """Try texts in several processes, and tell what was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=600, help="how long to go on")
    parser.add_argument("--texts", type=int, default=10**9, help="how many texts to try at most")
    parser.add_argument("--seed", default=str(int(time.time())), help="what the texts follow from")
    parser.add_argument("--jobs", type=int, default=2, help="how many processes try them")
    parser.add_argument("--found", type=Path, help="a file for what is found, a JSON line a fault")
    parser.add_argument("folders", type=Path, nargs="*", help="folders of more documents")
    options = parser.parse_args()
    folders, stop = tuple(options.folders), time.monotonic() + options.seconds
    print(f"seed {options.seed}, {len(_documents(folders))} documents", flush=True)
    read = refused = 0
    faults: dict[str, str] = {}
    attempt = partial(tried, seed=options.seed, folders=folders)
    with ProcessPoolExecutor(options.jobs) as pool:
        for first in range(0, options.texts, _BATCH * options.jobs):
            if time.monotonic() > stop:
                break
            batches = range(first, first + _BATCH * options.jobs, _BATCH)
            for batch_read, batch_refused, batch_faults in pool.map(attempt, batches):
                read, refused = read + batch_read, refused + batch_refused
                for kind, where in batch_faults.items():
                    if kind not in faults:
                        faults[kind] = where
                        _tell(kind, where, options.seed, folders, options.found)
    print(f"{read + refused:,} texts: {read:,} read, {refused:,} refused, {len(faults)} faults")
    return 1 if faults else 0


def _tell(kind: str, where: str, seed: str, folders: tuple[Path, ...], found: Path | None) -> None:
    number = int(where.partition(":")[0])
    smallest = shrunk(made(number, seed, folders), try_text)
    line = json.dumps({"why": kind, "text": smallest.decode("utf-8", "backslashreplace")})
    print(f"{kind}\n    text {where}\n    {line}", flush=True)
    if found is not None:
        with found.open("a", encoding="utf-8") as file:
            file.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
