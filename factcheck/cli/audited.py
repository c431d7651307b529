"""An audit's tables as a report to review: the articles in which something needs a person."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.report.schema import JsonReport

MANIFEST = "manifest.json"
MOST = 20_000
"""Findings put on the desk: those of the first articles; nobody reads more in one sitting."""

_CHOSEN = """
create temp table chosen as
select articles.* from articles join (
    select article, any_value(ordinal) as place, count(*) as n,
        bool_or(level in ('error', 'warning')) as grave
    from findings group by article
) told on told.article = articles.id
where articles.origin is null and (told.grave or articles.id in (
    select unnest([a_article, b_article]) from conflicts where relation = 'conflict'
))
qualify coalesce(
    sum(told.n) over (order by told.place rows between unbounded preceding and 1 preceding), 0
) < ?
order by ordinal
"""
_FINDINGS = """
select to_json(claims) as claim, to_json(findings) as verdict
from claims join findings using (article, finding)
where article in (select id from chosen) order by claims.ordinal, claims.start
"""
_CONFLICTS = """
select id, relation, indicator, message, a_article, a_finding, a_quote, a_value,
    b_article, b_finding, b_quote, b_value, period
from conflicts where a_article in (select id from chosen) and b_article in (select id from chosen)
order by id
"""
_CLAIM = (
    *("start", "end", "line", "column", "quote", "sentence", "kind", "value", "low", "high"),
    *("unit", "modifier", "entity", "compared_to", "measure", "dimension", "period", "edition"),
    *("attribution", "source_named"),
)
_MATCH = (
    *("indicator", "indicator_name", "entity", "dimension", "period", "value", "unit", "edition"),
    *("published", "source_title", "source_url", "score"),
)
_VERDICT = ("status", "cause", "code", "message", "expected", "gap")
_STATUSES = ("supported", "contradicted", "unverifiable", "ambiguous", "not_checkable")


def is_audit(folder: Path) -> bool:
    """Whether an audit has written to the folder."""
    return (folder / MANIFEST).is_file() and (folder / "findings.parquet").is_file()


def read_audit(folder: Path) -> JsonReport:
    """Return what an audit found as a report. Copies are left out, and what is past `MOST`.

    Raises `NoAudit` where a table is missing.
    """
    from factcheck.audit.database import connect
    from factcheck.report.schema import JsonReport

    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    database = connect(folder, ("articles", "claims", "findings", "conflicts"))
    database.execute(_CHOSEN, [MOST])
    findings: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for claim, verdict in database.execute(_FINDINGS).fetchall():
        told = json.loads(verdict)
        findings[told["article"]].append(_finding(json.loads(claim), told))
    rows = database.execute("select to_json(chosen) from chosen order by ordinal").fetchall()
    articles = [_article(json.loads(row), findings) for (row,) in rows]
    conflicts = map(_conflict, database.execute(_CONFLICTS).fetchall())
    statuses = [one["verdict"]["status"] for some in findings.values() for one in some]
    report = {
        "schema_version": manifest["schema_version"],
        "tool": {name: manifest["tool"][name] for name in ("name", "version")},
        "reference": manifest["reference"],
        "articles": articles,
        "conflicts": list(conflicts),
        "summary": {"articles": len(articles), "claims": len(statuses)}
        | {status: statuses.count(status) for status in _STATUSES},
    }
    return JsonReport.model_validate(report)


def _article(row: dict[str, Any], findings: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    return {
        **{name: row[name] for name in ("id", "title", "outlet", "published", "sha256")},
        "path": row["place"],
        "text": None,
        "coverage": {
            "numbers": row["numbers"],
            "claims": row["claims"],
            "checked": row["supported"] + row["contradicted"],
            "not_checked": {},
        },
        "findings": findings[row["id"]],
        "inconsistencies": row["inconsistencies"],
    }


def _finding(claim: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    match = {name: told[name] for name in _MATCH} | {"why": []} if told["indicator"] else None
    return {
        "id": told["finding"],
        "claim": {name: claim[name] for name in _CLAIM},
        "match": match,
        "verdict": {name: told[name] for name in _VERDICT},
    }


def _conflict(row: tuple[Any, ...]) -> dict[str, Any]:
    id, relation, indicator, message, *sides, period = row
    names = ("article", "finding", "quote", "value")
    claims = [dict(zip(names, sides[n : n + 4], strict=True)) for n in (0, 4)]
    return {
        "id": id,
        "relation": relation,
        "indicator": indicator,
        "message": message,
        "claims": [side | {"period": period} for side in claims],
    }
