"""How press prose writes quantities and dates, and what each form means: surface_forms.csv.

A value of several quantities is separated by semicolons, the ends of a range by two dots; `silent`
rows state nothing. Origin: "seen" in labelled articles, "held out" (written without looking at what
the code says), "field bug" (users of other extractors complain of it), "known wrong" (not yet
read; the test fails as soon as it is). Relative dates count from 18 June 2025.
"""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.extract.dates import find_dates_in
from factcheck.extract.quantities import find_quantities
from factcheck.model import Document

FRAMES = {
    "money": "It cost {} then.",
    "count": "They saw {} there.",
    "rank": "It was {}.",
    "ratio": "He met {}.",
    "duration": "It took {}.",
    "score": "It won by {}.",
    "multiple": "Sales were {}.",
    "silent": "{}",
    "date": "It was quiet {}.",
}
"""The sentence around a form; the others stand in "It was ... then."."""
ROWS = list(csv.DictReader((Path(__file__).parent / "surface_forms.csv").open(encoding="utf-8")))


def _parameters():
    for row in ROWS:
        wrong = pytest.mark.xfail(strict=True, reason="known wrong")
        marks = [wrong] if row["origin"] == "known wrong" else []
        yield pytest.param(row, id=f"{row['kind']}: {row['text']}", marks=marks)


@pytest.mark.parametrize("row", list(_parameters()))
def test_surface_form(row):
    text = FRAMES.get(row["kind"], "It was {} then.").format(row["text"])
    if row["kind"] == "date":
        found = find_dates_in(text, date(2025, 6, 18))
        assert [mention.value for mention in found] == [row["value"]]
        assert find_quantities(Document("", "", text, "", published=date(2025, 6, 18))) == []
        return
    told = [_told(quantity) for quantity in find_quantities(Document("", "", text, ""))]
    assert told == [
        (row["kind"], _read(value), row["unit"] or None, row["modifier"] or None)
        for value in row["value"].split(";")
        if row["kind"] != "silent"
    ]


def _read(value):
    ends = tuple(Decimal(end) for end in value.split(".."))
    return ends if len(ends) > 1 else ends[0]


def _told(quantity):
    value = (quantity.low, quantity.high) if quantity.value is None else quantity.value
    modifier = str(quantity.modifier) if quantity.modifier else None
    return (str(quantity.kind), value, quantity.unit, modifier)


def test_the_table_is_what_it_promises():
    assert len(ROWS) >= 600
    assert {row["origin"] for row in ROWS} <= {"seen", "held out", "field bug", "known wrong"}
    assert len({(row["kind"], row["text"]) for row in ROWS}) == len(ROWS)
