"""The size of a change beside the level it led to: "shrank by 29%, to 164 billion".

Whose change it is, of what and until when need not be said again: the level says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from factcheck.model import SAID, Alignment, Claim, Kind, Reading, Slot

CHANGES = ("growth", "difference")
CLEAR = 0.5
"""Score (0 to 1) from which a settled, printed meaning stands before one taken from a neighbour."""
BEHIND = 0.9
"""Share of the score of what grammar says that is left to what the words alone say, at most."""
LEAST = 0.3
"""Least score (0 to 1) of a level whose meaning is passed on."""
TO = re.compile(
    r"\s*(?:,\s*)?(?:(?:and\s+)?(?:now\s+|only\s+|just\s+)?to|reaching|leaving)\s+(?:[\w’'-]+\s+){0,3}",
    re.IGNORECASE,
)
"""Between the size of a change and the level after it."""
BY = re.compile(
    r"(?:\s+[\w’'%-]+){0,4}\s*[,(–—-]\s*(?:(?:which|that)\s+(?:is|was)\s+|or\s+)?"
    r"(?:(?:an?|the|up|down|by|of|rise|fall|increase|drop|gain|loss|plus|minus|nearly|almost|about"
    r"|some|around|roughly|just|more|less|than|over)\s+)*[+]?",
    re.IGNORECASE,
)
"""Between a level and the size of the change that led to it: "364 grams, 9.5 per cent more"."""
Read = Callable[[int, Claim, Reading], Sequence[Reading]]
"""Readings of the claim with that number, worded so, given that it is about what the level is."""


def with_sizes_beside(
    claims: Sequence[Claim], chosen: Sequence[Alignment], read: Read
) -> list[Alignment]:
    """Alignments in which the size of a change is read of the level that it stands beside."""
    result = list(chosen)
    for number, claim in enumerate(claims):
        best = next(iter(chosen[number].readings), None)
        if claim.operation not in CHANGES or claim.checkability is not None:
            continue
        if best is not None and (best.beside or _is_clear(best)):
            continue
        level = next(_levels(claims, chosen, number), None)
        told = read(number, _about(claim, level), level) if level else ()
        if told:
            result[number] = _before(told, chosen[number])
    return result


def _is_clear(reading: Reading) -> bool:
    return reading.operation is None and reading.settled and reading.score >= CLEAR


def _before(told: Sequence[Reading], own: Alignment) -> Alignment:
    """The alignment in which what grammar says stands before what the words alone say."""
    meant = {(r.indicator.id, r.operation) for r in told}
    most = told[0].score * BEHIND
    rest = [
        replace(r, score=min(r.score, most))
        for r in (*own.readings[:1], *own.rivals)
        if (r.indicator.id, r.operation) not in meant
    ]
    return Alignment(tuple(told), tuple(rest))


def _levels(claims: Sequence[Claim], chosen: Sequence[Alignment], number: int) -> Iterator[Reading]:
    """What the levels tied to a change mean, that after it first."""
    claim = claims[number]
    for beside, tie in ((number + 1, TO), (number - 1, BY)):
        if not 0 <= beside < len(claims):
            continue
        level, found = claims[beside], next(iter(chosen[beside].readings), None)
        if level.sentence_start != claim.sentence_start or level.operation or found is None:
            continue
        first, second = sorted((claim.quantity, level.quantity), key=lambda q: q.start)
        between = claim.sentence[
            first.end - claim.sentence_start : second.start - claim.sentence_start
        ]
        plain = level.quantity.kind is not Kind.DATE and found.operation is None and found.rows
        if plain and found.score >= LEAST and tie.fullmatch(between) and _agree(claim, found):
            yield found


def _agree(claim: Claim, level: Reading) -> bool:
    """Whether the claim names nobody else and no other time."""
    entities = [s.value for s in claim.entities[:1] if s.firm and s.origin in SAID]
    return all(name == level.entity for name in entities)


def _about(claim: Claim, level: Reading) -> Claim:
    """The claim as if it named what the level is about, so far as that is settled."""
    firm = level.settled and "before" not in (level.entity_from, level.period_from)
    own = (Slot(level.entity, "clause", firm),), (Slot(level.period, "clause", firm),)
    entities, periods = own if firm else (own[0] + claim.entities, own[1] + claim.periods)
    return replace(claim, entities=entities, periods=periods)
