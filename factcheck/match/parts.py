"""The rows of an indicator by dimension and entity; those of large packs fetched when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from factcheck.match.interface import Figures
from factcheck.match.slots import Part
from factcheck.model import Observation


def parts_of(reference: Figures, indicator: str) -> dict[str, Part]:
    """Dimension -> the rows of an indicator in it, in order of dimension."""
    outline = reference.outline(indicator)
    if outline is not None:
        return {d: _later(reference, indicator, d, *own) for d, own in sorted(outline.items())}
    rows: dict[str, list[Observation]] = {}
    for row in reference.rows(indicator):
        rows.setdefault(row.dimension, []).append(row)
    return {d: Part.of_rows(some) for d, some in sorted(rows.items())}


class Fetched(Mapping[str, Sequence[Observation]]):
    """Entity -> its rows in one dimension; which entities there are is known beforehand."""

    def __init__(
        self, reference: Figures, indicator: str, dimension: str, entities: Set[str]
    ) -> None:
        self._reference, self._indicator = reference, indicator
        self._dimension, self._entities = dimension, entities
        self._rows: dict[str, Sequence[Observation]] = {}

    def __getitem__(self, entity: str) -> Sequence[Observation]:
        if entity not in self._entities:
            raise KeyError(entity)
        if entity not in self._rows:
            rows = self._reference.rows_of(self._indicator, entity)
            self._rows[entity] = [row for row in rows if row.dimension == self._dimension]
        return self._rows[entity]

    def __contains__(self, entity: object) -> bool:
        return entity in self._entities

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._entities))

    def __len__(self) -> int:
        return len(self._entities)


def _later(
    reference: Figures, indicator: str, dimension: str, entities: Set[str], periods: Set[str]
) -> Part:
    def fetch() -> list[Observation]:
        return [row for row in reference.rows(indicator) if row.dimension == dimension]

    return Part(
        dimension, fetch, Fetched(reference, indicator, dimension, entities), frozenset(periods)
    )
