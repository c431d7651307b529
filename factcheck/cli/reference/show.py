"""`factcheck reference show`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from factcheck.cli.options import AS_OF, REFERENCE
from factcheck.cli.reference.printing import nearest, table
from factcheck.model import Indicator, Observation
from factcheck.reference.store import Reference, load_packs


@click.command(short_help="Show an indicator with its rows and their sources.")
@click.argument("indicator")
@click.option("--entity", metavar="NAME", help="Only the rows of this country, company, model ….")
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@REFERENCE
@AS_OF
def show(
    indicator: str,
    entity: str | None,
    output_format: str,
    reference: tuple[Path, ...],
    as_of: date | None,
) -> None:
    """Show an INDICATOR: what it measures, its rows with all vintages, and their sources.

    With --as-of, only what was known on that day: of each figure the last row is the one that
    counted then.
    """
    known = load_packs(reference or None, as_of=as_of).narrowed([indicator])
    if indicator not in known.indicators:
        raise click.UsageError(
            f"unknown indicator {indicator!r}.{nearest(indicator, known.indicators)}"
        )
    rows = known.rows(indicator) if entity is None else _rows_of(known, indicator, entity)
    write = _show_json if output_format == "json" else _show_text
    write(known, known.indicators[indicator], rows)


def _rows_of(known: Reference, indicator: str, entity: str) -> tuple[Observation, ...]:
    rows = known.rows_of(indicator, known.lexicon.get(entity, entity))
    if not rows:
        having = ", ".join(dict.fromkeys(row.entity for row in known.rows(indicator)))
        raise click.UsageError(f"{indicator} has no rows for {entity!r}; it has {having}.")
    return rows


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
    table([head, *(tuple(str(getattr(row, column)) for column in head) for row in rows)])
    click.echo()
    for source in sorted({row.source for row in rows}):
        click.echo(f"{source}: {known.sources[source].title} {known.sources[source].url}".rstrip())
