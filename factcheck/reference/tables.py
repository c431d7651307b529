"""Read the files of a pack cell by cell, collecting everything that is wrong."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.reference.cells import COLUMNS, KEYS, OPTIONAL, Column

Row = Mapping[str, str]
Table = list[tuple[int, Row]]
"""Rows with the line they start on, counted from 1."""


@dataclass(slots=True)
class Reader:
    """One pack being read: its folder, and one line for each thing found wrong so far."""

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
        except FileNotFoundError:
            self.wrong(name, None, "no such file", "one in every reference pack")
        except OSError as error:
            self.wrong(name, None, f"cannot be read ({error.strerror})", "a file")
        except UnicodeDecodeError as error:
            self.wrong(name, None, f"byte {error.start} is not UTF-8", "a text in UTF-8")
        return None


def read_table(reader: Reader, name: str) -> Table | None:
    """The rows of one file, bad ones included, or None where it cannot be read as a table."""
    text = reader.text(name)
    if text is None:
        return None
    records = _records(reader, name, text)
    header = records[0][1] if records else []
    if records is None or not _header_fits(reader, name, header):
        return None
    table = _rows(reader, name, header, records[1:])
    _check_keys(reader, name, table)
    return table


def _records(reader: Reader, name: str, text: str) -> list[tuple[int, list[str]]] | None:
    """Records with the line they start on, empty lines left out; None where it is no CSV."""
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    records, start = [], 1
    try:
        for cells in lines:
            if cells:
                records.append((start, cells))
            start = lines.line_num + 1
    except csv.Error as error:
        reader.wrong(name, start, f"no CSV ({error})", "comma-separated cells")
        return None
    return records


def _header_fits(reader: Reader, name: str, header: Sequence[str]) -> bool:
    wanted = [column.name for column in COLUMNS[name]]
    bad = [column for column in wanted if header.count(column) != 1]
    for column in bad:
        found = "stands twice" if column in header else "is missing"
        reader.wrong(name, 1, f"column {column!r} {found}", "the columns " + ", ".join(wanted))
    return not bad


def _rows(
    reader: Reader, name: str, header: list[str], records: list[tuple[int, list[str]]]
) -> list[tuple[int, Row]]:
    wanted = COLUMNS[name] + OPTIONAL.get(name, ())
    columns = [(column, header.index(column.name)) for column in wanted if column.name in header]
    empty = {column.name: "" for column in wanted}
    whole = []
    for line, cells in records:
        if len(cells) == len(header):
            whole.append((line, cells))
        else:
            reader.wrong(name, line, f"{len(cells)} cells", f"{len(header)} as in the header")
    _check_cells(reader, name, columns, whole)
    return [(line, empty | {c.name: cells[at] for c, at in columns}) for line, cells in whole]


def _check_cells(
    reader: Reader,
    name: str,
    columns: Sequence[tuple[Column, int]],
    records: Sequence[tuple[int, list[str]]],
) -> None:
    """Each distinct text of a column is looked at once: rows share most of what they hold."""
    bad = {
        at: wrong
        for column, at in columns
        if (wrong := {t for t in {cells[at] for _, cells in records} if not column.allows(t)})
    }
    if not bad:
        return
    for line, cells in records:
        for column, at in columns:
            if cells[at] in bad.get(at, ()):
                reader.wrong_cell(name, line, column.name, cells[at], column.wanted)


def _check_keys(reader: Reader, name: str, table: Table) -> None:
    first: dict[tuple[str, ...], int] = {}
    for line, row in table:
        key = tuple(row[column] for column in KEYS[name])
        if first.setdefault(key, line) != line:
            columns = ", ".join(KEYS[name])
            found = f"repeats line {first[key]} in {columns}"
            reader.wrong(name, line, found, "every key once")
