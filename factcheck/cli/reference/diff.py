"""`factcheck reference diff`."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from factcheck.cli.options import Day
from factcheck.cli.reference.printing import table
from factcheck.reference.diff import Change, Difference
from factcheck.reference.diff import diff as compare

_FOLDER = click.Path(path_type=Path)
DIFFERENT = 1
"""Exit code where something differs, as that of diff(1)."""


@click.command(short_help="Show what changed from one pack to another.")
@click.argument("old", type=_FOLDER)
@click.argument("new", type=_FOLDER, required=False)
@click.option("--before", type=Day(), metavar="DATE", help="OLD as it was known on that day.")
@click.option("--after", type=Day(), metavar="DATE", help="NEW as it was known on that day.")
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def diff(
    old: Path, new: Path | None, before: date | None, after: date | None, output_format: str
) -> int:
    """Show what changed from the pack OLD to the pack NEW: figures added, removed, revised.

    Without NEW, between two days of one pack. Exit: 0 nothing changed, 1 something did.
    """
    if new is None and before is None:
        raise click.UsageError("one pack only; expected NEW as well, or --before DATE.")
    found = compare(old, new or old, str(before or ""), str(after or ""))
    (_json if output_format == "json" else _text)(found)
    return DIFFERENT if found.changes or found.indicators else 0


def _json(found: Difference) -> None:
    content = {
        "indicators": list(found.indicators),
        "changes": [asdict(one) | {"percent": _percent(one) or None} for one in found.changes],
        "same": found.same,
    }
    click.echo(json.dumps(content, indent=2, ensure_ascii=False))


def _percent(one: Change) -> str:
    return f"{one.percent:+.2f}" if one.percent is not None else ""


def _text(found: Difference) -> None:
    for line in found.indicators:
        click.echo(line)
    if found.changes:
        head = ("", "indicator", "entity", "dimension", "period", "before", "after", "%", "day")
        rows = [
            (c.kind, c.indicator, c.entity, c.dimension, c.period, c.before or "", c.after or "",
             _percent(c), c.published)
            for c in found.changes
        ]  # fmt: skip
        table([head, *rows])
    kinds = [one.kind for one in found.changes]
    counts = ", ".join(f"{kinds.count(kind)} {kind}" for kind in ("added", "removed", "revised"))
    click.echo(f"{counts}, {found.same} the same")
