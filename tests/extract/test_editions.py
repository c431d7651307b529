"""Labels of editions: a year beside the name of a publication."""

import pytest

from factcheck.extract.editions import find_editions

ROWS = [
    ("In 2024 the report was late.", []),
    ("Sales in 2024 were reported.", []),
    ("the 2026 report", ["2026"]),
    ("the 2024 annual survey", ["2024"]),
    ("Harvest Report 2024", ["2024"]),
    ("the 2024 and 2025 editions", ["2024", "2025"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_labels(text, expected):
    found = find_editions(text)
    assert [label.edition for label in found] == expected
    assert [text[label.start : label.end] for label in found] == expected


LOOKED_BACK = [
    ("The 2026 report had 400 pages.", False),
    ("The 2026 report put it at 40. In 2024 it had given 38.", False),
    ("The 2026 report has given 40.", False),
    ("The 2024 report had given 38.", True),
    ("the 2024 edition of the survey had still put it at 38", True),
]


@pytest.mark.parametrize(("text", "past"), LOOKED_BACK)
def test_an_edition_that_the_text_looks_back_at(text, past):
    assert [label.past for label in find_editions(text)] == [past]
