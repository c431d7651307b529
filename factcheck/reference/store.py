"""Look up reference figures over all packs of one run."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from factcheck.errors import BadReference
from factcheck.model import Entity, Indicator, Observation, Pack, Source
from factcheck.reference.pack import DESCRIPTOR, read_pack

Item = TypeVar("Item", Indicator, Source)


class Reference:
    """Every indicator, entity, source and observation of some packs, indexed.

    An entity that two packs share, by ISO code or by name, is one entity under the name that the
    first pack gives it; observations are rewritten to that name.
    """

    def __init__(self, packs: Sequence[Pack]) -> None:
        """Raises BadReference where two packs share a name, an indicator id, or a source id that
        they describe differently."""
        _check_names(packs)
        self.packs = tuple(packs)
        self.indicators = _unique("indicator", [(p, i) for p in packs for i in p.indicators])
        """Indicator id -> indicator, in pack order."""
        self.sources = _unique("source", [(p, s) for p in packs for s in p.sources])
        """Source id -> source."""
        self.entities, renamed = _merge_entities(self.packs)
        """`entities`: name -> entity, with the aliases of all packs."""
        self._rows = _sorted_rows(self.packs, renamed)
        self.lexicon, self.dimensions = _lexicons(self.entities.values(), self._rows)
        """`lexicon`: name or alias -> entity name, without names that only tell rows of one entity
        apart; those, and every dimension that a row uses, are in `dimensions`."""
        self.entity_types = {entity.name: entity.type for entity in self.entities.values()}
        """Entity name -> type."""
        self.editions = {pack.name: _editions(pack) for pack in self.packs}
        """Pack name -> edition -> first and last day on which rows of that edition appeared."""

    def rows(self, indicator: str) -> tuple[Observation, ...]:
        """All rows of an indicator, by entity, dimension, period, published; () if unknown."""
        return self._rows.get(indicator, ())

    def rows_of(self, indicator: str, entity: str) -> tuple[Observation, ...]:
        """The rows of an indicator for one entity, in the same order."""
        return tuple(row for row in self.rows(indicator) if row.entity == entity)


def _unique(kind: str, owned: Iterable[tuple[Pack, Item]]) -> dict[str, Item]:
    """Things by id. Raises BadReference with one line for each id that two packs define."""
    known: dict[str, tuple[Pack, Item]] = {}
    problems = []
    for pack, item in owned:
        first, kept = known.setdefault(item.id, (pack, item))
        if kept != item:
            problems.append(
                f"{kind} {item.id!r} is defined by the packs {first.name!r} and {pack.name!r};"
                " expected one definition."
            )
    if problems:
        raise BadReference(problems)
    return {name: item for name, (_, item) in known.items()}


def _check_names(packs: Iterable[Pack]) -> None:
    for name, times in Counter(pack.name for pack in packs).items():
        if times > 1:
            raise BadReference([f"{times} packs are called {name!r}; expected one of each name."])


def load_packs(folders: Sequence[Path] | None = None) -> Reference:
    """Read the packs in `folders`, or every pack that factcheck ships where None.

    Raises BadReference with the problems of all packs together.
    """
    packs, problems = [], []
    for folder in shipped_packs() if folders is None else folders:
        try:
            packs.append(read_pack(folder))
        except BadReference as error:
            problems += error.problems
    if problems:
        raise BadReference(problems)
    return Reference(packs)


def shipped_packs() -> tuple[Path, ...]:
    """Folders of the shipped packs: inside the package in a wheel, beside it in a checkout."""
    package = Path(str(files("factcheck")))
    homes = (package / "reference_data", package.parent / "reference_data")
    home = next((home for home in homes if home.is_dir()), None)
    if home is None:
        raise BadReference([f"{homes[0]}: no such folder; expected the packs factcheck ships."])
    return tuple(sorted(path.parent for path in home.glob(f"*/{DESCRIPTOR}")))


def _merge_entities(packs: Iterable[Pack]) -> tuple[dict[str, Entity], dict[tuple[str, str], str]]:
    """Entities by name, and (pack, name) -> the name it goes by where that is another one."""
    merged: dict[str, Entity] = {}
    by_code: dict[str, str] = {}
    renamed: dict[tuple[str, str], str] = {}
    for pack in packs:
        for entity in pack.entities:
            name = by_code.setdefault(entity.iso3, entity.name) if entity.iso3 else entity.name
            if name != entity.name:
                renamed[pack.name, entity.name] = name
            first = merged.get(name, entity)
            aliases = dict.fromkeys((*first.aliases, entity.name, *entity.aliases))
            aliases.pop(name, None)
            merged[name] = replace(first, aliases=tuple(aliases))
    return merged, renamed


def _sorted_rows(
    packs: Iterable[Pack], renamed: Mapping[tuple[str, str], str]
) -> dict[str, tuple[Observation, ...]]:
    rows: dict[str, list[Observation]] = defaultdict(list)
    for pack in packs:
        for row in pack.observations:
            name = renamed.get((pack.name, row.entity))
            rows[row.indicator].append(replace(row, entity=name) if name else row)
    return {
        indicator: tuple(
            sorted(some, key=lambda row: (row.entity, row.dimension, row.period, row.published))
        )
        for indicator, some in rows.items()
    }


def _lexicons(
    entities: Iterable[Entity], rows: Mapping[str, Sequence[Observation]]
) -> tuple[dict[str, str], dict[str, str]]:
    """Alias -> entity name and alias -> dimension. The first to claim an alias keeps it."""
    subjects = {row.entity for some in rows.values() for row in some}
    used = sorted({row.dimension for some in rows.values() for row in some} - {""})
    lexicon: dict[str, str] = {}
    dimensions = {name: name for name in used}
    for entity in entities:
        for alias in (entity.name, *entity.aliases):
            if entity.name in used:
                dimensions.setdefault(alias, entity.name)
            if entity.name in subjects or entity.name not in used:
                lexicon.setdefault(alias, entity.name)
    return lexicon, dimensions


def _editions(pack: Pack) -> dict[str, tuple[date, date]]:
    days: dict[str, list[date]] = defaultdict(list)
    for row in pack.observations:
        days[row.edition].append(row.published)
    return {edition: (min(some), max(some)) for edition, some in sorted(days.items())}
