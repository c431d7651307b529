"""Figures that an article computes from its own: "362, up from 233, a rise of 55%".

What a sum is about need not be worded again where both of its terms stand beside it and the
reference bears them out: they say which indicator, whose and when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from factcheck.measure.periods import bounds
from factcheck.model import WHOLE, Cause, Claim, Kind, Observation, Reading, Status
from factcheck.verdict.accuse import FAR, accusation, arithmetic, words_after
from factcheck.verdict.arithmetic import TIE
from factcheck.verdict.diagnose import Diagnosis, hedge_misses
from factcheck.verdict.evidence import Figure, agrees, figures, latest
from factcheck.verdict.judgement import OPEN, Judgement, digits
from factcheck.verdict.support import supported, unit_differs, wrong_way

REACH = 4
"""Numbers before or behind that a sum may be made of."""
TELLING = 2
"""Significant digits from which agreement with a sum that no word announces is no coincidence."""
ANNOUNCED = ("growth", "difference", "multiple", "share")
"""Operations whose terms are looked for."""
OF_TWO = ("growth", "difference", "multiple")
LEVELS = (Kind.COUNT, Kind.MONEY, Kind.SCORE)
SHARES = ("percent", "percentage_points")
ROUGH = Decimal("0.08")
"""Share by which the hedge of a sum may be missed: they are told in round words ("twice")."""
BASE = re.compile(r"\s+(?:from|on|over|against|compared\s+(?:with|to))\s+(?:the\s+|its\s+)?", re.I)
"""Between the size of a change and the figure that it starts from."""
EARLIER = re.compile(r"\s+(?:(?:a|one|the)\s+years?\s+(?:ago|earlier|before))\s*:?", re.I)
"""After a figure that a change starts from."""
OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|which|that|the\s+total)\b", re.I)
"""After a share of what the text has just named."""
NAMELY = re.compile(r"(?:\s+[\w’'-]+){0,4}\s*:\s+(?:[\w’'-]+\s+){0,3}", re.I)
"""Between a change and the figures that it is told of: "twice as frequent: there were"."""


@dataclass(frozen=True, slots=True)
class Level:
    """A published figure that the article prints rightly."""

    claim: Claim
    reading: Reading
    figure: Figure

    @property
    def row(self) -> Observation:
        """Its row."""
        return self.figure.row


Pair = tuple[Level, Level]


def mark_own_sums(claims: Sequence[Claim], judged: Sequence[Judgement]) -> list[Judgement]:
    """Judge every open figure that is a sum of others of its paragraph by those; an accused one is
    cleared by others of its sentence."""
    result = list(judged)
    for number, (claim, judgement) in enumerate(zip(claims, judged, strict=True)):
        open_ = _is_open(claim, judgement)
        if open_ or judgement.verdict.status is Status.CONTRADICTED:
            near = [
                level
                for at in range(max(number - REACH, 0), min(number + REACH + 1, len(claims)))
                if at != number and (level := level_beside(claim, claims[at], judged[at]))
            ]
            if not open_:
                near = [one for one in near if one.claim.sentence_start == claim.sentence_start]
            found = _borne_out(claim, near) or (_refuted(claim, near) if open_ else None)
            result[number] = found or judgement
    return result


def _is_open(claim: Claim, judgement: Judgement) -> bool:
    """Nothing is settled, or only a sum that need not be meant does not come out."""
    told = claim.checkability is None and not claim.rejected and claim.tally is None
    open_ = judgement.verdict.status in OPEN or judgement.verdict.cause is Cause.ARITHMETIC
    return told and open_


def level_beside(claim: Claim, beside: Claim, judgement: Judgement) -> Level | None:
    """A figure of the same paragraph that is borne out and no sum itself."""
    reading, figure = judgement.reading, judgement.figure
    if judgement.verdict.status is not Status.SUPPORTED or beside.block != claim.block:
        return None
    if reading is None or reading.operation or figure is None:
        return None
    return Level(beside, reading, figure) if isinstance(figure.value, Decimal) else None


def _borne_out(claim: Claim, near: Sequence[Level]) -> Judgement | None:
    for pair, close in _pairs(claim, near):
        if claim.operation in ANNOUNCED or (close and digits(claim) >= TELLING):
            for reading in _readings(claim, pair):
                if bearing := supported(claim, reading):
                    return bearing
    return None


def _pairs(claim: Claim, near: Sequence[Level]) -> Iterator[tuple[Pair, bool]]:
    """Figures of which it may be a sum, and whether both stand in its own sentence."""
    inside = [one for one in near if one.claim.sentence_start == claim.sentence_start]
    before = [one for one in near if one.claim.sentence_start < claim.sentence_start][::-1]
    yield from ((pair, True) for pair in combinations(inside, 2))
    yield from (((one, other), False) for one in before for other in inside)
    if not inside:
        yield from ((pair, False) for pair in combinations(before, 2))


def _readings(claim: Claim, pair: Pair) -> Iterator[Reading]:
    """What the claim may be of two figures: changes of one slot, or of two in one period."""
    a, b = (level.row for level in pair)
    same = a.indicator == b.indicator and a.dimension == b.dimension
    changed = a.entity == b.entity and a.period != b.period
    apart = a.entity != b.entity and (a.period == b.period or claim.operation == "multiple")
    for operation in _operations(claim, a.unit) if a.unit == b.unit else ():
        parts = not changed and (not same or (apart and _is_part(claim, a, b)))
        if parts if operation == "share" else same and (changed or apart):
            own, term = _ordered(claim, pair, operation, changed=changed)
            yield replace(
                own.reading, operation=operation, rows=(own.row,), operands=((term.row,),)
            )


def _is_part(claim: Claim, a: Observation, b: Observation) -> bool:
    """One of the two is of everybody, or the sentence says that it is part of the other."""
    return WHOLE in (a.entity, b.entity) or bool(OF_THEM.match(words_after(claim)))


def _operations(claim: Claim, unit: str) -> Sequence[str]:
    """The sums of two figures of a unit that a number of its kind may be."""
    kind, announced = claim.quantity.kind, claim.operation
    if kind is Kind.MULTIPLE:
        return ("multiple",)
    if kind is Kind.PERCENTAGE_POINTS:
        return ("difference",) if unit in SHARES else ()
    if kind in LEVELS:
        return ("difference",) if announced == "difference" and unit not in SHARES else ()
    if kind not in (Kind.PERCENT, Kind.RATIO):
        return ()
    if announced in ("growth", "multiple"):
        return (announced,)
    return () if unit in SHARES else ("share",)


def _ordered(claim: Claim, pair: Pair, operation: str, *, changed: bool) -> Pair:
    """The later of the two first, else the one that the claim names, else by size: parts are
    smaller than their whole."""
    one, other = pair
    if changed:
        swap = (bounds(one.row.period) or ()) < (bounds(other.row.period) or ())
    elif operation in ("share", "multiple"):
        part = claim.quantity.kind is not Kind.MULTIPLE
        swap = (_size(one) > _size(other)) == part
    else:
        named = claim.entity.value if claim.entity else one.row.entity
        swap = named == other.row.entity
    return (other, one) if swap else (one, other)


def _size(level: Level) -> Decimal:
    assert isinstance(level.figure.value, Decimal), "checked where levels are made"
    return abs(level.figure.value)


def _refuted(claim: Claim, near: Sequence[Level]) -> Judgement | None:
    """The accusation that the two figures tied to the size of a change give another one."""
    inside = [one for one in near if one.claim.sentence_start == claim.sentence_start]
    tied = [pair for pair in combinations(inside, 2) if _is_tied(claim, pair)]
    readings = [r for pair in tied for r in _readings(claim, pair) if r.operation in OF_TWO]
    if claim.operation not in OF_TWO or len(tied) != 1 or len(readings) != 1:
        return None
    (reading,), found = readings, figures(claim, readings[0])
    if not found or _as_printed(claim, reading, tied[0]):
        return None
    causes = _causes(claim, reading, latest(found))
    return accusation(claim, reading, latest(found), causes) if causes else None


def _is_tied(claim: Claim, pair: Pair) -> bool:
    """Nothing but the wording of a change stands between its size and its two ends."""
    spans = sorted((one.claim.quantity.start, one.claim.quantity.end) for one in pair)
    own, base = (claim.quantity.start, claim.quantity.end), claim.sentence_start
    first, second, third = sorted((*spans, own))
    gaps = [
        claim.sentence[a - base : b - base]
        for a, b in ((first[1], second[0]), (second[1], third[0]))
    ]
    if own == second:
        return bool(BASE.fullmatch(gaps[1])) and not re.search(r"[;:]", gaps[0])
    if own == third:
        return bool(TIE.fullmatch(EARLIER.sub("", gaps[1], count=1).rstrip("+")))
    return bool(TIE.fullmatch(gaps[0]) or NAMELY.fullmatch(gaps[0]))


def _as_printed(claim: Claim, reading: Reading, pair: Pair) -> bool:
    """Whether the figures as the article rounds them give the sum."""
    values = {one.row: one.claim.quantity.value for one in pair}
    own, (term,) = reading.rows[0], reading.operands[0]
    rounded = [replace(row, value=_told(row, values[row])) for row in (own, term)]
    again = replace(reading, rows=(rounded[0],), operands=((rounded[1],),))
    return any(agrees(claim, figure) for figure in figures(claim, again))


def _told(row: Observation, printed: Decimal | str | None) -> Decimal | str:
    """The printed value in the unit of the row, as far as the two are of one size."""
    if not isinstance(printed, Decimal) or not isinstance(row.value, Decimal):
        return row.value
    near = row.value and Decimal("0.5") < abs(printed / row.value) < Decimal(2)
    return printed if near else row.value


def _causes(claim: Claim, reading: Reading, expected: Figure) -> list[Diagnosis]:
    value, right = claim.quantity.value, expected.stated
    if not isinstance(value, Decimal) or not isinstance(right, Decimal) or not value * right:
        return []
    if agrees(claim, expected):
        if unit_differs(claim, expected):
            return [Diagnosis(Cause.WRONG_UNIT, "the figures differ by percentage points")]
        if wrong_way(claim, reading, expected):
            return [Diagnosis(Cause.WRONG_DIRECTION, "the size is right, the direction is not")]
        return []
    if max(abs(value / right), abs(right / value)) >= FAR:
        return []
    return [*hedge_misses(claim, expected, ROUGH), arithmetic()]
