"""From a claim and its alignment to a verdict. Supports on any reading, accuses only on a settled one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from factcheck.measure.units import comparable
from factcheck.model import Alignment, Cause, Claim, Kind, Reading, Status, Verdict
from factcheck.report.figures import figure, plain
from factcheck.verdict import wording
from factcheck.verdict.codes import code_for
from factcheck.verdict.compare import Agreement
from factcheck.verdict.diagnose import Diagnosis, Figures, diagnose
from factcheck.verdict.evidence import Figure, agrees, figures, latest

# Scores are 0 to 1, chosen on the labelled articles so that no supported claim is accused.
ACCUSE = 0.34
"""Least score of a settled reading for an accusation."""
ACCUSE_UNSETTLED = 0.5
"""The same where entity or period rest on a default."""
TELLING = 2
"""Significant digits from which an equal figure of somebody else is no coincidence."""
CLEAR_SLIP = 3
"""Significant digits from which a slip of digits or scale shows by itself what was meant."""
CLOSE = 0.8
"""Share of the best score down to which another slot of the same indicator is tried for a slip."""
MARGIN = 0.03
"""Readings under two indicators closer than this fit equally well."""
FAR = Decimal(3)
"""Ratio from which an unexplained difference speaks against the reading, not the writer."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with the reading and the figure it rests on."""

    verdict: Verdict
    reading: Reading | None = None
    figure: Figure | None = None
    held: Judgement | None = None
    """An accusation held back because another meaning bears the number out."""


def judge(
    claim: Claim, alignment: Alignment, reference: Figures, until: date | None = None
) -> Judgement:
    """Judge one claim by itself; `swaps` and `editions` look at its neighbours afterwards.

    `until`: when the article appeared, so that it is not held against later figures.
    """
    if claim.checkability is not None:
        return Judgement(
            _plain(
                Status.NOT_CHECKABLE,
                claim.checkability,
                f"{claim.quantity.quote}: a statement of {claim.checkability}, not of fact",
            )
        )
    if not alignment.readings:
        reason = alignment.reason or Cause.NO_REFERENCE
        return Judgement(
            _plain(
                Status.UNVERIFIABLE, reason, f"no reference figure covers {claim.quantity.quote}"
            )
        )
    for reading in alignment.readings:
        supported = _supported(claim, reading)
        if supported:
            return supported
    accused = _contradicted(claim, alignment, reference, until)
    wrong = accused.verdict.status is Status.CONTRADICTED
    for rival in alignment.rivals:
        supported = _supported(claim, rival)
        if supported:
            return replace(supported, held=accused if wrong else None)
    if wrong:
        if any(alignment.readings[0].score - rival.score < MARGIN for rival in alignment.rivals):
            return replace(_ambiguous(claim, alignment), held=accused)
    return accused


def _supported(claim: Claim, reading: Reading) -> Judgement | None:
    found = figures(claim, reading)
    fitting = [(f, a) for f in found if (a := agrees(claim, f)) is not None]
    if (
        not fitting
        or _wrong_way(claim, reading, fitting[-1][0])
        or _unit_differs(claim, fitting[-1][0])
    ):
        return None
    equal = [f for f, a in fitting if a is Agreement.EQUAL]
    best, newest = (equal or [f for f, _ in fitting])[-1], latest(found)
    if newest.row.published > best.row.published and newest not in [f for f, _ in fitting]:
        text = wording.superseded(claim, reading, best, newest)
        return Judgement(_verdict(Status.SUPPORTED, Cause.SUPERSEDED, text), reading, best)
    rest = [
        f
        for f in found
        if f not in [g for g, _ in fitting] and f.row.published == best.row.published
    ]
    if rest and reading.operation is None:
        text = wording.both_printed(claim, reading, best, rest[0])
        return Judgement(
            _verdict(Status.SUPPORTED, Cause.CONFLICTING_REFERENCE, text), reading, best
        )
    cause = None if equal else Cause.ROUNDING
    return Judgement(
        _verdict(Status.SUPPORTED, cause, wording.supported(claim, reading, best)), reading, best
    )


