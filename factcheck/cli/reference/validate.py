"""`factcheck reference validate`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from factcheck.cli.options import Day
from factcheck.errors import BadReference
from factcheck.model import Pack
from factcheck.reference.large.files import count, is_large
from factcheck.reference.package import read_package

LOCK = "reference.lock"
"""Name of the lock file where none is given."""
LISTED = 20
"""Warnings shown without -v."""


@click.command(short_help="Print every problem of packs.")
@click.argument(
    "folders", nargs=-1, required=True, metavar="DIR...", type=click.Path(path_type=Path)
)
@click.option("--frozen", is_flag=True, help="Refuse packs that are not as they were locked.")
@click.option("--lock", type=click.Path(path_type=Path), default=LOCK, show_default=True,
              metavar="FILE", help="The lock file for --frozen.")  # fmt: skip
@click.option("--as-of", type=Day(), metavar="DATE", help="Day on which editions are overdue or "
              "not; default: today.")  # fmt: skip
@click.option("-v", "--verbose", is_flag=True, help="Every warning.")
def validate(
    folders: tuple[Path, ...], frozen: bool, lock: Path, as_of: date | None, verbose: bool
) -> None:
    """Validate the packs in DIR... and print every problem, one per line.

    Warnings, which leave a pack usable: an edition is overdue, a source says too little, two
    publishers differ. Exit: 0 all packs can be used, 2 some cannot (or, with --frozen, have
    changed).
    """
    from factcheck.reference.lock import drift
    from factcheck.reference.trust import warnings

    packs = read_all(folders, tell=True)
    if frozen and (changed := drift(lock, packs)):
        raise BadReference(changed)
    for _, pack in packs:
        lines = warnings(pack, as_of or date.today())
        for line in lines if verbose else lines[:LISTED]:
            click.echo(f"warning: {line}", err=True)
        if len(lines) > LISTED and not verbose:
            click.echo(f"warning: {pack.name}: {len(lines) - LISTED} more; -v lists all", err=True)


def read_all(folders: Sequence[Path], *, tell: bool = False) -> list[tuple[Path, Pack]]:
    """Every pack, validated; `tell`: print which are in order.

    Raises BadReference with the problems of all, after the last one was read.
    """
    problems: list[str] = []
    packs = []
    for folder in folders:
        try:
            pack = read_package(folder)
        except BadReference as error:
            problems += error.problems
            continue
        packs.append((folder, pack))
        if tell:
            rows = count(folder) if is_large(folder) else len(pack.observations)
            size = f"{len(pack.indicators)} indicators, {rows} observations"
            click.echo(f"{folder}: {pack.name} {pack.version}, {size}, valid")
    if problems:
        raise BadReference(problems)
    return packs
