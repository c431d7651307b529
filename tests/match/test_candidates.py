"""Which indicators a number can be held against, by its kind alone."""

from dataclasses import replace

import pytest
from made import claim, day, number, reference

from factcheck.match.candidates import ways
from factcheck.model import Kind

K = Kind
UNITS = (
    *("percent", "percentage_points", "EUR", "count", "points", "ordinal", "date", "multiple"),
    *("ratio", "weeks", "tonnes", "kilograms", "tonnes_per_hectare", "pages"),
    *("wk", "t"),
)
BOOK = reference(
    "".join(
        f"in_{unit} | Tarvia | | 2025 | {'2025-01-01' if unit == 'date' else 1} | {unit}\n"
        for unit in UNITS
    )
)


def found(quantity, operation=None):
    """(operation, unit) of every way in which the number could be an indicator."""
    told = claim(quantity, operation=operation)
    return {(way, unit) for unit in UNITS for way, _ in ways(told, BOOK.indicators[f"in_{unit}"])}


@pytest.mark.parametrize(
    ("quantity", "units"),
    [
        (number("9.3", K.PERCENT), {"percent", "percentage_points"}),
        (number("9.3", K.PERCENTAGE_POINTS), {"percent", "percentage_points"}),
        (number("9.3", K.MONEY), {"EUR"}),
        (number("9.3", K.MONEY, "USD"), {"EUR"}),
        (number("0.2", K.RATIO, "ratio"), {"percent", "ratio"}),
        (number("54", K.SCORE, "points"), {"points", "percent"}),
        (number("2", K.RANK, "ordinal"), {"ordinal"}),
        (number("3", K.MULTIPLE, "multiple"), {"multiple"}),
        (number("14", K.DURATION, "weeks"), {"weeks", "wk"}),
        (number("14", K.DURATION, "months"), {"weeks", "wk"}),
        (day("2025-01-01"), {"date"}),
        (number("3", unit="tonnes"), {"tonnes", "t", "kilograms", "tonnes_per_hectare"}),
    ],
)
def test_printed_figures(quantity, units):
    assert found(quantity) == {(None, unit) for unit in units}


def test_counts_are_of_things_points_and_measures_but_no_shares_or_money():
    units = {unit for _, unit in found(number("52", unit="goals"))}
    assert {"count", "pages", "points"} <= units
    assert units.isdisjoint({"percent", "percentage_points", "EUR", "ordinal", "date", "ratio"})


def test_another_unit_is_let_through_but_weighs_less():
    told = claim(number("9.3", K.PERCENTAGE_POINTS))
    [(_, wrong)] = ways(told, BOOK.indicators["in_percent"])
    [(_, right)] = ways(told, BOOK.indicators["in_percentage_points"])
    assert 0 < wrong < right


@pytest.mark.parametrize(
    ("quantity", "operation", "silent", "fires"),
    [
        (number("9.3", K.PERCENT), "growth", ("growth", "date"), ("growth", "count")),
        (number("9.3", K.PERCENT), "growth", ("growth", "percent"), ("difference", "percent")),
        (number("9.3", K.PERCENT), "growth", ("growth", "ordinal"), ("growth", "EUR")),
        (number("9", unit="goals"), "difference", ("difference", "EUR"), ("difference", "count")),
        (
            number("9", K.PERCENTAGE_POINTS), "difference",
            ("difference", "count"), ("difference", "percent"),
        ),
        (number("9.3", K.PERCENT), "share", ("share", "percent"), ("share", "tonnes")),
        (number("3", K.MULTIPLE), "multiple", ("multiple", "date"), ("multiple", "tonnes")),
        (number("2", K.RANK), "rank", ("rank", "date"), ("rank", "EUR")),
    ],
)  # fmt: skip
def test_sums(quantity, operation, silent, fires):
    ways_found = found(quantity, operation)
    assert silent not in ways_found
    assert fires in ways_found
    assert fires not in found(quantity)


def test_a_printed_figure_is_likelier_than_a_sum():
    told = claim(number("54", K.SCORE, "points"), operation="difference")
    factors = dict(ways(told, BOOK.indicators["in_points"]))
    assert factors["difference"] < factors[None]


def test_values_play_no_part():
    assert found(number("9.3", K.PERCENT)) == found(number("930000", K.PERCENT))


def test_a_verb_tells_of_time_and_hardly_of_two_sides():
    def factor(quote):
        told = claim(replace(number("3", K.MULTIPLE, "multiple"), quote=quote))
        return dict(ways(told, BOOK.indicators["in_multiple"]))[None]

    assert factor("tripled") < factor("3 times") == factor("threefold") == factor("3x") == 1.0
