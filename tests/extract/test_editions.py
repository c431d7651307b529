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
