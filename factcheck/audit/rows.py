"""A checked article as rows of tables, and a finding back from its rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from factcheck.audit.schema import CLAIM_FIELDS, FINDING_FIELDS
from factcheck.audit.slots import slot, wording
from factcheck.model import (
    ArticleReport,
    Cause,
    Claim,
    Finding,
    Indicator,
    Kind,
    Match,
    Observation,
    Quantity,
    Slot,
    Source,
    Status,
    Verdict,
)
from factcheck.report.json import article_dict
from factcheck.report.levels import level

Row = dict[str, Any]

_CLAIM = tuple(field.name for field in CLAIM_FIELDS)
_FINDING = tuple(field.name for field in FINDING_FIELDS)

STATED = (
    *("finding", "start", "end", "line", "column", "quote", "kind", "value", "low", "high"),
    *("unit", "entity", "measure", "dimension", "period"),
)
"""Columns of `claims` that `finding_of` reads."""
JUDGED = (
    *("status", "cause", "code", "message", "expected", "notes", "indicator", "indicator_name"),
    *("entity", "dimension", "period", "value", "unit", "edition", "published", "source_title"),
    *("operation", "pack"),
)
"""Columns of `findings` that `finding_of` reads."""


Rows = list[dict[str, Any]]


def rows_of(article: ArticleReport, indicators: Mapping[str, Indicator]) -> tuple[Rows, Rows, Rows]:
    """Return the rows of claims and findings, in text order, and the inconsistencies."""
    told = article_dict(article)
    claims, findings = [], []
    for finding, found in zip(article.findings, told["findings"], strict=True):
        place = slot(finding)
        extra = {"finding": finding.id, "slot": place, "wording": wording(finding)}
        row = found["claim"] | extra
        claims.append({name: row[name] for name in _CLAIM})
        row = _match(finding, found["match"] or {}, indicators) | found["verdict"] | extra
        row |= {"level": str(level(finding)), "notes": list(finding.verdict.notes)}
        row["attribution"] = str(finding.claim.attribution)
        findings.append({name: row.get(name) for name in _FINDING})
    kept = ("code", "findings", "message")
    return claims, findings, [{k: one[k] for k in kept} for one in told["inconsistencies"]]


def _match(finding: Finding, told: Row, indicators: Mapping[str, Indicator]) -> Row:
    if finding.match is None:
        return {}
    row = finding.match.observation
    indicator = indicators[row.indicator]
    return told | {
        "topic": indicator.topic,
        "pack": indicator.pack,
        "operation": finding.match.operation,
        "published": row.published,
    }


def finding_of(claim: Row, found: Row) -> Finding:
    """Return a finding from its rows, as far as conflicts need it.

    `claim` has the columns `STATED` of `claims`, `found` the columns `JUDGED` of `findings`.
    """
    kind = Kind(claim["kind"])
    quantity = Quantity(
        claim["start"],
        claim["end"],
        claim["quote"],
        kind,
        claim["value"] if kind is Kind.DATE else _decimal(claim["value"]),
        _decimal(claim["low"]),
        _decimal(claim["high"]),
        claim["unit"],
    )
    stated = Claim(
        quantity,
        claim["line"],
        claim["column"],
        sentence="",
        sentence_start=0,
        block=0,
        entities=_slots(claim["entity"]),
        measure=claim["measure"],
        dimension=claim["dimension"],
        periods=_slots(claim["period"]),
    )
    verdict = Verdict(
        Status(found["status"]),
        Cause(found["cause"]) if found["cause"] else None,
        found["code"],
        found["message"],
        found["expected"],
        notes=tuple(found["notes"] or ()),
    )
    return Finding(claim["finding"], stated, _matched(found), verdict)


def _matched(found: Row) -> Match | None:
    if found["indicator"] is None:
        return None
    value = found["value"]
    row = Observation(
        found["indicator"],
        found["entity"],
        found["dimension"] or "",
        found["period"],
        value if found["unit"] == "date" else Decimal(value),
        found["unit"],
        found["edition"] or "",
        found["published"] or date.min,
        "",
        "",
        "",
    )
    source = Source("", found["source_title"] or "")
    return Match(
        row,
        found["indicator_name"],
        source,
        Decimal(0),
        (),
        found["operation"],
        pack=found["pack"] or "",
    )


def _slots(value: str | None) -> tuple[Slot, ...]:
    return (Slot(value, "article"),) if value else ()


def _decimal(words: str | None) -> Decimal | None:
    return None if words is None else Decimal(words)
