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
    "Shares dropped on Monday, 13 April 2026.",
    "The index landed on 13 April 2026.",
    "Prices set in March 2022 have fallen.",
    "Kent ended the 2024-25 season on 5 barges.",
    "The novel is out on 9 June 2026.",
    "Kent was out of luck on 9 June 2026.",
    "They passed 5 barges in May 2024.",
    "The peak of 5 barges in March 2022 is past.",
    "Kent passed 5 barges on to Essex in 2024.",
]
FIRE = [
    ("The list, out since 13 April 2025, is long.", ["2025-04-13"]),
    ("The list was released on 13 April 2025.", ["2025-04-13"]),
    ("On 13 April 2025 the county brought out its list.", ["2025-04-13"]),
    ("The ban came into effect on 2 February 2025.", ["2025-02-02"]),
    ("Its peak came in October 2022.", ["2022-10"]),
    ("Prices peaked in March 2022.", ["2022-03"]),
    ("The report dropped on 13 April 2026.", ["2026-04-13"]),
    ("The list dropped on 13 April 2026, 40 pages of it.", ["2026-04-13"]),
    ("They sealed the title on 27 April 2025.", ["2025-04-27"]),
    ("The list, dated 24 July 2024, is long.", ["2024-07-24"]),
    ("It is below the record of 60.2 points set in March 2022.", ["2022-03"]),
    ("The rate peaked at 9.1 per cent in June 2022.", ["2022-06"]),
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
