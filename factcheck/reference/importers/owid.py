"""Charts of Our World in Data: CSV and metadata.json, side by side or in one zip.

Layout: docs.owid.io/projects/etl/api/chart-api (columns Entity, Code, Year or Day, then one column
for each indicator; metadata.json with `chart`, `columns`, `dateDownloaded`).
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from factcheck import json_text
from factcheck.errors import BadReference
from factcheck.reference.importers import archive
from factcheck.reference.importers.columns import find_columns
from factcheck.reference.importers.grid import read_csv
from factcheck.reference.importers.interface import Intake, Options, Origin, Series

NAME = "Our World in Data chart"
META = ".metadata.json"


def recognises(path: Path) -> bool:
    """Whether a CSV file has the metadata beside it that its publisher adds."""
    if path.suffix.lower() == ".csv":
        return path.with_name(path.stem + META).is_file()
    return archive.is_archive(path) and any(n.endswith(META) for n in archive.names(path))


def read(path: Path, options: Options, work: Path) -> Intake:
    """Raises BadReference where the metadata cannot be read or there is no table."""
    files = archive.unpacked(path, work)
    if path.suffix.lower() == ".csv":
        files = {path.name: path, path.stem + META: path.with_name(path.stem + META)}
    meta_name = next((name for name in files if name.endswith(META)), "")
    data_name = next((n for n in files if n == meta_name.removesuffix(META) + ".csv"), "")
    if not (meta_name and data_name):
        raise BadReference([f"{path}: a CSV file and its {META} file are expected side by side."])
    meta = _metadata(files[meta_name], f"{path}/{meta_name}" if archive.is_archive(path) else None)
    grid = read_csv(files[data_name], work, name=_name(path, data_name))
    known = {"entity": "Entity", "code": "Code", "period": "Year"}
    if "Day" in grid.header:
        known["period"] = "Day"
    known = {role: name for role, name in known.items() if name in grid.header}
    table, guess = find_columns(grid, options, known)
    series = {column: one for column in grid.header if (one := _series(column, meta["columns"]))}
    if series:
        table.wide, table.wide_role = tuple(series), "indicator"
    return Intake([table], series, {}, _origin(meta), guess.shown, guess.problems)


def _name(path: Path, member: str) -> str:
    return f"{path}/{member}" if archive.is_archive(path) else str(path)


def _metadata(path: Path, name: str | None) -> dict[str, Any]:
    try:
        meta = json_text.parse(path.read_text("utf-8-sig"))
    except json_text.NoJson as error:
        raise BadReference([f"{name or path}: no JSON ({error}); expected JSON."]) from None
    except UnicodeDecodeError as error:
        found = f"broken UTF-8 at byte {error.start}"
        raise BadReference([f"{name or path}: {found}; expected JSON."]) from None
    if not isinstance(meta, dict) or not isinstance(meta.get("columns"), dict):
        raise BadReference([f"{name or path}: no 'columns'; expected the metadata of a chart."])
    return meta


def _series(column: str, columns: dict[str, Any]) -> Series | None:
    """A column of the CSV is headed by its key, its short name or its short title."""
    for key, one in columns.items():
        if column in (key, one.get("shortName"), one.get("titleShort")):
            words = [one.get("descriptionShort") or "", *(one.get("descriptionKey") or [])[:1]]
            title = one.get("titleShort") or key
            aliases = (one.get("titleLong") or "", key)
            return Series(
                title,
                " ".join(" ".join(words).split()),
                "|".join(filter(None, (one.get("unit"), one.get("shortUnit")))),
                "",
                tuple(dict.fromkeys(alias for alias in aliases if alias != title)),
                one.get("shortName") or "",
            )
    return None


def _origin(meta: dict[str, Any]) -> Origin:
    chart = meta.get("chart", {})
    columns = list(meta["columns"].values())
    cited = [one.get("citationShort") for one in columns if one.get("citationShort")]
    return Origin(
        title=chart.get("title") or (columns[0].get("titleShort", "") if columns else ""),
        publisher=cited[0] if cited else "Our World in Data",
        url=(chart.get("originalChartUrl") or "").partition("?")[0],
        licence="CC-BY-4.0",
        published=max((one.get("lastUpdated") or "" for one in columns), default=""),
        retrieved=meta.get("dateDownloaded") or "",
        expected=_expected(columns),
    )


def _expected(columns: list[dict[str, Any]]) -> str:
    """How long after an update the next one is announced, in whole months; the shortest."""
    spans = []
    for one in columns:
        try:
            last, due = (date.fromisoformat(one[key]) for key in ("lastUpdated", "nextUpdate"))
        except (KeyError, TypeError, ValueError):
            continue
        spans.append(round((due - last).days / 30.44))
    months = min(spans, default=0)
    return "" if months <= 0 else "P1Y" if months == 12 else f"P{months}M"
