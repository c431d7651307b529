"""`factcheck reference suggest`."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli import options

if TYPE_CHECKING:
    from factcheck.suggest import Suggestion

UNREADABLE = 3
"""Exit code where some article could not be read."""


@click.command(short_help="List what articles say that no indicator covers.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@options.REFERENCE
@click.option("--least", type=click.IntRange(1), default=1, metavar="N", show_default=True,
              help="Only what stands in N claims or more.")  # fmt: skip
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def suggest(
    paths: tuple[str, ...], reference: tuple[Path, ...], least: int, output_format: str
) -> int:
    """List what articles say that no indicator covers, grouped, with the nearest indicators.

    For each group, add its wording to the aliases of an indicator, or rows to a pack.

    Exit: 0, or 3 where some article could not be read.
    """
    from factcheck.articles import read_articles
    from factcheck.checker import Checker
    from factcheck.cli.check import cache
    from factcheck.reference.store import load_packs
    from factcheck.suggest import suggest as group

    documents, skipped = read_articles(paths)
    for unread in skipped:
        click.echo(f"error: {unread.message}", err=True)
    checker = Checker(load_packs(reference or None), cache=cache())
    found = [one for one in group(checker, documents) if one.claims >= least]
    if output_format == "json":
        click.echo(json.dumps([asdict(one) for one in found], indent=2, ensure_ascii=False))
    else:
        for one in found:
            _tell(one)
        click.echo(f"{len(found)} groups, {sum(one.claims for one in found)} claims")
    return UNREADABLE if skipped else 0


def _tell(one: Suggestion) -> None:
    unit = f", {one.unit}" if one.unit and one.unit != one.kind else ""
    click.echo(f"{one.wording or '(no words)'} [{one.kind}{unit}]: {one.claims} claims"
               f" in {one.articles} articles")  # fmt: skip
    for example in one.examples:
        click.echo(f"    {example}")
    for name, title in one.nearest:
        click.echo(f"  nearest: {name}, {title}")
    click.echo()
