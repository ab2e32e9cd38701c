"""The commands; what they share is in :mod:`sahel_events.console`.

Modules that are slow to import are imported by the commands that need them.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import click

from sahel_events import __version__, console
from sahel_events.errors import ParseError, SahelEventsError
from sahel_events.escaping import json_line
from sahel_events.kinds import Severity

__all__ = ["main"]


def _paths(command: Callable[..., None]) -> Callable[..., None]:
    return click.argument("paths", metavar="PATH…", nargs=-1, required=True)(command)


def _published(command: Callable[..., None]) -> Callable[..., None]:
    return click.option(
        "--published",
        type=click.DateTime(["%Y-%m-%d"]),
        callback=lambda _, __, value: value and value.date().isoformat(),
        help="When the documents were published: what “last Friday” is relative to.",
    )(command)


def _gazetteer(command: Callable[..., None]) -> Callable[..., None]:
    return click.option(
        "--gazetteer",
        metavar="PATH…",
        multiple=True,
        envvar="SAHEL_EVENTS_GAZETTEER",
        type=click.Path(),
        expose_value=False,
        callback=console.bring_gazetteer,
        help="GeoNames extracts of countries (.txt, .txt.gz, .zip), by which places are found.",
    )(command)


@click.group(cls=console.Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sahel-events")
def main() -> None:
    """Read documents about armed conflict as casualty claims that can be traced.

    PATH is a file, a folder of documents, or - for standard input.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _write(value: object) -> None:
    """One line of JSON, as UTF-8 wherever we run."""
    sys.stdout.buffer.write(json_line(value).encode() + b"\n")


@main.command()
@_paths
@click.option("--out", metavar="DIR", required=True, help="The folder of the dataset.")
@_published
@_gazetteer
@click.option("--jobs", type=click.IntRange(min=1), default=1, help="How many processes read.")
@click.option("--strict", is_flag=True, help="Write nothing if a document has an error.")
@click.pass_context
def build(
    ctx: click.Context,
    paths: tuple[str, ...],
    out: str,
    published: str | None,
    jobs: int,
    strict: bool,
) -> None:
    """Read documents into a dataset of Parquet files."""
    from sahel_events.building import build as build_dataset
    from sahel_events.storage import tables
    from sahel_events.views import terminal

    tables.check(Path(out))
    refused: list[ParseError] = []
    progress = terminal.Progress(sys.stderr)

    def refuse(error: ParseError) -> None:
        progress.clear()
        console.say(str(error))
        refused.append(error)

    with console.stdin_as_file(paths) as files:
        try:
            dataset = build_dataset(
                files,
                published=published,
                jobs=jobs,
                strict=strict,
                gazetteer=console.gazetteer(),
                on_progress=progress,
                on_refused=refuse,
            )
        finally:
            progress.clear()
    if not dataset.documents:
        raise SahelEventsError(f"no documents in {', '.join(paths)}")
    dataset.write(out)
    for line in terminal.counts(dataset):
        click.echo(line)
    if refused:
        ctx.exit(console.FAILED)


@main.command()
@_paths
@_published
@_gazetteer
@click.option("--json", "as_json", is_flag=True, help="JSON lines, on a terminal too.")
@click.option("--explain", is_flag=True, help="Each with its sentence and how it was read.")
@click.pass_context
def claims(
    ctx: click.Context,
    paths: tuple[str, ...],
    published: str | None,
    as_json: bool,
    explain: bool,
) -> None:
    """Show the casualty claims, as JSON lines when piped."""
    from sahel_events.lines import claim_lines

    if as_json and explain:
        raise click.UsageError("--json and --explain exclude each other")
    readings = console.Readings(paths, published)
    lines = (line for reading in readings for line in claim_lines(reading))
    if explain:
        _explain(readings)
    elif as_json or not sys.stdout.isatty():
        for line in lines:
            _write(line)
    else:
        from sahel_events.views import terminal

        for row in terminal.claims(lines):
            click.echo(row)
    if readings.refused:
        ctx.exit(console.FAILED)


def _explain(readings: console.Readings) -> None:
    from sahel_events.views import explain

    colour = console.has_colour(sys.stdout)
    for reading in readings:
        for line in explain.explain(reading, colour=colour):
            click.echo(line, color=colour)


@main.command()
@click.argument("file")
def text(file: str) -> None:
    """Print the decoded, repaired text, to which all offsets refer."""
    from sahel_events.text.document import decode

    document = decode(console.read_bytes(file), console.label(file))
    sys.stdout.buffer.write(document.text.encode())


@main.command()
@_paths
@_published
@_gazetteer
@click.pass_context
def check(ctx: click.Context, paths: tuple[str, ...], published: str | None) -> None:
    """List the problems of documents, each with its place."""
    from sahel_events.views import terminal

    readings = console.Readings(paths, published)
    severities: Counter[Severity] = Counter()
    colour = console.has_colour(sys.stdout)
    for reading in readings:
        for problem in reading.problems:
            location = reading.document.locate(problem.start, problem.end)
            click.echo(terminal.problem(problem, location, colour=colour), color=colour)
            severities[problem.severity] += 1
    console.say(
        f"{readings.done} read, {readings.refused} refused: {terminal.severities(severities)}"
    )
    if readings.refused or severities[Severity.ERROR]:
        ctx.exit(console.FAILED)


