"""`factcheck explain`: the page of a finding code."""

from __future__ import annotations

import difflib
import textwrap
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from factcheck.verdict.codes import Code


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say what a finding CODE means, with an example and how to fix it; without CODE, list all."""
    from factcheck.verdict.codes import CODES

    if code is None:
        for entry in CODES.values():
            click.echo(f"{entry.code} {entry.name}: {entry.title}")
        return
    names = {entry.name: entry.code for entry in CODES.values()}
    found = CODES.get(code.upper()) or CODES.get(names.get(code.lower(), ""))
    if found is None:
        raise click.UsageError(_unknown(code, [*CODES, *names]))
    click.echo(_page(found), nl=False)


def _unknown(code: str, known: list[str]) -> str:
    folded = {name.lower(): name for name in known}
    near = difflib.get_close_matches(code.lower(), folded, n=3, cutoff=0.6)
    hint = f"nearest: {', '.join(folded[name] for name in near)}" if near else "see the list with"
    return f"unknown finding code {code!r}; {hint}" + ("." if near else " `factcheck explain`.")


def _page(entry: Code) -> str:
    level = f"{entry.level}, inside quotation marks warning" if entry.level == "error" else None
    sections = (
        ("What it checks", entry.checks),
        ("Why", entry.why),
        ("Example", _example(entry.fires)),
        ("Not an example", _example(entry.silent)),
        ("How to fix", entry.fix),
    )
    lines = [f"{entry.code} {entry.name}: {entry.title}", f"Level: {level or entry.level}"]
    for title, words in sections:
        lines += ["", title]
        for line in words.splitlines():
            lines += textwrap.wrap(line, 88, initial_indent="  ", subsequent_indent="  ")
    return "\n".join(lines) + "\n"


def _example(words: str) -> str:
    """The sentence, and under it in brackets what it is held against."""
    sentence, _, held_against = words.partition(" | ")
    return f"{sentence}\n({held_against})" if held_against else sentence
