"""One change that makes a wrong number right names the cause."""

from dataclasses import replace

import pytest
from made import claim, number, reading, reference

from factcheck.model import Cause, Kind, Modifier
from factcheck.verdict.diagnose import diagnose
from factcheck.verdict.evidence import figures, latest

PERCENT, POINTS, MONEY = Kind.PERCENT, Kind.PERCENTAGE_POINTS, Kind.MONEY
LESS, MORE = Modifier.LESS_THAN, Modifier.MORE_THAN

HARVEST = """
wheat_output | Tarvia | | 2023 | 4510000 | tonnes
wheat_output | Tarvia | | 2024 | 4310000 | tonnes
wheat_output | Kerrin | | 2024 | 2190000 | tonnes
wheat_yield  | Tarvia | | 2023 | 5.62    | tonnes_per_hectare
wheat_yield  | Tarvia | | 2024 | 5.18    | tonnes_per_hectare
wheat_yield  | Kerrin | | 2024 | 6.83    | tonnes_per_hectare
wheat_yield  | Tarvia | winter | 2024 | 7.41 | tonnes_per_hectare
barley_yield | Tarvia | | 2024 | 4.66    | tonnes_per_hectare
wheat_price  | Tarvia | | 2024 | 231     | EUR
rainy_days   | Tarvia | | 2024 | 67      | count
irrigated    | Tarvia | | 2024 | 18.7    | percent
rise         | Tarvia | | 2024 | 3.6     | percentage_points
"""
BOOK = reference(HARVEST)


def causes(indicator, quantity, who="Tarvia", when="2024", book=BOOK, **fields):
    told, about = claim(quantity, **fields), reading(book, indicator, who, when)
    return diagnose(told, about, latest(figures(told, about)), book)


def names(*arguments, **fields):
    return [one.cause for one in causes(*arguments, **fields)]


def yields(value, **fields):
    return number(value, unit="tonnes_per_hectare", step="0.01", **fields)


@pytest.mark.parametrize(
    ("indicator", "quantity"),
    [
        ("wheat_yield", yields("5.33")),
        ("wheat_output", number("4440000", unit="tonnes", step="10000")),
        ("wheat_price", number("244", MONEY)),
        ("irrigated", number("19.4", PERCENT)),
        ("rainy_days", number("71")),
    ],
)
def test_what_nothing_explains_stays_unexplained(indicator, quantity):
    assert names(indicator, quantity) == []


@pytest.mark.parametrize(
    ("indicator", "silent", "fires", "cause", "text"),
    [
        pytest.param(
            *("irrigated", number("18.6", POINTS), number("18.7", POINTS)),
            *(Cause.WRONG_UNIT, "the figure is 18.7%"),
            id="points for percent",
        ),
        pytest.param(
            *("rise", number("3.5", PERCENT), number("3.6", PERCENT)),
            *(Cause.WRONG_UNIT, "the figure is 3.6 percentage points"),
            id="percent for points",
        ),
        pytest.param(
            *("wheat_price", number("231", MONEY, "EUR"), number("231", MONEY, "USD")),
            *(Cause.WRONG_UNIT, "the figure is €231"),
            id="another currency",
        ),
        pytest.param(
            *("wheat_output", number("4.41", unit="tonnes"), number("4.31", unit="tonnes")),
            *(Cause.WRONG_SCALE, "the digits are right, the scale is not"),
            id="million left out",
        ),
        pytest.param(
            *("rainy_days", number("72", modifier=LESS), number("66", modifier=LESS)),
            *(Cause.WRONG_HEDGE, "“less than” points the wrong way"),
            id="under 66 for 67",
        ),
        pytest.param(
            *("wheat_yield", yields("5.91"), yields("8.15")),
            *(Cause.TRANSPOSED_DIGITS, "two digits are exchanged"),
            id="three digits",
        ),
        pytest.param(
            *("rainy_days", number("77"), number("76")),
            *(Cause.TRANSPOSED_DIGITS, "two digits are exchanged"),
            id="two digits",
        ),
        pytest.param(
            *("wheat_yield", yields("5.64"), yields("5.62")),
            *(Cause.WRONG_PERIOD, "it is the figure for 2023"),
            id="another year",
        ),
        pytest.param(
            *("wheat_yield", yields("6.84"), yields("6.83")),
            *(Cause.WRONG_ENTITY, "it is the figure for Kerrin"),
            id="another place",
        ),
        pytest.param(
            *("wheat_yield", yields("7.42"), yields("7.41")),
            *(Cause.WRONG_MEASURE, "it is the figure for winter"),
            id="a part of it",
        ),
        pytest.param(
            *("wheat_yield", yields("4.67"), yields("4.66")),
            *(Cause.WRONG_MEASURE, "it is another figure: Barley yield"),
            id="another crop",
        ),
    ],
)
def test_causes(indicator, silent, fires, cause, text):
    assert cause not in names(indicator, silent)
    assert (cause, text) in [(one.cause, one.text) for one in causes(indicator, fires)]


def test_money_of_another_currency_is_no_slip_of_digits_or_scale():
    assert Cause.WRONG_SCALE in names("wheat_price", number("2310", MONEY, "EUR"))
    assert names("wheat_price", number("2310", MONEY, "USD")) == []
    assert names("wheat_price", number("213", MONEY, "USD")) == []


