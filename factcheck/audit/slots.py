"""What a claim is about, as one short key: claims with equal keys can be set against each other."""

from __future__ import annotations

import hashlib

from factcheck.model import Cause, Finding, Status
from factcheck.verdict import uncovered
from factcheck.verdict.definitions import mistaken_for


def slot(finding: Finding) -> str | None:
    """Return the key of what a claim is about; None where the text leaves a part of it open.

    Indicator, entity, dimension and period of the reference row; where no reference covers it, the
    words that say what is measured, entity, unit and period (`verdict.uncovered`).
    """
    match, verdict = finding.match, finding.verdict
    if match is not None:
        if verdict.status is Status.NOT_CHECKABLE:
            return None
        row = match.observation
        parts = (row.indicator, match.operation, row.entity, row.dimension, row.period)
        return _hash("reference", *parts)
    if verdict.cause is not Cause.NO_REFERENCE or (about := uncovered.slot(finding.claim)) is None:
        return None
    who, words, *rest = about
    assert isinstance(words, frozenset), "the second part are the words of the measure"
    period = finding.claim.period.value if finding.claim.period else None
    return _hash("words", who, " ".join(sorted(words)), *rest, period)


def wording(finding: Finding) -> str:
    """Return the key of what a claim states of its slot and of how it was judged."""
    quantity, verdict, match = finding.claim.quantity, finding.verdict, finding.match
    parts = (quantity.kind, quantity.value, quantity.low, quantity.high, quantity.unit)
    judged = (verdict.status, verdict.cause, verdict.expected, mistaken_for(verdict))
    row = match and match.observation
    return _hash(*parts, *judged, *((row.value, row.edition, row.published) if row else ()))


def _hash(*parts: object) -> str:
    words = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.blake2b(words.encode(), digest_size=8).hexdigest()
