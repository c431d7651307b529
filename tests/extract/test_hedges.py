"""The hedge beside a number. The number is the first figure of the text."""

from __future__ import annotations

import re

import pytest

from factcheck.extract.hedges import hedge_at


def hedge(text, unit=None):
    figure = re.search(r"\d[\d,.]*\d|\d", text)
    return hedge_at(text, *figure.span(), unit)


@pytest.mark.parametrize(
    "text",
    [
        "It was 5 then",
        "a quarter less than 50",
        "12pc fewer than the 400",
        "it went up to 379",
        "within 5 hours",
        "the thing was about to end; 7 left",
        "overall 40",
    ],
)
def test_no_hedge(text):
    assert hedge(text) is None


@pytest.mark.parametrize(
    ("text", "modifier", "near"),
    [
        ("about 40", "approx", False),
        ("around 40", "approx", False),
        ("some 40", "approx", False),
        ("not far from 40", "approx", False),
        ("~40", "approx", False),
        ("40 or so", "approx", False),
        ("40-odd", "approx", False),
        ("more than 40", "more_than", False),
        ("it beat a half by more than 40", "more_than", False),
        ("north of 40", "more_than", False),
        ("passed 40", "more_than", False),
        ("just over 40", "more_than", True),
        ("a little more than 40", "more_than", True),
        ("fewer than 40", "less_than", False),
        ("under 40", "less_than", False),
        ("nearly 40", "less_than", True),
        ("almost 40", "less_than", True),
        ("just shy of 40", "less_than", True),
        ("at least 40", "at_least", False),
        ("no fewer than 40", "at_least", False),
        ("40+", "at_least", False),
        ("40 or more", "at_least", False),
        ("up to 40", "at_most", False),
        ("as many as 40", "at_most", False),
        ("no more than 40", "at_most", False),
    ],
)
def test_hedge(text, modifier, near):
    found = hedge(text)
    assert found is not None
    assert (found.modifier, found.near) == (modifier, near)


def test_within_bounds_a_distance_only():
    assert hedge("within 22 rating points", "points").modifier == "at_most"
    assert hedge("within 22 minutes", "minutes") is None
