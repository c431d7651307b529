"""What the reference says for one reading: every vintage, stated in the unit of the claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product, zip_longest

from factcheck.model import Claim, Kind, Observation, Quantity, Reading
from factcheck.verdict.compare import (
    Agreement,
    agreement,
    computed,
    computed_unit,
    in_unit_of,
    printed_step,
)

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Figure:
    """One value the reference gives for a reading."""

    row: Observation
    """The row of the claim's own slot."""
    value: Decimal | str
    """In the unit of the reference (or of the sum)."""
    unit: str
    stated: Decimal | str
    """The same in the unit of the claim."""
    step: Decimal
    """Last digit printed, in the unit of the claim; zero where it is exact or computed."""


def figures(claim: Claim, reading: Reading) -> list[Figure]:
    """Every vintage of a reading, oldest first; computed where the claim is a sum."""
    if reading.operation is None:
        return [figure for row in reading.rows if (figure := _printed(claim, row)) is not None]
    found = []
    for own, *rest in _together(reading):
        value = computed(reading, own, rest)
        if value is not None:
            stated = value * _worth(claim.quantity.kind, reading.operation)
            found.append(Figure(own, value, computed_unit(reading), stated, Decimal(0)))
    return found


def _together(reading: Reading) -> Iterable[tuple[Observation, ...]]:
    """The vintages that are reckoned with one another, the own row first.

    Of two figures each vintage of one with each of the other. A rank or a sum over many would have
    more of these than can be counted: there each vintage of the own row meets the others as they
    stood until the next one appeared.
    """
    if reading.operation not in ("rank", "sum"):
        yield from product(reading.rows, *reading.operands)
        return
    own = sorted(reading.rows, key=lambda row: row.published)
    for row, newer in zip_longest(own, own[1:]):
        until = newer.published if newer and newer.published > row.published else None
        yield row, *(_standing(vintages, until) for vintages in reading.operands)


def _standing(vintages: Sequence[Observation], until: date | None) -> Observation:
    """The newest vintage from before a day, else the first of all."""
    known = [row for row in vintages if until is None or row.published < until]
    if not known:
        return min(vintages, key=lambda row: row.published)
    return max(known, key=lambda row: row.published)


def _worth(kind: Kind, operation: str) -> Decimal:
    """What a computed figure is multiplied by to be told as a part or in percent."""
    if kind is Kind.RATIO and operation in ("growth", "share"):
        return 1 / HUNDRED
    return HUNDRED if kind is Kind.PERCENT and operation == "multiple" else Decimal(1)


def _printed(claim: Claim, row: Observation) -> Figure | None:
    if isinstance(row.value, str):
        return Figure(row, row.value, row.unit, row.value, Decimal(0))
    stated = in_unit_of(claim.quantity, row.value, row.unit)
    if stated is None:
        return None
    scale = stated / row.value if row.value else Decimal(1)
    return Figure(row, row.value, row.unit, stated, printed_step(row.value, row.unit) * abs(scale))


def agrees(claim: Claim, figure: Figure) -> Agreement | None:
    """Whether the wording covers a figure. Size only: a fall of 5 is -5 in the reference."""
    quantity = claim.quantity
    if isinstance(figure.stated, str):
        return Agreement.EQUAL if same_date(quantity, figure.stated) else None
    stated = figure.stated
    if stated < 0 and not (isinstance(quantity.value, Decimal) and quantity.value < 0):
        stated = -stated
    return agreement(quantity, stated, figure.step)


def same_date(quantity: Quantity, published: str) -> bool:
    """A date agrees with one that is more precise, or that only lacks the year."""
    said = str(quantity.value)
    if said.startswith("--"):
        return published.endswith(said[1:])
    return published.startswith(said) or said.startswith(published)


def latest(found: Sequence[Figure], until: date | None = None) -> Figure:
    """The newest vintage that had appeared by `until`, else the newest of all.

    Of sums with the same own row the last one: it is reckoned with the newest of the other rows.
    """
    known = [f for f in found if until is None or f.row.published <= until] or found
    return max(reversed(known), key=lambda f: (f.row.published, f.row.edition))
