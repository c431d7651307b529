"""Slots that a reader could take for one another, and what tells them apart.

A slot is set against the most told one of its family: the same figure of other periods, of other
entities, of other dimensions; and against those of neighbouring indicators for the same entity,
dimension and period. So the work grows with what the reference holds, not with the corpus.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyarrow as pa

from factcheck.audit.rows import JUDGED, STATED
from factcheck.audit.statements import Statement, statement_of, struct_of, tell
from factcheck.model import Conflict, Relation
from factcheck.reference.store import Reference
from factcheck.verdict.neighbours import alike, neighbours
from factcheck.verdict.relations import Known, relation, row_of
from factcheck.verdict.sides import conflict

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

COVERED = "select distinct slot from findings where indicator is not null and slot is not null"

LEADERS = f"""
create or replace temp table leaders as
with most as (
    from told qualify row_number()
        over (partition by slot order by articles desc, ordinal, wording) = 1
)
select m.slot, m.wording, m.articles, m.outlets, m.ordinal, c.article, f.indicator, f.operation,
    f.entity, f.dimension, f.period, struct_pack({struct_of("c", STATED)}) as claim,
    struct_pack({struct_of("f", JUDGED)}) as found
from most m
join claims c on c.ordinal = m.ordinal and c.finding = m.finding
join findings f on f.ordinal = m.ordinal and f.finding = m.finding
"""
"""What most articles state of each slot that the reference has."""

KEYS = (
    "indicator, operation, entity, dimension",
    "indicator, operation, dimension, period",
    "indicator, operation, entity, period",
)
_HEADS = " union all ".join(
    "select first_value(slot) over"
    f" (partition by {keys} order by articles desc, ordinal, slot) as head, slot from leaders"
    for keys in KEYS
)
PAIRED = f"""
with paired as (
    select head, slot from ({_HEADS}) where head <> slot
    union
    select a.slot, b.slot from beside n
    join leaders a on a.indicator = n.one join leaders b on b.indicator = n.other
        and (a.entity, a.period) = (b.entity, b.period) and a.dimension is not distinct from
        b.dimension
    where a.operation is null and b.operation is null
)
select a, b from paired p join leaders a on a.slot = p.head join leaders b on b.slot = p.slot
where a.article <> b.article order by a.slot, b.slot
"""


BESIDE = pa.schema([("one", pa.string()), ("other", pa.string())])


def explained(
    database: DuckDBPyConnection, reference: Reference
) -> Iterator[tuple[Conflict, Statement, Statement]]:
    """Pairs of statements from two articles, and what tells them apart.

    `database` has the views articles, claims and findings.
    """
    tell(database, COVERED)
    database.execute(LEADERS)
    used = database.sql("select distinct indicator from leaders order by 1").fetchall()
    ids = [one for (one,) in used]
    indicators = reference.narrowed(ids).indicators
    pairs = neighbours([indicators[one] for one in ids if one in indicators])
    rows = [{"one": a.id, "other": b.id} for a, b in pairs]
    database.register("beside", pa.Table.from_pylist(rows, BESIDE))
    known = Known(reference.entity_types, reference.reports)
    for batch in database.sql(PAIRED).to_arrow_reader(5_000):
        for row in batch.to_pylist():
            a, b = statement_of(row["a"]), statement_of(row["b"])
            if (how := _relation(a, b, known)) is not None:
                yield conflict(a.side, b.side, how), a, b


def _relation(a: Statement, b: Statement, known: Known) -> Relation | None:
    """By the rules of `factcheck check`."""
    if row_of(a.finding).indicator != row_of(b.finding).indicator:
        return Relation.DIFFERENT_MEASURE
    how = relation(a.finding, b.finding, known)
    apart = how is Relation.DIFFERENT_MEASURE and not alike(a.side, b.side)
    return None if apart else how
