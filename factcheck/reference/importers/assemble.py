"""From what an importer found to the tables of a pack: normalised rows, and rows left out."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import BadReference
from factcheck.model import Entity, Indicator, Source
from factcheck.reference.importers.database import put, text
from factcheck.reference.importers.describe import Described, describe
from factcheck.reference.importers.interface import Intake, Options
from factcheck.reference.importers.rows import load_rows
from factcheck.reference.importers.settle import settle_entities, settle_periods, settle_values
from factcheck.reference.normalise.values import scaled

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Edition:
    """What all rows of one import share."""

    label: str
    published: str
    """ISO day."""
    source: Source


@dataclass(frozen=True, slots=True)
class Draft:
    """A pack in the making: its rows are the table `observations` of the database."""

    indicators: tuple[Indicator, ...]
    entities: tuple[Entity, ...]
    source: Source
    rows: int
    empty: int
    """Cells with a sign for "no value"."""
    left_out: tuple[str, ...]
    """One line for each row or indicator that could not be normalised: place, found, expected."""


SETTLED = """
CREATE TABLE settled AS
SELECT raw.grid, raw.line, raw.col, series.id AS indicator, entities.form AS entity,
    coalesce(raw.dimension, '') AS dimension, periods.form AS period,
    CASE WHEN odd.spelling IS NULL THEN raw.value ELSE odd.form END AS value,
    series.factor, series.unit, hash(series.id, entities.form, raw.dimension, periods.form) AS k,
    coalesce(raw.note, '') AS note,
    raw.value AS value_was, raw.period AS period_was, raw.entity AS entity_was,
    odd.spelling IS NOT NULL AND odd.form IS NULL AND odd.reason IS NULL AS missing,
    odd.reason AS value_reason,
    CASE WHEN raw.period IS NULL THEN 'a period' ELSE periods.reason END AS period_reason,
    entities.reason AS entity_reason
FROM raw
LEFT JOIN series ON raw.indicator IS NOT DISTINCT FROM series.indicator
    AND raw.unit IS NOT DISTINCT FROM series.spelled
LEFT JOIN periods ON raw.period = periods.spelling
LEFT JOIN entities ON raw.entity IS NOT DISTINCT FROM entities.entity
    AND raw.code IS NOT DISTINCT FROM entities.code
