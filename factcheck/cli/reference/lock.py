"""`factcheck reference lock`."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.gate import write
from factcheck.cli.reference.validate import LOCK, read_all
from factcheck.reference import lock as locks


@click.command(short_help="Write the hashes of packs to a lock file.")
@click.argument(
    "folders", nargs=-1, required=True, metavar="DIR...", type=click.Path(path_type=Path)
)
@click.option("-o", "--output", type=click.Path(path_type=Path), default=LOCK, show_default=True,
              metavar="FILE", help="The lock file.")  # fmt: skip
def lock(folders: tuple[Path, ...], output: Path) -> None:
    """Write the hashes of the packs in DIR... to a lock file.

    `validate --frozen` then refuses packs of which any byte has changed.
    """
    packs = read_all(folders)
    write(output, locks.locked(packs))
    for folder, pack in packs:
        click.echo(f"{folder}: {pack.name} {pack.version} locked, sha256 {pack.sha256[:12]}…")
