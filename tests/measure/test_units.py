"""The unit table, its spellings and conversions."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.measure.currencies import CURRENCIES, SIGNS
from factcheck.measure.unit_table import CODES
from factcheck.measure.unit_table import TABLE as UNIT_TABLE
from factcheck.measure.units import (
    AFTER,
    FORMS,
    UNITS,
    Unit,
    _alternatives,
    _coded,
    _rows,
    _variants,
    comparable,
    convert,
    same_dimension,
    told_in,
    unit_id,
)
from factcheck.model import Kind
from factcheck.reference.units import UCUM


@pytest.mark.parametrize(
    "text", [" million", "5", " patients", " toneless", " kWhs2", "Tx", "G of data"]
)
def test_no_unit(text):
    assert not AFTER.match(text)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("%", "percent"),
        (" per cent of", "percent"),
        ("pc", "percent"),
        (" percentage points", "percentage_points"),
        ("-point", "points"),
        (" rating points", "points"),
        (" basis points", "basis_points"),
        (" TWh,", "TWh"),
        (" g/kWh", "gCO2_per_kWh"),
        (" per 100,000 people", "per_100k_inhabitants"),
        (" tonnes of CO2", "tonnes_CO2"),
        (" tonnes of CO2 per head", "tonnes_per_person"),
        (" km/h", "kilometres_per_hour"),
        ("-fold", "multiple"),
        (" US dollars", "USD"),
        (" PER CENT", "percent"),
        (" per\n  cent", "percent"),
        (" kilowatt‑hours", "kWh"),
        (" Square kilometres", "square_kilometres"),
        (" million-won"[8:], "KRW"),
    ],
)
def test_unit_after_a_number(text, unit):
    match = AFTER.match(text)
    assert match
    assert unit_id(match["form"]) == unit


@pytest.mark.parametrize(
    ("value", "source", "target", "result"),
    [
        ("16.9", "kilograms_per_person", "tonnes_per_person", "0.0169"),
        ("1500", "GWh", "TWh", "1.5"),
        ("2", "megatonnes", "tonnes", "2000000"),
        ("3", "years", "months", "36"),
        ("25", "basis_points", "percentage_points", "0.25"),
        ("7", "USD", "USD", "7"),
    ],
)
def test_convert(value, source, target, result):
    assert convert(Decimal(value), source, target) == Decimal(result)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("goals", "points", False),
        ("goals", "percent", False),
        ("percent", "goals", False),
        ("goals", "goals", True),
        ("GWh", "TWh", True),
    ],
)
def test_same_dimension(one, other, alike):
    assert same_dimension(one, other) is alike
    assert comparable(one, other) is alike


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("percent", "percentage_points", False),
        ("tonnes", "tonnes_CO2", True),
        ("kilograms", "tonnes_per_person", True),
        ("tonnes", "tonnes_per_hectare", True),
        ("tonnes_CO2", "tonnes_per_hectare", False),
        ("tonnes", "min", False),
        ("kilotonnes", "t", True),
        ("weeks", "wk", True),
    ],
)
def test_what_the_press_writes_with_one_word_is_comparable(one, other, may):
    assert comparable(one, other) is may
    assert comparable(other, one) is may


@pytest.mark.parametrize("code", ["s", "min", "h", "wk", "a", "kg", "t", "t/ha", "km2", "Cel"])
def test_a_code_is_the_unit_that_it_stands_for(code):
    assert UCUM.fullmatch(code)
    assert UNITS[code].id == code
    assert any(
        unit != code and one.factor == UNITS[code].factor and same_dimension(unit, code)
        for unit, one in UNITS.items()
    )


def test_told_in_multiplies_first():
    assert told_in(Decimal("8.42"), "megatonnes", "t") == 8420000
    assert told_in(Decimal(7), "points", "points") == 7
    assert told_in(Decimal(3000), "kilograms", "tonnes_CO2") == 3


def test_no_conversion_across_dimensions():
    assert not same_dimension("percent", "percentage_points")
    with pytest.raises(ValueError, match=r"^percent does not convert into percentage_points$"):
        convert(Decimal(1), "percent", "percentage_points")


@given(st.sampled_from(sorted(UNITS)), st.sampled_from(sorted(UNITS)), st.integers(1, 10**6))
def test_there_and_back_again(one, other, value):
    if same_dimension(one, other):
        back = convert(convert(Decimal(value), one, other), other, one)
        assert abs(back - value) < Decimal("1e-15") * value


def test_every_spelling_names_a_unit():
    assert set(FORMS.values()) <= set(UNITS)
    assert set(SIGNS.values()) <= set(CURRENCIES)


def test_every_dimension_has_a_base():
    bases = {unit.dimension for unit in UNITS.values() if unit.factor == 1}
    assert {unit.dimension for unit in UNITS.values()} <= bases


TABLE = """
[count bulk]
sacks 2 sack | bag of
    of ours
barrel 1 barrel | bbl |
[score score]
marks 1
"""


def test_rows_of_the_table():
    assert list(_rows(TABLE)) == [
        Unit("sacks", Kind.COUNT, "bulk", Decimal(2), ("sack", "bag of", "of ours")),
        Unit("barrel", Kind.COUNT, "bulk", Decimal(1), ("barrel", "bbl")),
        Unit("marks", Kind.SCORE, "score", Decimal(1), ()),
    ]


def test_the_tables_in_use_are_what_their_makers_give():
    """They are made at import; here each maker runs once more."""
    assert _variants() == FORMS
    assert f"(?P<form>{_alternatives()})" in AFTER.pattern
    made = [*_rows(UNIT_TABLE), *_coded(CODES)]
    assert [unit for unit in UNITS.values() if unit.id not in CURRENCIES] == made


@pytest.mark.parametrize(
    ("form", "unit"),
    [
        ("TWhs", None),
        ("km²s", None),
        ("tonnes", "tonnes"),
        ("US dollars", "USD"),
        ("rating points", "points"),
    ],
)
def test_plurals(form, unit):
    assert FORMS.get(form) == unit
