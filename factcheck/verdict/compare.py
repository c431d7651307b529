"""Hold a worded number against published values. Pure: no look-up, no wording."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from factcheck.measure.units import comparable, told_in
from factcheck.model import Kind, Modifier, Observation, Quantity, Reading

HUNDRED = Decimal(100)
ROUNDED_FROM = Decimal(1_000_000)
"""Integers from here on are taken to be rounded to their trailing zeros."""
REACH = Decimal(2)
"""Factor within which "more than" and "up to" are still said of a value."""
BARELY = Decimal("0.005")
"""Share by which "nearly 285" may already be passed (285.9) and still be no error: a reader is not
misled, and a false accusation costs more. Chosen on the labelled articles."""


class Agreement(StrEnum):
    """How a number agrees with a value."""

    EQUAL = "equal"
    ROUNDING = "rounding"


def agreement(
    quantity: Quantity, published: Decimal, step: Decimal = Decimal(0)
) -> Agreement | None:
    """Whether the wording covers a value of its own unit; None where it does not.

    `step`: the last digit the publisher prints, so that 9.26 agrees with a published 9.3. A value
    half-way between two printed digits agrees with both: some round to the even one.
    """
    low, high = quantity.low, quantity.high
    if quantity.value == published:
        return Agreement.EQUAL
    one = isinstance(quantity.value, Decimal) and quantity.modifier is None
    tie = one and published == high
    if (low is None or low <= published) and (high is None or published < high or tie):
        return Agreement.ROUNDING if _in_reach(quantity, published) else None
    if not isinstance(quantity.value, Decimal):
        return None
    if quantity.modifier in (None, Modifier.APPROX) and abs(quantity.value - published) * 2 <= step:
        return Agreement.ROUNDING
    near = abs(quantity.value - published) <= abs(published) * BARELY
    hedged = quantity.modifier in (Modifier.LESS_THAN, Modifier.AT_MOST)
    return Agreement.ROUNDING if near and hedged and low is not None else None


def _in_reach(quantity: Quantity, published: Decimal) -> bool:
    """Whether a one-sided wording may stand for a value: nobody says "up to 24" of 8."""
    value = quantity.value
    if not isinstance(value, Decimal) or (quantity.low is not None and quantity.high is not None):
        return True
    low, high = sorted((value / REACH, value * REACH))
    return quantity.modifier is Modifier.AT_LEAST or low <= published <= high


def printed_step(value: Decimal, unit: str) -> Decimal:
    """The last digit a publisher prints: 0.1 for 9.3, 100,000,000 for 109,100,000,000."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < 0:
        return Decimal(1).scaleb(exponent)
    if unit in ("percent", "percentage_points"):
        return Decimal(1)
    if abs(value) >= ROUNDED_FROM:
        digits = str(abs(int(value)))
        return Decimal(10) ** (len(digits) - len(digits.rstrip("0")))
    return Decimal(0)


def in_unit_of(quantity: Quantity, value: Decimal, unit: str) -> Decimal | None:
    """A published value in the unit the number is stated in; None where they do not compare."""
    if quantity.kind is Kind.RATIO:
        return value if unit == "ratio" else value / HUNDRED
    own = quantity.unit or unit
    if quantity.kind in (Kind.COUNT, Kind.DURATION) and own != unit:
        return told_in(value, unit, own) if comparable(unit, own) else value
    return value


def computed(reading: Reading, own: Observation, operands: list[Observation]) -> Decimal | None:
    """The figure a sum gives: percent for growth and share, the own unit for a difference."""
    values = [o.value for o in (own, *operands) if isinstance(o.value, Decimal)]
    if len(values) <= len(operands):
        return None
    first, *rest = values
    if reading.operation == "rank":
        return Decimal(1 + sum(value > first for value in rest))
    if reading.operation == "streak":
        return first
    if reading.operation == "sum":
        return sum(values, Decimal(0))
    (other,) = rest
    if reading.operation == "difference":
        return first - other
    if not other:
        return None
    by_operation = {
        "growth": (first - other) / abs(other) * HUNDRED,
        "share": first / other * HUNDRED,
        "multiple": first / other,
    }
    return by_operation.get(reading.operation or "")


def computed_unit(reading: Reading) -> str:
    """Unit of what `computed` returns."""
    shares = ("percent", "percentage_points")
    match reading.operation:
        case "growth" | "share":
            return "percent"
        case "difference":
            return (
                "percentage_points" if reading.indicator.unit in shares else reading.indicator.unit
            )
        case "rank":
            return "ordinal"
        case "sum" | "streak":
            return reading.indicator.unit
    return "multiple"


THOUSANDS = (3, 6, 9, -3, -6, -9)
"""Powers of ten between scale words."""


def same_digits(claimed: Decimal, published: Decimal) -> int | None:
    """Power of ten by which two numbers with the same leading digits differ; None for others.

    One digit alone leads too many: there the numbers are equal but for the scale word.
    """
    digits = len(claimed.normalize().as_tuple().digits)
    if not claimed or not published or (digits == 1 and min(claimed, published) < 1000):
        return None
    for power in (*THOUSANDS, 1, -1, 2, -2) if digits > 1 else THOUSANDS:
        scaled = published.scaleb(power)
        if (_rounded(scaled, digits) if digits > 1 else scaled) == claimed:
            return power
    return None


def transposed(claimed: Decimal, published: Decimal) -> bool:
    """Whether exchanging two digits of the published value, as printed, gives the claimed one."""
    digits = claimed.normalize().as_tuple().digits
    if len(digits) < 2:
        return False
    for length in range(len(digits), len(digits) + 2):
        target = _rounded(published, length)
        if target.adjusted() != claimed.adjusted() and length == len(digits):
            return False
        own = [*digits, *[0] * (length - len(digits))]
        wanted = list(target.normalize().as_tuple().digits)
        wanted += [0] * (length - len(wanted))
        if len(wanted) != len(own):
            continue
        moved = sum(a != b for a, b in zip(own, wanted, strict=True))
        if moved == 2 and sorted(own) == sorted(wanted):
            return True
    return False


def rounds_to(value: Decimal, rounded: Decimal) -> bool:
    """Whether a number is another one rounded to the significant digits of that."""
    return _rounded(value, len(rounded.normalize().as_tuple().digits)) == rounded


def _rounded(value: Decimal, digits: int) -> Decimal:
    """Rounded to so many significant digits."""
    return value.quantize(Decimal(1).scaleb(value.adjusted() - digits + 1)) if value else value
