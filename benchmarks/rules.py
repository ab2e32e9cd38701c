"""How often each rule fires: in how many documents, and which fire in none or in one.

A rule that serves one sentence is a wider rule that nobody has thought of yet, a row of a table, or
of no use. This counts, over documents that are given, in how many of them

* each construction tells a loss that is claimed,
* each reason is given for claimant, party, date, place and engagement,
* each scope holds something back, or lifts another,
* each function of the reader of English that says yes or no says yes.

Documents are files, folders of them, and JSON Lines with ``text`` and, where it is known,
``published``: ``python benchmarks/rules.py seeds notes.jsonl``.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import attrs
from attrs import define, field

import sahel_events as se
import sahel_events.lines  # loads the reader, which is put off until it is needed
from sahel_events.english.losses.construction import Construction, Found
from sahel_events.english.losses.loss import Loss
from sahel_events.english.syntax import scopes
from sahel_events.english.totals import find_losses

ENGLISH = "sahel_events.english"
DEFAULT = Path(__file__).parent.parent / "seeds"
#: What differs in a reason from claim to claim: quotations, numbers and names.
_OWN_WORDS = re.compile(r"“[^”]*”|\b[A-Z][\w-]+(?: [A-Z][\w-]+)*|\d+")


@define
class Census:
    """In which documents each rule fired, by kind of rule."""

    fired: dict[str, Counter[str]] = field(factory=dict)
    documents: int = 0
    #: the rules that there are, by kind, where they are known beforehand
    known: dict[str, set[str]] = field(factory=dict)
    _now: dict[str, set[str]] = field(factory=dict)

    def note(self, kind: str, name: str) -> None:
        """Note that a rule fired in the document that is being read."""
        self._now.setdefault(kind, set()).add(name)

    def close(self) -> None:
        """Count what fired in the document that was read."""
        self.documents += 1
        for kind, names in self._now.items():
            self.fired.setdefault(kind, Counter()).update(names)
        self._now.clear()


def main() -> None:
    """Print a table for each kind of rule, the rarest last."""
    arguments = _arguments()
    census = Census()
    with watched(census):
        for name, text, published in documents(arguments.paths):
            _read(census, name, text, published)
    print(f"{census.documents} documents")
    census.known["constructions"] = {one.name for one in find_losses.CONSTRUCTIONS}
    census.known["scopes"] = set(scopes.scopes())
    for kind, counted in sorted(census.fired.items()):
        _print(kind, counted, census.known.get(kind, set()), arguments.rare)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("paths", nargs="*", type=Path, default=[DEFAULT])
    parser.add_argument("--rare", action="store_true", help="only what fires in one or none")
    return parser.parse_args()


def documents(paths: Iterable[Path]) -> Iterator[tuple[str, str | bytes, str | None]]:
    """The documents of files, folders and JSON Lines: name, text, and day of publication."""
    for path in paths:
        if path.is_dir():
            yield from documents(sorted(file for file in path.iterdir() if file.is_file()))
        elif path.suffix == ".jsonl":
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
                row = json.loads(line)
                if "text" in row:
                    yield f"{path.stem}-{number}.txt", row["text"], row.get("published")
        elif path.suffix in (".txt", ".md", ".wiki"):
            yield path.name, path.read_bytes(), None


def _read(census: Census, name: str, text: str | bytes, published: str | None) -> None:
    try:
        reading = se.parse(text, name=name, published=published)
    except se.SahelEventsError as error:
        print(f"{name}: {error}")
        return
    for found in reading.explanations:
        census.note("rules of claims", found.rule)
        for what, reason in found.reasons.items():
            census.note(f"reasons: {what}", _OWN_WORDS.sub("…", reason))
    census.close()


@contextmanager
def watched(census: Census) -> Iterator[None]:
    """Note what fires while documents are read: each rule is put behind one that takes notes."""
    kept = [(module, name, value) for module in _modules() for name, value in vars(module).items()]
    noting: dict[int, object] = {id(scopes.lifting): _noting_lifts(census)}
    for module in _modules():
        for name, value in vars(module).items():
            if _is_predicate(module, value):
                noting[id(value)] = _noting_yes(census, f"{_short(module)}.{name}", value)
    noting[id(scopes.is_covered)] = _noting_scopes(census)
    for module, name, value in kept:
        if id(value) in noting:
            setattr(module, name, noting[id(value)])
    tried = find_losses._AT
    find_losses._AT = {
        at: tuple(_noting_losses(census, one) for one in several) for at, several in tried.items()
    }
    try:
        yield
    finally:
        find_losses._AT = tried
        for module, name, value in kept:
            setattr(module, name, value)


def _modules() -> list[ModuleType]:
    """The modules of the reader of English that are loaded."""
    return [module for name, module in sys.modules.items() if name.startswith(f"{ENGLISH}.")]


def _short(module: ModuleType) -> str:
    return module.__name__.removeprefix(f"{ENGLISH}.")


def _is_predicate(module: ModuleType, value: object) -> bool:
    """Whether it is a function of this module that says yes or no."""
    own = isinstance(value, FunctionType) and value.__module__ == module.__name__
    return own and value.__annotations__.get("return") == "bool"


def _noting_yes(census: Census, name: str, predicate: FunctionType) -> object:
    """A function that says yes or no, and notes where it says yes."""
    census.known.setdefault("yes or no", set()).add(name)

    def noting(*arguments: object, **named: object) -> object:
        said = predicate(*arguments, **named)
        if said:
            census.note("yes or no", name)
        return said

    return noting


def _noting_losses(census: Census, construction: Construction) -> Construction:
    """A construction, which notes that it tells a loss."""

    def make(found: Found, index: int) -> Iterator[Loss]:
        for loss in construction.make(found, index):
            census.note("constructions", construction.name)
            yield loss

    return attrs.evolve(construction, make=make)


def _noting_scopes(census: Census) -> object:
    """The question whether something stands in a scope, which notes in which."""

    def is_covered(*arguments: Any, **named: Any) -> bool:
        covering = list(scopes.covering(*arguments, **named))
        for scope in covering:
            census.note("scopes", scope.name)
        return bool(covering)

    return is_covered


def _noting_lifts(census: Census) -> object:
    """The question what lifts a scope, which notes it."""
    lifting = scopes.lifting

    def noting(*arguments: Any) -> Iterator[scopes.Scope]:
        for fact in lifting(*arguments):
            census.note("scopes", fact.name)
            yield fact

    return noting


def _print(kind: str, counted: Counter[str], known: set[str], rare: bool) -> None:
    names = known | set(counted)
    none = sum(counted[name] == 0 for name in names)
    once = sum(counted[name] == 1 for name in names)
    print(f"\n{kind}: {len(names)}, of which {none} fire in no document and {once} in one")
    for name in sorted(names, key=lambda name: (-counted[name], name)):
        if not rare or counted[name] < 2:
            print(f"{counted[name]:>7}  {name}")


if __name__ == "__main__":
    main()
