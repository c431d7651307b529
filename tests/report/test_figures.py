"""Figures and periods in words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.report.figures import figure, period_words, plain


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("7.6", "percent", "7.6%"),
        ("-4.30", "percent", "-4.3%"),
        ("2.7", "percentage_points", "2.7 percentage points"),
        ("1", "percentage_points", "1 percentage point"),
        ("285900000000", "USD", "$285.9 billion"),
        ("-1200000", "GBP", "-£1.2 million"),
        ("12.40", "CHF", "CHF 12.4"),
        ("1789114434843", "USD", "$1.789 trillion"),
        ("1953", "count", "1,953"),
        ("-13.149425287356", "percent", "-13.149%"),
        ("0.00123456", "ratio", "0.00123"),
        ("0.0625", "ratio", "0.0625"),
        ("2.9996", "percent", "3%"),
        ("999999", "count", "999,999"),
        ("1E+6", "count", "1 million"),
        ("4280000", None, "4.28 million"),
        ("39", "points", "39 points"),
        ("1", "pages", "1 page"),
        ("12", "multiple", "12 times"),
        ("0.2", "ratio", "0.2"),
        ("9", "ordinal", "9th"),
        ("111", "ordinal", "111th"),
        ("22", "ordinal", "22nd"),
        ("8460", "TWh", "8,460 TWh"),
        ("16.9", "tonnes_per_person", "16.9 tonnes per person"),
        ("0.00", "percent", "0%"),
    ],
)
def test_figure(value, unit, words):
    assert figure(Decimal(value), unit) == words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2024", "2024"),
        ("2025-02", "February 2025"),
        ("2026-04-13", "13 April 2026"),
        ("--04-13", "13 April"),
        ("2025-Q1", "Q1 2025"),
        ("2024-01/2025-02", "January 2024 to February 2025"),
        ("2024-13", "2024-13"),
        ("spring", "spring"),
        ("", ""),
    ],
)
def test_period_words(period, words):
    assert period_words(period) == words


def test_a_date_is_worded_too():
    assert figure("2026-04-13", "date") == "13 April 2026"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_plain_keeps_the_value_without_an_exponent(value):
    assert Decimal(plain(value)) == value
    assert "E" not in plain(value).upper()
