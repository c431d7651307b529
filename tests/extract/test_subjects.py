"""Sentences on many subjects with their claims marked in place: [quote|kind|value|unit|modifier].

What is not marked must stay silent; the first table holds sentences in which nothing speaks.
"""

from __future__ import annotations

import re

import pytest
from scoped import claims

MARK = re.compile(r"\[(?P<quote>[^|\]]+)\|(?P<rest>[^\]]*)\]")

SILENT = [
    "He was hit by a third party.",
    "He won by a third time.",
    "One of them left.",
    "The two of them left.",
    "When she was 84 she could recite it.",
    "Colleagues who are past forty sleep soundly.",
    "I am 62, and tired.",
    "Letters: 200 words at most, to PO Box 77.",
    "Write no more than 200 words.",
    "Her book “Rung Zero” (288 pages, €24.50) is out.",
    "It sold for more at one point.",
    "Deaths per 100,000 rose.",
    "Fig. 2: population in billions.",
    "Route 66 and the A14 were closed for two hours.",
    "Train 4203 from Kent was late.",
    "He was sent off in the 67th minute.",
    "They meet every second Thursday.",
]

HOSPITALS = [
    "Waiting lists reached [7.6 million|count|7600000], [2.3 million|count|2300000] of them new.",
    "[Two in five|ratio|0.4|ratio] patients waited longer.",
    "Of [212|count|212|trusts] trusts, [nine|count|9|trusts] met it and [two|count|2|trusts]"
    " came near.",
    "The wait was [14.2 weeks|duration|14.2|weeks], against [7.7|duration|7.7|weeks] before.",
    "Deaths [halved|multiple|0.5|multiple], from [48|count|48] to [24|count|24].",
    "Infections were up by a factor of [six|multiple|6|multiple].",
    "[Three of the four|count|3] wards have reopened.",
    "[80 of the 95|count|80] were closed.",
    "[3,000|count|3000|posts] of the [11,000|count|11000|posts] posts are vacant.",
    "It took on [11|count|11|people] people. [Two|count|2|people] of them are nurses.",
    "He has worked there for [31 years|duration|31|years].",
    "It has [14.3 for every 100,000 inhabitants|count|14.3|per_100k_inhabitants]; Kent has"
    " [15.3|count|15.3|per_100k_inhabitants].",
    "Per 100,000 people, Kent has [14.3|count|14.3|per_100k_inhabitants] and Essex"
    " [12.1|count|12.1|per_100k_inhabitants].",
]
CROPS = [
    "It came to [11.1m tonnes|count|11100000|tonnes], down from [14m|count|14000000|tonnes].",
    "Its users number [12m|count|12000000].",
    "The wall of [12m|count|12|metres] fell.",
    "A drop of [14m|count|14|metres] from the cliff.",
    "[Three farms in ten|ratio|0.3|ratio] have no heir.",
    "[One train in 30|ratio|0.0333|ratio] was cancelled.",
    "Seed cost [5.4|money|5400000|USD], [2.65|money|2650000|USD] and"
    " [338 million dollars|money|338000000|USD].",
    "It was [5.4|count|5.4|tonnes], [2.65|count|2.65|tonnes] and [338 tonnes|count|338|tonnes].",
    "Land fell by [a fifth|ratio|0.2|ratio] once more.",
]
MONEY = [
    "It made [$18.35 trillion|money|18350000000000|USD], over"
    " [half a trillion|money|500000000000|USD|more_than] more than Kent.",
    "Kent spent [$285.9 billion|money|285900000000|USD], Essex [12.4|money|12400000000|USD] and"
    " Surrey [5.9|money|5900000000|USD].",
    "In billions of dollars, Kent spent [3|money|3000000000|USD] and Essex"
    " [4.5|money|4500000000|USD].",
    "In $bn, Kent spent [3|money|3000000000|USD].",
    "In per cent: Kent [5.4|percent|5.4|percent], Essex [2.65|percent|2.65|percent].",
    "A bridge of [285.9 thousand million dollars|money|285900000000|USD].",
    "At [$4.46 trillion|money|4460000000000|USD], [124.5 million|count|124500000|Japanese] Japanese"
    " were left.",
    "It cut its rate by [a quarter of a point|percentage_points|0.25|percentage_points] to"
    " [4.25%|percent|4.25|percent].",
    "It fell by [half a percentage point|percentage_points|0.5|percentage_points].",
    "Deals worth more than [$1 billion|money|1000000000|USD|more_than] became more than"
    " [twice|multiple|2|multiple|more_than] as frequent.",
]
SCORES = [
    "Kent had [1,464|count|1464], or [39%|percent|39|percent] fewer.",
    "People manage [72.35%|percent|72.35|percent]. So they are some"
    " [six points|percentage_points|6|percentage_points|approx] short.",
    "They won by [six points|score|6|points].",
    "On the Moss scale it went from [324.6|score|324.6|points] to [62.0|score|62|points].",
    "It has [425 pages|count|425|pages], [two|count|2|pages] more than the last.",
    "Industry built [93|count|93] of them. Universities: [two|count|2].",
]


