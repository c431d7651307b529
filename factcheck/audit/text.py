"""The summary as text: a few tables for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

SHOWN = 12
"""Outlets and errors shown; the page and the tables have all."""


def to_text(summary: dict[str, Any]) -> str:
    """Return the summary for a terminal, with a final newline."""
    return "\n".join(_lines(summary)) + "\n"


def _lines(summary: dict[str, Any]) -> Iterator[str]:
    yield from _counts(summary["counts"])
    yield ""
    yield from _outlets(summary["outlets"], summary["least"])
    if summary["causes"]:
        yield "\nwhy claims are wrong"
        for row in summary["causes"]:
            yield f"{row['contradicted']:8,}  {row['cause'].replace('_', ' ')}"
    if summary["repeated"]:
        yield "\nerrors that were repeated"
        for row in summary["repeated"][:SHOWN]:
            first = row["first"]
            who = f"first {first['outlet'] or first['place']} on {first['published'] or 'no date'}"
            again = f"in {articles(row['articles'])} and {copies(row['copies'])}"
            yield f"  {first['message']}\n    {who}; {again}"
    if summary["conflicts"]:
        yield "\nwhere articles contradict each other"
        for row in summary["conflicts"][:SHOWN]:
            yield f"  {row['message']}; {articles(row['articles'])}"


def _counts(counts: dict[str, Any]) -> Iterator[str]:
    yield (
        f"{articles(counts['articles'])} ({copies(counts['copies'])}, counted once),"
        f" {counts['skipped']:,} skipped, {counts['claims']:,} claims"
    )
    yield (
        f"{counts['checkable']:,} checkable claims: {counts['contradicted']:,} contradicted"
        f" ({percent(counts['contradicted_rate'])}); {counts['unverifiable']:,} not covered,"
        f" {counts['ambiguous']:,} ambiguous, {counts['not_checkable']:,} no statement of fact"
    )
    yield f"{counts['conflicts']:,} conflicts; {counts['explained']:,} differences explained"


def _outlets(rows: Sequence[dict[str, Any]], least: int) -> Iterator[str]:
    head = ("outlet", "articles", "checkable", "wrong", "rate", "95% interval", "confirmed")
    cells = [head, *(_outlet(row, least) for row in rows[:SHOWN])]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        name, *rest = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join([name, *(cell.strip().rjust(len(cell)) for cell in rest)]).rstrip()
    if len(rows) > SHOWN:
        yield f"and {len(rows) - SHOWN} more"


def _outlet(row: dict[str, Any], least: int) -> tuple[str, ...]:
    low, high = percent(row["contradicted_low"]), percent(row["contradicted_high"])
    told = row["contradicted_rate"] is not None
    return (
        row["name"],
        f"{row['articles']:,}",
        f"{row['checkable']:,}",
        f"{row['contradicted']:,}",
        percent(row["contradicted_rate"]) if told else f"n < {least}",
        f"{low} to {high}" if told else "",
        f"{row['confirmed']:,}" if row["confirmed"] or row["rejected"] else "",
    )


def articles(number: int) -> str:
    """Say how many articles: "1 article", "2,981 articles"."""
    return f"{number:,} article{'' if number == 1 else 's'}"


def copies(number: int) -> str:
    """Say how many copies: "1 copy", "274 copies"."""
    return f"{number:,} {'copy' if number == 1 else 'copies'}"


def percent(share: float | None) -> str:
    """Return a share with one decimal: "4.2%"; nothing where there is none."""
    return "" if share is None else f"{100 * share:.1f}%"
