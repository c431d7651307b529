"""`factcheck reference build`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(short_help="Build what large packs are looked up by.")
@click.argument(
    "folders", nargs=-1, required=True, metavar="DIR...", type=click.Path(path_type=Path)
)
def build(folders: tuple[Path, ...]) -> None:
    """Build what large packs in DIR... are looked up by, ahead of the first check.

    The index of figures and names, and the sentence vectors of all names: 20,000 take a minute.
    """
    from factcheck.cli.check import cache
    from factcheck.narrowing import prepare
    from factcheck.reference.store import load_packs

    packs = load_packs(folders)
    prepare(packs, cache())
    for name, archive in packs.archives.items():
        indicators, figures = archive.size
        click.echo(f"{name}: {figures:,} figures of {indicators:,} indicators, ready")
