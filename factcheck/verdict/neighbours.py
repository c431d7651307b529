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
CLOSE = Decimal("1.1")
"""Ratio up to which an article's own figures are easily confused: it names both measures."""
FAR = Decimal(10)
"""The same between articles, of which a reader sees one."""


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
    """Whether a claim of each of two neighbours could be taken for a claim of the other."""
    same = row_of(a.finding).entity == row_of(b.finding).entity
    return (same or (_rare(one) and one.topic != other.topic)) and alike(a, b)


def alike(a: Side, b: Side) -> bool:
    """Whether two different values are of a size that could be taken for one another."""
    values = [side.finding.claim.quantity.value for side in (a, b)]
    if not all(isinstance(value, Decimal) for value in values):
        return False
    small, large = sorted(abs(value) for value in values)  # type: ignore[arg-type]
    return small != large and large <= small * (CLOSE if a.article == b.article else FAR)


def _unit(indicator: Indicator) -> str:
    return "percent" if indicator.unit.startswith("percent") else indicator.unit


def _rare(indicator: Indicator) -> bool:
    return indicator.unit not in COMMON and not (
        len(indicator.unit) == 3 and indicator.unit.isupper()
    )
