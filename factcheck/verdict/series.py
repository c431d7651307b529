"""Lists of one series: "3.8% in April, 3.3% in March and 2.6% in February".

Where the sentence tells the figure of another time and the reference bears that out, what the
number beside it is about is no longer in doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcheck.model import Alignment, Claim, Reading, Status
from factcheck.verdict.accuse import ACCUSE, UNEXPLAINED, contradicted
from factcheck.verdict.diagnose import Figures
from factcheck.verdict.judgement import OPEN, Judgement


def mark_series(
    claims: Sequence[Claim],
    judged: Sequence[Judgement],
    alignments: Sequence[Alignment],
    reference: Figures,
    until: date | None,
) -> list[Judgement]:
    """Hold every open figure against the series that its sentence tells of."""
    result = list(judged)
    for number, (claim, alignment) in enumerate(zip(claims, alignments, strict=True)):
        if judged[number].verdict.status not in OPEN or not _is_of_series(claim, alignment):
            continue
        reading = alignment.readings[0]
        if any(_is_beside(claim, reading, *one) for one in zip(claims, judged, strict=True)):
            sure = replace(reading, score=max(reading.score, UNEXPLAINED))
            told = contradicted(claim, Alignment((sure,)), reference, until)
            if told.verdict.status is Status.CONTRADICTED and told.reading is not None:
                result[number] = replace(told, reading=replace(told.reading, score=reading.score))
    return result


def _is_of_series(claim: Claim, alignment: Alignment) -> bool:
    """The number's own words say when, and the best reading is a figure as published."""
    if claim.checkability is not None or claim.operation or not alignment.readings:
        return False
    best = alignment.readings[0]
    when = [slot for slot in claim.periods if slot.firm and slot.origin == "clause"]
    said = any(slot.value == best.period for slot in when)
    return said and best.settled and best.operation is None and best.score >= ACCUSE


def _is_beside(claim: Claim, reading: Reading, other: Claim, judgement: Judgement) -> bool:
    """Another number of the sentence is borne out by the same series at another time."""
    known, borne_out = judgement.reading, judgement.verdict.status is Status.SUPPORTED
    if other.sentence_start != claim.sentence_start or known is None or not borne_out:
        return False
    same = (known.indicator, known.entity, known.dimension, known.operation) == (
        reading.indicator, reading.entity, reading.dimension, None,
    )  # fmt: skip
    return same and other.quantity.kind is claim.quantity.kind and known.period != reading.period
