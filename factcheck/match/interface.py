"""What the matcher asks of the rooms beside it: figures, and nearness in meaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import date
from typing import Protocol

from factcheck.model import Claim, Indicator, Observation


class Nearness(Protocol):
    """What the matcher asks where words do not decide: `meaning.Meaning`."""

    def nearness(self, claims: Sequence[Claim]) -> list[dict[str, float]]: ...


class Figures(Protocol):
    """The reference, as far as matching goes: `reference.store.Reference` is one."""

    @property
    def indicators(self) -> Mapping[str, Indicator]: ...

    @property
    def entity_types(self) -> Mapping[str, str]:
        """Entity name -> type."""
        ...

    @property
    def lexicon(self) -> Mapping[str, str]:
        """Name or alias -> entity name."""
        ...

    @property
    def editions(self) -> Mapping[str, Mapping[str, tuple[date, date]]]:
        """Pack -> edition -> first and last day of publication."""
        ...

    @property
    def dimensions(self) -> Mapping[str, str]:
        """Name of a dimension in the press -> the dimension as rows print it."""
        ...

    def rows(self, indicator: str) -> Sequence[Observation]: ...

    def rows_of(self, indicator: str, entity: str) -> Sequence[Observation]: ...

    def outline(self, indicator: str) -> Mapping[str, tuple[Set[str], Set[str]]] | None:
        """Dimension -> entities and periods with figures, where rows have to be fetched."""
        ...

    def dimensions_of(self, indicator: str) -> Sequence[str]:
        """Dimensions that rows of an indicator have, sorted; "" where some are undivided."""
        ...
