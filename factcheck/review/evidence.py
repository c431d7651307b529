"""What the reference knows about a finding: its row's vintages, its series, what lies nearest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from factcheck.model import Indicator, Observation, Source
from factcheck.report.schema import Claim, Match
from factcheck.review.saved import Item

NEAREST = 6
"""Alternatives listed."""
PERCENTS = ("percent", "percentage_points")


class Figures(Protocol):
    """What the page asks of the reference; `reference.store.Reference` is one."""

    @property
    def indicators(self) -> Mapping[str, Indicator]: ...

    @property
    def sources(self) -> Mapping[str, Source]: ...

    def rows(self, indicator: str) -> tuple[Observation, ...]: ...


@dataclass(frozen=True, slots=True)
class Evidence:
    """All of it, for one finding."""

    indicator: Indicator | None = None
    source: Source | None = None
    vintages: tuple[Observation, ...] = ()
    """Every row of the matched slot, oldest first."""
    series: tuple[Observation, ...] = ()
    """The newest vintage of each period of the same thing, by period."""
    nearest: tuple[tuple[Observation, bool], ...] = ()
    """Rows of the indicator closest in value to the claim, and whether they fit its wording."""
    periods: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    """What the indicator is published for: the choices for a slot."""


def evidence(item: Item, figures: Figures | None) -> Evidence:
    """Look up what is known; nothing where no reference row was matched or no pack is at hand."""
    match = item.finding.match
    indicator = figures.indicators.get(match.indicator) if figures and match else None
    if indicator is None or match is None or figures is None:
        return Evidence()
    rows = figures.rows(indicator.id)
    same = [r for r in rows if (r.entity, r.dimension) == (match.entity, match.dimension or "")]
    vintages = tuple(r for r in same if r.period == match.period)
    held = [r for r in vintages if r.published.isoformat() == match.published]
    newest = {r.period: r for r in sorted(same, key=lambda r: r.published)}
    return Evidence(
        indicator,
        figures.sources.get(held[-1].source) if held else None,
        vintages,
        tuple(newest[period] for period in sorted(newest)),
        tuple(_nearest(item.finding.claim, match, rows)),
        tuple(sorted({r.period for r in same}, reverse=True)),
        tuple(sorted({r.entity for r in rows})),
    )


def comparable(claim: Claim, unit: str) -> bool:
    """Whether the claim's number and a row's can be set side by side as they stand."""
    if unit in PERCENTS and claim.unit in PERCENTS:  # the one is often written for the other
        return True
    return unit == claim.unit or (unit == "count" and claim.kind == "count")


def fits(claim: Claim, value: Decimal | str) -> bool:
    """Whether the wording of the claim covers a value."""
    if not isinstance(value, Decimal):
        return value == claim.value
    low = Decimal(claim.low) if claim.low is not None else None
    high = Decimal(claim.high) if claim.high is not None else None
    inside = (low is None or low <= value) and (high is None or value < high)
    return inside or (low is not None and low == high == value)


def _nearest(
    claim: Claim, match: Match, rows: Sequence[Observation]
) -> list[tuple[Observation, bool]]:
    """The rows around the matched one: same thing at another time, others at the same time."""
    if claim.value is None or claim.kind == "date":
        return []
    own = (match.entity, match.dimension or "", match.period)
    newest: dict[tuple[str, str, str], Observation] = {}
    for row in sorted(rows, key=lambda r: r.published):
        slot = (row.entity, row.dimension, row.period)
        if slot != own and comparable(claim, row.unit) and isinstance(row.value, Decimal):
            newest[slot] = row
    said = Decimal(claim.value)
    ranked = sorted(
        ((row, fits(claim, row.value)) for row in newest.values()),
        key=lambda pair: (not pair[1], -_shared(pair[0], own), abs(Decimal(pair[0].value) - said)),
    )
    near = [pair for pair in ranked if pair[1] or _shared(pair[0], own) == 2]
    return near[:NEAREST]


def _shared(row: Observation, own: tuple[str, str, str]) -> int:
    return sum(a == b for a, b in zip((row.entity, row.dimension, row.period), own, strict=True))
