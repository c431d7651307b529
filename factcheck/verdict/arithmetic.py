"""Numbers of one sentence that cannot all be true: parts of totals, changes from A to B."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from factcheck.model import Claim, Finding, Inconsistency, Kind
from factcheck.report.figures import figure
from factcheck.verdict.codes import INCONSISTENCY
from factcheck.verdict.compare import agreement

HUNDRED = Decimal(100)
OUT_OF = re.compile(r"^\s*(?:[\w’'-]+\s+){0,2}?(?:out\s+of|of(?:\s+(?:the|a\s+total\s+of|all|some))?)\s+$")
LEVELS = (Kind.COUNT, Kind.MONEY)


def inconsistencies(text: str, findings: Sequence[Finding]) -> list[Inconsistency]:
    """Every sum of the article's sentences that does not come out as printed."""
    found: list[Inconsistency] = []
    for start in sorted({f.claim.sentence_start for f in findings}):
        sentence = [f for f in findings if f.claim.sentence_start == start]
        found += _shares(text, sentence)
        found += _changes(sentence)
    return found


def _shares(text: str, sentence: Sequence[Finding]) -> list[Inconsistency]:
    """ "97,206 of 131,121, or 74.2%"."""
    percents = [f for f in sentence if f.claim.quantity.kind is Kind.PERCENT]
    for part, whole in zip(sentence, sentence[1:], strict=False):
        a, b = part.claim.quantity, whole.claim.quantity
        exact = isinstance(a.value, Decimal) and isinstance(b.value, Decimal) and b.value
        if len(percents) != 1 or a.kind not in LEVELS or b.kind not in LEVELS or not exact:
            continue
        if not OUT_OF.match(text[a.end : b.start]):
            continue
        share = a.value / b.value * HUNDRED  # type: ignore[operator]
        if agreement(percents[0].claim.quantity, share) is None:
            return [_found(f"{a.quote} of {b.quote} is {_rounded(share)}, not {percents[0].claim.quantity.quote}", part, whole, percents[0])]
    return []


def _changes(sentence: Sequence[Finding]) -> list[Inconsistency]:
    """ "rose from 40 to 50, or by 20%"."""
    changes = [f for f in sentence if f.claim.operation == "growth" and f.claim.quantity.kind is Kind.PERCENT]
    pairs = [
        (a, b)
        for a, b in zip(sentence, sentence[1:], strict=False)
        if a.claim.role == "from" and b.claim.role == "to" and _levels(a.claim, b.claim)
    ]
    if len(changes) != 1 or len(pairs) != 1:
        return []
    (first, last), said = pairs[0], changes[0]
    old, new = first.claim.quantity.value, last.claim.quantity.value
    change = abs((new - old) / old * HUNDRED)  # type: ignore[operator]
    if agreement(said.claim.quantity, change) is not None:
        return []
    text = f"from {first.claim.quantity.quote} to {last.claim.quantity.quote} is {_rounded(change)}, not {said.claim.quantity.quote}"
    return [_found(text, first, last, said)]


def _levels(a: Claim, b: Claim) -> bool:
    values = a.quantity.value, b.quantity.value
    numeric = all(isinstance(v, Decimal) and v for v in values)
    return numeric and a.quantity.kind is b.quantity.kind and a.quantity.kind in LEVELS


def _rounded(share: Decimal) -> str:
    return figure(share.quantize(Decimal("0.1")), "percent")


def _found(message: str, *findings: Finding) -> Inconsistency:
    return Inconsistency(INCONSISTENCY, tuple(f.id for f in findings), message)
