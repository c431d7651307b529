"""Indicators that a reader could take for one another: private and corporate investment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.measure.periods import bounds
from factcheck.measure.units import UNITS
from factcheck.model import Indicator
from factcheck.verdict.definitions import warned
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
BESIDE = Decimal(2)
"""The same of one entity at one time."""
FAR = Decimal(10)
"""The same between articles, of which a reader sees one; there, of one entity at one time, any two
figures of neighbours may stand for one another."""
TOLD = 2
"""Digits, at least, of one number for two measures that is worth a word."""
WHOLES = dict.fromkeys(("mass", "CO2", "CO2e", "mass_per_person"), "mass")
WHOLES |= {"per_inhabitants": "count"}
"""Dimensions that are compared with another: what is counted by head, with the total."""


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
            shared = len(first & second) >= SHARED * min(len(first), len(second))
            if shared or warned(one, other) or warned(other, one):
                yield one, other


def near(one: Indicator, other: Indicator, a: Side, b: Side) -> bool:
    """Whether a claim of each of two neighbours could be taken for a claim of the other."""
    same = row_of(a.finding).entity == row_of(b.finding).entity
    if _at_once(a, b) and (same or _one_number(a, b)):
        return a.article != b.article or _one_number(a, b) or within(BESIDE, a, b)
    return (same or (_rare(one) and one.topic != other.topic)) and alike(a, b)


def _at_once(a: Side, b: Side) -> bool:
    """Whether the periods of two figures have a day in common."""
    one, other = (bounds(row_of(side.finding).period) for side in (a, b))
    if one is None or other is None:
        return False
    return one[0] <= other[1] and other[0] <= one[1]


def _one_number(a: Side, b: Side) -> bool:
    one, other = (side.finding.claim.quantity for side in (a, b))
    digits = sum(sign.isdigit() for sign in one.quote)
    return one.value is not None and one.value == other.value and digits >= TOLD


def alike(a: Side, b: Side) -> bool:
    """Whether two different values are of a size that could be taken for one another."""
    return within(CLOSE if a.article == b.article else FAR, a, b)


def within(ratio: Decimal, a: Side, b: Side) -> bool:
    """Whether two values differ, and the larger is at most `ratio` times the smaller."""
    values = [side.finding.claim.quantity.value for side in (a, b)]
    if not all(isinstance(value, Decimal) for value in values):
        return False
    small, large = sorted(abs(value) for value in values)  # type: ignore[arg-type]
    return small != large and large <= small * ratio


def _unit(indicator: Indicator) -> str:
    if indicator.unit.startswith("percent"):
        return "percent"
    dimension = UNITS[indicator.unit].dimension if indicator.unit in UNITS else indicator.unit
    return WHOLES.get(dimension, indicator.unit)


def _rare(indicator: Indicator) -> bool:
    return indicator.unit not in COMMON and not (
        len(indicator.unit) == 3 and indicator.unit.isupper()
    )
