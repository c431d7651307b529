"""What one article asks of a large pack: the figures of a few indicators, fetched as asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from factcheck.model import Observation
from factcheck.reference.large.series import Series

Outline = Mapping[str, tuple[frozenset[str], frozenset[str]]]
"""Dimension -> the entities and the periods it has figures for."""

Slot = tuple[str, str, int, str]
"""Entity, dimension, number of the series, indicator."""


@dataclass(frozen=True, slots=True)
class Part:
    """Where the series of an indicator in one dimension stand."""

    dimension: str
    start: int
    """Number of the first; the others follow."""
    places: Sequence[int]
    """Numbers of the entities, one of each series."""
    periods: frozenset[str]
    newest: date
    """Day on which the last of the figures was published."""


class Shelves(Protocol):
    """The built file, as far as it is asked here: `archive.Archive`."""

    as_of: date | None
    place: str
    """Pack and file, as an observation tells where it stands."""
    subjects: Sequence[str]
    """Entities that figures are about, by number."""

    def parts(self, ids: Sequence[str]) -> dict[str, list[Part]]: ...

    def bodies(self, numbers: Sequence[int]) -> dict[int, str]: ...


class Held:
    """Some indicators of a large pack, under the names that entities go by in all packs."""

    def __init__(
        self, shelves: Shelves, ids: Sequence[str], renamed: Mapping[str, str] | None = None
    ) -> None:
        """`renamed`: entity of the pack -> its name in all packs, where that is another one."""
        self._shelves = shelves
        self._names = [(renamed or {}).get(one, one) for one in shelves.subjects]
        self._parts = shelves.parts(ids)
        self._asked: set[str] = set()
        """Entities whose series were fetched, of all indicators."""
        self._series: dict[int, Series] = {}
        self._rows: dict[str, tuple[Observation, ...]] = {}
        self._rows_of: dict[tuple[str, str], tuple[Observation, ...]] = {}
        self.outlines = {one: self._outline(one) for one in self._parts}
        """Indicator -> which figures it has."""

    def rows(self, indicator: str) -> tuple[Observation, ...]:
        """All rows of an indicator, by entity, dimension, period, published."""
        if indicator not in self._rows:
            self._rows[indicator] = tuple(r for one in self._all(indicator) for r in one.rows())
        return self._rows[indicator]

    def rows_in(self, indicator: str, period: str) -> tuple[Observation, ...]:
        """Those of one period."""
        return tuple(row for one in self._all(indicator) for row in one.rows(period))

    def rows_of(self, indicator: str, entity: str) -> tuple[Observation, ...]:
        """Those of one entity."""
        known = self._rows_of.get((indicator, entity))
        if known is None:
            known = tuple(row for one in self._series_of(indicator, entity) for row in one.rows())
            self._rows_of[indicator, entity] = known
        return known

    def rows_at(self, indicator: str, entity: str, period: str) -> tuple[Observation, ...]:
        """Those of one entity and period."""
        return tuple(r for one in self._series_of(indicator, entity) for r in one.rows(period))

    def _series_of(self, indicator: str, entity: str) -> list[Series]:
        """Who asks for an entity will ask for it under other indicators as well, so that all of
        these are fetched at once."""
        if entity not in self._asked:
            self._asked.add(entity)
            self._fetch(slot for one in self._parts for slot in self._slots(one, entity))
        return self._fetch(self._slots(indicator, entity))

    def _all(self, indicator: str) -> list[Series]:
        return self._fetch(self._slots(indicator))

    def _slots(self, indicator: str, entity: str | None = None) -> list[Slot]:
        """Where the series of an indicator stand, by entity and dimension."""
        return sorted(
            (self._names[place], part.dimension, part.start + n, indicator)
            for part in self._parts.get(indicator, ())
            for n, place in enumerate(part.places)
            if entity is None or self._names[place] == entity
        )

    def _fetch(self, slots: Iterable[Slot]) -> list[Series]:
        """The series that stand there."""
        slots = list(slots)
        missing = [slot for slot in slots if slot[2] not in self._series]
        bodies = self._shelves.bodies([slot[2] for slot in missing]) if missing else {}
        until, file = self._shelves.as_of, self._shelves.place
        for entity, dimension, number, indicator in missing:
            whose = (indicator, entity, dimension, file)
            self._series[number] = Series.of(bodies[number], *whose, until=until)
        return [self._series[slot[2]] for slot in slots]

    def _outline(self, indicator: str) -> Outline:
        until = self._shelves.as_of
        if until and any(part.newest > until for part in self._parts[indicator]):
            return _outlined(self.rows(indicator))
        return {
            part.dimension: (frozenset(self._names[n] for n in part.places), part.periods)
            for part in self._parts[indicator]
        }


def _outlined(rows: Iterable[Observation]) -> Outline:
    found: dict[str, tuple[set[str], set[str]]] = {}
    for row in rows:
        entities, periods = found.setdefault(row.dimension, (set(), set()))
        entities.add(row.entity)
        periods.add(row.period)
    return {d: (frozenset(some), frozenset(others)) for d, (some, others) in found.items()}
