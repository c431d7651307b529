"""Repeated mentions of one figure in an article are read together ("2.7%" in title and body)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.model import Claim, Kind, Quantity, Slot

LONG = 3
"""The same for plain counts, which repeat by chance."""
TELLING = 2
"""Significant digits a number needs for its mentions to be taken as one figure."""
SHARED = 0.9
"""What the words around another mention are worth, against those around this one."""
MOST = 50
"""Mentions of one figure that are compared with one another."""
PERCENTS = (Kind.PERCENT, Kind.PERCENTAGE_POINTS)


def pooled(claims: Sequence[Claim], words: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """Lexical scores of each claim, raised by what stands around its other mentions."""
    result = []
    mentions = _mentions(claims)
    for number, scores in enumerate(words):
        own = dict(scores)
        for other in mentions[number]:
            for indicator, score in words[other].items():
                own[indicator] = max(own.get(indicator, 0.0), score * SHARED)
        result.append(own)
    return result


def shared(claims: Sequence[Claim]) -> list[Claim]:
    """Claims with the firm entity and period of another mention added to their own readings."""
    result = []
    for claim, mentions in zip(claims, _mentions(claims), strict=True):
        others = [claims[i] for i in mentions]
        entities = [*claim.entities, *(_soft(s) for o in others for s in o.entities[:2])]
        periods = [*claim.periods, *(_soft(s) for o in others for s in o.periods[:1] if s.firm)]
        result.append(replace(claim, entities=_unique(entities), periods=_unique(periods)))
    return result


def _soft(slot: Slot) -> Slot:
    return Slot(slot.value, "mention", False)


def _unique(slots: Sequence[Slot]) -> tuple[Slot, ...]:
    return tuple(
        {slot.value: slot for slot in reversed(slots)}[v]
        for v in dict.fromkeys(s.value for s in slots)
    )


def _mentions(claims: Sequence[Claim]) -> list[list[int]]:
    """For each claim the others that state the same figure, be it rounded differently.

    Only figures that start alike are compared, and only so many of them: a page of equal numbers
    must not cost the square of its length.
    """
    alike: dict[object, list[int]] = {}
    for number, claim in enumerate(claims):
        alike.setdefault(_start(claim), []).append(number)
    found = []
    telling = [_is_telling(claim.quantity) for claim in claims]
    for number, claim in enumerate(claims):
        others = (i for i in alike[_start(claim)][:MOST] if telling[number] and telling[i])
        found.append([i for i in others if i != number and _same(claim, claims[i])])
    return found


def _start(claim: Claim) -> object:
    """Kind and the first two significant digits, rounded: equal for all mentions of one figure."""
    value = claim.quantity.value
    if not isinstance(value, Decimal):
        return None
    kind = Kind.PERCENT if claim.quantity.kind in PERCENTS else claim.quantity.kind
    return kind, f"{value:.1e}"


def _is_telling(quantity: Quantity) -> bool:
    """Its mentions hardly agree by chance."""
    if not isinstance(quantity.value, Decimal) or quantity.kind is Kind.RANK:
        return False
    needed = LONG if quantity.kind is Kind.COUNT else TELLING
    return len(quantity.value.normalize().as_tuple().digits) >= needed


def _same(one: Claim, other: Claim) -> bool:
    a, b = one.quantity, other.quantity
    if a.kind is not b.kind and not (a.kind in PERCENTS and b.kind in PERCENTS):
        return False
    if one.operation != other.operation:
        return False
    if not isinstance(a.value, Decimal) or not isinstance(b.value, Decimal):
        return False
    return a.value == b.value or _covers(a, b.value) or _covers(b, a.value)


def _covers(quantity: Quantity, value: Decimal) -> bool:
    exact = quantity.modifier is None and quantity.kind is Kind.MONEY
    return (
        exact
        and quantity.low is not None
        and quantity.high is not None
        and quantity.low <= value < quantity.high
    )
