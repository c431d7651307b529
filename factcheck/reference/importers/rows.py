"""Put the rows of all tables into one relation, still as the publisher spells them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import BadReference
from factcheck.reference.database import put, scan, text
from factcheck.reference.importers.interface import Intake, Table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

COLUMNS = ("indicator", "entity", "code", "dimension", "period", "unit", "note")


def load_rows(con: DuckDBPyConnection, work: Path, intake: Intake) -> None:
    """Make the view `raw`: grid (number of the table), line, col (header above the value), value,
    COLUMNS.

    Also `skipped`: (grid, line, cells) of records with a wrong number of cells. Cells without
    content are NULL; values without content are left out. A view, because a wide table unfolds to
    fifty times its rows, which costs less to do again than to store.
    """
    selects = []
    for number, table in enumerate(intake.tables):
        names = [f"c{n}" for n in range(len(table.grid.header))]
        con.execute(
            f"CREATE TABLE grid{number} AS SELECT line::INTEGER AS line, * EXCLUDE line"
            f" FROM {scan(table.grid.copy, ('line', *names))}"
        )
        table.grid.copy.unlink()
        selects.append(_select(number, table, intake.origin.title or table.grid.name))
    con.execute(f"CREATE VIEW raw AS {' UNION ALL '.join(selects)}")
    ragged = [(n, *one) for n, t in enumerate(intake.tables) for one in t.grid.ragged]
    put(con, work, "skipped", ("grid", "line", "cells"), ragged)


def _select(number: int, table: Table, title: str) -> str:
    column = {header: f"c{n}" for n, header in enumerate(table.grid.header)}
    if lacking := [header for header in table.roles.values() if header not in column]:
        told, found = (", ".join(map(repr, some)) for some in (lacking, column))
        raise BadReference([f"{table.grid.name}: no column {told}; expected it among {found}."])
    kept = dict.fromkeys(column[header] for header in table.roles.values())
    source = f"grid{number}"
    if table.wide:
        wide = ", ".join(f"{column[h]} AS {_quoted(h)}" for h in table.wide)
        cells = f"SELECT {', '.join(['line', *kept])}, {wide} FROM {source}"
        on = ", ".join(map(_quoted, table.wide))
        source = f"(UNPIVOT ({cells}) ON {on} INTO NAME heading VALUE val)"
        header, value = "heading", "val"
    else:
        header, value = text(table.roles["value"]), column[table.roles["value"]]
    named = [(role, _cell(role, table, column, header, title)) for role in COLUMNS]
    columns = ", ".join(f"{cell} AS {role}" for role, cell in named)
    return (
        f"SELECT {number} AS grid, line, {header} AS col, {value} AS value, {columns}"
        f" FROM {source} WHERE {value} IS NOT NULL"
    )


def _quoted(name: str) -> str:
    """An SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def _cell(role: str, table: Table, column: dict[str, str], header: str, title: str) -> str:
    if role in table.constants:
        return text(table.constants[role])
    if role in table.heads:
        told = " ".join(f"WHEN {text(h)} THEN {text(t)}" for h, t in table.heads[role].items())
        return f"CASE {header} {told} END"
    if table.wide and table.wide_role == role:
        return header
    if role in table.roles:
        return f"trim({column[table.roles[role]]})"
    return text(title) if role == "indicator" else "NULL::VARCHAR"
