"""Tables of text with the place of each row, from CSV and Excel, ready for SQL.

A grid is copied into a plain CSV file with the line of each record in front: DuckDB reads that
without guessing, and every row keeps its place, cells of several lines included.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

from factcheck.articles.decoding import Undecodable, decode
from factcheck.errors import BadReference
from factcheck.limits import COLUMNS
from factcheck.reference.importers.heading import Heading, Record, find_heading
from factcheck.reference.normalise.values import is_number

PREVIEW = 30
"""Records looked at to find the header."""
LARGEST_IN_MEMORY = 1 << 24
"""Bytes up to which the encoding of a file is detected; larger ones have to be UTF-8."""


@dataclass(slots=True)
class Grid:
    """A header and where its records were copied to."""

    name: str
    """File, and sheet where there are several, for messages."""
    header: list[str]
    copy: Path
    """CSV: line, then the cells of `header`."""
    sample: list[Record]
    ragged: list[tuple[int, int]] = field(default_factory=list)
    """(line, cells) of records that do not have as many cells as the header, left out."""
    counted: str = ""
    """What the numbers of records count where they are no lines of a text: row, observation."""
    levels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Header -> the names it is made of, outermost first; empty where no groups stand above."""
    local: bool = False
    """Whether 1.234 may be a thousand and more: where commas do not part the cells."""
    notes: list[tuple[int, str]] = field(default_factory=list)
    """(line, text) of records in which one text stands alone: footnotes, sources."""

    def place(self, number: int) -> str:
        """Where a record stands, for messages."""
        return f"{self.name}, {self.counted} {number}" if self.counted else f"{self.name}:{number}"

    def column(self, header: str) -> list[str]:
        """The cells of a column in the sample that are not empty."""
        at = self.header.index(header)
        return [cells[at] for _, cells in self.sample if cells[at].strip()]


def read_csv(path: Path, work: Path, name: str | None = None, content: bytes | None = None) -> Grid:
    """A CSV file as a grid, its delimiter and encoding detected. `work`: folder for the copy."""
    stream = _text(path, content)
    try:
        head = "".join(islice(stream, PREVIEW))
        rest = chain(io.StringIO(head, newline=""), stream)
        delimiter = _delimiter(head)
        reader = csv.reader(rest, delimiter=delimiter, strict=False)
        return make_grid(name or str(path), _records(reader), work, local=delimiter != ",")
    except (csv.Error, UnicodeDecodeError) as error:
        raise BadReference([f"{path}: {error}; expected a table as text."]) from None


def _text(path: Path, content: bytes | None) -> io.TextIOBase:
    if content is None and path.stat().st_size > LARGEST_IN_MEMORY:
        return path.open(encoding="utf-8-sig", newline="")
    try:
        text, _ = decode(path.read_bytes() if content is None else content)
    except Undecodable as error:
        raise BadReference([f"{path}: {error}; expected a table as text."]) from None
    return io.StringIO(text, newline="")


def _delimiter(head: str) -> str:
    """The one that parts the most lines into the same number of cells, more than one."""
    lines = [line for line in head.splitlines() if line.strip()]

    def evenness(mark: str) -> tuple[int, int]:
        counts = [len(cells) for cells in csv.reader(lines, delimiter=mark)]
        common = max(set(counts), key=lambda n: (counts.count(n), n), default=1)
        return (counts.count(common) if common > 1 else 0), common

    return max(",;\t|", key=lambda mark: (evenness(mark), -",;\t|".index(mark)))


def _records(reader: Iterable[list[str]]) -> Iterator[Record]:
    start = 1
    for cells in reader:
        yield start, cells
        start = reader.line_num + 1  # type: ignore[attr-defined]


def make_grid(
    name: str,
    records: Iterable[Record],
    work: Path,
    counted: str = "",
    *,
    header: Sequence[str] = (),
    local: bool = False,
) -> Grid:
    """Copy what follows the header, which is found, or is `header` where the format fixes it.

    Raises BadReference where there is no table.
    """
    filled = ((line, cells) for line, cells in records if any(cell.strip() for cell in cells))
    preview = list(islice(filled, PREVIEW))
    if (widest := max((len(cells) for _, cells in preview), default=0)) > COLUMNS:
        raise BadReference([f"{name}: a row of {widest} cells; expected at most {COLUMNS}."])
    heading = Heading([*header], [(one,) for one in header], 0) if header else find_heading(preview)
    if heading is None or not preview:
        raise BadReference([f"{name}: no table; expected a header and rows of cells below it."])
    copy = work / f"grid{len(list(work.iterdir()))}.csv"
    grid = Grid(name, heading.names, copy, [], counted=counted, local=local)
    if heading.grouped:
        grid.levels = dict(zip(heading.names, heading.levels, strict=True))
    with copy.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        for line, cells in chain(preview[heading.below :], filled):
            if (whole := _whole(grid, line, cells)) is not None:
                writer.writerow([line, *whole])
                if len(grid.sample) < PREVIEW * 10:
                    grid.sample.append((line, whole))
    return grid


def _whole(grid: Grid, line: int, cells: list[str]) -> list[str] | None:
    """The cells of a record; None, noted in the grid, where it is no row of the table."""
    width = len(grid.header)
    if width > 2 and len(cells) - cells.count("") == 1 and not is_number(text := "".join(cells)):
        grid.notes.append((line, " ".join(text.split())))
        return None
    whole = _fitted(cells, width)
    if whole is None:
        grid.ragged.append((line, len(cells)))
    return whole


def _fitted(cells: list[str], width: int) -> list[str] | None:
    """As many cells as the header; None where cells with content stand beyond it or lack."""
    if len(cells) > width:
        return cells[:width] if not any(cell.strip() for cell in cells[width:]) else None
    return cells if len(cells) == width else None
