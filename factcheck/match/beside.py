"""Sums of figures that the text itself prints beside them: "from 15 to 28, nearly twice as many".

What the two figures are about is settled already, so the sum need not say it again. Only what the
figures are about is looked at, never their values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from factcheck.match.candidates import SHARES, TIMES, ways
from factcheck.measure.periods import bounds
from factcheck.model import SAID, WHOLE, Alignment, Claim, Document, Kind, Reading

OVER_TIME = ("growth", "difference", "multiple")
REACH = 4
"""Numbers looked at on either side."""
CLEAR = 0.5
"""Score (0 to 1) from which a settled, printed meaning stands before a sum of neighbours."""


Foreign = Callable[[Claim, str], bool]
"""Whether the clause of a claim names something else than what an indicator measures."""


def with_sums_beside(
    document: Document,
    claims: Sequence[Claim],
    chosen: Sequence[Alignment],
    foreign: Foreign,
) -> list[Alignment]:
    """Alignments in which every sum of two figures beside it is such a reading too."""
    result = list(chosen)
    for number, claim in enumerate(claims):
        if claim.operation not in (*OVER_TIME, "share") or claim.checkability is not None:
            continue
        told = next(_readings(document, claims, chosen, number), None)
        if told is None or _names_another(claim, told):
            continue
        if foreign(claim, told.indicator.id):
            told = replace(told, foreign=True)
        own = chosen[number]
        best = own.readings[0] if own.readings else None
        clear = best and best.operation is None and best.settled and best.score >= CLEAR
        if best is None or not clear:
            rest = [best, *own.rivals] if best else []
            rivals = [r for r in rest if _meaning(r) != _meaning(told)]
            same = [r for r in own.readings if _meaning(r) == _meaning(told)]
            result[number] = replace(own, readings=(told, *same), rivals=tuple(rivals), reason=None)
    return result


def _names_another(claim: Claim, told: Reading) -> bool:
    """The claim says itself whom it is about, and it is neither of the two."""
    own = claim.entity
    sides = {told.entity, *(row.entity for rows in told.operands for row in rows)}
    return own is not None and own.firm and own.origin in SAID and own.value not in sides


def _meaning(reading: Reading) -> tuple[str, str | None]:
    return reading.indicator.id, reading.operation


def _readings(
    document: Document, claims: Sequence[Claim], chosen: Sequence[Alignment], number: int
) -> Iterator[Reading]:
    """The sums of two levels beside the claim, nearest first."""
    claim = claims[number]
    levels = [
        (abs(n - number), n, reading)
        for n in range(max(number - REACH, 0), min(number + REACH + 1, len(claims)))
        if n != number
        and (reading := _level(claims[n], chosen[n]))
        and _stand_together(document, claim, claims[n])
    ]
    pairs = sorted(
        combinations(levels, 2), key=lambda p: (p[0][0] + p[1][0], max(p[0][1], p[1][1]) > number)
    )
    for (_, one_at, one), (_, other_at, other) in pairs:
        if one.indicator is not other.indicator or one.dimension != other.dimension:
            continue
        first, second = (one, other) if one_at < other_at else (other, one)
        sum_of = _over_time if first.entity == second.entity else _between
        if (found := sum_of(claim, first, second)) is not None:
            yield found


def _level(claim: Claim, alignment: Alignment) -> Reading | None:
    """The likeliest meaning of a printed level."""
    best = alignment.readings[0] if alignment.readings else None
    plain = claim.operation is None and claim.quantity.kind is not Kind.DATE
    return best if best and plain and best.operation is None and best.rows else None


def _stand_together(document: Document, one: Claim, other: Claim) -> bool:
    """In one sentence, in one row of a table, or in sentences of one paragraph that adjoin."""
    if one.sentence_start == other.sentence_start:
        return True
    if one.block < 0 or other.block < 0:
        return False
    rows = document.blocks[one.block].row, document.blocks[other.block].row
    if rows[0] is not None:
        return rows[0] == rows[1]
    start, end = other.sentence_start, one.sentence_start
    between = document.text[start + len(other.sentence) : end]
    return one.block == other.block and start < end and not between.strip()


def _over_time(claim: Claim, first: Reading, second: Reading) -> Reading | None:
    """A change between two periods of one entity."""
    days = bounds(first.period), bounds(second.period)
    if claim.operation not in OVER_TIME or None in days or days[0] == days[1]:
        return None
    before, after = sorted((first, second), key=lambda r: bounds(r.period) or ())
    operation = claim.operation
    if operation == "growth" and first.indicator.unit in (*SHARES, "percentage_points"):
        operation = "difference"
    return _sum(claim, operation, after, before)


def _between(claim: Claim, first: Reading, second: Reading) -> Reading | None:
    """A share or multiple of one entity and another, in one period."""
    if first.period != second.period or claim.operation not in ("share", "multiple", "difference"):
        return None
    if claim.quantity.kind is Kind.MULTIPLE and not TIMES.search(claim.quantity.quote):
        return None  # "it doubled" tells of one
    own, other = second, first
    if claim.operation == "share":
        if WHOLE not in (own.entity, other.entity):
            return None
        own, other = (own, other) if other.entity == WHOLE else (other, own)
        return _sum(claim, "share", own, other)
    named = claim.entity.value if claim.entity else None
    if named == other.entity:
        own, other = other, own
    return _sum(claim, claim.operation, own, other) if named == own.entity else None


def _sum(claim: Claim, operation: str | None, own: Reading, other: Reading) -> Reading | None:
    if operation not in {op for op, _ in ways(claim, own.indicator)}:
        return None
    return replace(
        own,
        score=min(own.score, other.score),
        settled=own.settled and other.settled,
        operation=operation,
        operands=(other.rows,),
        outright=False,
        why=(*own.why, "sum of the figures beside it"),
        beside=True,
    )