def test_a_figure_about_a_report_is_of_another_edition():
    survey = reference(
        """
        pages | Survey | | 2023 | 417 | count | 2023
        pages | Survey | | 2024 | 395 | count | 2024
        """,
        types={"Survey": "report"},
    )
    (found,) = causes("pages", number("417"), who="Survey", book=survey)
    assert (found.cause, found.text) == (
        Cause.WRONG_EDITION,
        "it is the figure for the 2023 edition",
    )


def test_another_name_of_a_unit_is_no_other_unit():
    wheat = reference("wheat_output | Tarvia | | 2024 | 389670000 | t")
    said = number("390000000", unit="tonnes", modifier=MORE)
    said = replace(said, quote="390 million tonnes")
    assert names("wheat_output", said, book=wheat) == [Cause.WRONG_HEDGE]


def test_a_hedge_that_points_the_right_way_is_not_what_is_wrong():
    assert Cause.WRONG_HEDGE not in names("rainy_days", number("69", modifier=LESS))
    assert Cause.WRONG_HEDGE not in names("rainy_days", number("65", modifier=MORE))


def test_kilograms_for_tonnes():
    ate = reference("rice_eaten | Tarvia | | 2024 | 310 | tonnes")
    taken_over = number("310", unit="kilograms")
    right = number("310", unit="tonnes")
    wrong = replace(taken_over, quote="310 kilograms")
    assert Cause.WRONG_UNIT not in names("rice_eaten", right, book=ate)
    assert Cause.WRONG_UNIT not in names("rice_eaten", taken_over, book=ate)
    assert Cause.WRONG_UNIT in names("rice_eaten", wrong, book=ate)


@pytest.mark.parametrize(
    ("value", "expected"), [("5.62", Cause.WRONG_PERIOD), ("6.83", Cause.WRONG_ENTITY)]
)
def test_only_one_slot_is_changed_at_a_time(value, expected):
    """The value of another place in another year explains nothing."""
    both = reference(HARVEST + "wheat_yield | Kerrin | | 2023 | 6.15 | tonnes_per_hectare")
    assert names("wheat_yield", yields("6.15"), book=both) == []
    assert names("wheat_yield", yields(value), book=both) == [expected]


def test_another_topic_explains_nothing():
    table = "irrigated | Tarvia | | 2024 | 18.7 | percent\npolls | Tarvia | | 2024 | 47.3 | percent"
    said = number("47.3", PERCENT)
    apart = reference(table, {"polls": {"topic": "politics"}})
    assert names("irrigated", said, book=apart) == []
    assert names("irrigated", said, book=reference(table)) == [Cause.WRONG_MEASURE]


def test_one_digit_fits_too_many_other_indicators():
    table = "won | Vestby | | 2025 | 21 | count\ndrawn | Vestby | | 2025 | {} | count"
    for value, expected in (("5", []), ("15", [Cause.WRONG_MEASURE])):
        book = reference(table.format(value))
        assert names("won", number(value), "Vestby", "2025", book=book) == expected


def test_a_slip_of_unit_comes_before_the_value_of_another_year():
    book = reference(
        "wait | Northmere | | 2025 | 14 | weeks\nwait | Northmere | | 2024 | 11 | weeks\n"
        "wait | Alder | | 2025 | 11 | weeks"
    )
    months = number("14", Kind.DURATION, "months", step="0")
    weeks = number("11", Kind.DURATION, "weeks", step="0")
    assert names("wait", months, "Northmere", "2025", book=book)[0] is Cause.WRONG_UNIT
    assert names("wait", weeks, "Northmere", "2025", book=book) == [
        Cause.WRONG_PERIOD,
        Cause.WRONG_ENTITY,
    ]


def test_long_slips_come_before_other_years_and_short_ones_after():
    book = reference(
        "crowd | Vestby | | 2025 | 14382 | count\ncrowd | Vestby | | 2024 | 13482 | count\n"
        "goals | Vestby | | 2025 | 67 | count\ngoals | Vestby | | 2024 | 76 | count"
    )
    long, short = Cause.TRANSPOSED_DIGITS, Cause.WRONG_PERIOD
    assert names("crowd", number("13482"), "Vestby", "2025", book=book) == [long, short]
    assert names("goals", number("76"), "Vestby", "2025", book=book) == [short, long]


def test_another_indicator_is_no_sure_explanation_but_another_year_is():
    by_text = {one.text: one.sure for one in causes("wheat_yield", yields("4.66"))}
    assert by_text == {"it is another figure: Barley yield": False}
    assert [one.sure for one in causes("wheat_yield", yields("5.62"))] == [True]


def test_an_expected_fall_is_compared_by_size():
    table = "change | Tarvia | | 2024 | -6 | percent\nchange | Tarvia | | 2023 | -4 | percent"
    book = reference(table)
    assert names("change", number("5", PERCENT), book=book) == []
    assert names("change", number("4", PERCENT), book=book) == [Cause.WRONG_PERIOD]


def test_a_hedge_does_not_hide_whose_number_it_is():
    assert Cause.WRONG_ENTITY in names("wheat_yield", yields("6.83", modifier=MORE))
    assert Cause.WRONG_ENTITY not in names("wheat_yield", yields("6.61", modifier=MORE))
