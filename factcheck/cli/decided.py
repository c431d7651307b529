"""What people decided, from whatever they have: the log of a review itself, or an export of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa


def read_decided(path: Path | None) -> pa.Table:
    """Return the decisions of a log (what is signed off there), a CSV or a SQLite export.

    Raises `BadSetting` and `BadLog`.
    """
    from factcheck.audit.decisions import decisions_of, read_decisions

    if path is None or not _is_log(path):
        return read_decisions(path)
    from factcheck.review.decisions import Log
    from factcheck.review.export import signed_off

    return decisions_of(str(path), signed_off(Log(path)).rows)


def _is_log(path: Path) -> bool:
    """Whether a file is a database with what reviewers were shown; exports keep none of that."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            found = database.execute("select 1 from sqlite_master where name = 'seen'").fetchone()
    except sqlite3.Error:
        return False
    return found is not None
