"""Sheets of an Excel workbook (.xlsx), by openpyxl."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from factcheck.errors import BadReference
from factcheck.limits import MERGED_CELLS, overpacked
from factcheck.reference.importers.grid import Grid, make_grid
from factcheck.reference.importers.heading import Record
from factcheck.reference.normalise.values import is_number

DIGITS = 15
"""Significant digits that Excel keeps; more only show how a double is stored (0.1 + 0.2)."""
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+[0-9]+:[A-Z]+[0-9]+)"')
FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")

YEAR = re.compile(r"[12][0-9]{3}")

Place = tuple[int, int]
"""Row and column of a cell, from 1."""


def read_excel(path: Path, work: Path, sheet: str | None) -> Grid:
    """One sheet as a grid. Raises BadReference where it is not clear which one."""
    book = _opened(path, data_only=True)
    try:
        names = [one.title for one in book.worksheets if one.sheet_state == "visible"]
        if sheet not in names and (sheet or len(names) != 1):
            found = f"no sheet {sheet!r}" if sheet else f"{len(names)} sheets"
            wanted = f"one of --sheet {', --sheet '.join(map(repr, names))}"
            raise BadReference([f"{path}: {found}; expected {wanted}."])
        chosen = book[sheet or names[0]]
        rows = _records(chosen, *_hidden(path, chosen))
        return make_grid(f"{path}, sheet {chosen.title!r}", rows, work, "row", local=True)
    finally:
        book.close()


def _opened(path: Path, *, data_only: bool) -> Any:
    import openpyxl

    try:
        _check_size(path)
        return openpyxl.load_workbook(path, read_only=True, data_only=data_only)
    except BadReference:
        raise
    except Exception as error:  # openpyxl and zipfile fail on damage in a dozen ways
        raise BadReference([f"{path}: no Excel workbook ({error}); expected .xlsx."]) from None


def _check_size(path: Path) -> None:
    with ZipFile(path) as book:
        found = overpacked(book.infolist())
    if found:
        raise BadReference([f"{path}: {found}; expected a workbook of figures."])


def _hidden(path: Path, sheet: Any) -> tuple[Mapping[Place, str], Mapping[Place, str]]:
    """What openpyxl does not tell of a sheet that it streams: cells that are merged, with their
    range, and formulas (programs other than Excel store no results)."""
    from openpyxl.utils import range_boundaries

    with ZipFile(path) as archive:
        xml = archive.read(sheet._worksheet_path)
    places: dict[Place, str] = {}
    for found in MERGED.findall(xml):
        left, top, right, bottom = range_boundaries(found.decode())
        if len(places) + (bottom - top + 1) * (right - left + 1) > MERGED_CELLS:
            most = f"at most {MERGED_CELLS} merged cells"
            raise BadReference([f"{path}: {found.decode()} is one cell; expected {most}."])
        cells = ((row, col) for row in range(top, bottom + 1) for col in range(left, right + 1))
        places |= dict.fromkeys(cells, found.decode())
    return places, _formulas(path, sheet.title) if FORMULA.search(xml) else {}


def _formulas(path: Path, sheet: str) -> dict[Place, str]:
    book = _opened(path, data_only=False)
    try:
        rows = enumerate(book[sheet].iter_rows(), 1)
        return {
            (row, col): str(cell.value)
            for row, cells in rows
            for col, cell in enumerate(cells, 1)
            if isinstance(cell.value, str) and cell.value.startswith("=")
        }
    finally:
        book.close()


def _records(
    sheet: Any, merged: Mapping[Place, str], formulas: Mapping[Place, str]
) -> Iterator[Record]:
    """Rows as texts; a formula stands where its result should."""
    sheet.reset_dimensions()  # some programs write a wrong extent
    width = max((col for _, col in merged), default=0)
    said: dict[str, str] = {}
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = [_text(cell) or formulas.get((number, col), "") for col, cell in enumerate(row, 1)]
        width = max(width, len(cells))
        # Cells at the end that were never filled are not in the file.
        cells += [""] * (width - len(cells))
        yield number, _unmerged(number, cells, merged, said) if merged else cells


def _unmerged(
    number: int, cells: list[str], merged: Mapping[Place, str], said: dict[str, str]
) -> list[str]:
    """A merged cell says the same in each of its rows and columns, unless it has its row to itself.

    `said`: range -> text, kept from row to row. A number that is no year would count several
    times: its cell is made one that cannot be read.
    """
    ranges = [merged.get((number, col), "") for col in range(1, len(cells) + 1)]
    alone = len({one or col for col, one in enumerate(ranges) if one or cells[col].strip()}) == 1
    for at, one in enumerate(ranges):
        if not one:
            continue
        if one not in said:
            told = not is_number(cells[at]) or YEAR.fullmatch(cells[at])
            said[one] = cells[at] if told else f"{cells[at]} in {one}"
            cells[at] = said[one]
        elif not alone:
            cells[at] = said[one]
    return cells


def _text(cell: Any) -> str:
    """What the cell says: 0.123 shown as a percentage is 12.3%, a day shown as a month is one.

    A number that is not whole ends in "E0": its point is a decimal point, whatever the marks are in
    numbers that somebody typed as text.
    """
    value, form = cell.value, getattr(cell, "number_format", None) or ""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return _day(value, form)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    number, sign = Decimal(f"{value:.{DIGITS}g}"), "%" if "%" in form else ""
    number = (number * 100 if sign else number).normalize()
    return f"{number:f}" + ("E0" if number % 1 else "") + sign


def _day(value: datetime, form: str) -> str:
    """As much of a day as its format shows: "mmm yyyy" is a month."""
    shown = re.sub(r'\[[^]]*\]|"[^"]*"|\\.', "", form).casefold()
    if "y" not in shown or "d" in shown:
        return value.isoformat()
    return f"{value:%Y-%m}" if "m" in shown else f"{value:%Y}"