LEFT JOIN odd ON raw.value = odd.spelling
WHERE series.id IS NOT NULL
"""
FAULTY = "(value_reason IS NOT NULL OR period_reason IS NOT NULL OR entity_reason IS NOT NULL)"
GOOD = f"NOT missing AND NOT {FAULTY}"
KEY = "indicator, entity, dimension, period"


def assemble(
    con: DuckDBPyConnection, work: Path, intake: Intake, options: Options, edition: Edition
) -> Draft:
    """Normalise everything. Raises BadReference where nothing is left."""
    load_rows(con, work, intake)
    settle_periods(con, work, options)
    settle_values(con, work, options, intake.shown)
    entities = settle_entities(con, work, intake, options)
    described, without = describe(con, work, intake, options)
    con.execute(SETTLED)
    con.execute("DROP TABLE raw")
    left_out = [*without, *_ragged(con, intake), *_unread(con, intake), *_divided(con, intake)]
    rows = _observations(con, work, edition)
    if not rows:
        told = left_out or [f"{one.grid.name}: no values" for one in intake.tables]
        raise BadReference([*told, "nothing could be imported."])
    empty = _one(con, "SELECT count(*) FROM settled WHERE missing")
    con.execute("DROP TABLE settled")
    return Draft(
        _used_indicators(con, described),
        _used_entities(con, entities),
        edition.source,
        rows,
        empty,
        tuple(left_out),
    )


def _observations(con: DuckDBPyConnection, work: Path, edition: Edition) -> int:
    """Values in the unit of their indicator; of rows that say the same, one."""
    query = "SELECT DISTINCT value, factor FROM settled WHERE factor <> '1' AND value IS NOT NULL"
    pairs = con.execute(query).fetchall()
    rows = ((value, factor, scaled(value, Decimal(factor))) for value, factor in pairs)
    put(con, work, "scaled", ("value", "factor", "result"), rows)
    label, day, source = map(text, (edition.label, edition.published, edition.source.id))
    columns = f"""{KEY}, coalesce(scaled.result, value) AS value, unit, {label} AS edition,
        {day} AS published, {source} AS source, note"""
    rest = f"FROM settled LEFT JOIN scaled USING (value, factor) WHERE {GOOD}"
    con.execute(f"""
        CREATE TABLE observations AS
        SELECT {columns} {rest} AND k NOT IN (FROM repeated)
        UNION ALL
        SELECT DISTINCT ON ({KEY}) {columns} {rest} AND k IN (FROM repeated)
            AND ({KEY}) NOT IN (FROM divided)""")
    return _one(con, "SELECT count(*) FROM observations")


def _one(con: DuckDBPyConnection, query: str) -> int:
    row = con.execute(query).fetchone()
    return int(row[0]) if row else 0


def _ragged(con: DuckDBPyConnection, intake: Intake) -> list[str]:
    rows = con.execute("SELECT grid::INT, line::INT, cells FROM skipped ORDER BY ALL").fetchall()
    return [
        f"{_place(intake, grid, line)}: {cells} cells; expected"
        f" {len(intake.tables[grid].grid.header)} as in the header."
        for grid, line, cells in rows
    ]


def _unread(con: DuckDBPyConnection, intake: Intake) -> list[str]:
    rows = con.execute(f"""
        SELECT grid, line, col, value_was, period_was, entity_was, value_reason, period_reason,
            entity_reason FROM settled WHERE NOT missing AND {FAULTY} ORDER BY grid, line, col
        """).fetchall()
    lines = []
    for grid, line, col, value, period, entity, *reasons in rows:
        roles = intake.tables[grid].roles
        columns = (col, roles.get("period", col), roles.get("entity", "entity"))
        cells = zip(columns, (value, period, entity), reasons, strict=True)
        lines += [
            f"{_place(intake, grid, line)}: column {column!r} holds {found or ''!r};"
            f" expected {reason}."
            for column, found, reason in cells
            if reason
        ]
    return list(dict.fromkeys(lines))


def _divided(con: DuckDBPyConnection, intake: Intake) -> list[str]:
    """Rows that give one figure two values.

    Makes `repeated`, hashes of figures that stand more than once, and `divided`, the figures among
    them whose values differ. The hash first: grouping 25 million rows by their texts takes minutes.
    """
    con.execute(f"""
        CREATE TABLE repeated AS SELECT k FROM settled WHERE {GOOD} GROUP BY k HAVING count(*) > 1;
        CREATE TABLE divided AS
        SELECT {KEY} FROM settled WHERE {GOOD} AND k IN (FROM repeated)
        GROUP BY {KEY} HAVING count(DISTINCT value::DOUBLE) > 1""")
    rows = con.execute(f"""
        SELECT grid, line, col, value_was, entity, period,
            min(line) OVER figure, max(line) OVER figure
        FROM settled WHERE {GOOD} AND ({KEY}) IN (FROM divided)
        WINDOW figure AS (PARTITION BY {KEY}) ORDER BY grid, line, col""").fetchall()
    return [
        f"{_place(intake, grid, line)}: column {col!r} holds {value!r} for {entity}, {period},"
        f" and line {last if line == first else first} another value;"
        " expected one value, or the column that tells them apart (--map dimension=COLUMN)."
        for grid, line, col, value, entity, period, first, last in rows
    ]


def _place(intake: Intake, grid: int, line: int) -> str:
    return intake.tables[grid].grid.place(line)


def _used_indicators(con: DuckDBPyConnection, described: list[Described]) -> tuple[Indicator, ...]:
    used = {one for (one,) in con.execute("SELECT DISTINCT indicator FROM observations").fetchall()}
    return tuple(
        Indicator(one.id, one.name, one.definition, one.unit, one.topic, one.aliases, "", "")
        for one in described
        if one.id in used
    )


def _used_entities(con: DuckDBPyConnection, entities) -> tuple[Entity, ...]:
    used = {one for (one,) in con.execute("SELECT DISTINCT entity FROM observations").fetchall()}
    return tuple(
        Entity(one.name, one.type, (), one.iso3 or None) for one in entities if one.name in used
    )