@pytest.mark.parametrize("text", SILENT)
def test_nothing_speaks(text):
    assert [c.quantity.quote for c in claims(text)] == []


@pytest.mark.parametrize("marked", HOSPITALS + CROPS + MONEY + SCORES)
def test_what_is_marked_speaks(marked):
    expected = [(m["quote"], *_padded(m["rest"])) for m in MARK.finditer(marked)]
    assert _told(MARK.sub(lambda m: m["quote"], marked)) == expected


def _padded(rest: str) -> tuple[str, ...]:
    fields = rest.split("|")
    return tuple(fields + [""] * (4 - len(fields)))


def _told(text: str) -> list[tuple[str, ...]]:
    quantities = [c.quantity for c in claims(text)]
    return [(q.quote, q.kind, str(q.value), q.unit or "", q.modifier or "") for q in quantities]


TABLES = [
    ("Output, trillions of US dollars", "x", "2022", "25.7", ("money", "25700000000000", "USD")),
    ("x", "Granted, % of world", "2022", "61.1", ("percent", "61.1", "percent")),
    ("x", "Granted, % of world", "Rank", "2", ("rank", "2", "ordinal")),
    ("x", "Granted, % of world", "Number", "61.1", ("count", "61.1", None)),
    ("x", "Year", "Lead", "17.5", ("count", "17.5", None)),
    ("x", "People", "2022", "12m", ("count", "12000000", None)),
    ("x", "Tower", "Height", "12m", ("count", "12", "metres")),
    ("x", "Cost (million pounds)", "2022", "12", ("money", "12000000", "GBP")),
    ("x", "Club", "Won", "12", ("count", "12", None)),
    ("It was lowest in Essex (84%).", "x", "Beds", "12", ("count", "12", None)),
    ("x", "Club", "W", "12", ("count", "12", None)),
    ("x", "Month", "Total", "12", ("count", "12", None)),
    ("x", "$bn", "Number of deals", "12", ("count", "12", None)),
    ("x", "County", "Score", "12", ("count", "12", None)),
    ("x", "People", "Population (m)", "12", ("count", "12000000", None)),
    ("x", "$bn", "2024", "12", ("money", "12000000000", "USD")),
    ("x", "bn USD", "2024", "12", ("money", "12000000000", "USD")),
    ("x", "All figures in €m", "2024", "12", ("money", "12000000", "EUR")),
    ("x", "%", "2024", "12", ("percent", "12", "percent")),
    ("x", "In per cent of output", "2024", "12", ("percent", "12", "percent")),
    ("x", "County", "Wheat, million tonnes", "1.2", ("count", "1200000", "tonnes")),
    ("Wheat in million tonnes", "x", "2024", "1.2", ("count", "1200000", "tonnes")),
    ("x", "County", "Average wait (days)", "12", ("duration", "12", "days")),
    ("x", "Club", "League points", "12", ("score", "12", "points")),
    ("x", "Wage index, points", "2024", "112", ("score", "112", "points")),
    ("x", "County", "Price index (2015 = 100)", "112", ("score", "112", "points")),
    ("x", "County", "Score (out of 100)", "12", ("score", "12", "points")),
]


@pytest.mark.parametrize(("caption", "corner", "column", "cell", "expected"), TABLES)
def test_cells(caption, corner, column, cell, expected):
    text = f"{caption}\n\n| {corner} | {column} |\n|---|---|\n| Kent | {cell} |\n"
    found = [(q.kind, str(q.value), q.unit) for q in (c.quantity for c in claims(text))]
    assert found[-1] == expected
