"""`factcheck check`: read, check, print, exit."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli import options

if TYPE_CHECKING:
    from factcheck.checker import Semantic
    from factcheck.model import Report
    from factcheck.report import Renderer

UNREADABLE = 3
"""Exit code where some input could not be read; the rest is reported."""


@click.command(short_help="Check the numbers in articles.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@options.CONFIG
@options.REFERENCE
@options.AS_OF
@options.ARTICLE
@options.FROM_NETWORK
@options.MATCHING
@options.OUTPUT
@options.LIMITS
@options.GATE
@options.WATCH
def check(paths: tuple[str, ...], **chosen: Any) -> int:
    """Check the numbers in articles; with several, also where they differ.

    PATH is a file, a folder, a pattern, or - for standard input; default: this folder.

    Exit: 0 nothing at or above --fail-on, 1 findings at or above it, 2 wrong usage, configuration
    or reference data, 3 some input could not be read (the rest is still reported).
    """
    if chosen["watch"]:
        from factcheck.cli.watch import watch

        return watch(paths or (".",), lambda: _once(paths, **chosen))
    return _once(paths, **chosen)


def _once(paths: Sequence[str], **chosen: Any) -> int:
    from factcheck.cli import gate

    ignores = gate.Ignores.read(**chosen)
    codes = gate.selection(chosen["select"], chosen["ignore"])
    outputs = _outputs(**chosen)
    if not paths and not chosen["url"]:
        paths = (".",)
    report = ignores.honoured(gate.selected(_report(paths, **chosen), codes))
    for one in report.skipped:
        click.echo(f"error: {one.message}", err=True)
    failed = gate.failures(report, codes, chosen["fail_on"])
    stale = report.notices if chosen["fail_on"] == "review" else ()
    if ignores.write(failed):
        failed, stale = [], ()
    _write(outputs, report, **chosen)
    if report.skipped:
        return UNREADABLE
    return int(bool(failed or stale) and not chosen["exit_zero"])


def _report(
    paths: Sequence[str],
    *,
    reference: Sequence[Path],
    as_of: date | None,
    published: date | None,
    outlet: str | None,
    stdin_filename: str | None,
    semantic: Semantic,
    spacy_model: str | None,
    url: Sequence[str],
    **chosen: Any,
) -> Report:
    """Packs are read first: a bad one stops the run before anything is judged."""
    from factcheck.articles import read_articles
    from factcheck.checker import check_documents
    from factcheck.reference.store import load_packs

    packs = load_packs(reference or None, as_of=as_of)
    limits = options.limits(chosen)
    documents, skipped = read_articles(
        paths,
        published=published,
        outlet=outlet,
        stdin_filename=stdin_filename,
        stdin=sys.stdin.buffer,
        limits=limits,
    )
    if url:
        from factcheck.cli.fetch import fetched

        pages, missing = fetched(url, published=published, outlet=outlet)
        documents, skipped = documents + pages, skipped + missing
    return check_documents(
        documents,
        packs,
        semantic=semantic,
        cache=cache(),
        spacy_model=spacy_model,
        limits=limits,
        skipped=skipped,
    )


def cache() -> Path | None:
    """Where sentence vectors of the reference are kept; None where there is no home."""
    from factcheck.match.semantic import cache_folder

    try:
        home = Path.home()
    except RuntimeError:
        home = None
    return cache_folder(os.environ, home)


def _outputs(
    *, output_format: str, output: Path | None, **chosen: Any
) -> list[tuple[Renderer, Path | None]]:
    """Each report to write: how, and to which file, else to standard output."""
    from factcheck.report import renderer

    files = [(name, chosen.get(f"{name}_output")) for name in options.FILE_FORMATS]
    wanted = [(output_format, output), *((name, path) for name, path in files if path)]
    return [(renderer(name), path) for name, path in wanted]


def _write(
    outputs: Sequence[tuple[Renderer, Path | None]],
    report: Report,
    *,
    color: str,
    quiet: int,
    verbose: int,
    **_: Any,
) -> None:
    from factcheck.cli.gate import write
    from factcheck.report import Options

    for render, path in outputs:
        painted = _painted(color, to_file=path is not None)
        silenced = quiet and path is None
        text = render(report, Options(color=painted, verbosity=-quiet if silenced else verbose))
        if path is not None:
            write(path, text)
        elif quiet < 2:
            click.echo(text, nl=False, color=painted)


def _painted(color: str, *, to_file: bool) -> bool:
    if color == "auto":
        terminal = sys.stdout.isatty()
        return terminal and not to_file and not os.environ.get("NO_COLOR")
    return color == "always"
