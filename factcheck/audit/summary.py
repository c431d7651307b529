"""The summary of an audit: from its tables alone, as plain objects in a stable order."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from factcheck.articles.records import BAD_DATE
from factcheck.audit.database import NoAudit, connect
from factcheck.audit.outlets import COUNTED, LEAST, causes, rates

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SHOWN = 20
"""Rows of lists that have no end: repeated errors, conflicts, what was skipped, wrong claims of one
outlet. The tables hold all of them."""

COUNTS = f"""
select (select count(*) from articles) as articles,
    (select count(*) from articles where origin is not null) as copies,
    (select count(*) from skipped where code <> '{BAD_DATE}') as skipped,
    (select count(*) from conflicts where relation = 'conflict') as conflicts,
    (select count(*) from conflicts where relation <> 'conflict') as explained,
    count(*) as claims, count(*) filter (checkable) as checkable,
    count(*) filter (status = 'supported') as supported, count(*) filter (wrong) as contradicted,
    count(*) filter (status = 'contradicted' and attribution = 'quoted') as quoted,
    count(*) filter (status = 'ambiguous') as ambiguous,
    count(*) filter (status = 'unverifiable') as unverifiable,
    count(*) filter (status = 'not_checkable') as not_checkable,
    count(*) filter (confirmed) as confirmed, count(*) filter (rejected) as rejected
from counted
"""

UNCHECKED = """
select coalesce(if(status = 'ambiguous', status, cause), status) as reason, count(*) as claims
from counted where status not in ('supported', 'contradicted')
group by 1 order by claims desc, reason
"""

REPEATED = f"""
with told as (
    select f.slot, c.wording, f.message, a.outlet, a.published, a.place, a.url, a.origin, f.ordinal,
        c.quote, f.cause, f.indicator_name, f.entity, f.period, f.expected
    from findings f
    join (select ordinal, finding, wording, quote from claims) c using (ordinal, finding)
    join articles a using (ordinal)
    where f.status = 'contradicted' and f.attribution <> 'quoted'
)
select slot, wording, min_by(struct_pack(
        outlet := outlet, published := published, place := place, url := url, quote := quote,
        cause := cause, indicator := indicator_name, entity := entity, period := period,
        expected := expected, message := message
    ), (coalesce(published, '9999-12-31'::date), ordinal)) as first,
    count(distinct ordinal) filter (origin is null) as articles,
    count(distinct ordinal) filter (origin is not null) as copies,
    list(distinct outlet order by outlet) filter (outlet is not null) as outlets
from told group by slot, wording having count(distinct ordinal) > 1
order by articles + copies desc, slot, wording limit {SHOWN}
"""
"""Equal errors on one slot: who had each first, and how many repeated it."""

CONFLICTS = f"""
select relation, measure, entity, period, message, slot, a_articles + b_articles as articles
from conflicts where relation = 'conflict' order by articles desc, id limit {SHOWN}
"""

WRONG = f"""
select outlet, list(struct_pack(place := place, url := url, title := title, published := appeared,
        finding := finding, code := code, cause := cause, message := message)
    order by ordinal, finding)[:{SHOWN}] as findings
from counted where wrong group by outlet order by outlet
"""

SKIPPED = "select code, count(*) as n from skipped group by 1 order by 2 desc, 1"

COPIES = f"""
select o.place, o.url, o.outlet, o.title, o.published, o.copies,
    (select list(distinct c.outlet order by c.outlet) from articles c where c.origin = o.id)
        as outlets
from articles o where o.copies > 0 order by o.copies desc, o.ordinal limit {SHOWN}
"""


def summarise(out: Path, decisions: pa.Table, least: int = LEAST) -> dict[str, Any]:
    """Return the summary of a finished audit. Days are dates; `NoAudit` where there is none."""
    if not (out / "manifest.json").is_file():
        raise NoAudit(out)
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    with connect(out) as database:
        database.register("decisions", decisions)
        database.execute(COUNTED)
        return {
            "schema_version": manifest["schema_version"],
            "manifest": manifest,
            "least": least,
            "counts": _counts(database),
            "outlets": rates(database, "outlets", least),
            "causes": causes(database),
            "topics": rates(database, "topics", least),
            "indicators": rates(database, "indicators", least)[:SHOWN],
            "months": rates(database, "months", least),
            "repeated": _rows(database, REPEATED),
            "conflicts": _rows(database, CONFLICTS),
            "copies": _rows(database, COPIES),
            "wrong": _rows(database, WRONG),
            "not_checked": _rows(database, UNCHECKED),
            "skipped": {
                "by_code": _rows(database, SKIPPED),
                "first": _rows(database, f"select place, message from skipped limit {SHOWN}"),
            },
        }


def _counts(database: DuckDBPyConnection) -> dict[str, Any]:
    counts = _rows(database, COUNTS)[0]
    inputs = counts["articles"] + counts["skipped"]
    counts["contradicted_rate"] = _share(counts["contradicted"], counts["checkable"])
    reviewed = counts["confirmed"] + counts["rejected"] > 0
    counts["confirmed_rate"] = _share(counts["confirmed"], reviewed and counts["checkable"])
    counts["skipped_rate"] = _share(counts["skipped"], inputs)
    counts["copies_rate"] = _share(counts["copies"], counts["articles"])
    return counts


def _share(part: int, of: int) -> float | None:
    return part / of if of else None


def _rows(database: DuckDBPyConnection, query: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = database.sql(query).to_arrow_table().to_pylist()
    return rows


def to_json(summary: dict[str, Any]) -> str:
    """Return the summary as JSON with a final newline; days are ISO 8601."""
    return json.dumps(summary, indent=2, ensure_ascii=False, default=str) + "\n"
