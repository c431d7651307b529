"""`factcheck explain`: the page of a finding code."""

from __future__ import annotations

import difflib

import click

from factcheck.cli.options import complete_codes


@click.command(short_help="Say what a finding code means and how to fix it.")
@click.argument("code", required=False, shell_complete=complete_codes)
def explain(code: str | None) -> None:
    """Say what a finding CODE means, with an example and how to fix it; without CODE, list all."""
    from factcheck.report.codes import CODES
    from factcheck.report.explained import page_text

    if code is None:
        for entry in CODES.values():
            click.echo(f"{entry.code} {entry.name}: {entry.title}")
        return
    names = {entry.name: entry.code for entry in CODES.values()}
    found = CODES.get(code.upper()) or CODES.get(names.get(code.lower(), ""))
    if found is None:
        raise click.UsageError(_unknown(code, [*CODES, *names]))
    click.echo(page_text(found), nl=False)


def _unknown(code: str, known: list[str]) -> str:
    folded = {name.lower(): name for name in known}
    near = difflib.get_close_matches(code.lower(), folded, n=3, cutoff=0.6)
    hint = f"nearest: {', '.join(folded[name] for name in near)}" if near else "see the list with"
    return f"unknown finding code {code!r}; {hint}" + ("." if near else " `factcheck explain`.")
