"""Which indicators a claim can be held against at all, by the kind of its number."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.measure.units import UNITS, comparable
from factcheck.model import Claim, Indicator, Kind

PLAIN = frozenset(
    {"count", "pages", "years", "months", "points", "ordinal", "multiple", "ratio", "date"}
)
SHARES = frozenset({"percent", "percent_of_human_baseline"})
LEVELS_NOT_SUMMED = frozenset({"date", "ordinal", "multiple", "multiple_per_year"})
PLAIN_COUNTS = frozenset({"count", "pages"})
WHOLE_THINGS = ("made", "tried", "won", "lost")
"""Figures of a pair that count things, whatever else is measured in the same words."""
TIMES = re.compile(r"times|fold|[x×]$|twice", re.IGNORECASE)
GROWN = 0.6
"""Factor for a printed multiple, which mostly compares two sides, where a verb ("doubled") tells of
a change over time."""
ALONE = 0.7
"""Factor for the figure of one, where the number is said of several together."""
DERIVED = 0.9
"""Factor for a figure that has to be computed: a printed one is the likelier meaning."""


def ways(claim: Claim, indicator: Indicator) -> list[tuple[str | None, float]]:
    """`ways_in` the unit of an indicator."""
    return ways_in(claim, indicator.unit)


def ways_in(claim: Claim, unit: str) -> list[tuple[str | None, float]]:
    """(operation, factor 0 to 1) for each way the number could state something in that unit.

    Operation None is the printed figure itself. Wrong units are let through where people mix them
    up (percent and percentage points), so that the verdict can say so. Of a stretch of its own
    ("four of their last five games") nothing is published.
    """
    quantity = claim.quantity
    if claim.operation == "part" or (claim.tally in WHOLE_THINGS and unit != "count"):
        return []
    if claim.operation == "streak":
        return [("streak", DERIVED)] if unit == "count" else []
    told = quantity.kind is Kind.MULTIPLE and TIMES.search(quantity.quote) is not None
    return _ways(quantity.kind, quantity.unit or "", told, claim.operation, unit)


@lru_cache(maxsize=8192)
def _ways(
    kind: Kind, own: str, told: bool, operation: str | None, unit: str
) -> list[tuple[str | None, float]]:
    """`own`: unit of the claim; `told`: a multiple is printed as such; `unit`: of the indicator."""
    direct = _direct(kind, own, told, unit) * (ALONE if operation == "sum" else 1.0)
    found: list[tuple[str | None, float]] = [(None, direct)] if direct else []
    if operation and unit not in LEVELS_NOT_SUMMED:
        found += _computed(kind, own, told, operation, unit)
    return found


DIRECT: dict[Kind, dict[str, float]] = {
    Kind.PERCENT: {"percent": 1.0, "percent_of_human_baseline": 1.0, "percentage_points": 0.9},
    Kind.PERCENTAGE_POINTS: {"percentage_points": 1.0, "percent": 0.7},
    Kind.RATIO: {"percent": 0.95, "percent_of_human_baseline": 0.95, "ratio": 0.95},
    Kind.SCORE: {"points": 1.0, "percent": 0.8},
    Kind.RANK: {"ordinal": 1.0},
    Kind.DATE: {"date": 1.0},
    Kind.MULTIPLE: {"multiple": 1.0, "multiple_per_year": 1.0},
    Kind.DURATION: {u.id: 1.0 for u in UNITS.values() if u.kind is Kind.DURATION},
}
"""Kind of number -> unit of an indicator -> how readily the one is said of the other (0 to 1)."""


def _direct(kind: Kind, own: str, told: bool, unit: str) -> float:
    if kind is Kind.MONEY:
        return float(_is_currency(unit))
    if kind is Kind.COUNT:
        return _count(own, unit)
    if kind is Kind.MULTIPLE and unit == "multiple" and not told:
        return GROWN
    return DIRECT[kind].get(unit, 0.0)


def _count(own: str, unit: str) -> float:
    if unit in PLAIN_COUNTS:
        return 1.0 if not _is_measured(own) else 0.0
    if unit == "points":
        return 0.85 if not _is_measured(own) else 0.0
    if _is_currency(unit) or unit in SHARES or unit in PLAIN or unit == "percentage_points":
        return 0.0
    if _is_measured(own):
        return 1.0 if comparable(own, unit) else 0.0
    return 0.6


def _computed(
    kind: Kind, own: str, told: bool, operation: str, unit: str
) -> list[tuple[str, float]]:
    share = unit in SHARES or unit == "percentage_points"
    if operation == "growth" and not share:
        return [("growth", DERIVED)]
    if operation == "growth":
        return [("difference", DERIVED * 0.8)]
    if operation == "difference":
        fits = share if kind is Kind.PERCENTAGE_POINTS else bool(_direct(kind, own, told, unit))
        grown = kind is Kind.PERCENTAGE_POINTS and not share
        return [("difference", DERIVED)] if fits else [("growth", DERIVED * 0.8)] if grown else []
    if operation == "share" and not share:
        return [("share", DERIVED * 0.8)]
    if operation in ("multiple", "rank"):
        return [(operation, DERIVED)]
    if operation == "sum" and _direct(kind, own, told, unit):
        return [("sum", 1.0)]
    return []


def _is_currency(unit: str) -> bool:
    return len(unit) == 3 and unit.isalpha() and unit.isupper()


def _is_measured(own: str) -> bool:
    return own in UNITS and own not in PLAIN_COUNTS
