"""The two sides of a difference, and the pair they make."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from factcheck.model import Conflict, ConflictSide, Finding, Relation
from factcheck.verdict.differences import message
from factcheck.verdict.relations import printed, row_of


@dataclass(frozen=True, slots=True)
class Side:
    """A matched claim and the article it stands in."""

    article: str
    order: int
    """Its place in all articles, in reading order."""
    finding: Finding

    @property
    def key(self) -> tuple[str, int, str]:
        """Sorts the same in whatever order the articles come."""
        return self.article, self.finding.claim.quantity.start, self.finding.id

    @property
    def operation(self) -> str:
        """The sum that the claim stands for, empty for a figure as published."""
        return (self.finding.match.operation if self.finding.match else None) or ""


def conflict(a: Side, b: Side, relation: Relation) -> Conflict:
    """Two claims and their relation, the first to be read first; the id ignores that order."""
    indicator = min(row_of(side.finding).indicator for side in (a, b))
    name = conflict_id(relation, indicator, *((side.article, side.finding.id) for side in (a, b)))
    a, b = sorted((a, b), key=lambda side: side.order)
    return Conflict(
        name, relation, indicator, message(a.finding, b.finding, relation), (_side(a), _side(b))
    )


def conflict_id(relation: str, indicator: str, a: tuple[str, str], b: tuple[str, str]) -> str:
    """The id of a pair, whichever comes first. `a` and `b`: an article and a finding of it."""
    key = "|".join([relation, indicator, *sorted((a[0] + a[1], b[0] + b[1]))])
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def _side(side: Side) -> ConflictSide:
    quote = side.finding.claim.quantity.quote
    return ConflictSide(
        side.article, side.finding.id, quote, printed(side.finding), row_of(side.finding).period
    )
