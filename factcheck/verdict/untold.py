"""Accusations of a slip that may as well be the reading's own: withdrawn where little tells.

"55" is the figure of another year than the default one, or of another measure: either the writer
took the wrong one, or the text is about that year and that measure in words that are not known.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import SAID, Cause, Claim, Status
from factcheck.verdict.judgement import Judgement, abstained

PLAIN = 0.6
"""Least score (0 to 1) of a reading that accuses of it. On fifteen labelled sets 6 of the 10 false
accusations of another time or measure lie below, and 5 of the 45 right ones."""


def withdraw_untold(claims: Sequence[Claim], judged: Sequence[Judgement]) -> list[Judgement]:
    """Abstain from accusations of another time that the text never names, or another measure."""
    return [
        abstained(claim, judgement.reading)
        if judgement.reading is not None and _is_untold(judgement)
        else judgement
        for claim, judgement in zip(claims, judged, strict=True)
    ]


def _is_untold(judgement: Judgement) -> bool:
    verdict, reading = judgement.verdict, judgement.reading
    if verdict.status is not Status.CONTRADICTED or reading is None or reading.score >= PLAIN:
        return False
    if verdict.cause is Cause.WRONG_PERIOD:
        return reading.period_from not in SAID
    return verdict.cause is Cause.WRONG_MEASURE
