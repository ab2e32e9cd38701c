"""The public names: all there, documented, and cheap to import."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import sahel_events as se

API = Path(__file__).parent.parent / "docs" / "reference" / "api.md"
SLOW = {"pyarrow", "yaml", "pandas", "polars", "duckdb", "edtf", "click", "cattrs"}


def test_importing_is_cheap() -> None:
    program = f"import sahel_events, sys; print(sorted({SLOW} & sys.modules.keys()))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_reading_needs_no_parquet() -> None:
    program = (
        "import sahel_events as se, sys\n"
        "se.parse('Infobox\\n- Conflict: Clash\\n- Casualties1: 3 killed\\n')\n"
        "print('pyarrow' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


@pytest.mark.parametrize("name", se.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(se, name) is not None
    assert name in dir(se)


@pytest.mark.parametrize("name", se.__all__)
def test_every_public_class_and_function_is_documented(name: str) -> None:
    value = getattr(se, name)
    if inspect.isclass(value) or inspect.isfunction(value):
        assert inspect.getdoc(value)
        assert value.__module__.startswith("sahel_events.")


def test_names_stand_once() -> None:
    assert len(se.__all__) == len(set(se.__all__))


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(AttributeError, match="'sahel_events' has no attribute 'nothing'"):
        se.nothing  # noqa: B018


def test_a_star_import_works() -> None:
    names: dict[str, object] = {}
    exec("from sahel_events import *", names)
    assert set(se.__all__) <= names.keys()
