"""What the reference says for one reading, in the unit of the claim."""

from datetime import date
from decimal import Decimal

import pytest
from made import claim, day, number, reading, reference

from factcheck.model import Kind
from factcheck.verdict.compare import Agreement
from factcheck.verdict.evidence import agrees, figures, latest, same_date

BOOK = reference(
    """
    waiting | Northmere | | 2026-02 | 48210 | count | 2026 | 2026-03-12
    waiting | Northmere | | 2026-02 | 48390 | count | 2026 | 2026-04-09
    waiting | Northmere | | 2025-02 | 60000 | count | 2025 | 2025-04-09
    seen    | Northmere | | 2026-02 | 75    | percent | 2026 | 2026-04-09
    change  | Northmere | | 2026-02 | -5.5  | percent | 2026 | 2026-04-09
    opened  | Northmere | | 2026 | 2026-04-13 | date | 2026 | 2026-04-09
    stored  | Northmere | | 2026 | 2500 | kilograms | 2026 | 2026-04-09
    """
)
YEAR_BEFORE = (("Northmere", "2025-02"),)


def found(quantity, indicator, period="2026-02", **fields):
    return figures(claim(quantity), reading(BOOK, indicator, "Northmere", period, **fields))


def test_every_vintage_is_there_oldest_first():
    told = found(number("48390"), "waiting")
    assert [(f.value, f.row.published.isoformat()) for f in told] == [
        (Decimal(48210), "2026-03-12"),
        (Decimal(48390), "2026-04-09"),
    ]
    assert {f.step for f in told} == {Decimal(0)}


def test_sums_are_made_with_every_vintage():
    told = found(number("20", Kind.PERCENT), "waiting", operation="growth", others=YEAR_BEFORE)
    assert [round(f.value, 2) for f in told] == [Decimal("-19.65"), Decimal("-19.35")]
    assert {f.unit for f in told} == {"percent"}


MANY = 40
"""Others in a rank: all pairs of their vintages would be 2 to the power of 40."""


def test_a_rank_among_many_meets_each_vintage_with_what_stood_beside_it():
    early = [f"harvest | Place {n} | | 2026 | {n} | count | a | 2026-02-01" for n in range(MANY)]
    late = [
        f"harvest | Place {n} | | 2026 | {90 - n} | count | b | 2026-03-01" for n in range(MANY)
    ]
    book = reference("\n".join([*early, *late]))
    others = tuple((f"Place {n}", "2026") for n in range(MANY) if n != 1)
    ranked = reading(book, "harvest", "Place 1", "2026", operation="rank", others=others)
    assert [f.value for f in figures(claim(number("2", Kind.RANK)), ranked)] == [MANY - 1, 2]


@pytest.mark.parametrize(
    ("quantity", "slot", "value", "stated", "step"),
    [
        (number("0.75", Kind.RATIO), ("seen", "2026-02"), "75 percent", "0.75", "0.01"),
        (number("3", unit="tonnes"), ("stored", "2026"), "2500 kilograms", "2.5", "0"),
        (number("75", Kind.PERCENT), ("seen", "2026-02"), "75 percent", "75", "1"),
    ],
)
def test_a_figure_keeps_its_unit_and_is_stated_in_that_of_the_claim(
    quantity, slot, value, stated, step
):
    [one] = found(quantity, *slot)
    assert f"{one.value} {one.unit}" == value
    assert (one.stated, one.step) == (Decimal(stated), Decimal(step))


def test_a_growth_told_as_a_share_is_stated_as_one():
    told = found(number("0.2", Kind.RATIO), "waiting", operation="growth", others=YEAR_BEFORE)
    assert [round(f.stated, 4) for f in told] == [Decimal("-0.1965"), Decimal("-0.1935")]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("5.4", None),
        ("-5.4", None),
        ("5.5", Agreement.EQUAL),
        ("-5.5", Agreement.EQUAL),
        ("6", Agreement.ROUNDING),
    ],
)
def test_a_fall_is_printed_without_its_minus(printed, expected):
    quantity = number(printed, Kind.PERCENT)
    [one] = found(quantity, "change")
    assert agrees(claim(quantity), one) is expected


def test_a_rise_is_not_printed_with_a_minus():
    quantity = number("-75", Kind.PERCENT)
    [one] = found(quantity, "seen")
    assert agrees(claim(quantity), one) is None


@pytest.mark.parametrize(
    ("said", "published", "same"),
    [
        ("2026-04-12", "2026-04-13", False),
        ("--04-12", "2026-04-13", False),
        ("2025", "2026-04-13", False),
        ("2026-04-13", "2026-04-13", True),
        ("--04-13", "2026-04-13", True),
        ("2026-04", "2026-04-13", True),
        ("2026-04-13", "2026-04", True),
    ],
)
def test_dates_agree_as_far_as_both_are_told(said, published, same):
    assert same_date(day(said), published) is same


def test_a_day_is_held_against_a_day():
    [one] = found(day("2026-04-13"), "opened", "2026")
    assert agrees(claim(day("2026-04-13")), one) is Agreement.EQUAL
    assert agrees(claim(day("2026-04-14")), one) is None


@pytest.mark.parametrize(
    ("until", "value"),
    [
        (date(2026, 3, 11), 48390),
        (date(2026, 3, 12), 48210),
        (date(2026, 4, 9), 48390),
        (None, 48390),
    ],
)
def test_the_latest_vintage_that_had_appeared(until, value):
    assert latest(found(number("1"), "waiting"), until).value == Decimal(value)


def test_the_latest_of_sums_is_reckoned_with_the_newest_of_the_other_rows():
    growth = found(number("20", Kind.PERCENT), "waiting", operation="growth", others=YEAR_BEFORE)
    assert latest(growth) == growth[-1]
    book = reference(
        """
        waiting | Northmere | | 2026 | 900  | count | 2026 | 2026-04-09
        waiting | Northmere | | 2025 | 1000 | count | 2025 | 2025-04-09
        waiting | Northmere | | 2025 | 800  | count | 2026 | 2026-04-09
        """
    )
    change = {"operation": "difference", "others": (("Northmere", "2025"),)}
    told = figures(claim(number("100")), reading(book, "waiting", "Northmere", "2026", **change))
    assert [f.value for f in told] == [-100, 100]
    assert latest(told).value == 100
