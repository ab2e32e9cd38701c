"""Writes the page of constructions from their values, and that of scopes from their table.

Every construction carries its name, where it is tried, sentences with what they claim, and
sentences that only look alike; so does every scope. A test reads them all, so what the page says is
so. It is written before Sphinx reads its sources, and only when it has changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx

from sahel_events.english.losses.construction import At, Construction
from sahel_events.english.syntax.scopes import Scope, scopes
from sahel_events.english.totals.find_losses import CONSTRUCTIONS

PAGE = "reference/constructions.md"

OPENING = """\
# Constructions and scopes

A *construction* is a way in which an English sentence tells a loss: "nine were killed", "the
deaths of nine", "the toll rose to nine". A *scope* is opened by a word that makes no fact of what
stands in it ("would", "if", "fears of"), or hearsay. This page is made from both whenever the docs
are built.

Each is shown with sentences and what they claim, and with sentences that look alike and do not.
The name of a construction is the rule that `claims --explain` gives; where several share one, it
stands beside the name. How to add one: see [](../how-to/add-a-construction.md).
"""


def setup(app: Sphinx) -> dict[str, bool]:
    """Write the page when the build begins."""
    app.connect("builder-inited", write_page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write_page(app: Sphinx) -> None:
    """Write the page, unless it already says the same."""
    page = Path(app.srcdir, PAGE)
    text = "\n".join(lines()) + "\n"
    if not page.exists() or page.read_text(encoding="utf-8") != text:
        page.write_text(text, encoding="utf-8", newline="\n")


def lines() -> Iterator[str]:
    """The page, line by line."""
    yield OPENING
    for at in At:
        yield f"## Tried {at.value}\n"
        if at in (At.VERB, At.NOUN):
            yield "The first that tells anything at a phrase is the only one.\n"
        for construction in CONSTRUCTIONS:
            if construction.opens.at is at:
                yield from _construction(construction)
    yield "## Scopes\n"
    yield "| Scope | Opened by | Over | Category | In it | Not in it |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for scope in scopes().values():
        yield _scope(scope)


def _construction(construction: Construction) -> Iterator[str]:
    shared = construction.rule != construction.name
    yield f"### {construction.name}\n"
    rule = f" Its claims are named “{construction.rule}”." if shared else ""
    file = construction.make.__module__.partition(".")[2].replace(".", "/")
    yield f"Opens at: {construction.opens.words}. Stands in `{file}.py`.{rule}\n"
    yield "| Sentence | Claims |"
    yield "| --- | --- |"
    for text, claims in construction.example.items():
        yield f"| {text} | {claims} |"
    for text in construction.not_:
        yield f"| {text} | none |"
    yield ""


def _scope(scope: Scope) -> str:
    over = ", ".join(sorted(over.value for over in scope.over))
    cues = scope.cues.replace("|", ", ")
    lifted = f", unless {', '.join(scope.unless)}" if scope.unless else ""
    return (
        f"| {scope.name}{lifted} | {cues} | {over}, {scope.reach} | {scope.category.value} "
        f"| {scope.example} | {scope.not_} |"
    )
