"""Read a reference pack and report everything wrong with it at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from factcheck import json_text
from factcheck.errors import BadReference
from factcheck.model import Entity, Indicator, Observation, Pack, Source
from factcheck.reference.cells import COLUMNS, OPTIONAL, split_aliases
from factcheck.reference.large.files import digest, is_large
from factcheck.reference.links import FOREIGN_KEYS, ROWS, check_links
from factcheck.reference.tables import Reader, Row, Table, read_table

DESCRIPTOR = "datapackage.json"


def read_pack(folder: Path) -> Pack:
    """Read and validate the pack in `folder`; of a large one all but the observations.

    Raises BadReference with one line per problem: file, line, column, what stands there, what was
    expected.
    """
    reader = Reader(folder)
    if not folder.is_dir():
        reader.wrong("", None, "no such folder", f"a reference pack with {DESCRIPTOR}")
        raise BadReference(reader.problems)
    head = _descriptor(reader)
    large = is_large(folder)
    names = [name for name in COLUMNS if not (large and name == ROWS)]
    tables = {ROWS: None, **{name: read_table(reader, name) for name in names}}
    check_links(reader, tables)
    if large:
        _check_large(reader, tables)
    if reader.problems:
        raise BadReference(reader.problems)
    return _assemble(folder, head, {name: table or [] for name, table in tables.items()})


def _check_large(reader: Reader, tables: Mapping[str, Table | None]) -> None:
    from factcheck.reference.large.checks import check_observations

    known = {
        column: {row[column] for _, row in table}
        for column, file in FOREIGN_KEYS.items()
        if (table := tables[file]) is not None
    }
    check_observations(reader, known)


def _descriptor(reader: Reader) -> dict[str, str]:
    text = reader.text(DESCRIPTOR)
    if text is None:
        return {}
    try:
        head = json_text.parse(text)
    except json_text.NoJson as error:
        reader.wrong(DESCRIPTOR, error.line, f"no JSON ({error})", "a Data Package")
        return {}
    if not isinstance(head, dict):
        reader.wrong(DESCRIPTOR, 1, "no JSON object", "a Data Package")
        return {}
    for key in ("name", "version", "title"):
        if not isinstance(head.get(key), str) or not head[key].strip():
            reader.wrong(DESCRIPTOR, None, f"{key!r} is missing", "a text that is not empty")
        elif not head[key].isprintable():
            reader.wrong(DESCRIPTOR, None, f"{key!r} is {head[key]!r}", "signs that can be printed")
    return head


def _assemble(folder: Path, head: Mapping[str, str], tables: Mapping[str, Table]) -> Pack:
    name, rows = head["name"], tables[ROWS]
    place = f"{folder.name}/{ROWS}"
    return Pack(
        name=name,
        version=head["version"],
        title=head["title"],
        sha256=digest(folder),
        indicators=tuple(_indicator(row, name) for _, row in tables["indicators.csv"]),
        observations=tuple(_observation(place, *row) for row in rows if row[1]["value"]),
        entities=tuple(_entity(row) for _, row in tables["entities.csv"]),
        sources=tuple(_source(row) for _, row in tables["sources.csv"]),
    )


def _observation(file: str, line: int, row: Row) -> Observation:
    is_day = row["unit"] == "date"
    return Observation(
        indicator=row["indicator"],
        entity=row["entity"],
        dimension=row["dimension"],
        period=row["period"],
        value=row["value"] if is_day else Decimal(row["value"]),
        unit=row["unit"],
        edition=row["edition"],
        published=date.fromisoformat(row["published"]),
        source=row["source"],
        note=row["note"],
        place=f"{file}:{line}",
    )


def _indicator(row: Row, pack: str) -> Indicator:
    return Indicator(
        id=row["indicator"],
        name=row["name"],
        definition=row["definition"],
        unit=row["unit"],
        topic=row["topic"],
        aliases=split_aliases(row["aliases"]),
        confusions=row["confusions"],
        pack=pack,
    )


def _entity(row: Row) -> Entity:
    return Entity(row["entity"], row["type"], split_aliases(row["aliases"]), row["iso3"] or None)


def _source(row: Row) -> Source:
    columns = COLUMNS["sources.csv"] + OPTIONAL["sources.csv"]
    return Source(*(row[column.name] for column in columns))
