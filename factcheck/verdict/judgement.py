"""A verdict together with what it rests on, and the ways not to give one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factcheck.model import Alignment, Cause, Claim, Reading, Status, Verdict
from factcheck.report.codes import code_for
from factcheck.verdict import wording
from factcheck.verdict.evidence import Figure

OPEN = (Status.UNVERIFIABLE, Status.AMBIGUOUS)
"""Verdicts that leave open what a number is about."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with the reading and the figure it rests on."""

    verdict: Verdict
    reading: Reading | None = None
    figure: Figure | None = None
    held: Judgement | None = None
    """An accusation held back because another meaning bears the number out."""


def decided(
    status: Status,
    cause: Cause | None,
    message: str,
    reading: Reading | None = None,
    figure: Figure | None = None,
) -> Judgement:
    """A judgement with the code that belongs to its status and cause."""
    return Judgement(Verdict(status, cause, code_for(status, cause), message), reading, figure)


def not_stated(claim: Claim, cause: Cause) -> Judgement:
    """An opinion, a forecast or a hypothesis."""
    text = f"{claim.quantity.quote}: a statement of {cause}, not of fact"
    return decided(Status.NOT_CHECKABLE, cause, text)


def not_covered(claim: Claim, cause: Cause | None = None) -> Judgement:
    """Nothing in the reference is about it."""
    text = f"no reference figure covers {claim.quantity.quote}"
    return decided(Status.UNVERIFIABLE, cause or Cause.NO_REFERENCE, text)


def abstained(claim: Claim, reading: Reading) -> Judgement:
    """It may be about a figure, but not so clearly that anybody could be told wrong."""
    about = wording.subject(reading)
    text = f"{claim.quantity.quote} may be about {about}, but the text does not settle it"
    cause = Cause.NO_REFERENCE if claim.periods else Cause.NO_PERIOD
    return decided(Status.UNVERIFIABLE, cause, text)


def ambiguous(claim: Claim, alignment: Alignment) -> Judgement:
    """Two indicators fit equally: no verdict, the candidates are listed."""
    options = (alignment.readings[0], *alignment.rivals)
    verdict = Verdict(
        Status.AMBIGUOUS,
        Cause.SEVERAL_CANDIDATES,
        code_for(Status.AMBIGUOUS, Cause.SEVERAL_CANDIDATES),
        f"{claim.quantity.quote} fits several reference figures equally",
        notes=tuple(f"candidate: {wording.subject(reading)}" for reading in options),
    )
    return Judgement(verdict)


def digits(claim: Claim) -> int:
    """Significant digits of the number, 0 where it has no single value."""
    value = claim.quantity.value
    return len(value.normalize().as_tuple().digits) if isinstance(value, Decimal) else 0
