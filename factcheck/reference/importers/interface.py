"""What an importer is given and what it hands back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.reference.importers.grid import Grid
from factcheck.reference.normalise.names import Named

ROLES = ("indicator", "entity", "code", "dimension", "period", "value", "unit", "note")
"""What a column of a table may be; `code` is a code of the entity, such as ISO 3166-1."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the person who imports says, beyond the file."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """Role -> header of the column that has it."""
    constants: Mapping[str, str] = field(default_factory=dict)
    """Role -> what holds for every row."""
    units: Mapping[str, str] = field(default_factory=dict)
    """Indicator as the file names it -> unit."""
    sheet: str | None = None
    fiscal_start: int | None = None
    """Month, 1 to 12, in which a fiscal year starts."""
    decimal: str | None = None
    """The decimal mark where it is known: "." or ","."""
    entity_type: str | None = None
    """Type of entities that are no countries."""


@dataclass(slots=True)
class Series:
    """An indicator as its publisher describes it. Units are the publisher's words."""

    name: str
    definition: str = ""
    unit: str = ""
    """In words; several wordings of the one unit are parted by "|"."""
    topic: str = ""
    aliases: tuple[str, ...] = ()
    id: str = ""
    """The publisher's code; the name where there is none."""


@dataclass(slots=True)
class Origin:
    """Where a file is from, as far as the file says; the command line fills the rest."""

    title: str = ""
    publisher: str = ""
    url: str = ""
    licence: str = ""
    published: str = ""
    """ISO day on which this edition appeared."""
    retrieved: str = ""
    expected: str = ""
    """ISO 8601 duration after which a newer edition is due."""


@dataclass(slots=True)
class Table:
    """One grid with the columns that matter. `roles`: role -> column; `wide`: columns that each
    hold values, of one period each (`wide_role` "period") or one indicator each ("indicator")."""

    grid: Grid
    roles: dict[str, str]
    wide: tuple[str, ...] = ()
    wide_role: str = ""
    constants: dict[str, str] = field(default_factory=dict)
    heads: dict[str, dict[str, str]] = field(default_factory=dict)
    """Role -> column of `wide` -> what its header says of the role, where headers of several rows
    say several things."""


@dataclass(slots=True)
class Intake:
    """Everything an importer found in a file, nothing of it normalised yet."""

    tables: list[Table]
    series: dict[str, Series] = field(default_factory=dict)
    """As the tables name it -> description; indicators not listed are known by that name alone."""
    entities: dict[str, Named] = field(default_factory=dict)
    """As the tables name it -> entity, where the publisher's own lists settle it."""
    origin: Origin = field(default_factory=Origin)
    shown: list[str] = field(default_factory=list)
    """What was concluded and not printed in the file, one line each."""
    problems: list[str] = field(default_factory=list)
    """What makes an import impossible: place, found, expected."""


def named(path: Path) -> str:
    """A title from a file's name: "waiting-times_2025.csv" is "waiting times 2025"."""
    return " ".join(path.name.split(".")[0].replace("_", " ").replace("-", " ").split())


NOTES = 5
"""Rows without a figure that are shown."""


def passed_over(table: Table) -> list[str]:
    """A line for each thing in a table that makes no figures: columns, notes above and below."""
    grid = table.grid
    used = {*table.roles.values(), *table.wide}
    passed = [one for one in grid.header if one not in used and grid.column(one)]
    lines = [f"not imported: column {', '.join(map(repr, passed))}"] if passed else []
    lines += [f"no figure: {grid.place(line)}: {text!r}" for line, text in grid.notes[:NOTES]]
    more = len(grid.notes) - NOTES
    return [*lines, f"no figure: {more} more such rows"] if more > 0 else lines
