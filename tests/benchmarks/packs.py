"""Write a reference pack from rows that a benchmark made of somebody's data."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

Row = dict[str, str]


def write_pack(
    folder: Path,
    title: str,
    observations: Sequence[Row],
    indicators: Sequence[Row],
    entities: Sequence[Row],
    source: Row,
) -> None:
    """Write a pack into a new folder; columns that a row leaves out stay empty."""
    folder.mkdir()
    head = {"name": folder.name, "version": "1", "title": title}
    (folder / "datapackage.json").write_text(json.dumps(head), "utf-8")
    tables = {
        "observations": (OBSERVATION, observations),
        "indicators": (INDICATOR, indicators),
        "entities": (ENTITY, entities),
        "sources": (SOURCE, [source]),
    }
    for name, (columns, rows) in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="")
            writer.writeheader()
            writer.writerows(rows)


OBSERVATION = (
    *("indicator", "entity", "dimension", "period", "value", "unit", "edition", "published"),
    *("source", "note"),
)
INDICATOR = ("indicator", "name", "definition", "unit", "topic", "aliases", "confusions")
ENTITY = ("entity", "type", "aliases", "iso3")
SOURCE = ("source", "title", "publisher", "url", "quality", "retrieved", "licence", "sha256")
