"""What people decided on findings: the review log's export, or any CSV with the same columns."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pyarrow as pa

from factcheck.errors import BadSetting
from factcheck.model import Status

SCHEMA = pa.schema([("finding", pa.string()), ("status", pa.string()), ("reviewer", pa.string())])
"""`status`: the verdict that the person arrived at, null where it is the machine's."""

NEEDED = ("finding", "decision")
DECISIONS = ("confirmed", "overridden")
OTHERWISE = "overridden"
"""Status of a finding that was overridden by nothing in particular: no error."""


def read_decisions(path: Path | None) -> pa.Table:
    """Return one row of `SCHEMA` for each finding decided on, the last decision of each.

    A decision holds for every article with that sentence and number, as the fingerprint says.

    `path`: a CSV or SQLite file (table `finding`) with the columns finding, decision ("confirmed"
    or "overridden") and, where known, status, cause and reviewer. None: no decisions. Raises
    `BadSetting` naming file and line.
    """
    if path is None:
        return SCHEMA.empty_table()
    return decisions_of(str(path), _rows(path))


def decisions_of(name: str, rows: Sequence[Mapping[str, str | None]]) -> pa.Table:
    """The same of rows that are read already; `name` says in errors where they are from."""
    checked = (_checked(f"{name}:{number}", row) for number, row in enumerate(rows, 2))
    return pa.Table.from_pylist(list({row["finding"]: row for row in checked}.values()), SCHEMA)


def _rows(path: Path) -> list[Mapping[str, str | None]]:
    try:
        with path.open("rb") as file:
            sqlite = file.read(16) == b"SQLite format 3\0"
        return _of_sqlite(path) if sqlite else _of_csv(path)
    except (OSError, UnicodeDecodeError, csv.Error, sqlite3.Error) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise BadSetting(
            f"{path}: {reason}; expected the CSV or SQLite export of a review. [bad-setting]"
        ) from None


def _of_csv(path: Path) -> list[Mapping[str, str | None]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        _columns(path, reader.fieldnames or ())
        return list(reader)


def _of_sqlite(path: Path) -> list[Mapping[str, str | None]]:
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        found = database.execute("select * from finding")
        names = [column[0] for column in found.description]
        _columns(path, names)
        return [dict(zip(names, row, strict=True)) for row in found]
    finally:
        database.close()


def _columns(path: Path, names: Iterable[str]) -> None:
    if missing := [name for name in NEEDED if name not in names]:
        raise BadSetting(
            f"{path}: no column {' and none '.join(map(repr, missing))}; expected finding, decision"
            " and, where known, status, cause, reviewer. [bad-setting]"
        )


def _checked(place: str, row: Mapping[str, str | None]) -> dict[str, str | None]:
    decision = row["decision"]
    if decision not in DECISIONS:
        wanted = " or ".join(DECISIONS)
        raise BadSetting(f"{place}: decision is {decision!r}; expected {wanted}. [bad-setting]")
    status = row.get("status") or None
    if status is None and decision == "overridden":
        status = Status.CONTRADICTED.value if row.get("cause") else OTHERWISE
    return {"finding": row["finding"], "status": status, "reviewer": row.get("reviewer")}
