"""Build the DuckDB file of a large pack: figures by indicator, and an index of names."""

from __future__ import annotations

import math
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.model import Indicator, Pack
from factcheck.reference.database import MEMORY, put, text
from factcheck.reference.large.files import HIDDEN, scan
from factcheck.reference.large.words import words

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FORMAT = 5
"""Part of the file's name: another layout is another file."""
ROW_GROUP = BLOCK = 16_384
"""Rows of a group and bytes of a block, the least that a look-up reads: 0.7 ms of processor time in
2.5 million rows, against 2.4 with DuckDB's 122,880 and 262,144. The file grows by a quarter."""


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
    with tempfile.TemporaryDirectory(prefix="build-", dir=target.parent) as name:
        work = Path(name)
        with duckdb.connect() as con:
            con.execute(f"SET memory_limit='{MEMORY}'; SET temp_directory={text(name)}")
            con.execute("SET enable_progress_bar=false")
            place = text(str(work / "pack.duckdb"))
            layout = f"ROW_GROUP_SIZE {ROW_GROUP}, BLOCK_SIZE {BLOCK}"
            con.execute(f"ATTACH {place} AS pack ({layout}); USE pack")
            _small_tables(con, work, pack)
            _figures(con, folder)
            _names(con, work, pack.indicators)
            con.execute("CHECKPOINT pack")
        (work / "pack.duckdb").replace(target)
    for old in target.parent.glob("*.duckdb"):
        if old != target:
            old.unlink(missing_ok=True)
    return target


def _small_tables(con: DuckDBPyConnection, work: Path, pack: Pack) -> None:
    put(con, work, "head", ("name", "version", "title", "sha256"),
        [(pack.name, pack.version, pack.title, pack.sha256)])  # fmt: skip
    rows = (
        (n, i.id, i.name, i.definition, i.unit, i.topic, "|".join(i.aliases), i.confusions)
        for n, i in enumerate(sorted(pack.indicators, key=lambda one: one.id))
    )
    columns = ("iid", "id", "name", "definition", "unit", "topic", "aliases", "confusions")
    put(con, work, "indicators", columns, rows)
    con.execute("ALTER TABLE indicators ALTER iid TYPE INTEGER")
    put(con, work, "entities", ("name", "type", "aliases", "iso3"),
        ((e.name, e.type, "|".join(e.aliases), e.iso3) for e in pack.entities))  # fmt: skip
    facts = tuple(pack.sources[0].__slots__) if pack.sources else ("id",)
    put(con, work, "sources", facts, ([getattr(s, c) for c in facts] for s in pack.sources))


def _figures(con: DuckDBPyConnection, folder: Path) -> None:
    """Sorted by the number of the indicator, so that a look-up reads one row group or two."""
    con.execute(f"""
        CREATE TABLE figures AS
        SELECT iid, entity, coalesce(dimension, '') AS dimension, period, value, rows.unit,
            coalesce(edition, '') AS edition, published::DATE AS published, source,
            coalesce(note, '') AS note, line::INTEGER AS line
        FROM {scan(folder)} AS rows JOIN indicators ON rows.indicator = indicators.id
        WHERE value <> '' ORDER BY iid, entity""")
    con.execute("""
        CREATE TABLE dimensions AS SELECT DISTINCT iid, dimension FROM figures ORDER BY ALL;
        CREATE TABLE subjects AS SELECT DISTINCT entity FROM figures ORDER BY entity;
        CREATE TABLE editions AS SELECT edition, min(published) AS first, max(published) AS last
            FROM figures GROUP BY edition ORDER BY edition;
        CREATE TABLE counts AS SELECT count(*) AS figures FROM figures""")


def _names(con: DuckDBPyConnection, work: Path, indicators: tuple[Indicator, ...]) -> None:
    """`wordings`: each name or alias with the sum of its words' rarities; `postings`: word ->
    wordings it stands in, with its rarity."""
    wordings = list(_wordings(indicators))
    owners: Counter[str] = Counter()
    for owned in _words_by_indicator(wordings).values():
        owners.update(owned)
    count = len(indicators)
    rarity = {word: math.log((count + 1) / (n + 0.5)) + 0.1 for word, n in owners.items()}
    put(
        con,
        work,
        "wordings",
        ("wid", "iid", "total"),
        ((w, iid, sum(rarity[one] for one in found)) for w, (iid, found) in enumerate(wordings)),
    )
    put(
        con,
        work,
        "postings",
        ("word", "wid", "rarity"),
        sorted((one, w, rarity[one]) for w, (_, found) in enumerate(wordings) for one in found),
    )
    con.execute("""
        CREATE OR REPLACE TABLE wordings AS
            SELECT wid::INTEGER AS wid, iid::INTEGER AS iid, total::DOUBLE AS total FROM wordings;
        CREATE OR REPLACE TABLE postings AS
            SELECT word, wid::INTEGER AS wid, rarity::DOUBLE AS rarity FROM postings
            ORDER BY word, wid""")  # fmt: skip


def _wordings(indicators: tuple[Indicator, ...]) -> Iterator[tuple[int, list[str]]]:
    for number, one in enumerate(sorted(indicators, key=lambda one: one.id)):
        for wording in (one.name, *one.aliases):
            if found := words(wording):
                yield number, found


def _words_by_indicator(wordings: list[tuple[int, list[str]]]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for iid, some in wordings:
        found.setdefault(iid, set()).update(some)
    return found
