"""Claims about one thing that differ: a true conflict, or what explains the difference."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from factcheck.model import (
    ArticleReport, Conflict, ConflictSide, Finding, Kind, Relation, Status,
)
from factcheck.report.figures import period_words, plain

MOST = 60
"""Claims of one indicator compared with one another; beyond that only claims of one slot are, so
that the work stays in proportion to the corpus."""


@dataclass(frozen=True, slots=True)
class Side:
    """A matched claim and the article it stands in."""

    article: str
    order: int
    finding: Finding

    @property
    def slot(self) -> tuple[str, str, str]:
        row = self.finding.match.observation  # type: ignore[union-attr]
        return row.entity, row.dimension, row.period


def conflicts(articles: Sequence[ArticleReport], types: Mapping[str, str]) -> list[Conflict]:
    """Pairs of claims under one indicator that differ, with their relation, in reading order.

    `types`: entity name -> type. Pairs that say the same of the same are left out.
    """
    groups: dict[tuple[str, str], list[Side]] = defaultdict(list)
    order = 0
    for article in articles:
        for finding in article.findings:
            order += 1
            if finding.match is not None and finding.verdict.status is not Status.NOT_CHECKABLE:
                key = (finding.match.observation.indicator, finding.claim.operation or "")
                groups[key].append(Side(article.document.id, order, finding))
    found = []
    for (indicator, _), sides in sorted(groups.items()):
        for a, b in combinations(sides, 2):
            if len(sides) > MOST and a.slot != b.slot:
                continue
            relation = _relation(a, b, types)
            if relation is not None:
                found.append(_conflict(relation, indicator, a, b))
    return found


def _relation(a: Side, b: Side, types: Mapping[str, str]) -> Relation | None:
    one, other = a.finding, b.finding
    (entity, dimension, period), second = a.slot, b.slot
    if (entity, dimension, period) == second:
        return _same_slot(one, other)
    if entity != second[0]:
        return Relation.DIFFERENT_ENTITY
    if dimension != second[1]:
        return Relation.DIFFERENT_MEASURE
    if types.get(entity) == "report":
        return Relation.DIFFERENT_EDITION
    return Relation.DIFFERENT_PERIOD


def _same_slot(one: Finding, other: Finding) -> Relation | None:
    if _compatible(one, other):
        return None
    rows = one.match.observation, other.match.observation  # type: ignore[union-attr]
    both = one.verdict.status is other.verdict.status is Status.SUPPORTED
    if both and rows[0].edition != rows[1].edition:
        return Relation.DIFFERENT_EDITION
    return Relation.RESTATED if both else Relation.CONFLICT


def _compatible(one: Finding, other: Finding) -> bool:
    """Whether the two wordings leave room for one value, and say the same of its unit."""
    a, b = one.claim.quantity, other.claim.quantity
    if a.kind is Kind.DATE or b.kind is Kind.DATE:
        said, told = str(a.value), str(b.value)
        return said.endswith(told.lstrip("-")) or told.endswith(said.lstrip("-")) or said.startswith(told) or told.startswith(said)
    if one.verdict.cause is not other.verdict.cause and Status.CONTRADICTED in (one.verdict.status, other.verdict.status):
        return a.value == b.value and one.verdict.status is other.verdict.status
    if a.value == b.value and a.unit == b.unit:
        return True
    return _room(a.low, b.high) and _room(b.low, a.high)


def _room(low: Decimal | None, high: Decimal | None) -> bool:
    return low is None or high is None or low <= high


def _conflict(relation: Relation, indicator: str, a: Side, b: Side) -> Conflict:
    sides = (_side(a), _side(b))
    key = "|".join([relation, indicator, *(s.article + s.finding for s in sides)])
    return Conflict(hashlib.sha256(key.encode()).hexdigest()[:16], relation, indicator, _message(relation, a, b), sides)


def _side(side: Side) -> ConflictSide:
    quantity = side.finding.claim.quantity
    row = side.finding.match.observation  # type: ignore[union-attr]
    return ConflictSide(side.article, side.finding.id, quantity.quote, _text(quantity.value), row.period)


def _text(value: Decimal | str | None) -> str | None:
    return plain(value) if isinstance(value, Decimal) else value


def _message(relation: Relation, a: Side, b: Side) -> str:
    name = a.finding.match.indicator_name  # type: ignore[union-attr]
    quotes = f"“{a.finding.claim.quantity.quote}” and “{b.finding.claim.quantity.quote}”"
    rows = [s.finding.match.observation for s in (a, b)]  # type: ignore[union-attr]
    if relation is Relation.CONFLICT:
        supported = [s for s in (a, b) if s.finding.verdict.status is Status.SUPPORTED]
        side = f"the reference supports “{supported[0].finding.claim.quantity.quote}”" if supported else "the reference supports neither"
        return f"these differ: {quotes} ({name}, {rows[0].entity}, {period_words(rows[0].period)}); {side}"
    why = {
        Relation.DIFFERENT_PERIOD: lambda r: period_words(r.period),
        Relation.DIFFERENT_ENTITY: lambda r: r.entity,
        Relation.DIFFERENT_MEASURE: lambda r: r.dimension or "the whole",
        Relation.DIFFERENT_EDITION: lambda r: f"edition {r.edition}",
        Relation.RESTATED: lambda r: f"as published {period_words(r.published.isoformat())}",
    }[relation]
    return f"these differ: {quotes} ({name}); the first is about {why(rows[0])}, the second about {why(rows[1])}"