@main.command()
@_paths
@_published
@_gazetteer
@click.option("--strict", is_flag=True, help="Exit with 1 when a total is not its parts' sum.")
@click.pass_context
def audit(ctx: click.Context, paths: tuple[str, ...], published: str | None, strict: bool) -> None:
    """Query totals that are not the sum of their parts, and claims that contradict each other.

    PATH may be the folder of a dataset, too.
    """
    from sahel_events.reconcile.audit import FindingKind
    from sahel_events.reconcile.audit import audit as query
    from sahel_events.views import findings

    dataset, documents, refused = console.gather(paths, published)
    found = query(dataset)
    colour = console.has_colour(sys.stdout)
    for line in findings.findings(found, dataset.documents, documents, colour=colour):
        click.echo(line, color=colour)
    read = len(dataset.documents)
    console.say(f"{read} document{'' if read == 1 else 's'}: {findings.counted(found)}")
    failed = strict and any(finding.kind is FindingKind.SUM for finding in found)
    if refused or failed:
        ctx.exit(console.FAILED)


@main.command()
@_paths
@_published
@_gazetteer
@click.option(
    "--policy",
    type=click.Choice(["STRICT", "UCDP", "ACLED", "CLAIMANT_AWARE"], case_sensitive=False),
    default="STRICT",
    show_default=True,
    help="What words and hedges are worth, and which figure is the best.",
)
@click.option("--json", "as_json", is_flag=True, help="JSON lines, on a terminal too.")
@click.pass_context
def estimate(
    ctx: click.Context, paths: tuple[str, ...], published: str | None, policy: str, as_json: bool
) -> None:
    """Estimate the losses of each event, side and outcome: low, best, high.

    PATH may be the folder of a dataset, too.
    """
    from sahel_events import values
    from sahel_events.reconcile.estimates import estimate as reconcile
    from sahel_events.views import estimates

    dataset, _, refused = console.gather(paths, published)
    found = reconcile(dataset, getattr(values, policy))
    if as_json or not sys.stdout.isatty():
        for line in estimates.as_lines(found, dataset.engagements):
            _write(line)
    else:
        for row in estimates.as_table(found, dataset.engagements):
            click.echo(row)
    if refused:
        ctx.exit(console.FAILED)


@main.command()
@click.argument("words", metavar="NAME", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="One line of JSON.")
def who(words: tuple[str, ...], as_json: bool) -> None:
    """Show who a party is: its names, period, relations, and the sources.

    NAME is any name, acronym or identifier: "JNIM", "Malian army", "bir-cameroon".
    """
    from sahel_events.views import who as view

    party = view.find(" ".join(words))
    if as_json:
        _write(view.as_json(party))
        return
    for row in view.shown(party):
        click.echo(row)


@main.command()
@click.argument("folder", metavar="DIR")
def verify(folder: str) -> None:
    """Check the checksums, the schema and the references of a dataset."""
    from sahel_events.dataset import check_references, load_dataset

    Path(folder).stat()  # what does not exist cannot be read, and has not failed a check
    dataset = load_dataset(folder)
    click.echo("checksums: every file is as it was written")
    click.echo("schema: every column is as this version describes it")
    faults = check_references(dataset)
    if faults:
        raise SahelEventsError("\n".join(faults))
    click.echo("references: every record that is named is there")
    rows = sum(len(table) for table in dataset.tables().values())
    click.echo(f"{folder}: {rows:,} rows in {len(dataset.tables())} tables, nothing wrong")


@main.command()
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="JSON lines, one for each place.")
def where(name: str, as_json: bool) -> None:
    """Show what the register knows of a place.

    NAME is a name as documents write it ("Bamba, Gao Region"), an id ("ml-gao-region"), or a
    country.
    """
    from sahel_events.registry.countries import country_named
    from sahel_events.registry.locating import locate
    from sahel_events.registry.places import place_with_id, similar_places
    from sahel_events.views import where as view

    known = place_with_id(name)
    found = (known,) if known is not None else locate(name).meant
    country = country_named(name) if not found else None
    if country is not None:
        if as_json:
            _write(view.country_entry(country))
        else:
            click.echo("\n".join(view.country_card(country)))
        return
    if not found:
        similar = "; ".join(map(view.titled, similar_places(name)))
        hint = f"; a similar name: {similar}" if similar else ""
        raise SahelEventsError(f"the register of places does not know “{name}”{hint}")
    if len(found) > 1:
        console.say(f"“{name}” can mean {len(found)} places")
    for place in found:
        if as_json:
            _write(view.entry(place))
        else:
            click.echo("\n".join(view.card(place)))
