"""What a printed number leaves open: its last digit and its hedge become a half-open interval."""

from __future__ import annotations

from decimal import Decimal

from factcheck.model import Modifier

NEAR = Decimal("0.05")
"""Share of the value that "nearly", "just over" and "about" may be off (chosen on news prose:
"nearly 2,000" for 1,953, "around 28pc" for 28.3)."""

NEAR_MULTIPLE = Decimal("0.08")
"""The same of multiples, which are told in round words: "nearly doubled" for 1.87 times."""

Interval = tuple[Decimal | None, Decimal | None]


def printed_step(value: Decimal, step: Decimal, *, whole_is_exact: bool) -> Decimal:
    """The step that the print stands for; zero where an integer is written out in full.

    Integers of five digits and more that end in three zeros are taken as rounded to thousands.
    """
    if not whole_is_exact or step != 1:
        return step
    if abs(value) >= 10_000 and f"{value:f}".endswith("000"):
        return Decimal(1000)
    return Decimal(0)


def interval(
    value: Decimal,
    step: Decimal,
    modifier: Modifier | None,
    near: bool,
    share: Decimal = NEAR,
) -> Interval:
    """Low (inclusive) and high (exclusive) of what is meant; None is unbounded.

    `near` says that the hedge keeps close ("nearly", "just over") where the bare comparison
    ("under", "more than") is open on one side. `share`: how close, of the value.
    Equal ends mean exactly this value.
    """
    half, slack = step / 2, max(abs(value) * share, step / 2)
    match modifier:
        case Modifier.APPROX:
            return value - slack, value + slack
        case Modifier.LESS_THAN:
            return (value - slack if near else None), value
        case Modifier.MORE_THAN:
            return value, (value + slack if near else None)
        case Modifier.AT_LEAST:
            return value - half, None
        case Modifier.AT_MOST:
            return None, value + (half or Decimal("0.5"))
    return value - half, value + half
