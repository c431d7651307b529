"""Changes that an article computes from the figures it prints itself."""

import pytest
from made import aligned, claim, number, reading, reference

from factcheck.model import Alignment, Cause, Kind, Status
from factcheck.verdict.judge import judge
from factcheck.verdict.told import mark_told_changes

BOOK = reference(
    """
    rules | Tarvia | | 2023 | 25 | count | 2024 | 2024-04-15
    rules | Tarvia | | 2024 | 59 | count | 2025 | 2025-04-07
    """
)
CHANGE = reading(
    BOOK, "rules", "Tarvia", "2024", operation="multiple", others=(("Tarvia", "2023"),)
)


def told(*levels, times="4", block=0, change=CHANGE, **fields):
    """The verdict on a multiple after so many levels, each as (value, period, block)."""
    claims = [claim(number(value), block=where) for value, _, where in levels]
    quantity = number(times, Kind.MULTIPLE, "multiple", step="1")
    claims.append(claim(quantity, block=block, operation="multiple", **fields))
    alignments = [aligned(reading(BOOK, "rules", "Tarvia", when)) for _, when, _ in levels]
    alignments.append(aligned(change) if change else Alignment())
    judged = [judge(c, a, BOOK) for c, a in zip(claims, alignments, strict=True)]
    return mark_told_changes(claims, judged, alignments)[-1].verdict


BOTH = (("25", "2023", 0), ("59", "2024", 0))


@pytest.mark.parametrize(
    ("levels", "fields"),
    [
        pytest.param((), {}, id="neither is printed"),
        pytest.param(BOTH[:1], {}, id="only one is printed"),
        pytest.param((BOTH[0], ("59", "2024", 1)), {}, id="one in another paragraph"),
        pytest.param((BOTH[0], ("58", "2024", 0)), {}, id="one of them is wrong"),
        pytest.param(BOTH, {"rejected": True}, id="the text rejects it"),
        pytest.param(BOTH, {"checkability": Cause.FORECAST}, id="a forecast"),
        pytest.param(BOTH, {"change": None}, id="of nothing known"),
        pytest.param(BOTH, {"times": "2"}, id="about twice, as printed"),
    ],
)
def test_stays_silent(levels, fields):
    assert told(*levels, **fields).status is not Status.CONTRADICTED


def test_a_change_that_its_own_figures_do_not_give():
    verdict = told(*BOTH)
    assert (verdict.status, verdict.cause, verdict.expected) == (
        Status.CONTRADICTED, Cause.ARITHMETIC, "2.36",
    )  # fmt: skip
