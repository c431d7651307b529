"""`factcheck reference list`."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.options import REFERENCE
from factcheck.cli.reference.printing import table
from factcheck.reference.store import load_packs


@click.command("list", short_help="List the packs.")
@REFERENCE
def list_packs(reference: tuple[Path, ...]) -> None:
    """List the packs with their size and the start of their SHA-256."""
    known = load_packs(reference or None)
    head = ("pack", "version", "indicators", "observations", "sha256", "title")
    rows = [
        (
            p.name,
            p.version,
            *map(str, known.size(p)),
            p.sha256[:12],
            p.title,
        )
        for p in known.packs
    ]
    table([head, *rows])
