"""The two sides of a difference, and how it is told."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from factcheck.model import Conflict, ConflictSide, Finding, Observation, Relation, Status
from factcheck.report.figures import figure, period_words
from factcheck.verdict.definitions import mistaken_for
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
    key = "|".join(
        [relation, indicator, *sorted(side.article + side.finding.id for side in (a, b))]
    )
    a, b = sorted((a, b), key=lambda side: side.order)
    name = hashlib.sha256(key.encode()).hexdigest()[:16]
    return Conflict(
        name, relation, indicator, message(a.finding, b.finding, relation), (_side(a), _side(b))
    )


def message(a: Finding, b: Finding, relation: Relation) -> str:
    """What differs, and what explains it or which side the reference supports."""
    quotes = " and ".join(f"“{finding.claim.quantity.quote}”" for finding in (a, b))
    if relation is Relation.CONFLICT:
        return f"these differ: {quotes} ({_about(a)}); {_supported(a, b)}"
    names = list(dict.fromkeys(_name(finding) for finding in (a, b)))
    if relation is Relation.DIFFERENT_MEASURE and len(names) > 1:
        return (
            f"these differ: {quotes}; the first is about {_about(a)}, the second about {_about(b)}"
        )
    first, second = (_part(row_of(finding), relation) for finding in (a, b))
    if first == second:
        first, second = (_part(row_of(finding), Relation.RESTATED) for finding in (a, b))
    return (
        f"these differ: {quotes} ({' and '.join(names)}); the first is {first}, the second {second}"
    )


def _supported(a: Finding, b: Finding) -> str:
    right = [finding for finding in (a, b) if finding.verdict.status is Status.SUPPORTED]
    meant = [phrase for finding in (a, b) if (phrase := mistaken_for(finding.verdict))]
    if len(right) == 1:
        side = f"the reference supports “{right[0].claim.quantity.quote}”"
        return f"{side}, which is not {meant[0]}" if meant else side
    if right:
        return "the reference has both figures, but not in this order"
    figures = dict.fromkeys(
        figure(row_of(finding).value, row_of(finding).unit) for finding in (a, b)
    )
    return f"the reference supports neither, it has {' and '.join(figures)}"


def _name(finding: Finding) -> str:
    assert finding.match is not None, "only matched claims are compared"
    return finding.match.indicator_name


def _about(finding: Finding) -> str:
    row = row_of(finding)
    parts = (_name(finding), row.dimension, row.entity, period_words(row.period))
    return ", ".join(part for part in parts if part)


def _part(row: Observation, relation: Relation) -> str:
    """The one thing that tells two claims apart, of one of them."""
    if relation is Relation.DIFFERENT_PERIOD:
        return f"about {period_words(row.period)}"
    if relation is Relation.DIFFERENT_ENTITY:
        return f"about {row.entity}"
    if relation is Relation.DIFFERENT_MEASURE:
        return f"about {row.dimension or 'the whole'}"
    if relation is Relation.DIFFERENT_EDITION:
        return f"of the edition {row.edition}"
    return f"as published on {period_words(row.published.isoformat())}"


def _side(side: Side) -> ConflictSide:
    quote = side.finding.claim.quantity.quote
    return ConflictSide(
        side.article, side.finding.id, quote, printed(side.finding), row_of(side.finding).period
    )
