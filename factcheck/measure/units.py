"""The unit table: ids, kinds, spellings in the press, and factors within one dimension."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from factcheck.measure.currencies import CURRENCIES
from factcheck.model import Kind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that figures are stated in."""

    id: str
    kind: Kind
    dimension: str
    """Units of one dimension convert into each other; it is the id itself where nothing else does."""
    factor: Decimal = Decimal(1)
    """Worth of one unit in the base unit of its dimension (the row with factor 1)."""
    forms: tuple[str, ...] = ()
    """Spellings after a number. Plural s is understood; case counts only in forms with capitals."""


def _rows(kind: Kind, dimension: str, table: str) -> list[Unit]:
    """Rows "id factor form|form|form" of one dimension ("_" is a space inside an id column)."""
    rows = []
    for line in table.strip().splitlines():
        unit, factor, forms = line.split(None, 2)
        rows.append(Unit(unit, kind, dimension, Decimal(factor), tuple(forms.split("|"))))
    return rows


UNITS: dict[str, Unit] = {
    unit.id: unit
    for unit in [
        Unit("percent", Kind.PERCENT, "percent", forms=("%", "per cent", "percent", "pc", "pct")),
        Unit("percent_of_human_baseline", Kind.PERCENT, "percent"),
        *_rows(
            Kind.PERCENTAGE_POINTS,
            "percentage_points",
            """
            percentage_points 1 percentage point|percentage-point|% point|%-point|pp|ppt|pct point|per cent point|percent point
            basis_points 0.01 basis point|basis-point|bp|bps
            """,
        ),
        *_rows(
            Kind.SCORE,
            "points",
            """
            points 1 rating point|index point|Elo point|point|pt
            """,
        ),
        *_rows(
            Kind.DURATION,
            "time",
            """
            seconds 1 second|sec
            minutes 60 minute|min
            hours 3600 hour|hr
            days 86400 day
            weeks 604800 week
            fortnights 1209600 fortnight
            """,
        ),
        *_rows(
            Kind.DURATION,
            "calendar",
            """
            months 1 month
            years 12 year|yr
            decades 120 decade
            centuries 1200 century|centuries
            """,
        ),
        *_rows(
            Kind.MULTIPLE,
            "multiple",
            """
            multiple 1 times|x|-fold|fold|×
            """,
        ),
        Unit("multiple_per_year", Kind.MULTIPLE, "multiple_per_year"),
        Unit("ratio", Kind.RATIO, "ratio"),
        Unit("ordinal", Kind.RANK, "ordinal"),
        Unit("date", Kind.DATE, "date"),
        Unit("count", Kind.COUNT, "count"),
        Unit("pages", Kind.COUNT, "pages", forms=("page", "pp.")),
        Unit(
            "per_100k_inhabitants",
            Kind.COUNT,
            "per_inhabitants",
            forms=(
                "per 100,000 inhabitants", "per 100,000 people", "per 100,000 residents",
                "per 100,000 population", "per 100,000", "per 100000", "per 100k",
            ),
        ),
        Unit(
            "per_million_inhabitants",
            Kind.COUNT,
            "per_inhabitants",
            Decimal("0.1"),
            ("per million inhabitants", "per million people", "per million residents", "per million"),
        ),
        Unit(
            "per_1k_inhabitants",
            Kind.COUNT,
            "per_inhabitants",
            Decimal(100),
            (
                "per 1,000 inhabitants", "per 1,000 people", "per 1,000 residents",
                "per 1,000 population", "per 1,000", "per thousand",
            ),
        ),
        *_rows(
            Kind.COUNT,
            "mass",
            """
            milligrams 0.000000001 milligram|milligramme|mg
            grams 0.000001 gram|gramme|g
            kilograms 0.001 kilogram|kilogramme|kilo|kg
            tonnes 1 tonne|metric ton|ton|t
            kilotonnes 1000 kilotonne|kt
            megatonnes 1000000 megatonne|Mt
            gigatonnes 1000000000 gigatonne|Gt
            pounds 0.00045359237 lb|lbs
            ounces 0.000028349523125 ounce|oz
            stone 0.00635029318 stone
            """,
        ),
        *_rows(
            Kind.COUNT,
            "CO2",
            """
            grams_CO2 0.000001 g CO2|g of CO2|grams of CO2
            kilograms_CO2 0.001 kg CO2|kg of CO2|kilograms of CO2|kilos of CO2
            tonnes_CO2 1 tonnes of CO2|tonne of CO2|tons of CO2|t CO2|tonnes of carbon dioxide|tons of carbon dioxide|tonnes CO2
            megatonnes_CO2 1000000 Mt CO2|Mt of CO2|MtCO2
            gigatonnes_CO2 1000000000 Gt CO2|Gt of CO2|GtCO2
            """,
        ),
        *_rows(
            Kind.COUNT,
            "CO2e",
            """
            tonnes_CO2e 1 tonnes of CO2 equivalent|tonnes CO2e|tonnes of CO2e|t CO2e|tCO2e|tons of CO2 equivalent|tonnes of carbon dioxide equivalent|tonnes of CO2-equivalent
            megatonnes_CO2e 1000000 MtCO2e|Mt CO2e
            """,
        ),
        *_rows(
            Kind.COUNT,
            "mass_per_person",
            """
            kilograms_per_person 0.001 kilograms each|kg each|kilograms per person|kg per person|kilograms per head|kg per head|kilograms per capita|kilos a head
            tonnes_per_person 1 tonnes each|tonnes per person|tonnes per head|tonnes per capita|tonnes a head|tonnes of CO2 per person|tonnes of CO2 per head|tonnes of CO2 per capita|tonnes of CO2 each|tons per person|tons per capita
            """,
        ),
        *_rows(
            Kind.COUNT,
            "mass_per_energy",
            """
            gCO2_per_kWh 1 g/kWh|gCO2/kWh|g CO2/kWh|g CO2 per kWh|gCO2 per kWh|grams per kilowatt-hour|grams per kilowatt hour|grams per kWh|grams of CO2 per kilowatt-hour|grams of CO2 per kilowatt hour|grams of CO2 per kWh|g per kWh|grams a kilowatt-hour|g CO2e/kWh|gCO2e/kWh
            kgCO2_per_MWh 1 kg/MWh|kgCO2/MWh|kg CO2/MWh
            """,
        ),
        *_rows(
            Kind.COUNT,
            "energy",
            """
            Wh 0.000000000001 Wh|watt-hour|watt hour
            kWh 0.000000001 kWh|kilowatt-hour|kilowatt hour
            MWh 0.000001 MWh|megawatt-hour|megawatt hour
            GWh 0.001 GWh|gigawatt-hour|gigawatt hour
            TWh 1 TWh|terawatt-hour|terawatt hour
            PWh 1000 PWh|petawatt-hour|petawatt hour
            """,
        ),
        *_rows(
            Kind.COUNT,
            "power",
            """
            W 0.000000001 W|watt
            kW 0.000001 kW|kilowatt
            MW 0.001 MW|megawatt
            GW 1 GW|gigawatt
            TW 1000 TW|terawatt
            horsepower 0.0000007457 hp|horsepower|bhp|PS
            """,
        ),
        *_rows(
            Kind.COUNT,
            "volume",
            """
            millilitres 0.000001 millilitre|milliliter|ml|mL
            litres 0.001 litre|liter|L
            kilolitres 1 kilolitre|kiloliter|cubic metre|cubic meter|m³|m3
            megalitres 1000 megalitre|megaliter|ML
            gallons 0.003785411784 gallon
            barrels 0.158987294928 barrel|bbl
            cubic_feet 0.028316846592 cubic foot|cubic feet
            """,
        ),
        *_rows(
            Kind.COUNT,
            "length",
            """
            nanometres 0.000000001 nanometre|nanometer|nm
            micrometres 0.000001 micrometre|micrometer|micron|μm|µm
            millimetres 0.001 millimetre|millimeter|mm
            centimetres 0.01 centimetre|centimeter|cm
            metres 1 metre|meter|m
            kilometres 1000 kilometre|kilometer|km|kms
            inches 0.0254 inch|inches|″
            feet 0.3048 foot|feet|ft
            yards 0.9144 yard|yd
            miles 1609.344 mile|mi
            """,
        ),
        *_rows(
            Kind.COUNT,
            "area",
            """
            square_metres 1 square metre|square meter|sq m|sqm|m²|m2
            hectares 10000 hectare|ha
            square_kilometres 1000000 square kilometre|square kilometer|sq km|km²|km2
            square_feet 0.09290304 square foot|square feet|sq ft
            acres 4046.8564224 acre
            square_miles 2589988.110336 square mile|sq mi
            """,
        ),
        *_rows(
            Kind.COUNT,
            "speed",
            """
            kilometres_per_hour 1 km/h|kph|kmh|km/hr|kilometres per hour|kilometers per hour|kilometres an hour
            miles_per_hour 1.609344 mph|miles per hour|miles an hour
            metres_per_second 3.6 m/s|metres per second|meters per second
            knots 1.852 knot
            """,
        ),
        *_rows(
            Kind.COUNT,
            "yield",
            """
            tonnes_per_hectare 1 tonnes per hectare|tonnes a hectare|t/ha
            """,
        ),
        *_rows(
            Kind.COUNT,
            "data",
            """
            megabytes 0.001 megabyte|MB
            gigabytes 1 gigabyte|GB
            terabytes 1000 terabyte|TB
            """,
        ),
        *_rows(
            Kind.COUNT,
            "concentration",
            """
            ppb 0.001 ppb|parts per billion
            ppm 1 ppm|parts per million
            """,
        ),
        *_rows(
            Kind.COUNT,
            "frequency",
            """
            hertz 1 Hz|hertz
            kilohertz 1000 kHz|kilohertz
            megahertz 1000000 MHz|megahertz
            gigahertz 1000000000 GHz|gigahertz
            """,
        ),
        Unit("celsius", Kind.COUNT, "celsius", forms=(
            "°C", "C", "degrees Celsius", "degree Celsius", "degrees centigrade", "Celsius", "celsius",
            "degrees celsius", "℃",
        )),
        Unit("fahrenheit", Kind.COUNT, "fahrenheit", forms=(
            "°F", "F", "degrees Fahrenheit", "degree Fahrenheit", "Fahrenheit", "fahrenheit",
        )),
        Unit("degrees", Kind.COUNT, "degrees", forms=("degree", "°")),
        Unit("decibels", Kind.COUNT, "decibels", forms=("decibel", "dB")),
        Unit("miles_per_gallon", Kind.COUNT, "fuel_economy", forms=("mpg", "miles per gallon")),
        Unit("barrels_per_day", Kind.COUNT, "flow", forms=(
            "barrels a day", "barrels per day", "bpd", "b/d", "barrel-a-day", "barrels of oil a day",
        )),
        Unit("rpm", Kind.COUNT, "rotation", forms=("rpm",)),
        Unit("volts", Kind.COUNT, "voltage", forms=("volt", "V")),
        Unit("milliampere_hours", Kind.COUNT, "charge", forms=("mAh",)),
        Unit("newton_metres", Kind.COUNT, "torque", forms=("Nm", "newton metre")),
        Unit("pound_feet", Kind.COUNT, "torque", Decimal("1.3558179483"), ("lb-ft", "pound-foot", "pound-feet")),
        Unit("pascals", Kind.COUNT, "pressure", forms=("pascal", "Pa")),
        Unit("gigapascals", Kind.COUNT, "pressure", Decimal(10**9), ("gigapascal", "GPa")),
        *(Unit(code, Kind.MONEY, code, forms=names) for code, names in CURRENCIES.items()),
    ]
}  # fmt: skip
"""Factors: SI Brochure (9th edition) and NIST SP 811; a barrel of oil is 42 US gallons."""

