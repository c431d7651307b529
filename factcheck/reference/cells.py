"""What each column of a pack may hold: one table per file, as the pack format has it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from factcheck.reference.units import is_unit

ENTITY_TYPES = (
    *("country", "organisation", "model", "report", "group"),
    *("place", "benchmark", "publisher"),
)
"""`place` is a part of a country; `benchmark` names a test and stands in `dimension`; `publisher`
issues figures that are about others."""

QUALITIES = ("primary", "secondary")

NUMBER = re.compile(r"-?[0-9]{1,24}(\.[0-9]{1,30})?")
"""A value: no more digits than arithmetic keeps, and more decimals than any publisher prints."""
SLUG = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")
ISO3 = re.compile(r"([A-Z]{3})?")
SHA256 = re.compile(r"([0-9a-f]{64})?")
DURATION = re.compile(r"(P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?)?")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of one file."""

    name: str
    allows: Callable[[str], object]
    """True (or a match) where a cell may stand here."""
    wanted: str
    """Ends the sentence "expected …"."""


@cache
def is_date(text: str) -> bool:
    """True for an ISO 8601 calendar day, written 2026-04-13."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


@cache
def is_period(text: str) -> bool:
    """True for a year, month or day, or two of equal or different width joined by a slash."""
    ends = text.split("/")
    return len(ends) <= 2 and all(map(_is_point, ends)) and ends[0] <= ends[-1]


def _is_point(text: str) -> bool:
    # A year or month is a day once the missing parts are added.
    return len(text) in (4, 7, 10) and is_date((text + "-01-01")[:10])


def is_value(text: str, unit: str) -> bool:
    """True for a plain decimal number, or an ISO 8601 day where the unit is a date."""
    return is_date(text) if unit == "date" else NUMBER.fullmatch(text) is not None


def split_aliases(cell: str) -> tuple[str, ...]:
    """The entries of a cell that holds several, parted by "|"."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _anything(text: str) -> bool:
    return True


def _optional_date(text: str) -> bool:
    return not text or is_date(text)


def _free(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, _anything, "any text") for name in names)


def _text(name: str) -> Column:
    return Column(name, str.strip, "a text that is not empty")


def _slug(name: str) -> Column:
    return Column(name, SLUG.fullmatch, "lower-case letters, digits, hyphens and underscores")


def _one_of(name: str, values: tuple[str, ...]) -> Column:
    return Column(name, values.__contains__, "one of " + ", ".join(values))


_UNIT = Column("unit", is_unit, "a unit such as percent, count, USD, points or a UCUM code")

COLUMNS: dict[str, tuple[Column, ...]] = {
    "indicators.csv": (
        _slug("indicator"),
        _text("name"),
        _text("definition"),
        _UNIT,
        *_free("topic", "aliases", "confusions"),
    ),
    "entities.csv": (
        _text("entity"),
        _one_of("type", ENTITY_TYPES),
        *_free("aliases"),
        Column("iso3", ISO3.fullmatch, "an ISO 3166-1 code of three capitals, or nothing"),
    ),
    "sources.csv": (
        _slug("source"),
        _text("title"),
        *_free("publisher", "url"),
        _one_of("quality", QUALITIES),
        Column("retrieved", _optional_date, "a day such as 2026-04-13, or nothing"),
        *_free("licence"),
        Column("sha256", SHA256.fullmatch, "64 hexadecimal digits, or nothing"),
    ),
    "observations.csv": (
        *_free("indicator", "entity", "dimension"),
        Column("period", is_period, "a period such as 2024, 2025-02 or 2024-01/2025-02"),
        *_free("value"),
        _UNIT,
        *_free("edition"),
        Column("published", is_date, "a day such as 2026-04-13"),
        *_free("source", "note"),
    ),
}

OPTIONAL: dict[str, tuple[Column, ...]] = {
    "sources.csv": (
        Column("expected", DURATION.fullmatch, "an ISO 8601 duration such as P1Y, or nothing"),
    )
}
"""Columns that a file may lack; its rows then hold nothing there."""

KEYS: dict[str, tuple[str, ...]] = {
    "indicators.csv": ("indicator",),
    "entities.csv": ("entity",),
    "sources.csv": ("source",),
    "observations.csv": (
        *("indicator", "entity", "dimension", "period", "edition", "published", "source", "note"),
    ),
}
"""What may stand once per file. `source` and `note` belong to the key of an observation, so that
two passages of one edition that contradict each other can both be recorded, each naming its place;
the same row twice, or two values told apart by nothing, is an error."""
