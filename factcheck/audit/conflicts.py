"""Claims about one thing that differ, over a whole corpus: grouped by slot, never all pairs.

DuckDB groups the claims by slot and, inside it, by what they state; only slots in which different
things are stated come into Python, one claim for all that state the same. Then what differs inside
one article, which the workers have found, and what `families` explains.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from factcheck.audit.families import explained
from factcheck.audit.pairs import pair_row
from factcheck.audit.rows import JUDGED, STATED
from factcheck.audit.schema import CONFLICTS
from factcheck.audit.statements import Statement, statement_of, struct_of, tell
from factcheck.audit.tables import Writer
from factcheck.model import Conflict
from factcheck.reference.store import Reference
from factcheck.verdict import uncovered
from factcheck.verdict.relations import Known, relation
from factcheck.verdict.sides import conflict, conflict_id

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FULL = 8
"""Statements of a slot, the most told first, that are compared each with each; all others are
compared with the most told one, so that a slot costs in proportion to what is stated of it."""

ROWS = 5_000
"""Conflicts written at a time."""


DISPUTED = """
select slot from claims where slot is not null group by slot having min(wording) <> max(wording)
"""

STATEMENTS = f"""
with ranked as (
    select *, row_number() over (partition by slot order by articles desc, ordinal, wording) as turn
    from told
)
select r.slot, r.wording, r.articles, r.outlets, r.ordinal, c.article,
    struct_pack({struct_of("c", STATED)}) as claim,
    struct_pack({struct_of("f", JUDGED)}) as found
from ranked r
join claims c on c.ordinal = r.ordinal and c.finding = r.finding
join findings f on f.ordinal = r.ordinal and f.finding = r.finding
order by r.slot, r.turn
"""


WITHIN = """
select p.* exclude (ordinal), (a.outlet is not null)::int as outlets
from pairs p join articles a using (ordinal) where a.origin is null
order by ordinal, a_finding, b_finding, relation
"""


def write_conflicts(database: DuckDBPyConnection, reference: Reference, path: Path) -> int:
    """Write every conflict to `path`; return how many.

    `database` has the views articles, claims, findings and pairs.
    """
    rows: list[dict[str, Any]] = []
    total = 0
    with Writer(path, CONFLICTS) as writer:
        for row in find_conflicts(database, reference):
            rows.append(row)
            total += 1
            if len(rows) == ROWS:
                writer.write(pa.Table.from_pylist(rows, CONFLICTS))
                rows = []
        writer.write(pa.Table.from_pylist(rows, CONFLICTS))
    return total


def find_conflicts(database: DuckDBPyConnection, reference: Reference) -> Iterator[dict[str, Any]]:
    """Yield rows of `CONFLICTS`: by slot, what most articles say first; inside one article; between
    slots that a reader could take for one."""
    known = Known(reference.entity_types, reference.reports)
    for _, group in groupby(_statements(database), lambda one: one.row["slot"]):
        for a, b in pairs(list(group)):
            if (found := compare(a, b, known)) is not None:
                yield _row(found, a, b)
    yield from _within(database)
    for found, a, b in explained(database, reference):
        yield _row(found, a, b)


def _within(database: DuckDBPyConnection) -> Iterator[dict[str, Any]]:
    """What differs inside articles that are no copies."""
    for batch in database.sql(WITHIN).to_arrow_reader(5_000):
        for row in batch.to_pylist():
            article, outlets = row.pop("article"), row.pop("outlets")
            a, b = ((article, row[f"{side}_finding"]) for side in "ab")
            row["id"] = conflict_id(row["relation"], row["indicator"], a, b)
            for side in "ab":
                row |= {f"{side}_article": article, f"{side}_articles": 1}
                row[f"{side}_outlets"] = outlets
            yield row


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
    tell(database, DISPUTED)
    for batch in database.sql(STATEMENTS).to_arrow_reader(5_000):
        for row in batch.to_pylist():
            yield statement_of(row)


def _row(found: Conflict, a: Statement, b: Statement) -> dict[str, Any]:
    one, other = ((each.row["slot"], each.row["wording"]) for each in (a, b))
    row = pair_row(found, (a.finding, *one), (b.finding, *other))
    for side, each in (("a", a), ("b", b)):
        row |= {f"{side}_{name}": each.row[name] for name in ("article", "articles", "outlets")}
    return row
