"""The smallest text that fails in the same way."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable

__all__ = ["shrunk", "signature"]


def signature(error: BaseException) -> str:
    """What tells one fault from another: the kind of error, and where in our code it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "sahel_events" in frame.filename] or frames[-1:]
    where = f"{ours[-1].filename.rpartition('sahel_events/')[2]}:{ours[-1].name}" if ours else ""
    return f"{type(error).__name__} in {where}"


def shrunk(data: bytes, attempt: Callable[[bytes], object], seconds: float = 30) -> bytes:
    """The data with everything left out that is not needed to fail with the same signature."""
    stop = time.monotonic() + seconds
    wanted = _failure(data, attempt)
    size = len(data) // 2
    while size and wanted:
        at = 0
        while at < len(data) and time.monotonic() < stop:
            shorter = data[:at] + data[at + size :]
            if _failure(shorter, attempt) == wanted:
                data = shorter
            else:
                at += size
        size //= 2
    return data


def _failure(data: bytes, attempt: Callable[[bytes], object]) -> str | None:
    try:
        attempt(data)
    except Exception as error:
        return signature(error)
    return None