MINOR = {"cents": "USD", "cent": "EUR", "pence": "GBP", "penny": "GBP", "p": "GBP", "sen": "MYR"}
"""Hundredths of a currency. "41 cent" without an s is the official plural of the euro's."""


def _variants() -> dict[str, str]:
    forms: dict[str, str] = {}
    for unit in UNITS.values():
        for form in unit.forms:
            forms.setdefault(form, unit.id)
            if len(form) > 2 and form.split()[-1].islower() and form[-1] not in "s.%²³0":
                forms.setdefault(form + "s", unit.id)
            if len(form) > 3 and form.endswith(" point"):
                forms.setdefault(form + "s", unit.id)
    return forms


FORMS = _variants()
"""Spelling (plurals included) to unit id."""


def _alternatives() -> str:
    """Longest first; signs of one or two letters and forms with capitals keep their case."""
    parts = []
    for form in sorted(FORMS, key=lambda form: (-len(form), form)):
        pattern = re.escape(form).replace(r"\ ", r"\s+").replace(r"\-", "[-‑]")
        parts.append(pattern if len(form) <= 2 or not form.islower() else f"(?i:{pattern})")
    return "|".join(parts)


AFTER = re.compile(rf"[\s-]?[\s]?(?P<form>{_alternatives()})(?![A-Za-z0-9²³])")
"""A unit right after a number. `unit_id` of the group "form" names it."""


