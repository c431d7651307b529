"""A large pack in use: its built file, opened read-only, by as many processes as like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from factcheck.errors import BadReference
from factcheck.model import Entity, Indicator, Observation, Pack, Source
from factcheck.reference.cells import split_aliases
from factcheck.reference.large.build import build, built_file
from factcheck.reference.large.files import known_digest, observations_file
from factcheck.reference.large.held import Held, Part
from factcheck.reference.large.names import Names
from factcheck.reference.pack import read_pack

CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "index_scan_max_count": 1 << 20,
}
"""Every question is a small one that the index answers: a second thread only takes time."""


class Archive:
    """Answers from the built file; nothing is kept in memory but the small tables."""

    def __init__(self, folder: Path, as_of: date | None = None) -> None:
        """Builds the file first where it is missing or the pack has changed since.

        `as_of`: figures published later are not there. Raises BadReference.
        """
        import duckdb

        self.folder = folder
        self.as_of = as_of
        self.place = f"{folder.name}/{observations_file(folder)}"
        """Pack and file, as an observation tells where it stands."""
        path = built_file(folder, known_digest(folder)) if folder.is_dir() else folder
        if not path.is_file():
            path = _built(folder)
        self._file = path
        try:
            self._con = duckdb.connect(str(path), read_only=True, config=CONFIG)
            [(name, version, title, sha256)] = self._all("SELECT * FROM head")
            self.names = Names(dict(self._all("FROM names")))
            """Ids, units and words of all indicators."""
        except (duckdb.Error, KeyError, ValueError, BadReference):
            raise self._damaged() from None
        entities = self._all("SELECT name, type, aliases, iso3 FROM entities")
        sources = self._all("SELECT * FROM sources")
        self.pack = Pack(
            name, version, title, sha256, (), (),
            tuple(Entity(n, t, split_aliases(a or ""), i) for n, t, a, i in entities),
            tuple(Source(*(cell or "" for cell in row)) for row in sources),
            as_of,
        )  # fmt: skip
        self.subjects: Sequence[str] = [
            one for (one,) in self._all("SELECT entity FROM subjects ORDER BY place")
        ]
        """Entities that figures are about, sorted; a series tells its own by number."""
        self.used = [one for (one,) in self._all("FROM dimensions ORDER BY dimension") if one]
        """Dimensions that figures have."""
        self.editions = {e: (first, last) for e, first, last in self._all("FROM editions")}

    def _all(self, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        import duckdb

        try:
            return self._con.execute(query, list(values)).fetchall()
        except duckdb.IOException:  # DuckDB keeps a checksum of every block
            raise self._damaged() from None

    def _damaged(self) -> BadReference:
        told = f"{self._file}: a damaged index of a large pack; delete it, and it is built anew."
        return BadReference([told])

    @cached_property
    def size(self) -> tuple[int, int]:
        """Indicators, observations."""
        return len(self.names.ids), self._all("SELECT figures FROM counts")[0][0]

    def indicators(self, ids: Sequence[str] | None = None) -> list[Indicator]:
        """Those of `ids` that there are, or all of them; in order of their ids."""
        where = "" if ids is None else f"WHERE iid IN ({_listed(self._known(ids))})"
        rows = self._all(
            "SELECT id, name, definition, unit, topic, aliases, confusions FROM indicators"
            f" {where} ORDER BY id"
        )
        return [
            Indicator(i, n, d, u, t or "", split_aliases(a or ""), c or "", self.pack.name)
            for i, n, d, u, t, a, c in rows
        ]

    def rows(self, indicator: str, entity: str | None = None) -> tuple[Observation, ...]:
        """Rows of an indicator (of one entity), by entity, dimension, period, published."""
        held = self.held([indicator])
        return held.rows(indicator) if entity is None else held.rows_of(indicator, entity)

    def held(self, ids: Sequence[str], renamed: Mapping[str, str] | None = None) -> Held:
        """The figures of some indicators, as one article asks for them; see `Held`."""
        return Held(self, ids, renamed)

    def parts(self, ids: Sequence[str]) -> dict[str, list[Part]]:
        """Indicator -> where its series stand, for those of `ids` that there are."""
        rows = self._all(
            "SELECT iid, dimension, start, places, periods, newest FROM parts"
            f" WHERE iid IN ({_listed(self._known(ids))}) ORDER BY iid, dimension"
        )
        found: dict[str, list[Part]] = {one: [] for one in ids if one in self.names.numbers}
        for iid, dimension, start, places, periods, newest in rows:
            part = Part(dimension, start, places, frozenset(periods), newest)
            found[self.names.ids[iid]].append(part)
        return found

    def bodies(self, numbers: Sequence[int]) -> dict[int, str]:
        """Texts of series by their numbers."""
        asked = f"sid IN ({_listed(numbers)})"
        return dict(self._all(f"SELECT sid, body FROM series WHERE {asked}"))

    def _known(self, ids: Sequence[str]) -> list[int]:
        """The numbers of those of `ids` that there are."""
        return [number for one in ids if (number := self.names.numbers.get(one)) is not None]


def _listed(numbers: Sequence[int]) -> str:
    """Numbers in an SQL list; NULL, which nothing equals, where there are none."""
    return ", ".join(map(str, numbers)) or "NULL"


def _built(folder: Path) -> Path:
    pack = read_pack(folder)
    try:
        return build(folder, pack)
    except OSError as error:
        found = f"cannot be written ({error.strerror})"
        wanted = "a folder in which the index of a large pack can be kept"
        raise BadReference([f"{folder}: {found}; expected {wanted}."]) from None
