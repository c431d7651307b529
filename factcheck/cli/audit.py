"""`factcheck audit`: many articles; then `audit query`, `audit summary`, `audit schema`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli import options

if TYPE_CHECKING:
    from factcheck.audit.batch import Setup
    from factcheck.audit.engines import Engine

SUMMARIES = ("summary.txt", "summary.json", "summary.html")


class AuditGroup(click.Group):
    """Paths need no command: what is no command's name is audited."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ("-h", "--help")):
            args = ["run", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=AuditGroup,
    subcommand_metavar="PATH... --out DIR | COMMAND",
    short_help="Audit many articles: who claims what, and what is wrong.",
)
def audit() -> None:
    """Audit a corpus: who claims what, what is wrong and why, who repeats it.

    PATH is a folder, a pattern, an article, or a file of many: .jsonl (.gz), .warc (.gz), .parquet.
    A run that was cut off goes on where it was; what is done under the same packs is not done
    again. `factcheck audit run --help` lists the options of a run.
    """


UNREADABLE = 3
"""Exit code where something that was named could not be read; the rest is audited."""

OUT = click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), required=True, metavar="DIR",
    help="Folder of the tables and the summary.",
)  # fmt: skip


def look_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """What a summary is made with and held against."""
    for option in (
        click.option("--error-if", multiple=True, metavar="CONDITION",
                     help="The same, with exit code 1; 'Daily Post: contradicted_rate > 5%' for "
                     "one outlet, 'cause.wrong_period > 10' for a cause."),
        click.option("--warn-if", multiple=True, metavar="CONDITION",
                     help="Warn on a count or rate, such as 'skipped_rate > 1%'; repeatable."),
        click.option("--min-claims", type=click.IntRange(1), metavar="N",
                     help="Checkable claims from which on a rate is told; default: 30."),
        click.option("--review", type=click.Path(path_type=Path, exists=True, dir_okay=False),
                     metavar="FILE", help="Decisions of people: the log of a review, or its CSV or "
                     "SQLite export."),
    ):  # fmt: skip
        command = option(command)
    return command


