"""How two matched claims of one indicator stand to each other."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from factcheck.measure.units import convert, same_dimension
from factcheck.model import Cause, Finding, Kind, Observation, Quantity, Relation, Status
from factcheck.report.figures import plain
from factcheck.verdict.definitions import mistaken_for

REVISION = Decimal("1.5")
"""Ratio up to which two published values of one slot are a revision. Further apart, the slot is
wider than what was measured (the record of a year, as it stood in spring and in autumn)."""
HUNDRED = Decimal(100)


def relation(a: Finding, b: Finding, types: Mapping[str, str]) -> Relation | None:
    """What explains that two claims of one indicator differ; None where nothing does or they agree.

    Two claims are set against each other where one thing tells them apart, else no reader takes
    them for the same. `types`: entity name -> type; editions of a report are its periods.
    """
    one, other = row_of(a), row_of(b)
    if one.entity != other.entity or one.dimension != other.dimension:
        return None if compatible(a, b) else _elsewhere(one, other)
    if one.period == other.period:
        return _same_slot(a, b)
    if types.get(one.entity) == "report":
        return _editions(a, b)
    if _turned(a, b) or _differently_meant(a, b):
        return Relation.CONFLICT
    return None if compatible(a, b) else Relation.DIFFERENT_PERIOD


def label_relation(a: Finding, b: Finding) -> Relation | None:
    """Of two labels of a report's editions under different indicators: its ordinal and its date."""
    if row_of(a).period != row_of(b).period:
        return Relation.DIFFERENT_EDITION
    return Relation.CONFLICT if _refuted(a) != _refuted(b) else None


def exchanged(a: Finding, b: Finding) -> bool:
    """Whether each of two claims stands where the other belongs."""
    if not a.verdict.cause is b.verdict.cause is Cause.SWAPPED:
        return False
    return a.verdict.expected == printed(b) and b.verdict.expected == printed(a)


def row_of(finding: Finding) -> Observation:
    """The reference row of a matched claim."""
    assert finding.match is not None, "only matched claims are compared"
    return finding.match.observation


def printed(finding: Finding) -> str | None:
    """The claim's value as the report writes it."""
    value = finding.claim.quantity.value
    return plain(value) if isinstance(value, Decimal) else value


def compatible(a: Finding, b: Finding) -> bool:
    """Whether the two wordings leave room for one value."""
    one, other = a.claim.quantity, b.claim.quantity
    if Kind.DATE in (one.kind, other.kind):
        return _same_day(str(one.value), str(other.value))
    low, high = _bounds(one, other)
    return _room(low, other.high) and _room(other.low, high)


def _elsewhere(one: Observation, other: Observation) -> Relation | None:
    if one.period != other.period:
        # The record on a benchmark passes from one system to the next: what differs is the date.
        return Relation.DIFFERENT_PERIOD if one.dimension == other.dimension != "" else None
    if one.dimension == other.dimension:
        return Relation.DIFFERENT_ENTITY
    return Relation.DIFFERENT_MEASURE if one.entity == other.entity else None


def _same_slot(a: Finding, b: Finding) -> Relation | None:
    if _refuted(a) or _refuted(b):
        return _disputed(a, b)
    one, other = row_of(a), row_of(b)
    if one.value == other.value or compatible(a, b):
        return None
    if one.edition != other.edition:
        return Relation.DIFFERENT_PERIOD if _far(one, other) else Relation.DIFFERENT_EDITION
    return Relation.RESTATED


def _disputed(a: Finding, b: Finding) -> Relation | None:
    """Two claims of one slot of which one at least is wrong."""
    same_words = a.claim.quantity.value == b.claim.quantity.value and a.claim.quantity.kind is b.claim.quantity.kind
    if _differently_meant(a, b):
        return Relation.CONFLICT
    if same_words and (mistaken_for(a.verdict) or a.verdict.cause is b.verdict.cause):
        return None
    if _far(row_of(a), row_of(b)):
        return Relation.DIFFERENT_PERIOD
    return Relation.CONFLICT


def _differently_meant(a: Finding, b: Finding) -> bool:
    """The writers take one measure for different things. Within one sentence nobody does."""
    return mistaken_for(a.verdict) != mistaken_for(b.verdict)


def _editions(a: Finding, b: Finding) -> Relation:
    """Figures about two editions differ rightly, but one label cannot name both."""
    labels = a.claim.quantity.kind in (Kind.RANK, Kind.DATE)
    one_name = labels and _refuted(a) != _refuted(b) and compatible(a, b)
    return Relation.CONFLICT if one_name else Relation.DIFFERENT_EDITION


def _turned(a: Finding, b: Finding) -> bool:
    """ "Went up from 397 to 379": the two ends of a change, against the direction that is told."""
    first, last = sorted((a.claim, b.claim), key=lambda claim: claim.role != "from")
    told = first.direction or last.direction
    if (first.role, last.role, first.sentence) != ("from", "to", last.sentence) or told is None:
        return False
    start, end = first.quantity.value, last.quantity.value
    numeric = isinstance(start, Decimal) and isinstance(end, Decimal) and start != end
    return numeric and (end > start) != (told == "up")  # type: ignore[operator]


def _refuted(finding: Finding) -> bool:
    return finding.verdict.status is Status.CONTRADICTED


def _far(one: Observation, other: Observation) -> bool:
    if not isinstance(one.value, Decimal) or not isinstance(other.value, Decimal):
        return False
    small, large = sorted((abs(one.value), abs(other.value)))
    return large > small * REVISION


def _same_day(one: str, other: str) -> bool:
    """Equal, more precise, or without the year that the other gives."""
    short, long = sorted((one.lstrip("-"), other.lstrip("-")), key=len)
    return long.startswith(short) or long.endswith(short)


def _bounds(one: Quantity, other: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """The interval of `one`, told in the unit of `other` where that can be."""
    source, target = one.unit or "", other.unit or ""
    factor = Decimal(1)
    if (one.kind is Kind.RATIO) != (other.kind is Kind.RATIO):
        factor = HUNDRED if one.kind is Kind.RATIO else 1 / HUNDRED
    elif same_dimension(source, target):
        factor = convert(factor, source, target)
    return tuple(edge if edge is None else edge * factor for edge in (one.low, one.high))  # type: ignore[return-value]


def _room(low: Decimal | None, high: Decimal | None) -> bool:
    return low is None or high is None or low <= high
