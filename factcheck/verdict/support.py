"""Whether a reading bears a claim out, in which vintage, and how exactly."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.measure.units import comparable
from factcheck.model import Cause, Claim, Kind, Reading, Status
from factcheck.verdict import wording
from factcheck.verdict.compare import Agreement
from factcheck.verdict.evidence import Figure, agrees, figures, latest
from factcheck.verdict.judgement import Judgement, decided

CHANGED = ("growth", "difference")
CHANGE = re.compile(r"\b(?:growth|change)\b", re.IGNORECASE)
"""In the name of an indicator whose figures are changes."""
COMPLETE = 5
"""Ranks up to here are taken as known: packs list the leaders, seldom everybody behind them."""


def supported(claim: Claim, reading: Reading) -> Judgement | None:
    """The judgement that the reference says so; None where it does not.

    A streak is never borne out: what came before the last of them is not known.
    """
    if reading.operation == "streak":
        return None
    found = figures(claim, reading)
    fitting = [(f, a) for f in found if (a := agrees(claim, f)) is not None]
    if not fitting or wrong_way(claim, reading, fitting[-1][0]):
        return None
    if unit_differs(claim, fitting[-1][0]) or _may_be_lower(reading, fitting[-1][0]):
        return None
    equal = [f for f, a in fitting if a is Agreement.EQUAL]
    fits = [f for f, _ in fitting]
    best, newest = (equal or fits)[-1], latest(found)
    if newest.row.published > best.row.published and newest not in fits:
        text = wording.superseded(claim, reading, best, newest)
        return decided(Status.SUPPORTED, Cause.SUPERSEDED, text, reading, best)
    beside = [f for f in found if f not in fits and f.row.published == best.row.published]
    if beside and reading.operation is None:
        text = wording.both_printed(claim, reading, best, beside[0])
        return decided(Status.SUPPORTED, Cause.CONFLICTING_REFERENCE, text, reading, best)
    text = wording.supported(claim, reading, best)
    return decided(Status.SUPPORTED, None if equal else Cause.ROUNDING, text, reading, best)


def _may_be_lower(reading: Reading, found: Figure) -> bool:
    """A rank further down only counts those that the pack happens to list."""
    if reading.operation != "rank" or not isinstance(found.value, Decimal):
        return False
    return found.value > COMPLETE


def wrong_way(claim: Claim, reading: Reading, found: Figure) -> bool:
    """The words say up and the reference says down, or the other way round."""
    if claim.direction is None or not isinstance(found.value, Decimal) or not found.value:
        return False
    signed = found.value < 0 or _is_change(reading)
    printed = claim.operation in CHANGED and signed
    if reading.operation not in CHANGED and not printed:
        return False
    value = found.value
    if any(term.entity != reading.entity for terms in reading.operands for term in terms):
        if claim.compared_to is None:
            return False  # it is not sure which of the two is said to be ahead
        value = -value if claim.compared_to == reading.entity else value
    return (value < 0) == (claim.direction == "up")


def _is_change(reading: Reading) -> bool:
    """What is published is itself a change: below zero where the level fell."""
    share = reading.indicator.unit in ("percent", "percentage_points")
    return share and CHANGE.search(reading.indicator.name) is not None


def unit_differs(claim: Claim, found: Figure) -> bool:
    """A level told in points where it is in percent, or a difference told in percent."""
    kind, own = claim.quantity.kind, claim.quantity.unit
    if kind is Kind.PERCENTAGE_POINTS:
        return found.unit == "percent"
    if kind in (Kind.MONEY, Kind.DURATION):
        return own != found.unit and not comparable(own or "", found.unit)
    if kind is Kind.SCORE:
        return "point" in claim.quantity.quote and found.unit == "percent"
    changed = claim.operation is not None
    return kind is Kind.PERCENT and found.unit == "percentage_points" and changed
