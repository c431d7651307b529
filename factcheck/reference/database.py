"""The working database of an import or of a large pack: DuckDB, opened with what it may use."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duckdb import DuckDBPyConnection

MEMORY = "1500MB"
"""What DuckDB may take before it spills to disk; 25 million rows stay below 3 GB in all."""


def text(value: str) -> str:
    """An SQL string literal."""
    return "'" + value.replace("'", "''") + "'"


@contextmanager
def workshop(beside: Path | None = None) -> Iterator[tuple[DuckDBPyConnection, Path]]:
    """A database and a folder that vanish afterwards; `beside` says on which disk."""
    import duckdb

    with (
        tempfile.TemporaryDirectory(prefix=".factcheck-", dir=beside) as name,
        placed(Path(name).parent),
    ):
        work = Path(name)
        con = duckdb.connect(str(work / "work.duckdb"))
        try:
            con.execute(f"SET memory_limit='{MEMORY}'; SET temp_directory={text(name)}")
            con.execute("SET enable_progress_bar=false; SET preserve_insertion_order=false")
            yield con, work
        finally:
            con.close()


def put(
    con: DuckDBPyConnection, work: Path, table: str, columns: Sequence[str], rows: Iterable[Any]
) -> None:
    """Make a table of text columns from Python rows: by a file, which is a thousand times faster
    than statement by statement. None is NULL, and so is an empty text."""
    copy = work / f"{table}.csv"
    with copy.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(rows)
    con.execute(f"CREATE OR REPLACE TABLE {table} AS SELECT * FROM {scan(copy, columns)}")
    copy.unlink()


def scan(path: Path, columns: Sequence[str]) -> str:
    """SQL that reads a CSV file written by Python's csv module, every column as text."""
    types = ", ".join(f"{text(column)}: 'VARCHAR'" for column in columns)
    return (
        f"read_csv({text(str(path))}, auto_detect=false, header=false, delim=',', quote='\"', "
        f"escape='\"', new_line='\\n', max_line_size=16777216, columns={{{types}}})"
    )
