"""What SECURITY.md promises: no code of a document runs, no network, no writing elsewhere."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import sahel_events

SOURCES = sorted(Path(sahel_events.__path__[0]).rglob("*.py"))
#: Modules that open connections, start programs or turn data into objects or code.
FORBIDDEN = {
    "asyncio", "code", "codeop", "ctypes", "dbm", "dill", "ftplib", "http", "imaplib", "marshal",
    "pickle", "poplib", "pty", "requests", "runpy", "shelve", "smtplib", "socket", "socketserver",
    "ssl", "subprocess", "telnetlib", "urllib", "webbrowser", "xmlrpc",
}  # fmt: skip
FORBIDDEN_CALLS = {
    "eval",
    "exec",
    "compile",
    "__import__",
    "system",
    "popen",
    "load_all",
    "unsafe_load",
}


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


def called(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id
            elif isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) != "re":
                yield node.func.attr


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_module_connects_or_executes(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert FORBIDDEN.isdisjoint(imported(tree))
    assert FORBIDDEN_CALLS.isdisjoint(called(tree))


WATCHED = """
import json, os, sys
events = []
FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
def watch(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.spawn", "os.system", "pty.")):
        events.append([event, ""])
    elif event == "open" and isinstance(arguments[0], (str, bytes)) and arguments[2] & FLAGS:
        events.append([event, os.fsdecode(arguments[0])])
    elif event in ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink"):
        events.append([event, os.fspath(arguments[0])])
from sahel_events import cli
sys.addaudithook(watch)
try:
    cli.main(sys.argv[1:], standalone_mode=False)
except SystemExit:
    pass
sys.stderr.write(json.dumps(events))
"""
HOSTILE = {
    "object.txt": "---\na:\n  - !!python/object/apply:os.system ['touch owned']\n---\n",
    "anchor.txt": "---\na: &a [1]\nb: *a\n---\n",
    "../escape.txt": "Nine soldiers were killed in Ogossa on 9 June 2031.\n",
    "link.txt": "[https://127.0.0.1:1/2031/ nine] soldiers were killed in [[File:x.svg]] Ogossa.\n",
}


@pytest.mark.skipif(sys.platform == "win32", reason="other names of events")
@pytest.mark.parametrize("folder", ["out", "deeper/out"])
def test_a_build_writes_where_it_was_told_and_connects_nowhere(tmp_path: Path, folder: str) -> None:
    documents = tmp_path / "documents" / "inner"
    documents.mkdir(parents=True)
    for name, text in HOSTILE.items():
        (documents / name).write_text(text)
    out = tmp_path / "here" / folder
    arguments = ["build", str(documents.parent), "--out", str(out)]
    command = [sys.executable, "-B", "-c", WATCHED, *arguments]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=True)
    events = json.loads(ended.stderr.splitlines()[-1])
    assert len(events) > 10
    for event, place in events:
        assert event in ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir"), event
        assert Path(place).is_relative_to(tmp_path / "here"), (event, place)
    written = {path.name for path in (tmp_path / "here").rglob("*") if path.is_file()}
    assert {name for name in written if not name.endswith(".parquet")} == {"manifest.json"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["documents", "here"]
