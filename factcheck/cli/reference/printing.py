"""What the subcommands print alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

import click

SIMILARITY = 0.5
"""Least likeness (difflib ratio, 0 to 1) of an id that is suggested for an unknown one."""


def table(rows: Sequence[Sequence[str]]) -> None:
    """Rows of equal length in columns, the first row as their header."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


def nearest(wanted: str, known: Iterable[str]) -> str:
    """ " Nearest: …." or nothing."""
    close = get_close_matches(wanted, sorted(known), n=3, cutoff=SIMILARITY)
    return f" Nearest: {', '.join(close)}." if close else ""
