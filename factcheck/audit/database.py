"""DuckDB over the tables of an audit: out of core, within a stated memory."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.audit.schema import TABLES
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = 600
"""MB that DuckDB may hold for a query of a user."""

COMPARING, PER_MILLION = 300, 60
"""MB that it may hold before it goes to disk while an audit compares articles, no more than the
workers took before; and MB for a million claims, where that is more: not all of a grouping can go
to disk, and 5 million claims went through with 300 MB and not with 150."""


class NoAudit(FactcheckError):
    """A folder holds no finished audit. Exit 2."""

    code = "no-audit"

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder}: no finished audit; expected the --out folder of one. [{self.code}]"
        )


class DamagedAudit(FactcheckError):
    """A table is not the one that the audit wrote. Exit 2."""

    code = "damaged-audit"

    def __init__(self, path: Path, found: str, expected: str) -> None:
        super().__init__(
            f"{path}: SHA-256 is {found}; expected {expected}, as the manifest says. Run the audit"
            f" again: what it knows is not judged anew. [{self.code}]"
        )


class BadQuery(FactcheckError):
    """SQL that DuckDB does not take. Exit 2."""

    code = "bad-query"


def connect(
    folder: Path, names: Iterable[str] = TABLES, *, spill: Path | None = None, memory: int = MEMORY
) -> DuckDBPyConnection:
    """Return a database whose views are the Parquet files of `folder` by name.

    `spill`: where it goes to disk; without one it does not. `memory`: MB. Raises `NoAudit` where a
    file is missing, and `DamagedAudit` where it is not what the manifest of a finished audit says.
    """
    import duckdb

    database = duckdb.connect(config={"memory_limit": f"{memory}MB", "threads": 2})
    database.execute("set preserve_insertion_order = false; set timezone = 'UTC'")
    if spill is not None:
        database.execute(f"set temp_directory = {quoted(spill)}")
    told = _told(folder)
    for name in names:
        path = folder / f"{name}.parquet"
        if not path.is_file():
            raise NoAudit(folder)
        if told and (found := digest(path)) != told[name]:
            raise DamagedAudit(path, found, told[name])
        database.execute(f"create view {name} as from read_parquet({quoted(path)})")
    return database


def memory_for(claims: int) -> int:
    """Return the MB that comparing some claims takes."""
    return max(COMPARING, PER_MILLION * claims // 1_000_000)


def _told(folder: Path) -> dict[str, str]:
    """SHA-256 of each table by its manifest; empty while an audit is under way."""
    try:
        manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
        return {name: table["sha256"] for name, table in manifest["tables"].items()}
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise NoAudit(folder) from None


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def ask(out: Path, sql: str, form: str = "text") -> Iterator[str]:
    """Yield the answer to a query on the tables of `out`, in parts.

    `form`: text (a table, cut to what can be read), csv or json (one object a line). Raises
    `NoAudit` and `BadQuery`.
    """
    import duckdb

    with connect(out) as database:
        try:
            answer = database.sql(sql)
            if answer is None:
                return
            if form == "text":
                yield f"{answer}\n"
                return
            names = answer.columns
            if form == "csv":
                yield _csv([names])
            for batch in answer.to_arrow_reader(5_000):
                rows = batch.to_pylist()
                if form == "csv":
                    yield _csv([[row[name] for name in names] for row in rows])
                else:
                    yield "".join(
                        json.dumps(row, ensure_ascii=False, default=str) + "\n" for row in rows
                    )
        except duckdb.Error as error:
            raise BadQuery(f"{error} [{BadQuery.code}]") from None


def _csv(rows: Iterable[Iterable[object]]) -> str:
    table = io.StringIO()
    csv.writer(table, lineterminator="\n").writerows(rows)
    return table.getvalue()


def quoted(path: Path) -> str:
    """Return a path as an SQL string."""
    return "'" + str(path).replace("'", "''") + "'"
