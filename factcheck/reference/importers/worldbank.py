"""World Bank downloads: one indicator (API_….zip) or a whole database (WDI_CSV.zip).

Wide CSV, a column for each year, beside metadata of countries (those without a region are
aggregates) and of indicators. Layout: data.worldbank.org and databank.worldbank.org.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from factcheck.errors import BadReference
from factcheck.reference.importers import archive
from factcheck.reference.importers.columns import find_columns
from factcheck.reference.importers.grid import Grid, read_csv
from factcheck.reference.importers.interface import Intake, Options, Origin, Series
from factcheck.reference.normalise.names import Named, read_country

NAME = "World Bank download"
COLUMNS = {
    "entity": "Country Name",
    "code": "Country Code",
    "indicator": "Indicator Code",
}
UPDATED = re.compile(r'"?Last Updated Date"?,"?(\d{4}-\d\d-\d\d)')
SUFFIXES = {"CD": "USD", "KD": "USD", "ZS": "percent", "ZG": "percent", "TOTL": "count"}
"""Last part of a code -> unit, where the name gives none: current and constant US dollars, shares,
growth, totals (World Bank, "How do I interpret the codes of indicators?")."""


def recognises(path: Path) -> bool:
    """Whether it is, or holds, a data file as the World Bank gives them."""
    return path.suffix.lower() in ("", ".zip", ".csv") and _data_file(path) is not None


def _data_file(path: Path) -> str | None:
    for name in archive.names(path):
        top = archive.head(path, name) if name.lower().endswith(".csv") else ""
        if all(column in top for column in (*COLUMNS.values(), "Indicator Name")):
            return name
    return None


def read(path: Path, options: Options, work: Path) -> Intake:
    """Raises BadReference where there is no data file."""
    name = _data_file(path)
    if name is None:
        raise BadReference([f"{path}: no file with {', '.join(COLUMNS.values())}; expected one."])
    files = archive.unpacked(path, work)
    beside = path.parent if path.is_file() and path.suffix.lower() == ".csv" else None
    if beside:
        files |= {n: beside / n for n in archive.names(beside) if name in n or n == name}
    grid = read_csv(files[name], work, name=f"{path}/{name}" if not beside else str(path))
    table, guess = find_columns(grid, options, COLUMNS)
    series = _series(files)
    updated = UPDATED.search(archive.head(path, name))
    title = "World Development Indicators" if name.startswith("WDI") else ""
    title = title or _only_name(series) or "World Bank"
    origin = Origin(
        title=f"World Bank, {title}" if title != "World Bank" else title,
        publisher="World Bank",
        url=_url(series),
        licence="CC-BY-4.0",
        published=updated[1] if updated else "",
        expected="P1Y",
    )
    return Intake([table], _named(series, grid), _aggregates(files), origin, guess.shown,
                  guess.problems)  # fmt: skip


def _url(series: dict[str, Series]) -> str:
    one = next(iter(series)) if len(series) == 1 else ""
    return f"https://data.worldbank.org/indicator/{one}" if one else "https://data.worldbank.org"


def _only_name(series: dict[str, Series]) -> str:
    return next(iter(series.values())).name if len(series) == 1 else ""


def _series(files: dict[str, Path]) -> dict[str, Series]:
    """Code -> series, of `Metadata_Indicator_….csv` or `WDISeries.csv`."""
    found = {}
    for row in _metadata(files, ("metadata_indicator", "series")):
        code = row.get("INDICATOR_CODE") or row.get("Series Code") or ""
        name = row.get("INDICATOR_NAME") or row.get("Indicator Name") or code
        note = row.get("SOURCE_NOTE") or row.get("Long definition") or row.get("Short definition")
        unit = row.get("Unit of measure") or SUFFIXES.get(code.rpartition(".")[2], "")
        topic = row.get("Topic", "").split(":")[-1].strip() or code.partition(".")[0]
        found[code] = Series(name, " ".join((note or "").split()), unit, topic, (), code)
    return found


def _named(series: dict[str, Series], grid: Grid) -> dict[str, Series]:
    """Names of the data file for codes that the metadata lacks."""
    code, name = (grid.header.index(one) for one in ("Indicator Code", "Indicator Name"))
    for _, cells in grid.sample:
        unit = SUFFIXES.get(cells[code].rpartition(".")[2], "")
        topic = cells[code].partition(".")[0]
        series.setdefault(cells[code], Series(cells[name], "", unit, topic, (), cells[code]))
    return series


def _aggregates(files: dict[str, Path]) -> dict[str, Named]:
    """Code -> group of countries, of `Metadata_Country_….csv` or `WDICountry.csv`."""
    found = {}
    for row in _metadata(files, ("metadata_country", "country")):
        code, name = row.get("Country Code", ""), row.get("TableName") or row.get("Table Name", "")
        if code and not row.get("Region") and read_country(name, code) is None:
            found[code] = Named(name, "group")
    return found


def _metadata(files: dict[str, Path], starts: Iterable[str]) -> list[dict[str, str]]:
    for start in starts:
        for name, path in files.items():
            plain = name.lower().removeprefix("wdi")
            if plain.startswith(start) and plain.endswith(".csv") and "-" not in plain[:16]:
                return archive.records(path)
    return []
