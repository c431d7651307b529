"""A right figure under a wrong verb: "climbed from 9.3 to 4.6", "a little more than in 2020"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.measure.periods import contains, is_period
from factcheck.model import Cause, Claim, Status
from factcheck.report.codes import code_for
from factcheck.report.figures import figure, period_words
from factcheck.verdict.diagnose import Figures
from factcheck.verdict.judgement import Judgement


def mark_directions(
    claims: Sequence[Claim], judged: Sequence[Judgement], reference: Figures
) -> list[Judgement]:
    """Contradict every supported level that the sentence moves the wrong way."""
    result = list(judged)
    for number, (claim, judgement) in enumerate(zip(claims, judged, strict=True)):
        if claim.operation in ("growth", "difference"):
            continue
        if claim.direction is None or judgement.verdict.status is not Status.SUPPORTED:
            continue
        if (
            judgement.held is not None
            or judgement.figure is None
            or (judgement.reading and judgement.reading.operation)
        ):
            continue
        earlier = _start(claims, judged, number) or _base(claim, judgement, reference)
        value = judgement.figure.value
        if not earlier or not isinstance(value, Decimal) or value == earlier[0]:
            continue
        if (value > earlier[0]) != (claim.direction == "up"):
            result[number] = _reversed(claim, judgement, *earlier)
    return result


def _start(
    claims: Sequence[Claim], judged: Sequence[Judgement], number: int
) -> tuple[Decimal, str] | None:
    """Value and period of the "from" that belongs to this "to", where it is supported."""
    claim = claims[number]
    if claim.role != "to" or number == 0:
        return None
    before, start = claims[number - 1], judged[number - 1]
    same = before.role == "from" and before.sentence_start == claim.sentence_start
    supported = start.verdict.status is Status.SUPPORTED and start.figure is not None
    if not same or not supported or start.reading is None or judged[number].reading is None:
        return None
    if start.reading.indicator is not judged[number].reading.indicator:  # type: ignore[union-attr]
        return None
    value = start.figure.value  # type: ignore[union-attr]
    return (value, start.reading.period) if isinstance(value, Decimal) else None


def _base(claim: Claim, judgement: Judgement, reference: Figures) -> tuple[Decimal, str] | None:
    """The published value for the period the sentence compares with ("more than in 2020")."""
    reading, found = judgement.reading, judgement.figure
    if (
        claim.base_period is None
        or reading is None
        or found is None
        or not is_period(claim.base_period)
    ):
        return None
    for row in reversed(list(reference.rows(reading.indicator.id))):
        same = (row.entity, row.dimension) == (found.row.entity, found.row.dimension)
        if (
            same
            and is_period(row.period)
            and contains(claim.base_period, row.period)
            and isinstance(row.value, Decimal)
        ):
            return row.value, row.period
    return None


def _reversed(claim: Claim, judgement: Judgement, value: Decimal, period: str) -> Judgement:
    assert judgement.figure is not None
    now, unit = judgement.figure.value, judgement.figure.unit
    actual = "down" if claim.direction == "up" else "up"
    text = (
        f"{claim.quantity.quote} is right, but it went {actual}, not {claim.direction}:"
        f" {figure(value, unit)} in {period_words(period)}, {figure(now, unit)} now"
    )
    verdict = replace(
        judgement.verdict,
        status=Status.CONTRADICTED,
        cause=Cause.WRONG_DIRECTION,
        code=code_for(Status.CONTRADICTED, Cause.WRONG_DIRECTION),
        message=text,
        expected=actual,
    )
    return replace(judgement, verdict=verdict)
