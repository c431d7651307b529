"""A large pack in use: its built file, opened read-only, by as many processes as like."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from factcheck.errors import BadReference
from factcheck.model import Entity, Indicator, Observation, Pack, Source
from factcheck.reference.cells import split_aliases
from factcheck.reference.database import text
from factcheck.reference.large.build import build, built_file
from factcheck.reference.large.files import known_digest, observations_file
from factcheck.reference.large.words import words
from factcheck.reference.pack import read_pack

HALF = 1.7
"""Matched rarity at which a wording counts half: one common word proves little."""
COLUMNS = "entity, dimension, period, published, line, value, unit, edition, source, note"
NEAREST = 12
"""Indicators that come into question for one claim."""

POSSIBLE = 0.6
"""Share of the best score from which another indicator is still a possible meaning."""

Context = Sequence[tuple[str, float]]
"""Words around a number, with weights 0 to 1."""
Outline = dict[str, tuple[frozenset[str], frozenset[str]]]
"""Dimension -> the entities and the periods it has figures for."""


class Archive:
    """Answers from the built file; nothing is kept in memory but the small tables."""

    def __init__(self, folder: Path, as_of: date | None = None) -> None:
        """Builds the file first where it is missing or the pack has changed since.

        `as_of`: figures published later are not there. Raises BadReference.
        """
        import duckdb

        self.folder = folder
        self._place = f"{folder.name}/{observations_file(folder)}"
        self._until = f" AND published <= '{as_of}'" if as_of else ""
        path = built_file(folder, known_digest(folder)) if folder.is_dir() else folder
        if not path.is_file():
            path = _built(folder)
        self._numbers: dict[str, int] = {}
        """Indicator -> its number in the file, of those asked for so far."""
        self._file = path
        try:
            self._con = duckdb.connect(str(path), read_only=True)
            [(name, version, title, sha256)] = self._all("SELECT * FROM head")
        except (duckdb.Error, ValueError, BadReference):
            raise self._damaged() from None
        entities = self._all("SELECT name, type, aliases, iso3 FROM entities")
        sources = self._all("SELECT * FROM sources")
        self.pack = Pack(
            name, version, title, sha256, (), (),
            tuple(Entity(n, t, split_aliases(a or ""), i) for n, t, a, i in entities),
            tuple(Source(*(cell or "" for cell in row)) for row in sources),
            as_of,
        )  # fmt: skip
        self.subjects = {one for (one,) in self._all("FROM subjects")}
        """Entities that figures are about."""
        used = self._all("SELECT DISTINCT dimension FROM dimensions ORDER BY dimension")
        self.used = [one for (one,) in used if one]
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
        indicators = self._all("SELECT count(*) FROM indicators")[0][0]
        return indicators, self._all("SELECT figures FROM counts")[0][0]

    def indicators(self, ids: Sequence[str] | None = None) -> list[Indicator]:
        """Those of `ids` that there are, or all of them; in order of their ids."""
        where = "" if ids is None else "WHERE id IN (SELECT unnest(?::VARCHAR[]))"
        rows = self._all(
            "SELECT iid, id, name, definition, unit, topic, aliases, confusions FROM indicators"
            f" {where} ORDER BY id",
            [] if ids is None else [list(ids)],
        )
        self._numbers |= {id: iid for iid, id, *_ in rows}
        return [
            Indicator(i, n, d, u, t or "", split_aliases(a or ""), c or "", self.pack.name)
            for _, i, n, d, u, t, a, c in rows
        ]

    def rows(self, indicator: str, entity: str | None = None) -> tuple[Observation, ...]:
        """Rows of an indicator (of one entity), by entity, dimension, period, published."""
        if indicator not in self._numbers and not self.indicators([indicator]):
            return ()
        only = "" if entity is None else " AND entity = ?"
        found = self._all(
            f"SELECT {COLUMNS} FROM figures WHERE iid = ?{only}{self._until}",
            [self._numbers[indicator], *([] if entity is None else [entity])],
        )
        return self._observations(indicator, found)

    def _observations(
        self, indicator: str, found: Sequence[tuple[Any, ...]]
    ) -> tuple[Observation, ...]:
        return tuple(
            Observation(
                indicator, who, dimension, period, value if unit == "date" else Decimal(value),
                unit, edition, published, source, note, f"{self._place}:{line}",
            )
            for who, dimension, period, published, line, value, unit, edition, source, note
            in sorted(found)
        )  # fmt: skip

    def outlines(self, ids: Sequence[str]) -> dict[str, Outline]:
        """Which figures each indicator has, without reading any."""
        rows = self._all(
            "SELECT iid, dimension, list(DISTINCT entity), list(DISTINCT period) FROM figures"
            f" WHERE iid IN (SELECT unnest(?::INTEGER[])){self._until} GROUP BY ALL ORDER BY ALL",
            [self._known(ids)],
        )
        named = {self._numbers[one]: one for one in ids if one in self._numbers}
        found: dict[str, Outline] = {one: {} for one in ids}
        for number, dimension, entities, periods in rows:
            found[named[number]][dimension] = (frozenset(entities), frozenset(periods))
        return found

    def rows_about(
        self, ids: Sequence[str], entities: Sequence[str]
    ) -> dict[str, tuple[Observation, ...]]:
        """Rows of several indicators about some entities, each as `rows` gives them."""
        found = self._all(
            f"SELECT iid, {COLUMNS} FROM figures WHERE iid IN (SELECT unnest(?::INTEGER[]))"
            f" AND entity IN (SELECT unnest(?::VARCHAR[])){self._until}",
            [self._known(ids), list(entities)],
        )
        by_number: dict[int, list[tuple[Any, ...]]] = {}
        for number, *row in found:
            by_number.setdefault(number, []).append(tuple(row))
        own = {one: by_number.get(self._numbers.get(one, -1), []) for one in ids}
        return {one: self._observations(one, rows) for one, rows in own.items()}

    def _known(self, ids: Sequence[str]) -> list[int]:
        """The numbers of those of `ids` that there are."""
        if not self._numbers.keys() >= set(ids):
            self.indicators(ids)
        return [self._numbers[one] for one in ids if one in self._numbers]

    def dimensions(self, ids: Sequence[str]) -> dict[str, list[str]]:
        """Indicator -> the dimensions its rows have, "" where some are undivided."""
        rows = self._all(
            "SELECT id, dimension FROM dimensions JOIN indicators USING (iid)"
            " WHERE id IN (SELECT unnest(?::VARCHAR[])) ORDER BY ALL",
            [list(ids)],
        )
        found: dict[str, list[str]] = {one: [] for one in ids}
        for one, dimension in rows:
            found[one].append(dimension)
        return found

    def shortlist(self, contexts: Sequence[Context]) -> list[list[tuple[str, float]]]:
        """For each claim the indicators whose names share most of their rare words with what
        stands around it: (id, score 0 to 1), best first."""
        weights = [_weighed(context) for context in contexts]
        asked = sorted({word for own in weights for word in own})
        if not asked:
            return [[] for _ in contexts]
        values = ", ".join(
            f"({n}, {text(word)}, {weight})"
            for n, own in enumerate(weights)
            for word, weight in sorted(own.items())
        )
        rows = self._all(f"""
            WITH asked(claim, word, weight) AS (VALUES {values}),
            matched AS (SELECT claim, wid, sum(rarity * weight) AS m
                FROM asked JOIN postings USING (word) GROUP BY claim, wid),
            scored AS (SELECT claim, iid, max(m / total * m / (m + {HALF})) AS score
                FROM matched JOIN wordings USING (wid) GROUP BY claim, iid)
            SELECT claim, id, score FROM scored JOIN indicators USING (iid)
            QUALIFY row_number() OVER (PARTITION BY claim ORDER BY score DESC, iid) <= {NEAREST}
                AND score >= {POSSIBLE} * max(score) OVER (PARTITION BY claim)
            ORDER BY claim, score DESC, id""")
        found: list[list[tuple[str, float]]] = [[] for _ in contexts]
        for claim, one, score in rows:
            found[claim].append((one, score))
        return found


def _weighed(context: Context) -> dict[str, float]:
    weights: dict[str, float] = {}
    for said, weight in context:
        for word in words(said):
            weights[word] = max(weights.get(word, 0.0), weight)
    return weights


def _built(folder: Path) -> Path:
    pack = read_pack(folder)
    try:
        return build(folder, pack)
    except OSError as error:
        found = f"cannot be written ({error.strerror})"
        wanted = "a folder in which the index of a large pack can be kept"
        raise BadReference([f"{folder}: {found}; expected {wanted}."]) from None