def _contradicted(
    claim: Claim, alignment: Alignment, reference: Figures, until: date | None
) -> Judgement:
    reading = alignment.readings[0]
    found = figures(claim, reading)
    if not reading.rows:
        return _nothing_published(claim, reading, reference)
    if not found:
        return Judgement(
            _plain(
                Status.UNVERIFIABLE,
                Cause.NO_REFERENCE,
                f"{wording.subject(reading)}: nothing to compute {claim.quantity.quote} from",
            )
        )
    expected = latest(found, until)
    if _wrong_way(claim, reading, expected) and agrees(claim, expected):
        causes = [Diagnosis(Cause.WRONG_DIRECTION, "the size is right, the direction is not")]
    else:
        causes = (
            diagnose(claim, reading, expected, reference)
            if reading.operation is None
            else _sums(claim, reading, expected)
        )
    slip = _slip(claim, alignment, reference, until)
    if slip is not None and (not reading.settled or slip[2][0].cause is Cause.WRONG_UNIT):
        reading, expected, causes = slip
    elif not reading.settled and (
        not causes or causes[0].cause in (Cause.WRONG_PERIOD, Cause.WRONG_ENTITY)
    ):
        return _other_slot(claim, reading, reference) or _abstain(claim, reading)
    if not _may_accuse(claim, reading, expected, causes):
        return _abstain(claim, reading)
    cause = causes[0].cause if causes else Cause.VALUE_MISMATCH
    others = tuple(
        f"also possible: {d.cause.value}: {d.text}" for d in causes[1:] if d.cause is not cause
    )
    text = wording.contradicted(claim, reading, expected, causes[0].text if causes else "")
    stated = expected.stated
    right = plain(stated) if isinstance(stated, Decimal) else stated
    gap = (
        claim.quantity.value - stated
        if isinstance(stated, Decimal) and isinstance(claim.quantity.value, Decimal)
        else None
    )
    return Judgement(
        _verdict(Status.CONTRADICTED, cause, text, right, gap, tuple(dict.fromkeys(others))),
        reading,
        expected,
    )


def _nothing_published(claim: Claim, reading: Reading, reference: Figures) -> Judgement:
    """No figure for this entity and period, but the very one of somebody else: taken from there."""
    owners = [
        row
        for row in reference.rows(reading.indicator.id)
        if (row.dimension, row.period) == (reading.dimension, reading.period)
        and row.value == claim.quantity.value
    ]
    if (
        len({row.entity for row in owners}) != 1
        or _digits(claim) < TELLING
        or reading.score < ACCUSE
    ):
        return _abstain(claim, reading)
    row = owners[0]
    found = Figure(row, row.value, row.unit, row.value, Decimal(0))
    text = (
        f"{claim.quantity.quote} is the figure of {wording.place(row.entity)}, not of {wording.place(reading.entity)}"
        f" ({wording.subject(reading)}: nothing published)"
    )
    return Judgement(_verdict(Status.CONTRADICTED, Cause.WRONG_ENTITY, text), reading, found)


def _slip(
    claim: Claim, alignment: Alignment, reference: Figures, until: date | None
) -> tuple[Reading, Figure, list[Diagnosis]] | None:
    """The reading under which the number is a slip of digits or scale too clear to be chance."""
    for reading in alignment.readings:
        if reading.score < alignment.readings[0].score * CLOSE:
            break
        if reading.operation or not reading.rows:
            continue
        expected = latest(figures(claim, reading), until)
        if _unit_differs(claim, expected) and agrees(claim, expected) is Agreement.EQUAL:
            text = f"the figure is {figure(expected.value, expected.unit)}"
            return reading, expected, [Diagnosis(Cause.WRONG_UNIT, text)]
        if _digits(claim) < CLEAR_SLIP:
            continue
        causes = diagnose(claim, reading, expected, reference)
        if causes and causes[0].cause in (Cause.WRONG_SCALE, Cause.TRANSPOSED_DIGITS):
            return reading, expected, causes
    return None


def _other_slot(claim: Claim, reading: Reading, reference: Figures) -> Judgement | None:
    """The text does not settle who or when, and the number is that of one other it may be about."""
    named = {reading.entity, *(slot.value for slot in claim.entities)}
    rows = [
        r
        for r in reference.rows(reading.indicator.id)
        if r.dimension == reading.dimension and r.entity in named
    ]
    found = []
    for entity, period in sorted({(r.entity, r.period) for r in rows}):
        if (entity == reading.entity) == (period == reading.period):
            continue
        vintages = tuple(r for r in rows if (r.entity, r.period) == (entity, period))
        supported = _supported(claim, replace(reading, entity=entity, period=period, rows=vintages))
        found += [supported] if supported else []
    return found[0] if len(found) == 1 else None


