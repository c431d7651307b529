"""Indicators that a reader could take for one another: private and corporate investment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.model import Indicator
from factcheck.verdict.relations import row_of
from factcheck.verdict.sides import Side
from factcheck.verdict.words import content

SHARED = 0.4
"""Least share of the shorter name's content words that the other name has too. Chosen on the names
of the shipped packs: 0.4 keeps annual inflation beside a month's, and drops mere "AI"."""
COMMON = ("percent", "percentage_points", "count", "ratio", "multiple", "ordinal", "date")
"""Units of so many indicators that alone they bring none together across topics."""
CLOSE = Decimal("0.1")
"""Relative difference up to which one article's own figures are easily confused."""


def neighbours(indicators: Sequence[Indicator]) -> Iterator[tuple[Indicator, Indicator]]:
    """Pairs with comparable unit and names that share words, of one topic or of one rare unit."""
    groups: dict[tuple[str, str], list[Indicator]] = defaultdict(list)
    for indicator in indicators:
        groups[indicator.topic, _unit(indicator)].append(indicator)
        if _rare(indicator):
            groups["", _unit(indicator)].append(indicator)
    for group in groups.values():
        for one, other in combinations(group, 2):
            first, second = set(content(one.name)), set(content(other.name))
            if len(first & second) >= SHARED * min(len(first), len(second)):
                yield one, other


def near(one: Indicator, other: Indicator, a: Side, b: Side) -> bool:
    """Whether a claim of each could be taken for the other: entity, and inside an article value."""
    same = row_of(a.finding).entity == row_of(b.finding).entity
    if not same and not (_rare(one) and one.topic != other.topic):
        return False
    return a.article != b.article or _close(a, b)


def _close(a: Side, b: Side) -> bool:
    values = [side.finding.claim.quantity.value for side in (a, b)]
    if not all(isinstance(value, Decimal) for value in values):
        return False
    small, large = sorted(abs(value) for value in values)  # type: ignore[arg-type]
    return small != large and large - small <= CLOSE * large


def _unit(indicator: Indicator) -> str:
    return "percent" if indicator.unit.startswith("percent") else indicator.unit


def _rare(indicator: Indicator) -> bool:
    return indicator.unit not in COMMON and not (len(indicator.unit) == 3 and indicator.unit.isupper())