@audit.command(short_help="Audit articles; write tables and a summary.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@OUT
@options.CONFIG
@options.REFERENCE
@click.option("--published", type=options.Day(), help="Day of publication of all articles.")
@click.option("--outlet", metavar="NAME", help="Outlet of all articles.")
@click.option(
    "--semantic", type=click.Choice(["auto", "always", "never"]), default="never",
    show_default=True,
    help="When to compare wordings by sentence embeddings; tens of times slower.",
)  # fmt: skip
@click.option("--engine", type=click.Choice(["local", "dask"]), default="local", show_default=True)
@click.option("--scheduler", metavar="ADDRESS", help="Of a Dask cluster; default: one made here.")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Processes; default: all cores.")
@click.option("-q", "--quiet", is_flag=True, help="No summary on standard output, no progress.")
@options.LIMITS
@look_options
def run(paths: tuple[str, ...], out: Path, quiet: bool, **chosen: Any) -> int:
    """Audit every article in PATH... and write tables and a summary to DIR.

    Exit: 0, 1 where an --error-if is met, 2 wrong usage, configuration or reference data, 3 a PATH
    could not be read (the rest is audited). Broken records are listed in the table skipped.
    """
    from factcheck.audit.batch import setup
    from factcheck.audit.run import run as run_audit
    from factcheck.cli.progress import Bar

    conditions = _conditions(chosen["warn_if"], chosen["error_if"])
    judging = setup(chosen["reference"], chosen["semantic"], _vectors(), options.limits(chosen))
    engine = _engine(judging, chosen["engine"], chosen["scheduler"], chosen["jobs"] or _cores())
    with Bar(paths, shown=sys.stderr.isatty() and not quiet) as bar:
        try:
            run_audit(
                paths, out, judging, engine,
                published=chosen["published"], outlet=chosen["outlet"], told=bar,
            )  # fmt: skip
        finally:
            engine.close()
    code = _look(out, conditions, chosen["review"], chosen["min_claims"], shown=not quiet)
    unread = _unread(out, paths)
    for message in unread:
        click.echo(f"error: {message}", err=True)
    return UNREADABLE if unread else code


def _unread(out: Path, paths: Sequence[str]) -> list[str]:
    """Why things that were named could not be read; what lies inside them does not count."""
    from factcheck.audit.database import connect

    with connect(out, ["skipped"]) as database:
        rows = database.execute(
            "select message from skipped where list_contains(?, place) order by place",
            [[str(Path(path)) for path in paths] + list(paths)],
        )
        return [message for (message,) in rows.fetchall()]


def _vectors() -> Path | None:
    """Where sentence vectors of the reference are kept; None where there is no home."""
    from factcheck.match.semantic import cache_folder

    try:
        return cache_folder(os.environ, Path.home())
    except RuntimeError:
        return cache_folder(os.environ, None)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _engine(judging: Setup, name: str, scheduler: str | None, jobs: int) -> Engine:
    from factcheck.audit.engines import Dask, Pool

    if scheduler and name != "dask":
        raise click.UsageError("--scheduler needs --engine dask.")
    return Dask(judging, scheduler, jobs) if name == "dask" else Pool(judging, jobs)


def _conditions(warn_if: Sequence[str], error_if: Sequence[str]) -> list[tuple[str, Any]]:
    """Conditions are read before anything is audited: a wrong one costs no hours."""
    from factcheck.audit.thresholds import parse

    stated = (("warning", warn_if), ("error", error_if))
    return [(level, parse(words)) for level, some in stated for words in some]


def _look(
    out: Path,
    conditions: list[tuple[str, Any]],
    review: Path | None,
    least: int | None,
    *,
    shown: bool,
) -> int:
    """Write the summaries, show one, and hold it against the conditions."""
    from factcheck.audit.outlets import LEAST
    from factcheck.audit.page import to_html
    from factcheck.audit.summary import summarise, to_json
    from factcheck.audit.text import to_text
    from factcheck.audit.thresholds import crossed, unknown
    from factcheck.cli.decided import read_decided
    from factcheck.cli.gate import write

    summary = summarise(out, read_decided(review), least or LEAST)
    text = to_text(summary)
    for name, content in zip(SUMMARIES, (text, to_json(summary), to_html(summary)), strict=True):
        write(out / name, content)
    if shown:
        click.echo(text, nl=False)
    for _, condition in conditions:
        if (words := unknown(condition, summary)) is not None:
            click.echo(f"warning: {words}", err=True)
    met = [(level, words) for level, one in conditions if (words := crossed(one, summary))]
    for level, words in met:
        click.echo(f"{level}: {words}", err=True)
    return int(any(level == "error" for level, _ in met))


@audit.command(short_help="Write the summary of a finished audit again.")
@OUT
@look_options
def summary(
    out: Path,
    review: Path | None,
    min_claims: int | None,
    warn_if: Sequence[str],
    error_if: Sequence[str],
) -> int:
    """Write the summary of a finished audit again, with what people decided since."""
    return _look(out, _conditions(warn_if, error_if), review, min_claims, shown=True)


@audit.command(short_help="Ask the tables of a finished audit in SQL.")
@click.argument("sql")
@OUT
@click.option("--output-format", type=click.Choice(["text", "csv", "json"]), default="text",
              show_default=True)  # fmt: skip
def query(sql: str, out: Path, output_format: str) -> None:
    """Ask the tables of a finished audit in SQL: articles, claims, findings, conflicts, skipped."""
    from factcheck.audit.database import ask

    for part in ask(out, sql, output_format):
        click.echo(part, nl=False)


@audit.command()
def schema() -> None:
    """List the tables of an audit with their columns."""
    from factcheck.audit.schema import SCHEMA_VERSION, TABLES

    click.echo(f"schema_version {SCHEMA_VERSION}")
    for name, table in TABLES.items():
        click.echo(f"\n{name}")
        for field in table:
            described = (field.metadata or {}).get(b"description", b"").decode()
            click.echo(f"  {field.name:16} {field.type!s:14.14} {described}")
