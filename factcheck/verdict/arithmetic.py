"""Numbers of one sentence that cannot all be true: shares, changes from A to B, sums."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from factcheck.model import Finding, Inconsistency, Kind, Quantity
from factcheck.report.figures import figure
from factcheck.verdict.codes import INCONSISTENCY
from factcheck.verdict.relations import OTHER_THING, Edges, overlap, turned

HUNDRED = Decimal(100)
LEVELS = (Kind.COUNT, Kind.MONEY, Kind.SCORE, Kind.DURATION)

OUT_OF = re.compile(
    r"\s*(?:[\w’'-]+\s+){0,2}?(?:out\s+of|of(?:\s+(?:the|a\s+total\s+of|all|some))?)\s+"
)
TIE = re.compile(
    r"(?:(?:\s+[\w’'-]+){0,3}?(?=[,(–—]))?"
    r"(?:[\s,(–—-]|\b(?:or|up|down|by|an?|of|from|about|around|roughly|nearly|almost|just|over|some|more|less|than"
    r"|rise|increase|growth|gain|jump|fall|drop|decline|decrease|change|that|which|is|was|were|equal|to)\b)*",
    re.I,
)
"""All that may stand between a change from A to B and its size: "in 2023, or by"."""
AND = re.compile(r"\s*[\w\s’'-]{0,40}?(?:,|,?\s+and|\s+plus)\s+(?:[\w’'-]+\s+){0,3}?", re.I)
TOGETHER = re.compile(
    r"[^;:.\d]{0,40}?[,(–—]\s*(?:or\s+)?(?:together|altogether|in\s+(?:all|total)|combined|(?:for|making)\s+a\s+total\s+of)"
    r"\s+(?:of\s+)?",
    re.I,
)


def inconsistencies(text: str, findings: Sequence[Finding]) -> list[Inconsistency]:
    """Every sum of the article's sentences that does not come out as printed.

    `text`: the document's, which the offsets of the claims point into. Widths that the wordings
    leave open count on both sides: what rounding explains stays silent.
    """
    found: list[Inconsistency] = []
    for _, group in groupby(findings, key=lambda finding: finding.claim.sentence_start):
        sentence = [f for f in group if isinstance(f.claim.quantity.value, Decimal)]
        for rule in (_shares, _percents_of, _changes, _directions, _sums):
            found += rule(text, sentence)
    return found


def _shares(text: str, sentence: Sequence[Finding]) -> Iterator[Inconsistency]:
    """ "97,206 of 131,121, or 74.2%"."""
    percents = [f for f in sentence if f.claim.quantity.kind is Kind.PERCENT]
    for part, whole in pairwise(sentence):
        a, b = part.claim.quantity, whole.claim.quantity
        if len(percents) != 1 or not _levels(a, b) or not OUT_OF.fullmatch(_between(text, part, whole)):
            continue
        said = percents[0]
        if OTHER_THING.search(_between(text, said, part) or _between(text, whole, said)):
            continue
        if not _covers(said, _ratio(a, b)):
            share = _percent(a.value / b.value)  # type: ignore[operator]
            yield _found(f"{a.quote} of {b.quote} is {share}, not {said.claim.quantity.quote}", part, whole, said)


def _percents_of(text: str, sentence: Sequence[Finding]) -> Iterator[Inconsistency]:
    """ "20% of 500, or 120"."""
    for share, whole, part in zip(sentence, sentence[1:], sentence[2:], strict=False):
        a, b, c = (f.claim.quantity for f in (share, whole, part))
        if a.kind is not Kind.PERCENT or not _levels(b, c):
            continue
        tied = re.fullmatch(r"\s*(?:[\w’'-]+\s+)?,?\s*or\s+(?:about\s+|some\s+)?", _between(text, whole, part))
        if not OUT_OF.fullmatch(_between(text, share, whole)) or not tied:
            continue
        if not _covers(share, _ratio(c, b)):
            right = _percent(c.value / b.value)  # type: ignore[operator]
            yield _found(f"{c.quote} of {b.quote} is {right}, not {a.quote}", share, whole, part)


def _changes(text: str, sentence: Sequence[Finding]) -> Iterator[Inconsistency]:
    """ "Rose from 40 to 50, or by 20%", "rose 20%, from 40 to 50"."""
    for at, (first, last) in enumerate(pairwise(sentence)):
        if (first.claim.role, last.claim.role) != ("from", "to"):
            continue
        said = [f for f in sentence[max(at - 1, 0) : at] if TIE.fullmatch(_between(text, f, first))]
        said += [f for f in sentence[at + 2 : at + 3] if TIE.fullmatch(_between(text, last, f))]
        if len(said) == 1:
            yield from _change(first, last, said[0])


def _change(first: Finding, last: Finding, said: Finding) -> Iterator[Inconsistency]:
    a, b, size = (f.claim.quantity for f in (first, last, said))
    ends = f"from {a.quote} to {b.quote} is"
    if size.kind is Kind.PERCENT and _levels(a, b):
        low, high = _ratio(b, a)
        change = _sized((low and low - HUNDRED, high and high - HUNDRED))
        if not _covers(said, change):
            right = _percent(abs(b.value / a.value - 1))  # type: ignore[operator]
            yield _found(f"{ends} {right}, not {size.quote}", first, last, said)
    elif size.kind is Kind.PERCENTAGE_POINTS and a.kind is b.kind is Kind.PERCENT:
        if not _covers(said, _sized(_minus(b, a))):
            right = figure(abs(b.value - a.value), "percentage_points")  # type: ignore[operator, arg-type]
            yield _found(f"{ends} {right}, not {size.quote}", first, last, said)


def _directions(text: str, sentence: Sequence[Finding]) -> Iterator[Inconsistency]:
    """ "Dropped from 4.23 to 5.2"."""
    for a, b in pairwise(sentence):
        first, last = (a, b) if a.claim.role == "from" else (b, a)
        one, other = first.claim.quantity, last.claim.quantity
        if one.kind is other.kind and turned(a.claim, b.claim):
            way = "up" if other.value > one.value else "down"  # type: ignore[operator]
            yield _found(f"from {one.quote} to {other.quote} is {way}, the sentence says otherwise", first, last)


def _sums(text: str, sentence: Sequence[Finding]) -> Iterator[Inconsistency]:
    """ "12 in the north and 30 in the south, together 45"."""
    for at, (last, total) in enumerate(pairwise(sentence)):
        if not TOGETHER.fullmatch(_between(text, last, total)):
            continue
        parts = [last]
        while (before := at - len(parts)) >= 0 and AND.fullmatch(_between(text, sentence[before], parts[0])):
            parts.insert(0, sentence[before])
        quantities = [f.claim.quantity for f in (*parts, total)]
        if len(parts) < 2 or len({(q.kind, q.unit if q.kind is Kind.MONEY else "") for q in quantities}) != 1:
            continue
        edges = tuple(_added([edge(q) for q in quantities[:-1]]) for edge in (_low, _high))
        if not _covers(total, edges):  # type: ignore[arg-type]
            right = figure(sum(q.value for q in quantities[:-1]), quantities[0].unit if quantities[0].kind is Kind.MONEY else "count")  # type: ignore[misc, arg-type]
            told = " and ".join(q.quote for q in quantities[:-1])
            yield _found(f"{told} is {right} together, not {quantities[-1].quote}", *parts, total)


def _between(text: str, first: Finding, last: Finding) -> str:
    """The words between two numbers; empty where the second does not follow the first."""
    return text[first.claim.quantity.end : last.claim.quantity.start]


def _levels(a: Quantity, b: Quantity) -> bool:
    return a.kind is b.kind and a.kind in LEVELS and bool(a.value) and bool(b.value)


def _covers(said: Finding, edges: Edges) -> bool:
    quantity = said.claim.quantity
    return overlap(edges, (quantity.low, quantity.high))


def _ratio(part: Quantity, whole: Quantity) -> Edges:
    """Interval of part / whole in percent; unbounded where a hedge leaves it open."""
    low = part.low / whole.high * HUNDRED if part.low is not None and whole.high else None
    high = part.high / whole.low * HUNDRED if part.high is not None and whole.low else None
    return low, high


def _minus(a: Quantity, b: Quantity) -> Edges:
    low = a.low - b.high if a.low is not None and b.high is not None else None
    high = a.high - b.low if a.high is not None and b.low is not None else None
    return low, high


def _sized(edges: Edges) -> Edges:
    """The interval without its sign: a fall is told as a positive number."""
    low, high = edges
    if low is None or high is None:
        return None, None
    small, large = sorted((abs(low), abs(high)))
    return (Decimal(0) if low < 0 < high else small), large


def _low(quantity: Quantity) -> Decimal | None:
    return quantity.low


def _high(quantity: Quantity) -> Decimal | None:
    return quantity.high


def _added(edges: Sequence[Decimal | None]) -> Decimal | None:
    return None if None in edges else sum(edges)  # type: ignore[arg-type, return-value]


def _percent(share: Decimal) -> str:
    return figure((share * HUNDRED).quantize(Decimal("0.1")), "percent")


def _found(message: str, *findings: Finding) -> Inconsistency:
    return Inconsistency(INCONSISTENCY, tuple(f.id for f in findings), message)
