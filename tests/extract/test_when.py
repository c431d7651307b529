"""When a number is about: a yardstick's date is never its own."""

import pytest
from scoped import claims, when

from factcheck.model import Kind

SILENT = [
    ("Kent sold 5 barges.", "-"),
    ("Sales are 22% higher than in 2022.", "-"),
    ("Since 2013 they have sold 5 barges.", "-"),
    ("Kent, which won in 2019, sold 5 barges.", "-"),
]
OWN = [
    ("Kent sold 59 barges in 2024.", "2024!"),
    ("In 2024, Kent sold 59 barges and Essex 12.", "2024! 2024!"),
    ("It was 8.91 in 2024, 8.35 in 2025.", "2024! 2025!"),
    ("In 1960 there were 302 mills there and in 2000 661.", "1960! 2000!"),
    ("2024 (59), 2023 (58)", "2024! 2023!"),
    ("Kent, with 59 barges, passed Essex in 2021.", "2021"),
    ("Kent, with 59 barges in 2021, passed Essex.", "2021!"),
    ("They sold 14 more than they managed in 2023, when they sold 52.", "- 2023!"),
    ("Kent has slowed since 1960, when it made 436 carts.", "1960!"),
    ("Japan (5), Kent (6) and Essex (7) met in 2024.", "2024 2024 2024!"),
    ("Ada Moss, who hit 24 in 2024, stopped at 17.", "2024! -"),
    ("Kent sold £97m, 10% above the 2025 figure of £88m.", "- - 2025!"),
]
CHANGES = [
    ("It fell from 64 in 2021 to 46.", "2021! -"),
    ("It fell from 9% to 7% between 2020 and 2024.", "2020! 2024!"),
    ("It rose 14% between 2021 and 2023.", "2023!"),
    ("In 2025 they lent 41,000 books, up from 38,200 a year earlier.", "2025! 2024!"),
    (
        "They lent 73 in March 2026, up from 71 in February and 68 a year earlier.",
        "2026-03! 2026-02! 2025-03!",
    ),
    ("In 2025 the county cancelled 418 trains, against 350.", "2025! 2024"),
    ("In 2025 Kent had 418 trains, against 350 in Essex.", "2025! 2025!"),
    ("Pay came down to 338 in 2023-24, from 404.", "2023/2024! 2022/2023"),
    (
        "In 2025 it was 18%, up from 11% in 2015. It fell from 61 to 47 in the same ten years.",
        "2025! 2015! 2015 2025 2025",
    ),
]
INHERITED = [
    ("In 2024 Kent lost. It sold 5 barges.", "2024"),
    ("Kent did better than in 2022. It sold 5 barges.", "-"),
    ("Kent in 2024\n\nThe county sold 5 barges, and that was that.", "2024"),
]


@pytest.mark.parametrize(("text", "expected"), SILENT + OWN + CHANGES + INHERITED)
def test_when(text, expected):
    assert when(text) == expected


BASES = [
    ("Kent sold 5 barges in 2024.", None),
    ("Kent had 5% more barges than Essex in 2024.", None),
    ("Sales are 22% higher than in 2022.", "2022"),
    ("Sales fell by 924 on March 2025.", "2025-03"),
    ("It rose 14% between 2021 and 2023.", "2021"),
]


@pytest.mark.parametrize(("text", "expected"), BASES)
def test_base_period(text, expected):
    assert claims(text)[0].base_period == expected


def test_a_column_that_names_an_edition_is_not_firm():
    head = "| County | 2024 | 2023 edition |\n|---|---|---|\n| Kent | 63 | 61 |\n"
    cells = {c.quantity.quote: c.periods[:1] for c in claims(head)}
    assert [s.firm for s in cells["63"]] == [True]
    assert not any(s.firm for s in cells["61"])


def test_a_time_in_the_own_statement_stands_before_one_in_another():
    text = "Kent passed Essex as early as 2022; by 2024 it was 42 barges ahead, at 145 barges."
    assert [c.periods[0].value for c in claims(text)][-1] == "2024"


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("Since 2010 they have sold 5 barges.", None),
        ("Sales, since 2010 told apart, have tripled.", None),
        ("In 2010 sales tripled.", None),
        ("Since 2010 sales have tripled.", "2010"),
        ("Since 2010, sales have grown by 12%.", "2010"),
    ],
)
def test_what_a_change_is_measured_from(text, base):
    assert [c.base_period for c in claims(text) if c.quantity.kind is not Kind.DATE] == [base]
