"""Long numbers that one faint reading bears out, where nothing else is known of them.

A passage may be worded so freely that its words point nowhere. Where a number of several digits is
the very figure of one of the few slots that are possible at all, that slot was meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Alignment, Claim, Modifier, Status
from factcheck.verdict.judgement import Judgement, digits
from factcheck.verdict.support import supported

LONG = 3
"""Significant digits that seldom agree by chance. Chosen on the labelled articles."""


def with_faint(
    claims: Sequence[Claim], judged: Sequence[Judgement], alignments: Sequence[Alignment]
) -> list[Judgement]:
    """Support every open figure that the readings under exactly one indicator bear out."""
    return [
        _borne_out(claim, alignment) or judgement if _is_open(claim, judgement) else judgement
        for claim, judgement, alignment in zip(claims, judged, alignments, strict=True)
    ]


def _is_open(claim: Claim, judgement: Judgement) -> bool:
    """Nothing is known of a number that says exactly what it means."""
    exact = claim.quantity.modifier in (None, Modifier.APPROX) and digits(claim) >= LONG
    return exact and not claim.rejected and judgement.verdict.status is Status.UNVERIFIABLE


def _borne_out(claim: Claim, alignment: Alignment) -> Judgement | None:
    found = [one for reading in alignment.faint if (one := supported(claim, reading))]
    meant = {(one.reading.indicator.id, one.reading.operation) for one in found if one.reading}
    return found[0] if len(meant) == 1 else None
