"""Fill the slots of a reading: which entity, dimension and period of an indicator is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.measure.periods import bounds
from factcheck.model import Claim, Kind, Observation

WHOLE = "World"
"""The entity that stands for everybody where a text names nobody."""
NAMED = 0.5
"""Share of a dimension's words that must stand in the text to name it."""
# Quality of a slot by where its value came from (0 to 1). Chosen on corpora/ and the packs.
ORIGIN = {"clause": 1.0, "row": 1.0, "column": 1.0, "sentence": 0.95, "paragraph": 0.85, "heading": 0.85,
          "title": 0.75, "article": 0.7, "edition": 0.8, "default": 0.65}
ONLY = 0.8
"""Quality where the indicator is published for one entity only, so that nobody need name it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value for one slot, how good it is (0 to 1), and whether the text itself settles it."""

    value: str
    quality: float
    settled: bool
    origin: str


def entity_choices(
    claim: Claim, rows: Sequence[Observation], types: Mapping[str, str], related: Sequence[str]
) -> list[Choice]:
    """Entities of `rows` the claim may be about, best first; empty where it is about another."""
    present = {row.entity for row in rows}
    if not present:
        return []
    kinds = {types.get(name, "other") for name in present}
    choices: list[Choice] = []
    for slot in claim.entities:
        if slot.value in present:
            choices.append(Choice(slot.value, ORIGIN[slot.origin], slot.firm, slot.origin))
            if slot.firm:
                break
        elif slot.value not in related and slot.firm and types.get(slot.value, "country") in kinds:
            return choices if choices else []
    if choices and choices[0].settled:
        return choices
    if WHOLE in present and all(c.value != WHOLE for c in choices):
        settled = not claim.entities
        choices.append(Choice(WHOLE, ORIGIN["default"], settled, "default"))
    elif len(present) == 1 and not choices:
        choices.append(Choice(next(iter(present)), ONLY, True, "default"))
    return sorted(choices, key=lambda c: -c.quality)


def dimension_choices(
    rows: Sequence[Observation], named: Mapping[str, float]
) -> list[tuple[str, float]]:
    """(dimension, quality) of `rows` that the text names, else the undivided one, else the only one."""
    present = sorted({row.dimension for row in rows})
    scored = [(d, named.get(d, 0.0)) for d in present if d and named.get(d, 0.0) >= NAMED]
    if scored:
        best = max(score for _, score in scored)
        longest = max(len(d) for d, score in scored if score == best)
        return [(d, 1.0) for d, score in scored if score == best and len(d) == longest]
    if "" in present:
        return [("", 1.0)]
    return [(d, 0.9 if len(present) == 1 else 0.6) for d in present]


def period_choices(
    claim: Claim, rows: Sequence[Observation], edition: str | None, until: date | None
) -> list[Choice]:
    """Periods of `rows` the claim may be about, best first; empty where none is published."""
    choices: list[Choice] = []
    if _names_an_edition(claim) and not any(s.firm for s in claim.periods if "-" != s.value[:1]):
        return _every(rows)
    editions = [s for s in claim.editions if s.firm and s.origin in ("column", "row", "sentence")]
    for slot in editions[:1]:
        newest = _newest([r for r in rows if r.edition == slot.value], until)
        if newest:
            choices.append(Choice(newest, ORIGIN["edition"], False, "edition"))
    for slot in claim.periods:
        found = fitting(slot.value, rows)
        choices += [Choice(p, ORIGIN[slot.origin] * q, slot.firm, slot.origin) for p, q in found[:2]]
        if slot.firm:
            if not found and not choices:
                return []
            break
    if not any(c.settled for c in choices):
        newest = _newest([r for r in rows if edition and r.edition == edition], until)
        newest = newest or _newest(rows, until)
        if newest:
            choices.append(Choice(newest, ORIGIN["default"], False, "default"))
    return _distinct(sorted(choices, key=lambda c: -c.quality))


def _names_an_edition(claim: Claim) -> bool:
    """ "the ninth edition", "April 7": the number itself says which edition is meant."""
    return claim.quantity.kind is Kind.RANK or str(claim.quantity.value).startswith("--")


def _every(rows: Sequence[Observation]) -> list[Choice]:
    newest_first = sorted({r.period for r in rows}, reverse=True)
    return [Choice(p, ORIGIN["default"], False, "default") for p in newest_first]


def fitting(period: str, rows: Sequence[Observation]) -> list[tuple[str, float]]:
    """(period of a row, quality) that agree with a period of the text, best first."""
    found = {row.period: fit(period, row.period) for row in rows}
    return sorted(((p, q) for p, q in found.items() if q > 0), key=lambda pair: (-pair[1], pair[0]))


def fit(said: str, published: str) -> float:
    """How well a period of the text agrees with one of the reference (0 to 1)."""
    a, b = bounds(said), bounds(published)
    if a is None or b is None:
        return 0.0
    if a == b:
        return 1.0
    if a[0] <= b[0] and b[1] <= a[1]:
        return 0.9
    if b[0] <= a[0] and a[1] <= b[1] and (b[1] - b[0]).days < 370:
        return 0.85
    if (b[1] - b[0]).days > 370 and a[1] == b[1]:
        return 0.9
    return 0.0


def vintages(rows: Sequence[Observation]) -> tuple[Observation, ...]:
    """Rows of one slot, oldest publication first."""
    return tuple(sorted(rows, key=lambda r: (r.published, r.edition, r.place)))


def _newest(rows: Sequence[Observation], until: date | None) -> str | None:
    """The latest period published by `until`."""
    known = [r for r in rows if until is None or r.published <= until] or list(rows)
    if not known:
        return None
    return max(known, key=lambda r: (bounds(r.period) or (date.min, date.min))[::-1]).period


def _distinct(choices: Sequence[Choice]) -> list[Choice]:
    """One choice per value, the best; best first."""
    best: dict[str, Choice] = {}
    for choice in choices:
        kept = best.get(choice.value)
        if kept is None or (choice.settled, choice.quality) > (kept.settled, kept.quality):
            best[choice.value] = choice
    return sorted(best.values(), key=lambda c: (not c.settled, -c.quality, c.value))
