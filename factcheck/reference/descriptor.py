"""The `datapackage.json` of a pack: what each file holds, as Table Schemas."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from factcheck.reference.cells import COLUMNS, KEYS, OPTIONAL

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
REQUIRED = {
    "indicators.csv": {"indicator", "name", "definition", "unit"},
    "entities.csv": {"entity", "type"},
    "sources.csv": {"source", "title", "quality"},
    "observations.csv": {"indicator", "entity", "period", "unit", "published", "source"},
}
FOREIGN = {"indicator": "indicators", "entity": "entities", "source": "sources"}
FILES = tuple(COLUMNS)


def descriptor(
    head: Mapping[str, Any], observations: str, optional: Mapping[str, Collection[str]]
) -> str:
    """JSON text. `head`: name, version, title and what else stands outside the resources.

    `observations`: name of the file with the rows; `optional`: file -> columns beyond those that
    every pack has.
    """
    resources = [
        _resource(file, observations, [c.name for c in COLUMNS[file]] + [
            c.name for c in OPTIONAL.get(file, ()) if c.name in optional.get(file, ())])
        for file in FILES
    ]  # fmt: skip
    content = {"$schema": PROFILE, **{k: v for k, v in head.items() if k != "$schema"}}
    content["resources"] = resources
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _resource(file: str, observations: str, columns: Sequence[str]) -> dict[str, Any]:
    path = observations if file == "observations.csv" else file
    kind = path.rpartition(".")[2]
    resource = {"name": file.removesuffix(".csv"), "path": path, "type": "table", "format": kind}
    if kind == "csv":
        resource |= {"mediatype": "text/csv", "encoding": "utf-8"}
    return {**resource, "schema": _schema(file, columns)}


def _schema(file: str, columns: Sequence[str]) -> dict[str, Any]:
    fields = [
        {"name": name, "type": "string"}
        | ({"constraints": {"required": True}} if name in REQUIRED[file] else {})
        for name in columns
    ]
    schema: dict[str, Any] = {
        "fields": fields, "missingValues": [""], "primaryKey": list(KEYS[file]),
    }  # fmt: skip
    if file == "observations.csv":
        schema["foreignKeys"] = [
            {"fields": column, "reference": {"resource": resource, "fields": column}}
            for column, resource in FOREIGN.items()
        ]
    return schema
