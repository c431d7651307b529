"""What the claims of a slot state, each statement once, by the first claim that makes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factcheck.audit.rows import finding_of
from factcheck.model import Finding
from factcheck.verdict.sides import Side

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


# One table after the other: a grouping can go to disk, but not several that feed each other.
BY_ARTICLE = """
select slot, wording, ordinal, outlet, arg_min(finding, start) as finding
from claims semi join asked using (slot)
join (select ordinal, outlet from articles where origin is null) using (ordinal)
group by slot, wording, ordinal, outlet
"""
TOLD = """
select slot, wording, min(ordinal) as ordinal, arg_min(finding, ordinal) as finding,
    count(*) as articles, count(distinct outlet) as outlets
from stated group by slot, wording
"""


@dataclass(frozen=True, slots=True)
class Statement:
    """What some claims state of a slot, and the first of them."""

    row: dict[str, Any]
    """slot, wording, articles and outlets that state it, ordinal and id of the first article."""
    finding: Finding

    @property
    def side(self) -> Side:
        return Side(self.row["article"], self.row["ordinal"], self.finding)


def struct_of(alias: str, columns: Sequence[str]) -> str:
    """The fields of an SQL struct of the columns of a table."""
    return ", ".join(f'"{name}" := {alias}."{name}"' for name in columns)


def statement_of(row: dict[str, Any]) -> Statement:
    """A statement from a row with the structs `claim` and `found` (`rows.finding_of`)."""
    return Statement(row, finding_of(row.pop("claim"), row.pop("found")))


def tell(database: DuckDBPyConnection, slots: str) -> None:
    """Make the table `told`: what articles that are no copies state of some slots.

    `slots`: SQL that gives them. Columns: slot, wording, the first article (ordinal) and its claim
    (finding), and how many articles and outlets state it.
    """
    for name, query in (("asked", slots), ("stated", BY_ARTICLE), ("told", TOLD)):
        database.execute(f"create or replace temp table {name} as {query}")
    database.execute("drop table stated")
