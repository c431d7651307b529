"""Claims about one thing that differ: a true conflict, or what explains the difference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from factcheck.model import ArticleReport, Cause, Conflict, Indicator, Observation, Relation, Status
from factcheck.verdict.neighbours import alike, near, neighbours
from factcheck.verdict.relations import (
    Known,
    exchanged,
    label_relation,
    refuted,
    relation,
    row_of,
    rows_of,
    turned,
)
from factcheck.verdict.sides import Side, conflict
from factcheck.verdict.uncovered import uncovered

MOST = 60
"""Claims of one group compared with one another, so that the work stays in proportion to the
corpus. Of a larger group one claim stands for all with equal slot, wording and verdict."""
RELATIONS = tuple(Relation)
LABELS = ("ordinal", "date")
"""Units in which an edition of a report is named."""


Found = Iterator[tuple[Side, Side, Relation]]


def conflicts(
    articles: Sequence[ArticleReport],
    known: Known,
    indicators: Mapping[str, Indicator] | None = None,
) -> list[Conflict]:
    """Pairs of claims that differ, with what explains it. Pairs that agree are left out.

    `indicators`: id -> indicator, for neighbouring measures. Only the order of the two sides
    follows the order of the articles.
    """
    sides = list(_sides(articles))
    found: dict[frozenset[int], tuple[Side, Side, Relation]] = {}
    for pairs in (
        _exchanged(sides),
        _sums(sides),
        _one_indicator(sides, known),
        _labels(sides, known.types),
        _neighbours(sides, indicators or {}),
    ):
        for a, b, how in pairs:
            found.setdefault(frozenset((a.order, b.order)), (a, b, how))
    made = [conflict(a, b, how) for a, b, how in found.values()] + list(uncovered(articles))
    return sorted(
        made, key=lambda one: (RELATIONS.index(one.relation), one.indicator or "", one.id)
    )


def _sides(articles: Sequence[ArticleReport]) -> Iterator[Side]:
    order = 0
    for article in articles:
        for finding in article.findings:
            order += 1
            if finding.match is not None and finding.verdict.status is not Status.NOT_CHECKABLE:
                yield Side(article.document.id, order, finding)


def _groups(sides: Iterable[Side], key: Callable[[Side], Hashable]) -> Iterator[list[Side]]:
    """Sides by key, none where the key is None; large groups by their representatives."""
    grouped: dict[Hashable, list[Side]] = defaultdict(list)
    for side in sides:
        if key(side) is not None:
            grouped[key(side)].append(side)
    for group in grouped.values():
        yield _representatives(group)


def _representatives(sides: list[Side]) -> list[Side]:
    if len(sides) <= MOST:
        return sides
    first: dict[Hashable, Side] = {}
    for side in sorted(sides, key=lambda side: side.key):
        row, quantity, verdict = (
            row_of(side.finding),
            side.finding.claim.quantity,
            side.finding.verdict,
        )
        wording = (
            quantity.value,
            quantity.low,
            quantity.high,
            quantity.unit,
            verdict.status,
            verdict.cause,
        )
        first.setdefault((row.entity, row.dimension, row.period, *map(str, wording)), side)
    return list(first.values())[:MOST]


def _exchanged(sides: Sequence[Side]) -> Found:
    """Two numbers of one article each at the other's place, whatever they measure."""
    swapped = [side for side in sides if side.finding.verdict.cause is Cause.SWAPPED]
    for group in _groups(swapped, lambda side: side.article):
        for a, b in combinations(group, 2):
            if exchanged(a.finding, b.finding):
                yield a, b, Relation.CONFLICT


def _sums(sides: Sequence[Side]) -> Found:
    """A growth, difference or share that is wrong, and the levels from which it would follow."""

    def key(side: Side) -> Hashable:
        return row_of(side.finding).indicator, row_of(side.finding).entity

    for group in _groups(sides, key):
        sums = [s for s in group if s.operation and refuted(s.finding)]
        levels = [
            s for s in group if not s.operation and s.finding.verdict.status is Status.SUPPORTED
        ]
        for a, b in product(sums, levels):
            if any(_one_place(row_of(b.finding), row) for row in rows_of(a.finding)):
                yield a, b, Relation.CONFLICT


def _one_place(one: Observation, other: Observation) -> bool:
    return (one.dimension, one.period) == (other.dimension, other.period)


def _one_indicator(sides: Sequence[Side], known: Known) -> Found:
    for group in _groups(sides, lambda side: (row_of(side.finding).indicator, side.operation)):
        for a, b in combinations(group, 2):
            together = a.article == b.article
            how = relation(a.finding, b.finding, known, together=together)
            if b.order - a.order == 1 and turned(a.finding.claim, b.finding.claim):
                how = Relation.CONFLICT
            if how is Relation.DIFFERENT_MEASURE and not alike(a, b):
                how = None
            if how is not None:
                yield a, b, how


def _labels(sides: Sequence[Side], types: Mapping[str, str]) -> Found:
    """Ordinals and dates of editions of one report."""

    def key(side: Side) -> Hashable | None:
        row = row_of(side.finding)
        return row.entity if types.get(row.entity) == "report" and row.unit in LABELS else None

    for group in _groups(sides, key):
        for a, b in combinations(group, 2):
            how = label_relation(a.finding, b.finding)
            if how is not None and row_of(a.finding).indicator != row_of(b.finding).indicator:
                yield a, b, how


def _neighbours(sides: Sequence[Side], indicators: Mapping[str, Indicator]) -> Found:
    """Claims of two indicators that a reader could take for one."""
    by_indicator = {
        row_of(g[0].finding).indicator: g
        for g in _groups(sides, lambda s: row_of(s.finding).indicator)
    }
    known = [indicators[name] for name in sorted(by_indicator) if name in indicators]
    for one, other in neighbours(known):
        for a, b in product(by_indicator[one.id], by_indicator[other.id]):
            if not a.operation and not b.operation and near(one, other, a, b):
                yield a, b, Relation.DIFFERENT_MEASURE
