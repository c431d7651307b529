"""Numbers of one sentence that cannot all be true: shares, changes from A to B, sums."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from factcheck.model import Finding, Inconsistency, Kind, Quantity
from factcheck.report.codes import INCONSISTENCY
from factcheck.report.figures import figure
from factcheck.verdict.relations import OTHER_THING, Edges, overlap, turned

HUNDRED = Decimal(100)
LEVELS = (Kind.COUNT, Kind.MONEY, Kind.SCORE, Kind.DURATION)

OUT_OF = re.compile(
    r"\s*(?:[\w’'-]+\s+){0,2}?(?:out\s+of|of(?:\s+(?:the|a\s+total\s+of|all|some))?)\s+"
)
TIE = re.compile(
    r"(?:(?:\s+[\w’'-]+){0,3}?[,(–—])?"
    r"(?:[\s,(–—-]|\b(?:or|up|down|by|an?|of|from|about|around|roughly|nearly|almost|just|over|some|more|less|than"
    r"|rise|increase|growth|gain|jump|fall|drop|decline|decrease|change|that|which|is|was|were|equal|to)\b)*",
    re.I,
)
"""All that may stand between a change from A to B and its size: "in 2023, or by"."""
AND = re.compile(
    r"(?:\s*[\w’'-][\w\s’'-]{0,39}?)?(?:\s*,(?:\s+and)?|\s+and|\s+plus)\s+(?:[\w’'-]+\s+){0,3}?",
    re.I,
)
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
        if (
            len(percents) != 1
            or not _levels(a, b)
            or not OUT_OF.fullmatch(_between(text, part, whole))
        ):
            continue
        said = percents[0]
        if OTHER_THING.search(_between(text, said, part) or _between(text, whole, said)):
            continue
        if not _covers(said, _ratio(a, b)):
            share = _percent(value(a) / value(b))
            yield _found(
                f"{a.quote} of {b.quote} is {share}, not {said.claim.quantity.quote}",
                part,
                whole,
                said,
            )


def _percents_of(text: str, sentence: Sequence[Finding]) -> Iterator[Inconsistency]:
    """ "20% of 500, or 120"."""
    for share, whole, part in zip(sentence, sentence[1:], sentence[2:], strict=False):
        a, b, c = (f.claim.quantity for f in (share, whole, part))
        if a.kind is not Kind.PERCENT or not _levels(b, c):
            continue
        tied = re.fullmatch(
            r"\s*(?:[\w’'-]+\s+)?(?:,\s*)?or\s+(?:about\s+|some\s+)?", _between(text, whole, part)
        )
        if not OUT_OF.fullmatch(_between(text, share, whole)) or not tied:
            continue
        if not _covers(share, _ratio(c, b)):
            right = _percent(value(c) / value(b))
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
    if size.kind is Kind.PERCENT and _levels(a, b):
        change = _sized(_less(_ratio(b, a), (HUNDRED, HUNDRED)))
        right = _percent(abs(value(b) / value(a) - 1))
    elif size.kind is Kind.PERCENTAGE_POINTS and a.kind is b.kind is Kind.PERCENT:
        change = _sized(_less((b.low, b.high), (a.low, a.high)))
        right = figure(abs(value(b) - value(a)), "percentage_points")
    else:
        return
    if not _covers(said, change):
        text = f"from {a.quote} to {b.quote} is {right}, not {size.quote}"
        yield _found(text, first, last, said)


def _directions(text: str, sentence: Sequence[Finding]) -> Iterator[Inconsistency]:
    """ "Dropped from 4.23 to 5.2"."""
    for a, b in pairwise(sentence):
        first, last = (a, b) if a.claim.role == "from" else (b, a)
        one, other = first.claim.quantity, last.claim.quantity
        if one.kind is other.kind and turned(a.claim, b.claim):
            way = "up" if value(other) > value(one) else "down"
            yield _found(
                f"from {one.quote} to {other.quote} is {way}, the sentence says otherwise",
                first,
                last,
            )


def _sums(text: str, sentence: Sequence[Finding]) -> Iterator[Inconsistency]:
    """ "12 in the north and 30 in the south, together 45"."""
    for at, (last, total) in enumerate(pairwise(sentence)):
        parts = _parts(text, sentence[: at + 1])
        if len(parts) < 2 or not TOGETHER.fullmatch(_between(text, last, total)):
            continue
        added, said = [f.claim.quantity for f in parts], total.claim.quantity
        if len({_coin(quantity) for quantity in (*added, said)}) != 1:
            continue
        if not _covers(total, (_sum(q.low for q in added), _sum(q.high for q in added))):
            right = figure(sum(map(value, added), Decimal(0)), _coin(said)[1])
            told = " and ".join(quantity.quote for quantity in added)
            yield _found(f"{told} is {right} together, not {said.quote}", *parts, total)


def _parts(text: str, sentence: Sequence[Finding]) -> Sequence[Finding]:
    """The numbers at the end of a sentence that a list joins: "12, 20 and 30"."""
    for at in range(len(sentence) - 1, 0, -1):
        if not AND.fullmatch(_between(text, sentence[at - 1], sentence[at])):
            return sentence[at:]
    return sentence


def _coin(quantity: Quantity) -> tuple[Kind, str]:
    """What numbers must share to be added: their kind, and the currency of money."""
    unit = quantity.unit if quantity.kind is Kind.MONEY else None
    return quantity.kind, unit or "count"


def _between(text: str, first: Finding, last: Finding) -> str:
    """The words between two numbers; empty where the second does not follow the first."""
    return text[first.claim.quantity.end : last.claim.quantity.start]


def _levels(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers are amounts of one kind, above zero, so that a ratio means something."""
    return a.kind is b.kind and a.kind in LEVELS and min(value(a), value(b)) > 0


def value(quantity: Quantity) -> Decimal:
    """The number itself; only numeric claims are computed with."""
    assert isinstance(quantity.value, Decimal), "dates and ranges are left out before"
    return quantity.value


def _covers(said: Finding, edges: Edges) -> bool:
    quantity = said.claim.quantity
    return overlap(edges, (quantity.low, quantity.high))


def _ratio(part: Quantity, whole: Quantity) -> Edges:
    """Interval of part / whole in percent; unbounded where a hedge leaves it open."""
    low = part.low / whole.high * HUNDRED if part.low is not None and whole.high else None
    high = part.high / whole.low * HUNDRED if part.high is not None and whole.low else None
    return low, high


def _less(a: Edges, b: Edges) -> Edges:
    low = a[0] - b[1] if a[0] is not None and b[1] is not None else None
    high = a[1] - b[0] if a[1] is not None and b[0] is not None else None
    return low, high


def _sized(edges: Edges) -> Edges:
    """The interval without its sign: a fall is told as a positive number."""
    low, high = edges
    if low is None or high is None:
        return None, None
    small, large = sorted((abs(low), abs(high)))
    return (Decimal(0) if low < 0 < high else small), large


def _sum(edges: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of edges; None where one of them is open."""
    known = list(edges)
    return None if None in known else sum(filter(None, known), Decimal(0))


def _percent(share: Decimal) -> str:
    return figure((share * HUNDRED).quantize(Decimal("0.1")), "percent")


def _found(message: str, *findings: Finding) -> Inconsistency:
    return Inconsistency(INCONSISTENCY, tuple(f.id for f in findings), message)
