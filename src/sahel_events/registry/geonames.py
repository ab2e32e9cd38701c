"""A gazetteer that people bring: country extracts of GeoNames, indexed once and kept.

GeoNames offers for each country a file of 19 columns ("ML.txt" in "ML.zip"). Its populated places
and administrative units are indexed by every name into a file in the user's cache folder, which is
named after the checksum of what it was made from, so that it is made once and never stale.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import sqlite3
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from functools import lru_cache
from os import PathLike
from pathlib import Path

from attrs import field, frozen

from sahel_events.registry.places import name_key

__all__ = ["Gazetteer", "Spot", "read_gazetteer"]

#: The form of the index: one that was made in another form is not opened.
_FORM = 1
_COLUMNS = 19
_KEPT = ("P", "A")
_TABLES = """
    CREATE TABLE spots (id INTEGER PRIMARY KEY, name TEXT, latitude REAL, longitude REAL, code TEXT,
        country TEXT, admin1 TEXT, admin2 TEXT, population INTEGER);
    CREATE TABLE names (key TEXT, spot INTEGER, own INTEGER, PRIMARY KEY (key, spot)) WITHOUT ROWID;
"""
_FIND = """
    SELECT spots.*, names.own FROM names JOIN spots ON spots.id = names.spot WHERE names.key = ?
    ORDER BY spots.id
