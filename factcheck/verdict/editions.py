"""The edition a text names against the edition its own figures are from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from factcheck.model import Cause, Claim, Observation, Reading, Status, Verdict
from factcheck.verdict.codes import code_for
from factcheck.verdict.diagnose import Figures
from factcheck.verdict.evidence import Figure
from factcheck.verdict.judge import Judgement

ENOUGH = 3
"""Supported figures that must speak for one edition before a label is called wrong or right."""
MOST = 0.8
"""Share of them that must speak for another edition before a label is called wrong."""
EDITION = "edition"
"""Unit of a claim that names an edition by its year."""


def judge_labels(
    claims: Sequence[Claim], judged: Sequence[Judgement], reference: Figures
) -> list[Judgement]:
    """Judge every edition label by the editions that the supported figures of the article match."""
    votes, pack = _votes(judged)
    labels = {str(c.quantity.value) for c in claims if c.quantity.unit == EDITION}
    return [
        _label(claim, judgement, votes, pack, labels, reference)
        if claim.quantity.unit == EDITION
        else judgement
        for claim, judgement in zip(claims, judged, strict=True)
    ]


def _votes(judged: Sequence[Judgement]) -> tuple[Counter[str], str | None]:
    votes: Counter[str] = Counter()
    packs: Counter[str] = Counter()
    for judgement in judged:
        if judgement.reading and judgement.figure and judgement.verdict.status is Status.SUPPORTED:
            votes[judgement.figure.row.edition] += 1
            packs[judgement.reading.indicator.pack] += 1
    return votes, packs.most_common(1)[0][0] if packs else None


def _label(
    claim: Claim,
    judgement: Judgement,
    votes: Counter[str],
    pack: str | None,
    labels: set[str],
    reference: Figures,
) -> Judgement:
    named = str(claim.quantity.value)
    total = sum(votes.values())
    row = _release(reference, pack, named)
    if total < ENOUGH or row is None:
        text = f"nothing tells which edition the figures are from, so {named} is not checked"
        return Judgement(
            Verdict(
                Status.UNVERIFIABLE,
                Cause.NO_REFERENCE,
                code_for(Status.UNVERIFIABLE, Cause.NO_REFERENCE),
                text,
            )
        )
    if votes[named]:
        text = f"{votes[named]} of {total} matched figures are from the {named} edition"
        return _judged(reference, row, Status.SUPPORTED, None, text, None)
    actual = min(votes, key=lambda e: (-votes[e], e))
    right = _release(reference, pack, actual)
    if len(labels) > 1 or votes[actual] < total * MOST or right is None:
        text = f"the figures are from several editions, so {named} is not checked"
        return Judgement(
            Verdict(
                Status.UNVERIFIABLE,
                Cause.NO_REFERENCE,
                code_for(Status.UNVERIFIABLE, Cause.NO_REFERENCE),
                text,
            )
        )
    text = f"the article names the {named} edition, but {votes[actual]} of {total} matched figures are from the {actual} edition"
    return _judged(reference, right, Status.CONTRADICTED, Cause.WRONG_EDITION, text, actual)


def _judged(
    reference: Figures,
    row: Observation,
    status: Status,
    cause: Cause | None,
    text: str,
    expected: str | None,
) -> Judgement:
    indicator = reference.indicators[row.indicator]
    reading = Reading(
        indicator, row.entity, row.dimension, row.period, (row,), 1.0, True, ("edition",)
    )
    found = Figure(row, row.value, row.unit, row.value, Decimal(0))
    return Judgement(
        Verdict(status, cause, code_for(status, cause), text, expected), reading, found
    )


def _release(reference: Figures, pack: str | None, edition: str) -> Observation | None:
    """The row that dates an edition: of unit date, with the edition as its period."""
    for name in sorted(reference.indicators):
        indicator = reference.indicators[name]
        if indicator.unit == "date" and indicator.pack == pack:
            for row in reference.rows(name):
                if row.period == edition == row.edition:
                    return row
    return None
