"""Build the DuckDB file of a large pack: its figures in series, and an index of names."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import placed
from factcheck.model import Pack
from factcheck.reference.database import MEMORY, put, text
from factcheck.reference.large.files import HIDDEN, scan
from factcheck.reference.large.names import indexed
from factcheck.reference.large.series import make_series

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FORMAT = 6
"""Part of the file's name: another layout is another file."""
ROW_GROUP = BLOCK = 16_384
"""Rows of a group and bytes of a block, the least that a look-up reads."""


def built_file(folder: Path, digest: str) -> Path:
    """Where the file for the content of that hash is, or will be."""
    return folder / HIDDEN / f"{digest[:24]}-{FORMAT}.duckdb"


def build(folder: Path, pack: Pack) -> Path:
    """Build the file for the content that `pack.sha256` names, and return where it is.

    `pack` is validated and holds no observations. Built beside and renamed: other processes see
    all of it or nothing. Files of former contents go. Raises OSError where nothing can be written.
    """
    import duckdb

    target = built_file(folder, pack.sha256)
    target.parent.mkdir(exist_ok=True)
    with (
        placed(target.parent),
        tempfile.TemporaryDirectory(prefix="build-", dir=target.parent) as name,
    ):
        work = Path(name)
        with duckdb.connect() as con:
            con.execute(f"SET memory_limit='{MEMORY}'; SET temp_directory={text(name)}")
            con.execute("SET enable_progress_bar=false")
            place = text(str(work / "pack.duckdb"))
            layout = f"ROW_GROUP_SIZE {ROW_GROUP}, BLOCK_SIZE {BLOCK}"
            con.execute(f"ATTACH {place} AS pack ({layout}); USE pack")
            con.execute(f"ATTACH {text(str(work / 'sorted.duckdb'))} AS sorted")
            _small_tables(con, work, pack)
            _sort(con, folder)
            _counts(con)
            make_series(con)
            con.execute("CHECKPOINT pack")
        (work / "pack.duckdb").replace(target)
    for old in target.parent.glob("*.duckdb"):
        if old != target:
            old.unlink(missing_ok=True)
    return target


def _small_tables(con: DuckDBPyConnection, work: Path, pack: Pack) -> None:
    put(con, work, "head", ("name", "version", "title", "sha256"),
        [(pack.name, pack.version, pack.title, pack.sha256)])  # fmt: skip
    indicators = sorted(pack.indicators, key=lambda one: one.id)
    rows = (
        (n, i.id, i.name, i.definition, i.unit, i.topic, "|".join(i.aliases), i.confusions)
        for n, i in enumerate(indicators)
    )
    columns = ("iid", "id", "name", "definition", "unit", "topic", "aliases", "confusions")
    put(con, work, "indicators", columns, rows)
    con.execute("ALTER TABLE indicators ALTER iid TYPE INTEGER")
    con.execute("CREATE UNIQUE INDEX one_indicator ON indicators (iid)")
    con.execute("CREATE TABLE names (part VARCHAR, content BLOB)")
    con.executemany("INSERT INTO names VALUES (?, ?)", list(indexed(indicators).items()))
    put(con, work, "entities", ("name", "type", "aliases", "iso3"),
        ((e.name, e.type, "|".join(e.aliases), e.iso3) for e in pack.entities))  # fmt: skip
    facts = tuple(pack.sources[0].__slots__) if pack.sources else ("id",)
    put(con, work, "sources", facts, ([getattr(s, c) for c in facts] for s in pack.sources))


def _sort(con: DuckDBPyConnection, folder: Path) -> None:
    """All figures by the number of the indicator, in a database of their own."""
    con.execute(f"""
        CREATE TABLE sorted.figures AS
        SELECT iid, entity, coalesce(dimension, '') AS dimension, period, value, rows.unit,
            coalesce(edition, '') AS edition, published::DATE AS published, source,
            coalesce(note, '') AS note, line::INTEGER AS line
        FROM {scan(folder)} AS rows JOIN indicators ON rows.indicator = indicators.id
        WHERE value <> '' ORDER BY iid""")


def _counts(con: DuckDBPyConnection) -> None:
    con.execute("""
        CREATE TABLE subjects AS
            SELECT (row_number() OVER (ORDER BY entity) - 1)::INTEGER AS place, entity
            FROM (SELECT DISTINCT entity FROM sorted.figures) ORDER BY place;
        CREATE TABLE editions AS SELECT edition, min(published) AS first, max(published) AS last
            FROM sorted.figures GROUP BY edition ORDER BY edition;
        CREATE TABLE counts AS SELECT count(*) AS figures FROM sorted.figures""")
