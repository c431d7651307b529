"""Figures of a contest: parts of a match, pairs, counted things that are indicators by name."""

from dataclasses import replace
from datetime import date

import pytest
from made import reference

from factcheck.articles import read_article
from factcheck.checker import Checker

BOOK = reference(
    """
    points   | Vestby | first quarter  | 2025-03-08 | 20 | points | 2025 | 2025-03-08
    points   | Vestby | second quarter | 2025-03-08 | 25 | points | 2025 | 2025-03-08
    points   | Vestby |                | 2025-03-08 | 98 | points | 2025 | 2025-03-08
    points   | Rovers | first quarter  | 2025-03-08 | 31 | points | 2025 | 2025-03-08
    points   | Rovers | second quarter | 2025-03-08 | 12 | points | 2025 | 2025-03-08
    points   | Rovers |                | 2025-03-08 | 91 | points | 2025 | 2025-03-08
    wins     | Vestby |                | 2025-03-08 | 12 | count  | 2025 | 2025-03-08
    wins     | Rovers |                | 2025-03-08 | 3  | count  | 2025 | 2025-03-08
    losses   | Vestby |                | 2025-03-08 | 5  | count  | 2025 | 2025-03-08
    losses   | Rovers |                | 2025-03-08 | 9  | count  | 2025 | 2025-03-08
    saves    | Vestby |                | 2025-03-08 | 17 | count  | 2025 | 2025-03-08
    saves    | Rovers |                | 2025-03-08 | 0  | count  | 2025 | 2025-03-08
    shutouts | Vestby |                | 2025-03-08 | 0  | count  | 2025 | 2025-03-08
    shutouts | Rovers |                | 2025-03-08 | 1  | count  | 2025 | 2025-03-08
    corners  | Vestby |                | 2025-03-08 | 6  | count  | 2025 | 2025-03-08
    corners  | Rovers |                | 2025-03-08 | 8  | count  | 2025 | 2025-03-08
    penalties_made     | Vestby |      | 2025-03-08 | 4  | count  | 2025 | 2025-03-08
    penalties_attempts | Vestby |      | 2025-03-08 | 5  | count  | 2025 | 2025-03-08
    """,
    types={"Vestby": "organisation", "Rovers": "organisation"},
)
CHECK = Checker(BOOK, semantic="never")


def told(text):
    """quote=expected for each number called wrong."""
    article = replace(read_article("match.txt", text.encode()), published=date(2025, 3, 8))
    found = [f for f in CHECK.article(article).findings if f.verdict.status == "contradicted"]
    return " ".join(f"{f.claim.quantity.quote}={f.verdict.expected}" for f in found)


SILENT = [
    "Vestby (12-5) beat Rovers (3-9) 98-91.",
    "Vestby outscored Rovers 45-43 in the first half.",
    "Rovers outscored Vestby 31-20 in the first quarter.",
    "Vestby had 17 saves and six corners, on 4-of-5 penalties.",
    "Vestby averaged 30 saves a match.",
    "Vestby averaged 12 corners and 30 saves a match.",
    "Vestby had 30 saviours.",
    "Zora Quill had 30 saves for them.",
    "Vestby won four of its last five matches.",
    "Vestby got away in the first half, outscoring Rovers by a 30-18 margin at the end.",
    "Vestby beat Rovers with a 24-2 run.",
    "Vestby did well, on 4-of-5 penalties, including 3-of-3 from afar.",
    "Vestby (12-5) came back in the second quarter.",
    "In the first half, where Vestby outscored Rovers 45-43, it rained.",
    "Vestby outscored Rovers 45-43 in the first and second quarters.",
    "In the first half Vestby held on, and the match was won 98-91.",
    "Vestby beat Rovers by a 7-point margin.",
    "Vestby took a 30-point lead over Rovers.",
    "Vestby lost three of its last four matches.",
    "Rovers had their second shutout in a row.",
    "Vestby had their second corner in a row.",
    "Vestby (12-5) came in to Friday's match with hope.",
    "Vestby (4-2) came in to the match of 8 March 2024 with hope.",
    "Vestby did all they could in the match, with 17 saves.",
    "Vestby (12-5) beat Rovers (3-9). Vestby had six corners, limiting them to eight corners.",
    "Vestby kept Rovers to eight corners and forced them to take 91 points.",
    "Zora Quill forced them to take 20 corners.",
]
WRONG = [
    ("Vestby (12-7) beat Rovers (3-9) 98-95.", "7=5 95=91"),
    ("Rovers lost to Vestby 98-95.", "95=91"),
    ("Vestby outscored Rovers 52-43 in the first half.", "52=45"),
    ("Rovers outscored Vestby 31-28 in the first quarter.", "28=20"),
    ("Vestby had 17 saves and nine corners.", "nine=6"),
    ("Rovers had eight corners and a pair of saves.", "a pair=0"),
    ("Vestby had 17 saves, on 3-of-5 penalties.", "3=4"),
    ("Vestby (12-6) came back in the second quarter.", "6=5"),
    ("In the first half, where Vestby outscored Rovers 52-43, it rained.", "52=45"),
    ("Vestby got away in the first half, outscoring Rovers by a 52-43 margin.", "52=45"),
    ("Vestby outscored Rovers 52-43 in the first and second quarters.", "52=45"),
    ("Vestby had their second shutout in a row.", "second=0"),
    ("Vestby (12-6) came in to Friday's match with hope.", "6=5"),
    ("Vestby did all they could in the match, with 19 saves.", "19=17"),
    (
        "Vestby (12-5) beat Rovers (3-9). Vestby had six corners, limiting them to six corners.",
        "six=8",
    ),
]


@pytest.mark.parametrize("text", SILENT)
def test_is_not_called_wrong(text):
    assert told(text) == ""


@pytest.mark.parametrize(("text", "expected"), WRONG)
def test_is_called_wrong(text, expected):
    assert told(text) == expected
