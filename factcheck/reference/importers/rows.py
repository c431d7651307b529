"""Put the rows of all tables into one relation, still as the publisher spells them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.reference.importers.database import put, scan, text
from factcheck.reference.importers.interface import Intake, Table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

COLUMNS = ("indicator", "entity", "code", "dimension", "period", "unit", "note")


def load_rows(con: DuckDBPyConnection, work: Path, intake: Intake) -> None:
    """Make `raw`: grid (number of the table), line, col (header above the value), value, COLUMNS.

    Also `skipped`: (grid, line, cells) of records with a wrong number of cells. Cells without
    content are NULL; values without content are left out.
    """
    types = ", ".join(f"{name} VARCHAR" for name in ("col", "value", *COLUMNS))
    con.execute(f"CREATE TABLE raw (grid INTEGER, line INTEGER, {types})")
    for number, table in enumerate(intake.tables):
        title = intake.origin.title or table.grid.name
        con.execute(f"INSERT INTO raw {_select(number, table, title)}")
        table.grid.copy.unlink()
    ragged = [(n, *one) for n, t in enumerate(intake.tables) for one in t.grid.ragged]
    put(con, work, "skipped", ("grid", "line", "cells"), ragged)


def _select(number: int, table: Table, title: str) -> str:
    names = [f"c{n}" for n in range(len(table.grid.header))]
    column = dict(zip(table.grid.header, names, strict=True))
    source = scan(table.grid.copy, ("line", *names))
    if table.wide:
        kept = ", ".join(dict.fromkeys(["line", *(column[h] for h in table.roles.values())]))
        wide = ", ".join(column[h] for h in table.wide)
        source = (
            f"(UNPIVOT (SELECT {kept}, {wide} FROM {source}) ON {wide} INTO NAME heading VALUE val)"
        )
        pairs = ", ".join(f"{text(column[h])}: {text(h)}" for h in table.wide)
        header = f"MAP {{{pairs}}}[heading]"
        value = "val"
    else:
        header = text(table.roles["value"])
        value = column[table.roles["value"]]
    cells = [_cell(role, table, column, header, title) for role in COLUMNS]
    return (
        f"SELECT {number}, line::INTEGER, {header}, {value}, {', '.join(cells)} FROM {source}"
        f" WHERE {value} IS NOT NULL"
    )


def _cell(role: str, table: Table, column: dict[str, str], header: str, title: str) -> str:
    if role in table.constants:
        return text(table.constants[role])
    if table.wide and table.wide_role == role:
        return header
    if role in table.roles:
        return f"trim({column[table.roles[role]]})"
    return text(title) if role == "indicator" else "NULL"
