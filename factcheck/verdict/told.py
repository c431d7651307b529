"""Changes that an article computes from its own figures: "25 in 2023, 59 in 2024: it quadrupled".

Published figures of two editions prove no change, for the earlier one may have been restated. Where
the article prints both of them itself, the change is its own sum, and is held against them.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Alignment, Cause, Claim, Reading, Status
from factcheck.verdict.accuse import accusation, arithmetic
from factcheck.verdict.evidence import agrees, figures, latest
from factcheck.verdict.judgement import Judgement

OF_TWO = ("growth", "difference", "multiple")


def mark_told_changes(
    claims: Sequence[Claim], judged: Sequence[Judgement], alignments: Sequence[Alignment]
) -> list[Judgement]:
    """Contradict every change that the figures of its own paragraph do not give."""
    result = list(judged)
    for number, (claim, judgement) in enumerate(zip(claims, judged, strict=True)):
        if judgement.verdict.status is not Status.UNVERIFIABLE or claim.checkability is not None:
            continue
        reading = next(iter(alignments[number].readings), None)
        if reading is None or reading.operation not in OF_TWO or claim.rejected or reading.foreign:
            continue
        if not _both_printed(claim, reading, claims, judged):
            continue
        found = figures(claim, reading)
        if found and not any(agrees(claim, figure) for figure in found):
            result[number] = accusation(claim, reading, latest(found), [arithmetic()])
    return result


def _both_printed(
    claim: Claim, reading: Reading, claims: Sequence[Claim], judged: Sequence[Judgement]
) -> bool:
    """Whether the paragraph prints both ends of the change, and rightly."""
    printed = {
        judgement.figure.row
        for other, judgement in zip(claims, judged, strict=True)
        if other.block == claim.block
        and judgement.figure is not None
        and judgement.verdict.status is Status.SUPPORTED
        and judgement.verdict.cause in (None, Cause.ROUNDING, Cause.SUPERSEDED)
    }
    ends = [reading.rows, *reading.operands]
    return all(printed.intersection(rows) for rows in ends)
