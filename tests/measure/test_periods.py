"""Periods as ISO 8601 strings."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.measure import periods


@pytest.mark.parametrize(
    "text", ["", "24", "2024-13", "2024-Q5", "--04-13", "2024/2023", "2023-02-29", "spring"]
)
def test_no_period(text):
    assert not periods.is_period(text)


def test_the_error_names_the_text():
    with pytest.raises(ValueError, match=r"^'2024-13' is no ISO 8601 period$"):
        periods.parse_period("2024-13")
    with pytest.raises(ValueError, match=r"^'2024/2023' ends before it starts$"):
        periods.parse_period("2024/2023")
    for text in ("spring", "spring/2024", "2024/spring"):
        with pytest.raises(ValueError, match=rf"^'{text}' is no ISO 8601 period$"):
            periods.parse_period(text)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "year"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2024-02-10", date(2024, 2, 10), date(2024, 2, 10), "day"),
        ("2024-Q1", date(2024, 1, 1), date(2024, 3, 31), "quarter"),
        ("2024-H2", date(2024, 7, 1), date(2024, 12, 31), "half"),
        ("2024-11/2025-02", date(2024, 11, 1), date(2025, 2, 28), "range"),
        ("2024-11-05/2024-11-05", date(2024, 11, 5), date(2024, 11, 5), "range"),
    ],
)
def test_parse(text, start, end, precision):
    assert periods.is_period(text)
    assert periods.parse_period(text) == periods.Period(start, end, precision)


@pytest.mark.parametrize(
    ("text", "by", "result"),
    [
        ("2024", -1, "2023"),
        ("2024-01", -1, "2023-12"),
        ("2024-Q1", -1, "2023-Q4"),
        ("2024-H2", 1, "2025-H1"),
        ("2024-H1", 7, "2027-H2"),
        ("2024-03-01", -1, "2024-02-29"),
        ("2013/2024", -1, "2001/2012"),
        ("2024-01/2024-06", 1, "2024-07/2024-12"),
        ("2024-01-01/2024-01-07", 1, "2024-01-08/2024-01-14"),
        ("2024-01-01/2024-01-07", 2, "2024-01-15/2024-01-21"),
        ("2024-01/2024-01-15", 1, "2024-01-16/2024-01-30"),
        ("2024-01-17/2024-01", 1, "2024-02-01/2024-02-15"),
    ],
)
def test_shift(text, by, result):
    assert periods.shift(text, by) == result


@pytest.mark.parametrize(
    ("text", "by", "result"),
    [
        ("2024-02-29", -1, "2023-02-28"),
        ("2024-02-29", 4, "2028-02-29"),
        ("2025-03", -1, "2024-03"),
        ("2022-01/2022-06", -1, "2021-01/2021-06"),
    ],
)
def test_years_later(text, by, result):
    assert periods.years_later(text, by) == result


@pytest.mark.parametrize(
    ("outer", "inner", "holds"),
    [
        ("2024-02", "2024", False),
        ("2024-H2", "2024-05/2024-08", False),
        ("2024-H1", "2024-05/2024-08", False),
        ("2024", "2024-02", True),
        ("2024", "2024-01", True),
        ("2024", "2024-12", True),
    ],
)
def test_contains(outer, inner, holds):
    assert periods.contains(outer, inner) is holds


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("spring", "2024", None),
        ("2024", "spring", None),
        ("2023-01", "2025-03", 26),
        ("2025-03", "2023-01", -26),
    ],
)
def test_months_apart(first, last, months):
    assert periods.months_apart(first, last) == months


def test_parts_of_a_year_as_months():
    quarters = [periods.quarter(2024, number) for number in (1, 2, 4)]
    assert quarters == ["2024-01/2024-03", "2024-04/2024-06", "2024-10/2024-12"]
    assert [periods.half(2024, n) for n in (1, 2)] == ["2024-01/2024-06", "2024-07/2024-12"]


@given(st.integers(1600, 2100), st.integers(1, 12), st.integers(-50, 50))
def test_shifting_there_and_back(year, month, by):
    text = f"{year}-{month:02d}"
    assert periods.shift(periods.shift(text, by), -by) == text
    assert periods.following(periods.previous(text)) == text
