"""The dataset folder: one Parquet file a table, and a manifest that says what must be in them.

Equal tables give equal bytes, in the files and in the manifest. Every byte is covered: the files by
their digests, the manifest by being written in one way only.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import time
from collections.abc import Iterable, Mapping, Set
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sahel_events.errors import DatasetError
from sahel_events.model import TABLES
from sahel_events.storage import folders
from sahel_events.storage.schema import SCHEMA_VERSION, is_other_minor

if TYPE_CHECKING:
    from sahel_events.storage.arrow import ArrowTable

__all__ = ["FILES", "MANIFEST", "check", "read", "write"]

MANIFEST = "manifest.json"
#: The names of the files of a dataset.
FILES = frozenset({MANIFEST, *(f"{table}.parquet" for table in TABLES)})

_KIND = "sahel_events dataset"
_KEYS = ("rows", "sha256")
#: How often a reader that was overtaken by a writer tries again, and how long it waits in between.
_ATTEMPTS, _PAUSE = 20, 0.05


def check(folder: Path) -> None:
    """Raise now, before anything is read, what :func:`write` would raise at once."""
    folders.check(folder, FILES)


def write(folder: Path, tables: Mapping[str, ArrowTable]) -> None:
    """Write all the tables of a dataset, and replace an older one when all are written.

    ``tables`` has the keys of :data:`sahel_events.model.TABLES`. Raises :class:`DatasetError` when
    the folder holds anything but a dataset, :class:`BusyError` when another process is writing it,
    :class:`OSError` when the disk refuses.
    """
    from sahel_events.storage.arrow import to_parquet

    with folders.replacing(folder, FILES) as new:
        entries = {}
        for name, table in tables.items():
            data = to_parquet(table)
            folders.save(new / f"{name}.parquet", data)
            entries[name] = {"rows": table.num_rows, "sha256": hashlib.sha256(data).hexdigest()}
        content = {"kind": _KIND, "schema_version": SCHEMA_VERSION, "tables": entries}
        folders.save(new / MANIFEST, _manifest(content))


def read(folder: Path) -> dict[str, ArrowTable]:
    """All the tables of a dataset, every byte of which is checked.

    The tables come from one and the same write, also while a writer is replacing the folder. Raises
    :class:`DatasetError` when files are missing, damaged, foreign or of another version; files of a
    version with the same first number are read.
    """
    from sahel_events.storage.arrow import from_parquet, to_table

    files = _snapshot(folder)
    version, entries = _entries(folder, files)
    tables = {}
    for name in TABLES:
        if name not in entries:  # an earlier version did not have it
            tables[name] = to_table(name, ())
            continue
        data, entry = files[f"{name}.parquet"], entries[name]
        if hashlib.sha256(data).hexdigest() != entry["sha256"]:
            raise DatasetError(f"{folder / name}.parquet is damaged: its SHA-256 is another")
        tables[name] = from_parquet(name, data, version)
        if tables[name].num_rows != entry["rows"]:
            raise DatasetError(
                f"{folder / name}.parquet: expected {entry['rows']} rows, "
                f"found {tables[name].num_rows}"
            )
    return tables


def _manifest(content: Mapping[str, object]) -> bytes:
    return json.dumps(content, indent=2, sort_keys=True).encode() + b"\n"


def _entries(folder: Path, files: Mapping[str, bytes]) -> tuple[str, dict[str, dict[str, Any]]]:
    """The schema version, and what the manifest says of each table of which there is a file."""
    manifest = files.get(MANIFEST)
    if manifest is None:
        raise DatasetError(f"{folder} is no dataset: it has no {MANIFEST}")
    damaged = DatasetError(f"{folder / MANIFEST} is damaged or no dataset's manifest")
    try:
        content = json.loads(manifest)
        version = content["schema_version"]
        if content["kind"] != _KIND:
            raise damaged
        _refuse_version(folder, version)
        tables = content["tables"].items()
        entries = {name: {key: entry[key] for key in _KEYS} for name, entry in tables}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise damaged from None
    own = {"kind": _KIND, "schema_version": version, "tables": entries}
    whole = version != SCHEMA_VERSION or entries.keys() == TABLES.keys()
    if not whole or manifest != _manifest(own if version == SCHEMA_VERSION else content):
        raise damaged
    _refuse_other_files(folder, {MANIFEST, *(f"{name}.parquet" for name in entries)}, files)
    return version, entries


def _refuse_version(folder: Path, version: object) -> None:
    if version != SCHEMA_VERSION and not is_other_minor(version):
        raise DatasetError(
            f"{folder} is a dataset of schema version {version}; this library reads version "
            f"{SCHEMA_VERSION}: build it again, or use the release that wrote it"
        )


def _refuse_other_files(folder: Path, expected: Set[str], found: Mapping[str, object]) -> None:
    missing, foreign = sorted(expected - found.keys()), sorted(found.keys() - expected)
    if missing:
        raise DatasetError(f"{folder} is incomplete: {', '.join(missing)} missing")
    if foreign:
        raise DatasetError(f"{folder} holds files that are not a dataset's: {', '.join(foreign)}")


def _snapshot(folder: Path) -> dict[str, bytes]:
    """The bytes of all the files, taken while the folder was not replaced; of foreign ones none."""
    for _ in range(_ATTEMPTS):
        places = folders.places(folder)
        before = [_identity(place) for place in places]
        try:
            found = _files(places)
            manifest = _bytes(found[MANIFEST]) if MANIFEST in found else b""
            ours = FILES | _named_in(manifest)
            files = {name: _bytes(path) if name in ours else b"" for name, path in found.items()}
            undisturbed = MANIFEST not in files or files[MANIFEST] == _manifest_in(folder)
        except (FileNotFoundError, KeyError):  # gone since it was listed, unless nothing is there
            undisturbed, files = before == [None], {}
        except NotADirectoryError:
            raise DatasetError(f"{folder} is a file; a dataset is a folder") from None
        if undisturbed and before == [_identity(place) for place in folders.places(folder)]:
            if before == [None]:
                raise DatasetError(f"there is no dataset at {folder}")
            return files
        time.sleep(_PAUSE)
    raise DatasetError(f"{folder} is being replaced again and again: try again later")


def _bytes(path: Path) -> bytes:
    if not stat.S_ISREG(path.stat().st_mode):
        raise DatasetError(f"{path} is no file")  # a pipe would keep us waiting
    return path.read_bytes()


def _named_in(manifest: bytes) -> frozenset[str]:
    """The files that a manifest names, be it of another version or damaged."""
    try:
        return frozenset(f"{name}.parquet" for name in json.loads(manifest)["tables"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return frozenset()


def _files(places: Iterable[Path]) -> dict[str, Path]:
    """The files in the places by name, hidden ones and those of the system aside."""
    return {
        entry.name: place / entry.name
        for place in places
        for entry in os.scandir(place)
        if not entry.name.startswith(".") and entry.name != folders.OF_THE_SYSTEM
    }


def _manifest_in(folder: Path) -> bytes:
    """The manifest as it is now: a writer may have come between, without leaving another trace."""
    return _files(folders.places(folder))[MANIFEST].read_bytes()


def _identity(place: Path) -> tuple[int, int, int] | None:
    """What changes when a folder is replaced or emptied; ``None`` when there is none."""
    try:
        status = place.stat()
    except FileNotFoundError:
        return None
    return status.st_dev, status.st_ino, status.st_mtime_ns
