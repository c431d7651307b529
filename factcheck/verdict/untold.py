"""Accusations of a slip that may as well be the reading's own: withdrawn where little tells.

"55" is the figure of another year than the default one, or of another measure: either the writer
took the wrong one, or the text is about that year and that measure in words that are not known.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import SAID, Cause, Claim, Status
from factcheck.verdict.accuse import formerly
from factcheck.verdict.diagnose import Figures
from factcheck.verdict.judgement import Judgement, abstained

PLAIN = 0.6
"""Least score (0 to 1) of a reading that accuses of it. On thirteen labelled sets that withdrew 6
of the 10 false accusations of another time or measure, and 3 of the 43 right ones."""


def withdraw_untold(
    claims: Sequence[Claim], judged: Sequence[Judgement], reference: Figures
) -> list[Judgement]:
    """Abstain from accusations of another time that the text never names, or another measure."""
    return [
        _before_the_end(claim, one, claims, judged, reference) or _unless_plain(claim, one)
        for claim, one in zip(claims, judged, strict=True)
    ]


def _unless_plain(claim: Claim, one: Judgement) -> Judgement:
    if one.reading is None or one.verdict.status is not Status.CONTRADICTED:
        return one
    untold = _is_of_another_time(one) or one.verdict.cause is Cause.WRONG_MEASURE
    faint = one.reading.score < PLAIN or _is_bare(claim)
    return abstained(claim, one.reading) if untold and faint else one


def _is_bare(claim: Claim) -> bool:
    """ "23.": an answer, of which no word says what it is about. A cell has its row and column."""
    said = claim.sentence.strip()
    return said != claim.quantity.quote and said.strip(".!") == claim.quantity.quote


def _is_of_another_time(one: Judgement) -> bool:
    """Accused of another time than the one that was taken over from afar."""
    untold = one.reading is not None and one.reading.period_from not in SAID
    return one.verdict.cause is Cause.WRONG_PERIOD and untold


def _before_the_end(
    claim: Claim,
    one: Judgement,
    claims: Sequence[Claim],
    judged: Sequence[Judgement],
    reference: Figures,
) -> Judgement | None:
    """ "58 rules, up from 59": where 58 is last year's, 59 may be of any year before that."""
    if claim.role != "from" or not _is_of_another_time(one):
        return None
    ends = (
        other.reading
        for beside, other in zip(claims, judged, strict=True)
        if beside.sentence_start == claim.sentence_start
        and other.verdict.status is Status.SUPPORTED
        and other.reading
        and one.reading
        and (other.reading.indicator, other.reading.entity)
        == (one.reading.indicator, one.reading.entity)
    )
    return next((f for end in ends if (f := formerly(claim, end, reference))), None)
