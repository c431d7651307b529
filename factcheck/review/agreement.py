"""How far two readers agree beyond chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from factcheck.review.standing import Standings, verdict


@dataclass(frozen=True, slots=True)
class Agreement:
    """First against second readings."""

    both: int
    """Findings that both have decided."""
    agree: int
    kappa: float | None
    """Cohen's kappa, -1 to 1; None where chance alone would agree always, or nothing is read."""


def agreement(standings: Standings) -> Agreement:
    """Compare the first with the second reading of every finding that has both."""
    pairs = [
        (verdict(standing.first), verdict(standing.second))
        for _, standing in standings
        if standing.first and standing.second
    ]
    return Agreement(len(pairs), sum(a == b for a, b in pairs), kappa(pairs))


def kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Return (observed - expected) / (1 - expected) agreement.

    Cohen, "A coefficient of agreement for nominal scales", 1960.
    """
    n = len(pairs)
    if not n:
        return None
    observed = sum(a == b for a, b in pairs) / n
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    expected = sum(first[label] * second[label] for label in first) / n**2
    return None if expected == 1 else (observed - expected) / (1 - expected)
