"""Of two numbers of a sentence held against one figure, the wrong one may mean another."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Cause, Claim, Status
from factcheck.verdict.judgement import Judgement, abstained

KEPT = (Cause.WRONG_DIRECTION, Cause.SWAPPED, Cause.WRONG_EDITION)
"""Causes that rest on more than the figure itself."""


def withdraw_doubles(claims: Sequence[Claim], judged: Sequence[Judgement]) -> list[Judgement]:
    """Withdraw an accusation where another number of the sentence states the same slots rightly.

    "44 percent at home and 25 percent abroad", with 25 published for the whole: the 44 is not it.
    """
    right = {
        slot
        for claim, judgement in zip(claims, judged, strict=True)
        if judgement.verdict.status is Status.SUPPORTED and (slot := _slot(claim, judgement))
    }
    return [
        abstained(claim, judgement.reading)
        if judgement.reading is not None
        and judgement.verdict.status is Status.CONTRADICTED
        and judgement.verdict.cause not in KEPT
        and not claim.role
        and not judgement.reading.outright
        and _slot(claim, judgement) in right
        else judgement
        for claim, judgement in zip(claims, judged, strict=True)
    ]


def _slot(claim: Claim, judgement: Judgement) -> tuple[object, ...] | None:
    reading = judgement.reading
    if reading is None:
        return None
    who = reading.indicator.id, reading.entity, reading.dimension, reading.period
    return (claim.sentence_start, *who, reading.operation)
