"""`factcheck reference`: which figures there are to check against."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from difflib import get_close_matches
from pathlib import Path

import click

from factcheck.cli.options import REFERENCE
from factcheck.errors import BadReference
from factcheck.model import Indicator, Observation
from factcheck.reference.package import read_package
from factcheck.reference.store import Reference, load_packs

SIMILARITY = 0.5
"""Least likeness (difflib ratio, 0 to 1) of an id that is suggested for an unknown one."""


@click.group()
def reference() -> None:
    """Show and validate reference packs."""


@reference.command("list")
@REFERENCE
def list_command(reference: tuple[Path, ...]) -> None:
    """List the packs with their size and the start of their SHA-256."""
    head = ("pack", "version", "indicators", "observations", "sha256", "title")
    rows = [
        (
            p.name,
            p.version,
            str(len(p.indicators)),
            str(len(p.observations)),
            p.sha256[:12],
            p.title,
        )
        for p in load_packs(reference or None).packs
    ]
    _table([head, *rows])


@reference.command()
@click.argument("indicator")
@click.option("--entity", metavar="NAME", help="Only the rows of this country, company, model ….")
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@REFERENCE
def show(
    indicator: str, entity: str | None, output_format: str, reference: tuple[Path, ...]
) -> None:
    """Show an INDICATOR: what it measures, its rows with all vintages, and their sources."""
    known = load_packs(reference or None)
    if indicator not in known.indicators:
        raise click.UsageError(
            f"unknown indicator {indicator!r}.{_nearest(indicator, known.indicators)}"
        )
    rows = known.rows(indicator) if entity is None else _rows_of(known, indicator, entity)
    write = _show_json if output_format == "json" else _show_text
    write(known, known.indicators[indicator], rows)


@reference.command()
@click.argument(
    "folders", nargs=-1, required=True, metavar="DIR...", type=click.Path(path_type=Path)
)
def validate(folders: tuple[Path, ...]) -> None:
    """Validate the packs in DIR... and print every problem, one per line.

    Exit: 0 all packs can be used, 2 some cannot.
    """
    problems: list[str] = []
    for folder in folders:
        try:
            pack = read_package(folder)
        except BadReference as error:
            problems += error.problems
        else:
            size = f"{len(pack.indicators)} indicators, {len(pack.observations)} observations"
            click.echo(f"{folder}: {pack.name} {pack.version}, {size}, valid")
    if problems:
        raise BadReference(problems)


def _rows_of(known: Reference, indicator: str, entity: str) -> tuple[Observation, ...]:
    rows = known.rows_of(indicator, known.lexicon.get(entity, entity))
    if not rows:
        having = ", ".join(dict.fromkeys(row.entity for row in known.rows(indicator)))
        raise click.UsageError(f"{indicator} has no rows for {entity!r}; it has {having}.")
    return rows


def _nearest(wanted: str, known: Iterable[str]) -> str:
    close = get_close_matches(wanted, sorted(known), n=3, cutoff=SIMILARITY)
    return f" Nearest: {', '.join(close)}." if close else ""


def _show_json(known: Reference, indicator: Indicator, rows: Sequence[Observation]) -> None:
    sources = sorted({row.source for row in rows})
    content = {
        "indicator": asdict(indicator),
        "observations": [asdict(row) for row in rows],
        "sources": [asdict(known.sources[source]) for source in sources],
    }
    click.echo(json.dumps(content, indent=2, ensure_ascii=False, default=str))


def _show_text(known: Reference, indicator: Indicator, rows: Sequence[Observation]) -> None:
    click.echo(f"{indicator.name} [{indicator.id}, {indicator.unit}, pack {indicator.pack}]")
    click.echo(indicator.definition)
    if indicator.aliases:
        click.echo(f"In the press: {'; '.join(indicator.aliases)}")
    if indicator.confusions:
        click.echo(f"Confusions: {indicator.confusions}")
    click.echo()
    head = ("entity", "dimension", "period", "value", "unit", "edition", "published", "source")
    _table([head, *(tuple(str(getattr(row, column)) for column in head) for row in rows)])
    click.echo()
    for source in sorted({row.source for row in rows}):
        click.echo(f"{source}: {known.sources[source].title} {known.sources[source].url}".rstrip())


def _table(rows: Sequence[Sequence[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())
