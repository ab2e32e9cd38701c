"""How classes describe themselves, so that no description is written down twice.

Descriptions are data and not docstrings, which ``python -OO`` leaves out: they are part of the
files that are written, and of what is expected of those that are read.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import attrs

__all__ = ["described", "summarised"]

ClassT = TypeVar("ClassT", bound=type[Any])


def described(doc: str, **options: Any) -> Any:
    """An attribute with its description; what follows is passed on to :func:`attrs.field`."""
    return attrs.field(metadata={"doc": doc}, **options)


def summarised(summary: str, more: str = "") -> Callable[[ClassT], ClassT]:
    """Give a class its summary, in a sentence; its docstring is that, and ``more``."""

    def summarise(cls: ClassT) -> ClassT:
        cls.SUMMARY = summary
        cls.__doc__ = f"{summary}\n\n{more}" if more else summary
        return cls

    return summarise
