"""How grave a finding is, and what was checked and what was not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from factcheck.model import (
    Attribution,
    Cause,
    Conflict,
    Finding,
    Inconsistency,
    Relation,
    Report,
    Status,
    SuppressionKind,
)


class Level(StrEnum):
    """Gravity of a finding, in the words of SARIF."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NONE = "none"


RELATION_CODES = {
    Relation.CONFLICT: "FC401",
    Relation.DIFFERENT_PERIOD: "FC402",
    Relation.DIFFERENT_EDITION: "FC403",
    Relation.DIFFERENT_MEASURE: "FC404",
    Relation.DIFFERENT_ENTITY: "FC405",
    Relation.RESTATED: "FC406",
}

CHECKED = (Status.SUPPORTED, Status.CONTRADICTED)

_TO_REVIEW = (Cause.SUPERSEDED, Cause.CONFLICTING_REFERENCE)


_GRAVE = (Level.ERROR, Level.WARNING)


def level(finding: Finding) -> Level:
    """Return how grave a finding is.

    Inside quotation marks the speaker is wrong, not the writer: never above a warning.
    """
    status, cause = finding.verdict.status, finding.verdict.cause
    if status is Status.CONTRADICTED:
        quoted = finding.claim.attribution is Attribution.QUOTED
        return Level.WARNING if quoted else Level.ERROR
    if status is Status.AMBIGUOUS or cause in _TO_REVIEW:
        return Level.WARNING
    return Level.NOTE if status is Status.UNVERIFIABLE else Level.NONE


def count_checked(findings: Iterable[Finding]) -> int:
    """Return how many claims were held against the reference with a result."""
    return sum(finding.verdict.status in CHECKED for finding in findings)


def count_unchecked(findings: Iterable[Finding]) -> dict[str, int]:
    """Return how many claims were not checked, by reason, the commonest first."""
    reasons = Counter(_reason(f) for f in findings if f.verdict.status not in CHECKED)
    return dict(sorted(reasons.items(), key=lambda item: (-item[1], item[0])))


def count_suppressed(report: Report) -> dict[SuppressionKind, int]:
    """Return how many findings and pairs that need an editor are ignored, by who ignores them."""
    everything: list[Finding | Inconsistency | Conflict] = [
        *(f for article in report.articles for f in article.findings if level(f) in _GRAVE),
        *(one for article in report.articles for one in article.inconsistencies),
        *(one for one in report.conflicts if one.relation is Relation.CONFLICT),
    ]
    kinds = Counter(found.suppressed.kind for found in everything if found.suppressed)
    return {kind: kinds[kind] for kind in SuppressionKind if kinds[kind]}


def _reason(finding: Finding) -> str:
    status, cause = finding.verdict.status, finding.verdict.cause
    return str(status if status is Status.AMBIGUOUS or cause is None else cause)
