"""Validate the observations of a large pack by SQL, with the rules of `cells` and `links`.

Each distinct text of a column is looked at once, in Python; only bad ones are searched for in the
rows. Values are matched in SQL, keys compared by their hash first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from typing import TYPE_CHECKING

from factcheck.reference.cells import COLUMNS, KEYS, NUMBER, is_date
from factcheck.reference.database import text, workshop
from factcheck.reference.large.files import observations_file, scan
from factcheck.reference.links import FOREIGN_KEYS
from factcheck.reference.tables import Reader

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ROWS = "observations.csv"
MOST = 1000
"""Problems of one kind that are listed; a file of nonsense has millions."""


def check_observations(reader: Reader, known: Mapping[str, Set[str]]) -> int:
    """Note everything wrong with the observations; returns how many rows there are.

    `known`: column -> what the file that lists it has; left out where that file is unreadable.
    """
    import duckdb

    folder = reader.folder
    try:
        with workshop(None) as (con, _):
            con.execute("SET preserve_insertion_order=true")
            con.execute(f"CREATE VIEW observations AS SELECT * FROM {scan(folder)}")
            return Checks(con, reader).run(known)
    except duckdb.Error as error:
        found = str(error).splitlines()[0]
        reader.wrong(
            observations_file(folder), None, f"cannot be read ({found})", "rows of text columns"
        )
        return 0


class Checks:
    """One validation."""

    def __init__(self, con: DuckDBPyConnection, reader: Reader) -> None:
        self.con = con
        self.reader = reader
        self.name = observations_file(reader.folder)

    def run(self, known: Mapping[str, Set[str]]) -> int:
        if not self._has_columns():
            return 0
        for column in COLUMNS[ROWS]:
            if column.name not in ("dimension", "value", "edition", "note"):
                listed = known.get(column.name)
                allows = column.allows if listed is None else listed.__contains__
                file = FOREIGN_KEYS.get(column.name)
                self._column(
                    column.name, allows, f"one that {file} lists" if file else column.wanted
                )
        self._values()
        self._keys()
        [(count,)] = self.con.execute("SELECT count(*) FROM observations").fetchall()
        return int(count)

    def _has_columns(self) -> bool:
        have = {row[0] for row in self.con.execute("DESCRIBE observations").fetchall()}
        lacking = [c.name for c in COLUMNS[ROWS] if c.name not in have]
        for column in lacking:
            wanted = "the columns " + ", ".join(c.name for c in COLUMNS[ROWS])
            self.reader.wrong(self.name, 1, f"column {column!r} is missing", wanted)
        return not lacking

    def _column(self, column: str, allows: Callable[[str], object], wanted: str) -> None:
        query = f"SELECT DISTINCT coalesce({column}, '') FROM observations"
        bad = [one for (one,) in self.con.execute(query).fetchall() if not allows(str(one))]
        if bad:
            listed = ", ".join(map(text, map(str, bad)))
            self._list(column, f"coalesce({column}, '') IN ({listed})", lambda row: wanted)

    def _values(self) -> None:
        """A number in plain decimals, a day where the unit is date; empty where none is given."""
        number = text(f"^({NUMBER.pattern})$")
        bad = f"unit <> 'date' AND value <> '' AND NOT regexp_matches(value, {number})"
        self._list("value", bad, lambda unit: f"a number in {unit}")
        days = "SELECT DISTINCT value FROM observations WHERE unit = 'date' AND value <> ''"
        wrong = [one for (one,) in self.con.execute(days).fetchall() if not is_date(one)]
        if wrong:
            listed = ", ".join(map(text, wrong))
            self._list(
                "value",
                f"unit = 'date' AND value IN ({listed})",
                lambda unit: "a day such as 2026-04-13",
            )

    def _list(self, column: str, where: str, wanted: Callable[[str], str]) -> None:
        rows = self.con.execute(
            f"SELECT line, coalesce({column}, ''), unit FROM observations WHERE {where}"
            f" ORDER BY line LIMIT {MOST}"
        ).fetchall()
        for line, found, unit in rows:
            self.reader.wrong_cell(self.name, line, column, found, wanted(unit))

    def _keys(self) -> None:
        columns = ", ".join(KEYS[ROWS])
        self.con.execute(
            f"CREATE TABLE twice AS SELECT hash({columns}) AS k FROM observations"
            " GROUP BY k HAVING count(*) > 1"
        )
        rows = self.con.execute(f"""
            SELECT line, first FROM (SELECT line, min(line) OVER (PARTITION BY {columns}) AS first
                FROM observations WHERE hash({columns}) IN (FROM twice))
            WHERE line <> first ORDER BY line LIMIT {MOST}""").fetchall()
        for line, first in rows:
            found = f"repeats line {first} in {columns}"
            self.reader.wrong(self.name, line, found, "every key once")
