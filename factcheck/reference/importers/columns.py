"""Which column of a table is what: by its header, by what stands in it, or as told."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from factcheck.reference.importers.contents import (
    MOSTLY,
    PARTLY,
    numeric,
    reads_as_period,
    share,
    year_of,
)
from factcheck.reference.importers.grid import Grid
from factcheck.reference.importers.groups import Heads, grouped_heads
from factcheck.reference.importers.interface import ROLES, Options, Table

HEADERS: dict[str, tuple[str, ...]] = {
    "code": ("code", "iso3", "iso 3", "iso code", "iso3 code", "country code", "iso alpha-3",
             "ref area", "geo code", "economy code", "iso3c", "entity code"),
    "entity": ("entity", "country", "country name", "region", "area", "geo", "location", "place",
               "state", "city", "county", "district", "council", "municipality", "organisation",
               "organization", "company", "hospital", "trust", "school", "university", "club",
               "team", "player", "economy", "reference area", "territory", "nation", "model",
               "library", "branch", "station", "operator", "brand", "department", "name"),
    "period": ("period", "year", "time", "date", "time period", "month", "quarter", "day", "season",
               "fiscal year", "financial year", "ref period", "school year"),
    "indicator": ("indicator", "indicator name", "variable", "measure", "series", "series name",
                  "metric", "statistic", "item", "subject", "topic", "data"),
    "value": ("value", "obs value", "observation", "observation value", "amount", "figure",
              "result", "number", "total"),
    "unit": ("unit", "units", "unit of measure", "unit measure", "uom", "measurement unit"),
    "dimension": ("dimension", "sex", "gender", "age", "age group", "category", "breakdown",
                  "group", "sector", "type", "segment"),
    "note": ("note", "notes", "comment", "comments", "remark", "remarks", "footnote", "flag",
             "status"),
}  # fmt: skip
"""Role -> headers that name it, in lower case with spaces, likeliest first."""


@dataclass(slots=True)
class Guess:
    """The roles found so far, how, and what stands against an import."""

    grid: Grid
    options: Options
    roles: dict[str, str] = field(default_factory=dict)
    shown: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def set(self, role: str, header: str, why: str) -> None:
        self.roles[role] = header
        self.shown.append(f"{role}: column {header!r} ({why})")

    def free(self) -> list[str]:
        return [one for one in self.grid.header if one not in self.roles.values()]

    def wrong(self, found: str, wanted: str) -> None:
        self.problems.append(f"{self.grid.name}: {found}; expected {wanted}.")


def find_columns(
    grid: Grid, options: Options, known: Mapping[str, str] | None = None
) -> tuple[Table, Guess]:
    """The table with its roles settled. `known`: role -> header, where the format fixes it."""
    guess = Guess(grid, options, dict(known or {}))
    _told(guess)
    _by_header(guess)
    heads = _grouped(guess)
    wide, role = (tuple(next(iter(heads.values()))), "") if heads else _wide(guess)
    _required(guess, wide, heads.keys() or {role})
    constants = dict(options.constants)
    for role_set, text in constants.items():
        guess.shown.append(f"{role_set}: {text!r} for every row (as told)")
    return Table(grid, guess.roles, wide, role, constants, heads), guess


def _told(guess: Guess) -> None:
    for role, header in guess.options.columns.items():
        if role not in ROLES:
            guess.wrong(f"--map names {role!r}", "one of " + ", ".join(ROLES))
        elif header not in guess.grid.header:
            columns = ", ".join(map(repr, guess.grid.header))
            guess.wrong(f"no column {header!r}", f"one of {columns}")
        else:
            guess.set(role, header, "as told")


def _by_header(guess: Guess) -> None:
    for role, names in HEADERS.items():
        if role in guess.roles or role in guess.options.constants:
            continue
        free = {_plain(header): header for header in reversed(guess.free())}
        header = next((free[name] for name in names if name in free), None)
        if header is not None and _holds(guess, role, header):
            guess.set(role, header, "by its name")


def _plain(header: str) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header).replace("_", " ")
    return " ".join(words.casefold().split())


def _holds(guess: Guess, role: str, header: str) -> bool:
    """A header alone proves nothing where the cells say otherwise ("Number" may be a name)."""
    cells = guess.grid.column(header)
    if role == "value":
        return numeric(cells, guess.options, PARTLY)
    if role == "period":
        return share(cells, lambda text: reads_as_period(text, guess.options)) >= PARTLY
    return role != "entity" or not numeric(cells, guess.options)


def _grouped(guess: Guess) -> Heads:
    if "value" in guess.roles:
        return {}
    known = {*guess.roles, *guess.options.constants}
    heads, shown = grouped_heads(guess.grid, guess.free(), known, guess.options)
    guess.shown += shown
    return heads


def _wide(guess: Guess) -> tuple[tuple[str, ...], str]:
    """Columns that each hold values: one per period, else one per indicator."""
    periods = tuple(one for one in guess.free() if reads_as_period(year_of(one), guess.options))
    if periods and not {"period", "value"} & guess.roles.keys():
        guess.shown.append(
            f"value: columns {periods[0]!r} to {periods[-1]!r} (one for each period)"
        )
        return periods, "period"
    _period_by_content(guess)
    if "value" in guess.roles:
        return (), ""
    numbers = tuple(
        one
        for one in guess.free()
        if (cells := guess.grid.column(one)) and numeric(cells, guess.options)
    )
    if numbers:
        names = ", ".join(map(repr, numbers))
        guess.shown.append(f"value: columns {names} (one for each indicator)")
    return numbers, "indicator"


def _period_by_content(guess: Guess) -> None:
    if "period" in guess.roles or "period" in guess.options.constants:
        return
    for header in guess.free():
        cells = guess.grid.column(header)
        if share(cells, lambda text: reads_as_period(text, guess.options)) >= MOSTLY:
            guess.set("period", header, "by what stands in it")
            return


def _required(guess: Guess, wide: tuple[str, ...], heads: Collection[str]) -> None:
    """`heads`: the roles that headers of `wide` play."""
    told = guess.options.constants
    if "entity" not in guess.roles and "code" not in guess.roles and "entity" not in told:
        words = [h for h in guess.free() if h not in wide and guess.grid.column(h)]
        if words:
            guess.set("entity", words[0], "the first column of words")
        else:
            guess.wrong(
                "no column says whom the figures are about",
                "--map entity=COLUMN, or --set entity=NAME",
            )
    if "period" not in guess.roles and "period" not in heads and "period" not in told:
        guess.wrong(
            "no column says when", "--map period=COLUMN, --set period=2024, or columns of years"
        )
    if not wide and "value" not in guess.roles:
        guess.wrong("no column of numbers", "--map value=COLUMN")