def unit_id(form: str) -> str:
    """Unit id of a spelling that AFTER matched. Raises KeyError on any other."""
    words = re.sub(r"\s+", " ", form).replace("‑", "-")
    return FORMS.get(words) or FORMS[words.lower()]


def same_dimension(one: str, other: str) -> bool:
    """Whether two unit ids convert into each other; unknown ids only into themselves."""
    if one in UNITS and other in UNITS:
        return UNITS[one].dimension == UNITS[other].dimension
    return one == other


def convert(value: Decimal, source: str, target: str) -> Decimal:
    """`value` in unit `source`, told in `target`. Raises ValueError across dimensions."""
    if source == target:
        return value
    if not same_dimension(source, target):
        raise ValueError(f"{source} does not convert into {target}")
    return value * UNITS[source].factor / UNITS[target].factor


ALIKE = ({"mass", "CO2", "CO2e"}, {"mass_per_person", "mass"})
"""Dimensions that the press writes with one word: "tonnes" may be of CO2, "kilograms" per head."""


def comparable(one: str, other: str) -> bool:
    """Whether figures in the two units may be held against each other."""
    if one not in UNITS or other not in UNITS:
        return one == other
    dimensions = {UNITS[one].dimension, UNITS[other].dimension}
    return len(dimensions) == 1 or any(dimensions <= alike for alike in ALIKE)


def factor(source: str, target: str) -> Decimal:
    """What a value in `source` is multiplied with to be told in a `comparable` unit."""
    return UNITS[source].factor / UNITS[target].factor if source != target else Decimal(1)
