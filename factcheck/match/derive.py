"""The other rows a computed figure needs: the year before, the other country, the whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from factcheck.match.candidates import TIMES
from factcheck.match.slots import fitting, vintages
from factcheck.measure.periods import bounds
from factcheck.model import SAID, WHOLE, Claim, Observation

AROUND = ("paragraph", "before")
Operands = tuple[tuple[Observation, ...], ...]


def operands(
    operation: str, claim: Claim, rows: Sequence[Observation], slot: Sequence[Observation]
) -> Operands | None:
    """Vintages of every other row that `operation` needs; None where one is missing.

    `rows`: all rows of the indicator in the same dimension; `slot`: those of the claim's own slot.
    """
    own = slot[0]
    same_entity = [r for r in rows if r.entity == own.entity]
    same_period = [r for r in rows if r.period == own.period and r.entity != own.entity]
    if operation in ("growth", "difference"):
        return _of_two(claim, same_period, own) or _one(_base(claim, same_entity, own))
    if operation == "share":
        wholes = [WHOLE, *(slot.value for slot in claim.entities)]
        return next(
            (_one(w) for e in wholes if (w := [r for r in same_period if r.entity == e])), None
        )
    if operation == "multiple":
        if claim.compared_to and claim.compared_to != own.entity:
            return _one([r for r in same_period if r.entity == claim.compared_to])
        before = _one(_base(claim, same_entity, own))
        return before if _grew(claim) else _beside(claim, same_period)
    others = sorted({r.entity for r in same_period})
    return tuple(vintages([r for r in same_period if r.entity == e]) for e in others) or None


def summands(
    claim: Claim, rows: Sequence[Observation], own: Observation, dimensions: Sequence[str]
) -> Operands | None:
    """What is added to `own`: the other parts that the text names, else the others it is about.

    `rows`: all rows of the indicator; `dimensions`: those of its parts that the text names.
    """
    names = [slot.value for slot in claim.entities if slot.origin in SAID]
    beside = [(own.entity, part) for part in dimensions if part != own.dimension]
    beside = beside or [(name, own.dimension) for name in names if name != own.entity]
    found = [
        vintages([r for r in rows if (r.entity, r.dimension, r.period) == (*slot, own.period)])
        for slot in beside
    ]
    return tuple(found) if found and all(found) else None


def _base(claim: Claim, rows: Sequence[Observation], own: Observation) -> list[Observation]:
    """Rows of the period a change starts from: the one named, else one year earlier."""
    earlier = [r for r in rows if _ends_before(r.period, own.period)]
    if claim.base_period:
        named = fitting(claim.base_period, earlier)
        return [r for r in earlier if named and r.period == named[0][0]]
    wanted = claim.window or 1
    return [r for r in earlier if _years_between(r.period, own.period) == wanted]


def _of_two(claim: Claim, same_period: Sequence[Observation], own: Observation) -> Operands | None:
    """Rows of the other side of a difference between two: "half a tonne more than Kent"."""
    if claim.base_period or claim.compared_to == own.entity:
        return None
    if claim.compared_to:
        return _one([r for r in same_period if r.entity == claim.compared_to])
    apart = claim.operation == "difference" and claim.direction is None
    return _beside(claim, same_period) if apart else None


def _grew(claim: Claim) -> bool:
    """ "doubled", "three times more than in 2020": the multiple is over time."""
    told = claim.base_period is not None or claim.direction is not None
    return told or not TIMES.search(claim.quantity.quote)


def _beside(claim: Claim, rows: Sequence[Observation]) -> Operands | None:
    """Rows of another entity in the sentence ("A, which sells to B, is 15 times as large"), else
    of the one in the sentences before it."""
    for origins in (SAID, AROUND):
        for slot in claim.entities:
            others = [r for r in rows if r.entity == slot.value]
            if slot.origin in origins and others:
                return _one(others)
    return None


def _one(rows: Sequence[Observation]) -> Operands | None:
    return (vintages(rows),) if rows else None


def _ends_before(period: str, other: str) -> bool:
    a, b = bounds(period), bounds(other)
    return a is not None and b is not None and a[1] < b[1] and a[0] < b[0]


def _years_between(period: str, other: str) -> float | None:
    a, b = bounds(period), bounds(other)
    if a is None or b is None or abs((a[1] - a[0]) - (b[1] - b[0])) > timedelta(days=3):
        return None
    months = (b[1].year - a[1].year) * 12 + b[1].month - a[1].month
    return months / 12
