"""How much ``import sahel_events`` adds to a process that imports attrs and cattrs anyway."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

ROUNDS = 25
BASE = "import attrs, cattrs"


def main() -> None:
    """Print both medians and their difference."""
    base, ours = [], []
    for _ in range(ROUNDS):
        base.append(_process(BASE))
        ours.append(_process(f"{BASE}, sahel_events"))
    without, with_it = statistics.median(base), statistics.median(ours)
    print(f"attrs and cattrs               median {without * 1000:7.1f} ms")
    print(f"… and sahel_events             median {with_it * 1000:7.1f} ms")
    print(f"added                          {(with_it - without) * 1000:14.1f} ms")


def _process(code: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
