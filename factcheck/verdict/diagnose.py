"""Name the cause of a mismatch: change one slot of the reading and see what makes it true.

The slots are tried in `ORDER`. The first change that makes the claim true names the cause; every
other one that would is listed in the notes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from factcheck.measure.units import comparable, same_unit
from factcheck.model import Cause, Claim, Indicator, Kind, Modifier, Observation, Quantity, Reading
from factcheck.report.figures import figure
from factcheck.verdict import compare, evidence
from factcheck.verdict.evidence import Figure
from factcheck.verdict.wording import place, when

SHARES = ("percent", "percentage_points")
POINTS = {"percent", "percentage_points", "points"}
"""Units that the press mixes up."""
NEAR = Decimal("0.06")
"""Share by which a hedge may be missed and still be the hedge that is wrong, not the number."""
DISTINCT = 3
"""Significant digits from which an exchange of two is told from a coincidence."""


class Figures(Protocol):
    """What the diagnosis asks of the reference."""

    @property
    def indicators(self) -> Mapping[str, Indicator]: ...

    @property
    def entity_types(self) -> Mapping[str, str]: ...

    def rows(self, indicator: str) -> Sequence[Observation]: ...

    def rows_of(self, indicator: str, entity: str) -> Sequence[Observation]: ...

    def rows_in(self, indicator: str, period: str) -> Sequence[Observation]: ...

    def rows_at(self, indicator: str, entity: str, period: str) -> Sequence[Observation]: ...


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A change that makes the claim true, in words."""

    cause: Cause
    text: str
    sure: bool = True
    """False where another indicator explains it, which may as well be what was meant."""
    other: Indicator | None = None
    """That indicator."""


Rule = Callable[[Claim, Reading, Figure, Figures], Iterator[Diagnosis]]


def diagnose(
    claim: Claim, reading: Reading, expected: Figure, reference: Figures
) -> list[Diagnosis]:
    """Every single change that explains the number, likeliest first; empty where none does."""
    found: list[Diagnosis] = []
    for rule in ORDER:
        found += rule(claim, reading, expected, reference)
    return found


def wrong_unit(
    claim: Claim, reading: Reading, expected: Figure, reference: Figures
) -> Iterator[Diagnosis]:
    """The digits fit, the unit does not: percent for percentage points, kilograms for tonnes."""
    own, unit = claim.quantity, expected.unit
    mixed = (own.kind is Kind.PERCENTAGE_POINTS and unit == "percent") or (
        own.kind in (Kind.PERCENT, Kind.RATIO) and unit == "percentage_points"
    )
    told = any(sign.isalpha() for sign in own.quote)  # else it is the unit of the number before
    physical = told and own.kind is Kind.COUNT and not same_unit(own.unit or "", unit)
    physical = physical and comparable(own.unit or "", unit)
    foreign = own.kind in (Kind.MONEY, Kind.DURATION) and own.unit != unit
    if (mixed or physical or foreign) and _fits(claim, expected.value):
        yield Diagnosis(Cause.WRONG_UNIT, f"the figure is {figure(expected.value, unit)}")
    for row in _neighbours(claim, reading, reference):
        if row.unit != reading.indicator.unit and _fits(claim, row.value):
            name = reference.indicators[row.indicator].name
            related = {row.unit, reading.indicator.unit} <= POINTS
            yield Diagnosis(
                Cause.WRONG_UNIT,
                f"{figure(row.value, row.unit)} is another figure: {name}",
                related,
            )


def wrong_scale(
    claim: Claim, reading: Reading, expected: Figure, reference: Figures
) -> Iterator[Diagnosis]:
    """Million for billion, or a decimal point moved."""
    value, right = _numbers(claim, expected)
    if value and compare.same_digits(value, right):
        yield Diagnosis(Cause.WRONG_SCALE, "the digits are right, the scale is not")


def wrong_hedge(
    claim: Claim, reading: Reading, expected: Figure, reference: Figures
) -> Iterator[Diagnosis]:
    """ "More than 8.5" where it is a little less."""
    yield from hedge_misses(claim, expected)


def hedge_misses(claim: Claim, expected: Figure, near: Decimal = NEAR) -> Iterator[Diagnosis]:
    """The same, whatever the figure is of. `near`: share by which the hedge may be missed."""
    value, right = _numbers(claim, expected)
    if not value or claim.quantity.modifier in (None, Modifier.APPROX):
        return
    below = claim.quantity.modifier in (Modifier.LESS_THAN, Modifier.AT_MOST)
    if abs(right - value) <= right * near and (right >= value) == below:
        hedge = str(claim.quantity.modifier).replace("_", " ")
        yield Diagnosis(Cause.WRONG_HEDGE, f"“{hedge}” points the wrong way")


def transposed_digits(
    claim: Claim, reading: Reading, expected: Figure, reference: Figures
) -> Iterator[Diagnosis]:
    """15,290 for 15,920. Two digits alone exchange by chance too often: `transposed_pair`."""
    value, right = _numbers(claim, expected)
    if _length(value) >= DISTINCT and compare.transposed(value, right):
        yield Diagnosis(Cause.TRANSPOSED_DIGITS, "two digits are exchanged")


def transposed_pair(
    claim: Claim, reading: Reading, expected: Figure, reference: Figures
) -> Iterator[Diagnosis]:
    """24 for 42."""
    value, right = _numbers(claim, expected)
    if 0 < _length(value) < DISTINCT and compare.transposed(value, right):
        yield Diagnosis(Cause.TRANSPOSED_DIGITS, "two digits are exchanged")


