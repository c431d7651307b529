"""When a number that no reading bears out may be called wrong, and what it is called.

A false accusation costs more than a miss: only a settled reading accuses, and only of a slip.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from factcheck.measure.units import UNITS, comparable
from factcheck.model import SAID, WHOLE, Alignment, Cause, Claim, Kind, Observation, Reading, Status
from factcheck.report.figures import figure, plain
from factcheck.verdict import wording
from factcheck.verdict.compare import Agreement, in_unit_of, rounds_to
from factcheck.verdict.diagnose import Diagnosis, Figures, beside, diagnose, over_time, siblings
from factcheck.verdict.evidence import Figure, agrees, figures, latest
from factcheck.verdict.judgement import Judgement, abstained, decided, digits
from factcheck.verdict.of_other import of_other, of_other_part
from factcheck.verdict.support import supported, unit_differs, wrong_way

# Scores are 0 to 1, chosen on the labelled articles so that no supported claim is accused.
ACCUSE = 0.34
"""Least score of a settled reading for an accusation."""
ACCUSE_UNSETTLED = 0.4
"""The same where entity or period rest on a default."""
UNEXPLAINED = 0.6
"""The same where no slip explains the number: then another meaning is likelier."""
TELLING = 2
"""Significant digits from which an equal figure of somebody else is no coincidence."""
CLEAR_SLIP = 3
"""Significant digits from which a slip of digits or scale shows by itself what was meant."""
CLOSE = 0.8
"""Share of the best score down to which another slot of the same indicator is tried for a slip."""
FAR = Decimal(3)
"""Ratio from which an unexplained difference speaks against the reading, not the writer."""
ADDED = ("sum", "difference")
"""Operations whose amounts no published level can refute."""
OTHER_SLOTS = (Cause.WRONG_PERIOD, Cause.WRONG_EDITION, Cause.WRONG_ENTITY)
COMPARED = (Kind.RATIO, Kind.MULTIPLE)
OF_NUMBER = re.compile(r"\s+(?:of\s+)?(?:the|that|its|their|[A-Z][\w’'-]*['’]s?)\s+[$€£¥]?\d")
"""After a share or multiple of a number that is printed beside it: "half of Kent's 778"."""
SLIPS = (Cause.WRONG_SCALE, Cause.TRANSPOSED_DIGITS)


def contradicted(
    claim: Claim, alignment: Alignment, reference: Figures, until: date | None
) -> Judgement:
    """The accusation that the best reading leads to, or an abstention."""
    reading = alignment.readings[0]
    found = figures(claim, reading)
    if not reading.rows:
        return _nothing_published(claim, reading, reference)
    if not found:
        return abstained(claim, reading)
    expected = latest(found, until)
    causes = _causes(claim, reading, expected, reference)
    if causes and causes[0].cause is Cause.WRONG_ENTITY and _is_carried_over(claim, reading):
        return abstained(claim, reading)
    slip = _slip(claim, alignment, reference, until, causes)
    clear = not reading.settled or not causes
    if slip is not None and (clear or slip[2][0].cause is Cause.WRONG_UNIT):
        reading, expected, causes = slip
    elif not reading.settled and (not causes or causes[0].cause in OTHER_SLOTS):
        return (
            _other_slot(claim, reading, reference)
            or _of_another(claim, reading, reference)
            or abstained(claim, reading)
        )
    if of_other(claim, reading, causes) or of_other_part(claim, reading, causes):
        return abstained(claim, reading)
    if causes and causes[0].cause in OTHER_SLOTS and _is_what_was_before(claim):
        if before := formerly(claim, reading, reference):
            return before
        if causes[0].cause is Cause.WRONG_ENTITY:
            return abstained(claim, reading)
    if not _may_accuse(claim, reading, expected, causes):
        return abstained(claim, reading)
    return accusation(claim, reading, expected, causes)


def _is_what_was_before(claim: Claim) -> bool:
    """ "Risen to 2.6%, from 1.8%": of what was before, the text need not say when or whose."""
    said = any(slot.firm and slot.origin == "clause" for slot in claim.periods)
    return claim.role == "from" and not said


def formerly(claim: Claim, reading: Reading, reference: Figures) -> Judgement | None:
    """Borne out by an earlier figure of the series, the last such."""
    rows = over_time(reading, reference)
    for period in sorted({row.period for row in rows if row.period < reading.period}, reverse=True):
        vintages = tuple(row for row in rows if row.period == period)
        if bearing := supported(claim, replace(reading, period=period, rows=vintages)):
            return bearing
    return None


def _is_carried_over(claim: Claim, reading: Reading) -> bool:
    """Whose it is was taken from another sentence, or is everybody where the text names nobody:
    it may well name somebody in words that are not known."""
    slot = next((s for s in claim.entities if s.value == reading.entity), None)
    if slot is None:
        return reading.entity == WHOLE
    return not slot.firm and slot.origin not in SAID


def _causes(
    claim: Claim, reading: Reading, expected: Figure, reference: Figures
) -> list[Diagnosis]:
    same_size = agrees(claim, expected) or _rounds_to(claim, expected)
    if same_size and wrong_way(claim, reading, expected):
        return [Diagnosis(Cause.WRONG_DIRECTION, "the size is right, the direction is not")]
    if reading.operation is None:
        return diagnose(claim, reading, expected, reference)
    if reading.operation == "streak":
        return []
    return _sums(claim, reading, expected)


def _rounds_to(claim: Claim, expected: Figure) -> bool:
    """The size is the printed one to as many digits, and these are no coincidence."""
    value, right = claim.quantity.value, expected.stated
    numbers = isinstance(value, Decimal) and isinstance(right, Decimal)
    return numbers and digits(claim) >= CLEAR_SLIP and rounds_to(abs(right), abs(value))  # type: ignore[arg-type]


def accusation(
    claim: Claim, reading: Reading, expected: Figure, causes: Sequence[Diagnosis]
) -> Judgement:
    """The verdict that `expected` says otherwise, with the likeliest of `causes`."""
    cause = causes[0].cause if causes else Cause.VALUE_MISMATCH
    others = [f"also possible: {d.cause}: {d.text}" for d in causes[1:] if d.cause is not cause]
    text = wording.contradicted(claim, reading, expected, causes[0].text if causes else "")
    judgement = decided(Status.CONTRADICTED, cause, text, reading, expected)
    right, gap = expected.stated, None
    if isinstance(right, Decimal):
        value = claim.quantity.value
        gap = value - right if isinstance(value, Decimal) else None
        right = plain(right)
    verdict = replace(
        judgement.verdict, expected=right, gap=gap, notes=tuple(dict.fromkeys(others))
    )
    return replace(judgement, verdict=verdict)


def _nothing_published(claim: Claim, reading: Reading, reference: Figures) -> Judgement:
    """No figure for this entity and period, but the very one of somebody else: taken from there."""
    owners = [row for row in beside(reading, reference) if _is_told(claim, row)]
    if (
        len({row.entity for row in owners}) != 1
        or digits(claim) < TELLING
        or reading.score < ACCUSE
    ):
        return abstained(claim, reading)
    return _taken(claim, reading, owners[0])


def _taken(claim: Claim, reading: Reading, row: Observation) -> Judgement:
    found = Figure(row, row.value, row.unit, row.value, Decimal(0))
    text = (
        f"{claim.quantity.quote} is the figure of {wording.place(row.entity)}, not of"
        f" {wording.place(reading.entity)} ({wording.subject(reading)}: nothing published)"
    )
    return decided(Status.CONTRADICTED, Cause.WRONG_ENTITY, text, reading, found)


def _of_another(claim: Claim, reading: Reading, reference: Figures) -> Judgement | None:
    """For a time that the text names nothing is published of whom it names, but this very figure
    of somebody else."""
    firm = claim.entity is not None and claim.entity.firm and claim.entity.value == reading.entity
    if not firm or reading.operation or digits(claim) < CLEAR_SLIP or reading.score < ACCUSE:
        return None
    said = [slot.value for slot in claim.periods]
    rows = [r for r in siblings(reading, reference) if r.period in said]
    own = {row.period for row in rows if row.entity == reading.entity}
    taken = [row for row in rows if row.period not in own and _is_told(claim, row)]
    if len({(row.entity, row.period) for row in taken}) != 1:
        return None
    return _taken(claim, replace(reading, period=taken[0].period, rows=()), taken[0])


def _is_told(claim: Claim, row: Observation) -> bool:
    """The very figure of a row, in its unit or one that it can be told in."""
    own = claim.quantity.unit
    if (own in UNITS and not comparable(own, row.unit)) or not isinstance(row.value, Decimal):
        return False
    return in_unit_of(claim.quantity, row.value, row.unit) == claim.quantity.value


def _slip(
    claim: Claim,
    alignment: Alignment,
    reference: Figures,
    until: date | None,
    known: list[Diagnosis],
) -> tuple[Reading, Figure, list[Diagnosis]] | None:
    """The reading under which the number is a slip of digits or scale too clear to be chance.

    `known`: what explains the number under the best reading.
    """
    turned = bool(known) and known[0].cause is Cause.WRONG_DIRECTION
    for reading in alignment.readings:
        if reading.score < alignment.readings[0].score * CLOSE:
            break
        if reading.operation or not reading.rows:
            continue
        expected = latest(figures(claim, reading), until)
        if unit_differs(claim, expected) and agrees(claim, expected) is Agreement.EQUAL:
            text = f"the figure is {figure(expected.value, expected.unit)}"
            return reading, expected, [Diagnosis(Cause.WRONG_UNIT, text)]
        if digits(claim) < CLEAR_SLIP:
            continue
        same = reading is alignment.readings[0] and not turned
        causes = known if same else diagnose(claim, reading, expected, reference)
        if causes and causes[0].cause in SLIPS:
            return reading, expected, causes
    return _difference_in_percent(claim, alignment, until)


def _difference_in_percent(
    claim: Claim, alignment: Alignment, until: date | None
) -> tuple[Reading, Figure, list[Diagnosis]] | None:
    """ "From 8.5 to 5.8 per cent, a fall of 2.7 per cent": percentage points are meant."""
    for reading in alignment.rivals:
        same = reading.indicator is alignment.readings[0].indicator
        if not same or reading.operation != "difference":
            continue
        found = figures(claim, reading)
        if found and unit_differs(claim, found[-1]) and agrees(claim, found[-1]):
            expected = latest(found, until)
            text = f"the figure is {figure(expected.value, expected.unit)}"
            return reading, expected, [Diagnosis(Cause.WRONG_UNIT, text)]
    return None


def _other_slot(claim: Claim, reading: Reading, reference: Figures) -> Judgement | None:
    """The text does not settle who or when, and one other that it may be about bears it out."""
    firm = claim.entity is not None and claim.entity.firm
    named = {reading.entity, *(slot.value for slot in claim.entities if not firm)}
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
        bearing = supported(claim, replace(reading, entity=entity, period=period, rows=vintages))
        found += [bearing] if bearing else []
    return found[0] if len(found) == 1 else None


def arithmetic() -> Diagnosis:
    """The diagnosis that a computed figure does not come out."""
    return Diagnosis(Cause.ARITHMETIC, "the reference figures give another result")


def _sums(claim: Claim, reading: Reading, expected: Figure) -> list[Diagnosis]:
    if unit_differs(claim, expected) and agrees(claim, expected):
        return [
            Diagnosis(Cause.WRONG_UNIT, f"the figure is {figure(expected.value, expected.unit)}")
        ]
    if reading.operation == "difference":
        relative = figures(claim, replace(reading, operation="growth"))
        if relative and agrees(claim, relative[-1]):
            text = f"the figure is {figure(relative[-1].value, 'percent')}"
            return [Diagnosis(Cause.WRONG_UNIT, text)]
    return [arithmetic()]


def words_after(claim: Claim) -> str:
    """The sentence behind the number."""
    return claim.sentence[claim.quantity.end - claim.sentence_start :]


def _may_accuse(
    claim: Claim, reading: Reading, expected: Figure, causes: Sequence[Diagnosis]
) -> bool:
    """Only a settled reading accuses, and only where the difference is like a slip."""
    value, right = claim.quantity.value, expected.stated
    if claim.rejected or reading.foreign or _is_added(claim, reading):
        return False
    if _is_of_long(claim, reading) or _is_inverse(claim, reading, expected):
        return False
    if claim.quantity.kind in COMPARED and OF_NUMBER.match(words_after(claim)):
        return False
    arithmetic = bool(causes) and causes[0].cause is Cause.ARITHMETIC
    if arithmetic and _across_editions(reading, expected):
        return False
    if causes and causes[0].sure and causes[0].cause in SLIPS:
        least = ACCUSE if digits(claim) > 1 else UNEXPLAINED
        return digits(claim) >= CLEAR_SLIP or reading.score >= least
    if reading.score < (ACCUSE if reading.settled else ACCUSE_UNSETTLED):
        return False
    if reading.operation == "streak":
        return reading.settled and expected.value == 0
    if claim.quantity.kind is Kind.RANK and reading.operation == "rank":
        ranks = isinstance(value, Decimal), isinstance(expected.value, Decimal)
        return all(ranks) and value < expected.value  # type: ignore[operator]
    if causes and causes[0].sure and causes[0].cause is not Cause.ARITHMETIC:
        return True
    if not isinstance(value, Decimal) or not isinstance(right, Decimal):
        return reading.settled and (bool(causes) or _range_is_near(claim, right))
    if reading.outright and reading.settled:
        return True
    if not causes and claim.tally is None and reading.score < UNEXPLAINED:
        return False
    return bool(value and right) and _near(value, right)


def _near(value: Decimal, right: Decimal) -> bool:
    return max(abs(value / right), abs(right / value)) < FAR


def _range_is_near(claim: Claim, right: Decimal | str) -> bool:
    """Dates are not measured; a range far from the figure is one of something else."""
    ends = [end for end in (claim.quantity.low, claim.quantity.high) if end]
    if not ends or not isinstance(right, Decimal) or not right:
        return True
    return any(_near(end, right) for end in ends)


def _is_added(claim: Claim, reading: Reading) -> bool:
    """An amount that was added or that parts two, held against a level."""
    amount = claim.operation == "sum" or claim.quantity.kind in (Kind.COUNT, Kind.MONEY)
    return amount and claim.operation in ADDED and reading.operation is None


def _is_of_long(claim: Claim, reading: Reading) -> bool:
    """ "Has almost doubled since the turn of the century": a multiple is told of as many years as
    it took, and these are not known."""
    earlier = {row.entity for rows in reading.operands for row in rows} == {reading.entity}
    unknown = claim.base_period is None and claim.window is None
    return reading.operation == "multiple" and earlier and unknown


def _is_inverse(claim: Claim, reading: Reading, expected: Figure) -> bool:
    """A multiple above one of a figure below it: the other way round, how many times smaller."""
    said, right = claim.quantity.value, expected.value
    numbers = isinstance(said, Decimal) and isinstance(right, Decimal)
    return reading.operation == "multiple" and numbers and right < 1 < said  # type: ignore[operator]


def _across_editions(reading: Reading, expected: Figure) -> bool:
    """Sums over rows of two editions prove nothing: the earlier one may have been restated."""
    editions = {row.edition for rows in reading.operands for row in rows}
    return (
        bool(reading.operation)
        and reading.operation != "rank"
        and expected.row.edition not in editions
    )
