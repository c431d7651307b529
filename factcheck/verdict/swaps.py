"""Values of one passage that stand at each other's place: pairs and longer permutations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from factcheck.model import Cause, Claim, Status
from factcheck.report.figures import figure
from factcheck.verdict.codes import code_for
from factcheck.verdict.evidence import agrees
from factcheck.verdict.judge import Judgement

LONGEST = 4
"""Most numbers one permutation may exchange; more would explain anything."""
REACH = 2
"""Numbers between two that are exchanged, at most."""


def mark_swaps(claims: Sequence[Claim], judged: Sequence[Judgement]) -> list[Judgement]:
    """Give every contradicted number whose right value stands next to it the cause `swapped`."""
    accused = [j.held or j for j in judged]
    result = list(judged)
    wrong = [i for i, j in enumerate(accused) if j.verdict.status is Status.CONTRADICTED and j.figure]
    for run in _runs(claims, wrong):
        for size in range(2, min(len(run), LONGEST) + 1):
            for group in permutations(run, size):
                if group[0] == min(group) and _is_cycle(claims, accused, group):
                    for index in group:
                        result[index] = accused[index] = _swapped(claims[index], accused[index])
    return result


def _runs(claims: Sequence[Claim], wrong: Sequence[int]) -> list[list[int]]:
    """Contradicted numbers that stand close together: one block, or neighbouring cells and items."""
    runs: list[list[int]] = []
    for index in wrong:
        near = runs and index - runs[-1][-1] <= REACH and abs(claims[index].block - claims[runs[-1][-1]].block) <= 1
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
    text = f"{claim.quantity.quote} stands at another number's place; here it is {figure(right.value, right.unit)}"
    verdict = replace(
        judgement.verdict, cause=Cause.SWAPPED, code=code_for(Status.CONTRADICTED, Cause.SWAPPED), message=text
    )
    return replace(judgement, verdict=verdict)
