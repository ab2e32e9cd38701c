"""Records as JSON, both ways: one object a record, values as objects within it.

A quantity is ``{"low": 25, "high": 25, …}`` and a date ``{"edtf": "2012-01-16", "basis":
"explicit"}``; keys stand in the order of the class's fields. Reading is strict, because JSON comes
from elsewhere: a key that is unknown, missing, twice there or of another type is a fault, and all
the faults of an object are reported at once.
"""

from __future__ import annotations

import enum
import json
from collections.abc import Callable, Iterator
from functools import cache
from types import GenericAlias
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

import attrs

from sahel_events.errors import ConversionError
from sahel_events.escaping import json_line
from sahel_events.model import Record
from sahel_events.values import EventDate, Quantity

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["from_json", "to_json"]

ObjectT = TypeVar("ObjectT")

#: What the types are called in JSON.
_NAMES = {str: "a string", int: "a whole number", float: "a number", bool: "true or false"}


def to_json(record: Record | Quantity | EventDate) -> str:
    """The record as one line of JSON."""
    return json_line(_converter().unstructure(record))


def from_json(text: str | bytes, cls: type[ObjectT]) -> ObjectT:
    """The object of the class ``cls`` that :func:`to_json` has written.

    Raises :class:`ConversionError`, with every fault, when the text is no JSON or no such object.
    """
    name = cls.__name__
    try:
        found = json.loads(text, object_pairs_hook=_refuse_twice)
    except (ValueError, RecursionError) as error:
        raise ConversionError(name, (f"expected JSON: {error}",)) from None
    try:
        return _converter().structure(found, cls)
    except Exception as error:  # cattrs gathers whatever its hooks raise
        raise ConversionError(name, tuple(_faults(error))) from None


@cache
def _converter() -> Converter:
    from cattrs import Converter  # slow to import, and needed only here

    converter = Converter(forbid_extra_keys=True)
    for scalar in _NAMES:
        converter.register_structure_hook(scalar, _scalar)
    converter.register_structure_hook_factory(_is_tuple, lambda cls: _tuple_hook(cls, converter))
    converter.register_structure_hook_factory(attrs.has, lambda cls: _object_hook(cls, converter))
    return converter


def _scalar(value: object, expected: type) -> object:
    """The value, if it is of this very type: nothing is turned into a string or a number."""
    if issubclass(expected, enum.StrEnum):
        return _one_of(value, expected)
    if type(value) is not expected:
        raise TypeError(f"expected {_NAMES[expected]}, found {_shown(value)}")
    return value


def _one_of(value: object, choices: type[enum.StrEnum]) -> enum.StrEnum:
    for choice in choices:
        if choice.value == value:
            return choice
    raise ValueError(f"expected one of {', '.join(choices)}; found {_shown(value)}")


def _is_tuple(cls: object) -> bool:
    return get_origin(cls) is tuple


def _tuple_hook(cls: Any, converter: Converter) -> Callable[[Any, Any], tuple[Any, ...]]:
    members = GenericAlias(list, get_args(cls)[:1])
    structure = converter.get_structure_hook(members)

    def hook(value: object, _: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise TypeError(f"expected a list, found {_shown(value)}")
        return tuple(structure(value, members))

    return hook


def _object_hook(cls: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    from cattrs.gen import make_dict_structure_fn

    structure = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True)

    def hook(value: object, _: object) -> Any:
        if not isinstance(value, dict):
            raise TypeError(f"expected an object, found {_shown(value)}")
        return structure(value, cls)

    return hook


def _refuse_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object of JSON; of two equal keys other readers would silently drop one."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        raise ValueError(f"the key {', '.join(map(repr, twice))} stands twice in one object")
    return found


def _faults(error: Exception, path: str = "") -> Iterator[str]:
    """Every fault in what cattrs has gathered, each after the path of its key."""
    from cattrs import BaseValidationError, ForbiddenExtraKeysError

    if isinstance(error, BaseValidationError):
        for fault in error.exceptions:
            yield from _faults(fault, path + _step(fault, bool(path)))
    elif isinstance(error, ForbiddenExtraKeysError):
        inside = path + "." if path else ""
        yield from (f"{inside}{key}: unknown key" for key in sorted(error.extra_fields))
    else:
        reason = "missing" if isinstance(error, KeyError) else str(error)
        yield f"{path}: {reason}" if path else reason


def _step(fault: Exception, nested: bool) -> str:
    """The part of the path that a fault's notes give: a key or an index."""
    from cattrs import AttributeValidationNote, IterableValidationNote

    for note in getattr(fault, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return "." * nested + note.name
        if isinstance(note, IterableValidationNote):
            return f"[{note.index}]"
    return ""


def _shown(value: object) -> str:
    """A value as JSON writes it, cut where it is long."""
    text = json_line(value)
    return text if len(text) <= 60 else text[:59] + "…"
