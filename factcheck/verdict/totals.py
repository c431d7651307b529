"""Totals of figures that the text has just told: "45 between the three of them", "Together, 90".

Which of them are added is said by their number, or they are all that the sentence before tells of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.model import Claim
from factcheck.verdict.accuse import FAR, accusation, arithmetic, words_after
from factcheck.verdict.evidence import agrees, figures, latest
from factcheck.verdict.judgement import OPEN, Judgement
from factcheck.verdict.own_sums import LEVELS, Level, level_beside
from factcheck.verdict.support import supported

COUNTED = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:between|for|among)\s+(?:all\s+)?(?:the\s+)?(?P<count>two|three|four|five)"
    r"(?:\s+of\s+them|\s+(?:together|combined))\b"
)
"""After a total: how many figures it is of."""
COUNT = {"two": 2, "three": 3, "four": 4, "five": 5}
OPENING = re.compile(r"\W*(?:taken\s+|all\s+)?(?:together|combined|in\s+all)\b[^\w.;]*", re.I)
"""All that stands before a total of what the sentence before tells of."""


def mark_totals(claims: Sequence[Claim], judged: Sequence[Judgement]) -> list[Judgement]:
    """Judge every open figure that the words make a total of others by those."""
    result = list(judged)
    for number, (claim, judgement) in enumerate(zip(claims, judged, strict=True)):
        if judgement.verdict.status not in OPEN or claim.quantity.kind not in LEVELS:
            continue
        if claim.checkability is None and not claim.rejected:
            terms = _terms(claims, judged, number)
            result[number] = (_judged(claim, terms) if terms else None) or judgement
    return result


def _judged(claim: Claim, terms: Sequence[Level]) -> Judgement | None:
    """Borne out by the sum of the terms, or accused where neither they nor what is printed of
    them come near it."""
    rows = [term.row for term in terms]
    reading = replace(
        terms[0].reading,
        operation="sum",
        rows=(rows[0],),
        operands=tuple((row,) for row in rows[1:]),
    )
    found, told = figures(claim, reading), [term.claim.quantity.value for term in terms]
    if not found or (bearing := supported(claim, reading)):
        return bearing if found else None
    expected, said = latest(found), claim.quantity.value
    printed = sum((value for value in told if isinstance(value, Decimal)), Decimal(0))
    right = expected.stated
    if not isinstance(said, Decimal) or not isinstance(right, Decimal) or not said * right:
        return None
    if agrees(claim, replace(expected, stated=printed)) or not 1 / FAR < said / right < FAR:
        return None
    return accusation(claim, reading, expected, [arithmetic()])


def _terms(claims: Sequence[Claim], judged: Sequence[Judgement], number: int) -> list[Level]:
    """The figures that are added, of one measure and time and each of somebody else."""
    added = _added(claims, number)
    near = (level_beside(claims[number], claims[n], judged[n]) for n in added)
    terms = [one for one in near if one and isinstance(one.claim.quantity.value, Decimal)]
    rows = [term.row for term in terms]
    slots = {(row.indicator, row.dimension, row.period, row.unit) for row in rows}
    entities = {row.entity for row in rows}
    return terms if len(slots) == 1 < len(entities) == len(added) else []


def _added(claims: Sequence[Claim], number: int) -> Sequence[int]:
    """Which claims the words say are added up, if any."""
    claim = claims[number]
    if counted := COUNTED.match(words_after(claim)):
        first = number - COUNT[counted["count"]]
        return range(first, number) if first >= 0 else ()
    before = claim.sentence[: claim.quantity.start - claim.sentence_start]
    if number and OPENING.fullmatch(before):
        last = claims[number - 1].sentence_start
        return [n for n in range(number) if claims[n].sentence_start == last]
    return ()
