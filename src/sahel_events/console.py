"""What all the commands share: their input, their messages, and how they end.

Records go to standard output, everything else to standard error. The exit status is 0 when all was
done, 1 when a document was refused or a check failed, 2 when the command was not understood, 74
when a path does not exist or a dataset could not be read or written, 75 when another process is
writing the dataset, and 130 after an interrupt.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TextIO

import click

from sahel_events.errors import BusyError, ParseError, SahelEventsError

if TYPE_CHECKING:
    from sahel_events.dataset import Dataset
    from sahel_events.reading import Reading
    from sahel_events.registry.geonames import Gazetteer
    from sahel_events.text.document import Document

__all__ = [
    "FAILED",
    "Commands",
    "Readings",
    "gather",
    "has_colour",
    "label",
    "read_bytes",
    "say",
    "stdin_as_file",
]

FAILED, _IO, _BUSY, _INTERRUPTED = 1, 74, 75, 130

_STDIN = "-"


class Commands(click.Group):
    """A group of commands whose errors are messages and exit statuses."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            try:
                super().invoke(ctx)
            finally:
                sys.stdout.flush()  # what cannot be written is an error of this command
        except KeyboardInterrupt:
            say("interrupted")
            status = _INTERRUPTED
        except BrokenPipeError:  # whoever reads has seen enough
            _close_stdout()
            status = 0
        except BusyError as error:
            say(str(error))
            status = _BUSY
        except SahelEventsError as error:
            say(str(error))
            status = FAILED
        except OSError as error:
            _close_stdout()
            reason = error.strerror or str(error)
            say(f"{error.filename}: {reason}" if error.filename else reason)
            status = _IO
        else:
            return
        ctx.exit(status)


#: Where the command line keeps the gazetteer.
_GAZETTEER = "sahel_events.gazetteer"


class Readings:
    """The readings of documents, one after the other; what is refused is told and counted.

    ``paths`` are files, folders or "-". Raises :class:`OSError` when one of them does not exist.
    """

    done: int
    refused: int

    def __init__(self, paths: Iterable[str], published: str | None) -> None:
        from sahel_events.text.files import find_documents

        self._paths = [
            found
            for path in paths
            for found in ([path] if path == _STDIN else map(str, find_documents([path])))
        ]
        self._published = published
        self.done = self.refused = 0

    def __iter__(self) -> Iterator[Reading]:
        from sahel_events.reading import parse

        for path in self._paths:
            try:
                reading = parse(
                    read_bytes(path),
                    name=label(path),
                    published=self._published,
                    gazetteer=gazetteer(),
                )
            except ParseError as error:
                say(str(error))
                self.refused += 1
            else:
                self.done += 1
                yield reading


def gather(
    paths: Iterable[str], published: str | None
) -> tuple[Dataset, dict[str, Document], list[ParseError]]:
    """The dataset of documents, or the one that a folder holds.

    Besides, the documents by SHA-256, which a written dataset has not, and what was refused, which
    has been told.
    """
    from sahel_events.building import build
    from sahel_events.dataset import load_dataset
    from sahel_events.storage.tables import MANIFEST
    from sahel_events.text.document import decode
    from sahel_events.text.files import find_documents, read_or_refuse

    refused: list[ParseError] = []

    def refuse(error: ParseError) -> None:
        say(str(error))
        refused.append(error)

    with stdin_as_file(paths) as files:
        if len(files) == 1 and Path(files[0], MANIFEST).is_file():
            return load_dataset(files[0]), {}, []
        dataset = build(files, published=published, gazetteer=gazetteer(), on_refused=refuse)
        documents = {}
        for path in find_documents(files):
            with suppress(ParseError):  # it has been refused, and said so
                document = decode(read_or_refuse(path), label(str(path)))
                documents[document.sha256] = document
    return dataset, documents, refused


def bring_gazetteer(ctx: click.Context, _: object, paths: tuple[str, ...]) -> None:
    """Read the gazetteer that an option names, for :func:`gazetteer`."""
    from sahel_events.registry.geonames import read_gazetteer

    if paths:
        try:
            ctx.meta[_GAZETTEER] = read_gazetteer(paths)
        except ValueError as error:
            raise click.BadParameter(str(error)) from error


def gazetteer() -> Gazetteer | None:
    """The gazetteer that the user brought along, if any."""
    found: Gazetteer | None = click.get_current_context().meta.get(_GAZETTEER)
    return found


def read_bytes(path: str) -> bytes:
    """The bytes of a file, or of standard input for "-"; raises :class:`ParseError` alone.

    Of an input without end no more is read than shows that it is too long.
    """
    from sahel_events.text.document import MAX_BYTES
    from sahel_events.text.files import read_or_refuse

    return sys.stdin.buffer.read(MAX_BYTES + 1) if path == _STDIN else read_or_refuse(path)


def label(path: str) -> str:
    """What a document is called in messages; its stem is the document's id."""
    return "stdin" if path == _STDIN else path


@contextmanager
def stdin_as_file(paths: Iterable[str]) -> Iterator[list[str]]:
    """The paths, with a temporary file that holds standard input in the place of "-"."""
    files = list(paths)
    if _STDIN not in files:
        yield files
        return
    with TemporaryDirectory() as folder:
        file = Path(folder, "stdin.txt")
        file.write_bytes(read_bytes(_STDIN))
        yield [str(file) if path == _STDIN else path for path in files]


def say(message: str) -> None:
    """A message for people, without characters that steer a terminal."""
    from sahel_events.views.terminal import harmless

    click.echo(harmless(message), err=True)


def has_colour(stream: TextIO) -> bool:
    """Whether people who want colours are looking at the stream."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _close_stdout() -> None:
    """Nothing more can be written: let the interpreter's last flush go nowhere."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
