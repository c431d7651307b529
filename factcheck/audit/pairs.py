"""Two claims that differ, as a row of `conflicts`: of two articles, or of one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from factcheck.audit.slots import slot, wording
from factcheck.model import ArticleReport, Conflict, Finding
from factcheck.verdict.relations import printed

Stated = tuple[Finding, str | None, str]
"""A claim with its slot and wording."""


def pair_row(found: Conflict, a: Stated, b: Stated) -> dict[str, Any]:
    """The columns of `CONFLICTS` that two claims alone tell."""
    finding, slot, _ = a
    match, claim = finding.match, finding.claim
    row = match and match.observation
    told = {
        "id": found.id,
        "relation": str(found.relation),
        "slot": slot,
        "other_slot": b[1] if b[1] != slot else None,
        "indicator": found.indicator,
        "measure": match.indicator_name if match else claim.measure,
        "entity": row.entity if row else claim.entity and claim.entity.value,
        "dimension": (row.dimension if row else claim.dimension) or None,
        "period": row.period if row else claim.period and claim.period.value,
        "message": found.message,
    }
    return told | _side("a", a) | _side("b", b)


def _side(name: str, stated: Stated) -> dict[str, Any]:
    finding, _, words = stated
    told = {
        "finding": finding.id,
        "wording": words,
        "quote": finding.claim.quantity.quote,
        "value": printed(finding),
        "status": str(finding.verdict.status),
    }
    return {f"{name}_{column}": value for column, value in told.items()}


def rows_within(article: ArticleReport, found: Iterable[Conflict]) -> list[dict[str, Any]]:
    """Rows of what differs inside one article, but for claims of one slot, which are grouped with
    those of all articles. Without ids, since an equal text may stand in several places."""
    findings = {finding.id: finding for finding in article.findings}
    rows = []
    for one in found:
        a, b = (findings[side.finding] for side in one.claims)
        if slot(a) != slot(b):
            rows.append(pair_row(one, *((each, slot(each), wording(each)) for each in (a, b))))
    return rows