def wrong_period(
    claim: Claim, reading: Reading, expected: Figure, reference: Figures
) -> Iterator[Diagnosis]:
    """The value of another year, month or quarter; of another edition, where a report is
    told of."""
    report = reference.entity_types.get(reading.entity) == "report"
    for row in over_time(reading, reference):
        if row.period != reading.period and _fits_row(claim, row):
            if report and row.period == row.edition:
                text = f"it is the figure for the {row.edition} edition"
                yield Diagnosis(Cause.WRONG_EDITION, text)
            else:
                yield Diagnosis(Cause.WRONG_PERIOD, f"it is the figure for {when(row.period)}")


def wrong_entity(
    claim: Claim, reading: Reading, expected: Figure, reference: Figures
) -> Iterator[Diagnosis]:
    """The value of somebody else, in the same period."""
    for row in beside(reading, reference):
        if row.entity != reading.entity and _fits_row(claim, row):
            yield Diagnosis(Cause.WRONG_ENTITY, f"it is the figure for {place(row.entity)}")


def wrong_measure(
    claim: Claim, reading: Reading, expected: Figure, reference: Figures
) -> Iterator[Diagnosis]:
    """The value of another benchmark or sub-group, or of a neighbouring indicator."""
    for row in reference.rows_in(reading.indicator.id, reading.period):
        if row.dimension != reading.dimension and _fits_row(claim, row):
            whole = row.dimension or "the whole"
            yield Diagnosis(Cause.WRONG_MEASURE, f"it is the figure for {whole}")
    for row in _neighbours(claim, reading, reference):
        if row.unit == reading.indicator.unit and _fits_row(claim, row):
            other = reference.indicators[row.indicator]
            text = f"it is another figure: {other.name}"
            yield Diagnosis(Cause.WRONG_MEASURE, text, False, other)


ORDER: tuple[Rule, ...] = (
    wrong_unit,
    wrong_scale,
    wrong_hedge,
    transposed_digits,
    wrong_period,
    wrong_measure,
    wrong_entity,
    transposed_pair,
)
"""Likeliest first. Measured on the labelled articles: digits and units collide with another row by
chance far less often than years do, and years less often than countries."""


def _numbers(claim: Claim, expected: Figure) -> tuple[Decimal, Decimal]:
    """Sizes of what is said and what is right; zeros where one of them is no number, or they are
    money of two currencies."""
    value, right = claim.quantity.value, expected.stated
    if not isinstance(value, Decimal) or not isinstance(right, Decimal) or not value * right:
        return Decimal(0), Decimal(0)
    if claim.quantity.kind is Kind.MONEY and claim.quantity.unit != expected.unit:
        return Decimal(0), Decimal(0)
    return abs(value), abs(right)


def _length(value: Decimal) -> int:
    """Significant digits; none for zero."""
    return len(value.normalize().as_tuple().digits) if value else 0


def siblings(reading: Reading, reference: Figures) -> list[Observation]:
    """Rows of the same indicator and dimension."""
    rows = reference.rows(reading.indicator.id)
    return [row for row in rows if row.dimension == reading.dimension]


def over_time(reading: Reading, reference: Figures) -> list[Observation]:
    """Those of the same entity, in every period."""
    rows = reference.rows_of(reading.indicator.id, reading.entity)
    return [row for row in rows if row.dimension == reading.dimension]


def beside(reading: Reading, reference: Figures) -> list[Observation]:
    """Those of the same period, of every entity."""
    rows = reference.rows_in(reading.indicator.id, reading.period)
    return [row for row in rows if row.dimension == reading.dimension]


def _neighbours(claim: Claim, reading: Reading, reference: Figures) -> list[Observation]:
    """Rows of the other indicators of the same topic about the same entity and period; none for a
    number of one digit, which would fit too many."""
    value = claim.quantity.value
    if isinstance(value, Decimal) and len(value.normalize().as_tuple().digits) < 2:
        return []
    return [
        row
        for indicator in reference.indicators.values()
        if indicator.topic == reading.indicator.topic
        and indicator.id != reading.indicator.id
        and indicator.pack == reading.indicator.pack
        for row in reference.rows_at(indicator.id, reading.entity, reading.period)
    ]


def _fits_row(claim: Claim, row: Observation) -> bool:
    return _fits(claim, row.value, row.unit)


def _fits(claim: Claim, value: Decimal | str, unit: str | None = None) -> bool:
    """Whether the bare number is that value, its own hedge and unit aside."""
    quantity = claim.quantity
    if isinstance(value, str):
        return evidence.same_date(quantity, value)
    if unit is not None:
        stated = compare.in_unit_of(quantity, value, unit)
        value = stated if stated is not None else value
    plain = quantity if quantity.modifier is None else _without_hedge(quantity)
    value = abs(value) if not (isinstance(plain.value, Decimal) and plain.value < 0) else value
    return compare.agreement(plain, value) is not None


def _without_hedge(quantity: Quantity) -> Quantity:
    if not isinstance(quantity.value, Decimal):
        return quantity
    half = compare.printed_step(quantity.value, quantity.unit or "") / 2
    return Quantity(
        quantity.start,
        quantity.end,
        quantity.quote,
        quantity.kind,
        quantity.value,
        quantity.value - half,
        quantity.value + half,
        quantity.unit,
    )
