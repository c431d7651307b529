"""The header of a table: one row, or several with groups above and units below.

Which rows belong to it is settled by what they are for: a name that stands over several columns
needs the row that tells these apart. Nothing else above the table is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.reference.normalise.marks import without_marks
from factcheck.reference.normalise.unit_words import read_unit
from factcheck.reference.normalise.values import is_number

FULL, USUAL = 0.8, 0.75
"""A header fills at least this share (FULL) of as many cells as three quarters of the records
(USUAL) fill at most: titles above it fill fewer; a record with too many cells is no measure."""

Record = tuple[int, list[str]]
"""Line (row in a sheet), counted from 1, and the cells."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Names of the columns, and where the rows below them start."""

    names: list[str]
    """Unique; levels joined by spaces."""
    levels: list[tuple[str, ...]]
    """Of each column, outermost first, all of one length; one level where there are no groups."""
    below: int
    """Position in the preview of the first record below."""

    @property
    def grouped(self) -> bool:
        return any(len(set(some)) > 1 for some in self.levels)


def find_heading(preview: Sequence[Record]) -> Heading | None:
    """The header among the first records (blank ones left out); None where there is no table."""
    top = _top(preview)
    if top is None:
        return None
    rows = [_even(cells, _width(preview[top][1])) for _, cells in preview]
    first, last = _upwards(preview, rows, top), _downwards(preview, rows, top)
    block = [_spread(row) for row in rows[first:last]] + [_plain(rows[last])]
    levels = [_filled(column) for column in zip(*block, strict=True)]
    names = [" ".join(dict.fromkeys(filter(None, column))) for column in levels]
    below = last + 1
    if below < len(rows) and _are_units(rows[below]):
        units = [cell.strip().strip("()[]") for cell in rows[below]]
        both = zip(names, units, strict=True)
        names = [f"{name} ({unit})" if unit else name for name, unit in both]
        if first < last:
            levels = [(*some, unit) for some, unit in zip(levels, units, strict=True)]
        below += 1
    return Heading(_unique(names), levels, below)


def _top(preview: Sequence[Record]) -> int | None:
    """The first record that fills most columns, with more than one text."""
    widths = [sum(1 for cell in cells if cell.strip()) for _, cells in preview]
    if max(widths, default=0) < 2 or len(preview) < 2:
        return None
    least = max(2, sorted(widths)[int(USUAL * (len(widths) - 1))] * FULL)
    several = [len({cell.strip() for cell in cells if cell.strip()}) > 1 for _, cells in preview]
    return next((n for n, width in enumerate(widths) if width >= least and several[n]), None)


def _width(cells: Sequence[str]) -> int:
    """Without nameless columns at the end: a comma too many."""
    return max((n for n, cell in enumerate(cells, 1) if cell.strip()), default=0)


def _even(cells: Sequence[str], width: int) -> list[str]:
    return [*cells[:width], *[""] * (width - len(cells))]


def _upwards(preview: Sequence[Record], rows: Sequence[list[str]], top: int) -> int:
    """The first row of the header: groups stand right above names that recur."""
    first = top
    while first and _recurring([*map(_spread, rows[first:top]), rows[top]]):
        above = {cell.strip() for cell in rows[first - 1] if cell.strip()}
        if len(above) < 2 or preview[first - 1][0] != preview[first][0] - 1:
            break
        first -= 1
    return first


def _downwards(preview: Sequence[Record], rows: Sequence[list[str]], top: int) -> int:
    """The last row of the header: below a name of several columns stands what tells them apart,
    below others nothing, or the same again (a cell that is merged over both)."""
    last = top
    while last + 1 < len(rows) and (recurring := _recurring(rows[top : last + 1])):
        below = rows[last + 1]
        alone = [n for n in range(len(below)) if n not in recurring]
        if not all(below[n].strip() for n in recurring) or any(
            below[n].strip() not in ("", rows[last][n].strip()) for n in alone
        ):
            break
        last += 1
    return last


def _recurring(block: Sequence[list[str]]) -> list[int]:
    """Columns that share their names, in all rows, with another one."""
    names = list(zip(*([cell.strip() for cell in row] for row in block), strict=True))
    return [n for n, name in enumerate(names) if any(name) and names.count(name) > 1]


def _spread(row: Sequence[str]) -> list[str]:
    """A group stands in its first column only, where cells are not merged."""
    texts, last = [], ""
    for cell in row:
        last = without_marks(" ".join(cell.split())) or last
        texts.append(last)
    return texts


def _plain(row: Sequence[str]) -> list[str]:
    return [without_marks(" ".join(cell.split())) for cell in row]


def _filled(column: tuple[str, ...]) -> tuple[str, ...]:
    """A column without a text in the last row has that of the row above."""
    return column if column[-1] or len(column) == 1 else (*column[:-1], column[-2])


def _are_units(row: Sequence[str]) -> bool:
    """Whether each filled cell names a unit: the row between the header and the figures."""
    told = [cell.strip() for cell in row if cell.strip()]
    return bool(told) and not any(map(is_number, told)) and all(map(read_unit, told))


def _unique(names: Sequence[str]) -> list[str]:
    seen: dict[str, int] = {}
    made = []
    for n, found in enumerate(names, 1):
        name = found or f"column {n}"
        seen[name] = seen.get(name, 0) + 1
        made.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return made
