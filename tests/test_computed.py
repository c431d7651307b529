"""Figures that a text computes, on a made-up reference: sentences and the codes they must get."""

import pytest
from made import reference

from factcheck.articles import read_article
from factcheck.checker import Checker

BOOK = reference(
    """
    waiting_patients | Northmere | | 2023 | 418   | count
    waiting_patients | Northmere | | 2024 | 500   | count
    waiting_patients | Alder     | | 2024 | 250   | count
    waiting_patients | World     | | 2024 | 2000  | count
    beds_occupied    | Northmere | | 2023 | 92.1  | percent
    beds_occupied    | Northmere | | 2024 | 97.4  | percent
    beds_occupied    | Alder     | | 2024 | 48.7  | percent
    wheat_harvest    | Tarvia    | | 2010 | 120   | count
    wheat_harvest    | Tarvia    | | 2023 | 310   | count
    wheat_harvest    | Tarvia    | | 2024 | 360   | count
    wheat_harvest    | Kerrin    | | 2024 | 90    | count
    goals_scored     | Vestby    | | 2024 | 71    | count
    goals_scored     | Rovers    | | 2024 | 64    | count
    goals_scored     | Rovers    | | 2023 | 58    | count
    budget           | Tarvia    | | 2024 | 48300000000 | EUR
    budget           | Kerrin    | | 2024 | 12100000000 | EUR
    budget           | World     | | 2024 | 93700000000 | EUR
    """,
    {
        "waiting_patients": {"name": "Patients waiting", "aliases": ("patients in the queue",)},
        "beds_occupied": {"name": "Share of beds occupied", "aliases": ("bed occupancy",)},
        "wheat_harvest": {"name": "Wheat harvest", "aliases": ("tonnes of wheat harvested",)},
        "goals_scored": {"name": "Goals scored", "aliases": ("found the net",)},
        "budget": {"name": "Public budget", "aliases": ("public spending",)},
    },
)
CHECK = Checker(BOOK, semantic="never")
QUEUE = "In 2024 Northmere had 500 patients waiting, up from 418 in 2023"
GOALS = "In 2024 Vestby scored 71 goals and Rovers 64"
WHEAT = "In 2024 the wheat harvest of Tarvia"
BUDGET = "In 2024 Tarvia had a public budget of €48.3 billion"
BEDS = "In 2024 bed occupancy rose in Northmere from 92.1% to 97.4%"

