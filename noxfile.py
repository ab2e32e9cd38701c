"""Every check of the project: ``nox`` runs them all, ``nox -s lint`` one of them.

The sessions install what they need with pip and use the network for nothing else.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import nox

nox.options.default_venv_backend = "venv"
nox.options.download_python = "never"
nox.options.error_on_missing_interpreters = False
nox.options.error_on_external_run = True
nox.options.reuse_venv = "yes"

ROOT = Path(__file__).parent
LOWEST = ROOT / "constraints-lowest.txt"
RUNNING = f"{sys.version_info.major}.{sys.version_info.minor}"

#: Interpreters that are not installed are skipped with a notice; the running one always takes part.
PYTHONS = [version for version in ("3.11", "3.12", "3.13") if version != RUNNING] + [RUNNING]


@nox.session
def lint(session: nox.Session) -> None:
    """Style, layout and the order of the layers."""
    session.install(".[lint]")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports")


@nox.session
def types(session: nox.Session) -> None:
    """The package and the typing examples under mypy's strictest rules."""
    session.install(".[types]")
    session.run("mypy")


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation, where every warning is an error."""
    session.install(".[docs]")
    session.run(
        "sphinx-build", "-W", "-n", "--keep-going", "-b", "html", "docs", "docs/_build/html"
    )


@nox.session(reuse_venv=False)
def build(session: nox.Session) -> None:
    """The source archive and the wheel; the wheel is installed and its command started."""
    folder = Path(session.create_tmp()) / "dist"
    for old in folder.glob("*"):
        old.unlink()
    session.install("build")
    session.run("python", "-m", "build", "--outdir", str(folder))
    (wheel,) = folder.glob("*.whl")
    session.install(str(wheel))
    with session.chdir(folder):  # away from the source, so that the installed package is what runs
        session.run("sahel-events", "--version")


@nox.session
def lowest(session: nox.Session) -> None:
    """The tests on the oldest dependencies that the library promises to work with."""
    promised, pinned = _lower_bounds(), _pins()
    if promised != pinned:
        session.error(f"{LOWEST.name} has {pinned}, pyproject.toml promises {promised}")
    session.install(".[test]", "--constraint", str(LOWEST))
    session.run("pytest", *session.posargs)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The tests and every example in the README and the docs, on the installed package."""
    session.install(".[test]")
    session.run("pytest", "--cov", "--cov-report=term-missing", *session.posargs)


@nox.session(default=False)
def fuzz(session: nox.Session) -> None:
    """Mutants of every document and texts from the tables, for ten minutes or as long as told."""
    session.install(".[test]")
    session.run("python", "-m", "tests.fuzzing", *(session.posargs or ["--seconds", "600"]))


@nox.session(default=False)
def audit(session: nox.Session) -> None:
    """Known vulnerabilities of what we depend on; the one session that asks a service."""
    session.install(".", "pip-audit")
    session.run("pip-audit", "--skip-editable", *session.posargs)


@nox.session(default=False)
def sbom(session: nox.Session) -> None:
    """What an installed package consists of, as CycloneDX: ``sbom.json``."""
    session.install("cyclonedx-bom")
    environment = Path(session.create_tmp()) / "installed"
    session.run("python", "-m", "venv", str(environment))
    python = str(environment / ("Scripts" if sys.platform == "win32" else "bin") / "python")
    session.run(python, "-m", "pip", "install", "-q", ".", external=True)
    session.run(
        "cyclonedx-py", "environment", python, "--pyproject", "pyproject.toml",
        "--output-reproducible", "--of", "JSON", "-o", "sbom.json",
    )  # fmt: skip


@nox.session(default=False)
def complete(session: nox.Session) -> None:
    """Whether every public name has a type that a caller's type checker knows."""
    session.install(".", "basedpyright")
    with session.chdir(session.create_tmp()):  # away from the source
        session.run("basedpyright", "--verifytypes", "sahel_events", "--ignoreexternal")


def _lower_bounds() -> dict[str, str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return dict(re.split(">=", requirement) for requirement in project["dependencies"])


def _pins() -> dict[str, str]:
    lines = LOWEST.read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if line and not line.startswith("#"))
