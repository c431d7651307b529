"""From a claim and its alignment to a judgement: any reading may support, few may accuse."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.model import Alignment, Cause, Claim, Reading, Status
from factcheck.verdict.accuse import TELLING, contradicted
from factcheck.verdict.diagnose import Figures
from factcheck.verdict.judgement import Judgement, ambiguous, digits, not_covered, not_stated
from factcheck.verdict.support import supported
from factcheck.verdict.words import content

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
    best = alignment.readings[0]
    for rival in alignment.rivals:
        if _is_another(claim, accused, best, rival):
            continue
        if bearing := supported(claim, rival):
            return replace(bearing, held=accused if wrong else None)
    if wrong and any(best.score - rival.score < MARGIN for rival in alignment.rivals):
        return replace(ambiguous(claim, alignment), held=accused)
    return accused


def _is_another(claim: Claim, accused: Judgement, best: Reading, rival: Reading) -> bool:
    """The number is the rival's, and the text says in words that it is not about that one.

    "A tonne of wheat fetched 176 euros", where 176 is the price of barley: what tells the one from
    the other is said, and nothing around it the reverse.
    """
    slipped = accused.verdict.cause is Cause.WRONG_MEASURE and best.settled and rival.settled
    if not slipped or rival.operation or digits(claim) < TELLING:
        return False
    meant, other = set(content(best.indicator.name)), set(content(rival.indicator.name))
    around = {word for text, _ in claim.context for word in content(text)}
    said = set(content(claim.sentence))
    return bool(other - meant) and (
        (meant <= other or bool((meant - other) & said)) and not (other - meant) & (said | around)
    )
