"""Write a pack: the small tables by Python, the observations by DuckDB, then put it in place."""

from __future__ import annotations

import csv
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.model import Entity, Indicator, Source
from factcheck.reference.cells import COLUMNS, KEYS, OPTIONAL
from factcheck.reference.descriptor import descriptor
from factcheck.reference.large.files import CSV, PARQUET, scan
from factcheck.reference.pack import DESCRIPTOR

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LARGE = 250_000
"""Rows from which a new pack keeps its observations in Parquet: as CSV, that many take 2 s to read
at every start."""
ORDER = ", ".join(f"{column} NULLS FIRST" for column in KEYS[CSV])
ROWS = tuple(column.name for column in COLUMNS[CSV])


@dataclass(frozen=True, slots=True)
class Contents:
    """A pack but for its observations."""

    head: Mapping[str, Any]
    """What `datapackage.json` holds beside its resources: name, version, title …"""
    indicators: Sequence[Indicator]
    entities: Sequence[Entity]
    sources: Sequence[Source]


def write_contents(folder: Path, contents: Contents, observations: str) -> None:
    """Write everything but the observations, which stand in the file `observations`."""
    extra = ("expected",) if any(one.expected for one in contents.sources) else ()
    text = descriptor(contents.head, observations, {"sources.csv": extra})
    (folder / DESCRIPTOR).write_text(text, "utf-8")
    _write(folder, "indicators.csv", map(_indicator, contents.indicators))
    _write(folder, "entities.csv", map(_entity, contents.entities))
    _write(folder, "sources.csv", map(_source, contents.sources), extra)


def _write(
    folder: Path, name: str, rows: Iterable[Sequence[str]], extra: Sequence[str] = ()
) -> None:
    columns = [c.name for c in COLUMNS[name]]
    columns += [c.name for c in OPTIONAL.get(name, ()) if c.name in extra]
    with (folder / name).open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(row[: len(columns)] for row in rows)


def _indicator(one: Indicator) -> tuple[str, ...]:
    aliases = "|".join(one.aliases)
    return one.id, one.name, one.definition, one.unit, one.topic, aliases, one.confusions


def _entity(one: Entity) -> tuple[str, ...]:
    return one.name, one.type, "|".join(one.aliases), one.iso3 or ""


def _source(one: Source) -> tuple[str, ...]:
    return (one.id, one.title, one.publisher, one.url, one.quality, one.retrieved, one.licence,
            one.sha256, one.expected)  # fmt: skip


def write_rows(con: DuckDBPyConnection, relation: str, path: Path) -> None:
    """Write the rows of `relation` in the order of their key, as CSV or Parquet by the name."""
    columns = ", ".join(f"nullif({name}::VARCHAR, '') AS {name}" for name in ROWS)
    # Sorted as they are: enumerations of an import sort as numbers.
    ordered = f"(SELECT * FROM {relation} ORDER BY {ORDER})"
    form = "FORMAT csv, HEADER" if path.suffix == ".csv" else (
        "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880"
    )  # fmt: skip
    con.execute("SET preserve_insertion_order=true")
    where = "'" + str(path).replace("'", "''") + "'"
    con.execute(f"COPY (SELECT {columns} FROM {ordered}) TO {where} ({form})")
    con.execute("SET preserve_insertion_order=false")


def load_old(con: DuckDBPyConnection, folder: Path, name: str = "old_rows") -> None:
    """Make a table of the observations of a pack, every column as text, none NULL."""
    columns = ", ".join(f"coalesce({one}::VARCHAR, '') AS {one}" for one in ROWS)
    con.execute(f"CREATE TABLE {name} AS SELECT {columns} FROM {scan(folder)}")


def put_in_place(folder: Path, fill: Callable[[Path], None]) -> None:
    """Let `fill` make the pack in a folder beside, then exchange: all of it, or nothing.

    Files of the old pack that `fill` does not write (a README) are kept.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".factcheck-", dir=folder.parent) as name:
        made, old = Path(name) / folder.name, Path(name) / "old"
        made.mkdir()
        fill(made)
        if folder.is_dir():
            _keep_others(folder, made)
            folder.rename(old)
        made.rename(folder)
        shutil.rmtree(old, ignore_errors=True)


def _keep_others(folder: Path, made: Path) -> None:
    for path in folder.iterdir():
        if path.name in (CSV, PARQUET) or (made / path.name).exists() or path.name[0] == ".":
            continue
        (shutil.copytree if path.is_dir() else shutil.copy2)(path, made / path.name)
