"""YAML as text with places: every scalar stays a string and knows where in the file it stands.

Only PyYAML's *events* are used: no composer, which recurses, and no constructor, which turns ``NO``
into false and ``12:30`` into 750. Anchors, aliases, tags, equal keys, keys that are no scalars and
nesting deeper than :data:`MAX_DEPTH` are refused, with their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from attrs import define, frozen

from sahel_events.text.document import Document
from sahel_events.text.passage import Link, Passage

__all__ = ["MAX_DEPTH", "Mapping", "Node", "Scalar", "Sequence", "dump", "load"]

MAX_DEPTH = 32


@frozen
class Scalar:
    """A scalar: its value as text, and the characters of the file that it is written with."""

    value: str
    start: int
    end: int
    style: str | None = None

    def passage(self, document: Document, links: tuple[Link, ...] = ()) -> Passage:
        """The value as a passage: every word of it stands somewhere in the file."""
        return Passage.of(self.value, _pieces(self, document.text), links)


@frozen
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    start: int


@frozen
class Mapping:
    """Keys, which are text, and their nodes, in the order of the file."""

    entries: dict[str, Node]
    start: int

    def text(self, key: str) -> Scalar | None:
        """The scalar under the key, ``None`` when there is none."""
        node = self.entries.get(key)
        return node if isinstance(node, Scalar) else None

    def items(self, key: str) -> tuple[Node, ...]:
        """The nodes of the list under the key, ``()`` when there is none."""
        node = self.entries.get(key)
        return node.items if isinstance(node, Sequence) else ()


Node = Scalar | Sequence | Mapping


def load(document: Document, start: int, end: int) -> Node | None:
    """The node that ``document.text[start:end]`` holds; ``None`` when it holds nothing.

    Raises :class:`sahel_events.errors.ParseError` at the first thing that is refused.
    """
    import yaml

    loader: Any = getattr(yaml, "CLoader", yaml.Loader)
    try:
        return _Builder(document, start).build(yaml.parse(document.text[start:end], Loader=loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise document.error(
            f"expected YAML, found a fault: {error.problem or error.context}",
            start + _index(mark, document.text[start:end]) if mark else start,
        ) from None
    except yaml.reader.ReaderError as error:
        raise document.error(
            f"expected YAML, found the character U+{ord(str(error.character)[:1] or '?'):04X}"
            if isinstance(error.character, str)
            else f"expected YAML, found a fault: {error.reason}",
            start + min(error.position, end - start),
        ) from None


def _index(mark: Any, text: str) -> int:
    """Where a mark points to; the C parser gives line and column only for some of its errors."""
    lines = text.split("\n", mark.line + 1)
    before = sum(len(line) + 1 for line in lines[: mark.line])
    return min(before + int(mark.column), len(text))


@define
class _Open:
    """A list or a mapping that is being read."""

    start: int
    entries: dict[str, Node] | None = None
    items: list[Node] | None = None
    key: str | None = None

    @property
    def awaits_key(self) -> bool:
        """Whether a key of a mapping comes next."""
        return self.entries is not None and self.key is None

    def add(self, node: Node) -> None:
        """Add an item, or the value of the key."""
        if self.items is not None:
            self.items.append(node)
        elif self.entries is not None and self.key is not None:
            self.entries[self.key] = node
            self.key = None


@define
class _Builder:
    document: Document
    offset: int

    def build(self, events: Iterator[Any]) -> Node | None:
        import yaml

        stack: list[_Open] = []
        root: Node | None = None
        documents = 0
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                if event.anchor is not None or event.tag is not None:
                    self._check(event)
                if stack and stack[-1].awaits_key:
                    self._add_key(stack[-1], event)
                    continue
                node: Node = Scalar(
                    event.value,
                    self.offset + event.start_mark.index,
                    self.offset + event.end_mark.index,
                    event.style,
                )
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                node = _closed(stack.pop())
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._check(event)
                self._open(event, kind is yaml.MappingStartEvent, stack)
                continue
            elif kind is yaml.AliasEvent:
                self._refuse(event, "no anchors or aliases", f"{event.anchor!r}")
                continue
            else:
                documents += kind is yaml.DocumentStartEvent
                if documents > 1:
                    self._refuse(event, "one YAML document", "a second one")
                continue
            if stack:
                stack[-1].add(node)
            else:
                root = node
        return root

    def _open(self, event: Any, is_mapping: bool, stack: list[_Open]) -> None:
        if len(stack) >= MAX_DEPTH:
            self._refuse(event, f"at most {MAX_DEPTH} levels", "a deeper one")
        if stack and stack[-1].awaits_key:
            self._refuse(event, "a key that is text", "a list or mapping as key")
        start = self.offset + event.start_mark.index
        stack.append(_Open(start, entries={}) if is_mapping else _Open(start, items=[]))

    def _add_key(self, parent: _Open, event: Any) -> None:
        if parent.entries is not None and event.value in parent.entries:
            self._refuse(event, "each key once", f"{event.value!r} again")
        parent.key = event.value

    def _check(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse(event, "no anchors or aliases", f"{event.anchor!r}")
        if event.tag is not None:
            self._refuse(event, "no tags", f"{event.tag!r}")

    def _refuse(self, event: Any, expected: str, found: str) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        raise self.document.error(
            f"expected {expected}, found {found}",
            self.offset + start,
            self.offset + max(end, start + 1),
        )


def _closed(open: _Open) -> Node:
    if open.entries is not None:
        return Mapping(open.entries, open.start)
    return Sequence(tuple(open.items or ()), open.start)


#: A word, as far as its characters stand in the file just as in the value.
_WORD = re.compile(r"\S+")
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_SINGLE = re.compile(r"''|[^\s']+")
#: What a double-quoted scalar is made of: an escape, a run of plain characters, white space.
_DOUBLE = re.compile(
    r"\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|\r?\n[ \t]*|.)|[^\s\\]+|\s+"
)


def _pieces(scalar: Scalar, text: str) -> Iterator[tuple[int, int]]:
    """Pairs of (offset in the value, offset in the file).

    Folding and indenting only ever change white space, so that in plain and block scalars every
    word stands unbroken in the file, one behind the other.
    """
    if scalar.style == '"':
        yield from _double_quoted(scalar, text)
        return
    value, position = scalar.value, scalar.start
    if scalar.style == "'":
        yield from _single_quoted(value.replace("'", "''"), text, position + 1)
        return
    if scalar.style in ("|", ">"):  # the header, with its indicators, is not part of the value
        position = text.find("\n", scalar.start) + 1
    for line in _LINE.finditer(value):  # most lines stand unbroken, too
        found = text.find(line.group(), position, scalar.end)
        if found >= 0:
            yield line.start(), found
            position = found + len(line.group())
            continue
        for word in _WORD.finditer(value, line.start(), line.end()):
            found = text.find(word.group(), position)
            if found < 0:
                return
            yield word.start(), found
            position = found + len(word.group())


def _single_quoted(doubled: str, text: str, position: int) -> Iterator[tuple[int, int]]:
    """Single-quoted scalars write every quote twice."""
    extra = 0
    for match in _SINGLE.finditer(doubled):
        found = text.find(match.group(), position)
        if found < 0:
            return
        yield match.start() - extra, found
        position = found + len(match.group())
        extra += match.group() == "''"


def _double_quoted(scalar: Scalar, text: str) -> Iterator[tuple[int, int]]:
    """Double-quoted scalars may escape any character."""
    index = 0
    for match in _DOUBLE.finditer(text, scalar.start + 1, scalar.end - 1):
        token = match.group()
        if token.isspace():
            breaks = token.count("\n")  # one is folded to a blank, the first of several is lost
            index += len(token) if not breaks else max(1, breaks - 1)
        elif token[0] == "\\":
            if token[1] in "\r\n":
                continue
            yield index, match.start()
            index += 1
        else:
            yield index, match.start()
            index += len(token)


def dump(node: Any) -> str:
    """Text, lists and mappings as YAML in block style, written so that scalars stay text."""
    import yaml

    events: list[Any] = [
        yaml.StreamStartEvent(),
        yaml.DocumentStartEvent(explicit=False),
        *_events(node, yaml),
        yaml.DocumentEndEvent(explicit=False),
        yaml.StreamEndEvent(),
    ]
    return str(yaml.emit(events, allow_unicode=True, width=2**31))


def _events(node: Any, yaml: Any) -> Iterator[Any]:
    if isinstance(node, dict):
        yield yaml.MappingStartEvent(None, None, True, flow_style=False)
        for key, value in node.items():
            yield _scalar(key, yaml)
            yield from _events(value, yaml)
        yield yaml.MappingEndEvent()
    elif isinstance(node, list):
        yield yaml.SequenceStartEvent(None, None, True, flow_style=False)
        for item in node:
            yield from _events(item, yaml)
        yield yaml.SequenceEndEvent()
    else:
        yield _scalar(node, yaml)


def _scalar(text: str, yaml: Any) -> Any:
    """A scalar event: a block for lines, quoted where a loader would not read text."""
    resolved = yaml.SafeLoader.yaml_implicit_resolvers.get(text[:1], []) if text else [(None, None)]
    ambiguous = not text or any(pattern is None or pattern.match(text) for _, pattern in resolved)
    breaks = any(character in text for character in "\x85\u2028\u2029")
    style = '"' if ambiguous or breaks else "|" if "\n" in text else None
    return yaml.ScalarEvent(None, None, (not ambiguous, True), text, style=style)
