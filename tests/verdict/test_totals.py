"""Totals that an article makes of the figures it has just told."""

from dataclasses import replace

import pytest
import worded
from made import aligned, reading, reference

from factcheck.model import Alignment, Cause, Status
from factcheck.verdict.judge import judge
from factcheck.verdict.totals import mark_totals

BOOK = reference(
    """
    barges | Kent   | | 2025 | 20   | count
    barges | Essex  | | 2025 | 14   | count
    barges | Surrey | | 2025 | 11   | count
    barges | Surrey | | 2024 | 9    | count
    crowd  | Kent   | | 2025 | 33.4 | count
    crowd  | Essex  | | 2025 | 21.4 | count
    """
)
SLOTS = {
    "20": ("barges", "Kent", "2025"),
    "14": ("barges", "Essex", "2025"),
    "15": ("barges", "Essex", "2025"),
    "11": ("barges", "Surrey", "2025"),
    "9": ("barges", "Surrey", "2024"),
    "33.4": ("crowd", "Kent", "2025"),
    "33": ("crowd", "Kent", "2025"),
    "21": ("crowd", "Essex", "2025"),
}
SUPPORTED, CONTRADICTED = Status.SUPPORTED, Status.CONTRADICTED


def total(marked, **fields):
    """The verdict on the last number of a text; the others mean what `SLOTS` says."""
    *levels, last = worded.claims(marked)[1]
    claims = [*levels, replace(last, **fields)]
    alignments = [aligned(reading(BOOK, *SLOTS[one.quantity.quote])) for one in levels]
    judged = [
        judge(claim, alignment, BOOK)
        for claim, alignment in zip(claims, [*alignments, Alignment()], strict=True)
    ]
    return mark_totals(claims, judged)[-1].verdict


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param("Kent has {20}, Essex {14}: {50} in all.", {}, id="no number of them"),
        pytest.param("Kent has {20}, Essex {14}: {50} for two of its towns.", {}, id="others"),
        pytest.param("Kent has {20}, Essex {14}: {50} for the three of them.", {}, id="one lacks"),
        pytest.param("Kent has {20}, Surrey had {9}: {50} for the two of them.", {}, id="times"),
        pytest.param("Kent has {20} and {33.4}: {50} for the two of them.", {}, id="measures"),
        pytest.param("Kent has {20}, Essex {15}: {50} for the two of them.", {}, id="one is wrong"),
        pytest.param("Kent has {20}, Essex {14}. {50} are at sea.", {}, id="nothing says so"),
        pytest.param("Kent has {20}, Essex {14}. Put together by {50}.", {}, id="more is said"),
        pytest.param("Together, {50}.", {}, id="nothing before it"),
        pytest.param("Kent has {20}, Essex {14}. Together, {350}.", {}, id="far off"),
        pytest.param("Kent has {33}, Essex {21}. Together, {54}.", {}, id="the sum as printed"),
        pytest.param("Kent has {20}, Essex {14}. Together, {50}.", {"rejected": True}, id="denied"),
        pytest.param("Kent has {20}, Essex {14}. Together, {50}.",
                     {"checkability": Cause.FORECAST}, id="a forecast"),
    ],
)  # fmt: skip
def test_stays_silent(text, fields):
    assert total(text, **fields).status not in (SUPPORTED, CONTRADICTED)


@pytest.mark.parametrize(
    "text",
    [
        "Kent has {20}, Essex {14}, Surrey {11}: {%s} between the three of them.",
        "Kent has {20}, Essex {14}, Surrey {11}: {%s} barges for the three together.",
        "Kent has {20}, Essex {14}, Surrey {11}. Together, {%s}.",
        "Kent has {20}, Essex {14}, Surrey {11}. All together: {%s} barges.",
    ],
)
def test_totals(text):
    assert total(text % "45").status is SUPPORTED
    wrong = total(text % "54")
    assert (wrong.status, wrong.cause, wrong.expected) == (CONTRADICTED, Cause.ARITHMETIC, "45")


def test_a_total_of_the_last_two():
    text = "Kent has {20}, Essex {14} and Surrey {11}, {25} for the two of them."
    assert total(text).status is SUPPORTED
