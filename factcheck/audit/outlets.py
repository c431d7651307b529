"""Error rates that can be defended: of checkable claims, with an interval, never of a handful.

Copies count once, at their origin. What stands inside quotation marks is the speaker's and is
counted apart. The interval is Wilson's: E. B. Wilson, "Probable Inference, the Law of Succession,
and Statistical Inference", Journal of the American Statistical Association 22, 1927.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Z = 1.959964
"""Standard deviations of a two-sided interval of 95%."""

LEAST = 30
"""Checkable claims from which on a rate is told, inclusive: below, the interval is wider than the
differences between outlets that anybody would want to see (at a rate of 5%, 18 points)."""

COUNTED = """
create or replace temp view counted as
select f.*, coalesce(a.outlet, '(unknown)') as outlet, strftime(a.published, '%Y-%m') as month,
    a.place, a.url, a.title, a.published as appeared,
    f.attribution <> 'quoted' and f.status in ('supported', 'contradicted') as checkable,
    checkable and f.status = 'contradicted' as wrong,
    checkable and coalesce(h.status, f.status) = 'contradicted' and h.finding is not null
        as confirmed,
    wrong and h.status <> 'contradicted' as rejected
from findings f join articles a using (ordinal)
left join decisions h on h.finding = f.finding
where a.origin is null
"""
"""Findings that count, each with its article and what a person said of it. `confirmed` is an error
that a person signed off, whether the machine saw it or not."""

RATES = """
select {group} as name, count(distinct ordinal) as articles, count(*) as claims,
    count(*) filter (checkable) as checkable, count(*) filter (wrong) as contradicted,
    count(*) filter (confirmed) as confirmed, count(*) filter (rejected) as rejected,
    count(*) filter (status = 'contradicted' and attribution = 'quoted') as quoted
from counted where {group} is not null group by 1 order by {order}
"""

GROUPS = {
    "outlets": ("outlet", "checkable desc, name"),
    "topics": ("pack || ': ' || topic", "checkable desc, name"),
    "indicators": ("indicator_name", "contradicted desc, checkable desc, name"),
    "months": ("month", "name"),
}
"""By what rates are told: SQL of the group and of its order."""


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Return the 95% interval of a share, both ends inclusive. (0, 1) where `of` is 0."""
    if not of:
        return 0.0, 1.0
    share, spread = hits / of, Z * Z / of
    middle = share + spread / 2
    width = Z * sqrt(share * (1 - share) / of + spread / (4 * of))
    low, high = (middle - width) / (1 + spread), (middle + width) / (1 + spread)
    return max(0.0, min(low, share)), min(1.0, max(high, share))  # rounded, they may miss it


def rates(database: DuckDBPyConnection, by: str, least: int = LEAST) -> list[dict[str, Any]]:
    """Return one row for each outlet, topic, indicator or month (a key of `GROUPS`).

    `database` has the view counted. A rate is None below `least` checkable claims.
    """
    group, order = GROUPS[by]
    rows = _rows(database, RATES.format(group=group, order=order))
    return [row | _rate(row, "contradicted", least) | _confirmed(row, least) for row in rows]


def causes(database: DuckDBPyConnection) -> list[dict[str, Any]]:
    """Return why claims are wrong, the commonest first, with each outlet's number."""
    return _rows(
        database,
        """with by_outlet as (
            select cause, outlet, count(*) as n from counted where wrong group by all)
        select cause, sum(n)::bigint as contradicted,
            list(struct_pack(outlet := outlet, contradicted := n) order by n desc, outlet)
                as outlets
        from by_outlet group by cause order by contradicted desc, cause""",
    )


def _confirmed(row: Mapping[str, Any], least: int) -> dict[str, float | None]:
    """What people confirmed, where they decided on anything at all."""
    reviewed = row["confirmed"] + row["rejected"] > 0
    return _rate(row, "confirmed", least if reviewed else row["checkable"] + 1)


def _rate(row: Mapping[str, Any], hits: str, least: int) -> dict[str, float | None]:
    told = row["checkable"] >= least
    low, high = wilson(row[hits], row["checkable"])
    share = row[hits] / row["checkable"] if told else None
    names = (f"{hits}_rate", f"{hits}_low", f"{hits}_high")
    return dict(zip(names, (share, low if told else None, high if told else None), strict=True))


def _rows(database: DuckDBPyConnection, query: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = database.sql(query).to_arrow_table().to_pylist()
    return rows
