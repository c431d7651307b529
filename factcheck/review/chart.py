"""The series of a finding as a small drawing, with the claimed value in it. Geometry only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.model import Observation
from factcheck.report.figures import figure, period_words
from factcheck.report.schema import Claim, Match
from factcheck.review.evidence import comparable

WIDTH, HEIGHT = 420, 170
"""Of the drawing, in its own units; the page scales it."""
LEFT, RIGHT, TOP, BOTTOM = 14, 14, 26, 24
"""Margins around the plot."""
MOST = 60
"""Points drawn: the newest ones of a longer series."""
BEYOND = 8
"""A claim further off than so many spans of the series is drawn at the edge, with an arrow."""


@dataclass(frozen=True, slots=True)
class Point:
    """A value at its place."""

    x: float
    y: float
    label: str
    period: str


@dataclass(frozen=True, slots=True)
class Chart:
    """What the template draws."""

    points: tuple[Point, ...]
    held: Point | None
    """The reference value the claim was held against."""
    claimed: Point | None
    beyond: str
    """"up" or "down" where the claimed value lies off the scale."""
    words: str
    """The same for those who do not see it."""

    @property
    def line(self) -> str:
        return " ".join(f"{p.x:g},{p.y:g}" for p in self.points)


def chart(claim: Claim, match: Match, series: Sequence[Observation]) -> Chart | None:
    """Draw a series of at least two numbers; None where there is nothing to draw."""
    rows = [row for row in series if isinstance(row.value, Decimal)][-MOST:]
    if len(rows) < 2:
        return None
    said = _claimed(claim, rows[0].unit)
    values = [Decimal(row.value) for row in rows]
    low, high = min(values), max(values)
    span = (high - low) or abs(high) or Decimal(1)
    beyond = _beyond(said, low, high, span)
    if said is not None and not beyond:
        low, high = min(low, said), max(high, said)
    scale = (high - low) or Decimal(1)

    def at(n: int, value: Decimal, period: str) -> Point:
        x = LEFT + (WIDTH - LEFT - RIGHT) * n / (len(rows) - 1)
        share = float(min(max((value - low) / scale, Decimal(0)), Decimal(1)))
        y = TOP + (HEIGHT - TOP - BOTTOM) * (1 - share)
        return Point(round(x, 1), round(y, 1), figure(value, rows[0].unit), period_words(period))

    points = tuple(at(n, v, r.period) for n, (r, v) in enumerate(zip(rows, values, strict=True)))
    place = next((n for n, row in enumerate(rows) if row.period == match.period), None)
    held = points[place] if place is not None else None
    claimed = None if said is None or place is None else at(place, said, match.period)
    return Chart(points, held, claimed, beyond, _words(points, claimed, claim))


def _claimed(claim: Claim, unit: str) -> Decimal | None:
    numeric = claim.value is not None and claim.kind != "date" and comparable(claim, unit)
    return Decimal(claim.value) if numeric and claim.value is not None else None


def _beyond(said: Decimal | None, low: Decimal, high: Decimal, span: Decimal) -> str:
    if said is None or low - span * BEYOND <= said <= high + span * BEYOND:
        return ""
    return "up" if said > high else "down"


def _words(points: Sequence[Point], claimed: Point | None, claim: Claim) -> str:
    said = f" The article says {claim.quote} for {claimed.period}." if claimed else ""
    told = "; ".join(f"{p.period} {p.label}" for p in points[-12:])
    return f"{len(points)} values of the reference, the newest: {told}.{said}"
