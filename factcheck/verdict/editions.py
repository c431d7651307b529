"""The edition a text names against the edition its own figures are from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.model import Cause, Claim, Observation, Reading, Status
from factcheck.verdict.diagnose import Figures
from factcheck.verdict.evidence import Figure
from factcheck.verdict.judgement import Judgement, decided

ENOUGH = 3
"""Supported figures that must speak for one edition before a label is called wrong or right."""
MOST = 0.8
"""Share of them that must speak for another edition before a label is called wrong."""
EDITION = "edition"
"""Unit of a claim that names an edition by its year."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """Which editions the supported figures of an article are from, and of which pack."""

    votes: Counter[str]
    pack: str | None


def judge_labels(
    claims: Sequence[Claim], judged: Sequence[Judgement], reference: Figures
) -> list[Judgement]:
    """Judge every edition label by the editions that the supported figures of the article match."""
    ballot = _count(judged)
    labels = {str(c.quantity.value) for c in claims if c.quantity.unit == EDITION}
    return [
        _label(claim, ballot, labels, reference) if claim.quantity.unit == EDITION else judgement
        for claim, judgement in zip(claims, judged, strict=True)
    ]


def _count(judged: Sequence[Judgement]) -> Ballot:
    votes: Counter[str] = Counter()
    packs: Counter[str] = Counter()
    for judgement in judged:
        if judgement.reading and judgement.figure and judgement.verdict.status is Status.SUPPORTED:
            votes[judgement.figure.row.edition] += 1
            packs[judgement.reading.indicator.pack] += 1
    return Ballot(votes, packs.most_common(1)[0][0] if packs else None)


def _label(claim: Claim, ballot: Ballot, labels: Collection[str], reference: Figures) -> Judgement:
    named = str(claim.quantity.value)
    total = sum(ballot.votes.values())
    row = _release(reference, ballot.pack, named)
    if total < ENOUGH or row is None:
        text = f"nothing tells which edition the figures are from, so {named} is not checked"
        return decided(Status.UNVERIFIABLE, Cause.NO_REFERENCE, text)
    actual = min(ballot.votes, key=lambda e: (-ballot.votes[e], e))
    share = f"{ballot.votes[actual]} of {total} matched figures are from the {actual} edition"
    if actual == named:
        return _resting_on(reference, row, decided(Status.SUPPORTED, None, share))
    right = _release(reference, ballot.pack, actual)
    if len(labels) > 1 or ballot.votes[actual] < total * MOST or right is None:
        text = f"the figures are from several editions, so {named} is not checked"
        return decided(Status.UNVERIFIABLE, Cause.NO_REFERENCE, text)
    text = f"the article names the {named} edition, but {share}"
    judgement = decided(Status.CONTRADICTED, Cause.WRONG_EDITION, text)
    verdict = replace(judgement.verdict, expected=actual)
    return _resting_on(reference, right, replace(judgement, verdict=verdict))


def _resting_on(reference: Figures, row: Observation, judgement: Judgement) -> Judgement:
    indicator = reference.indicators[row.indicator]
    why = ("edition by majority of the figures",)
    reading = Reading(indicator, row.entity, row.dimension, row.period, (row,), 1.0, True, why)
    figure = Figure(row, row.value, row.unit, row.value, Decimal(0))
    return replace(judgement, reading=reading, figure=figure)


def _release(reference: Figures, pack: str | None, edition: str) -> Observation | None:
    """The row that dates an edition: of unit date, with the edition as its period."""
    for name in sorted(reference.indicators):
        indicator = reference.indicators[name]
        if indicator.unit == "date" and indicator.pack == pack:
            for row in reference.rows(name):
                if row.period == edition == row.edition:
                    return row
    return None
