"""Numerals in digits and words."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.measure.numerals import (
    DIGITS,
    WORDS,
    Numeral,
    read_digits,
    read_ordinal,
    read_words,
    tidy,
)

ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TENS = {
    20: "twenty",
    30: "thirty",
    40: "forty",
    50: "fifty",
    60: "sixty",
    70: "seventy",
    90: "ninety",
}


@pytest.mark.parametrize(
    "text", ["1,95", "12,3456", "1.2.3", "twenty-thirteen hundred", "hundreds"]
)
def test_no_numeral(text):
    assert not re.fullmatch(DIGITS, text)
    assert not re.fullmatch(WORDS, text)


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("15", "15", "1"),
        ("3.20", "3.20", "0.01"),
        (".001", "0.001", "0.001"),
        ("1,953", "1953", "1"),
        ("12,34,567", "1234567", "1"),
        ("20 000", "20000", "1"),
        ("1'500", "1500", "1"),
        ("1\u202f234.5", "1234.5", "0.1"),
        ("2½", "2.5", "0.01"),
        ("¾", "0.75", "0.01"),
        ("0.00001", "0.00001", "0.00001"),
        ("0.000012", "0.000012", "0.000001"),
    ],
)
def test_read_digits(text, value, step):
    assert re.fullmatch(DIGITS, text)
    numeral = read_digits(text)
    assert (numeral.value, numeral.step) == (Decimal(value), Decimal(step))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("four", 4),
        ("Twenty-six", 26),
        ("thirty", 30),
        ("two hundred", 200),
        ("two hundred and fifty thousand", 250_000),
        ("three million", 3_000_000),
        ("four dozen", 48),
        ("two dozen thousand", 24_000),
    ],
)
def test_read_words(text, value):
    assert re.fullmatch(WORDS, text, re.IGNORECASE)
    assert read_words(text) == Numeral(Decimal(value), Decimal(1))


@pytest.mark.parametrize(
    ("text", "value"),
    [("hundred", 100), ("million", 10**6), ("a dozen", 12), ("an hundred", 100), ("a third", None)],
)
def test_one_may_be_left_out_or_be_an_article(text, value):
    if value is None:
        with pytest.raises(KeyError, match=r"^'third'$"):
            read_words(text)
    else:
        assert read_words(text).value == value


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("ninth", 9),
        ("12th", 12),
        ("1st", 1),
        ("twenty-first", 21),
        ("thirtieth", 30),
        ("nine", None),
        ("twenty-nine", None),
        ("twenty-tenth", None),
        ("umptieth", None),
    ],
)
def test_read_ordinal(text, rank):
    assert read_ordinal(text) == rank


@given(st.decimals(min_value=0, max_value=10**9, places=3))
def test_grouped_digits_read_back(value):
    assert read_digits(f"{value:,}").value == value


@given(st.sampled_from(sorted(TENS)), st.integers(1, 9), st.integers(1, 9))
def test_words_read_back(tens, ones, hundreds):
    text = f"{ONES[hundreds]} hundred and {TENS[tens]}-{ONES[ones]}"
    assert re.fullmatch(WORDS, text)
    assert read_words(text).value == 100 * hundreds + tens + ones


@given(st.decimals(min_value=-(10**15), max_value=10**15, places=6))
def test_tidy_keeps_the_value_and_prints_no_exponent_for_whole_numbers(value):
    assert tidy(value) == value
    if value == value.to_integral_value():
        assert re.fullmatch(r"-?\d+", str(tidy(value)))
