"""A worded number against published values: edges, reach, units, digits."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from made import number, reading, reference, rows

from factcheck.model import Kind, Modifier, Quantity
from factcheck.verdict.compare import (
    BARELY,
    REACH,
    ROUNDED_FROM,
    Agreement,
    agreement,
    computed,
    computed_unit,
    in_unit_of,
    printed_step,
    same_digits,
    transposed,
)

EQUAL, ROUNDING = Agreement.EQUAL, Agreement.ROUNDING
PERCENT = Kind.PERCENT
MORE, LESS, APPROX = Modifier.MORE_THAN, Modifier.LESS_THAN, Modifier.APPROX
LEAST, MOST = Modifier.AT_LEAST, Modifier.AT_MOST


def says(value, modifier=None, **fields) -> Quantity:
    return number(value, PERCENT, None, modifier, **fields)


@pytest.mark.parametrize(
    ("quantity", "published", "expected"),
    [
        pytest.param(says("9.3"), "9.3", EQUAL, id="equal"),
        pytest.param(says("9.3"), "9.30", EQUAL, id="equal with a zero more"),
        pytest.param(says("9.3"), "9.2499", None, id="below the low edge"),
        pytest.param(says("9.3"), "9.25", ROUNDING, id="low edge counts"),
        pytest.param(says("9.3"), "9.3499", ROUNDING, id="below the high edge"),
        pytest.param(says("9.3"), "9.35", ROUNDING, id="half-way: rounded to the even digit"),
        pytest.param(says("9.3"), "9.3501", None, id="above the high edge"),
        pytest.param(number("52"), "53", None, id="an exact count, another"),
        pytest.param(number("52"), "52.4", None, id="an exact count, nearly"),
        pytest.param(number("52"), "52", EQUAL, id="an exact count"),
        pytest.param(number("52000", step="1000"), "52500", ROUNDING, id="thousands, half-way"),
        pytest.param(number("52000", step="1000"), "51500", ROUNDING, id="thousands, low edge"),
        pytest.param(says("0"), "0.4", ROUNDING, id="nought rounds"),
        pytest.param(says("-4.3"), "-4.3", EQUAL, id="minus"),
        pytest.param(says("-4.3"), "4.3", None, id="minus is not plus"),
    ],
)
def test_the_printed_digits(quantity, published, expected):
    assert agreement(quantity, Decimal(published)) is expected


@pytest.mark.parametrize(
    ("value", "published", "step", "expected"),
    [
        ("9.26", "9.3", "0", None),
        ("9.24", "9.3", "0.1", None),
        ("9.36", "9.3", "0.1", None),
        ("9.26", "9.3", "0.1", ROUNDING),
        ("9.25", "9.3", "0.1", ROUNDING),
        ("9.35", "9.3", "0.1", ROUNDING),
        ("9.3", "9.3", "0.1", EQUAL),
    ],
)
def test_a_publisher_who_prints_fewer_digits(value, published, step, expected):
    assert agreement(says(value), Decimal(published), Decimal(step)) is expected


def test_fewer_digits_excuse_no_comparison():
    published, step = Decimal("9.3"), Decimal("0.1")
    assert agreement(says("9.34", MORE), published, step) is None
    assert agreement(says("9.34"), published, step) is ROUNDING


@pytest.mark.parametrize(
    ("quantity", "published", "expected"),
    [
        pytest.param(says("50", MORE), "49.9", None, id="more than, less"),
        pytest.param(says("50", MORE), "51", ROUNDING, id="more than"),
        pytest.param(says("50", MORE), 50 * REACH, ROUNDING, id="more than, in reach"),
        pytest.param(says("50", MORE), 50 * REACH + 1, None, id="more than, out of reach"),
        pytest.param(says("50", LESS), "50.6", None, id="under, more"),
        pytest.param(says("50", LESS), "49", ROUNDING, id="under"),
        pytest.param(says("50", LESS), 50 / REACH - 1, None, id="under, out of reach"),
        pytest.param(says("50", LESS), 50 / REACH, ROUNDING, id="under, just in reach"),
        pytest.param(says("50", LEAST), "49", None, id="at least, less"),
        pytest.param(says("50", LEAST), "50", EQUAL, id="at least, just"),
        pytest.param(says("50", LEAST), 50 * REACH * 10, ROUNDING, id="at least reaches on"),
        pytest.param(says("24", MOST), "25", None, id="up to, more"),
        pytest.param(says("24", MOST), "8", None, id="up to 24 is not said of 8"),
        pytest.param(says("24", MOST), "23", ROUNDING, id="up to"),
        pytest.param(says("50", APPROX), "54", None, id="about, too far"),
        pytest.param(says("50", APPROX), "49", ROUNDING, id="about"),
        pytest.param(says("50", MORE, near=True), "60", None, id="just over, too far"),
        pytest.param(says("50", MORE, near=True), "51", ROUNDING, id="just over"),
        pytest.param(says("285", LESS, near=True), "250", None, id="nearly, too far below"),
        pytest.param(says("285", LESS, near=True), "283", ROUNDING, id="nearly"),
    ],
)
def test_hedges(quantity, published, expected):
    assert agreement(quantity, Decimal(published)) is expected


def test_nearly_may_be_barely_passed_but_under_may_not():
    limit = 300 * (1 - BARELY)
    assert agreement(says(str(limit), LESS, near=True), Decimal(300)) is ROUNDING
    barely, clearly = 285 * (1 + BARELY / 2), 285 * (1 + BARELY * 2)
    nearly = says("285", LESS, near=True)
    assert agreement(nearly, clearly) is None
    assert agreement(says("285", LESS), barely) is None
    assert agreement(says("285", MORE, near=True), 285 * (1 - BARELY / 2)) is None
    assert agreement(nearly, barely) is ROUNDING


@pytest.mark.parametrize(
    ("published", "expected"), [("12.9", None), ("17", None), ("13", ROUNDING), ("15", ROUNDING)]
)
def test_a_range(published, expected):
    between = Quantity(0, 6, "13-17%", PERCENT, None, Decimal(13), Decimal(17), "percent")
    assert agreement(between, Decimal(published), Decimal(5)) is expected


STEPS = st.sampled_from([Decimal(10) ** power for power in range(-4, 7)])
DIGITS = st.integers(10, 10**6)


@given(DIGITS, STEPS, st.fractions(0, 1))
def test_neighbouring_roundings_touch_and_never_overlap(digits, step, part):
    lower = digits * step
    upper = lower + step
    published = lower + step * Decimal(part.numerator) / Decimal(part.denominator)
    pair = [number(str(value), PERCENT, step=str(step)) for value in (lower, upper)]
    covered = [agreement(one, published) is not None for one in pair].count(True)
    assert covered == (2 if published * 2 == lower + upper else 1)


@given(DIGITS, STEPS)
def test_the_edge_between_two_roundings_belongs_to_both(digits, step):
    """Publishers round a half up or to the even digit: neither writer is wrong."""
    lower, upper = (number(str(n * step), PERCENT, step=str(step)) for n in (digits, digits + 1))
    edge = digits * step + step / 2
    assert agreement(lower, edge) is ROUNDING
    assert agreement(upper, edge) is ROUNDING


@pytest.mark.parametrize(
    ("value", "unit", "step"),
    [
        ("9.3", "percent", "0.1"),
        ("9.30", "percent", "0.01"),
        ("12", "percent", "1"),
        ("12", "percentage_points", "1"),
        ("15920", "count", "0"),
        ("20000", "count", "0"),
        ("109100000000", "USD", "100000000"),
        ("5040000", "tonnes", "10000"),
        (str(ROUNDED_FROM), "count", str(ROUNDED_FROM)),
        (str(ROUNDED_FROM - 10), "count", "0"),
        ("1234567", "count", "1"),
    ],
)
def test_the_last_digit_a_publisher_prints(value, unit, step):
    assert printed_step(Decimal(value), unit) == Decimal(step)


@pytest.mark.parametrize(
    ("quantity", "published", "unit", "expected"),
    [
        pytest.param(number("0.2", Kind.RATIO), "20", "percent", "0.2", id="one in five"),
        pytest.param(number("0.2", Kind.RATIO), "0.2", "ratio", "0.2", id="a ratio as such"),
        pytest.param(number("3", unit="tonnes"), "3000", "kilograms", "3", id="kilograms"),
        pytest.param(number("3000", unit="kilograms"), "3", "tonnes", "3000", id="tonnes"),
        pytest.param(number("3", unit="tonnes"), "3", "hectares", "3", id="area told as mass"),
        pytest.param(number("52", unit="goals"), "52", "count", "52", id="a counted noun"),
        pytest.param(number("14", Kind.DURATION, "days"), "2", "weeks", "14", id="weeks"),
        pytest.param(
            *(number("2", Kind.DURATION, "weeks"), "14", "days", "2"),
            id="days",
        ),
        pytest.param(number("2", Kind.DURATION, "months"), "2", "weeks", "2", id="calendar"),
        pytest.param(number("2", Kind.DURATION, "years"), "24", "months", "2", id="months"),
        pytest.param(number("20", PERCENT), "20", "percentage_points", "20", id="points"),
    ],
)
def test_a_published_value_in_the_unit_of_the_claim(quantity, published, unit, expected):
    assert in_unit_of(quantity, Decimal(published), unit) == Decimal(expected)


TABLE = """
output | Tarvia  | | 2025 | 120 | tonnes
output | Tarvia  | | 2024 | 100 | tonnes
output | Kerrin  | | 2025 | 30  | tonnes
output | Lowmarsh | | 2025 | 150 | tonnes
output | Twin    | | 2025 | 120 | tonnes
output | Nowhere | | 2025 | 0   | tonnes
output | Sunken  | | 2025 | -1  | tonnes
output | Sunken  | | 2024 | -2  | tonnes
share  | Tarvia  | | 2025 | 12  | percent
gap    | Tarvia  | | 2025 | 3   | percentage_points
opened | Tarvia  | | 2025 | 2025-03-01 | date
"""
BOOK = reference(TABLE)
FOUND = {(r.indicator, r.entity, r.period): r for r in rows(TABLE)}


def worked_out(operation, *slots):
    own, *rest = [FOUND[slot] for slot in slots]
    some = reading(BOOK, own.indicator, own.entity, own.period, operation=operation)
    return computed(some, own, rest), computed_unit(some)


NOW, BEFORE = ("output", "Tarvia", "2025"), ("output", "Tarvia", "2024")
LOWMARSH, KERRIN = ("output", "Lowmarsh", "2025"), ("output", "Kerrin", "2025")


@pytest.mark.parametrize(
    ("operation", "slots", "expected", "unit"),
    [
        ("growth", (NOW, BEFORE), 20, "percent"),
        ("growth", (BEFORE, NOW), Decimal(-100) / 6, "percent"),
        ("growth", (("output", "Sunken", "2025"), ("output", "Sunken", "2024")), 50, "percent"),
        ("difference", (NOW, BEFORE), 20, "tonnes"),
        ("share", (KERRIN, NOW), 25, "percent"),
        ("multiple", (NOW, KERRIN), 4, "multiple"),
        ("rank", (NOW, KERRIN, LOWMARSH), 2, "ordinal"),
        ("rank", (LOWMARSH, NOW, KERRIN), 1, "ordinal"),
        ("rank", (NOW, ("output", "Twin", "2025")), 1, "ordinal"),
        ("sum", (NOW, KERRIN, LOWMARSH), 300, "tonnes"),
    ],
)
def test_sums(operation, slots, expected, unit):
    value, said = worked_out(operation, *slots)
    assert (round(value, 9), said) == (round(Decimal(expected), 9), unit)


@pytest.mark.parametrize("operation", ["growth", "share", "multiple"])
def test_nothing_is_divided_by_nought(operation):
    assert worked_out(operation, NOW, ("output", "Nowhere", "2025"))[0] is None


def test_days_are_not_summed():
    opened = ("opened", "Tarvia", "2025")
    assert worked_out("difference", opened, opened)[0] is None
    assert worked_out("difference", NOW, opened)[0] is None


def test_shares_differ_by_percentage_points():
    for indicator in ("share", "gap"):
        some = reading(BOOK, indicator, "Tarvia", "2025", operation="difference")
        assert computed_unit(some) == "percentage_points"


@pytest.mark.parametrize(
    ("claimed", "published"),
    [
        ("3.4", "3.4"),
        ("3.4", "3.5"),
        ("3", "3000"),  # "3" may be anything
        ("3E+6", "3.2E+9"),  # one digit leads too many numbers
        ("3E+6", "3E+7"),
        ("0", "10"),
        ("10.5", "0"),
        ("34", "3512"),
    ],
)
def test_no_slip_of_scale(claimed, published):
    assert same_digits(Decimal(claimed), Decimal(published)) is None


POWERS = st.sampled_from([3, 6, 9, -3, -6, -9, 1, -1, 2, -2])


@given(st.integers(11, 10**9).filter(lambda n: n % 10), POWERS)
def test_a_slip_of_scale_is_found(digits, power):
    published = Decimal(digits)
    assert same_digits(published.scaleb(power), published) == power


@given(st.integers(1, 9), st.integers(3, 9), st.sampled_from([3, 6, 9]))
def test_a_slip_of_a_scale_word_is_found_by_one_digit(digit, size, power):
    published = Decimal(digit).scaleb(size)
    assert same_digits(published.scaleb(power), published) == power
    assert same_digits(published, published.scaleb(power)) == -power


@given(st.integers(10**5, 10**8), st.sampled_from([3, 6, 9]))
def test_a_slip_of_scale_is_found_in_a_rounded_number(digits, power):
    published = Decimal(digits)
    rounded = published.quantize(Decimal(1).scaleb(published.adjusted() - 2))
    assume(len(rounded.normalize().as_tuple().digits) >= 2)
    assert same_digits(rounded.scaleb(power), published) == power


@pytest.mark.parametrize(
    ("claimed", "published"),
    [
        ("15920", "15920"),
        ("15921", "15920"),
        ("15929", "15920"),
        ("51290", "15920"),
        ("1592", "15290"),
        ("5", "5"),
        ("99", "98"),
    ],
)
def test_no_exchange_of_digits(claimed, published):
    assert not transposed(Decimal(claimed), Decimal(published))


@pytest.mark.parametrize(
    ("claimed", "published"),
    [
        ("15290", "15920"),
        ("76", "67"),
        ("5.26", "5.62"),
        ("120", "102"),
        ("201", "210"),
        ("101.9", "109.1"),
        ("15290", "15924"),
        ("101900000000", "109100000000"),
    ],
)
def test_an_exchange_of_digits(claimed, published):
    assert transposed(Decimal(claimed), Decimal(published))


@st.composite
def exchanged(draw):
    """A number and the same with two different digits at each other's place; no nought outside."""
    middle = draw(st.lists(st.integers(0, 9), min_size=0, max_size=6))
    digits = [draw(st.integers(1, 9)), *middle, draw(st.integers(1, 9))]
    places = st.integers(0, len(digits) - 1)
    one, other = draw(places), draw(places)
    assume(digits[one] != digits[other])
    slip = list(digits)
    slip[one], slip[other] = slip[other], slip[one]
    assume(slip[0] and slip[-1])
    point = draw(st.integers(-4, 4))
    return tuple(Decimal((0, tuple(some), point)) for some in (digits, slip))


@given(exchanged())
def test_any_exchange_of_two_different_digits_is_found(pair):
    published, claimed = pair
    assert transposed(claimed, published)
    assert transposed(published, claimed)


@given(st.decimals(1, 10**6, places=2))
def test_no_number_is_its_own_slip(value):
    assert not transposed(value, value)
    assert same_digits(value, value) is None
