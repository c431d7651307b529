"""Parquet: one article a row, the columns named as the fields of JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.articles.records import FIELDS, LONGEST, Record, fields_of, skipped
from factcheck.errors import UnreadableArticle
from factcheck.model import Skipped

ROWS = 256
"""Rows decoded at a time."""


def records(path: str) -> Iterator[Record | Skipped]:
    """Yield the article of each row, counted from 1. Raises `UnreadableArticle`."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

    number = 0
    try:
        with ParquetFile(path) as file:
            size = Path(path).stat().st_size // max(file.metadata.num_rows, 1)
            for batch in file.iter_batches(ROWS, columns=_columns(path, file.schema_arrow.names)):
                for number, row in enumerate(batch.to_pylist(), number + 1):  # noqa: B020
                    yield from _record(f"{path}:{number}", row, size)
    except (OSError, UnicodeDecodeError, pa.ArrowException) as error:
        found = f"no Parquet that can be read ({_one_line(error)})"
        raise UnreadableArticle(f"{path}:{number + 1}", found, "a Parquet file") from None


def _columns(path: str, names: list[str]) -> list[str]:
    if not set(FIELDS["text"]).intersection(names):
        wanted = f"one called {' or '.join(map(repr, FIELDS['text']))}"
        raise UnreadableArticle(path, f"the columns {', '.join(names)}", wanted)
    known = {name for some in FIELDS.values() for name in some}
    return [name for name in names if name in known]


def _record(place: str, row: dict[str, Any], size: int) -> Iterator[Record | Skipped]:
    try:
        for name in FIELDS["text"]:
            if isinstance(row.get(name), str) and len(row[name]) > LONGEST:
                found = f"a text of {len(row[name])} characters"
                raise UnreadableArticle(place, found, f"at most {LONGEST}")
        yield from fields_of(place, row, size)
    except UnreadableArticle as error:
        yield skipped(error)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
