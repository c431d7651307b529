"""Any tabular Data Package, packages of owid-datasets among them.

frictionless reads the descriptor. Fields may say more than the standard has: `unit`, or
`owidDisplaySettings` with name and unit as owid-datasets writes it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from factcheck import json_text
from factcheck.errors import BadReference
from factcheck.reference.importers import archive
from factcheck.reference.importers.columns import find_columns
from factcheck.reference.importers.grid import read_csv
from factcheck.reference.importers.interface import Intake, Options, Origin, Series, passed_over

NAME = "tabular Data Package"
DESCRIPTOR = "datapackage.json"
TIMES = ("year", "date", "yearmonth", "datetime")
"""Field types that hold a period."""


def recognises(path: Path) -> bool:
    """Whether it is the descriptor of a Data Package, or has one."""
    return path.name == DESCRIPTOR or (
        archive.is_archive(path) and DESCRIPTOR in archive.names(path)
    )


def read(path: Path, options: Options, work: Path) -> Intake:
    """Raises BadReference where the descriptor is no Data Package or a file of it is missing."""
    folder = path.parent if path.name == DESCRIPTOR else path
    files = archive.unpacked(folder, work)
    where = files.get(DESCRIPTOR, folder / DESCRIPTOR)
    package = _descriptor(where)
    intake = Intake([], origin=_origin(package))
    for resource in package.get("resources", []):
        _add(intake, resource, files, folder, options, work)
    if not intake.tables and not intake.problems:
        intake.problems.append(f"{where}: no CSV resources; expected a tabular Data Package.")
    return intake


def _descriptor(path: Path) -> dict[str, Any]:
    import frictionless

    try:
        content: dict[str, Any] = json_text.parse(path.read_text("utf-8-sig"))
        frictionless.Package.from_descriptor(_mended(content))
    except json_text.NoJson as error:
        raise BadReference([f"{path}: no JSON ({error}); expected a Data Package."]) from None
    except (OSError, ValueError, frictionless.FrictionlessException) as error:
        raise BadReference([f"{path}: {error}; expected a Data Package."]) from None
    return content


def _mended(content: dict[str, Any]) -> dict[str, Any]:
    """What owid-datasets leaves out or writes otherwise than the standard: names, nulls."""
    resources = [
        {
            **resource,
            "name": f"resource{number}",
            "schema": {
                "fields": [
                    {key: value for key, value in field.items() if value is not None}
                    for field in resource.get("schema", {}).get("fields", [])
                ]
            },
        }
        for number, resource in enumerate(content.get("resources", []))
    ]
    return {**content, "name": "package", "resources": resources}


def _add(
    intake: Intake,
    resource: dict[str, Any],
    files: dict[str, Path],
    folder: Path,
    options: Options,
    work: Path,
) -> None:
    path = str(resource.get("path", ""))
    if not path.lower().endswith((".csv", ".tsv")):
        return
    file = files.get(Path(path).name) or folder / path
    # A path may not lead out of the package: the standard forbids it, and so do we.
    if not file.is_file() or ".." in Path(path).parts or Path(path).is_absolute():
        intake.problems.append(f"{folder}/{DESCRIPTOR}: {path!r} is not there; expected a file.")
        return
    fields = resource.get("schema", {}).get("fields", [])
    grid = read_csv(file, work, name=f"{folder}/{path}")
    table, guess = find_columns(grid, options, _period(fields, grid.header))
    for field in fields:
        if field.get("name") in (*table.wide, table.roles.get("value")):
            intake.series[field["name"]] = _series(field)
    intake.tables.append(table)
    intake.shown += [*guess.shown, *passed_over(table)]
    intake.problems += guess.problems


def _period(fields: list[dict[str, Any]], header: list[str]) -> dict[str, str]:
    found = [f["name"] for f in fields if f.get("type") in TIMES and f.get("name") in header]
    return {"period": found[0]} if len(found) == 1 else {}


def _series(field: dict[str, Any]) -> Series:
    display = field.get("owidDisplaySettings") or {}
    name = display.get("name") or field.get("title") or field["name"]
    units = (display.get("unit"), display.get("shortUnit"), field.get("unit"))
    unit = "|".join(filter(None, units))
    aliases = (field["name"],) if field["name"] != name and " " in field["name"] else ()
    return Series(name, " ".join((field.get("description") or "").split()), unit, "", aliases)


def _origin(package: dict[str, Any]) -> Origin:
    source: dict[str, str] = next(iter(package.get("sources") or []), {})
    licence: dict[str, str] = next(iter(package.get("licenses") or []), {})
    return Origin(
        title=package.get("title") or package.get("name") or "",
        publisher=source.get("dataPublishedBy") or source.get("title") or source.get("name") or "",
        url=source.get("link") or source.get("path") or package.get("homepage") or "",
        licence=licence.get("name") or licence.get("title") or "",
        published=str(package.get("created") or "")[:10],
    )
