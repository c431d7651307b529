"""Columns whose headers say several things: an indicator or a group above, a year below."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from factcheck.reference.importers.contents import numeric, reads_as_period, year_of
from factcheck.reference.importers.grid import Grid
from factcheck.reference.importers.interface import Options
from factcheck.reference.normalise.unit_words import read_unit

SHOWN = 6
"""Texts of one level that are shown."""

Heads = dict[str, dict[str, str]]
"""Role -> column -> what its header says of the role."""


def grouped_heads(
    grid: Grid, free: Iterable[str], known: Collection[str], options: Options
) -> tuple[Heads, list[str]]:
    """What the headers of the columns `free` say, and a line on each role.

    `known`: roles that something else has already. The outermost words name the indicator, unless
    that is known; more words are the dimension.
    """
    columns = [one for one in free if len(set(grid.levels.get(one, ()))) > 1]
    columns = [one for one in columns if numeric(grid.column(one), options)]
    heads: Heads = {}
    shown = []
    for depth in range(len(grid.levels[columns[0]]) if columns else 0):
        told = {one: text for one in columns if (text := grid.levels[one][depth])}
        role = _role(list(told.values()), options, {*known, *heads})
        before = heads.get(role, {})
        heads[role] = {h: ", ".join(filter(None, (before.get(h), told.get(h)))) for h in columns}
        texts = list(dict.fromkeys(told.values()))
        more = f" and {len(texts) - SHOWN} more" if len(texts) > SHOWN else ""
        shown.append(f"{role}: in the headers, {', '.join(map(repr, texts[:SHOWN]))}{more}")
    return heads, shown


def _role(texts: list[str], options: Options, known: Collection[str]) -> str:
    if "period" not in known and all(reads_as_period(year_of(one), options) for one in texts):
        return "period"
    if "unit" not in known and all(map(read_unit, texts)):
        return "unit"
    return "dimension" if "indicator" in known else "indicator"
