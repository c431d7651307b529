"""The figures of a large pack: one text for each indicator, dimension and entity.

A look-up fetches such texts by their numbers and reads them only as far as it is asked: the twenty
series of an article take 2 ms, where rows of their own in a table of 25 million took 30.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import count, repeat
from typing import TYPE_CHECKING, Any

from factcheck.model import Observation

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

CONSTANT = ("unit", "edition", "published", "source", "note")
"""Columns that mostly hold one value throughout a series, which is then written once."""
KEPT = ("period", "value", *CONSTANT, "line")
AT_ONCE = 1_000_000
"""Figures that are put together in one statement: 0.5 GB."""
ORDER = "period, published, line"


def make_series(con: DuckDBPyConnection) -> None:
    """`series`: number, text; numbered by indicator, dimension and entity. `parts`: which figures
    an indicator has in each dimension, and the number of its first series there."""
    con.execute("""
        CREATE TABLE series (sid INTEGER, body VARCHAR);
        CREATE TABLE sorted.whose (sid INTEGER, iid INTEGER, dimension VARCHAR, place INTEGER,
            newest DATE, periods VARCHAR[])""")
    done = 0
    for first, last in _spans(con):
        con.execute(f"CREATE OR REPLACE TABLE sorted.made AS {_made(first, last, done)}")
        con.execute("INSERT INTO series SELECT sid, body FROM sorted.made ORDER BY sid")
        con.execute("INSERT INTO sorted.whose SELECT * EXCLUDE body FROM sorted.made")
        done = con.execute("SELECT count(*) FROM series").fetchall()[0][0]
    con.execute("""
        CREATE UNIQUE INDEX one_series ON series (sid);
        CREATE TABLE parts AS
        SELECT iid, dimension, min(sid) AS start, list(place ORDER BY sid) AS places,
            list_sort(list_distinct(flatten(list(periods)))) AS periods, max(newest) AS newest
        FROM sorted.whose GROUP BY iid, dimension ORDER BY iid, dimension;
        CREATE INDEX some_parts ON parts (iid);
        CREATE TABLE dimensions AS SELECT DISTINCT dimension FROM parts ORDER BY dimension""")


def _spans(con: DuckDBPyConnection) -> Iterator[tuple[int, int]]:
    """Ranges of indicators whose figures are put together at once."""
    rows = con.execute(
        f"SELECT min(iid), max(iid) FROM (SELECT iid, sum(count(*)) OVER (ORDER BY iid) AS total"
        f" FROM sorted.figures GROUP BY iid) GROUP BY total // {AT_ONCE} ORDER BY ALL"
    ).fetchall()
    yield from rows


def _made(first: int, last: int, done: int) -> str:
    """SQL for the series of some indicators, numbered from `done`."""
    row = ", ".join(f"{one} := {one}" for one in KEPT)
    ends = ", ".join(f"min({c}) AS min_{c}, max({c}) AS max_{c}" for c in (*CONSTANT, "line"))
    columns = ", ".join([_column("period"), _column("value"), *map(_once, CONSTANT), _lines()])
    return f"""
        SELECT {done} + row_number() OVER (ORDER BY iid, dimension, place) - 1 AS sid, iid,
            dimension, place, max_published AS newest,
            list_distinct(list_transform(rows, lambda r: r.period)) AS periods,
            '[' || concat_ws(',', {columns}) || ']' AS body
        FROM (
            SELECT iid, dimension, place, {ends}, list(struct_pack({row}) ORDER BY {ORDER}) AS rows
            FROM sorted.figures JOIN subjects USING (entity)
            WHERE iid BETWEEN {first} AND {last} GROUP BY iid, dimension, place)"""


def _column(name: str) -> str:
    return f"to_json(list_transform(rows, lambda r: r.{name}))"


def _once(name: str) -> str:
    return f"CASE WHEN min_{name} = max_{name} THEN to_json(min_{name}) ELSE {_column(name)} END"


def _lines() -> str:
    """The first line, where they follow one another."""
    own = "list_transform(rows, lambda r: r.line)"
    follow = f"{own} = range(min_line, max_line + 1)::INTEGER[]"
    return f"CASE WHEN {follow} THEN to_json(min_line) ELSE to_json({own}) END"


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one indicator, dimension and entity, by period, published and line."""

    indicator: str
    entity: str
    dimension: str
    place: str
    """Of the pack and its file, as an observation tells where it stands."""
    until: date | None
    """Figures published later are not there."""
    columns: list[Any]

    @classmethod
    def of(cls, body: str, *whose: str, until: date | None) -> Series:
        """`whose`: indicator, entity, dimension and place."""
        indicator, entity, dimension, place = whose
        return cls(indicator, entity, dimension, place, until, json.loads(body))

    def rows(self, period: str | None = None) -> Iterator[Observation]:
        """All of them, or those of one period."""
        periods, values, unit, edition, published, source, note, line = self.columns
        lines = line if isinstance(line, list) else count(line)
        constants = map(_throughout, (unit, edition, published, source, note))
        for own, value, of, by, told, where, said, n in zip(
            periods, values, *constants, lines, strict=False
        ):
            if period is not None and own != period:
                continue
            day = _day(told)
            if self.until is None or day <= self.until:
                yield Observation(
                    self.indicator, self.entity, self.dimension, own,
                    value if of == "date" else Decimal(value), of, by, day, where, said,
                    f"{self.place}:{n}",
                )  # fmt: skip


def _throughout(column: list[str] | str) -> Iterable[str]:
    return repeat(column) if isinstance(column, str) else column


_day = lru_cache(maxsize=4096)(date.fromisoformat)
