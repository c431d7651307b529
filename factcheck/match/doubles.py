"""Two numbers of one sentence cannot both state one figure: the one that says so less is open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.model import Alignment, Claim, Reading

DOUBTFUL = 0.3
"""Score (0 to 1) with which a reading may bear a number out and is too low to accuse it."""
COMPARED = re.compile(r"\b(?:against|than|compared|versus|vs|to|after|before|instead)\b")
"""Between two numbers that are measured by each other: their slots differ, be it left unsaid."""

INCLUDED = re.compile(r"\bincluding\s+(?:\d+[-–](?:of|for)[-–])?$")
"""Before a number that is a part of the one before."""


def without_doubles(claims: Sequence[Claim], alignments: Sequence[Alignment]) -> list[Alignment]:
    """Alignments of which no two settled ones in a sentence fill the same slots differently.

    "46 percent in town and 36 percent at sea": what is published for the towns says nothing of the
    sea, whatever the two have in common.
    """
    result = list(alignments)
    taken: dict[tuple[object, ...], int] = {}
    for at, (claim, alignment) in enumerate(zip(claims, alignments, strict=True)):
        if not alignment.readings or not alignment.readings[0].settled or claim.role:
            continue
        slot = _slot(claim, alignment.readings[0])
        first = taken.setdefault(slot, at)
        if claims[first].quantity.value == claim.quantity.value or _compared(claims[first], claim):
            continue
        if alignment.readings[0].outright and not _is_part(claim):
            continue
        stronger = alignments[first].readings[0].score >= alignment.readings[0].score
        weaker = at if stronger else first
        result[weaker] = _doubtful(alignments[weaker])
        taken[slot] = first if stronger else at
    return result


def _slot(claim: Claim, reading: Reading) -> tuple[object, ...]:
    who = reading.indicator.id, reading.entity, reading.dimension
    return (claim.sentence_start, *who, reading.period, reading.operation)


def _is_part(claim: Claim) -> bool:
    return bool(INCLUDED.search(claim.sentence[: claim.quantity.start - claim.sentence_start]))


def _compared(one: Claim, other: Claim) -> bool:
    start = one.sentence_start
    between = one.sentence[one.quantity.end - start : other.quantity.start - start]
    return bool(COMPARED.search(between))


def _doubtful(alignment: Alignment) -> Alignment:
    def lowered(readings: Sequence[Reading]) -> tuple[Reading, ...]:
        return tuple(replace(r, score=min(r.score, DOUBTFUL), settled=False) for r in readings)

    return replace(
        alignment, readings=lowered(alignment.readings), rivals=lowered(alignment.rivals)
    )
