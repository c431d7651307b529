"""How two matched claims of one indicator stand to each other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from decimal import Decimal

from factcheck.measure.units import convert, same_dimension
from factcheck.model import (
    Cause,
    Claim,
    Finding,
    Kind,
    Modifier,
    Observation,
    Quantity,
    Relation,
    Status,
)
from factcheck.report.figures import plain
from factcheck.verdict.definitions import mistaken_for
from factcheck.verdict.editions import EDITION

REVISION = Decimal("1.5")
"""Ratio up to which two published values of one slot are a revision. Further apart, the slot is
wider than what was measured (the record of a year, as it stood in spring and in autumn)."""
LONG = re.compile(r"\d{4}|[^/\n]*/.*")
"""Periods that are long enough for that: a year, or from one to another, not a month or a day."""
HUNDRED = Decimal(100)
FROM = re.compile(r"\bfrom\s+$", re.I)
OTHER_THING = re.compile(r"[;:.]|\b(?:and|while|but|whereas|with|compared|than|against)\b", re.I)
"""Between two numbers: the second may be about something else."""
Edges = tuple[Decimal | None, Decimal | None]


@dataclass(frozen=True, slots=True)
class Known:
    """What must be known of the reference to tell two claims apart."""

    types: Mapping[str, str]
    """Entity name -> type."""
    reports: Set[tuple[str, str]] = frozenset()
    """(Pack, edition) of those that are editions of a report."""


def relation(a: Finding, b: Finding, known: Known, *, together: bool = False) -> Relation | None:
    """What explains that two claims of one indicator differ; None where nothing does or they agree.

    Across articles one thing must tell two claims apart, else no reader takes them for the same.
    `together`: both stand in one article.
    """
    one, other = row_of(a), row_of(b)
    if one.entity == other.entity and one.dimension == other.dimension:
        if one.period == other.period:
            return _same_slot(a, b, known, together)
        if known.types.get(one.entity) == "report":
            return _editions(a, b)
    if compatible(a, b) and not _apart(a, b):
        return None
    return _elsewhere(a, b, together)


def label_relation(a: Finding, b: Finding) -> Relation | None:
    """Of two labels of a report's editions under different indicators: its ordinal and its date."""
    if row_of(a).period != row_of(b).period:
        return Relation.DIFFERENT_EDITION
    return Relation.CONFLICT if refuted(a) != refuted(b) else None


def exchanged(a: Finding, b: Finding) -> bool:
    """Whether each of two claims stands where the other belongs."""
    if not a.verdict.cause is b.verdict.cause is Cause.SWAPPED:
        return False
    return a.verdict.expected == printed(b) and b.verdict.expected == printed(a)


THE_RANGE = re.compile(r"\bfrom\s+(?:the|an?|its|their)\s+$", re.I)
"""Before the first number of a range that something came down or up from."""


def turned(a: Claim, b: Claim) -> bool:
    """Whether two ends of a change go against the direction that is told.

    "Fell from 4.2 to 5.2", "went up to 379, from 397"; `a` stands before `b`, with no other number
    between them.
    """
    first, last = (a, b) if a.role == "from" else (b, a)
    told = {claim.direction for claim in (first, last)} - {None}
    if first.role != "from" or len(told) != 1 or not _one_change(a, b):
        return False
    start, end = first.quantity.value, last.quantity.value
    if not isinstance(start, Decimal) or not isinstance(end, Decimal) or start == end:
        return False
    return told != {"up" if end > start else "down"}


def _one_change(a: Claim, b: Claim) -> bool:
    if a.sentence_start != b.sentence_start:
        return False
    start = a.sentence_start
    if a.role == "from":  # "down from the $89 to $93 billion" that were expected: a range
        return b.role == "to" and not THE_RANGE.search(a.sentence[: a.quantity.start - start])
    between = a.sentence[a.quantity.end - start : b.quantity.start - start]
    return bool(FROM.search(between)) and not OTHER_THING.search(between)


def row_of(finding: Finding) -> Observation:
    """The reference row of a matched claim."""
    assert finding.match is not None, "only matched claims are compared"
    return finding.match.observation


def one_slot(a: Finding, b: Finding) -> bool:
    """Whether two matched claims are about one indicator, entity, dimension and period."""
    one, other = row_of(a), row_of(b)
    place = (one.indicator, one.entity, one.dimension, one.period)
    return place == (other.indicator, other.entity, other.dimension, other.period)


def rows_of(finding: Finding) -> tuple[Observation, ...]:
    """The rows of one entity that a matched claim rests on, of a sum more than one."""
    own = row_of(finding)
    operands = finding.match.operands if finding.match else ()
    return (own, *(row for row in operands if row.entity == own.entity))


def refuted(finding: Finding) -> bool:
    """Whether the reference says otherwise."""
    return finding.verdict.status is Status.CONTRADICTED


def printed(finding: Finding) -> str | None:
    """The claim's value as the report writes it."""
    value = finding.claim.quantity.value
    return plain(value) if isinstance(value, Decimal) else value


def compatible(a: Finding, b: Finding) -> bool:
    """Whether the two wordings leave room for one value."""
    one, other = a.claim.quantity, b.claim.quantity
    if Kind.DATE in (one.kind, other.kind):
        return _same_day(str(one.value), str(other.value))
    return overlap(_bounds(one, other), (other.low, other.high))


