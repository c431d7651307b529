"""Time expressions and what they mean on Thursday, 16 April 2026."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.extract.dates import find_dates, find_dates_in
from factcheck.model import Document

TODAY = date(2026, 4, 16)


@pytest.mark.parametrize(
    "text",
    [
        "They march on; it may rain.",
        "Theresa May said so.",
        "It has 2000 patients.",
        "It cost $2025.",
        "About 1950 people came.",
        "Some 1,984 of them.",
        "It used 2021 TWh.",
        "Version 3.5.1 is out.",
        "In a second, at first.",
        "The third quarter in a row.",
    ],
)
def test_no_date(text):
    assert find_dates_in(text, TODAY) == []


@pytest.mark.parametrize(
    ("text", "quote", "value", "kind"),
    [
        ("on April 13, 2025", "April 13, 2025", "2025-04-13", "date"),
        ("on 13 April 2025", "13 April 2025", "2025-04-13", "date"),
        ("on 13\u00a0April 2025", "13\u00a0April 2025", "2025-04-13", "date"),
        ("Thursday, April 10, 2025", "Thursday, April 10, 2025", "2025-04-10", "date"),
        ("the 5th of November", "5th of November", "2025-11-05", "date"),
        ("on Apr. 21, 2026", "Apr. 21, 2026", "2026-04-21", "date"),
        ("on 13 April", "13 April", "2026-04-13", "date"),
        ("on 28 December", "28 December", "2025-12-28", "date"),
        ("on 13/04/2026", "13/04/2026", "2026-04-13", "date"),
        ("on 12/05/2025", "12/05/2025", "2025-05-12", "date"),
        ("on 04/13/2026", "04/13/2026", "2026-04-13", "date"),
        ("on 2022-08-09", "2022-08-09", "2022-08-09", "date"),
        ("on 3-5 May 2025", "3-5 May 2025", "2025-05-03/2025-05-05", "range"),
        ("on Monday", "Monday", "2026-04-13", "date"),
        ("last Friday", "last Friday", "2026-04-10", "date"),
        ("yesterday", "yesterday", "2026-04-15", "date"),
        ("in December 2024", "December 2024", "2024-12", "month"),
        ("in March", "March", "2026-03", "month"),
        ("in December", "December", "2025-12", "month"),
        ("last April", "last April", "2025-04", "month"),
        ("last month", "last month", "2026-03", "month"),
        ("by the end of 2023", "end of 2023", "2023-12", "month"),
        ("End-2023", "End-2023", "2023-12", "month"),
        ("in mid-2025", "mid-2025", "2025-05/2025-08", "range"),
        ("in early 2025", "early 2025", "2025-01/2025-04", "range"),
        ("the first half of 2022", "first half of 2022", "2022-01/2022-06", "half"),
        ("in Q1", "Q1", "2026-01/2026-03", "quarter"),
        ("in Q3 2024", "Q3 2024", "2024-07/2024-09", "quarter"),
        ("the fourth quarter", "fourth quarter", "2025-10/2025-12", "quarter"),
        ("in 2012-13", "2012-13", "2012/2013", "range"),
        ("in 2010-11", "2010-11", "2010/2011", "range"),
        ("in the 1990s", "1990s", "1990/1999", "range"),
        ("in FY24", "FY24", "2024", "year"),
        ("in 2024", "2024", "2024", "year"),
        ("last year", "last year", "2025", "year"),
        ("two years ago", "Two years ago".lower(), "2024", "year"),
        ("over the past five years", "past five years", "2021-04/2026-04", "range"),
    ],
)
def test_one_date(text, quote, value, kind):
    assert [(m.quote, m.value, m.kind) for m in find_dates_in(text, TODAY)] == [
        (quote, value, kind)
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It rose in 2019 after a fall a year earlier.", ["2019", "2018"]),
        ("It rose in June 2019, not the year before.", ["2019-06", "2018-06"]),
        ("In 2021 it was 33 and in 2024 41; in the same period", ["2021", "2024", "2021/2024"]),
        ("In May 2024, and the same month last year", ["2024-05", "2023-05"]),
        ("January and February 2025", ["2025-01", "2025-02"]),
        ("In 2018 it grew; in March it fell.", ["2018", "2018-03"]),
        ("At the end of June 2025, not three months earlier.", ["2025-06", "2025-03"]),
        ("The last quarter of 2024, not two months earlier.", ["2024-10/2024-12", None]),
        ("In February of last year it was 5", ["2025-02"]),
        ("May this year saw 5", ["2026-05"]),
        ("In March 2024 it was 5, in May of the same year 6", ["2024-03", "2024-05"]),
        ("In March 2024 it was 5, in May of the previous year 6", ["2024-03", "2023-05"]),
        ("Kent, 13 February 2026: it fell in December.", ["2026-02-13", "2025-12"]),
        (
            "It rose in the fourth quarter, after 7 in the third.",
            ["2025-10/2025-12", "2025-07/2025-09"],
        ),
        (
            "It rose in the first quarter, after 7 in the fourth.",
            ["2026-01/2026-03", "2025-10/2025-12"],
        ),
        ("It led in the first quarter. Kent was the third.", ["2026-01/2026-03"]),
        (
            "The last quarter of 2024, not three months earlier.",
            ["2024-10/2024-12", "2024-07/2024-09"],
        ),
    ],
)
def test_neighbours_fix_what_words_leave_open(text, values):
    assert [m.value for m in find_dates_in(text, TODAY)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [("on April 13", "--04-13"), ("in February", "--02"), ("last year", None), ("on Monday", None)],
)
def test_without_a_day_of_publication(text, value):
    assert [m.value for m in find_dates_in(text)] == [value]


def test_the_dateline_stands_in_for_the_day_of_publication():
    text = "LONDON, 14 April 2026 - The report came out on Monday."
    assert [m.value for m in find_dates_in(text)] == ["2026-04-14", "2026-04-13"]


def test_offsets_and_flags():
    text = "It fell in 2024, but not last year."
    found = find_dates(Document("id", "story.txt", text, "", published=TODAY))
    assert [text[m.start : m.end] for m in found] == [m.quote for m in found]
    assert [(m.bare_year, m.relative) for m in found] == [(True, False), (False, True)]
