"""What would stand instead of a wrong number: none where none is known, else in the same style."""

from dataclasses import replace
from decimal import Decimal

import pytest
from samples import CROPS, finding, match

from factcheck.measure.units import UNITS
from factcheck.model import Cause, Kind, Status
from factcheck.report.fixes import replacement


def wrong(quote, value, expected, unit, *, published=None, cause=Cause.VALUE_MISMATCH, kind=None):
    """A finding that a quote of some unit should be `expected` in the `published` unit."""
    text = f"It was {quote} in 2024."
    status = Status.CONTRADICTED
    found = finding(text, quote, status, cause, expected=expected, held_against=match("Peru", "1"))
    quantity = replace(
        found.claim.quantity,
        value=Decimal(value) if kind is not Kind.DATE else value,
        unit=unit,
        kind=kind or Kind.COUNT,
    )
    row = replace(found.match.observation, unit=published or (unit if unit in UNITS else "count"))
    return replace(
        found,
        claim=replace(found.claim, quantity=quantity),
        match=replace(found.match, observation=row),
    )


@pytest.mark.parametrize(
    "found",
    [
        finding(CROPS, "9.1%"),
        finding(CROPS, "9.1%", Status.SUPPORTED, Cause.SUPERSEDED, expected="9.3"),
        finding(CROPS, "9.1%", Status.CONTRADICTED, Cause.WRONG_MEASURE),
        finding(CROPS, "9.1%", Status.UNVERIFIABLE, Cause.NO_REFERENCE),
        finding(CROPS, "9.1%", Status.CONTRADICTED, Cause.WRONG_ENTITY, expected="the north"),
    ],
    ids=lambda found: f"{found.verdict.code} {found.verdict.expected}",
)
def test_none_where_none_is_known(found):
    assert replacement(found) is None


SAME_STYLE = [
    # quote, value, expected, unit -> new
    ("14.2%", "14.2", "12.1", "percent", "12.1%"),
    ("68.3 per cent", "68.3", "70.339", "percent", "70.3 per cent"),
    ("33 percent", "33", "24.66", "percent", "25 percent"),
    ("1,418", "1418", "1481", "points", "1,481"),
    ("15290", "15290", "15920", "seats", "15920"),
    ("573.7 TWh", "573.7", "548.68", "TWh", "548.7 TWh"),
    ("171.5 million", "171500000", "173562364", "people", "173.6 million"),
    ("€94.6M", "94600000", "96400000", "EUR", "€96.4M"),
    ("$902 million", "902000000", "1231000000", "USD", "$1.23 billion"),
    ("minus 4.3%", "-4.3", "-3.4", "percent", "minus 3.4%"),
    ("minus 4.3%", "-4.3", "3.4", "percent", "3.4%"),
    ("Nineteen per cent", "19", "24", "percent", "24%"),
    ("0", "0", "12", "models", "12"),
]


@pytest.mark.parametrize(("quote", "value", "expected", "unit", "new"), SAME_STYLE)
def test_the_numeral_changes_and_its_words_stay(quote, value, expected, unit, new):
    assert replacement(wrong(quote, value, expected, unit)) == new


@pytest.mark.parametrize(
    ("quote", "value", "expected", "units", "cause", "new"),
    [
        ("$12.4m", "12400000", "12400000000", ("USD", "USD"), Cause.WRONG_SCALE, "$12.4 billion"),
        ("£3.34 trillion", "3.34E12", "3340030000000", ("GBP", "USD"), Cause.WRONG_UNIT,
         "$3.34 trillion"),
        ("2%", "2", "2", ("percent", "percentage_points"), Cause.WRONG_UNIT, "2 percentage points"),
        ("4.9 tonnes", "4.9", "4.2", ("tonnes", "tonnes per hectare"), Cause.SWAPPED, "4.2 tonnes"),
    ],
)  # fmt: skip
def test_unit_and_scale_are_put_right_too(quote, value, expected, units, cause, new):
    claimed, published = units
    found = wrong(quote, value, expected, claimed, published=published, cause=cause)
    assert replacement(found) == new


@pytest.mark.parametrize(
    ("quote", "expected", "new"),
    [
        ("April 7", "2026-04-13", "April 13"),
        ("April 7, 2026", "2026-04-13", "April 13, 2026"),
        ("7 April", "2026-04-13", "13 April"),
        ("12 June 2025", "2025-04-07", "7 April 2025"),
        ("Thursday", "2026-04-13", "13 April"),
        ("2024", "2025", "2025"),
        ("March 2024", "2025-03", "March 2025"),
    ],
)
def test_a_date_keeps_its_order(quote, expected, new):
    assert replacement(wrong(quote, quote, expected, "date", kind=Kind.DATE)) == new