SILENT = [
    (f"{WHEAT} was 360 and that of Kerrin 90. Tarvia's harvest has almost doubled since the turn"
     " of the century.", "doubled"),
    ("Tarvia's wheat harvest has tripled since the war.", "tripled"),
    (f"{QUEUE}. Complaints rose by 7%.", "7%"),
    (f"{QUEUE}, while pay rose by 7%.", "7%"),
    (f"{QUEUE}; the number of deaths grew by 12%.", "12%"),
    ("In 2024 Northmere had 500 patients waiting. Complaints rose by 7%.", "7%"),
    ("In 2024 Northmere had 500 patients waiting and pay rose by 7%.", "7%"),
    (f"{GOALS}. Their crowds have doubled.", "doubled"),
    (f"{GOALS}. The club is twice as rich.", "twice"),
    (f"{BUDGET}. Its debts are four times as high.", "four times"),
    (f"{BUDGET}. The minister wants 12% more for schools.", "12%"),
    (f"{WHEAT} was 360, its barley 26.9% more than a year before.", "26.9%"),
    (f"{WHEAT} was 360; rye grew by 26.9%, to 12.", "26.9%"),
    (f"{WHEAT} was 360. Prices, though, fell by 8%.", "8%"),
    (f"{BEDS}. Staff fell by 3 percentage points.", "3 percentage points"),
    (f"{BUDGET} and Kerrin one of €12.1 billion. Kerrin's tax take is €3.2 billion ahead.",
     "€3.2 billion"),
]  # fmt: skip
FIRES = [
    ("In 2024 bed occupancy averaged 97.4% in Northmere, in Alder 48.7%.", "48.7%", "FC000"),
    ("In 2024 bed occupancy averaged 97.4% in Northmere, in Alder 48.7%.", "97.4%", "FC000"),
    ("In 2024 bed occupancy in Northmere was 97.4%, down from 92.1%.", "97.4%", "FC209"),
    ("In 2024 bed occupancy in Northmere was 97.4%, down from 92.1%.", "92.1%", "FC000"),
    ("In 2024 bed occupancy in Northmere was 97.4%, a fall from 92.1%.", "92.1%", "FC209"),
    ("In 2010 the wheat harvest of Tarvia was 120, down from 360 in 2024, a three-fold drop.",
     "three-fold", "FC000"),
    (f"{QUEUE}, an increase of 19.6%.", "19.6%", "FC001"),
    (f"{QUEUE}, an increase of 16.9%.", "16.9%", "FC213"),
    ("In 2024 Northmere had 500 patients waiting, up by 19.6% from the 418 of 2023.", "19.6%",
     "FC001"),
    ("In 2024 Northmere had 500 patients waiting, up by 16.9% from the 418 of 2023.", "16.9%",
     "FC213"),
    ("In 2024 Northmere had 500 patients waiting, compared with 418 a year earlier: +16.9%.",
     "16.9%", "FC213"),
    ("Of 2,000 patients waiting in 2024, 500 were in Northmere (25%).", "25%", "FC000"),
    ("In 2024 Northmere had 500 patients waiting. Half of them, 250, were in Alder.", "Half",
     "FC000"),
    (f"{WHEAT} grew by 16.1%, to 360.", "16.1%", "FC001"),
    (f"{WHEAT} shrank by 16.1%, to 360.", "16.1%", "FC209"),
    (f"{WHEAT} grew by 26.1%, to 360.", "26.1%", "FC213"),
    (f"{WHEAT} was 360, 16.1% more than a year before.", "16.1%", "FC001"),
    ("Tarvia's wheat harvest has tripled since 2010, to 360 in 2024.", "tripled", "FC000"),
    (f"{GOALS}, so Vestby ended 7 ahead.", "7", "FC000"),
    (f"{BUDGET}, €36.2 billion more than Kerrin.", "€36.2 billion", "FC000"),
    (f"{BUDGET}, €26.2 billion more than Kerrin.", "€26.2 billion", "FC213"),
    (f"{BUDGET} and Kerrin one of €12.1 billion. Tarvia is €36.2 billion ahead.",
     "€36.2 billion", "FC000"),
    ("Kerrin's public budget in 2024 was 25% as large as that of Tarvia.", "25%", "FC001"),
    ("In 2024 the public budget of the world was €93.7 billion; all but €45.4 billion of it was"
     " spent in Tarvia.", "€45.4 billion", "FC000"),
    ("In 2024 Northmere was home to one in four people waiting: 500 patients waiting.",
     "one in four", "FC000"),
    (f"{BEDS}, or by 5.3 percentage points.", "5.3 percentage points", "FC000"),
    (f"{BEDS}, or by 6.3 percentage points.", "6.3 percentage points", "FC213"),
    (f"{GOALS}. Vestby were 7 ahead of Rovers.", "7", "FC000"),
    (f"{GOALS}. Rovers were 7 ahead of Vestby.", "7", "FC209"),
    (f"{GOALS}. Rovers were 7 behind Vestby.", "7", "FC000"),
    ("In 2024 Tarvia's wheat harvest rose by 16.1 percentage points.", "16.1 percentage points",
     "FC207"),
    ("From 2023 to 2024 patients waiting rose in Northmere by 19.6%, the wheat harvest of"
     " Tarvia by 16.1%.", "16.1%", "FC001"),
]  # fmt: skip


def code(text: str, quote: str) -> str:
    found = CHECK.article(read_article("made.txt", text.encode())).findings
    [one] = [f for f in found if f.claim.quantity.quote == quote]
    return one.verdict.code


@pytest.mark.parametrize(("text", "quote"), SILENT)
def test_what_is_about_something_else_is_not_accused(text, quote):
    assert code(text, quote).startswith("FC1")


@pytest.mark.parametrize(("text", "quote", "expected"), FIRES)
def test_a_sum_is_judged_by_its_terms(text, quote, expected):
    assert code(text, quote) == expected


def test_a_sum_of_the_sentence_beats_a_change_published_for_another_year():
    book = reference(
        """
        incidents        | World | | 2023 | 149  | count
        incidents        | World | | 2024 | 233  | count
        incidents        | World | | 2025 | 362  | count
        incidents_growth | World | | 2024 | 56.4 | percent
        """,
        {
            "incidents": {"name": "Recorded mill incidents", "aliases": ("mill incidents",)},
            "incidents_growth": {
                "name": "Annual growth of recorded mill incidents",
                "aliases": ("increase of mill incidents", "mill incidents rose"),
            },
        },
    )
    text = "There were 362 mill incidents in 2025 and 233 in 2024, an increase of 55.4%."
    article = read_article("made.txt", text.encode())
    assert Checker(book, semantic="never").article(article).findings[-1].verdict.code == "FC001"
