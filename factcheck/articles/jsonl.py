"""JSON Lines: one article a line, an object with text, id, url, outlet, published and title."""

from __future__ import annotations

import gzip
import math
import zlib
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import Any

from factcheck import json_text
from factcheck.articles.records import LONGEST, Record, fields_of, skipped
from factcheck.errors import UnreadableArticle
from factcheck.limits import most_unpacked
from factcheck.model import Skipped

_WANTED = "one JSON object a line"


def records(path: str) -> Iterator[Record | Skipped]:
    """Yield the article of each line. Raises `UnreadableArticle` where the file itself breaks."""
    number = total = 0
    try:
        packed = Path(path).stat().st_size
        zipped = path.lower().endswith(".gz")
        most = most_unpacked(packed) if zipped else math.inf
        with _opened(path, zipped) as file:
            for number, (line, size) in enumerate(_lines(file), 1):
                total += size
                if total > most:
                    found = f"a gzip file of {packed} bytes that unpacks to more than {most}"
                    raise UnreadableArticle(f"{path}:{number}", found, _WANTED)
                if line != b"\n" and (line.strip() or size > LONGEST):
                    yield from _record(f"{path}:{number}", line, size)
    except (OSError, EOFError, zlib.error) as error:
        found = str(getattr(error, "strerror", None) or error).lower()
        raise UnreadableArticle(f"{path}:{number + 1}", found, _WANTED) from None


def _opened(path: str, zipped: bool) -> BufferedReader:
    """A file whose lines cost no Python: `gzip` alone runs three functions for each."""
    return BufferedReader(gzip.open(path)) if zipped else open(path, "rb")


def _lines(file: BufferedReader) -> Iterator[tuple[bytes, int]]:
    """Lines with their size in bytes; of one that is too long only the start."""
    while line := file.readline(LONGEST + 1):
        size = len(line)
        while size > LONGEST and not line.endswith(b"\n") and (rest := file.readline(LONGEST)):
            size += len(rest)
            line = line[:1] + rest[-1:]
        yield line, size


def _record(place: str, line: bytes, size: int) -> Iterator[Record | Skipped]:
    try:
        yield from fields_of(place, _object(place, line, size), size)
    except UnreadableArticle as error:
        yield skipped(error)


def _object(place: str, line: bytes, size: int) -> dict[str, Any]:
    if size > LONGEST:
        raise UnreadableArticle(place, f"a line of {size} bytes", f"at most {LONGEST}")
    try:
        row = json_text.parse(line)
    except UnicodeDecodeError as error:
        raise UnreadableArticle(place, f"broken UTF-8 at byte {error.start}", _WANTED) from None
    except json_text.NoJson as error:
        at = f" at column {error.column}" if error.column else ""
        raise UnreadableArticle(place, f"not JSON ({error}{at})", _WANTED) from None
    if not isinstance(row, dict):
        raise UnreadableArticle(place, f"JSON, but {type(row).__name__}", _WANTED)
    return row
