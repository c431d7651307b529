"""Look up reference figures over all packs of one run."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from copy import copy
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from factcheck.errors import BadReference
from factcheck.model import Entity, Indicator, Observation, Pack, Source
from factcheck.reference.large.files import is_large
from factcheck.reference.pack import DESCRIPTOR, read_pack

if TYPE_CHECKING:
    from factcheck.reference.large.archive import Archive
    from factcheck.reference.large.held import Held

Item = TypeVar("Item", Indicator, Source)
PRIMARY = "primary"


class Reference:
    """Every indicator, entity, source and observation of some packs, indexed.

    An entity that two packs share, by ISO code or by name, is one entity under the name that the
    first pack gives it; observations are rewritten to that name.
    """

    def __init__(self, packs: Sequence[Pack], archives: Sequence[Archive] = ()) -> None:
        """`archives`: large packs, whose figures are fetched when asked for; `narrowed` says which
        of their indicators come into question.

        Raises BadReference where two packs share a name, an indicator id, or a source id that
        they describe differently.
        """
        self.packs = (*packs, *(archive.pack for archive in archives))
        _check_names(self.packs)
        self.archives = {archive.pack.name: archive for archive in archives}
        """Pack name -> large pack."""
        self.indicators = _unique("indicator", [(p, i) for p in packs for i in p.indicators])
        """Indicator id -> indicator, in pack order; of large packs only those of `narrowed`."""
        self.sources = _unique("source", [(p, s) for p in self.packs for s in p.sources])
        """Source id -> source."""
        self.entities, self._renamed = _merge_entities(self.packs)
        """`entities`: name -> entity, with the aliases of all packs."""
        self._rows = _sorted_rows(packs, self._renamed, self.sources)
        subjects = {row.entity for some in self._rows.values() for row in some}
        for archive in archives:
            pack = archive.pack.name
            subjects |= {self._renamed.get((pack, one), one) for one in archive.subjects}
        self._dimensions = {
            indicator: sorted({row.dimension for row in some})
            for indicator, some in self._rows.items()
        }
        used = {one for some in self._dimensions.values() for one in some if one}
        used |= {one for archive in archives for one in archive.used}
        self.lexicon, self.dimensions = _lexicons(self.entities.values(), subjects, sorted(used))
        """`lexicon`: name or alias -> entity name, without names that only tell rows of one entity
        apart; those, and every dimension that a row uses, are in `dimensions`."""
        self.entity_types = {entity.name: entity.type for entity in self.entities.values()}
        """Entity name -> type."""
        self._held: dict[str, Held] = {}
        """Large pack -> the figures of those of its indicators that come into question."""
        self._grouped: dict[str, Mapping[str, tuple[Observation, ...]]] = {}
        """Indicator -> entity -> rows, of those asked for so far."""
        self.editions = {pack.name: _editions(pack) for pack in packs}
        self.editions |= {archive.pack.name: archive.editions for archive in archives}
        """Pack name -> edition -> first and last day on which rows of that edition appeared."""
        self.reports = frozenset(
            (pack.name, edition)
            for pack in self.packs
            for edition in _of_a_report(pack, self.editions[pack.name])
        )
        """(Pack name, edition) of those that are editions of a report, not states of a series."""

    def rows(self, indicator: str) -> tuple[Observation, ...]:
        """All rows of an indicator, by entity, dimension, period, published; () if unknown."""
        if held := self._holding(indicator):
            return held.rows(indicator)
        return self._rows.get(indicator, ())

    def rows_of(self, indicator: str, entity: str) -> tuple[Observation, ...]:
        """The rows of an indicator for one entity, in the same order."""
        if held := self._holding(indicator):
            return held.rows_of(indicator, entity)
        return self._by_entity(indicator).get(entity, ()) if self.rows(indicator) else ()

    def rows_in(self, indicator: str, period: str) -> Sequence[Observation]:
        """The rows of an indicator for one period, in the same order."""
        if held := self._holding(indicator):
            return held.rows_in(indicator, period)
        return [row for row in self.rows(indicator) if row.period == period]

    def rows_at(self, indicator: str, entity: str, period: str) -> Sequence[Observation]:
        """The rows of an indicator for one entity and period, in the same order."""
        if held := self._holding(indicator):
            return held.rows_at(indicator, entity, period)
        return [row for row in self.rows_of(indicator, entity) if row.period == period]

    def _by_entity(self, indicator: str) -> Mapping[str, tuple[Observation, ...]]:
        """Entity -> its rows, in order: grouped when first asked for, then kept."""
        if indicator not in self._grouped:
            rows: dict[str, list[Observation]] = {}
            for row in self.rows(indicator):
                rows.setdefault(row.entity, []).append(row)
            self._grouped[indicator] = {one: tuple(some) for one, some in rows.items()}
        return self._grouped[indicator]

    def outline(self, indicator: str) -> Mapping[str, tuple[Set[str], Set[str]]] | None:
        """Dimension -> the entities and the periods of an indicator of a large pack; None of
        others, whose rows are at hand."""
        held = self._holding(indicator)
        return held.outlines.get(indicator) if held else None

    def dimensions_of(self, indicator: str) -> Sequence[str]:
        """Dimensions that rows of an indicator have, sorted; "" where some are undivided."""
        return self._dimensions.get(indicator, ())

    def size(self, pack: Pack) -> tuple[int, int]:
        """Indicators and observations of one of the packs."""
        archive = self.archives.get(pack.name)
        return archive.size if archive else (len(pack.indicators), len(pack.observations))

    def narrowed(self, ids: Sequence[str]) -> Reference:
        """The same with the indicators `ids` of its large packs."""
        view = copy(self)
        view.indicators = dict(self.indicators)
        view._dimensions, view._held = dict(self._dimensions), {}
        for pack, archive in self.archives.items():
            found = {one.id: one for one in archive.indicators(ids)}
            renamed = {old: new for (owner, old), new in self._renamed.items() if owner == pack}
            held = view._held[pack] = archive.held(list(found), renamed)
            view.indicators |= found
            view._dimensions |= {one: sorted(held.outlines[one]) for one in found}
        return view

    def _holding(self, indicator: str) -> Held | None:
        """What holds the figures of an indicator of a large pack."""
        one = self.indicators.get(indicator)
        return self._held.get(one.pack) if one else None


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


def load_packs(folders: Sequence[Path] | None = None, *, as_of: date | None = None) -> Reference:
    """Read the packs in `folders`, or every pack that factcheck ships where None.

    `as_of`: leave out what was published later. Raises BadReference with the problems of all packs
    together.
    """
    packs, archives, problems = [], [], []
    for folder in shipped_packs() if folders is None else folders:
        try:
            if is_large(folder):
                archives.append(_archive(folder, as_of))
            else:
                packs.append(_until(read_pack(folder), as_of))
        except BadReference as error:
            problems += error.problems
    if problems:
        raise BadReference(problems)
    return Reference(packs, archives)


def _archive(folder: Path, as_of: date | None) -> Archive:
    # Imports DuckDB (0.07 s), which packs of ordinary size need not wait for.
    from factcheck.reference.large.archive import Archive

    return Archive(folder, as_of)


def _until(pack: Pack, as_of: date | None) -> Pack:
    if as_of is None:
        return pack
    known = tuple(row for row in pack.observations if row.published <= as_of)
    return replace(pack, observations=known, as_of=as_of)


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
    packs: Iterable[Pack],
    renamed: Mapping[tuple[str, str], str],
    sources: Mapping[str, Source],
) -> dict[str, tuple[Observation, ...]]:
    rows: dict[str, list[Observation]] = defaultdict(list)
    for pack in packs:
        for row in _named(pack.name, pack.observations, renamed):
            rows[row.indicator].append(row)
    return {
        indicator: tuple(
            sorted(
                unbeaten(some, sources),
                key=lambda row: (row.entity, row.dimension, row.period, row.published),
            )
        )
        for indicator, some in rows.items()
    }


def unbeaten(rows: Sequence[Observation], sources: Mapping[str, Source]) -> Sequence[Observation]:
    """Without the rows of secondary sources that a primary one of the same day has its own for."""
    if all(sources[row.source].quality == PRIMARY for row in rows):
        return rows
    first_hand = {_slot(row) for row in rows if sources[row.source].quality == PRIMARY}
    return [
        row
        for row in rows
        if sources[row.source].quality == PRIMARY or _slot(row) not in first_hand
    ]


def _slot(row: Observation) -> tuple[str, str, str, date]:
    return row.entity, row.dimension, row.period, row.published


def _named(
    pack: str, rows: Iterable[Observation], renamed: Mapping[tuple[str, str], str]
) -> tuple[Observation, ...]:
    """Rows under the names that their entities go by in all packs together."""
    if not any(owner == pack for owner, _ in renamed):
        return tuple(rows)
    return tuple(
        replace(row, entity=name) if (name := renamed.get((pack, row.entity))) else row
        for row in rows
    )


def _of_a_report(pack: Pack, editions: Collection[str]) -> Collection[str]:
    """Those of the editions of a pack in which a report that it has as an entity came out.

    Figures about the report itself name them: its number of pages, its day. Where there are none,
    every edition is taken for one.
    """
    reports = {one.name for one in pack.entities if one.type == "report"}
    told = {row.edition for row in pack.observations if row.entity in reports}
    return told or (editions if reports else ())


def _lexicons(
    entities: Iterable[Entity], subjects: Set[str], used: Sequence[str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Alias -> entity name and alias -> dimension. The first to claim an alias keeps it.

    `subjects`: entities that rows are about; `used`: dimensions that rows have.
    """
    lexicon: dict[str, str] = {}
    dimensions = {name: name for name in used}
    printed = frozenset(used)
    for entity in entities:
        for alias in (entity.name, *entity.aliases):
            if entity.name in printed:
                dimensions.setdefault(alias, entity.name)
            if entity.name in subjects or entity.name not in printed:
                lexicon.setdefault(alias, entity.name)
    return lexicon, dimensions


def _editions(pack: Pack) -> dict[str, tuple[date, date]]:
    days: dict[str, list[date]] = defaultdict(list)
    for row in pack.observations:
        days[row.edition].append(row.published)
    return {edition: (min(some), max(some)) for edition, some in sorted(days.items())}
