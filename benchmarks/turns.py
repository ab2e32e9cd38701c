"""Times of tasks that take turns, so that a noisy machine disturbs all of them alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable


def in_turns(rounds: int, *tasks: Callable[[], object]) -> list[float]:
    """The median time of each task in seconds; the tasks take turns, after a round to warm up."""
    times: list[list[float]] = [[] for _ in tasks]
    for round in range(rounds + 1):
        for task, measured in zip(tasks, times, strict=True):
            start = time.perf_counter()
            task()
            if round:
                measured.append(time.perf_counter() - start)
    return [statistics.median(measured) for measured in times]
