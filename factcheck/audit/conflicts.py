"""Claims about one thing that differ, over a whole corpus: grouped by slot, never all pairs.

DuckDB groups the claims by slot and, inside it, by what they state; only slots in which different
things are stated come into Python, one claim for all that state the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from factcheck.audit.rows import JUDGED, STATED, finding_of
from factcheck.audit.schema import CONFLICTS
from factcheck.audit.tables import Writer
from factcheck.model import Conflict, Finding
from factcheck.verdict import uncovered
from factcheck.verdict.relations import Known, printed, relation
from factcheck.verdict.sides import Side, conflict

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FULL = 8
"""Statements of a slot, the most told first, that are compared each with each; all others are
compared with the most told one, so that a slot costs in proportion to what is stated of it."""

ROWS = 20_000
"""Conflicts written at a time."""


def _struct(alias: str, columns: Sequence[str]) -> str:
    return ", ".join(f'"{name}" := {alias}."{name}"' for name in columns)


STATEMENTS = f"""
with disputed as (
    select slot from claims where slot is not null
    group by slot having min(wording) <> max(wording)
), told as (
    select slot, wording, min(ordinal) as ordinal, arg_min(finding, (ordinal, start)) as finding,
        count(distinct ordinal) as articles, count(distinct outlet) as outlets
    from claims semi join disputed using (slot)
    join (select ordinal, outlet from articles where origin is null) using (ordinal)
    group by slot, wording
), ranked as (
    select *, row_number() over (partition by slot order by articles desc, ordinal, wording) as turn
    from told
)
select r.slot, r.wording, r.articles, r.outlets, r.ordinal, c.article,
    struct_pack({_struct("c", STATED)}) as claim,
    struct_pack({_struct("f", JUDGED)}) as found
from ranked r
join claims c on c.ordinal = r.ordinal and c.finding = r.finding
join findings f on f.ordinal = r.ordinal and f.finding = r.finding
order by r.slot, r.turn
"""


@dataclass(frozen=True, slots=True)
class Statement:
    """What some claims state of a slot, and the first of them."""

    row: dict[str, Any]
    """Of the query."""
    finding: Finding

    @property
    def side(self) -> Side:
        return Side(self.row["article"], self.row["ordinal"], self.finding)


def write_conflicts(database: DuckDBPyConnection, known: Known, path: Path) -> int:
    """Write every conflict to `path`; return how many.

    `database` has the views articles, claims and findings.
    """
    writer, rows, total = Writer(path, CONFLICTS), [], 0
    for row in find_conflicts(database, known):
        rows.append(row)
        total += 1
        if len(rows) == ROWS:
            writer.write(pa.Table.from_pylist(rows, CONFLICTS))
            rows = []
    writer.write(pa.Table.from_pylist(rows, CONFLICTS))
    writer.close()
    return total


def find_conflicts(database: DuckDBPyConnection, known: Known) -> Iterator[dict[str, Any]]:
    """Yield rows of `CONFLICTS`, by slot, what most articles say first."""
    for _, group in groupby(_statements(database), lambda one: one.row["slot"]):
        for a, b in pairs(list(group)):
            if (found := compare(a, b, known)) is not None:
                yield _row(found, a, b)


def pairs(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """The statements of one slot, the most told first, that are held against each other."""
    yield from combinations(statements[:FULL], 2)
    for one in statements[FULL:]:
        yield statements[0], one


def compare(a: Statement, b: Statement, known: Known) -> Conflict | None:
    """How two statements of one slot differ, by the rules of `factcheck check`."""
    together = a.row["article"] == b.row["article"]
    if a.finding.match is None or b.finding.match is None:
        places = ((one.row["article"], one.finding) for one in (a, b))
        return None if together else uncovered.differ(*places)
    how = relation(a.finding, b.finding, known, together=together)
    return None if how is None else conflict(a.side, b.side, how)


def _statements(database: DuckDBPyConnection) -> Iterator[Statement]:
    for batch in database.sql(STATEMENTS).to_arrow_reader(5_000):
        for row in batch.to_pylist():
            yield Statement(row, finding_of(row.pop("claim"), row.pop("found")))


def _row(found: Conflict, a: Statement, b: Statement) -> dict[str, Any]:
    match, claim = a.finding.match, a.finding.claim
    row = match and match.observation
    told = {
        "id": found.id,
        "relation": str(found.relation),
        "slot": a.row["slot"],
        "indicator": found.indicator,
        "measure": match.indicator_name if match else claim.measure,
        "entity": row.entity if row else claim.entity and claim.entity.value,
        "dimension": (row.dimension if row else claim.dimension) or None,
        "period": row.period if row else claim.period and claim.period.value,
        "message": found.message,
    }
    return told | _side("a", a) | _side("b", b)


def _side(name: str, one: Statement) -> dict[str, Any]:
    told = {
        "article": one.row["article"],
        "finding": one.finding.id,
        "wording": one.row["wording"],
        "quote": one.finding.claim.quantity.quote,
        "value": printed(one.finding),
        "status": str(one.finding.verdict.status),
        "articles": one.row["articles"],
        "outlets": one.row["outlets"],
    }
    return {f"{name}_{column}": value for column, value in told.items()}
