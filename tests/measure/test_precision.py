"""From print and hedge to intervals."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.measure.precision import NEAR_MULTIPLE, interval, printed_step
from factcheck.model import Modifier


@pytest.mark.parametrize(
    ("value", "step", "whole_is_exact", "expected"),
    [
        pytest.param("2000", "1", True, "0", id="an integer in full is exact"),
        pytest.param("553000", "1", True, "1000", id="five digits and three zeros are rounded"),
        pytest.param("10000", "1", True, "1000", id="five digits begin at ten thousand"),
        pytest.param("9000", "1", True, "0", id="four digits are exact"),
        pytest.param("553100", "1", True, "0", id="two zeros are not"),
        pytest.param("61", "1", False, "1", id="percent"),
        pytest.param("130900000", "100000", True, "100000", id="scale word"),
    ],
)
def test_printed_step(value, step, whole_is_exact, expected):
    got = printed_step(Decimal(value), Decimal(step), whole_is_exact=whole_is_exact)
    assert got == Decimal(expected)


@pytest.mark.parametrize(
    ("value", "step", "modifier", "near", "low", "high"),
    [
        pytest.param("3.2", "0.1", None, False, "3.15", "3.25", id="last digit"),
        pytest.param("15", "0", None, False, "15", "15", id="exact"),
        pytest.param("28", "1", Modifier.APPROX, False, "26.6", "29.4", id="about: five percent"),
        pytest.param("5", "1", Modifier.APPROX, False, "4.5", "5.5", id="about: the last digit"),
        pytest.param("2000", "0", Modifier.LESS_THAN, True, "1900", "2000", id="nearly"),
        pytest.param("2000", "0", Modifier.LESS_THAN, False, None, "2000", id="fewer than"),
        pytest.param("50", "1", Modifier.MORE_THAN, False, "50", None, id="more than"),
        pytest.param("50", "1", Modifier.MORE_THAN, True, "50", "52.5", id="just over"),
        pytest.param("10", "1", Modifier.AT_LEAST, False, "9.5", None, id="at least"),
        pytest.param("24", "1", Modifier.AT_MOST, False, None, "24.5", id="up to, as printed"),
        pytest.param("400", "0", Modifier.AT_MOST, False, None, "400.5", id="up to, exact"),
    ],
)
def test_interval(value, step, modifier, near, low, high):
    ends = tuple(end if end is None else Decimal(end) for end in (low, high))
    assert interval(Decimal(value), Decimal(step), modifier, near) == ends


@given(st.integers(-(10**6), 10**6), st.integers(-4, 4))
def test_neighbouring_roundings_touch_and_never_overlap(digits, exponent):
    step = Decimal(1).scaleb(exponent)
    here = interval(digits * step, step, None, False)
    above = interval((digits + 1) * step, step, None, False)
    assert here[1] == above[0]


def test_multiples_are_told_in_round_words():
    two = Decimal(2), Decimal(0), Modifier.LESS_THAN, True
    assert interval(*two) == (Decimal("1.9"), Decimal(2))
    assert interval(*two, NEAR_MULTIPLE) == (Decimal("1.84"), Decimal(2))
