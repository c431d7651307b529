"""Gapminder's DDF: `ddf--datapoints--…--by--geo--time.csv`, concepts and entities.

Layout: open-numbers.github.io/ddf.html. Keys other than the place and the time become the
dimension.
"""

from __future__ import annotations

import re
from pathlib import Path

from factcheck.errors import BadReference
from factcheck.reference.importers import archive
from factcheck.reference.importers.grid import Grid, read_csv
from factcheck.reference.importers.interface import Intake, Options, Origin, Series, Table, named
from factcheck.reference.normalise.names import Named, read_country

NAME = "Gapminder DDF"
DATA = re.compile(r"ddf--datapoints--(?P<what>[^-]+(?:-[^-]+)*)--by--(?P<keys>.+)\.csv")
ENTITIES = re.compile(r"ddf--entities--(?P<sets>.+)\.csv")
TIMES = {"time", "year", "month", "day", "week", "quarter"}


def recognises(path: Path) -> bool:
    """Whether a folder or zip file holds datapoints of DDF."""
    return archive.is_archive(path) and any(DATA.fullmatch(n) for n in archive.names(path))


def read(path: Path, options: Options, work: Path) -> Intake:
    """Raises BadReference where there are no datapoints."""
    files = archive.unpacked(path, work)
    concepts = {
        row["concept"]: row
        for name, file in files.items()
        if name.startswith("ddf--concepts")
        for row in archive.records(file)
        if row.get("concept")
    }
    tables = []
    for name, file in files.items():
        if match := DATA.fullmatch(name):
            keys = [key.partition("-")[0] for key in match["keys"].split("--")]
            tables.append(_table(read_csv(file, work, name=f"{path}/{name}"), keys, concepts))
    if not tables:
        raise BadReference([f"{path}: no ddf--datapoints files; expected some."])
    series = {one: _series(one, concepts.get(one, {})) for t in tables for one in t.wide}
    shown = [f"indicators of {len(tables)} files of datapoints, {len(series)} in all"]
    origin = Origin(title=named(path) if path.is_dir() else named(Path(path.stem)))
    return Intake(tables, series, _entities(files), origin, shown)


def _table(grid: Grid, keys: list[str], concepts: dict[str, dict[str, str]]) -> Table:
    times = {k for k in keys if k in TIMES or concepts.get(k, {}).get("concept_type") == "time"}
    others = [key for key in keys if key not in times and key in grid.header]
    roles = {"period": next((key for key in keys if key in times), "time")}
    if others:
        roles["entity"] = next((k for k in others if k in ("geo", "country")), others[0])
    rest = [key for key in others if key != roles.get("entity")]
    if rest:
        roles["dimension"] = rest[0]
    wide = tuple(column for column in grid.header if column not in keys)
    return Table(grid, roles, wide, "indicator")


def _series(concept: str, row: dict[str, str]) -> Series:
    name = row.get("name") or row.get("name_short") or concept.replace("_", " ")
    description = row.get("description") or row.get("description_long") or ""
    return Series(
        name,
        " ".join(description.split()),
        row.get("unit", ""),
        (row.get("tags") or "").split(",")[0].strip(),
        tuple(filter(None, {row.get("name_short", ""), row.get("name_catalog", "")} - {name})),
        concept,
    )


def _entities(files: dict[str, Path]) -> dict[str, Named]:
    """Identifier -> entity, of all entity sets of places; countries by their ISO code."""
    found: dict[str, Named] = {}
    for name, file in files.items():
        match = ENTITIES.fullmatch(name)
        for row in archive.records(file) if match else []:
            sets = match["sets"].split("--") if match else []
            key = next((row[one] for one in reversed(sets) if row.get(one)), "")
            title = row.get("name") or key
            code = row.get("iso3166_1_alpha3") or row.get("iso3") or ""
            if key:
                found[key] = read_country(title, code) or Named(title, "group")
    return found
