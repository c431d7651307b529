"""What the claims of a slot state, each statement once, by the first claim that makes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.audit.rows import finding_of
from factcheck.model import Finding
from factcheck.verdict.sides import Side


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
