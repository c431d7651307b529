"""Spellings of publishers: what is refused stands before what is read."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.measure.periods import parse_period
from factcheck.reference.importers.assemble import SHIFTED
from factcheck.reference.normalise.marks import parted, without_marks
from factcheck.reference.normalise.names import read_country
from factcheck.reference.normalise.periods import Unreadable, read_period
from factcheck.reference.normalise.unit_words import read_unit
from factcheck.reference.normalise.values import is_missing, read_value


@pytest.fixture(scope="module")
def shift_in_sql():
    import duckdb

    con = duckdb.connect()

    def shift(value, shift):
        return con.execute(
            f"SELECT {SHIFTED} FROM (SELECT ? AS value, ? AS shift)", [value, shift]
        ).fetchone()[0]

    return shift


NO_PERIOD = [
    *("", "spring", "24", "1/2/2024", "2024-13", "2024-02-30", "2023/24", "2023-24", "FY2024"),
    *("2019-22", "2024-W60", "Foo 2024", "2024-Q5", "31 Foo 2024", "2003/04", "202413", "13/2024"),
    *("Jan-24", "Q1 24", "20240230", "31.02.2024", "01/02/2024", "Foo-Mar 2024", "Mar-Jan 2024"),
    *("year to Foo 2024", "7 months to March 2024"),
]

PERIODS = {
    "2024": "2024", "2024.0": "2024", "2024-A1": "2024",
    "2024-Q1": "2024-01/2024-03", "2024Q4": "2024-10/2024-12", "Q3 2023": "2023-07/2023-09",
    "2024-S2": "2024-07/2024-12", "H1 2024": "2024-01/2024-06",
    "2024M03": "2024-03", "2024-M3": "2024-03", "Mar 2024": "2024-03", "Sept. 2024": "2024-09",
    "2024 March": "2024-03", "2024-03": "2024-03", "2003-04": "2003-04",
    "2024-W05": "2024-01-29/2024-02-04", "5 March 2024": "2024-03-05",
    "March 5, 2024": "2024-03-05",
    "2024-03-05T00:00:00": "2024-03-05", "2019–2021": "2019/2021",
    "2024-01/2025-02": "2024-01/2025-02", "2019 to 2021": "2019/2021", "1Q2024": "2024-01/2024-03",
    "202401": "2024-01", "20240131": "2024-01-31", "2024/03": "2024-03", "03/2024": "2024-03",
    "31.1.2024": "2024-01-31", "Jan-Mar 2024": "2024-01/2024-03",
    "Nov 2023 to Jan 2024": "2023-11/2024-01", "year to March 2024": "2023-04/2024-03",
    "12 months ending June 2024": "2023-07/2024-06",
}  # fmt: skip


@pytest.mark.parametrize("text", NO_PERIOD)
def test_no_period(text):
    with pytest.raises(Unreadable):
        read_period(text)


@pytest.mark.parametrize(("text", "period"), PERIODS.items())
def test_periods(text, period):
    assert read_period(text) == period


@pytest.mark.parametrize(
    ("text", "start", "period"),
    [
        ("2023/24", 4, "2023-04/2024-03"),
        ("2003-04", 4, "2003-04/2004-03"),
        ("FY2024", 10, "2023-10/2024-09"),
        ("FY2024", 1, "2024"),
        ("2024", 4, "2024"),
    ],
)
def test_fiscal_years(text, start, period):
    assert read_period(text, start) == period


@given(st.dates(min_value=parse_period("1000").start))
def test_every_day_reads_as_itself(day):
    assert read_period(day.isoformat()) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "mark"), [("1,234", None), ("abc", None), ("1,5,", ","), ("12,5", "."), ("inf", None)]
)
def test_no_number(text, mark):
    with pytest.raises(Unreadable):
        read_value(text, mark)


@pytest.mark.parametrize(
    ("text", "mark", "number"),
    [
        ("5", None, "5"), ("-5.10", None, "-5.10"), ("−4.3", None, "-4.3"), ("12%", None, "12"),
        ("€ 5", None, "5"), ("1,234,567.8", None, "1234567.8"), ("1.234,5", None, "1234.5"),
        ("12,5", None, "12.5"), ("1,234", ".", "1234"), ("1,234", ",", "1.234"),
        ("1.234", ",", "1234"), ("1 234 567", None, "1234567"), ("1.2E+10", None, "12000000000"),
    ],
)  # fmt: skip
def test_numbers(text, mark, number):
    assert read_value(text, mark) == number


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-1e9, max_value=1e9))
def test_a_plain_decimal_keeps_its_digits(number):
    assert read_value(f"{number:f}") == f"{number:f}"


@given(st.integers(-(10**9), 10**9), st.integers(0, 4), st.sampled_from([2, 3, 6, 9]))
def test_moving_the_point_is_exact(shift_in_sql, digits, places, shift):
    number = Decimal(digits).scaleb(-places)
    assert Decimal(shift_in_sql(f"{number:f}", shift)) == number.scaleb(shift)


@pytest.mark.parametrize("text", ["", "..", ":", "n/a", " - ", "#N/A", "…", "[x]", ": c", ":z"])
def test_missing(text):
    assert is_missing(text)


@pytest.mark.parametrize("text", ["0", "c", "[low]", "x1", "nothing"])
def test_not_missing(text):
    assert not is_missing(text)


@pytest.mark.parametrize(
    "text", ["5", "12.3%", "45p", "3d", "5b", "5k", "5 b", "1.2m", "12.31)", "5e3", "Q1", "(5)"]
)
def test_no_mark_behind_a_number(text):
    assert parted(text) == (text, "")


@pytest.mark.parametrize(
    ("text", "number", "mark"),
    [
        ("1,200r", "1,200", "r"), ("5 p", "5", "p"), ("5 (p)", "5", "p"), ("7.81¹", "7.81", "¹"),
        ("5*", "5", "*"), ("5 †", "5", "†"), ("12.3 1)", "12.3", "1"), ("7.5% [r]", "7.5%", "r"),
        ("9 [note 2]", "9", "note 2"), ("1.2e", "1.2", "e"),
    ],
)  # fmt: skip
def test_marks_behind_numbers(text, number, mark):
    assert parted(text) == (number, mark)


@pytest.mark.parametrize(
    "name", ["Area (km²)", "m³", "Cost per m²", "Class 1", "A*B", "Beds (a)", "¹"]
)
def test_no_mark_behind_a_name(name):
    assert without_marks(name) == name


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Bayern¹", "Bayern"), ("Bayern 1)", "Bayern"), ("2024*", "2024"),
        ("Wales [note 2]", "Wales"), ("Beds²†", "Beds"),
    ],
)  # fmt: skip
def test_marks_behind_names(name, bare):
    assert without_marks(name) == bare
    assert without_marks(f"Kent{' ' * 100_000}x {name}") == f"Kent{' ' * 100_000}x {bare}"


@pytest.mark.parametrize("text", ["", "LCU", "of something", "deaths", "kg of oil equivalent", "m"])
def test_no_unit(text):
    assert read_unit(text) is None


@pytest.mark.parametrize(
    ("text", "unit", "factor"),
    [
        ("%", "percent", 1), ("% of GDP", "percent", 1), ("annual %", "percent", 1),
        ("percentage points", "percentage_points", 1), ("current US$", "USD", 1),
        ("constant 2015 US$", "USD", 1), ("US$ million", "USD", 10**6), ("€ bn", "EUR", 10**9),
        ("thousands", "count", 1000), ("million tonnes", "tonnes", 10**6), ("people", "count", 1),
        ("tonnes per person", "tonnes_per_person", 1), ("TWh", "TWh", 1), ("PT", "percent", 1),
        ("THS_PER", "count", 1000), ("CP_MEUR", "EUR", 10**6), ("GBP", "GBP", 1),
        ("PC_ACT", "percent", 1),
    ],
)  # fmt: skip
def test_units(text, unit, factor):
    assert read_unit(text) == (unit, factor)


@pytest.mark.parametrize("name", ["", "Atlantis", "Bavaria", "North", "Frankreich", "GP", "533"])
def test_no_country(name):
    assert read_country(name) is None


@pytest.mark.parametrize(
    ("name", "code", "country"),
    [
        ("Korea, Rep.", "", "South Korea"), ("", "FRA", "France"), ("Türkiye", "", "Turkey"),
        ("Aruba", "ABW", "Aruba"), ("Puerto Rico", "", "Puerto Rico"), ("", "ABW", "Aruba"),
        ("US", "", "United States"), ("de", "", "Germany"), ("", "EL", "Greece"),
        ("anything", "GBR", "United Kingdom"), ("Cote d'Ivoire", "", "Ivory Coast"),
        ("World", "OWID_WRL", "World"), ("European Union", "EUU", "European Union"),
    ],
)  # fmt: skip
def test_countries(name, code, country):
    found = read_country(name, code)
    assert found is not None
    assert found.name == country
    assert (found.type, bool(found.iso3)) in {("country", True), ("group", False)}
