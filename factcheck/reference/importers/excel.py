"""Sheets of an Excel workbook (.xlsx), by openpyxl."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from factcheck.errors import BadReference
from factcheck.reference.importers.grid import Grid, Record, make_grid

DIGITS = 15
"""Significant digits that Excel keeps; more only show how a double is stored (0.1 + 0.2)."""


def read_excel(path: Path, work: Path, sheet: str | None) -> Grid:
    """One sheet as a grid. Raises BadReference where it is not clear which one."""
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, OSError, ValueError) as error:
        raise BadReference([f"{path}: no Excel workbook ({error}); expected .xlsx."]) from None
    try:
        names = [one.title for one in book.worksheets if one.sheet_state == "visible"]
        if sheet not in names and (sheet or len(names) != 1):
            found = f"no sheet {sheet!r}" if sheet else f"{len(names)} sheets"
            wanted = f"one of --sheet {', --sheet '.join(map(repr, names))}"
            raise BadReference([f"{path}: {found}; expected {wanted}."])
        chosen = sheet or names[0]
        return make_grid(f"{path}, sheet {chosen!r}", _records(book[chosen]), work, "row")
    finally:
        book.close()


def _records(sheet: Any) -> Iterator[Record]:
    sheet.reset_dimensions()  # some programs write a wrong extent
    width = 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = [_text(cell) for cell in row]
        width = max(width, len(cells))
        # Cells at the end that were never filled are not in the file.
        yield number, cells + [""] * (width - len(cells))


def _text(cell: Any) -> str:
    """What the cell says: 0.123 shown as a percentage is 12.3%."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    number = Decimal(f"{value:.{DIGITS}g}")
    if "%" in (cell.number_format or ""):
        return f"{(number * 100).normalize():f}%"
    return f"{number.normalize():f}"
