"""From a claim and its alignment to a judgement: any reading may support, few may accuse."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from factcheck.measure.units import UNITS
from factcheck.model import SAID, Alignment, Cause, Claim, Kind, Reading, Status
from factcheck.verdict.accuse import CLEAR_SLIP, TELLING, contradicted, words_after
from factcheck.verdict.diagnose import Figures
from factcheck.verdict.evidence import figures
from factcheck.verdict.judgement import Judgement, ambiguous, digits, not_covered, not_stated
from factcheck.verdict.support import supported
from factcheck.verdict.words import content

SLIPPED = frozenset(
    {
        Cause.WRONG_PERIOD,
        Cause.WRONG_ENTITY,
        Cause.WRONG_UNIT,
        Cause.WRONG_SCALE,
        Cause.TRANSPOSED_DIGITS,
    }
)
"""Causes that one exchanged word or digit brings about."""
FALL = re.compile(r"\s+(?:drop|fall|decline|decrease|reduction|cut|slump|collapse)\b", re.I)
"""After a multiple that tells how many times smaller a figure has become."""
MARGIN = 0.03
"""Readings under two indicators closer than this (score, 0 to 1) fit equally well."""


def judge(
    claim: Claim, alignment: Alignment, reference: Figures, until: date | None = None
) -> Judgement:
    """Judge one claim by itself; `swaps` and `editions` look at its neighbours afterwards.

    `until`: when the article appeared, so that it is not held against later figures.
    """
    if claim.checkability is not None:
        return not_stated(claim, claim.checkability)
    if not alignment.readings:
        return not_covered(claim, alignment.reason)
    for reading in alignment.readings:
        if _is_elsewhen(reading, alignment.readings[0]):
            continue
        bearing = (
            supported(claim, reading)
            or _turned_round(claim, reading)
            or _dwindled(claim, reading)
            or _in_its_own_unit(claim, reading)
        )
        if bearing:
            return bearing
    accused = contradicted(claim, alignment, reference, until)
    wrong = accused.verdict.status is Status.CONTRADICTED
    best = alignment.readings[0]
    for rival in alignment.rivals:
        if best.outright or _is_another(claim, accused, best, rival):
            continue
        if _is_open(claim) and _distance(claim, best) < _distance(claim, rival):
            continue
        if bearing := supported(claim, rival):
            return replace(bearing, held=accused if wrong else None)
    equal = [rival for rival in alignment.rivals if best.score - rival.score < MARGIN]
    if not equal:
        return accused
    if told := _only_slip(claim, [best, *equal], reference, until):
        return told
    return replace(ambiguous(claim, alignment), held=accused) if wrong else accused


def _is_elsewhen(reading: Reading, best: Reading) -> bool:
    """The article at large is about another time than the one that the sentence itself names."""
    named = best.settled and best.period_from in SAID
    return named and reading.period_from == "article" and reading.period != best.period


def _is_open(claim: Claim) -> bool:
    """ "Fewer than 11,300" is true of far too much to be taken for a figure further off."""
    return (claim.quantity.low is None) != (claim.quantity.high is None)


def _distance(claim: Claim, reading: Reading) -> Decimal:
    """How far the nearest vintage is from the number that is said, as a share of it."""
    value = claim.quantity.value
    told = [f.stated for f in figures(claim, reading) if isinstance(f.stated, Decimal)]
    if not isinstance(value, Decimal) or not value or not told:
        return Decimal("Infinity")
    return min(abs(abs(stated) - abs(value)) for stated in told) / abs(value)


def _turned_round(claim: Claim, reading: Reading) -> Judgement | None:
    """A multiple of two whose grammar does not say which is the larger: "B's cheque is 48 times as
    fat" after A's."""
    if reading.operation != "multiple" or claim.compared_to or len(reading.operands) != 1:
        return None
    other = reading.operands[0]
    if not other or other[-1].entity == reading.entity:
        return None
    return supported(
        claim, replace(reading, entity=other[-1].entity, rows=other, operands=(reading.rows,))
    )


def _dwindled(claim: Claim, reading: Reading) -> Judgement | None:
    """ "A ten-fold drop": the earlier figure is the multiple of the later one."""
    if reading.operation != "multiple" or len(reading.operands) != 1:
        return None
    if not FALL.match(words_after(claim)):
        return None
    swapped = replace(reading, rows=reading.operands[0], operands=(reading.rows,))
    return supported(claim, swapped)


def _in_its_own_unit(claim: Claim, reading: Reading) -> Judgement | None:
    """A bare number whose unit was taken over from the one before, wrong as that may be."""
    quantity = claim.quantity
    bare = quantity.kind is Kind.COUNT and not any(sign.isalpha() for sign in quantity.quote)
    if not bare or quantity.unit not in UNITS or reading.operation:
        return None
    unit = reading.indicator.unit
    return supported(replace(claim, quantity=replace(quantity, unit=unit)), reading)


def _only_slip(
    claim: Claim, equal: Sequence[Reading], reference: Figures, until: date | None
) -> Judgement | None:
    """Of equal meanings the one under which a single slip explains the number, or the slip that
    they have in common.

    Three digits agree by chance too seldom; two are enough against meanings that nothing settles.
    """
    accused = [contradicted(claim, Alignment((one,)), reference, until) for one in equal]
    slips = [one for one in accused if one.verdict.cause in SLIPPED]
    pairs = zip(equal, accused, strict=True)
    settled = any(reading.settled for reading, one in pairs if one not in slips)
    alone = len(slips) == 1 and digits(claim) >= (CLEAR_SLIP if settled else TELLING)
    causes = {one.verdict.cause for one in accused}
    shared = len(causes) == 1 and digits(claim) >= TELLING
    return slips[0] if slips and (alone or shared) else None


def _is_another(claim: Claim, accused: Judgement, best: Reading, rival: Reading) -> bool:
    """The number is the rival's, and the text says in words that it is not about that one.

    "A tonne of wheat fetched 176 euros", where 176 is the price of barley: what tells the one from
    the other is said, and nothing around it the reverse.
    """
    slipped = accused.verdict.cause is Cause.WRONG_MEASURE and best.settled and rival.settled
    if not slipped or rival.operation or digits(claim) < TELLING:
        return False
    meant, other = set(content(best.indicator.name)), set(content(rival.indicator.name))
    said = set(content(claim.sentence))
    if meant > other:
        return meant - other <= said  # "used generative AI" is not "used AI"
    around = said | {word for text, _ in claim.context for word in content(text)}
    if meant <= other:
        return bool(other - meant) and not (other - meant) & around
    before = claim.sentence[: claim.quantity.start - claim.sentence_start]
    plainly = (meant - other) & set(content(re.split(r"[;:]", before)[-1]))
    told = plainly or (meant - other) & said
    return bool(told) and not (other - meant) & (said if plainly else around)