def overlap(one: Edges, other: Edges) -> bool:
    """Whether two half-open intervals meet; equal ends are one exact value."""
    lows = [edge for edge in (one[0], other[0]) if edge is not None]
    highs = [edge for edge in (one[1], other[1]) if edge is not None]
    if not lows or not highs or max(lows) < min(highs):
        return True
    point = (max(lows), max(lows))
    return point in (one, other) and all(_holds(edges, point[0]) for edges in (one, other))


def _apart(a: Finding, b: Finding) -> bool:
    """Whether two numbers differ that a one-sided hedge leaves room for: "less than the 28.5%"."""
    one, other = a.claim.quantity, b.claim.quantity
    hedged = {one.modifier, other.modifier} - {None, Modifier.APPROX}
    return bool(hedged) and one.kind is other.kind and one.value != other.value


def _elsewhere(a: Finding, b: Finding, together: bool) -> Relation | None:
    """What tells two slots of one indicator apart."""
    one, other = row_of(a), row_of(b)
    if one.dimension != other.dimension:
        same = (one.entity, one.period) == (other.entity, other.period)
        return Relation.DIFFERENT_MEASURE if same else None
    if one.entity == other.entity:
        return Relation.DIFFERENT_PERIOD
    if one.period != other.period and one.dimension:
        # The record on a benchmark passes from one system to the next: what differs is the date.
        return Relation.DIFFERENT_PERIOD
    superseded = Cause.SUPERSEDED in (a.verdict.cause, b.verdict.cause)
    if one.dimension and one.period == other.period and superseded:
        # Each edition names the leader of its day: what differs is the edition.
        return Relation.DIFFERENT_EDITION
    return Relation.DIFFERENT_ENTITY if together or one.period == other.period else None


def _same_slot(a: Finding, b: Finding, known: Known, together: bool) -> Relation | None:
    if refuted(a) or refuted(b):
        return _disputed(a, b, together)
    one, other = row_of(a), row_of(b)
    if one.value == other.value or compatible(a, b):
        return None
    if one.published == other.published:
        return None if together else Relation.CONFLICT
    if one.edition == other.edition:
        return Relation.RESTATED
    if _far(one, other):
        return Relation.DIFFERENT_PERIOD
    both = _in_report(a, known) and _in_report(b, known)
    return Relation.DIFFERENT_EDITION if both else Relation.RESTATED


def _in_report(finding: Finding, known: Known) -> bool:
    """Whether a figure is from a report with editions, not from a series that is kept up to date.

    Of the report two editions stand side by side; of the series the later figure is a revision.
    """
    match = finding.match
    return match is not None and (match.pack, match.observation.edition) in known.reports


def _disputed(a: Finding, b: Finding, together: bool) -> Relation | None:
    """Two claims of one slot of which one at least is wrong."""
    one, other = a.claim.quantity, b.claim.quantity
    if together and (one.unit == EDITION) is not (other.unit == EDITION):
        return None  # a wrong label is told by itself: the day beside it is no second label
    same_words = one.value == other.value and one.kind is other.kind
    meant = mistaken_for(a.verdict), mistaken_for(b.verdict)
    if any(meant):
        return None if meant[0] == meant[1] or (together and same_words) else Relation.CONFLICT
    if same_words and a.verdict.cause is b.verdict.cause:
        return None
    return Relation.DIFFERENT_PERIOD if _far(row_of(a), row_of(b)) else Relation.CONFLICT


def _editions(a: Finding, b: Finding) -> Relation:
    """Figures about two editions differ rightly, but one label cannot name both."""
    labels = a.claim.quantity.kind in (Kind.RANK, Kind.DATE)
    one_name = labels and refuted(a) != refuted(b) and compatible(a, b)
    return Relation.CONFLICT if one_name else Relation.DIFFERENT_EDITION


def _far(one: Observation, other: Observation) -> bool:
    if LONG.fullmatch(one.period) is None:
        return False
    if not isinstance(one.value, Decimal) or not isinstance(other.value, Decimal):
        return False
    small, large = sorted((abs(one.value), abs(other.value)))
    return large > small * REVISION


def _same_day(one: str, other: str) -> bool:
    """Equal, more precise, or without the year that the other gives."""
    short, long = sorted((one.lstrip("-"), other.lstrip("-")), key=len)
    return long.startswith(short) or long.endswith(short)


def _bounds(one: Quantity, other: Quantity) -> Edges:
    """The interval of `one`, told in the unit of `other` where that can be."""
    source, target = one.unit or "", other.unit or ""
    factor = Decimal(1)
    if (one.kind is Kind.RATIO) != (other.kind is Kind.RATIO):
        factor = HUNDRED if one.kind is Kind.RATIO else 1 / HUNDRED
    elif same_dimension(source, target):
        factor = convert(factor, source, target)
    return tuple(edge if edge is None else edge * factor for edge in (one.low, one.high))  # type: ignore[return-value]


def _holds(edges: Edges, value: Decimal) -> bool:
    low, high = edges
    if low is not None and low == high:
        return value == low
    return (low is None or low <= value) and (high is None or value < high)
