"""From a claim and its alignment to a judgement: any reading may support, few may accuse."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.model import Alignment, Claim, Status
from factcheck.verdict.accuse import contradicted
from factcheck.verdict.diagnose import Figures
from factcheck.verdict.judgement import Judgement, ambiguous, not_covered, not_stated
from factcheck.verdict.support import supported

MARGIN = 0.03
"""Readings under two indicators closer than this (score, 0 to 1) fit equally well."""


def judge(
    claim: Claim, alignment: Alignment, reference: Figures, until: date | None = None
) -> Judgement:
    """Judge one claim by itself; `swaps` and `editions` look at its neighbours afterwards.

    `until`: when the article appeared, so that it is not held against later figures.
    """
    if claim.checkability is not None:
        return not_stated(claim, claim.checkability)
    if not alignment.readings:
        return not_covered(claim, alignment.reason)
    for reading in alignment.readings:
        if bearing := supported(claim, reading):
            return bearing
    accused = contradicted(claim, alignment, reference, until)
    wrong = accused.verdict.status is Status.CONTRADICTED
    for rival in alignment.rivals:
        if bearing := supported(claim, rival):
            return replace(bearing, held=accused if wrong else None)
    best = alignment.readings[0].score
    if wrong and any(best - rival.score < MARGIN for rival in alignment.rivals):
        return replace(ambiguous(claim, alignment), held=accused)
    return accused
