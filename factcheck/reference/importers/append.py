"""Add a newer edition to a pack: what is new or has another value becomes a row, nothing goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from factcheck.errors import BadReference
from factcheck.model import Entity
from factcheck.reference.database import put
from factcheck.reference.importers.assemble import KEY, Draft
from factcheck.reference.write import Contents

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Appended:
    """What an edition added: figures never given before, revised ones, and unchanged ones."""

    new: int
    revised: int
    same: int


def append(
    con: DuckDBPyConnection, work: Path, folder: Path, old: Contents, draft: Draft, published: str
) -> tuple[Contents, Appended]:
    """Compare the table `observations` with `old_rows`; leave in it what has to be added.

    Raises BadReference where an indicator has another unit, or the day already has other values.
    """
    _rename(con, work, old.entities)
    problems = [*_units(folder, old, draft), *_sources(folder, old, draft)]
    problems += _clashes(con, folder, published)
    if problems:
        raise BadReference(problems)
    con.execute(f"""
        CREATE TABLE known AS
        SELECT DISTINCT ON ({KEY}) {KEY}, value AS before FROM old_rows
        WHERE published <= '{published}' ORDER BY {KEY}, published DESC, value;
        CREATE TABLE compared AS SELECT observations.*, before FROM observations
        LEFT JOIN known USING ({KEY})""")
    differs = "(value <> before AND value::DOUBLE IS DISTINCT FROM before::DOUBLE)"
    counts = con.execute(f"""
        SELECT count(*) FILTER (before IS NULL), count(*) FILTER ({differs}), count(*)
        FROM compared""").fetchone()
    new, revised, total = counts or (0, 0, 0)
    con.execute(f"""
        CREATE OR REPLACE TABLE observations AS SELECT * EXCLUDE before FROM compared
        WHERE before IS NULL OR {differs}""")
    added = Appended(new, revised, total - new - revised)
    return _joined(old, draft, published, bool(new or revised)), added


def _rename(con: DuckDBPyConnection, work: Path, entities: Sequence[Entity]) -> None:
    """A name that the pack lists as an alias is the entity that bears it."""
    pairs = [(alias, one.name) for one in entities for alias in one.aliases]
    put(con, work, "renamed", ("alias", "name"), pairs)
    con.execute("UPDATE observations SET entity = name FROM renamed WHERE entity = alias")


def _units(folder: Path, old: Contents, draft: Draft) -> list[str]:
    units = {one.id: one.unit for one in old.indicators}
    return [
        f"{folder}/indicators.csv: {one.id!r} is in {units[one.id]}, the new edition in"
        f" {one.unit}; expected one unit (--unit)."
        for one in draft.indicators
        if units.get(one.id, one.unit) != one.unit
    ]


def _sources(folder: Path, old: Contents, draft: Draft) -> list[str]:
    new = draft.source
    for one in old.sources:
        if one.id == new.id and one.sha256 and one.sha256 != new.sha256:
            return [
                f"{folder}/sources.csv: {one.id!r} is a file with sha256 {one.sha256[:12]}…, this"
                f" one has {new.sha256[:12]}…; expected a later --published for a newer edition."
            ]
    return []


def _clashes(con: DuckDBPyConnection, folder: Path, published: str) -> list[str]:
    """Figures that the pack has for the very same day, with another value."""
    rows = con.execute(f"""
        SELECT indicator, entity, period, old_rows.value, observations.value
        FROM observations JOIN old_rows USING ({KEY}, published, source)
        WHERE old_rows.value::DOUBLE <> observations.value::DOUBLE ORDER BY ALL""").fetchall()
    return [
        f"{folder}/observations.csv: {indicator}, {entity}, {period} is {before} as of"
        f" {published}, the new file has {now}; expected a later --published for a revision."
        for indicator, entity, period, before, now in rows
    ]


def _joined(old: Contents, draft: Draft, published: str, grown: bool) -> Contents:
    """Descriptions of the pack stay as they are; what it lacked is added."""
    if not grown:
        return old
    indicators = {one.id: one for one in (*draft.indicators, *old.indicators)}
    borne = {alias for one in old.entities for alias in one.aliases}
    entities = {one.name: one for one in (*draft.entities, *old.entities)}
    sources = {one.id: one for one in (draft.source, *old.sources)}
    return replace(
        old,
        head={**old.head, "version": max(published, str(old.head["version"]))},
        indicators=_in_order(old.indicators, indicators, lambda one: one.id),
        entities=[
            one
            for one in _in_order(old.entities, entities, lambda one: one.name)
            if one.name not in borne
        ],
        sources=_in_order(old.sources, sources, lambda one: one.id),
    )


T = TypeVar("T")


def _in_order(old: Sequence[T], all_of_them: Mapping[str, T], key: Callable[[T], str]) -> list[T]:
    """The old ones where they stood, then the new ones."""
    had = {key(one) for one in old}
    return [*old, *(all_of_them[k] for k in sorted(all_of_them) if k not in had)]
