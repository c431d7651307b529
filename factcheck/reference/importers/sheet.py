"""Any table with a header: CSV in whatever dialect, or a sheet of an Excel workbook."""

from __future__ import annotations

from pathlib import Path

from factcheck.reference.importers.columns import find_columns
from factcheck.reference.importers.excel import read_excel
from factcheck.reference.importers.grid import read_csv
from factcheck.reference.importers.interface import Intake, Options, Origin, named, passed_over

NAME = "table (CSV, Excel)"
UNDATED = True
"""Such a file never says on which day its figures were published."""
EXCEL = (".xlsx", ".xlsm")


def recognises(path: Path) -> bool:
    """Whether it is any table, by the suffix of its name."""
    return path.suffix.lower() in (".csv", ".tsv", ".txt", *EXCEL)


def read(path: Path, options: Options, work: Path) -> Intake:
    """Raises BadReference where there is no table; anything else wrong is in `problems`."""
    if path.suffix.lower() in EXCEL:
        grid = read_excel(path, work, options.sheet)
    else:
        grid = read_csv(path, work)
    table, guess = find_columns(grid, options)
    shown = [*guess.shown, *passed_over(table)]
    return Intake([table], origin=Origin(title=named(path)), shown=shown, problems=guess.problems)
