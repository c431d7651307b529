"""Give each series of a file its identifier, name, definition and unit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import BadReference
from factcheck.reference.database import put
from factcheck.reference.importers.interface import Intake, Options, Series
from factcheck.reference.normalise.unit_words import read_unit

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

BRACKETS = re.compile(r"(?<!\s)\s*[(\[]([^()\[\]]+)[)\]]")
AFTER_COMMA = re.compile(r",\s*+([^,]+)$")
AS_TOLD, IN_ROW = "as told", "from the column of units"
LISTED = 20
"""Names of indicators that an error lists."""
LONGEST = 60
"""Characters of an identifier."""


@dataclass(frozen=True, slots=True)
class Described:
    """An indicator ready for the pack; `factor` turns values of the file into `unit`."""

    id: str
    name: str
    definition: str
    unit: str
    topic: str
    aliases: tuple[str, ...]
    factor: Decimal
    """A power of ten: thousands, millions."""
    why: str
    """Where its unit is from."""


def describe(
    con: DuckDBPyConnection, work: Path, intake: Intake, options: Options
) -> tuple[list[Described], list[str]]:
    """`series`: (indicator, unit as spelled) -> id, unit, power of ten that values are in; NULL
    where no unit is known.

    Returns the indicators, and one line for each that has no unit. Raises BadReference where
    `options.units` names what is no indicator of the file, or no unit.
    """
    query = """SELECT indicator, unit, count(*), bool_and(value LIKE '%\\%' ESCAPE '\\')
               FROM raw GROUP BY ALL ORDER BY ALL"""
    keys = con.execute(query).fetchall()
    if any(name is None for name, *_ in keys):
        wrong = "values without an indicator; expected its name in every row that has a value"
        raise BadReference([f"{wrong}."])
    several = _several([(name, unit) for name, unit, *_ in keys])
    described = {name: intake.series.get(name) or Series(name) for name, *_ in keys}
    bare = _bare_names(list(described.values()))
    told = _told_units(options, described, bare)
    taken: dict[str, Described] = {}
    rows: list[tuple[str, str, str, str, int | str]] = []
    without = []
    for name, unit, values, percent in keys:
        series = described[name]
        found = _unit(series, unit, told.get(name), percent)
        if found is None:
            without.append(_no_unit(name, unit, values))
            rows.append((name, unit, "", "", ""))
            continue
        short = bare[series.name]
        one = _described(series, short, *found, intake.origin.title, split=name in several)
        while one.id in taken and taken[one.id].name != one.name:
            one = replace(one, id=_numbered(one.id))
        taken.setdefault(one.id, one)
        rows.append((name, unit, one.id, one.unit, one.factor.adjusted()))
    columns = ("indicator", "spelled", "indicator_form", "unit_form", "shift")
    put(con, work, "series", columns, rows)
    con.execute("ALTER TABLE series ALTER shift TYPE INTEGER")
    intake.shown += _told(list(taken.values()))
    return sorted(taken.values(), key=lambda one: one.id), without


def _several(keys: list[tuple[str, str | None]]) -> set[str]:
    """Names under which the file has figures of more than one unit."""
    units: dict[str, set[str]] = {}
    for name, unit in keys:
        if unit and (read := read_unit(unit)):
            units.setdefault(name, set()).add(read[0])
    return {name for name, some in units.items() if len(some) > 1}


def _told_units(
    options: Options, described: Mapping[str, Series], bare: Mapping[str, str]
) -> dict[str, str]:
    """Indicator as the rows name it -> unit that a person gave it, by any of its names."""
    known = {alias: name for name, one in described.items() for alias in (bare[one.name], one.name)}
    known |= {name: name for name in described}
    wrong = [
        f"--unit names {name!r}; expected one of {_listed(known)}."
        for name in options.units
        if name not in known
    ]
    wrong += [
        f"--unit holds {unit!r} for {name!r}; expected a unit such as percent, count, USD or TWh."
        for name, unit in options.units.items()
        if read_unit(unit) is None
    ]
    if wrong:
        raise BadReference(wrong)
    return {known[name]: unit for name, unit in options.units.items()}


def _listed(names: Iterable[str]) -> str:
    every = sorted(names)
    more = f" and {len(every) - LISTED} more" if len(every) > LISTED else ""
    return ", ".join(map(repr, every[:LISTED])) + more


def _unit(
    series: Series, spelled: str | None, told: str | None, percent: bool
) -> tuple[str, Decimal, str] | None:
    """(unit, factor, where from): told, in the row, in the description, in the name, a sign."""
    bracketed = [words.strip() for words in reversed(BRACKETS.findall(series.name))]
    ending = AFTER_COMMA.findall(BRACKETS.sub("", series.name))
    places = [(told, AS_TOLD), (spelled, IN_ROW)]
    places += [(words, "from the publisher's description") for words in series.unit.split("|")]
    places += [(words, "from its name") for words in (*bracketed, *ending)]
    for words, why in places:
        if words and (found := read_unit(words)):
            return *found, why
        if words and why in (AS_TOLD, IN_ROW):
            return None
    return ("percent", Decimal(1), "from its percent signs") if percent else None


def _no_unit(name: str, spelled: str | None, values: int) -> str:
    found = f"unit {spelled!r} is not known" if spelled else "no unit"
    return (
        f"indicator {name!r} ({values:,} values): {found}; expected --unit {name + '=UNIT'!r}"
        " with percent, count, USD, points, TWh …"
    )


def _bare_names(series: list[Series]) -> dict[str, str]:
    """Names without the unit in brackets, where the rest still tells them apart."""
    bare = {}
    for one in series:
        name = one.name
        for words in [] if one.id else BRACKETS.findall(name):
            if read_unit(words) is not None:
                name = re.sub(rf"(?<!\s)\s*[(\[]{re.escape(words)}[)\]]", "", name)
        bare[one.name] = " ".join(name.split()) or one.name
    shared = Counter(bare.values())
    return {name: short if shared[short] == 1 else name for name, short in bare.items()}


def _described(
    series: Series, name: str, unit: str, factor: Decimal, why: str, title: str, *, split: bool
) -> Described:
    slug = slugged(series.id or name)
    if split:
        slug, name = slugged(f"{slug}_{unit}"), f"{name}, {unit.replace('_', ' ')}"
    return Described(
        id=slug,
        name=name,
        definition=series.definition or f"{series.name} ({title})",
        unit=unit,
        topic=slugged(series.topic or title),
        aliases=tuple(one for one in series.aliases if one and one != name),
        factor=factor,
        why=why,
    )


def slugged(text: str) -> str:
    """Lower-case letters and digits joined by underscores: "NY.GDP.MKTP.CD" is ny_gdp_mktp_cd."""
    words = re.sub(r"[^a-z0-9]+", "_", text.casefold().replace("%", " percent ")).strip("_")
    return words[:LONGEST].strip("_") or "series"


def _numbered(slug: str) -> str:
    match = re.fullmatch(r"(.*)_(\d+)", slug)
    return f"{match[1]}_{int(match[2]) + 1}" if match else f"{slug}_2"


def _told(found: list[Described]) -> list[str]:
    if len(found) > 20:
        return [f"units: {len(found)} indicators, from their descriptions, names or codes"]
    return [
        f"unit of {one.name!r}: {one.unit}"
        + (f" (values times {one.factor:,f})" if one.factor != 1 else "")
        + f", {one.why}"
        for one in found
    ]
