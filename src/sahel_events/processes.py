"""The same done to many things, in one process or in several, and nothing ends it but the caller.

A process may die of what it was given: out of memory, or by a fault in a library. Then the others
are started anew, and what it was working on is done again, each thing in a process of its own, so
that the one that kills its process is known.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

__all__ = ["each"]

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")


def each(
    do: Callable[[ItemT], ResultT],
    items: Sequence[ItemT],
    jobs: int,
    on_death: Callable[[ItemT], ResultT],
) -> Generator[ResultT]:
    """``do`` of every item, in their order; ``on_death`` of one that ended its process."""
    if jobs < 2 or len(items) < 2:
        yield from map(do, items)
        return
    done, workers = 0, min(jobs, len(items))
    chunk = max(1, len(items) // (workers * 8))
    while done < len(items):
        try:
            for result in _together(do, items[done:], workers, chunk):
                done += 1
                yield result
        except BrokenProcessPool:
            for item in items[done : done + workers * chunk]:  # one of these it was
                done += 1
                yield _alone(do, item, on_death)


def _together(
    do: Callable[[ItemT], ResultT], items: Sequence[ItemT], workers: int, chunk: int
) -> Generator[ResultT]:
    with _pool(workers) as pool:
        try:
            yield from pool.map(do, items, chunksize=chunk)
        finally:
            pool.shutdown(cancel_futures=True)


def _alone(
    do: Callable[[ItemT], ResultT], item: ItemT, on_death: Callable[[ItemT], ResultT]
) -> ResultT:
    with _pool(1) as pool:
        try:
            return pool.submit(do, item).result()
        except BrokenProcessPool:
            return on_death(item)


def _pool(workers: int) -> ProcessPoolExecutor:
    # Forking needs no guard around the caller's script; workers run Python code of ours alone.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    return ProcessPoolExecutor(workers, context, initializer=_ignore_interrupts)


def _ignore_interrupts() -> None:
    """The process that started the others hears the interrupt, and ends them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
