"""The examples in the README, the docs and the docstrings are tests: Sybil runs them.

A page is a story: its examples run from top to bottom, share their names, and run in a folder of
their own, so that a page may write files as its reader would.
"""

from __future__ import annotations

from contextlib import ExitStack, chdir
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

# A slow moment of the machine is no fault.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

SEEDS = Path(__file__).parent / "seeds"


def enter_folder(namespace: dict[str, Any]) -> None:
    """Give the page an empty folder in which only `seeds/` stands, as in a fresh checkout."""
    stack = namespace["_stack"] = ExitStack()
    folder = stack.enter_context(TemporaryDirectory())
    Path(folder, "seeds").symlink_to(SEEDS)
    stack.enter_context(chdir(folder))


def leave_folder(namespace: dict[str, Any]) -> None:
    """Go back, and remove the page's folder."""
    namespace["_stack"].close()


pages = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    patterns=["README.md", "docs/*.md", "docs/[!_]*/*.md"],
    setup=enter_folder,
    teardown=leave_folder,
)
docstrings = Sybil(
    parsers=[DocTestParser()],
    patterns=[f"src/{folders}/*.py" for folders in ("*", "*/*", "*/*/*")],
)

pytest_collect_file = (pages + docstrings).pytest()