"""


@frozen
class Spot:
    """A place of the gazetteer.

    ``code`` is GeoNames' feature code ("PPL", "PPLA2", "ADM1"), ``country`` its ISO 3166-1 code,
    ``admin1`` and ``admin2`` are the names of the units that it lies in, where known. ``own`` says
    whether it was found by its own name and not by another spelling.
    """

    id: int
    name: str
    latitude: float
    longitude: float
    code: str
    country: str
    admin1: str | None
    admin2: str | None
    population: int
    own: bool = True

    @property
    def is_unit(self) -> bool:
        """Whether it is an administrative unit, and no settlement."""
        return self.code.startswith("ADM")

    @property
    def is_seat(self) -> bool:
        """Whether it is the seat of a unit of the first two levels, or a capital."""
        return self.code in ("PPLC", "PPLA", "PPLA2")


@frozen
class Gazetteer:
    """The places of country extracts, by name. It can be handed to other processes.

    ``checksum`` is the SHA-256 of the files' contents, whatever they are called and however they
    are compressed; ``countries`` the ISO 3166-1 codes of the countries in them.
    """

    checksum: str
    countries: frozenset[str]
    _index: Path = field(repr=False)

    def named(self, name: str) -> tuple[Spot, ...]:
        """Every place with this name, whatever its case, accents, hyphens and apostrophes."""
        return _named(self._index, name_key(name))


def read_gazetteer(paths: str | PathLike[str] | Iterable[str | PathLike[str]]) -> Gazetteer:
    """Read country extracts of GeoNames: .txt, .txt.gz or .zip files, or folders of them.

    They are indexed when they are read for the first time; the index is kept in the cache folder
    (``SAHEL_EVENTS_CACHE``, else ``XDG_CACHE_HOME``, else the system's).

    Raises :class:`OSError` when a file cannot be read, :class:`ValueError` when one is no extract.
    """
    given = [paths] if isinstance(paths, str | PathLike) else list(paths)
    files = list(_files(map(Path, given)))
    contents = sorted(
        {hashlib.sha256(text).hexdigest(): text for text in map(_text, files)}.items()
    )
    if not contents:
        raise ValueError("expected extracts of GeoNames (.txt, .txt.gz or .zip), found no file")
    checksum = hashlib.sha256("".join(digest for digest, _ in contents).encode()).hexdigest()
    index = _cache() / f"gazetteer-{_FORM}-{checksum[:32]}.sqlite"
    if not _is_whole(index):
        _make(index, [text for _, text in contents])
    with _opened(index) as found:
        known = frozenset(iso for (iso,) in found.execute("SELECT DISTINCT country FROM spots"))
    found.close()
    return Gazetteer(checksum, known, index)


@lru_cache(maxsize=16_384)
def _named(index: Path, key: str) -> tuple[Spot, ...]:
    rows = _shared(index).execute(_FIND, (key,)).fetchall() if key else []
    return tuple(Spot(*row) for row in rows)


@lru_cache(maxsize=8)
def _shared(index: Path) -> sqlite3.Connection:
    return _opened(index)


def _opened(index: Path) -> sqlite3.Connection:
    """The index, to be read only and by any thread."""
    return sqlite3.connect(
        f"{index.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )


def _is_whole(index: Path) -> bool:
    """Whether there is an index that was made to its end."""
    if not index.is_file():
        return False
    try:
        found = _opened(index)
        (form,) = found.execute("PRAGMA user_version").fetchone()
        found.close()
    except sqlite3.Error:
        return False
    return bool(form == _FORM)


def _make(index: Path, texts: Iterable[bytes]) -> None:
    """Write the index beside its place and move it there, so that nobody sees half of it."""
    handle, draft = tempfile.mkstemp(dir=index.parent, suffix=".sqlite")
    os.close(handle)
    try:
        made = sqlite3.connect(draft)
        made.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {_TABLES}")
        spots = [spot for text in texts for spot in _spots(text)]
        units = _units(spots)
        made.executemany(
            "INSERT OR IGNORE INTO spots VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (_row(spot, units) for spot in spots),
        )
        made.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", _keys(spots))
        made.execute(f"PRAGMA user_version = {_FORM}")
        made.commit()
        made.close()
        Path(draft).replace(index)
    finally:
        Path(draft).unlink(missing_ok=True)


def _spots(text: bytes) -> Iterator[list[str]]:
    """The rows of places and units, in their columns."""
    for number, line in enumerate(text.decode("utf-8", "replace").splitlines(), 1):
        columns = line.split("\t")
        if len(columns) != _COLUMNS:
            raise ValueError(
                f"expected the {_COLUMNS} columns of a GeoNames extract in line {number}, "
                f"found {len(columns)}"
            )
        if columns[6] in _KEPT:
            yield columns


def _units(spots: Iterable[list[str]]) -> dict[tuple[str, ...], str]:
    """The names of the units of the first two levels by their codes."""
    found = {}
    for columns in spots:
        if columns[7] in ("ADM1", "ADM2"):
            codes = columns[10:11] if columns[7] == "ADM1" else columns[10:12]
            found[(columns[8], *codes)] = columns[1]
    return found


def _row(columns: list[str], units: dict[tuple[str, ...], str]) -> tuple[object, ...]:
    country, admin1, admin2 = columns[8], columns[10], columns[11]
    return (
        int(columns[0]),
        columns[1],
        float(columns[4]),
        float(columns[5]),
        columns[7],
        country,
        units.get((country, admin1)),
        units.get((country, admin1, admin2)) if admin2 else None,
        int(columns[14] or 0),
    )


def _keys(spots: Iterable[list[str]]) -> Iterator[tuple[str, int, int]]:
    """The keys of the names of each place; its own names come first."""
    for columns in spots:
        own = {name_key(columns[1]), name_key(columns[2])}
        others = {name_key(name) for name in columns[3].split(",")} - own
        for key in filter(None, own):
            yield key, int(columns[0]), 1
        for key in filter(None, others):
            yield key, int(columns[0]), 0


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from (p for p in sorted(path.iterdir()) if p.name.endswith(_ENDINGS))
        else:
            yield path


_ENDINGS = (".txt", ".txt.gz", ".zip")


def _text(path: Path) -> bytes:
    """The rows of a file, unpacked; of an archive, its only file that is no readme."""
    try:
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                names = [n for n in archive.namelist() if n.endswith(".txt") and "readme" not in n]
                return b"".join(archive.read(name) for name in sorted(names))
        return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    except (zipfile.BadZipFile, EOFError, gzip.BadGzipFile) as error:
        raise ValueError(f"expected an extract of GeoNames, found {path}: {error}") from error


def _cache() -> Path:
    """The folder for indexes: made if need be, and a temporary one where none can be made."""
    given, shared = os.environ.get("SAHEL_EVENTS_CACHE"), os.environ.get("XDG_CACHE_HOME")
    system = Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")
    folder = Path(given) if given else Path(shared or system) / "sahel-events"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder.resolve()
    except OSError:
        pass
    return Path(tempfile.mkdtemp(prefix="sahel-events-"))
