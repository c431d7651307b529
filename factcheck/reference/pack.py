"""Read a reference pack and report everything wrong with it at once."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from factcheck.errors import BadReference
from factcheck.model import Entity, Indicator, Observation, Pack, Source
from factcheck.reference.cells import COLUMNS, KEYS, Column, read_value

DESCRIPTOR = "datapackage.json"

Row = Mapping[str, str]


@dataclass(slots=True)
class _Reader:
    """One pack being read: its folder and what was found wrong so far."""

    folder: Path
    problems: list[str] = field(default_factory=list)

    def wrong(self, name: str, line: int | None, found: str, wanted: str) -> None:
        place = self.folder / name
        at = f"{place}:{line}" if line else f"{place}"
        self.problems.append(f"{at}: {found}; expected {wanted}.")

    def wrong_cell(self, name: str, line: int, column: str, found: str, wanted: str) -> None:
        self.wrong(name, line, f"column {column!r} holds {found!r}", wanted)

    def text(self, name: str) -> str | None:
        """A file's text, or None after noting why it cannot be had."""
        try:
            return (self.folder / name).read_bytes().decode("utf-8-sig")
        except OSError:
            self.wrong(name, None, "cannot be read", "a file of every reference pack")
        except UnicodeDecodeError as error:
            self.wrong(name, None, f"byte {error.start} is not UTF-8", "a text in UTF-8")
        return None


def read_pack(folder: Path) -> Pack:
    """Read and validate the pack in `folder`.

    Raises BadReference with one line per problem: file, line, column, what stands there, what was
    expected.
    """
    reader = _Reader(folder)
    if not folder.is_dir():
        reader.wrong("", None, "no such folder", f"a reference pack with {DESCRIPTOR}")
        raise BadReference(reader.problems)
    head = _descriptor(reader)
    tables = {name: _table(reader, name) for name in COLUMNS}
    pack = _assemble(reader, head, tables)
    if reader.problems:
        raise BadReference(reader.problems)
    return pack


def _descriptor(reader: _Reader) -> dict[str, str]:
    text = reader.text(DESCRIPTOR)
    if text is None:
        return {}
    try:
        head = json.loads(text)
    except json.JSONDecodeError as error:
        reader.wrong(DESCRIPTOR, error.lineno, f"no JSON: {error.msg}", "a Data Package descriptor")
        return {}
    if not isinstance(head, dict):
        reader.wrong(DESCRIPTOR, 1, "no JSON object", "a Data Package descriptor")
        return {}
    for key in ("name", "version", "title"):
        if not isinstance(head.get(key), str) or not head[key].strip():
            reader.wrong(DESCRIPTOR, None, f"{key!r} is missing", "a text that is not empty")
    return head


def _table(reader: _Reader, name: str) -> list[tuple[int, Row]]:
    """The rows of one file with their line numbers; rows with bad cells are left out."""
    text = reader.text(name)
    if text is None:
        return []
    rows = _rows(reader, name, text)
    header = next(rows, (1, []))[1]
    if not _header_fits(reader, name, header):
        return []
    columns = COLUMNS[name]
    at = [header.index(column.name) for column in columns]
    good: list[tuple[int, Row]] = []
    seen: dict[tuple[str, ...], int] = {}
    for line, cells in rows:
        if len(cells) != len(header):
            reader.wrong(name, line, f"{len(cells)} cells", f"{len(header)} as in the header")
            continue
        row = {column.name: cells[i] for column, i in zip(columns, at, strict=True)}
        if _cells_fit(reader, name, line, row, columns) & _is_new(reader, name, line, row, seen):
            good.append((line, row))
    return good


def _rows(reader: _Reader, name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """Records with the line they start on; empty lines are skipped."""
    lines = csv.reader(text.splitlines(keepends=True), strict=True)
    start = 1
    try:
        for cells in lines:
            if cells:
                yield start, cells
            start = lines.line_num + 1
    except csv.Error as error:
        reader.wrong(name, start, f"no CSV: {error}", "comma-separated cells")


def _header_fits(reader: _Reader, name: str, header: list[str]) -> bool:
    wanted = [column.name for column in COLUMNS[name]]
    missing = [column for column in wanted if header.count(column) != 1]
    for column in missing:
        found = "stands twice" if column in header else "is missing"
        reader.wrong(name, 1, f"column {column!r} {found}", "the columns " + ", ".join(wanted))
    return not missing


def _cells_fit(
    reader: _Reader, name: str, line: int, row: Row, columns: tuple[Column, ...]
) -> bool:
    bad = [column for column in columns if not column.allows(row[column.name])]
    for column in bad:
        reader.wrong_cell(name, line, column.name, row[column.name], column.wanted)
    return not bad


def _is_new(
    reader: _Reader, name: str, line: int, row: Row, seen: dict[tuple[str, ...], int]
) -> bool:
    key = tuple(row[column] for column in KEYS[name])
    first = seen.setdefault(key, line)
    if first != line:
        columns = ", ".join(KEYS[name])
        reader.wrong(name, line, f"repeats line {first} in {columns}", "one row for each")
    return first == line


def _assemble(
    reader: _Reader, head: Mapping[str, str], tables: Mapping[str, list[tuple[int, Row]]]
) -> Pack:
    name = str(head.get("name", ""))
    return Pack(
        name=name,
        version=str(head.get("version", "")),
        title=str(head.get("title", "")),
        sha256=_digest(reader.folder),
        indicators=tuple(_indicator(row, name) for _, row in tables["indicators.csv"]),
        observations=tuple(_observations(reader, tables)),
        entities=tuple(_entity(row) for _, row in tables["entities.csv"]),
        sources=tuple(_source(row) for _, row in tables["sources.csv"]),
    )


def _observations(
    reader: _Reader, tables: Mapping[str, list[tuple[int, Row]]]
) -> Iterator[Observation]:
    """Rows whose indicator, entity and source exist; a row without a value states nothing."""
    file = "observations.csv"
    known = {
        column: {row[column] for _, row in tables[f"{plural}.csv"]}
        for column, plural in (
            ("indicator", "indicators"), ("entity", "entities"), ("source", "sources")
        )
    }  # fmt: skip
    for line, row in tables[file]:
        unknown = [column for column, names in known.items() if row[column] not in names]
        for column in unknown:
            where = "entities.csv" if column == "entity" else f"{column}s.csv"
            reader.wrong_cell(file, line, column, row[column], f"one that {where} lists")
        value = read_value(row["value"], row["unit"])
        if value is None and row["value"]:
            wanted = "a day such as 2026-04-13" if row["unit"] == "date" else "a number"
            reader.wrong_cell(file, line, "value", row["value"], f"{wanted} in {row['unit']}")
        if unknown or value is None:
            continue
        yield Observation(
            indicator=row["indicator"],
            entity=row["entity"],
            dimension=row["dimension"],
            period=row["period"],
            value=value,
            unit=row["unit"],
            edition=row["edition"],
            published=date.fromisoformat(row["published"]),
            source=row["source"],
            note=row["note"],
            place=f"{reader.folder.name}/{file}:{line}",
        )


def split_aliases(cell: str) -> tuple[str, ...]:
    """The entries of a cell that holds several, parted by "|"."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


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
    columns = COLUMNS["sources.csv"]
    return Source(*(row[column.name] for column in columns))


def _digest(folder: Path) -> str:
    """SHA-256 over names and bytes of all files, in name order."""
    total = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        total.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()