def _sums(claim: Claim, reading: Reading, expected: Figure) -> list[Diagnosis]:
    if _unit_differs(claim, expected) and agrees(claim, expected):
        return [
            Diagnosis(Cause.WRONG_UNIT, f"the figure is {figure(expected.value, expected.unit)}")
        ]
    return [Diagnosis(Cause.ARITHMETIC, "the reference figures give another result")]


def _may_accuse(
    claim: Claim, reading: Reading, expected: Figure, causes: Sequence[Diagnosis]
) -> bool:
    """Only a settled reading accuses, and only where the difference is like a slip, not a mix-up."""
    value, right = claim.quantity.value, expected.stated
    if claim.rejected or _across_editions(reading, expected):
        return False
    if (
        causes
        and causes[0].sure
        and causes[0].cause in (Cause.WRONG_SCALE, Cause.TRANSPOSED_DIGITS)
    ):
        return _digits(claim) >= CLEAR_SLIP or reading.score >= ACCUSE
    if reading.score < (ACCUSE if reading.settled else ACCUSE_UNSETTLED):
        return False
    if claim.quantity.kind is Kind.RANK and reading.operation == "rank":
        return isinstance(value, Decimal) and value < expected.value
    if causes and causes[0].sure and causes[0].cause is not Cause.ARITHMETIC:
        return True
    if not isinstance(value, Decimal) or not isinstance(right, Decimal):
        return reading.settled
    return bool(value and right) and max(abs(value / right), abs(right / value)) < FAR


def _across_editions(reading: Reading, expected: Figure) -> bool:
    """Sums over rows of two editions prove nothing: the earlier one may have been restated."""
    editions = {row.edition for rows in reading.operands for row in rows}
    return (
        bool(reading.operation)
        and reading.operation != "rank"
        and expected.row.edition not in editions
    )


def _digits(claim: Claim) -> int:
    value = claim.quantity.value
    return len(value.normalize().as_tuple().digits) if isinstance(value, Decimal) else 0


def _wrong_way(claim: Claim, reading: Reading, found: Figure) -> bool:
    """The words say up and the reference says down, or the other way round."""
    change = reading.operation in ("growth", "difference") or (
        claim.operation in ("growth", "difference")
        and isinstance(found.value, Decimal)
        and found.value < 0
    )
    if (
        not change
        or claim.direction is None
        or not isinstance(found.value, Decimal)
        or not found.value
    ):
        return False
    return (found.value < 0) == (claim.direction == "up")


def _unit_differs(claim: Claim, found: Figure) -> bool:
    """A level told in points where it is in percent, or a difference told in percent."""
    kind = claim.quantity.kind
    if kind is Kind.PERCENTAGE_POINTS:
        return found.unit == "percent"
    if kind in (Kind.MONEY, Kind.DURATION):
        return claim.quantity.unit != found.unit and not comparable(
            claim.quantity.unit or "", found.unit
        )
    return (
        kind is Kind.PERCENT and found.unit == "percentage_points" and claim.operation is not None
    )


def _abstain(claim: Claim, reading: Reading) -> Judgement:
    text = f"{claim.quantity.quote} may be about {wording.subject(reading)}, but the text does not settle it"
    return Judgement(_plain(Status.UNVERIFIABLE, Cause.NO_REFERENCE, text))


def _ambiguous(claim: Claim, alignment: Alignment) -> Judgement:
    options = (alignment.readings[0], *alignment.rivals)
    notes = tuple(f"candidate: {wording.subject(reading)}" for reading in options)
    verdict = _verdict(
        Status.AMBIGUOUS,
        Cause.SEVERAL_CANDIDATES,
        f"{claim.quantity.quote} fits several reference figures equally",
        notes=notes,
    )
    return Judgement(verdict)


def _plain(status: Status, cause: Cause, message: str) -> Verdict:
    return _verdict(status, cause, message)


def _verdict(
    status: Status,
    cause: Cause | None,
    message: str,
    expected: str | None = None,
    gap: Decimal | None = None,
    notes: tuple[str, ...] = (),
) -> Verdict:
    return Verdict(status, cause, code_for(status, cause), message, expected, gap, notes)
