"""A right figure under a wrong verb: "climbed from 9.3 to 4.6", "a little more than in 2020"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.measure.periods import bounds, contains, is_period, years_later
from factcheck.model import Cause, Claim, Observation, Status
from factcheck.report.codes import code_for
from factcheck.report.figures import figure, period_words
from factcheck.verdict.diagnose import Figures
from factcheck.verdict.judgement import Judgement
from factcheck.verdict.relations import turned
from factcheck.verdict.words import content

MOVING = frozenset(
    content(
        "rise rising rose risen grow growing grew grown growth increase gain climb climbed jump"
        " fall falling fell fallen drop decline decrease slide slump shrink shrank higher lower"
        " change inflation up down more less fewer"
    )
)
"""Words of a wording that make its figure a change rather than a level."""
UP_FROM = re.compile(r"\b(?:up|down)\s+from\s+(?:\w+\s+){0,2}[$€£¥]?$", re.IGNORECASE)
"""Before the start of a change that is told of the number before: "58 rules, up from 59"."""
EARLIER = (1, 2, 3)
"""Years back that a bare "grew to" may start from; every one that is published must speak against
the words. Of rows of a month or a quarter: the same one of those years."""


def mark_directions(
    claims: Sequence[Claim], judged: Sequence[Judgement], reference: Figures
) -> list[Judgement]:
    """Contradict every supported level that the sentence moves the wrong way."""
    result = list(judged)
    for number, (claim, judgement) in enumerate(zip(claims, judged, strict=True)):
        if not _is_level(claim, judgement) or claim.direction is None:
            continue
        assert judgement.figure is not None
        value = judgement.figure.value
        if not isinstance(value, Decimal):
            continue
        if claim.role == "from":
            if (later := _end(claims, judged, number)) and _against(claim, value, later[0]):
                at, verdict = _at_the_end(claims, judged, number, (value, later))
                result[at] = verdict
            continue
        if _has_start(claims, number):
            earlier = _start(judged, number)
        elif told := _told_before(claims, judged, number):
            earlier = told
        else:
            earlier = _base(claim, judgement, reference) or _before(claim, judgement, reference)
        if earlier and _against(claim, earlier[0], value):
            result[number] = _reversed(claim, judgement, earlier, "now")
    return result


def _at_the_end(
    claims: Sequence[Claim],
    judged: Sequence[Judgement],
    number: int,
    ends: tuple[Decimal, tuple[Decimal, str]],
) -> tuple[int, Judgement]:
    """Which of two is told the wrong way, and its verdict: in "58, up from 59" it is the first.

    `ends`: value of the start; value and period of the end.
    """
    claim, (value, later) = claims[number], ends
    if not UP_FROM.search(claim.sentence[: claim.quantity.start - claim.sentence_start]):
        return number, _reversed(claim, judged[number], later, "then")
    told, own = replace(claims[number - 1], direction=claim.direction), judged[number].figure
    assert own is not None
    return number - 1, _reversed(told, judged[number - 1], (value, own.row.period), "now")


def _is_level(claim: Claim, judgement: Judgement) -> bool:
    """A published figure itself, borne out, and not the size of a change."""
    computed = judgement.reading is not None and judgement.reading.operation is not None
    return (
        claim.operation not in ("growth", "difference")
        and judgement.verdict.status is Status.SUPPORTED
        and judgement.held is None
        and judgement.figure is not None
        and not computed
    )


def _against(claim: Claim, before: Decimal, after: Decimal) -> bool:
    """Whether the figure moved the other way."""
    return before != after and (after > before) != (claim.direction == "up")


def _end(
    claims: Sequence[Claim], judged: Sequence[Judgement], number: int
) -> tuple[Decimal, str] | None:
    """Value and period of the level told just before ("13%, a rise from 16%"), if borne out."""
    if number == 0 or not turned(claims[number - 1], claims[number]):
        return None
    before, own = judged[number - 1], judged[number]
    if claims[number - 1].direction is not None or not _is_level(claims[number - 1], before):
        return None
    return _level(before) if _same_indicator(before, own) else None


def _same_indicator(one: Judgement, other: Judgement) -> bool:
    return (
        one.reading is not None
        and other.reading is not None
        and one.reading.indicator is other.reading.indicator
    )


def _level(judgement: Judgement) -> tuple[Decimal, str] | None:
    assert judgement.figure is not None
    value = judgement.figure.value
    return (value, judgement.figure.row.period) if isinstance(value, Decimal) else None


def _has_start(claims: Sequence[Claim], number: int) -> bool:
    """Whether the number before is the "from" that belongs to this "to"."""
    if claims[number].role != "to" or number == 0:
        return False
    before = claims[number - 1]
    return before.role == "from" and before.sentence_start == claims[number].sentence_start


def _told_before(
    claims: Sequence[Claim], judged: Sequence[Judgement], number: int
) -> tuple[Decimal, str] | None:
    """Value and period of the level beside it that a change starts from.

    "From 10 to 17 and up to 14", "up to 12, from 14": the number next to it in the sentence, of an
    earlier time.
    """
    if claims[number].role != "to":
        return None
    for beside in (number - 1, number + 1):
        if not 0 <= beside < len(claims) or (claims[beside].role == "to" and beside > number):
            continue
        own, other = judged[number], judged[beside]
        together = claims[beside].sentence_start == claims[number].sentence_start
        if not together or not _is_level(claims[beside], other) or not _same_slot(own, other):
            continue
        assert own.figure is not None
        assert other.figure is not None
        before, after = bounds(other.figure.row.period), bounds(own.figure.row.period)
        if before and after and before < after:
            return _level(other)
    return None


def _same_slot(one: Judgement, other: Judgement) -> bool:
    """One indicator, entity and dimension."""
    if not _same_indicator(one, other) or one.figure is None or other.figure is None:
        return False
    mine, theirs = one.figure.row, other.figure.row
    return (mine.entity, mine.dimension) == (theirs.entity, theirs.dimension)


def _start(judged: Sequence[Judgement], number: int) -> tuple[Decimal, str] | None:
    """Value and period of that "from", where it is borne out."""
    start, own = judged[number - 1], judged[number]
    if start.verdict.status is not Status.SUPPORTED or start.figure is None:
        return None
    return _level(start) if _same_indicator(start, own) else None


def _before(claim: Claim, judgement: Judgement, reference: Figures) -> tuple[Decimal, str] | None:
    """The published level that a bare "grew to" starts from: that of the period before.

    None where the text names another base, or where an earlier year would bear the words out: then
    the change may have been a longer one. Of a figure that is itself a change ("prices rose by")
    the verb tells nothing.
    """
    found, reading = judgement.figure, judgement.reading
    if claim.role != "to" or claim.base_period or claim.window or found is None or reading is None:
        return None
    if _restated(claim, found.row, reference):
        return None
    names = (reading.indicator.name, *reading.indicator.aliases)
    if any(MOVING & set(content(name.replace("-", ""))) for name in names):  # a start-up is no rise
        return None
    slot = (found.row.entity, found.row.dimension)
    levels = {
        row.period: row.value
        for row in reference.rows(found.row.indicator)
        if (row.entity, row.dimension) == slot and isinstance(row.value, Decimal)
    }
    earlier = [years_later(found.row.period, -years) for years in EARLIER]
    if any(period not in levels for period in earlier[:1]):
        return None
    told = [levels[period] for period in earlier if period in levels]
    value = found.value
    if not isinstance(value, Decimal) or not all(_against(claim, then, value) for then in told):
        return None
    return told[0], earlier[0]


def _restated(claim: Claim, row: Observation, reference: Figures) -> bool:
    """An earlier vintage of the figure bears the words out: "it has grown to 425", from 423."""
    return any(
        isinstance(one.value, Decimal)
        and isinstance(row.value, Decimal)
        and _against(claim, row.value, one.value)
        for one in reference.rows_at(row.indicator, row.entity, row.period)
        if one.dimension == row.dimension
    )


def _base(claim: Claim, judgement: Judgement, reference: Figures) -> tuple[Decimal, str] | None:
    """The published value for the period the sentence compares with ("more than in 2020")."""
    reading, found = judgement.reading, judgement.figure
    if (
        claim.base_period is None
        or reading is None
        or found is None
        or not is_period(claim.base_period)
    ):
        return None
    for row in reversed(list(reference.rows(reading.indicator.id))):
        same = (row.entity, row.dimension) == (found.row.entity, found.row.dimension)
        if (
            same
            and is_period(row.period)
            and contains(claim.base_period, row.period)
            and isinstance(row.value, Decimal)
        ):
            return row.value, row.period
    return None


def _reversed(
    claim: Claim, judgement: Judgement, other: tuple[Decimal, str], when: str
) -> Judgement:
    """`other`: the level at the other end of the change; `when`: now or then, for this end."""
    assert judgement.figure is not None
    own, unit = judgement.figure, judgement.figure.unit
    actual = "down" if claim.direction == "up" else "up"
    there = f"{figure(other[0], unit)} in {period_words(other[1])}"
    here = figure(own.value, unit)
    order = f"{there}, {here} now" if when == "now" else f"{here} then, {there}"
    text = f"{claim.quantity.quote} is right, but it went {actual}, not {claim.direction}: {order}"
    verdict = replace(
        judgement.verdict,
        status=Status.CONTRADICTED,
        cause=Cause.WRONG_DIRECTION,
        code=code_for(Status.CONTRADICTED, Cause.WRONG_DIRECTION),
        message=text,
        expected=actual,
    )
    return replace(judgement, verdict=verdict)
