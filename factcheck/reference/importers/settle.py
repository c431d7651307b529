"""Read every distinct spelling once: periods, entities, values. What cannot be read has a reason.

Each function makes a table `spelling -> pack form, reason`; one of the two is NULL. Twenty-five
million rows hold a few hundred spellings of periods and entities, so this is no work.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.reference.database import put
from factcheck.reference.importers.interface import Intake, Options
from factcheck.reference.normalise.marks import parted, without_marks
from factcheck.reference.normalise.names import Named, _names, read_country
from factcheck.reference.normalise.periods import Unreadable, is_year_pair, read_period
from factcheck.reference.normalise.values import GROUPED, TWO_WAYS, is_missing, read_value

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

PLACES = {"region", "area", "state", "city", "county", "district", "council", "municipality",
          "location", "place", "territory"}  # fmt: skip
ORGANISATIONS = {"organisation", "organization", "company", "hospital", "trust", "school", "club",
                 "university", "team", "library", "branch", "operator", "department"}  # fmt: skip
"""Headers of an entity column -> what stands below it, where it is no country."""
LISTED = 5
"""Names shown of a longer list."""
PLAIN_POINT = re.compile(r"-?\d+\.\d+")


def settle_periods(con: DuckDBPyConnection, work: Path, options: Options) -> None:
    """`periods`. Where one spelling is a fiscal year, "2003-04" beside it is no April."""
    spellings = _distinct(con, "period")
    fiscal = any(is_year_pair(one) and int(one[-2:]) > 12 for one in spellings)

    def read(one: str) -> str:
        if fiscal and is_year_pair(one) and options.fiscal_start is None:
            return read_period(one.replace("-", "/"))
        bare = without_marks(one.removesuffix(f" [YR{one[:4]}]"))
        return read_period(bare, options.fiscal_start)

    put(con, work, "periods", ("spelling", "period_form", "reason"), _read_all(spellings, read))


def _read_all(
    spellings: Iterable[str], read: Callable[[str], str]
) -> Iterable[tuple[str, str, str]]:
    for one in spellings:
        try:
            yield one, read(one), ""
        except Unreadable as error:
            yield one, "", str(error)


def settle_values(con: DuckDBPyConnection, work: Path, options: Options, intake: Intake) -> None:
    """`odd`: values that are no plain decimal number, with the footnote mark or flag behind them.
    Missing ones have neither form nor reason."""
    local = any(table.grid.local for table in intake.tables)
    plain = r"-?[0-9]+" if local or options.decimal == "," else r"-?[0-9]+(\.[0-9]+)?"
    query = f"SELECT DISTINCT value FROM raw WHERE NOT regexp_full_match(value, '{plain}')"
    odd = sorted(one for (one,) in con.execute(query).fetchall())
    told = {one: parted(one) for one in odd if not is_missing(one)}
    mark = options.decimal or _proven([number for number, _ in told.values()], local)
    if mark and not options.decimal:
        intake.shown.append(f"decimal mark: {mark!r} (other numbers of the file leave no doubt)")
    rows: list[tuple[str, ...]] = [(one, "", "", "") for one in odd if is_missing(one)]
    for one, (number, flag) in told.items():
        try:
            rows.append((one, read_value(number, mark, local=local), flag, ""))
        except Unreadable as error:
            rows.append((one, "", "", str(error)))
    put(con, work, "odd", ("spelling", "form", "flag", "reason"), rows)
    if flags := sorted({flag for _, form, flag, _ in rows if form and flag}):
        listed = ", ".join(map(repr, flags))
        intake.shown.append(f"marks behind numbers, kept as notes: {listed}")


def _proven(numbers: Iterable[str], local: bool) -> str | None:
    """The decimal mark that some number can only be read with; None where none or both are."""
    bare = [one.strip().rstrip("%") for one in numbers if not TWO_WAYS.fullmatch(one.strip())]
    marks = [
        mark
        for mark, other in ((".", ","), (",", "."))
        if any(GROUPED[mark].fullmatch(b) and not GROUPED[other].fullmatch(b) for b in bare)
        or (local and mark == "." and any(map(PLAIN_POINT.fullmatch, bare)))
    ]
    return marks[0] if len(marks) == 1 else None


def settle_entities(
    con: DuckDBPyConnection, work: Path, intake: Intake, options: Options
) -> list[Named]:
    """`entities`, by (entity, code); returns the entities in order of their names."""
    pairs = con.execute(
        "SELECT entity, code, min(grid), count(*) FROM raw GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    known = {
        (name, code): intake.entities.get(name or "")
        or intake.entities.get(code or "")
        or read_country(without_marks(name or ""), code or "")
        for name, code, *_ in pairs
    }
    countries = sum(1 for one in known.values() if one is not None)
    mostly = countries * 2 >= len(known) or any(code for _, code in known)
    others = []
    rows, found = [], dict[str, Named]()
    for name, code, grid, _ in pairs:
        one = known[name, code]
        if one is None and (name or code):
            header = intake.tables[grid].roles.get("entity", "")
            one = Named(without_marks(name or code), _type(header, options, mostly))
            others.append(one)
        if one is not None:
            found.setdefault(one.name, one)
        reason = "" if one else "a name"
        rows.append((name, code, one.name if one else "", reason))
    put(con, work, "entities", ("entity", "code", "entity_form", "reason"), rows)
    intake.shown += _told(countries, others)
    return [found[name] for name in sorted(found)]


def _type(header: str, options: Options, mostly: bool) -> str:
    """What an entity that is no country is taken for."""
    word = header.casefold()
    if options.entity_type:
        return options.entity_type
    if mostly:
        return "group"
    if word in ORGANISATIONS:
        return "organisation"
    return "model" if word == "model" else "place"


def _told(countries: int, others: list[Named]) -> list[str]:
    lines = [f"entities: {countries} countries or groups of countries"] if countries else []
    for type_ in sorted({one.type for one in others}):
        names = [one.name for one in others if one.type == type_]
        more = f" and {len(names) - LISTED} more" if len(names) > LISTED else ""
        listed = ", ".join(map(repr, names[:LISTED]))
        lines.append(f"entities taken as {type_}: {listed}{more} (--entity-type for another type)")
    for one in others:
        near = get_close_matches(one.name, _names().values(), n=1, cutoff=0.8)
        if near:
            lines.append(f"no country is called {one.name!r}; {near[0]!r} is")
    return lines


def _distinct(con: DuckDBPyConnection, column: str) -> list[str]:
    query = f"SELECT DISTINCT {column} FROM raw WHERE {column} IS NOT NULL"
    return sorted(one for (one,) in con.execute(query).fetchall())
