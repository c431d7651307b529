"""From what an importer found to the tables of a pack: normalised rows, and rows left out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import BadReference
from factcheck.model import Entity, Indicator, Source
from factcheck.reference.database import text
from factcheck.reference.importers.describe import Described, describe
from factcheck.reference.importers.interface import Intake, Options
from factcheck.reference.importers.rows import load_rows
from factcheck.reference.importers.settle import settle_entities, settle_periods, settle_values
from factcheck.reference.normalise.names import Named

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


TYPES = {"indicator": "series", "entity": "entities", "period": "periods", "unit": "series"}
"""Column of an observation -> the table of its spellings. Each becomes an enumeration in the order
of its texts: 25 million rows are then numbers to join, group and sort."""

SETTLED = """
CREATE TABLE settled AS
SELECT raw.grid, raw.line, raw.col, series.indicator_form AS indicator,
    entities.entity_form AS entity, coalesce(raw.dimension, '')::t_dimension AS dimension,
    periods.period_form AS period, coalesce(odd.form, raw.value) AS value,
    series.shift, series.unit_form AS unit,
    CASE WHEN odd.flag IS NULL THEN raw.note ELSE concat_ws('; ', raw.note, odd.flag) END AS note,
    odd.form IS NULL AND odd.spelling IS NOT NULL AND odd.reason IS NULL AS missing,
    periods.period_form IS NULL OR entities.entity_form IS NULL OR odd.reason IS NOT NULL AS faulty
FROM raw
JOIN series ON raw.indicator IS NOT DISTINCT FROM series.indicator
    AND raw.unit IS NOT DISTINCT FROM series.spelled AND series.indicator_form IS NOT NULL
LEFT JOIN periods ON raw.period = periods.spelling
LEFT JOIN entities ON raw.entity IS NOT DISTINCT FROM entities.entity
    AND raw.code IS NOT DISTINCT FROM entities.code
LEFT JOIN odd ON raw.value = odd.spelling
"""
GOOD = "NOT missing AND NOT faulty"
KEY = "indicator, entity, dimension, period"

SHIFTED = """
CASE WHEN shift = 0 THEN value ELSE
    CASE WHEN value LIKE '-%' THEN '-' ELSE '' END
    || coalesce(nullif(ltrim(split_part(ltrim(value, '-'), '.', 1)
        || rpad(split_part(value, '.', 2)[1:shift], shift, '0'), '0'), ''), '0')
    || rtrim('.' || split_part(value, '.', 2)[shift + 1:], '.0') END
"""
"""A plain decimal number times ten to the power of `shift`, exactly: its point moves."""


def assemble(
    con: DuckDBPyConnection, work: Path, intake: Intake, options: Options, edition: Edition
) -> Draft:
    """Normalise everything. Raises BadReference where nothing is left."""
    load_rows(con, work, intake)
    settle_periods(con, work, options)
    settle_values(con, work, options, intake)
    entities = settle_entities(con, work, intake, options)
    described, without = describe(con, work, intake, options)
    _enumerate(con)
    con.execute(SETTLED)
    left_out = [*without, *_ragged(con, intake), *_unread(con, intake), *_divided(con, intake)]
    rows = _observations(con, edition)
    if not rows:
        told = left_out or [f"{one.grid.name}: no values" for one in intake.tables]
        raise BadReference([*told, "nothing could be imported."])
    empty = _one(con, "SELECT count(*) FROM settled WHERE missing")
    return Draft(
        _used_indicators(con, described),
        _used_entities(con, entities),
        edition.source,
        rows,
        empty,
        tuple(left_out),
    )


def _enumerate(con: DuckDBPyConnection) -> None:
    """Give the forms of each column a type of its own."""
    for column, table in TYPES.items():
        form = f"{column}_form"
        con.execute(f"""
            CREATE TYPE t_{column} AS ENUM (
                SELECT {form} FROM {table} WHERE {form} IS NOT NULL UNION SELECT '' ORDER BY ALL);
            ALTER TABLE {table} ALTER {form} TYPE t_{column}""")
    con.execute("""
        CREATE TYPE t_dimension AS ENUM (
            SELECT coalesce(dimension, '') AS one FROM raw UNION SELECT '' ORDER BY one)""")


def _observations(con: DuckDBPyConnection, edition: Edition) -> int:
    """Values in the unit of their indicator; of rows that say the same, one."""
    label, day, source = map(text, (edition.label, edition.published, edition.source.id))
    columns = f"""{KEY}, {SHIFTED} AS value, unit, {label} AS edition,
        {day} AS published, {source} AS source, note"""
    con.execute(f"""
        CREATE VIEW observations AS
        SELECT {columns} FROM settled WHERE {GOOD} AND ({KEY}) NOT IN (FROM repeated)
        UNION ALL
        SELECT DISTINCT ON ({KEY}) {columns} FROM settled
        WHERE {GOOD} AND ({KEY}) IN (FROM repeated) AND ({KEY}) NOT IN (FROM divided)""")
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
    """One line for each cell of a faulty row that cannot be read."""
    rows = con.execute("""
        SELECT raw.grid, raw.line, raw.col, raw.value, raw.period, raw.entity, odd.reason,
            CASE WHEN raw.period IS NULL THEN 'a period' ELSE periods.reason END, entities.reason
        FROM raw SEMI JOIN (FROM settled WHERE faulty AND NOT missing) USING (grid, line, col)
        LEFT JOIN odd ON raw.value = odd.spelling LEFT JOIN periods ON raw.period = periods.spelling
        LEFT JOIN entities ON raw.entity IS NOT DISTINCT FROM entities.entity
            AND raw.code IS NOT DISTINCT FROM entities.code
        ORDER BY raw.grid, raw.line, raw.col""").fetchall()
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

    Makes `repeated`, figures that stand more than once, and `divided`, those whose values differ.
    """
    con.execute(f"""
        CREATE TABLE repeated AS
        SELECT {KEY} FROM settled WHERE {GOOD} GROUP BY {KEY} HAVING count(*) > 1;
        CREATE TABLE divided AS
        SELECT {KEY} FROM settled WHERE {GOOD} AND ({KEY}) IN (FROM repeated)
        GROUP BY {KEY} HAVING count(DISTINCT value::DOUBLE) > 1""")
    rows = con.execute(f"""
        SELECT grid, line, col, value, entity, period,
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


def _used_entities(con: DuckDBPyConnection, entities: list[Named]) -> tuple[Entity, ...]:
    used = {one for (one,) in con.execute("SELECT DISTINCT entity FROM observations").fetchall()}
    return tuple(
        Entity(one.name, one.type, (), one.iso3 or None) for one in entities if one.name in used
    )
