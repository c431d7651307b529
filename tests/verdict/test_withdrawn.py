"""An accusation is withdrawn where another number of the sentence is the one that was meant."""

from dataclasses import replace

import pytest
from made import aligned, claim, number, reading, reference

from factcheck.model import Kind, Status
from factcheck.verdict.doubles import withdraw_doubles
from factcheck.verdict.judge import judge

BOOK = reference(
    """
    ripe | Kent  | | 2025 | 25 | percent
    ripe | Essex | | 2025 | 25 | percent
    """
)
KENT, ESSEX = (reading(BOOK, "ripe", who, "2025") for who in ("Kent", "Essex"))
WRONG, RIGHT = number("31", Kind.PERCENT), number("25", Kind.PERCENT)


def statuses(*told):
    """Statuses of (quantity, reading, start of the sentence)."""
    claims = [claim(q, who=r.entity, when="2025", sentence_start=at) for q, r, at in told]
    judged = [judge(c, aligned(r), BOOK) for c, (_, r, _) in zip(claims, told, strict=True)]
    return [j.verdict.status for j in withdraw_doubles(claims, judged)]


@pytest.mark.parametrize(
    "other",
    [(RIGHT, ESSEX, 0), (RIGHT, KENT, 90), (WRONG, KENT, 0)],
    ids=["another slot", "another sentence", "wrong as well"],
)
def test_stands(other):
    assert statuses((WRONG, KENT, 0), other)[0] is Status.CONTRADICTED


def test_stands_where_the_number_names_what_it_counts():
    outright = replace(KENT, outright=True)
    assert statuses((WRONG, outright, 0), (RIGHT, KENT, 0))[0] is Status.CONTRADICTED


def test_is_withdrawn_where_the_other_number_is_the_figure():
    found = statuses((WRONG, KENT, 0), (RIGHT, KENT, 0))
    assert found == [Status.UNVERIFIABLE, Status.SUPPORTED]
