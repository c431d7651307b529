"""The JSON report, `schema_version` "1.0": same input and same packs give identical bytes."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from factcheck import __version__
from factcheck.model import (
    ArticleReport,
    Claim,
    Conflict,
    Document,
    Finding,
    Match,
    Origin,
    Report,
    Status,
    Suppression,
)
from factcheck.report.figures import plain
from factcheck.report.levels import count_checked, count_suppressed, count_unchecked
from factcheck.report.options import PLAIN, Options

SCHEMA_VERSION = "1.0"


def render(report: Report, options: Options = PLAIN) -> str:
    """Return the report as JSON with a final newline. `options` change nothing."""
    return json.dumps(as_dict(report), ensure_ascii=False, indent=2) + "\n"


def as_dict(report: Report) -> dict[str, Any]:
    """Return the report as the plain objects that the JSON is written from."""
    findings = [finding for article in report.articles for finding in article.findings]
    counts = {
        str(status): sum(f.verdict.status is status for f in findings)
        for status in (
            Status.SUPPORTED,
            Status.CONTRADICTED,
            Status.UNVERIFIABLE,
            Status.AMBIGUOUS,
            Status.NOT_CHECKABLE,
        )
    }
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "factcheck", "version": __version__},
        "reference": [
            {"name": pack.name, "version": pack.version, "sha256": pack.sha256}
            | ({"as_of": str(pack.as_of)} if pack.as_of else {})
            for pack in report.packs
        ],
        "articles": [article_dict(article) for article in report.articles],
        "conflicts": [_conflict(conflict) for conflict in report.conflicts],
        "notices": [asdict(one) for one in report.notices],
        "summary": {
            "articles": len(report.articles),
            "claims": len(findings),
            **counts,
            "suppressed": sum(count_suppressed(report).values()),
        },
    }


def article_dict(article: ArticleReport) -> dict[str, Any]:
    """Return one article of the report as plain objects."""
    document, findings = article.document, article.findings
    return {
        "id": document.id,
        "path": document.path,
        "title": document.title,
        "outlet": document.outlet,
        "published": _day(document.published),
        "sha256": document.sha256,
        "text": None if document.plain else document.text,
        "coverage": {
            "numbers": article.numbers,
            "claims": len(findings),
            "checked": count_checked(findings),
            "not_checked": count_unchecked(findings),
        },
        "findings": [_finding(document, finding) for finding in findings],
        "inconsistencies": [
            {
                "code": one.code,
                "findings": list(one.findings),
                "message": one.message,
                "suppressed": _suppressed(one.suppressed),
            }
            for one in article.inconsistencies
        ],
    }


def _finding(document: Document, finding: Finding) -> dict[str, Any]:
    verdict = finding.verdict
    origin = document.origin(finding.claim.quantity.start)
    return {
        "id": finding.id,
        "claim": _claim(finding.claim) | {"source": _source(origin) if origin else None},
        "match": _match(finding.match) if finding.match else None,
        "verdict": {
            "status": str(verdict.status),
            "cause": str(verdict.cause) if verdict.cause else None,
            "code": verdict.code,
            "message": verdict.message,
            "expected": verdict.expected,
            "gap": _number(verdict.gap),
        },
        "suppressed": _suppressed(finding.suppressed),
    }


def _source(origin: Origin) -> dict[str, int | None]:
    """Where a number stands in the file that the text was extracted from."""
    return {"page": origin.page, "line": origin.line, "column": origin.column}


def _suppressed(one: Suppression | None) -> dict[str, str | None] | None:
    return {"kind": str(one.kind), "reason": one.reason} if one else None


def _claim(claim: Claim) -> dict[str, Any]:
    quantity = claim.quantity
    return {
        "start": quantity.start,
        "end": quantity.end,
        "line": claim.line,
        "column": claim.column,
        "quote": quantity.quote,
        "sentence": claim.sentence,
        "kind": str(quantity.kind),
        "value": _number(quantity.value),
        "low": _number(quantity.low),
        "high": _number(quantity.high),
        "unit": quantity.unit,
        "modifier": str(quantity.modifier) if quantity.modifier else None,
        "entity": claim.entity.value if claim.entity else None,
        "compared_to": claim.compared_to,
        "measure": claim.measure,
        "dimension": claim.dimension,
        "period": claim.period.value if claim.period else None,
        "edition": claim.edition.value if claim.edition else None,
        "attribution": str(claim.attribution),
        "source_named": claim.source_named,
    }


def _match(match: Match) -> dict[str, Any]:
    row = match.observation
    return {
        "indicator": row.indicator,
        "indicator_name": match.indicator_name,
        "entity": row.entity,
        "dimension": row.dimension or None,
        "period": row.period,
        "value": _number(row.value),
        "unit": row.unit,
        "edition": row.edition or None,
        "published": _day(row.published),
        "source_title": match.source.title,
        "source_url": match.source.url or None,
        "score": round(float(match.score), 4),
        "why": list(match.why),
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {
        "id": conflict.id,
        "relation": str(conflict.relation),
        "indicator": conflict.indicator,
        "message": conflict.message,
        "claims": [
            {
                "article": side.article,
                "finding": side.finding,
                "quote": side.quote,
                "value": side.value,
                "period": side.period,
            }
            for side in conflict.claims
        ],
        "suppressed": _suppressed(conflict.suppressed),
    }


def _number(value: Decimal | str | None) -> str | None:
    return plain(value) if isinstance(value, Decimal) else value


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
