from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reference.cells import is_date, is_period, is_value, split_aliases
from factcheck.reference.units import is_unit

DAYS = st.dates(min_value=date(1000, 1, 1))


@pytest.mark.parametrize(
    "text", ["", "precent", "%", "dollars", "models", "usd", "XQQ", "km//h", "{}", "t/", "per cent"]
)
def test_not_a_unit(text):
    assert not is_unit(text)


@pytest.mark.parametrize(
    "text",
    [
        *("percent", "percentage_points", "count", "multiple", "ratio", "points", "years", "pages"),
        *("ordinal", "date", "USD", "EUR", "XAF", "TWh", "kg", "t/ha", "mg/L", "{goals}", "L/d"),
    ],
)
def test_unit(text):
    assert is_unit(text)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("", "count"),
        ("1,000", "count"),
        ("1e5", "count"),
        ("٣", "count"),
        ("NaN", "count"),
        ("2026-04-13", "count"),
        ("5%", "percent"),
        (".5", "percent"),
        ("7", "date"),
        ("20260413", "date"),
        ("2026-02-29", "date"),
    ],
)
def test_not_a_value(text, unit):
    assert not is_value(text, unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [("1000", "count"), ("-4.30", "percent"), ("0", "percent"), ("2024-02-29", "date")],
)
def test_value(text, unit):
    assert is_value(text, unit)


@pytest.mark.parametrize(
    "text",
    ["", "24", "2024-1", "2024-Q1", "2024/2023", "2024/", "2023/2024/2025", "2024-13", "mid-2024"],
)
def test_not_a_period(text):
    assert not is_period(text)


@given(DAYS, DAYS, st.sampled_from([4, 7, 10]))
def test_a_period_has_two_ends_in_order(first, second, width):
    start, end = first.isoformat()[:width], second.isoformat()[:width]
    assert is_period(start)
    assert is_period(f"{start}/{end}") == (start <= end)


@given(DAYS)
def test_a_day_is_a_date_and_a_period(day):
    assert is_date(day.isoformat())
    assert is_period(day.isoformat())


@pytest.mark.parametrize(
    ("cell", "names"),
    [("", ()), ("US", ("US",)), ("US|U.S.", ("US", "U.S.")), (" US | | U.S.|", ("US", "U.S."))],
)
def test_split_aliases(cell, names):
    assert split_aliases(cell) == names
