"""`factcheck schema`: the JSON Schema of the report."""

from __future__ import annotations

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of the report."""
    from factcheck.report.schema import json_schema

    click.echo(json_schema(), nl=False)
