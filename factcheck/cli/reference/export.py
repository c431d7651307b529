"""`factcheck reference export`."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.reference.export import export_pack


@click.command(short_help="Write a pack as CSV files in one order.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, metavar="DIR",
              help="A folder that does not exist yet.")  # fmt: skip
def export(folder: Path, output: Path) -> None:
    """Write the pack in DIR as a tabular Data Package of CSV files, in one order.

    Two packs with the same content give the same bytes, whatever order they were written in.
    """
    rows = export_pack(folder, output)
    click.echo(f"{output}: {rows:,} observations")
