"""What a sentence states: quote, kind, value, unit, modifier. Silence stands first."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.articles import blocks
from factcheck.extract.quantities import find_quantities
from factcheck.model import Document


def quantities(text, **fields):
    return find_quantities(Document("id", "story.txt", text, "", **fields))


def told(text):
    """(quote, kind, value or (low, high), unit, modifier) of every quantity."""
    return [
        (
            q.quote,
            str(q.kind),
            str(q.value) if q.value is not None else (str(q.low), str(q.high)),
            q.unit,
            str(q.modifier) if q.modifier else None,
        )
        for q in quantities(text)
    ]


PERCENT = [
    ("Turnout was 66.2pc.", [("66.2pc", "percent", "66.2", "percent", None)]),
    ("It rose 5 per cent.", [("5 per cent", "percent", "5", "percent", None)]),
    ("A fall of minus 4.3%.", [("minus 4.3%", "percent", "-4.3", "percent", None)]),
    ("About 70% agreed.", [("70%", "percent", "70", "percent", "approx")]),
    ("It grew by double digits.", [("double digits", "percent", "10", "percent", "at_least")]),
    (
        "It fell from 8.2 per cent to 5.6.",
        [
            ("8.2 per cent", "percent", "8.2", "percent", None),
            ("5.6", "percent", "5.6", "percent", None),
        ],
    ),
    (
        "Shares of 11, 12 and 15 percent.",
        [
            ("11", "percent", "11", "percent", None),
            ("12", "percent", "12", "percent", None),
            ("15 percent", "percent", "15", "percent", None),
        ],
    ),
    (
        "It rose 3 percentage points, up from 9.",
        [
            ("3 percentage points", "percentage_points", "3", "percentage_points", None),
            ("9", "percentage_points", "9", "percentage_points", None),
        ],
    ),
    (
        "Rents rose 9.2 per cent, 3.1 points more than wages.",
        [
            ("9.2 per cent", "percent", "9.2", "percent", None),
            ("3.1 points", "percentage_points", "3.1", "percentage_points", None),
        ],
    ),
]
MONEY = [
    ("It cost £640m.", [("£640m", "money", "640000000", "GBP", None)]),
    ("It cost $1.8 bln.", [("$1.8 bln", "money", "1800000000", "USD", None)]),
    ("It cost US$4.7 billion.", [("US$4.7 billion", "money", "4700000000", "USD", None)]),
    ("It cost MUSD 4.7.", [("MUSD 4.7", "money", "4700000", "USD", None)]),
    ("It cost ¥1.2tn.", [("¥1.2tn", "money", "1200000000000", "JPY", None)]),
    ("It cost 1,200€.", [("1,200€", "money", "1200", "EUR", None)]),
    ("It cost 50,000 euros.", [("50,000 euros", "money", "50000", "EUR", None)]),
    ("It cost Rs 500 crore.", [("Rs 500 crore", "money", "5000000000", "INR", None)]),
    ("It is up 41 cent.", [("41 cent", "money", "0.41", "EUR", None)]),
    ("It pays 12p a share.", [("12p", "money", "0.12", "GBP", None)]),
    ("A deficit of -$50.8bn.", [("-$50.8bn", "money", "-50800000000", "USD", None)]),
    (
        "It may reach half a trillion dollars.",
        [("half a trillion dollars", "money", "500000000000", "USD", None)],
    ),
    (
        "A bill in the low millions.",
        [("low millions", "money", ("1000000", "10000000"), "USD", "approx")],
    ),
]
RANGES = [
    ("Lock in 60-70% now.", [("60-70%", "percent", ("60", "70"), "percent", None)]),
    ("Between 5 and 7 percent.", [("5 and 7 percent", "percent", ("5", "7"), "percent", None)]),
    (
        "Homes at $1.2m to $23.5m.",
        [("$1.2m to $23.5m", "money", ("1200000", "23500000"), "USD", None)],
    ),
    (
        "A sum of $89 to $93 billion.",
        [("$89 to $93 billion", "money", ("89000000000", "93000000000"), "USD", None)],
    ),
    (
        "Sums ranging from $200 to $4 million.",
        [("$200 to $4 million", "money", ("200", "4000000"), "USD", None)],
    ),
    (
        "Output rose from 466.5 to 614.2 TWh.",
        [("466.5", "count", "466.5", "TWh", None), ("614.2 TWh", "count", "614.2", "TWh", None)],
    ),
    (
        "Hundreds of thousands of people came.",
        [("Hundreds of thousands", "count", ("100000", "1000000"), "people", None)],
    ),
]
COUNTS = [
    (
        "It is past the quarter-billion mark.",
        [("quarter-billion", "count", "250000000", None, "more_than")],
    ),
    ("A half million boats.", [("A half million", "count", "500000", "boats", None)]),
    (
        "Three quarters of a million boats.",
        [("Three quarters of a million", "count", "750000", "boats", None)],
    ),
    ("The ratio is 11.7 to one.", [("11.7", "multiple", "11.7", "multiple", None)]),
    ("Boats outnumber us three to one.", [("three", "multiple", "3", "multiple", None)]),
    ("Every fifth child agrees.", [("fifth", "ratio", "0.2", "ratio", None)]),
    ("A third as many boats.", [("A third", "ratio", "0.3333", "ratio", None)]),
    ("Kent is No 2 in the world.", [("2", "rank", "2", "ordinal", None)]),
    ("The number three producer.", [("three", "rank", "3", "ordinal", None)]),
    ("A quarter waited there.", [("A quarter", "ratio", "0.25", "ratio", None)]),
    ("A third say so.", [("A third", "ratio", "0.3333", "ratio", None)]),
    ("Up by a third in a year.", [("a third", "ratio", "0.3333", "ratio", None)]),
    (
        "Growth: 2%. Rank: 3.",
        [
            ("2%", "percent", "2", "percent", None),
            ("3", "rank", "3", "ordinal", None),
        ],
    ),
    ("It was multiplied by five.", [("five", "multiple", "5", "multiple", None)]),
    ("It is closer to two thirds.", [("two thirds", "ratio", "0.6667", "ratio", "approx")]),
    ("It will go past 40%.", [("40%", "percent", "40", "percent", "more_than")]),
    (
        "It was 40.2°C. 12 boats sank.",
        [
            ("40.2°C", "count", "40.2", "celsius", None),
            ("12", "count", "12", "boats", None),
        ],
    ),
    ("Four of each ten agree.", [("Four of each ten", "ratio", "0.4", "ratio", None)]),
    (
        "Kent had 50, Essex 30 and Surrey two.",
        [
            ("50", "count", "50", None, None),
            ("30", "count", "30", None, None),
            ("two", "count", "2", None, None),
        ],
    ),
    ("There were 50 boats, but Kent's had two doors.", [("50", "count", "50", "boats", None)]),
    ("Sales of 3 million electric cars.", [("3 million", "count", "3000000", "cars", None)]),
    ("Hire two hundred nurses.", [("two hundred", "count", "200", "nurses", None)]),
    ("Nearly 2,000 farms closed.", [("2,000", "count", "2000", "farms", "less_than")]),
    ("At least six people died.", [("six", "count", "6", "people", "at_least")]),
    ("It emits 268 g/kWh.", [("268 g/kWh", "count", "268", "gCO2_per_kWh", None)]),
    ("It won the cup 14 times.", [("14 times", "count", "14", "times", None)]),
    ("There were 20 000 people.", [("20 000", "count", "20000", "people", None)]),
    (
        "Sales: 1.2m (+4.5%).",
        [
            ("1.2m", "count", "1200000", None, None),
            ("+4.5%"[1:], "percent", "4.5", "percent", None),
        ],
    ),
    (
        "Britain had 172 of these firms and China 161.",
        [("172", "count", "172", None, None), ("161", "count", "161", None, None)],
    ),
    (
        "A rate of 10.26 per 100,000 people, after 9.81.",
        [
            ("10.26 per 100,000 people", "count", "10.26", "per_100k_inhabitants", None),
            ("9.81", "count", "9.81", "per_100k_inhabitants", None),
        ],
    ),
    (
        "Japan emitted 1.16 billion tonnes, Russia 1.71 billion.",
        [
            ("1.16 billion tonnes", "count", "1160000000", "tonnes", None),
            ("1.71 billion", "count", "1710000000", "tonnes", None),
        ],
    ),
]
SHARES = [
    ("One in six had moved.", [("One in six", "ratio", "0.1667", "ratio", None)]),
    ("1 in 5 agree.", [("1 in 5", "ratio", "0.2", "ratio", None)]),
    ("Four out of five agree.", [("Four out of five", "ratio", "0.8", "ratio", None)]),
    ("Two-thirds of them left.", [("Two-thirds", "ratio", "0.6667", "ratio", None)]),
    ("Sales climbed a third.", [("a third", "ratio", "0.3333", "ratio", None)]),
    ("More than half walk.", [("half", "ratio", "0.5", "ratio", "more_than")]),
    ("It held 41 of the top 100 places.", [("41 of the top 100", "count", "41", None, None)]),
    (
        "Of 311 items, it solved 58 out of 311.",
        [("311", "count", "311", "items", None), ("58 out of 311", "count", "58", None, None)],
    ),
    (
        "It won 97 out of 131 votes.",
        [("97", "count", "97", "votes", None), ("131", "count", "131", "votes", None)],
    ),
]
MULTIPLES = [
    ("Profit tripled.", [("tripled", "multiple", "3", "multiple", None)]),
    ("Prices could double by spring.", [("double", "multiple", "2", "multiple", None)]),
    ("It is twice as high.", [("twice", "multiple", "2", "multiple", None)]),
    ("It is 208x cheaper.", [("208x", "multiple", "208", "multiple", None)]),
    ("A twelvefold rise.", [("twelvefold", "multiple", "12", "multiple", None)]),
    ("It is 15 times as large.", [("15 times", "multiple", "15", "multiple", None)]),
    ("Up by a factor of five.", [("five", "multiple", "5", "multiple", None)]),
]
RANKS = [
    ("This is the ninth edition.", [("ninth edition", "rank", "9", "ordinal", None)]),
    ("It is the 12th largest port.", [("12th", "rank", "12", "ordinal", None)]),
    ("She came third in the race.", [("third", "rank", "3", "ordinal", None)]),
    ("It scored 1,503 on the list.", [("1,503", "score", "1503", "points", None)]),
    ("It led by 2.7 points.", [("2.7 points", "score", "2.7", "points", None)]),
    ("Waits fell to 14.2 weeks.", [("14.2 weeks", "duration", "14.2", "weeks", None)]),
]
ALL = [*PERCENT, *MONEY, *RANGES, *COUNTS, *SHARES, *MULTIPLES, *RANKS]


@pytest.mark.parametrize(("text", "expected"), ALL, ids=[text for text, _ in ALL])
def test_told(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), ALL, ids=[text for text, _ in ALL])
def test_a_paragraph_before_and_after_changes_nothing(text, expected):
    assert told(f"Rain fell again.\n\n{text}\n\nNobody minded.") == expected


def test_offsets_cut_the_quote_out_of_the_text():
    text = "\n\n".join(text for text, _ in ALL)
    found = quantities(text)
    assert len(found) >= len(ALL)
    assert [text[q.start : q.end] for q in found] == [q.quote for q in found]
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_cells_take_their_unit_from_the_header():
    text = (
        "| Club | Spending, $bn | Share (%) | Fans (thousands) |\n|---|---|---|---|\n"
        "| Reds | 1.5 | 40 | 12.5 |\n"
    )
    found = quantities(text, blocks=blocks(text))
    assert [(q.quote, q.kind, q.value, q.unit) for q in found] == [
        ("1.5", "money", Decimal("1500000000"), "USD"),
        ("40", "percent", Decimal("40"), "percent"),
        ("12.5", "count", Decimal("12500"), None),
    ]


def test_cells_take_their_unit_from_the_words_above_the_table():
    text = "## Lead of the Reds, in percentage points\n\n| Year | Lead |\n|---|---|\n| A | 17.5 |\n"
    found = quantities(text, blocks=blocks(text))
    assert [(q.quote, q.kind, q.unit) for q in found] == [
        ("17.5", "percentage_points", "percentage_points")
    ]


@given(
    st.decimals(min_value=1, max_value=10**7, places=2), st.sampled_from(["%", "pc", " percent"])
)
def test_any_percentage_is_read_back(value, unit):
    (found,) = quantities(f"It was {value:,}{unit} then.")
    assert (found.value, found.unit) == (value, "percent")
    assert found.low <= value < found.high


@given(st.integers(10_000, 10**9))
def test_any_grouped_count_is_read_back(value):
    (found,) = quantities(f"They counted {value:,} seals there.")
    assert (found.value, found.unit) == (value, "seals")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Kent sold 0 million; Essex 338.", ["0", "338"]),
        ("Kent sold 40 million shirts, and Essex 12 players.", ["40000000", "12"]),
        ("Kent sold 344 million; Essex 12.", ["344000000", "12"]),
        ("Kent sold 344 million; Essex 338.", ["344000000", "338000000"]),
        ("Kent made 10.1 bn (27%), the shire 5.4.", ["10100000000", "27", "5400000000"]),
    ],
)
def test_a_scale_that_a_list_leaves_out(text, values):
    assert [str(q.value) for q in quantities(text)] == values
