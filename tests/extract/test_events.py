"""Dates that are claims, and dates that only set a period."""

import pytest
from scoped import claims

from factcheck.model import Kind

SILENT = [
    "Kent sold 5 barges in March 2024.",
    "In 2024 Kent sold 5 barges.",
    "They put out this year's list of 5 barges.",
    "Kent will sell 5 barges by 2030.",
    "Kent has been in office since 2019.",
    "By 3 March 5 barges had sunk.",
    "Barges built in 2024 are heavier.",
    "Kent passed 5 barges on to Essex in 2024.",
]
FIRE = [
    ("The list, out since 13 April 2025, is long.", ["2025-04-13"]),
    ("The list was released on 13 April 2025.", ["2025-04-13"]),
    ("On 13 April 2025 the county brought out its list.", ["2025-04-13"]),
    ("The mill opened in May 2019.", ["2019-05"]),
    ("Kent is expected to lead by 2028.", ["2028"]),
    ("The page went online on 13 April 2025.", ["2025-04-13"]),
    ("Kent overtook Essex as early as 2021, by the count of the mills.", ["2021"]),
    ("Kent pulled ahead in 2023.", ["2023"]),
    ("The model of the mills has it in front by 2027.", ["2027"]),
    ("The figure covers all of 2025.", ["2025"]),
    ("The 2024 report says so.", ["2024"]),
    ("The Harvest Report 2024 says so.", ["2024"]),
    ("The 2024 and 2025 editions agree.", ["2024", "2025"]),
]


def dates(text):
    return [c.quantity.value for c in claims(text) if c.quantity.kind is Kind.DATE]


@pytest.mark.parametrize("text", SILENT)
def test_silent(text):
    assert dates(text) == []


@pytest.mark.parametrize(("text", "expected"), FIRE)
def test_fires(text, expected):
    assert dates(text) == expected


def test_the_day_of_publication_is_no_period():
    (claim,) = claims("Kent wins\n\nThe Post, 12 March 2026\n\nThe county sold 5 barges there.")
    assert claim.periods == ()
