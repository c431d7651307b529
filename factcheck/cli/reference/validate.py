"""`factcheck reference validate`."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.errors import BadReference
from factcheck.reference.package import read_package


@click.command()
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
