"""What the reference has figures for, as evidence of what a number measures.

Of five countries in one sentence, few indicators have all five; of one model, few have any figure.
Which rows exist is looked at, never what they say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.match.candidates import ways
from factcheck.match.catalogue import Catalogue
from factcheck.model import SAID, WHOLE, Claim

# Shares of a full lexical match (1.0). Chosen on the labelled articles.
TOUCHED = 0.1
"""Least score of the words: what exists decides between meanings that the words leave open."""
TOGETHER, OWN = 0.3, 0.2
"""What an indicator gains that alone has figures for all entities of a list; for one entity."""
LIST = 3
"""Entities that make a list."""
MOST = 3
"""Indicators that share a gain: among more, what exists tells nothing."""
NEARLY_ALL = 0.8
"""Share of a list that must have figures."""


def published_gains(
    catalogue: Catalogue, claims: Sequence[Claim], scores: Sequence[Mapping[str, float]]
) -> list[dict[str, float]]:
    """Indicator -> what it gains, for each claim."""
    gains: list[dict[str, float]] = [{} for _ in claims]
    for run in _lists(claims):
        names = {_owner(claims[n]) for n in run}
        for number in run:
            found = _with_figures(catalogue, claims[number], scores[number], names)
            gains[number] = _shared(found, TOGETHER)
    for number, claim in enumerate(claims):
        owner = _owner(claim)
        if owner not in (None, WHOLE) and not gains[number]:
            gains[number] = _shared(_with_figures(catalogue, claim, scores[number], {owner}), OWN)
    return gains


def _lists(claims: Sequence[Claim]) -> Iterator[list[int]]:
    """Runs of numbers of one kind in one block, each of another entity that grammar ties to it."""
    run: list[int] = []
    for number, claim in enumerate(claims):
        if run and not _goes_on(claims[run[-1]], claim):
            yield from _long(run, claims)
            run = []
        if _owner(claim):
            run.append(number)
    yield from _long(run, claims)


def _long(run: list[int], claims: Sequence[Claim]) -> Iterator[list[int]]:
    if len({_owner(claims[n]) for n in run}) >= LIST:
        yield run


def _goes_on(one: Claim, other: Claim) -> bool:
    same = one.quantity.kind is other.quantity.kind and one.quantity.unit == other.quantity.unit
    return same and one.block == other.block and one.operation == other.operation


def _owner(claim: Claim) -> str | None:
    slot = claim.entity
    return slot.value if slot and slot.firm and slot.origin in SAID else None


def _with_figures(
    catalogue: Catalogue, claim: Claim, scores: Mapping[str, float], names: set[str | None]
) -> list[str]:
    """Indicators that the words touch and that nearly all of those entities have figures in."""
    found = []
    for indicator in sorted(i for i, score in scores.items() if score >= TOUCHED):
        possible = ways(claim, catalogue.reference.indicators[indicator])
        direct = bool(possible) and possible[0][0] is None
        parts = catalogue.parts(indicator).values() if direct else ()
        enough = NEARLY_ALL * len(names)
        if any(len(names & part.by_entity.keys()) >= enough for part in parts):
            found.append(indicator)
    return found


def _shared(indicators: Sequence[str], gain: float) -> dict[str, float]:
    if len(indicators) > MOST:
        return {}
    return dict.fromkeys(indicators, gain / len(indicators)) if indicators else {}
