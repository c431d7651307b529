"""Values of one passage that stand at each other's place: pairs and longer permutations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from factcheck.model import Alignment, Cause, Claim, Reading, Status
from factcheck.report.codes import code_for
from factcheck.report.figures import figure, plain
from factcheck.verdict.accuse import CLEAR_SLIP
from factcheck.verdict.evidence import agrees, figures
from factcheck.verdict.judgement import Judgement, digits

LONGEST = 4
"""Most numbers one permutation may exchange; more would explain anything."""
REACH = 2
"""Numbers between two that are exchanged, at most."""


def mark_swaps(
    claims: Sequence[Claim], judged: Sequence[Judgement], alignments: Sequence[Alignment]
) -> list[Judgement]:
    """Give every number whose right value stands next to it the cause `swapped`."""
    result = list(judged)
    for one in range(len(claims) - 1):
        for other in range(one + 1, min(one + 1 + REACH, len(claims))):
            pair = _exchanged(claims, result, alignments, one, other)
            if pair is not None:
                result[one], result[other] = pair
    accused = [j.held or j for j in result]
    wrong = [
        i for i, j in enumerate(accused) if j.verdict.status is Status.CONTRADICTED and j.figure
    ]
    for run in _runs(claims, wrong):
        for size in range(2, min(len(run), LONGEST) + 1):
            for group in permutations(run, size):
                if group[0] == min(group) and _is_cycle(claims, accused, group):
                    for index in group:
                        result[index] = accused[index] = _swapped(claims[index], accused[index])
    return result


def _exchanged(
    claims: Sequence[Claim],
    judged: Sequence[Judgement],
    alignments: Sequence[Alignment],
    one: int,
    other: int,
) -> tuple[Judgement, Judgement] | None:
    """Two numbers of one sentence that the same indicator gives to each other's entity."""
    a, b = claims[one], claims[other]
    settled = {judged[one].verdict.status, judged[other].verdict.status} & {
        Status.SUPPORTED,
        Status.NOT_CHECKABLE,
    }
    if a.sentence_start != b.sentence_start or settled or a.quantity.kind is not b.quantity.kind:
        return None
    for mine in _meanings(a, alignments[one]):
        for theirs in _meanings(b, alignments[other]):
            same = (mine.indicator, mine.dimension, mine.period) == (
                theirs.indicator,
                theirs.dimension,
                theirs.period,
            )
            if not same or mine.entity == theirs.entity or mine.operation or theirs.operation:
                continue
            right, left = figures(a, mine), figures(b, theirs)
            if right and left and agrees(a, left[-1]) and agrees(b, right[-1]):
                return (
                    _swapped(a, Judgement(judged[one].verdict, mine, right[-1])),
                    _swapped(b, Judgement(judged[other].verdict, theirs, left[-1])),
                )
    return None


def _meanings(claim: Claim, alignment: Alignment) -> Sequence[Reading]:
    """Other indicators too for a number so long that no exchange is chance."""
    return [*alignment.readings, *(alignment.rivals if digits(claim) >= CLEAR_SLIP else ())]


def _runs(claims: Sequence[Claim], wrong: Sequence[int]) -> list[list[int]]:
    """Contradicted numbers that stand close together: one block, or neighbouring ones."""
    runs: list[list[int]] = []
    for index in wrong:
        near = (
            runs
            and index - runs[-1][-1] <= REACH
            and abs(claims[index].block - claims[runs[-1][-1]].block) <= 1
        )
        if near:
            runs[-1].append(index)
        else:
            runs.append([index])
    return [run for run in runs if len(run) > 1]


def _is_cycle(claims: Sequence[Claim], judged: Sequence[Judgement], group: Sequence[int]) -> bool:
    """Whether each number is what the next one should be."""
    if any(judged[i].verdict.cause is Cause.SWAPPED for i in group):
        return False
    for index, other in zip(group, (*group[1:], group[0]), strict=True):
        right = judged[other].figure
        if right is None or claims[index].quantity.kind is not claims[other].quantity.kind:
            return False
        if agrees(claims[index], right) is None:
            return False
    return True


def _swapped(claim: Claim, judgement: Judgement) -> Judgement:
    right = judgement.figure
    assert right is not None
    here = figure(right.value, right.unit)
    text = f"{claim.quantity.quote} stands at another number's place; here it is {here}"
    expected = plain(right.stated) if isinstance(right.stated, Decimal) else right.stated
    verdict = replace(
        judgement.verdict,
        status=Status.CONTRADICTED,
        cause=Cause.SWAPPED,
        code=code_for(Status.CONTRADICTED, Cause.SWAPPED),
        message=text,
        expected=expected,
    )
    return replace(judgement, verdict=verdict)
